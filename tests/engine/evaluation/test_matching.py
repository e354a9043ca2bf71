"""What finds what, in worlds small enough to count on the fingers."""

import numpy as np
import pytest
import shapely
from shapely import box

from engine.domain.shapes import Shapes
from engine.evaluation.matching import Pair, match

SHAPE = (100, 100)
SQUARE = box(10, 10, 20, 20)


def matched(labels, footprints, scores, *, area=None, label_ids=None, footprint_ids=None):
    return match(
        Pair(
            Shapes.of(labels, label_ids or [1] * len(labels)),
            Shapes.of(footprints, footprint_ids or [1] * len(footprints), scores),
            area,
            SHAPE,
        )
    )


def test_nothing_matches_nothing():
    matches = matched([], [], [])
    assert matches.found.shape == (10, 0)
    assert matches.is_tp.shape == matches.is_fp.shape == (10, 0)
    assert matches.finder(0.5).tolist() == []


def test_label_without_footprint_is_missed():
    matches = matched([SQUARE], [], [])
    assert matches.finder(0.0).tolist() == [-1]
    assert matches.labels.best_iou.tolist() == [0.0]


def test_footprint_without_label_is_false():
    matches = matched([], [SQUARE], [0.9])
    assert matches.is_fp[:, 0].all()


def test_footprint_is_right_up_to_the_iou_it_reaches():
    matches = matched([SQUARE], [box(10, 10, 20, 18)], [0.9])  # 80 of 100 pixels
    assert matches.footprints.best_iou.tolist() == [0.8]
    assert matches.found_iou.tolist() == [0.8]
    assert matches.is_tp[:, 0].tolist() == [True] * 7 + [False] * 3  # 0.5 ... 0.8
    assert matches.is_fp[:, 0].tolist() == [False] * 7 + [True] * 3


def test_iou_of_exactly_one_half_is_enough():
    assert matched([SQUARE], [box(10, 10, 20, 15)], [0.9]).is_tp[0].tolist() == [True]


def test_label_is_found_once_by_the_higher_score():
    matches = matched([SQUARE], [box(10, 10, 20, 20), box(10, 10, 20, 19)], [0.3, 0.8])
    assert matches.footprints.rows.tolist() == [1, 0]
    assert matches.is_tp[0].tolist() == [True, False]
    assert matches.is_fp[0].tolist() == [False, True]
    assert matches.finder(0.5).tolist() == [0]
    assert matches.found_iou.tolist() == [0.9, 0.0]


def test_equal_scores_keep_the_order_given():
    assert matched([SQUARE], [SQUARE, SQUARE, SQUARE], [0.5, 0.7, 0.5]).footprints.rows.tolist() == [1, 0, 2]


def test_footprint_chooses_the_label_it_covers_best():
    matches = matched([box(10, 10, 20, 16), SQUARE, box(10, 10, 20, 17)], [SQUARE], [0.9])
    assert matches.found[0].tolist() == [1]


def test_label_of_another_category_is_not_found():
    matches = matched([SQUARE], [SQUARE], [0.9], label_ids=[1], footprint_ids=[2])
    assert matches.finder(0.0).tolist() == [-1]
    assert matches.footprints.best_iou.tolist() == [0.0]


def test_low_score_finds_nothing_at_a_higher_threshold():
    matches = matched([SQUARE], [SQUARE], [0.4])
    assert matches.finder(0.4).tolist() == [0]
    assert matches.finder(0.41).tolist() == [-1]


AREA = box(0, 0, 50, 100)


@pytest.mark.parametrize(
    "x, counts, kept",
    [
        (30, True, True),
        (45, True, True),
        (46, False, True),
        (49.5, False, True),
        (50, False, False),
        (70, False, False),
    ],
)
def test_label_counts_when_half_of_it_lies_inside(x, counts, kept):
    """x = 45 puts exactly half of it inside; one that does not reach in is left out altogether."""
    labels = matched([box(x, 10, x + 10, 20)], [], [], area=AREA).labels
    assert labels.is_inside.tolist() == ([counts] if kept else [])


def test_footprint_matched_with_an_ignored_label_is_neither_right_nor_wrong():
    matches = matched([box(46, 10, 56, 20)], [box(45, 10, 55, 20)], [0.9], area=AREA)
    assert not matches.is_tp.any()
    assert not matches.is_fp[0].any()


def test_footprint_beyond_the_area_is_not_false():
    matches = matched([], [box(46, 10, 56, 20), box(80, 80, 90, 90), box(44, 40, 54, 50)], [0.9, 0.8, 0.7], area=AREA)
    assert matches.is_fp[0].tolist() == [False, False, True]


def test_footprint_mostly_outside_still_finds_a_label_that_counts():
    matches = matched([box(44, 10, 54, 20)], [box(46, 10, 56, 20)], [0.9], area=AREA)
    assert matches.is_tp[0].tolist() == [True]


def test_label_that_counts_is_preferred_to_an_ignored_one_with_greater_iou():
    ignored, counting = box(46, 10, 56, 20), box(43, 10, 53, 20)
    matches = matched([ignored, counting], [box(45, 10, 55, 20)], [0.9], area=AREA)
    assert matches.found[0].tolist() == [1]


def test_shapes_are_cut_at_the_edge_of_the_raster():
    matches = matched([box(90, 0, 120, 10)], [box(90, 0, 100, 10)], [0.9])
    assert matches.found_iou.tolist() == [1.0]
    assert matches.labels.shapes.polygons[0].area == 100


def test_shapes_off_the_raster_or_thinner_than_a_pixel_are_left_out():
    shapes = [box(200, 0, 210, 10), SQUARE, box(30.6, 30, 31.4, 40)]
    matches = matched(shapes, shapes, [0.9, 0.8, 0.7])
    assert matches.labels.rows.tolist() == matches.footprints.rows.tolist() == [1]


def test_broken_outlines_are_repaired_before_they_are_cut():
    bow = shapely.Polygon([(90, 10), (110, 30), (110, 10), (90, 30)])
    matches = matched([bow], [bow], [0.9], area=box(80, 0, 100, 100))
    assert matches.found_iou.tolist() == [1.0]


def test_area_may_be_several_polygons_or_nothing_at_all():
    two = shapely.MultiPolygon([box(0, 0, 15, 100), box(15.001, 0, 40, 100)])
    assert matched([SQUARE], [], [], area=two).labels.is_inside.tolist() == [True]
    assert matched([SQUARE], [SQUARE], [0.5], area=shapely.Polygon()).is_fp.any() == np.False_
