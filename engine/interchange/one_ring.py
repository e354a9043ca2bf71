"""Holes and parts in one ring, joined by lines without width, for formats that have no more than a ring."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from engine.geo.footprint_layout import oriented

Points = NDArray[np.float64]


def in_one_ring(shape: Any) -> Points:
    """Return the corners (n, 2) of a ring that runs around all parts and holes; it is not closed.

    From one to the next it goes along a line and back on it, which encloses nothing. Filled by any rule, it covers what
    the shape covers.
    """
    parts = oriented(shapely.get_parts(shape))
    rings = [shapely.get_coordinates(ring)[:-1] for part in parts for ring in (part.exterior, *part.interiors)]
    joined = rings[0]
    for ring in rings[1:]:
        joined = _joined(joined, ring)
    return joined


def out_of_one_ring(polygon: Any) -> Any:
    """Return the polygon, or its parts, that a ring encloses, without the lines that it runs along twice."""
    if polygon.is_valid:
        return polygon
    return shapely.make_valid(polygon, method="structure", keep_collapsed=False)


def _joined(ring: Points, other: Points) -> Points:
    """Return one ring of two, with a way there and back between the corners that lie closest."""
    distances, nearest = cKDTree(ring).query(other)
    there = int(np.argmin(distances))
    here = int(nearest[there])
    around = np.roll(other, -there, axis=0)
    return np.concatenate([ring[: here + 1], around, around[:1], ring[here:]])
