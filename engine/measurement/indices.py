"""Brightness and color indices from the means of a polygon's bands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

RED, GREEN, BLUE, NIR = "red", "green", "blue", "nir"
KNOWN_BANDS = (RED, GREEN, BLUE, NIR)
INDICES: dict[str, tuple[str, ...]] = {  # and the bands that each needs
    "exg": (RED, GREEN, BLUE),
    "vari": (RED, GREEN, BLUE),
    "gli": (RED, GREEN, BLUE),
    "ndvi": (NIR, RED),
    "ndwi": (GREEN, NIR),
}


def indices_for(names: Sequence[str]) -> tuple[str, ...]:
    """Return which indices bands of these names give."""
    return tuple(index for index, needed in INDICES.items() if set(needed) <= set(names))


def brightness_bands(names: Sequence[str]) -> list[int]:
    """Return which bands brightness is the mean of: red, green and blue where they are known, else all."""
    colors = [names.index(name) for name in (RED, GREEN, BLUE) if name in names]
    return colors if len(colors) == 3 else list(range(len(names)))


def color_index(index: str, means: Mapping[str, NDArray[np.float64]]) -> NDArray[np.float64]:
    """Return an index from the means of the bands it needs; NaN where its divisor is 0."""
    if index == "ndvi":
        return _difference(means[NIR], means[RED])
    if index == "ndwi":
        return _difference(means[GREEN], means[NIR])
    red, green, blue = means[RED], means[GREEN], means[BLUE]
    if index == "exg":
        return _ratio(2 * green - red - blue, red + green + blue)
    if index == "gli":
        return _ratio(2 * green - red - blue, 2 * green + red + blue)
    return _ratio(green - red, green + red - blue)


def _difference(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    return _ratio(one - other, one + other)


def _ratio(above: NDArray[np.float64], below: NDArray[np.float64]) -> NDArray[np.float64]:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(below != 0, above / below, np.nan)
