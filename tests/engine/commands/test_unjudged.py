"""A training says that nothing tests it only where no raster does."""

from __future__ import annotations

import pytest
import shapely

from engine.commands.lesson_plan import warn_unjudged
from engine.data.split import Split
from engine.events import SilentReporter

GROUND = shapely.box(0, 0, 10, 10)
TESTED, UNTESTED = Split(GROUND, (GROUND,)), Split(GROUND, (), "there are too few labels")


@pytest.mark.parametrize(
    "per_sheet, n_warnings",
    [
        ([], 0),
        ([[TESTED, TESTED]], 0),
        ([[UNTESTED, UNTESTED]], 1),
        ([[UNTESTED, TESTED]], 0),
        ([[UNTESTED, UNTESTED], [TESTED, TESTED]], 0),
        ([[UNTESTED, UNTESTED], [UNTESTED, UNTESTED]], 1),
    ],
)
def test_one_raster_that_tests_is_enough(per_sheet: list[list[Split]], n_warnings: int) -> None:
    reporter = SilentReporter()
    warn_unjudged(per_sheet, reporter)
    warnings = reporter.named("warning")
    assert [warning["code"] for warning in warnings] == ["no_validation"] * n_warnings
    assert all("too few labels" in warning["message"] for warning in warnings)
