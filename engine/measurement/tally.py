"""The same values for one polygon that is too large to be looked at in one piece: added up piece by piece."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.measurement.band_values import BandValues
from engine.measurement.coverage import Cover

_MOST_BINS = 1 << 16


class Tally:
    """Covered pixels of one polygon. Two rounds: `look` at all pieces, then `count` all of them, then ask `values`.

    Percentiles of whole numbers of up to 16 bits are exact, others to 1/65536 of what lies between the least and the
    greatest value.
    """

    def __init__(self, n_bands: int) -> None:
        self._pixels = 0.0
        self._first = np.full(n_bands, np.nan)
        self._sums, self._squares = np.zeros(n_bands), np.zeros(n_bands)
        self._low, self._high = np.full(n_bands, np.inf), np.full(n_bands, -np.inf)
        self._ground: NDArray[np.float64] | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether no valid pixel was seen."""
        return self._pixels == 0.0

    def look(self, cover: Cover, values: NDArray[np.generic]) -> None:
        """Take a piece for everything but percentiles."""
        if not len(cover):
            return
        found = values[:, cover.rows, cover.cols].astype(np.float64)
        if self.is_empty:
            self._first = found[:, 0].copy()
        self._pixels += float(cover.shares.sum())
        self._low = np.minimum(self._low, found.min(axis=1))
        self._high = np.maximum(self._high, found.max(axis=1))
        found -= self._first[:, None]
        self._sums += found @ cover.shares
        self._squares += found**2 @ cover.shares

    def count(self, cover: Cover, values: NDArray[np.generic]) -> None:
        """Take a piece for percentiles, after all were looked at."""
        if not len(cover):
            return
        if self._ground is None:
            self._ground = np.zeros((len(values), _MOST_BINS))
        for band, stored in enumerate(values):
            found = stored[cover.rows, cover.cols].astype(np.float64)
            bins = np.rint((found - self._low[band]) / self._step(band)).astype(np.int64)
            self._ground[band] += np.bincount(bins, cover.shares, _MOST_BINS)

    def values(self, percents: Sequence[float]) -> BandValues:
        """Return the values of the polygon, as the only row."""
        n_bands = len(self._sums)
        answer = BandValues.unknown(1, n_bands, len(percents))
        if self.is_empty:
            return answer
        mean = self._sums / self._pixels
        answer.pixels[0], answer.mean[0] = self._pixels, self._first + mean
        answer.std[0] = np.sqrt(np.maximum(self._squares / self._pixels - mean**2, 0.0))
        answer.low[0], answer.high[0] = self._low, self._high
        if self._ground is not None:
            shares = np.asarray(percents) / 100 - 1e-9
            for band, ground in enumerate(self._ground):
                reached = np.cumsum(ground)
                bins = np.clip(np.searchsorted(reached, shares * reached[-1]), 0, _MOST_BINS - 1)
                bins = np.maximum(bins, np.flatnonzero(ground)[0])
                answer.percentiles[0, band] = self._low[band] + bins * self._step(band)
        return answer

    def _step(self, band: int) -> float:
        """Return how far bins lie apart: 1 where whole numbers fit."""
        spread = float(self._high[band] - self._low[band])
        is_whole = spread < _MOST_BINS and float(self._low[band]).is_integer() and spread.is_integer()
        return 1.0 if is_whole else max(spread / (_MOST_BINS - 1), np.finfo(np.float64).tiny)
