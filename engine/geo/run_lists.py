"""Things as lists of runs: pixels side by side in one row of a raster, which can be copied in one go."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.geo.compiled import compiled
from engine.geo.pixel_lists import PixelLists
from engine.geo.ragged import ranges, starts_of


@dataclass(frozen=True, eq=False)
class RunLists:
    """The runs of some things in a raster, thing by thing and within each in reading order.

    Attributes:
        cols: of the raster.
        firsts: int64 (k,), the number of each run's first pixel in the flattened raster.
        counts: int64 (k,), how many pixels each run has.
        starts: int64 (m + 1,), where each thing begins among the runs, and where the last ends; each has a run.
    """

    cols: int
    firsts: NDArray[np.int64]
    counts: NDArray[np.int64]
    starts: NDArray[np.int64]

    @property
    def areas_px(self) -> NDArray[np.int64]:
        """Return how many pixels each thing has, int64 (m,)."""
        return np.add.reduceat(self.counts, self.starts[:-1]) if len(self.counts) else np.zeros(0, np.int64)

    def only(self, is_kept: NDArray[np.bool_]) -> RunLists:
        """Return some of the things, bool (m,)."""
        n_runs = np.diff(self.starts)
        stays = np.repeat(is_kept, n_runs)
        return RunLists(self.cols, self.firsts[stays], self.counts[stays], starts_of(n_runs[is_kept]))

    def pixels(self) -> PixelLists:
        """Return the pixels, one by one."""
        places = ranges(self.firsts + self.firsts // max(self.cols, 1), self.counts)
        return PixelLists.of(places, starts_of(self.areas_px), self.cols + 1)

    def values(self, fields: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Return what fields say, uint8 (f, rows, cols), pixel by pixel, uint8 (f, n)."""
        return _values(fields.reshape(len(fields), -1), self.firsts, self.counts, int(self.counts.sum()))

    def highest(self, field: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Return the highest value of a field, uint8 (rows, cols), in each thing, uint8 (m,)."""
        return _highest(field.reshape(-1), self.firsts, self.counts, self.starts)


@compiled
def _values(
    fields: NDArray[np.uint8], firsts: NDArray[np.int64], counts: NDArray[np.int64], n: int
) -> NDArray[np.uint8]:
    values = np.empty((len(fields), n), np.uint8)
    at = 0
    for run in range(len(firsts)):
        for field in range(len(fields)):
            for step in range(counts[run]):
                values[field, at + step] = fields[field, firsts[run] + step]
        at += counts[run]
    return values


@compiled
def _highest(
    field: NDArray[np.uint8], firsts: NDArray[np.int64], counts: NDArray[np.int64], starts: NDArray[np.int64]
) -> NDArray[np.uint8]:
    highest = np.zeros(len(starts) - 1, np.uint8)
    for thing in range(len(starts) - 1):
        most = 0
        for run in range(starts[thing], starts[thing + 1]):
            for pixel in range(firsts[run], firsts[run] + counts[run]):
                most = max(most, field[pixel])
        highest[thing] = most
    return highest
