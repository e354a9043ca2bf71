"""`cutouts` writes one picture per footprint, in its place, named safely, with an index; whole or not at all."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from PIL import Image
from shapely import box
from torchvision.datasets import ImageFolder

from engine.commands.cutouts import cutouts
from engine.domain.cutout_settings import CutoutsSettings, Framing
from engine.errors import CategoryFieldError, OutputError, Stopped
from engine.events import SilentReporter
from engine.stop import StopFlag
from tests.factories import NORTH_UP, UTM, map_box, numbered_pixels, write_polygons, write_raster

PLAIN = Framing(padding=0.0)
HOUSES = [map_box(5, 10, 8, 6), map_box(20, 30, 10, 10), map_box(30, 2, 4, 12)]


def cut(folder: Path, source: Path | str, *rasters: Path, **options: Any) -> SilentReporter:
    reporter = SilentReporter()
    options = {"framing": PLAIN, "output": folder, **options}
    cutouts(CutoutsSettings(footprints=str(source), rasters=rasters, **options), reporter=reporter, stop=StopFlag())
    return reporter


def index_of(folder: Path) -> list[dict[str, Any]]:
    return json.loads((folder / "index.json").read_text(encoding="utf-8"))["cutouts"]


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return write_raster(tmp_path / "city.tif", numbered_pixels(50, 60, 3))


def test_of_rasters_of_one_name_the_one_that_the_footprint_names_is_cut(tmp_path: Path) -> None:
    """As before and after, in two folders."""
    paths = []
    for year, value in (("2020", 10), ("2024", 200)):
        (tmp_path / year).mkdir()
        paths.append(write_raster(tmp_path / year / "city.tif", np.full((3, 50, 60), value, "uint8")))
    named = ["2024/city.tif", "2020/city.tif", "2024\\city.tif"]
    cut(tmp_path / "out", write_polygons(tmp_path / "a.gpkg", HOUSES[:1] * 3, raster=named), *paths)
    rows = sorted(index_of(tmp_path / "out"), key=lambda row: int(row["id"]))
    assert [row["raster"] for row in rows] == ["2024/city.tif", "2020/city.tif", "2024/city.tif"]
    values = []
    for row in rows:
        with rasterio.open(tmp_path / "out" / row["file"]) as picture:
            values.append(int(picture.read().max()))
    assert values == [200, 10, 200]


def test_an_empty_layer_gives_an_empty_index(tmp_path: Path, city: Path) -> None:
    source = write_polygons(tmp_path / "a.gpkg", [], category=[], geometry_type="Polygon")
    reporter = cut(tmp_path / "out", source, city)
    result = reporter.named("result")[0]["values"]
    assert (result["n_cutouts"], index_of(tmp_path / "out")) == (0, [])
    assert reporter.named("warning")[0]["message"].endswith("a.gpkg holds no polygon, so there is nothing to cut out")
    assert (tmp_path / "out" / "index.csv").read_text().startswith("id,category,file,raster,")


def test_each_picture_holds_the_pixels_below_its_polygon_in_their_place(tmp_path: Path, city: Path) -> None:
    source = write_polygons(tmp_path / "a.gpkg", HOUSES, category=["roof", "tree", "roof"])
    values = cut(tmp_path / "out", source, city).named("result")[0]["values"]
    assert values["per_category"] == {"roof": 2, "tree": 1}
    files = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.tif"))
    assert files == ["roof/roof_1.tif", "roof/roof_3.tif", "tree/tree_2.tif"]
    with rasterio.open(city) as whole, rasterio.open(tmp_path / "out" / "tree" / "tree_2.tif") as part:
        assert part.crs == whole.crs and part.bounds == HOUSES[1].bounds
        assert np.array_equal(part.read(), whole.read()[:, 20:30, 30:40])


def test_the_index_says_what_lies_where(tmp_path: Path, city: Path) -> None:
    source = write_polygons(tmp_path / "a.gpkg", HOUSES[:1], category=["roof"])
    cut(tmp_path / "out", source, city, framing=Framing(padding=0.0, padding_px=1))
    (row,) = csv.DictReader((tmp_path / "out" / "index.csv").open(encoding="utf-8"))
    assert row == {
        "id": "1",
        "category": "roof",
        "file": "roof/roof_1.tif",
        "raster": "city.tif",
        "crs": UTM,
        "x_min": "500010.0",
        "y_min": "5599987.0",
        "x_max": "500016.0",
        "y_max": "5599995.0",
        "width_px": "8",
        "height_px": "10",
        "angle_deg": "0.0",
        "scale": "1.0",
    }
    (entry,) = index_of(tmp_path / "out")
    assert np.array(entry["outline"][0])[:, 0].max() == 7 and np.array(entry["outline"][0])[:, 1].min() == 1


@pytest.mark.parametrize("format", ["tif", "png", "jpg"])
@pytest.mark.parametrize("is_masked", [False, True])
def test_torchvision_reads_the_folders_as_classes(tmp_path: Path, city: Path, format: str, is_masked: bool) -> None:
    source = write_polygons(tmp_path / "a.gpkg", HOUSES, category=["roof", "tree", "roof"])
    framing = Framing(size_px=32, is_square=True, is_upright=True)
    cut(tmp_path / "out", source, city, format=format, is_masked=is_masked, framing=framing)
    pictures = ImageFolder(str(tmp_path / "out"))
    assert pictures.classes == ["roof", "tree"]
    assert [label for _, label in pictures.samples] == [0, 0, 1]
    assert {picture.size for picture, _ in pictures} == {(32, 32)}


@pytest.mark.parametrize("format", ["png", "jpg"])
def test_pictures_lie_on_the_map_also_when_they_are_turned(tmp_path: Path, city: Path, format: str) -> None:
    source = write_polygons(tmp_path / "a.gpkg", HOUSES[2:], category=["roof"])
    cut(tmp_path / "out", source, city, format=format, framing=Framing(padding=0.0, is_upright=True))
    with rasterio.open(tmp_path / "out" / "roof" / f"roof_1.{format}") as picture:
        assert (picture.width, picture.height, picture.crs.to_epsg()) == (4, 12, 32632)
        corners = [picture.transform * corner for corner in ((0, 0), (4, 12))]
    x_min, y_min, x_max, y_max = HOUSES[2].bounds
    assert sorted(np.round(x, 6) for x, _ in corners) == [x_min, x_max]
    assert sorted(np.round(y, 6) for _, y in corners) == [y_min, y_max]
    # The world file alone says the same, to programs that know no other.
    lines = [float(line) for line in (tmp_path / "out" / "roof" / "roof_1.wld").read_text().split()]
    assert Affine(lines[0], lines[2], lines[4], lines[1], lines[3], lines[5]) * (-0.5, -0.5) == pytest.approx(
        corners[0]
    )


def test_names_from_the_file_stay_inside_the_folder(tmp_path: Path, city: Path) -> None:
    names = ["../../evil", "..", "a/b", "a_b", "CON", "지붕", None, "  "]
    boxes = [map_box(i, i, 3, 3) for i in range(len(names))]
    source = write_polygons(tmp_path / "a.gpkg", boxes, category=names)
    cut(tmp_path / "out", source, city)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.gpkg", "city.tif", "out"]
    folders = sorted(path.name for path in (tmp_path / "out").iterdir() if path.is_dir())
    assert folders == ["(none)", "CON_", "_", "_.._evil", "a_b", "a_b_2", "지붕"]
    assert {row["category"] for row in index_of(tmp_path / "out")} == {*names[:6], "(none)"}


def test_hidden_ground_is_transparent_or_nodata(tmp_path: Path) -> None:
    triangle = map_box(0, 0, 10, 10).difference(map_box(0, 5, 10, 5))
    source = write_polygons(tmp_path / "a.gpkg", [triangle], category=["roof"])
    square = Framing(padding=0.0, is_square=True)
    for name, values, options in (
        ("byte", np.full((3, 20, 20), 9, np.uint8), {}),
        ("nodata", np.full((1, 20, 20), 9, np.int16), {"nodata": -1}),
        ("real", np.full((1, 20, 20), 9, np.float32), {}),
        ("five", np.full((5, 20, 20), 9, np.int16), {}),
    ):
        raster = write_raster(tmp_path / f"{name}.tif", values, **options)
        cut(tmp_path / name, source, raster, framing=square, is_masked=True)
        with rasterio.open(tmp_path / name / "roof" / "roof_1.tif") as picture:
            assert picture.count == (4 if name == "byte" else len(values))
            shown = picture.dataset_mask() > 0
            assert shown.sum() == 50 and (picture.read(1)[shown] == 9).all()


def test_png_of_16_bits_is_brightened(tmp_path: Path) -> None:
    values = np.linspace(1000, 3000, 50 * 60).reshape(1, 50, 60).astype(np.uint16)
    raster = write_raster(tmp_path / "city.tif", values)
    source = write_polygons(tmp_path / "a.gpkg", [map_box(0, 0, 50, 60)], category=["all"])
    cut(tmp_path / "out", source, raster, format="png")
    picture = np.asarray(Image.open(tmp_path / "out" / "all" / "all_1.png"))
    assert (picture.dtype, picture.min(), picture.max()) == (np.uint8, 0, 255)
    assert json.loads((tmp_path / "out" / "index.json").read_text())["rasters"][0]["black"][0] > 1000


def test_the_raster_that_is_named_comes_before_the_one_that_shows_more(tmp_path: Path) -> None:
    left = write_raster(tmp_path / "left.tif", np.full((1, 20, 20), 1, np.uint8))
    right = write_raster(
        tmp_path / "right.tif", np.full((1, 20, 20), 2, np.uint8), transform=NORTH_UP * Affine.translation(15, 0)
    )
    boxes = [map_box(2, 16, 4, 4), map_box(2, 16, 4, 4), map_box(2, 10, 4, 8), map_box(2, 18, 4, 8)]
    source = write_polygons(tmp_path / "a.gpkg", boxes, category=["x"] * 4, raster=["right.tif", None, None, None])
    cut(tmp_path / "out", source, left, right)
    rasters = {row["id"]: row["raster"] for row in index_of(tmp_path / "out")}
    assert rasters == {1: "right.tif", 2: "left.tif", 3: "left.tif", 4: "right.tif"}


def test_another_coordinate_system_and_pixel_coordinates_find_their_place(tmp_path: Path, city: Path) -> None:
    import geopandas

    degrees = geopandas.GeoDataFrame({"category": ["roof"]}, geometry=[HOUSES[1]], crs=UTM).to_crs(4326)
    degrees.to_file(tmp_path / "a.geojson")
    cut(tmp_path / "out", tmp_path / "a.geojson", city)
    with rasterio.open(tmp_path / "out" / "roof" / "roof_1.tif") as part:
        assert abs(part.width - 10) <= 1 and abs(part.bounds.left - HOUSES[1].bounds[0]) <= 1
    photo = write_raster(tmp_path / "photo.tif", numbered_pixels(50, 60), crs=None, transform=None)
    source = write_polygons(tmp_path / "b.gpkg", [box(10, -15, 20, -5)], crs=None, category=["roof"])
    cut(tmp_path / "photos", source, photo)
    with rasterio.open(tmp_path / "photos" / "roof" / "roof_1.tif") as part:
        assert np.array_equal(part.read(1), numbered_pixels(50, 60)[0, 5:15, 10:20])


def test_rasters_without_a_place_keep_what_is_theirs(tmp_path: Path) -> None:
    photos = [
        write_raster(tmp_path / f"{name}.tif", numbered_pixels(50, 60), crs=None, transform=None) for name in "ab"
    ]
    boxes = [box(10, -15, 20, -5)] * 4
    source = write_polygons(
        tmp_path / "a.gpkg", boxes, crs=None, category=["x"] * 4, raster=["b.tif", "c.tif", "day/a.tif", None]
    )
    cut(tmp_path / "out", source, *photos)
    assert {row["id"]: row["raster"] for row in index_of(tmp_path / "out")} == {1: "b.tif", 3: "a.tif", 4: "a.tif"}
    cut(tmp_path / "one", source, photos[0])
    assert [row["id"] for row in index_of(tmp_path / "one")] == [3, 4]


def test_what_lies_on_no_raster_is_told(tmp_path: Path, city: Path) -> None:
    source = write_polygons(tmp_path / "a.gpkg", [HOUSES[0], map_box(500, 500, 5, 5), None], category=["x"] * 3)
    reporter = cut(tmp_path / "out", source, city)
    (warning,) = reporter.named("warning")
    assert warning["message"] == "polygons that lie on none of the rasters, or are empty, are left out: 2"
    assert len(index_of(tmp_path / "out")) == 1


def test_only_the_categories_asked_for_are_cut_out(tmp_path: Path, city: Path) -> None:
    source = write_polygons(tmp_path / "a.gpkg", HOUSES, kind=["roof", "tree", "pond"])
    cut(tmp_path / "out", source, city, category_field="kind", categories=("tree", "pond"))
    assert {row["category"] for row in index_of(tmp_path / "out")} == {"tree", "pond"}
    with pytest.raises(CategoryFieldError, match='no polygon of the category "car"') as error:
        cut(tmp_path / "cars", source, city, category_field="kind", categories=("car",))
    assert error.value.hint == 'It has "pond", "roof", "tree".'
    assert not (tmp_path / "cars").exists() and not list(tmp_path.glob(".*.part"))


def test_nothing_is_left_after_a_stop(tmp_path: Path, city: Path) -> None:
    source = write_polygons(tmp_path / "a.gpkg", HOUSES, category=["x"] * 3)
    stop = StopFlag()
    stop.request()
    with pytest.raises(Stopped):
        cutouts(
            CutoutsSettings(footprints=str(source), rasters=(city,), output=tmp_path / "out"),
            reporter=SilentReporter(),
            stop=stop,
        )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.gpkg", "city.tif"]


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, city: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    source = write_polygons(tmp_path / "a.gpkg", HOUSES[:1], category=["x"])
    with pytest.raises(OutputError, match="is not empty"):
        cut(tmp_path / "out", source, city)
    assert (tmp_path / "out" / "mine.txt").read_text() == "mine"
