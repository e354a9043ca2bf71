"""Which bands a network reads, and how their values become numbers near 0 to 1."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from engine.data.bands import choose_bands, measure_scaling, normalize
from engine.domain.scaling import Scaling
from engine.errors import BandCountError, RasterOpenError
from engine.geo.pixels import Pixels
from tests.factories import make_raster, numbered_pixels


def scaling_of(rasters, bands=(1,), seed=0, areas=None):
    return measure_scaling(rasters, bands, generator=np.random.default_rng(seed), areas=areas)


def test_all_data_bands_are_read_unless_some_are_asked_for(tmp_path):
    with make_raster(tmp_path / "a.tif", numbered_pixels(4, 4, 4), alpha=True) as raster:
        assert choose_bands(raster, None) == (1, 2, 3)
        assert choose_bands(raster, (3, 1)) == (3, 1)
        with pytest.raises(BandCountError, match=r"a\.tif has 4 bands; band 5 was asked for"):
            choose_bands(raster, (5,))


def test_limits_are_the_2nd_and_98th_percentile(tmp_path):
    values = np.arange(101, dtype=np.uint16).repeat(101).reshape(1, 101, 101) * 100
    with make_raster(tmp_path / "a.tif", values) as raster:
        scaling = scaling_of([raster])
    assert scaling.low[0] == pytest.approx(200, abs=150) and scaling.high[0] == pytest.approx(9800, abs=150)


def test_limits_do_not_count_what_is_nodata_nor_single_extremes(tmp_path):
    values = np.full((1, 200, 200), -9999, np.float32)
    values[0, 50:150, 50:150] = np.linspace(0, 1, 10_000).reshape(100, 100)
    values[0, 60, 60] = 1e9
    with make_raster(tmp_path / "a.tif", values, nodata=-9999) as raster:
        scaling = scaling_of([raster])
    assert scaling.low[0] == pytest.approx(0.02, abs=0.01) and scaling.high[0] == pytest.approx(0.98, abs=0.01)


def test_each_band_has_its_own_limits_in_the_order_asked_for(tmp_path):
    values = np.stack([np.full((10, 10), 7), numbered_pixels(10, 10)[0]]).astype(np.uint8)
    with make_raster(tmp_path / "a.tif", values) as raster:
        scaling = scaling_of([raster], (2, 1))
    assert scaling.low[1] == 7 and scaling.high[1] == 8 and scaling.low[0] < scaling.high[0] - 100


@pytest.mark.parametrize("value, high", [(0, 1), (250, 251)])
def test_a_constant_band_gets_one_step(tmp_path, value, high):
    with make_raster(tmp_path / "a.tif", np.full((1, 10, 10), value, np.uint8)) as raster:
        assert scaling_of([raster]) == Scaling(low=(value,), high=(high,))


def test_an_almost_constant_band_gets_its_range(tmp_path):
    values = np.zeros((1, 100, 100), np.uint8)
    values[0, 5, :60] = 200  # not one in a hundred
    with make_raster(tmp_path / "a.tif", values) as raster:
        assert scaling_of([raster]) == Scaling(low=(0,), high=(200,))


def test_only_the_areas_are_looked_at(tmp_path):
    values = numbered_pixels(300, 300)
    values[0, 100:200, 100:200] = np.linspace(100, 120, 10_000).reshape(100, 100).astype(np.uint8)
    with make_raster(tmp_path / "a.tif", values) as raster:
        scaling = scaling_of([raster], areas=[shapely.box(100, 100, 200, 200)])
        assert 100 <= scaling.low[0] < scaling.high[0] <= 120
        rings = shapely.MultiPolygon([shapely.box(100, 100, 110, 110), shapely.box(190, 190, 200, 200)])
        assert scaling_of([raster], areas=[rings]).low[0] >= 100


def test_all_rasters_count_by_their_size(tmp_path):
    with (
        make_raster(tmp_path / "a.tif", np.full((1, 200, 200), 10, np.uint8)) as one,
        make_raster(tmp_path / "b.tif", np.full((1, 100, 100), 90, np.uint8)) as two,
    ):
        assert scaling_of([one, two]) == Scaling(low=(10,), high=(90,))
        assert scaling_of([one, two], areas=[shapely.box(0, 0, 50, 50), shapely.MultiPolygon()]).high == (11,)


def test_the_same_seed_gives_the_same_limits(tmp_path):
    values = np.random.default_rng(1).normal(0, 1, (1, 400, 400)).astype(np.float32)
    with make_raster(tmp_path / "a.tif", values) as raster:
        assert scaling_of([raster]) == scaling_of([raster])


def test_a_small_picture_in_a_large_raster_of_nodata_is_found(tmp_path):
    values = np.zeros((1, 5000, 5000), np.uint8)
    values[0, 2100:2140, 4000:4040] = 77
    with make_raster(tmp_path / "a.tif", values, nodata=0, compress="deflate", tiled=True) as raster:
        assert scaling_of([raster]) == Scaling(low=(77,), high=(78,))


def test_a_large_raster_is_sampled_and_not_read(tmp_path, monkeypatch):
    n_pixels = 0
    with make_raster(tmp_path / "a.tif", np.ones((1, 4000, 4000), np.uint8), compress="deflate") as raster:
        read = raster.read

        def counting(window, bands):
            nonlocal n_pixels
            n_pixels += window.rows * window.cols
            return read(window, bands)

        monkeypatch.setattr(raster, "read", counting)
        scaling_of([raster])
    assert 0 < n_pixels < 4000 * 4000 / 4


def test_no_valid_pixel_is_an_error(tmp_path):
    with make_raster(tmp_path / "a.tif", np.zeros((1, 40, 40), np.uint8), nodata=0) as raster:
        with pytest.raises(RasterOpenError, match=r"no valid pixel was found in a\.tif$"):
            scaling_of([raster])
        with pytest.raises(RasterOpenError, match=r"no valid pixel was found in a\.tif inside the areas"):
            scaling_of([raster], areas=[shapely.box(0, 0, 5, 5)])


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "float32", "float64"])
def test_values_are_scaled_and_clipped_and_invalid_is_a_half(dtype):
    values = np.array([[[100, 110, 105, 90, 200, 0]]], dtype)
    pixels = Pixels(values, np.array([[True, True, True, True, True, False]]))
    answer = normalize(pixels, Scaling(low=(100,), high=(110,)))
    assert answer.dtype == np.float32 and answer[0, 0].tolist() == pytest.approx([0, 1, 0.5, -0.5, 1.5, 0.5])


def test_nan_becomes_a_half():
    pixels = Pixels(np.array([[[np.nan, 1.0]]], np.float32), np.array([[False, True]]))
    assert normalize(pixels, Scaling(low=(0,), high=(1,)))[0, 0].tolist() == [0.5, 1.0]


def test_large_values_keep_their_differences():
    values = np.array([[[1e8, 1e8 + 1, 1e8 + 2]]])
    answer = normalize(Pixels(values, np.ones((1, 3), bool)), Scaling(low=(1e8,), high=(1e8 + 2,)))
    assert answer[0, 0].tolist() == [0, 0.5, 1]


def test_limits_and_bands_belong_together():
    with pytest.raises(ValueError, match="2 scaling limits do not fit 1 bands"):
        normalize(Pixels(np.zeros((1, 1, 1)), np.ones((1, 1), bool)), Scaling(low=(0, 0), high=(1, 1)))
