"""Where everything is labeled, and what is known where nobody said so."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from affine import Affine

from engine.data.areas import area_for, check_role, check_train_areas, known_area, read_areas, ring_px
from engine.data.label_sheet import LabelSheet
from engine.errors import AreaError
from engine.events import SilentReporter
from tests.factories import NORTH_UP, make_raster, map_box, numbered_pixels, write_polygons


def read(tmp_path, boxes, *, rasters=None, reporter=None, **fields):
    path = write_polygons(tmp_path / "areas.gpkg", boxes, **fields)
    reporter = reporter or SilentReporter()
    if rasters is not None:
        return read_areas(rasters, str(path), reporter=reporter)
    with make_raster(tmp_path / "a.tif", numbered_pixels(20, 20)) as raster:
        return read_areas([raster], str(path), reporter=reporter)


def sheet_with(polygons=(), areas=None, size=100):
    shapes = np.array(list(polygons), dtype=object)
    ids = np.arange(1, len(shapes) + 1)
    return LabelSheet(shapes, np.ones(len(shapes), int), ids, areas or {}, size, size)


def train(*areas):
    return {"train": areas, "validate": (), "evaluate": (), "predict": ()}


def test_areas_come_by_role_in_pixels_and_cut_to_the_raster(tmp_path):
    roles = ["train", "evaluate", "train"]
    (areas,) = read(tmp_path, [map_box(0, 0, 10, 10), map_box(-5, 15, 10, 10), map_box(0, 12, 1, 1)], role=roles)
    assert sorted(area.bounds for area in areas["train"]) == [(0, 0, 10, 10), (12, 0, 13, 1)]
    assert [area.bounds for area in areas["evaluate"]] == [(15, 0, 20, 5)]
    assert areas["validate"] == areas["predict"] == ()


def test_overlapping_areas_of_a_role_are_one(tmp_path):
    (areas,) = read(tmp_path, [map_box(0, 0, 10, 10), map_box(5, 0, 10, 10)], role=["train", "train"])
    assert [area.area for area in areas["train"]] == [150]


@pytest.mark.parametrize("field, value", [("role", "Train"), ("ROLE", " train "), ("Role", "TRAIN")])
def test_how_a_role_is_written_does_not_matter(tmp_path, field, value):
    assert len(read(tmp_path, [map_box(0, 0, 9, 9)], **{field: [value]})[0]["train"]) == 1


@pytest.mark.parametrize(
    "value, said", [("training", 'has the role "training"'), ("", "has no role"), (None, "has no role")]
)
def test_an_unknown_role_is_named_with_those_there_are(tmp_path, value, said):
    with pytest.raises(AreaError) as caught:
        read(tmp_path, [map_box(0, 0, 9, 9), map_box(0, 0, 9, 9)], role=["train", value])
    assert caught.value.message == (
        f"area 2 of areas.gpkg {said}; an area's role is train, validate, evaluate or predict"
    )


def test_areas_without_the_field_serve_every_role(tmp_path):
    reporter = SilentReporter()
    (areas,) = read(tmp_path, [map_box(0, 0, 9, 9)], reporter=reporter)
    sheet = sheet_with(areas=areas)
    assert area_for(sheet, "train").area == area_for(sheet, "evaluate").area == 81
    assert sheet.has_areas() and sheet.has_areas("evaluate")
    assert [event["code"] for event in reporter.named("warning")] == ["areas_without_role"]


def test_every_raster_gets_its_share(tmp_path):
    east = NORTH_UP * Affine.translation(20, 0)
    with (
        make_raster(tmp_path / "a.tif", numbered_pixels(20, 20)) as one,
        make_raster(tmp_path / "b.tif", numbered_pixels(20, 20), transform=east) as two,
    ):
        areas = read(tmp_path, [map_box(0, 10, 10, 15)], rasters=[one, two], role=["train"])
    assert [area["train"][0].bounds for area in areas] == [(10, 0, 20, 10), (0, 0, 5, 10)]


def test_areas_in_another_crs_are_reprojected(tmp_path):
    box = shapely.box(9, 50.5517, 9.0001, 50.5518)
    with make_raster(tmp_path / "a.tif", numbered_pixels(60, 60)) as raster:
        (areas,) = read(tmp_path, [box], rasters=[raster], role=["train"], crs="EPSG:4326")
    assert areas["train"][0].area == pytest.approx(7.09 * 11.12, rel=0.01)


def test_areas_outside_are_told_and_none_inside_is_an_error(tmp_path):
    reporter = SilentReporter()
    read(tmp_path, [map_box(0, 0, 9, 9), map_box(0, 90, 9, 9)], role=["train", "train"], reporter=reporter)
    assert reporter.named("warning")[0]["message"] == "1 of 2 areas lie outside every raster"
    (tmp_path / "areas.gpkg").unlink()
    with pytest.raises(AreaError, match=r"no area of areas\.gpkg lies on a\.tif: the areas reach from"):
        read(tmp_path, [map_box(0, 90, 9, 9)], role=["train"])


def test_rows_without_an_area_are_told(tmp_path):
    reporter = SilentReporter()
    read(tmp_path, [map_box(0, 0, 9, 9), None], role=["train", None], reporter=reporter)
    assert reporter.named("warning")[0]["message"] == "1 of 2 rows in areas.gpkg gave no area"


def test_a_file_without_areas_is_an_error(tmp_path):
    with pytest.raises(AreaError, match=r"areas\.gpkg holds no polygon"):
        read(tmp_path, [], role=[])


def test_without_a_file_of_areas_a_role_has_no_ground():
    assert area_for(sheet_with(), "train") is None


def test_with_a_file_of_areas_a_role_may_have_none_here():
    assert area_for(sheet_with(areas=train()), "train").is_empty
    assert area_for(sheet_with(areas=train(shapely.box(0, 0, 2, 2))), "train").area == 4


def test_only_four_roles_exist():
    with pytest.raises(ValueError, match="a role is one of"):
        area_for(sheet_with(), "test")


def test_known_ground_is_the_train_areas():
    sheet = sheet_with([shapely.box(50, 50, 60, 60)], train(shapely.box(0, 0, 10, 10)))
    assert known_area(sheet).bounds == (0, 0, 10, 10)


def test_without_areas_known_ground_is_the_labels_and_a_ring():
    sheet = sheet_with([shapely.box(40, 40, 50, 50)])
    known = known_area(sheet)
    assert ring_px(sheet) == 8 and known.bounds == (32, 32, 58, 58)
    assert known.area == pytest.approx(100 + 4 * 10 * 8 + math.pi * 64, rel=0.02)


def test_the_ring_is_half_as_wide_as_a_typical_label():
    assert ring_px(sheet_with([shapely.box(0, 0, 40, 40)] * 2 + [shapely.box(0, 0, 2, 2)])) == 20
    assert ring_px(sheet_with()) == 8


def test_the_ring_ends_at_the_edge_of_the_raster():
    assert known_area(sheet_with([shapely.box(0, 0, 10, 10)], size=12)).bounds == (0, 0, 12, 12)


def test_nothing_is_known_without_labels_and_areas():
    assert known_area(sheet_with()).is_empty


def test_labels_alone_are_learned_from_and_that_is_told():
    reporter = SilentReporter()
    check_train_areas([sheet_with([shapely.box(0, 0, 9, 9)])], reporter=reporter)
    assert [event["code"] for event in reporter.named("warning")] == ["sparse_labels"]


def test_a_file_of_areas_without_one_to_train_is_an_error():
    areas = {**train(), "evaluate": (shapely.box(0, 0, 9, 9),)}
    with pytest.raises(AreaError, match="no area on the rasters has the role train; there are areas to evaluate"):
        check_train_areas([sheet_with(areas=areas)], reporter=SilentReporter())


def test_train_areas_without_any_label_are_an_error():
    away = [shapely.box(50, 50, 60, 60)]
    one, two = shapely.box(0, 0, 9, 9), shapely.box(20, 20, 29, 29)
    with pytest.raises(AreaError, match="the train area holds no label"):
        check_train_areas([sheet_with(away, train(one))], reporter=SilentReporter())
    with pytest.raises(AreaError, match="the 2 train areas hold no label"):
        check_train_areas([sheet_with(away, train(one)), sheet_with([], train(two))], reporter=SilentReporter())


def test_one_area_without_labels_among_others_is_background():
    reporter = SilentReporter()
    sheet = sheet_with([shapely.box(1, 1, 2, 2)], train(shapely.box(0, 0, 9, 9), shapely.box(20, 20, 29, 29)))
    check_train_areas([sheet], reporter=reporter)
    assert reporter.named("warning")[0]["message"].startswith("1 of 2 train areas hold no label")


def test_a_role_may_be_on_any_of_the_rasters():
    areas = {**train(), "evaluate": (shapely.box(0, 0, 9, 9),)}
    check_role([sheet_with(areas=train()), sheet_with(areas=areas)], "evaluate")
    check_role([sheet_with()], "evaluate")
    with pytest.raises(AreaError, match="no area on the rasters has the role predict"):
        check_role([sheet_with(areas=areas)], "predict")
