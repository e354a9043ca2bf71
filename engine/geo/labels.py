"""Numbered pieces of a mask, kept as runs: most of a raster is ground, and a list of runs says the same in less."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.geo.pieces import pieces
from engine.geo.pixel_lists import grouped
from engine.geo.ragged import ranges
from engine.geo.run_lists import RunLists
from engine.geo.runs import Runs, runs_of_mask


@dataclass(frozen=True, eq=False)
class Labels:
    """Which piece each pixel of a raster of `rows` x `cols` belongs to, if any.

    The values of runs are the labels, from 1 on. Pixels in no run are ground.
    """

    rows: int
    cols: int
    runs: Runs

    @classmethod
    def of_mask(cls, mask: NDArray[np.bool_]) -> Labels:
        """Return the connected pieces of a mask (rows, cols), numbered in reading order of their first pixels.

        Pixels belong together along their edges.
        """
        rows, cols = mask.shape
        firsts, counts = runs_of_mask(mask)
        return cls(rows, cols, Runs(firsts, counts, pieces(firsts, counts, cols) + 1))

    @classmethod
    def of_raster(cls, raster: NDArray[np.int32]) -> Labels:
        """Return what a raster of labels says, int32 (rows, cols) with 0 for ground."""
        rows, cols = raster.shape
        flat = raster.reshape(-1)
        if not len(flat):
            return cls(rows, cols, Runs(np.zeros(0, np.int64), np.zeros(0, np.int64), flat))
        is_last = np.empty(len(flat), bool)
        np.not_equal(flat[1:], flat[:-1], out=is_last[:-1])
        is_last[cols - 1 :: cols] = True
        ends = np.flatnonzero(is_last) + 1
        firsts = np.concatenate([[0], ends[:-1]])
        values = flat[firsts]
        is_thing = values != 0
        return cls(rows, cols, Runs(firsts[is_thing], (ends - firsts)[is_thing], values[is_thing]))

    def raster(self) -> NDArray[np.int32]:
        """Return the label of every pixel, int32 (rows, cols), 0 for ground."""
        raster = np.zeros(self.rows * self.cols, np.int32)
        raster[ranges(self.runs.firsts, self.runs.counts)] = np.repeat(self.runs.values, self.runs.counts)
        return raster.reshape(self.rows, self.cols)

    @cached_property
    def places(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the row of each run and the column at which it begins."""
        rows, cols = np.divmod(self.runs.firsts, max(self.cols, 1))
        return rows, cols

    def at(self, pixels: NDArray[np.int64]) -> NDArray[np.int32]:
        """Return the labels of pixels (n,), given by their numbers in the flattened raster; 0 for ground."""
        runs = self.runs
        if not len(runs.firsts):
            return np.zeros(len(pixels), np.int32)
        run = np.searchsorted(runs.firsts, pixels, side="right") - 1
        is_in = (run >= 0) & (pixels < runs.firsts[run] + runs.counts[run])
        return np.where(is_in, runs.values[run], 0).astype(np.int32)

    def runs_of(self, numbers: NDArray[np.int32]) -> RunLists:
        """Return the runs of some labels that are there, int32 (m,), in the order in which they are wanted."""
        runs = self.runs
        wanted = np.full(int(runs.values.max(initial=0)) + 1, -1, np.int32)
        wanted[numbers] = np.arange(len(numbers))
        order, starts = grouped(wanted[runs.values], len(numbers))
        return RunLists(self.cols, runs.firsts[order], runs.counts[order], starts)

    def only(self, is_kept: NDArray[np.bool_]) -> Labels:
        """Return some of the runs, bool (n,); labels keep their numbers."""
        runs = self.runs
        return Labels(self.rows, self.cols, Runs(runs.firsts[is_kept], runs.counts[is_kept], runs.values[is_kept]))

    def among(self, numbers: NDArray[np.int32]) -> Labels:
        """Return the labels that are among some."""
        return self.only(np.isin(self.runs.values, numbers))

    def mask(self, label: int) -> NDArray[np.bool_]:
        """Return where one label is, bool (rows, cols)."""
        is_it = self.runs.values == label
        mask = np.zeros(self.rows * self.cols, bool)
        mask[ranges(self.runs.firsts[is_it], self.runs.counts[is_it])] = True
        return mask.reshape(self.rows, self.cols)

    def border(self) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
        """Return the labels along the four sides: the first row, the first column, the last column, the last row."""
        rows, cols = self.places
        is_left, is_right = cols == 0, cols + self.runs.counts == self.cols
        left, right = np.zeros(self.rows, np.int32), np.zeros(self.rows, np.int32)
        left[rows[is_left]], right[rows[is_right]] = self.runs.values[is_left], self.runs.values[is_right]
        return self._row(0), left, right, self._row(self.rows - 1)

    def _row(self, row: int) -> NDArray[np.int32]:
        begin, end = np.searchsorted(self.places[0], (row, row + 1))
        counts = self.runs.counts[begin:end]
        labels = np.zeros(self.cols, np.int32)
        labels[ranges(self.places[1][begin:end], counts)] = np.repeat(self.runs.values[begin:end], counts)
        return labels
