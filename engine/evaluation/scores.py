"""From matches to the numbers people ask for: AP as COCO computes it, counts, F1 against the threshold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.evaluation.matching import IOU_THRESHOLDS, Matches

RECALL_POINTS = np.linspace(0.0, 1.0, 101)

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Tally:
    """The footprints of one category (or of all) over all rasters, the highest score first.

    Attributes:
        scores: float (n,).
        is_tp, is_fp: bool (IoU thresholds, n); neither where a footprint is ignored.
        n_labels: how many labels count.
        n_ignored_labels: how many reach into an area without counting.
    """

    scores: Floats
    is_tp: Bools
    is_fp: Bools
    n_labels: int
    n_ignored_labels: int


@dataclass(frozen=True, eq=False)
class Curve:
    """What every possible score threshold would give at IoU 0.5, from the highest score down.

    Attributes:
        scores: float (n,), each score that occurs, once.
        precision, recall, f1: float (n,), of the footprints with at least that score.
        precision_at_recall: float (101,), COCO's envelope at recall 0, 0.01 ... 1; empty without labels.
    """

    scores: Floats
    precision: Floats
    recall: Floats
    f1: Floats
    precision_at_recall: Floats


def tally(matches: Sequence[Matches], category_id: int | None) -> Tally:
    """Return the footprints of a category, or of all, over all rasters in one order."""
    scores, is_tp, is_fp = [np.zeros(0)], [_no_flags()], [_no_flags()]
    n_labels = n_ignored = 0
    for one in matches:
        chosen = _of_category(one.footprints.shapes.category_ids, category_id)
        scores.append(one.footprints.shapes.scores[chosen])
        is_tp.append(one.is_tp[:, chosen])
        is_fp.append(one.is_fp[:, chosen])
        counts = one.labels.is_inside[_of_category(one.labels.shapes.category_ids, category_id)]
        n_labels += int(counts.sum())
        n_ignored += int((~counts).sum())
    pooled = np.concatenate(scores)
    order = np.argsort(-pooled, kind="stable")
    return Tally(
        pooled[order],
        np.concatenate(is_tp, axis=1)[:, order],
        np.concatenate(is_fp, axis=1)[:, order],
        n_labels,
        n_ignored,
    )


def precision_at_recall(counted: Tally) -> Floats:
    """Return COCO's precision at 101 recalls for every IoU threshold, float (IoU thresholds, 101).

    At each recall stands the best precision at that recall or beyond, 0 where it is never reached. There must
    be labels. Lin et al. (2014), "Microsoft COCO: Common Objects in Context"; equal to pycocotools' COCOeval.
    """
    n_tp = np.cumsum(counted.is_tp, axis=1, dtype=np.float64)
    n_fp = np.cumsum(counted.is_fp, axis=1, dtype=np.float64)
    precision = _ratio(n_tp, n_tp + n_fp)
    envelope = np.maximum.accumulate(precision[:, ::-1], axis=1)[:, ::-1]
    envelope = np.pad(envelope, ((0, 0), (0, 1)))  # the last column answers for "never reached"
    recall = n_tp / counted.n_labels
    reached = np.stack([np.searchsorted(row, RECALL_POINTS, side="left") for row in recall])
    return np.take_along_axis(envelope, reached, axis=1)


def curve(counted: Tally, at_recall: Floats | None = None) -> Curve:
    """Return precision, recall and F1 at every score that occurs, at IoU 0.5; `at_recall` is `precision_at_recall`."""
    n_tp, n_fp = np.cumsum(counted.is_tp[0]), np.cumsum(counted.is_fp[0])
    is_last = np.append(counted.scores[1:] != counted.scores[:-1], True)[: len(counted.scores)]
    n_tp, n_fp = n_tp[is_last], n_fp[is_last]
    n_labels = np.full(len(n_tp), counted.n_labels)
    return Curve(
        counted.scores[is_last],
        _ratio(n_tp, n_tp + n_fp),
        _ratio(n_tp, n_labels),
        _ratio(2 * n_tp, n_tp + n_fp + n_labels),
        np.zeros(0) if at_recall is None else at_recall,
    )


def best_f1_threshold(of: Curve) -> tuple[float, float]:
    """Return the score threshold with the best F1, and that F1; (0.5, 0.0) where nothing is right.

    The threshold lies halfway between the lowest score kept and the highest one dropped, so that it means the
    same on the next place.
    """
    if not len(of.f1) or of.f1.max() == 0:
        return 0.5, 0.0
    best = int(np.argmax(of.f1))
    kept = float(of.scores[best])
    dropped = float(of.scores[best + 1]) if best + 1 < len(of.scores) else kept
    middle = (kept + dropped) / 2
    return (middle if middle > dropped else kept), float(of.f1[best])


def counts_at(counted: Tally, score_threshold: float) -> tuple[int, int]:
    """Return how many footprints of at least this score are right and how many are wrong, at IoU 0.5."""
    is_kept = counted.scores >= score_threshold
    return int(counted.is_tp[0, is_kept].sum()), int(counted.is_fp[0, is_kept].sum())


def area_errors(
    matches: Sequence[Matches], category_id: int | None, score_threshold: float
) -> tuple[float | None, float | None]:
    """Return by how much the labels found are drawn too large: of their sum (signed), and in the mean (absolute).

    Both are shares of the labels' surface; None where no label was found.
    """
    found, labeled = [np.zeros(0)], [np.zeros(0)]
    for one in matches:
        finder = one.finder(score_threshold)
        chosen = (finder >= 0) & one.labels.is_inside & _of_category(one.labels.shapes.category_ids, category_id)
        labeled.append(_surfaces(one.labels.shapes.polygons[chosen]))
        found.append(_surfaces(one.footprints.shapes.polygons[finder[chosen]]))
    surface, truth = np.concatenate(found), np.concatenate(labeled)
    if not len(truth):
        return None, None
    return float(surface.sum() / truth.sum() - 1), float(np.mean(np.abs(surface / truth - 1)))


def _of_category(category_ids: NDArray[np.int64], category_id: int | None) -> Bools:
    return np.ones(len(category_ids), np.bool_) if category_id is None else category_ids == category_id


def _no_flags() -> Bools:
    return np.zeros((len(IOU_THRESHOLDS), 0), np.bool_)


def _ratio(part: NDArray[Any], whole: NDArray[Any]) -> Floats:
    """Return part / whole, 0 where the whole is 0."""
    return np.divide(part, whole, out=np.zeros(np.shape(part)), where=whole > 0)


def _surfaces(polygons: NDArray[np.object_]) -> Floats:
    return np.asarray(shapely.area(polygons), np.float64)
