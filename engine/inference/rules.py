"""Which instances become footprints, and how closely their outlines follow the pixels."""

from __future__ import annotations

from dataclasses import dataclass

import shapely

from engine.domain.clean_shapes_settings import NO_CHANGES, ShapeChanges
from engine.domain.model_card import ModelCard
from engine.domain.settings import ShapeSettings
from engine.errors import UsageError
from engine.events import Reporter
from engine.geo.trace import TOLERANCE_PX
from engine.geo.window import Window
from engine.inference.manifest import RasterPlan


@dataclass(frozen=True)
class ShapeRules:
    """`least_scores` holds one score threshold per category; `simplify_m` None follows the pixels.

    `changes` is what is made of outlines after that.
    """

    least_scores: tuple[float, ...]
    min_area_m2: float = 0.0
    simplify_m: float | None = None
    changes: ShapeChanges = NO_CHANGES

    @classmethod
    def chosen(cls, settings: ShapeSettings, card: ModelCard) -> ShapeRules:
        """Return what the user asked for, and the model's own choice where nothing was said.

        Raises:
            UsageError: a threshold is given for a category that the model does not know.
        """
        names = [category.name for category in card.categories]
        by_name = dict(settings.category_thresholds)
        unknown = sorted(set(by_name) - set(names))
        if unknown:
            raise UsageError(
                f"the model knows no category named {unknown[0]!r}", hint=f"Its categories are {', '.join(names)}."
            )
        general = card.score_threshold if settings.score_threshold is None else settings.score_threshold
        least_scores = tuple(by_name.get(name, general) for name in names)
        return cls(least_scores, settings.min_area_m2, settings.simplify_m, settings.changes)

    def tolerance_px(self, plan: RasterPlan) -> float:
        """Return how far outlines may run from the pixels, in network pixels."""
        metres_per_pixel = plan.network_grid.metres_per_pixel
        if self.simplify_m is None or metres_per_pixel is None:
            return TOLERANCE_PX
        return self.simplify_m / metres_per_pixel

    def warn_without_metres(self, plan: RasterPlan, reporter: Reporter) -> None:
        """Say what a raster without a CRS cannot have."""
        if plan.network_grid.metres_per_pixel is not None:
            return
        asked = {"--min-area-m2": self.min_area_m2 > 0, "--simplify-m": self.simplify_m is not None}
        changes = self.changes
        in_pixels = {
            "--fill-holes-m2": changes.fill_holes_m2,
            "--smooth-m": changes.smooth_m,
            "--wall-shift-m": changes.wall_shift_m,
        }
        ignored = [name for name, is_asked in asked.items() if is_asked]
        also = f", and {' and '.join(ignored)} cannot be followed" if ignored else ""
        counted = [name for name, value in in_pixels.items() if value]
        also += f"; {' and '.join(counted)} count pixels in place of metres" if counted else ""
        reporter.warning(
            "pixel_coordinates",
            f"{plan.name} has no coordinate system: its footprints are in pixel coordinates (x to the right, y "
            f"negative downward) and have no areas or lengths in metres{also}",
            hint="If you know it, give the coordinate system with --crs; a raster without a world file has none.",
        )


def matters(plan: RasterPlan, window: Window) -> bool:
    """Tell whether a window in network pixels touches the area, as everything does without one."""
    if plan.area is None:
        return True
    return bool(shapely.intersects(plan.area, shapely.box(window.col, window.row, window.col_stop, window.row_stop)))
