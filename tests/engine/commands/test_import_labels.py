"""Labels of other programs land on the map, on the rasters that they were drawn on."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import pytest
import shapely
from affine import Affine
from pycocotools import mask as coco_mask

from engine.commands.import_labels import import_labels
from engine.domain.label_interchange_settings import ImportLabelsSettings
from engine.errors import CategoryFieldError, CrsError, ImagesUnmatchedError, LabelFileError, OutputError, Stopped
from engine.events import SilentReporter
from engine.stop import StopFlag
from tests.engine.interchange.world import (
    BOX,
    DONUT,
    EAST,
    FAR,
    PAIR,
    brought_in,
    categories,
    crs_of,
    is_same,
    on_screen,
    rasters,
    rows,
    write_json,
)
from tests.factories import UTM, map_box, write_polygons, write_raster

BOX_PX = [50, 30, 62, 30, 62, 40, 50, 40]  # where BOX lies, x and y in turns


def coco(**members: Any) -> dict[str, Any]:
    return {
        "images": [{"id": 7, "file_name": "train/a.png", "width": 80, "height": 60}],
        "annotations": [{"id": 3, "image_id": 7, "category_id": 2, "segmentation": [BOX_PX], "iscrowd": 0}],
        "categories": [{"id": 2, "name": "roof"}, {"id": 9, "name": "tree", "color": [255, 0, 16]}],
        **members,
    }


def test_a_polygon_of_coco_lies_on_its_raster(tmp_path: Path) -> None:
    source = write_json(tmp_path / "c.json", coco())
    told = brought_in(source, tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    (row,) = rows(tmp_path / "l.gpkg")
    assert is_same(row.shape, BOX) and (row.category, row.raster) == ("roof", "a.tif")
    assert (row.values["category_id"], row.values["label_id"], row.values["crowd"]) == (2, 3, 0)
    assert crs_of(tmp_path / "l.gpkg") == UTM
    assert categories(tmp_path / "l.gpkg") == [("roof", "#56b4e9", 2), ("tree", "#ff0010", 9)]
    assert told.result["format"] == "coco" and told.result["n_labels"] == 1
    assert told.result["rasters_unmatched"] == ["b.tif"] and "rasters_unmatched" in told.warnings


def test_members_of_coco_may_come_in_any_order(tmp_path: Path) -> None:
    content = coco()
    source = write_json(tmp_path / "c.json", {name: content[name] for name in ("annotations", "categories", "images")})
    brought_in(source, tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    assert len(rows(tmp_path / "l.gpkg")) == 1


def test_masks_of_coco_keep_holes_and_parts(tmp_path: Path) -> None:
    mask = np.zeros((60, 80), np.uint8)
    mask[5:25, 5:25] = 1
    mask[10:15, 10:15] = 0
    packed = coco_mask.encode(np.asfortranarray(mask))
    pair = np.zeros((60, 80), np.uint8)
    pair[40:45, 10:15] = pair[40:45, 20:26] = 1
    flat = pair.flatten("F")
    changes = np.flatnonzero(np.diff(np.concatenate([[0], flat, [1 - flat[-1]]])))
    runs = np.diff(np.concatenate([[0], changes])).tolist()
    annotations = [
        {
            "id": 1,
            "image_id": 7,
            "category_id": 2,
            "segmentation": {"size": [60, 80], "counts": packed["counts"].decode()},
        },
        {"id": 2, "image_id": 7, "category_id": 9, "segmentation": {"size": [60, 80], "counts": runs}, "iscrowd": 1},
    ]
    source = write_json(tmp_path / "c.json", coco(annotations=annotations))
    brought_in(source, tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    donut, pair_row = rows(tmp_path / "l.gpkg")
    assert is_same(donut.shape, DONUT) and is_same(pair_row.shape, PAIR)
    assert pair_row.values["crowd"] == 1


def test_a_folder_of_coco_files_is_one_set_of_labels(tmp_path: Path) -> None:
    write_json(tmp_path / "in" / "one.json", coco())
    other = coco(images=[{"id": 7, "file_name": "b.tif"}], categories=[{"id": 2, "name": "tree"}])
    write_json(tmp_path / "in" / "two.json", other)
    told = brought_in(tmp_path / "in", tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    assert [(row.category, row.raster) for row in rows(tmp_path / "l.gpkg")] == [("roof", "a.tif"), ("tree", "b.tif")]
    assert not told.warnings


def test_labels_of_a_picture_of_another_size_are_scaled(tmp_path: Path) -> None:
    content = coco(images=[{"id": 7, "file_name": "a.jpg", "width": 40, "height": 30}])
    content["annotations"][0]["segmentation"] = [[value / 2 for value in BOX_PX]]
    told = brought_in(write_json(tmp_path / "c.json", content), tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    assert is_same(rows(tmp_path / "l.gpkg")[0].shape, BOX) and "labels_scaled" in told.warnings


def test_a_box_without_outline_becomes_a_rectangle(tmp_path: Path) -> None:
    content = coco(annotations=[{"id": 1, "image_id": 7, "category_id": 2, "bbox": [50, 30, 12, 10]}])
    told = brought_in(write_json(tmp_path / "c.json", content), tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    assert is_same(rows(tmp_path / "l.gpkg")[0].shape, BOX)
    assert "1 have no outline and become rectangles" in told.warnings["labels_changed"]


def test_without_rasters_labels_keep_the_pixels_of_their_images(tmp_path: Path) -> None:
    brought_in(write_json(tmp_path / "c.json", coco()), tmp_path / "l.geojson")
    (row,) = rows(tmp_path / "l.geojson")
    assert is_same(row.shape, on_screen(shapely.box(50, 30, 62, 40))) and row.raster == "train/a.png"


def test_rasters_without_georeference_get_pixel_coordinates(tmp_path: Path) -> None:
    images = rasters(tmp_path / "images", is_placed=False)
    brought_in(write_json(tmp_path / "c.json", coco()), tmp_path / "l.gpkg", images)
    (row,) = rows(tmp_path / "l.gpkg")
    assert is_same(row.shape, on_screen(shapely.box(50, 30, 62, 40))) and row.raster == "a.tif"
    assert crs_of(tmp_path / "l.gpkg") is None


def test_rasters_with_and_without_place_do_not_mix(tmp_path: Path) -> None:
    images = rasters(tmp_path / "images")
    write_raster(images / "p.tif", np.zeros((1, 60, 80), np.uint8), crs=None, transform=None)
    content = coco(images=[{"id": 7, "file_name": "p.tif"}])
    with pytest.raises(CrsError, match=r"p\.tif has no coordinate system"):
        brought_in(write_json(tmp_path / "c.json", content), tmp_path / "l.gpkg", images)
    assert not (tmp_path / "l.gpkg").exists()


def test_rasters_in_other_coordinate_systems_are_reprojected(tmp_path: Path) -> None:
    images = rasters(tmp_path / "images")
    write_raster(
        images / "c.tif", np.zeros((1, 60, 80), np.uint8), crs="EPSG:4326", transform=Affine(1e-5, 0, 9, 0, -1e-5, 50)
    )
    content = coco(images=[{"id": 7, "file_name": "c.tif"}])
    brought_in(write_json(tmp_path / "c.json", content), tmp_path / "l.gpkg", images)
    (row,) = rows(tmp_path / "l.gpkg")
    assert row.shape.centroid.x == pytest.approx(500_040.1, abs=0.5)  # longitude 9 is the zone's middle


def test_images_that_are_not_there_are_told(tmp_path: Path) -> None:
    content = coco()
    content["images"].append({"id": 8, "file_name": "gone.png"})
    content["annotations"].append({"id": 4, "image_id": 8, "category_id": 2, "segmentation": [BOX_PX]})
    told = brought_in(write_json(tmp_path / "c.json", content), tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    assert told.warnings["images_unmatched"] == (
        "1 image with 1 label left out, because the raster is not there: gone.png (no raster has this name)"
    )
    assert told.result["images_unmatched"] == ["gone.png"] and told.result["n_dropped"] == 1


def test_no_image_at_all_is_an_error(tmp_path: Path) -> None:
    content = coco(images=[{"id": 7, "file_name": "gone.png"}])
    with pytest.raises(ImagesUnmatchedError, match=r"none of the 1 images .* gone\.png: no raster has this name"):
        brought_in(write_json(tmp_path / "c.json", content), tmp_path / "l.gpkg", rasters(tmp_path / "images"))


def yolo(folder: Path, text: str, yaml: str = "names:\n  0: roof\n  1: tree\n") -> Path:
    (folder / "labels" / "train").mkdir(parents=True)
    (folder / "labels" / "train" / "A.txt").write_text(text)
    (folder / "data.yaml").write_text("path: ../elsewhere\ntrain: images/train\n" + yaml)
    return folder


@pytest.mark.parametrize(
    "names", ["names:\n  0: roof\n  1: tree\n", "names: [roof, tree]\n", "names:\n- roof\n- tree\n"]
)
def test_yolo_shares_become_pixels(tmp_path: Path, names: str) -> None:
    numbers = " ".join(str(value / side) for value, side in zip(BOX_PX, [80, 60] * 4, strict=True))
    folder = yolo(tmp_path / "y", f"0 {numbers}\n\n1 0.5 0.5 0.25 0.5\n0 {numbers} 0.75\n", names)
    told = brought_in(folder, tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    roof, tree, scored = rows(tmp_path / "l.gpkg")
    assert told.result["format"] == "yolo"
    assert is_same(roof.shape, BOX) and (roof.category, roof.values["category_id"]) == ("roof", 0)
    assert is_same(tree.shape, map_box(15, 30, 30, 20)) and tree.category == "tree"
    assert scored.values["score"] == 0.75 and is_same(scored.shape, BOX)


def test_yolo_without_names_numbers_its_categories(tmp_path: Path) -> None:
    folder = yolo(tmp_path / "y", "3 0 0 1 0 1 1\n", "")
    told = brought_in(folder, tmp_path / "l.gpkg", rasters(tmp_path / "images"), format="yolo")
    assert rows(tmp_path / "l.gpkg")[0].category == "category 3"
    assert "a category that the folder does not name (such as number 3)" in told.warnings["labels_changed"]


def test_yolo_needs_the_rasters(tmp_path: Path) -> None:
    with pytest.raises(ImagesUnmatchedError, match="its size is not known without its raster"):
        brought_in(yolo(tmp_path / "y", "0 0 0 1 0 1 1\n"), tmp_path / "l.gpkg")


def labelme(*shapes: dict[str, Any], **members: Any) -> dict[str, Any]:
    content = {"version": "5.5.0", "flags": {}, "shapes": list(shapes), "imagePath": "..\\images\\a.jpg"}
    return {**content, "imageData": None, "imageHeight": 60, "imageWidth": 80, **members}


def points(*pairs: tuple[float, float], kind: str = "polygon", name: str = "roof", **more: Any) -> dict[str, Any]:
    return {"label": name, "points": [list(pair) for pair in pairs], "shape_type": kind, "group_id": None, **more}


def png(mask: np.ndarray) -> str:
    stream = io.BytesIO()
    PIL.Image.fromarray(mask).save(stream, format="PNG")
    return base64.b64encode(stream.getvalue()).decode()


def test_shapes_of_labelme_become_polygons(tmp_path: Path) -> None:
    mask = np.zeros((20, 20), np.uint8)
    mask[:] = 255
    mask[5:10, 5:10] = 0
    content = labelme(
        points((50, 30), (62, 30), (62, 40), (50, 40)),
        points((62, 40), (50, 30), kind="rectangle"),
        points((40, 30), (43, 34), kind="circle"),
        points((5, 5), (24, 24), kind="mask", mask=png(mask)),
        points((10, 40), (15, 40), (15, 45), (10, 45), name="tree", group_id=4),
        points((20, 40), (26, 40), (26, 45), (20, 45), name="tree", group_id=4),
        points((1, 1), kind="point"),
    )
    told = brought_in(write_json(tmp_path / "a.json", content), tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    found = [row.shape for row in rows(tmp_path / "l.gpkg")]
    assert told.result["format"] == "labelme" and len(found) == 5
    assert is_same(found[0], BOX) and is_same(found[1], BOX)
    assert found[2].area == pytest.approx(np.pi * 25, rel=0.01) and found[2].centroid.y == pytest.approx(5_599_970)
    assert is_same(found[3], DONUT) and is_same(found[4], PAIR)
    assert "1 that are points or lines (such as shape 7 of" in told.warnings["labels_dropped"]


def test_a_folder_of_labelme_files_may_hold_other_json(tmp_path: Path) -> None:
    write_json(tmp_path / "in" / "a.json", labelme(points((50, 30), (62, 30), (62, 40), (50, 40))))
    write_json(tmp_path / "in" / "settings.json", {"x": 1})
    told = brought_in(tmp_path / "in", tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    assert told.result["n_labels"] == 1 and "settings.json" in told.warnings["labels_dropped"]


def via_regions() -> list[dict[str, Any]]:
    xs, ys = BOX_PX[::2], BOX_PX[1::2]
    shapes = [
        {"name": "polygon", "all_points_x": xs, "all_points_y": ys},
        {"name": "rect", "x": 50, "y": 30, "width": 12, "height": 10},
        {"name": "circle", "cx": 40, "cy": 30, "r": 5},
        {"name": "ellipse", "cx": 40, "cy": 30, "rx": 6, "ry": 3, "theta": np.pi / 2},
        {"name": "polyline", "all_points_x": xs, "all_points_y": ys},
    ]
    return [{"shape_attributes": shape, "region_attributes": {"class": "1", "note": ""}} for shape in shapes]


def check_via(output: Path, told: Any) -> None:
    box, rect, circle, ellipse = rows(output)
    assert is_same(box.shape, BOX) and is_same(rect.shape, BOX)
    assert circle.shape.area == pytest.approx(np.pi * 25, rel=0.01)
    assert ellipse.shape.area == pytest.approx(np.pi * 18, rel=0.01)
    x_min, y_min, x_max, y_max = ellipse.shape.bounds
    assert (x_max - x_min, y_max - y_min) == pytest.approx((6, 12), rel=0.01)
    assert "1 that are points or lines" in told.warnings["labels_dropped"]


def test_a_project_of_via_keeps_what_people_see_of_its_options(tmp_path: Path) -> None:
    image = {"filename": "a.png", "size": 123, "regions": via_regions(), "file_attributes": {}}
    content = {
        "_via_settings": {"core": {}},
        "_via_img_metadata": {"a.png123": image},
        "_via_attributes": {
            "region": {"class": {"type": "dropdown", "options": {"1": "roof", "2": "tree"}}},
            "file": {},
        },
    }
    told = brought_in(write_json(tmp_path / "v.json", content), tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    check_via(tmp_path / "l.gpkg", told)
    assert {row.category for row in rows(tmp_path / "l.gpkg")} == {"roof"}
    assert [name for name, _, _ in categories(tmp_path / "l.gpkg")] == ["roof", "tree"]


def test_annotations_of_via_1_have_regions_by_number(tmp_path: Path) -> None:
    regions = {str(n): region for n, region in enumerate(via_regions())}
    source = write_json(tmp_path / "v.json", {"a.png123": {"filename": "a.png", "size": 123, "regions": regions}})
    told = brought_in(source, tmp_path / "l.gpkg", rasters(tmp_path / "images"), category_field="class")
    check_via(tmp_path / "l.gpkg", told)
    assert {row.category for row in rows(tmp_path / "l.gpkg")} == {"1"}


def test_csv_of_via_is_read_row_by_row(tmp_path: Path) -> None:
    head = "filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes"
    lines = [head]
    for n, region in enumerate(via_regions()):
        cells = [json.dumps(region[name]).replace('"', '""') for name in ("shape_attributes", "region_attributes")]
        lines.append(f'a.png,123,"{{}}",5,{n},"{cells[0]}","{cells[1]}"')
    lines.append('b.png,123,"{}",0,0,"{}","{}"')
    (tmp_path / "v.csv").write_text("\n".join(lines))
    told = brought_in(tmp_path / "v.csv", tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    check_via(tmp_path / "l.gpkg", told)
    assert told.result["n_images"] == 2 and "rasters_unmatched" not in told.warnings


def test_an_attribute_that_is_not_there_lists_those_that_are(tmp_path: Path) -> None:
    source = write_json(tmp_path / "v.json", {"a": {"filename": "a.png", "size": 1, "regions": via_regions()}})
    with pytest.raises(CategoryFieldError, match='have no attribute "color"') as caught:
        brought_in(source, tmp_path / "l.gpkg", category_field="color")
    assert caught.value.hint == "They have class, note."


def voc(folder: Path, *, colors: bool = False) -> Path:
    """Write masks of a donut, a pair and a box that touches the pair's second part, with void around the donut."""
    classes, objects = np.zeros((60, 80), np.uint8), np.zeros((60, 80), np.uint8)
    classes[4:26, 4:26] = objects[4:26, 4:26] = 255
    classes[5:25, 5:25], objects[5:25, 5:25] = 1, 1
    classes[10:15, 10:15] = objects[10:15, 10:15] = 0
    classes[40:45, 10:15] = classes[40:45, 20:26] = 2
    objects[40:45, 10:15] = objects[40:45, 20:26] = 2
    classes[40:45, 26:30], objects[40:45, 26:30] = 2, 3
    palette = [0, 0, 0, 128, 0, 0, 0, 128, 0, 128, 128, 0] + [0] * 756
    for name, values in (("SegmentationClass", classes), ("SegmentationObject", objects)):
        (folder / name).mkdir(parents=True)
        picture = PIL.Image.fromarray(values, mode="P")
        picture.putpalette(palette)
        picture = picture.convert("RGB") if colors else picture
        picture.save(folder / name / "a.png")
    return folder


def test_masks_of_voc_become_a_label_per_object(tmp_path: Path) -> None:
    told = brought_in(voc(tmp_path / "VOC"), tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    donut, pair, box = rows(tmp_path / "l.gpkg")
    assert told.result["format"] == "voc"
    assert is_same(donut.shape, DONUT) and (donut.category, donut.values["category_id"]) == ("aeroplane", 1)
    assert donut.values["color"] == "#800000"
    assert is_same(pair.shape, PAIR) and is_same(box.shape, map_box(40, 26, 5, 4)) and box.category == "bicycle"


def test_masks_of_voc_without_objects_become_a_label_per_piece(tmp_path: Path) -> None:
    folder = voc(tmp_path / "in" / "VOC2012")
    (folder / "SegmentationObject" / "a.png").unlink()
    (folder / "class_names.txt").write_text("__ignore__\n_background_\nroof\ntree\n")
    told = brought_in(tmp_path / "in", tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    assert sorted((row.category or "", row.shape.area) for row in rows(tmp_path / "l.gpkg")) == [
        ("roof", 375.0),
        ("tree", 25.0),
        ("tree", 50.0),
    ]
    assert "no picture of objects" in told.warnings["labels_changed"]


def test_masks_in_colors_are_read_with_their_label_map(tmp_path: Path) -> None:
    folder = voc(tmp_path / "VOC", colors=True)
    with pytest.raises(LabelFileError, match=r"stores colors, and there is no labelmap\.txt"):
        brought_in(folder, tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    (folder / "labelmap.txt").write_text("# name:color\nbackground:0,0,0::\nroof:128,0,0::\ntree:0,128,0::\n")
    brought_in(folder, tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    found = [(row.category, row.values["color"]) for row in rows(tmp_path / "l.gpkg")]
    assert found == [("roof", "#800000"), ("tree", "#008000"), ("tree", "#008000")]


def test_polygons_of_a_layer_stay_where_they_are(tmp_path: Path) -> None:
    source = write_polygons(
        tmp_path / "in.gpkg", [DONUT, PAIR, FAR, None], Klass=["a", "b", "b", "c"], label=[1, 2, 3, 4]
    )
    told = brought_in(source, tmp_path / "l.gpkg", rasters(tmp_path / "images"), category_field="klass")
    found = rows(tmp_path / "l.gpkg")
    assert [(row.category, row.raster) for row in found] == [("a", "a.tif"), ("b", "a.tif"), ("b", "b.tif")]
    assert is_same(found[0].shape, DONUT) and is_same(found[1].shape, PAIR)
    assert "1 without a polygon" in told.warnings["labels_dropped"]


def test_a_layer_without_a_field_for_the_category_gets_one(tmp_path: Path) -> None:
    source = write_polygons(tmp_path / "in.shp", [BOX], number=[5])
    told = brought_in(source, tmp_path / "one.gpkg")
    assert "labels_without_category" in told.warnings and rows(tmp_path / "one.gpkg")[0].category is None
    brought_in(source, tmp_path / "two.gpkg", category="roof")
    assert rows(tmp_path / "two.gpkg")[0].category == "roof"
    with pytest.raises(CategoryFieldError, match='has no field "kind"'):
        brought_in(source, tmp_path / "l.gpkg", category_field="kind")


def numbers(path: Path, *, place: Any = EAST, crs: str | None = UTM, dtype: str = "int32") -> Path:
    values = np.zeros((1, 50, 50), dtype)
    values[0, 5:15, 5:15] = 7
    values[0, 30:34, 5:15] = 7
    values[0, 5:15, 15:20] = 9
    return write_raster(path, values, transform=place, crs=crs)


@pytest.mark.parametrize("dtype", ["int32", "uint16", "uint32", "float32"])
def test_a_raster_of_labels_gives_one_label_per_number(tmp_path: Path, dtype: str) -> None:
    (tmp_path / "masks").mkdir()
    source = numbers(tmp_path / "masks" / "b.tif", dtype=dtype)
    told = brought_in(source, tmp_path / "l.gpkg", rasters(tmp_path / "images"), category="roof")
    seven, nine = sorted(rows(tmp_path / "l.gpkg"), key=lambda row: row.values["label_id"])
    assert told.result["format"] == "raster" and (seven.raster, nine.raster) == ("b.tif", "b.tif")
    assert (seven.values["label_id"], seven.shape.area) == (7, 140)
    assert nine.values["label_id"] == 9 and is_same(nine.shape, map_box(5, 15, 10, 5, EAST))


def test_a_raster_of_categories_gives_one_label_per_piece(tmp_path: Path) -> None:
    source = numbers(tmp_path / "b.png", dtype="uint8", place=None, crs=None)
    (tmp_path / "b.csv").write_text("value,category,category_id,color\n7,roof,3,#112233\n9,tree,4,\n")
    brought_in(source, tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    found = sorted((row.category or "", row.values["color"], row.shape.area) for row in rows(tmp_path / "l.gpkg"))
    assert found == [("roof", "#112233", 40), ("roof", "#112233", 100), ("tree", None, 50)]


def test_a_raster_knows_itself_where_its_labels_lie(tmp_path: Path) -> None:
    brought_in(numbers(tmp_path / "mask.tif"), tmp_path / "l.gpkg", pixels="category")
    found = rows(tmp_path / "l.gpkg")
    assert {row.category for row in found} == {"category 7", "category 9"} and crs_of(tmp_path / "l.gpkg") == UTM
    assert shapely.union_all([row.shape for row in found]).bounds == (500_105, 5_599_966, 500_120, 5_599_995)


def test_outlines_that_cross_themselves_are_repaired(tmp_path: Path) -> None:
    bow = [0, 0, 10, 10, 10, 0, 0, 10]
    flat = [0, 0, 5, 5, 10, 10]
    content = coco(
        annotations=[
            {"id": 1, "image_id": 7, "category_id": 2, "segmentation": [bow]},
            {"id": 2, "image_id": 7, "category_id": 2, "segmentation": [flat]},
        ]
    )
    told = brought_in(write_json(tmp_path / "c.json", content), tmp_path / "l.gpkg", rasters(tmp_path / "images"))
    (row,) = rows(tmp_path / "l.gpkg")
    assert row.shape.is_valid and row.shape.area == 50
    assert (
        "1 crossed themselves" in told.warnings["labels_changed"]
        and "1 without an area" in told.warnings["labels_dropped"]
    )


def test_it_stops_when_asked_and_leaves_nothing(tmp_path: Path) -> None:
    stop = StopFlag()
    stop.request()
    settings = ImportLabelsSettings(
        source=str(write_json(tmp_path / "c.json", coco())), output=tmp_path / "out" / "l.gpkg"
    )
    with pytest.raises(Stopped):
        import_labels(settings, reporter=SilentReporter(), stop=stop)
    assert not list(tmp_path.glob("out/*"))


def test_what_the_output_must_be(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"the ending '\.txt' is unknown"):
        brought_in(write_json(tmp_path / "c.json", coco()), tmp_path / "l.txt")
