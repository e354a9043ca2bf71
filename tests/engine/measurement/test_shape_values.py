"""The shape of polygons, by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from shapely import MultiPolygon, Point, Polygon, box

from engine.geo.grid import parse_crs
from engine.measurement.shape_values import shape_columns, shape_values

UTM = parse_crs("EPSG:32632")


def one(polygon: shapely.Geometry, crs=None) -> dict[str, float]:
    return {name: float(values[0]) for name, values in shape_values(np.array([polygon], object), crs).items()}


def test_no_polygons_have_no_values_but_all_columns() -> None:
    found = shape_values(np.zeros(0, object), UTM)
    assert tuple(found) == shape_columns(UTM)
    assert all(len(values) == 0 for values in found.values())


def test_an_empty_polygon_has_no_measures() -> None:
    assert all(math.isnan(value) for value in one(Polygon(), UTM).values())


def test_a_rectangle() -> None:
    found = one(box(0, 0, 10, 4))
    assert [found[name] for name in ("area_px", "perimeter_px", "length_px", "width_px")] == [40, 28, 10, 4]
    assert (found["orientation_deg"], found["elongation"]) == (90, 2.5)
    assert found["compactness"] == pytest.approx(4 * math.pi * 40 / 28**2, abs=1e-4)
    assert (found["convexity"], found["solidity"], found["rectangularity"]) == (1, 1, 1)
    assert (found["n_parts"], found["n_holes"], found["n_vertices"]) == (1, 0, 4)


def test_a_circle_is_the_most_compact() -> None:
    found = one(Point(0, 0).buffer(50, quad_segs=64))
    assert found["compactness"] == pytest.approx(1, abs=1e-3)
    assert found["elongation"] == pytest.approx(1, abs=1e-3)
    assert found["rectangularity"] == pytest.approx(math.pi / 4, abs=1e-3)


def test_a_corner_is_less_convex_than_its_hull() -> None:
    found = one(Polygon([(0, 0), (4, 0), (4, 1), (1, 1), (1, 4), (0, 4)]))
    hull = 16 - 9 / 2
    assert found["solidity"] == pytest.approx(7 / hull, abs=1e-4)
    assert found["convexity"] == pytest.approx((4 + 1 + math.sqrt(18) + 1 + 4) / 16, abs=1e-4)


def test_holes_count_and_take_away_but_leave_convexity_alone() -> None:
    found = one(box(0, 0, 10, 10).difference(box(2, 2, 4, 4)).difference(box(6, 6, 7, 7)))
    assert (found["area_px"], found["perimeter_px"], found["n_holes"], found["n_vertices"]) == (95, 52, 2, 12)
    assert (found["convexity"], found["solidity"]) == (1, 0.95)


def test_parts_count_together() -> None:
    found = one(MultiPolygon([box(0, 0, 1, 1), box(9, 0, 10, 1)]))
    assert (found["area_px"], found["perimeter_px"], found["length_px"], found["n_parts"]) == (2, 8, 10, 2)
    assert found["solidity"] == 0.2


def test_metres_are_those_of_the_ground() -> None:
    # At the central meridian UTM shortens by 0.9996.
    found = one(box(500_000, 5_500_000, 500_100, 5_500_050), UTM)
    assert found["area_m2"] == pytest.approx(5000 / 0.9996**2, rel=1e-5)
    assert (found["length_m"], found["width_m"]) == pytest.approx((100 / 0.9996, 50 / 0.9996), rel=1e-5)
    assert found["elongation"] == pytest.approx(2, abs=1e-3)
    # One degree by one degree at the equator on WGS 84 is 12 308.778 km².
    assert one(box(0, 0, 1, 1), parse_crs("EPSG:4326"))["area_m2"] == pytest.approx(12_308_778_361, rel=1e-6)


def test_a_polygon_in_a_row_with_an_empty_one_keeps_its_values() -> None:
    found = shape_values(np.array([Polygon(), box(0, 0, 10, 4), Polygon()], object), None)
    assert found["area_px"][1] == 40 and found["n_vertices"][1] == 4
    assert np.isnan(found["area_px"][[0, 2]]).all() and np.isnan(found["n_parts"][[0, 2]]).all()
