"""What `deepseg suggest-areas` was asked."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class SuggestAreasSettings:
    """Where to look for ground that is worth labeling, and how much of it; None lets the command decide."""

    model: Path
    rasters: tuple[Path, ...]
    output: Path
    labels: str | None = None
    areas: str | None = None
    count: int = 10
    size_m: float | None = None
    sample: int = 400
    run_dir: Path | None = None
    device: str = "auto"
    threads: int | None = None
    crs: str | None = None

    def __post_init__(self) -> None:
        for name in ("count", "sample"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, got {getattr(self, name)}")
        if self.sample < self.count:
            raise ValueError(f"sample must be at least the count, {self.count}, got {self.sample}")
        if self.size_m is not None and not (math.isfinite(self.size_m) and self.size_m > 0):
            raise ValueError(f"size_m must be more than 0, got {self.size_m}")
        if self.threads is not None and self.threads < 1:
            raise ValueError(f"threads must be at least 1, got {self.threads}")
