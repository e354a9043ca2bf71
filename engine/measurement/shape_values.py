"""The shape of polygons: sizes on the ellipsoid, and ratios that have no unit."""

from __future__ import annotations

import math

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from engine.geo.measure import measures, rectangles
from engine.geo.polygons import polygon_parts

METRES = ("area_m2", "perimeter_m", "length_m", "width_m")
PIXELS = ("area_px", "perimeter_px", "length_px", "width_px")  # where there is no CRS
RATIOS = ("orientation_deg", "elongation", "compactness", "convexity", "solidity", "rectangularity")
COUNTS = ("n_parts", "n_holes", "n_vertices")
_DECIMALS = {"orientation_deg": 1} | dict.fromkeys((*METRES, *PIXELS), 3)
_RATIO_DECIMALS = 4


def shape_columns(crs: pyproj.CRS | None) -> tuple[str, ...]:
    """Return the names of what `shape_values` gives."""
    return (*(PIXELS if crs is None else METRES), *RATIOS, *COUNTS)


def shape_values(geometries: NDArray[np.object_], crs: pyproj.CRS | None) -> dict[str, NDArray[np.float64]]:
    """Return for (multi)polygons (n,), valid and without height, each value; NaN for empty ones.

    Without a CRS sizes are in units of the coordinates, which are pixels.
    """
    n = len(geometries)
    parts, owners = polygon_parts(geometries)
    hulls = shapely.convex_hull(geometries)
    hulls[shapely.get_type_id(hulls) != shapely.GeometryType.POLYGON] = shapely.Polygon()
    n_holes = shapely.get_num_interior_rings(parts)
    of_parts, of_hulls = _sizes(parts, crs), _sizes(hulls, crs)
    outlines = of_parts[:, 1].copy()  # without the edges of holes
    holed = np.flatnonzero(n_holes)
    outlines[holed] = _sizes(shapely.polygons(shapely.get_exterior_ring(parts[holed])), crs)[:, 1]
    area, perimeter, outer = (
        np.bincount(owners, each, n).astype(np.float64) for each in (of_parts[:, 0], of_parts[:, 1], outlines)
    )
    hull_area, hull_perimeter, length, width, orientation = of_hulls.T
    area[~np.isin(np.arange(n), owners)] = np.nan
    sizes = (area, perimeter, length, width)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = (
            orientation,
            length / width,
            4 * math.pi * area / perimeter**2,
            hull_perimeter / outer,
            area / hull_area,
            area / (length * width),
        )
    counts = (
        np.bincount(owners, minlength=n),
        np.bincount(owners, n_holes, n),
        np.bincount(owners, shapely.get_num_coordinates(parts) - 1 - n_holes, n),
    )
    values = dict(zip(shape_columns(crs), (*sizes, *ratios, *counts), strict=True))
    return {name: _cleaned(name, value, np.isnan(area)) for name, value in values.items()}


def _sizes(polygons: NDArray[np.object_], crs: pyproj.CRS | None) -> NDArray[np.float64]:
    if crs is not None:
        return measures(polygons, crs)
    found = np.full((len(polygons), 5), np.nan)
    there = np.flatnonzero(~shapely.is_empty(polygons))
    shapes = polygons[there]
    sizes = np.column_stack([shapely.area(shapes), shapely.length(shapes)])
    found[there] = np.hstack([sizes, rectangles(shapely.get_exterior_ring(shapes))])
    return found


def _cleaned(name: str, values: NDArray[np.float64], is_unknown: NDArray[np.bool_]) -> NDArray[np.float64]:
    decimals = 0 if name in COUNTS else _DECIMALS.get(name, _RATIO_DECIMALS)
    cleaned = np.round(values, decimals)
    if name == "orientation_deg":
        cleaned = cleaned % 180.0
    return np.where(is_unknown | ~np.isfinite(cleaned), np.nan, cleaned)
