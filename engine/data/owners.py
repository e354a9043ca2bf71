"""Which raster a polygon was drawn on, where coordinates do not tell: all rasters without georeference begin alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

import numpy as np
from numpy.typing import NDArray

from engine.events import Reporter
from engine.geo.raster import Raster

_MOST_NAMED = 3


@dataclass(frozen=True, eq=False)
class Owned:
    """Which polygons may lie on which raster: `on` has one bool (n,) per raster, `n_elsewhere` name none of these.

    `others` are the first of the rasters that they name instead.
    """

    on: tuple[NDArray[np.bool_], ...]
    n_elsewhere: int
    others: tuple[str, ...]


def find_owners(owners: Sequence[str | None], rasters: Sequence[Raster]) -> Owned:
    """Return which polygons may lie on which raster.

    On a raster with a place on the map all may. Of the others, each takes those that name it, by its file name or with
    folders before it, and those that name none.
    """
    is_plain = [raster.native_grid.has_pixel_coordinates for raster in rasters]
    on = np.ones((len(rasters), len(owners)), bool)
    if not any(is_plain) or not any(owners):
        return Owned(tuple(on), 0, ())
    named = np.array([owner or "" for owner in owners], dtype=object)
    strangers = []
    for owner in dict.fromkeys(owner for owner in owners if owner):
        its = _rasters_called(owner, rasters)
        for index in np.flatnonzero(is_plain):
            if index not in its:
                on[index, named == owner] = False
        if not its:
            strangers.append(owner)
    is_elsewhere = np.isin(named, strangers) if all(is_plain) else np.zeros(len(owners), bool)
    return Owned(tuple(on), int(is_elsewhere.sum()), tuple(strangers))


def tell_ownerless(
    owners: Sequence[str | None], rasters: Sequence[Raster], *, file: str, word: str, reporter: Reporter
) -> None:
    """Tell about polygons that count for several rasters because they name none."""
    n_plain = sum(raster.native_grid.has_pixel_coordinates for raster in rasters)
    n_ownerless = sum(owner is None for owner in owners)
    if n_plain > 1 and n_ownerless:
        reporter.warning(
            f"{word}_without_raster",
            f"{n_ownerless} of {len(owners)} {word} in {file} do not say which raster they lie on, and count for "
            f"each of the {n_plain} rasters without georeference",
            hint="Write the raster's file name into a text field called raster.",
        )


def listed(names: Sequence[str]) -> str:
    """Return the first three names, and how many more."""
    text = ", ".join(names[:_MOST_NAMED])
    return text if len(names) <= _MOST_NAMED else f"{text} and {len(names) - _MOST_NAMED} more"


def _rasters_called(owner: str, rasters: Sequence[Raster]) -> list[int]:
    """Return the rasters whose path ends in what is named; else the only one of that file name: folders get moved."""
    wanted = _parts(owner.replace("\\", "/"))
    paths = [_parts(str(raster.path.absolute())) for raster in rasters]
    whole = [index for index, parts in enumerate(paths) if parts[-len(wanted) :] == wanted]
    alike = [index for index, parts in enumerate(paths) if parts[-1:] == wanted[-1:]]
    return whole or (alike if len(alike) == 1 else [])


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part.casefold() for part in PurePath(Path(path).as_posix()).parts)
