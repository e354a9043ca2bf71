"""How large polygons are on the ground, whatever their coordinates are."""

from __future__ import annotations

import itertools
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
_MOST_PAIRS = 1 << 20  # of points and sides of hulls, looked at in one go
_AREA_DECIMALS = 9  # rectangles whose areas differ by less are equally small


def measure(polygon: Polygon, crs: pyproj.CRS | None) -> Measures:
    """Return what `measures` does for one polygon; all None where nothing is known."""
    values = measures(np.array([polygon], object), crs)[0].tolist()
    return NO_MEASURES if math.isnan(values[0]) else Measures(*values)


def measures(polygons: NDArray[np.object_], crs: pyproj.CRS | None) -> NDArray[np.float64]:
    """Return the polygons' measures on the ellipsoid, float (n, 5) in the order of `Measures`.

    They are NaN without a CRS, where the CRS does not reach and for empty polygons. `area_m2` is without the holes,
    `perimeter_m` with their edges. `length_m` and `width_m` are the sides of the smallest rectangle around the
    polygon, turned as need be; `orientation_deg` is the direction of its longer side, clockwise from north, from 0 up
    to 180.
    """
    polygons = np.asarray(polygons, dtype=object).reshape(-1)
    found = np.full((len(polygons), 5), np.nan)
    if crs is None:
        return found
    known = np.flatnonzero(~shapely.is_empty(polygons))
    if crs.geodetic_crs is None:  # an engineering CRS of some building site: flat, but with units
        metres = shapely.transform(polygons[known], lambda xy: xy * crs.axis_info[0].unit_conversion_factor)
        sizes = np.column_stack([shapely.area(metres), shapely.length(metres)])
        found[known] = np.hstack([sizes, rectangles(shapely.get_exterior_ring(metres))])
        return found
    degrees = shapely.transform(polygons[known], _Degrees(crs))
    coordinates, owners = shapely.get_coordinates(degrees, return_index=True)
    is_reached = np.ones(len(known), bool)
    is_reached[owners[~np.isfinite(coordinates).all(axis=1)]] = False
    known, degrees = known[is_reached], degrees[is_reached]
    shells = shapely.get_exterior_ring(degrees)
    lon_lat, owners = shapely.get_coordinates(shells, return_index=True)
    on_plane = _on_plane(lon_lat, owners, len(known), _geod(crs))
    found[known] = np.hstack(
        [_on_ellipsoid(degrees, _geod(crs)), rectangles(shapely.set_coordinates(shells, on_plane))]
    )
    return found


def _on_ellipsoid(degrees: NDArray[np.object_], geod: pyproj.Geod) -> NDArray[np.float64]:
    """Return areas without holes and perimeters with their edges, (n, 2), on the ellipsoid."""
    rings, owners = shapely.get_rings(degrees, return_index=True)
    xy, ring_of = shapely.get_coordinates(rings, return_index=True)
    bounds = np.searchsorted(ring_of, np.arange(len(rings) + 1)).tolist()
    lon, lat = np.ascontiguousarray(xy[:, 0]), np.ascontiguousarray(xy[:, 1])
    sizes = np.array(
        [geod.polygon_area_perimeter(lon[begin:end], lat[begin:end]) for begin, end in itertools.pairwise(bounds)]
    ).reshape(-1, 2)
    is_shell = np.diff(owners, prepend=-1) > 0
    areas_m2 = np.abs(sizes[:, 0]) * np.where(is_shell, 1, -1)
    per_polygon = [np.bincount(owners, each, len(degrees)) for each in (areas_m2, sizes[:, 1])]
    return np.column_stack(per_polygon)


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


def _on_plane(
    lon_lat: NDArray[np.float64], owners: NDArray[np.int64], n: int, geod: pyproj.Geod
) -> NDArray[np.float64]:
    """Return metres east and north of something in the middle of each of n shells: by the ellipsoid's curvatures there.

    Args:
        lon_lat: the points of all shells in degrees, shell by shell.
        owners: the shell of each point.
        n: how many shells there are.
        geod: the ellipsoid.
    """
    if not n:
        return np.zeros((0, 2))
    begins = np.searchsorted(owners, np.arange(n))
    lon, lat = lon_lat.T
    east_deg = (lon - lon[begins][owners] + 180) % 360 - 180  # across the 180th meridian as well
    lat_0 = np.radians((np.minimum.reduceat(lat, begins) + np.maximum.reduceat(lat, begins)) / 2)
    bend = 1 - geod.es * np.sin(lat_0) ** 2
    metres_per_lon = geod.a / np.sqrt(bend) * np.cos(lat_0) * _DEGREES
    metres_per_lat = geod.a * (1 - geod.es) / bend**1.5 * _DEGREES
    return np.column_stack([east_deg * metres_per_lon[owners], (lat - lat[begins][owners]) * metres_per_lat[owners]])


def smallest_rectangle(points: NDArray[np.float64]) -> tuple[float, float, float]:
    """Return (length, width, orientation_deg) of the smallest rectangle around points (n, 2), x east and y north."""
    length, width, orientation_deg = rectangles(np.array([shapely.multipoints(points)], object))[0].tolist()
    return length, width, orientation_deg


def rectangles(shapes: NDArray[np.object_]) -> NDArray[np.float64]:
    """Return length, width and orientation_deg, (n, 3), of the smallest rectangle around each shape.

    One of its sides lies along a side of the convex hull (Freeman and Shapira, 1975), so those are tried.
    """
    hulls, owners = shapely.get_coordinates(shapely.convex_hull(shapes), return_index=True)
    counts = np.bincount(owners, minlength=len(shapes))
    begins = np.cumsum(counts) - counts
    found = np.zeros((len(shapes), 3))
    for count in np.unique(counts[counts > 1]).tolist():  # hulls of as many points are one array
        alike = np.flatnonzero(counts == count)
        for numbers in np.array_split(alike, 1 + len(alike) * count**2 // _MOST_PAIRS):
            found[numbers] = _around_hulls(hulls[begins[numbers][:, None] + np.arange(count)])
    return found


def _around_hulls(hulls: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return length, width and orientation_deg, (n, 3), of the smallest rectangles around closed hulls (n, k, 2)."""
    steps = np.diff(hulls, axis=1)
    angles = np.sort(np.arctan2(steps[..., 1], steps[..., 0]) % (math.pi / 2), axis=1)  # (n, k - 1)
    cosine, sine = np.cos(angles)[:, None], np.sin(angles)[:, None]
    x, y = hulls[..., 0, None], hulls[..., 1, None]
    lengths, widths = np.ptp(x * cosine + y * sine, axis=1), np.ptp(y * cosine - x * sine, axis=1)
    best = np.argmin(np.round(lengths * widths, _AREA_DECIMALS), axis=1)[:, None]
    length, width, angle = (np.take_along_axis(each, best, axis=1)[:, 0] for each in (lengths, widths, angles))
    is_upright = width > length
    orientation_deg = (90 - np.degrees(np.where(is_upright, angle + math.pi / 2, angle))) % 180
    return np.column_stack([np.maximum(length, width), np.minimum(length, width), orientation_deg])
