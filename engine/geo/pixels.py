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
    together = np.logical_and if values.dtype.kind == "u" else np.logical_or
    invalid = _reduced(together, [_equals(band, value) for band, value in zip(values, nodata, strict=True)])
    if values.dtype.kind == "f":
        strange: NDArray[np.bool_] = ~np.isfinite(values).all(axis=0)
        invalid = strange if invalid is None else invalid | strange
    return np.ones(values.shape[1:], bool) if invalid is None else np.logical_not(invalid, out=invalid)


def _reduced(together: np.ufunc, parts: Sequence[NDArray[np.bool_] | None]) -> NDArray[np.bool_] | None:
    """Return the parts joined by `and` or `or`; None stands for False everywhere."""
    there: list[NDArray[np.bool_]] = [part for part in parts if part is not None]
    if not there or (together is np.logical_and and len(there) < len(parts)):
        return None
    for part in there[1:]:
        together(there[0], part, out=there[0])
    return there[0]


def _equals(band: NDArray[np.generic], value: float | None) -> NDArray[np.bool_] | None:
    """Return where the band has the value, None where it cannot."""
    if value is None or math.isnan(value):  # NaN is found as not finite
        return None
    if band.dtype.kind in "iu":
        limits = np.iinfo(band.dtype)  # type: ignore[type-var]
        if not (limits.min <= value <= limits.max and float(value).is_integer()):
            return None
        return np.asarray(band == int(value))
    # The value was written as text or as float64 and lost digits on its way into a float32 band.
    with np.errstate(over="ignore"):
        return np.asarray(band == band.dtype.type(value))
