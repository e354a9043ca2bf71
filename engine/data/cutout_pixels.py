"""Values of a raster as pictures show them: 8 bits, one band or three."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.random import default_rng
from numpy.typing import NDArray

from engine.data.bands import choose_bands, measure_scaling
from engine.domain.scaling import Scaling
from engine.geo.raster import Raster


def picture_bands(raster: Raster, bands: Sequence[int] | None) -> tuple[int, ...]:
    """Return the bands of a picture: the first three of those asked for, or the first where there are fewer.

    Raises:
        BandCountError: the raster lacks one.
    """
    chosen = choose_bands(raster, bands)
    return chosen[:3] if len(chosen) >= 3 else chosen[:1]


def picture_scaling(raster: Raster, bands: Sequence[int]) -> Scaling | None:
    """Return what becomes black and white in a picture; None where the raster has 8 bits already.

    Raises:
        RasterOpenError: the raster holds no valid pixel.
    """
    if raster.file.dtype_of(bands) == np.uint8:
        return None
    return measure_scaling([raster], bands, generator=default_rng(0))


def to_8_bits(values: NDArray[np.generic], scaling: Scaling | None) -> NDArray[np.uint8]:
    """Return (bands, rows, cols) from 0 to 255."""
    if scaling is None:
        return values.astype(np.uint8)
    low, high = (np.asarray(each)[:, None, None] for each in (scaling.low, scaling.high))
    with np.errstate(invalid="ignore", over="ignore"):
        shares = np.clip((values.astype(np.float64) - low) / (high - low), 0.0, 1.0)
    return np.rint(np.nan_to_num(shares) * 255).astype(np.uint8)
