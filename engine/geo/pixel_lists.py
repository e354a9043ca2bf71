"""Pixels of things as lists of places: where most of a raster is ground, a list costs less than the raster."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.geo.compiled import compiled
from engine.geo.unions import join

# The four sides of a pixel in the order in which an outline with the pixel on its left hand takes them.
LEFT, BELOW, RIGHT, ABOVE = range(4)


@dataclass(frozen=True, eq=False)
class PixelLists:
    """The pixels of some things, thing by thing and within each in reading order.

    Attributes:
        stride: how far apart the places of a pixel and the one below it are; greater than the number of columns, so
            that the last pixel of a row and the first of the next are not side by side.
        places: int64 (n,), `row * stride + col` of each pixel.
        starts: int64 (m + 1,), where each thing begins in the list, and where the last ends.
        neighbors: int32 (n, 4), how much further in the list the pixel on each side is, 0 where none of the same
            thing is there.
    """

    stride: int
    places: NDArray[np.int64]
    starts: NDArray[np.int64]
    neighbors: NDArray[np.int32]

    @classmethod
    def of(cls, places: NDArray[np.int64], starts: NDArray[np.int64], stride: int) -> PixelLists:
        """Return the lists with the neighbors found."""
        return cls(stride, places, starts, _neighbors(places, starts, stride))

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def counts(self) -> NDArray[np.int64]:
        """Return how many pixels each thing has."""
        return np.diff(self.starts)

    def rows_cols(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the rows and the columns of the pixels."""
        rows, cols = np.divmod(self.places, self.stride)
        return rows, cols

    def pieces(self, values: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return the first pixel of each pixel's piece, int32 (n,), -1 where the value is below 0.

        Pixels of a thing that have one value belong together along their edges.
        """
        return _pieces(self.neighbors, values)

    def edges(self, numbers: NDArray[np.int32]) -> NDArray[np.uint8]:
        """Return on which sides of pixels there is no pixel of the same number, uint8 (n,): a bit for each side.

        Those with a number below 0 have no edges.
        """
        return _edges(self.neighbors, numbers)


@compiled
def _neighbors(places: NDArray[np.int64], starts: NDArray[np.int64], stride: int) -> NDArray[np.int32]:
    neighbors = np.zeros((len(places), 4), np.int32)
    for thing in range(len(starts) - 1):
        above = starts[thing]
        for pixel in range(starts[thing], starts[thing + 1]):
            place = places[pixel]
            if pixel > starts[thing] and places[pixel - 1] == place - 1:
                neighbors[pixel, LEFT] = -1
                neighbors[pixel - 1, RIGHT] = 1
            while places[above] < place - stride:
                above += 1
            if places[above] == place - stride:
                neighbors[pixel, ABOVE] = above - pixel
                neighbors[above, BELOW] = pixel - above
    return neighbors


@compiled
def _pieces(neighbors: NDArray[np.int32], values: NDArray[np.int32]) -> NDArray[np.int32]:
    firsts = np.empty(len(values), np.int32)  # of each pixel one of its piece that comes no later
    for pixel in range(len(values)):
        firsts[pixel] = pixel if values[pixel] >= 0 else -1
        if values[pixel] < 0:
            continue
        left, above = pixel + neighbors[pixel, LEFT], pixel + neighbors[pixel, ABOVE]
        is_left, is_above = values[left] == values[pixel], values[above] == values[pixel]
        if is_left:
            firsts[pixel] = firsts[left]
        if is_above and not (is_left and firsts[left] == firsts[above]):
            join(firsts, pixel, above)
    for pixel in range(len(values)):
        if values[pixel] >= 0:
            firsts[pixel] = firsts[firsts[pixel]]
    return firsts


@compiled
def _edges(neighbors: NDArray[np.int32], numbers: NDArray[np.int32]) -> NDArray[np.uint8]:
    edges = np.zeros(len(numbers), np.uint8)
    for pixel in range(len(numbers)):
        if numbers[pixel] >= 0:
            for side in range(4):
                step = neighbors[pixel, side]
                edges[pixel] |= ((step == 0) | (numbers[pixel + step] != numbers[pixel])) << side
    return edges


@compiled
def grouped(numbers: NDArray[np.int32], n: int) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the pixels of each number from 0 to n - 1, number by number as they come, and where each begins.

    Those with a number below 0 are left out.

    Args:
        numbers: int32 (k,).
        n: how many numbers there are.
    """
    starts = np.zeros(n + 1, np.int64)
    for number in numbers:
        if number >= 0:
            starts[number + 1] += 1
    for number in range(n):
        starts[number + 1] += starts[number]
    order = np.empty(starts[n], np.int32)
    ends = starts[:n].copy()
    for pixel in range(len(numbers)):
        number = numbers[pixel]
        if number >= 0:
            order[ends[number]] = pixel
            ends[number] += 1
    return order, starts
