"""Pieces of masks are those of SciPy, and what is packed is only moved."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from engine.geo.packing import packed
from engine.geo.pieces import Canvas, label_mask, pieces_of_pixels, runs_of_raster


def noise(seed: int) -> np.ndarray:
    """Return a mask of any shape, from almost empty to almost full."""
    chance = np.random.default_rng(seed)
    smooth = ndimage.gaussian_filter(chance.random(chance.integers(1, 60, 2)), chance.uniform(0.3, 2))
    return np.asarray(smooth >= np.quantile(smooth, chance.uniform(0, 1)))


@pytest.mark.parametrize("shape", [(0, 3), (3, 0), (1, 1), (2, 3)])
def test_empty_and_full_masks_have_none_and_one(shape: tuple[int, int]) -> None:
    assert not label_mask(np.zeros(shape, bool)).any()
    assert label_mask(np.ones(shape, bool)).tolist() == np.ones(shape, int).tolist()


@pytest.mark.parametrize("seed", range(40))
def test_pieces_and_their_order_are_those_of_scipy(seed: int) -> None:
    mask = noise(seed)
    expected, _ = ndimage.label(mask)
    assert label_mask(mask).tolist() == expected.tolist()
    canvas, flat = Canvas(*mask.shape), np.flatnonzero(mask)
    assert (pieces_of_pixels(canvas.places(flat), canvas.stride) + 1).tolist() == expected[mask].tolist()


def test_runs_end_with_their_row_and_their_value() -> None:
    runs = runs_of_raster(np.array([[0, 1, 1], [1, 2, 0]], np.int32))
    assert (runs.firsts.tolist(), runs.counts.tolist(), runs.values.tolist()) == ([1, 3, 4], [2, 1, 1], [1, 1, 2])


@pytest.mark.parametrize("seed", range(20))
def test_packed_things_keep_their_pixels_and_touch_no_other(seed: int) -> None:
    mask = noise(seed)
    canvas, flat = Canvas(*mask.shape), np.flatnonzero(mask)
    places = canvas.places(flat)
    owners = pieces_of_pixels(places, canvas.stride)
    n_owners = int(owners.max(initial=-1)) + 1
    packing = packed(canvas, places, owners, n_owners)
    moved_owners = owners[packing.order]
    assert (np.diff(packing.places) > 0).all()
    rows_cols = np.column_stack(packing.canvas.rows_cols(packing.places)) + packing.origins[moved_owners]
    assert rows_cols.tolist() == np.column_stack(canvas.rows_cols(places))[packing.order].tolist()
    assert int(pieces_of_pixels(packing.places, packing.canvas.stride).max(initial=-1)) + 1 == n_owners
