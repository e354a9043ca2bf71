"""Training and evaluation read rasters that are slow in windows from a copy of the ground they need, and say so."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil
import shapely
from shapely import box

from engine.commands.evaluate import evaluate
from engine.commands.ready_rasters import ready_rasters
from engine.commands.train import train
from engine.domain.settings import EvaluateSettings, LabelSource, TrainSettings
from engine.errors import Stopped
from engine.events import SilentReporter
from engine.geo import read_plan, transcode
from engine.geo.raster import Raster, open_raster
from engine.geo.read_plan import read_plan as plan_of
from engine.geo.window import Window
from engine.models.registry import FAMILIES
from engine.stop import StopFlag
from tests.engine.inference.tiny_model import TinyFamily, picture, write_tiny_model
from tests.factories import map_box, numbered_pixels, write_polygons, write_raster

STRIPED = {"compress": "deflate", "blockysize": 1, "tiled": False}
TILED = {"compress": "deflate", "blockxsize": 64, "blockysize": 64, "tiled": True}
THINGS = [(20, 20, 20, 30), (100, 30, 20, 20), (60, 140, 20, 20), (20, 220, 20, 20)]


@pytest.fixture(autouse=True)
def tiny_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tiny rasters be slow as large ones are."""
    monkeypatch.setattr(read_plan, "CACHE_BYTES", 1000)


@pytest.fixture
def stack():
    with ExitStack() as stack:
        yield stack


def made_ready(raster: Raster, ground, folder: Path, stack: ExitStack, reporter: SilentReporter | None = None, **said):
    said = {"bands": (1, 2, 3), "margin_px": 5, "in_order": False, "stop": StopFlag(), **said}
    (ready,) = ready_rasters([raster], [ground], folder, stack=stack, reporter=reporter or SilentReporter(), **said)
    return ready


def test_the_ground_comes_from_the_copy_and_the_rest_from_the_raster(tmp_path: Path, stack: ExitStack) -> None:
    values = numbered_pixels(200, 300, 3)
    raster = stack.enter_context(open_raster(write_raster(tmp_path / "a.tif", values, **STRIPED)))
    reporter = SilentReporter()
    ready = made_ready(raster, box(40, 50, 90, 80), tmp_path / "rasters", stack, reporter)
    assert [event["name"] for event in reporter.named("stage")] == ["copy"]
    assert "a.tif: it is copied once into tiles" in reporter.named("stage")[0]["message"]
    (copy,) = (tmp_path / "rasters").iterdir()
    with rasterio.open(copy) as file:
        assert (file.read(1)[45:86, 35:96] == values[0, 45:86, 35:96]).all()
        assert not file.read(1)[90:].any()
    for window in (Window(45, 35, 41, 61), Window(0, 0, 60, 60), raster.grid.window, Window(190, 290, 10, 10)):
        rows, cols = window.slices_in(raster.grid.window)
        assert (ready.read(window, (3, 1)).values == values[[2, 0], rows, cols]).all()
    small, expected = ready.at_scale(0.5), raster.at_scale(0.5)
    assert (small.read(small.grid.window, (2,)).values == expected.read(small.grid.window, (2,)).values).all()


@pytest.mark.parametrize("ground, options", [(shapely.MultiPolygon(), STRIPED), (box(0, 0, 9, 9), TILED)])
def test_what_is_fast_or_not_read_is_not_copied(tmp_path: Path, stack: ExitStack, ground, options) -> None:
    raster = stack.enter_context(open_raster(write_raster(tmp_path / "a.tif", numbered_pixels(90, 99, 3), **options)))
    assert made_ready(raster, ground, tmp_path / "rasters", stack) is raster
    assert not (tmp_path / "rasters").exists()


def test_windows_anywhere_are_slow_where_a_walk_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_plan, "CACHE_BYTES", 60_000)
    monkeypatch.setattr(read_plan, "WINDOW_PX", 20)
    tiled = write_raster(tmp_path / "a.tif", numbered_pixels(200, 300, 3), **TILED)
    rasterio.shutil.copy(tiled, tmp_path / "a.jp2", driver="JP2OpenJPEG")
    striped = write_raster(tmp_path / "b.tif", numbered_pixels(200, 300, 3), **STRIPED)
    expected = {tiled: (False, False), tmp_path / "a.jp2": (False, True), striped: (False, True)}
    for path, slow in expected.items():
        with open_raster(path) as raster:
            found = plan_of(raster).is_copied, plan_of(raster, in_order=False).is_copied
            little = plan_of(raster, window=Window(0, 0, 40, 50), in_order=False)
        assert found == slow, path.name
        assert not little.is_copied


@pytest.mark.parametrize("trouble", ["room", "damage"])
def test_where_no_copy_can_be_made_the_raster_is_read_as_it_is_and_that_is_told(
    tmp_path: Path, stack: ExitStack, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (3, 90, 90)).astype(np.uint8)
    path = write_raster(tmp_path / "a.tif", noise, **STRIPED)
    if trouble == "room":
        monkeypatch.setattr(transcode, "_MARGIN_BYTES", 1 << 60)
    else:
        path.write_bytes(path.read_bytes()[:9000])
    raster, reporter = stack.enter_context(open_raster(path)), SilentReporter()
    assert made_ready(raster, None, tmp_path / "rasters", stack, reporter) is raster
    (warning,) = reporter.named("warning")
    assert warning["code"] == "not_copied"
    assert warning["message"].endswith("; it is read as it is, slowly")


def test_a_stop_is_heard_while_copying(tmp_path: Path, stack: ExitStack) -> None:
    raster = stack.enter_context(open_raster(write_raster(tmp_path / "a.tif", numbered_pixels(90, 99, 3), **STRIPED)))
    stop = StopFlag()
    stop.request()
    with pytest.raises(Stopped):
        made_ready(raster, None, tmp_path / "rasters", stack, stop=stop)


def test_an_evaluation_of_strips_is_that_of_tiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FAMILIES, "tiny", TinyFamily())
    labels = write_polygons(tmp_path / "labels.gpkg", [map_box(*each) for each in THINGS[:3]])
    areas = write_polygons(tmp_path / "areas.gpkg", [map_box(0, 0, 200, 155)], role=["evaluate"])
    model, told, reports = write_tiny_model(tmp_path / "bright.safetensors"), {}, {}
    for name, options in (("tiles", TILED), ("strips", STRIPED)):
        folder = tmp_path / name
        folder.mkdir()
        settings = EvaluateSettings(
            model=model,
            rasters=(write_raster(folder / "site.tif", picture(200, 300, *THINGS), **options),),
            source=LabelSource(labels=str(labels), areas=str(areas)),
            report=folder / "report.json",
            device="cpu",
        )
        reporter = SilentReporter()
        evaluate(settings, reporter=reporter, stop=StopFlag())
        told[name] = [event["name"] for event in reporter.named("stage")]
        reports[name] = reporter.named("result")[0]["values"]["overall"]
        assert sorted(path.name for path in folder.iterdir()) == ["report.html", "report.json", "site.tif"]
    assert told["strips"] == ["prepare", "copy", "predict", "evaluate"]
    assert told["tiles"] == ["prepare", "predict", "evaluate"]
    assert reports["strips"] == reports["tiles"]


def test_a_training_from_strips_learns_what_one_from_tiles_learns(tmp_path: Path) -> None:
    labels = write_polygons(tmp_path / "labels.gpkg", [map_box(*each) for each in THINGS])
    found, told = {}, {}
    for name, options in (("tiles", TILED), ("strips", STRIPED)):
        folder = tmp_path / name
        folder.mkdir()
        settings = TrainSettings(
            rasters=(write_raster(folder / "site.tif", np.repeat(picture(200, 300, *THINGS)[:1], 3, 0), **options),),
            source=LabelSource(labels=str(labels)),
            model=folder / "m.safetensors",
            epochs=1,
            steps_per_epoch=1,
            batch_size=2,
            chip_size=64,
            members=1,
            device="cpu",
        )
        reporter = SilentReporter()
        train(settings, reporter=reporter, stop=StopFlag())
        found[name] = settings.model.read_bytes()
        told[name] = [event["name"] for event in reporter.named("stage")]
        assert not (folder / "m.run" / "rasters").exists()
    assert "copy" in told["strips"] and "copy" not in told["tiles"]
    assert found["strips"] == found["tiles"]
