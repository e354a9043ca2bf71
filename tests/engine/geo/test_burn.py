"""Polygons to pixels."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from affine import Affine

from engine.geo.burn import burn_instances, burn_mask

BOX = shapely.box(1, 2, 4, 4)  # columns 1 to 3, rows 2 and 3


def test_no_polygons_burn_nothing():
    assert burn_instances([], [], (2, 3)).tolist() == [[0, 0, 0], [0, 0, 0]]
    assert not burn_mask([], (2, 3)).any()
    assert not burn_mask(shapely.MultiPolygon(), (2, 3)).any()
    assert burn_mask([BOX], (0, 3)).shape == (0, 3)


def test_a_polygon_covers_the_pixels_whose_center_it_holds():
    burned = burn_instances([BOX], [7], (5, 5))
    expected = np.zeros((5, 5), int)
    expected[2:4, 1:4] = 7
    assert burned.dtype == np.int32 and (burned == expected).all()
    assert (burn_mask(BOX, (5, 5)) == (expected > 0)).all()


@pytest.mark.parametrize("edge, n_cols", [(1.49, 1), (1.51, 2)])
def test_an_edge_counts_at_the_center_of_a_pixel(edge, n_cols):
    assert burn_mask(shapely.box(0, 0, edge, 1), (1, 4)).sum() == n_cols


def test_a_small_polygon_on_a_large_one_stays_whole():
    large, small = shapely.box(0, 0, 6, 6), shapely.box(2, 2, 4, 4)
    for polygons, ids in (([large, small], [1, 2]), ([small, large], [2, 1])):
        burned = burn_instances(polygons, ids, (6, 6))
        assert (burned == 2).sum() == 4 and (burned == 1).sum() == 32


def test_a_hole_stays_open():
    ring = shapely.box(0, 0, 5, 5).difference(shapely.box(1, 1, 4, 4))
    assert burn_mask(ring, (5, 5)).sum() == 16


def test_parts_of_a_multipolygon_are_one_instance():
    burned = burn_instances([shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(3, 0, 4, 1)])], [3], (1, 4))
    assert burned.tolist() == [[3, 0, 0, 3]]


def test_polygons_outside_or_across_the_edge_are_cut():
    far = shapely.box(100, 100, 101, 101)
    assert burn_instances([far, shapely.box(-5, -5, 1, 1)], [1, 2], (2, 2)).tolist() == [[2, 0], [0, 0]]


def test_a_transform_leads_from_the_answer_to_the_polygons():
    # A chip twice as fine whose corner lies at (1, 2) holds exactly the box.
    chip_to_polygons = Affine.translation(1, 2) * Affine.scale(0.5)
    assert burn_mask(BOX, (4, 6), transform=chip_to_polygons).all()
    assert not burn_mask(BOX, (4, 7), transform=chip_to_polygons)[:, 6].any()


def test_a_quarter_turn_swaps_rows_and_columns():
    turn = Affine.translation(5, 0) * Affine.rotation(90)  # (col, row) -> (5 - row, col)
    burned = burn_mask(BOX, (5, 5), transform=turn)
    assert (burned == np.rot90(burn_mask(BOX, (5, 5)), 1)).all()


def test_any_rotation_keeps_the_area():
    turn = Affine.translation(50, 50) * Affine.rotation(33) * Affine.translation(-50, -50)
    square = shapely.box(30, 30, 70, 70)
    assert burn_mask(square, (100, 100), transform=turn).sum() == pytest.approx(1600, rel=0.02)


def test_empty_polygons_are_passed_over():
    assert burn_instances([shapely.Polygon(), BOX], [1, 2], (5, 5)).max() == 2


@pytest.mark.parametrize("ids", [[0], [-1], [2**31]])
def test_ids_are_counted_from_one(ids):
    with pytest.raises(ValueError, match="ids must be from 1"):
        burn_instances([BOX], ids, (5, 5))


def test_every_polygon_has_an_id():
    with pytest.raises(ValueError, match="1 polygons need as many ids, got 2"):
        burn_instances([BOX], [1, 2], (5, 5))


def test_a_circle_has_about_the_area_of_a_circle():
    assert burn_mask(shapely.Point(20, 20).buffer(10), (40, 40)).sum() == pytest.approx(math.pi * 100, rel=0.03)
