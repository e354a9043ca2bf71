"""What is read from a raster, and which of it was measured."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Pixels:
    """`values` (bands, rows, cols) as the raster stores them; `valid` bool (rows, cols), False for nodata."""

    values: NDArray[np.generic]
    valid: NDArray[np.bool_]

    def __post_init__(self) -> None:
        if self.values.ndim != 3 or self.values.shape[1:] != self.valid.shape:
            raise ValueError(f"values of shape {self.values.shape} do not fit valid of shape {self.valid.shape}")


def measured(values: NDArray[np.generic], nodata: Sequence[float | None]) -> NDArray[np.bool_]:
    """Return where the values were measured, bool (rows, cols).

    A pixel with a NaN or an infinite value in any band is invalid. Unsigned rasters often name a color as nodata (0
    for black, 255 for white), which single bands of good pixels hold as well: there all bands must be nodata. In
    others, where nodata is a number apart, one band is enough.

    Args:
        values: (bands, rows, cols).
        nodata: the nodata value of each band, None where it has none.
    """
    is_nodata: NDArray[np.bool_] = np.stack([_equals(band, value) for band, value in zip(values, nodata, strict=True)])
    together = np.logical_and if values.dtype.kind == "u" else np.logical_or
    invalid: NDArray[np.bool_] = together.reduce(is_nodata, axis=0)
    if values.dtype.kind == "f":
        invalid |= ~np.isfinite(values).all(axis=0)
    return np.logical_not(invalid)


def _equals(band: NDArray[np.generic], value: float | None) -> NDArray[np.bool_]:
    if value is None or math.isnan(value):  # NaN is found as not finite
        return np.zeros(band.shape, bool)
    if band.dtype.kind in "iu":
        limits = np.iinfo(band.dtype)  # type: ignore[type-var]
        if not (limits.min <= value <= limits.max and float(value).is_integer()):
            return np.zeros(band.shape, bool)
        return np.asarray(band == int(value))
    # The value was written as text or as float64 and lost digits on its way into a float32 band.
    with np.errstate(over="ignore"):
        return np.asarray(band == band.dtype.type(value))
