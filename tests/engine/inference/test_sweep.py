"""The same fields give the same footprints, wherever blocks end and areas are drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely import box

from engine.domain.footprint import Footprint
from engine.errors import Stopped
from engine.events import SilentReporter
from engine.geo.window import Window
from engine.inference import walk as walk_module
from engine.inference.harvest import Harvest, draw_all
from engine.inference.manifest import PredictionFolder
from engine.inference.rules import ShapeRules
from engine.inference.sweep import sweep_fields
from engine.stop import StopFlag
from tests.engine.inference.given_fields import RULES, as_set, drawn, fill, manifest_for, noise, swept


@pytest.fixture
def block_px(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Return what sets the side of macro blocks; tiles have cores of 32 here, so it is a multiple of 32."""
    return lambda size_px: monkeypatch.setattr(walk_module, "_BLOCK_PX", size_px)


RING = drawn(100, 130, (10, 10, 80, 110))
RING[:, 30:70, 30:100] = 0
CHAIN = drawn(100, 130, (0, 28, 34, 40), (34, 60, 34, 10), (60, 20, 20, 45))
DIAGONAL = drawn(100, 130, (20, 20, 12, 12), (32, 32, 12, 12))
TOUCHING = drawn(100, 130, (10, 10, 60, 50), (10, 60, 60, 60))
TOUCHING[1, 10:70, 59:61] = 255  # a boundary between them


def test_nothing_gives_nothing(tmp_path: Path) -> None:
    assert swept(tmp_path, drawn(40, 50)) == []


@pytest.mark.parametrize(
    "fields, n",
    [
        (drawn(100, 130, (5, 5, 90, 120)), 1),
        (RING, 1),
        (CHAIN, 1),
        (DIAGONAL, 2),
        (TOUCHING, 2),
        (drawn(1, 130, (0, 20, 1, 60)), 1),
        (drawn(130, 1, (20, 0, 60, 1)), 1),
        (noise(100, 130, 1.5), None),
        (noise(100, 130, 4.0, n_categories=2), None),
    ],
    ids=["larger than a block", "ring", "chain", "diagonal", "touching", "one row", "one column", "fine", "coarse"],
)
def test_blocks_leave_no_trace(tmp_path: Path, block_px, fields: np.ndarray, n: int | None) -> None:
    found = {}
    for size_px in (32, 64, 1024):
        block_px(size_px)
        footprints = swept(tmp_path / str(size_px), fields, rules=ShapeRules((0.0, 0.0)))
        found[size_px] = as_set(footprints)
        assert len(footprints) == len(found[size_px])  # each once
    assert found[32] == found[64] == found[1024]
    assert len(found[32]) == n if n is not None else len(found[32]) > 5


def test_a_ring_keeps_its_hole_across_blocks(tmp_path: Path, block_px) -> None:
    block_px(32)
    (ring,) = swept(tmp_path, RING)
    assert ring.polygon.area == 80 * 110 - 40 * 70
    assert len(ring.polygon.interiors) == 1


def test_footprints_come_block_by_block_then_category_then_in_reading_order(tmp_path: Path, block_px) -> None:
    block_px(32)
    one = drawn(64, 64, (2, 10, 4, 4), (1, 20, 4, 4), (10, 40, 4, 4), (40, 2, 4, 4))
    fields = np.zeros((6, 64, 64), np.uint8)
    fields[[0, 2, 4]] = one
    fields[[1, 5], 20:26, 2:8] = 255
    found = swept(tmp_path, fields)
    places = [(each.category, each.polygon.bounds[0] - 500_000, 5_600_000 - each.polygon.bounds[3]) for each in found]
    assert places == [("roof", 20, 1), ("roof", 10, 2), ("tree", 2, 20), ("roof", 40, 10), ("roof", 2, 40)]


def test_polygons_are_on_the_map_and_areas_in_pixels_of_the_raster(tmp_path: Path) -> None:
    (found,) = swept(tmp_path, drawn(40, 50, (10, 20, 8, 6)), scale=0.5)
    assert found.polygon.equals(box(500_040, 5_599_964, 500_052, 5_599_980))
    assert found.area_px == pytest.approx(16 * 12)
    assert found.measures.area_m2 == pytest.approx(16 * 12, rel=1e-3)
    assert (found.raster, found.model) == ("r.tif", "m") and len(found.run_id) == 12


def test_small_and_doubtful_footprints_are_dropped(tmp_path: Path) -> None:
    fields = drawn(40, 50, (2, 2, 20, 20), (30, 30, 5, 5))
    assert len(swept(tmp_path, fields, rules=ShapeRules((0.3,), min_area_m2=100))) == 1
    assert swept(tmp_path, fields, rules=ShapeRules((1.0,))) == []


@pytest.mark.parametrize("sigma", [1.5, 2.5])
def test_an_area_gives_the_footprints_of_the_whole_raster_that_lie_in_it(
    tmp_path: Path, block_px, sigma: float
) -> None:
    block_px(32)
    fields = noise(200, 230, sigma)
    area = shapely.union(box(40, 45, 80, 90), box(150, 150, 190, 185))
    whole = swept(tmp_path / "whole", fields, rules=ShapeRules((0.0,)))
    to_map = manifest_for(fields).plans[0].grid.to_map(area)
    inside = [f for f in whole if to_map.contains(f.polygon.point_on_surface())]
    found = swept(tmp_path / "area", fields, area=area, rules=ShapeRules((0.0,)))
    assert inside
    assert {wkb for _, _, wkb in as_set(found)} == {wkb for _, _, wkb in as_set(inside)}


def test_only_blocks_that_the_area_needs_are_predicted(tmp_path: Path, block_px) -> None:
    block_px(32)
    fields = drawn(128, 128, (10, 10, 10, 40), (100, 10, 10, 40))
    swept(tmp_path, fields, area=box(5, 5, 25, 25))
    there = sorted(path.name for path in (tmp_path / "fields" / "000").iterdir())
    # The roof in the area goes on into the next block; the other roof is nobody's business.
    assert there == ["r00000_c00000.fields", "r00000_c00001.fields"]


def test_an_area_that_misses_the_raster_predicts_nothing(tmp_path: Path) -> None:
    assert swept(tmp_path, drawn(40, 50, (2, 2, 20, 20)), area=shapely.MultiPolygon()) == []


def test_a_stop_keeps_finished_blocks_and_says_how_to_go_on(tmp_path: Path, block_px) -> None:
    block_px(32)
    fields, stop, reporter = drawn(64, 64, (2, 2, 50, 50)), StopFlag(), SilentReporter()
    manifest, run = manifest_for(fields), PredictionFolder(tmp_path / "run")
    calls: list[Window] = []

    def draw(number: int, window: Window, *, on_tile: Callable[[], None]) -> np.ndarray:
        calls.append(window)
        on_tile()
        if len(calls) == 3:
            raise Stopped
        rows, cols = window.slices_in(Window(0, 0, 64, 64))
        return fields[:, rows, cols]

    with pytest.raises(Stopped) as caught:
        sweep_fields(manifest, run, draw, reporter=reporter, stop=stop)
    assert caught.value.saved == (
        f"Stopped after 2 of 4 tiles; they are kept in {tmp_path / 'run'}. The same command goes on from there."
    )
    sweep_fields(manifest, run, draw, reporter=reporter, stop=stop)
    assert [(window.row, window.col) for window in calls] == [(0, 0), (0, 32), (32, 0), (32, 0), (32, 32)]
    done = [(event["done"], event["total"]) for event in reporter.events if event["event"] == "progress"]
    assert done[-1] == (4, 4)


def test_a_stop_is_heard_while_footprints_are_drawn(tmp_path: Path) -> None:
    fields, stop = drawn(40, 50, (2, 2, 20, 20)), StopFlag()
    manifest, run = manifest_for(fields), PredictionFolder(tmp_path)
    fill(manifest, run, fields)
    stop.request()
    with pytest.raises(Stopped, match="all fields are kept"):
        draw_all(manifest, run, RULES, list, workers=0, reporter=SilentReporter(), stop=stop)


def test_two_rasters_follow_each_other(tmp_path: Path) -> None:
    fields = drawn(40, 50, (2, 2, 20, 20))
    one = manifest_for(fields)
    manifest = replace(one, plans=(one.plans[0], replace(one.plans[0], name="s.tif")))
    run, reporter, stop = PredictionFolder(tmp_path), SilentReporter(), StopFlag()
    blocks: list[list[Footprint]] = []
    sweep_fields(manifest, run, lambda number, window, on_tile: fields * (number == 1), reporter=reporter, stop=stop)
    draw_all(manifest, run, RULES, blocks.append, workers=0, reporter=reporter, stop=stop)
    assert [[each.raster for each in block] for block in blocks] == [[], ["s.tif"]]


def test_blocks_are_drawn_as_soon_as_nothing_in_them_can_grow(tmp_path: Path, block_px) -> None:
    block_px(32)
    fields = drawn(96, 64, (4, 4, 8, 8), (20, 40, 30, 8), (70, 4, 8, 8))
    manifest, run = manifest_for(fields), PredictionFolder(tmp_path)
    when: list[tuple[int, int]] = []  # blocks that were there, footprints that were given
    found: list[Footprint] = []
    with Harvest(manifest, run, RULES, found.extend, workers=0, reporter=SilentReporter(), stop=StopFlag()) as harvest:

        def add(number: int, place: tuple[int, int], given: np.ndarray | None) -> None:
            harvest.add(number, place, given)
            when.append((len(when) + 1, len(found)))

        fill(manifest, run, fields, on_block=add)
        harvest.finish()
    # The first thing at once, the second when the block below it is there, the third with its block.
    assert when == [(1, 1), (2, 1), (3, 1), (4, 2), (5, 3), (6, 3)]


def test_fields_that_are_there_already_give_the_same(tmp_path: Path, block_px) -> None:
    block_px(32)
    fields = noise(100, 130, 2.5)
    manifest, run, again = manifest_for(fields), PredictionFolder(tmp_path), []
    first = swept(tmp_path, fields)
    draw_all(manifest, run, RULES, again.extend, workers=0, reporter=SilentReporter(), stop=StopFlag())
    assert first == again == swept(tmp_path, fields)
