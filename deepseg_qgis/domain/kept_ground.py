"""Where a model can be tested, in numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class KeptGround:
    """Where a model can be tested: rasters, areas with the role evaluate, labels in them, and what is wrong there."""

    n_rasters: int = 0
    n_areas: int = 0
    n_labels: int = 0
    n_overlapping: int = 0  # areas that share ground with areas to learn from
    has_own_rasters: bool = False  # with the role evaluate

    @property
    def is_whole_rasters(self) -> bool:
        """Return whether whole rasters count as labeled, because they were set aside and no area was drawn."""
        return not self.n_areas and self.has_own_rasters

    @property
    def is_there(self) -> bool:
        """Return whether anything was set aside for the test."""
        return bool(self.n_areas) or self.has_own_rasters
