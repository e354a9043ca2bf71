"""What writers of all formats are given, and what they tell."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import shapely

from engine.domain.category import OKABE_ITO
from engine.errors import OutputError
from engine.geo.grid import Grid
from engine.interchange.label import Dropped, Kind

PIXEL_DECIMALS = 3


@dataclass(frozen=True)
class OutKind:
    """A category as it is written: its number is known, its color chosen where nobody has chosen one."""

    name: str
    number: int
    color: str

    @property
    def rgb(self) -> tuple[int, int, int]:
        """Return the color as three numbers."""
        return int(self.color[1:3], 16), int(self.color[3:5], 16), int(self.color[5:7], 16)


@dataclass(frozen=True)
class OutImage:
    """A raster whose labels are written."""

    path: Path
    grid: Grid

    @property
    def name(self) -> str:
        """Return the file's name."""
        return self.path.name

    @property
    def stem(self) -> str:
        """Return the file's name without its ending."""
        return self.path.stem

    @property
    def n_bytes(self) -> int:
        """Return how large the file is; 0 where it is none."""
        return self.path.stat().st_size if self.path.is_file() else 0


@dataclass(frozen=True, eq=False)
class OutLabel:
    """A label on an image: a valid Polygon or MultiPolygon inside of it, in its pixels; `number` from 1, unique."""

    shape: Any
    kind: OutKind
    number: int
    score: float | None = None
    is_crowd: bool = False

    @property
    def parts(self) -> list[Any]:
        """Return its polygons."""
        return list(shapely.get_parts(self.shape))

    @property
    def has_holes(self) -> bool:
        """Tell whether a part has a hole."""
        return bool((shapely.get_num_interior_rings(shapely.get_parts(self.shape)) > 0).any())


@dataclass(frozen=True)
class Export:
    """What is written: where to (`beside`, until it is whole), its final place, categories and images."""

    beside: Path
    output: Path
    is_folder: bool
    kinds: tuple[OutKind, ...]
    images: tuple[OutImage, ...]
    copies_rasters: bool = False
    pixels: str = "auto"
    watch: Callable[[], None] = lambda: None  # called while large pictures are drawn; may end it by an exception


class LabelWriter(Protocol):
    """Writes labels image by image; what the format cannot hold is counted in `lost`."""

    lost: Dropped

    def write(self, image: OutImage, labels: Iterable[OutLabel]) -> None:
        """Write all labels of an image."""

    def finish(self) -> None:
        """Write what comes last."""


def out_kinds(kinds: Sequence[Kind]) -> tuple[OutKind, ...]:
    """Return the categories with a number each: their own where these are all different, else from 1 on."""
    stated = [kind.number for kind in kinds if kind.number is not None]
    is_clear = len(set(stated)) == len(stated)
    fresh = max(stated, default=0) + 1 if is_clear else 1
    answer = []
    for i, kind in enumerate(kinds):
        number = kind.number if is_clear else None
        if number is None:
            number, fresh = fresh, fresh + 1
        answer.append(OutKind(kind.name, number, kind.color or OKABE_ITO[i % len(OKABE_ITO)]))
    return tuple(sorted(answer, key=lambda kind: kind.number))


def from_one(kinds: Sequence[OutKind], most: int) -> dict[str, int]:
    """Return a number from 1 for each category by name, its own where all are from 1 to `most`."""
    if all(1 <= kind.number <= most for kind in kinds):
        return {kind.name: kind.number for kind in kinds}
    return {kind.name: i for i, kind in enumerate(kinds, start=1)}


def flat(ring: Any, decimals: int = PIXEL_DECIMALS) -> list[float]:
    """Return x, y, x, y, ... of a ring, not closed."""
    values: list[float] = (np.round(shapely.get_coordinates(ring)[:-1], decimals) + 0.0).ravel().tolist()
    return values


def told_names(images: Sequence[OutImage]) -> dict[Path, str]:
    """Return what each image is called in one file for all: its name, with its folder where two have the same."""
    times = Counter(image.name.casefold() for image in images)
    return {
        image.path: image.name
        if times[image.name.casefold()] == 1
        else f"{image.path.absolute().parent.name}/{image.name}"
        for image in images
    }


def check_stems(images: Sequence[OutImage], what: str) -> None:
    """Refuse images that a format which names files after them cannot tell apart.

    Raises:
        OutputError: two have one name but for their ending.
    """
    seen: dict[str, Path] = {}
    for image in images:
        other = seen.setdefault(image.stem.casefold(), image.path)
        if other != image.path:
            raise OutputError(
                f"{other} and {image.path} would share the file {image.stem} of {what}",
                hint="Give one of them another name, or export them one by one.",
            )


def copy_raster(image: OutImage, folder: Path) -> None:
    """Copy the raster's file, and the files beside it that say where it lies.

    Raises:
        OutputError: it cannot be copied.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(image.path, folder / image.name)
        for beside in _companions(image.path):
            shutil.copyfile(beside, folder / beside.name)
    except OSError as err:
        raise OutputError(
            f"{image.path} cannot be copied to {folder}: {err.strerror or err}", hint="Check that the disk has room."
        ) from err


def _companions(path: Path) -> list[Path]:
    ending = path.suffix[1:]
    world = f"{ending[:1]}{ending[-1:]}w"
    names = [f"{path.stem}.{world}", f"{path.stem}.wld", f"{path.stem}.prj", f"{path.name}.aux.xml"]
    return [path.with_name(name) for name in names if path.with_name(name).is_file()]
