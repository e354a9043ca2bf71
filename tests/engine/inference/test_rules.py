"""Which footprints are kept is what the user asked for, else what the model learned."""

from __future__ import annotations

import pyproj
import pytest
from affine import Affine

from engine.domain.settings import ShapeSettings
from engine.errors import UsageError
from engine.events import SilentReporter
from engine.geo.grid import PIXEL_COORDINATES, Grid
from engine.geo.trace import TOLERANCE_PX
from engine.inference.manifest import RasterPlan
from engine.inference.rules import ShapeRules
from engine.inference.walk import TileWalk
from tests.engine.inference.tiny_model import tiny_card

CARD = tiny_card(2)


def plan(*, has_crs: bool = True, scale: float = 1.0) -> RasterPlan:
    transform = Affine(0.1, 0, 500_000, 0, -0.1, 5_600_000) if has_crs else PIXEL_COORDINATES
    grid = Grid(pyproj.CRS(32632).to_wkt() if has_crs else None, transform, 64, 64)
    return RasterPlan("r.tif", "/r.tif", "", grid, scale, TileWalk(32, 32, 0))


@pytest.mark.parametrize(
    "settings, least_scores",
    [
        (ShapeSettings(), (0.3, 0.3)),
        (ShapeSettings(score_threshold=0.0), (0.0, 0.0)),
        (ShapeSettings(category_thresholds=(("tree", 0.7),)), (0.3, 0.7)),
        (ShapeSettings(score_threshold=0.5, category_thresholds=(("roof", 0.9),)), (0.9, 0.5)),
    ],
)
def test_thresholds_are_chosen_per_category(settings: ShapeSettings, least_scores: tuple[float, ...]) -> None:
    assert ShapeRules.chosen(settings, CARD).least_scores == least_scores


def test_an_unknown_category_is_told_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="the model knows no category named 'car'") as caught:
        ShapeRules.chosen(ShapeSettings(category_thresholds=(("car", 0.5),)), CARD)
    assert caught.value.hint == "Its categories are roof, tree."


def test_the_tolerance_in_metres_becomes_pixels_of_the_network() -> None:
    assert ShapeRules((0.3,)).tolerance_px(plan()) == TOLERANCE_PX
    assert ShapeRules((0.3,), simplify_m=0.5).tolerance_px(plan()) == pytest.approx(5, rel=1e-3)
    assert ShapeRules((0.3,), simplify_m=0.5).tolerance_px(plan(scale=0.5)) == pytest.approx(2.5, rel=1e-3)
    assert ShapeRules((0.3,), simplify_m=0.0).tolerance_px(plan()) == 0.0
    assert ShapeRules((0.3,), simplify_m=0.5).tolerance_px(plan(has_crs=False)) == TOLERANCE_PX


def test_a_raster_without_metres_is_told_what_it_cannot_have() -> None:
    reporter = SilentReporter()
    ShapeRules((0.3,)).warn_without_metres(plan(), reporter)
    assert reporter.events == []
    ShapeRules((0.3,), min_area_m2=2.0, simplify_m=0.5).warn_without_metres(plan(has_crs=False), reporter)
    (event,) = reporter.events
    assert "r.tif has no coordinate system: its footprints are in pixel coordinates" in event["message"]
    assert "--min-area-m2 and --simplify-m cannot be followed" in event["message"]
