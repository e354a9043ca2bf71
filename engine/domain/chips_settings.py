"""What `deepseg chips` was asked to do."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from engine.domain.settings import LabelSource

CHIP_LAYOUTS = ("coco", "yolo", "mask", "arcgis")
CHIP_FORMATS = ("png", "jpg", "tif")
MASK_KINDS = ("class", "instance")
_SMALLEST_PX = 16
_LARGEST_PX = 8192


@dataclass(frozen=True, kw_only=True)
class ChipsSettings:
    """What `deepseg chips` was asked; None lets the command decide."""

    rasters: tuple[Path, ...]
    source: LabelSource
    output: Path
    layout: str
    size: int = 512
    stride: int | None = None
    rotations: tuple[float, ...] = (0.0,)
    min_overlap: float = 0.0
    empty_share: float | None = None
    val_share: float = 0.2
    chip_format: str | None = None
    mask: str = "class"
    bands: tuple[int, ...] | None = None
    seed: int = 0
    threads: int | None = None
    crs: str | None = None

    def __post_init__(self) -> None:
        if self.layout not in CHIP_LAYOUTS:
            raise ValueError(f"format must be one of {', '.join(CHIP_LAYOUTS)}, got {self.layout!r}")
        if self.chip_format is not None and self.chip_format not in CHIP_FORMATS:
            raise ValueError(f"chip_format must be one of {', '.join(CHIP_FORMATS)}, got {self.chip_format!r}")
        if self.mask not in MASK_KINDS:
            raise ValueError(f"mask must be one of {', '.join(MASK_KINDS)}, got {self.mask!r}")
        if not _SMALLEST_PX <= self.size <= _LARGEST_PX:
            raise ValueError(f"size must be from {_SMALLEST_PX} to {_LARGEST_PX}, got {self.size}")
        for name in ("stride", "threads"):
            value = getattr(self, name)
            if value is not None and value < 1:
                raise ValueError(f"{name} must be at least 1, got {value}")
        for name, value, most in (
            ("min_overlap", self.min_overlap, 1.0),
            ("empty_share", self.empty_share, 1.0),
            ("val_share", self.val_share, 0.8),
        ):
            if value is not None and not (math.isfinite(value) and 0.0 <= value <= most):
                raise ValueError(f"{name} must be from 0 to {most:g}, got {value}")
        if not self.rotations or not all(math.isfinite(angle) for angle in self.rotations):
            raise ValueError(f"rotation must be a list of angles in degrees, got {self.rotations}")

        if self.bands is not None and self.file_format != "tif" and len(self.bands) not in (1, 3):
            raise ValueError(f"a {self.file_format} holds 1 or 3 bands; give --chip-format tif for {len(self.bands)}")

    @property
    def stride_px(self) -> int:
        """Return how far a chip begins after the one before it."""
        return self.size if self.stride is None else self.stride

    @property
    def file_format(self) -> str:
        """Return the ending of the chips: what is usual in the layout where nobody chose."""
        return self.chip_format or ("tif" if self.layout in ("mask", "arcgis") else "png")
