"""Pieces of masks are those of SciPy, and what is packed is only moved."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from engine.geo.packing import packed
from engine.geo.pieces import Canvas, pieces_of_pixels


def noise(seed: int) -> np.ndarray:
    """Return a mask of any shape, from almost empty to almost full."""
    chance = np.random.default_rng(seed)
    smooth = ndimage.gaussian_filter(chance.random(chance.integers(1, 60, 2)), chance.uniform(0.3, 2))
    return np.asarray(smooth >= np.quantile(smooth, chance.uniform(0, 1)))


@pytest.mark.parametrize("seed", range(40))
def test_pieces_and_their_order_are_those_of_scipy(seed: int) -> None:
    mask = noise(seed)
    expected, _ = ndimage.label(mask)
    canvas, flat = Canvas(*mask.shape), np.flatnonzero(mask)
    assert (pieces_of_pixels(canvas.places(flat), canvas.stride) + 1).tolist() == expected[mask].tolist()


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
