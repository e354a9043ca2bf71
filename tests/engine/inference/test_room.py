"""A disk without room is told before the work begins."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import numpy as np
import pytest
import shapely

from engine.errors import OutputError
from engine.events import SilentReporter
from engine.geo.grid import PIXEL_COORDINATES, Grid
from engine.inference.manifest import Manifest, PredictionFolder, RasterPlan
from engine.inference.room import check_room, most_bytes_left
from engine.inference.walk import TileWalk
from tests.engine.inference.tiny_model import tiny_card

Usage = namedtuple("Usage", "total used free")
SIDE_PX = 20_480  # blocks of 2048 pixels


def manifest(side_px: int = SIDE_PX, area: shapely.Geometry | None = None) -> Manifest:
    grid = Grid(None, PIXEL_COORDINATES, side_px, side_px)
    return Manifest("m", "abc", tiny_card(), (RasterPlan("r", "/r", "", grid, 1.0, TileWalk(1024, 1024, 64), area),))


@pytest.fixture
def folder(tmp_path: Path) -> PredictionFolder:
    return PredictionFolder(tmp_path / "run")


def test_a_byte_per_field_and_pixel_is_the_most_that_is_needed(folder: PredictionFolder) -> None:
    assert most_bytes_left(manifest(), folder) == 3 * SIDE_PX**2
    assert most_bytes_left(manifest(area=shapely.box(10, 10, 20, 20)), folder) == 3 * 2048**2


def test_what_is_there_needs_no_room(folder: PredictionFolder) -> None:
    store = folder.store(manifest(), 0)
    store.write((0, 0), np.zeros((3, 2048, 2048), np.uint8))
    assert most_bytes_left(manifest(), folder) == 3 * (SIDE_PX**2 - 2048**2)


@pytest.mark.parametrize("free_gb, n_told", [(2.0, 0), (0.5, 1)])
def test_a_disk_that_may_turn_out_too_small_is_warned_about(
    folder: PredictionFolder, monkeypatch: pytest.MonkeyPatch, free_gb: float, n_told: int
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(0, 0, int(free_gb * 1e9)))
    reporter = SilentReporter()
    check_room(manifest(), folder, reporter)
    assert [event["code"] for event in reporter.named("warning")] == ["disk"] * n_told


def test_a_full_disk_is_refused_with_what_is_needed(folder: PredictionFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(0, 0, 40_000_000))
    with pytest.raises(OutputError, match=r"take up to 1\.3 GB in .*run, and 0\.0 GB are free") as caught:
        check_room(manifest(), folder, SilentReporter())
    assert "--run-dir" in caught.value.hint


def test_a_small_raster_is_not_asked_about(folder: PredictionFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(0, 0, 1000))
    check_room(manifest(100), folder, SilentReporter())
