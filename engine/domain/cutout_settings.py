"""What the commands that cut instances out of rasters are asked."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

CUTOUT_FORMATS = ("tif", "png", "jpg")
MOST_SIDE_PX = 4096  # a longer cut-out is made smaller


@dataclass(frozen=True, kw_only=True)
class Framing:
    """How much around a polygon is cut out, and how it is turned.

    `size_px` is the longer side of the answer, None for the raster's own pixels. `padding` is a share of the polygon's
    longer side, `padding_px` raster pixels; one of them is 0. `is_upright` turns the longer side of the smallest
    rectangle around the polygon upright. `is_square` adds ground to the shorter sides.
    """

    size_px: int | None = None
    padding: float = 0.1
    padding_px: int = 0
    is_upright: bool = False
    is_square: bool = False

    def __post_init__(self) -> None:
        if self.size_px is not None and not 8 <= self.size_px <= MOST_SIDE_PX:
            raise ValueError(f"size must be from 8 to {MOST_SIDE_PX}, got {self.size_px}")
        if not (math.isfinite(self.padding) and 0.0 <= self.padding <= 10.0):
            raise ValueError(f"padding must be from 0 to 10 times the polygon, got {self.padding}")
        if not 0 <= self.padding_px <= MOST_SIDE_PX:
            raise ValueError(f"padding must be from 0 to {MOST_SIDE_PX} pixels, got {self.padding_px}")


@dataclass(frozen=True, kw_only=True)
class CutoutsSettings:
    """What `deepseg cutouts` was asked."""

    footprints: str
    rasters: tuple[Path, ...]
    output: Path
    framing: Framing = Framing()
    is_masked: bool = False
    category_field: str = "category"
    categories: tuple[str, ...] = ()
    format: str = "tif"
    bands: tuple[int, ...] | None = None
    crs: str | None = None

    def __post_init__(self) -> None:
        if self.format not in CUTOUT_FORMATS:
            raise ValueError(f"format must be one of {', '.join(CUTOUT_FORMATS)}, got {self.format!r}")
