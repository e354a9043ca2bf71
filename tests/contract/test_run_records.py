"""Records of runs read alike on both sides: the same names, numbers and comparisons in the engine and in QGIS."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from deepseg_qgis.domain.run_record import RECORD_FORMAT as FORMAT_THERE
from deepseg_qgis.domain.run_record import compared
from deepseg_qgis.engine_client.record_files import kept_runs
from engine.commands.run_comparison import compare_runs
from engine.commands.run_search import find_runs
from engine.domain.run_record import DONE, RECORD_FORMAT, STOPPED, RunRecord
from engine.events import SilentReporter
from engine.stop import StopFlag


def keep(path: Path, command: str, day: int, **values: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    record = RunRecord(
        **{"command": command, "state": DONE, "started": f"2026-03-{day:02}T10:00:00Z", "seconds": 9.5, **values}
    )
    path.write_text(json.dumps(record.as_dict()), encoding="utf-8")


def make_runs(folder: Path) -> None:
    for number, epochs in ((1, 10), (2, 20)):
        own = folder / f"Süd-{number}"
        settings = {"epochs": epochs, "labels": f"{own}/labels.gpkg|labels", "model": "m", "seed": 0, "areas": None}
        scores = {"f1": 0.25 * number, "map50": None}
        keep(own / "run" / "run.json", "train", number, settings=settings, result={"scores": scores, "best_epoch": 2})
    categories = {"roof": {"f1": 0.5}, "tree": {"f1": None}}
    evaluated = {"overall": {"f1": 0.75, "tp": 3}, "categories": categories}
    keep(folder / "Süd-1" / "evaluation" / "report.run.json", "evaluate", 3, result=evaluated)
    found = {"per_category": {"roof": 3, "tree": 0}, "area_m2_per_category": {"roof": 30.5, "tree": None}}
    keep(folder / "predictions" / "prediction-1" / "run" / "run.json", "predict", 4, state=STOPPED, result=found)
    for name in ("a.run/run.json", "a/run.json", "b/run.json", "b/run/run.json", "report.run.json", "run.json"):
        keep(folder / name, "predict", 5)
    (folder / "bad").mkdir()
    (folder / "bad" / "run.json").write_text("[]")


def test_both_sides_know_the_same_format() -> None:
    assert FORMAT_THERE == RECORD_FORMAT


def test_both_sides_name_and_read_runs_alike(tmp_path: Path) -> None:
    make_runs(tmp_path)
    here = find_runs(tmp_path, reporter=SilentReporter(), stop=StopFlag())
    there = kept_runs(tmp_path)
    assert [run.name for run in there] == [run.name for run in here]
    assert len(here) == 10
    for ours, theirs in zip(here, there, strict=True):
        record = ours.record
        assert (theirs.command, theirs.state, theirs.started) == (record.command, record.state, record.started)
        assert (theirs.seconds, theirs.scores, theirs.category_f1) == (9.5, record.scores, record.category_scores)
        assert (theirs.n_footprints, theirs.areas_m2) == (record.n_footprints, record.areas_m2)


def test_both_sides_compare_alike(tmp_path: Path) -> None:
    make_runs(tmp_path)
    here = find_runs(tmp_path, reporter=SilentReporter(), stop=StopFlag())[:4]
    ours = [(row.group, row.name, row.values) for row in compare_runs(here) if row.group != "run"]
    theirs = [(row.group, row.name, row.values) for row in compared(kept_runs(tmp_path)[:4])]
    assert theirs == ours
    assert "setting" not in {group for group, _, _ in ours}  # no setting is one of a training and of a prediction
    two = {(row.group, row.name): row.values for row in compare_runs(here[:2])}
    assert {(row.group, row.name): row.values for row in compared(kept_runs(tmp_path)[:2])}.items() <= two.items()
    assert two["setting", "epochs"] == (10, 20)
    assert ("setting", "labels") not in two  # each has its own copy


@pytest.mark.parametrize("text", ["[" * 100_000, '{"format": 1, "seconds": 1e999}', '{"format": 1, "seconds": NaN}'])
def test_records_that_nobody_could_have_written_are_left_out(tmp_path: Path, text: str) -> None:
    (tmp_path / "run.json").write_text(text, encoding="utf-8")
    assert kept_runs(tmp_path) == []
