"""Every training, evaluation and prediction keeps a record: what was asked, how it ended, what it brought."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from engine.commands.recording import flat, read_record, record_path, recorded
from engine.domain.run_record import DONE, FAILED, RUNNING, STOPPED, RunRecord
from engine.domain.settings import (
    EvaluateSettings,
    LabelSource,
    PredictSettings,
    ShapeSettings,
    StatisticsSettings,
    TrainSettings,
)
from engine.errors import RasterOpenError, Stopped
from engine.events import SilentReporter

WORDS = ["train", "--events", "--epochs=2"]


def train_settings(folder: Path, **values: Any) -> TrainSettings:
    source = LabelSource(labels="roofs.gpkg", category_field="kind")
    return TrainSettings(rasters=(Path("a.tif"),), source=source, model=folder / "roofs.safetensors", **values)


def predict_settings(folder: Path, **values: Any) -> PredictSettings:
    return PredictSettings(model=Path("m.safetensors"), rasters=(Path("a.tif"),), output=folder / "f.gpkg", **values)


def run_once(settings: Any, *, error: BaseException | None = None, epochs: int = 0, begins: bool = True) -> None:
    with recorded("train", WORDS, settings, SilentReporter()) as reporter:
        reporter.stage("prepare")
        if begins:
            reporter.stage("train")
        for epoch in range(1, epochs + 1):
            reporter.epoch(
                epoch=epoch, n_epochs=9, losses={"body": 1.0}, scores={"f1": 0.1 * epoch}, is_best=epoch == 1
            )
        if error is not None:
            raise error
        reporter.artifact("model", settings.model)
        reporter.result({"scores": {"f1": 0.5}, "best_epoch": 2})


def test_the_record_lies_in_the_folder_of_the_run(tmp_path: Path) -> None:
    assert record_path(StatisticsSettings(footprints="f.gpkg")) is None
    assert record_path(train_settings(tmp_path)) == tmp_path / "roofs.run" / "run.json"
    assert record_path(train_settings(tmp_path, run_dir=tmp_path / "1")) == tmp_path / "1" / "run.json"
    assert record_path(predict_settings(tmp_path)) is None
    assert record_path(predict_settings(tmp_path, run_dir=tmp_path / "p")) == tmp_path / "p" / "run.json"
    assert record_path(predict_settings(tmp_path, run_dir=tmp_path / "p", dry_run=True)) is None
    source = LabelSource(labels="roofs.gpkg")
    evaluation = EvaluateSettings(model=Path("m"), rasters=(), source=source, report=tmp_path / "report.json")
    assert record_path(evaluation) == tmp_path / "report.run.json"


def test_it_says_what_was_asked_and_what_came_of_it(tmp_path: Path) -> None:
    settings = train_settings(tmp_path, epochs=2)
    run_once(settings, epochs=2)
    record = read_record(tmp_path / "roofs.run" / "run.json")
    assert (record.command, record.state, record.words) == ("train", DONE, tuple(WORDS))
    assert record.folder == str(Path.cwd())
    assert {"rasters": ["a.tif"], "labels": "roofs.gpkg", "category_field": "kind", "epochs": 2, "seed": 0}.items() <= (
        record.settings.items()
    )
    assert record.outputs == {"model": str(tmp_path / "roofs.safetensors")}
    assert record.scores == {"f1": 0.5}
    assert record.started.endswith("Z")


def test_settings_within_settings_are_named_flat(tmp_path: Path) -> None:
    shape = ShapeSettings(score_threshold=0.3, category_thresholds=(("roof", 0.4),))
    settings = predict_settings(tmp_path, run_dir=tmp_path, shape=shape)
    with recorded("predict", [], settings, SilentReporter()) as reporter:
        reporter.stage("predict")
    values = read_record(tmp_path / "run.json").settings
    assert (values["score_threshold"], values["category_thresholds"]) == (0.3, [["roof", 0.4]])


def test_an_inner_setting_does_not_hide_one_of_the_same_name() -> None:
    @dataclass(frozen=True)
    class Inner:
        simplify_m: float = 2.0

    @dataclass(frozen=True)
    class Outer:
        simplify_m: float | None = None
        clean: Inner = Inner()

    assert flat(Outer()) == {"simplify_m": None, "clean_simplify_m": 2.0}


@pytest.mark.parametrize(
    "error, state, message",
    [
        (RasterOpenError("a.tif is gone"), FAILED, "a.tif is gone"),
        (Stopped("the best model is kept"), STOPPED, "the best model is kept"),
        (KeyboardInterrupt(), STOPPED, ""),
        (ZeroDivisionError("by zero"), FAILED, "by zero"),
    ],
)
def test_how_it_ended_is_kept(tmp_path: Path, error: BaseException, state: str, message: str) -> None:
    with pytest.raises(type(error)):
        run_once(train_settings(tmp_path), error=error, epochs=2)
    record = read_record(tmp_path / "roofs.run" / "run.json")
    assert (record.state, record.message) == (state, message)
    assert record.result == {"best_epoch": 1, "scores": {"f1": 0.1}, "epochs": 2}


def test_while_it_works_it_is_running_and_so_it_stays_where_it_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "roofs.run" / "run.json"
    with recorded("train", WORDS, train_settings(tmp_path), SilentReporter()) as reporter:
        assert not path.exists()
        reporter.stage("train")
        assert read_record(path).state == RUNNING


def test_a_run_that_ended_before_its_work_began_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RasterOpenError):
        run_once(train_settings(tmp_path), error=RasterOpenError("no raster"), begins=False)
    assert list(tmp_path.iterdir()) == []


def test_time_before_a_run_was_gone_on_with_counts(tmp_path: Path) -> None:
    path = tmp_path / "roofs.run" / "run.json"
    with pytest.raises(Stopped):
        run_once(train_settings(tmp_path, epochs=4), error=Stopped("kept"), epochs=1)
    older = read_record(path)
    path.write_text(json.dumps({**older.as_dict(), "seconds": 100.0, "started": "2026-01-01T00:00:00Z"}))
    run_once(train_settings(tmp_path, epochs=4, resume=True))
    record = read_record(path)
    assert record.seconds >= 100.0
    assert record.started == "2026-01-01T00:00:00Z"
    run_once(train_settings(tmp_path, epochs=4))  # anew
    assert read_record(path).seconds < 100.0


def test_a_place_that_cannot_be_written_costs_the_record_and_not_the_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    reporter = SilentReporter()
    settings = train_settings(tmp_path, run_dir=tmp_path / "file")
    with recorded("train", WORDS, settings, reporter) as heard:
        heard.stage("train")
        heard.result({})
    assert {event["code"] for event in reporter.named("warning")} == {"no_record"}


@pytest.mark.parametrize(
    "text, why",
    [
        ("", "Expecting value"),
        ("[]", "no record"),
        ('{"format": 2}', "newer"),
        ('{"format": 1, "command": "train", "state": "lost"}', "state must be one of"),
        ('{"format": 1, "command": "", "state": "done"}', "command"),
        ('{"format": 1, "command": "train", "state": "done", "settings": [1]}', "settings"),
        ('{"format": 1, "command": "train", "state": "done", "seconds": "soon"}', "could not convert"),
        ('{"format": 1, "command": "train", "state": "done", "words": 3}', "cannot be"),
    ],
)
def test_what_is_no_record_is_refused(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "run.json").write_text(text)
    with pytest.raises(ValueError, match=why):
        read_record(tmp_path / "run.json")


def test_a_record_comes_back_as_it_was() -> None:
    record = RunRecord(
        command="predict",
        state=DONE,
        started="2026-03-01T14:05:00Z",
        seconds=2.5,
        words=("predict",),
        result={"per_category": {"roof": 3}, "area_m2_per_category": {"roof": 12.5, "tree": None}},
    )
    assert RunRecord.from_dict({**record.as_dict(), "later": "unknown"}) == record
    assert (record.n_footprints, record.areas_m2) == ({"roof": 3}, {"roof": 12.5})
