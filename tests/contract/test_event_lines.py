"""The golden files are the engine's event lines, byte by byte; the plugin's reader is tested on the same files.

To write them anew after a deliberate change: `DEEPSEG_WRITE_GOLDEN=1 pytest tests/contract/test_event_lines.py`.
"""

from __future__ import annotations

import io
import json
import math
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import engine
from engine.commands.estimate import as_text, as_values
from engine.commands.run import report_run
from engine.errors import BandCountError, ExitStatus, RasterOpenError, Stopped
from engine.events import JsonReporter, Reporter
from engine.inference.estimate import Estimate, Workload
from engine.stop import StopFlag

REPOSITORY = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
KINDS = {"start", "stage", "progress", "epoch", "warning", "artifact", "result", "error", "stopped"}


class Clock:
    """A clock on which every look takes half a second."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        self.now_s += 0.5
        return self.now_s


def train_to_the_end(reporter: Reporter, _stop: StopFlag) -> None:
    reporter.warning("LabelsOutside", "3 of 65 labels lie outside every raster", "Look at them in QGIS.")
    reporter.stage("train", "learning from 62 labels")
    for epoch in (1, 2):
        for step in range(2 * epoch - 1, 2 * epoch + 1):
            reporter.progress("train", step, 4, "step")
        reporter.stage("validate", "scoring the validation blocks")
        scores = {"f1": 0.25 * epoch, "map50": math.nan}
        reporter.epoch(epoch=epoch, n_epochs=2, losses={"body": 0.5 / epoch}, scores=scores, is_best=True)
    reporter.artifact("model", Path("/data/Dächer.safetensors"))
    reporter.result({"f1": 0.5, "n_labels": 62, "text": "F1 0.50 on the validation blocks"})


def predict_until_stopped(reporter: Reporter, _stop: StopFlag) -> None:
    reporter.stage("predict", "city.tif")
    reporter.progress("predict", 0, 40, "tile")
    reporter.progress("predict", 12, 40, "tile")
    raise Stopped("12 of 40 tiles are kept; the same command goes on from here.")


def tell_what_a_prediction_would_take(reporter: Reporter, _stop: StopFlag) -> None:
    reporter.stage("prepare", "reading the model and the rasters")
    reporter.stage("calibrate", "trying a few tiles on CPU, 2 cores")
    for n_tiles in (1, 2, 3):
        reporter.progress("calibrate", n_tiles, 3, "tile")
    found = Estimate(
        Workload(
            n_blocks=49,
            n_tiles=196,
            n_tiles_left=192,
            megapixels=400.0,
            megapixels_left=391.84,
            computed_megapixels=521.88,
        ),
        seconds=433.25,
        memory_bytes=1_900_000_000,
        scratch_bytes=1_510_000_000,
        most_scratch_bytes=2_400_000_000,
        output_bytes=None,
        copy_seconds=62.04,
        tried_tiles=3,
        tried_copy_megapixels=4.3264,
    )
    room = {"copy_bytes": 1_200_000_000, "free_bytes": 52_000_000_000}
    values = as_values(found, device="CPU, 2 cores", backend="torch", **room)
    reporter.result({**values, "text": as_text(values)})


def fail_on_a_raster(_reporter: Reporter, _stop: StopFlag) -> None:
    raise RasterOpenError("cannot open city.tif: it is not there", hint="Check the path.")


def fail_on_bands_after_a_while(reporter: Reporter, _stop: StopFlag) -> None:
    reporter.stage("predict", "city.tif")
    raise BandCountError("city.tif has 3 bands; the model reads 4", hint="Choose the raster with 4 bands.")


RUNS: dict[str, tuple[str, Callable[[Reporter, StopFlag], None], ExitStatus]] = {
    "train_done": ("train", train_to_the_end, ExitStatus.DONE),
    "predict_stopped": ("predict", predict_until_stopped, ExitStatus.STOPPED),
    "predict_dry_run": ("predict", tell_what_a_prediction_would_take, ExitStatus.DONE),
    "info_bad_input": ("info", fail_on_a_raster, ExitStatus.BAD_INPUT),
    "predict_failed": ("predict", fail_on_bands_after_a_while, ExitStatus.BAD_INPUT),
}


@pytest.mark.parametrize("name", RUNS)
def test_engine_writes_the_golden_lines(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "__version__", "0.0.0")  # the lines do not change with every release
    command, work, status = RUNS[name]
    stream = io.StringIO()
    assert report_run(command, work, reporter=JsonReporter(stream, clock=Clock()), stop=StopFlag()) == status
    path = GOLDEN / f"{name}.jsonl"
    if os.environ.get("DEEPSEG_WRITE_GOLDEN"):
        path.write_text(stream.getvalue(), encoding="ascii", newline="\n")
    assert stream.getvalue() == path.read_text(encoding="ascii")


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.jsonl")), ids=lambda path: path.stem)
def test_golden_lines_are_json_objects_that_begin_with_start(path: Path) -> None:
    events = [json.loads(line, parse_constant=pytest.fail) for line in path.read_text(encoding="ascii").splitlines()]
    assert events[0]["event"] == "start"
    assert all(isinstance(event, dict) for event in events)


def test_every_kind_has_a_golden_line() -> None:
    text = "".join(path.read_text(encoding="ascii") for path in GOLDEN.glob("*.jsonl"))
    assert set(re.findall(r'"event": "(\w+)"', text)) >= KINDS


def test_the_page_of_commands_names_every_value_of_an_estimate() -> None:
    page = (REPOSITORY / "docs" / "command-line.md").read_text(encoding="utf-8")
    promised = page.split("**`--dry-run`**", 1)[1].split("\n## ", 1)[0]
    *_, line = (GOLDEN / "predict_dry_run.jsonl").read_text(encoding="ascii").splitlines()
    assert set(json.loads(line)["values"]) == set(re.findall(r"`(\w+)`", promised)) - {"result", "auto"}


def test_the_page_describes_every_kind_with_its_keys() -> None:
    page = (REPOSITORY / "docs" / "events.md").read_text(encoding="utf-8")
    rows = {match[1]: match[2] for match in re.finditer(r"^\| `(\w+)` \| (.+?) \|", page, re.MULTILINE)}
    assert set(rows) == KINDS
    for path in GOLDEN.glob("*.jsonl"):
        for line in path.read_text(encoding="ascii").splitlines():
            event = json.loads(line)
            if event["event"] in KINDS:
                assert set(event) - {"event"} == set(re.findall(r"`(\w+)`", rows[event["event"]])), event
