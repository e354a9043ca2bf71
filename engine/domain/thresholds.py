"""Where fields of probability are cut into instances."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Thresholds:
    """How the fields of one category become instances; all but `min_area_px` from 0 to 1.

    `mask_threshold` cuts the body out, `core_threshold` the seeds that tell neighbors apart; smaller
    things than `min_area_px` (network pixels) are dropped.
    """

    mask_threshold: float = 0.5
    core_threshold: float = 0.5
    min_area_px: int = 16

    def __post_init__(self) -> None:
        for name in ("mask_threshold", "core_threshold"):
            value = getattr(self, name)
            if not 0.0 < value < 1.0:
                raise ValueError(f"{name} must lie between 0 and 1, got {value}")
        if self.min_area_px < 1:
            raise ValueError(f"min_area_px must be at least 1, got {self.min_area_px}")
