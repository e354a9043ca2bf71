"""Where pixels lie on the ground, and how large they are there."""

from __future__ import annotations

import math

import pytest
import shapely
from affine import Affine

from engine.errors import CrsError
from engine.geo.grid import PIXEL_COORDINATES, Grid, crs_name, moved, parse_crs
from engine.geo.window import Window


def grid_at(epsg: int, x: float, y: float, step: float, rows: int = 100, cols: int = 100) -> Grid:
    return Grid(parse_crs(f"EPSG:{epsg}").to_wkt(), Affine(step, 0, x, 0, -step, y), rows, cols)


@pytest.mark.parametrize(
    "epsg, x, y, step, metres",
    [
        (32632, 500_000, 5_600_000, 0.5, 0.5 / 0.9996),  # on the central meridian UTM is short by 0.04 %
        (3857, 0, 0, 1.0, math.sqrt(0.99331)),  # Mercator draws on a sphere; the ellipsoid is flatter by 1/150 there
        (3857, 0, 8_399_737.89, 1.0, 0.5),  # 60 degrees north: Mercator doubles every length
        (4326, 0, 0, 1e-5, 1e-5 * math.sqrt(111_319.491 * 110_574.389)),  # degrees at the equator
        (2263, 984_000, 200_000, 1.0, 0.3048006096),  # New York in US survey feet
        (
            4807,
            0,
            52,
            1e-5,
            0.9e-5 * math.sqrt(76_050.0 * 111_162.0),
        ),  # gon, counted from Paris; 52 gon are 46.8 degrees
        (31370, 153_824, 204_576, 0.5, 0.5),
    ],
)
def test_metres_per_pixel_are_measured_on_the_ground(epsg, x, y, step, metres):
    assert grid_at(epsg, x, y, step).metres_per_pixel == pytest.approx(metres, rel=2e-3)


def test_mercator_at_60_degrees_counts_half():
    equator = grid_at(3857, 0, 0, 1.0).metres_per_pixel
    north = grid_at(3857, 0, 8_399_737.89, 1.0).metres_per_pixel
    assert north / equator == pytest.approx(0.5, rel=6e-3)


def test_degrees_at_60_north_are_half_as_wide_as_high():
    side = grid_at(4326, 10, 60, 1e-5).metres_per_pixel
    assert side == pytest.approx(1e-5 * math.sqrt(55_800.0 * 111_412.0), rel=2e-3)


def test_rotation_does_not_change_the_size_of_a_pixel():
    transform = Affine.translation(500_000, 5_600_000) * Affine.rotation(30) * Affine.scale(0.2, -0.2)
    grid = Grid(parse_crs("EPSG:32632").to_wkt(), transform, 100, 100)
    assert grid.metres_per_pixel == pytest.approx(0.2 / 0.9996, rel=1e-4)


def test_without_crs_there_are_no_metres():
    assert Grid(None, PIXEL_COORDINATES, 10, 10).metres_per_pixel is None


def test_a_raster_beyond_its_crs_has_no_metres():
    assert grid_at(4326, 10, 500, 1.0, rows=10, cols=10).metres_per_pixel is None


def test_map_and_pixels_are_each_others_inverse():
    grid = grid_at(32632, 500_000, 5_600_000, 0.5, rows=20, cols=40)
    assert grid.to_pixels(shapely.Point(500_001, 5_599_999)) == shapely.Point(2, 2)
    assert grid.to_map(shapely.Point(2, 2)) == shapely.Point(500_001, 5_599_999)
    assert grid.bounds == (500_000, 5_599_990, 500_020, 5_600_000)
    assert grid.window == Window(0, 0, 20, 40)


def test_pixel_coordinates_point_down_as_negative_numbers():
    grid = Grid(None, PIXEL_COORDINATES, rows=30, cols=50)
    assert grid.has_pixel_coordinates
    assert grid.bounds == (0, -30, 50, 0)
    assert grid.to_pixels(shapely.Point(7, -3)) == shapely.Point(7, 3)


@pytest.mark.parametrize("scale, shape", [(1.0, (100, 75)), (0.5, (50, 38)), (2.0, (200, 150)), (0.001, (1, 1))])
def test_a_scaled_grid_covers_the_same_ground(scale, shape):
    grid = grid_at(32632, 500_000, 5_600_000, 0.5, rows=100, cols=75)
    scaled = grid.scaled(scale)
    assert (scaled.rows, scaled.cols) == shape
    assert scaled.bounds == pytest.approx(grid.bounds, abs=1e-6)


def test_a_scaled_grid_in_pixel_coordinates_stays_one():
    assert Grid(None, PIXEL_COORDINATES, 9, 9).scaled(0.5).has_pixel_coordinates


@pytest.mark.parametrize("scale", [0.0, -1.0, math.nan, math.inf])
def test_no_scale_but_a_positive_one(scale):
    with pytest.raises(ValueError, match="scale must be positive"):
        grid_at(32632, 0, 0, 1.0).scaled(scale)


@pytest.mark.parametrize("rows, cols, transform", [(0, 5, PIXEL_COORDINATES), (5, 5, Affine(0, 0, 0, 0, 0, 0))])
def test_a_grid_has_pixels_with_an_area(rows, cols, transform):
    with pytest.raises(ValueError):
        Grid(None, transform, rows, cols)


def test_every_vertex_is_moved_by_the_transform():
    box = moved(shapely.box(0, 0, 2, 1), Affine.translation(10, 20) * Affine.scale(3, 4))
    assert box.bounds == (10, 20, 16, 24)


def test_an_unknown_crs_is_named():
    with pytest.raises(CrsError, match='"EPSG:99999999" is no known coordinate system') as caught:
        parse_crs("EPSG:99999999")
    assert caught.value.hint == "Write it like EPSG:25832."


def test_a_crs_is_called_by_its_code():
    assert crs_name(parse_crs("EPSG:31370")) == "EPSG:31370"
    assert crs_name(parse_crs("+proj=aea +lat_1=1 +lat_2=2 +datum=WGS84")) == "unknown"
