"""How a raster will be read follows from how its file is laid out."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
import rasterio.shutil

from engine.errors import RasterOpenError
from engine.events import SilentReporter
from engine.geo import read_plan as plans
from engine.geo import transcode
from engine.geo.jp2_header import jp2_tile_shape
from engine.geo.raster import open_raster
from engine.geo.read_plan import read_plan
from engine.stop import StopFlag
from tests.factories import numbered_pixels, write_raster


def sparse(path, rows, cols, **options):
    with rasterio.open(
        path, "w", driver="GTiff", count=3, height=rows, width=cols, dtype="uint8", sparse_ok=True, **options
    ):
        return path


def layout(path):
    with open_raster(path) as raster:
        plan = read_plan(raster)
    return plan.layout, plan.is_copied


def jp2(path, rows, cols, tile_rows, tile_cols):
    """Write JPEG 2000 with tiles of that size, which rasterio gives to GDAL only when it copies."""
    source = write_raster(path.with_suffix(".tif"), numbered_pixels(rows, cols))
    rasterio.shutil.copy(source, path, driver="JP2OpenJPEG", BLOCKXSIZE=tile_cols, BLOCKYSIZE=tile_rows)
    source.unlink()
    return path


@pytest.mark.parametrize(
    "rows, cols, options, expected",
    [
        (9000, 90_000, {"tiled": True}, ("tiles", False)),
        (9000, 90_000, {"tiled": True, "interleave": "band", "blockxsize": 1024, "blockysize": 1024}, ("tiles", False)),
        (9000, 8_000, {"blockysize": 1}, ("strips", False)),
        (90_000, 8_000, {"blockysize": 1}, ("strips", False)),
        (9000, 16_000, {"blockysize": 1}, ("strips", True)),
        (9000, 90_000, {"blockysize": 1}, ("strips", True)),
        (300, 90_000, {"blockysize": 1}, ("strips", False)),  # all of it fits
        (9000, 90_000, {"blockysize": 64, "interleave": "band"}, ("strips", True)),
    ],
)
def test_tiles_are_read_as_they_are_and_strips_if_a_row_of_windows_fits(tmp_path, rows, cols, options, expected):
    assert layout(sparse(tmp_path / "a.tif", rows, cols, **options)) == expected


@pytest.mark.parametrize("driver", ["PNG", "JPEG"])
def test_a_picture_without_an_index_is_copied_when_it_is_large(tmp_path, monkeypatch, driver):
    path = write_raster(tmp_path / "a.img", np.zeros((1, 60, 90), np.uint8), driver=driver)
    assert layout(path) == ("picture", False)
    monkeypatch.setattr(plans, "CACHE_BYTES", 1000)
    assert layout(path) == ("picture", True)


def test_jpeg_2000_goes_by_its_own_tiles_not_by_those_that_gdal_shows(tmp_path, monkeypatch):
    tiled, one = jp2(tmp_path / "a.jp2", 1100, 1300, 256, 512), jp2(tmp_path / "b.jp2", 1100, 1300, 1100, 1300)
    assert (jp2_tile_shape(tiled), jp2_tile_shape(one)) == ((256, 512), (1100, 1300))
    assert layout(tiled) == ("tiles", False)
    assert layout(one) == ("one_tile", False)  # parts of a small file are decoded fast
    with open_raster(one) as raster:
        assert raster.block_shape == (1024, 1024)
    monkeypatch.setattr(plans, "_LARGE_FILE_BYTES", 1000)
    assert layout(one) == ("one_tile", True)
    monkeypatch.setattr(plans, "_LARGE_TILE_PX", 1000)
    assert layout(tiled) == ("large_tiles", True)


@pytest.mark.parametrize("content", [b"", b"hello", b"\x00\x00\x00\x00jP  ", b"\xff\x4f\xff\x51\x00"])
def test_what_is_no_jpeg_2000_has_no_tiles(tmp_path, content):
    (tmp_path / "a.jp2").write_bytes(content)
    assert jp2_tile_shape(tmp_path / "a.jp2") is None
    assert jp2_tile_shape(tmp_path / "missing.jp2") is None


def test_a_tile_that_does_not_fit_into_memory_is_refused(tmp_path, monkeypatch):
    one = jp2(tmp_path / "a.jp2", 1100, 1300, 1100, 1300)
    monkeypatch.setattr(transcode, "memory_bytes", lambda: 10_000)
    with open_raster(one) as raster, pytest.raises(RasterOpenError, match=r"a\.jp2 is JPEG 2000 in so large a tile"):
        transcode.readable(raster, tmp_path / "rasters", reporter=SilentReporter(), stop=StopFlag())


def test_a_mosaic_is_as_slow_as_its_parts(tmp_path):
    for name, options in (("wide", {"blockysize": 1}), ("tiled", {"tiled": True})):
        path = sparse(tmp_path / f"{name}.tif", 9000, 90_000, **options)
        rasterio.shutil.copy(path, tmp_path / f"{name}.vrt", driver="VRT")
    assert layout(tmp_path / "tiled.vrt") == ("mosaic", False)
    with open_raster(tmp_path / "wide.vrt") as raster:
        plan = read_plan(raster)
    assert plan.is_copied and "of the 1 files that it joins, wide.tif is slow to read" in plan.sentence
    assert plan.scratch_bytes == 3 * 9000 * 90_000
