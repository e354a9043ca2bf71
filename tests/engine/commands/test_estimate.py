"""`predict --dry-run` says what the run would take, refuses what the run would refuse, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio.shutil

from engine.commands.estimate import as_text
from engine.commands.predict import predict
from engine.domain.settings import PredictSettings, TileSettings
from engine.errors import BandCountError, DependencyError, OutputError, Stopped
from engine.events import SilentReporter
from engine.models.registry import FAMILIES
from engine.stop import StopFlag
from tests.engine.inference.tiny_model import TinyFamily, picture, write_tiny_model
from tests.factories import write_raster

SMALL_TILES = TileSettings(tile_size=96, overlap=64)
THINGS = ((10, 10, 12, 20), (40, 70, 30, 30), (80, 5, 14, 60))
N_BLOCKS = 16  # of 32 x 32 pixels over 100 x 120


class Listener(SilentReporter):
    """Remembers what it was told; asks to stop after so many tiles."""

    def __init__(self, stop: StopFlag | None = None, *, n_tiles: int = 0) -> None:
        super().__init__()
        self.values: dict[str, Any] = {}
        self.warnings: list[str] = []
        self._stop, self._n_tiles = stop, n_tiles

    def warning(self, code: str, message: str, hint: str = "") -> None:
        self.warnings.append(code)

    def result(self, values: Any) -> None:
        self.values = dict(values)

    def progress(self, stage: str, done: float, total: float, unit: str) -> None:
        if self._stop and stage == "predict" and done >= self._n_tiles:
            self._stop.request()


@pytest.fixture(autouse=True)
def tiny_family(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FAMILIES, "tiny", TinyFamily())
    monkeypatch.setattr("engine.inference.walk._BLOCK_PX", 32)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return write_tiny_model(tmp_path / "roofs.safetensors")


@pytest.fixture
def raster(tmp_path: Path) -> Path:
    return write_raster(tmp_path / "city.tif", picture(100, 120, *THINGS))


def settings(model: Path, raster: Path, output: Path, **options: Any) -> PredictSettings:
    return PredictSettings(
        model=model,
        rasters=(raster,),
        output=output,
        **{"tiling": SMALL_TILES, "workers": 0, "dry_run": True, **options},
    )


def told(model: Path, raster: Path, output: Path, **options: Any) -> Listener:
    listener = Listener()
    predict(settings(model, raster, output, **options), reporter=listener, stop=StopFlag())
    return listener


def test_an_estimate_tells_tiles_time_memory_and_disk(tmp_path: Path, model: Path, raster: Path) -> None:
    values = told(model, raster, tmp_path / "out.gpkg").values
    assert values["n_tiles"] == values["n_tiles_left"] == N_BLOCKS
    assert values["megapixels"] == pytest.approx(0.012)
    assert values["computed_per_pixel"] == pytest.approx(N_BLOCKS * 96 * 96 / 12000, abs=0.001)
    assert values["seconds"] >= 0
    assert 0 < values["scratch_bytes"] <= values["most_scratch_bytes"] == 3 * 12000
    assert values["memory_bytes"] > 100_000_000
    assert values["output_bytes"] > 0
    assert values["free_bytes"] > 0
    assert values["device"].startswith("CPU")


def test_an_estimate_leaves_nothing_behind(tmp_path: Path, model: Path, raster: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    told(model, raster, tmp_path / "new" / "out.gpkg")
    assert sorted(tmp_path.rglob("*")) == before


def test_what_an_earlier_run_has_done_is_not_counted_again(tmp_path: Path, model: Path, raster: Path) -> None:
    output, stop = tmp_path / "out.gpkg", StopFlag()
    with pytest.raises(Stopped):
        predict(settings(model, raster, output, dry_run=False), reporter=Listener(stop, n_tiles=5), stop=stop)
    kept = sorted(tmp_path.rglob("*"))
    values = told(model, raster, output).values
    assert 0 < values["n_tiles_left"] < values["n_tiles"] == N_BLOCKS
    assert f"{values['n_tiles_left']} of them left" in values["text"]
    assert sorted(tmp_path.rglob("*")) == kept
    other = told(model, raster, output, tiling=TileSettings(tile_size=128, overlap=64)).values
    assert other["n_tiles_left"] == other["n_tiles"]


def test_a_raster_without_a_valid_pixel_has_no_time_to_tell(tmp_path: Path, model: Path) -> None:
    empty = write_raster(tmp_path / "empty.tif", np.zeros((2, 64, 64), np.uint8), nodata=0)
    values = told(model, empty, tmp_path / "out.gpkg").values
    assert values["seconds"] is None
    assert values["output_bytes"] is None
    assert "no valid pixel" in values["text"]


def test_an_estimate_refuses_a_backend_that_is_not_installed(
    tmp_path: Path, model: Path, raster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(DependencyError, match="openvino is not installed"):
        told(model, raster, tmp_path / "out.gpkg", backend="openvino")


def test_an_estimate_refuses_a_raster_that_does_not_fit_the_model(tmp_path: Path, model: Path) -> None:
    raster = write_raster(tmp_path / "gray.tif", picture(64, 64)[:1])
    with pytest.raises(BandCountError):
        told(model, raster, tmp_path / "out.gpkg")


def test_an_estimate_refuses_a_place_that_cannot_be_written(tmp_path: Path, model: Path, raster: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(OutputError, match="does not exist"):
        told(model, raster, tmp_path / "file" / "out.gpkg")


def test_an_estimate_refuses_a_run_folder_that_cannot_be_made(tmp_path: Path, model: Path, raster: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(OutputError, match="is a file"):
        told(model, raster, tmp_path / "out.gpkg", run_dir=tmp_path / "file" / "run")


def test_a_disk_that_is_too_small_is_told(
    tmp_path: Path, model: Path, raster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.commands.estimate.free_bytes", lambda path: 1000)
    assert "disk" in told(model, raster, tmp_path / "out.gpkg").warnings


def slow_raster(folder: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a raster that is slow to read, as only much larger ones are by themselves."""
    values = picture(100, 120, *THINGS)
    if kind == "strips":
        monkeypatch.setattr("engine.geo.read_plan.CACHE_BYTES", 1000)
        return write_raster(folder / "strips.tif", values, compress="deflate", blockysize=1, tiled=False)
    monkeypatch.setattr("engine.geo.read_plan._LARGE_FILE_BYTES", 0)
    monkeypatch.setattr("engine.geo.raster_file.jp2_tile_shape", lambda path: (1100, 1300))
    tall = np.pad(values, ((0, 0), (0, 1000), (0, 1180)), mode="reflect")
    tiled = write_raster(folder / "whole.tif", tall)
    options = {"BLOCKXSIZE": "1300", "BLOCKYSIZE": "1100", "QUALITY": "100", "REVERSIBLE": "YES"}
    rasterio.shutil.copy(tiled, folder / "city.jp2", driver="JP2OpenJPEG", **options)
    return folder / "city.jp2"


@pytest.mark.parametrize("kind", ["strips", "one tile"])
def test_what_has_to_be_copied_first_is_tried_on_a_part(
    tmp_path: Path, model: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    raster = slow_raster(tmp_path, kind, monkeypatch)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    before = sorted(tmp_path.rglob("*"))
    values = told(model, raster, tmp_path / "new" / "out.gpkg").values
    assert sorted(tmp_path.rglob("*")) == before
    assert values["copy_seconds"] is not None and values["copy_bytes"] > 0
    assert values["seconds"] >= values["copy_seconds"]
    assert values["tried_tiles"] == (1 if kind == "one tile" else 3)
    assert 0 < values["tried_copy_megapixels"] <= (0.1 if kind == "one tile" else 0.012)
    assert "megapixels that were copied" in values["text"]


def test_a_copy_that_an_earlier_run_left_takes_no_time(
    tmp_path: Path, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raster, output, stop = slow_raster(tmp_path, "strips", monkeypatch), tmp_path / "out.gpkg", StopFlag()
    with pytest.raises(Stopped):
        predict(settings(model, raster, output, dry_run=False), reporter=Listener(stop, n_tiles=5), stop=stop)
    values = told(model, raster, output).values
    assert (values["copy_seconds"], values["tried_copy_megapixels"]) == (0.0, 0.0)
    assert 0 < values["n_tiles_left"] < N_BLOCKS and values["seconds"] >= 0


@pytest.mark.parametrize("kind", ["strips", "one tile"])
def test_without_room_for_a_part_the_time_is_unknown(
    tmp_path: Path, model: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    raster = slow_raster(tmp_path, kind, monkeypatch)
    monkeypatch.setattr("engine.geo.transcode.free_bytes", lambda path: 1000)
    values = told(model, raster, tmp_path / "out.gpkg").values
    assert values["seconds"] is values["copy_seconds"] is None
    assert "nothing could be copied to try it" in values["text"]


def test_only_tiles_that_were_drawn_are_counted(tmp_path: Path, model: Path, raster: Path) -> None:
    values = told(model, raster, tmp_path / "out.gpkg").values
    assert (values["tried_tiles"], values["copy_seconds"], values["tried_copy_megapixels"]) == (3, 0.0, 0.0)
    assert "tried     3 tiles that were drawn\n" in values["text"]


@pytest.mark.parametrize(
    "seconds, words", [(None, "unknown"), (0.2, "about 1 s"), (600, "about 10 min"), (7200, "about 2.0 h")]
)
def test_times_are_told_as_people_tell_them(seconds: float | None, words: str) -> None:
    values = {
        "n_tiles": 4,
        "n_tiles_left": 4,
        "n_blocks": 1,
        "megapixels": 1.0,
        "computed_per_pixel": 1.3,
        "seconds": seconds,
        "memory_bytes": 10**9,
        "scratch_bytes": 0,
        "most_scratch_bytes": 1,
        "output_bytes": None,
        "free_bytes": 10**12,
        "device": "CPU, 2 cores",
        "backend": "torch",
        "copy_bytes": 0,
        "copy_seconds": 0.0,
        "tried_tiles": 3,
        "tried_copy_megapixels": 0.0,
    }
    assert words in as_text(values)
