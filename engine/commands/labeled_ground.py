"""Which ground is labeled already, whatever for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.data.areas import EVERY_ROLE, read_areas, ring_px
from engine.data.label_sheet import LabelSheet
from engine.data.labels import load_labels
from engine.domain.settings import LabelSource
from engine.events import Reporter
from engine.geo.polygons import polygon_parts
from engine.geo.raster import Raster

_LABELED_ROLES = ("train", "validate", "evaluate", EVERY_ROLE)  # areas to predict in are not labeled


def labeled_ground(
    rasters: Sequence[Raster], *, labels: str | None, areas: str | None, crs: str | None, reporter: Reporter
) -> list[NDArray[np.object_]]:
    """Return the polygons of labeled ground on each raster, in its own pixels and without overlap.

    Areas count but for those to predict in, and labels with a ring around each, wherever they lie.

    Raises:
        DeepSegError: labels or areas were given and cannot be used.
    """
    by_role: Sequence[Mapping[str, tuple[shapely.Polygon, ...]]] = [{} for _ in rasters]
    grounds: list[list[Any]] = [[] for _ in rasters]
    if labels is not None:
        # Whatever their categories: somebody has been there.
        found = load_labels(rasters, LabelSource(labels=labels, areas=areas), crs=crs, reporter=reporter)
        by_role = [sheet.areas for sheet in found.sheets]
        grounds = [_rings(sheet) for sheet in found.sheets]
    elif areas is not None:
        by_role = read_areas(rasters, areas, crs=crs, reporter=reporter)
    known = []
    for raster, roles, ground in zip(rasters, by_role, grounds, strict=True):
        drawn = [area for role in _LABELED_ROLES for area in roles.get(role, ())]
        outline = shapely.box(0, 0, raster.native_grid.cols, raster.native_grid.rows)
        parts, _ = polygon_parts([shapely.intersection(shapely.union_all([*drawn, *ground]), outline)])
        known.append(np.asarray(parts, object))
    return known


def _rings(sheet: LabelSheet) -> list[Any]:
    return list(shapely.buffer(sheet.polygons, ring_px(sheet), quad_segs=3)) if len(sheet.polygons) else []
