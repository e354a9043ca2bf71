"""A view at another scale gives the same pixels however it is cut into windows."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from engine.geo.raster import open_raster
from engine.geo.tiling import blocks
from engine.geo.window import Window
from tests.factories import make_raster, numbered_pixels, write_raster


@pytest.mark.parametrize("scale", [0.1, 1 / 3, 0.37, 0.5, 0.9, 1.0, 1.7, 2.0, 3.0])
@pytest.mark.parametrize("dtype", ["uint8", "float32"])
def test_windows_join_without_a_seam(tmp_path, scale, dtype):
    values = np.random.default_rng(0).integers(0, 255, (2, 61, 83)).astype(dtype)
    with make_raster(tmp_path / "a.tif", values, nodata=3) as raster:
        view = raster.at_scale(scale)
        whole = view.read(view.grid.window, (1, 2))
        for block in blocks(view.grid.window, 13):
            part = view.read(block, (1, 2))
            rows, cols = block.slices_in(view.grid.window)
            assert (part.values == whole.values[:, rows, cols]).all()
            assert (part.valid == whole.valid[rows, cols]).all()


def test_strips_of_a_large_window_join_without_a_seam(tmp_path, monkeypatch):
    values = numbered_pixels(90, 40, 2)
    with make_raster(tmp_path / "a.tif", values) as raster:
        view = raster.at_scale(0.3)
        whole = view.read(view.grid.window, (1, 2))
        monkeypatch.setattr("engine.geo.raster._STRIP_BYTES", 1)
        strips = view.read(view.grid.window, (1, 2))
    assert (strips.values == whole.values).all() and (strips.valid == whole.valid).all()


def test_scale_one_gives_the_pixels_of_the_file(tmp_path):
    values = numbered_pixels(9, 7, 3)
    with make_raster(tmp_path / "a.tif", values) as raster:
        assert (raster.at_scale(1.0).read(Window(2, 1, 5, 6), (1, 2, 3)).values == values[:, 2:7, 1:7]).all()


def test_half_the_scale_averages_four_pixels(tmp_path):
    values = np.array([[[0, 4, 10, 20], [8, 0, 30, 40]]], np.uint8)
    with make_raster(tmp_path / "a.tif", values) as raster:
        assert raster.at_scale(0.5).read(Window(0, 0, 1, 2), (1,)).values.tolist() == [[[3, 25]]]


def test_averages_leave_out_what_is_nodata(tmp_path):
    values = np.array([[[200, 0, 0, 0], [100, 0, 0, 50]]], np.uint8)
    with make_raster(tmp_path / "a.tif", values, nodata=0) as raster:
        pixels = raster.at_scale(0.5).read(Window(0, 0, 1, 2), (1,))
        assert pixels.values.tolist() == [[[150, 50]]] and pixels.valid.tolist() == [[True, False]]


@pytest.mark.parametrize("scale, size", [(0.5, (1, 1)), (3.0, (3, 3)), (0.001, (1, 1))])
def test_a_raster_of_one_pixel_has_every_scale(tmp_path, scale, size):
    with make_raster(tmp_path / "a.tif", np.full((1, 1, 1), 9, np.uint8)) as raster:
        view = raster.at_scale(scale)
        assert view.read(view.grid.window, (1,)).values.shape[1:] == size
        assert (view.read(view.grid.window, (1,)).values == 9).all()


def test_a_view_knows_its_own_grid_and_that_of_the_file(tmp_path):
    with make_raster(tmp_path / "a.tif", numbered_pixels(10, 20)) as raster:
        view = raster.at_scale(0.5)
        assert (view.grid.rows, view.grid.cols) == (5, 10)
        assert view.native_grid == raster.grid == view.at_scale(1.0).grid
        assert view.grid.metres_per_pixel == pytest.approx(2 * raster.grid.metres_per_pixel, rel=1e-6)
        assert view.name == "a.tif"


def test_several_threads_read_one_raster(tmp_path):
    values = numbered_pixels(64, 64, 3)
    path = write_raster(tmp_path / "a.tif", values, tiled=True, blockxsize=16, blockysize=16, compress="deflate")
    bad: list[Window] = []
    with open_raster(path) as raster:

        def read_all() -> None:
            for block in blocks(raster.grid.window, 10):
                rows, cols = block.slices_in(raster.grid.window)
                if not (raster.read(block, (1, 2, 3)).values == values[:, rows, cols]).all():
                    bad.append(block)

        threads = [threading.Thread(target=read_all) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not bad
