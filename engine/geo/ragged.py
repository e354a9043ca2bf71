"""Many lists of unequal length in one array, so that one call works on all of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def starts_of(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return where each of the lists begins in one array, and at last where all end, (n + 1,)."""
    return np.concatenate([[0], np.cumsum(counts)])


def ranges(firsts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return `first, first + 1, ...` for each list, one after the other."""
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(firsts - (ends - counts), counts)
