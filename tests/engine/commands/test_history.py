"""`deepseg history` lists the runs in a folder, compares them, and says how to do one again."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from engine.commands.history import history
from engine.domain.history_settings import HistorySettings
from engine.errors import UsageError
from engine.events import SilentReporter
from engine.stop import StopFlag


def write_record(path: Path, command: str = "train", **values: Any) -> None:
    record = {"format": 1, "command": command, "state": "done", "started": "2026-03-01T10:00:00Z", "seconds": 60.0}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**record, **values}), encoding="utf-8")


def ask(folder: Path, **options: Any) -> dict[str, Any]:
    reporter = SilentReporter()
    history(HistorySettings(folder=folder, **options), reporter=reporter, stop=StopFlag())
    (event,) = reporter.named("result")
    return {**event["values"], "warnings": [each["message"] for each in reporter.named("warning")]}


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """Two trainings, an evaluation and a prediction, laid out as the docks do."""
    folder = tmp_path / "runs"
    for number, (epochs, f1) in enumerate([(10, 0.5), (20, 0.625)], 1):
        write_record(
            folder / f"site-{number}" / "run" / "run.json",
            started=f"2026-03-0{number}T10:00:00Z",
            seconds=60.0 * number,
            words=["train", "--events", "--labels", "my roofs.gpkg", f"--epochs={epochs}"],
            folder="/data",
            settings={"epochs": epochs, "seed": 0, "model": f"site-{number}.safetensors", "run_dir": f"{number}"},
            result={"scores": {"f1": f1, "map50": 0.25}},
        )
    overall, roof = {"f1": 0.75, "precision": None, "recall": 0.5}, {"f1": 0.75}
    write_record(
        folder / "site-1" / "evaluation" / "report.run.json",
        "evaluate",
        started="2026-03-03T10:00:00Z",
        result={"overall": overall, "categories": {"roof": roof}},
    )
    write_record(
        folder / "predictions" / "prediction-1" / "run" / "run.json",
        "predict",
        started="2026-03-04T10:00:00Z",
        state="stopped",
        result={"per_category": {"roof": 3, "tree": 1}, "area_m2_per_category": {"roof": 30.5, "tree": 9.5}},
    )
    return folder


def test_an_empty_folder_has_no_runs(tmp_path: Path) -> None:
    told = ask(tmp_path)
    assert told["runs"] == []
    assert told["text"] == f"no runs in {tmp_path}"
    assert ask(tmp_path, format="csv")["text"] == ""


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder"):
        ask(tmp_path / "nowhere")


def test_runs_are_listed_from_the_oldest_by_their_place(runs: Path) -> None:
    listed = ask(runs)["runs"]
    assert [run["name"] for run in listed] == ["site-1", "site-2", "site-1/evaluation", "predictions/prediction-1"]
    assert [run["f1"] for run in listed] == [0.5, 0.625, 0.75, None]
    assert [run["n_footprints"] for run in listed] == [None, None, None, 4]
    assert listed[3]["area_m2"] == 40.0
    assert listed[3]["state"] == "stopped"


def test_the_table_has_a_line_for_each(runs: Path) -> None:
    lines = ask(runs)["text"].splitlines()
    assert lines[0].split() == ["run", "what", "started", "state", "s", "f1", "map50", "footprints", "m²"]
    assert lines[2].split() == ["site-2", "train", "2026-03-02T10:00:00Z", "done", "120.0", "0.625", "0.250", "-", "-"]


def test_two_runs_side_by_side_show_what_differs_and_what_came_of_it(runs: Path) -> None:
    told = ask(runs, compare=("site-1", "site-2"))
    assert told["runs"] == ["site-1", "site-2"]
    rows = {(row["group"], row["name"]): row["values"] for row in told["rows"]}
    assert rows["setting", "epochs"] == [10, 20]
    assert ("setting", "seed") not in rows  # the same
    assert ("setting", "model") not in rows  # only where it went
    assert rows["run", "seconds"] == [60.0, 120.0]
    assert rows["score", "f1"] == [0.5, 0.625]
    beside = told["text"].splitlines()
    assert beside[0].split() == ["group", "name", "site-1", "site-2"]


def test_runs_of_different_kinds_are_compared_as_well(runs: Path) -> None:
    told = ask(runs, compare=("predictions/prediction-1", "site-1/evaluation"))
    rows = {(row["group"], row["name"]): row["values"] for row in told["rows"]}
    assert rows["footprints", "all"] == [4, None]
    assert rows["area_m2", "roof"] == [30.5, None]
    assert rows["f1", "roof"] == [None, 0.75]
    assert rows["score", "recall"] == [None, 0.5]


def test_a_run_is_shown_with_a_command_line_to_paste(runs: Path) -> None:
    told = ask(runs, show="site-1")
    assert told["command_line"] == "deepseg train --labels 'my roofs.gpkg' --epochs=10"
    assert told["settings"]["epochs"] == 10
    assert "/data" in told["text"]
    assert told["command_line"] in told["text"]


def test_formats_for_programs(runs: Path, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(ask(runs, format="csv")["text"])))
    assert [row["name"] for row in rows][:2] == ["site-1", "site-2"]
    assert rows[0]["n_footprints"] == ""
    told = ask(runs, format="json", output=tmp_path / "history.json")
    assert told["text"] == f"4 runs in {tmp_path / 'history.json'}"
    assert len(json.loads((tmp_path / "history.json").read_text())["runs"]) == 4
    compared = ask(runs, format="csv", compare=("site-1", "site-2"))["text"].splitlines()
    assert compared[0] == "group,name,site-1,site-2"
    assert "setting,epochs,10,20" in compared


def test_names_that_are_not_there_or_twice_are_told_with_those_that_are(runs: Path) -> None:
    with pytest.raises(UsageError, match='no run "site-9"') as failure:
        ask(runs, compare=("site-1", "site-9"))
    assert "site-2" in failure.value.hint
    with pytest.raises(UsageError, match="twice"):
        ask(runs, compare=("site-1", "site-1"))
    with pytest.raises(ValueError, match="two or more"):
        HistorySettings(folder=runs, compare=("site-1",))


def test_runs_of_the_command_line_are_named_by_their_files(tmp_path: Path) -> None:
    write_record(tmp_path / "roofs.run" / "run.json", started="2026-03-01T10:00:00Z")
    write_record(tmp_path / "report.run.json", "evaluate", started="2026-03-02T10:00:00Z")
    write_record(tmp_path / "roofs" / "run.json", "predict", started="2026-03-03T10:00:00Z")
    write_record(tmp_path / "run.json", "predict", started="2026-03-04T10:00:00Z")
    names = [run["name"] for run in ask(tmp_path)["runs"]]
    assert names == ["roofs (train)", "report", "roofs (predict)", tmp_path.name]


def test_what_is_no_record_is_left_out_and_told(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text('{"name": "of another program"}')
    write_record(tmp_path / "p" / "fields" / "run.json", "predict")  # kept by the thousand: not looked at
    told = ask(tmp_path)
    assert told["runs"] == []
    assert [str(tmp_path / "run.json") in warning for warning in told["warnings"]] == [True]


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"format": 1, "seconds": 1e999}', '{"format": 1, "seconds": NaN}', "\xff"]
)
def test_records_that_nobody_could_have_written_are_left_out_and_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "한 글").mkdir()
    (tmp_path / "한 글" / "run.json").write_bytes(text.encode("latin-1"))
    told = ask(tmp_path)
    assert told["runs"] == []
    (warning,) = told["warnings"]
    assert "run.json is left out: " in warning


def test_of_very_many_runs_only_some_are_named(tmp_path: Path) -> None:
    for number in range(30):
        write_record(tmp_path / f"site-{number:02}" / "run.json", started=f"2026-03-01T10:00:{number:02}Z")
    with pytest.raises(UsageError) as told:
        ask(tmp_path, show="site-99")
    assert told.value.hint.startswith("There are: 30 others, the last are site-10, ")
