"""Outlines are simplified and smoothed, and neighbors stay neighbors."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely import Point, Polygon, box

from engine.domain.clean_shapes_settings import ShapeChanges
from engine.shaping.reshape import filled, reshaped
from tests.engine.shaping.drawn_shapes import array_of, iou, land, overlap, ragged, town

CHANGES = [
    ShapeChanges(simplify_m=0.8),
    ShapeChanges(smooth_m=1.0),
    ShapeChanges(right_angles=True, wall_shift_m=1.5),
    ShapeChanges(simplify_m=0.8, right_angles=True, smooth_m=0.5),
]
IDS = ["simplify", "smooth", "right angles", "all"]


def test_nothing_asked_changes_nothing() -> None:
    polygons = land(5, 1)
    assert reshaped(polygons, ShapeChanges()) is polygons


@pytest.mark.parametrize("changes", CHANGES, ids=IDS)
@pytest.mark.parametrize("seed", range(4))
def test_land_without_gaps_stays_without_gaps(changes: ShapeChanges, seed: int) -> None:
    before = land(25, seed)
    after = reshaped(before, changes)
    assert shapely.is_valid(after).all()
    assert shapely.coverage_is_valid(after)
    assert overlap(after) == 0
    # A gap would be a hole in what all cover together.
    whole = shapely.union_all(after)
    assert whole.geom_type == "Polygon" and not whole.interiors
    assert not shapely.equals(before, after).all()


@pytest.mark.parametrize("changes", CHANGES, ids=IDS)
@pytest.mark.parametrize("seed", range(3))
def test_close_neighbors_do_not_come_to_overlap(changes: ShapeChanges, seed: int) -> None:
    generator = np.random.default_rng(seed)
    boxes = [box(12 * x, 9 * y, 12 * x + 11.7, 9 * y + 8.7) for x in range(6) for y in range(6)]
    before = array_of([ragged(each, int(generator.integers(1 << 30)), noise=0.04) for each in boxes])
    assert overlap(before) == 0
    after = reshaped(before, changes)
    assert shapely.is_valid(after).all() and overlap(after) < 1e-4


def test_an_overlap_that_was_there_does_not_grow() -> None:
    pair = array_of([ragged(box(0, 0, 10, 10), 1), ragged(box(9, 0, 19, 10), 2)])
    after = reshaped(pair, ShapeChanges(simplify_m=0.5))
    assert overlap(after) <= 1.1 * overlap(pair)


def test_simplifying_moves_an_outline_no_farther_than_asked() -> None:
    for before, after in zip(town(20, 9), reshaped(town(20, 9), ShapeChanges(simplify_m=0.6)), strict=True):
        assert shapely.hausdorff_distance(before, after) <= 0.6 + 1e-9
        assert shapely.get_num_coordinates(after) < 0.3 * shapely.get_num_coordinates(before)


def test_a_shape_smaller_than_the_tolerance_stays() -> None:
    speck = box(0, 0, 0.3, 0.3)
    assert reshaped(array_of([speck]), ShapeChanges(simplify_m=5))[0] is speck


def test_smoothing_takes_little_and_leaves_no_sharp_corner() -> None:
    square = box(0, 0, 10, 10)
    (found,) = reshaped(array_of([square]), ShapeChanges(smooth_m=1.0))
    assert 0.98 < iou(found, square) < 1
    assert not found.intersects(Point(0, 0))


@pytest.mark.parametrize("most_m2, n_holes", [(0.0, 2), (0.5, 2), (1.0, 1), (3.9, 1), (4.0, 0)])
def test_holes_are_filled_up_to_their_size(most_m2: float, n_holes: int) -> None:
    building = Polygon(box(0, 0, 10, 10).exterior, [box(1, 1, 2, 2).exterior, box(5, 5, 7, 7).exterior])
    (found,) = filled(array_of([building]), most_m2)
    assert len(found.interiors) == n_holes
    assert found.area == pytest.approx(100 - {2: 5, 1: 4, 0: 0}[n_holes])


def test_a_hole_in_which_something_lies_stays() -> None:
    hole = box(1, 1, 2, 2)
    building = Polygon(box(0, 0, 10, 10).exterior, [hole.exterior])
    beside = box(10, 0, 12, 10)
    assert filled(array_of([building]), 5, lying=array_of([building, beside]))[0].area == 100
    assert filled(array_of([building]), 5, lying=array_of([building, hole]))[0].area == 99


def test_many_at_once_are_filled_each_by_itself() -> None:
    ring = Polygon(box(0, 0, 10, 10).exterior, [box(1, 1, 2, 2).exterior])
    court = Polygon(box(20, 0, 30, 10).exterior, [box(22, 2, 28, 8).exterior, box(21, 1, 21.5, 1.5).exterior])
    found = filled(array_of([ring, box(50, 0, 51, 1), court]), 2)
    assert [each.area for each in found] == [100, 1, 64]
