"""Which polygons have to do with each other, and whether a change has put one into the other."""

from __future__ import annotations

from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_array, csgraph

_ROUNDING = 1e-7  # of the smaller polygon: so much in common is no overlap
_INSIDES_MEET = "T********"  # of the relations between two geometries (Egenhofer and Franzosa, 1991)
_GROWTH = 1.1  # of an overlap that was there before: more is a new one


def meeting_pairs(polygons: NDArray[np.object_]) -> NDArray[np.int64]:
    """Return the pairs of polygons that meet, int (k, 2), each once and the smaller number first."""
    return _pairs(polygons, np.arange(len(polygons)), "intersects")


def _pairs(
    polygons: NDArray[np.object_], asked: NDArray[np.int64], predicate: Literal["intersects"] | None
) -> NDArray[np.int64]:
    """Return the pairs of which one is among the numbers asked; without a predicate all whose bounds meet."""
    one, other = shapely.STRtree(polygons).query(polygons[asked], predicate=predicate)
    one = asked[one]
    is_pair = one != other
    one, other = one[is_pair].astype(np.int64), other[is_pair].astype(np.int64)
    keys = np.unique(np.minimum(one, other) * len(polygons) + np.maximum(one, other))  # faster than pairs by rows
    return np.column_stack(np.divmod(keys, max(len(polygons), 1)))


def groups_of(pairs: NDArray[np.int64], n: int) -> NDArray[np.int64]:
    """Return the number of the group (n,) that each of n things hangs together with."""
    graph = coo_array((np.ones(len(pairs), bool), (pairs[:, 0], pairs[:, 1])), shape=(n, n))
    return np.asarray(csgraph.connected_components(graph, directed=False)[1], np.int64)


def newly_overlapping(
    before: NDArray[np.object_], after: NDArray[np.object_], changed: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the polygons, by number, that have more in common than before with another one, which is a changed one.

    Both of a pair are among them: which of the two has moved is not asked.
    """
    if not len(changed):
        return changed
    pairs = _pairs(after, changed, None)
    one, other = pairs.T
    # Most neighbors have a wall in common and nothing else: to see that takes a quarter of the time of cutting them.
    pairs = pairs[shapely.relate_pattern(after[one], after[other], _INSIDES_MEET)]
    one, other = pairs.T
    common = shapely.area(shapely.intersection(after[one], after[other]))
    smaller = np.minimum(shapely.area(after[one]), shapely.area(after[other]))
    pairs, common, smaller = (each[common > _ROUNDING * smaller] for each in (pairs, common, smaller))
    if not len(pairs):
        return np.zeros(0, np.int64)
    one, other = pairs.T
    had = shapely.area(shapely.intersection(before[one], before[other]))
    return np.unique(pairs[common > _GROWTH * had + _ROUNDING * smaller])
