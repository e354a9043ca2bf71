"""Many lists of unequal length in one array, so that one call works on all of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.geo.compiled import compiled


def starts_of(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return where each of the lists begins in one array, and at last where all end, (n + 1,)."""
    return np.concatenate([[0], np.cumsum(counts)])


def ranges(firsts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return `first, first + 1, ...` for each list, one after the other."""
    return _ranges(firsts, counts, int(counts.sum()))


@compiled
def _ranges(firsts: NDArray[np.int64], counts: NDArray[np.int64], n: int) -> NDArray[np.int64]:
    numbers = np.empty(n, np.int64)
    at = 0
    for this in range(len(firsts)):
        for step in range(counts[this]):
            numbers[at] = firsts[this] + step
            at += 1
    return numbers
