"""Pixels at another scale, the same for every way of cutting a raster into windows.

Each side is a table of taps: which source pixels make one pixel of the answer, and with what weights. The tables come
from whole-number arithmetic over the whole side, and sums run in a fixed order, so a pixel's value depends on nothing
but its place in the raster.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


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
    # Whole numbers beyond 24 bits do not fit float32.
    has_long_numbers = values.dtype.itemsize > (4 if values.dtype.kind == "f" else 2)
    real: type[np.floating] = np.float64 if has_long_numbers else np.float32
    share = _along_cols(_along_rows(valid.astype(real)[None], rows), cols)  # (1, rows, cols)
    weighted = _along_cols(_along_rows(np.where(valid, values, 0).astype(real), rows), cols)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(share > 0, weighted / share, 0)
    if values.dtype.kind in "iu":
        limits = np.iinfo(values.dtype)  # type: ignore[type-var]
        mean = np.clip(np.rint(mean), limits.min, limits.max)
    return mean.astype(values.dtype, order="C"), np.ascontiguousarray(share[0] >= 0.5)


def _along_rows(values: NDArray[np.floating], taps: Taps) -> NDArray[np.floating]:
    total = np.zeros((values.shape[0], len(taps.indices), values.shape[2]), values.dtype)
    for indices, weights in zip(taps.indices.T - taps.start, taps.weights.T.astype(values.dtype), strict=True):
        if weights.any():
            part = np.take(values, indices, axis=1)
            part *= weights[:, None]
            total += part
    return total


def _along_cols(values: NDArray[np.floating], taps: Taps) -> NDArray[np.floating]:
    # Whole rows are copied many times faster than single columns are picked.
    return _along_rows(np.ascontiguousarray(values.swapaxes(1, 2)), taps).swapaxes(1, 2)
