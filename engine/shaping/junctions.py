"""Junctions that one neighbor does not know of: corners that lie on the wall of another."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.geo.ragged import ranges, starts_of
from engine.shaping.network import Outlines

_ON_WALL = 1e-3  # units of the plane: a corner so near a wall lies on it; files round to about that


def with_junctions(outlines: Outlines, neighbors: NDArray[np.int64]) -> Outlines:
    """Return outlines that have a point wherever a neighbor's corner lies on one of their walls.

    Tracers of rasters leave these points out; without them a wall between two is not the same line for both.

    Args:
        outlines: the rings.
        neighbors: int (k,), polygons that meet another one; the rest is not looked at.
    """
    rings = np.flatnonzero(np.isin(outlines.owners, neighbors))
    at = ranges(outlines.starts[rings], outlines.counts[rings])
    if not len(at):
        return outlines
    following = np.arange(1, len(outlines.xy) + 1)
    following[outlines.starts[1:] - 1] = outlines.starts[:-1]
    begin, end = outlines.xy[at], outlines.xy[following[at]]
    walls = shapely.linestrings(_shortened(begin, end))
    corners = np.unique(begin.view(np.complex128)).view(np.float64).reshape(-1, 2)  # much faster than by rows
    corner, wall = shapely.STRtree(walls).query(shapely.points(corners), predicate="dwithin", distance=_ON_WALL)
    xy = corners[corner]
    inside = np.minimum(_distance(xy, begin[wall]), _distance(xy, end[wall])) > _ON_WALL
    xy, wall = xy[inside], wall[inside]
    along = ((xy - begin[wall]) * (end - begin)[wall]).sum(axis=1)
    order = np.lexsort((along, at[wall]))
    place = at[wall][order] + 1
    ring = np.repeat(np.arange(len(outlines.owners)), outlines.counts)
    counts = outlines.counts + np.bincount(ring[place - 1], minlength=len(outlines.owners))
    return Outlines(
        np.insert(outlines.xy, place, xy[order], axis=0), starts_of(counts), outlines.owners, outlines.n_polygons
    )


def _shortened(begin: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return walls (n, 2, 2) that end before their corners, so that only corners between these are near them."""
    length = np.maximum(_distance(begin, end), _ON_WALL)
    off = (end - begin) * np.minimum(2 * _ON_WALL / length, 0.5)[:, None]
    return np.stack([begin + off, end - off], axis=1)


def _distance(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.hypot(*(one - other).T))
