"""Pixels side by side in one row: far fewer than pixels, and ground costs nothing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.geo.compiled import compiled

_WORD = 8  # pixels that are looked at together
_ALL_ON = np.uint64(0x0101010101010101)


@dataclass(frozen=True, eq=False)
class Runs:
    """Pixels side by side in one row and of one value, in reading order.

    Attributes:
        firsts: int64 (k,), the number of each run's first pixel in the flattened raster.
        counts: int64 (k,), how many pixels each run has.
        values: int32 (k,).
    """

    firsts: NDArray[np.int64]
    counts: NDArray[np.int64]
    values: NDArray[np.int32]


def runs_of_mask(mask: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the first pixels and the lengths of the runs of a mask (rows, cols), as in `Runs`."""
    flat = mask.reshape(-1).view(np.uint8)
    in_words = len(flat) // _WORD * _WORD
    return _runs(flat, flat[:in_words].view(np.uint64), max(mask.shape[1], 1), _n_begins(flat) + mask.shape[0])


@compiled
def _n_begins(flat: NDArray[np.uint8]) -> int:
    """Return after how many pixels that are off, or none, comes one that is on."""
    n_begins = 0
    for pixel in flat[:1]:
        n_begins += pixel
    for pixel in range(1, len(flat)):
        n_begins += flat[pixel] & (flat[pixel - 1] ^ 1)
    return n_begins


@compiled
def _runs(
    flat: NDArray[np.uint8], words: NDArray[np.uint64], cols: int, most: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    firsts, counts = np.empty(most, np.int64), np.empty(most, np.int64)
    n_runs = begin = 0
    is_on = np.uint8(0)
    for word in range(len(words) + 1):
        # Where nothing changes nothing has to be looked at pixel by pixel.
        if word < len(words) and words[word] == (_ALL_ON if is_on else np.uint64(0)):
            continue
        for pixel in range(_WORD * word, _WORD * (word + 1) if word < len(words) else len(flat) + 1):
            if (flat[pixel] if pixel < len(flat) else 0) == is_on:
                continue
            if is_on:
                while begin < pixel:  # a run that goes on into another row is one in each
                    stop = min((begin // cols + 1) * cols, pixel)
                    firsts[n_runs], counts[n_runs] = begin, stop - begin
                    n_runs += 1
                    begin = stop
            begin = pixel
            is_on ^= 1
    return firsts[:n_runs], counts[:n_runs]
