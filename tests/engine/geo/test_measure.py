"""Measures are those of the ground, in any coordinates."""

from __future__ import annotations

import math
from dataclasses import astuple

import numpy as np
import pyproj
import pytest
import shapely
from shapely import Polygon, affinity, box

from engine.geo.measure import NO_MEASURES, measure, measures, smallest_rectangle

UTM = pyproj.CRS("EPSG:32632")
CENTER = (500_000.0, 5_600_000.0)  # on the central meridian, where UTM is 0.9996 of the ground


def block(width_m: float, height_m: float, *, angle_deg: float = 0.0) -> Polygon:
    """Return a rectangle on the ground in UTM, turned counterclockwise."""
    x, y = CENTER
    half = 0.9996 * width_m / 2, 0.9996 * height_m / 2
    return affinity.rotate(box(x - half[0], y - half[1], x + half[0], y + half[1]), angle_deg)


def moved(polygon: Polygon, crs: str) -> Polygon:
    to = pyproj.Transformer.from_crs(UTM, crs, always_xy=True)
    return shapely.transform(polygon, lambda xy: np.column_stack(to.transform(*xy.T)))


def test_without_a_crs_nothing_is_known() -> None:
    assert measure(box(0, 0, 1, 1), None) == NO_MEASURES
    assert measure(Polygon(), UTM) == NO_MEASURES


@pytest.mark.parametrize("crs", ["EPSG:32632", "EPSG:4326", "EPSG:3857", "EPSG:27572", "EPSG:2263"])
def test_a_house_is_as_large_in_degrees_in_web_mercator_in_grads_and_in_feet(crs: str) -> None:
    if crs == "EPSG:27572":  # Paris, counted in grads
        polygon, area_m2 = box(600_000, 2_400_000, 600_020, 2_400_010), 200.0
    elif crs == "EPSG:2263":  # New York, in US feet
        polygon, area_m2 = box(980_000, 200_000, 980_065.617, 200_032.808), 200.0
    else:
        polygon, area_m2 = moved(block(20, 10), crs), 200.0
    found = measure(polygon, pyproj.CRS(crs))
    assert found.area_m2 == pytest.approx(area_m2, rel=2e-3)
    assert found.perimeter_m == pytest.approx(60.0, rel=1e-3)
    assert found.length_m == pytest.approx(20.0, rel=1e-3)
    assert found.width_m == pytest.approx(10.0, rel=1e-3)


@pytest.mark.parametrize("angle_deg, orientation_deg", [(0, 90), (30, 60), (90, 0), (120, 150), (-45, 135)])
def test_orientation_runs_clockwise_from_north(angle_deg: float, orientation_deg: float) -> None:
    found = measure(moved(block(20, 10, angle_deg=angle_deg), "EPSG:4326"), pyproj.CRS("EPSG:4326"))
    difference = (found.orientation_deg - orientation_deg + 90) % 180 - 90
    assert abs(difference) < 0.01
    assert 0 <= found.orientation_deg < 180


def test_a_courtyard_takes_from_the_area_and_adds_to_the_perimeter() -> None:
    with_hole = block(40, 40).difference(block(20, 20))
    found = measure(with_hole, UTM)
    assert found.area_m2 == pytest.approx(1200, rel=1e-4)
    assert found.perimeter_m == pytest.approx(240, rel=1e-4)


def test_the_way_a_ring_turns_does_not_matter() -> None:
    polygon = block(20, 10)
    assert measure(polygon.reverse(), UTM).area_m2 == pytest.approx(measure(polygon, UTM).area_m2)


def test_across_the_180th_meridian_nothing_breaks() -> None:
    degrees = pyproj.CRS("EPSG:4326")
    here, there = box(10, 0, 10.002, 0.001), Polygon([(179.999, 0), (-179.999, 0), (-179.999, 0.001), (179.999, 0.001)])
    assert measure(there, degrees).area_m2 == pytest.approx(measure(here, degrees).area_m2, rel=1e-6)
    assert measure(there, degrees).length_m == pytest.approx(222.6, abs=0.1)


def test_a_building_site_without_a_place_on_earth_is_measured_flat() -> None:
    site = pyproj.CRS.from_wkt('LOCAL_CS["site",UNIT["foot",0.3048]]')
    found = measure(box(0, 0, 100, 10), site)
    assert found.area_m2 == pytest.approx(1000 * 0.3048**2)
    assert found.length_m == pytest.approx(30.48)


def test_the_smallest_rectangle_lies_on_a_side_of_the_hull() -> None:
    triangle = np.array([(0, 0), (4, 0), (0, 3)], float)
    length, width, _ = smallest_rectangle(triangle)
    assert length * width == pytest.approx(12)
    diamond = np.array([(0, 1), (1, 0), (0, -1), (-1, 0)], float)
    assert smallest_rectangle(diamond)[:2] == pytest.approx((math.sqrt(2), math.sqrt(2)))


def test_points_on_a_line_have_a_length_and_no_width() -> None:
    length, width, orientation_deg = smallest_rectangle(np.array([(0, 0), (0, 2), (0, 5)], float))
    assert (length, width, orientation_deg) == pytest.approx((5, 0, 0))


@pytest.mark.parametrize("crs", ["EPSG:32632", "EPSG:4326", 'LOCAL_CS["site",UNIT["foot",0.3048]]'])
def test_many_polygons_are_measured_as_each_is_alone(crs: str) -> None:
    chance = np.random.default_rng(4)
    polygons = [block(chance.uniform(5, 40), chance.uniform(5, 40), angle_deg=chance.uniform(0, 90)) for _ in range(9)]
    polygons += [block(40, 40).difference(block(20, 20)), shapely.Point(CENTER).buffer(7), block(3, 3).buffer(1)]
    polygons = polygons if crs == "EPSG:32632" else [moved(each, "EPSG:4326") for each in polygons]
    known_crs = pyproj.CRS.from_user_input(crs)
    assert len(measures(np.array([], object), known_crs)) == 0
    together = measures(np.array([*polygons, Polygon()], object), known_crs)
    assert together[:-1].tolist() == [list(astuple(measure(each, known_crs))) for each in polygons]
    assert np.isnan(together[-1]).all()


def test_where_the_crs_does_not_reach_one_is_unknown_and_the_others_are_not() -> None:
    far = box(1e30, 1e30, 2e30, 2e30)
    found = measures(np.array([far, block(20, 10)], object), UTM)
    assert np.isnan(found[0]).all()
    assert found[1, 0] == pytest.approx(200, rel=1e-4)
