"""Rasters of every kind survive being divided and put together; tiles lie where their pixels lay."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.merge import merge

from engine.commands.join_tiles import join_tiles
from engine.commands.tile import tile
from engine.domain.tiling_settings import DivideSettings, JoinTilesSettings
from engine.errors import CrsError, OutputError, Stopped, TilesError, UsageError
from engine.events import SilentReporter
from engine.geo.division import divide
from engine.geo.grid import Grid
from engine.geo.window import Window
from engine.stop import StopFlag
from tests.factories import NORTH_UP, UTM, map_box, numbered_pixels, write_polygons, write_raster

TURNED = NORTH_UP * Affine.rotation(30.0) * Affine.shear(5.0)


def divided(folder: Path, *rasters: Path, **options: Any) -> SilentReporter:
    reporter = SilentReporter()
    settings = DivideSettings(rasters=rasters, output=folder, **options)
    tile(settings, reporter=reporter, stop=StopFlag())
    return reporter


def joined(folder: Path, output: Path) -> Path:
    join_tiles(JoinTilesSettings(tiles=folder, output=output), reporter=SilentReporter(), stop=StopFlag())
    return output


def said(path: Path) -> dict[str, Any]:
    """Return all that a raster holds, as things that compare."""
    with rasterio.open(path) as file:
        has_palette = file.colorinterp[0].name == "palette"
        return {
            "bytes": file.read().tobytes(),  # bytes: NaN is NaN, and minus zero is minus zero
            "dtypes": file.dtypes,
            "mask": file.dataset_mask().tobytes(),
            "nodata": repr(file.nodata),
            "crs": file.crs,
            "transform": file.transform,
            "colors": file.colorinterp,
            "names": file.descriptions,
            "units": file.units,
            "scales": (file.scales, file.offsets),
            "palette": file.colormap(1) if has_palette else None,
            "gcps": [(g.row, g.col, g.x, g.y) for g in file.gcps[0]],
        }


def make_plain(path: Path) -> Path:
    return write_raster(path, numbered_pixels(70, 90, 3))


def make_without_place(path: Path) -> Path:
    return write_raster(path, numbered_pixels(70, 90, 3), crs=None, transform=None)


def make_turned(path: Path) -> Path:
    return write_raster(path, numbered_pixels(70, 90, 2, "uint16"), transform=TURNED)


def make_turned_colors(path: Path) -> Path:
    return write_raster(path, numbered_pixels(70, 90, 3), transform=TURNED)


def make_one_pixel(path: Path) -> Path:
    return write_raster(path, numbered_pixels(1, 1))


def make_one_row(path: Path) -> Path:
    return write_raster(path, numbered_pixels(1, 90))


def make_floats_with_nan(path: Path) -> Path:
    values = numbered_pixels(70, 90, 2, "float32")
    values[:, 3:20, 5:60] = np.nan
    values[0, 0, 0] = -0.0
    return write_raster(path, values, nodata=math.nan)


def make_nodata(path: Path) -> Path:
    return write_raster(path, numbered_pixels(70, 90, 1, "int16"), nodata=-9999)


def make_masked(path: Path) -> Path:
    mask = numbered_pixels(70, 90)[0] > 100
    mask[:40, :40] = True  # some tiles are valid everywhere
    return write_raster(path, numbered_pixels(70, 90, 3), mask=mask)


def make_alpha(path: Path) -> Path:
    return write_raster(path, numbered_pixels(70, 90, 4), alpha=True)


def make_palette(path: Path) -> Path:
    values = numbered_pixels(70, 90) % 5
    with rasterio.open(write_raster(path, values), "r+") as file:
        file.write_colormap(1, {0: (0, 0, 0, 255), 1: (255, 0, 0, 255), 4: (1, 2, 3, 255)})
    return path


def make_described(path: Path) -> Path:
    with rasterio.open(write_raster(path, numbered_pixels(70, 90, 2, "int32")), "r+") as file:
        file.descriptions = ("near infrared", "red edge")
        file.units = ("W/m2", "W/m2")
        file.scales, file.offsets = (0.5, 0.25), (1.0, 2.0)
    return path


def make_control_points(path: Path) -> Path:
    gcps = [GroundControlPoint(row=r, col=c, x=500_000 + c, y=5_600_000 - r) for r, c in ((0, 0), (0, 90), (70, 0))]
    with rasterio.open(write_raster(path, numbered_pixels(70, 90), crs=None, transform=None), "r+") as file:
        file.gcps = (gcps, UTM)
    return path


def make_degrees(path: Path) -> Path:
    return write_raster(path, numbered_pixels(70, 90, 5), crs="EPSG:4326", transform=Affine(1e-5, 0, 7, 0, -1e-5, 50))


MAKERS = [value for name, value in sorted(globals().items()) if name.startswith("make_")]


@pytest.mark.parametrize("division", [{"tile_size": 32, "overlap": 5}, {"rows": 3, "columns": 2}, {}], ids=str)
@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__[5:])
def test_tiles_put_together_give_the_raster_back(tmp_path: Path, make: Any, division: dict[str, int]) -> None:
    raster = make(tmp_path / "a.tif")

    divided(tmp_path / "tiles", raster, **division)

    assert said(joined(tmp_path / "tiles", tmp_path / "b.tif")) == said(raster)


@pytest.mark.parametrize("make", [make_plain, make_turned_colors, make_alpha, make_palette, make_without_place])
def test_tiles_as_png_give_the_raster_back(tmp_path: Path, make: Any) -> None:
    raster = make(tmp_path / "a.tif")

    divided(tmp_path / "tiles", raster, tile_size=40, format="png")
    back = said(joined(tmp_path / "tiles", tmp_path / "b.tif"))

    palette = back.pop("palette"), (before := said(raster)).pop("palette")
    assert back == before
    assert palette[0] is None or [palette[0][i] for i in range(5)] == [palette[1][i] for i in range(5)]


@pytest.mark.parametrize("ending", ["tif", "png", "jpg"])
@pytest.mark.parametrize("transform", [NORTH_UP, TURNED], ids=["north up", "turned"])
def test_each_tile_lies_where_its_pixels_lay(tmp_path: Path, ending: str, transform: Affine) -> None:
    divided(
        tmp_path / "tiles", write_raster(tmp_path / "a.tif", numbered_pixels(70, 90, 3), transform=transform),
        tile_size=40, format=ending,
    )  # fmt: skip

    with rasterio.open(tmp_path / "tiles" / f"a_r2_c3.{ending}") as part:  # begins in row 30, column 50
        assert part.transform.almost_equals(transform * Affine.translation(50, 30), precision=1e-6)
        assert part.crs == rasterio.crs.CRS.from_epsg(32632)
        assert part.shape == (40, 40)


def test_another_program_puts_the_tiles_together_by_their_place(tmp_path: Path) -> None:
    raster = make_plain(tmp_path / "a.tif")
    divided(tmp_path / "tiles", raster, tile_size=32, overlap=7)

    values, transform = merge(sorted((tmp_path / "tiles").glob("*.tif")))  # rasterio's own

    with rasterio.open(raster) as file:
        assert np.array_equal(values, file.read())
        assert transform == file.transform


def test_a_nodata_value_that_no_pixel_can_have_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.vrt").write_text(
        '<VRTDataset rasterXSize="90" rasterYSize="70"><VRTRasterBand dataType="Byte" band="1"><NoDataValue>-9999'
        f"</NoDataValue><SimpleSource><SourceFilename>{make_plain(tmp_path / 'a.tif')}</SourceFilename></SimpleSource>"
        "</VRTRasterBand></VRTDataset>"
    )

    divided(tmp_path / "tiles", tmp_path / "a.vrt", rows=1, columns=2)

    with rasterio.open(tmp_path / "tiles" / "a_r1_c1.tif") as part:
        assert part.nodata is None


def test_tiles_without_georeference_lie_in_pixel_coordinates_as_qgis_shows_them(tmp_path: Path) -> None:
    divided(tmp_path / "tiles", make_without_place(tmp_path / "a.tif"), tile_size=40)

    with rasterio.open(tmp_path / "tiles" / "a_r2_c3.tif") as part:
        assert part.crs is None
        assert part.transform == Affine(1, 0, 50, 0, -1, -30)


def test_the_folder_holds_tiles_by_row_and_column_and_their_index(tmp_path: Path) -> None:
    reporter = divided(tmp_path / "tiles", make_plain(tmp_path / "a.tif"), rows=1, columns=2)

    assert sorted(path.name for path in (tmp_path / "tiles").iterdir()) == ["a_r1_c1.tif", "a_r1_c2.tif", "tiles.json"]
    index = json.loads((tmp_path / "tiles" / "tiles.json").read_text())
    assert index["tiles"][1] == {"file": "a_r1_c2.tif", "row": 0, "col": 45, "rows": 70, "cols": 45}
    assert reporter.named("result")[0]["values"]["n_tiles"] == 2


def test_several_rasters_get_a_folder_each(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    rasters = make_plain(tmp_path / "a.tif"), make_turned(tmp_path / "other" / "a.tif")

    divided(tmp_path / "tiles", *rasters, rows=1, columns=1)

    assert sorted(path.name for path in (tmp_path / "tiles").iterdir()) == ["a", "a-2"]
    assert said(joined(tmp_path / "tiles" / "a-2", tmp_path / "b.tif")) == said(rasters[1])
    with pytest.raises(TilesError, match=r"holds no tiles\.json") as caught:
        joined(tmp_path / "tiles", tmp_path / "c.tif")
    assert caught.value.hint == "Give one of the folders in it: a, a-2."


def test_a_grid_is_a_layer_of_the_tiles_outlines(tmp_path: Path) -> None:
    raster = make_turned(tmp_path / "a.tif")
    settings = DivideSettings(rasters=(raster,), grid=tmp_path / "grid.gpkg", rows=2, columns=3)

    tile(settings, reporter=SilentReporter(), stop=StopFlag())

    meta, _, shapes, fields = pyogrio.raw.read(tmp_path / "grid.gpkg")
    assert list(meta["fields"]) == ["raster", "row", "column", "width_px", "height_px"]
    assert [column.tolist()[4] for column in fields] == ["a.tif", 2, 2, 30, 35]
    outline = shapely.Polygon([TURNED * corner for corner in ((30, 35), (60, 35), (60, 70), (30, 70))])
    assert shapely.from_wkb(shapes)[4].normalize().equals_exact(outline.normalize(), 1e-6)
    assert not list(tmp_path.glob("*.tif.part"))


def test_a_grid_of_rasters_in_two_coordinate_systems_is_refused(tmp_path: Path) -> None:
    rasters = make_plain(tmp_path / "a.tif"), make_degrees(tmp_path / "b.tif")
    settings = DivideSettings(rasters=rasters, grid=tmp_path / "grid.gpkg")

    with pytest.raises(CrsError, match=r"a\.tif and b\.tif have different coordinate systems"):
        tile(settings, reporter=SilentReporter(), stop=StopFlag())


@pytest.mark.parametrize(
    "side, options, spans",
    [
        (8192, {}, (8, 1024)),  # about 1000 px where nothing is said
        (300, {}, (1, 300)),
        (100, {"rows": 3, "columns": 3}, (3, 34)),
        (100, {"rows": 3, "columns": 3, "overlap": 10}, (3, 43)),
        (100, {"rows": 200, "columns": 200}, (100, 1)),  # no tile is smaller than a pixel
        (100, {"tile_size": 40, "overlap": 10}, (3, 40)),
        (30, {"tile_size": 40}, (1, 30)),
    ],
)
def test_a_raster_is_divided_by_counts_or_by_size(side: int, options: dict[str, int], spans: tuple[int, int]) -> None:
    division = divide(Grid(None, NORTH_UP, side, side), **options)

    assert (len(division.row_spans), max(length for _, length in division.row_spans)) == spans
    assert division.row_spans == division.column_spans


def test_too_many_tiles_are_refused() -> None:
    with pytest.raises(UsageError, match="that would be 100000000 tiles"):
        divide(Grid(None, NORTH_UP, 10_000, 10_000), tile_size=1)


@pytest.mark.parametrize(
    "make, ending, why",
    [
        (make_turned, "png", "takes the last of 2 bands for alpha, and that of a.tif is none"),
        (make_masked, "png", "holds no mask, and a.tif has one"),
        (make_floats_with_nan, "png", "holds 1, 2, 3 or 4 bands of 8 or 16 bits, and a.tif has 2 of type float32"),
        (make_alpha, "jpg", "holds 1 or 3 bands of 8 bits, and a.tif has 4 of type uint8"),
        (make_palette, "jpg", "holds no color table, and a.tif has one"),
    ],
)
def test_a_format_that_cannot_hold_the_raster_is_refused(tmp_path: Path, make: Any, ending: str, why: str) -> None:
    with pytest.raises(OutputError, match=why):
        divided(tmp_path / "tiles", make(tmp_path / "a.tif"), format=ending)
    assert not (tmp_path / "tiles").exists()


def test_jpg_is_told_to_change_pixels(tmp_path: Path) -> None:
    reporter = divided(tmp_path / "tiles", make_plain(tmp_path / "a.tif"), format="jpg")

    assert [event["code"] for event in reporter.named("warning")] == ["tiles_lossy"]
    joined(tmp_path / "tiles", tmp_path / "b.tif")


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "tiles").mkdir()
    (tmp_path / "tiles" / "mine.txt").write_text("mine")

    with pytest.raises(OutputError, match="is not empty"):
        divided(tmp_path / "tiles", make_plain(tmp_path / "a.tif"))
    assert (tmp_path / "tiles" / "mine.txt").read_text() == "mine"


def test_a_grid_does_not_take_the_place_of_other_layers(tmp_path: Path) -> None:
    raster = make_plain(tmp_path / "a.tif")
    project = write_polygons(tmp_path / "강남 site.gpkg", [map_box(0, 0, 9, 9)], layer="areas")
    before = project.read_bytes()
    settings = DivideSettings(rasters=(raster,), grid=project)

    with pytest.raises(OutputError, match=r"강남 site\.gpkg holds other layers, which would be lost: areas"):
        tile(settings, reporter=SilentReporter(), stop=StopFlag())
    assert project.read_bytes() == before
    again = DivideSettings(rasters=(raster,), grid=tmp_path / "grid.gpkg")
    for _ in range(2):  # one's own is written anew
        tile(again, reporter=SilentReporter(), stop=StopFlag())


def test_rasters_of_two_coordinate_systems_are_told_before_a_tile_is_written(tmp_path: Path) -> None:
    other = write_raster(tmp_path / "b.tif", numbered_pixels(20, 20), crs="EPSG:32633")
    rasters = (make_plain(tmp_path / "a.tif"), other)
    settings = DivideSettings(rasters=rasters, grid=tmp_path / "grid.gpkg", output=tmp_path / "tiles")

    with pytest.raises(CrsError, match=r"a\.tif and b\.tif have different coordinate systems"):
        tile(settings, reporter=SilentReporter(), stop=StopFlag())
    assert not (tmp_path / "tiles").exists()


def test_a_tile_is_not_written_over_by_the_raster_of_it(tmp_path: Path) -> None:
    divided(tmp_path / "tiles", make_plain(tmp_path / "a.tif"), rows=1, columns=2)
    tile_path = tmp_path / "tiles" / "a_r1_c1.tif"
    before = tile_path.read_bytes()

    with pytest.raises(OutputError, match=r"a_r1_c1\.tif is also what is read, and would be lost"):
        joined(tmp_path / "tiles", tile_path)
    assert tile_path.read_bytes() == before


def test_nothing_is_left_when_it_is_stopped(tmp_path: Path) -> None:
    stop = StopFlag()
    stop.request()
    raster = make_plain(tmp_path / "a.tif")

    with pytest.raises(Stopped):
        settings = DivideSettings(rasters=(raster,), output=tmp_path / "tiles")
        tile(settings, reporter=SilentReporter(), stop=stop)
    assert [path.name for path in tmp_path.iterdir()] == ["a.tif"]


def spoil_missing(folder: Path) -> None:
    (folder / "a_r1_c2.tif").unlink()


def spoil_size(folder: Path) -> None:
    (folder / "a_r1_c2.tif").unlink()
    write_raster(folder / "a_r1_c2.tif", numbered_pixels(5, 5, 3))


def spoil_bands(folder: Path) -> None:
    (folder / "a_r1_c2.tif").unlink()
    write_raster(folder / "a_r1_c2.tif", numbered_pixels(70, 45))


def change_index(**values: Any) -> Any:
    def change(folder: Path) -> None:
        path = folder / "tiles.json"
        path.write_text(json.dumps({**json.loads(path.read_text()), **values}))

    return change


FIRST = {"file": "a_r1_c1.tif", "row": 0, "col": 0, "rows": 70, "cols": 45}


@pytest.mark.parametrize(
    "spoil, why",
    [
        (spoil_missing, r"the tile .*a_r1_c2.tif is missing"),
        (spoil_size, r"a_r1_c2.tif has 5 x 5 px and must have 45 x 70"),
        (spoil_bands, r"a_r1_c2.tif has 1 bands of type uint8, unlike the first tile with 3 of type uint8"),
        (lambda folder: (folder / "tiles.json").write_text("{"), "is damaged: JSONDecodeError"),
        (lambda folder: (folder / "tiles.json").write_text("[" * 100_000), "is damaged: RecursionError"),
        (change_index(format="other"), "its format is not deepseg-tiles"),
        (change_index(tiles=[]), "it names no tile"),
        (change_index(tiles=[FIRST]), "no tile in .* has the pixel in row 0, column 45"),
        (change_index(tiles=[{**FIRST, "file": "../a.tif"}]), r"'../a.tif' is no name of a file in the folder"),
        (change_index(tiles=[{**FIRST, "rows": 71}]), "rows is 71 and must be from 1 to 70"),
        (change_index(tiles=[{**FIRST, "col": -1}]), "col is -1 and must be from 0 to 89"),
        (change_index(rows=10**30), "rows is 1000000000000000000000000000000 and must be from 1"),
        (change_index(transform=[1, 2]), r"its transform is \[1, 2\]"),
    ],
)
def test_tiles_that_do_not_fit_are_told_and_nothing_is_written(tmp_path: Path, spoil: Any, why: str) -> None:
    divided(tmp_path / "tiles", make_plain(tmp_path / "a.tif"), rows=1, columns=2)
    spoil(tmp_path / "tiles")

    with pytest.raises(TilesError, match=why):
        joined(tmp_path / "tiles", tmp_path / "b.tif")
    assert not (tmp_path / "b.tif").exists()


def test_the_windows_of_a_division_cover_the_raster() -> None:
    division = divide(Grid(None, NORTH_UP, 70, 90), tile_size=32, overlap=5)

    covered = np.zeros((70, 90), bool)
    for _, _, window in division.tiles():
        covered[window.slices_in(Window(0, 0, 70, 90))] = True
    assert covered.all()
