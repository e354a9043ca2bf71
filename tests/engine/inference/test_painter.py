"""Fields are the same however the work overlaps, and wherever it breaks off: read, drawn and kept for real."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.errors import OutputError, RasterOpenError, Stopped
from engine.events import SilentReporter
from engine.geo.raster import open_raster
from engine.geo.window import Window
from engine.inference import walk as walk_module
from engine.inference.inside_mask import clear_outside_masks
from engine.inference.manifest import Manifest, PredictionFolder, RasterPlan, file_stamp
from engine.inference.painter import NetworkPainter
from engine.inference.predict import predict_window
from engine.inference.sweep import Swept, sweep_fields
from engine.inference.walk import TileWalk
from engine.models.prepared import prepared
from engine.stop import StopFlag
from tests.engine.inference.tiny_model import TinyNetwork, tiny_card
from tests.factories import damage, write_raster

CPU = torch.device("cpu")
ROWS, COLS, PIECE_PX = 150, 200, 64
BLOCKS = [(row, col) for row in range(3) for col in range(4)]  # of 64 pixels, two tiles along each side


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    assert set(threading.enumerate()) == before


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk_module, "_BLOCK_PX", 64)


@pytest.fixture
def raster(tmp_path: Path) -> Path:
    values = np.random.default_rng(5).integers(1, 256, (2, ROWS, COLS)).astype(np.uint8)
    values[:, :70, :70] = 0  # the first block and the halo around it
    pieces = {"tiled": True, "blockxsize": PIECE_PX, "blockysize": PIECE_PX, "compress": "deflate"}
    return write_raster(tmp_path / "r.tif", values, nodata=0, **pieces)


class Run:
    """A sweep over the raster that can be made to fail, and what came of it."""

    def __init__(self, path: Path, folder: Path, **options) -> None:
        self.path, self.folder = path, PredictionFolder(folder)
        self.stop, self.reporter = StopFlag(), SilentReporter()
        self.network: torch.nn.Module = TinyNetwork(1).eval()
        self.on_block: Callable | None = None
        self.options = options
        with open_raster(path) as raster:
            grid = raster.grid
        plan = RasterPlan("r.tif", str(path), file_stamp(path), grid, 1.0, TileWalk(32, 32, 32))
        self.manifest = Manifest("m", "abc", tiny_card(), (plan,))
        self.window = grid.window

    def sweep(self) -> Swept:
        with open_raster(self.path) as raster:
            painter = NetworkPainter(
                [raster],
                self.manifest,
                lambda plan: prepared(self.network, CPU, halo_px=plan.walk.halo_px),
                batch_size=lambda plan: 3,
                **self.options,
            )
            return sweep_fields(
                self.manifest, self.folder, painter, on_block=self.on_block, reporter=self.reporter, stop=self.stop
            )

    @property
    def fields(self) -> np.ndarray:
        return self.folder.store(self.manifest, 0).read(self.window, [0, 1, 2])

    @property
    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.folder.path.rglob("*.*") if path.is_file()}


class FailsAt(torch.nn.Module):
    """A network that breaks at its n-th batch."""

    def __init__(self, n: int, failure: BaseException) -> None:
        super().__init__()
        self.left, self.failure, self.network = n, failure, TinyNetwork(1).eval()

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        self.left -= 1
        if self.left == 0:
            raise self.failure
        return self.network(pixels)


def test_fields_are_those_of_one_window(tmp_path: Path, raster: Path) -> None:
    run = Run(raster, tmp_path / "run")
    assert run.sweep() == Swept(n_tiles=35, n_empty=4)
    with open_raster(raster) as file:
        expected = predict_window(
            run.network, file, run.window, card=tiny_card(), tiling=TileWalk(32, 32, 32), device=CPU, batch_size=1
        )
    assert expected.any()
    clear_outside_masks(expected, tiny_card().thresholds)
    assert (run.fields == expected).all()


def test_a_block_without_a_valid_pixel_takes_a_few_bytes(tmp_path: Path, raster: Path) -> None:
    run = Run(raster, tmp_path / "run")
    run.sweep()
    assert len(run.files["r00000_c00000.fields"]) < 40


def test_every_block_is_told_in_order_when_its_fields_are_there(tmp_path: Path, raster: Path) -> None:
    run = Run(raster, tmp_path / "run")
    store = run.folder.store(run.manifest, 0)
    told = []

    def on_block(number: int, place: tuple[int, int], fields: np.ndarray | None) -> None:
        assert store.has(place)
        assert (store.read(store.grid.window_of(place), [0, 1, 2]) == fields).all()
        told.append(place)

    run.on_block = on_block
    run.sweep()
    assert told == BLOCKS
    run.on_block = lambda number, place, fields: told.append((place, fields))
    run.sweep()
    assert told == [*BLOCKS, *((place, None) for place in BLOCKS)]


@pytest.mark.parametrize("n_batches", [1, 2, 7, 12])
def test_a_stop_at_any_batch_and_the_same_again_end_with_the_same_bytes(
    tmp_path: Path, raster: Path, n_batches: int
) -> None:
    whole, run = Run(raster, tmp_path / "whole"), Run(raster, tmp_path / "run")
    whole.sweep()
    run.network = FailsAt(n_batches, Stopped())
    with pytest.raises(Stopped, match=rf"tiles; they are kept in {tmp_path / 'run'}"):
        run.sweep()
    assert len(run.files) < len(whole.files)
    run.network = TinyNetwork(1).eval()
    run.sweep()
    assert run.files == whole.files


def test_a_network_that_fails_is_told_as_itself(tmp_path: Path, raster: Path) -> None:
    run = Run(raster, tmp_path / "run")
    run.network = FailsAt(4, RuntimeError("out of luck"))
    with pytest.raises(RuntimeError, match="out of luck"):
        run.sweep()
    assert "r00000_c00000.fields" in run.files


def test_who_is_told_of_blocks_and_fails_is_told_as_itself(tmp_path: Path, raster: Path) -> None:
    run = Run(raster, tmp_path / "run")

    def on_block(number: int, place: tuple[int, int], fields: np.ndarray | None) -> None:
        raise OutputError("no room for footprints")

    run.on_block = on_block
    with pytest.raises(OutputError, match=r"^no room for footprints$"):
        run.sweep()


def test_a_bad_block_is_told_with_its_place_what_is_kept_and_what_to_do(tmp_path: Path, raster: Path) -> None:
    damage(raster, 1, 2)
    run = Run(raster, tmp_path / "run", bad_hint="Add --skip-bad-blocks.")
    with pytest.raises(RasterOpenError) as caught:
        run.sweep()
    assert "r.tif breaks at rows 0 to 96, columns 32 to 160: " in caught.value.message
    assert caught.value.message.endswith(f"; 4 of 35 tiles are kept in {tmp_path / 'run'}")
    assert caught.value.hint == "Add --skip-bad-blocks."
    assert sorted(run.files) == ["r00000_c00000.fields"]


def test_bad_tiles_are_left_empty_and_remembered_where_that_is_wanted(tmp_path: Path, raster: Path) -> None:
    sound = Run(raster, tmp_path / "sound")
    sound.sweep()
    damage(raster, 1, 2)
    run = Run(raster, tmp_path / "run", skips_bad=True)
    run.sweep()
    holes = list(run.folder.store(run.manifest, 0).holes())
    is_hole = np.zeros((ROWS, COLS), bool)
    for hole in holes:
        is_hole[hole.window.slices_in(run.window)] = True
    # Every tile whose halo reaches the spoiled piece, and no other.
    reached = Window(64, 128, 64, 64).grown(32).intersection(run.window)
    expected = np.zeros((ROWS, COLS), bool)
    for core in run.manifest.plans[0].walk.cores(reached):
        expected[core.intersection(run.window).slices_in(run.window)] = True
    assert (is_hole == expected).all()
    assert not run.fields[:, is_hole].any()
    assert (run.fields[:, ~is_hole] == sound.fields[:, ~is_hole]).all()
    warnings = run.reporter.named("warning")
    assert len(warnings) == 10 < len(holes)
    assert "breaks at rows" in warnings[0]["message"] and "left empty" in warnings[0]["message"]


def test_holes_are_read_again_by_the_next_run(tmp_path: Path, raster: Path) -> None:
    sound = raster.read_bytes()
    run = Run(raster, tmp_path / "run", skips_bad=True)
    whole = Run(raster, tmp_path / "whole")
    whole.sweep()
    damage(raster, 1, 2)
    run.sweep()
    assert any(name.endswith(".holes") for name in run.files)
    times = raster.stat().st_atime_ns, raster.stat().st_mtime_ns
    raster.write_bytes(sound)
    os.utime(raster, ns=times)
    run.sweep()
    assert run.files == whole.files


def test_a_raster_that_is_gone_is_no_bad_block(tmp_path: Path, raster: Path) -> None:
    run = Run(raster, tmp_path / "run", skips_bad=True)

    def vanish(number: int, place: tuple[int, int], fields: np.ndarray | None) -> None:
        if raster.exists():
            with raster.open("r+b") as file:
                raster.unlink()
                file.truncate(100)

    run.on_block = vanish
    with pytest.raises(RasterOpenError, match=r"r\.tif is gone while it was read; \d+ of 35 tiles are kept"):
        run.sweep()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no file sizes")
def test_a_full_disk_is_told_with_the_block_and_what_is_kept(tmp_path: Path, raster: Path) -> None:
    import resource
    import signal

    run = Run(raster, tmp_path / "run")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, before[1]))  # fewer bytes than a block of noise takes
    try:
        with pytest.raises(OutputError) as caught:
            run.sweep()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert "the fields of r.tif, rows 0 to 64, columns 64 to 128" in caught.value.message
    assert f"4 of 35 tiles are kept in {tmp_path / 'run'}" in caught.value.message
    assert "run the same command again" in caught.value.hint
    whole = Run(raster, tmp_path / "whole")
    whole.sweep()
    run.sweep()
    assert run.files == whole.files
