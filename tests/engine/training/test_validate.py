"""Thresholds move only where the validation blocks clearly ask for it."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
import shapely

from engine.domain.category import categories_named
from engine.domain.shapes import Shapes
from engine.evaluation.scores import Tally
from engine.geo.window import Window
from engine.inference.instances import tuning_grid
from engine.training.validate import Validator, _best_score_threshold, _Block, tune

FIRST = next(iter(tuning_grid()))
LEFT, RIGHT = shapely.box(8, 8, 28, 28), shapely.box(34, 8, 54, 28)


def block_of(fields, *labels):
    shapes = Shapes(np.array(labels, object), np.ones(len(labels), np.int64), np.ones(len(labels)))
    return _Block(fields, Window(0, 0, 64, 64), shapes, shapely.box(0, 0, 64, 64), (64, 64))


def fields_of(*boxes, body=255, boundary=0):
    fields = np.zeros((3, 64, 64), np.uint8)
    for box in boxes:
        col_min, row_min, col_max, row_max = (int(value) for value in box.bounds)
        fields[:, row_min:row_max, col_min:col_max] = np.array([body, boundary, 128])[:, None, None]
    return fields


def tally_of(scores, is_right, n_labels):
    right = np.tile(np.array(is_right, bool), (10, 1))
    return Tally(np.array(scores, float), right, ~right, n_labels, 0)


def test_where_everything_is_found_the_usual_thresholds_stay():
    tuned = tune([block_of(fields_of(LEFT, RIGHT), LEFT, RIGHT)], 1, 1)
    assert tuned.thresholds == FIRST
    assert tuned.tally.n_labels == 2
    assert tuned.tally.is_tp[0].tolist() == [True, True]


def test_where_nothing_is_found_the_usual_thresholds_stay():
    assert tune([block_of(fields_of(), LEFT)], 1, 1).thresholds == FIRST


def test_neighbors_that_only_a_lower_core_threshold_parts_move_it():
    fields = fields_of(shapely.box(8, 8, 54, 28), body=140)  # both as one, too faint for a core of 0.6
    fields[1, :, 28:34] = 200
    labels = [shapely.box(8, 8, 31, 28), shapely.box(31, 8, 54, 28)]
    tuned = tune([block_of(fields, *labels)], 1, 1)
    assert tuned.thresholds.core_threshold < FIRST.core_threshold
    assert tuned.tally.is_tp[0].sum() == 2


@pytest.mark.parametrize(
    "scores, is_right, threshold",
    [
        ([0.9, 0.8], [True, True], 0.5),  # any threshold serves
        ([0.9, 0.3], [True, True], 0.25),  # the second is worth going down for
        ([0.9, 0.58, 0.57, 0.56], [True, False, False, False], 0.5),  # never up: scores sink on other ground
        ([], [], 0.5),
    ],
)
def test_the_score_threshold_moves_for_a_clear_gain(scores, is_right, threshold):
    assert _best_score_threshold([tally_of(scores, is_right, 2)])[0] == pytest.approx(threshold, abs=0.051)


def test_categories_without_labels_say_nothing():
    assert _best_score_threshold([tally_of([0.9], [False], 0)]) == (0.5, 0.0)


def test_a_label_that_lies_mostly_outside_every_block_decides_nothing(monkeypatch):
    block = replace(block_of(fields_of(), RIGHT), area=shapely.box(0, 0, 36, 64))
    monkeypatch.setattr(Validator, "_blocks", lambda *_: iter([block]))
    card = SimpleNamespace(categories=categories_named(["roof"]))
    assert Validator([], card, device=None)(None) is None
