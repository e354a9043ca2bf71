"""Outlines follow what lies behind the staircase of pixels."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from rasterio import features
from scipy import ndimage
from shapely import Polygon, affinity, box

from engine.geo.trace import smooth_outline, trace
from engine.geo.window import Window


def labels_of(text: str) -> np.ndarray:
    return np.array([[int(sign) for sign in line] for line in text.split()], np.int32)


def traced(mask: np.ndarray) -> Polygon:
    ((_, polygon),) = trace(mask.astype(np.int32), Window(0, 0, *mask.shape))
    return polygon


def burned(polygon: Polygon, size: int) -> np.ndarray:
    return features.rasterize([(polygon, 1)], out_shape=(size, size)).astype(bool)


def same(one: Polygon, other: Polygon) -> bool:
    return one.symmetric_difference(other).area < 1e-9


def test_no_label_gives_no_polygon() -> None:
    assert trace(np.zeros((3, 4), np.int32), Window(0, 0, 3, 4)) == []


def test_one_pixel_gives_its_square_in_the_coordinates_of_the_window() -> None:
    ((number, polygon),) = trace(np.array([[0, 5]], np.int32), Window(10, 20, 1, 2))
    assert number == 5
    assert same(polygon, box(21, 10, 22, 11))


def test_ids_come_in_order_whatever_their_place() -> None:
    found = trace(labels_of("3001 0020"), Window(0, 0, 2, 4))
    assert [number for number, _ in found] == [1, 2, 3]


def test_touching_labels_stay_apart() -> None:
    found = dict(trace(labels_of("1122 1122"), Window(0, 0, 2, 4)))
    assert same(found[1], box(0, 0, 2, 2)) and same(found[2], box(2, 0, 4, 2))


def test_an_id_in_two_pieces_keeps_the_larger_one() -> None:
    polygon = traced(labels_of("1000 0110 0110"))
    assert same(polygon, box(1, 1, 3, 3))


def test_holes_stay_holes() -> None:
    polygon = traced(labels_of("1111 1001 1001 1111"))
    assert polygon.area == 12
    assert len(polygon.interiors) == 1


@pytest.mark.parametrize("rows, cols", [(3, 3), (4, 4), (6, 10), (40, 7)])
def test_an_upright_rectangle_comes_back_as_it_is(rows: int, cols: int) -> None:
    outline = smooth_outline(traced(np.ones((rows, cols))))
    assert same(outline, box(0, 0, cols, rows))
    assert len(outline.exterior.coords) == 5


@pytest.mark.parametrize("angle_deg", [10, 26.5, 37, 45, 61, 80])
def test_a_turned_rectangle_comes_back_as_one(angle_deg: float) -> None:
    true = affinity.rotate(box(20, 30, 60, 50), angle_deg)
    pixels = traced(burned(true, 80))
    outline = smooth_outline(pixels)
    assert len(outline.exterior.coords) - 1 <= 6  # of 100 corners of pixels
    assert outline.intersection(true).area / outline.union(true).area > 0.96
    assert abs(outline.area - pixels.area) / pixels.area < 0.01


def test_sides_run_within_a_pixel_of_the_staircase() -> None:
    pixels = traced(burned(shapely.Point(40, 40).buffer(30), 80))
    along = shapely.points(shapely.get_coordinates(smooth_outline(pixels).exterior.segmentize(0.2)))
    assert shapely.distance(along, pixels.exterior).max() < 1.0
    assert len(smooth_outline(pixels).exterior.coords) < 30


def test_a_courtyard_stays_and_a_missing_pixel_is_filled() -> None:
    mask = np.ones((20, 20), bool)
    mask[5:10, 5:10] = False
    mask[15, 15] = False
    outline = smooth_outline(traced(mask))
    assert len(outline.interiors) == 1
    assert same(Polygon(outline.interiors[0]), box(5, 5, 10, 10))


def test_a_wide_tolerance_makes_a_coarse_outline_and_none_keeps_the_pixels() -> None:
    pixels = traced(burned(shapely.Point(40, 40).buffer(30), 80))
    assert smooth_outline(pixels, 0.0).equals(pixels)
    assert len(smooth_outline(pixels, 5.0).exterior.coords) < 10


def test_any_blob_gives_one_valid_polygon_of_about_its_area() -> None:
    generator = np.random.default_rng(3)
    for sigma in (0.7, 1.5, 3.0):
        field = ndimage.gaussian_filter(generator.random((90, 90)), sigma)
        labels, _ = ndimage.label(field > np.quantile(field, 0.6))
        for _, pixels in trace(labels.astype(np.int32), Window(0, 0, 90, 90)):
            for tolerance_px in (0.6, 3.0):
                outline = smooth_outline(pixels, tolerance_px)
                assert outline.geom_type == "Polygon" and outline.is_valid and outline.is_simple
                assert abs(outline.area - pixels.area) <= (0.2 if tolerance_px < 1 else 0.5) * pixels.area


def test_where_the_ring_begins_does_not_matter() -> None:
    pixels = traced(burned(affinity.rotate(box(20, 30, 60, 50), 23), 80))
    ring = list(pixels.exterior.coords)[:-1]
    turned = Polygon(ring[7:] + ring[:7])
    assert smooth_outline(turned).equals_exact(smooth_outline(pixels), 1e-9)


def test_pixels_that_meet_at_a_corner_give_a_valid_outline() -> None:
    ring = labels_of("11110 10010 10011 11101 00111")
    for tolerance_px in (0.0, 0.6):
        assert smooth_outline(traced(ring), tolerance_px).is_valid
