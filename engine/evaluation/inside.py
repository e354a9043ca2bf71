"""What counts where the area ends: the rule for shapes cut by its border."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

INSIDE_SHARE = 0.5
RULE = (
    "Shapes are cut at the edge of the raster, and compared whole: the border of the area does not cut them. "
    "A label counts if at least half of its surface lies inside the area. "
    "Any other label that reaches into the area is ignored: a footprint matched with it is neither right nor wrong. "
    "A footprint matched with no label is wrong only if at least half of its surface lies inside the area. "
    "A match needs the same category and masks that share an IoU of at least 0.5; "
    "each label is matched once, and the footprint with the highest score chooses first."
)
_ROUNDING = 1e-9


def cut_at_edge(polygons: NDArray[np.object_], shape: tuple[int, int]) -> NDArray[np.object_]:
    """Return the polygons' surfaces within a raster of `shape`; broken ones are repaired first."""
    rows, cols = shape
    is_broken = ~shapely.is_valid(polygons)
    cut = polygons.copy()
    if is_broken.any():
        cut[is_broken] = shapely.make_valid(polygons[is_broken])
    x0, y0, x1, y1 = shapely.bounds(cut).T
    sticks_out = (x0 < 0) | (y0 < 0) | (x1 > cols) | (y1 > rows)
    if sticks_out.any():
        cut[sticks_out] = shapely.intersection(cut[sticks_out], shapely.box(0, 0, cols, rows))
    return cut


def share_inside(polygons: NDArray[np.object_], area: BaseGeometry | None) -> NDArray[np.float64]:
    """Return the share of each polygon's surface that lies in the area, float (n,) from 0 to 1."""
    share = np.ones(len(polygons))
    if area is None or not len(polygons):
        return share
    shapely.prepare(area)
    share[~shapely.intersects(area, polygons)] = 0.0
    is_cut = (share > 0) & ~shapely.covers(area, polygons)
    surface = shapely.area(polygons[is_cut])
    within = shapely.area(shapely.intersection(polygons[is_cut], area))
    share[is_cut] = np.divide(within, surface, out=np.zeros_like(within), where=surface > 0)
    return share


def is_mostly_inside(share: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which shares reach half, whatever the last digit of the arithmetic says."""
    return share >= INSIDE_SHARE - _ROUNDING


def counts(polygons: NDArray[np.object_], area: BaseGeometry | None, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Return which labels on a raster of `shape` count, bool (n,)."""
    cut = cut_at_edge(polygons, shape)
    return is_mostly_inside(share_inside(cut, area)) & (shapely.area(cut) > 0)
