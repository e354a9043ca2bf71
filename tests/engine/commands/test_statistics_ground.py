"""Densities, sizes and the page of `statistics`."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from affine import Affine
from PIL import Image
from shapely import box

from engine.cli.main import make_parser
from engine.cli.options import checked
from engine.commands.statistics import statistics
from engine.domain.settings import StatisticsSettings
from engine.errors import AreaError, CategoryFieldError, UsageError
from engine.events import SilentReporter
from engine.stop import StopFlag
from tests.factories import NORTH_UP, map_box, write_polygons, write_raster

ROOFS = [map_box(10, 10, 10, 10), map_box(30, 30, 20, 10), map_box(60, 80, 10, 30), map_box(150, 150, 10, 10)]


def counted(source: Path, **options: Any) -> dict[str, Any]:
    reporter = SilentReporter()
    statistics(StatisticsSettings(footprints=str(source), **options), reporter=reporter, stop=StopFlag())
    (event,) = reporter.named("result")
    return {**event["values"], "warnings": reporter.named("warning")}


def roofs(folder: Path, **fields: Any) -> Path:
    return write_polygons(folder / "roofs.gpkg", ROOFS, **(fields or {"category": ["roof", "roof", "hall", "roof"]}))


def raster(folder: Path, name: str = "city.tif", **options: Any) -> Path:
    return write_raster(folder / name, np.full((3, 100, 200), 90, "uint8"), **options)


def test_a_raster_is_two_hectares_of_ground(tmp_path: Path) -> None:
    found = counted(roofs(tmp_path), rasters=(raster(tmp_path),))
    assert found["total"]["ground_m2"] == pytest.approx(20_000, rel=2e-3)
    assert found["total"]["n"] == 3
    assert found["total"]["n_per_ha"] == pytest.approx(1.5, rel=2e-3)
    assert found["total"]["n_per_km2"] == pytest.approx(150, rel=2e-3)
    assert found["total"]["covered"] == pytest.approx(600 / 20_000, rel=1e-5)
    assert [(line["category"], line["n"]) for line in found["counts"]] == [("hall", 1), ("roof", 2)]
    assert found["counts"][0]["n_per_ha"] == pytest.approx(0.5, rel=2e-3)
    assert [each["code"] for each in found["warnings"]] == ["outside_ground"]
    assert "1 of 4 polygons" in found["warnings"][0]["message"]
    assert "rectangles of the rasters" in found["ground"]["rule"]
    assert found["text"].splitlines()[0].split()[-4:] == ["per", "ha", "per", "km²"]


def test_pixels_do_not_pass_for_degrees(tmp_path: Path) -> None:
    photo = write_raster(tmp_path / "photo.tif", np.full((3, 100, 200), 90, "uint8"), transform=None, crs=None)
    source = write_polygons(tmp_path / "p.geojson", [box(10, -30, 30, -10)], crs=None)
    found = counted(source, rasters=(photo,))
    assert found["total"]["n"] == 1 and found["total"]["total_area_m2"] is None


def test_rasters_that_overlap_count_their_ground_once(tmp_path: Path) -> None:
    one = raster(tmp_path, "one.tif")
    two = raster(tmp_path, "two.tif", transform=NORTH_UP * Affine.translation(100, 0))
    found = counted(roofs(tmp_path), rasters=(one, two), by_raster=True)
    assert found["total"]["ground_m2"] == pytest.approx(30_000, rel=2e-3)
    # Without a column "raster" it is the first raster below.
    assert [(line["raster"], line["n"]) for line in found["counts"]] == [("one.tif", 1), ("one.tif", 2)]
    assert found["counts"][0]["ground_m2"] == pytest.approx(20_000, rel=2e-3)


def test_an_area_counts_what_lies_in_it(tmp_path: Path) -> None:
    area = write_polygons(tmp_path / "area.gpkg", [map_box(0, 0, 100, 50), map_box(0, 25, 100, 25)])
    found = counted(roofs(tmp_path), area=str(area))
    assert found["total"]["n"] == 2 and found["total"]["ground_m2"] == pytest.approx(5000, rel=2e-3)
    there = write_polygons(tmp_path / "wide.gpkg", [map_box(-500, -500, 2000, 2000)])
    found = counted(roofs(tmp_path), area=str(there), rasters=(raster(tmp_path),))
    assert found["total"]["n"] == 3 and found["total"]["ground_m2"] == pytest.approx(20_000, rel=2e-3)


def test_an_area_may_be_in_another_coordinate_system(tmp_path: Path) -> None:
    import geopandas

    here = geopandas.GeoSeries([map_box(0, 0, 100, 50)], crs="EPSG:32632").to_crs(4326)
    area = write_polygons(tmp_path / "area.geojson", list(here), crs="EPSG:4326")
    found = counted(roofs(tmp_path), area=str(area))
    assert found["total"]["n"] == 2 and found["total"]["ground_m2"] == pytest.approx(5000, rel=2e-3)


def test_without_a_place_there_are_numbers_but_no_densities(tmp_path: Path) -> None:
    photo = raster(tmp_path, crs=None, transform=None)
    source = write_polygons(tmp_path / "p.gpkg", [box(1, -9, 5, -4)], crs=None)
    found = counted(source, rasters=(photo,))
    assert found["total"]["n"] == 1 and found["total"]["n_per_ha"] is None
    assert [each["code"] for each in found["warnings"]] == ["ground_unknown"]


def test_sizes_have_bars(tmp_path: Path) -> None:
    found = counted(roofs(tmp_path), bins=(0.0, 150.0, 250.0), sizes=tmp_path / "sizes.csv")
    assert found["sizes"] == {
        "edges_m2": [0, 150, 250],
        "counts": [{"category": "hall", "n": [0, 0]}, {"category": "roof", "n": [2, 1]}],
    }
    rows = list(csv.DictReader(io.StringIO((tmp_path / "sizes.csv").read_text())))
    assert rows[2] == {"category": "roof", "from_m2": "0.0", "to_m2": "150.0", "n": "2"}
    chosen = counted(roofs(tmp_path))["sizes"]
    assert sum(sum(row["n"]) for row in chosen["counts"]) == 4
    assert "ground" not in counted(roofs(tmp_path)) and "n_per_ha" not in counted(roofs(tmp_path))["total"]


def test_json_holds_everything(tmp_path: Path) -> None:
    output = tmp_path / "s.json"
    found = counted(roofs(tmp_path), rasters=(raster(tmp_path),), format="json", output=output)
    written = json.loads(output.read_text())
    assert written == {name: found[name] for name in ("counts", "total", "sizes", "ground")}


def test_another_field_may_hold_the_category(tmp_path: Path) -> None:
    source = roofs(tmp_path, kind=["a", None, "b", "a"])
    assert [line["category"] for line in counted(source, category_field="kind")["counts"]] == ["(none)", "a", "b"]
    with pytest.raises(CategoryFieldError, match='no field "size"') as caught:
        counted(source, category_field="size")
    assert "kind" in caught.value.hint


def page(tmp_path: Path, source: Path, **options: Any) -> str:
    output = tmp_path / "report.html"
    counted(source, format="html", output=output, **options)
    return output.read_text(encoding="utf-8")


def pictures(text: str) -> list[np.ndarray]:
    return [
        np.asarray(Image.open(io.BytesIO(base64.b64decode(data))))
        for data in re.findall(r"base64,([A-Za-z0-9+/=]+)", text)
    ]


def test_the_page_has_numbers_bars_and_a_map_in_the_colors_given(tmp_path: Path) -> None:
    text = page(tmp_path, roofs(tmp_path), rasters=(raster(tmp_path),), colors=(("roof", "#ff0000"),))
    for words in ("3 polygons in 2 categories", "Per hectare", "How large they are", "city.tif, 200 m × 100 m"):
        assert words in text
    assert "http" not in text.replace("http-equiv", "")  # nothing comes from elsewhere
    (picture,) = pictures(text)
    assert picture.shape == (100, 200, 3)
    red, green, _ = picture[40, 35].astype(int)
    assert red > green + 40, "the second roof is red"
    assert abs(picture[5, 150].astype(int) - 90).max() < 12, "the ground is as it was"


def test_without_a_raster_the_map_is_blank_but_for_footprints(tmp_path: Path) -> None:
    (picture,) = pictures(page(tmp_path, roofs(tmp_path)))
    assert max(picture.shape) == pytest.approx(1400, abs=2)
    assert (picture[5, 5] > 240).all() and picture.std() > 5


def test_footprints_are_on_the_map_of_their_raster_alone(tmp_path: Path) -> None:
    one, two = raster(tmp_path, "one.tif"), raster(tmp_path, "two.tif")
    source = write_polygons(tmp_path / "f.gpkg", ROOFS[:2], category=["roof"] * 2, raster=["one.tif", "two.tif"])
    first, second = pictures(page(tmp_path, source, rasters=(one, two), by_raster=True))
    assert first[15, 15].std() > 8 and second[15, 15].std() < 8
    assert first[40, 35].std() < 8 and second[40, 35].std() > 8


def test_names_of_users_are_escaped(tmp_path: Path) -> None:
    text = page(tmp_path, write_polygons(tmp_path / "f.gpkg", ROOFS[:1], category=["<b>roof</b>"]))
    assert "<b>roof" not in text and "&lt;b&gt;roof" in text


def test_nothing_found_is_a_page_too(tmp_path: Path) -> None:
    source = write_polygons(tmp_path / "none.gpkg", [], geometry_type="Polygon", category=[])
    assert "0 polygons" in page(tmp_path, source)
    assert "0 polygons" in page(tmp_path, source, rasters=(raster(tmp_path),))


def test_an_area_without_polygons_is_told(tmp_path: Path) -> None:
    empty = write_polygons(tmp_path / "none.gpkg", [], geometry_type="Polygon")
    with pytest.raises(AreaError, match="holds no polygon"):
        counted(roofs(tmp_path), area=str(empty))


@pytest.mark.parametrize(
    "words, message",
    [
        ("--format html", "--output must be given for a page"),
        ("--bins 5", "--bins must be at least two areas that grow"),
        ("--bins 9,3", "--bins must be at least two areas that grow"),
        ("--bins few", "takes areas in m²"),
        ("--color roof=red", "takes a category and a color"),
    ],
)
def test_options_that_cannot_be_are_told(words: str, message: str) -> None:
    from engine.cli.statistics import settings

    with pytest.raises(UsageError) as caught:
        options = make_parser().parse_args(["statistics", "f.gpkg", *words.split()])
        checked(lambda: settings(options))
    assert message in caught.value.message
