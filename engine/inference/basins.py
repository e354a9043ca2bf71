"""Which pixels of a component flow to which of its seeds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from skimage.segmentation import watershed

from engine.geo.pieces import Canvas


def basins(
    canvas: Canvas, places: NDArray[np.int64], seeds: NDArray[np.int32], depth: NDArray[np.int32]
) -> NDArray[np.int32]:
    """Return the seed that each pixel belongs to: floods rise from all seeds of a component, the deepest first.

    Pixels of equal depth are flooded in the order in which the flood comes to them, and it leaves equal seeds in
    reading order. So nothing but a component's own pixels decides how it is cut, whatever is cut in the same call.

    Args:
        canvas: where the pixels have their places.
        places: the pixels (n,) of whole components, in reading order.
        seeds: the number of the seed of pixels in one, from 1, and 0 for the others; every component has one.
        depth: from 0 to 255, flooded from the largest on.
    """
    if not len(places):
        return np.zeros(0, np.int32)
    markers = canvas.filled(places, seeds)
    # What has its own seed on all sides can flood nothing, so it need not wait in the queue.
    floods = seeds == 0
    for step in (1, -1, canvas.stride, -canvas.stride):
        floods |= markers[places + step] != seeds
    mask = np.zeros(markers.shape, bool)
    mask[places[floods]] = True
    markers[places[~floods]] = 0
    order = len(places) + 1  # more than there are ranks
    rank = np.where(seeds > 0, np.arange(len(places)), order - 1)
    height = np.zeros(markers.shape)
    height[places] = (depth.max() - depth).astype(np.float64) * order + rank
    rows_cols = (-1, canvas.stride)
    found = watershed(height.reshape(rows_cols), markers=markers.reshape(rows_cols), mask=mask.reshape(rows_cols))
    return np.where(floods, found.reshape(-1)[places], seeds).astype(np.int32)
