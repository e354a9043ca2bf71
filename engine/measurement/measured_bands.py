"""Which bands of rasters are measured, what they are called, and the columns that come of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.geo.raster import Raster
from engine.measurement.indices import brightness_bands, color_index, indices_for
from engine.measurement.on_raster import PixelValues
from engine.measurement.texture import TEXTURES

_DIGITS = 8
_ALIASES = {"near_infrared": "nir", "nearinfrared": "nir", "infrared": "nir"}


@dataclass(frozen=True)
class MeasuredBands:
    """Names and numbers of bands, percentiles, and whether texture is wanted."""

    names: tuple[str, ...]
    numbers: tuple[int, ...]
    percents: tuple[float, ...]
    has_texture: bool

    @classmethod
    def chosen(
        cls, raster: Raster, pairs: Sequence[tuple[str, int]], percents: Sequence[float], *, has_texture: bool
    ) -> MeasuredBands:
        """Return the bands that a person named, else all of a raster."""
        chosen = list(pairs) or list(zip(_names_of(raster), raster.default_bands, strict=True))
        names, numbers = zip(*chosen, strict=True)
        return cls(names, numbers, tuple(percents), has_texture)

    @property
    def gray(self) -> list[int] | None:
        """Return which of the bands brightness is the mean of where texture is wanted."""
        return brightness_bands(self.names) if self.has_texture else None

    def unknown(self, n: int) -> PixelValues:
        """Return values of n polygons that lie on no raster."""
        return PixelValues.unknown(n, len(self.names), len(self.percents))

    def columns(self, values: PixelValues) -> Iterator[tuple[str, NDArray[np.float64]]]:
        """Yield name and values of each column."""
        bands = values.bands
        for place, name in enumerate(self.names):
            yield f"{name}_mean", significant(bands.mean[:, place])
            yield f"{name}_std", significant(bands.std[:, place])
            yield f"{name}_min", bands.low[:, place]
            yield f"{name}_max", bands.high[:, place]
            for number, percent in enumerate(self.percents):
                yield f"{name}_p{_percent_text(percent)}", bands.percentiles[:, place, number]
        means = {name: bands.mean[:, place] for place, name in enumerate(self.names)}
        yield "brightness", significant(bands.mean[:, brightness_bands(self.names)].mean(axis=1))
        for index in indices_for(self.names):
            yield index, significant(color_index(index, means))
        if self.has_texture:
            for place, name in enumerate(TEXTURES):
                yield f"texture_{name}", significant(values.texture[:, place])


def significant(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return values rounded to the digits that a table can show and single precision is worth."""
    with np.errstate(divide="ignore", invalid="ignore"):
        places = _DIGITS - 1 - np.floor(np.log10(np.abs(values)))
    places = np.where(np.isfinite(places), np.clip(places, 0, 15), 0)
    rounded: NDArray[np.float64] = np.rint(values * 10.0**places) / 10.0**places
    return rounded


def _percent_text(percent: float) -> str:
    return f"{percent:g}".replace(".", "_")


def _names_of(raster: Raster) -> list[str]:
    """Return a name per band: what the file says, else its number."""
    names = []
    for number, stated in zip(raster.default_bands, raster.band_names, strict=True):
        name = re.sub(r"[^a-z0-9]+", "_", stated.lower()).strip("_")
        name = _ALIASES.get(name, name)
        names.append(name if name and name[0].isalpha() and name not in names else f"band{number}")
    return names
