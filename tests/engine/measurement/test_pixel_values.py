"""Means, percentiles and texture of pixels below polygons, compared with NumPy and scikit-image."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely import Polygon, box
from skimage.feature import graycomatrix, graycoprops

from engine.geo.window import Window
from engine.measurement import on_raster
from engine.measurement.band_values import band_values
from engine.measurement.coverage import cover
from engine.measurement.on_raster import OnRaster
from engine.measurement.tally import Tally
from engine.measurement.texture import LEVELS, GrayLevels, textures
from tests.factories import make_raster

PERCENTS = (0.0, 10.0, 50.0, 90.0, 100.0)
STAR = Polygon([(3, 1), (28.3, 4.2), (20, 19.6), (11.5, 9), (2.2, 18)])


def noise(rows: int = 20, cols: int = 30, dtype: str = "uint8", n_bands: int = 1) -> np.ndarray:
    generator = np.random.default_rng(1)
    return (generator.random((n_bands, rows, cols)) * 200).astype(dtype)


def test_no_pixels_are_unknown() -> None:
    found = band_values(cover(np.array([Polygon()], object), Window(0, 0, 20, 30)), noise(), PERCENTS)
    assert found.pixels.tolist() == [0]
    assert np.isnan(found.mean).all() and np.isnan(found.percentiles).all()


def test_half_a_pixel_weighs_half() -> None:
    values = np.array([[[10, 40, 70]]])
    found = band_values(cover(np.array([box(0.5, 0, 2, 1)], object), Window(0, 0, 1, 3)), values, (25.0, 50.0))
    assert found.pixels[0] == 1.5
    assert found.mean[0, 0] == pytest.approx((0.5 * 10 + 40) / 1.5)
    assert found.std[0, 0] == pytest.approx(np.sqrt((0.5 * 20**2 + 10**2) / 1.5))
    assert (found.low[0, 0], found.high[0, 0]) == (10, 40)
    assert found.percentiles[0, 0].tolist() == [10, 40]


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "float32", "float64"])
def test_numpy_finds_the_same_percentiles_with_the_same_weights(dtype: str) -> None:
    values = noise(dtype=dtype)
    covered = cover(np.array([box(0, 0, 2, 2), STAR], object), Window(0, 0, 20, 30))
    found = band_values(covered, values, PERCENTS)
    mine = covered.owners == 1
    pixels, weights = values[0][covered.rows[mine], covered.cols[mine]].astype(float), covered.shares[mine]
    expected = np.quantile(pixels, np.array(PERCENTS) / 100, weights=weights, method="inverted_cdf")
    assert found.percentiles[1, 0] == pytest.approx(expected)
    assert found.mean[1, 0] == pytest.approx(np.average(pixels, weights=weights))
    spread = np.average((pixels - found.mean[1, 0]) ** 2, weights=weights)
    assert found.std[1, 0] == pytest.approx(np.sqrt(spread))


@pytest.mark.parametrize("dtype", ["uint8", "int16", "float32"])
def test_pieces_add_up_to_the_same(dtype: str) -> None:
    values = noise(dtype=dtype, n_bands=2)
    polygon = np.array([STAR], object)
    whole = band_values(cover(polygon, Window(0, 0, 20, 30)), values, PERCENTS)
    tally = Tally(2)
    windows = [
        Window(row, col, 7, 8).intersection(Window(0, 0, 20, 30)) for row in (0, 7, 14) for col in range(0, 30, 8)
    ]
    parts = [
        (cover(polygon, window), values[(slice(None), *window.slices_in(Window(0, 0, 20, 30)))]) for window in windows
    ]
    for part in parts:
        tally.look(*part)
    for part in parts:
        tally.count(*part)
    found = tally.values(PERCENTS)
    for mine, theirs in zip(vars(found).values(), vars(whole).values(), strict=True):
        assert mine == pytest.approx(theirs, abs=0.01 if dtype == "float32" else 1e-9)


def test_nothing_adds_up_to_nothing() -> None:
    assert np.isnan(Tally(1).values(PERCENTS).mean).all()


def test_one_pixel_and_a_plain_surface_have_the_texture_they_must() -> None:
    levels = np.full((4, 4), 7)
    found = textures(cover(np.array([box(0, 0, 1, 1), box(0, 0, 3, 3)], object), Window(0, 0, 4, 4)), levels)
    assert np.isnan(found[0]).all()
    assert found[1].tolist() == [0, 1, 0]


def test_scikit_image_finds_the_same_texture() -> None:
    values = noise()
    levels = GrayLevels(0, 256).of(values)
    found = textures(cover(np.array([box(4, 3, 25, 17)], object), Window(0, 0, 20, 30)), levels)[0]
    part = levels[3:17, 4:25].astype(np.uint8)
    matrix = graycomatrix(part, [1], [0, np.pi / 4, np.pi / 2, 3 * np.pi / 4], levels=LEVELS, symmetric=True)
    together = matrix.sum(axis=3, keepdims=True, dtype=np.float64) / matrix.sum()
    expected = [graycoprops(together, name)[0, 0] for name in ("contrast", "homogeneity")]
    shares = together[together > 0]
    assert found == pytest.approx([*expected, -(shares * np.log2(shares)).sum()])


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_a_large_polygon_looked_at_in_pieces_measures_the_same(
    tmp_path: Path, dtype: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = noise(60, 70, dtype=dtype, n_bands=3)
    polygons = np.array([shapely.transform(STAR, lambda xy: xy * 2.3), box(1, 1, 3, 4.5)], object)
    done: list[int] = []
    with make_raster(tmp_path / "a.tif", values) as raster:
        measured = OnRaster(raster, [1, 2, 3], PERCENTS, [0, 1, 2])
        whole = measured.measure(polygons, done.append)
        monkeypatch.setattr(on_raster, "_LARGE_PX", 9)
        pieces = measured.measure(polygons, done.append)
    for mine, theirs in zip(vars(pieces.bands).values(), vars(whole.bands).values(), strict=True):
        assert mine == pytest.approx(theirs)
    assert pieces.texture == pytest.approx(whole.texture)
    assert sum(done) == 4


@pytest.mark.parametrize("ground_px, most_px", [(1, 1), (8, 60), (512, 1 << 20)])
def test_who_is_looked_at_together_changes_nothing(
    tmp_path: Path, ground_px: int, most_px: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    polygons = np.array([box(x, y, x + 3.5, y + 2.25) for x in range(0, 30, 4) for y in range(0, 20, 3)], object)
    with make_raster(tmp_path / "a.tif", noise(n_bands=3)) as raster:
        whole = OnRaster(raster, [2], PERCENTS, None).measure(polygons, lambda n: None)
        monkeypatch.setattr(on_raster, "_GROUND_PX", ground_px)
        monkeypatch.setattr(on_raster, "_MOST_COVER_PX", most_px)
        apart = OnRaster(raster, [2], PERCENTS, None).measure(polygons, lambda n: None)
    for mine, theirs in zip(vars(apart.bands).values(), vars(whole.bands).values(), strict=True):
        assert mine == pytest.approx(theirs)
