"""A layer divided into neighborhoods that are worked on one after the other, each with what stands around it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely
from numpy.typing import NDArray

MOST_TOGETHER = 20_000  # polygons: about 200 MB of memory
_MOST_NEIGHBORS = 50  # on average; where more lie over each other there are no walls, only a heap
_SAMPLE = 200


def neighborhoods(bounds: NDArray[np.float64], most: int = MOST_TOGETHER) -> Iterator[NDArray[np.int64]]:
    """Yield the rows of each neighborhood, ascending; rows without bounds are in none.

    The ground is halved, across its longer side and through the middle one of the polygons, until few are left.

    Args:
        bounds: float (n, 4) of the polygons, NaN where there is none.
        most: polygons in one.
    """
    middles = (bounds[:, :2] + bounds[:, 2:]) / 2
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


def is_heap(bounds: NDArray[np.float64], rows: NDArray[np.int64], others: NDArray[np.int64]) -> bool:
    """Tell whether rows lie over so many others, by their bounds, that looking at every pair would take for ever."""
    asked = rows[:: max(len(rows) // _SAMPLE, 1)]
    tree = shapely.STRtree(shapely.box(*bounds[np.concatenate([rows, others])].T))
    found, _ = tree.query(shapely.box(*bounds[asked].T))
    return len(found) > (1 + _MOST_NEIGHBORS) * len(asked)
