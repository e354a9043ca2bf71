"""Lists of pixels know their neighbors, and their pieces are those of SciPy."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from engine.geo.labels import Labels
from engine.geo.pixel_lists import LEFT, RIGHT, TOUCHES, PixelLists, grouped
from tests.factories import noise


def whole(mask: np.ndarray) -> PixelLists:
    """Return the pixels of a mask as one thing."""
    rows, cols = np.nonzero(mask)
    stride = mask.shape[1] + 1
    return PixelLists.of(rows * stride + cols, np.array([0, len(rows)]), stride)


@pytest.mark.parametrize("seed", range(40))
def test_pieces_and_their_order_are_those_of_scipy(seed: int) -> None:
    mask = noise(seed)
    expected, _ = ndimage.label(mask)
    assert Labels.of_mask(mask).raster().tolist() == expected.tolist()
    firsts = whole(mask).pieces(np.zeros(mask.sum(), np.int32))
    assert (np.unique(firsts, return_inverse=True)[1] + 1).tolist() == expected[mask].tolist()


@pytest.mark.parametrize("seed", range(20))
def test_pixels_of_another_value_or_of_none_part_pieces(seed: int) -> None:
    mask = noise(seed)
    values = np.random.default_rng(seed).integers(-1, 2, mask.shape).astype(np.int32)
    firsts = whole(mask).pieces(values[mask])
    for value in (0, 1):
        expected, _ = ndimage.label(mask & (values == value))
        is_it = values[mask] == value
        assert (np.unique(firsts[is_it], return_inverse=True)[1] + 1).tolist() == expected[mask][is_it].tolist()
    assert (firsts[values[mask] < 0] == -1).all()


@pytest.mark.parametrize("seed", range(20))
def test_neighbors_are_those_of_the_same_thing(seed: int) -> None:
    mask = noise(seed)
    things = np.random.default_rng(seed).integers(0, 3, mask.shape)  # side by side at random
    order = np.lexsort((np.flatnonzero(mask), things[mask]))
    rows, cols = (each[order] for each in np.nonzero(mask))
    stride = mask.shape[1] + 1
    starts = np.searchsorted(things[mask][order], np.arange(4))
    pixels = PixelLists.of(rows * stride + cols, starts, stride)
    assert pixels.rows_cols()[0].tolist() == rows.tolist()
    assert pixels.rows_cols()[1].tolist() == cols.tolist()
    number = {place: pixel for pixel, place in enumerate(zip(rows.tolist(), cols.tolist(), strict=True))}
    for (row, col), pixel in number.items():

        def at(down: int, right: int, *, row: int = row, col: int = col) -> int | None:
            """Return the pixel there if it is of the same thing."""
            other = number.get((row + down, col + right))
            is_own = other is not None and things[rows[other], cols[other]] == things[row, col]
            return other if is_own else None

        assert pixels.above[pixel] == (at(-1, 0) - pixel if at(-1, 0) is not None else 0)
        assert pixels.below[pixel] == (at(1, 0) - pixel if at(1, 0) is not None else 0)
        assert bool(pixels.ends[pixel] >> LEFT & 1) == (at(0, -1) is None)
        assert bool(pixels.ends[pixel] >> RIGHT & 1) == (at(0, 1) is None)
        for down, right in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
            if at(down, right) is not None and at(down, 0) is None and at(0, right) is None:
                assert pixels.ends[pixel] >> TOUCHES & 1


def test_pixels_are_grouped_as_they_come_and_those_without_a_number_left_out() -> None:
    order, starts = grouped(np.array([2, -1, 0, 2, 0, -1], np.int32), 4)
    assert order.tolist() == [2, 4, 0, 3]
    assert starts.tolist() == [0, 2, 2, 4, 4]


def test_pixels_that_are_not_meant_are_left_out_of_groups() -> None:
    order, starts = grouped(np.array([1, 0, 1, -1], np.int32), 2, np.array([4, 0, 1, 1], np.uint8))
    assert (order.tolist(), starts.tolist()) == ([0, 2], [0, 0, 2])
