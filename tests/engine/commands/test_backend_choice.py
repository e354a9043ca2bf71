"""Without --backend the fastest one that is installed runs the network, where a trial is worth its time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.commands import backend_choice as room
from engine.commands.predict import predict
from engine.domain.settings import PredictSettings, TileSettings
from engine.errors import Stopped
from engine.events import SilentReporter
from engine.models.backend_choices import BackendChoices
from engine.models.backends import drawer_for
from engine.models.calibration import Calibration
from engine.models.registry import FAMILIES
from engine.stop import StopFlag
from tests.engine.inference.tiny_model import TinyFamily, picture, write_tiny_model
from tests.factories import write_raster

SMALL_TILES = TileSettings(tile_size=96, overlap=64)
THINGS = ((10, 10, 12, 20), (40, 70, 30, 30), (80, 5, 14, 60))


class Drawn:
    """Stands for a library: draws as torch does, and says what it is."""

    def __init__(self, backend: str, torch_drawer: Any) -> None:
        self.backend = backend
        self._draw = torch_drawer

    def __call__(self, pixels: Any) -> np.ndarray:
        return self._draw(pixels)


class World:
    """A model, a raster, a file of choices, and libraries that need so many seconds a tile."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.choices = folder / "cache" / "backends.json"
        self.seconds = {"torch": 0.010, "openvino": 0.002, "onnxruntime": 0.004}
        self.installed = {"torch", "openvino", "onnxruntime"}
        self.asked: list[str] = []
        self.tried: list[tuple[int, ...]] = []
        self._model = write_tiny_model(folder / "roofs.safetensors")
        self._raster = write_raster(folder / "city.tif", picture(100, 120, *THINGS))
        monkeypatch.setattr(room, "drawer_for", self._drawer)
        monkeypatch.setattr(room, "why_not", lambda name, device: "" if name in self.installed else "not there")
        monkeypatch.setattr(room, "calibrate", self._calibrate)

    def _drawer(self, backend: str, *args: Any, **sizes: Any) -> Drawn:
        self.asked.append(backend)
        return Drawn(backend, drawer_for("torch", *args, **sizes))

    def _calibrate(self, tiles: Any, builds: Any, *, on_tile: Any) -> Any:
        assert len({tile.shape for tile in tiles}) == 1 and len(tiles) == 2
        self.tried.append(tiles[0].shape)
        assert next(iter(builds)) == "torch"
        for _ in range(len(tiles) * len(builds)):
            on_tile()
        fastest = min(builds, key=self.seconds.__getitem__)
        return Calibration(fastest, {name: self.seconds[name] for name in builds}), builds[fastest]()

    def run(self, name: str = "out.geojson", *, stops_after: int | None = None, **options: Any) -> SilentReporter:
        stop = StopFlag()

        class Listener(SilentReporter):
            def progress(self, stage: str, done: float, total: float, unit: str) -> None:
                super().progress(stage, done, total, unit)
                if stage == "predict" and stops_after is not None and done >= stops_after:
                    stop.request()

        reporter = Listener()
        settings = PredictSettings(
            model=self._model,
            rasters=(self._raster,),
            output=self.folder / name,
            **{
                "tiling": TileSettings(tile_size=96, overlap=64),
                "workers": 0,
                "choices": self.choices,
                "device": "cpu",
                **options,
            },
        )
        predict(settings, reporter=reporter, stop=stop)
        return reporter


def stages(reporter: SilentReporter) -> dict[str, str]:
    return {event["name"]: event["message"] for event in reporter.named("stage")}


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setitem(FAMILIES, "tiny", TinyFamily())
    monkeypatch.setattr("engine.inference.walk._BLOCK_PX", 32)
    monkeypatch.setattr(room, "_LEAST_COMPUTED_MPX", 0.0)
    return World(tmp_path, monkeypatch)


def test_a_trial_finds_the_fastest_and_the_next_run_knows_it(world: World) -> None:
    told = stages(world.run())
    assert told["calibrate"] == "trying once which is fastest on this computer: torch, onnxruntime, openvino"
    assert told["predict"].endswith(", by openvino")
    (kept,) = BackendChoices(world.choices).here()
    assert (kept.backend, kept.model, kept.tile_shape) == ("openvino", "roofs", (96, 96))
    assert kept.seconds == world.seconds
    again = stages(world.run())
    assert "calibrate" not in again
    assert again["predict"].endswith(", by openvino")


def test_the_network_that_won_is_not_made_ready_twice(world: World) -> None:
    world.run()
    assert world.asked.count("openvino") == 1


def test_other_tiles_are_tried_anew(world: World) -> None:
    world.run()
    world.run("other.geojson", tiling=TileSettings(tile_size=128, overlap=64))
    assert world.tried == [(1, 2, 96, 96), (1, 2, 128, 128)]
    assert len(BackendChoices(world.choices).here()) == 2


@pytest.mark.parametrize(
    "changes", [{"backend": "torch"}, {"choices": None}, {"small": True}, {"installed": {"torch"}}, {"memory": 1 << 20}]
)
def test_nothing_is_tried_where_it_is_not_worth_it_or_not_wanted(
    world: World, monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any]
) -> None:
    if changes.pop("small", False):
        monkeypatch.setattr(room, "_LEAST_COMPUTED_MPX", 250.0)
    world.installed = changes.pop("installed", world.installed)
    if memory := changes.pop("memory", None):
        monkeypatch.setattr(room, "memory_bytes", lambda: memory)
    told = stages(world.run(**changes))
    assert "calibrate" not in told
    assert ", by" not in told["predict"]
    assert set(world.asked) == {"torch"}
    assert not world.choices.exists()


def test_what_is_asked_for_is_taken_whatever_was_chosen(world: World) -> None:
    world.run()
    assert stages(world.run("other.geojson", backend="onnxruntime"))["predict"].endswith(", by onnxruntime")


def test_a_choice_of_what_is_no_longer_installed_does_not_count(world: World) -> None:
    world.run()
    world.installed = {"torch", "onnxruntime"}
    assert stages(world.run("other.geojson"))["predict"].endswith(", by onnxruntime")


def test_a_run_that_goes_on_has_the_backend_it_began_with(world: World) -> None:
    world.run("whole.geojson")
    with pytest.raises(Stopped):
        world.run(stops_after=5)
    world.choices.unlink()
    world.seconds["torch"] = 0.0001  # a trial would now find another
    told = stages(world.run())
    assert "resume" in told and "calibrate" not in told
    assert told["predict"].endswith(", by openvino")
    whole, resumed = (world.folder / f"{name}.geojson" for name in ("whole", "out"))
    assert resumed.read_bytes() == whole.read_bytes()


def test_a_run_whose_backend_is_gone_starts_afresh_and_says_so(world: World) -> None:
    with pytest.raises(Stopped):
        world.run(stops_after=5)
    world.installed = {"torch"}
    reporter = world.run()
    assert "starting_afresh" in [event["code"] for event in reporter.named("warning")]
    assert ", by" not in stages(reporter)["predict"]


def test_a_dry_run_tells_the_backend_and_keeps_nothing_but_the_choice(world: World) -> None:
    before = {path for path in world.folder.rglob("*") if path.is_file()}
    (result,) = world.run(dry_run=True).named("result")
    assert result["values"]["backend"] == "openvino"
    assert ", by openvino" in result["values"]["text"]
    assert {path for path in world.folder.rglob("*") if path.is_file()} - before == {world.choices}
    assert "calibrate" not in stages(world.run())


def test_a_raster_that_holds_nothing_is_not_tried(world: World) -> None:
    world._raster = write_raster(world.folder / "empty.tif", np.zeros((2, 64, 64), np.uint8), nodata=0)
    assert ", by" not in stages(world.run())["predict"]
    assert not world.choices.exists()


def test_a_stop_is_heard_in_the_trial(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: Any, **__: Any) -> None:
        raise Stopped("nothing was begun yet")

    monkeypatch.setattr(room, "calibrate", stopped)
    with pytest.raises(Stopped):
        world.run()
    assert not world.choices.exists()
    assert not (world.folder / "out.run").exists()
