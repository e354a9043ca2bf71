"""Where pixels lie on the ground."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyproj
import shapely
from affine import Affine
from numpy.typing import NDArray

from engine.errors import CrsError
from engine.geo.window import Window

# QGIS shows a raster without georeference with y pointing down as negative numbers; labels drawn there use it.
PIXEL_COORDINATES = Affine(1.0, 0.0, 0.0, 0.0, -1.0, 0.0)


@dataclass(frozen=True)
class Grid:
    """CRS, transform and shape: (col, row) times `transform` is (x, y) in `crs_wkt`, None where there is no CRS."""

    crs_wkt: str | None
    transform: Affine
    rows: int
    cols: int

    def __post_init__(self) -> None:
        if self.rows < 1 or self.cols < 1:
            raise ValueError(f"a grid needs at least one row and one column, got {self.rows} x {self.cols}")
        if not math.isfinite(self.transform.determinant) or self.transform.determinant == 0.0:
            raise ValueError(f"a grid's pixels need an area, got the transform {tuple(self.transform)[:6]}")

    @property
    def window(self) -> Window:
        """Return the window that holds every pixel."""
        return Window(0, 0, self.rows, self.cols)

    @cached_property
    def crs(self) -> pyproj.CRS | None:
        """Return the coordinate system, None where there is none."""
        return pyproj.CRS.from_wkt(self.crs_wkt) if self.crs_wkt else None

    @property
    def has_pixel_coordinates(self) -> bool:
        """Tell whether the raster has no georeference, so that its map coordinates are QGIS's pixel coordinates."""
        return self.crs_wkt is None and _has_unit_steps(self.transform)

    @property
    def outline(self) -> shapely.Polygon:
        """Return the raster's edge in map coordinates; no rectangle where the transform is rotated."""
        outline: shapely.Polygon = self.to_map(shapely.box(0, 0, self.cols, self.rows))
        return outline

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Return (x_min, y_min, x_max, y_max) in map units."""
        x_min, y_min, x_max, y_max = self.outline.bounds
        return x_min, y_min, x_max, y_max

    @cached_property
    def metres_per_pixel(self) -> float | None:
        """Return the side in metres of a square as large as the middle pixel, on the ellipsoid.

        None without a CRS, and where the CRS does not reach the raster's place.
        """
        return None if self.crs is None else _pixel_side_m(self.crs, self.transform, self.rows, self.cols)

    def to_pixels(self, geometry: Any) -> Any:
        """Return a geometry, or an array of them, in pixel coordinates (col, row) instead of map coordinates."""
        return moved(geometry, ~self.transform)

    def to_map(self, geometry: Any) -> Any:
        """Return a geometry, or an array of them, in map coordinates instead of pixel coordinates."""
        return moved(geometry, self.transform)

    def scaled(self, scale: float) -> Grid:
        """Return the grid over the same ground with `scale` times as many pixels along each side, rounded."""
        if not (math.isfinite(scale) and scale > 0):
            raise ValueError(f"scale must be positive, got {scale}")
        rows, cols = max(1, round(self.rows * scale)), max(1, round(self.cols * scale))
        if (rows, cols) == (self.rows, self.cols):
            return self
        transform = self.transform * Affine.scale(self.cols / cols, self.rows / rows)
        return Grid(self.crs_wkt, transform, rows, cols)


def moved(geometry: Any, transform: Affine) -> Any:
    """Return a geometry, or an array of them, with every vertex multiplied by the transform."""

    def move(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        x, y = xy[:, 0], xy[:, 1]
        a, b, c, d, e, f = tuple(transform)[:6]
        return np.column_stack((a * x + b * y + c, d * x + e * y + f))

    return shapely.transform(geometry, move)


def parse_crs(text: str) -> pyproj.CRS:
    """Return the coordinate system that a person wrote, such as EPSG:25832.

    Raises:
        CrsError: when PROJ does not know it.
    """
    try:
        return pyproj.CRS.from_user_input(text)
    except pyproj.exceptions.CRSError as err:
        raise CrsError(f'"{text}" is no known coordinate system', hint="Write it like EPSG:25832.") from err


def stated_crs(text: str | None, *, file: str) -> pyproj.CRS | None:
    """Return the coordinate system that a file states; None where it states none, or one that is nowhere on Earth.

    Raises:
        CrsError: when PROJ does not understand it.
    """
    if not text:
        return None
    try:
        crs = pyproj.CRS.from_user_input(text)
    except pyproj.exceptions.CRSError as err:
        raise CrsError(
            f"the coordinate system that {file} states is unknown", hint="Set it in QGIS and save the file anew."
        ) from err
    # Programs write "undefined Cartesian" and the like where nobody chose one.
    return None if crs.type_name == "Engineering CRS" else crs


def crs_name(crs: pyproj.CRS) -> str:
    """Return the short name of a coordinate system, such as EPSG:4326."""
    authority = crs.to_authority()
    return ":".join(authority) if authority else crs.name


def _has_unit_steps(transform: Affine) -> bool:
    """Tell whether the transform counts pixels from the corner, also after `Grid.scaled`."""
    return transform.c == transform.f == transform.b == transform.d == 0.0 and transform.a > 0 > transform.e


def _pixel_side_m(crs: pyproj.CRS, transform: Affine, rows: int, cols: int) -> float | None:
    geodetic, ellipsoid = crs.geodetic_crs, crs.get_geod()
    if geodetic is None or ellipsoid is None:  # no ellipsoid, but units
        return math.sqrt(abs(transform.determinant)) * crs.axis_info[0].unit_conversion_factor
    col, row = cols / 2, rows / 2
    steps = ((-0.5, 0.0), (0.5, 0.0), (0.0, -0.5), (0.0, 0.5))
    x, y = np.array([transform * (col + right, row + down) for right, down in steps]).T
    # Its own longitude and latitude, so that no datum shift creeps in.
    to_geodetic = pyproj.Transformer.from_crs(crs, geodetic.to_2d(), always_xy=True)
    lon, lat = to_geodetic.transform(x, y)
    degrees = math.degrees(geodetic.axis_info[0].unit_conversion_factor)  # old French maps count in gon
    lon, lat = lon * degrees, lat * degrees
    if not (np.isfinite(lon).all() and (np.abs(lat) <= 90).all()):  # false for NaN as well
        return None
    azimuth, _, length_m = ellipsoid.inv(lon[::2], lat[::2], lon[1::2], lat[1::2])
    turn = math.radians(azimuth[1] - azimuth[0])
    return math.sqrt(abs(length_m[0] * length_m[1] * math.sin(turn)))
