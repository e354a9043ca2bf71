"""What the pixels below polygons hold, band by band, each pixel weighted with the share of it that is covered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.measurement.coverage import Cover

_ROUNDING = 1e-9  # of all ground: so much short of a percentile counts as reached


@dataclass(frozen=True, eq=False)
class BandValues:
    """One row per polygon, one column per band; NaN where a polygon covers no valid pixel.

    Attributes:
        pixels: float (n,), how many valid pixels are covered, shares added up.
        mean, std, low, high: float (n, bands).
        percentiles: float (n, bands, p).
    """

    pixels: NDArray[np.float64]
    mean: NDArray[np.float64]
    std: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    percentiles: NDArray[np.float64]

    @classmethod
    def unknown(cls, n: int, n_bands: int, n_percentiles: int) -> BandValues:
        """Return values of n polygons that cover nothing."""
        mean, std, low, high = (np.full((n, n_bands), np.nan) for _ in range(4))
        return cls(np.zeros(n), mean, std, low, high, np.full((n, n_bands, n_percentiles), np.nan))

    def put(self, rows: NDArray[np.int64], others: BandValues) -> None:
        """Put other values in the place of some."""
        for mine, theirs in zip(vars(self).values(), vars(others).values(), strict=True):
            mine[rows] = theirs


def band_values(cover: Cover, values: NDArray[np.generic], percents: Sequence[float]) -> BandValues:
    """Return what pixels hold below polygons.

    A percentile is the smallest value that so much of the covered ground does not exceed: always a value of a pixel.

    Args:
        cover: valid pixels only.
        values: (bands, rows, cols) of the window that `cover` counts in.
        percents: from 0 to 100.
    """
    answer = BandValues.unknown(cover.n, len(values), len(percents))
    starts = cover.starts
    there = np.flatnonzero(np.diff(starts))
    if not len(there):
        return answer
    begins = starts[:-1][there]
    pixels = np.add.reduceat(cover.shares, begins)
    answer.pixels[there] = pixels
    number = np.repeat(np.arange(len(there)), np.diff(starts)[there])
    for band, stored in enumerate(values):
        found = stored[cover.rows, cover.cols].astype(np.float64)
        # From the first pixel of each polygon, so that nothing large is taken from something large.
        first = found[begins]
        offset = found - first[number]
        mean = np.add.reduceat(cover.shares * offset, begins) / pixels
        answer.mean[there, band] = first + mean
        answer.std[there, band] = np.sqrt(np.add.reduceat(cover.shares * (offset - mean[number]) ** 2, begins) / pixels)
        answer.low[there, band] = np.minimum.reduceat(found, begins)
        answer.high[there, band] = np.maximum.reduceat(found, begins)
        if percents:
            answer.percentiles[there, band] = _percentiles(found, cover.shares, number, begins, percents)
    return answer


def _percentiles(
    found: NDArray[np.float64],
    shares: NDArray[np.float64],
    number: NDArray[np.int64],
    begins: NDArray[np.int64],
    percents: Sequence[float],
) -> NDArray[np.float64]:
    """Return percentiles (m, p) of the values of m polygons, pixel by pixel in `number`, which ascends."""
    order = np.lexsort((found, number))
    ordered, ground = found[order], np.cumsum(shares[order])
    ends = np.append(begins[1:], len(found))
    before = np.where(begins > 0, ground[begins - 1], 0.0)
    whole = ground[ends - 1] - before
    wanted = before[:, None] + whole[:, None] * (np.asarray(percents) / 100 - _ROUNDING)
    at = np.searchsorted(ground, wanted)
    return ordered[np.clip(at, begins[:, None], ends[:, None] - 1)]
