"""A window's fields depend on where it lies and on nothing else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.errors import Stopped
from engine.geo.raster import Raster
from engine.geo.tiling import Tiling
from engine.geo.window import Window
from engine.inference.predict import predict_window
from engine.inference.walk import TileWalk
from engine.stop import StopFlag
from tests.engine.inference.tiny_model import TinyNetwork, picture, tiny_card
from tests.factories import make_raster

CPU = torch.device("cpu")
TILE = 96  # cores of 32 and a halo of 32 around them
SIZES = [1, 2, 3, TILE - 1, TILE, TILE + 1, 2 * TILE - 1, 2 * TILE, 2 * TILE + 1]


def noise(rows: int, cols: int) -> np.ndarray:
    return np.random.default_rng(rows * 1000 + cols).integers(0, 256, (2, rows, cols)).astype(np.uint8)


def predict(raster: Raster, window: Window | None = None, tiling: Tiling | TileWalk = Tiling(TILE, 64), **options):  # noqa: B008
    network = TinyNetwork(1).eval()
    window = raster.grid.window if window is None else window
    return predict_window(network, raster, window, card=tiny_card(), tiling=tiling, device=CPU, **options)


def expected(values: np.ndarray) -> np.ndarray:
    """Return body, boundary and distance by hand, the raster mirrored beyond its edges."""
    x = values.astype(np.float32) / 255 - 0.5
    rows, cols = x[0].shape
    around = np.pad(x[0], ((1, 1), (0, 0)), mode="reflect" if rows > 1 else "edge")
    around = np.pad(around, ((0, 0), (1, 1)), mode="reflect" if cols > 1 else "edge")
    mean = sum(around[r : r + rows, c : c + cols] for r in range(3) for c in range(3)) / 9
    return np.round(255 / (1 + np.exp(-16 * np.stack([x[0], x[1], mean]))))


@pytest.mark.parametrize("rows", SIZES)
@pytest.mark.parametrize("cols", [1, 3, TILE, TILE + 1])
def test_every_size_around_the_tile_is_predicted_to_its_edges(tmp_path: Path, rows: int, cols: int) -> None:
    values = noise(rows, cols)
    with make_raster(tmp_path / "r.tif", values) as raster:
        fields = predict(raster)
    assert fields.shape == (3, rows, cols) and fields.dtype == np.uint8
    assert np.abs(fields - expected(values)).max() <= 1  # 1 of 255: where float32 rounds the other way


@pytest.mark.parametrize(
    "tiling", [Tiling(96, 64), Tiling(128, 64), Tiling(256, 128), Tiling(1024, 128), TileWalk(32, 96, 64)]
)
def test_tiles_leave_no_trace(tmp_path: Path, tiling: Tiling | TileWalk) -> None:
    with make_raster(tmp_path / "r.tif", noise(150, 230)) as raster:
        assert (predict(raster, tiling=tiling) == predict(raster)).all()


def test_a_window_is_a_part_of_the_whole(tmp_path: Path) -> None:
    with make_raster(tmp_path / "r.tif", noise(150, 230)) as raster:
        whole = predict(raster)
        for window in (Window(0, 0, 1, 1), Window(31, 33, 70, 5), Window(149, 229, 1, 1)):
            rows, cols = window.slices_in(raster.grid.window)
            assert (predict(raster, window) == whole[:, rows, cols]).all()


def test_one_tile_around_a_window_gives_the_same(tmp_path: Path) -> None:
    with make_raster(tmp_path / "r.tif", noise(150, 230)) as raster:
        window = Window(40, 100, 70, 90)
        around = TileWalk.around(window, halo_px=32)
        assert (predict(raster, window, around) == predict(raster, window)).all()


@pytest.mark.parametrize("batch_size", [1, 2, 100])
def test_batches_leave_no_trace(tmp_path: Path, batch_size: int) -> None:
    with make_raster(tmp_path / "r.tif", noise(70, 70)) as raster:
        assert (predict(raster, batch_size=batch_size) == predict(raster)).all()


def test_fields_are_zero_where_nothing_was_measured(tmp_path: Path) -> None:
    mask = np.ones((50, 60), bool)
    mask[10:20, :30] = False
    with make_raster(tmp_path / "r.tif", np.full((2, 50, 60), 255, np.uint8), mask=mask) as raster:
        fields = predict(raster)
    assert (fields[:, ~mask] == 0).all()
    assert (fields[0][mask] == 255).all()


def test_tiles_without_a_valid_pixel_are_not_run(tmp_path: Path) -> None:
    class NoNetwork(torch.nn.Module):
        def forward(self, pixels):
            raise AssertionError("ran")

    with make_raster(tmp_path / "r.tif", picture(200, 200), nodata=0) as raster:
        fields = predict_window(
            NoNetwork(), raster, raster.grid.window, card=tiny_card(), tiling=Tiling(TILE, 64), device=CPU
        )
    assert fields.shape == (3, 200, 200) and not fields.any()


def test_every_tile_is_told_and_a_stop_is_heard_between_them(tmp_path: Path) -> None:
    stop, told = StopFlag(), []

    def on_tile() -> None:
        told.append(1)
        if len(told) == 3:
            stop.request()

    with make_raster(tmp_path / "r.tif", noise(70, 70)) as raster:
        predict(raster, on_tile=lambda: told.append(1))
        assert len(told) == 9
        told.clear()
        with pytest.raises(Stopped):
            predict(raster, on_tile=on_tile, stop=stop, batch_size=1)
    assert len(told) == 3


def test_a_scaled_raster_is_predicted_in_its_own_pixels(tmp_path: Path) -> None:
    with make_raster(tmp_path / "r.tif", picture(80, 80, (20, 40, 20, 20))) as raster:
        fields = predict(raster.at_scale(0.5))
    assert fields.shape == (3, 40, 40)
    assert (fields[0, 10:20, 20:30] == 255).all() and (fields[0] == 255).sum() == 100
