"""`predict` turns rasters into files of footprints, and goes on where it was stopped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from affine import Affine
from pycocotools.coco import COCO

from engine.commands.predict import predict
from engine.domain.settings import PredictSettings, ShapeSettings, TileSettings
from engine.errors import AreaError, BandCountError, CrsError, OutputError, RasterOpenError, Stopped, UsageError
from engine.events import SilentReporter
from engine.geo import read_plan
from engine.models.registry import FAMILIES
from engine.stop import StopFlag
from tests.engine.inference.tiny_model import TinyFamily, picture, write_tiny_model
from tests.factories import damage, map_box, write_polygons, write_raster

SMALL_TILES = TileSettings(tile_size=96, overlap=64)
THINGS = ((10, 10, 12, 20), (40, 70, 30, 30), (80, 5, 14, 60))


@pytest.fixture(autouse=True)
def tiny_family(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FAMILIES, "tiny", TinyFamily())
    monkeypatch.setattr("engine.inference.walk._BLOCK_PX", 32)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return write_tiny_model(tmp_path / "roofs.safetensors")


@pytest.fixture
def raster(tmp_path: Path) -> Path:
    return write_raster(tmp_path / "city.tif", picture(100, 120, *THINGS))


class StopAfter(SilentReporter):
    """Asks to stop after so many tiles."""

    def __init__(self, stop: StopFlag, n_tiles: int) -> None:
        super().__init__()
        self._stop, self._n_tiles = stop, n_tiles

    def progress(self, stage: str, done: float, total: float, unit: str) -> None:
        super().progress(stage, done, total, unit)
        if stage == "predict" and done >= self._n_tiles:
            self._stop.request()


def run(model: Path, *rasters: Path, output: Path, reporter: SilentReporter | None = None, **options: Any):
    reporter = reporter or SilentReporter()
    options = {"tiling": SMALL_TILES, "workers": 0, **options}  # processes take a second to start
    settings = PredictSettings(model=model, rasters=rasters, output=output, **options)
    predict(settings, reporter=reporter, stop=StopFlag())
    return reporter


def told(reporter: SilentReporter, kind: str) -> Iterator[dict[str, Any]]:
    return (event for event in reporter.events if event["event"] == kind)


def result(reporter: SilentReporter) -> dict[str, Any]:
    (event,) = told(reporter, "result")
    return event["values"]


def codes(reporter: SilentReporter) -> list[str]:
    return [event["code"] for event in told(reporter, "warning")]


def features(path: Path) -> list[dict[str, Any]]:
    return json.loads(path.read_text())["features"]


def test_things_are_found_measured_and_told(tmp_path: Path, model: Path, raster: Path) -> None:
    output = tmp_path / "found.geojson"
    reporter = run(model, raster, output=output)
    found = features(output)
    areas = sorted(round(each["properties"]["area_m2"]) for each in found)
    assert areas == pytest.approx(sorted(rows * cols for _, _, rows, cols in THINGS), rel=2e-3)
    assert {each["properties"]["model"] for each in found} == {"roofs"}
    assert {each["properties"]["raster"] for each in found} == {"city.tif"}
    values = result(reporter)
    assert values["n_footprints"] == 3 and values["per_category"] == {"roof": 3}
    assert values["output"] == str(output) and values["text"] == f"3 footprints in {output}"
    assert values["run_id"] == found[0]["properties"]["run_id"]
    assert values["megapixels"] == 0.012
    assert [event["path"] for event in told(reporter, "artifact")] == [str(output)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["city.tif", "found.geojson", "roofs.safetensors"]


@pytest.mark.parametrize("name", ["found.gpkg", "found.parquet", "found.json"])
def test_the_ending_names_the_format(tmp_path: Path, model: Path, raster: Path, name: str) -> None:
    output = tmp_path / name
    assert result(run(model, raster, output=output))["n_footprints"] == 3
    if name == "found.gpkg":
        bounds = pyogrio.read_info(output, layer="footprints")["total_bounds"]
        assert bounds == pytest.approx((500_005, 5_599_906, 500_100, 5_599_990))
    elif name == "found.json":
        coco = COCO(str(output))
        masks = [coco.annToMask(annotation) for annotation in coco.loadAnns(coco.getAnnIds())]
        assert (np.any(masks, axis=0) == (picture(100, 120, *THINGS)[0] > 0)).all()


def test_the_same_command_goes_on_after_a_stop_and_ends_with_the_same_bytes(
    tmp_path: Path, model: Path, raster: Path
) -> None:
    whole = tmp_path / "whole.geojson"
    run(model, raster, output=whole)
    output, n_stops = tmp_path / "parts.geojson", 0
    for n_tiles in (1, 4, 5, 9, 100):
        stop = StopFlag()
        reporter = StopAfter(stop, n_tiles)
        settings = PredictSettings(model=model, rasters=(raster,), output=output, tiling=SMALL_TILES, workers=0)
        try:
            predict(settings, reporter=reporter, stop=stop)
        except Stopped as err:
            n_stops += 1
            assert f"{tmp_path / 'parts.run'}" in err.saved and "goes on" in err.saved
            assert not output.exists()
    assert n_stops == 4
    assert output.read_bytes() == whole.read_bytes()
    assert not (tmp_path / "parts.run").exists()


def test_the_number_of_processes_leaves_no_trace(tmp_path: Path, model: Path, raster: Path) -> None:
    for workers in (0, 2):
        run(model, raster, output=tmp_path / f"{workers}.geojson", workers=workers)
    assert (tmp_path / "0.geojson").read_bytes() == (tmp_path / "2.geojson").read_bytes()


def test_tiles_without_a_valid_pixel_are_counted_and_told(tmp_path: Path, model: Path) -> None:
    values = picture(100, 120, *THINGS) + 1
    values[:, :40, :70] = 0
    raster = write_raster(tmp_path / "city.tif", values, nodata=0)
    output = tmp_path / "found.geojson"
    values = result(run(model, raster, output=output))
    assert (values["n_tiles"], values["n_empty_tiles"]) == (16, 2)
    assert values["text"].endswith("; 2 of 16 tiles hold no valid pixel and were skipped")


def test_places_that_cannot_be_read_are_told_and_drawn_as_polygons_where_that_is_wanted(
    tmp_path: Path, model: Path
) -> None:
    pieces = {"tiled": True, "blockxsize": 64, "blockysize": 64, "compress": "deflate"}
    raster = write_raster(tmp_path / "city.tif", picture(200, 200, *THINGS), **pieces)
    damage(raster, 1, 1)
    output = tmp_path / "found.gpkg"
    with pytest.raises(
        RasterOpenError, match=r"city\.tif breaks at rows 0 to 96, .*; 8 of 49 tiles are kept"
    ) as caught:
        run(model, raster, output=output)
    assert "--skip-bad-blocks" in caught.value.hint and not output.exists()
    reporter = run(model, raster, output=output, skip_bad_blocks=True)
    holes = features(tmp_path / "found_holes.geojson")
    values = result(reporter)
    assert values["n_holes"] == len(holes) == 16 and values["n_footprints"] == 2
    assert [event["kind"] for event in told(reporter, "artifact")] == ["footprints", "holes"]
    assert {"bad_block", "holes"} <= set(codes(reporter))
    assert all(each["properties"]["raster"] == "city.tif" for each in holes)
    assert sum(each["properties"]["area_m2"] for each in holes) == pytest.approx(128 * 128, rel=1e-3)
    assert not (tmp_path / "found.run").exists()


def test_a_raster_that_breaks_while_it_is_copied_is_read_as_it_is_where_holes_are_allowed(
    tmp_path: Path, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_plan, "CACHE_BYTES", 1)  # so that strips are as slow as those of a wide raster
    raster = write_raster(tmp_path / "city.tif", picture(200, 200, *THINGS), compress="deflate", blockysize=8)
    damage(raster, 24, 0)  # the last strip: below all things
    output = tmp_path / "found.geojson"
    with pytest.raises(RasterOpenError, match=r"city\.tif breaks"):
        run(model, raster, output=output)
    reporter = run(model, raster, output=output, skip_bad_blocks=True)
    assert {"not_copied", "bad_block", "holes"} <= set(codes(reporter))
    assert result(reporter)["n_footprints"] == len(THINGS)


def test_holes_of_an_earlier_prediction_are_removed_with_it(tmp_path: Path, model: Path, raster: Path) -> None:
    stale = tmp_path / "found_holes.geojson"
    stale.write_text("{}")
    run(model, raster, output=tmp_path / "found.geojson")
    assert not stale.exists()


def test_other_settings_start_afresh_and_say_so(tmp_path: Path, model: Path, raster: Path) -> None:
    options = {"output": tmp_path / "found.geojson", "run_dir": tmp_path / "run", "keep_fields": True}
    first = run(model, raster, **options)
    again = run(model, raster, **options)
    assert "starting_afresh" not in codes(again)
    assert [event["name"] for event in told(again, "stage")] == ["prepare", "resume", "predict", "vectorize"]
    other = run(model, raster, **{**options, "tiling": TileSettings(tile_size=128, overlap=64)})
    assert "starting_afresh" in codes(other)
    assert result(first)["run_id"] == result(again)["run_id"] != result(other)["run_id"]


def test_kept_fields_need_no_model_again(tmp_path: Path, model: Path, raster: Path, monkeypatch) -> None:
    options = {"output": tmp_path / "found.geojson", "keep_fields": True}
    run(model, raster, **options)
    before = (tmp_path / "found.geojson").read_bytes()
    monkeypatch.setattr("engine.commands.backend_choice.load_model", None)
    run(model, raster, **options)
    assert (tmp_path / "found.geojson").read_bytes() == before


def test_fields_are_removed_unless_they_are_to_be_kept(tmp_path: Path, model: Path, raster: Path) -> None:
    run(model, raster, output=tmp_path / "found.geojson", run_dir=tmp_path / "run")
    assert [path.name for path in (tmp_path / "run").iterdir()] == ["prediction.json"]


@pytest.mark.parametrize("shape", [(1, 1), (1, 50), (50, 1), (3, 2), (31, 33)])
def test_tiny_rasters_give_valid_results(tmp_path: Path, model: Path, shape: tuple[int, int]) -> None:
    raster = write_raster(tmp_path / "tiny.tif", picture(*shape, (0, 0, *shape)))
    output = tmp_path / "found.geojson"
    n_expected = int(shape[0] * shape[1] >= 4)  # the model's smallest object
    assert result(run(model, raster, output=output))["n_footprints"] == n_expected
    assert len(features(output)) == n_expected


def test_a_raster_without_a_valid_pixel_gives_an_empty_file_and_says_so(tmp_path: Path, model: Path) -> None:
    raster = write_raster(tmp_path / "void.tif", picture(60, 60), nodata=0)
    reporter = run(model, raster, output=tmp_path / "found.gpkg")
    assert result(reporter)["n_footprints"] == 0
    (warning,) = (event for event in told(reporter, "warning") if event["code"] == "nothing_found")
    assert warning["message"] == "nothing was found in void.tif: no pixel is valid there"
    assert "nodata value" in warning["hint"]
    assert pyogrio.read_info(tmp_path / "found.gpkg")["features"] == 0


def test_a_raster_without_georeference_gives_pixel_coordinates_and_says_so(tmp_path: Path, model: Path) -> None:
    values = picture(60, 60, (10, 20, 8, 6))
    raster = write_raster(tmp_path / "photo.png", values, crs=None, transform=None, driver="PNG")
    reporter = run(model, raster, output=tmp_path / "found.geojson")
    (found,) = features(tmp_path / "found.geojson")
    assert shapely.geometry.shape(found["geometry"]).bounds == (20, -18, 26, -10)
    assert found["properties"]["area_m2"] is None
    assert {"no_resolution", "pixel_coordinates"} <= set(codes(reporter))


def test_several_rasters_go_into_one_file_in_the_crs_of_the_first(tmp_path: Path, model: Path, raster: Path) -> None:
    lon_lat = Affine(1.4e-5, 0, 9.01, 0, -0.9e-5, 50.55)
    other = write_raster(tmp_path / "other.tif", picture(60, 60, (10, 20, 8, 6)), crs="EPSG:4326", transform=lon_lat)
    reporter = run(model, raster, other, output=tmp_path / "found.gpkg")
    assert result(reporter)["n_footprints"] == 4
    meta, _, wkb, fields = pyogrio.raw.read(tmp_path / "found.gpkg")
    assert meta["crs"] == "EPSG:32632"
    assert sorted(fields[list(meta["fields"]).index("raster")]) == ["city.tif"] * 3 + ["other.tif"]
    x = shapely.get_x(shapely.centroid(shapely.from_wkb(wkb)))
    assert x.max() == pytest.approx(500_735, abs=5)


def test_rasters_of_one_name_are_told_apart_by_their_folders(tmp_path: Path, model: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        write_raster(tmp_path / folder / "x.tif", picture(40, 40, (10, 10, 8, 8)))
    run(model, tmp_path / "a" / "x.tif", tmp_path / "b" / "x.tif", output=tmp_path / "found.json")
    coco = COCO(str(tmp_path / "found.json"))
    assert [image["file_name"] for image in coco.loadImgs([1, 2])] == ["a/x.tif", "b/x.tif"]


@pytest.mark.parametrize("role", [None, "predict"])
def test_in_an_area_only_what_has_its_middle_there_is_found(
    tmp_path: Path, model: Path, raster: Path, role: str | None
) -> None:
    # All of the first thing, two thirds of the last; of the middle one a third.
    areas = [map_box(0, 0, 50, 45), map_box(0, 45, 50, 40), map_box(76, 0, 24, 45)]
    roles = {"role": [role] * 3} if role else {}
    area = write_polygons(tmp_path / "area.gpkg", areas, **roles)
    reporter = run(model, raster, output=tmp_path / "found.geojson", area=str(area))
    areas_m2 = sorted(round(each["properties"]["area_m2"], -1) for each in features(tmp_path / "found.geojson"))
    assert areas_m2 == [240, 840]
    assert result(reporter)["n_footprints"] == 2


def test_footprints_never_take_the_place_of_the_area(tmp_path: Path, model: Path, raster: Path) -> None:
    area = write_polygons(tmp_path / "site.gpkg", [map_box(0, 0, 32, 32)], role=["predict"])
    before = area.read_bytes()
    with pytest.raises(OutputError, match=r"site\.gpkg is also what is read"):
        run(model, raster, output=area, area=f"{area}|site")
    assert area.read_bytes() == before


def test_an_area_for_something_else_is_refused(tmp_path: Path, model: Path, raster: Path) -> None:
    area = write_polygons(tmp_path / "area.gpkg", [map_box(0, 0, 50, 50)], role=["train"])
    with pytest.raises(AreaError, match=r"no area of .*area\.gpkg on the rasters has the role predict"):
        run(model, raster, output=tmp_path / "found.geojson", area=str(area))


def test_thresholds_and_sizes_are_followed(tmp_path: Path, model: Path, raster: Path) -> None:
    shape = ShapeSettings(min_area_m2=800, simplify_m=0.0)
    assert result(run(model, raster, output=tmp_path / "a.geojson", shape=shape))["n_footprints"] == 2
    shape = ShapeSettings(category_thresholds=(("roof", 1.0),))
    assert result(run(model, raster, output=tmp_path / "b.geojson", shape=shape))["n_footprints"] == 0


@pytest.mark.parametrize(
    "tiling",
    [
        TileSettings(),
        TileSettings(rows=3, columns=2),
        TileSettings(rows=1, columns=1),
        TileSettings(tile_size=192, overlap=128),
    ],
)
def test_tiles_leave_no_trace(tmp_path: Path, model: Path, raster: Path, tiling: TileSettings) -> None:
    found = []
    for name, each in (("a", SMALL_TILES), ("b", tiling)):
        run(model, raster, output=tmp_path / f"{name}.geojson", tiling=each)
        found.append({json.dumps(feature["geometry"]) for feature in features(tmp_path / f"{name}.geojson")})
    assert found[0] == found[1]


def test_bad_input_is_told_before_any_work(tmp_path: Path, model: Path, raster: Path) -> None:
    with pytest.raises(OutputError, match=r"the ending '\.shp' is unknown"):
        run(model, raster, output=tmp_path / "found.shp")
    with pytest.raises(UsageError, match=r"city\.tif is given twice"):
        run(model, raster, raster, output=tmp_path / "found.gpkg")
    with pytest.raises(UsageError, match="the model knows no category named 'car'"):
        run(model, raster, output=tmp_path / "f.gpkg", shape=ShapeSettings(category_thresholds=(("car", 0.5),)))
    one_band = write_raster(tmp_path / "gray.tif", picture(40, 40, n_bands=1))
    with pytest.raises(BandCountError, match=r"gray\.tif has 1 band; the model reads bands 1, 2"):
        run(model, one_band, output=tmp_path / "found.gpkg")
    assert not list(tmp_path.glob("*.run"))


def test_rasters_with_and_without_a_crs_are_refused_before_any_work(tmp_path: Path, model: Path, raster: Path) -> None:
    photo = write_raster(tmp_path / "photo.tif", picture(40, 40), crs=None, transform=None)
    with pytest.raises(CrsError, match="do not fit into one file"):
        run(model, raster, photo, output=tmp_path / "found.gpkg")
    assert not list(tmp_path.glob("*.run"))
