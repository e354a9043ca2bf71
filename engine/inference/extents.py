"""How far instances reach within their basins, and how sure their insides are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.geo.compiled import compiled
from engine.geo.pixel_lists import ABOVE, BELOW, LEFT, RIGHT, PixelLists

_N_LEVELS = 256
_HEIGHT_SHARE = 0.9  # of an instance's pixels lie below its height: the very top is noise


def extents(
    components: PixelLists,
    basin: NDArray[np.int32],
    n_basins: NDArray[np.int64],
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
        n_basins: int64 (m,), how many each component has.
        body: uint8 (n,).
        extent_share: of the height.
        min_area_px: pixels that an instance has at least.
    """
    piece = components.pieces(_reached(components.starts, basin, n_basins, body, extent_share))
    numbers, number_of = _largest_pieces(piece, basin, int(n_basins.sum()), min_area_px)
    return numbers, np.flatnonzero(number_of >= 0)


@compiled
def _reached(
    starts: NDArray[np.int64],
    basin: NDArray[np.int32],
    n_basins: NDArray[np.int64],
    body: NDArray[np.uint8],
    extent_share: float,
) -> NDArray[np.int32]:
    """Return the basin of every pixel that belongs to the extent of its basin, -1 for the others."""
    reached = np.empty(len(body), np.int32)
    most = max(n_basins) if len(n_basins) else 0
    counts, least = np.zeros((most, _N_LEVELS), np.int32), np.zeros(most)  # of a component's basins
    first_basin = 0
    for component in range(len(starts) - 1):
        for pixel in range(starts[component], starts[component + 1]):
            counts[basin[pixel] - first_basin, body[pixel]] += 1
        for this in range(n_basins[component]):
            n_pixels = height = 0
            for level in range(_N_LEVELS):
                n_pixels += counts[this, level]
            n_below = counts[this, 0]
            while n_below < _HEIGHT_SHARE * n_pixels:
                height += 1
                n_below += counts[this, height]
            least[this] = np.ceil(extent_share * height)
            for level in range(_N_LEVELS):
                counts[this, level] = 0
        for pixel in range(starts[component], starts[component + 1]):
            reached[pixel] = basin[pixel] if body[pixel] >= least[basin[pixel] - first_basin] else -1
        first_basin += n_basins[component]
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
    links = (components.above, components.below)
    return _body_sums(*links, _far_from_ends(edges), numbers, edges, n_instances, body)


@compiled
def _far_from_ends(edges: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return 1 where an instance goes on for two pixels to the left and to the right, else 0."""
    is_mid_row = np.zeros(len(edges), np.uint8)
    for pixel in range(1, len(edges) - 1):  # the first and the last of all have nothing on one side
        begins = (edges[pixel] | edges[pixel - 1]) >> LEFT
        stops = (edges[pixel] | edges[pixel + 1]) >> RIGHT
        is_mid_row[pixel] = ((begins | stops) & 1) ^ 1
    return is_mid_row


@compiled
def _body_sums(
    above: NDArray[np.int32],
    below: NDArray[np.int32],
    is_mid_row: NDArray[np.uint8],
    numbers: NDArray[np.int32],
    edges: NDArray[np.uint8],
    n_instances: int,
    body: NDArray[np.uint8],
) -> NDArray[np.int64]:
    is_near = np.zeros(len(body), np.uint8)  # in the middle of its row, and so the pixels above and below
    for pixel in range(len(body)):
        is_off = (edges[pixel] >> ABOVE | edges[pixel] >> BELOW) & 1
        is_near[pixel] = (
            is_mid_row[pixel] & is_mid_row[pixel + above[pixel]] & is_mid_row[pixel + below[pixel]] & ~is_off
        )
    sums = np.zeros((n_instances, 4), np.int64)
    for pixel in range(len(body)):
        number = numbers[pixel]
        if number >= 0:
            is_inside = is_near[pixel] & is_near[pixel + above[pixel]] & is_near[pixel + below[pixel]]
            sums[number, 0] += 1
            sums[number, 1] += body[pixel]
            sums[number, 2] += is_inside
            sums[number, 3] += body[pixel] * is_inside
    return sums
