"""Every kind of image from file to footprints, written by GDAL and by Pillow."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from PIL import Image
from rasterio.windows import Window

from engine.commands.info import info
from engine.commands.predict import predict
from engine.domain.scaling import Scaling
from engine.domain.settings import InfoSettings, PredictSettings, TileSettings
from engine.errors import RasterOpenError
from engine.events import SilentReporter
from engine.models.registry import FAMILIES
from engine.stop import StopFlag
from tests.engine.inference.tiny_model import TinyFamily, picture, write_tiny_model
from tests.factories import map_box, write_polygons, write_raster

THINGS = ((10, 10, 12, 20), (40, 70, 30, 30))  # row, column, rows, columns
COLORS = picture(100, 120, *THINGS, n_bands=3)
PIXELS = np.moveaxis(COLORS, 0, -1)  # (rows, cols, bands)
CLEAR = np.full((1, 100, 120), 255, np.uint8)
CLEAR[:, 30:] = 0  # hides the second thing
Write = Callable[[Path], object]


@pytest.fixture(autouse=True)
def tiny_family(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FAMILIES, "tiny", TinyFamily())


def gdal(driver: str, values: np.ndarray = COLORS, **options: Any) -> Write:
    return lambda path: write_raster(path, values, driver=driver, crs=None, transform=None, **options)


def pillow(mode: str = "RGB", **options: Any) -> Write:
    def write(path: Path) -> None:
        whole = Image.fromarray(PIXELS)
        if mode == "P":
            whole.quantize(16).save(path, **options)
        else:
            whole.convert(mode).save(path, **options)

    return write


def turned(path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(PIXELS).save(path, exif=exif, quality=95, subsampling=0)


def found(path: Path, folder: Path, **model: Any) -> tuple[list[float], SilentReporter]:
    """Return the areas of what is found, in pixels, largest first."""
    card = {"resolution_m": None, "raster_resolution_m": None, **model}
    weights, output, reporter = write_tiny_model(folder / "m.safetensors", **card), folder / "f.gpkg", SilentReporter()
    settings = PredictSettings(
        model=weights, rasters=(path,), output=output, tiling=TileSettings(tile_size=96, overlap=64), workers=0
    )
    predict(settings, reporter=reporter, stop=StopFlag())
    _, _, shapes, _ = pyogrio.raw.read(output)
    return sorted(shapely.area(shapely.from_wkb(shapes)).tolist(), reverse=True), reporter


def told(path: Path) -> tuple[dict[str, Any], list[str]]:
    """Return what `deepseg info` says, and its warnings."""
    reporter = SilentReporter()
    info(InfoSettings(rasters=(path,)), reporter=reporter, stop=StopFlag())
    return reporter.named("result")[0]["values"]["rasters"][0], [each["message"] for each in reporter.named("warning")]


@pytest.mark.parametrize(
    "name, write",
    [
        ("a.png", gdal("PNG")),
        ("a.bmp", gdal("BMP")),
        ("a.tif", gdal("GTiff")),
        ("a.webp", gdal("WEBP", LOSSLESS="YES")),
        ("a.jp2", gdal("JP2OpenJPEG", QUALITY="100", REVERSIBLE="YES")),
        ("a.jpg", pillow(quality=95, subsampling=0)),
        ("progressive.JPEG", pillow(quality=95, subsampling=0, progressive=True)),
        ("palette.png", pillow("P")),
        ("palette.bmp", pillow("P")),
        ("palette.gif", pillow("P")),
        ("inks.tif", pillow("CMYK")),
        ("inks.jpg", pillow("CMYK", quality=95, subsampling=0)),
        ("lzw.tif", pillow(compression="tiff_lzw")),
        ("turned.jpg", turned),
    ],
)
def test_things_are_found_in_every_kind_of_image(tmp_path: Path, name: str, write: Write) -> None:
    write(tmp_path / name)
    values, _ = told(tmp_path / name)
    assert (values["columns"], values["rows"], values["n_bands"], values["dtype"]) == (120, 100, 3, "uint8")
    assert not values["has_georeference"]
    areas, _ = found(tmp_path / name, tmp_path)
    assert areas == pytest.approx([900, 240], abs=60)


@pytest.mark.parametrize("name, driver", [("a.png", "PNG"), ("a.webp", "WEBP"), ("a.tif", "GTiff")])
def test_nothing_is_found_where_an_image_is_transparent(tmp_path: Path, name: str, driver: str) -> None:
    options = {"LOSSLESS": "YES"} if driver == "WEBP" else {"alpha": True} if driver == "GTiff" else {}
    gdal(driver, np.concatenate([COLORS, CLEAR]), **options)(tmp_path / name)
    values, _ = told(tmp_path / name)
    assert (values["n_bands"], values["has_alpha"]) == (3, True)
    areas, _ = found(tmp_path / name, tmp_path)
    assert areas == pytest.approx([240], abs=30)


def test_sixteen_bits_keep_their_values(tmp_path: Path) -> None:
    gdal("PNG", COLORS.astype(np.uint16) * 257)(tmp_path / "a.png")
    assert told(tmp_path / "a.png")[0]["dtype"] == "uint16"
    scaling = Scaling((0.0, 0.0), (65535.0, 65535.0))
    areas, _ = found(tmp_path / "a.png", tmp_path, dtype="uint16", scaling=scaling)
    assert areas == pytest.approx([900, 240], abs=30)


@pytest.mark.parametrize(
    "name, write, n_bands, has_alpha",
    [
        ("gray.png", gdal("PNG", COLORS[:1]), 1, False),
        ("gray alpha.png", gdal("PNG", np.concatenate([COLORS[:1], CLEAR])), 1, True),
        ("bits.png", pillow("1"), 1, False),
        ("bits.bmp", pillow("1"), 3, False),
        ("bits.tif", pillow("1"), 3, False),
        ("gray.jpg", pillow("L"), 1, False),
    ],
)
def test_gray_and_black_and_white(tmp_path: Path, name: str, write: Write, n_bands: int, has_alpha: bool) -> None:
    write(tmp_path / name)
    values, _ = told(tmp_path / name)
    assert (values["n_bands"], values["has_alpha"]) == (n_bands, has_alpha)


@pytest.mark.parametrize("first_is_clear", [True, False])
def test_a_palette_is_transparent_only_where_it_says_so(tmp_path: Path, first_is_clear: bool) -> None:
    pillow("P", **({"transparency": 0} if first_is_clear else {}))(tmp_path / "a.png")
    assert told(tmp_path / "a.png")[0]["has_alpha"] == first_is_clear


def test_a_file_with_the_ending_of_another_is_read_and_told(tmp_path: Path) -> None:
    Image.fromarray(PIXELS).save(tmp_path / "a.tif", "PNG")
    values, warnings = told(tmp_path / "a.tif")
    assert values["driver"] == "PNG"
    assert warnings == ["a.tif: It is a PNG, although its name ends in .tif; it is read as what it is."]
    areas, _ = found(tmp_path / "a.tif", tmp_path)
    assert areas == pytest.approx([900, 240], abs=30)


def test_a_picture_that_wants_to_be_turned_is_told(tmp_path: Path) -> None:
    turned(tmp_path / "a.jpg")
    _, warnings = told(tmp_path / "a.jpg")
    (warning,) = warnings
    assert "wants it shown turned to the right" in warning and "as they are stored" in warning


def test_other_endings_of_the_same_format_are_no_lie(tmp_path: Path) -> None:
    Image.fromarray(PIXELS).save(tmp_path / "a.jfif", "JPEG")
    assert told(tmp_path / "a.jfif")[1] == []


@pytest.mark.parametrize(
    "content, sentence",
    [
        (b"", "it is empty"),
        (b"\0" * 900, "it begins with zeros only"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 9, "it begins like a PNG but cannot be read on"),
        (b"II*\0" + b"\xff" * 40, "it begins like a TIFF but cannot be read on"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "it begins like a WebP but cannot be read on"),
        (b"<!DOCTYPE html><html>Sign in", "it is a web page"),
        (b"version https://git-lfs.github.com/spec/v1\noid 1", "it is a pointer of Git LFS"),
        (b"PK\x03\x04\x14\0\0\0", "it is a zip archive"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "it is a HEIC picture"),
        (b"\0\0\0\x18ftypisom\0\0\0\0", "it is a video"),
        (b"RIFF\x10\0\0\0AVI LIST", "it is a video"),
        (b"just some words", "it is text"),
        (b"\x07\x99\x01\xfe" * 20, "not recognized"),
    ],
)
def test_what_is_no_image_is_told_by_its_content(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(content)
    with pytest.raises(RasterOpenError, match=sentence) as raised:
        told(path)
    assert raised.value.message.startswith(f"{path} cannot be opened as a raster: ") and raised.value.hint


@pytest.mark.parametrize("name", ["a.png", "a.bmp", "a.tif", "a.webp", "a.jp2", "a.jpg"])
def test_a_file_cut_in_half_ends_in_a_sentence(tmp_path: Path, name: str) -> None:
    drivers = {"png": "PNG", "bmp": "BMP", "tif": "GTiff", "webp": "WEBP", "jp2": "JP2OpenJPEG", "jpg": "JPEG"}
    gdal(drivers[name[2:]], np.random.default_rng(1).integers(0, 255, (3, 100, 120)).astype(np.uint8))(tmp_path / name)
    os.truncate(tmp_path / name, (tmp_path / name).stat().st_size // 2)
    with pytest.raises(RasterOpenError, match=name) as raised:
        found(tmp_path / name, tmp_path)
    assert raised.value.hint.startswith("Copy or export the raster again")


def test_a_file_beyond_ten_gigabytes_is_read_where_it_is_asked(tmp_path: Path) -> None:
    path, side_px, size = tmp_path / "city.tif", 65_536, 10_500_000_000
    profile = {"driver": "GTiff", "width": side_px, "height": side_px, "count": 3, "dtype": "uint8", "tiled": True}
    profile |= {"crs": "EPSG:32632", "transform": rasterio.Affine(1, 0, 5e5, 0, -1, 5.6e6)}
    with rasterio.open(path, "w", BIGTIFF="YES", SPARSE_OK=True, interleave="pixel", **profile):
        pass
    try:
        os.truncate(path, size)  # a hole, so that what is written now lies behind it
    except OSError:
        pytest.skip("this disk keeps no files with holes")
    row, col = 60_000, 61_000
    with rasterio.open(path, "r+") as file:
        file.write(COLORS, window=Window(col, row, 120, 100))
    assert path.stat().st_size > size and path.stat().st_blocks * 512 < 50e6
    values, _ = told(path)
    assert (values["columns"], values["is_copied"]) == (side_px, False)

    area = map_box(row - 50, col - 50, 250, 250, rasterio.Affine(1, 0, 5e5, 0, -1, 5.6e6))
    areas = write_polygons(tmp_path / "area.gpkg", [area])
    weights, output = write_tiny_model(tmp_path / "m.safetensors"), tmp_path / "f.gpkg"
    settings = PredictSettings(model=weights, rasters=(path,), output=output, area=str(areas), workers=0)
    predict(settings, reporter=SilentReporter(), stop=StopFlag())
    _, _, shapes, _ = pyogrio.raw.read(output)
    assert sorted(shapely.area(shapely.from_wkb(shapes)).tolist()) == pytest.approx([240, 900], abs=30)
