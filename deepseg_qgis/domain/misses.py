"""What an evaluation says was missed or is false, in the order in which a person looks at it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MISSED, FALSE = "FN", "FP"


@dataclass(frozen=True)
class Miss:
    """A label that was not found (FN) or a footprint on nothing (FP); `score` is None for labels."""

    match: str
    category: str
    score: float | None
    iou: float | None
    area: float
    feature_id: int


def in_order(misses: Iterable[Miss]) -> list[Miss]:
    """Return the missed labels first, the largest ahead, then the false footprints, the surest ahead."""
    return sorted(misses, key=lambda miss: (miss.match != MISSED, -(miss.score or 0.0), -miss.area, miss.feature_id))
