"""What `deepseg tile` and `deepseg join-tiles` were asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

TILE_FORMATS = ("tif", "png", "jpg")


@dataclass(frozen=True, kw_only=True)
class DivideSettings:
    """What `deepseg tile` was asked; with neither rows and columns nor a size, tiles get about 1000 pixels a side."""

    rasters: tuple[Path, ...]
    output: Path | None = None
    grid: Path | None = None
    rows: int | None = None
    columns: int | None = None
    tile_size: int | None = None
    overlap: int = 0
    format: str = "tif"
    crs: str | None = None

    def __post_init__(self) -> None:
        for name in ("rows", "columns", "tile_size"):
            value = getattr(self, name)
            if value is not None and value < 1:
                raise ValueError(f"{name} must be at least 1, got {value}")
        if (self.rows is None) != (self.columns is None):
            raise ValueError("give both --rows and --columns, or neither")
        if self.rows is not None and self.tile_size is not None:
            raise ValueError("give either --rows and --columns, or --tile-size, not both")
        if self.overlap < 0:
            raise ValueError(f"overlap must be at least 0, got {self.overlap}")
        if self.tile_size is not None and self.overlap >= self.tile_size:
            raise ValueError(f"overlap must be below the tile size of {self.tile_size}, got {self.overlap}")
        if self.format not in TILE_FORMATS:
            raise ValueError(f"format must be one of {', '.join(TILE_FORMATS)}, got {self.format!r}")
        if self.output is None and self.grid is None:
            raise ValueError("give --output for files, --grid for a layer of outlines, or both")


@dataclass(frozen=True, kw_only=True)
class JoinTilesSettings:
    """What `deepseg join-tiles` was asked."""

    tiles: Path
    output: Path
