"""Neighbors that came to overlap are cut: the surer one stays, and nobody has more in common than before."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely import Polygon, affinity, box

from engine.shaping.parting import parted
from tests.engine.shaping.drawn_shapes import array_of, overlap


def cut(before: list[Polygon], after: list[Polygon], scores: list[float], least_iou: float = 0.8) -> np.ndarray:
    groups = np.zeros(len(before), np.int64)
    return parted(array_of(before), array_of(after), groups=groups, scores=np.array(scores), least_iou=least_iou)


def test_nothing_is_nothing() -> None:
    assert len(cut([], [], [])) == 0


def test_the_surer_one_stays_and_the_other_keeps_its_corners() -> None:
    before = [box(0, 0, 10, 10), box(10, 0, 20, 10)]
    after = [box(0, 0, 10.5, 10), box(9.8, 0.2, 20, 10)]
    one, other = cut(before, after, [0.5, 0.6])
    assert one.equals(box(0, 0, 9.8, 10)) and other.equals(after[1])
    one, other = cut(before, after, [0.6, 0.5])
    assert one.equals(after[0]) and other.equals(box(10.5, 0.2, 20, 10))
    one, other = cut(before, after, [0.5, 0.5])
    assert one.equals(after[0])  # of equals the first


def test_what_overlapped_before_may_stay_so() -> None:
    before = [box(0, 0, 10, 10), box(9, 0, 20, 10)]
    after = [box(0, 0, 10, 10), box(9.2, 0, 20, 10)]
    assert all(one.equals(other) for one, other in zip(cut(before, after, [0.5, 0.6]), after, strict=True))


def test_other_groups_have_nothing_to_do_with_each_other() -> None:
    before, after = array_of([box(0, 0, 9, 9), box(10, 0, 19, 9)]), array_of([box(0, 0, 11, 9), box(10, 0, 19, 9)])
    found = parted(before, after, groups=np.array([0, 1]), scores=np.ones(2), least_iou=0.8)
    assert shapely.equals(found, after).all()


def test_one_of_which_too_little_is_left_stays_as_it_was() -> None:
    before = [box(0, 0, 10, 10), box(10, 0, 12, 10)]
    after = [box(0, 0, 11.5, 10), box(9.5, 0, 12, 10)]
    one, other = cut(before, after, [0.9, 0.1])
    assert other.equals(before[1]) and one.equals(before[0])


def test_a_filled_hole_opens_again_where_something_lies_in_it() -> None:
    ring, inner = box(0, 0, 10, 10).difference(box(4, 4, 6, 6)), box(4, 4, 6, 6)
    one, other = cut([ring, inner], [box(0, 0, 10, 10), inner], [0.9, 0.1])
    assert other.equals(inner) and one.equals(ring)


@pytest.mark.parametrize("seed", range(4))
def test_no_pair_has_more_in_common_than_before(seed: int) -> None:
    generator = np.random.default_rng(seed)
    before = [
        affinity.rotate(box(8 * i, 10 * j, 8 * i + 8, 10 * j + 10), 20, (0, 0)) for i in range(6) for j in range(4)
    ]
    grown = [
        affinity.translate(affinity.scale(each, *generator.uniform(0.95, 1.1, 2)), *generator.normal(0, 0.2, 2))
        for each in before
    ]
    found = cut(before, grown, generator.uniform(0, 1, 24).tolist())
    assert overlap(array_of(grown)) > 50
    assert overlap(found) < 1e-3 and shapely.is_valid(found).all()
    changed = sum(not one.equals(other) for one, other in zip(found, before, strict=True))
    assert changed > 16
