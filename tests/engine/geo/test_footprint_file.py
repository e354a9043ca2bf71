"""Footprints leave as GeoJSON, GeoPackage, GeoParquet or COCO, whole or not at all."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pyogrio
import pyproj
import pytest
import shapely
from affine import Affine
from pycocotools.coco import COCO
from shapely import Polygon, box

from engine.domain.category import categories_named
from engine.domain.footprint import Footprint, Measures
from engine.errors import CrsError, OutputError
from engine.geo.footprint_coco import run_lengths
from engine.geo.footprint_file import PredictedRaster, check_footprint_path, open_footprint_file
from engine.geo.footprint_geojson import halves_at_meridian
from engine.geo.footprint_layout import COLUMNS, attributes
from engine.geo.grid import PIXEL_COORDINATES, Grid
from engine.geo.measure import NO_MEASURES
from engine.geo.polygon_file import write_polygons

ENDINGS = [".geojson", ".gpkg", ".parquet", ".json"]
NAMES = (
    "category", "score", "area_m2", "perimeter_m", "length_m", "width_m",
    "orientation_deg", "raster", "model", "run_id",
)  # fmt: skip
UTM = pyproj.CRS("EPSG:32632").to_wkt()
CITY = PredictedRaster("city.tif", Grid(UTM, Affine(1, 0, 500_000, 0, -1, 5_600_000), 40, 60))
OTHER = PredictedRaster(
    "other.tif", Grid(pyproj.CRS("EPSG:32631").to_wkt(), Affine(1, 0, 920_000, 0, -1, 5_600_000), 40, 60)
)
PHOTO = PredictedRaster("photo.jpg", Grid(None, PIXEL_COORDINATES, 40, 60))
CATEGORIES = categories_named(["roof", "tree"])
WITH_HOLE = Polygon(box(10, 5, 20, 15).exterior, [box(12, 7, 15, 9).exterior.coords])


def footprint(raster: PredictedRaster = CITY, pixels: Polygon | None = None, category: str = "roof") -> Footprint:
    """Return a footprint given by its polygon in pixel coordinates."""
    pixels = box(10, 5, 20, 15) if pixels is None else pixels
    has_crs = raster.grid.crs is not None
    measures = Measures(100.12345, 40.0, 10.0, 10.0, 179.98) if has_crs else NO_MEASURES
    return Footprint(raster.grid.to_map(pixels), category, 0.87654321, pixels.area, measures, raster.name, "m", "r1")


def write(path: Path, *footprints: Footprint, rasters: tuple[PredictedRaster, ...] = (CITY,)) -> Path:
    with open_footprint_file(path, rasters=rasters, categories=CATEGORIES) as file:
        for each in footprints:
            file.write([each])
    return path


def read(path: Path):
    """Return (columns, polygons, values by column, CRS) as pyogrio or pyarrow finds them."""
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        geo = json.loads(table.schema.metadata[b"geo"])
        values = {name: table[name].to_pylist() for name in table.column_names if name != "geometry"}
        return list(values), shapely.from_wkb(table["geometry"].to_pylist()), values, geo
    meta, _, wkb, fields = pyogrio.raw.read(path)
    names = list(meta["fields"])
    return names, shapely.from_wkb(wkb), dict(zip(names, fields, strict=True)), meta["crs"]


@pytest.mark.parametrize("ending", [".geojson", ".gpkg", ".parquet"])
@pytest.mark.parametrize("raster", [CITY, PHOTO], ids=["with CRS", "without CRS"])
def test_no_footprints_make_a_valid_empty_file(tmp_path: Path, ending: str, raster: PredictedRaster) -> None:
    path = write(tmp_path / f"none{ending}", rasters=(raster,))
    names, polygons, _, _ = read(path)
    assert len(polygons) == 0
    assert ending == ".geojson" or tuple(names) == NAMES  # an empty GeoJSON file has no place for columns
    assert list(tmp_path.iterdir()) == [path]


def test_no_footprints_make_a_valid_coco_file(tmp_path: Path) -> None:
    coco = COCO(str(write(tmp_path / "none.json")))
    assert coco.getAnnIds() == []
    assert coco.loadImgs([1])[0] == {"id": 1, "file_name": "city.tif", "width": 60, "height": 40}


def test_the_columns_are_these_in_this_order() -> None:
    assert COLUMNS == NAMES
    assert tuple(attributes(footprint())) == NAMES


def test_values_are_rounded_to_what_they_are_worth() -> None:
    values = attributes(footprint())
    assert values["score"] == 0.8765
    assert values["area_m2"] == 100.123
    assert values["orientation_deg"] == 0.0  # 179.98 is 180.0, which is 0


@pytest.mark.parametrize("ending", [".geojson", ".gpkg", ".parquet"])
def test_columns_and_values_come_back(tmp_path: Path, ending: str) -> None:
    names, polygons, values, _ = read(write(tmp_path / f"one{ending}", footprint(), footprint(category="tree")))
    assert tuple(names) == NAMES
    assert list(values["category"]) == ["roof", "tree"]
    assert values["score"][0] == 0.8765 and values["area_m2"][0] == 100.123
    assert values["raster"][0] == "city.tif" and values["model"][0] == "m" and values["run_id"][0] == "r1"
    assert shapely.is_valid(polygons).all()
    assert (shapely.get_type_id(polygons) == 3).all()


@pytest.mark.parametrize("ending", [".gpkg", ".parquet"])
def test_tables_are_in_the_crs_of_the_raster(tmp_path: Path, ending: str) -> None:
    path = write(tmp_path / f"one{ending}", footprint())
    _, polygons, _, crs = read(path)
    assert polygons[0].bounds == (500_010, 5_599_985, 500_020, 5_599_995)
    found = crs["columns"]["geometry"]["crs"] if ending == ".parquet" else crs
    assert pyproj.CRS.from_user_input(found).equals(pyproj.CRS("EPSG:32632"))


def test_geoparquet_says_what_it_is(tmp_path: Path) -> None:
    geo = read(write(tmp_path / "one.parquet", footprint()))[3]
    assert geo["version"] == "1.1.0"
    assert geo["columns"]["geometry"]["encoding"] == "WKB"
    assert read(write(tmp_path / "photo.parquet", rasters=(PHOTO,)))[3]["columns"]["geometry"]["crs"] is None


def test_geopackage_has_the_layer_footprints(tmp_path: Path) -> None:
    path = write(tmp_path / "one.gpkg", footprint())
    assert pyogrio.list_layers(path).tolist() == [["footprints", "Polygon"]]


def test_geojson_is_longitude_and_latitude_counterclockwise_without_a_crs(tmp_path: Path) -> None:
    path = write(tmp_path / "one.geojson", footprint(pixels=WITH_HOLE))
    document = json.loads(path.read_text())
    assert set(document) == {"type", "features"}
    shell, hole = document["features"][0]["geometry"]["coordinates"]
    lon, lat = shell[0]
    assert 9.0 < lon < 9.001 and 50.5 < lat < 50.6
    assert shapely.LinearRing(shell).is_ccw and not shapely.LinearRing(hole).is_ccw
    assert shell[0] == shell[-1]
    assert any(len(str(x).split(".")[1]) >= 7 for x, _ in shell)


def test_the_same_footprints_make_the_same_bytes(tmp_path: Path) -> None:
    for ending in (".geojson", ".json", ".parquet"):
        one, two = (write(tmp_path / f"{name}{ending}", footprint(), footprint()) for name in "ab")
        assert one.read_bytes() == two.read_bytes()


def test_the_same_footprints_make_the_same_geopackage_but_for_its_date(tmp_path: Path) -> None:
    one, two = (write(tmp_path / f"{name}.gpkg", *[footprint()] * 3) for name in "ab")
    assert content(one) == content(two)
    assert any('INSERT INTO "footprints"' in line for line in content(one))


def content(path: Path) -> list[str]:
    """Return all that a GeoPackage holds as SQL, without the time at which it was written."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE gpkg_contents SET last_change = ''")
        return list(database.iterdump())


@pytest.mark.parametrize("ending", [".geojson", ".gpkg", ".parquet"])
def test_without_a_crs_coordinates_are_those_of_qgis_and_measures_are_null(tmp_path: Path, ending: str) -> None:
    _, polygons, values, _ = read(write(tmp_path / f"one{ending}", footprint(PHOTO), rasters=(PHOTO,)))
    assert polygons[0].bounds == (10, -15, 20, -5)
    assert values["area_m2"][0] is None or np.isnan(values["area_m2"][0])


@pytest.mark.parametrize("ending", [".gpkg", ".parquet"])
def test_other_rasters_are_brought_into_the_crs_of_the_first(tmp_path: Path, ending: str) -> None:
    to_degrees = pyproj.Transformer.from_crs(UTM, 4326, always_xy=True)
    lon, lat = to_degrees.transform(500_000, 5_600_000)
    degrees = PredictedRaster("other.tif", Grid(pyproj.CRS(4326).to_wkt(), Affine(1e-5, 0, lon, 0, -1e-5, lat), 40, 60))
    path = write(tmp_path / f"two{ending}", footprint(), footprint(degrees), rasters=(CITY, degrees))
    _, polygons, _, _ = read(path)
    assert polygons[1].centroid.distance(shapely.Point(500_010.6, 5_599_988.9)) < 0.2
    assert shapely.is_valid(polygons).all()


def test_rasters_with_and_without_a_crs_do_not_fit_into_one_file(tmp_path: Path) -> None:
    with pytest.raises(CrsError, match=r"photo\.jpg has no coordinate system and city\.tif has one"):
        write(tmp_path / "two.gpkg", rasters=(CITY, PHOTO))
    assert list(tmp_path.iterdir()) == []


def test_coco_has_pixels_from_the_top_left_corner(tmp_path: Path) -> None:
    coco = COCO(str(write(tmp_path / "one.json", footprint(category="tree"))))
    (annotation,) = coco.loadAnns(coco.getAnnIds())
    assert annotation["bbox"] == [10, 5, 10, 10]
    assert annotation["area"] == 100
    assert annotation["category_id"] == 2 and annotation["image_id"] == 1 and annotation["iscrowd"] == 0
    assert annotation["score"] == 0.8765
    mask = coco.annToMask(annotation)
    assert mask.shape == (40, 60)
    assert mask[5:15, 10:20].all() and mask.sum() == 100


def test_coco_keeps_holes_by_run_lengths(tmp_path: Path) -> None:
    coco = COCO(str(write(tmp_path / "one.json", footprint(pixels=WITH_HOLE))))
    mask = coco.annToMask(coco.loadAnns(coco.getAnnIds())[0])
    assert mask.sum() == 100 - 6
    assert not mask[7:9, 12:15].any()


@pytest.mark.parametrize("polygon", [box(0, 0, 3, 4), box(1, 1, 3, 3), box(0, 0, 6, 4), box(-1, 2, 2, 9), WITH_HOLE])
def test_run_lengths_are_those_of_the_mask(polygon: Polygon) -> None:
    from rasterio import features

    counts = run_lengths(polygon, 4, 6)["counts"]
    assert sum(counts) == 24
    flat = np.repeat(np.arange(len(counts)) % 2, counts)
    inside = polygon.intersection(box(0, 0, 6, 4))
    expected = np.zeros((4, 6)) if inside.is_empty else features.rasterize([inside], out_shape=(4, 6))
    assert (expected == flat.reshape(6, 4).T).all()


def test_coco_tells_images_apart(tmp_path: Path) -> None:
    other = PredictedRaster("other.tif", CITY.grid)
    coco = COCO(str(write(tmp_path / "two.json", footprint(), footprint(other), rasters=(CITY, other))))
    assert [each["image_id"] for each in coco.loadAnns(coco.getAnnIds())] == [1, 2]


def test_a_footprint_across_the_180th_meridian_is_cut_in_two() -> None:
    west, east = halves_at_meridian(Polygon([(179, 0), (-179, 0), (-179, 1), (179, 1)]))
    assert west.equals(box(179, 0, 180, 1))
    assert east.equals(box(-180, 0, -179, 1))


@pytest.mark.parametrize("ending", ENDINGS)
def test_many_footprints_go_through_in_batches(tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.geo.footprint_gpkg._BATCH", 3)
    monkeypatch.setattr("engine.geo.footprint_parquet._ROW_GROUP", 3)
    many = [footprint(pixels=box(i, 0, i + 1, 2)) for i in range(10)]
    path = write(tmp_path / f"many{ending}", *many)
    if ending == ".json":
        assert len(COCO(str(path)).getAnnIds()) == 10
    else:
        _, polygons, _, _ = read(path)
        x = [polygon.bounds[0] for polygon in polygons]
        assert len(x) == 10 and x == sorted(x)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"old{ending}"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), open_footprint_file(path, rasters=[CITY], categories=CATEGORIES) as file:
        file.write([footprint()])
        raise ZeroDivisionError
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_old_file_is_replaced(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"old{ending}"
    path.write_text("old")
    companion = tmp_path / f"old{ending}-wal"
    companion.write_text("what SQLite left behind")
    write(path, footprint())
    assert path.read_bytes() != b"old"
    assert companion.exists() == (ending != ".gpkg")


@pytest.mark.parametrize(
    "name, message",
    [
        ("out.shp", r"the ending '.shp' is unknown"),
        ("out", "does not say what to write"),
        ("missing/out.gpkg", "the folder .*missing does not exist"),
        ("folder.gpkg", "is a folder"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_before_the_work(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder.gpkg").mkdir()
    with pytest.raises(OutputError, match=message) as caught:
        check_footprint_path(tmp_path / name)
    assert caught.value.hint


def test_a_disk_that_fails_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = open_footprint_file(tmp_path / "out.geojson", rasters=[CITY], categories=CATEGORIES)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file._format, "write", fail)
    with pytest.raises(OutputError, match=r"cannot write .*out\.geojson: .*No space left on device"), file:
        file.write([footprint()])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_disk_that_is_full_at_the_end_leaves_the_file_from_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    (tmp_path / f"out{ending}").write_text("before")
    file = open_footprint_file(tmp_path / f"out{ending}", rasters=[CITY], categories=CATEGORIES)
    monkeypatch.setattr("shutil.disk_usage", lambda path: shutil._ntuple_diskusage(1 << 30, 1 << 30, 0))
    with pytest.raises(OutputError, match=rf"cannot write .*out\{ending}: the disk is full"), file:
        file.write([footprint()])
    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_footprints_together_are_written_as_one_by_one(tmp_path: Path, ending: str) -> None:
    turned = footprint(pixels=WITH_HOLE.reverse())
    some = [footprint(), turned, footprint(OTHER, category="tree"), footprint(pixels=WITH_HOLE)]
    one_by_one = write(tmp_path / f"a{ending}", *some, rasters=(CITY, OTHER))
    together = tmp_path / f"b{ending}"
    with open_footprint_file(together, rasters=(CITY, OTHER), categories=CATEGORIES) as file:
        file.write(some)
        file.write([])
    if ending == ".gpkg":
        assert content(together) == content(one_by_one)
    else:
        assert together.read_bytes() == one_by_one.read_bytes()
    if ending in (".gpkg", ".parquet"):
        _, polygons, _, _ = read(together)
        assert shapely.is_ccw(shapely.get_exterior_ring(polygons)).all()
        assert not shapely.is_ccw(shapely.get_interior_ring(polygons[[1, 3]], 0)).any()


def test_a_place_without_longitude_and_latitude_is_told(tmp_path: Path) -> None:
    site = PredictedRaster(
        "site.tif", Grid(pyproj.CRS.from_wkt('LOCAL_CS["site",UNIT["metre",1]]').to_wkt(), CITY.grid.transform, 40, 60)
    )
    with pytest.raises(OutputError, match=r"a footprint of site\.tif at .* has no place in WGS 84"):
        write(tmp_path / "one.geojson", footprint(site), rasters=(site,))


def test_a_geopackage_with_other_layers_is_left_alone(tmp_path: Path) -> None:
    project = tmp_path / "site.gpkg"
    write_polygons(project, np.array([box(0, 0, 1, 1)], object), {}, crs=pyproj.CRS(UTM), layer="labels")
    with pytest.raises(OutputError, match=r"site\.gpkg holds other layers, which would be lost: labels"):
        check_footprint_path(project)
    earlier = tmp_path / "found.gpkg"
    with open_footprint_file(earlier, rasters=[CITY], categories=CATEGORIES) as file:
        file.write([footprint()])
    check_footprint_path(earlier)
