"""`deepseg:history` writes the runs in a folder as a table, without the engine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from qgis.core import NULL, QgsProcessingUtils

from tests.qgis.processing_world import run, why_not

pytestmark = pytest.mark.usefixtures("provider")


def keep(path: Path, command: str, **values: Any) -> None:
    record = {"format": 1, "command": command, "state": "done", "started": "2026-03-01T10:00:00Z", "seconds": 60.0}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**record, **values}), encoding="utf-8")


def rows(folder: Path) -> tuple[int, list[dict[str, Any]], list[str]]:
    done = run("deepseg:history", {"FOLDER": str(folder), "OUTPUT": "memory:"})
    assert done.is_done
    layer = QgsProcessingUtils.mapLayerFromString(done.values["OUTPUT"], done.context)
    names = layer.fields().names()
    found = [dict(zip(names, feature.attributes())) for feature in layer.getFeatures()]  # noqa: B905  (Python 3.9)
    return done.values["N_RUNS"], found, done.feedback.warnings


def test_an_empty_folder_gives_an_empty_table_and_says_so(tmp_path: Path) -> None:
    n_runs, found, warnings = rows(tmp_path)
    assert (n_runs, found) == (0, [])
    assert warnings == ["No training, evaluation or prediction is kept there."]


def test_each_run_is_a_row(tmp_path: Path) -> None:
    scores, words = {"f1": 0.5, "map50": 0.25}, ["train", "--events", "--labels=my roofs.gpkg"]
    keep(tmp_path / "süd-1/run/run.json", "train", words=words, settings={"epochs": 2}, result={"scores": scores})
    found = {"per_category": {"roof": 3, "tree": 1}, "area_m2_per_category": {"roof": 30.5, "tree": 9.5}}
    keep(tmp_path / "predictions/prediction-1/run/run.json", "predict", started="2026-03-02", result=found)
    n_runs, (train, predict), _ = rows(tmp_path)
    assert n_runs == 2
    assert (train["run"], train["command"], train["f1"], train["n_footprints"]) == ("süd-1", "train", 0.5, NULL)
    assert json.loads(train["settings"]) == {"epochs": 2}
    assert train["command_line"] == "deepseg train '--labels=my roofs.gpkg'"
    assert (predict["run"], predict["n_footprints"], predict["area_m2"]) == ("predictions/prediction-1", 4, 40.0)
    assert predict["f1"] == NULL


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "no folder" in why_not("deepseg:history", {"FOLDER": str(tmp_path / "nowhere"), "OUTPUT": "memory:"})
