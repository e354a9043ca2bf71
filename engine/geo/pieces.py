"""Which pixels hang together, worked out on runs of pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.geo.compiled import compiled
from engine.geo.unions import join


@compiled
def pieces(firsts: NDArray[np.int64], counts: NDArray[np.int64], cols: int) -> NDArray[np.int32]:
    """Return the number of the connected piece of every run, int32 (k,), from 0 in reading order of their first pixels.

    Pixels belong together along their edges.

    Args:
        firsts, counts: int64 (k,), as in `Runs`.
        cols: of the raster.
    """
    earlier = np.empty(len(firsts), np.int32)
    above = 0
    for run in range(len(firsts)):
        earlier[run] = run
        begin, end = firsts[run] - cols, firsts[run] - cols + counts[run]
        while firsts[above] + counts[above] <= begin:
            above += 1
        other = above
        while firsts[other] < end:
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
