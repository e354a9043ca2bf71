"""How the raw values of a raster become what a network reads."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Scaling:
    """One `low` and `high` per chosen band: robust percentiles of the training rasters' valid pixels."""

    low: tuple[float, ...]
    high: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.low) != len(self.high) or not self.low:
            raise ValueError(f"low and high need one value per band, got {len(self.low)} and {len(self.high)}")
        for low, high in zip(self.low, self.high, strict=True):
            if not (math.isfinite(low) and math.isfinite(high) and low < high):
                raise ValueError(f"low must be below high and both finite, got {low} and {high}")
