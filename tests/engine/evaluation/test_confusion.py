"""Who was taken for whom, by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.evaluation.confusion import Confusion


def test_nothing_judged_gives_no_scores() -> None:
    empty = Confusion.of(["a", "b"], np.zeros(0, np.int64), np.zeros(0, np.int64))
    assert empty.n == 0 and math.isnan(empty.accuracy) and math.isnan(empty.f1)
    assert empty.recalls == {"a": None, "b": None}


def test_scores_are_those_by_hand() -> None:
    truths, answers = np.array([0, 0, 0, 1, 1, 2]), np.array([0, 0, 1, 1, 0, 2])
    found = Confusion.of(["a", "b", "c", "d"], truths, answers)
    assert found.counts.tolist() == [[2, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]]
    assert found.accuracy == pytest.approx(4 / 6)
    assert found.recalls == {"a": pytest.approx(2 / 3), "b": 0.5, "c": 1.0, "d": None}
    assert found.precisions == {"a": pytest.approx(2 / 3), "b": 0.5, "c": 1.0, "d": None}
    assert found.f1 == pytest.approx((2 / 3 + 0.5 + 1) / 3)
    assert found.mean_recall == pytest.approx((2 / 3 + 0.5 + 1) / 3)


def test_the_table_shows_recall_and_confusions() -> None:
    found = Confusion.of(["roof", "tree"], np.array([0, 0, 1]), np.array([0, 1, 1]))
    assert found.as_text().splitlines() == [
        "taken for  recall    1   2",
        "  1 roof      50%    1   1",
        "  2 tree     100%    .   1",
    ]
