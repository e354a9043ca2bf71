"""Runs of the toolbox lie in the history of a project, each once, and say where their results are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from deepseg_qgis.engine_client.record_files import kept_runs
from deepseg_qgis.engine_client.toolbox_records import keep_record


def write(path: Path, command: str = "predict", **values: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    record = {"format": 1, "command": command, "state": "done", "started": "2026-03-01T10:00:00Z", "folder": "/a"}
    path.write_text(json.dumps({**record, **values}), encoding="utf-8")
    return path


def test_a_record_is_copied_beside_those_of_the_docks(tmp_path: Path) -> None:
    runs = tmp_path / "부지" / "runs"
    (tmp_path / "out.gpkg").touch()
    record = write(tmp_path / "out.run" / "run.json", outputs={"footprints": str(tmp_path / "gone.gpkg")}, seconds=2.0)
    assert keep_record(record, runs, {}) == runs / "toolbox" / "prediction-1" / "run.json"
    other = write(tmp_path / "b.run" / "run.json", started="2026-03-02T10:00:00Z")
    keep_record(other, runs, {"footprints": str(tmp_path / "out.gpkg")})
    keep_record(write(tmp_path / "report.run.json", "evaluate"), runs, {})
    keep_record(write(tmp_path / "m.run" / "run.json", "train"), runs, {})
    found = {run.name: run for run in kept_runs(runs)}
    names = ("prediction-1", "prediction-2", "evaluation-1", "training-1")
    assert set(found) == {f"toolbox/{name}" for name in names}
    assert found["toolbox/prediction-1"].outputs == {} and found["toolbox/prediction-1"].seconds == 2.0
    assert found["toolbox/prediction-2"].footprints == str(tmp_path / "out.gpkg")


def test_a_run_that_is_gone_on_with_is_there_once(tmp_path: Path) -> None:
    runs, record = tmp_path / "runs", tmp_path / "m.run" / "run.json"
    keep_record(write(record, "train", state="stopped"), runs, {})
    keep_record(write(record, "train", state="done"), runs, {})
    assert [(run.name, run.state) for run in kept_runs(runs)] == [("toolbox/training-1", "done")]


def test_a_record_that_lies_there_already_is_not_copied(tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    assert keep_record(write(runs / "predictions" / "prediction-1" / "run" / "run.json"), runs, {}) is None
    assert len(kept_runs(runs)) == 1


def test_what_is_no_record_is_left_alone(tmp_path: Path) -> None:
    assert keep_record(tmp_path / "missing" / "run.json", tmp_path / "runs", {}) is None
    (tmp_path / "run.json").write_text("[1]")
    assert keep_record(tmp_path / "run.json", tmp_path / "runs", {}) is None
    assert not (tmp_path / "runs").exists()
