"""Which pixels of a component flow to which of its seeds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from skimage.segmentation import watershed


def basins(
    places: NDArray[np.int64],
    stride: int,
    owners: NDArray[np.int32],
    seeds: NDArray[np.int32],
    depth: NDArray[np.int32],
) -> NDArray[np.int32]:
    """Return the seed that each pixel belongs to: floods rise from all seeds of a component, the deepest first.

    Pixels of equal depth are flooded in the order in which the flood comes to them, and it leaves equal seeds in
    reading order. So nothing but a component's own pixels decides how it is cut, whatever is cut in the same call.

    Args:
        places: the pixels (n,) of whole components, in reading order, as in a `Canvas` of this stride.
        stride: how far apart the places of a pixel and the one below it are.
        owners: the number of each pixel's component, from 0; components never touch.
        seeds: the number of the seed of pixels in one, from 1, and 0 for the others; every component has one.
        depth: from 0 to 255, flooded from the largest on.
    """
    if not len(places):
        return np.zeros(0, np.int32)
    moved, n_rows = _packed(places, stride, owners)
    order = len(places) + 1  # more than there are ranks
    rank = np.where(seeds > 0, np.arange(len(places)), order - 1)
    height = np.zeros(n_rows * stride)
    height[moved] = (depth.max() - depth).astype(np.float64) * order + rank
    markers, mask = np.zeros(n_rows * stride, np.int32), np.zeros(n_rows * stride, bool)
    markers[moved], mask[moved] = seeds, True
    shape = (n_rows, stride)
    found = watershed(height.reshape(shape), markers=markers.reshape(shape), mask=mask.reshape(shape))
    return np.asarray(found.reshape(-1)[moved], np.int32)


def _packed(places: NDArray[np.int64], stride: int, owners: NDArray[np.int32]) -> tuple[NDArray[np.int64], int]:
    """Return new places with the components close together, and how many rows they take.

    They stand side by side on shelves, the tallest first, with ground between. Within a component nothing changes.
    """
    rows, cols = np.divmod(places, stride)
    by_owner = np.argsort(owners, kind="stable")
    begins = np.flatnonzero(np.diff(owners[by_owner], prepend=-1))
    numbers = owners[by_owner[begins]]
    tops, bottoms = rows[by_owner[begins]], rows[by_owner[np.append(begins[1:], len(places)) - 1]]
    lefts, rights = (edge.reduceat(cols[by_owner], begins) for edge in (np.minimum, np.maximum))
    heights, widths = bottoms - tops + 2, rights - lefts + 2
    shift = np.zeros(int(numbers.max()) + 1, np.int64)
    row = col = shelf = 0
    for i in np.argsort(-heights, kind="stable").tolist():
        if col + widths[i] > stride:
            row, col, shelf = row + shelf, 0, 0
        shelf = shelf or int(heights[i])  # the first on a shelf is its tallest
        shift[numbers[i]] = (row - tops[i]) * stride + col - lefts[i]
        col += int(widths[i])
    return places + shift[owners], row + shelf
