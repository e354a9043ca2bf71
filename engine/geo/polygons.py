"""Geometries of any kind to valid polygons, and from one coordinate system to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

_POLYGON, _MULTI_POLYGON, _COLLECTION = 3, 6, 7


@dataclass(frozen=True)
class CleanPolygons:
    """`polygons` Polygon (n,), valid and with an area; `sources` int (n,), the geometry that each was part of.

    The counts are geometries: `n_repaired` were invalid, `n_empty` had nothing in them, `n_other_kind` were points or
    lines, `n_without_area` had polygons of no area.
    """

    polygons: NDArray[np.object_]
    sources: NDArray[np.intp]
    n_repaired: int
    n_empty: int
    n_other_kind: int
    n_without_area: int


def clean_polygons(geometries: Any) -> CleanPolygons:
    """Return the single, valid polygons in geometries of any kind, None among them."""
    geometries = np.asarray(geometries, dtype=object).reshape(-1)
    is_empty = shapely.is_missing(geometries) | shapely.is_empty(geometries)
    kind = shapely.get_type_id(geometries)
    is_areal = np.isin(kind, (_POLYGON, _MULTI_POLYGON, _COLLECTION)) & ~is_empty
    sources = np.flatnonzero(is_areal)
    areal = shapely.force_2d(geometries[sources])
    is_broken = ~shapely.is_valid(areal)
    if is_broken.any():
        areal[is_broken] = shapely.make_valid(areal[is_broken], method="structure", keep_collapsed=False)
    polygons, rows = polygon_parts(areal)
    has_polygon = np.zeros(len(geometries), bool)
    has_polygon[sources[rows]] = True
    is_collection = (kind == _COLLECTION) & is_areal & ~has_polygon
    return CleanPolygons(
        polygons=polygons,
        sources=sources[rows],
        n_repaired=int((is_broken & has_polygon[sources]).sum()),
        n_empty=int(is_empty.sum()),
        n_other_kind=int((~is_areal & ~is_empty).sum() + is_collection.sum()),
        n_without_area=int((is_areal & ~has_polygon & ~is_collection).sum()),
    )


def polygon_parts(geometries: Any) -> tuple[NDArray[np.object_], NDArray[np.intp]]:
    """Return the polygons with an area in an array of geometries, and the number of the one each was part of."""
    parts, numbers = shapely.get_parts(np.asarray(geometries, dtype=object).reshape(-1), return_index=True)
    while (shapely.get_type_id(parts) > _POLYGON).any():  # collections hold multipolygons
        parts, inner = shapely.get_parts(parts, return_index=True)
        numbers = numbers[inner]
    kept = (shapely.get_type_id(parts) == _POLYGON) & (shapely.area(parts) > 0)
    return parts[kept], numbers[kept]


def transform_polygons(
    polygons: NDArray[np.object_], source_crs: pyproj.CRS, target_crs: pyproj.CRS
) -> NDArray[np.object_]:
    """Return the geometries in the target CRS, vertex by vertex as QGIS shows them.

    A geometry that the target CRS does not reach comes back empty.
    """
    polygons = np.asarray(polygons, dtype=object).reshape(-1)
    if source_crs.equals(target_crs, ignore_axis_order=True) or not len(polygons):
        return polygons
    transformer = pyproj.Transformer.from_crs(source_crs, target_crs, always_xy=True)

    def move(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))

    coordinates, owners = shapely.get_coordinates(polygons, return_index=True)
    is_lost = np.zeros(len(polygons), bool)
    is_lost[owners[~np.isfinite(move(coordinates)).all(axis=1)]] = True
    answer = polygons.copy()
    answer[is_lost] = shapely.Polygon()
    if not is_lost.all():
        answer[~is_lost] = shapely.transform(polygons[~is_lost], move)
    return answer
