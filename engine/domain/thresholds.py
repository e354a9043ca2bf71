"""Where fields of probability are cut into instances."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Thresholds:
    """How the fields of one category become instances; all but `min_area_px` from 0 to 1.

    `mask_threshold` cuts out all that may be a body at all, `core_threshold` the seeds that tell neighbors
    apart. An instance then reaches to where its body falls below `extent_share` of its own height, so that a
    faint thing gets an outline as good as a plain one. What is smaller than `min_area_px` (network pixels)
    is dropped.
    """

    mask_threshold: float = 0.2
    core_threshold: float = 0.6
    extent_share: float = 0.5
    min_area_px: int = 16

    def __post_init__(self) -> None:
        for name in ("mask_threshold", "core_threshold", "extent_share"):
            value = getattr(self, name)
            if not 0.0 < value < 1.0:
                raise ValueError(f"{name} must lie between 0 and 1, got {value}")
        if self.min_area_px < 1:
            raise ValueError(f"min_area_px must be at least 1, got {self.min_area_px}")
