"""Geometries of any kind become clean polygons, on any map."""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
import shapely
from affine import Affine
from shapely import LineString, MultiPolygon, Point, Polygon, affinity, box

from engine.domain.clean_shapes_settings import CleanShapesSettings, ShapeChanges
from engine.geo.grid import Grid
from engine.geo.measure import measure
from engine.shaping.clean import clean_shapes
from engine.shaping.neighborhoods import around, neighborhoods
from engine.shaping.plane import metres_per_pixel, metres_per_unit
from tests.engine.shaping.drawn_shapes import angles_deg, array_of, land, ragged

UTM = pyproj.CRS("EPSG:32632")
DEGREES = pyproj.CRS("EPSG:4326")
MERCATOR = pyproj.CRS("EPSG:3857")
FEET = pyproj.CRS("EPSG:2263")
NOTHING = ShapeChanges()


def cleaned(*geometries: shapely.Geometry | None, crs: pyproj.CRS | None = UTM, area=None, **changes) -> list:
    held = array_of(geometries)
    return clean_shapes(held, ShapeChanges(**changes), crs=crs, area=area).shapes.tolist()


def test_nothing_gives_nothing() -> None:
    assert cleaned(simplify_m=1) == []


@pytest.mark.parametrize("each", [None, Point(0, 0), LineString([(0, 0), (1, 1)]), Polygon()], ids=str)
def test_what_is_no_polygon_gives_none(each: shapely.Geometry | None) -> None:
    assert cleaned(each, box(0, 0, 10, 10), simplify_m=1) == [None, box(0, 0, 10, 10)]


def test_an_outline_that_crosses_itself_is_repaired() -> None:
    bow = Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    found = clean_shapes(array_of([bow]), ShapeChanges(simplify_m=0.1), crs=UTM)
    assert found.n_repaired == 1
    assert found.shapes[0].is_valid and found.shapes[0].area == pytest.approx(50)


def test_parts_stay_parts_and_specks_go() -> None:
    three = MultiPolygon([box(0, 0, 10, 10), box(20, 0, 30, 10), box(40, 0, 41, 1)])
    (found,) = cleaned(three, min_area_m2=2)
    assert found.geom_type == "MultiPolygon" and found.area == 200
    assert cleaned(three, box(0, 50, 1, 51), min_area_m2=50)[1] is None
    assert cleaned(three, min_area_m2=101) == [None]


def test_a_filled_hole_counts_for_the_size() -> None:
    ring = Polygon(box(0, 0, 10, 10).exterior, [box(1, 1, 9, 9).exterior])
    assert cleaned(ring, min_area_m2=50) == [None]
    assert cleaned(ring, min_area_m2=50, fill_holes_m2=64)[0].area == 100


def test_a_speck_that_goes_leaves_its_hole_to_be_filled() -> None:
    hole = box(1, 1, 2, 2)
    ring = Polygon(box(0, 0, 10, 10).exterior, [hole.exterior])
    assert [each and each.area for each in cleaned(ring, hole, fill_holes_m2=5)] == [99, 1]
    assert [each and each.area for each in cleaned(ring, hole, fill_holes_m2=5, min_area_m2=2)] == [100, None]


def test_what_lies_outside_an_area_is_cut_off() -> None:
    area = box(0, 0, 100, 100)
    inside, over, out = box(10, 10, 20, 20), box(90, 10, 110, 20), box(200, 0, 210, 10)
    found = cleaned(inside, over, out, area=area)
    assert found[0] == inside and found[1].equals(box(90, 10, 100, 20)) and found[2] is None
    assert cleaned(over, area=area, min_area_m2=101) == [None]


def test_an_area_may_cut_one_into_parts() -> None:
    area = shapely.union_all([box(0, 0, 10, 10), box(20, 0, 30, 10)])
    (found,) = cleaned(box(5, 2, 25, 4), area=area)
    assert found.geom_type == "MultiPolygon" and found.area == 20


@pytest.mark.parametrize(
    "crs, x, y", [(DEGREES, 24.9, 60.2), (MERCATOR, 2_772_000, 8_437_000), (FEET, 985_000, 200_000)]
)
def test_a_right_angle_is_one_on_the_ground(crs: pyproj.CRS, x: float, y: float) -> None:
    scale = metres_per_unit(crs, np.array([[x, y]]))[0]
    truth = ragged(affinity.rotate(box(0, 0, 20, 10), 30), 3)

    def on_map(polygon: Polygon) -> Polygon:
        return affinity.translate(affinity.scale(polygon, *(1 / scale), origin=(0, 0)), x, y)

    (found,) = cleaned(on_map(truth), crs=crs, right_angles=True)
    flat = affinity.scale(affinity.translate(found, -x, -y), *scale, origin=(0, 0))
    assert len(angles_deg(flat)) == 4 and np.abs(angles_deg(flat) - 90).max() < 0.02
    assert measure(found, crs).area_m2 == pytest.approx(200, rel=0.03)
    assert measure(found, crs).length_m == pytest.approx(20, rel=0.02)


def test_a_good_map_is_taken_as_it_is() -> None:
    assert metres_per_unit(UTM, np.array([[500_000.0, 5_000_000.0]])).tolist() == [[1, 1]]
    assert metres_per_unit(None, np.array([[5.0, 5.0]])).tolist() == [[1, 1]]
    feet = metres_per_unit(FEET, np.array([[985_000.0, 200_000.0]]))
    assert feet.tolist() == [[pytest.approx(0.3048006)] * 2]


def test_pixels_of_a_map_in_degrees_are_narrow() -> None:
    grid = Grid(DEGREES.to_wkt(), Affine(1e-5, 0, 25.0, 0, -1e-5, 60.0), 100, 100)
    across, down = metres_per_pixel(grid)
    assert across == pytest.approx(0.558, rel=1e-2) and down == pytest.approx(1.114, rel=1e-2)
    assert metres_per_pixel(Grid(None, Affine(1, 0, 0, 0, -1, 0), 10, 10)) == (1, 1)


def test_neighbors_on_a_map_in_degrees_keep_their_walls() -> None:
    fields = shapely.transform(land(12, 2, side=60), lambda xy: xy * 1e-5 + (24.9, 60.2))
    found = clean_shapes(fields, ShapeChanges(simplify_m=1.0), crs=DEGREES).shapes
    assert shapely.coverage_is_valid(found) and shapely.is_valid(found).all()


def test_a_layer_is_divided_into_neighborhoods() -> None:
    x = np.arange(100.0)
    bounds = np.column_stack([x, x * 0, x + 0.5, x * 0 + 1])
    bounds[7] = np.nan
    parts = list(neighborhoods(bounds, 30))
    assert sorted(np.concatenate(parts).tolist()) == [each for each in range(100) if each != 7]
    assert max(map(len, parts)) <= 30
    assert all(np.ptp(part) < 31 for part in parts)
    assert list(neighborhoods(bounds[:0])) == [] and list(neighborhoods(bounds[7:8])) == []


def test_what_stands_around_a_neighborhood_is_found() -> None:
    bounds = np.array([(0, 0, 1, 1), (1, 0, 2, 1), (3, 0, 4, 1), (9, 0, 10, 1)], float)
    assert around(bounds, np.array([0]), 0.0).tolist() == [1]
    assert around(bounds, np.array([0, 1]), 1.0).tolist() == [2]
    assert around(bounds, np.arange(4), 1.0).tolist() == []


@pytest.mark.parametrize(
    "name, value", [("fill_holes_m2", -1), ("min_area_m2", float("nan")), ("simplify_m", -0.1), ("wall_shift_m", 0)]
)
def test_values_that_cannot_be_are_refused(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=name):
        ShapeChanges(**{name: value})


def test_a_command_without_anything_to_do_is_refused(tmp_path) -> None:
    with pytest.raises(ValueError, match="nothing to do"):
        CleanShapesSettings(polygons="a.gpkg", output=tmp_path / "b.gpkg")
