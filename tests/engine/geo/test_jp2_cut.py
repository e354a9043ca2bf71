"""Parts that are cut out of a JPEG 2000 file in one tile show the same pixels as the whole, however it is coded."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil

from engine.errors import RasterOpenError, Stopped
from engine.events import SilentReporter
from engine.geo import jp2_cut, jp2_packets, transcode
from engine.geo import read_plan as plans
from engine.geo.jp2_cut import open_cuts, why_not_cut
from engine.geo.jp2_stream import NotCutError
from engine.geo.raster import open_raster
from engine.geo.read_plan import read_plan
from engine.geo.transcode import readable, remove_copies
from engine.geo.window import Window
from engine.stop import StopFlag

ROWS, COLS = 1060, 1100  # larger than what GDAL decodes at once, or it would not be one tile to it
LOSSLESS = {"QUALITY": "100", "REVERSIBLE": "YES"}
LAYERS = {"QUALITY": "5,10,30", "REVERSIBLE": "NO"}
SMALL = {"RESOLUTIONS": "3", "CODEBLOCK_WIDTH": "32", "CODEBLOCK_HEIGHT": "32"}
PRECINCTS = {"PRECINCTS": "{64,64},{32,64},{32,32}"}


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let small files be cut into many parts, as large ones are."""
    monkeypatch.setattr(jp2_cut, "_CORE_PX", 512)
    monkeypatch.setattr(plans, "_LARGE_FILE_BYTES", 1000)


def one_tile(
    path: Path, *, bands: int = 3, dtype: str = "uint8", rows: int = ROWS, cols: int = COLS, **options
) -> Path:
    y, x = np.mgrid[:rows, :cols]
    noise = np.random.default_rng(0).random((bands, rows, cols)) * 0.2
    waves = np.stack([(np.sin(x / 17 + band) + np.cos(y / 23) + 2) / 5 for band in range(bands)])
    values = ((waves + noise) * (255 if dtype == "uint8" else 60_000)).astype(dtype)
    source = path.with_suffix(".tif")
    profile = {"driver": "GTiff", "count": bands, "height": rows, "width": cols, "dtype": dtype}
    with rasterio.open(source, "w", **profile) as file:
        file.write(values)
    rasterio.shutil.copy(source, path, driver="JP2OpenJPEG", BLOCKXSIZE=str(cols), BLOCKYSIZE=str(rows), **options)
    source.unlink()
    return path


def copied(path: Path, folder: Path, **wanted) -> tuple[np.ndarray, np.ndarray]:
    """Return the pixels of the copy that parts were cut for, and those that GDAL reads."""
    with open_raster(path) as raster:
        assert read_plan(raster).is_cut
        window = wanted.get("window", raster.grid.window)
        bands = wanted.get("bands", raster.default_bands)
        with readable(raster, folder, reporter=SilentReporter(), stop=StopFlag(), **wanted) as copy:
            assert copy is not raster
            return copy.read(window, bands).values, raster.read(window, bands).values


@pytest.mark.parametrize("progression", ["LRCP", "RLCP", "RPCL", "PCRL", "CPRL"])
@pytest.mark.parametrize("precincts", [{}, PRECINCTS], ids=["whole", "precincts"])
@pytest.mark.parametrize("quality", [LOSSLESS, LAYERS], ids=["lossless", "layers"])
def test_parts_show_what_the_whole_shows(tmp_path: Path, progression: str, precincts, quality) -> None:
    path = one_tile(tmp_path / "a.jp2", PROGRESSION=progression, **SMALL, **precincts, **quality)
    found, expected = copied(path, tmp_path / "rasters")
    assert (found == expected).all()


@pytest.mark.parametrize(
    "made",
    [
        {**SMALL, **LAYERS, "SOP": "YES", "EPH": "YES", "PLT": "YES"},
        {**SMALL, **LOSSLESS, "bands": 1, "dtype": "uint16"},
        {**SMALL, **LOSSLESS, "bands": 5, "CODEBLOCK_HEIGHT": "64"},
        {**LOSSLESS, "RESOLUTIONS": "1"},
        {"RESOLUTIONS": "2", "QUALITY": "20"},
        {"QUALITY": "10", "bands": 1, "rows": 1300, "cols": 4200},
    ],
    ids=["markers", "16 bits", "5 bands", "no levels", "one level", "usual"],
)
def test_kinds_of_files_are_cut(tmp_path: Path, made) -> None:
    found, expected = copied(one_tile(tmp_path / "a.jp2", **made), tmp_path / "rasters")
    assert (found == expected).all()


def test_a_window_and_some_bands_are_cut_alone(tmp_path: Path) -> None:
    path = one_tile(tmp_path / "a.jp2", **SMALL, **LOSSLESS)
    window = Window(131, 450, 400, 133)
    found, expected = copied(path, tmp_path / "rasters", window=window, bands=(3, 1))
    assert (found == expected).all()
    with open_cuts(path, on_place=lambda _: None) as cuts:
        parts = list(cuts.parts(window))
        data, around = cuts.cut(parts[0])
    assert parts == [Window(row, col, 512, 512) for row in (0, 512) for col in (0, 512)]
    assert around.intersection(parts[0]) == parts[0]
    assert len(data) < path.stat().st_size / 2


def test_what_is_not_one_tile_or_seldom_is_not_cut(tmp_path: Path) -> None:
    source = one_tile(tmp_path / "a.jp2", **SMALL)
    assert why_not_cut(source) == ""
    rasterio.shutil.copy(source, tmp_path / "b.jp2", driver="JP2OpenJPEG", BLOCKXSIZE="256", BLOCKYSIZE="256")
    assert why_not_cut(tmp_path / "b.jp2") == "it has several tiles, or does not begin at 0"
    (tmp_path / "c.jp2").write_bytes(b"no picture")
    assert "header cannot be read" in why_not_cut(tmp_path / "c.jp2")
    data = bytearray(source.read_bytes())
    data[data.index(b"\xff\x52") + 12] |= 1  # bypass: code blocks with several lengths
    (tmp_path / "d.jp2").write_bytes(data)
    assert why_not_cut(tmp_path / "d.jp2") == "its code blocks are of a seldom kind"


def test_a_file_that_ends_too_early_is_told(tmp_path: Path) -> None:
    path = one_tile(tmp_path / "a.jp2", **SMALL, **LOSSLESS)
    path.write_bytes(path.read_bytes()[:300_000])
    with open_raster(path) as raster, pytest.raises(RasterOpenError, match=r"a\.jp2 (cannot be read|breaks)"):
        readable(raster, tmp_path / "rasters", reporter=SilentReporter(), stop=StopFlag())
    assert not list((tmp_path / "rasters").iterdir())
    with pytest.raises(NotCutError, match="damaged"), open_cuts(path, on_place=lambda _: None):
        pass


def test_a_stop_is_heard_while_the_file_is_looked_through(tmp_path: Path) -> None:
    path, stop = one_tile(tmp_path / "a.jp2", **SMALL), StopFlag()
    stop.request()
    with open_raster(path) as raster, pytest.raises(Stopped):
        readable(raster, tmp_path / "rasters", reporter=SilentReporter(), stop=stop)
    remove_copies(tmp_path / "rasters")
    assert not (tmp_path / "rasters").exists()


def test_what_was_looked_through_is_let_go_every_so_many_bytes(tmp_path: Path, monkeypatch) -> None:
    """Packets of a large file are so large that a few thousand of them would fill the memory."""
    path, places, let_go = one_tile(tmp_path / "a.jp2", **SMALL), [], []
    monkeypatch.setattr(jp2_packets, "_OFTEN_BYTES", 20_000)
    monkeypatch.setattr(jp2_packets, "let_go", let_go.append)
    with open_cuts(path, on_place=places.append):
        assert len(let_go) == len(places) > 3  # the first packet is always told of
    assert all(later - earlier >= 20_000 for earlier, later in itertools.pairwise(places))


def test_a_large_tile_that_cannot_be_cut_is_refused_in_a_sentence(tmp_path: Path, monkeypatch) -> None:
    path = one_tile(tmp_path / "a.jp2", **SMALL)
    monkeypatch.setattr(plans, "why_not_cut", lambda path: "its bands are not alike")
    monkeypatch.setattr(plans, "_MOST_ONE_TILE_BYTES", 1000)
    with open_raster(path) as raster, pytest.raises(RasterOpenError) as caught:
        transcode.readable(raster, tmp_path / "rasters", reporter=SilentReporter(), stop=StopFlag())
    assert caught.value.message == (
        "a.jp2 is JPEG 2000 in one tile of more than 4 GB, which OpenJPEG does not decode, and no parts can be cut out "
        "of it: its bands are not alike"
    )
    assert "GeoTIFF" in caught.value.hint


def test_the_memory_of_a_cut_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = one_tile(tmp_path / "a.jp2", **SMALL)
    with open_raster(path) as raster:
        plan = read_plan(raster)
    assert plan.is_cut and plan.memory_bytes < 400 << 20
    assert "one tile" in plan.sentence
