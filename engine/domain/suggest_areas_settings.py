"""What `deepseg suggest-areas` was asked."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

_N_PLACES = 200  # where nobody says: a minute or two of two processor cores, however large the rasters are


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
    sample: int | None = None
    run_dir: Path | None = None
    device: str = "auto"
    threads: int | None = None
    crs: str | None = None

    def __post_init__(self) -> None:
        for name in ("count", "sample"):
            value = getattr(self, name)
            if value is not None and value < 1:
                raise ValueError(f"{name} must be at least 1, got {value}")
        if self.sample is not None and self.sample < self.count:
            raise ValueError(f"sample must be at least the count, {self.count}, got {self.sample}")
        if self.size_m is not None and not (math.isfinite(self.size_m) and self.size_m > 0):
            raise ValueError(f"size_m must be more than 0, got {self.size_m}")
        if self.threads is not None and self.threads < 1:
            raise ValueError(f"threads must be at least 1, got {self.threads}")

    @property
    def inputs(self) -> tuple[Path, ...]:
        """Return all files that are read."""
        vectors = [source.split("|")[0] for source in (self.labels, self.areas) if source is not None]
        return (self.model, *self.rasters, *map(Path, vectors))

    @property
    def n_places(self) -> int:
        """Return how many places are looked at."""
        return max(_N_PLACES, self.count) if self.sample is None else self.sample
