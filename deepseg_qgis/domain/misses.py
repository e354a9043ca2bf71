"""What an evaluation says was missed or is false, in the order in which a person looks at it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MISSED, FALSE = "FN", "FP"


@dataclass(frozen=True)
class Miss:
    """A label that was not found (FN) or a footprint on nothing (FP).

    `score` of a label is that of the footprint that finds it at a lower threshold, None where none does.
    """

    match: str
    category: str
    score: float | None
    iou: float | None
    area: float
    feature_id: int


def in_order(misses: Iterable[Miss]) -> list[Miss]:
    """Return the missed labels first, the largest ahead, then the false footprints, the surest ahead."""

    def rank(miss: Miss) -> tuple[bool, float, float, int]:
        is_false = miss.match != MISSED
        return is_false, -(miss.score or 0.0) if is_false else 0.0, -miss.area, miss.feature_id

    return sorted(misses, key=rank)
