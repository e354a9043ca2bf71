"""Polygons to pixels."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from affine import Affine
from numpy.typing import ArrayLike, NDArray
from rasterio import features

from engine.geo.grid import moved

_MAX_ID = np.iinfo(np.int32).max


def burn_instances(
    polygons: Any, ids: ArrayLike, shape: tuple[int, int], *, transform: Affine | None = None
) -> NDArray[np.int32]:
    """Return the id of the polygon over each pixel's center, int32 (rows, cols), 0 where there is none.

    Large polygons are burned first, so that a small one on top of a large one stays whole.

    Args:
        polygons: a sequence of n (multi)polygons.
        ids: n whole numbers from 1, one per polygon.
        shape: (rows, cols) of the answer.
        transform: turns (col, row) of the answer into the polygons' coordinates; None where they are the same.
    """
    geometries, numbers = np.asarray(polygons, dtype=object).reshape(-1), np.asarray(ids).reshape(-1)
    if len(geometries) != len(numbers):
        raise ValueError(f"{len(geometries)} polygons need as many ids, got {len(numbers)}")
    if len(numbers) and (numbers.min() < 1 or numbers.max() > _MAX_ID):
        raise ValueError(f"ids must be from 1 to {_MAX_ID}, got {numbers.min()} to {numbers.max()}")
    burned = np.zeros(shape, np.int32)
    placed, kept = _placed(geometries, shape, transform)
    if len(kept):
        largest_first = np.argsort(-shapely.area(placed), kind="stable")
        pairs = [(placed[i], int(numbers[kept[i]])) for i in largest_first]
        features.rasterize(pairs, out=burned)
    return burned


def burn_over(picture: NDArray[np.int32], geometries: Any, ids: ArrayLike) -> None:
    """Burn polygons or lines in pixel coordinates into a picture that may hold others, the later over the earlier.

    Args:
        picture: int32 (rows, cols), changed.
        geometries: a sequence of n.
        ids: n whole numbers.
    """
    shape = (int(picture.shape[0]), int(picture.shape[1]))
    placed, kept = _placed(np.asarray(geometries, dtype=object).reshape(-1), shape, None)
    if len(kept):
        numbers = np.asarray(ids).reshape(-1)[kept].tolist()
        features.rasterize(zip(placed, numbers, strict=True), out=picture)


def burn_mask(polygons: Any, shape: tuple[int, int], *, transform: Affine | None = None) -> NDArray[np.bool_]:
    """Return where any of the polygons lies over a pixel's center, bool (rows, cols).

    Args:
        polygons: one (multi)polygon or a sequence of them, possibly empty.
        shape: (rows, cols) of the answer.
        transform: turns (col, row) of the answer into the polygons' coordinates; None where they are the same.
    """
    burned = np.zeros(shape, np.uint8)
    placed, _ = _placed(np.asarray(polygons, dtype=object).reshape(-1), shape, transform)
    if len(placed):
        features.rasterize([(polygon, 1) for polygon in placed], out=burned)
    return burned.astype(bool)


def _placed(
    geometries: NDArray[np.object_], shape: tuple[int, int], transform: Affine | None
) -> tuple[NDArray[np.object_], NDArray[np.intp]]:
    """Return the polygons that reach into the answer, in its pixel coordinates, and their numbers in the input."""
    rows, cols = shape
    if not len(geometries) or not rows or not cols:
        return geometries[:0], np.zeros(0, np.intp)
    placed = geometries if transform is None else moved(geometries, ~transform)
    x_min, y_min, x_max, y_max = shapely.bounds(placed).T
    # An empty polygon has NaN for bounds, which no comparison holds for.
    reaches = (x_max > 0) & (y_max > 0) & (x_min < cols) & (y_min < rows)
    kept = np.flatnonzero(reaches)
    return placed[kept], kept
