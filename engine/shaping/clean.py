"""From geometries as people have them to clean ones: parts, holes, outlines, and what lies inside an area."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from engine.domain.clean_shapes_settings import ShapeChanges
from engine.geo.polygons import clean_polygons, polygon_parts
from engine.shaping.pairs import groups_of, meeting_pairs
from engine.shaping.plane import metres_per_unit, scaled
from engine.shaping.reshape import filled, reshaped


@dataclass(frozen=True, eq=False)
class CleanShapes:
    """What became of geometries (n,): `shapes` are (multi)polygons, None where nothing is left."""

    shapes: NDArray[np.object_]
    n_repaired: int


def clean_shapes(
    geometries: NDArray[np.object_],
    changes: ShapeChanges,
    *,
    crs: pyproj.CRS | None,
    fixed: NDArray[np.bool_] | None = None,
    area: Any = None,
    apart: bool = False,
    between: NDArray[np.int64] | None = None,
) -> CleanShapes:
    """Return geometries (n,) of any kind as clean polygons; invalid ones are repaired first.

    Args:
        geometries: in map coordinates; what is no polygon gives None.
        changes: what to do.
        crs: of the geometries; without one, metres are map units.
        fixed: bool (n,), those that others have to leave room for; they stay as they are.
        area: a (multi)polygon in map coordinates outside of which nothing is kept.
        apart: geometries have nothing to do with each other, and may overlap.
        between: int (n, k), as for `reshaped`.
    """
    clean = clean_polygons(geometries)
    parts, rows = clean.polygons, clean.sources
    held = np.zeros(len(parts), bool) if fixed is None else fixed[rows]
    scale = _scales(parts, crs, apart)
    flat = scaled(parts, scale)
    if changes.fill_holes_m2:
        lying = None if apart else flat[held | (shapely.area(flat) >= changes.min_area_m2)]
        flat = np.where(held, flat, filled(flat, changes.fill_holes_m2, lying=lying))
    stays = held | (shapely.area(flat) >= changes.min_area_m2)
    flat, rows, held, scale = flat[stays], rows[stays], held[stays], scale[stays]
    if changes.moves_outlines and len(flat):
        flat = reshaped(flat, changes, fixed=held, apart=apart, between=None if between is None else between[rows])
    parts = scaled(flat, 1 / scale)
    if area is not None:
        parts, cut = inside(parts, area)
        rows, scale = rows[cut], scale[cut]
        stays = shapely.area(parts) * scale.prod(axis=1) >= changes.min_area_m2
        parts, rows = parts[stays], rows[stays]
    return CleanShapes(gathered(parts, rows, len(geometries)), clean.n_repaired)


def _scales(parts: NDArray[np.object_], crs: pyproj.CRS | None, apart: bool) -> NDArray[np.float64]:
    """Return metres per map unit for each part (n, 2): the same for all that hang together, which share points."""
    if not len(parts):
        return np.ones((0, 2))
    bounds = shapely.bounds(parts)
    middle = (bounds[:, :2] + bounds[:, 2:]) / 2
    scale = metres_per_unit(crs, middle)
    if apart or (scale == scale[0]).all():
        return scale
    groups = groups_of(meeting_pairs(parts), len(parts))
    n = np.bincount(groups)
    means = np.column_stack([np.bincount(groups, each) / n for each in middle.T])
    return metres_per_unit(crs, means)[groups]


def inside(polygons: NDArray[np.object_], area: Any) -> tuple[NDArray[np.object_], NDArray[np.int64]]:
    """Return what of polygons lies inside an area, part by part, and the number of the polygon that each was."""
    shapely.prepare(area)
    is_whole = shapely.covers(area, polygons)
    is_cut = ~is_whole & shapely.intersects(area, polygons)
    cut = np.flatnonzero(is_cut)
    pieces, of = polygon_parts(shapely.intersection(polygons[cut], area))
    whole = np.flatnonzero(is_whole)
    numbers = np.concatenate([whole, cut[of]])
    order = np.argsort(numbers, kind="stable")
    return np.concatenate([polygons[whole], pieces])[order], numbers[order]


def gathered(parts: NDArray[np.object_], rows: NDArray[np.int64], n: int) -> NDArray[np.object_]:
    """Return one valid geometry per row (n,): a (multi)polygon, None where a row has no part."""
    shapes = np.full(n, None, object)
    counts = np.bincount(rows, minlength=n)
    single = counts[rows] == 1
    shapes[rows[single]] = parts[single]
    many = np.flatnonzero(~single)
    if len(many):
        of, at = np.unique(rows[many], return_inverse=True)
        shapes[of] = shapely.multipolygons(parts[many], indices=at.reshape(-1))
        # Parts were changed each by itself: some may lie over each other by now, or have a wall in common.
        broken = of[~shapely.is_valid(shapes[of])]
        shapes[broken] = shapely.union_all(shapes[broken][:, None], axis=1)
    return shapes
