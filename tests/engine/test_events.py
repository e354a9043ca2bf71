"""Event lines: what is said, how often, and what becomes of values that JSON cannot carry."""

from __future__ import annotations

import io
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

import engine
from engine.errors import RasterOpenError
from engine.events import MOST_WARNINGS, JsonReporter, SilentReporter, plain


class Clock:
    """A clock that goes on when it is told."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def lines(stream: io.StringIO) -> list[dict]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_first_event_names_protocol_engine_and_command() -> None:
    reporter = SilentReporter()
    reporter.start("train")
    assert reporter.events == [{"event": "start", "protocol": 1, "engine": engine.__version__, "command": "train"}]


def test_time_left_is_unknown_at_first_then_follows_the_mean_pace() -> None:
    clock = Clock()
    reporter = SilentReporter(clock=clock)
    reporter.progress("predict", 0, 10, "tile")
    clock.now_s += 4
    reporter.progress("predict", 2, 10, "tile")
    clock.now_s += 6
    reporter.progress("predict", 10, 10, "tile")
    assert [event["eta_s"] for event in reporter.events] == [None, 16.0, 0.0]


def test_time_left_of_a_resumed_stage_counts_only_what_this_run_did() -> None:
    clock = Clock()
    reporter = SilentReporter(clock=clock)
    reporter.progress("predict", 80, 100, "tile")
    clock.now_s += 5
    reporter.progress("predict", 90, 100, "tile")
    assert reporter.events[-1]["eta_s"] == 5.0


def test_a_stage_that_begins_again_has_a_pace_of_its_own() -> None:
    clock = Clock()
    reporter = SilentReporter(clock=clock)
    reporter.progress("steps", 0, 2, "batch")
    clock.now_s += 100
    reporter.progress("steps", 2, 2, "batch")
    reporter.progress("steps", 0, 2, "batch")
    clock.now_s += 3
    reporter.progress("steps", 1, 2, "batch")
    assert reporter.events[-1]["eta_s"] == 3.0


def test_progress_that_comes_too_fast_is_dropped_but_never_the_first_or_the_last() -> None:
    stream, clock = io.StringIO(), Clock()
    reporter = JsonReporter(stream, clock=clock, told_every_s=1.0)
    for done in range(11):
        reporter.progress("predict", done, 10, "tile")
        clock.now_s += 0.3
    assert [event["done"] for event in lines(stream)] == [0, 4, 8, 10]


def test_time_left_of_epochs_counts_from_their_first_step() -> None:
    clock = Clock()
    reporter = SilentReporter(clock=clock)
    clock.now_s += 500  # reading labels is no part of the epochs
    reporter.progress("train", 0, 40, "step")
    clock.now_s += 9
    reporter.progress("train", 10, 40, "step")
    reporter.stage("validate")
    clock.now_s += 1
    reporter.epoch(epoch=1, n_epochs=4, losses={"loss": 1.0}, scores={}, is_best=True)
    clock.now_s += 30
    reporter.epoch(epoch=2, n_epochs=4, losses={"loss": 0.5}, scores={"f1": math.nan}, is_best=False)
    first, second = reporter.named("epoch")
    assert (first["eta_s"], second["eta_s"]) == (30.0, 40.0)
    assert second == {
        "event": "epoch",
        "epoch": 2,
        "n_epochs": 4,
        "losses": {"loss": 0.5},
        "scores": {"f1": None},
        "is_best": False,
        "eta_s": 40.0,
    }


@dataclass
class Size:
    rows: int
    place: Path


@pytest.mark.parametrize(
    "value, carried",
    [
        (None, None),
        (True, True),
        (math.nan, None),
        (-math.inf, None),
        (np.float32(0.5), 0.5),
        (np.int64(3), 3),
        (np.array([1.0, math.nan]), [1.0, None]),
        (Path("a") / "b", str(Path("a") / "b")),
        ((1, "x"), [1, "x"]),
        ({1: {2: math.inf}}, {"1": {"2": None}}),
        (Size(rows=2, place=Path("p")), {"rows": 2, "place": "p"}),
    ],
)
def test_values_become_what_json_can_carry(value: object, carried: object) -> None:
    assert plain(value) == carried


def test_a_line_is_ascii_so_that_no_code_page_can_spoil_it() -> None:
    stream = io.StringIO()
    JsonReporter(stream).warning("LabelsOutside", "3 Gebäude liegen außerhalb\nder Karte")
    text = stream.getvalue()
    assert text.isascii() and text.count("\n") == 1
    assert lines(stream)[0]["message"] == "3 Gebäude liegen außerhalb\nder Karte"


def test_an_artifact_is_told_with_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    reporter = SilentReporter()
    reporter.artifact("model", Path("m.safetensors"))
    assert reporter.events[0]["path"] == str(tmp_path / "m.safetensors")


def test_an_error_carries_its_name_sentence_and_next_step() -> None:
    reporter = SilentReporter()
    reporter.error(RasterOpenError("cannot open a.tif", hint="Choose another."))
    assert reporter.events == [
        {"event": "error", "code": "RasterOpenError", "message": "cannot open a.tif", "hint": "Choose another."}
    ]


class ClosedPipe(io.StringIO):
    def write(self, text: str) -> int:
        raise BrokenPipeError


def test_a_reader_that_went_away_is_noticed_once_and_ends_nothing_by_itself() -> None:
    noticed: list[int] = []
    reporter = JsonReporter(ClosedPipe(), on_reader_gone=lambda: noticed.append(1))
    reporter.stage("train")
    reporter.stage("validate")
    assert noticed == [1]


def test_values_of_a_result_stay_together_under_one_key() -> None:
    values: Mapping[str, object] = {"text": "2 roofs", "event": "not mine"}
    reporter = SilentReporter()
    reporter.result(values)
    assert reporter.events == [{"event": "result", "values": {"text": "2 roofs", "event": "not mine"}}]


@pytest.mark.parametrize("end", ["result", "error", "stopped"])
def test_of_many_warnings_of_one_kind_the_first_are_told_and_the_others_counted(end: str) -> None:
    reporter = SilentReporter()
    for number in range(MOST_WARNINGS + 2):
        reporter.warning("dtype", f"{number}.tif holds float32 values")
    reporter.warning("resolution", "a.tif is coarse")
    ends = {"result": {}, "error": RasterOpenError("a.tif is no raster"), "stopped": "Stopped."}
    getattr(reporter, end)(ends[end])
    messages = [event["message"] for event in reporter.named("warning")]
    assert len(messages) == MOST_WARNINGS + 2
    assert messages[-2:] == ["a.tif is coarse", "2 more warnings like this were left out: dtype"]
    assert reporter.events[-1]["event"] == end
