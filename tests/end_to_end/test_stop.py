"""A stop may come at any moment; what is left is either whole or not there, and the same command goes on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.commands.run import report_run
from engine.commands.train import train
from engine.domain.settings import EvaluateSettings, LabelSource, PredictSettings, TrainSettings
from engine.errors import ExitStatus
from engine.events import Event, SilentReporter
from engine.models.model_file import read_card
from engine.stop import StopFlag
from tests.end_to_end.conftest import World

pytestmark = pytest.mark.slow

Command = Callable[..., None]


class StoppingReporter(SilentReporter):
    """Asks for a stop as soon as it has been told so many events."""

    def __init__(self, stop: StopFlag, after: int) -> None:
        super().__init__()
        self._stop, self._after = stop, after

    def _show(self, event: Event) -> None:
        super()._show(event)
        if len(self.events) >= self._after:
            self._stop.request()


def run(command: Command, settings: Any, after: int) -> tuple[ExitStatus, list[Event]]:
    """Run a command that is asked to stop after `after` events; return its status and what it told.

    Asked before it began, it never goes to the end.
    """
    stop = StopFlag()
    reporter = StoppingReporter(stop, after)
    status = report_run(
        "test",
        lambda reporter, stop: command(settings, reporter=reporter, stop=stop),
        reporter=reporter,
        stop=stop,
    )
    assert after > 1 or status == ExitStatus.STOPPED
    return status, reporter.events


def unfinished(folder: Path) -> list[str]:
    """Return the names of files that stand there half written."""
    return [path.name for path in folder.rglob("*") if path.name.endswith((".part", ".tmp"))]


def train_settings(world: World, folder: Path, **more: Any) -> TrainSettings:
    return TrainSettings(
        rasters=(world.raster,),
        source=LabelSource(labels=str(world.labels), areas=str(world.areas)),
        model=folder / "m.safetensors",
        epochs=2,
        steps_per_epoch=2,
        batch_size=2,
        chip_size=64,
        device="cpu",
        **more,
    )


@pytest.fixture(scope="module")
def train_events(world: World, tmp_path_factory: pytest.TempPathFactory) -> list[Event]:
    status, events = run(train, train_settings(world, tmp_path_factory.mktemp("whole")), after=10_000)
    assert status == ExitStatus.DONE
    return events


def moments(events: list[Event]) -> list[int]:
    """Return one moment for each kind of event and stage, as the number of events told by then."""
    seen: dict[tuple[str, str], int] = {}
    for number, event in enumerate(events, start=1):
        seen.setdefault((event["event"], event.get("name") or event.get("kind") or ""), number)
    return sorted(seen.values())


def test_training_stops_at_any_moment_and_goes_on(world: World, train_events: list[Event], tmp_path: Path) -> None:
    for after in moments(train_events):
        folder = tmp_path / str(after)
        folder.mkdir()
        status, events = run(train, train_settings(world, folder), after)
        told = f"after {after} events, at {train_events[after - 1]}"
        model = folder / "m.safetensors"
        assert status in (ExitStatus.STOPPED, ExitStatus.DONE), told
        assert events[-1]["event"] == ("stopped" if status == ExitStatus.STOPPED else "result"), told
        assert unfinished(folder) == [], told
        if [event for event in events if event["event"] == "artifact" and event["path"] == str(model)]:
            assert read_card(model).name == "m", told
        else:
            assert not model.exists(), told
    status, _ = run(train, train_settings(world, folder, resume=True), after=10_000)
    assert status == ExitStatus.DONE


@pytest.mark.parametrize("ending", ["geojson", "gpkg"])
def test_prediction_stops_at_any_moment_and_goes_on(world: World, trained: Path, tmp_path: Path, ending: str) -> None:
    from engine.commands.predict import predict

    def settings(name: str) -> PredictSettings:
        return PredictSettings(
            model=trained, rasters=(world.raster,), output=tmp_path / f"{name}.{ending}", run_dir=tmp_path / name,
            device="cpu",
        )  # fmt: skip

    status, whole = run(predict, settings("whole"), after=10_000)
    assert status == ExitStatus.DONE
    for after in moments(whole):
        status, events = run(predict, settings("part"), after)
        output = settings("part").output
        told = f"after {after} events, at {whole[after - 1]}"
        assert status in (ExitStatus.STOPPED, ExitStatus.DONE), told
        assert output.exists() == any(event["event"] == "artifact" for event in events), told
        output.unlink(missing_ok=True)
    status, _ = run(predict, settings("part"), after=10_000)
    assert status == ExitStatus.DONE
    if ending == "geojson":
        assert outlines(settings("part").output) == outlines(settings("whole").output)


def outlines(path: Path) -> list[Any]:
    return [feature["geometry"] for feature in json.loads(path.read_text())["features"]]


def test_evaluation_stops_at_any_moment(world: World, trained: Path, tmp_path: Path) -> None:
    from engine.commands.evaluate import evaluate

    settings = EvaluateSettings(
        model=trained,
        rasters=(world.raster,),
        source=LabelSource(labels=str(world.labels), category_field="kind", areas=str(world.areas)),
        report=tmp_path / "r.json",
        html=tmp_path / "r.html",
        matches=tmp_path / "m.gpkg",
        device="cpu",
    )
    status, whole = run(evaluate, settings, after=10_000)
    assert status == ExitStatus.DONE
    for after in moments(whole):
        for path in tmp_path.iterdir():
            if path.is_file():
                path.unlink()
        status, events = run(evaluate, settings, after)
        told = f"after {after} events, at {whole[after - 1]}"
        assert status in (ExitStatus.STOPPED, ExitStatus.DONE), told
        written = {event["path"] for event in events if event["event"] == "artifact"}
        assert {str(path) for path in tmp_path.iterdir() if path.is_file()} == written, told
