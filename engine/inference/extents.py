"""How far instances reach within their basins, and how sure their insides are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.geo.compiled import compiled
from engine.geo.pixel_lists import ABOVE, BELOW, LEFT, RIGHT, PixelLists, grouped

_N_LEVELS = 256
_RIM_PX = 2
_HEIGHT_SHARE = 0.9  # of an instance's pixels lie below its height: the very top is noise


def extents(
    components: PixelLists,
    basin: NDArray[np.int32],
    n_basins: int,
    body: NDArray[np.uint8],
    extent_share: float,
    min_area_px: int,
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the number of every pixel's instance, from 0, -1 for none, and the basin that each instance lies in.

    Of a basin those pixels count whose body reaches a share of the basin's own height. The largest connected piece of
    them is an instance, of equals the first, if it is large enough.

    Args:
        components: whose pixels they are.
        basin: int32 (n,), from 0, by component.
        n_basins: how many there are.
        body: uint8 (n,).
        extent_share: of the height.
        min_area_px: pixels that an instance has at least.
    """
    piece = components.pieces(_reached(*grouped(basin, n_basins), body, extent_share))
    numbers, number_of = _largest_pieces(piece, basin, n_basins, min_area_px)
    return numbers, np.flatnonzero(number_of >= 0)


@compiled
def _reached(
    order: NDArray[np.int32], starts: NDArray[np.int64], body: NDArray[np.uint8], extent_share: float
) -> NDArray[np.int32]:
    """Return the basin of every pixel that belongs to the extent of its basin, -1 for the others."""
    reached = np.full(len(body), -1, np.int32)
    for basin in range(len(starts) - 1):
        counts = np.zeros(_N_LEVELS, np.int64)
        for pixel in order[starts[basin] : starts[basin + 1]]:
            counts[body[pixel]] += 1
        height, n_below = 0, counts[0]
        while n_below < _HEIGHT_SHARE * (starts[basin + 1] - starts[basin]):
            height += 1
            n_below += counts[height]
        least = np.ceil(extent_share * height)
        for pixel in order[starts[basin] : starts[basin + 1]]:
            if body[pixel] >= least:
                reached[pixel] = basin
    return reached


@compiled
def _largest_pieces(
    piece: NDArray[np.int32], basin: NDArray[np.int32], n_basins: int, min_area_px: int
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the number of every pixel's instance and of every basin's, -1 for none."""
    area_px = np.zeros(len(piece), np.int32)  # of each piece, at its first pixel
    for pixel in range(len(piece)):
        if piece[pixel] >= 0:
            area_px[piece[pixel]] += 1
    largest = np.full(n_basins, -1, np.int32)
    for pixel in range(len(piece)):
        if piece[pixel] == pixel and area_px[pixel] >= min_area_px:
            best = largest[basin[pixel]]
            if best < 0 or area_px[pixel] > area_px[best]:
                largest[basin[pixel]] = pixel
    number_of = np.full(n_basins, -1, np.int32)
    n_instances = 0
    for this in range(n_basins):
        if largest[this] >= 0:
            number_of[this] = n_instances
            n_instances += 1
    numbers = np.full(len(piece), -1, np.int32)
    for pixel in range(len(piece)):
        if (piece[pixel] >= 0) & (piece[pixel] == largest[basin[pixel]]):
            numbers[pixel] = number_of[basin[pixel]]
    return numbers, number_of


def body_sums(
    components: PixelLists,
    numbers: NDArray[np.int32],
    edges: NDArray[np.uint8],
    n_instances: int,
    body: NDArray[np.uint8],
) -> NDArray[np.int64]:
    """Return for each instance its pixels, the sum of their bodies, and both for its inside, int64 (m, 4).

    The inside are the pixels that are not within two, aslant as well, of another instance or of the ground.

    Args:
        components: whose pixels they are.
        numbers: int32 (n,), of each pixel's instance, -1 for none.
        edges: uint8 (n,), as from `PixelLists.edges`.
        n_instances: how many there are.
        body: uint8 (n,).
    """
    return _body_sums(components.neighbors, numbers, edges, n_instances, body)


@compiled
def _body_sums(
    neighbors: NDArray[np.int32],
    numbers: NDArray[np.int32],
    edges: NDArray[np.uint8],
    n_instances: int,
    body: NDArray[np.uint8],
) -> NDArray[np.int64]:
    n = len(body)
    # How many pixels of the instance follow on each side, counted up to the width of a rim; above and below only those
    # in the middle of their rows.
    right, above, below = np.zeros(n, np.uint8), np.zeros(n, np.uint8), np.zeros(n, np.uint8)
    is_mid_row = np.zeros(n, np.bool_)
    for pixel in range(n - 1, -1, -1):
        if (numbers[pixel] >= 0) & ((edges[pixel] >> RIGHT) & 1 == 0):
            right[pixel] = min(right[pixel + 1] + 1, _RIM_PX)
    left = 0
    for pixel in range(n):
        left = 0 if (edges[pixel] >> LEFT) & 1 else min(left + 1, _RIM_PX)
        is_mid_row[pixel] = (left == _RIM_PX) & (right[pixel] == _RIM_PX)
        if (numbers[pixel] >= 0) & ((edges[pixel] >> ABOVE) & 1 == 0):
            other = pixel + neighbors[pixel, ABOVE]
            above[pixel] = min(above[other] + 1, _RIM_PX) if is_mid_row[other] else 0
    sums = np.zeros((n_instances, 4), np.int64)
    for pixel in range(n - 1, -1, -1):
        number = numbers[pixel]
        if number < 0:
            continue
        if (edges[pixel] >> BELOW) & 1 == 0:
            other = pixel + neighbors[pixel, BELOW]
            below[pixel] = min(below[other] + 1, _RIM_PX) if is_mid_row[other] else 0
        is_inside = is_mid_row[pixel] & (above[pixel] == _RIM_PX) & (below[pixel] == _RIM_PX)
        sums[number, 0] += 1
        sums[number, 1] += body[pixel]
        sums[number, 2] += is_inside
        sums[number, 3] += body[pixel] if is_inside else 0
    return sums
