"""Pixels as lists of places: where most of a raster is ground, a list costs less than the raster."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csgraph, csr_array

from engine.geo.ragged import ranges, starts_of

_MARGIN = 2  # rows of ground above and below, so that neighbors two rows away can be looked up


@dataclass(frozen=True)
class Canvas:
    """Where pixels of a raster of (rows, cols) have their places: a number each, in reading order.

    Two rows of ground lie above and below, and one place of ground at the end of each row. So the neighbors of the
    pixel at `place` are at `place - 1`, `place + 1`, `place - stride` and `place + stride`, and they are never pixels
    of another side of the raster.
    """

    rows: int
    cols: int

    @property
    def stride(self) -> int:
        """Return how far apart the places of a pixel and the one below it are."""
        return self.cols + 1

    def places(self, flat: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the places of pixels given in reading order by their numbers in the flattened raster."""
        row_starts = np.searchsorted(flat, np.arange(self.rows + 1) * self.cols)
        return flat + np.repeat(np.arange(self.rows), np.diff(row_starts)) + _MARGIN * self.stride

    def places_at(self, rows: NDArray[np.int64], cols: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the places of pixels given by rows and columns."""
        return (rows + _MARGIN) * self.stride + cols

    def rows_cols(self, places: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the rows and columns of places."""
        rows, cols = np.divmod(places, self.stride)
        return rows - _MARGIN, cols

    def filled(self, places: NDArray[np.int64], values: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return an array by place with the values at their places and 0 elsewhere."""
        filled = np.zeros((self.rows + 2 * _MARGIN) * self.stride, np.int32)
        filled[places] = values
        return filled

    def raster(self, places: NDArray[np.int64], values: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return the raster, int32 (rows, cols), with the values at their places and 0 elsewhere."""
        whole = self.filled(places, values).reshape(-1, self.stride)
        return whole[_MARGIN : self.rows + _MARGIN, : self.cols]


@dataclass(frozen=True, eq=False)
class Runs:
    """Pixels side by side in one row and of one value: their first places, how many they are, their values."""

    firsts: NDArray[np.int64]
    counts: NDArray[np.int64]
    values: NDArray[np.int32]


def runs_of(places: NDArray[np.int64], values: NDArray[np.int32]) -> Runs:
    """Return the runs of pixels in reading order, of one value each."""
    is_first = np.ones(len(places), bool)
    np.logical_or(places[1:] - places[:-1] != 1, values[1:] != values[:-1], out=is_first[1:])
    begins = np.flatnonzero(is_first)
    return Runs(places[begins], np.diff(np.append(begins, len(places))), values[begins])


def pieces(runs: Runs, stride: int) -> NDArray[np.int32]:
    """Return the number of the connected piece of every run, from 0 in reading order of their first pixels.

    Pixels of one value belong together along their edges.
    """
    ends = runs.firsts + runs.counts
    # The runs of the next row that lie below each run are neighbors in the list.
    begin = np.searchsorted(ends, runs.firsts + stride, side="right")
    n_below = np.searchsorted(runs.firsts, ends + stride, side="left") - begin
    above, below = np.repeat(np.arange(len(ends)), n_below), ranges(begin, n_below)
    is_same = runs.values[above] == runs.values[below]
    n_below = np.bincount(above[is_same], minlength=len(ends))
    graph = csr_array((np.ones(int(is_same.sum())), below[is_same], starts_of(n_below)), shape=(len(ends), len(ends)))
    _, numbers = csgraph.connected_components(graph, directed=False)
    return np.asarray(numbers, np.int32)


def pieces_of_pixels(
    places: NDArray[np.int64], stride: int, values: NDArray[np.int32] | None = None
) -> NDArray[np.int32]:
    """Return the number of the connected piece of every pixel, from 0, as `pieces` does for runs.

    Without values all pixels are of one.
    """
    runs = runs_of(places, np.zeros(len(places), np.int32) if values is None else values)
    return np.repeat(pieces(runs, stride), runs.counts)
