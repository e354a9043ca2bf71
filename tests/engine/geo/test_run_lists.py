"""Runs of things say the same as their pixels."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from engine.geo.labels import Labels
from engine.geo.run_lists import RunLists
from engine.geo.runs import runs_of_mask
from tests.factories import noise


@pytest.mark.parametrize("seed", range(40))
def test_runs_cover_the_mask_and_none_goes_on_into_the_next_row(seed: int) -> None:
    mask = noise(seed)
    firsts, counts = runs_of_mask(mask)
    covered = [pixel for first, count in zip(firsts, counts, strict=True) for pixel in range(first, first + count)]
    assert covered == np.flatnonzero(mask).tolist()
    assert (firsts // mask.shape[1] == (firsts + counts - 1) // mask.shape[1]).all()
    is_right_after = (firsts[1:] == (firsts + counts)[:-1]) & (firsts[1:] % mask.shape[1] > 0)
    assert not is_right_after.any()  # what lies side by side is one run


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0), (1, 1), (1, 7), (1, 8), (1, 9), (3, 8), (5, 13)])
@pytest.mark.parametrize("value", [False, True])
def test_even_masks_of_any_size_have_a_run_a_row_or_none(shape: tuple[int, int], value: bool) -> None:
    firsts, counts = runs_of_mask(np.full(shape, value))
    has_runs = value and shape[1] > 0
    assert firsts.tolist() == ([row * shape[1] for row in range(shape[0])] if has_runs else [])
    assert counts.tolist() == ([shape[1]] * shape[0] if has_runs else [])


@pytest.mark.parametrize("seed", range(10))
def test_pixels_and_values_come_thing_by_thing_in_the_order_asked_for(seed: int) -> None:
    mask = noise(seed)
    numbers, n = ndimage.label(mask)
    field = np.random.default_rng(seed).integers(0, 256, mask.shape).astype(np.uint8)
    order = np.random.default_rng(seed).permutation(n)[: max(1, n // 2)].astype(np.int32) + 1
    runs = Labels.of_mask(mask).runs_of(order)
    assert runs.areas_px.tolist() == [(numbers == number).sum() for number in order]
    assert runs.highest(field).tolist() == [field[numbers == number].max() for number in order]
    expected = np.concatenate([field[numbers == number] for number in order])
    assert runs.values(np.stack([field, 255 - field])).tolist() == [expected.tolist(), (255 - expected).tolist()]
    rows, cols = runs.pixels().rows_cols()
    places = np.concatenate([np.argwhere(numbers == number) for number in order])
    assert np.stack([rows, cols], axis=1).tolist() == places.tolist()


def test_some_things_of_several_and_none_of_none() -> None:
    mask = np.array([[1, 1, 0, 1], [0, 1, 0, 1], [0, 0, 0, 0], [1, 0, 0, 0]], bool)
    runs = Labels.of_mask(mask).runs_of(np.array([2, 1, 3], np.int32)).only(np.array([True, False, True]))
    assert (runs.firsts.tolist(), runs.counts.tolist(), runs.starts.tolist()) == ([3, 7, 12], [1, 1, 1], [0, 2, 3])
    none = RunLists(4, np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(1, np.int64))
    assert none.areas_px.tolist() == []
    assert none.values(np.zeros((3, 4, 4), np.uint8)).shape == (3, 0)
    assert none.pixels().places.tolist() == []
