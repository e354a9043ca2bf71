"""What `deepseg measure` was asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PERCENTS = (10.0, 50.0, 90.0)  # where nobody says which
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


@dataclass(frozen=True, kw_only=True)
class MeasureSettings:
    """Polygons to measure, where they go with their measures, and the rasters whose pixels below them are measured.

    `bands` are pairs of a name and the number of a band, empty for all bands under the names that the raster gives.
    `percentiles` are None where nobody said which: `percents` tells what is measured.
    """

    polygons: str
    output: Path
    rasters: tuple[Path, ...] = ()
    bands: tuple[tuple[str, int], ...] = ()
    percentiles: tuple[float, ...] | None = None
    texture: bool = False
    crs: str | None = None

    def __post_init__(self) -> None:
        names = [name.lower() for name, _ in self.bands]
        for name, number in self.bands:
            if not _NAME.fullmatch(name):
                raise ValueError(f"bands must be named with letters, digits and _, got {name!r}")
            if number < 1:
                raise ValueError(f"bands must be numbered from 1, got {number}")
        if len(set(names)) < len(names):
            raise ValueError(f"bands must have different names, got {', '.join(names)}")
        for percent in self.percents:
            if not 0.0 <= percent <= 100.0:
                raise ValueError(f"percentiles must be from 0 to 100, got {percent:g}")
        asked = {"--bands": self.bands, "--percentiles": self.percentiles, "--texture": self.texture}
        needless = [name for name, value in asked.items() if value]
        if needless and not self.rasters:
            listed = " and ".join(filter(None, (", ".join(needless[:-1]), needless[-1])))
            raise ValueError(f"measures of pixels need a raster: name one with --raster, or leave {listed} out")

    @property
    def percents(self) -> tuple[float, ...]:
        """Return the percentiles of each band that are measured."""
        return PERCENTS if self.percentiles is None else self.percentiles
