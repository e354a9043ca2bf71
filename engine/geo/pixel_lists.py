"""Pixels of things as lists of places: where most of a raster is ground, a list costs less than the raster."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.geo.compiled import compiled
from engine.geo.unions import join

# The four sides of a pixel in the order in which an outline with the pixel on its left hand takes them. Sides together
# are a number with a bit for each: so the bit of LEFT is 1, and `pixel - 1 + (ends & 1)` is the pixel on the left or,
# where there is none, the same one.
LEFT, BELOW, RIGHT, ABOVE = range(4)
TOUCHES = 4  # one more bit: a pixel of the thing may lie across a corner only


@dataclass(frozen=True, eq=False)
class PixelLists:
    """The pixels of some things, thing by thing and within each in reading order.

    Attributes:
        stride: how far apart the places of a pixel and the one below it are; greater than the number of columns, so
            that the last pixel of a row and the first of the next are not side by side.
        places: int64 (n,), `row * stride + col` of each pixel.
        starts: int64 (m + 1,), where each thing begins in the list, and where the last ends.
        above, below: int32 (n,), how much further in the list the pixel above or below is, 0 where none of the same
            thing is there.
        ends: uint8 (n,), on which of the sides left and right no pixel of the same thing is, and whether it `TOUCHES`.
    """

    stride: int
    places: NDArray[np.int64]
    starts: NDArray[np.int64]
    above: NDArray[np.int32]
    below: NDArray[np.int32]
    ends: NDArray[np.uint8]

    @classmethod
    def of(cls, places: NDArray[np.int64], starts: NDArray[np.int64], stride: int) -> PixelLists:
        """Return the lists with the neighbors found."""
        return cls(stride, places, starts, *_linked(places, starts, stride))

    def rows_cols(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the rows and the columns of the pixels."""
        rows, cols = np.divmod(self.places, self.stride)
        return rows, cols

    def pieces(self, values: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return the first pixel of each pixel's piece, int32 (n,), -1 where the value is below 0.

        Pixels of a thing that have one value belong together along their edges.
        """
        return _pieces(self.above, self.ends, values)

    def edges(self, numbers: NDArray[np.int32]) -> NDArray[np.uint8]:
        """Return on which sides of pixels there is no pixel of the same number, uint8 (n,): a bit for each side.

        Those with a number below 0 have no edges.
        """
        return _edges(self.above, self.below, self.ends, numbers)


@compiled
def _linked(
    places: NDArray[np.int64], starts: NDArray[np.int64], stride: int
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.uint8]]:
    n = len(places)
    above, below, ends = np.zeros(n, np.int32), np.zeros(n, np.int32), np.zeros(n, np.uint8)
    begins = np.empty(n + 1, np.int64)  # of the runs of a thing: pixels side by side
    for thing in range(len(starts) - 1):
        n_runs = 0
        for pixel in range(starts[thing], starts[thing + 1]):
            if pixel == starts[thing] or places[pixel] != places[pixel - 1] + 1:
                begins[n_runs] = pixel
                n_runs += 1
        begins[n_runs] = starts[thing + 1]
        first = 0  # of the runs that may lie along the one looked at
        for run in range(n_runs):
            begin, length = begins[run], begins[run + 1] - begins[run]
            ends[begin] |= 1 << LEFT
            ends[begin + length - 1] |= 1 << RIGHT
            place = places[begin] - stride
            while first < run and places[begins[first + 1] - 1] + 1 < place:
                first += 1
            other = first
            while other < run and places[begins[other]] <= place + length:
                other_begin, other_place = begins[other], places[begins[other]]
                other_stop = other_place + begins[other + 1] - other_begin
                low, high = max(place, other_place), min(place + length, other_stop)
                step = np.int32(begin - place + other_place - other_begin)
                for pixel in range(low - place + begin, high - place + begin):
                    above[pixel] = -step
                for pixel in range(low - other_place + other_begin, high - other_place + other_begin):
                    below[pixel] = step
                if low == high:
                    is_left = other_stop == place  # the other run ends where this one begins
                    ends[begin if is_left else begin + length - 1] |= 1 << TOUCHES
                    ends[begins[other + 1] - 1 if is_left else other_begin] |= 1 << TOUCHES
                other += 1
    return above, below, ends


@compiled
def _pieces(above: NDArray[np.int32], ends: NDArray[np.uint8], values: NDArray[np.int32]) -> NDArray[np.int32]:
    firsts = np.empty(len(values), np.int32)  # of each pixel one of its piece that comes no later
    last_value, first, last_over = -1, -1, -1
    for pixel in range(len(values)):
        value = values[pixel]
        if (value != last_value) | (ends[pixel] & 1 == 1):
            first = last_over = -1  # no pixel yet on the left, nor above those on the left
        last_value = value
        if value < 0:
            firsts[pixel] = -1
            continue
        over = pixel + above[pixel]
        if (over < pixel) & (values[over] == value):
            over = firsts[over]
            if first < 0:
                first = over
            elif (over != last_over) & (over != first):
                join(firsts, first, over)
            last_over = over
        elif first < 0:
            first = pixel
        firsts[pixel] = first
    for pixel in range(len(values)):
        if values[pixel] >= 0:
            firsts[pixel] = firsts[firsts[pixel]]
    return firsts


@compiled
def _edges(
    above: NDArray[np.int32], below: NDArray[np.int32], ends: NDArray[np.uint8], numbers: NDArray[np.int32]
) -> NDArray[np.uint8]:
    edges = np.zeros(len(numbers), np.uint8)
    for pixel in range(len(numbers)):
        number = numbers[pixel]
        if number >= 0:
            end = ends[pixel]
            left, right = pixel - 1 + (end & 1), pixel + 1 - ((end >> RIGHT) & 1)
            over, under = above[pixel], below[pixel]
            sides = end & (1 << LEFT | 1 << RIGHT)
            sides |= (numbers[left] != number) << LEFT
            sides |= ((under == 0) | (numbers[pixel + under] != number)) << BELOW
            sides |= (numbers[right] != number) << RIGHT
            sides |= ((over == 0) | (numbers[pixel + over] != number)) << ABOVE
            edges[pixel] = sides
    return edges


@compiled
def grouped(
    numbers: NDArray[np.int32], n: int, is_meant: NDArray[np.uint8] | None = None
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the pixels of each number from 0 to n - 1, number by number as they come, and where each begins.

    Those with a number below 0 are left out.

    Args:
        numbers: int32 (k,).
        n: how many numbers there are.
        is_meant: uint8 (k,); those with 0 are left out as well.
    """
    starts = np.zeros(n + 1, np.int64)
    for pixel in range(len(numbers)):
        if numbers[pixel] >= 0 and (is_meant is None or is_meant[pixel] > 0):
            starts[numbers[pixel] + 1] += 1
    for number in range(n):
        starts[number + 1] += starts[number]
    order = np.empty(starts[n], np.int32)
    ends = starts[:n].copy()
    for pixel in range(len(numbers)):
        number = numbers[pixel]
        if number >= 0 and (is_meant is None or is_meant[pixel] > 0):
            order[ends[number]] = pixel
            ends[number] += 1
    return order, starts
