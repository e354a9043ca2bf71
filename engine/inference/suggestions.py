"""Which ground to label next: where the model is unsure, and where it looks like nothing that is labeled.

`docs/correct.md` says where the formula comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.inference.looks import Look

_HIGH_PERCENT = 95.0  # counts as all there is: one strange place must not make all others equal
_FLAT = 1e-9


@dataclass(frozen=True)
class Suggestion:
    """One of the looks, and why it was chosen; all but `number` and `disagreement` are from 0 to 1.

    `score` is the mean of `uncertainty` and `difference`; `disagreement` is the part of the uncertainty that the
    voting networks do not share, None where there is one.
    """

    number: int
    score: float
    uncertainty: float
    disagreement: float | None
    difference: float


def suggest(
    looks: Sequence[Look], labeled: Sequence[Look], count: int, *, are_neighbors: Callable[[int, int], bool]
) -> list[Suggestion]:
    """Return up to `count` looks, the most worth labeling first.

    Each is the one with the highest score where all that were chosen before count as labeled, so that the next one
    is of another kind. Neighbors of those are taken only when nothing else is left.

    Args:
        looks: of ground that is not labeled.
        labeled: of ground that is.
        count: how many to choose.
        are_neighbors: tells whether two of `looks` lie side by side.
    """
    if not looks:
        return []
    unsure, apart = _unsure(looks)
    features, known = _comparable(looks, labeled)
    far = _distances(features, known)
    scale = _high(far if len(known) else np.linalg.norm(features - features.mean(axis=0), axis=1))
    is_free, is_beside = np.ones(len(looks), bool), np.zeros(len(looks), bool)
    chosen: list[Suggestion] = []
    while is_free.any() and len(chosen) < count:
        difference = np.clip(far / scale, 0.0, 1.0)
        score = (unsure + difference) / 2
        open_ones = is_free & ~is_beside if (is_free & ~is_beside).any() else is_free
        best = int(np.argmax(np.where(open_ones, score, -1.0)))
        part = None if apart is None else float(apart[best])
        chosen.append(Suggestion(best, float(score[best]), float(unsure[best]), part, float(difference[best])))
        is_free[best] = False
        is_beside |= [are_neighbors(best, other) for other in range(len(looks))]
        far = np.minimum(far, np.linalg.norm(features - features[best], axis=1))
    return chosen


def _unsure(looks: Sequence[Look]) -> tuple[NDArray[np.float64], NDArray[np.float64] | None]:
    """Return the uncertainty of each look, and the disagreement in it if networks vote, both from 0 to 1."""
    entropy = _shares(np.array([look.uncertainty for look in looks]))
    apart = np.array([look.disagreement for look in looks])
    if np.isnan(apart).any():
        return entropy, None
    return (entropy + _shares(apart)) / 2, _shares(apart)


def _comparable(looks: Sequence[Look], labeled: Sequence[Look]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the features of both, (n, features), each feature spread alike over all."""
    both = np.stack([look.features for look in (*looks, *labeled)])
    width = both.std(axis=0)
    both = (both - both.mean(axis=0)) / np.where(width > _FLAT, width, np.inf)
    return both[: len(looks)], both[len(looks) :]


def _distances(features: NDArray[np.float64], known: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far each is from the nearest that is known; infinitely far where nothing is."""
    far = np.full(len(features), np.inf)
    for each in known:
        far = np.minimum(far, np.linalg.norm(features - each, axis=1))
    return far


def _shares(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.clip(values / _high(values), 0.0, 1.0)


def _high(values: NDArray[np.float64]) -> float:
    return max(float(np.percentile(values, _HIGH_PERCENT)), _FLAT)
