"""What a prediction makes of outlines once they are drawn; nothing but those of one component decides about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely

from engine.domain.clean_shapes_settings import ShapeChanges
from engine.inference.footprints import Outline
from engine.inference.manifest import RasterPlan
from engine.shaping.parting import parted
from engine.shaping.plane import metres_per_pixel
from engine.shaping.reshape import filled, reshaped

_SHIFT_PX = 2.0  # how far a wall may move where pixels are coarse, if nobody says: outlines are no better than that
_COARSE_M = 0.5  # larger pixels are


def changed_outlines(
    outlines: list[Outline], plan: RasterPlan, changes: ShapeChanges, components: Sequence[int]
) -> list[Outline]:
    """Return outlines without small holes, with right angles and smoother, as asked; in network pixels as they were.

    Each is worked on by itself; then those of one component, which touch, are cut where they have come to overlap.
    What lies around a component makes no difference, so tiles and blocks leave no trace.

    Args:
        outlines: of one block.
        plan: the raster that they are of.
        changes: what to do.
        components: the number of each one's component.
    """
    if changes.are_none or not outlines:
        return outlines
    scale = metres_per_pixel(plan.network_grid)
    if max(scale) > _COARSE_M and changes.wall_shift_m is None:
        changes = replace(changes, wall_shift_m=_SHIFT_PX * max(scale))
    polygons = np.empty(len(outlines), object)
    polygons[:] = [outline.polygon for outline in outlines]
    flat = shapely.transform(polygons, lambda xy: xy * scale)
    drawn = reshaped(filled(flat, changes.fill_holes_m2), changes, apart=True)
    drawn = parted(
        flat,
        drawn,
        groups=np.array(components, np.int64),
        scores=np.array([outline.score for outline in outlines]),
        least_iou=changes.least_iou,
    )
    back = shapely.normalize(shapely.transform(drawn, lambda xy: xy / scale))
    return [replace(outline, polygon=polygon) for outline, polygon in zip(outlines, back, strict=True)]
