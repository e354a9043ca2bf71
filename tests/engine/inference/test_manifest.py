"""A run folder knows whose fields it holds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyproj
import pytest
from affine import Affine
from shapely import box

from engine.errors import RunFolderError
from engine.geo.grid import Grid
from engine.geo.raster_names import distinct_names
from engine.inference.manifest import (
    Manifest,
    PredictionFolder,
    RasterPlan,
    file_hash,
    file_stamp,
)
from engine.inference.walk import TileWalk
from tests.engine.inference.tiny_model import tiny_card

GRID = Grid(pyproj.CRS(32632).to_wkt(), Affine(0.5, 0, 500_000, 0, -0.5, 5_600_000), 100, 60)
PLAN = RasterPlan("r.tif", "/data/r.tif", "10-20", GRID, 0.5, TileWalk(32, 32, 0), box(0, 0, 10, 20))
MANIFEST = Manifest("roofs", "abc", tiny_card(), (PLAN,))


def test_a_manifest_comes_back_as_it_was(tmp_path: Path) -> None:
    folder = PredictionFolder(tmp_path / "run")
    folder.write(MANIFEST)
    read = folder.read()
    assert read.guard == MANIFEST.guard == folder.stored_guard()
    assert (read.model, read.card, read.is_complete) == ("roofs", tiny_card(), False)
    (plan,) = read.plans
    assert plan.grid == GRID and plan.walk == PLAN.walk and plan.area.equals(PLAN.area)


def test_the_run_id_tells_runs_apart_and_not_their_thresholds() -> None:
    same = Manifest("roofs", "abc", tiny_card(score_threshold=0.9), (PLAN,))
    assert MANIFEST.run_id == same.run_id and len(MANIFEST.run_id) == 12
    others = [
        replace(MANIFEST, model_hash="abd"),
        replace(MANIFEST, engine_version="99"),
        replace(MANIFEST, backend="openvino"),
        replace(MANIFEST, card=tiny_card(n_views=2)),
        replace(MANIFEST, plans=(replace(PLAN, stamp="10-21"),)),
        replace(MANIFEST, plans=(replace(PLAN, scale=1.0),)),
        replace(MANIFEST, plans=(replace(PLAN, walk=TileWalk(64, 32, 0)),)),
        replace(MANIFEST, plans=(replace(PLAN, area=None),)),
        replace(MANIFEST, plans=(PLAN, PLAN)),
    ]
    assert len({each.guard for each in [MANIFEST, *others]}) == len(others) + 1


def test_network_pixels_and_pixels_of_the_raster() -> None:
    assert (PLAN.network_grid.rows, PLAN.network_grid.cols) == (50, 30)
    assert PLAN.pixels_per_network_pixel == (2.0, 2.0)


def test_a_folder_without_a_prediction_is_told(tmp_path: Path) -> None:
    folder = PredictionFolder(tmp_path)
    assert folder.stored_guard() is None
    with pytest.raises(RunFolderError, match="holds no prediction") as caught:
        folder.read()
    assert "--keep-fields" in caught.value.hint


@pytest.mark.parametrize("text", ["", "{}", '{"format": 99}', "[1]"])
def test_a_damaged_manifest_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "prediction.json").write_text(text)
    folder = PredictionFolder(tmp_path)
    assert folder.stored_guard() is None
    with pytest.raises(RunFolderError, match=r"prediction\.json cannot be read"):
        folder.read()


def test_fields_are_there_only_when_the_prediction_is_done(tmp_path: Path) -> None:
    manifest = Manifest("roofs", "abc", tiny_card(), (replace(PLAN, area=None),))
    folder = PredictionFolder(tmp_path / "run")
    folder.write(manifest)
    with pytest.raises(RunFolderError, match="holds no fields any more"):
        folder.check_fields(manifest)
    folder.store(manifest, 0).write((0, 0), np.zeros((3, 50, 30), np.uint8))
    with pytest.raises(RunFolderError, match="is not finished"):
        folder.check_fields(manifest)
    folder.check_fields(replace(manifest, is_complete=True))


def test_clearing_leaves_what_is_not_ours(tmp_path: Path) -> None:
    folder = PredictionFolder(tmp_path / "run")
    folder.write(MANIFEST)
    folder.store(MANIFEST, 0).write((0, 0), np.zeros((3, 50, 30), np.uint8))
    (tmp_path / "run" / "notes.txt").write_text("mine")
    folder.clear()
    assert [path.name for path in (tmp_path / "run").iterdir()] == ["notes.txt"]
    (tmp_path / "run" / "notes.txt").unlink()
    folder.write(MANIFEST)
    folder.clear()
    assert not (tmp_path / "run").exists()


def test_the_manifest_is_plain_json(tmp_path: Path) -> None:
    PredictionFolder(tmp_path).write(MANIFEST)
    values = json.loads((tmp_path / "prediction.json").read_text())
    assert values["model"] == "roofs" and values["rasters"][0]["name"] == "r.tif"


@pytest.mark.parametrize(
    "paths, names",
    [
        (["/a/x.tif"], ["x.tif"]),
        (["/a/x.tif", "/a/y.tif"], ["x.tif", "y.tif"]),
        (["/a/x.tif", "/b/x.tif"], ["a/x.tif", "b/x.tif"]),
        (["/a/c/x.tif", "/b/c/x.tif"], ["a/c/x.tif", "b/c/x.tif"]),
    ],
)
def test_names_tell_rasters_apart(paths: list[str], names: list[str]) -> None:
    assert distinct_names([Path(path) for path in paths]) == names


def test_a_file_that_changes_has_another_hash_and_stamp(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("one")
    before = file_hash(path), file_stamp(path)
    path.write_text("three")
    after = file_hash(path), file_stamp(path)
    assert before[0] != after[0] and before[1] != after[1]
    assert file_stamp(Path("/vsizip/a.zip/b.tif")) == ""
