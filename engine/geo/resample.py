"""Pixels at another scale, the same for every way of cutting a raster into windows.

Each side is a table of taps: which source pixels make one pixel of the answer, and with what weights. The tables come
from whole-number arithmetic over the whole side, and sums run in a fixed order, so a pixel's value depends on nothing
but its place in the raster.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_CHUNK_PX = 1 << 15  # source pixels of one band that are worked on at once
_LEAST_SHARE = 0.5  # a pixel is valid when this much of the ground below it is
_ROUNDING = 1e-5


@dataclass(frozen=True)
class Taps:
    """Where each of n pixels comes from along one side: `indices` int (n, k), `weights` float (n, k), rows sum to 1."""

    indices: NDArray[np.int64]
    weights: NDArray[np.float64]

    @property
    def start(self) -> int:
        """Return the first source pixel that is needed."""
        return int(self.indices.min())

    @property
    def stop(self) -> int:
        """Return the pixel after the last one that is needed."""
        return int(self.indices.max()) + 1


def side_taps(start: int, stop: int, *, length_px: int, source_length_px: int) -> Taps:
    """Return the taps of pixels `start` to `stop` of a side of `length_px` made from `source_length_px`.

    A shorter side averages all the ground under a pixel; a longer one interpolates between the two nearest centers.
    """
    if not 0 <= start < stop <= length_px:
        raise ValueError(f"pixels {start} to {stop} do not lie on a side of {length_px}")
    pixel = np.arange(start, stop, dtype=np.int64)[:, None]
    if length_px <= source_length_px:
        return _averaging(pixel, length_px, source_length_px)
    return _bilinear(pixel, length_px, source_length_px)


def _averaging(pixel: NDArray[np.int64], length_px: int, source_length_px: int) -> Taps:
    # In units of 1 / (length_px * source_length_px) of the side, every border is a whole number.
    n_taps = -(-source_length_px // length_px) + 1
    first = pixel * source_length_px // length_px
    indices = first + np.arange(n_taps, dtype=np.int64)
    left = np.maximum(pixel * source_length_px, indices * length_px)
    right = np.minimum((pixel + 1) * source_length_px, (indices + 1) * length_px)
    weights = np.maximum(right - left, 0) / source_length_px
    return Taps(np.where(weights > 0, indices, first), weights)


def _bilinear(pixel: NDArray[np.int64], length_px: int, source_length_px: int) -> Taps:
    center = (2 * pixel + 1) * source_length_px - length_px  # from the first source center, in 1 / (2 * length_px)
    first, rest = np.divmod(center, 2 * length_px)
    share = rest / (2 * length_px)
    indices = np.clip(np.concatenate([first, first + 1], axis=1), 0, source_length_px - 1)
    return Taps(indices, np.concatenate([1 - share, share], axis=1))


def resample(
    values: NDArray[np.generic], valid: NDArray[np.bool_], rows: Taps, cols: Taps
) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
    """Return (values, valid) at the taps; invalid pixels lend nothing to their neighbors.

    Args:
        values: (bands, source rows, source cols) that start at `rows.start` and `cols.start`.
        valid: bool (source rows, source cols) of the same window.
        rows: taps of the answer's rows.
        cols: taps of the answer's columns.
    """
    n_bands, _, n_source_cols = values.shape
    # Whole numbers beyond 24 bits do not fit float32.
    has_long_numbers = values.dtype.itemsize > (4 if values.dtype.kind == "f" else 2)
    real: type[np.floating] = np.float64 if has_long_numbers else np.float32
    answer = np.empty((n_bands, len(rows.indices), len(cols.indices)), values.dtype)
    answer_valid = np.ones(answer.shape[1:], bool)
    # Few rows at a time, so that all steps work on what lies in the processor's cache.
    n_rows = max(1, _CHUNK_PX * len(rows.indices) // (n_source_cols * values.shape[1]))
    across = _Side.of(cols, real)
    for row in range(0, len(rows.indices), n_rows):
        chunk = slice(row, row + n_rows)
        down = _Side.of(Taps(rows.indices[chunk], rows.weights[chunk]), real)
        source = slice(down.start - rows.start, down.stop - rows.start)
        holes = None if valid[source].all() else ~valid[source]
        share = None if holes is None else _share(holes, down, across)
        for band in range(n_bands):
            mean = _sums(values[band, source], holes, down, across)
            if share is not None:
                mean /= share
            _store(mean, answer[band, chunk])
        if share is not None:
            answer_valid[chunk] = share >= _LEAST_SHARE
    return answer, answer_valid


@dataclass(frozen=True)
class _Side:
    """Taps as a loop wants them: indices (k, n) from the first source pixel, weights (k, n) in the type of the sums."""

    start: int
    stop: int
    indices: NDArray[np.intp]
    weights: NDArray[np.floating]

    @classmethod
    def of(cls, taps: Taps, real: type[np.floating]) -> _Side:
        used = taps.weights.any(axis=0)
        indices = np.ascontiguousarray((taps.indices[:, used] - taps.start).T, np.intp)
        return cls(taps.start, taps.stop, indices, np.ascontiguousarray(taps.weights[:, used].T, real))


def _sums(
    values: NDArray[np.generic], holes: NDArray[np.bool_] | None, rows: _Side, cols: _Side
) -> NDArray[np.floating]:
    """Return the weighted sums of values (source rows, source cols), in which holes count as 0."""
    real = values.astype(rows.weights.dtype)
    if holes is not None:
        np.copyto(real, 0, where=holes)
    return _summed(_summed(real, rows.indices, rows.weights[:, :, None], axis=0), cols.indices, cols.weights, axis=1)


def _share(holes: NDArray[np.bool_], rows: _Side, cols: _Side) -> NDArray[np.floating]:
    """Return how much of each pixel's ground is no hole: 1 to the last bit without any, tiny instead of 0."""
    share = _sums(~holes, None, rows, cols)
    # Weights add up to 1 but for rounding; where nothing is lost the sums are the means already.
    share[share > 1 - _ROUNDING] = 1
    return np.maximum(share, _ROUNDING, out=share)


def _summed(
    values: NDArray[np.floating], indices: NDArray[np.intp], weights: NDArray[np.floating], *, axis: int
) -> NDArray[np.floating]:
    """Return the sum over the taps along one axis, in their order."""
    total = np.take(values, indices[0], axis=axis)
    total *= weights[0]
    part = np.empty_like(total)
    for tap, weight in zip(indices[1:], weights[1:], strict=True):
        np.take(values, tap, axis=axis, out=part, mode="clip")  # any other mode copies once more
        part *= weight
        total += part
    return total


def _store(mean: NDArray[np.floating], place: NDArray[np.generic]) -> None:
    if place.dtype.kind in "iu":
        np.rint(mean, out=mean)
        if place.dtype.itemsize > 2:  # shorter ones are exact to far more than one unit
            limits = np.iinfo(place.dtype)  # type: ignore[type-var]
            np.clip(mean, limits.min, limits.max, out=mean)
    np.copyto(place, mean, casting="unsafe")
