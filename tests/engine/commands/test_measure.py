"""`measure` adds columns to any layer of polygons, and keeps what was known of them."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
from affine import Affine
from shapely import GeometryCollection, LineString, MultiPoint, MultiPolygon, Point, Polygon, box

from engine.cli.main import make_parser
from engine.cli.options import checked
from engine.commands.measure import measure
from engine.domain.measure_settings import MeasureSettings
from engine.errors import BandCountError, CrsError, OutputError, RasterOpenError, Stopped, UsageError, VectorOpenError
from engine.events import SilentReporter
from engine.geo.raster_handles import Handles
from engine.stop import StopFlag
from tests.factories import NORTH_UP, map_box, numbered_pixels, write_polygons, write_raster

SQUARES = [map_box(0, 0, 10, 10), map_box(5, 7, 4, 2.5), map_box(100, 100, 3, 3)]


def measured(polygons: Path | str, output: Path, **options: Any) -> tuple[geopandas.GeoDataFrame, SilentReporter]:
    reporter = SilentReporter()
    measure(MeasureSettings(polygons=str(polygons), output=output, **options), reporter=reporter, stop=StopFlag())
    read = geopandas.read_parquet if output.suffix == ".parquet" else geopandas.read_file
    return read(output), reporter


def photo(folder: Path, n_bands: int = 3, **options: Any) -> Path:
    return write_raster(folder / "photo.tif", numbered_pixels(20, 30, n_bands), **options)


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".parquet"])
def test_all_that_was_known_stays_in_its_order(tmp_path: Path, ending: str) -> None:
    source = write_polygons(
        tmp_path / "in.gpkg", SQUARES, category=["roof", None, "tree"], nr=[3, 1, 2], share=[0.5, 0.25, None]
    )
    found, reporter = measured(source, tmp_path / f"out{ending}")
    assert list(found.columns[:3]) == ["category", "nr", "share"] and "area_m2" in found.columns
    assert found["nr"].tolist() == [3, 1, 2]
    assert found["category"].tolist()[0] == "roof" and found["category"].isna().tolist() == [False, True, False]
    assert found["area_m2"].tolist() == pytest.approx([100, 10, 9], rel=2e-3)
    assert found["n_holes"].tolist() == [0, 0, 0]
    assert found.crs.to_epsg() == (4326 if ending == ".geojson" else 32632)
    (result,) = reporter.named("result")
    assert result["values"]["n"] == 3 and "raster_pixels" not in result["values"]["columns"]


def test_the_file_that_is_measured_keeps_its_other_layers(tmp_path: Path) -> None:
    source = write_polygons(tmp_path / "site.gpkg", SQUARES, layer="labels")
    write_polygons(source, SQUARES[:1], layer="areas", append=True)
    before = source.read_bytes()
    with pytest.raises(OutputError, match=r"site.gpkg is also what is read, and would be lost"):
        measured(f"{source}|labels", source)
    assert source.read_bytes() == before
    alone = write_polygons(tmp_path / "alone.gpkg", SQUARES)
    assert len(measured(alone, alone)[0]) == 3


def test_rasters_of_one_name_are_told_apart_by_their_folder(tmp_path: Path) -> None:
    paths = []
    for year, value in (("2020", 10), ("2024", 200)):
        (tmp_path / year).mkdir()
        paths.append(write_raster(tmp_path / year / "city.tif", np.full((1, 20, 30), value, "uint8")))
    source = write_polygons(tmp_path / "in.gpkg", SQUARES[:1] * 2, raster=["2024/city.tif", "2020/city.tif"])
    found, _ = measured(source, tmp_path / "out.gpkg", rasters=tuple(paths), bands=(("gray", 1),))
    assert found["measured_raster"].tolist() == ["2024/city.tif", "2020/city.tif"]
    assert found["gray_mean"].tolist() == [200, 10]


def test_an_empty_layer_gets_the_columns(tmp_path: Path) -> None:
    source = write_polygons(tmp_path / "in.gpkg", [], geometry_type="Polygon", category=[])
    found, _ = measured(source, tmp_path / "out.gpkg")
    assert len(found) == 0 and {"category", "area_m2", "n_holes"} <= set(found.columns)


def test_an_older_measure_is_measured_anew(tmp_path: Path) -> None:
    source = write_polygons(tmp_path / "in.gpkg", SQUARES[:1], AREA_M2=[1.0])
    found, _ = measured(source, tmp_path / "out.gpkg")
    assert found["AREA_M2"].tolist() == pytest.approx([100], rel=2e-3)
    assert "area_m2" not in found.columns


def test_a_raster_gives_values_per_band_and_polygon(tmp_path: Path) -> None:
    values = numbered_pixels(20, 30, 3).astype(float)
    raster = photo(tmp_path)
    found, reporter = measured(write_polygons(tmp_path / "in.gpkg", SQUARES), tmp_path / "out.gpkg", rasters=(raster,))
    part = values[:, 0:10, 0:10]
    first = found.iloc[0]
    assert first["raster_pixels"] == 100 and first["raster_coverage"] == 1
    assert [first[f"{name}_mean"] for name in ("red", "green", "blue")] == pytest.approx(part.mean(axis=(1, 2)))
    assert first["green_std"] == pytest.approx(part[1].std())
    assert (first["blue_min"], first["blue_max"]) == (part[2].min(), part[2].max())
    assert first["red_p50"] == np.quantile(part[0], 0.5, method="inverted_cdf")
    assert first["brightness"] == pytest.approx(part.mean())
    red, green, blue = part.mean(axis=(1, 2))
    assert first["exg"] == pytest.approx((2 * green - red - blue) / (red + green + blue))
    assert first["vari"] == pytest.approx((green - red) / (green + red - blue))
    second = values[0, 5:9, 7:10]
    assert found.iloc[1]["red_mean"] == pytest.approx(np.average(second, weights=[[1, 1, 0.5]] * 4))
    assert found.iloc[1]["raster_pixels"] == 10
    assert found.iloc[2][["red_mean", "brightness", "exg"]].isna().all()
    assert found.iloc[2]["raster_coverage"] == 0 and found.iloc[2]["area_m2"] == pytest.approx(9, rel=2e-3)
    (warning,) = reporter.named("warning")
    assert warning["message"].startswith("1 of 3 polygons lie on no valid pixel")


def test_exactextract_finds_the_same_means(tmp_path: Path) -> None:
    exactextract = pytest.importorskip("exactextract")
    generator = np.random.default_rng(2)
    x, y, side = generator.uniform(0, 25, 40), generator.uniform(0, 16, 40), generator.uniform(0.3, 4, 40)
    polygons = [map_box(*each) for each in zip(y, x, side, 1.3 * side, strict=True)]
    source, raster = write_polygons(tmp_path / "in.gpkg", polygons), photo(tmp_path)
    found, _ = measured(source, tmp_path / "out.gpkg", rasters=(raster,))
    theirs = exactextract.exact_extract(
        str(raster), geopandas.read_file(source), ["mean", "stdev", "min", "max"], output="pandas"
    )
    for band, name in enumerate(("red", "green", "blue"), start=1):
        for mine, other in (("mean", "mean"), ("std", "stdev"), ("min", "min"), ("max", "max")):
            expected = theirs[f"band_{band}_{other}"]
            assert found[f"{name}_{mine}"].to_numpy() == pytest.approx(expected.to_numpy(), rel=1e-5, abs=1e-5)


def test_bands_can_be_named_and_give_their_indices(tmp_path: Path) -> None:
    raster = photo(tmp_path, 4)
    source = write_polygons(tmp_path / "in.gpkg", SQUARES[:1])
    options = {"rasters": (raster,), "percentiles": (2.5,), "texture": True}
    found, _ = measured(source, tmp_path / "out.gpkg", bands=(("nir", 4), ("red", 1)), **options)
    row = found.iloc[0]
    assert row["ndvi"] == pytest.approx((row["nir_mean"] - row["red_mean"]) / (row["nir_mean"] + row["red_mean"]))
    assert "nir_p2_5" in found.columns and "green_mean" not in found.columns and "vari" not in found.columns
    assert 0 < row["texture_homogeneity"] < 1 and row["texture_contrast"] > 0 and row["texture_entropy"] > 0


def test_bands_without_a_name_are_numbered(tmp_path: Path) -> None:
    raster = photo(tmp_path, 2)
    found, _ = measured(write_polygons(tmp_path / "in.gpkg", SQUARES[:1]), tmp_path / "o.gpkg", rasters=(raster,))
    assert {"band1_mean", "band2_mean"} <= set(found.columns)


def test_pixels_without_data_do_not_count(tmp_path: Path) -> None:
    values = numbered_pixels(20, 30, 1, "int16")
    values[0, :5] = -999
    raster = write_raster(tmp_path / "a.tif", values, nodata=-999)
    found, _ = measured(write_polygons(tmp_path / "in.gpkg", SQUARES[:1]), tmp_path / "o.gpkg", rasters=(raster,))
    row = found.iloc[0]
    assert (row["raster_pixels"], row["raster_coverage"]) == (50, 0.5)
    assert row["band1_mean"] == pytest.approx(values[0, 5:10, :10].mean())


def test_polygons_may_come_in_another_coordinate_system(tmp_path: Path) -> None:
    raster = photo(tmp_path)
    near = geopandas.GeoSeries(SQUARES[:2], crs="EPSG:32632")
    here, _ = measured(write_polygons(tmp_path / "a.gpkg", SQUARES[:2]), tmp_path / "ao.gpkg", rasters=(raster,))
    there, _ = measured(
        write_polygons(tmp_path / "b.gpkg", list(near.to_crs(4326)), crs="EPSG:4326"),
        tmp_path / "bo.gpkg",
        rasters=(raster,),
    )
    assert there["red_mean"].to_numpy() == pytest.approx(here["red_mean"].to_numpy(), abs=0.01)
    assert there["area_m2"].to_numpy() == pytest.approx(here["area_m2"].to_numpy(), abs=0.01)


def test_a_turned_raster_is_measured_pixel_by_pixel(tmp_path: Path) -> None:
    turned = NORTH_UP * Affine.rotation(30)
    raster = photo(tmp_path, transform=turned)
    polygon = map_box(5, 7, 4, 2.5, turned)
    found, _ = measured(write_polygons(tmp_path / "in.gpkg", [polygon]), tmp_path / "o.gpkg", rasters=(raster,))
    values = numbered_pixels(20, 30, 3)[0, 5:9, 7:10]
    assert found.iloc[0]["red_mean"] == pytest.approx(np.average(values, weights=[[1, 1, 0.5]] * 4), abs=1e-3)
    assert found.iloc[0]["raster_pixels"] == pytest.approx(10, abs=1e-3)


@pytest.mark.parametrize("ending", [".gpkg", ".geojson"])
def test_without_georeference_sizes_are_pixels(tmp_path: Path, ending: str) -> None:
    raster = photo(tmp_path, crs=None, transform=None)
    source = write_polygons(tmp_path / f"in{ending}", [box(2, -9, 6, -4)], crs=None)
    found, _ = measured(source, tmp_path / "o.gpkg", rasters=(raster,))
    row = found.iloc[0]
    assert (row["area_px"], row["perimeter_px"], row["raster_pixels"]) == (20, 18, 20)
    assert row["red_mean"] == pytest.approx(numbered_pixels(20, 30, 3)[0, 4:9, 2:6].mean())
    assert "area_m2" not in found.columns


def test_each_polygon_is_measured_on_its_raster(tmp_path: Path) -> None:
    one = write_raster(tmp_path / "one.tif", np.full((1, 20, 30), 1, "uint8"))
    two = write_raster(
        tmp_path / "two.tif", np.full((1, 20, 30), 2, "uint8"), transform=NORTH_UP * Affine.translation(5, 0)
    )
    names = ["one.tif", "two.tif", "elsewhere.tif", None]
    polygons = [map_box(0, 0, 10, 10), map_box(0, 0, 10, 10), map_box(0, 0, 10, 10), map_box(0, 28, 4, 4)]
    source = write_polygons(tmp_path / "in.gpkg", polygons, raster=names)
    found, _ = measured(source, tmp_path / "o.gpkg", rasters=(one, two))
    assert found["measured_raster"].tolist() == ["one.tif", "two.tif", "one.tif", "two.tif"]
    assert found["band1_mean"].tolist() == [1, 2, 1, 2]
    assert found["raster_coverage"].tolist() == [1, 0.5, 1, 1]


def test_many_rasters_are_open_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    for i in range(12):
        place = NORTH_UP * Affine.translation(30 * i, 0)
        write_raster(folder / f"{i:02}.tif", np.full((1, 20, 30), i, "int16"), transform=place)
    opened = []
    monkeypatch.setattr("engine.geo.raster_handles.Handles._next", _counted(opened, Handles._next))
    polygons = [map_box(2, 30 * i + 2, 5, 5) for i in range(12)]
    rasters = tuple(sorted(folder.iterdir()))
    found, _ = measured(
        write_polygons(tmp_path / "in.gpkg", polygons), tmp_path / "o.gpkg", rasters=rasters, texture=True
    )
    assert found["band1_mean"].tolist() == list(range(12))
    assert found["measured_raster"].tolist() == [f"{i:02}.tif" for i in range(12)]
    assert max(opened) == 1


def _counted(opened: list[int], original: Any) -> Any:
    """Return a way to open handles that notes how many rasters were open at that time."""
    alive: set[int] = set()

    def next_handle(handles: Handles) -> Any:
        alive.add(id(handles))
        alive.intersection_update(
            id(each) for each in gc.get_objects() if isinstance(each, Handles) and not each._is_closed
        )
        opened.append(len(alive))
        return original(handles)

    return next_handle


def test_what_is_no_polygon_keeps_its_row(tmp_path: Path) -> None:
    bow = Polygon([(500_000, 5_600_000), (500_002, 5_599_998), (500_002, 5_600_000), (500_000, 5_599_998)])
    two = MultiPolygon([map_box(0, 0, 1, 1), map_box(0, 4, 1, 1)])
    source = write_polygons(tmp_path / "in.gpkg", [None, bow, two], nr=[1, 2, 3])
    found, reporter = measured(source, tmp_path / "o.gpkg", rasters=(photo(tmp_path),))
    assert found["nr"].tolist() == [1, 2, 3]
    assert found["area_m2"].isna().tolist() == [True, False, False]
    assert found["raster_pixels"].tolist()[1:] == pytest.approx([2, 2])
    assert {each["code"] for each in reporter.named("warning")} == {"no_polygon", "polygons_repaired"}


@pytest.mark.parametrize("batch", [1, 2, 100])
def test_batches_leave_no_trace(tmp_path: Path, batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.commands.measure._BATCH", batch)
    source = write_polygons(tmp_path / "in.gpkg", SQUARES, nr=[3, 1, 2])
    found, reporter = measured(source, tmp_path / "o.gpkg", rasters=(photo(tmp_path),))
    assert found["nr"].tolist() == [3, 1, 2] and found["raster_pixels"].tolist() == [100, 10, 0]
    assert reporter.named("progress")[-1]["done"] == 3


def test_stopping_leaves_no_file(tmp_path: Path) -> None:
    stop = StopFlag()
    stop.request()
    settings = MeasureSettings(polygons=str(write_polygons(tmp_path / "in.gpkg", SQUARES)), output=tmp_path / "o.gpkg")
    with pytest.raises(Stopped):
        measure(settings, reporter=SilentReporter(), stop=stop)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.gpkg"]


def test_bad_input_is_told(tmp_path: Path) -> None:
    source, raster = write_polygons(tmp_path / "in.gpkg", SQUARES), photo(tmp_path)
    with pytest.raises(VectorOpenError, match="does not exist"):
        measured(tmp_path / "missing.gpkg", tmp_path / "o.gpkg")
    with pytest.raises(OutputError, match="ending"):
        measured(source, tmp_path / "o.docx")
    with pytest.raises(RasterOpenError, match="does not exist"):
        measured(source, tmp_path / "o.gpkg", rasters=(tmp_path / "missing.tif",))
    with pytest.raises(BandCountError, match="band 9 was asked for"):
        measured(source, tmp_path / "o.gpkg", rasters=(raster,), bands=(("nir", 9),))
    unplaced = write_raster(tmp_path / "u.tif", numbered_pixels(20, 30), crs=None)
    with pytest.raises(CrsError, match="does not say in which coordinate system") as caught:
        measured(source, tmp_path / "o.gpkg", rasters=(unplaced,))
    assert "--crs" in caught.value.hint
    with pytest.raises(CrsError, match="has no coordinate system and"):
        measured(source, tmp_path / "o.gpkg", rasters=(unplaced, raster))
    assert not (tmp_path / "o.gpkg").exists()


@pytest.mark.parametrize(
    "words, message",
    [
        ("--bands red", "takes names and numbers of bands"),
        ("--raster a.tif --bands red=0", "--bands must be numbered from 1"),
        ("--raster a.tif --bands a-b=1", "--bands must be named with letters"),
        ("--raster a.tif --bands red=1,RED=2", "--bands must have different names"),
        ("--raster a.tif --percentiles 10,101", "--percentiles must be from 0 to 100"),
        ("--percentiles many", "takes numbers from 0 to 100"),
        ("--texture", "need a raster"),
        ("--percentiles 5,95", "name one with --raster, or leave --percentiles out"),
        ("--bands red=1 --texture --percentiles 5", "leave --bands, --percentiles and --texture out"),
    ],
)
def test_options_that_cannot_be_are_told(words: str, message: str) -> None:
    from engine.cli.measure import settings

    with pytest.raises(UsageError) as caught:
        options = make_parser().parse_args(["measure", "in.gpkg", "--output=o.gpkg", *words.split()])
        checked(lambda: settings(options))
    assert message in caught.value.message


def test_no_percentiles_need_no_raster(tmp_path: Path) -> None:
    found, _ = measured(write_polygons(tmp_path / "in.gpkg", SQUARES), tmp_path / "o.gpkg", percentiles=())
    assert len(found) == 3


@pytest.mark.parametrize(
    "geometries, words",
    [
        ([Point(500_000, 5_600_000)], "holds no polygon, only 1 point"),
        ([MultiPoint([(500_000, 5_600_000)]), Point(500_001, 5_600_000)], "only 2 points"),
        ([LineString([(500_000, 5_600_000), (500_009, 5_600_000)]), None], "only 1 line and 1 row without a geometry"),
        ([None, Polygon()], "only 2 rows without a geometry"),
        ([GeometryCollection([SQUARES[0]])], "only 1 other geometry"),
    ],
)
def test_a_layer_without_a_polygon_is_an_error(tmp_path: Path, geometries: list[Any], words: str) -> None:
    source = write_polygons(tmp_path / "in.geojson", geometries)
    with pytest.raises(VectorOpenError) as caught:
        measured(source, tmp_path / "o.gpkg", rasters=(photo(tmp_path),))
    assert str(source) in caught.value.message and words in caught.value.message
    assert "layer of polygons" in caught.value.hint
    assert not (tmp_path / "o.gpkg").exists()


def test_rows_without_a_polygon_are_counted(tmp_path: Path) -> None:
    source = write_polygons(tmp_path / "in.geojson", [SQUARES[0], Point(500_000, 5_600_000), None, SQUARES[1]])
    _, reporter = measured(source, tmp_path / "o.geojson")
    (warning,), (result,) = reporter.named("warning"), reporter.named("result")
    assert "2 of 4 rows" in warning["message"] and "1 point and 1 row without a geometry" in warning["message"]
    assert (result["values"]["n"], result["values"]["n_skipped"]) == (2, 2)
    assert "2 polygons measured" in result["values"]["text"] and "2 without a polygon" in result["values"]["text"]


def test_a_line_among_polygons_is_left_as_it_is(tmp_path: Path) -> None:
    source = write_polygons(
        tmp_path / "in.geojson", [SQUARES[0], LineString([(500_000, 5_600_000), (500_009, 5_600_000)])]
    )
    found, reporter = measured(source, tmp_path / "o.geojson")
    assert found["area_m2"].isna().tolist() == [False, True]
    assert [each["code"] for each in reporter.named("warning")] == ["no_polygon"]
