"""The report of an evaluation, and what another score threshold would give."""

from __future__ import annotations

import json

import pytest

from deepseg_qgis.domain.report import AtThreshold, Curve, at_threshold, parse_report

# Four labels; five footprints with scores 0.9 right, 0.8 wrong, 0.6 right, 0.6 right, 0.3 wrong.
CURVE = Curve(
    scores=(0.9, 0.8, 0.6, 0.3),
    precision=(1.0, 0.5, 0.75, 0.6),
    recall=(0.25, 0.25, 0.75, 0.75),
    f1=(0.4, 1 / 3, 0.75, 2 / 3),
)
REPORT = {
    "overall": {
        "map": 0.31, "map50": 0.53, "precision": 0.75, "recall": 0.75, "f1": 0.75, "tp": 3, "fp": 1, "fn": 1,
        "n_labels": 4, "n_footprints": 4, "score_threshold": 0.5, "recall_margin": 0.3, "something_new": 1,
    },
    "categories": {"roof": {"map": None, "tp": 3, "fp": 1, "fn": 1, "n_labels": 4, "score_threshold": 0.5}},
    "notes": ["pool has no label in the area."],
    "model": {"name": "site-1", "path": "/m.safetensors", "categories": [{"name": "roof", "color": "#e69f00"}]},
    "pr_curves": {
        "overall": {"scores": [0.9, 0.6], "precision": [1.0, 0.75], "recall": [0.25, 0.75], "f1": [0.4, 0.75]},
        "categories": {"roof": {"scores": [], "precision": [], "recall": [], "f1": [], "precision_at_recall": [1.0]}},
    },
    "date": "2026-01-01",
}  # fmt: skip


@pytest.mark.parametrize(
    "score_threshold, expected",
    [
        (0.95, AtThreshold(0.95, None, 0.0, 0.0, 0, 0, 4)),
        (0.9, AtThreshold(0.9, 1.0, 0.25, 0.4, 1, 0, 3)),
        (0.85, AtThreshold(0.85, 1.0, 0.25, 0.4, 1, 0, 3)),
        (0.8, AtThreshold(0.8, 0.5, 0.25, 1 / 3, 1, 1, 3)),
        (0.6, AtThreshold(0.6, 0.75, 0.75, 0.75, 3, 1, 1)),
        (0.0, AtThreshold(0.0, 0.6, 0.75, 2 / 3, 3, 2, 1)),
    ],
)
def test_a_threshold_counts_the_footprints_with_at_least_that_score(
    score_threshold: float, expected: AtThreshold
) -> None:
    assert at_threshold(CURVE, 4, score_threshold) == expected


def test_without_labels_there_is_no_recall() -> None:
    only_wrong = Curve((0.7,), (0.0,), (0.0,), (0.0,))
    assert at_threshold(only_wrong, 0, 0.5) == AtThreshold(0.5, 0.0, None, None, 0, 0, 0)
    assert at_threshold(Curve(), 0, 0.5).recall is None


def test_a_score_rounded_in_the_file_still_counts_at_its_own_threshold() -> None:
    curve = Curve((0.333333,), (1.0,), (1.0,), (1.0,))
    assert at_threshold(curve, 1, 1 / 3).tp == 1


def test_the_report_is_read_and_new_keys_are_left_alone() -> None:
    report = parse_report(json.dumps(REPORT))
    assert (report.overall.map, report.overall.recall_margin, report.score_threshold) == (0.31, 0.3, 0.5)
    assert report.categories["roof"].map is None
    assert report.categories["roof"].n_footprints == 4
    assert report.colors == {"roof": "#e69f00"}
    assert report.notes == ("pool has no label in the area.",)
    assert (report.model_name, report.date) == ("site-1", "2026-01-01")


def test_the_report_answers_for_any_threshold_overall_and_per_category() -> None:
    report = parse_report(json.dumps(REPORT))
    assert report.at(0.5).tp == 3
    assert report.at(0.5, "roof").fn == 4
    assert report.lowest_score == 0.6


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"overall": 3}'])
def test_what_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_report(text)


def test_a_curve_with_missing_numbers_is_refused() -> None:
    with pytest.raises(ValueError, match="as many numbers"):
        Curve((0.5,), (), (), ())
