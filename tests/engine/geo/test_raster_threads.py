"""Several threads read one raster at once, each with a handle of its own, and all of them are closed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from rasterio.env import get_gdal_config

from engine.errors import RasterOpenError
from engine.geo.gdal_settings import CACHE_BYTES
from engine.geo.raster import Raster, open_raster
from engine.geo.raster_handles import Handles
from engine.geo.tiling import blocks
from tests.factories import make_raster, numbered_pixels, write_raster

N_THREADS = 4


def in_threads(work: Callable[[], None]) -> None:
    threads = [threading.Thread(target=work) for _ in range(N_THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.fixture(params=["tiled.tif", "striped.tif", "a.jp2", "a.png"])
def path(request, tmp_path):
    options = {
        "tiled.tif": {"tiled": True, "blockxsize": 16, "blockysize": 16, "compress": "deflate"},
        "striped.tif": {"blockysize": 3, "compress": "lzw"},
        "a.jp2": {"driver": "JP2OpenJPEG", "QUALITY": "100", "REVERSIBLE": "YES"},
        "a.png": {"driver": "PNG"},
    }[request.param]
    return write_raster(tmp_path / request.param, numbered_pixels(64, 80, 3), nodata=3, **options)


@pytest.mark.parametrize("scale", [1.0, 0.6])
def test_every_thread_gets_the_same_pixels(path, scale):
    bad = []
    with open_raster(path) as file:
        raster = file.at_scale(scale)
        whole = raster.read(raster.grid.window, (1, 2, 3))

        def read_all() -> None:
            for block in blocks(raster.grid.window, 10):
                rows, cols = block.slices_in(raster.grid.window)
                pixels = raster.read(block, (1, 2, 3))
                if (pixels.values != whole.values[:, rows, cols]).any() or (
                    pixels.valid != whole.valid[rows, cols]
                ).any():
                    bad.append(block)

        in_threads(read_all)
    assert not bad


class FakeHandle:
    closed = False

    def close(self) -> None:
        self.closed = True


def test_threads_that_read_at_once_have_handles_of_their_own_and_later_ones_reuse_them():
    made: list[FakeHandle] = []
    together = threading.Barrier(N_THREADS, timeout=30)
    handles = Handles(lambda: made.append(FakeHandle()) or made[-1])

    def read() -> None:
        with handles.borrowed():
            together.wait()

    in_threads(read)
    in_threads(read)
    assert len(made) == N_THREADS and not any(handle.closed for handle in made)
    with handles.borrowed() as in_use:
        handles.close()
        assert [handle.closed for handle in made].count(False) == 1 and not in_use.closed
    assert all(handle.closed for handle in made)
    handles.close()
    with pytest.raises(ValueError, match="is closed"), handles.borrowed():
        pass


def test_no_file_stays_open(tmp_path):
    folder = Path("/proc/self/fd")
    if not folder.is_dir():
        pytest.skip("only Linux lists a process's open files")
    raster: Raster = make_raster(tmp_path / "a.tif", numbered_pixels(64, 80), tiled=True, blockxsize=16, blockysize=16)
    in_threads(lambda: raster.read(raster.grid.window, (1,)))
    raster.close()
    open_files = [file.resolve() for file in folder.iterdir() if file.exists()]
    assert tmp_path / "a.tif" not in open_files


def test_a_read_that_failed_spoils_no_other(tmp_path):
    noise = np.random.default_rng(0).integers(0, 255, (1, 64, 64)).astype(np.uint8)
    path = write_raster(tmp_path / "a.tif", noise, tiled=True, blockxsize=16, blockysize=16, compress="deflate")
    data = bytearray(path.read_bytes())
    data[-200:] = bytes(value ^ 0x5A for value in data[-200:])  # the last tile
    path.write_bytes(data)
    with open_raster(path) as raster:
        for _ in range(2):
            with pytest.raises(RasterOpenError, match="breaks at rows 48 to 64, columns 48 to 64"):
                raster.read(list(blocks(raster.grid.window, 16))[-1], (1,))
            window = next(blocks(raster.grid.window, 48))
            assert (raster.read(window, (1,)).values == noise[:, :48, :48]).all()


def test_the_cache_of_decoded_blocks_is_bounded(tmp_path):
    with make_raster(tmp_path / "a.tif", numbered_pixels(4, 4)) as raster:
        raster.read(raster.grid.window, (1,))
        assert 0 < get_gdal_config("GDAL_CACHEMAX") <= CACHE_BYTES
