"""Every number of a report, by hand."""

import time

import numpy as np
import pytest
import shapely
from shapely import box

from engine.domain.category import categories_named
from engine.domain.shapes import Shapes
from engine.evaluation.matching import Pair
from engine.evaluation.report import evaluate_shapes
from engine.evaluation.scores import best_f1_threshold

HOUSE, TREE = categories_named(["house", "tree"])
SHAPE = (100, 100)


def squares(*xs, side=10):
    return [box(x, 10, x + side, 10 + side) for x in xs]


def report_of(labels, footprints, scores, *, area=None, threshold=0.5, valid=None):
    pair = Pair(
        Shapes.of(labels, [1] * len(labels)), Shapes.of(footprints, [1] * len(scores), scores), area, SHAPE, valid
    )
    return evaluate_shapes([pair], [HOUSE], score_threshold=threshold)


def test_no_raster_says_nothing():
    scores = evaluate_shapes([], [HOUSE], score_threshold=0.5).overall
    assert (scores.map, scores.precision, scores.recall, scores.f1, scores.pixel_iou, scores.best_f1) == (None,) * 6
    assert (scores.tp, scores.fp, scores.fn, scores.n_labels, scores.n_footprints) == (0, 0, 0, 0, 0)


def test_labels_without_footprints_are_all_missed():
    scores = report_of(squares(0, 20), [], []).overall
    assert (scores.map, scores.map50, scores.recall, scores.f1, scores.pixel_iou) == (0, 0, 0, 0, 0)
    assert scores.precision is None  # of no footprint, none is right and none is wrong
    assert (scores.fn, scores.n_labels, scores.best_f1, scores.best_f1_threshold) == (2, 2, 0.0, 0.5)
    assert (scores.area_error, scores.mean_area_error) == (None, None)


def test_footprints_without_labels_are_all_false():
    scores = report_of([], squares(0, 20), [0.9, 0.2]).overall
    assert (scores.map, scores.recall, scores.f1, scores.pixel_iou) == (None, None, None, None)
    assert (scores.precision, scores.fp, scores.n_footprints) == (0.0, 1, 1)


def test_perfect_footprints_score_one():
    scores = report_of(squares(0, 20), squares(0, 20), [0.9, 0.8]).overall
    assert (scores.map, scores.map50, scores.precision, scores.recall, scores.f1, scores.pixel_iou) == (1,) * 6
    assert (scores.area_error, scores.mean_area_error) == (0, 0)


def test_counts_hold_at_the_score_threshold():
    """Two of three labels found, one of them below the threshold; one false footprint above it."""
    report = report_of(squares(0, 20, 40), squares(0, 60, 20), [0.9, 0.7, 0.4], threshold=0.5)
    scores = report.overall
    assert (scores.tp, scores.fp, scores.fn) == (1, 1, 2)
    assert scores.precision == 1 / 2
    assert scores.recall == 1 / 3
    assert scores.f1 == 2 / 5
    assert scores.pixel_iou == 100 / 400
    # Envelope: precision 1 up to recall 1/3 (34 points), 2/3 up to recall 2/3 (33 points), 0 beyond.
    assert scores.map50 == pytest.approx((34 + 33 * 2 / 3) / 101)
    assert report.curves["house"].precision_at_recall.tolist() == pytest.approx([1] * 34 + [2 / 3] * 33 + [0] * 34)


def test_best_f1_is_found_between_two_scores():
    report = report_of(squares(0, 20, 40), squares(0, 60, 20), [0.9, 0.7, 0.4], threshold=0.5)
    assert report.overall_curve.f1.tolist() == pytest.approx([2 / 4, 2 / 5, 4 / 6])
    assert best_f1_threshold(report.overall_curve) == (0.4, pytest.approx(2 / 3))
    easier = report_of(squares(0, 20), squares(0, 20, 60), [0.9, 0.7, 0.4])
    assert best_f1_threshold(easier.overall_curve) == (pytest.approx(0.55), 1.0)


def test_equal_scores_stand_or_fall_together():
    report = report_of(squares(0), squares(0, 20), [0.5, 0.5])
    assert report.overall_curve.scores.tolist() == [0.5]
    assert report.overall_curve.precision.tolist() == [0.5]
    assert (report.overall.best_f1, report.overall.best_f1_threshold) == (pytest.approx(2 / 3), 0.5)


def test_area_error_is_that_of_the_labels_found():
    """One drawn a fifth too large, one a tenth too small; the third label was missed and has no say."""
    footprints = [box(0, 10, 12, 20), box(20, 10, 29, 20)]
    scores = report_of(squares(0, 20, 40), footprints, [0.9, 0.8]).overall
    assert scores.area_error == pytest.approx((120 + 90) / 200 - 1)
    assert scores.mean_area_error == pytest.approx((0.2 + 0.1) / 2)


def test_pixel_iou_counts_valid_pixels_inside_the_area_only():
    def valid(window):
        rows = np.arange(window.row, window.row_stop)
        return np.repeat((rows >= 15)[:, None], window.cols, axis=1)

    area = box(0, 0, 25, 100)
    footprints = [box(2, 10, 10, 20)]
    report = report_of(squares(0, 20), footprints, [0.9], area=area, valid=valid)
    # Labels: 10 and 5 columns inside, 5 valid rows; the footprint covers 8 of the columns.
    assert report.overall.pixel_iou == pytest.approx(40 / 75)
    assert report_of(squares(0, 20), footprints, [0.9], area=area).overall.pixel_iou == pytest.approx(80 / 150)
    assert report_of(squares(0, 20), footprints, [0.4], area=area).overall.pixel_iou == 0


def test_overall_is_the_mean_of_categories_for_ap_and_pooled_for_counts():
    labels = Shapes.of(squares(0, 20, 40, 60), [1, 1, 1, 2])
    footprints = Shapes.of(squares(0, 20, 40, 80), [1, 1, 1, 2], [0.9, 0.8, 0.7, 0.6])
    report = evaluate_shapes([(labels, footprints, None, SHAPE)], [HOUSE, TREE], score_threshold=0.5)
    assert (report.categories["house"].map, report.categories["tree"].map, report.overall.map) == (1, 0, 0.5)
    assert (report.categories["house"].pixel_iou, report.overall.pixel_iou) == (1, 0.5)
    assert (report.overall.tp, report.overall.fp, report.overall.fn, report.overall.f1) == (3, 1, 1, 0.75)


def test_rasters_are_pooled():
    one = Pair(Shapes.of(squares(0), [1]), Shapes.of(squares(0), [1], [0.3]), None, SHAPE)
    other = Pair(Shapes.of(squares(0), [1]), Shapes.of(squares(20), [1], [0.9]), None, (50, 60))
    report = evaluate_shapes([one, other], [HOUSE], score_threshold=0.0)
    assert (report.overall.tp, report.overall.fp, report.overall.fn) == (1, 1, 1)
    assert report.overall.map == pytest.approx(0.5 * 51 / 101)  # the false one comes first
    assert len(report.matches) == 2


def test_category_without_labels_is_said_to_be_left_out():
    labels = Shapes.of(squares(0), [1])
    report = evaluate_shapes([(labels, labels, None, SHAPE)], [HOUSE, TREE], score_threshold=0.5)
    assert report.overall.map == 1
    assert report.categories["tree"].map is None
    assert report.notes == (
        "tree has no label in the area: nothing can be said about it, and the overall mAP leaves it out.",
    )
    assert evaluate_shapes([(labels, labels, None, SHAPE)], [HOUSE], score_threshold=0.5).notes == ()


def test_five_hundred_objects_take_no_longer_than_an_epoch_can_spare():
    generator = np.random.default_rng(0)
    polygons = [shapely.Point(x, y).buffer(15) for x, y in generator.uniform(0, 3000, (500, 2))]
    labels = Shapes.of(polygons, [1] * 500)
    footprints = Shapes.of(polygons, [1] * 500, generator.random(500))
    spans_s = []
    for _ in range(3):
        began_s = time.perf_counter()
        evaluate_shapes([(labels, footprints, box(0, 0, 2000, 3000), (3000, 3000))], [HOUSE], score_threshold=0.5)
        spans_s.append(time.perf_counter() - began_s)
    assert min(spans_s) < 0.25  # 0.03 on a free core; the rest is for busy ones
