"""Polygons with all their attributes go through, batch by batch."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import geopandas
import pandas
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely
from shapely import box

from engine.errors import CategoryFieldError, OutputError, Stopped, VectorOpenError
from engine.geo.polygon_stream import open_polygon_stream, with_column, write_polygon_stream
from tests.factories import UTM, write_polygons

ENDINGS = (".gpkg", ".geojson", ".parquet")
FIELD = pa.field("kind", pa.string())


def frame(n: int) -> geopandas.GeoDataFrame:
    """Return polygons as geopandas, another program, has them."""
    polygons = [box(500_000 + 10 * i, 5_600_000, 500_005 + 10 * i, 5_600_005) for i in range(n)]
    columns = {
        "name": [f"Dach {i}" if i else None for i in range(n)],
        "n": range(n),
        "height": [1.5 * i for i in range(n)],
        "when": pandas.to_datetime(["2026-01-02T03:04:05Z"] * n),
    }
    return geopandas.GeoDataFrame(columns, geometry=polygons, crs=UTM)


def save(data: geopandas.GeoDataFrame, path: Path) -> Path:
    if path.suffix == ".parquet":
        data.to_parquet(path)
    else:
        data.to_file(path)
    return path


def load(path: Path) -> Any:
    return geopandas.read_parquet(path) if path.suffix == ".parquet" else geopandas.read_file(path)


def through(source: Path, target: Path, n_rows: int = 2) -> int:
    stream = open_polygon_stream(str(source))
    tables = (with_column(batch.table, FIELD, ["x"] * len(batch)) for batch in stream.batches(n_rows))
    return write_polygon_stream(target, stream, tables)


@pytest.mark.parametrize("source", ENDINGS)
@pytest.mark.parametrize("target", ENDINGS)
def test_every_attribute_and_every_point_arrives(tmp_path: Path, source: str, target: str) -> None:
    data = frame(5)
    assert through(save(data, tmp_path / f"a{source}"), tmp_path / f"b{target}") == 5
    read = load(tmp_path / f"b{target}")
    assert read["kind"].tolist() == ["x"] * 5
    assert read["name"].tolist()[1:] == data["name"].tolist()[1:] and pandas.isna(read["name"][0])
    assert read["height"].tolist() == data["height"].tolist() and read["n"].tolist() == data["n"].tolist()
    assert str(read["when"][0])[:19] == "2026-01-02 03:04:05"
    there = read.to_crs(UTM).geometry
    assert all(one.hausdorff_distance(other) < 0.01 for one, other in zip(there, data.geometry, strict=True))


def test_feature_ids_of_geopackages_stay(tmp_path: Path) -> None:
    path = save(frame(4), tmp_path / "a.gpkg")
    assert [batch.ids.tolist() for batch in open_polygon_stream(str(path)).batches(3)] == [[1, 2, 3], [4]]
    assert [b.ids.tolist() for b in open_polygon_stream(str(save(frame(2), tmp_path / "b.geojson"))).batches(3)] == [
        [1, 2]
    ]


def test_an_empty_layer_stays_a_layer(tmp_path: Path) -> None:
    path = write_polygons(tmp_path / "a.gpkg", [], name=[], geometry_type="Polygon")
    assert through(path, tmp_path / "b.gpkg") == 0
    assert len(load(tmp_path / "b.gpkg")) == 0


def test_a_column_of_that_name_is_replaced(tmp_path: Path) -> None:
    path = write_polygons(tmp_path / "a.gpkg", [box(0, 0, 1, 1)], kind=["old"])
    through(path, tmp_path / "b.gpkg")
    assert load(tmp_path / "b.gpkg")["kind"].tolist() == ["x"]


def test_what_stops_the_maker_stops_the_writer_and_leaves_nothing(tmp_path: Path) -> None:
    stream = open_polygon_stream(str(save(frame(6), tmp_path / "a.gpkg")))

    def tables() -> Iterator[pa.RecordBatch]:
        for i, batch in enumerate(stream.batches(2)):
            if i == 2:
                raise Stopped("kept")
            yield batch.table

    for ending in ENDINGS:
        with pytest.raises(Stopped, match="kept"):
            write_polygon_stream(tmp_path / f"b{ending}", stream, tables())
    assert [path.name for path in tmp_path.iterdir()] == ["a.gpkg"]


def test_a_geojson_of_pixels_has_no_crs(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    path.write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": '
        + shapely.to_geojson(box(0, -600, 500, 0))
        + "}]}"
    )
    assert open_polygon_stream(str(path)).crs is None


def test_fields_are_found_whatever_their_case(tmp_path: Path) -> None:
    stream = open_polygon_stream(str(write_polygons(tmp_path / "a.gpkg", [box(0, 0, 1, 1)], Kind=["x"])))
    assert stream.field("kind") == "Kind"
    with pytest.raises(CategoryFieldError, match='has no field "species"') as error:
        stream.field("species")
    assert error.value.hint == 'It has "Kind".'


def test_errors_name_the_file(tmp_path: Path) -> None:
    with pytest.raises(VectorOpenError, match="does not exist"):
        open_polygon_stream(str(tmp_path / "missing.gpkg"))
    (tmp_path / "text.gpkg").write_text("no database")
    with pytest.raises(VectorOpenError, match="cannot be read as a file of polygons"):
        open_polygon_stream(str(tmp_path / "text.gpkg"))
    path = write_polygons(tmp_path / "a.gpkg", [box(0, 0, 1, 1)], layer="one")
    write_polygons(path, [box(0, 0, 1, 1)], layer="two", append=True)
    with pytest.raises(VectorOpenError, match='several layers: "one", "two"'):
        open_polygon_stream(str(path))
    assert open_polygon_stream(f"{path}|layername=two").layer == "two"
    with pytest.raises(OutputError, match="has an ending that no layer with attributes has"):
        write_polygon_stream(tmp_path / "b.json", open_polygon_stream(f"{path}|one"), iter(()))


@pytest.mark.parametrize("target", ENDINGS)
@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("id", [7, 9]),
        ("id", [7, 7]),
        ("Ogc_fid", ["a", "b"]),
        ("fid", [7, 7]),
        ("fid", ["a", "b"]),
        ("FID", [1.5, 2.5]),
        ("geom", ["a", "b"]),
        ("wkb_geometry", ["a", "b"]),
        ("이름 a", ["건물", "b"]),
    ],
)
def test_attributes_may_be_called_as_a_format_calls_its_own(
    tmp_path: Path, target: str, name: str, values: list[Any]
) -> None:
    source = write_geojson(tmp_path / "a.geojson", [{name: each} for each in values])
    assert through(source, tmp_path / f"b{target}") == 2
    assert attribute(tmp_path / f"b{target}", name) == values


@pytest.mark.parametrize("target", ENDINGS)
def test_names_that_differ_in_capitals_only_stay_apart(tmp_path: Path, target: str) -> None:
    source = write_geojson(tmp_path / "a.geojson", [{"Name": "x", "name": "y"}])
    assert through(source, tmp_path / f"b{target}") == 1
    second = "name" if target == ".parquet" else "name_2"
    assert (attribute(tmp_path / f"b{target}", "Name"), attribute(tmp_path / f"b{target}", second)) == (["x"], ["y"])


def write_geojson(path: Path, properties: list[dict[str, Any]]) -> Path:
    features = [
        {"type": "Feature", "properties": each, "geometry": shapely.geometry.mapping(box(i, 0, i + 0.5, 1))}
        for i, each in enumerate(properties)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def attribute(path: Path, name: str) -> list[Any]:
    """Return the values of an attribute, read without DeepSeg."""
    if path.suffix == ".parquet":
        return list(pq.read_table(path).column(name).to_pylist())
    if path.suffix == ".geojson":
        return [each["properties"][name] for each in json.loads(path.read_text(encoding="utf-8"))["features"]]
    with closing(sqlite3.connect(path)) as db:
        return [value for (value,) in db.execute(f'SELECT "{name}" FROM "{path.stem}"')]
