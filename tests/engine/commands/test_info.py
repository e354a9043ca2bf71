"""What a raster is, told before anyone trains on it."""

from __future__ import annotations

import json

import numpy as np
import pytest
import rasterio

from engine.commands.info import info
from engine.domain.settings import InfoSettings
from engine.errors import CrsError, RasterOpenError, Stopped
from engine.events import SilentReporter
from engine.stop import StopFlag
from tests.factories import numbered_pixels, write_raster


def told(*paths, crs=None):
    reporter = SilentReporter()
    info(InfoSettings(rasters=paths, crs=crs), reporter=reporter, stop=StopFlag())
    (result,) = reporter.named("result")
    json.dumps(result, allow_nan=False)
    return result["values"], reporter


def test_everything_that_the_header_says_is_told(tmp_path):
    values = numbered_pixels(60, 90, 4, "uint16")
    path = write_raster(tmp_path / "a.tif", values, alpha=True, tiled=True, blockxsize=32, blockysize=16)
    raster = told(path)[0]["rasters"][0]
    assert raster["path"] == str(path) and raster["name"] == "a.tif" and raster["driver"] == "GTiff"
    assert (raster["rows"], raster["columns"]) == (60, 90)
    assert (raster["n_bands"], raster["bands"], raster["dtype"]) == (3, [1, 2, 3], "uint16")
    assert raster["band_names"] == ["red", "green", "blue"]
    assert raster["crs"] == "EPSG:32632" and "UTM zone 32N" in raster["crs_wkt"]
    assert raster["metres_per_pixel"] == pytest.approx(1 / 0.9996, rel=1e-5)
    assert raster["bounds"] == [500_000, 5_599_940, 500_090, 5_600_000]
    assert raster["transform"] == [1, 0, 500_000, 0, -1, 5_600_000]
    assert (raster["nodata"], raster["has_alpha"], raster["has_mask"], raster["has_palette"]) == (
        None,
        True,
        False,
        False,
    )
    assert (raster["block_rows"], raster["block_columns"]) == (16, 32)
    assert (raster["layout"], raster["is_copied"], raster["copy_bytes"]) == ("tiles", False, 0)
    assert raster["reading"] == "it is read as it is: its tiles of 32 x 16 px suit windows"
    assert (raster["tile_rows"], raster["tile_columns"]) == (1, 1)
    assert raster["has_georeference"] and raster["notes"] == []


def test_a_large_raster_is_walked_in_tiles_of_about_a_thousand(tmp_path):
    with rasterio.open(
        tmp_path / "a.tif", "w", driver="GTiff", count=1, height=8192, width=8192, dtype="uint8", SPARSE_OK="TRUE"
    ):
        pass
    raster = told(tmp_path / "a.tif")[0]["rasters"][0]
    assert (raster["tile_rows"], raster["tile_columns"]) == (8, 8)


def test_wide_strips_will_be_copied_and_the_copy_has_a_size(tmp_path):
    with rasterio.open(
        tmp_path / "a.tif", "w", driver="GTiff", count=3, height=5000, width=50_000, dtype="uint8", SPARSE_OK="TRUE"
    ):
        pass
    values, _ = told(tmp_path / "a.tif")
    raster = values["rasters"][0]
    assert (raster["layout"], raster["is_copied"], raster["copy_bytes"]) == ("strips", True, 750_000_000)
    assert "copied once into tiles, since windows of it are slow to read: its strips are 50000 px" in values["text"]
    assert "up to 0.75 GB on disk" in values["text"]


def test_a_raster_without_georeference_says_so(tmp_path):
    path = write_raster(tmp_path / "a.png", numbered_pixels(4, 6), driver="PNG", crs=None, transform=None)
    values, _ = told(path)
    raster = values["rasters"][0]
    assert raster["crs"] is None and raster["metres_per_pixel"] is None and not raster["has_georeference"]
    assert raster["bounds"] == [0, -4, 6, 0]
    assert "none, pixel coordinates" in values["text"]


def test_nodata_that_is_no_number_can_be_told(tmp_path):
    path = write_raster(tmp_path / "a.tif", np.zeros((1, 4, 6), np.float32), nodata=np.nan)
    values, _ = told(path)
    assert values["rasters"][0]["nodata"] == "nan" and "nan" in values["text"]
    path = write_raster(tmp_path / "b.tif", np.zeros((1, 4, 6), np.float32), nodata=-9999)
    assert told(path)[0]["rasters"][0]["nodata"] == -9999


def test_a_stated_crs_completes_a_world_file(tmp_path):
    path = write_raster(tmp_path / "a.tif", numbered_pixels(4, 6), crs=None)
    assert told(path)[0]["rasters"][0]["crs"] is None
    assert told(path, crs="EPSG:31370")[0]["rasters"][0]["crs"] == "EPSG:31370"
    with pytest.raises(CrsError):
        told(path, crs="EPSG:0")


def test_people_read_a_table(tmp_path):
    values, _ = told(write_raster(tmp_path / "a.tif", numbered_pixels(4, 6, 3), nodata=0))
    lines = values["text"].splitlines()
    assert lines[0] == str(tmp_path / "a.tif")
    assert "  size              6 x 4 px (columns x rows)" in lines
    assert "  bands             3 x uint8 (1 red, 2 green, 3 blue)" in lines
    assert "  nodata            0" in lines
    assert "  suggested tiles   1 row x 1 column" in lines


def test_several_rasters_come_in_order_and_a_bad_one_is_named(tmp_path):
    one = write_raster(tmp_path / "a.tif", numbered_pixels(4, 6))
    two = write_raster(tmp_path / "b.tif", numbered_pixels(5, 6))
    assert [raster["rows"] for raster in told(two, one)[0]["rasters"]] == [5, 4]
    (tmp_path / "c.tif").write_text("hello")
    with pytest.raises(RasterOpenError, match=r"c\.tif cannot be opened"):
        told(one, tmp_path / "c.tif")


def test_control_points_are_warned_about(tmp_path):
    path = write_raster(tmp_path / "a.tif", numbered_pixels(4, 6), crs=None, transform=None)
    point = rasterio.control.GroundControlPoint
    with rasterio.open(path, "r+") as file:
        file.gcps = [point(0, 0, 10, 50), point(0, 6, 11, 50), point(4, 0, 10, 49)], rasterio.CRS.from_epsg(4326)
    _, reporter = told(path)
    assert reporter.named("warning")[0]["message"].startswith("a.tif: It is placed by control points only")


def test_it_can_be_stopped(tmp_path):
    stop = StopFlag()
    stop.request()
    with pytest.raises(Stopped):
        info(InfoSettings(rasters=(tmp_path / "a.tif",)), reporter=SilentReporter(), stop=stop)
