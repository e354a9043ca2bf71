"""What `deepseg evaluate` found out, as its `report.json` says it: scores, and counts at any score threshold."""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_ROUNDING = 1e-6  # scores in the file have six decimals


@dataclass(frozen=True)
class Scores:
    """The numbers of one category, or of all; None where there was nothing to compute a number from."""

    map: float | None = None
    map50: float | None = None
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    tp: int = 0
    fp: int = 0
    fn: int = 0
    n_labels: int = 0
    n_footprints: int = 0
    pixel_iou: float | None = None
    score_threshold: float = 0.5
    recall_margin: float | None = None
    best_f1: float | None = None
    best_f1_threshold: float | None = None


@dataclass(frozen=True)
class Curve:
    """What every score threshold gives: at `scores[i]` and above, from the highest score down.

    `precision_at_recall` is COCO's envelope at recall 0, 0.01 ... 1.
    """

    scores: tuple[float, ...] = ()
    precision: tuple[float, ...] = ()
    recall: tuple[float, ...] = ()
    f1: tuple[float, ...] = ()
    precision_at_recall: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not len(self.scores) == len(self.precision) == len(self.recall) == len(self.f1):
            raise ValueError("a curve needs as many numbers of each kind")


@dataclass(frozen=True)
class AtThreshold:
    """What is counted at one score threshold; None where there is nothing to compute a number from."""

    score_threshold: float
    precision: float | None
    recall: float | None
    f1: float | None
    tp: int
    fp: int
    fn: int


@dataclass(frozen=True)
class Report:
    """Scores and curves, overall and by category name, and what they are about."""

    overall: Scores
    categories: Mapping[str, Scores]
    overall_curve: Curve = field(default_factory=Curve)
    curves: Mapping[str, Curve] = field(default_factory=dict)
    colors: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    model_name: str = ""
    model_path: str = ""
    date: str = ""

    @property
    def score_threshold(self) -> float:
        """Return the threshold that the scores and the layer of matches were made with."""
        return self.overall.score_threshold

    @property
    def lowest_score(self) -> float:
        """Return the lowest score that the curve knows; 0 where it is empty."""
        return self.overall_curve.scores[-1] if self.overall_curve.scores else 0.0

    def at(self, score_threshold: float, category: str | None = None) -> AtThreshold:
        """Return what would be counted at a score threshold, overall or for one category."""
        if category is None:
            return at_threshold(self.overall_curve, self.overall.n_labels, score_threshold)
        n_labels = self.categories[category].n_labels
        return at_threshold(self.curves.get(category, Curve()), n_labels, score_threshold)


def at_threshold(curve: Curve, n_labels: int, score_threshold: float) -> AtThreshold:
    """Return the counts of the footprints with at least the score."""
    negated = [-score for score in curve.scores]  # bisect wants them rising
    n_kept = bisect_right(negated, -score_threshold + _ROUNDING)
    if not n_kept:
        recall = 0.0 if n_labels else None
        return AtThreshold(score_threshold, None, recall, recall, 0, 0, n_labels)
    precision, recall, f1 = curve.precision[n_kept - 1], curve.recall[n_kept - 1], curve.f1[n_kept - 1]
    if not n_labels:
        return AtThreshold(score_threshold, precision, None, None, 0, 0, 0)
    tp = round(recall * n_labels)
    fp = round(tp / precision - tp) if precision > 0 else 0
    return AtThreshold(score_threshold, precision, recall, f1, tp, fp, n_labels - tp)


def parse_report(text: str) -> Report:
    """Return the report that a `report.json` holds; keys that are not known are left alone.

    Raises:
        ValueError: the text is no such report.
    """
    values = json.loads(text)
    if not isinstance(values, dict) or not isinstance(values.get("overall"), dict):
        raise ValueError("there are no overall scores in it")
    curves = _mapping(values.get("pr_curves"))
    model = _mapping(values.get("model"))
    return Report(
        overall=_scores(values["overall"]),
        categories={str(name): _scores(each) for name, each in _mapping(values.get("categories")).items()},
        overall_curve=_curve(curves.get("overall")),
        curves={str(name): _curve(each) for name, each in _mapping(curves.get("categories")).items()},
        colors=_colors(model.get("categories")),
        notes=tuple(str(note) for note in values.get("notes") or ()),
        model_name=str(model.get("name") or ""),
        model_path=str(model.get("path") or ""),
        date=str(values.get("date") or ""),
    )


def _scores(values: Any) -> Scores:
    given = _mapping(values)
    counts = {name: int(_number(given.get(name)) or 0) for name in ("tp", "fp", "fn")}
    shares = ("map", "map50", "precision", "recall", "f1", "pixel_iou", "recall_margin", "best_f1", "best_f1_threshold")
    threshold = _number(given.get("score_threshold"))
    return Scores(
        **{name: _number(given.get(name)) for name in shares},
        **counts,
        n_labels=int(_number(given.get("n_labels")) or counts["tp"] + counts["fn"]),
        n_footprints=int(_number(given.get("n_footprints")) or counts["tp"] + counts["fp"]),
        score_threshold=0.5 if threshold is None else threshold,
    )


def _curve(values: Any) -> Curve:
    given = _mapping(values)
    names = ("scores", "precision", "recall", "f1", "precision_at_recall")
    return Curve(**{name: tuple(_number(each) or 0.0 for each in given.get(name) or ()) for name in names})


def _colors(categories: Any) -> dict[str, str]:
    given = [each for each in categories or () if isinstance(each, Mapping)]
    return {str(each["name"]): str(each["color"]) for each in given if each.get("name") and each.get("color")}


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return None
    return float(value)
