"""How large a polygon is on the ground, whatever its coordinates are."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from shapely import Polygon

from engine.domain.footprint import Measures

NO_MEASURES = Measures(area_m2=None, perimeter_m=None, length_m=None, width_m=None, orientation_deg=None)
_DEGREES = math.pi / 180
_AREA_DECIMALS = 9  # rectangles whose areas differ by less are equally small


def measure(polygon: Polygon, crs: pyproj.CRS | None) -> Measures:
    """Return the polygon's measures on the ellipsoid; all None without a CRS, or where the CRS does not reach.

    `area_m2` is without the holes, `perimeter_m` with their edges. `length_m` and `width_m` are the sides of the
    smallest rectangle around the polygon, turned as need be; `orientation_deg` is the direction of its longer side,
    clockwise from north, from 0 up to 180.
    """
    if crs is None or polygon.is_empty:
        return NO_MEASURES
    if crs.geodetic_crs is None:  # an engineering CRS of some building site: flat, but with units
        metres = shapely.transform(polygon, lambda xy: xy * crs.axis_info[0].unit_conversion_factor)
        return _with_rectangle(metres.area, metres.length, shapely.get_coordinates(metres.exterior))
    degrees = shapely.transform(polygon, _Degrees(crs))
    if not np.isfinite(shapely.get_coordinates(degrees)).all():
        return NO_MEASURES
    geod = _geod(crs)
    perimeter_m = sum(geod.line_length(*ring.xy) for ring in (degrees.exterior, *degrees.interiors))
    area_m2 = abs(geod.geometry_area_perimeter(degrees)[0])
    return _with_rectangle(area_m2, perimeter_m, _on_plane(shapely.get_coordinates(degrees.exterior), geod))


class _Degrees:
    """Turns an array of x, y into longitude and latitude in degrees on the CRS's own ellipsoid."""

    def __init__(self, crs: pyproj.CRS) -> None:
        self._transformer = _to_degrees(crs)

    def __call__(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(self._transformer.transform(xy[:, 0], xy[:, 1]))


@lru_cache(maxsize=8)
def _to_degrees(crs: pyproj.CRS) -> pyproj.Transformer:
    """Return the way from a CRS to longitude and latitude in degrees.

    The CRS's own ones where they are degrees, so that no shift of datum creeps in; some count in grads.
    """
    own = crs.geodetic_crs
    counts_degrees = own is not None and all(
        math.isclose(axis.unit_conversion_factor, _DEGREES) for axis in own.axis_info[:2]
    )
    target = own.to_2d() if own is not None and counts_degrees else pyproj.CRS.from_epsg(4326)
    return pyproj.Transformer.from_crs(crs, target, always_xy=True)


@lru_cache(maxsize=8)
def _geod(crs: pyproj.CRS) -> pyproj.Geod:
    geod: pyproj.Geod = crs.get_geod() or pyproj.Geod(ellps="WGS84")
    return geod


def _on_plane(lon_lat: NDArray[np.float64], geod: pyproj.Geod) -> NDArray[np.float64]:
    """Return metres east and north of the middle, (n, 2): by the ellipsoid's two curvatures there."""
    lon, lat = lon_lat.T
    lon_0 = lon[0]
    east_deg = (lon - lon_0 + 180) % 360 - 180  # across the 180th meridian as well
    lat_0 = math.radians((lat.min() + lat.max()) / 2)
    bend = 1 - geod.es * math.sin(lat_0) ** 2
    metres_per_lon = geod.a / math.sqrt(bend) * math.cos(lat_0) * _DEGREES
    metres_per_lat = geod.a * (1 - geod.es) / bend**1.5 * _DEGREES
    return np.column_stack([east_deg * metres_per_lon, (lat - lat[0]) * metres_per_lat])


def _with_rectangle(area_m2: float, perimeter_m: float, shell_m: NDArray[np.float64]) -> Measures:
    length_m, width_m, orientation_deg = smallest_rectangle(shell_m)
    return Measures(
        area_m2=area_m2,
        perimeter_m=perimeter_m,
        length_m=length_m,
        width_m=width_m,
        orientation_deg=orientation_deg,
    )


def smallest_rectangle(points: NDArray[np.float64]) -> tuple[float, float, float]:
    """Return (length, width, orientation_deg) of the smallest rectangle around points (n, 2), x east and y north.

    One of its sides lies along a side of the convex hull (Freeman and Shapira, 1975), so those are tried.
    """
    hull = shapely.get_coordinates(shapely.convex_hull(shapely.multipoints(points)))
    steps = np.diff(hull, axis=0)
    if not len(steps):
        return 0.0, 0.0, 0.0
    angles = np.unique(np.arctan2(steps[:, 1], steps[:, 0]) % (math.pi / 2))
    along = hull @ np.array([np.cos(angles), np.sin(angles)])  # (points, angles)
    across = hull @ np.array([-np.sin(angles), np.cos(angles)])
    lengths, widths = np.ptp(along, axis=0), np.ptp(across, axis=0)
    best = int(np.argmin(np.round(lengths * widths, _AREA_DECIMALS)))
    length, width, angle = float(lengths[best]), float(widths[best]), float(angles[best])
    if width > length:
        length, width, angle = width, length, angle + math.pi / 2
    return length, width, (90 - math.degrees(angle)) % 180
