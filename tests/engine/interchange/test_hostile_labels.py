"""Files that are broken, or made to do harm, get one sentence and leave nothing behind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

from engine.errors import DeepSegError, LabelFileError, TooFewLabelsError
from tests.engine.interchange.world import brought_in, rasters, rows, write_json
from tests.factories import write_polygons, write_raster

GOOD = {"id": 1, "image_id": 7, "category_id": 2, "segmentation": [[0, 0, 9, 0, 9, 9]]}


def coco(*annotations: Any, **members: Any) -> dict[str, Any]:
    return {
        "images": [{"id": 7, "file_name": "a.tif", "width": 80, "height": 60}],
        "annotations": list(annotations),
        "categories": [{"id": 2, "name": "roof"}],
        **members,
    }


def refused(tmp_path: Path, source: Path, **options: Any) -> DeepSegError:
    """Return the error; there must be no output, whole or not."""
    images = rasters(tmp_path / "rasters")
    with pytest.raises(DeepSegError) as caught:
        brought_in(source, tmp_path / "out" / "l.gpkg", images, **options)
    assert not list((tmp_path / "out").glob("*")) and not list((tmp_path / "out").glob(".*"))
    assert caught.value.message and caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    "change, reason",
    [
        ({"segmentation": [[0, 0, 9, 0]]}, "1 with less than three points (such as annotation 5)"),
        ({"segmentation": [[0, 0, 9, 0, 9, 9, 9]]}, "odd number"),
        ({"segmentation": [[0, 0, 9, 0, 9, float("nan")]]}, "not finite"),
        ({"segmentation": [[0, 0, 9, 0, 9, float("inf")]]}, "not finite"),
        ({"segmentation": [[0, 0, 9, 0, 9, 1e300]]}, "beyond any image"),
        ({"segmentation": [[0, 0, 9, 0, 9, 10**400]]}, "no numbers"),
        ({"segmentation": [[0, 0, 9, 0, 9, "x"]]}, "no numbers"),
        ({"segmentation": [[0, 0, [9], 0, 9, 9]]}, "no numbers"),
        ({"segmentation": [5]}, "odd number"),
        ({"segmentation": "x"}, "without coordinates"),
        ({"segmentation": [None]}, "not finite"),
        ({"segmentation": {"size": [60, 80], "counts": [5]}}, "does not fill its image"),
        ({"segmentation": {"size": [60, 80], "counts": [4801, -1]}}, "negative runs"),
        ({"segmentation": {"size": [-60, -80], "counts": [0, 4800]}}, "another size"),
        ({"segmentation": {"size": [10**9, 10**9], "counts": [0, 10**18]}}, "another size"),
        ({"segmentation": {"size": [60], "counts": "abc"}}, "impossible size"),
        ({"segmentation": {"counts": "abc"}}, "without coordinates"),
        ({"segmentation": [], "bbox": [0, 0, -5, 5]}, "negative size"),
        ({"segmentation": [], "bbox": [0, 0, 0, 5]}, "without an area"),
        ({"segmentation": []}, "without coordinates"),
        ({"image_id": 99}, "of an image that the file does not list (such as image_id 99)"),
        ({"image_id": [7]}, "of an image that the file does not list"),
        ({"image_id": None}, "of an image that the file does not list"),
    ],
)
def test_one_bad_annotation_is_left_out_and_told(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    source = write_json(tmp_path / "c.json", coco(GOOD, {**GOOD, "id": 5, **change}))
    told = brought_in(source, tmp_path / "l.gpkg", rasters(tmp_path / "rasters"))
    assert told.result["n_labels"] == 1 and told.result["n_dropped"] == 1
    assert reason in told.warnings["labels_dropped"]
    alone = write_json(tmp_path / "alone.json", coco({**GOOD, "id": 5, **change}))
    error = refused(tmp_path, alone)
    assert isinstance(error, TooFewLabelsError) and reason in error.message


def test_a_mask_of_a_billion_pixels_is_left_out(tmp_path: Path) -> None:
    side = 40_000
    bomb = {**GOOD, "segmentation": {"size": [side, side], "counts": [0, side * side]}}
    image = {"id": 7, "file_name": "a.tif", "width": side, "height": side}
    source = write_json(tmp_path / "c.json", coco(bomb, images=[image]))
    with pytest.raises(TooFewLabelsError, match="more than 268 million pixels"):
        brought_in(source, tmp_path / "l.gpkg")


def test_ids_that_are_given_twice(tmp_path: Path) -> None:
    told = brought_in(write_json(tmp_path / "c.json", coco(GOOD, GOOD)), tmp_path / "l.gpkg", rasters(tmp_path / "r"))
    assert told.result["n_labels"] == 2 and "repeat the id of another (such as 1" in told.warnings["labels_changed"]
    images = [{"id": 7, "file_name": "a.tif"}, {"id": 7, "file_name": "b.tif"}]
    error = refused(tmp_path, write_json(tmp_path / "i.json", coco(GOOD, images=images)))
    assert "gives the id 7 to two images, a.tif and b.tif" in error.message
    kinds = [{"id": 2, "name": "roof"}, {"id": 2, "name": "tree"}]
    error = refused(tmp_path, write_json(tmp_path / "k.json", coco(GOOD, categories=kinds)))
    assert "gives the id 2 to two categories, roof and tree" in error.message


def test_a_category_that_is_not_named_gets_its_number(tmp_path: Path) -> None:
    source = write_json(tmp_path / "c.json", coco({**GOOD, "category_id": 5}, {**GOOD, "category_id": {"x": 1}}))
    brought_in(source, tmp_path / "l.gpkg", rasters(tmp_path / "r"))
    assert [row.category for row in rows(tmp_path / "l.gpkg")] == ["category 5", "category {'x': 1}"]


def test_paths_that_lead_elsewhere_are_names_only(tmp_path: Path) -> None:
    secret = write_raster(tmp_path / "secret.tif", np.zeros((1, 60, 80), np.uint8))
    for name in ("../secret.tif", str(secret), "..\\secret.tif", "file:///etc/passwd", "\x00", "/dev/zero"):
        source = write_json(tmp_path / "c.json", coco(GOOD, images=[{"id": 7, "file_name": name}]))
        assert "no raster has this name" in refused(tmp_path, source).message


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"", "ends too early"),
        (b"\xff\xfe\x00", "not text in UTF-8"),
        (b"PK\x03\x04\xff\xff", "no JSON|UTF-8"),
        (b"[]", "is a list and not a COCO file"),
        (b"{}", "no list of images"),
        (b'{"images": [], "annotations": 5}', "no list of annotations"),
        (b'{"images": {}, "annotations": []}', "no list of images"),
        (b'{"images": [], "annotations": [', "ends too early"),
        (b'{"images": [' + b"[" * 300_000, "nested too deeply"),
        (b'{"images": [5, null, {"id": 1}], "annotations": []}', "holds no label"),
    ],
)
def test_a_file_that_is_no_coco(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "c.json"
    path.write_bytes(content)
    error = refused(tmp_path, path, format="coco")
    assert any(part in error.message for part in reason.split("|")), error.message


@pytest.mark.parametrize(
    "name, content, reason",
    [
        ("x.json", b"{}", "of no format of labels that is known"),
        ("x.json", b'{"a": 1, "b": {"c": []}}', "of no format"),
        ("x.zip", b"PK", "is packed"),
        ("x.csv", b"a,b\n1,2\n", "lacks the columns filename"),
        ("x.csv", b"\xff\xfe", "UTF-8"),
        ("x.docx", b"", "of no format"),
        ("x.gpkg", b"nothing", "cannot be read as a file of polygons"),
        ("x.tif", b"nothing", "cannot be opened as a raster"),
        ("x.geojson", b'{"type": "FeatureCollection"', "cannot be read|ends too early"),
    ],
)
def test_a_file_of_no_format(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    error = refused(tmp_path, tmp_path / name)
    assert any(part in error.message for part in reason.split("|")), error.message


def test_nothing_at_all(tmp_path: Path) -> None:
    assert "does not exist" in refused(tmp_path, tmp_path / "gone.json").message
    (tmp_path / "empty").mkdir()
    assert "of no format" in refused(tmp_path, tmp_path / "empty").message
    for name in ("coco", "yolo", "voc", "labelme", "raster"):
        assert isinstance(refused(tmp_path, tmp_path / "empty", format=name), LabelFileError)


def test_links_that_go_round_in_a_circle_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "y"
    (folder / "labels").mkdir(parents=True)
    (folder / "classes.txt").write_text("roof\n")
    (folder / "labels" / "a.txt").write_text("0 0 0 1 0 1 1\n")
    (folder / "labels" / "round").symlink_to(folder, target_is_directory=True)
    (folder / "labels" / "self.txt").symlink_to(folder / "labels" / "self.txt")
    assert brought_in(folder, tmp_path / "l.gpkg", rasters(tmp_path / "r")).result["n_labels"] == 1
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert "does not exist" in refused(tmp_path, tmp_path / "self").message


@pytest.mark.parametrize(
    "line, reason",
    [
        ("0 0 0 1 0", "without an area|negative size"),
        ("0 0 0", "less than three points"),
        ("x 0 0 1 0 1 1", "no rows of numbers"),
        ("0.5 0 0 1 0 1 1", "whose category is no whole number"),
        ("-1 0 0 1 0 1 1", "whose category is no whole number"),
        ("nan 0 0 1 0 1 1", "whose category is no whole number"),
        ("999999999999 0 0 1 0 1 1", "whose category is no whole number"),
        ("0 0 0 nan 0 1 1", "not finite"),
        ("0 0 0 640 0 640 480", "no shares of the image"),
        ("0 0.5 0.5 -0.1 0.2", "negative size"),
    ],
)
def test_rows_of_yolo_that_are_none(tmp_path: Path, line: str, reason: str) -> None:
    (tmp_path / "y").mkdir()
    (tmp_path / "y" / "classes.txt").write_text("roof\n")
    (tmp_path / "y" / "a.txt").write_text(line + "\n")
    error = refused(tmp_path, tmp_path / "y")
    assert any(part in error.message for part in reason.split("|")) and "line 1 of a.txt" in error.message


@pytest.mark.parametrize(
    "text, reason",
    [
        ("names: [", "no YAML"),
        ("names: {0: [a]}", "no list of categories"),
        ("names: {a: b}", "no list of categories"),
        ("!!python/object/apply:os.system ['true']", "no YAML"),
        ("[" * 5000, "no YAML"),
    ],
)
def test_a_data_yaml_that_is_none(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "y").mkdir()
    (tmp_path / "y" / "data.yaml").write_text(text)
    (tmp_path / "y" / "a.txt").write_text("0 0 0 1 0 1 1\n")
    assert reason in refused(tmp_path, tmp_path / "y").message


@pytest.mark.parametrize(
    "shape, reason",
    [
        ({"points": 5}, "without coordinates"),
        ({"points": [[1, 2], [3]]}, "without coordinates"),
        ({"points": [[1, 2], [3, 4]]}, "less than three points"),
        ({"points": [[1, 2]], "shape_type": "circle"}, "it needs two points"),
        ({"points": [[1, 2], [1, 2]], "shape_type": "circle"}, "without an area"),
        ({"points": [[1, 2], [5, 6]], "shape_type": "mask", "mask": "???"}, "cannot be unpacked"),
        ({"points": [[1, 2], [5, 6]], "shape_type": "mask", "mask": 5}, "cannot be unpacked"),
        ({"points": [[1, 2], [5, 6]], "shape_type": {"x": 1}}, "points or lines"),
        ({"points": [[float("nan"), 2], [5, 6], [7, 8]]}, "not finite"),
        (7, "that are no shapes"),
    ],
)
def test_shapes_of_labelme_that_are_none(tmp_path: Path, shape: Any, reason: str) -> None:
    content = {"shapes": [shape], "imagePath": "a.tif"}
    error = refused(tmp_path, write_json(tmp_path / "a.json", content))
    assert reason in error.message, error.message


@pytest.mark.parametrize(
    "shape, reason",
    [
        ({"name": "rect", "x": 1, "y": 1, "width": -5, "height": 5}, "negative size"),
        ({"name": "circle", "cx": 1, "cy": None, "r": 5}, "not finite|no numbers"),
        ({"name": "polygon", "all_points_x": [1, 2, 3], "all_points_y": [1, 2]}, "without coordinates"),
        ({"name": "polygon"}, "without coordinates"),
        ({"name": "spiral"}, "of an unknown shape"),
        ({"name": ["x"]}, "of an unknown shape"),
    ],
)
def test_regions_of_via_that_are_none(tmp_path: Path, shape: Any, reason: str) -> None:
    region = {"shape_attributes": shape, "region_attributes": {}}
    source = write_json(tmp_path / "v.json", {"a": {"filename": "a.tif", "size": 1, "regions": [region, 5, {}]}})
    error = refused(tmp_path, source)
    assert any(part in error.message for part in reason.split("|")), error.message


def test_a_picture_is_no_raster_of_labels(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "a.tif", np.zeros((3, 60, 80), np.uint8))
    assert "has 3 bands; a raster of labels has one" in refused(tmp_path, path).message
    path = write_raster(tmp_path / "b.tif", np.full((1, 50, 50), 0.5, np.float32))
    assert "holds numbers with fractions, such as 0.5" in refused(tmp_path, path).message


def test_a_label_map_with_a_broken_line(tmp_path: Path) -> None:
    folder = tmp_path / "v" / "SegmentationClass"
    folder.mkdir(parents=True)
    write_raster(folder / "a.png", np.zeros((1, 60, 80), np.uint8), driver="PNG", transform=None, crs=None)
    (tmp_path / "v" / "labelmap.txt").write_text("roof:999,0,0::\n")
    assert "a color beyond 255" in refused(tmp_path, tmp_path / "v").message
    (tmp_path / "v" / "labelmap.txt").write_text("roof\n")
    assert "a line that is not name:red,green,blue" in refused(tmp_path, tmp_path / "v").message


def test_fields_of_a_geojson_may_hold_lists(tmp_path: Path) -> None:
    ring = [[0, 0], [900, 0], [900, -900], [0, 0]]
    feature = {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}}
    properties = {"category": ["a", "b"], "raster": [1.5], "score": ["x"], "label_id": [2]}
    content = {"type": "FeatureCollection", "features": [{**feature, "properties": properties}]}
    brought_in(write_json(tmp_path / "x.geojson", content), tmp_path / "l.gpkg")
    (row,) = rows(tmp_path / "l.gpkg")
    assert row.category == "['a', 'b']" and row.values["label_id"] is None


def test_places_that_are_not_finite_are_left_out(tmp_path: Path) -> None:
    good, bad = shapely.box(0, 0, 9, 9), shapely.Polygon([(0, 0), (np.inf, 0), (9, 9)])
    worse = shapely.Polygon([(0, 0), (9, np.nan), (9, 9), (0, 9)])
    source = write_polygons(tmp_path / "x.gpkg", [good, bad, worse], category=["a", "b", "c"])
    told = brought_in(source, tmp_path / "l.gpkg", rasters(tmp_path / "r"))
    assert told.result["n_labels"] == 1 and "2 without a polygon" in told.warnings["labels_dropped"]


def test_json_of_labels_is_never_run(tmp_path: Path) -> None:
    content = json.dumps(coco(GOOD)).replace('"roof"', "\"__import__('os').system('true')\"")
    (tmp_path / "c.json").write_text(content)
    brought_in(tmp_path / "c.json", tmp_path / "l.gpkg", rasters(tmp_path / "r"))
    assert rows(tmp_path / "l.gpkg")[0].category == "__import__('os').system('true')"


def test_a_geojson_with_names_of_fields_that_are_not_utf8(tmp_path: Path) -> None:
    ring = [[0, 0], [9, 0], [9, 9], [0, 0]]
    feature = {"type": "Feature", "properties": {"kat?": 1}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    text = json.dumps({"type": "FeatureCollection", "features": [feature]}).encode().replace(b"?", b"\xe9")
    (tmp_path / "x.geojson").write_bytes(text)
    assert refused(tmp_path, tmp_path / "x.geojson", format="vector").message


@pytest.mark.parametrize("cols, rows", [(-80, 60), (0, 0), ("80", 60), (None, 60), (1 << 40, 60), (10**400, 60)])
def test_an_image_size_that_is_none_is_told_and_the_raster_counts(tmp_path: Path, cols: Any, rows: Any) -> None:
    images = rasters(tmp_path / "rasters")
    shape = {"label": "roof", "points": [[0, 0], [9, 0], [9, 9]]}
    labelme = {"shapes": [shape], "imagePath": "a.tif", "imageWidth": cols, "imageHeight": rows}
    listed = {"images": [{"id": 7, "file_name": "a.tif", "width": cols, "height": rows}]}
    for name, content in (("c.json", coco(GOOD, **listed)), ("l.json", labelme)):
        told = brought_in(write_json(tmp_path / name, content), tmp_path / f"{name}.gpkg", images)

        assert told.result["n_labels"] == 1
        assert "1 image sizes that are none (such as a.tif, " in told.warnings["labels_dropped"]


@pytest.mark.parametrize(
    "xy, reason",
    [
        (None, "of an unknown shape"),
        ([], "that describe a whole image"),
        ([7], "with less than three points"),
        ([7, 0, 0, 9, 0, 9], "without coordinates"),
        ([7, 0, 0, 9, 0, 9, float("nan")], "not finite"),
        ([2, 5, 5, -4, 3], "negative size"),
        ([2, 5, 5], "not finite"),
        ([3, 5, 5, 10**400], "no numbers"),
        ([8, 1, 1, 2, 2, 3, 3], "without coordinates"),
        ([9, 1, 1, 2, 2, 3, 3], "without an area"),
        ([9, 1, 1, 2, 2, 3, 1e300], "beyond any image"),
        ([[7], 1, 1], "of an unknown shape"),
        ([99, 1, 1], "of an unknown shape"),
    ],
)
def test_regions_of_via_3_that_are_none(tmp_path: Path, xy: Any, reason: str) -> None:
    good = {"vid": "1", "flg": 0, "z": [], "xy": [2, 1, 1, 5, 5], "av": {"1": "roof", "7": None}}
    project = {
        "project": {"pid": "x", "vid_list": ["1"]},
        "config": {"file": {"loc_prefix": None}},
        "attribute": {"1": {"aname": "class", "options": None}, "2": 5},
        "metadata": {"g": good, "b": {**good, "xy": xy}, "c": 7},
        "file": {"1": {"fid": 1, "fname": "../../a.tif", "type": 2, "loc": 3, "src": "file://[../a.tif?x#y"}, "2": []},
        "view": {"1": {"fid_list": [1]}, "2": {"fid_list": 5}},
    }
    source = write_json(tmp_path / "v.json", project)
    told = brought_in(source, tmp_path / "l.gpkg", rasters(tmp_path / "rasters"))
    assert told.result["n_labels"] == 1 and reason in told.warnings["labels_dropped"]


def test_a_project_of_via_3_without_regions_says_so(tmp_path: Path) -> None:
    source = write_json(tmp_path / "v.json", {"project": {"pid": "x", "vid_list": []}, "metadata": {}})
    assert isinstance(refused(tmp_path, source), TooFewLabelsError)
