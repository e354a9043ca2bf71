"""Labels in runs say the same as rasters of labels."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from engine.geo.labels import Labels
from tests.factories import noise


@pytest.mark.parametrize("shape", [(0, 3), (3, 0), (1, 1), (2, 3)])
def test_empty_and_full_masks_have_none_and_one(shape: tuple[int, int]) -> None:
    assert not Labels.of_mask(np.zeros(shape, bool)).raster().any()
    assert Labels.of_mask(np.ones(shape, bool)).raster().tolist() == np.ones(shape, int).tolist()
    assert Labels.of_raster(np.ones(shape, np.int32)).raster().tolist() == np.ones(shape, int).tolist()


@pytest.mark.parametrize("seed", range(40))
def test_pieces_and_their_order_are_those_of_scipy(seed: int) -> None:
    mask = noise(seed)
    expected, n = ndimage.label(mask)
    labels = Labels.of_mask(mask)
    assert labels.raster().tolist() == Labels.of_raster(expected).raster().tolist() == expected.tolist()
    assert labels.at(np.arange(mask.size)).tolist() == expected.reshape(-1).tolist()
    for label in range(1, n + 1):
        assert labels.mask(label).tolist() == (expected == label).tolist()


@pytest.mark.parametrize("seed", range(20))
def test_the_border_is_the_first_and_last_rows_and_columns(seed: int) -> None:
    labels = Labels.of_mask(noise(seed))
    raster = labels.raster()
    sides = [raster[0], raster[:, 0], raster[:, -1], raster[-1]]
    assert [side.tolist() for side in labels.border()] == [side.tolist() for side in sides]


def test_runs_end_with_their_row_and_their_value() -> None:
    runs = Labels.of_raster(np.array([[0, 1, 1], [1, 2, 0]], np.int32)).runs
    assert (runs.firsts.tolist(), runs.counts.tolist(), runs.values.tolist()) == ([1, 3, 4], [2, 1, 1], [1, 1, 2])


def test_labels_that_are_left_out_are_ground_and_others_keep_their_numbers() -> None:
    labels = Labels.of_raster(np.array([[1, 0, 2], [1, 3, 0]], np.int32))
    assert labels.only(labels.runs.values != 1).raster().tolist() == [[0, 0, 2], [0, 3, 0]]
    assert labels.among(np.array([2, 3, 9])).raster().tolist() == [[0, 0, 2], [0, 3, 0]]
