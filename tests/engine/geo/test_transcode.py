"""Rasters that are slow in windows are read from one copy, pixel by pixel the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from engine.errors import OutputError, RasterOpenError, Stopped
from engine.events import SilentReporter
from engine.geo import read_plan as plans
from engine.geo import transcode
from engine.geo.raster import Raster, open_raster
from engine.geo.tiling import blocks
from engine.geo.transcode import readable, remove_copies
from engine.geo.window import Window
from engine.stop import StopFlag
from tests.factories import make_raster, numbered_pixels, write_raster

STRIPED = {"driver": "GTiff", "compress": "deflate", "blockysize": 1}


@pytest.fixture(autouse=True)
def tiny_bounds(monkeypatch):
    """Let tiny rasters be slow as large ones are: no row of windows fits, and a piece is a few rows."""
    monkeypatch.setattr(plans, "CACHE_BYTES", 1000)
    monkeypatch.setattr(transcode, "_PIECE_BYTES", 2000)


def copied(raster: Raster, folder: Path, **wanted: Any) -> Raster:
    return readable(raster, folder, reporter=SilentReporter(), stop=StopFlag(), **wanted)


def assert_same(one: Raster, other: Raster, bands: tuple[int, ...]) -> None:
    for window in (one.grid.window, *blocks(one.grid.window, 17)):
        expected, found = one.read(window, bands), other.read(window, bands)
        assert found.values.dtype == expected.values.dtype
        assert (found.values == expected.values).all() and (found.valid == expected.valid).all()


def test_a_raster_in_tiles_stays_as_it_is(tmp_path):
    with make_raster(tmp_path / "a.tif", numbered_pixels(40, 50), tiled=True, blockxsize=16, blockysize=16) as raster:
        assert copied(raster, tmp_path / "rasters") is raster
    assert [path.name for path in tmp_path.iterdir()] == ["a.tif"]


@pytest.mark.parametrize(
    "name, options",
    [("a.tif", STRIPED), ("b.tif", {**STRIPED, "interleave": "band"}), ("a.png", {"driver": "PNG"})],
)
def test_a_slow_raster_has_the_same_pixels_from_its_copy(tmp_path, name, options):
    with make_raster(tmp_path / name, numbered_pixels(70, 90, 3), nodata=3, **options) as raster:
        with copied(raster, tmp_path / "rasters") as copy:
            assert copy is not raster and copy.grid == raster.grid and copy.path == raster.path
            assert_same(raster, copy, (1, 2, 3))
            assert_same(raster.at_scale(0.7), copy.at_scale(0.7), (3, 1))
        assert len(list((tmp_path / "rasters").glob("*"))) == 1


def test_alpha_masks_and_palettes_are_copied(tmp_path):
    values = numbered_pixels(30, 40, 4)
    with make_raster(tmp_path / "alpha.tif", values, alpha=True, **STRIPED) as raster:
        assert_same(raster, copied(raster, tmp_path / "a", bands=(3, 1)), (3, 1))
    mask = values[0] > 99
    with make_raster(tmp_path / "mask.tif", values[:3], mask=mask, **STRIPED) as raster:
        assert_same(raster, copied(raster, tmp_path / "b"), (1, 2, 3))
    path = write_raster(tmp_path / "palette.tif", values[:1] % 3, photometric="PALETTE", **STRIPED)
    with rasterio.open(path, "r+") as file:
        file.write_colormap(1, {0: (255, 0, 0, 255), 1: (0, 255, 0, 255), 2: (1, 2, 3, 0)})
    with open_raster(path) as raster:
        assert_same(raster, copied(raster, tmp_path / "c", bands=(2, 1, 3)), (2, 1, 3))


def test_only_the_part_and_the_bands_that_are_needed_take_room(tmp_path):
    values = np.full((3, 1600, 1600), 7, np.uint8)
    window = Window(600, 700, 100, 100)
    with make_raster(tmp_path / "a.tif", values, **STRIPED) as raster:
        with copied(raster, tmp_path / "rasters", bands=(2,), window=window) as copy:
            assert (copy.read(window, (2,)).values == 7).all()
        (file,) = (tmp_path / "rasters").iterdir()
        assert file.stat().st_size < 4 * 512 * 512
        assert plans.read_plan(raster, bands=(2,), window=window).scratch_bytes == 10_000


def test_a_copy_is_used_again_until_the_raster_changes(tmp_path):
    path = write_raster(tmp_path / "a.tif", numbered_pixels(30, 40), **STRIPED)
    folder = tmp_path / "rasters"
    with open_raster(path) as raster:
        copied(raster, folder).close()
        (first,) = folder.iterdir()
        stamp = first.stat().st_mtime_ns
        copied(raster, folder).close()
        assert first.stat().st_mtime_ns == stamp
    write_raster(path, numbered_pixels(30, 40) // 2, **STRIPED)
    with open_raster(path) as raster:
        assert_same(raster, copied(raster, folder), (1,))
    assert len(list(folder.iterdir())) == 2
    (folder / ".cut-off.copy.tif.part").touch()  # what a kill leaves
    remove_copies(folder)
    assert not folder.exists()
    remove_copies(folder)


def test_a_stop_leaves_nothing_behind(tmp_path):
    stop = StopFlag()
    stop.request()
    with make_raster(tmp_path / "a.tif", numbered_pixels(30, 40), **STRIPED) as raster, pytest.raises(Stopped):
        readable(raster, tmp_path / "rasters", reporter=SilentReporter(), stop=stop)
    assert not list((tmp_path / "rasters").iterdir())


def test_a_raster_that_breaks_while_it_is_copied_is_named(tmp_path):
    noise = np.random.default_rng(0).integers(0, 255, (1, 90, 90)).astype(np.uint8)
    path = write_raster(tmp_path / "a.tif", noise, **STRIPED)
    path.write_bytes(path.read_bytes()[:6000])
    with open_raster(path) as raster, pytest.raises(RasterOpenError, match=r"a\.tif breaks at rows"):
        copied(raster, tmp_path / "rasters")
    assert not list((tmp_path / "rasters").iterdir())


def test_a_full_disk_is_told_before_the_work(tmp_path, monkeypatch):
    monkeypatch.setattr(transcode, "_MARGIN_BYTES", 1 << 60)
    raster = make_raster(tmp_path / "a.tif", numbered_pixels(30, 40), **STRIPED)
    with raster, pytest.raises(OutputError, match=r"a\.tif has to be copied .* GB free") as caught:
        copied(raster, tmp_path / "rasters")
    assert "--run-dir" in caught.value.hint and not (tmp_path / "rasters").exists()


def test_reading_writes_nothing_beside_the_raster(tmp_path):
    write_raster(tmp_path / "a.png", numbered_pixels(30, 40), driver="PNG", crs=None, transform=None)
    before = sorted(tmp_path.iterdir())
    with open_raster(tmp_path / "a.png") as raster:
        raster.read(raster.grid.window, (1,))
    assert sorted(tmp_path.iterdir()) == before
