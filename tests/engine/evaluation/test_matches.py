"""The layer of matches."""

import numpy as np
import pyogrio
import pyproj
import pytest
import shapely
from affine import Affine
from shapely import box

from engine.domain.category import categories_named
from engine.domain.shapes import Shapes
from engine.errors import OutputError
from engine.evaluation.matches import match_table, outcomes, write_matches
from engine.evaluation.matching import Pair
from engine.evaluation.report import evaluate_shapes
from engine.geo.grid import PIXEL_COORDINATES, Grid

CATEGORIES = categories_named(["house", "tree"])
AREA = box(0, 0, 50, 100)
GRID = Grid(pyproj.CRS("EPSG:32633").to_wkt(), Affine(2, 0, 500_000, 0, -2, 5_000_000), 100, 100)
PIXELS = Grid(None, PIXEL_COORDINATES, 100, 100)


def world(grid_rows=100):
    """One of each: found, missed, ignored label; right, wrong, ignored, weak and far footprint."""
    labels = Shapes.of([box(0, 0, 10, 10), box(20, 0, 30, 10), box(46, 0, 56, 10)], [1, 2, 1])
    footprints = Shapes.of(
        [box(0, 0, 10, 8), box(20, 4, 30, 14), box(46, 0, 56, 10), box(0, 50, 9, 59), box(80, 80, 90, 90)],
        [1, 2, 1, 1, 1],
        [0.9, 0.8, 0.7, 0.3, 0.6],
    )
    return Pair(labels, footprints, AREA, (grid_rows, 100))


def evaluated(*pairs):
    return evaluate_shapes(pairs, CATEGORIES, score_threshold=0.5)


def test_a_missed_label_tells_the_score_that_would_have_found_it():
    labels, footprints = Shapes.of([box(0, 0, 10, 10)], [1]), Shapes.of([box(0, 0, 10, 9)], [1], [0.3])
    table, _ = match_table(evaluated(Pair(labels, footprints, AREA, (100, 100))), CATEGORIES, [GRID], ["site.tif"])
    assert (table.match.tolist(), table.score.tolist(), table.iou.tolist()) == (["FN"], [0.3], [0.9])


def test_outcomes_of_no_shapes():
    report = evaluated(Pair(Shapes.none(), Shapes.none(), None, (10, 10)))
    became = outcomes(report.matches[0], 0.5)
    assert (len(became.labels), len(became.footprints)) == (0, 0)
    table, crs = match_table(report, CATEGORIES, [PIXELS], ["a.tif"])
    assert (len(table.match), crs) == (0, None)


def test_outcomes_name_what_became_of_each_shape():
    became = outcomes(evaluated(world()).matches[0], 0.5)
    assert became.labels.tolist() == ["TP", "FN", "ignored"]
    assert became.footprints.tolist() == ["TP", "FP", "ignored", "", ""]  # by falling score: 0.9 0.8 0.7 0.6 0.3


def test_rows_carry_iou_score_category_and_raster():
    table, crs = match_table(evaluated(world()), CATEGORIES, [GRID], ["site.tif"])
    assert crs == GRID.crs
    assert table.match.tolist() == ["TP", "FP", "ignored", "FN", "ignored"]
    assert table.kind.tolist() == ["footprint"] * 3 + ["label"] * 2
    assert table.category.tolist() == ["house", "tree", "house", "tree", "house"]
    assert table.iou.tolist() == pytest.approx([0.8, 60 / 140, 1.0, 60 / 140, 1.0])
    assert table.score[:3].tolist() == [0.9, 0.8, 0.7]
    assert np.isnan(table.score[3:]).all()
    assert set(table.raster) == {"site.tif"}
    assert table.polygons[0].bounds == (500_000, 5_000_000 - 16, 500_020, 5_000_000)


@pytest.mark.parametrize("ending", [".gpkg", ".geojson"])
def test_layer_is_written_whole(tmp_path, ending):
    path = tmp_path / "new folder" / f"matches{ending}"
    write_matches(path, evaluated(world()), CATEGORIES, [GRID], ["site.tif"])
    write_matches(path, evaluated(world()), CATEGORIES, [GRID], ["site.tif"])  # again: it is replaced
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    info = pyogrio.read_info(path)
    assert info["features"] == 5
    assert list(info["fields"]) == ["match", "iou", "score", "category", "raster", "kind"]
    frame = pyogrio.read_dataframe(path)
    assert sorted(frame["match"]) == ["FN", "FP", "TP", "ignored", "ignored"]
    assert frame["score"].isna().sum() == 2
    assert info["crs"] == ("EPSG:4326" if ending == ".geojson" else "EPSG:32633")
    assert info["layer_name"] == "matches"


def test_rasters_of_different_systems_share_one_layer():
    lonlat = Grid(pyproj.CRS("EPSG:4326").to_wkt(), Affine(1e-5, 0, 15, 0, -1e-5, 45), 100, 100)
    table, crs = match_table(evaluated(world(), world()), CATEGORIES, [GRID, lonlat], ["a.tif", "b.tif"])
    assert crs == GRID.crs
    assert (shapely.bounds(table.polygons[table.raster == "b.tif"])[:, 0] > 499_000).all()


def test_raster_without_georeference_keeps_pixel_coordinates(tmp_path):
    path = tmp_path / "matches.gpkg"
    write_matches(path, evaluated(world()), CATEGORIES, [PIXELS], ["scan.png"])
    frame = pyogrio.read_dataframe(path)
    assert frame.geometry[0].bounds == (0, -8, 10, 0)


def test_layer_without_a_row_is_still_a_layer(tmp_path):
    path = tmp_path / "matches.gpkg"
    write_matches(path, evaluated(), CATEGORIES, [], [])
    assert pyogrio.read_info(path)["features"] == 0


def test_shape_cut_into_parts_is_written_too(tmp_path):
    horseshoe = shapely.difference(box(90, 10, 110, 40), box(95, 20, 105, 30))
    pair = Pair(Shapes.of([shapely.difference(horseshoe, box(90, 0, 101, 25).difference(box(90, 0, 93, 25)))], [1]),
                Shapes.none(), None, (100, 100))  # fmt: skip
    path = tmp_path / "matches.gpkg"
    write_matches(path, evaluated(pair), CATEGORIES, [GRID], ["site.tif"])
    assert pyogrio.read_info(path)["features"] == 1


def test_unknown_ending_and_forbidden_place_are_told(tmp_path):
    with pytest.raises(OutputError, match=r"matches\.doc has an ending that no layer of polygons has") as told:
        write_matches(tmp_path / "matches.doc", evaluated(world()), CATEGORIES, [GRID], ["site.tif"])
    assert ".gpkg" in told.value.hint
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write"):
        write_matches(tmp_path / "file" / "matches.gpkg", evaluated(world()), CATEGORIES, [GRID], ["site.tif"])
