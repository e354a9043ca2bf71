"""One ring for a shape with holes or several parts, for formats that know nothing else."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray


def one_ring(shape: Any) -> NDArray[np.float64]:
    """Return a ring (n, 2), not closed, that goes there and back along the shortest bridges between all rings.

    Outer rings run one way and holes the other, so that whatever fills the ring leaves the holes open.
    """
    if shape.geom_type == "Polygon" and not shape.interiors:  # nearly all of them
        return shapely.get_coordinates(shape)[:-1]
    rings: list[NDArray[np.float64]] = []
    for part in sorted(shapely.get_parts(shape), key=lambda part: -part.area):
        rings.append(_points(part.exterior, is_ccw=True))
        rings += [_points(hole, is_ccw=False) for hole in part.interiors]
    ring, rest = rings[0], rings[1:]
    while rest:
        ring, number = _joined_with_nearest(ring, rest)
        rest.pop(number)
    return ring


def _points(ring: Any, *, is_ccw: bool) -> NDArray[np.float64]:
    points = shapely.get_coordinates(ring)[:-1]
    return points if shapely.is_ccw(ring) == is_ccw else points[::-1]


def _joined_with_nearest(
    ring: NDArray[np.float64], others: list[NDArray[np.float64]]
) -> tuple[NDArray[np.float64], int]:
    """Return the ring with the nearest of the others sewn in, and that one's number."""
    best = (np.inf, 0, 0, 0)
    for number, other in enumerate(others):
        for start in range(0, len(other), 512):  # in strips, so that long outlines fill no memory
            some = other[start : start + 512]
            squares = ((ring[:, None] - some[None]) ** 2).sum(axis=2)
            row, col = divmod(int(squares.argmin()), len(some))
            best = min(best, (float(squares[row, col]), number, row, start + col))
    _, number, here, there = best
    around = np.roll(others[number], -there, axis=0)
    return np.concatenate([ring[: here + 1], around, around[:1], ring[here:]]), number
