"""What the commands that sort footprints into kinds are asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.domain.cutout_settings import Framing

SUBCATEGORY = "subcategory"
SUBCATEGORY_SCORE = "subcategory_score"


_FRAMING = Framing(padding=0.05, is_square=True)  # with more ground around them, kinds were told apart less well


@dataclass(frozen=True, kw_only=True)
class ClassifyTrainSettings:
    """What `deepseg classify-train` was asked: cut-outs in a folder, or footprints on rasters."""

    model: Path
    cutouts: Path | None = None
    footprints: str | None = None
    rasters: tuple[Path, ...] = ()
    category_field: str = SUBCATEGORY
    framing: Framing = _FRAMING
    size_px: int = 128
    is_masked: bool = False
    epochs: int = 30
    encoder: str | None = None
    encoder_weights: Path | None = None
    seed: int = 0
    time_limit_s: float | None = None
    bands: tuple[int, ...] | None = None
    crs: str | None = None
    device: str = "auto"
    threads: int | None = None

    def __post_init__(self) -> None:
        if (self.cutouts is None) == (self.footprints is None):
            raise ValueError("give either --cutouts or --footprints with --raster")
        if (self.footprints is None) != (not self.rasters):
            raise ValueError("--footprints and --raster need each other")
        if not 32 <= self.size_px <= 1024:
            raise ValueError(f"size must be from 32 to 1024, got {self.size_px}")
        if self.epochs < 1:
            raise ValueError(f"epochs must be at least 1, got {self.epochs}")
        if self.time_limit_s is not None and not self.time_limit_s >= 1:
            raise ValueError(f"time_limit_s must be at least 1, got {self.time_limit_s}")
        if self.threads is not None and self.threads < 1:
            raise ValueError(f"threads must be at least 1, got {self.threads}")


@dataclass(frozen=True, kw_only=True)
class ClassifySettings:
    """What `deepseg classify` was asked."""

    footprints: str
    rasters: tuple[Path, ...]
    model: Path
    output: Path
    categories: tuple[str, ...] = ()
    category_field: str = "category"
    truth_field: str | None = None
    views: int = 1
    batch_size: int = 32
    crs: str | None = None
    device: str = "auto"
    threads: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.views <= 8:
            raise ValueError(f"views must be from 1 to 8, got {self.views}")
        if self.batch_size < 1:
            raise ValueError(f"batch_size must be at least 1, got {self.batch_size}")
        if self.threads is not None and self.threads < 1:
            raise ValueError(f"threads must be at least 1, got {self.threads}")
