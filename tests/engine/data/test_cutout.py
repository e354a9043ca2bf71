"""An instance is cut out where it lies: as it is, turned, made smaller, and over the raster's edge."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely import affinity, box

from engine.data.cutout import cut_out, frame_around
from engine.domain.cutout_settings import Framing
from engine.geo.window import Window
from tests.factories import make_raster, numbered_pixels

PLAIN = Framing(padding=0.0)


@pytest.mark.parametrize(
    "polygon, framing, window",
    [
        (box(3, 4, 4, 5), PLAIN, (4, 3, 1, 1)),
        (box(3, 4, 13, 8), PLAIN, (4, 3, 4, 10)),
        (box(3.2, 4.2, 12.8, 7.9), PLAIN, (4, 3, 4, 10)),  # every pixel that is touched
        (box(3, 4, 13, 8), Framing(padding=0.1), (3, 2, 6, 12)),
        (box(3, 4, 13, 8), Framing(padding=0.0, padding_px=2), (2, 1, 8, 14)),
        (box(3, 4, 13, 8), Framing(padding=0.0, is_square=True), (1, 3, 10, 10)),
        (box(3.4, 4.4, 3.6, 4.6), PLAIN, (4, 3, 1, 1)),
    ],
)
def test_frames_lie_on_whole_pixels(
    polygon: shapely.Polygon, framing: Framing, window: tuple[int, int, int, int]
) -> None:
    assert frame_around(polygon, framing).window == Window(*window)


def test_the_longer_side_has_the_size_asked_for() -> None:
    frame = frame_around(box(0, 0, 40, 20), Framing(padding=0.0, size_px=10))
    assert (frame.rows, frame.cols) == (5, 10)
    assert frame.to_raster * (10, 5) == (40, 20)


@pytest.mark.parametrize("angle_deg", [0, 30, 60, 89, 120, 175])
def test_upright_frames_stand_around_the_polygon(angle_deg: float) -> None:
    bar = affinity.rotate(box(10, 10, 14, 40), angle_deg)
    frame = frame_around(bar, Framing(padding=0.0, is_upright=True))
    assert (frame.rows, frame.cols) == (30, 4)
    corners = [frame.to_raster * corner for corner in ((0, 0), (4, 0), (4, 30), (0, 30))]
    assert shapely.symmetric_difference(shapely.Polygon(corners), bar).area == pytest.approx(0, abs=1e-3)
    assert -90 < frame.angle_deg <= 90


def test_too_large_ones_are_made_smaller() -> None:
    frame = frame_around(box(0, 0, 8192, 100), PLAIN)
    assert (frame.cols, frame.rows, frame.was_shrunk) == (4096, 50, True)


@pytest.mark.parametrize("dtype", ["uint8", "int16", "float32"])
def test_own_pixels_come_bit_for_bit(tmp_path: Path, dtype: str) -> None:
    values = numbered_pixels(40, 50, 3, dtype)
    with make_raster(tmp_path / "a.tif", values) as raster:
        cutout = cut_out(raster, box(10, 5, 20, 12), PLAIN, bands=(1, 2, 3))
    assert cutout.values.dtype == np.dtype(dtype)
    assert np.array_equal(cutout.values, values[:, 5:12, 10:20])
    assert cutout.valid.all() and cutout.inside.all()


def test_beyond_the_edge_nothing_is_known(tmp_path: Path) -> None:
    with make_raster(tmp_path / "a.tif", np.full((1, 20, 20), 7, np.uint8)) as raster:
        cutout = cut_out(raster, box(15, -5, 25, 5), PLAIN, bands=(1,))
    expected = np.zeros((10, 10), bool)
    expected[5:, :5] = True
    assert np.array_equal(cutout.valid, expected)
    assert np.array_equal(cutout.values[0], np.where(expected, 7, 0))


def test_a_turned_bar_stands_in_its_picture(tmp_path: Path) -> None:
    rows, cols = np.mgrid[0:80, 0:80] + 0.5
    bar = affinity.rotate(box(36, 10, 44, 70), 50)
    values = np.where(shapely.contains_xy(bar, cols, rows), 200, 10).astype(np.uint8)[None]
    with make_raster(tmp_path / "a.tif", values) as raster:
        cutout = cut_out(raster, bar, Framing(padding=0.0, padding_px=6, is_upright=True), bands=(1,))
    assert cutout.values.shape[1:] == (72, 20)
    bright = cutout.values[0] > 100
    assert bright[12:60, 8:12].all() and not bright[:, :4].any() and not bright[:4].any()
    assert (bright == cutout.inside).mean() > 0.97


def test_smaller_pictures_average_the_ground(tmp_path: Path) -> None:
    values = np.zeros((1, 64, 64), np.uint8)
    values[0, ::2] = 200
    with make_raster(tmp_path / "a.tif", values) as raster:
        cutout = cut_out(raster, box(0, 0, 64, 64), Framing(padding=0.0, size_px=16), bands=(1,))
    assert np.unique(cutout.values).tolist() == [100]


def test_nodata_lends_nothing_to_its_neighbors(tmp_path: Path) -> None:
    values = np.full((1, 30, 30), 50.0, np.float32)
    values[0, :, 15:] = -9999
    with make_raster(tmp_path / "a.tif", values, nodata=-9999) as raster:
        cutout = cut_out(raster, box(5, 5, 25, 25), Framing(padding=0.0, size_px=50), bands=(1,))
    assert set(np.unique(cutout.values[0][cutout.valid])) == {50.0}
    assert 0.4 < cutout.valid.mean() < 0.6


def test_holes_are_not_inside(tmp_path: Path) -> None:
    ring = box(2, 2, 12, 12).difference(box(5, 5, 9, 9))
    with make_raster(tmp_path / "a.tif", np.zeros((1, 20, 20), np.uint8)) as raster:
        assert cut_out(raster, ring, PLAIN, bands=(1,)).inside.sum() == 100 - 16
