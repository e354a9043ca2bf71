"""Metres in place of map units, so that a right angle on the map is one on the ground."""

from __future__ import annotations

import math

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from engine.geo.grid import Grid

_NEARLY_1 = 0.01  # a map whose metres are so nearly true is left as it is, and so are its coordinates, bit for bit
_DEGREE = math.pi / 180


def metres_per_unit(crs: pyproj.CRS | None, xy: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how many metres a map unit is along x and y at places (n, 2), float (n, 2).

    1 without a CRS, so that everything is counted in map units; and where a CRS does not reach.
    """
    if crs is None or not len(xy):
        return np.ones((len(xy), 2))
    unit = crs.axis_info[0].unit_conversion_factor if crs.axis_info else 1.0
    if crs.is_geographic:
        return _on_ellipsoid(crs, xy, unit)
    scale = np.full((len(xy), 2), unit)
    if crs.is_projected:
        true = _point_scale(crs, xy)
        scale /= np.where(np.abs(true - 1) <= _NEARLY_1, 1, true)[:, None]
    return scale


def _on_ellipsoid(crs: pyproj.CRS, xy: NDArray[np.float64], unit: float) -> NDArray[np.float64]:
    geod = crs.get_geod() or pyproj.Geod(ellps="WGS84")
    latitude = np.clip(xy[:, 1] * unit, -89.9 * _DEGREE, 89.9 * _DEGREE)
    bend = 1 - geod.es * np.sin(latitude) ** 2
    along_x = geod.a / np.sqrt(bend) * np.cos(latitude) * unit
    along_y = geod.a * (1 - geod.es) / bend**1.5 * unit
    return np.column_stack([along_x, along_y])


def _point_scale(crs: pyproj.CRS, xy: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how many times too long things are drawn, float (n,), by their surface; 1 where nobody knows."""
    try:
        projection = pyproj.Proj(crs)
        longitude, latitude = projection(xy[:, 0], xy[:, 1], inverse=True)
        true = np.sqrt(np.asarray(projection.get_factors(longitude, latitude).areal_scale))
    except pyproj.exceptions.ProjError:
        return np.ones(len(xy))
    return np.where(np.isfinite(true) & (true > 0), true, 1.0)


def metres_per_pixel(grid: Grid) -> tuple[float, float]:
    """Return how many metres a pixel in the middle of a grid is along columns and rows; 1 where nobody knows."""
    if grid.crs is None:
        return 1.0, 1.0
    corner = shapely.get_coordinates(grid.to_map(shapely.linestrings(_steps(grid))))
    along_x, along_y = metres_per_unit(grid.crs, corner[:1])[0]
    steps = (corner[1:] - corner[0]) * (along_x, along_y)
    right, down = np.hypot(*steps.T).tolist()
    return (right, down) if math.isfinite(right * down) else (1.0, 1.0)


def _steps(grid: Grid) -> NDArray[np.float64]:
    """Return the middle of a grid, and one pixel to the right and one down from there."""
    return np.array([(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]) + (grid.cols / 2, grid.rows / 2)


def scaled(polygons: NDArray[np.object_], scale: NDArray[np.float64]) -> NDArray[np.object_]:
    """Return polygons (n,) with x and y times their own scale (n, 2); those of scale 1 are the same ones."""
    rows = np.flatnonzero((scale != 1).any(axis=1))
    if not len(rows):
        return polygons
    answer = polygons.copy()
    xy, owners = shapely.get_coordinates(polygons[rows], return_index=True)
    answer[rows] = shapely.set_coordinates(polygons[rows].copy(), xy * scale[rows][owners])
    return answer
