"""Which pixels of a component flow to which of its seeds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.geo.compiled import compiled
from engine.geo.pixel_lists import RIGHT, PixelLists

_N_LEVELS = 256
_AT_ONCE = _N_LEVELS  # the queue of what lies deeper than the seed beside it: it is flooded before the next seed


def basins(
    components: PixelLists, core: NDArray[np.uint8], distance: NDArray[np.uint8], core_level: int
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the basin of every pixel, and how many each component has.

    Seeds are the pieces of a component in which the core reaches a level. Where there are several, floods rise from
    all of them, the deepest first: depth is the mean of core and distance. Pixels of equal depth are flooded in the
    order in which the flood comes to them, and it leaves equal seeds in reading order. So nothing but a component's own
    pixels decides how it is cut. This is the watershed by flooding of Beucher and Meyer (1993), without lines between
    the basins.

    Args:
        components: whose pixels they are.
        core: uint8 (n,), how surely each pixel is the inside of one instance.
        distance: uint8 (n,).
        core_level: of the seeds. A component in which nothing reaches it is one basin, as one with a single seed is.

    Returns:
        Numbers, int32 (n,), from 0 by component and then by the first pixel of the seed; counts, int64 (m,).
    """
    seed = components.pieces(_sure(core, core_level))
    links = (components.above, components.below, components.ends)
    return _basins(*links, components.starts, seed, core, distance)


@compiled
def _sure(core: NDArray[np.uint8], core_level: int) -> NDArray[np.int32]:
    """Return 0 where the core reaches a level, -1 elsewhere."""
    sure = np.empty(len(core), np.int32)
    for pixel in range(len(core)):
        sure[pixel] = np.int32(core[pixel] >= core_level) - 1
    return sure


@compiled
def _basins(
    above: NDArray[np.int32],
    below: NDArray[np.int32],
    ends: NDArray[np.uint8],
    starts: NDArray[np.int64],
    seed: NDArray[np.int32],
    core: NDArray[np.uint8],
    distance: NDArray[np.uint8],
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    basin = np.full(len(seed), -1, np.int32)
    counts = np.ones(len(starts) - 1, np.int64)
    following = np.empty(len(seed), np.int32)
    depth = np.empty(len(seed), np.uint8)
    n_basins = 0
    for component in range(len(starts) - 1):
        begin, end = starts[component], starts[component + 1]
        n_seeds = 0
        for pixel in range(begin, end):
            if seed[pixel] == pixel:
                basin[pixel] = n_basins + n_seeds
                n_seeds += 1
            elif seed[pixel] >= 0:
                basin[pixel] = basin[seed[pixel]]
        if n_seeds > 1:
            for pixel in range(begin, end):  # neighbors part where both fields say that they end
                depth[pixel] = (np.int32(core[pixel]) + np.int32(distance[pixel])) >> 1
            _flood(above, below, ends, depth, basin, begin, end, following)
            counts[component] = n_seeds
        else:
            basin[begin:end] = n_basins
        n_basins += counts[component]
    return basin, counts


@compiled
def _flood(
    above: NDArray[np.int32],
    below: NDArray[np.int32],
    ends: NDArray[np.uint8],
    depth: NDArray[np.uint8],
    basin: NDArray[np.int32],
    begin: int,
    end: int,
    following: NDArray[np.int32],
) -> None:
    """Let the seeds of a component take all of its pixels.

    For each depth there are two queues of pixels whose neighbors are still to be looked at, those of seeds and those
    that were flooded: the first and the last of each, and for each pixel the one that follows.
    """
    first_seed, last_seed = np.full(_N_LEVELS, -1, np.int32), np.empty(_N_LEVELS, np.int32)
    first, last = np.full(_N_LEVELS + 1, -1, np.int32), np.empty(_N_LEVELS + 1, np.int32)
    for pixel in range(begin, end):
        left, right = pixel - 1 + (ends[pixel] & 1), pixel + 1 - ((ends[pixel] >> RIGHT) & 1)
        beside = min(basin[left], basin[right])
        along = min(basin[pixel + above[pixel]], basin[pixel + below[pixel]])
        if (basin[pixel] >= 0) & (min(beside, along) < 0):  # it can flood another one
            queue = depth[pixel]
            following[pixel] = -1
            if first_seed[queue] < 0:
                first_seed[queue] = pixel
            else:
                following[last_seed[queue]] = pixel
            last_seed[queue] = pixel
    for level in range(_N_LEVELS - 1, -1, -1):
        seed = first_seed[level]
        while True:
            if first[_AT_ONCE] >= 0:
                pixel, deeper = first[_AT_ONCE], _AT_ONCE
                first[_AT_ONCE] = following[pixel]
            elif seed >= 0:
                pixel, deeper = seed, _AT_ONCE
                seed = following[seed]
            elif first[level] >= 0:
                pixel, deeper = first[level], level
                first[level] = following[pixel]
            else:
                break
            # In reading order, as the flood leaves a pixel.
            left, right = pixel - 1 + (ends[pixel] & 1), pixel + 1 - ((ends[pixel] >> RIGHT) & 1)
            for other in (pixel + above[pixel], left, right, pixel + below[pixel]):
                if basin[other] < 0:
                    basin[other] = basin[pixel]
                    queue = depth[other] if depth[other] <= level else deeper
                    following[other] = -1
                    if first[queue] < 0:
                        first[queue] = other
                    else:
                        following[last[queue]] = other
                    last[queue] = other
