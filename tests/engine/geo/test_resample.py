"""Pixels at another scale do not depend on the window that asks for them."""

from __future__ import annotations

import numpy as np
import pytest

from engine.geo.resample import resample, side_taps


def resampled(line: list[float], length_px: int, valid: list[bool] | None = None) -> tuple[list[float], list[bool]]:
    values = np.array(line, np.float32)[None, None]  # (1, 1, cols)
    is_valid = np.ones((1, len(line)), bool) if valid is None else np.array([valid])
    row = side_taps(0, 1, length_px=1, source_length_px=1)
    cols = side_taps(0, length_px, length_px=length_px, source_length_px=len(line))
    answer, answer_valid = resample(values, is_valid, row, cols)
    return answer[0, 0].tolist(), answer_valid[0].tolist()


@pytest.mark.parametrize(
    "line, length_px, expected",
    [
        ([5], 1, [5]),
        ([1, 2, 3], 3, [1, 2, 3]),
        ([1, 3, 5, 7], 2, [2, 6]),
        ([1, 2, 6], 1, [3]),
        ([0, 3, 6], 2, [1, 5]),  # one and a half pixels each: (0 + 3 / 2) / 1.5 and (3 / 2 + 6) / 1.5
        ([0, 4], 4, [0, 1, 3, 4]),  # centers at -0.25, 0.25, 0.75, 1.25, held at the edge
        ([8], 3, [8, 8, 8]),
    ],
)
def test_fewer_pixels_average_and_more_interpolate(line, length_px, expected):
    assert resampled(line, length_px)[0] == pytest.approx(expected)


def test_invalid_pixels_lend_nothing_to_their_neighbors():
    assert resampled([10, 999, 20, 20], 2, [True, False, True, True]) == ([10, 20], [True, True])
    assert resampled([10, np.nan, np.nan, np.nan], 2, [True, False, False, False]) == ([10, 0], [True, False])
    assert resampled([10, 999, 999], 1, [True, False, False]) == ([10], [False])  # a third is less than half


def test_whole_numbers_are_rounded_and_never_wrap():
    values = np.array([[[254, 255, 255, 255]]], np.uint8)
    taps = side_taps(0, 2, length_px=2, source_length_px=4)
    answer, _ = resample(values, np.ones((1, 4), bool), side_taps(0, 1, length_px=1, source_length_px=1), taps)
    assert answer.dtype == np.uint8 and answer.tolist() == [[[254, 255]]]


def test_large_whole_numbers_keep_all_digits():
    values = np.full((1, 1, 2), 2_000_000_001, np.int32)
    taps = side_taps(0, 1, length_px=1, source_length_px=2)
    answer, _ = resample(values, np.ones((1, 2), bool), side_taps(0, 1, length_px=1, source_length_px=1), taps)
    assert answer.item() == 2_000_000_001


@pytest.mark.parametrize(
    "length_px, source_length_px", [(1, 1), (7, 7), (3, 10), (10, 3), (97, 100), (100, 97), (1, 9)]
)
def test_weights_share_every_pixel_out(length_px, source_length_px):
    taps = side_taps(0, length_px, length_px=length_px, source_length_px=source_length_px)
    assert taps.weights.sum(axis=1) == pytest.approx(np.ones(length_px))
    assert taps.start == 0 and taps.stop == source_length_px


@pytest.mark.parametrize("length_px", [1, 13, 40, 97, 100, 130, 250])
def test_a_part_of_a_side_has_the_taps_of_the_whole(length_px):
    whole = side_taps(0, length_px, length_px=length_px, source_length_px=100)
    for start, stop in ((0, 1), (length_px // 3, length_px), (length_px - 1, length_px)):
        part = side_taps(start, stop, length_px=length_px, source_length_px=100)
        assert (part.indices == whole.indices[start:stop]).all() and (part.weights == whole.weights[start:stop]).all()


@pytest.mark.parametrize("start, stop", [(0, 0), (-1, 2), (3, 6)])
def test_pixels_beyond_the_side_are_our_mistake(start, stop):
    with pytest.raises(ValueError, match="do not lie on a side of 5"):
        side_taps(start, stop, length_px=5, source_length_px=10)
