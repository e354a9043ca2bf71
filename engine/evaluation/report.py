"""All that an evaluation says, as values: overall, per category, and for every score threshold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.domain.category import Category
from engine.evaluation.matching import Matches, Pair, match
from engine.evaluation.pixel_iou import known_pixels, pixel_counts
from engine.evaluation.scores import (
    Curve,
    Tally,
    area_errors,
    best_f1_threshold,
    counts_at,
    curve,
    precision_at_recall,
    tally,
)


@dataclass(frozen=True)
class Scores:
    """The numbers of one category, or of all; None where there is nothing to compute a number from.

    `map` and `map50` are COCO's mask AP, the overall ones the mean over the categories that have labels.
    `precision`, `recall`, `f1` and the counts hold at `score_threshold` and IoU 0.5, the overall ones from pooled
    counts. `pixel_iou` compares covered pixels. `area_error` says by how much all labels found were drawn too
    large together, `mean_area_error` by how much one was off in the mean; both are shares. `best_f1` was chosen
    with the labels in hand: information, not a result.
    """

    map: float | None
    map50: float | None
    precision: float | None
    recall: float | None
    f1: float | None
    tp: int
    fp: int
    fn: int
    n_labels: int
    n_footprints: int
    n_ignored_labels: int
    pixel_iou: float | None
    area_error: float | None
    mean_area_error: float | None
    score_threshold: float
    best_f1: float | None
    best_f1_threshold: float | None


@dataclass(frozen=True, eq=False)
class EvaluationReport:
    """Scores and curves by category name, and what found what on each raster, in the order of the pairs."""

    overall: Scores
    categories: Mapping[str, Scores]
    overall_curve: Curve
    curves: Mapping[str, Curve]
    matches: tuple[Matches, ...]
    score_threshold: float

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what a reader must know to read the numbers rightly, one sentence each."""
        absent = [name for name, scores in self.categories.items() if not scores.n_labels]
        if not absent:
            return ()
        verb, it = ("has no label", "it") if len(absent) == 1 else ("have no labels", "them")
        return (
            f"{', '.join(absent)} {verb} in the area: nothing can be said about {it}, "
            f"and the overall mAP leaves {it} out.",
        )


def evaluate_shapes(
    pairs: Sequence[Pair | tuple[Any, ...]], categories: Sequence[Category], *, score_threshold: float
) -> EvaluationReport:
    """Return how good the footprints are, at `score_threshold` and for every other one.

    Footprints of low score belong into the pairs as well: AP needs them, the counts leave them out.
    """
    given = [Pair(*pair) for pair in pairs]
    matches = tuple(match(pair) for pair in given)
    known = [known_pixels(pair) for pair in given]
    scores, curves, envelopes = {}, {}, []
    for category in categories:
        counted = tally(matches, category.id)
        n_shared, n_covered = pixel_counts(matches, known, category.id, score_threshold)
        envelope = precision_at_recall(counted) if counted.n_labels else None
        curves[category.name] = curve(counted, envelope[0] if envelope is not None else None)
        scores[category.name] = _scores(
            counted,
            curves[category.name],
            ap=(float(envelope.mean()), float(envelope[0].mean())) if envelope is not None else None,
            pixel_iou=n_shared / n_covered if counted.n_labels and n_covered else None,
            area=area_errors(matches, category.id, score_threshold),
            score_threshold=score_threshold,
        )
        envelopes += [envelope] if envelope is not None else []
    pooled = tally(matches, None)
    overall_curve = curve(pooled, np.mean([envelope[0] for envelope in envelopes], axis=0) if envelopes else None)
    overall = _scores(
        pooled,
        overall_curve,
        ap=(float(np.mean(envelopes)), float(np.mean([envelope[0] for envelope in envelopes]))) if envelopes else None,
        pixel_iou=_mean([one.pixel_iou for one in scores.values()]),
        area=area_errors(matches, None, score_threshold),
        score_threshold=score_threshold,
    )
    return EvaluationReport(overall, scores, overall_curve, curves, matches, score_threshold)


def _scores(
    counted: Tally,
    of: Curve,
    *,
    ap: tuple[float, float] | None,
    pixel_iou: float | None,
    area: tuple[float | None, float | None],
    score_threshold: float,
) -> Scores:
    tp, fp = counts_at(counted, score_threshold)
    n_labels = counted.n_labels
    best_threshold, best_f1 = best_f1_threshold(of) if n_labels else (None, None)
    return Scores(
        map=ap[0] if ap else None,
        map50=ap[1] if ap else None,
        precision=tp / (tp + fp) if tp + fp else None,
        recall=tp / n_labels if n_labels else None,
        f1=2 * tp / (tp + fp + n_labels) if n_labels else None,
        tp=tp,
        fp=fp,
        fn=n_labels - tp,
        n_labels=n_labels,
        n_footprints=tp + fp,
        n_ignored_labels=counted.n_ignored_labels,
        pixel_iou=pixel_iou,
        area_error=area[0],
        mean_area_error=area[1],
        score_threshold=score_threshold,
        best_f1=best_f1,
        best_f1_threshold=best_threshold,
    )


def _mean(values: Sequence[float | None]) -> float | None:
    present = [value for value in values if value is not None]
    return float(np.mean(present)) if present else None
