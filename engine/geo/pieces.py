"""Which pixels hang together, worked out on runs of pixels: far fewer than pixels, and ground costs nothing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.geo.compiled import compiled
from engine.geo.unions import join


@dataclass(frozen=True, eq=False)
class Runs:
    """Pixels side by side in one row and of one value: their first places, how many they are, their values.

    A place is `row * stride + col`, with a stride greater than the number of columns, so that the last pixel of a row
    and the first of the next are not side by side.
    """

    firsts: NDArray[np.int64]
    counts: NDArray[np.int64]
    values: NDArray[np.int32]


def pieces(runs: Runs, stride: int) -> NDArray[np.int32]:
    """Return the number of the connected piece of every run, from 0 in reading order of their first pixels.

    Pixels of one value belong together along their edges.
    """
    return _pieces(runs.firsts, runs.counts, runs.values, stride)


@compiled
def _pieces(
    firsts: NDArray[np.int64], counts: NDArray[np.int64], values: NDArray[np.int32], stride: int
) -> NDArray[np.int32]:
    earlier = np.empty(len(firsts), np.int32)
    above = 0
    for run in range(len(firsts)):
        earlier[run] = run
        begin, end = firsts[run] - stride, firsts[run] - stride + counts[run]
        while firsts[above] + counts[above] <= begin:
            above += 1
        other = above
        while firsts[other] < end:
            if values[other] == values[run]:
                join(earlier, run, other)
            other += 1
    numbers = np.empty(len(firsts), np.int32)
    n_pieces = 0
    for run in range(len(firsts)):
        if earlier[run] == run:
            numbers[run] = n_pieces
            n_pieces += 1
        else:
            numbers[run] = numbers[earlier[run]]
    return numbers
