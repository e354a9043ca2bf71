"""`statistics` counts polygons and adds up their areas, whatever file they come from."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from affine import Affine
from shapely import LineString, MultiPolygon, Polygon, box

from engine.commands.statistics import statistics
from engine.domain.category import categories_named
from engine.domain.footprint import Footprint
from engine.domain.settings import StatisticsSettings
from engine.errors import OutputError, UsageError, VectorOpenError
from engine.events import SilentReporter
from engine.geo.footprint_file import PredictedRaster, open_footprint_file
from engine.geo.grid import PIXEL_COORDINATES, Grid, parse_crs
from engine.geo.measure import measure
from engine.stop import StopFlag
from tests.factories import map_box, write_polygons

GRID = Grid(parse_crs("EPSG:32632").to_wkt(), Affine(1, 0, 500_000, 0, -1, 5_600_000), 100, 100)
PHOTO = Grid(None, PIXEL_COORDINATES, 100, 100)


def write(path: Path, *rows: tuple[str, str, float], grid: Grid = GRID) -> Path:
    """Write footprints (category, raster, side in metres)."""
    rasters = [PredictedRaster(name, grid) for name in ("a.tif", "b.tif")]
    with open_footprint_file(path, rasters=rasters, categories=categories_named(["roof", "tree"])) as file:
        for category, raster, side in rows:
            polygon = grid.to_map(box(0, 0, side, side))
            file.write([Footprint(polygon, category, 0.9, side**2, measure(polygon, grid.crs), raster, "m", "r")])
    return path


def counted(source: Path | str, **options: Any) -> dict[str, Any]:
    reporter = SilentReporter()
    statistics(StatisticsSettings(footprints=str(source), **options), reporter=reporter, stop=StopFlag())
    (event,) = (event for event in reporter.events if event["event"] == "result")
    return {**event["values"], "events": reporter.events}


ROWS = (("tree", "a.tif", 10.0), ("roof", "a.tif", 20.0), ("roof", "b.tif", 40.0))


@pytest.mark.parametrize("ending", [".geojson", ".gpkg", ".parquet"])
def test_polygons_are_counted_per_category(tmp_path: Path, ending: str) -> None:
    found = counted(write(tmp_path / f"f{ending}", *ROWS))
    roof, tree = found["counts"]
    assert (roof["category"], roof["n"]) == ("roof", 2)
    assert roof["total_area_m2"] == pytest.approx(2000, rel=1e-3)
    assert roof["mean_area_m2"] == pytest.approx(1000, rel=1e-3)
    assert (tree["category"], tree["n"]) == ("tree", 1)
    assert found["total"]["n"] == 3 and found["total"]["total_area_m2"] == pytest.approx(2100, rel=1e-3)


@pytest.mark.parametrize("ending", [".geojson", ".gpkg", ".parquet"])
def test_no_footprints_are_none(tmp_path: Path, ending: str) -> None:
    found = counted(write(tmp_path / f"f{ending}"))
    assert found["counts"] == []
    assert found["total"] == {"category": "total", "n": 0, "total_area_m2": 0.0, "mean_area_m2": None}


def test_rasters_are_told_apart(tmp_path: Path) -> None:
    found = counted(write(tmp_path / "f.gpkg", *ROWS), by_raster=True)
    assert [(c["category"], c["raster"], c["n"]) for c in found["counts"]] == [
        ("roof", "a.tif", 1), ("roof", "b.tif", 1), ("tree", "a.tif", 1),
    ]  # fmt: skip


def test_a_person_reads_a_table(tmp_path: Path) -> None:
    lines = counted(write(tmp_path / "f.gpkg", *ROWS), by_raster=True)["text"].splitlines()
    assert lines[0].split() == ["category", "raster", "n", "total", "m²", "mean", "m²"]
    assert [line.split()[0] for line in lines[1:]] == ["roof", "roof", "tree", "total"]
    assert lines[2].split()[:3] == ["roof", "b.tif", "1"]


@pytest.mark.parametrize("batch", [1, 2, 100])
def test_batches_leave_no_trace(tmp_path: Path, batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.geo.footprint_reader._BATCH", batch)
    assert counted(write(tmp_path / "f.gpkg", *ROWS))["total"]["n"] == 3
    assert counted(write(tmp_path / "f.parquet", *ROWS))["total"]["n"] == 3


def test_json_and_csv_go_to_a_file(tmp_path: Path) -> None:
    source = write(tmp_path / "f.gpkg", *ROWS)
    found = counted(source, format="json", output=tmp_path / "counts.json")
    assert json.loads((tmp_path / "counts.json").read_text())["counts"] == found["counts"]
    assert found["text"] == f"3 polygons counted in {tmp_path / 'counts.json'}"
    assert {"event": "artifact", "kind": "statistics", "path": str(tmp_path / "counts.json")} in found["events"]
    counted(source, format="csv", output=tmp_path / "counts.csv", by_raster=True)
    with (tmp_path / "counts.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["n"] for row in rows] == ["1", "1", "1"] and rows[1]["raster"] == "b.tif"


def test_without_metres_only_numbers_are_told(tmp_path: Path) -> None:
    found = counted(write(tmp_path / "f.gpkg", *ROWS, grid=PHOTO))
    assert found["total"] == {"category": "total", "n": 3, "total_area_m2": None, "mean_area_m2": None}
    assert found["text"].splitlines()[1].split() == ["roof", "2", "-", "-"]


@pytest.mark.parametrize("name", ["p.gpkg", "p.geojson", "p.shp"])
def test_any_polygons_are_measured_and_are_of_one_category(tmp_path: Path, name: str) -> None:
    if name == "p.geojson":
        polygons, crs, expected_m2 = [box(9, 50, 9.001, 50.001)] * 2, "EPSG:4326", 2 * 71.7 * 111.2
    else:
        two = MultiPolygon([map_box(0, 0, 10, 10), map_box(20, 0, 10, 20)])
        polygons, crs, expected_m2 = [map_box(0, 0, 10, 10), two], "EPSG:32632", 400
    found = counted(write_polygons(tmp_path / name, polygons, crs=crs))
    assert [count["category"] for count in found["counts"]] == ["object"]
    assert found["total"]["n"] == 2
    assert found["total"]["total_area_m2"] == pytest.approx(expected_m2, rel=5e-3)


def test_what_is_no_polygon_is_left_out_and_told(tmp_path: Path) -> None:
    path = write_polygons(tmp_path / "p.gpkg", [map_box(0, 0, 10, 10), LineString([(0, 0), (1, 1)]), None])
    found = counted(path)
    assert found["total"]["n"] == 1
    (warning,) = (event for event in found["events"] if event["event"] == "warning")
    assert warning["message"].startswith("2 rows of")


def test_an_outline_that_crosses_itself_is_measured_as_if_repaired(tmp_path: Path) -> None:
    x, y = 500_000, 5_600_000
    bow = Polygon([(x, y), (x + 10, y + 10), (x + 10, y), (x, y + 10)])  # two triangles of 25 m²
    found = counted(write_polygons(tmp_path / "p.gpkg", [bow]))
    assert found["total"]["total_area_m2"] == pytest.approx(50, rel=2e-3)


def test_a_row_without_its_area_is_measured(tmp_path: Path) -> None:
    boxes = [map_box(0, 0, 10, 10)] * 2
    found = counted(write_polygons(tmp_path / "p.gpkg", boxes, area_m2=[7.0, None]))
    assert found["total"]["total_area_m2"] == pytest.approx(107, rel=2e-3)


def test_columns_of_the_table_stand_below_each_other_in_korean_too(tmp_path: Path) -> None:
    path = write_polygons(tmp_path / "p.gpkg", [map_box(0, 0, 10, 10)] * 3, category=["지붕", None, "roof"])
    title, none, roof, korean, _ = counted(path)["text"].splitlines()
    assert none.startswith("(none)  ") and roof.startswith("roof ")
    assert title.index(" n") == none.index(" 1") == roof.index(" 1") == korean.index(" 1") + 2


@pytest.mark.parametrize("option", ["output", "sizes"])
@pytest.mark.parametrize("spelling", ["p.gpkg", "folder/../p.gpkg"])
def test_what_is_counted_is_never_written_over(tmp_path: Path, option: str, spelling: str) -> None:
    path = write_polygons(tmp_path / "p.gpkg", [map_box(0, 0, 10, 10)], layer="one")
    (tmp_path / "folder").mkdir()
    before = path.read_bytes()
    with pytest.raises(OutputError, match=r"p.gpkg is also what is read, and would be lost"):
        counted(f"{path}|layername=one", **{option: tmp_path / spelling})
    assert path.read_bytes() == before


def test_sizes_do_not_take_the_place_of_the_numbers(tmp_path: Path) -> None:
    path = write_polygons(tmp_path / "p.gpkg", [map_box(0, 0, 10, 10)])
    with pytest.raises(UsageError, match="--output and --sizes are both"):
        counted(path, output=tmp_path / "n.csv", sizes=tmp_path / "n.csv", format="csv")


def test_one_of_several_layers_can_be_named(tmp_path: Path) -> None:
    path = write_polygons(tmp_path / "p.gpkg", [map_box(0, 0, 10, 10)], layer="one")
    write_polygons(path, [map_box(0, 0, 10, 10)] * 2, layer="two", append=True)
    assert counted(f"{path}|layername=two")["total"]["n"] == 2
    with pytest.raises(VectorOpenError, match=r'p\.gpkg has several layers: "one", "two"'):
        counted(path)


def test_bad_input_is_told(tmp_path: Path) -> None:
    with pytest.raises(VectorOpenError, match="does not exist"):
        counted(tmp_path / "missing.gpkg")
    (tmp_path / "text.geojson").write_text("no polygons")
    with pytest.raises(VectorOpenError, match="cannot be read as a file of polygons"):
        counted(tmp_path / "text.geojson")
    (tmp_path / "text.parquet").write_text("no polygons")
    with pytest.raises(VectorOpenError, match="cannot be read as a file of polygons"):
        counted(tmp_path / "text.parquet")
    coco = write(tmp_path / "f.json", *ROWS)
    with pytest.raises(VectorOpenError) as caught:
        counted(coco)
    assert "COCO" in caught.value.hint
    with pytest.raises(UsageError, match='has no column "raster"'):
        counted(write_polygons(tmp_path / "p.gpkg", [map_box(0, 0, 10, 10)]), by_raster=True)
    with pytest.raises(OutputError):
        counted(write(tmp_path / "f.gpkg", *ROWS), output=tmp_path / "f.gpkg" / "x.csv")
