"""What is said of two labels that share ground."""

from __future__ import annotations

import pytest

from deepseg_qgis.domain.label_finding import (
    CLIP,
    DELETE,
    DUPLICATE,
    MERGE,
    NONE,
    OVERLAP,
    CheckRules,
    PairVerdict,
    judge_pair,
)


@pytest.mark.parametrize(
    "area, other_area, shared, is_same_category, verdict",
    [
        (100, 100, 0, True, None),
        (100, 0, 0, True, None),  # a label without area has no share
        (100, 100, 10, True, None),  # 10 % exactly is still neighbors
        (100, 100, 11, True, PairVerdict(OVERLAP, CLIP)),
        (100, 100, 50, True, PairVerdict(OVERLAP, MERGE)),
        (1000, 20, 20, True, PairVerdict(OVERLAP, MERGE)),  # one inside the other
        (100, 100, 94, True, PairVerdict(OVERLAP, MERGE)),  # 94 / 106 = 0.887
        (100, 100, 95, True, PairVerdict(DUPLICATE, DELETE)),  # 95 / 105 = 0.905
        (100, 100, 95, False, PairVerdict(DUPLICATE, NONE)),
        (100, 100, 50, False, None),  # a car on a road
    ],
)
def test_two_labels(
    area: float, other_area: float, shared: float, is_same_category: bool, verdict: PairVerdict | None
) -> None:
    assert judge_pair(area, other_area, shared, is_same_category=is_same_category, rules=CheckRules()) == verdict


def test_rules_are_checked_at_birth() -> None:
    with pytest.raises(ValueError, match="max_overlap must be from 0 to 1, got 10"):
        CheckRules(max_overlap=10)
    with pytest.raises(ValueError, match="min_side_px"):
        CheckRules(min_side_px=-1)
    with pytest.raises(ValueError, match="min_per_category"):
        CheckRules(min_per_category=-1)
