"""Geometries of any kind to valid polygons, and from one coordinate system to another."""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
import shapely

from engine.geo.polygons import clean_polygons, polygon_parts, transform_polygons

BOX = shapely.box(0, 0, 2, 2)
BOW_TIE = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])  # two triangles of area 1


def test_no_geometries_are_no_polygons():
    clean = clean_polygons([])
    assert len(clean.polygons) == 0
    assert (clean.n_repaired, clean.n_empty, clean.n_other_kind, clean.n_without_area) == (0, 0, 0, 0)


def test_parts_keep_the_number_of_their_geometry():
    multi = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(5, 5, 6, 6)])
    clean = clean_polygons([BOX, multi])
    assert clean.sources.tolist() == [0, 1, 1]
    assert shapely.area(clean.polygons).tolist() == [4, 1, 1]


def test_a_bow_tie_becomes_its_two_triangles():
    clean = clean_polygons([BOW_TIE])
    assert clean.n_repaired == 1 and shapely.area(clean.polygons).tolist() == [1, 1]
    assert shapely.is_valid(clean.polygons).all()


def test_a_spike_is_cut_off_and_no_line_is_left():
    spike = shapely.Polygon([(0, 0), (2, 0), (2, 1), (5, 1), (2, 1), (2, 2), (0, 2)])
    clean = clean_polygons([spike])
    assert clean.n_repaired == 1 and len(clean.polygons) == 1 and clean.polygons[0].equals(BOX)


@pytest.mark.parametrize(
    "geometry, count",
    [
        (None, "n_empty"),
        (shapely.Polygon(), "n_empty"),
        (shapely.Point(1, 1), "n_other_kind"),
        (shapely.LineString([(0, 0), (1, 1)]), "n_other_kind"),
        (shapely.GeometryCollection([shapely.Point(1, 1)]), "n_other_kind"),
        (shapely.Polygon([(0, 0), (1, 1), (2, 2)]), "n_without_area"),
        (shapely.MultiPolygon([]), "n_empty"),
    ],
)
def test_what_gives_no_polygon_is_counted_by_its_cause(geometry, count):
    clean = clean_polygons([BOX, geometry])
    counts = {name: getattr(clean, name) for name in ("n_empty", "n_other_kind", "n_without_area")}
    assert len(clean.polygons) == 1 and clean.n_repaired == 0
    assert counts.pop(count) == 1 and not any(counts.values())


def test_polygons_are_found_in_nested_collections():
    nested = shapely.GeometryCollection([shapely.MultiPolygon([BOX, shapely.box(9, 9, 10, 10)]), shapely.Point(0, 0)])
    parts, numbers = polygon_parts([shapely.Point(3, 3), shapely.GeometryCollection([nested])])
    assert shapely.area(parts).tolist() == [4, 1] and numbers.tolist() == [1, 1]


def test_heights_are_dropped():
    clean = clean_polygons([shapely.Polygon([(0, 0, 9), (1, 0, 9), (1, 1, 9)])])
    assert not shapely.has_z(clean.polygons).any()


def test_polygons_are_reprojected_and_not_relabeled():
    degrees, utm = pyproj.CRS("EPSG:4326"), pyproj.CRS("EPSG:32632")
    there = transform_polygons(np.array([shapely.box(9, 50, 9.001, 50.001)]), degrees, utm)
    x_min, y_min, x_max, _ = there[0].bounds
    assert x_min == pytest.approx(500_000, abs=1e-6)  # nine degrees east is the middle of zone 32
    assert y_min == pytest.approx(5_538_630.7, abs=0.1)
    assert x_max - x_min == pytest.approx(71.7, abs=0.1)


def test_the_same_crs_changes_nothing():
    polygons = np.array([BOX])
    there = transform_polygons(polygons, pyproj.CRS("EPSG:4326"), pyproj.CRS("EPSG:4326"))
    assert there[0] is polygons[0]


def test_a_polygon_that_a_crs_does_not_reach_comes_back_empty():
    polygons = np.array([shapely.box(0, 0, 1, 1), shapely.box(0, 91, 1, 95)])
    there = transform_polygons(polygons, pyproj.CRS("EPSG:4326"), pyproj.CRS("EPSG:3857"))
    assert not there[0].is_empty and there[1].is_empty
