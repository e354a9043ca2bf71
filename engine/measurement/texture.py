"""How rough polygons look: gray-level co-occurrence (Haralick, Shanmugam and Dinstein, 1973) of neighboring pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.measurement.coverage import Cover

LEVELS = 32
TEXTURES = ("contrast", "homogeneity", "entropy")
_NEIGHBORS = ((0, 1), (1, -1), (1, 0), (1, 1))  # row and column past the pixel: 0, 45, 90 and 135 degrees
_HALF = 0.5 - 1e-9  # of a pixel: it belongs to the polygon
_MOST_CELLS = 1 << 22  # of matrices made in one go


@dataclass(frozen=True)
class GrayLevels:
    """How brightness becomes one of `LEVELS` gray levels: evenly from `low` up to `high`, all beyond at the ends."""

    low: float
    high: float

    def of(self, values: NDArray[np.generic]) -> NDArray[np.int64]:
        """Return the levels (rows, cols) of the mean of bands (bands, rows, cols)."""
        brightness = values.mean(axis=0, dtype=np.float64)
        spread = max(self.high - self.low, np.finfo(np.float64).tiny)
        with np.errstate(invalid="ignore", over="ignore"):
            levels = np.floor(np.nan_to_num((brightness - self.low) / spread) * LEVELS)
        return np.clip(levels, 0, LEVELS - 1).astype(np.int64)


def co_occurrence(
    cover: Cover, levels: NDArray[np.int64], core: tuple[slice, slice] | None = None
) -> NDArray[np.float64]:
    """Return how often gray levels lie side by side in each polygon, float (n, LEVELS, LEVELS), symmetric.

    Both pixels have to lie in the polygon by at least half. The four directions are counted together, so that a
    polygon that is turned keeps its texture.

    Args:
        cover: valid pixels only.
        levels: gray levels of the window that `cover` counts in.
        core: where the first pixel of a pair has to lie, so that pieces that overlap count each pair once.
    """
    inside = cover.take(cover.shares >= _HALF)
    rows, cols = levels.shape
    counts = np.zeros(cover.n * LEVELS * LEVELS)
    keys = (inside.owners * rows + inside.rows) * cols + inside.cols  # ascending
    for down, right in _NEIGHBORS:
        first = (inside.cols + right >= 0) & (inside.cols + right < cols) & (inside.rows + down < rows)
        if core is not None:
            first &= (inside.rows >= core[0].start) & (inside.rows < core[0].stop)
            first &= (inside.cols >= core[1].start) & (inside.cols < core[1].stop)
        first = np.flatnonzero(first)
        wanted = keys[first] + down * cols + right
        at = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
        first = first[keys[at] == wanted] if len(keys) else first
        row, col = inside.rows[first], inside.cols[first]
        pair = levels[row, col] * LEVELS + levels[row + down, col + right]
        counts += np.bincount(inside.owners[first] * LEVELS * LEVELS + pair, minlength=len(counts))
    matrices = counts.reshape(cover.n, LEVELS, LEVELS)
    return matrices + matrices.transpose(0, 2, 1)


def texture(matrices: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return contrast, homogeneity and entropy (in bits) of matrices (n, LEVELS, LEVELS), float (n, 3).

    NaN where no two pixels lie side by side.
    """
    steps = np.subtract.outer(np.arange(LEVELS), np.arange(LEVELS)) ** 2.0
    totals = matrices.sum(axis=(1, 2))
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = matrices / totals[:, None, None]
        surprise = -shares * np.log2(np.where(shares > 0, shares, 1.0))
    answer = [(shares * steps).sum(axis=(1, 2)), (shares / (1 + steps)).sum(axis=(1, 2)), surprise.sum(axis=(1, 2))]
    return np.column_stack(answer)


def textures(cover: Cover, levels: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return `texture` of the polygons, float (n, 3), a few at a time."""
    starts = cover.starts
    step = max(1, _MOST_CELLS // LEVELS**2)
    answer = np.full((cover.n, len(TEXTURES)), np.nan)
    for begin in range(0, cover.n, step):
        end = min(begin + step, cover.n)
        part = slice(starts[begin], starts[end])
        some = Cover(cover.owners[part] - begin, cover.rows[part], cover.cols[part], cover.shares[part], end - begin)
        answer[begin:end] = texture(co_occurrence(some, levels))
    return answer
