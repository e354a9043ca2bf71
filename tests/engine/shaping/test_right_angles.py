"""Buildings get straight walls at right angles; round ones, and those without a direction, stay."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely import Point, Polygon, affinity, box

from engine.domain.clean_shapes_settings import ShapeChanges
from engine.shaping.network import Outlines
from engine.shaping.reshape import reshaped
from engine.shaping.walls import is_round
from tests.engine.shaping.drawn_shapes import L_SHAPE, angles_deg, array_of, iou, overlap, ragged, town

SQUARE = ShapeChanges(right_angles=True)


def squared(*polygons: Polygon, **options: float) -> np.ndarray:
    return reshaped(array_of(polygons), ShapeChanges(right_angles=True, **options))


def test_no_polygons_give_none() -> None:
    assert len(squared()) == 0


@pytest.mark.parametrize("turn_deg", [0, 13, 27, 45, 71, 89.5])
@pytest.mark.parametrize("truth, n_corners", [(box(0, 0, 20, 10), 4), (L_SHAPE, 6)], ids=["rectangle", "L"])
def test_a_ragged_building_comes_back_as_it_was(truth: Polygon, n_corners: int, turn_deg: float) -> None:
    truth = affinity.translate(affinity.rotate(truth, turn_deg), 500_000, 5_000_000)
    (found,) = squared(ragged(truth, int(turn_deg)))
    corners = angles_deg(found)
    assert len(corners) == n_corners
    assert np.abs(corners - 90).max() < 0.01
    assert iou(found, truth) > 0.97
    assert found.area == pytest.approx(truth.area, rel=0.02)


def test_a_true_rectangle_stays_to_the_millimetre() -> None:
    truth = affinity.rotate(box(0, 0, 20, 10), 33)
    (found,) = squared(truth)
    assert shapely.hausdorff_distance(found, truth) < 1e-3


def test_cut_off_corners_come_back() -> None:
    cut = Polygon([(1, 0), (19, 0), (20, 1), (20, 9), (19, 10), (1, 10), (0, 9), (0, 1)])
    (found,) = squared(affinity.rotate(cut, 20))
    assert iou(found, affinity.rotate(box(0, 0, 20, 10), 20, origin=(10, 5))) > 0.999


def test_a_small_step_in_a_wall_goes_and_a_large_one_stays() -> None:
    small = Polygon([(0, 0), (10, 0), (10, 0.4), (20, 0.4), (20, 10), (0, 10)])
    large = Polygon([(0, 0), (10, 0), (10, 3), (20, 3), (20, 10), (0, 10)])
    found = squared(small, affinity.translate(large, 100))
    assert [len(each.exterior.coords) - 1 for each in found] == [4, 6]


def test_a_long_diagonal_wall_stays_diagonal() -> None:
    bay = Polygon([(0, 0), (20, 0), (20, 10), (10, 20), (0, 20)])
    (found,) = squared(ragged(affinity.rotate(bay, 12), 5))
    assert sorted(np.round(angles_deg(found)).tolist()) == [90, 90, 90, 135, 135]


@pytest.mark.parametrize(
    "shape, expected",
    [
        (Point(0, 0).buffer(6), True),
        (affinity.rotate(affinity.scale(Point(0, 0).buffer(6), 3, 1), 30), True),
        (box(0, 0, 10, 10), False),
        (box(0, 0, 30, 6), False),
        (L_SHAPE, False),
        (Polygon([(0, 0), (10, 0), (5, 8)]), False),
    ],
    ids=["circle", "ellipse", "square", "rectangle", "L", "triangle"],
)
def test_round_is_told_from_angular(shape: Polygon, expected: bool) -> None:
    ragged_one = ragged(affinity.translate(shape, 700_000, 100_000), 1)
    assert is_round(Outlines.of(array_of([ragged_one]))).tolist() == [expected]


def test_a_circle_stays_round() -> None:
    circle = ragged(Point(0, 0).buffer(8), 2)
    (found,) = squared(circle)
    assert found.equals_exact(circle)


def test_a_shape_that_would_change_too_much_stays() -> None:
    building = ragged(affinity.rotate(box(0, 0, 20, 10), 25), 4)
    (found,) = squared(building, least_iou=0.9999)
    assert found is building


def test_a_courtyard_gets_right_angles_too() -> None:
    ring = Polygon(box(0, 0, 30, 20).exterior, [ragged(box(10, 6, 20, 14), 6).exterior])
    (found,) = squared(affinity.rotate(ring, 40))
    (hole,) = found.interiors
    assert len(hole.coords) == 5 and np.abs(angles_deg(Polygon(hole)) - 90).max() < 0.01


def test_a_wall_between_two_stays_one_wall() -> None:
    left = Polygon([(0, 0.1), (8.1, 0.2), (8.05, 2), (7.9, 5), (8.1, 9.9), (0.1, 10.2)])
    right = Polygon([(8.1, 0.2), (16.1, 0.05), (15.9, 5), (16.1, 10.1), (8.1, 9.9), (7.9, 5), (8.05, 2)])
    houses = array_of([affinity.rotate(each, 30, origin=(0, 0)) for each in (left, right)])
    found = reshaped(houses, SQUARE)
    assert [shapely.get_num_coordinates(each) for each in found] == [5, 5]
    assert shapely.coverage_is_valid(found) and overlap(found) == 0
    assert found[0].intersection(found[1]).length == pytest.approx(9.9, abs=0.3)
    assert np.abs(np.concatenate([angles_deg(each) for each in found]) - 90).max() < 1.5


def test_what_is_fixed_stays_and_so_do_the_walls_it_shares() -> None:
    left, right = box(0, 0, 8, 10), Polygon([(8, 0), (16, 0.6), (16.4, 10), (8, 10)])
    found = reshaped(array_of([left, right]), SQUARE, fixed=np.array([True, False]))
    assert found[0] is left
    assert shapely.coverage_is_valid(found)


@pytest.mark.parametrize("seed", range(4))
def test_a_town_keeps_its_ground(seed: int) -> None:
    before = town(60, seed)
    after = reshaped(before, SQUARE)
    assert shapely.is_valid(after).all() and overlap(after) == 0
    assert shapely.get_num_coordinates(after).mean() < 8
    area = shapely.area(after) / shapely.area(before)
    assert area.min() > 0.95 and area.max() < 1.05
    square = [np.abs(angles_deg(each) % 90).tolist() for each in after]
    n_corners = sum(map(len, square))
    assert sum(1 for each in square for angle in each if min(angle, 90 - angle) < 0.01) > 0.95 * n_corners


@pytest.mark.parametrize("seed", range(3))
def test_each_by_itself_is_the_same_alone_and_among_others(seed: int) -> None:
    before = town(30, seed)
    together = reshaped(before, SQUARE, apart=True)
    for number in (0, 7, 29):
        (alone,) = reshaped(before[number : number + 1], SQUARE, apart=True)
        assert alone.equals_exact(together[number], tolerance=1e-9)
