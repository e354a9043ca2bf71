"""Nodata, alpha, masks and palettes decide which pixels were measured."""

from __future__ import annotations

import numpy as np
import rasterio

from engine.geo.raster import open_raster
from engine.geo.window import Window
from tests.factories import make_raster, numbered_pixels, write_raster


def test_nodata_is_invalid(tmp_path):
    values = np.array([[[0, 5], [7, 0]], [[0, 5], [0, 9]]], np.uint8)
    with make_raster(tmp_path / "a.tif", values, nodata=0) as raster:
        assert raster.nodata == 0 and not raster.has_alpha and not raster.has_mask
        assert raster.read(raster.grid.window, (1, 2)).valid.tolist() == [[False, True], [True, True]]
        assert raster.read(raster.grid.window, (2,)).valid.tolist() == [[False, True], [False, True]]


def test_nan_is_invalid_with_and_without_nodata(tmp_path):
    values = np.array([[[np.nan, 5], [-9999, np.inf]]], np.float32)
    with make_raster(tmp_path / "a.tif", values) as raster:
        assert raster.nodata is None
        assert raster.read(raster.grid.window, (1,)).valid.tolist() == [[False, True], [True, False]]
    with make_raster(tmp_path / "b.tif", values, nodata=-9999) as raster:
        assert raster.read(raster.grid.window, (1,)).valid.tolist() == [[False, True], [False, False]]


def test_alpha_is_no_band_and_hides_what_is_transparent(tmp_path):
    values = numbered_pixels(2, 2, 4)
    values[3] = [[0, 255], [1, 255]]
    with make_raster(tmp_path / "a.tif", values, alpha=True) as raster:
        assert raster.has_alpha and raster.n_bands == 3 and raster.default_bands == (1, 2, 3)
        assert raster.band_names == ("red", "green", "blue")
        pixels = raster.read(raster.grid.window, (1, 2, 3))
        assert pixels.valid.tolist() == [[False, True], [True, True]]
        assert (pixels.values == values[:3]).all()


def test_an_alpha_band_that_is_asked_for_is_data(tmp_path):
    values = numbered_pixels(2, 2, 4)
    values[3, 0, 0] = 0
    with make_raster(tmp_path / "a.tif", values, alpha=True) as raster:
        pixels = raster.read(raster.grid.window, (4, 1))  # near infrared, wrongly called alpha by many cameras
        assert pixels.valid.all() and (pixels.values == values[[3, 0]]).all()


def test_a_lone_alpha_band_is_all_the_data_there_is(tmp_path):
    with make_raster(tmp_path / "a.tif", numbered_pixels(2, 2, 1), alpha=True) as raster:
        assert raster.default_bands == (1,)


def test_gray_with_alpha_has_one_band(tmp_path):
    with make_raster(tmp_path / "a.png", numbered_pixels(2, 2, 2), driver="PNG", alpha=True) as raster:
        assert raster.default_bands == (1,) and raster.has_alpha


def test_a_mask_in_the_file_is_respected(tmp_path):
    mask = np.array([[True, False], [False, True]])
    with make_raster(tmp_path / "a.tif", numbered_pixels(2, 2, 3), mask=mask) as raster:
        assert raster.has_mask and raster.n_bands == 3
        assert (raster.read(raster.grid.window, (1, 2, 3)).valid == mask).all()


def test_a_mask_beside_the_file_is_respected(tmp_path):
    path = write_raster(tmp_path / "a.tif", numbered_pixels(2, 2, 3))
    mask = np.array([[True, False], [True, True]])
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False), rasterio.open(path, "r+") as file:
        file.write_mask(mask)
    assert (tmp_path / "a.tif.msk").exists()
    with open_raster(path) as raster:
        assert (raster.read(raster.grid.window, (1,)).valid == mask).all()


def test_a_palette_is_read_as_its_colors(tmp_path):
    path = write_raster(tmp_path / "a.tif", np.array([[[0, 1], [2, 9]]], np.uint8), photometric="PALETTE")
    colors = {0: (255, 0, 0, 255), 1: (0, 255, 0, 255), 2: (1, 2, 3, 255), 9: (9, 9, 9, 255)}
    with rasterio.open(path, "r+") as file:
        file.write_colormap(1, colors)
    with open_raster(path) as raster:
        assert raster.has_palette and raster.n_bands == 3 and raster.default_bands == (1, 2, 3)
        pixels = raster.read(raster.grid.window, (1, 2, 3))
        assert pixels.values[:, 0, 0].tolist() == [255, 0, 0] and pixels.values[:, 1, 1].tolist() == [9, 9, 9]
        assert raster.read(Window(1, 0, 1, 1), (3, 1)).values.ravel().tolist() == [3, 1]


def test_transparent_colors_of_a_palette_are_invalid(tmp_path):
    profile = {"driver": "PNG", "count": 1, "height": 1, "width": 2, "dtype": "uint8"}
    with rasterio.open(tmp_path / "a.png", "w", **profile) as file:
        file.write_colormap(1, {0: (255, 0, 0, 255), 1: (0, 0, 0, 0)})
        file.write(np.array([[[0, 1]]], np.uint8))
    with open_raster(tmp_path / "a.png") as raster:
        assert raster.has_palette and raster.has_alpha
        assert raster.read(raster.grid.window, (1, 2, 3)).valid.tolist() == [[True, False]]


def test_a_gray_that_a_png_calls_transparent_is_invalid(tmp_path):
    values = np.array([[[0, 1]]], np.uint8)
    with make_raster(tmp_path / "a.png", values, driver="PNG", crs=None, transform=None, nodata=1) as raster:
        assert raster.read(raster.grid.window, (1,)).valid.tolist() == [[True, False]]


def test_all_nodata_is_all_invalid(tmp_path):
    with make_raster(tmp_path / "a.tif", np.zeros((3, 5, 5), np.uint8), nodata=0) as raster:
        assert not raster.read(raster.grid.window, (1, 2, 3)).valid.any()
