"""At what resolution a network should look, given how large the labels are."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import shapely

from engine.data.labels import LabelSheet

# Plain fractions, no finer than a network can tell: it learns with zooms of a factor of two.
SCALES = (1 / 8, 1 / 6, 1 / 4, 1 / 3, 1 / 2, 3 / 4, 1.0, 3 / 2, 2.0, 3.0, 4.0)
_SMALLEST_PX = 10.0  # narrower things vanish in the stride of the network


def choose_scale(sheets: Sequence[LabelSheet], object_size_px: float) -> float:
    """Return network pixels per raster pixel, so that a typical label is about `object_size_px` across.

    Every category counts once, however many labels it has. The smallest category stays at least
    10 px across if a scale allows it.
    """
    sizes_px = category_sizes_px(sheets)
    if not sizes_px:
        return 1.0
    typical_px = math.exp(sum(math.log(size) for size in sizes_px.values()) / len(sizes_px))
    wanted = object_size_px / typical_px
    nearest = min(SCALES, key=lambda scale: abs(math.log(scale / wanted)))
    visible = [scale for scale in SCALES if scale * min(sizes_px.values()) >= _SMALLEST_PX]
    return max(nearest, min(visible, default=SCALES[-1]))


def category_sizes_px(sheets: Sequence[LabelSheet]) -> dict[int, float]:
    """Return the median size of each category that has labels, in raster pixels: the root of the area."""
    ids = np.concatenate([sheet.category_ids for sheet in sheets])
    areas = np.concatenate([shapely.area(sheet.polygons) for sheet in sheets])
    return {
        int(category_id): max(float(np.median(np.sqrt(areas[ids == category_id]))), 1.0)
        for category_id in np.unique(ids)
    }
