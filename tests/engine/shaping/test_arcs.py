"""Lines are simplified and smoothed without moving their ends."""

from __future__ import annotations

import numpy as np
import pytest

from engine.shaping.arcs import corners_of, simplified, smoothed
from engine.shaping.network import Lines


def lines(*each: list[tuple[float, float]]) -> Lines:
    counts = [len(line) for line in each]
    return Lines(np.array([xy for line in each for xy in line], float).reshape(-1, 2), np.cumsum([0, *counts]))


def test_no_lines_give_no_lines() -> None:
    nothing = lines()
    assert len(corners_of(nothing, 1.0)[0]) == 0
    assert len(smoothed(nothing, np.zeros(0, bool), 1.0).xy) == 0


def test_points_near_the_line_are_left_out() -> None:
    found = simplified(lines([(0, 0), (5, 0.2), (10, 0), (10, 5)], [(0, 0), (5, 0.6), (10, 0)]), 0.5)
    assert found.xy.tolist() == [[0, 0], [10, 0], [10, 5], [0, 0], [5, 0.6], [10, 0]]
    assert found.starts.tolist() == [0, 3, 6]


def test_each_line_may_have_a_tolerance_of_its_own() -> None:
    pair = lines([(0, 0), (5, 0.6), (10, 0)], [(0, 0), (5, 0.6), (10, 0)])
    at, starts = corners_of(pair, np.array([1.0, 0.1]))
    assert at.tolist() == [0, 2, 3, 4, 5] and starts.tolist() == [0, 2, 5]


def test_a_straight_line_stays_when_it_is_smoothed() -> None:
    found = smoothed(lines([(0, 0), (10, 0)]), np.zeros(1, bool), 1.0)
    assert found.xy.tolist() == [[0, 0], [10, 0]]


@pytest.mark.parametrize("reach", [0.5, 2.0])
def test_corners_are_rounded_from_so_far_away(reach: float) -> None:
    found = smoothed(lines([(0, 0), (10, 0), (10, 10)]), np.zeros(1, bool), reach).xy
    assert found[0].tolist() == [0, 0] and found[-1].tolist() == [10, 10]
    assert not (found == (10, 0)).all(axis=1).any()
    touched = found[(found[:, 1] > 0) & (found[:, 0] < 10)]
    assert len(touched) and touched[:, 1].max() <= reach and touched[:, 0].min() >= 10 - reach


def test_a_ring_is_round_where_it_begins_as_well() -> None:
    square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]
    found = smoothed(lines(square), np.ones(1, bool), 1.0).xy
    assert found[0].tolist() == found[-1].tolist()
    assert not any((found == corner).all(axis=1).any() for corner in square)
