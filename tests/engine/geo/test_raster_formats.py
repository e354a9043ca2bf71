"""Every format that people have, and every way in which a file can be bad."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

from engine.errors import BandCountError, CrsError, RasterOpenError
from engine.geo.raster import open_raster
from engine.geo.window import Window
from tests.factories import NORTH_UP, UTM, make_raster, numbered_pixels, write_polygons, write_raster

LOSSLESS = [
    ("striped.tif", "GTiff", {"blockysize": 7}),
    ("tiled.tif", "GTiff", {"tiled": True, "blockxsize": 16, "blockysize": 16, "compress": "deflate"}),
    ("big.tif", "GTiff", {"BIGTIFF": "YES"}),
    ("cog.tif", "COG", {}),
    ("a.png", "PNG", {}),
    ("a.bmp", "BMP", {}),
    ("a.webp", "WEBP", {"LOSSLESS": "YES"}),
    ("a.jp2", "JP2OpenJPEG", {"QUALITY": "100", "REVERSIBLE": "YES"}),
]
BREAKABLE = ["striped.tif", "cog.tif", "a.png", "a.bmp", "a.webp", "a.jp2"]


@pytest.mark.parametrize("name, driver, options", LOSSLESS)
def test_every_format_gives_its_pixels_by_window(tmp_path, name, driver, options):
    values = numbered_pixels(40, 50, 3)
    write_raster(tmp_path / name, values, driver=driver, **options)
    with open_raster(tmp_path / name) as raster:
        assert (raster.n_bands, raster.dtype, raster.grid.rows, raster.grid.cols) == (3, "uint8", 40, 50)
        assert raster.name == name and raster.grid.crs is not None
        window = Window(33, 21, 7, 29)
        pixels = raster.read(window, (3, 1))
        assert (pixels.values == values[[2, 0]][(slice(None), *window.slices_in(raster.grid.window))]).all()
        assert (raster.read(raster.grid.window, (1, 2, 3)).values == values).all()
        assert pixels.valid.all() and pixels.valid.shape == (7, 29)


def test_jpeg_is_read_within_its_loss(tmp_path):
    values = np.full((3, 40, 50), 100, np.uint8)
    with make_raster(tmp_path / "a.jpg", values, driver="JPEG") as raster:
        assert np.abs(raster.read(Window(3, 4, 5, 6), (1, 2, 3)).values.astype(int) - 100).max() <= 2


@pytest.mark.parametrize("kind, nodata", [("SimpleSource", ""), ("ComplexSource", "<NODATA>0</NODATA>")])
def test_a_virtual_raster_joins_files_and_a_missing_one_is_no_nodata(tmp_path, kind, nodata):
    values = numbered_pixels(10, 20)
    for part, transform in ((0, NORTH_UP), (1, NORTH_UP * Affine.translation(10, 0))):
        columns = values[:, :, 10 * part : 10 * part + 10]
        write_raster(tmp_path / f"part{part}.tif", columns, transform=transform)
    sources = "".join(
        f'<{kind}><SourceFilename relativeToVRT="1">part{part}.tif</SourceFilename><SourceBand>1</SourceBand>'
        f'<SrcRect xOff="0" yOff="0" xSize="10" ySize="10"/>'
        f'<DstRect xOff="{10 * part}" yOff="0" xSize="10" ySize="10"/>{nodata}</{kind}>'
        for part in (0, 1)
    )
    (tmp_path / "all.vrt").write_text(
        f'<VRTDataset rasterXSize="20" rasterYSize="10"><SRS>{UTM}</SRS>'
        f"<GeoTransform>500000, 1, 0, 5600000, 0, -1</GeoTransform>"
        f'<VRTRasterBand dataType="Byte" band="1">{sources}</VRTRasterBand></VRTDataset>'
    )
    with open_raster(tmp_path / "all.vrt") as raster:
        assert (raster.read(raster.grid.window, (1,)).values == values).all()
    (tmp_path / "part1.tif").unlink()
    with open_raster(tmp_path / "all.vrt") as raster, pytest.raises(RasterOpenError, match=r"all\.vrt breaks at"):
        raster.read(raster.grid.window, (1,))


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "int32", "float32", "float64"])
@pytest.mark.parametrize("n_bands", [1, 4, 13])
def test_every_type_and_number_of_bands(tmp_path, dtype, n_bands):
    values = numbered_pixels(6, 8, n_bands, dtype)
    with make_raster(tmp_path / "a.tif", values) as raster:
        assert raster.dtype == dtype and raster.default_bands == tuple(range(1, n_bands + 1))
        pixels = raster.read(raster.grid.window, raster.default_bands)
        assert pixels.values.dtype == dtype and (pixels.values == values).all()


def test_bands_of_several_types_share_one_that_holds_them(tmp_path):
    for number, dtype in ((1, "uint8"), (2, "float32")):
        write_raster(tmp_path / f"{number}.tif", numbered_pixels(4, 4, 1, dtype))
    bands = "".join(
        f'<VRTRasterBand dataType="{dtype}" band="{number}"><SimpleSource>'
        f'<SourceFilename relativeToVRT="1">{number}.tif</SourceFilename><SourceBand>1</SourceBand>'
        "</SimpleSource></VRTRasterBand>"
        for number, dtype in ((1, "Byte"), (2, "Float32"))
    )
    (tmp_path / "mixed.vrt").write_text(f'<VRTDataset rasterXSize="4" rasterYSize="4">{bands}</VRTDataset>')
    with open_raster(tmp_path / "mixed.vrt") as raster:
        assert raster.dtype == "float32"
        assert raster.read(raster.grid.window, (1, 2)).values.dtype == np.float32


def test_a_world_file_gives_the_place_and_the_caller_the_crs(tmp_path):
    write_raster(tmp_path / "a.png", numbered_pixels(4, 6), driver="PNG", crs=None, transform=None)
    (tmp_path / "a.pgw").write_text("0.5\n0\n0\n-0.5\n150000.25\n170000.75\n")
    with open_raster(tmp_path / "a.png") as raster:
        assert raster.grid.crs is None and not raster.grid.has_pixel_coordinates
        assert raster.grid.bounds == (150_000, 169_999, 150_003, 170_001)
    with open_raster(tmp_path / "a.png", crs="EPSG:31370") as raster:
        assert raster.grid.crs.to_epsg() == 31370


def test_a_stated_crs_does_not_replace_the_files_own(tmp_path):
    write_raster(tmp_path / "a.tif", numbered_pixels(4, 6))
    with open_raster(tmp_path / "a.tif", crs="EPSG:31370") as raster:
        assert raster.grid.crs.to_epsg() == 32632


def test_a_stated_crs_gives_no_place_to_a_raster_without_one(tmp_path):
    write_raster(tmp_path / "a.png", numbered_pixels(4, 6), driver="PNG", crs=None, transform=None)
    with open_raster(tmp_path / "a.png", crs="EPSG:31370") as raster:
        assert raster.grid.has_pixel_coordinates and raster.grid.crs is None


def test_a_crs_that_is_nowhere_is_none(tmp_path):
    write_raster(tmp_path / "a.tif", numbered_pixels(4, 6), crs='LOCAL_CS["site grid",UNIT["metre",1]]')
    with open_raster(tmp_path / "a.tif") as raster:
        assert raster.grid.crs is None and not raster.grid.has_pixel_coordinates
    with open_raster(tmp_path / "a.tif", crs="EPSG:31370") as raster:
        assert raster.grid.crs.to_epsg() == 31370


def test_a_crs_beside_the_file_counts(tmp_path):
    write_raster(tmp_path / "a.png", numbered_pixels(4, 6), driver="PNG", crs=None, transform=None)
    (tmp_path / "a.pgw").write_text("0.5\n0\n0\n-0.5\n150000.25\n170000.75\n")
    (tmp_path / "a.png.aux.xml").write_text("<PAMDataset><SRS>EPSG:31370</SRS></PAMDataset>")
    with open_raster(tmp_path / "a.png") as raster:
        assert raster.grid.crs.to_epsg() == 31370


def test_control_points_are_no_place_and_that_is_said(tmp_path):
    write_raster(tmp_path / "a.tif", numbered_pixels(4, 6), crs=None, transform=None)
    with rasterio.open(tmp_path / "a.tif", "r+") as file:
        point = rasterio.control.GroundControlPoint
        file.gcps = [point(0, 0, 10, 50), point(0, 6, 11, 50), point(4, 0, 10, 49)], rasterio.CRS.from_epsg(4326)
    with open_raster(tmp_path / "a.tif") as raster:
        assert raster.grid.has_pixel_coordinates
        assert "control points" in raster.notes[0]


@pytest.mark.parametrize("name, driver, options", [case for case in LOSSLESS if case[0] in BREAKABLE])
def test_a_file_that_breaks_off_says_so(tmp_path, name, driver, options):
    noise = np.random.default_rng(0).integers(0, 255, (3, 90, 90)).astype(np.uint8)
    path = write_raster(tmp_path / name, noise, driver=driver, **options)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    with open_raster(path) as raster, pytest.raises(RasterOpenError) as caught:
        raster.read(raster.grid.window, (1, 2, 3))
    assert f"{name} breaks at rows 0 to 90, columns 0 to 90" in caught.value.message
    assert "previous exception" not in caught.value.message and "\n" not in caught.value.message
    assert "copy or export it again" in caught.value.hint


def test_a_file_without_its_beginning_cannot_be_opened(tmp_path):
    path = write_raster(tmp_path / "a.tif", numbered_pixels(40, 50))
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(RasterOpenError, match=r"a\.tif cannot be opened as a raster"):
        open_raster(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(RasterOpenError, match=r"gone\.tif does not exist"):
        open_raster(tmp_path / "gone.tif")


@pytest.mark.parametrize(
    "path, address",
    [
        ("https://example.com/maps/city.tif", "https://example.com/maps/city.tif"),
        ("/vsicurl/http://example.com/city.tif", "http://example.com/city.tif"),
        ("s3://maps/city.tif", "s3://maps/city.tif"),
    ],
)
def test_an_address_in_the_network_is_told_whole(path, address):
    """A path that is made of one has lost a slash."""
    with pytest.raises(RasterOpenError) as caught:
        open_raster(Path(path))
    assert caught.value.message == f"{address} is an address in the network, and rasters are read from files"
    assert "Download it" in caught.value.hint


@pytest.mark.parametrize("content", [b"", b"rows,cols\n1,2\n", b'{"type":"FeatureCollection","features":[]}'])
def test_other_files_are_no_rasters(tmp_path, content):
    (tmp_path / "a.tif").write_bytes(content)
    with pytest.raises(RasterOpenError, match=r"a\.tif cannot be opened as a raster"):
        open_raster(tmp_path / "a.tif")


def test_a_folder_is_no_raster(tmp_path):
    with pytest.raises(RasterOpenError, match="cannot be opened as a raster"):
        open_raster(tmp_path)


def test_a_file_of_polygons_is_no_raster(tmp_path):
    write_polygons(tmp_path / "a.gpkg", [None])
    with pytest.raises(RasterOpenError, match=r"a\.gpkg cannot be opened as a raster"):
        open_raster(tmp_path / "a.gpkg")


def test_complex_numbers_are_no_picture(tmp_path):
    write_raster(tmp_path / "radar.tif", numbered_pixels(4, 4).astype(np.complex64))
    with pytest.raises(RasterOpenError, match=r"radar\.tif holds complex numbers \(complex64\)"):
        open_raster(tmp_path / "radar.tif")


def test_a_container_of_several_rasters_lists_them(tmp_path):
    path = tmp_path / "site.gpkg"
    for number, table in enumerate(("north", "south")):
        more = {"APPEND_SUBDATASET": "YES"} if number else {}
        write_raster(path, numbered_pixels(8, 8, 3), driver="GPKG", RASTER_TABLE=table, **more)
    with pytest.raises(RasterOpenError, match=r"site\.gpkg holds no bands") as caught:
        open_raster(path)
    assert f"GPKG:{path}:north" in caught.value.hint
    with open_raster(f"GPKG:{path}:south") as raster:
        assert raster.driver == "GPKG"


@pytest.mark.parametrize("bands, wanted", [((1, 4), "band 4 was asked for"), ((0,), "band 0"), ((), "no band")])
def test_bands_that_are_not_there_are_named(tmp_path, bands, wanted):
    with make_raster(tmp_path / "a.tif", numbered_pixels(4, 4, 3)) as raster, pytest.raises(BandCountError) as caught:
        raster.read(raster.grid.window, bands)
    assert caught.value.message.startswith("a.tif has 3 bands") and wanted in caught.value.message
    assert caught.value.hint == "Choose from bands 1, 2, 3."


def test_an_unknown_crs_is_said_before_the_file_is_opened(tmp_path):
    with pytest.raises(CrsError, match="lambert"):
        open_raster(tmp_path / "gone.tif", crs="lambert")


@pytest.mark.parametrize("window", [Window(0, 0, 0, 3), Window(-1, 0, 3, 3), Window(2, 2, 3, 3)])
def test_windows_lie_inside(tmp_path, window):
    with make_raster(tmp_path / "a.tif", numbered_pixels(4, 4)) as raster, pytest.raises(ValueError, match="inside"):
        raster.read(window, (1,))


def test_reading_leaves_no_file_and_no_option_behind(tmp_path):
    values = numbered_pixels(20, 20, 3)
    write_raster(tmp_path / "a.png", values, driver="PNG", crs=None, transform=None)
    write_raster(tmp_path / "a.tif", values)
    for stray in tmp_path.glob("*.aux.xml"):
        stray.unlink()
    before = sorted(path.name for path in tmp_path.iterdir())
    for name in ("a.png", "a.tif"):
        with open_raster(tmp_path / name) as raster:
            raster.read(raster.grid.window, (1,))
            raster.at_scale(0.5).read(Window(0, 0, 5, 5), (1,))
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert not rasterio.env.hasenv()
