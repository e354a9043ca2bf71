"""Which pixels of a component flow to which of its seeds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.geo.compiled import compiled
from engine.geo.pixel_lists import ABOVE, BELOW, LEFT, RIGHT, PixelLists

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
    seed = components.pieces(np.where(core >= core_level, np.int32(0), np.int32(-1)))
    # Neighbors part where both fields say that they end.
    depth = ((core.astype(np.uint16) + distance) // 2).astype(np.uint8)
    return _basins(components.neighbors, components.starts, seed, depth)


@compiled
def _basins(
    neighbors: NDArray[np.int32], starts: NDArray[np.int64], seed: NDArray[np.int32], depth: NDArray[np.uint8]
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    basin = np.full(len(seed), -1, np.int32)
    counts = np.ones(len(starts) - 1, np.int64)
    following = np.empty(len(seed), np.int32)
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
            _flood(neighbors, depth, basin, begin, end, following)
            counts[component] = n_seeds
        else:
            basin[begin:end] = n_basins
        n_basins += counts[component]
    return basin, counts


@compiled
def _flood(
    neighbors: NDArray[np.int32],
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
        if basin[pixel] >= 0 and _has_dry_neighbor(neighbors, basin, pixel):
            _wait(pixel, depth[pixel], first_seed, last_seed, following)
    for level in range(_N_LEVELS - 1, -1, -1):
        seed = first_seed[level]
        while seed >= 0:
            next_seed = following[seed]
            pixel = seed
            while pixel >= 0:
                _pour(neighbors, depth, basin, pixel, level, _AT_ONCE, first, last, following)
                pixel = _taken(_AT_ONCE, first, following)
            seed = next_seed
        pixel = _taken(level, first, following)
        while pixel >= 0:
            _pour(neighbors, depth, basin, pixel, level, level, first, last, following)
            pixel = _taken(level, first, following)


@compiled
def _pour(
    neighbors: NDArray[np.int32],
    depth: NDArray[np.uint8],
    basin: NDArray[np.int32],
    pixel: int,
    level: int,
    deeper: int,
    first: NDArray[np.int32],
    last: NDArray[np.int32],
    following: NDArray[np.int32],
) -> None:
    """Flood the dry neighbors of a pixel, and queue them by their depth, or in the queue for what is deeper."""
    for side in (ABOVE, LEFT, RIGHT, BELOW):
        other = pixel + neighbors[pixel, side]
        if basin[other] < 0:
            basin[other] = basin[pixel]
            queue = depth[other] if depth[other] <= level else deeper
            _wait(other, queue, first, last, following)


@compiled
def _has_dry_neighbor(neighbors: NDArray[np.int32], basin: NDArray[np.int32], pixel: int) -> bool:
    """Tell whether a pixel can flood another one."""
    beside = min(basin[pixel + neighbors[pixel, LEFT]], basin[pixel + neighbors[pixel, RIGHT]])
    along = min(basin[pixel + neighbors[pixel, ABOVE]], basin[pixel + neighbors[pixel, BELOW]])
    return min(beside, along) < 0


@compiled
def _wait(
    pixel: int, queue: int, first: NDArray[np.int32], last: NDArray[np.int32], following: NDArray[np.int32]
) -> None:
    """Put a pixel at the end of a queue."""
    following[pixel] = -1
    if first[queue] < 0:
        first[queue] = pixel
    else:
        following[last[queue]] = pixel
    last[queue] = pixel


@compiled
def _taken(queue: int, first: NDArray[np.int32], following: NDArray[np.int32]) -> int:
    """Take the first pixel out of a queue, and return it; -1 where there is none."""
    pixel = first[queue]
    if pixel >= 0:
        first[queue] = following[pixel]
    return pixel
