"""What people drew, on the pixels of each raster."""

from __future__ import annotations

import json
import re

import numpy as np
import pytest
import shapely
from affine import Affine

from engine.data.labels import load_labels
from engine.domain.category import categories_named
from engine.domain.settings import LabelSource
from engine.errors import CategoryFieldError, CrsError, LabelsOutsideError, TooFewLabelsError, VectorOpenError
from engine.events import SilentReporter
from tests.factories import NORTH_UP, make_raster, map_box, numbered_pixels, write_polygons

EAST = NORTH_UP * Affine.translation(20, 0)  # the raster right of the first


def one_raster(tmp_path, rows=20, cols=20, name="a.tif", **options):
    return make_raster(tmp_path / name, numbered_pixels(rows, cols), **options)


def loaded(rasters, labels, *, field=None, areas=None, reporter=None, **options):
    source = LabelSource(labels=str(labels), category_field=field, areas=areas and str(areas))
    return load_labels(rasters, source, reporter=reporter or SilentReporter(), **options)


def codes(reporter):
    return [event["code"] for event in reporter.named("warning")]


def test_labels_come_in_pixel_coordinates_with_one_category(tmp_path):
    path = write_polygons(tmp_path / "a.gpkg", [map_box(3, 4, 5, 6), map_box(10, 0, 1, 2)])
    with one_raster(tmp_path) as raster:
        labels = loaded([raster], path)
    assert [category.name for category in labels.categories] == ["object"]
    sheet = labels.sheets[0]
    assert [polygon.bounds for polygon in sheet.polygons] == [(4, 3, 10, 8), (0, 10, 2, 11)]
    assert sheet.category_ids.tolist() == [1, 1] and sheet.label_ids.tolist() == [1, 2]
    assert not sheet.has_areas() and (sheet.rows, sheet.cols) == (20, 20)
    assert labels.findings.n_labels == 2 and labels.n_per_category == {"object": 2}


def test_a_field_gives_the_categories(tmp_path):
    boxes = [map_box(0, 0, 1, 1), map_box(2, 2, 1, 1), map_box(4, 4, 1, 1)]
    path = write_polygons(tmp_path / "a.gpkg", boxes, kind=["roof", "pond", "roof"], code=[10, 9, 10])
    with one_raster(tmp_path) as raster:
        labels = loaded([raster], path, field="kind")
        assert [category.name for category in labels.categories] == ["pond", "roof"]
        assert labels.sheets[0].category_ids.tolist() == [2, 1, 2]
        assert labels.n_per_category == {"pond": 1, "roof": 2}
        numbered = loaded([raster], path, field="code")
        assert [category.name for category in numbered.categories] == ["9", "10"]


def test_a_model_fixes_the_categories(tmp_path):
    path = write_polygons(tmp_path / "a.gpkg", [map_box(0, 0, 1, 1)], kind=["roof"])
    with one_raster(tmp_path) as raster:
        labels = loaded([raster], path, field="kind", categories=categories_named(["pond", "roof"]))
        assert labels.sheets[0].category_ids.tolist() == [2] and labels.n_per_category == {"pond": 0, "roof": 1}
        assert loaded([raster], path, categories=categories_named(["house"])).categories[0].name == "house"
        with pytest.raises(CategoryFieldError, match='has labels of "roof"'):
            loaded([raster], path, field="kind", categories=categories_named(["pond"]))


def test_a_label_across_two_rasters_lies_on_both(tmp_path):
    path = write_polygons(tmp_path / "a.gpkg", [map_box(5, 18, 4, 4), map_box(0, 0, 1, 1), map_box(0, 30, 1, 1)])
    with one_raster(tmp_path) as west, one_raster(tmp_path, name="b.tif", transform=EAST) as east:
        labels = loaded([west, east], path)
    assert [sheet.label_ids.tolist() for sheet in labels.sheets] == [[1, 2], [1, 3]]
    assert labels.sheets[0].polygons[0].bounds == (18, 5, 22, 9)
    assert labels.sheets[1].polygons[0].bounds == (-2, 5, 2, 9)
    assert labels.n_per_category == {"object": 3} and labels.findings.n_labels == 3


def test_a_label_that_only_touches_the_edge_lies_outside(tmp_path):
    path = write_polygons(tmp_path / "a.gpkg", [map_box(0, 0, 1, 1), map_box(5, 20, 4, 4)])
    with one_raster(tmp_path) as raster:
        assert loaded([raster], path).findings.n_outside == 1


def test_labels_in_another_crs_are_reprojected(tmp_path):
    # Nine degrees east is the middle of UTM zone 32, x = 500000: the raster's left edge.
    path = write_polygons(tmp_path / "a.geojson", [shapely.box(9, 50.5517, 9.0001, 50.5518)], crs="EPSG:4326")
    with one_raster(tmp_path, 60, 60) as raster:
        col, row, col_stop, row_stop = loaded([raster], path).sheets[0].polygons[0].bounds
    assert col == pytest.approx(0, abs=0.01) and row == pytest.approx(14.7, abs=0.2)
    assert col_stop - col == pytest.approx(7.09, abs=0.02)  # 1e-4 degrees are 7.09 m here to the east
    assert row_stop - row == pytest.approx(11.12, abs=0.02)  # and 11.12 m to the north


def test_what_was_repaired_skipped_or_drawn_twice_is_told(tmp_path):
    bow_tie = shapely.Polygon([NORTH_UP * xy for xy in ((0, 0), (4, 4), (4, 0), (0, 4))])
    again = shapely.Polygon(list(map_box(8, 8, 2, 2).exterior.coords)[::-1])  # the same, drawn the other way round
    path = write_polygons(tmp_path / "a.gpkg", [map_box(8, 8, 2, 2), bow_tie, None, shapely.Point(1, 1), again])
    reporter = SilentReporter()
    with one_raster(tmp_path) as raster:
        findings = loaded([raster], path, reporter=reporter).findings
    assert (findings.n_labels, findings.n_repaired, findings.n_skipped, findings.n_twice) == (3, 1, 2, 1)
    assert codes(reporter) == ["labels_repaired", "labels_skipped", "labels_twice"]
    assert reporter.named("warning")[1]["message"] == (
        "2 of 5 rows in a.gpkg gave no polygon and are left out (1 empty, 1 no polygon)"
    )


def test_labels_without_a_category_are_left_out_and_told(tmp_path):
    path = write_polygons(tmp_path / "a.gpkg", [map_box(0, 0, 1, 1), map_box(2, 2, 1, 1)], kind=["roof", None])
    reporter = SilentReporter()
    with one_raster(tmp_path) as raster:
        labels = loaded([raster], path, field="kind", reporter=reporter)
    assert labels.findings.n_without_category == 1 and labels.n_per_category == {"roof": 1}
    assert codes(reporter) == ["labels_without_category"]


def test_categories_written_almost_alike_are_told(tmp_path):
    path = write_polygons(tmp_path / "a.gpkg", [map_box(0, 0, 1, 1), map_box(2, 2, 1, 1)], kind=["roof", "Roof"])
    reporter = SilentReporter()
    with one_raster(tmp_path) as raster:
        assert len(loaded([raster], path, field="kind", reporter=reporter).categories) == 2
    assert codes(reporter) == ["categories_alike"]


def test_labels_outside_are_counted(tmp_path):
    path = write_polygons(tmp_path / "a.gpkg", [map_box(0, 0, 1, 1), map_box(500, 2, 1, 1)])
    reporter = SilentReporter()
    with one_raster(tmp_path) as raster:
        assert loaded([raster], path, reporter=reporter).findings.n_outside == 1
    assert reporter.named("warning")[0]["message"] == "1 of 2 labels in a.gpkg lie outside a.tif"


def test_no_label_inside_names_both_places(tmp_path):
    path = write_polygons(tmp_path / "a.geojson", [shapely.box(32.5, 0.25, 32.75, 0.5)], crs="EPSG:4326")
    with one_raster(tmp_path) as raster, pytest.raises(LabelsOutsideError) as caught:
        loaded([raster], path)
    message = caught.value.message
    assert message.startswith("the label in a.geojson does not lie on a.tif: the labels reach from (32.5, 0.25) to")
    assert "in EPSG:4326, that is from (" in message
    assert message.endswith("the raster reaches from (500000.0, 5599980.0) to (500020.0, 5600000.0) in EPSG:32632")
    assert "coordinate system" in caught.value.hint


@pytest.mark.parametrize("polygons", [[], [None], [shapely.Point(0, 0)]])
def test_a_file_without_polygons_is_too_few(tmp_path, polygons):
    path = write_polygons(tmp_path / "a.gpkg", polygons)
    with one_raster(tmp_path) as raster, pytest.raises(TooFewLabelsError, match=r"a\.gpkg holds no polygon"):
        loaded([raster], path)


def test_a_field_that_is_null_everywhere_is_too_few(tmp_path):
    path = write_polygons(tmp_path / "a.gpkg", [map_box(0, 0, 1, 1)], kind=[None])
    with one_raster(tmp_path) as raster, pytest.raises(TooFewLabelsError, match='with a value in the field "kind"'):
        loaded([raster], path, field="kind")


def test_missing_files_are_named(tmp_path):
    with one_raster(tmp_path) as raster, pytest.raises(VectorOpenError, match=r"gone\.gpkg does not exist"):
        loaded([raster], tmp_path / "gone.gpkg")


def test_labels_without_crs_are_taken_to_be_in_the_rasters(tmp_path):
    path = write_polygons(tmp_path / "a.shp", [map_box(3, 4, 5, 6)], crs=None, geometry_type="Polygon", kind=["x"])
    reporter = SilentReporter()
    with one_raster(tmp_path) as raster:
        assert loaded([raster], path, reporter=reporter).sheets[0].polygons[0].bounds == (4, 3, 10, 8)
    assert codes(reporter) == ["crs_assumed"]
    assert "that of a.tif is assumed" in reporter.named("warning")[0]["message"]


def test_a_stated_crs_is_used_for_labels_that_do_not_say(tmp_path):
    path = write_polygons(tmp_path / "a.shp", [map_box(3, 4, 5, 6)], crs=None, geometry_type="Polygon", kind=["x"])
    reporter = SilentReporter()
    with one_raster(tmp_path) as raster:
        loaded([raster], path, reporter=reporter, crs="EPSG:32632")
    assert not codes(reporter)


def test_labels_drawn_on_a_raster_without_georeference_lie_where_qgis_shows_them(tmp_path):
    collection = {"type": "Feature", "properties": {}, "geometry": shapely.geometry.mapping(shapely.box(4, -8, 10, -3))}
    (tmp_path / "a.geojson").write_text(json.dumps(collection))  # which GDAL believes to be in degrees
    reporter = SilentReporter()
    with one_raster(tmp_path, name="a.png", driver="PNG", crs=None, transform=None) as raster:
        assert loaded([raster], tmp_path / "a.geojson", reporter=reporter).sheets[0].polygons[0].bounds == (4, 3, 10, 8)
    assert not codes(reporter)


def test_a_raster_without_georeference_among_others_gets_no_labels(tmp_path):
    path = write_polygons(tmp_path / "a.gpkg", [map_box(3, 4, 5, 6)])
    reporter = SilentReporter()
    with one_raster(tmp_path) as one, one_raster(tmp_path, name="b.png", driver="PNG", crs=None, transform=None) as two:
        labels = loaded([one, two], path, reporter=reporter)
    assert [len(sheet.polygons) for sheet in labels.sheets] == [1, 0]
    assert codes(reporter) == ["raster_without_georeference"]


def test_a_raster_with_a_world_file_needs_a_crs(tmp_path):
    path = write_polygons(tmp_path / "a.gpkg", [map_box(3, 4, 5, 6)])
    with one_raster(tmp_path, crs=None) as raster, pytest.raises(CrsError) as caught:
        loaded([raster], path)
    assert caught.value.message == (
        "a.tif has a place on the map but does not say in which coordinate system, while a.gpkg is in EPSG:32632"
    )
    assert "--crs" in caught.value.hint


def test_labels_and_raster_without_crs_share_their_coordinates(tmp_path):
    path = write_polygons(tmp_path / "a.shp", [map_box(3, 4, 5, 6)], crs=None, geometry_type="Polygon", kind=["x"])
    with one_raster(tmp_path, crs=None) as raster:
        assert loaded([raster], path).sheets[0].polygons[0].bounds == (4, 3, 10, 8)


def test_a_scaled_sheet_fits_a_scaled_raster(tmp_path):
    path = write_polygons(tmp_path / "a.gpkg", [map_box(3, 4, 5, 6)])
    areas = write_polygons(tmp_path / "areas.gpkg", [map_box(0, 0, 10, 20)], role=["train"])
    with one_raster(tmp_path) as raster:
        sheet = loaded([raster], path, areas=areas).sheets[0].scaled(0.5, 2.0)
    assert sheet.polygons[0].bounds == (2, 6, 5, 16) and (sheet.rows, sheet.cols) == (40, 10)
    assert sheet.areas["train"][0].bounds == (0, 0, 10, 20)


def test_the_hash_names_the_labels_and_not_their_order(tmp_path):
    one, two = map_box(3, 4, 5, 6), map_box(10, 0, 1, 2)
    turned = shapely.Polygon(list(one.exterior.coords)[2:] + list(one.exterior.coords)[1:3])
    with one_raster(tmp_path) as raster:
        hashes = [
            loaded([raster], write_polygons(tmp_path / f"{number}.gpkg", boxes, kind=kinds), field="kind").data_hash
            for number, (boxes, kinds) in enumerate(
                [
                    ([one, two], ["a", "b"]),
                    ([two, turned], ["b", "a"]),
                    ([one, two], ["b", "a"]),
                    ([one, map_box(10, 0, 1, 3)], ["a", "b"]),
                ]
            )
        ]
    assert hashes[0] == hashes[1] and len(set(hashes)) == 3
    assert re.fullmatch("[0-9a-f]{64}", hashes[0])


def test_a_hundred_thousand_labels_are_no_trouble(tmp_path):
    row, col = np.divmod(np.arange(100_000), 400)
    x, y = 500_000 + col * 4.0, 5_600_000 - row * 4.0
    boxes = shapely.box(x, y - 3, x + 3, y)
    path = write_polygons(tmp_path / "a.gpkg", list(boxes), geometry_type="Polygon")
    with one_raster(tmp_path, 1000, 1600) as raster:
        assert loaded([raster], path).findings.n_labels == 100_000
