"""What other programs wrote with their own code is read as it was meant; elsewhere/README.md says how it was made."""

from __future__ import annotations

import math
import shutil
from pathlib import Path

import pytest
import shapely

from tests.engine.interchange.world import BOX, DONUT, PAIR, Row, Told, brought_in, categories, is_same, rasters, rows
from tests.factories import map_box

ELSEWHERE = Path(__file__).with_name("elsewhere")
HIGHER_PAIR = shapely.MultiPolygon([map_box(40, 10, 5, 5), map_box(40, 20, 6, 6)])
CIRCLE_M2, ELLIPSE_M2 = math.pi * 25, math.pi * 18


def read(tmp_path: Path, name: str, **options: str) -> tuple[list[Row], Told]:
    told = brought_in(ELSEWHERE / name, tmp_path / "l.gpkg", rasters(tmp_path / "images"), **options)
    return rows(tmp_path / "l.gpkg"), told


@pytest.mark.parametrize(
    "name, kind",
    [("via_1.json", "roof"), ("via_1.csv", "roof"), ("via_2_project.json", "roof"), ("via_2.csv", "r")],
)
def test_via_1_and_2_keep_their_shapes_and_say_which_are_none(tmp_path: Path, name: str, kind: str) -> None:
    (box, rect, circle, ellipse), told = read(tmp_path, name)

    assert is_same(box.shape, BOX) and is_same(rect.shape, BOX) and box.category == kind
    assert circle.shape.area == pytest.approx(CIRCLE_M2, rel=0.01)
    assert ellipse.shape.area == pytest.approx(ELLIPSE_M2, rel=0.01)
    assert told.result["format"] == "via" and told.result["dropped"] == {"that are points or lines": 2}


def test_coco_of_via_2_has_its_circles_as_polygons(tmp_path: Path) -> None:
    (box, rect, circle, ellipse), told = read(tmp_path, "via_2_coco.json")

    assert is_same(box.shape, BOX) and (box.category, rect.category) == ("roof", "tree")
    assert circle.shape.area == pytest.approx(CIRCLE_M2, rel=0.01)
    assert ellipse.shape.area == pytest.approx(ELLIPSE_M2, rel=0.01)
    assert told.result["format"] == "coco" and told.result["dropped"] == {"with less than three points": 1}


def test_a_project_of_via_3_gives_the_regions_of_its_images(tmp_path: Path) -> None:
    found, told = read(tmp_path, "via_3_project.json")

    box, rect, ellipse, around, through, circle = found
    assert is_same(box.shape, BOX) and is_same(rect.shape, BOX) and is_same(around.shape, BOX)
    assert circle.raster == "b.tif" and circle.shape.area == pytest.approx(CIRCLE_M2, rel=0.01)
    assert ellipse.shape.area == pytest.approx(ELLIPSE_M2, rel=0.01)
    assert through.shape.area == pytest.approx(CIRCLE_M2, rel=0.01)
    assert through.shape.centroid.equals_exact(shapely.Point(500_040, 5_599_970), 1e-6)
    assert [row.category for row in found] == ["roof", "tree", "roof", "roof", "roof", "roof"]
    assert [name for name, _, _ in categories(tmp_path / "l.gpkg")] == ["roof", "tree"]
    assert told.result["format"] == "via" and told.result["n_images"] == 2


def test_what_a_project_of_via_3_says_of_videos_and_whole_images_is_counted(tmp_path: Path) -> None:
    _, told = read(tmp_path, "via_3_project.json")

    assert told.result["dropped"] == {
        "that are points or lines": 3,
        "that describe a whole image or a stretch of time": 2,
        "of a video or of no image at all": 1,
        "of a view of several images": 1,
    }
    assert "(such as region 1 of clip.mp4)" in told.warnings["labels_dropped"]


def test_coco_that_went_through_via_3_keeps_its_categories(tmp_path: Path) -> None:
    (box, rect, circle, _), _ = read(tmp_path, "via_3_from_coco.json")

    assert is_same(box.shape, BOX) and (box.category, rect.category) == ("roof", "tree")
    assert circle.shape.area == pytest.approx(CIRCLE_M2, rel=0.01)


def test_of_labelme_all_that_has_an_area_becomes_a_polygon(tmp_path: Path) -> None:
    (polygon, rectangle, turned, circle, mask, pair), told = read(tmp_path, "labelme.json")

    assert all(is_same(row.shape, BOX) for row in (polygon, rectangle, turned))
    assert circle.shape.area == pytest.approx(CIRCLE_M2, rel=0.01)
    assert is_same(mask.shape, DONUT) and is_same(pair.shape, PAIR)
    assert pair.category == "tree" and len(pair.shape.geoms) == 2
    assert told.result["format"] == "labelme" and told.result["dropped"] == {"that are points or lines": 4}


def test_what_ultralytics_found_comes_with_its_score(tmp_path: Path) -> None:
    folder = tmp_path / "labels"
    folder.mkdir()
    shutil.copyfile(ELSEWHERE / "ultralytics.txt", folder / "a.txt")
    (folder / "classes.txt").write_text("car\nroof\ntree\n")
    brought_in(folder, tmp_path / "l.gpkg", rasters(tmp_path / "images"))

    box, pair = rows(tmp_path / "l.gpkg")
    assert (box.category, box.values["score"]) == ("roof", 0.75) and (pair.category, pair.values["score"]) == (
        "tree",
        0.5,
    )
    assert is_same(
        box.shape, map_box(30, 50, 9, 11), within=1e-3
    )  # it draws through the middle of the outermost pixels
    assert len(pair.shape.geoms) == 2


def test_a_kml_of_ogr2ogr_keeps_holes_and_parts(tmp_path: Path) -> None:
    told = brought_in(ELSEWHERE / "ogr2ogr.kml", tmp_path / "l.gpkg")

    roof, tree = rows(tmp_path / "l.gpkg")
    assert (roof.category, tree.category) == ("roof", "tree")
    assert len(shapely.get_parts(roof.shape)[0].interiors) == 1 and len(tree.shape.geoms) == 2
    assert told.result["dropped"] == {"without a polygon": 1}


def test_voc_masks_of_datumaro_have_their_colors_from_the_palette(tmp_path: Path) -> None:
    (donut, pair), told = read(tmp_path, "datumaro_voc")

    assert told.result["format"] == "voc" and not told.result["dropped"]
    assert is_same(donut.shape, DONUT) and (donut.category, donut.values["label_id"]) == ("roof", 1)
    assert is_same(pair.shape, HIGHER_PAIR) and (pair.category, pair.values["label_id"]) == ("tree", 2)


def test_coco_of_datumaro_keeps_masks_and_polygons(tmp_path: Path) -> None:
    (donut, pair, box), told = read(tmp_path, "datumaro_coco.json")

    assert told.result["format"] == "coco" and not told.result["dropped"]
    assert is_same(donut.shape, DONUT) and is_same(pair.shape, HIGHER_PAIR) and is_same(box.shape, BOX)
    assert [row.category for row in (donut, pair, box)] == ["roof", "tree", "roof"]
    assert [row.values["crowd"] for row in (donut, pair, box)] == [1, 1, 0]  # it writes run lengths for groups only
