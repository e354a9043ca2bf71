"""A prediction of the past, and how long the next one will take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

SCORE_FLOOR = 0.1  # footprints from here on are kept in the file, so that the threshold can go down without the model
_N_FIELDS = 3  # per category: body, boundary, distance; one byte each


@dataclass(frozen=True)
class PastPrediction:
    """A folder of predictions/: what was asked for, and whether it was brought to its end.

    `parameters` are those of `deepseg:predict`; `when` is in seconds since 1970.
    """

    name: str
    folder: str
    footprints: str
    is_done: bool
    has_fields: bool
    when: float
    parameters: Mapping[str, object] = field(default_factory=dict)

    @property
    def model(self) -> str:
        """Return the path of the model; empty where it is not known."""
        return str(self.parameters.get("MODEL") or "")

    @property
    def rasters(self) -> list[str]:
        """Return the paths of the rasters."""
        paths = self.parameters.get("RASTERS")
        return [str(path) for path in paths] if isinstance(paths, (list, tuple)) else []


@dataclass(frozen=True)
class ImageSize:
    """A raster as far as it tells how long it takes."""

    width_px: int
    height_px: int
    metres_per_pixel: float | None = None


def network_megapixels(images: Sequence[ImageSize], network_metres_per_pixel: float | None) -> float:
    """Return how many millions of pixels the network will see: rasters are resampled to what it knows."""
    total = 0.0
    for image in images:
        scale = 1.0
        if image.metres_per_pixel and network_metres_per_pixel:
            scale = image.metres_per_pixel / network_metres_per_pixel
        total += image.width_px * image.height_px * scale * scale / 1e6
    return total


def most_disk_bytes(megapixels: float, n_categories: int) -> float:
    """Return the most room that a prediction needs while it works; it packs what it keeps, so mostly much less."""
    return megapixels * 1e6 * _N_FIELDS * max(n_categories, 1)


def distinct_names(paths: Sequence[str]) -> list[str]:
    """Return the names that footprints carry: file names, with as many folders before as tell them apart."""
    parts = [PurePath(path).parts for path in paths]
    n_parts = 1
    names = [each[-1] for each in parts]
    while len(set(names)) < len(set(paths)) and n_parts < max(map(len, parts)):
        n_parts += 1
        names = ["/".join(each[-n_parts:]) for each in parts]
    return names
