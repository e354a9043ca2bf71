"""What shall become of outlines, and what `deepseg clean-shapes` was asked."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

LEAST_IOU = 0.8  # of an outline with right angles and the one that it was


def _check_positive(name: str, value: float, *, may_be_0: bool) -> None:
    if value == math.inf:
        raise ValueError(f"{name} must be a finite number, got {value:g}")
    if not math.isfinite(value) or value < 0 or (value == 0 and not may_be_0):
        raise ValueError(f"{name} must be {'at least' if may_be_0 else 'above'} 0, got {value:g}")


@dataclass(frozen=True, kw_only=True)
class ShapeChanges:
    """What is done to outlines, in this order; 0 and False leave a step out.

    `fill_holes_m2` fills holes up to that size, `min_area_m2` drops parts below it, `simplify_m` is how far an outline
    may move when points are left out, `right_angles` straightens walls as far as `least_iou` of the surface stays, and
    by `wall_shift_m` at most (None: by the size of the building), `smooth_m` tells how far from a corner it is rounded.
    """

    fill_holes_m2: float = 0.0
    min_area_m2: float = 0.0
    simplify_m: float = 0.0
    right_angles: bool = False
    wall_shift_m: float | None = None
    least_iou: float = LEAST_IOU
    smooth_m: float = 0.0

    def __post_init__(self) -> None:
        for name in ("fill_holes_m2", "min_area_m2", "simplify_m", "smooth_m"):
            _check_positive(name, getattr(self, name), may_be_0=True)
        if self.wall_shift_m is not None:
            _check_positive("wall_shift_m", self.wall_shift_m, may_be_0=False)
        if not 0.0 <= self.least_iou <= 1.0:
            raise ValueError(f"least_iou must be from 0 to 1, got {self.least_iou}")

    @property
    def moves_outlines(self) -> bool:
        """Tell whether more is done than to fill holes and to drop parts."""
        return self.right_angles or self.simplify_m > 0 or self.smooth_m > 0

    @property
    def are_none(self) -> bool:
        """Tell whether everything stays as it is."""
        return not (self.moves_outlines or self.fill_holes_m2 or self.min_area_m2)


NO_CHANGES = ShapeChanges()


@dataclass(frozen=True, kw_only=True)
class CleanShapesSettings:
    """What `deepseg clean-shapes` was asked."""

    polygons: str
    output: Path
    changes: ShapeChanges = NO_CHANGES
    inside: str | None = None
    crs: str | None = None

    def __post_init__(self) -> None:
        if self.changes.are_none and self.inside is None:
            raise ValueError("nothing to do: name at least one of the changes")
