"""Labels leave in the formats of other programs and come back with all that the format can hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import pytest
import rasterio
import shapely
import yaml
from affine import Affine
from pycocotools.coco import COCO

from engine.errors import LabelsOutsideError, OutputError, TooFewLabelsError, VectorOpenError
from engine.interchange.registry import FORMATS
from tests.engine.interchange.world import (
    BOX,
    DONUT,
    EAST,
    FAR,
    PAIR,
    Row,
    brought_in,
    categories,
    is_same,
    labels,
    on_screen,
    rasters,
    rows,
    taken_out,
)
from tests.factories import map_box, write_polygons, write_raster


def there_and_back(tmp_path: Path, name: str, output: str, **options: Any) -> list[Row]:
    images = rasters(tmp_path / "images")
    taken_out(labels(tmp_path / "in.gpkg"), tmp_path / output, name, images, **options)
    told = brought_in(tmp_path / output, tmp_path / "back.gpkg", images)
    assert told.result["format"] == name
    return sorted(rows(tmp_path / "back.gpkg"), key=lambda row: (row.category or "", -row.shape.area))


def shown(found: list[Row]) -> list[tuple[str | None, str | None]]:
    return [(row.category, row.raster) for row in found]


ALL = [("car", "b.tif"), ("roof", "a.tif"), ("roof", "a.tif"), ("tree", "a.tif")]


@pytest.mark.parametrize(
    "name, output",
    [
        ("coco", "c.json"),
        ("coco", "folder"),
        ("voc", "v"),
        ("labelme", "l"),
        ("raster", "r"),
        ("vector", "v.gpkg"),
        ("vector", "v.shp"),
    ],
)
def test_formats_that_hold_holes_and_parts_give_all_back(tmp_path: Path, name: str, output: str) -> None:
    car, donut, box, pair = there_and_back(tmp_path, name, output)
    assert shown([car, donut, box, pair]) == ALL
    for row, shape in ((car, FAR), (donut, DONUT), (box, BOX), (pair, PAIR)):
        assert is_same(row.shape, shape)


def test_geojson_gives_all_back_in_degrees(tmp_path: Path) -> None:
    found = there_and_back(tmp_path, "vector", "v.geojson")
    assert shown(found) == ALL and len(found[1].shape.geoms[0].interiors) == 1 and len(found[3].shape.geoms) == 2
    content = json.loads((tmp_path / "v.geojson").read_text())
    first = content["features"][0]["geometry"]["coordinates"]
    assert min(x for x, _ in first[0]) == pytest.approx(9.00007, abs=1e-6)  # 5 m east of the zone's middle
    assert shapely.LinearRing(first[0]).is_ccw and not shapely.LinearRing(first[1]).is_ccw


@pytest.mark.parametrize("output", ["v.json", "v.csv"])
def test_via_holds_holes_in_one_ring_and_parts_by_their_label(tmp_path: Path, output: str) -> None:
    car, donut, box, pair = there_and_back(tmp_path, "via", output)
    assert shown([car, donut, box, pair]) == ALL
    for row, shape in ((car, FAR), (donut, DONUT), (box, BOX), (pair, PAIR)):
        assert is_same(row.shape, shape)
    told = taken_out(tmp_path / "in.gpkg", tmp_path / "again.json", "via", tmp_path / "images")
    assert told.warnings["format_lost"].startswith(
        "VIA cannot hold everything as it is: labels with holes are written as one"
    )


def test_yolo_holds_holes_and_parts_in_one_ring(tmp_path: Path) -> None:
    car, donut, box, pair = there_and_back(tmp_path, "yolo", "y")
    assert shown([car, donut, box, pair]) == ALL
    for row, shape in ((car, FAR), (donut, DONUT), (box, BOX), (pair, PAIR)):
        assert is_same(row.shape, shape, within=1e-3)  # eight decimals of the sides
    told = taken_out(tmp_path / "in.gpkg", tmp_path / "z", "yolo", tmp_path / "images")
    assert told.result["lost"] == {
        "labels with holes or several parts are written as one ring, joined by lines without width": 2
    }


def test_a_row_that_ultralytics_has_joined_comes_apart(tmp_path: Path) -> None:
    # Written by convert_coco of Ultralytics 8.4.190 from the pair in a COCO file.
    row = (
        "2 0.1875 0.666667 0.1875 0.75 0.125 0.75 0.125 0.666667 0.1875 0.666667 0.25 0.666667 0.325 0.666667 0.325 "
        "0.75 0.25 0.75 0.25 0.666667"
    )
    (tmp_path / "y").mkdir()
    (tmp_path / "y" / "a.txt").write_text(row + "\n")
    (tmp_path / "y" / "classes.txt").write_text("car\nroof\ntree\n")
    brought_in(tmp_path / "y", tmp_path / "back.gpkg", rasters(tmp_path / "images"))
    (found,) = rows(tmp_path / "back.gpkg")
    assert found.category == "tree" and is_same(found.shape, PAIR, within=1e-2)


def test_a_raster_of_categories_parts_what_does_not_touch(tmp_path: Path) -> None:
    found = there_and_back(tmp_path, "raster", "r", pixels="category")
    assert [(row.category, row.shape.area) for row in found][-2:] == [("tree", 30), ("tree", 25)]
    with rasterio.open(tmp_path / "r" / "a.tif") as file:
        assert file.dtypes == ("uint8",) and file.crs.to_epsg() == 32632
        assert file.colormap(1)[2][:3] == (0xE6, 0x9F, 0x00) and file.read(1)[35, 55] == 2


def test_rasters_without_georeference_make_the_round_by_name(tmp_path: Path) -> None:
    images = rasters(tmp_path / "images", is_placed=False)
    square = on_screen(shapely.box(3, 4, 10, 12))
    source = write_polygons(
        tmp_path / "in.gpkg",
        [square, square, square],
        crs=None,
        category=["x", "y", "z"],
        raster=["a.tif", "b.tif", None],
    )
    told = taken_out(source, tmp_path / "c.json", "coco", images)
    assert told.warnings["labels_outside"] == "1 of 3 labels lie on none of the rasters"
    brought_in(tmp_path / "c.json", tmp_path / "back.gpkg", images)
    found = rows(tmp_path / "back.gpkg")
    assert shown(found) == [("x", "a.tif"), ("y", "b.tif")] and all(is_same(row.shape, square) for row in found)


@pytest.mark.parametrize("name", ["coco", "vector"])
def test_numbers_and_colors_of_categories_are_kept(tmp_path: Path, name: str) -> None:
    images = rasters(tmp_path / "images")
    source = write_polygons(
        tmp_path / "in.gpkg", [BOX, DONUT], category=["roof", "tree"], category_id=[40, 3], color=["#010203", None]
    )
    out = tmp_path / ("c.json" if name == "coco" else "v.gpkg")
    taken_out(source, out, name, images)
    brought_in(out, tmp_path / "back.gpkg", images)
    assert categories(tmp_path / "back.gpkg") == [("tree", "#56b4e9", 3), ("roof", "#010203", 40)]
    taken_out(f"{tmp_path / 'back.gpkg'}|labels", tmp_path / "again.json", "coco", images)
    kinds = json.loads((tmp_path / "again.json").read_text())["categories"]
    assert [(kind["id"], kind["name"], kind["color"]) for kind in kinds] == [
        (3, "tree", [86, 180, 233]),
        (40, "roof", [1, 2, 3]),
    ]


def test_pycocotools_finds_the_same_pixels(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    images = rasters(tmp_path / "images")
    taken_out(labels(tmp_path / "in.gpkg"), tmp_path / "c.json", "coco", images)
    coco = COCO(str(tmp_path / "c.json"))
    capsys.readouterr()
    areas = {each["id"]: int(coco.annToMask(each).sum()) for each in coco.loadAnns(coco.getAnnIds())}
    assert areas == {1: 375, 2: 55, 3: 120, 4: 100}
    assert [image["file_name"] for image in coco.loadImgs(coco.getImgIds())] == ["a.tif", "b.tif"]
    assert {each["area"] for each in coco.loadAnns(coco.getAnnIds())} == {375.0, 55.0, 120.0, 100.0}


def test_a_yolo_folder_is_laid_out_for_its_trainer(tmp_path: Path) -> None:
    images = rasters(tmp_path / "images")
    source = write_polygons(tmp_path / "in.gpkg", [BOX], category=["roof"])
    taken_out(source, tmp_path / "y", "yolo", images, copy_rasters=True)
    assert sorted(str(path.relative_to(tmp_path / "y")) for path in (tmp_path / "y").rglob("*.*")) == [
        "data.yaml",
        "images/train/a.tif",
        "images/train/b.tif",
        "labels/train/a.txt",
        "labels/train/b.txt",
    ]
    line = (tmp_path / "y" / "labels" / "train" / "a.txt").read_text()
    assert sorted(zip(*[iter(line.split()[1:])] * 2, strict=True)) == [
        ("0.625", "0.5"),
        ("0.625", "0.66666667"),
        ("0.775", "0.5"),
        ("0.775", "0.66666667"),
    ]
    assert (tmp_path / "y" / "labels" / "train" / "b.txt").read_text() == ""
    content = yaml.safe_load((tmp_path / "y" / "data.yaml").read_text())
    assert content == {"train": "images/train", "val": "images/train", "nc": 1, "names": {0: "roof"}}


def test_voc_masks_have_a_palette_and_their_lists(tmp_path: Path) -> None:
    images = rasters(tmp_path / "images")
    taken_out(labels(tmp_path / "in.gpkg"), tmp_path / "v", "voc", images)
    picture = PIL.Image.open(tmp_path / "v" / "SegmentationClass" / "a.png")
    assert picture.mode == "P" and picture.size == (80, 60) and np.array(picture)[35, 55] == 2
    assert picture.getpalette()[6:9] == [0xE6, 0x9F, 0x00]
    objects = PIL.Image.open(tmp_path / "v" / "SegmentationObject" / "a.png")
    assert objects.mode == "P" and sorted(np.unique(np.array(objects))) == [0, 1, 2, 3]
    assert objects.getpalette()[3:9] == [128, 0, 0, 0, 128, 0]
    assert (tmp_path / "v" / "ImageSets" / "Segmentation" / "train.txt").read_text() == "a\nb\n"
    assert "roof:230,159,0::" in (tmp_path / "v" / "labelmap.txt").read_text()
    assert not list((tmp_path / "v").rglob("*.aux.xml")) and not list((tmp_path / "v").rglob("*.tif"))


def test_what_lies_under_another_label_is_told(tmp_path: Path) -> None:
    source = write_polygons(
        tmp_path / "in.gpkg", [BOX, map_box(30, 50, 5, 5), map_box(1, 1, 0.2, 0.2)], category=["a", "b", "c"]
    )
    told = taken_out(source, tmp_path / "v", "voc", rasters(tmp_path / "images"))
    assert told.result["lost"] == {
        "labels have no pixel of their own, and are gone": 1,
        "pixels lie under more than one label; the smaller has them": 25,
    }


def test_more_objects_than_a_palette_has_are_kept_in_16_bits(tmp_path: Path) -> None:
    images = rasters(tmp_path / "images")
    squares = [map_box(2 * row, 2 * col, 1, 1) for row in range(20) for col in range(15)]
    told = taken_out(write_polygons(tmp_path / "in.gpkg", squares, category=["x"] * 300), tmp_path / "v", "voc", images)
    assert "more than 254 objects are written with 16 bits" in told.warnings["format_lost"]
    assert brought_in(tmp_path / "v", tmp_path / "back.gpkg", images).result["n_labels"] == 300


def test_labels_are_cut_at_the_edge_of_their_raster(tmp_path: Path) -> None:
    source = write_polygons(
        tmp_path / "in.gpkg", [map_box(-5, -5, 10, 10), map_box(500, 500, 5, 5)], category=["x", "x"]
    )
    told = taken_out(source, tmp_path / "c.json", "coco", rasters(tmp_path / "images"))
    (annotation,) = json.loads((tmp_path / "c.json").read_text())["annotations"]
    assert annotation["bbox"] == [0, 0, 5, 5]
    assert set(told.warnings) == {"labels_cut", "labels_outside"}


def test_labels_in_another_coordinate_system_are_reprojected(tmp_path: Path) -> None:
    images = rasters(tmp_path / "images")
    taken_out(labels(tmp_path / "in.gpkg"), tmp_path / "v.geojson", "vector", images)
    taken_out(tmp_path / "v.geojson", tmp_path / "c.json", "coco", images)
    areas = [each["area"] for each in json.loads((tmp_path / "c.json").read_text())["annotations"]]
    assert areas == pytest.approx([375, 55, 120, 100], abs=1)


def test_labels_that_name_none_of_several_rasters_without_georeference_are_told_how(tmp_path: Path) -> None:
    pixels = Affine(1, 0, 0, 0, -1, 0)
    (tmp_path / "images").mkdir()
    for name in ("가 1.tif", "나.tif"):
        write_raster(tmp_path / "images" / name, np.ones((1, 60, 80), np.uint8), crs=None, transform=None)
    source = write_polygons(tmp_path / "l.gpkg", [map_box(5, 5, 9, 9, pixels)], crs=None, category=["roof"])

    with pytest.raises(LabelsOutsideError) as caught:
        taken_out(source, tmp_path / "c.json", "coco", tmp_path / "images")
    assert "name each label's in a field raster" in (caught.value.hint or "")


def test_nothing_is_left_behind_when_no_label_lies_on_a_raster(tmp_path: Path) -> None:
    images = rasters(tmp_path / "images")
    source = write_polygons(tmp_path / "in.gpkg", [map_box(500, 500, 5, 5)], category=["x"])
    for name, output in (("coco", "c.json"), ("yolo", "y"), ("raster", "r")):
        with pytest.raises(LabelsOutsideError, match="none of the 1 labels"):
            taken_out(source, tmp_path / output, name, images)
    assert {path.name for path in tmp_path.iterdir()} == {"images", "in.gpkg"}


@pytest.mark.parametrize("output", ["c.json", "v.json"])
def test_rasters_of_one_name_are_told_apart_by_their_folder(tmp_path: Path, output: str) -> None:
    name = "coco" if output == "c.json" else "via"
    folders = [rasters(tmp_path / "north"), tmp_path / "south"]
    folders[1].mkdir()
    write_raster(folders[1] / "a.tif", np.zeros((1, 60, 80), np.uint8), transform=EAST)
    taken_out(labels(tmp_path / "in.gpkg"), tmp_path / output, name, *folders)
    brought_in(tmp_path / output, tmp_path / "back.gpkg", *folders)
    found = [row.shape for row in rows(tmp_path / "back.gpkg") if row.category == "car"]
    assert len(found) == 2 and all(is_same(shape, FAR) for shape in found)  # b.tif and south/a.tif show the same ground
    assert '"north/a.tif"' in (tmp_path / output).read_text() and '"b.tif"' in (tmp_path / output).read_text()


def test_what_cannot_be_exported_says_why(tmp_path: Path) -> None:
    images = rasters(tmp_path / "images")
    source = labels(tmp_path / "in.gpkg")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("")
    with pytest.raises(OutputError, match=r"the folder .*full is not empty"):
        taken_out(source, tmp_path / "full", "yolo", images)
    with pytest.raises(OutputError, match="is no place for YOLO labels") as caught:
        taken_out(source, tmp_path / "y.json", "yolo", images)
    assert caught.value.hint == "Give a folder as --output."
    with pytest.raises(OutputError, match=r"r\.tif holds the labels of one raster; 2 were given"):
        taken_out(source, tmp_path / "r.tif", "raster", images)
    with pytest.raises(ValueError, match="raster must be given"):
        taken_out(source, tmp_path / "c.json", "coco")
    empty = write_polygons(tmp_path / "empty.gpkg", [BOX], category=[None])
    with pytest.raises(TooFewLabelsError, match="holds no label with a category"):
        taken_out(empty, tmp_path / "c.json", "coco", images)


@pytest.mark.parametrize("name", ["yolo", "voc", "labelme", "coco", "raster"])
def test_a_folder_may_have_a_point_in_its_name(tmp_path: Path, name: str) -> None:
    output = tmp_path / "강남 v1.2" / "새 labels.v2"
    taken_out(labels(tmp_path / "in.gpkg"), output, name, rasters(tmp_path / "images"))

    assert output.is_dir() and any(path.is_file() for path in output.rglob("*"))


def test_neither_the_raster_nor_the_labels_are_written_over(tmp_path: Path) -> None:
    raster = write_raster(tmp_path / "site.tif", np.ones((1, 64, 64), np.uint8))
    source = labels(tmp_path / "in.gpkg")
    before = raster.read_bytes(), source.read_bytes()

    with pytest.raises(OutputError, match=r"site\.tif is also what is read, and would be lost"):
        taken_out(source, raster, "raster", raster)
    with pytest.raises(OutputError, match=r"in\.gpkg is also what is read"):
        taken_out(f"{source}|labels", source, "vector")
    with pytest.raises(OutputError, match=r"in\.gpkg is also what is read"):
        brought_in(source, source)

    assert (raster.read_bytes(), source.read_bytes()) == before


def test_a_project_keeps_its_other_layers(tmp_path: Path) -> None:
    source = labels(tmp_path / "in.gpkg")
    project = write_polygons(tmp_path / "site.gpkg", [BOX], layer="areas")
    before = project.read_bytes()

    with pytest.raises(OutputError, match=r"site\.gpkg holds other layers, which would be lost: areas"):
        taken_out(source, project, "vector")
    with pytest.raises(OutputError, match="would be lost: areas"):
        brought_in(source, project)
    assert project.read_bytes() == before
    for _ in range(2):  # one's own is written anew
        taken_out(source, tmp_path / "out.gpkg", "vector")


def test_a_layer_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    source = labels(tmp_path / "in.gpkg")

    with pytest.raises(VectorOpenError, match=r'in\.gpkg has no layer "nothing"') as caught:
        taken_out(f"{source}|nothing", tmp_path / "out.geojson", "vector")
    assert caught.value.hint == 'It has "in".'


def test_every_format_has_a_title_and_a_place() -> None:
    assert all(each.title and each.endings for each in FORMATS.values())
