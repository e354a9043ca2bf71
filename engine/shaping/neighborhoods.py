"""A layer divided into neighborhoods that are worked on one after the other, each with what stands around it."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import shapely
from numpy.typing import NDArray

MOST_TOGETHER = 20_000  # polygons: about 200 MB of memory
MOST_ALONG_LINES = MOST_TOGETHER // 3  # of those along dividing lines, which have others on both sides
_MOST_NEIGHBORS = 50  # on average; where more lie over each other there are no walls, only a heap
_SAMPLE = 200


def neighborhoods(
    bounds: NDArray[np.float64], most: int = MOST_TOGETHER, *, turn: float = 0.0
) -> Iterator[NDArray[np.int64]]:
    """Yield the rows of each neighborhood, ascending; rows without bounds are in none.

    The ground is halved, across its longer side and through the middle one of the polygons, until few are left.

    Args:
        bounds: float (n, 4) of the polygons, NaN where there is none.
        most: polygons in one.
        turn: by which lines that divide the ground are turned, in radians.
    """
    middles = (bounds[:, :2] + bounds[:, 2:]) / 2
    if turn:  # from where nothing large is taken from something large
        middles = (middles - np.nanmin(middles, axis=0)) @ [
            [math.cos(turn), math.sin(turn)],
            [-math.sin(turn), math.cos(turn)],
        ]
    waiting = [np.flatnonzero(np.isfinite(middles).all(axis=1))]
    while waiting:
        rows = waiting.pop()
        if len(rows) <= most:
            if len(rows):
                yield rows
            continue
        x, y = middles[rows].T
        order = np.lexsort((rows, *((x, y) if np.ptp(x) < np.ptp(y) else (y, x))))
        half = len(rows) // 2
        waiting += [np.sort(rows[order[half:]]), np.sort(rows[order[:half]])]


def around(bounds: NDArray[np.float64], rows: NDArray[np.int64], margin: float) -> NDArray[np.int64]:
    """Return other rows whose bounds reach into those of some rows, made wider by a margin."""
    if len(rows) == len(bounds):
        return np.zeros(0, np.int64)
    low, high = bounds[rows, :2].min(axis=0) - margin, bounds[rows, 2:].max(axis=0) + margin
    near = (bounds[:, :2] <= high).all(axis=1) & (bounds[:, 2:] >= low).all(axis=1)
    near[rows] = False
    return np.asarray(np.flatnonzero(near), np.int64)


def beside(bounds: NDArray[np.float64], rows: NDArray[np.int64], margin: float = 0.0) -> NDArray[np.int64]:
    """Return other rows whose bounds reach, by a margin, into those of any of some rows: however these are strewn."""
    tree = shapely.STRtree(shapely.box(*(bounds[rows] + (-margin, -margin, margin, margin)).T))
    rest = around(bounds, rows, margin)
    found = [
        part[np.unique(tree.query(shapely.box(*bounds[part].T))[0])]
        for part in np.array_split(rest, len(rest) // MOST_TOGETHER + 1)
    ]
    return np.concatenate(found)


def is_heap(bounds: NDArray[np.float64], rows: NDArray[np.int64], others: NDArray[np.int64]) -> bool:
    """Tell whether rows lie over so many others, by their bounds, that looking at every pair would take for ever."""
    asked = rows[:: max(len(rows) // _SAMPLE, 1)]
    tree = shapely.STRtree(shapely.box(*bounds[np.concatenate([rows, others])].T))
    found, _ = tree.query(shapely.box(*bounds[asked].T))
    return len(found) > (1 + _MOST_NEIGHBORS) * len(asked)
