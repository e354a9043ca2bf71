"""Files of polygons, and what they lack."""

from __future__ import annotations

import json

import pyproj
import pytest
import shapely

from engine.errors import CategoryFieldError, CrsError, VectorOpenError
from engine.geo.vector import read_polygons, split_source
from tests.factories import UTM, write_polygons

BOX = shapely.box(500_000, 5_600_000, 500_002, 5_600_002)
SMALL = shapely.box(500_010, 5_600_000, 500_011, 5_600_001)


@pytest.mark.parametrize(
    "source, path, layer",
    [
        ("a.gpkg", "a.gpkg", None),
        ("a.gpkg|roofs", "a.gpkg", "roofs"),
        ("a.gpkg|layername=roofs", "a.gpkg", "roofs"),
        ("C:/my data/a.gpkg|layername=flat roofs|geometrytype=Polygon", "C:/my data/a.gpkg", "flat roofs"),
        ("a.geojson|", "a.geojson", None),
    ],
)
def test_file_and_layer_are_told_apart(source, path, layer):
    assert split_source(source)[0].as_posix() == path
    assert split_source(source)[1] == layer


@pytest.mark.parametrize("name", ["a.gpkg", "a.shp", "a.fgb", "a.gml", "a.kml", "a.geojson", "a.sqlite"])
def test_formats_that_people_have(tmp_path, name):
    keeps_crs = name not in ("a.kml", "a.geojson")
    box = BOX if keeps_crs else shapely.box(9, 50, 9.1, 50.1)
    kind = "Polygon" if name in ("a.shp", "a.fgb") else "Unknown"
    path = write_polygons(tmp_path / name, [box], crs=UTM if keeps_crs else "EPSG:4326", geometry_type=kind, kind=["x"])
    table = read_polygons(str(path), field="kind" if name != "a.kml" else None)
    assert len(table.polygons) == 1 and table.polygons[0].bounds == pytest.approx(box.bounds)
    assert table.crs.to_epsg() == (32632 if keeps_crs else 4326)
    assert table.values == (("x",) if name != "a.kml" else (None,))


def test_parts_keep_row_and_value(tmp_path):
    multi = shapely.MultiPolygon([BOX, SMALL])
    path = write_polygons(tmp_path / "a.gpkg", [SMALL, multi], kind=["shed", "roof"], height=[1.5, 2.5])
    table = read_polygons(str(path), field="kind")
    assert table.rows.tolist() == [0, 1, 1] and table.values == ("shed", "roof", "roof")
    assert table.columns == ("kind", "height") and table.n_rows == 2 and table.name == "a.gpkg"


def test_without_field_there_are_no_values(tmp_path):
    table = read_polygons(str(write_polygons(tmp_path / "a.gpkg", [BOX], kind=["roof"])))
    assert table.values == (None,) and table.columns == ("kind",)


@pytest.mark.parametrize(
    "given, read",
    [
        (["a", None], ("a", None)),
        ([1, 2], (1, 2)),
        ([1.0, 2.5], (1.0, 2.5)),
        ([None, 2], (None, 2)),
        ([True, False], (True, False)),
    ],
)
def test_values_of_every_type_and_null(tmp_path, given, read):
    path = write_polygons(tmp_path / "a.gpkg", [BOX, SMALL], kind=given)
    assert read_polygons(str(path), field="kind").values == read


def test_the_case_of_a_field_does_not_matter_when_it_is_clear(tmp_path):
    path = write_polygons(tmp_path / "a.shp", [BOX], geometry_type="Polygon", KIND=["roof"])
    assert read_polygons(str(path), field="kind").values == ("roof",)


def test_broken_empty_and_other_geometries_are_counted(tmp_path):
    bow_tie = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    path = write_polygons(tmp_path / "a.gpkg", [BOX, bow_tie, None, shapely.Polygon(), shapely.Point(1, 1)])
    table = read_polygons(str(path))
    assert table.rows.tolist() == [0, 1, 1]
    assert (table.n_rows, table.n_repaired, table.n_skipped) == (5, 1, 3)
    assert table.skipped == {"empty": 2, "no polygon": 1}


def test_curves_are_made_linear(tmp_path):
    (tmp_path / "a.csv").write_text(
        'WKT,kind\n"CURVEPOLYGON(CIRCULARSTRING(0 1,1 2,2 1,1 0,0 1))",pond\n"MULTISURFACE(((5 5,6 5,6 6,5 5)))",pond\n'
    )
    table = read_polygons(str(tmp_path / "a.csv"), field="kind")
    assert shapely.area(table.polygons).tolist() == pytest.approx([3.14159, 0.5], abs=0.01)
    assert table.values == ("pond", "pond")


def test_geojson_without_crs_is_in_degrees(tmp_path):
    _geojson(tmp_path / "a.geojson", shapely.box(9, 50, 9.1, 50.1))
    assert read_polygons(str(tmp_path / "a.geojson")).crs.to_epsg() == 4326


def test_geojson_without_crs_beyond_all_degrees_has_none(tmp_path):
    _geojson(tmp_path / "a.geojson", BOX)
    assert read_polygons(str(tmp_path / "a.geojson")).crs is None
    assert read_polygons(str(tmp_path / "a.geojson"), crs=UTM).crs == pyproj.CRS(UTM)


def test_geojson_that_states_a_crs_has_it(tmp_path):
    _geojson(tmp_path / "a.geojson", BOX, crs="urn:ogc:def:crs:EPSG::32632")
    assert read_polygons(str(tmp_path / "a.geojson")).crs.to_epsg() == 32632


def test_a_file_without_crs_has_none(tmp_path):
    path = write_polygons(tmp_path / "a.shp", [BOX], crs=None, geometry_type="Polygon", kind=["x"])
    assert read_polygons(str(path)).crs is None


def test_a_crs_that_is_nowhere_is_none(tmp_path):
    path = write_polygons(tmp_path / "a.gpkg", [BOX], crs='LOCAL_CS["Undefined Cartesian SRS",UNIT["Meter",1]]')
    assert read_polygons(str(path)).crs is None


def test_a_stated_crs_does_not_replace_the_files_own(tmp_path):
    assert read_polygons(str(write_polygons(tmp_path / "a.gpkg", [BOX])), crs="EPSG:31370").crs.to_epsg() == 32632


def test_layers_are_chosen_by_name(tmp_path):
    path = write_polygons(tmp_path / "site.gpkg", [BOX], layer="roofs")
    write_polygons(path, [SMALL, SMALL], layer="ponds", append=True)
    assert len(read_polygons(f"{path}|ponds").polygons) == 2
    assert read_polygons(f"{path}|layername=roofs").name == "site.gpkg|roofs"
    with pytest.raises(VectorOpenError, match=r'site\.gpkg has several layers: "roofs", "ponds"') as caught:
        read_polygons(str(path))
    assert caught.value.hint == "Name the one you mean: site.gpkg|roofs"
    with pytest.raises(VectorOpenError, match=r'site\.gpkg has no layer "walls"') as caught:
        read_polygons(f"{path}|walls")
    assert caught.value.hint == 'It has "roofs", "ponds".'


def test_a_layer_without_rows_has_no_polygons(tmp_path):
    table = read_polygons(str(write_polygons(tmp_path / "a.gpkg", [], kind=[])))
    assert len(table.polygons) == 0 and table.values == () and table.bounds is None


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(VectorOpenError, match=r"gone\.gpkg does not exist"):
        read_polygons(str(tmp_path / "gone.gpkg"))


@pytest.mark.parametrize("name, content", [("a.gpkg", "hello"), ("a.geojson", "{"), ("a.shp", ""), ("a.txt", "a,b")])
def test_other_files_hold_no_polygons(tmp_path, name, content):
    (tmp_path / name).write_text(content)
    with pytest.raises(VectorOpenError, match=f"{name} cannot be read as a file of polygons"):
        read_polygons(str(tmp_path / name))


def test_an_empty_file_and_a_folder_are_told_as_such(tmp_path):
    (tmp_path / "a.gpkg").touch()
    with pytest.raises(VectorOpenError, match=r"a\.gpkg cannot be read as a file of polygons: it is empty$"):
        read_polygons(str(tmp_path / "a.gpkg"))
    with pytest.raises(VectorOpenError, match="is a folder, and no file of polygons"):
        read_polygons(str(tmp_path))


def test_a_table_without_geometry_is_no_file_of_polygons(tmp_path):
    (tmp_path / "a.csv").write_text("name,kind\nx,y\n")
    with pytest.raises(VectorOpenError, match=r"a\.csv holds no layer with geometry"):
        read_polygons(str(tmp_path / "a.csv"))


def test_a_missing_field_is_named_with_those_there_are(tmp_path):
    path = write_polygons(tmp_path / "a.gpkg", [BOX], kind=["roof"], height=[1.0])
    with pytest.raises(CategoryFieldError, match=r'a\.gpkg has no field "class"') as caught:
        read_polygons(str(path), field="class")
    assert caught.value.hint == 'It has "kind", "height".'


def test_an_unknown_crs_is_named(tmp_path):
    with pytest.raises(CrsError, match="nonsense"):
        read_polygons(str(write_polygons(tmp_path / "a.gpkg", [BOX])), crs="nonsense")


def _geojson(path, polygon, crs=None):
    collection = {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": {}, "geometry": shapely.geometry.mapping(polygon)}],
    }
    if crs:
        collection["crs"] = {"type": "name", "properties": {"name": crs}}
    path.write_text(json.dumps(collection))
