"""What a classifier sees of one instance: a picture of fixed size, what of it is the instance, and its measures."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy import ndimage

from engine.data.bands import INVALID, normalize
from engine.domain.scaling import Scaling
from engine.geo.measure import smallest_rectangle
from engine.geo.pixels import Pixels

N_MEASURES = 4


@dataclass(frozen=True, eq=False)
class Sample:
    """One instance.

    Attributes:
        pixels: float32 (bands, size, size), mostly in 0..1.
        inside: float32 (size, size), 1 where the instance is.
        measures: float32 (4,): logarithms of length and width, how much of its rectangle it fills, roundness; zeros
            where they are not used.
    """

    pixels: NDArray[np.float32]
    inside: NDArray[np.float32]
    measures: NDArray[np.float32]


def make_sample(
    values: NDArray[np.generic],
    valid: NDArray[np.bool_],
    inside: NDArray[np.bool_],
    measures: NDArray[np.float32] | None,
    *,
    scaling: Scaling,
    size_px: int,
    is_masked: bool,
) -> Sample:
    """Return a cut-out as the network reads it: its longer side fills the square, the rest is gray."""
    pixels = normalize(Pixels(values, valid & inside if is_masked else valid), scaling)
    factor = size_px / max(pixels.shape[1:])
    if factor != 1.0:
        pixels, inside = _resized(pixels, factor), _resized(inside[None].astype(np.float32), factor)[0] > 0.5
    square = np.full((len(pixels), size_px, size_px), INVALID, np.float32)
    covered = np.zeros((size_px, size_px), np.float32)
    rows, cols = min(pixels.shape[1], size_px), min(pixels.shape[2], size_px)
    row, col = (size_px - rows) // 2, (size_px - cols) // 2
    square[:, row : row + rows, col : col + cols] = pixels[:, :rows, :cols]
    covered[row : row + rows, col : col + cols] = inside[:rows, :cols]
    return Sample(square, covered, np.zeros(N_MEASURES, np.float32) if measures is None else measures)


def measures_of(polygon: Any, metres_per_pixel: float | None) -> NDArray[np.float32]:
    """Return the measures of a polygon in pixels, with lengths in metres, or in pixels where None are known."""
    unit = metres_per_pixel or 1.0
    length, width, _ = smallest_rectangle(shapely.get_coordinates(polygon))
    area, perimeter = float(shapely.area(polygon)), float(shapely.length(polygon))
    values = (
        math.log(max(length * unit, 1e-3)),
        math.log(max(width * unit, 1e-3)),
        area / max(length * width, 1e-9),
        4 * math.pi * area / max(perimeter**2, 1e-9),
    )
    return np.array(values, np.float32)


def _resized(pixels: NDArray[np.float32], factor: float) -> NDArray[np.float32]:
    """Return (bands, rows, cols) with sides `factor` times as long; fewer pixels average those below them."""
    if factor < 1.0:
        sigma = 0.4 / factor - 0.4  # what would flicker between fewer pixels is smoothed away
        pixels = ndimage.gaussian_filter(pixels, (0, sigma, sigma), mode="nearest")
    shape = [max(1, round(side * factor)) for side in pixels.shape[1:]]
    scale = [old / new for old, new in zip(pixels.shape[1:], shape, strict=True)]
    offset = [each / 2 - 0.5 for each in scale]
    resized = [
        ndimage.affine_transform(band, scale, offset, output_shape=shape, order=1, mode="nearest") for band in pixels
    ]
    return np.stack(resized).astype(np.float32)
