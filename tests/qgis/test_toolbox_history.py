"""What the toolbox ran while a project of DeepSeg is open is in the history of that project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject

from deepseg_qgis.engine_client.record_files import kept_runs
from deepseg_qgis.layers.project import SiteProject
from tests.qgis.processing_world import World, run
from tests.qgis.project_world import make_project

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SiteProject]:
    yield make_project(tmp_path)
    QgsProject.instance().clear()


def prediction(world: World, **more: Any) -> dict[str, Any]:
    return {"MODEL": str(world.model), "RASTERS": [str(world.raster)], "OUTPUT": "memory:", **more}


def learned(world: World) -> None:
    given = {"RASTERS": [str(world.raster)], "LABELS": world.labels, "CATEGORY_FIELD": "category"}
    assert run("deepseg:train", {**given, "EPOCHS": 1, "MODEL": str(world.model)}).is_done
    assert run("deepseg:evaluate", {**given, "MODEL": str(world.model), "REPORT": str(world.folder / "r.json")}).is_done


def test_every_run_is_there(world: World, site: SiteProject) -> None:
    learned(world)
    file = world.folder / "found.gpkg"
    assert run("deepseg:predict", prediction(world)).is_done
    assert run("deepseg:predict", prediction(world, FILE=str(file), RUN_DIR=str(world.folder / "kept"))).is_done
    found = {run.name: run for run in kept_runs(site.runs_folder)}
    names = ("training-1", "evaluation-1", "prediction-1", "prediction-2")
    assert set(found) == {f"toolbox/{name}" for name in names}
    assert {run.state for run in found.values()} == {"done"}
    assert found["toolbox/prediction-2"].footprints == str(file)
    assert (world.folder / "kept" / "run.json").is_file()


def test_a_run_that_fails_is_there_as_well(world: World, site: SiteProject) -> None:
    learned(world)
    (world.folder / "kept").mkdir()
    world.model.write_text("no model")
    assert not run("deepseg:predict", prediction(world, RUN_DIR=str(world.folder / "kept"))).is_done
    assert "failed" in {run.state for run in kept_runs(site.runs_folder)}


def test_without_a_project_of_ours_nothing_is_written(world: World, tmp_path: Path) -> None:
    learned(world)
    assert not list(tmp_path.rglob("toolbox"))
