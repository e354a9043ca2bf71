"""What `deepseg mask` was asked."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from engine.domain.category import Category

MASK_KINDS = ("pixels", "class", "instance", "score")
NODATA, TRANSPARENT = "nodata", "transparent"


@dataclass(frozen=True, kw_only=True)
class MaskSettings:
    """What `deepseg mask` was asked.

    `fill` is nodata, transparent or a number: what pixels become that are not kept. `colors` are pairs of category and
    #rrggbb for rasters of categories.
    """

    raster: Path
    polygons: str
    output: Path
    kind: str = "pixels"
    keeps_inside: bool = True
    categories: tuple[str, ...] = ()
    category_field: str = "category"
    score_field: str = "score"
    fill: str | float = NODATA
    all_touched: bool = False
    colors: tuple[tuple[str, str], ...] = ()
    crs: str | None = None

    def __post_init__(self) -> None:
        if self.kind not in MASK_KINDS:
            raise ValueError(f"kind must be one of {', '.join(MASK_KINDS)}, got {self.kind!r}")
        if isinstance(self.fill, str) and self.fill not in (NODATA, TRANSPARENT):
            raise ValueError(f"fill must be nodata, transparent or a number, got {self.fill!r}")
        if isinstance(self.fill, float) and math.isinf(self.fill):
            raise ValueError(f"fill must be nodata, transparent or a number, got {self.fill}")
        if self.kind != "pixels" and (self.fill != NODATA or not self.keeps_inside):
            raise ValueError(f"keep and fill say what becomes of the raster's pixels; kind {self.kind} keeps none")
        for name, color in self.colors:
            Category(1, name, color)  # says what is wrong with it
