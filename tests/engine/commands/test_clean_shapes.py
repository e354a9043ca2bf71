"""`clean-shapes` writes clean outlines with all that was known of the polygons, however many there are."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import pytest
import shapely
from affine import Affine
from shapely import LineString, MultiPolygon, Point, Polygon, affinity, box

from engine.commands.clean_shapes import clean_shapes
from engine.domain.category import categories_named
from engine.domain.clean_shapes_settings import CleanShapesSettings, ShapeChanges
from engine.domain.footprint import Footprint
from engine.errors import AreaError, CrsError, OutputError, Stopped, VectorOpenError
from engine.events import SilentReporter
from engine.geo.footprint_file import PredictedRaster, open_footprint_file
from engine.geo.grid import Grid, parse_crs
from engine.geo.measure import measure
from engine.geo.polygon_stream import open_polygon_stream
from engine.shaping import neighborhoods
from engine.stop import StopFlag
from tests.engine.shaping.drawn_shapes import array_of, land, overlap, ragged
from tests.factories import write_polygons

UTM = "EPSG:32632"
GRID = Grid(parse_crs(UTM).to_wkt(), Affine(1, 0, 500_000, 0, -1, 5_600_000), 100, 100)
ROOF = ragged(affinity.translate(affinity.rotate(box(0, 0, 20, 10), 30), 500_020, 5_599_950), 1)


def run(source: Path | str, output: Path, *, inside: str | None = None, **changes: Any) -> tuple[dict, list[dict]]:
    """Return the result and all events."""
    reporter = SilentReporter()
    settings = CleanShapesSettings(
        polygons=str(source), output=output, inside=inside, changes=ShapeChanges(**changes), crs=None
    )
    clean_shapes(settings, reporter=reporter, stop=StopFlag())
    (event,) = (event for event in reporter.events if event["event"] == "result")
    return event["values"], reporter.events


def read(path: Path) -> tuple[np.ndarray, dict[str, list]]:
    """Return polygons and attributes."""
    layer = open_polygon_stream(str(path))
    batches = list(layer.batches(1000))
    columns = {name: [value for batch in batches for value in batch.column(name)] for name in layer.columns}
    return array_of([each for batch in batches for each in batch.polygons]), columns


def footprints(path: Path, *polygons: Polygon) -> Path:
    raster = PredictedRaster("a.tif", GRID)
    with open_footprint_file(path, rasters=[raster], categories=categories_named(["roof"])) as file:
        for each in polygons:
            file.write([Footprint(each, "roof", 0.9, each.area, measure(each, GRID.crs), "a.tif", "m", "r")])
    return path


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".parquet"])
def test_all_that_was_known_stays_and_measures_are_new(tmp_path: Path, ending: str) -> None:
    source = footprints(tmp_path / f"f{ending}", ROOF, box(500_060, 5_599_900, 500_080, 5_599_920))
    result, _ = run(source, tmp_path / f"clean{ending}", right_angles=True)
    assert (result["n"], result["n_dropped"]) == (2, 0)
    polygons, columns = read(tmp_path / f"clean{ending}")
    _, before = read(source)
    assert set(columns) >= set(before) - {"fid"}
    assert columns["category"] == ["roof", "roof"] and columns["model"] == ["m", "m"]
    assert [shapely.get_num_coordinates(each) for each in polygons] == [5, 5]
    assert columns["area_m2"][0] == pytest.approx(200, rel=0.03)
    assert columns["area_m2"][0] != before["area_m2"][0] and columns["perimeter_m"][0] < before["perimeter_m"][0]
    assert columns["length_m"][0] == pytest.approx(20, rel=0.02)
    assert columns["area_m2"][1] == before["area_m2"][1] or ending == ".geojson"


def test_columns_of_others_stay_as_they_are(tmp_path: Path) -> None:
    source = tmp_path / "any.gpkg"
    write_polygons(source, [ROOF, box(500_060, 5_599_900, 500_080, 5_599_920)], crs=UTM, name=["a", None], n=[3, 4])
    run(source, tmp_path / "clean.gpkg", simplify_m=0.5)
    _, columns = read(tmp_path / "clean.gpkg")
    assert columns == {"name": ["a", None], "n": [3, 4]}


def test_an_empty_layer_gives_an_empty_layer(tmp_path: Path) -> None:
    source = footprints(tmp_path / "none.gpkg")
    result, _ = run(source, tmp_path / "clean.gpkg", right_angles=True)
    assert result["n"] == 0 and len(read(tmp_path / "clean.gpkg")[0]) == 0


def test_a_layer_of_points_is_an_error(tmp_path: Path) -> None:
    source = tmp_path / "wells.gpkg"
    write_polygons(source, [Point(500_000, 5_599_900), Point(500_001, 5_599_900)], crs=UTM, number=[1, 2])
    with pytest.raises(VectorOpenError, match="holds no polygon, only 2 points"):
        run(source, tmp_path / "clean.gpkg", right_angles=True)
    assert not (tmp_path / "clean.gpkg").exists()


def test_rows_that_are_dropped_are_told(tmp_path: Path) -> None:
    source = tmp_path / "any.gpkg"
    speck, line = box(500_000, 5_599_900, 500_001, 5_599_901), LineString([(500_000, 5_599_900), (500_010, 5_599_900)])
    write_polygons(source, [speck, line, ROOF], crs=UTM, number=[1, 2, 3])
    result, events = run(source, tmp_path / "clean.gpkg", min_area_m2=5)
    assert (result["n"], result["n_dropped"], result["n_changed"]) == (1, 1, 0)
    assert read(tmp_path / "clean.gpkg")[1] == {"number": [3]}
    (warning,) = (event for event in events if event["event"] == "warning")
    assert warning["code"] == "no_polygon" and "1 of 3 rows" in warning["message"]


def test_parts_stay_in_one_row(tmp_path: Path) -> None:
    source = tmp_path / "any.gpkg"
    parts = MultiPolygon([box(500_000, 5_599_900, 500_010, 5_599_910), box(500_020, 5_599_900, 500_030, 5_599_910)])
    speck = MultiPolygon([*parts.geoms, box(500_050, 5_599_900, 500_050.5, 5_599_900.5)])
    write_polygons(source, [speck], crs=UTM, area_m2=[200.25])
    run(source, tmp_path / "clean.gpkg", min_area_m2=1)
    polygons, columns = read(tmp_path / "clean.gpkg")
    assert polygons[0].equals(parts)
    assert columns["area_m2"][0] == pytest.approx(200, rel=2e-3) and columns["area_m2"][0] != 200.25


def test_what_is_cut_at_an_area_in_another_system_lies_in_it(tmp_path: Path) -> None:
    half, outside = box(500_000, 5_599_900, 500_020, 5_599_920), box(500_080, 5_599_900, 500_090, 5_599_910)
    source = footprints(tmp_path / "f.gpkg", half, outside)
    degrees = pyproj.Transformer.from_crs(UTM, "EPSG:4326", always_xy=True)
    area = box(500_010, 5_599_800, 500_050, 5_600_000)
    area = shapely.transform(area, lambda xy: np.column_stack(degrees.transform(*xy.T)))
    write_polygons(tmp_path / "area.geojson", [area], crs="EPSG:4326")
    result, _ = run(source, tmp_path / "clean.gpkg", inside=str(tmp_path / "area.geojson"))
    assert (result["n"], result["n_dropped"], result["n_changed"]) == (1, 1, 1)
    polygons, columns = read(tmp_path / "clean.gpkg")
    assert polygons[0].area == pytest.approx(200, rel=1e-3)
    assert columns["width_m"][0] == pytest.approx(10, rel=2e-3)


@pytest.mark.parametrize("most", [7, 10_000])
def test_neighborhoods_leave_no_gap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(neighborhoods.neighborhoods, "__defaults__", (most,))
    fields = shapely.transform(land(30, 4), lambda xy: xy + (500_000, 5_500_000))
    write_polygons(tmp_path / "land.gpkg", list(fields), crs=UTM)
    run(tmp_path / "land.gpkg", tmp_path / "clean.gpkg", simplify_m=0.8, smooth_m=0.5)
    found, _ = read(tmp_path / "clean.gpkg")
    assert len(found) == len(fields) and shapely.is_valid(found).all() and overlap(found) < 1e-6
    whole = shapely.union_all(found)
    assert whole.geom_type == "Polygon" and not whole.interiors
    assert shapely.get_num_coordinates(found).sum() != shapely.get_num_coordinates(fields).sum()


@cache
def wide_land() -> np.ndarray:
    """Return fields without gaps."""
    return shapely.transform(land(60, 4, side=100), lambda xy: xy + (500_000, 5_500_000))


def cleaned_land(folder: Path, most: int, along: int = 10_000, **changes: Any) -> tuple[np.ndarray, list[dict]]:
    """Return traced fields, cleaned so many at a time, and the events."""
    folder.mkdir()
    write_polygons(folder / "land.gpkg", list(wide_land()), crs=UTM)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(neighborhoods.neighborhoods, "__defaults__", (most,))
        patch.setattr("engine.commands.clean_shapes.MOST_ALONG_LINES", along)
        _, events = run(folder / "land.gpkg", folder / "clean.gpkg", **changes)
    found, _ = read(folder / "clean.gpkg")
    assert len(found) == len(wide_land())
    return found, events


@pytest.mark.parametrize("along", [10_000, 6])
@pytest.mark.parametrize(
    "changes", [{"simplify_m": 0.8}, {"smooth_m": 0.5}, {"simplify_m": 0.8, "smooth_m": 0.5, "min_area_m2": 1.0}]
)
def test_lines_that_divide_a_layer_leave_no_trace(tmp_path: Path, changes: dict[str, float], along: int) -> None:
    whole, _ = cleaned_land(tmp_path / "whole", 10_000, **changes)
    divided, events = cleaned_land(tmp_path / "divided", 7, along, **changes)
    assert shapely.equals(divided, whole).all()
    assert not [event for event in events if event["event"] == "warning"]


@pytest.mark.parametrize("along", [10_000, 6])
def test_walls_on_dividing_lines_become_straight_as_well(tmp_path: Path, along: int) -> None:
    changes = {"right_angles": True, "wall_shift_m": 1.5}
    whole, _ = cleaned_land(tmp_path / "whole", 10_000, **changes)
    divided, _ = cleaned_land(tmp_path / "divided", 7, along, **changes)
    assert shapely.is_valid(divided).all() and overlap(divided) < 1e-6
    assert not shapely.union_all(divided).interiors  # no gap
    n_whole, n_divided = (shapely.get_num_coordinates(each).sum() for each in (whole, divided))
    assert n_divided < 1.35 * n_whole  # as traced they have four times as many


def test_an_area_cuts_what_was_divided(tmp_path: Path) -> None:
    write_polygons(tmp_path / "area.gpkg", [box(500_020, 5_500_020, 500_080, 5_500_080)], crs=UTM)
    changes = {"smooth_m": 0.5, "inside": str(tmp_path / "area.gpkg")}
    write_polygons(tmp_path / "land.gpkg", list(wide_land()), crs=UTM)
    found = {}
    for most in (7, 10_000):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(neighborhoods.neighborhoods, "__defaults__", (most,))
            result, _ = run(tmp_path / "land.gpkg", tmp_path / f"{most}.gpkg", **changes)
        found[most] = read(tmp_path / f"{most}.gpkg")[0], result["n"], result["n_changed"], result["n_dropped"]
    assert found[7][1:] == found[10_000][1:] and found[7][3] > 10
    assert shapely.equals(found[7][0], found[10_000][0]).all()


def test_walls_that_stay_as_they_were_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.commands.clean_shapes._MOST_PASSES", 1)
    _, events = cleaned_land(tmp_path / "divided", 7, smooth_m=0.5)
    (warning,) = (event for event in events if event["event"] == "warning")
    assert warning["code"] == "walls_held" and "of 60 polygons" in warning["message"]


def test_pixel_coordinates_are_told(tmp_path: Path) -> None:
    write_polygons(tmp_path / "photo.gpkg", [ragged(box(0, -100, 60, -60), 3)], crs=None)
    _, events = run(tmp_path / "photo.gpkg", tmp_path / "clean.gpkg", right_angles=True)
    assert [event["code"] for event in events if event["event"] == "warning"] == ["pixel_coordinates"]
    assert [shapely.get_num_coordinates(each) for each in read(tmp_path / "clean.gpkg")[0]] == [5]


def test_bad_input_is_told(tmp_path: Path) -> None:
    source = footprints(tmp_path / "f.gpkg", ROOF)
    with pytest.raises(VectorOpenError, match=r"missing\.gpkg does not exist"):
        run(tmp_path / "missing.gpkg", tmp_path / "o.gpkg", simplify_m=1)
    with pytest.raises(OutputError, match="ending"):
        run(source, tmp_path / "o.txt", simplify_m=1)
    write_polygons(tmp_path / "empty.gpkg", [LineString([(0, 0), (1, 1)])], crs=UTM)
    with pytest.raises(AreaError, match=r"empty\.gpkg holds no polygon"):
        run(source, tmp_path / "o.gpkg", inside=str(tmp_path / "empty.gpkg"))
    write_polygons(tmp_path / "placeless.gpkg", [box(0, 0, 1, 1)], crs=None)
    with pytest.raises(CrsError, match=r"placeless\.gpkg has no coordinate system"):
        run(source, tmp_path / "o.gpkg", inside=str(tmp_path / "placeless.gpkg"))
    assert not (tmp_path / "o.gpkg").exists()


def test_a_stop_leaves_nothing_behind(tmp_path: Path) -> None:
    source, stop = footprints(tmp_path / "f.gpkg", ROOF), StopFlag()
    stop.request()
    settings = CleanShapesSettings(polygons=str(source), output=tmp_path / "o.gpkg", changes=ShapeChanges(smooth_m=1))
    with pytest.raises(Stopped):
        clean_shapes(settings, reporter=SilentReporter(), stop=stop)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["f.gpkg"]


def test_the_result_never_takes_the_place_of_the_input(tmp_path: Path) -> None:
    source = footprints(tmp_path / "f.gpkg", ROOF)
    before = source.read_bytes()
    with pytest.raises(OutputError, match="is also what is read"):
        run(source, source, right_angles=True)
    assert source.read_bytes() == before


def test_a_heap_is_cleaned_one_by_one_and_told(tmp_path: Path) -> None:
    write_polygons(tmp_path / "heap.gpkg", [affinity.translate(ROOF, i / 100, 0) for i in range(60)], crs=UTM)
    result, events = run(tmp_path / "heap.gpkg", tmp_path / "clean.gpkg", right_angles=True)
    assert result["n_changed"] == 60
    assert [event["code"] for event in events if event["event"] == "warning"] == ["heap"]
    found, _ = read(tmp_path / "clean.gpkg")
    assert shapely.get_num_coordinates(found).tolist() == [5] * 60


def test_outlines_of_which_nearly_all_cross_themselves_take_no_longer_than_others(tmp_path: Path) -> None:
    """4,000 stars over each other: 8 million pairs, which nobody may look at one by one."""
    rng = np.random.default_rng(1)
    stars = [Polygon(rng.uniform(0, 100, (8, 2)) + (500_000, 5_500_000)) for _ in range(4_000)]
    write_polygons(tmp_path / "stars.gpkg", stars, crs=UTM)
    began = time.monotonic()
    result, _ = run(tmp_path / "stars.gpkg", tmp_path / "clean.gpkg", right_angles=True, fill_holes_m2=1)
    assert time.monotonic() - began < 30  # it takes one second; pair by pair it takes minutes
    assert result["n"] == 4_000 and result["n_repaired"] > 3_500
    found, _ = read(tmp_path / "clean.gpkg")
    assert shapely.is_valid(found).all()


def test_neighbors_with_common_walls_are_no_heap() -> None:
    bounds = shapely.bounds(land(30, 4))
    rows = np.arange(len(bounds))
    assert not neighborhoods.is_heap(bounds, rows[::2], rows[1::2])
    assert neighborhoods.is_heap(np.tile(bounds, (60, 1)), np.arange(60 * len(rows)), rows[:0])


@pytest.mark.parametrize("far", ["1e308", "NaN", "-1e13"])
def test_places_that_no_map_has_are_left_out_and_told(tmp_path: Path, far: str) -> None:
    ring = f"[[0,0],[{far},0],[1,1],[0,0]]"
    rows = [f'{{"type":"Feature","properties":{{}},"geometry":{{"type":"Polygon","coordinates":[{ring}]}}}}']
    (tmp_path / "멀리 far.geojson").write_text(f'{{"type":"FeatureCollection","features":[{rows[0]}]}}')
    result, events = run(tmp_path / "멀리 far.geojson", tmp_path / "o.gpkg", right_angles=True)
    assert result["n"] == 0 and "no_polygon" in {event.get("code") for event in events}


def test_a_file_where_a_folder_is_needed_is_told(tmp_path: Path) -> None:
    source = footprints(tmp_path / "f.gpkg", ROOF)
    with pytest.raises(OutputError, match="cannot write"):
        run(source, source / "o.gpkg", right_angles=True)
