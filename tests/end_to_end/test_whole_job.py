"""The main job from end to end, each step on what the step before really wrote."""

from __future__ import annotations

import json

import geopandas
import pyogrio
import pytest
from pycocotools.coco import COCO

from tests.end_to_end.conftest import ROOT, deepseg, events_of

pytestmark = pytest.mark.slow

SPORTSFIELDS = ROOT / "examples" / "sportsfields"
CATEGORIES = {
    "tennis_court", "padel_court", "tennis_area", "football_field", "hockey_field", "swimming_pool", "padel_area",
}  # fmt: skip


@pytest.fixture(scope="module")
def evaluated(world, trained, tmp_path_factory):
    folder = tmp_path_factory.mktemp("evaluated")
    outputs = ["--report", folder / "report.json", "--matches", folder / "matches.gpkg"]
    ended = deepseg("evaluate", "--model", trained, *world.inputs, "--category-field", "kind", *outputs)
    assert ended.returncode == 0, ended.stderr
    return folder


@pytest.fixture(scope="module")
def predicted(world, trained, tmp_path_factory):
    folder = tmp_path_factory.mktemp("predicted")
    kept = ["--run-dir", folder / "run", "--keep-fields"]
    ended = deepseg("predict", "--model", trained, "--raster", world.raster, "--output", folder / "f.geojson", *kept)
    assert ended.returncode == 0, ended.stderr
    return folder


def test_a_few_steps_find_most_roofs_of_a_plain_world(evaluated):
    overall = json.loads((evaluated / "report.json").read_text())["overall"]
    assert overall["recall"] > 0.5
    assert overall["tp"] + overall["fn"] == overall["n_labels"]


def test_the_report_has_the_keys_that_scripts_read_and_a_page(evaluated):
    report = json.loads((evaluated / "report.json").read_text())
    keys = {"map", "map50", "precision", "recall", "f1", "tp", "fp", "fn", "n_labels", "n_footprints"}
    assert keys <= set(report["overall"])
    assert keys <= set(report["categories"]["roof"])
    page = (evaluated / "report.html").read_text()
    assert "data:image/" in page
    assert "http" not in page.replace("http://www.w3.org", "")


def test_the_layer_of_matches_counts_as_the_report_does(evaluated):
    overall = json.loads((evaluated / "report.json").read_text())["overall"]
    matches = pyogrio.read_dataframe(evaluated / "matches.gpkg")
    for match, key in (("TP", "tp"), ("FP", "fp"), ("FN", "fn")):
        assert (matches["match"] == match).sum() == overall[key]


def test_footprints_carry_their_measures_and_where_they_come_from(predicted):
    footprints = pyogrio.read_dataframe(predicted / "f.geojson")
    assert list(footprints.columns) == [
        "category", "score", "area_m2", "perimeter_m", "length_m", "width_m", "orientation_deg", "raster", "model",
        "run_id", "geometry",
    ]  # fmt: skip
    assert len(footprints) > 5
    assert footprints.is_valid.all()
    assert set(footprints["raster"]) == {"world.tif"}
    assert footprints["area_m2"].between(20, 2000).all()  # roofs of 10 to 20 m, some of them merged or cut


@pytest.mark.parametrize("ending", ["gpkg", "parquet", "json"])
def test_kept_fields_give_the_same_footprints_in_every_format(predicted, ending):
    output = predicted / f"again.{ending}"
    ended = deepseg("vectorize", "--run-dir", predicted / "run", "--output", output)
    assert ended.returncode == 0, ended.stderr
    expected = len(pyogrio.read_dataframe(predicted / "f.geojson"))
    # pyogrio's wheels read no Parquet.
    read = {"gpkg": pyogrio.read_dataframe, "parquet": geopandas.read_parquet, "json": lambda path: COCO(path).anns}
    assert len(read[ending](output)) == expected


def test_a_lower_threshold_keeps_at_least_as_many(predicted):
    ended = deepseg(
        "vectorize", "--run-dir", predicted / "run", "--output", predicted / "low.gpkg", "--score-threshold", "0.05"
    )
    assert ended.returncode == 0, ended.stderr
    low = len(pyogrio.read_dataframe(predicted / "low.gpkg"))
    assert low >= len(pyogrio.read_dataframe(predicted / "f.geojson"))


def test_statistics_count_what_is_in_the_file(predicted):
    ended = deepseg("statistics", predicted / "f.geojson", "--format", "json")
    assert ended.returncode == 0, ended.stderr
    assert str(len(pyogrio.read_dataframe(predicted / "f.geojson"))) in ended.stdout


def test_seven_nested_categories_are_learned_and_each_is_in_the_report(tmp_path):
    rasters = [argument for path in sorted(SPORTSFIELDS.glob("*.jpg")) for argument in ("--raster", path)]
    inputs = [*rasters, "--labels", SPORTSFIELDS / "sportsfields.gpkg", "--category-field", "classname"]
    inputs += ["--crs", "EPSG:31370"]
    model = tmp_path / "fields.safetensors"
    quick = ["--epochs", "1", "--steps-per-epoch", "2", "--batch-size", "2", "--chip-size", "128"]
    trained = deepseg("train", *inputs, "--model", model, *quick, "--events")
    assert trained.returncode == 0, trained.stderr
    warnings = {line["code"]: line["message"] for line in events_of(trained, "warning")}
    assert '"swimming_pool" has 1' in warnings["too_few_labels"]
    evaluated = deepseg("evaluate", "--model", model, *inputs, "--report", tmp_path / "report.json")
    assert evaluated.returncode == 0, evaluated.stderr
    categories = json.loads((tmp_path / "report.json").read_text())["categories"]
    assert set(categories) == CATEGORIES
    assert all(values["n_labels"] >= 1 for values in categories.values())
    page = (tmp_path / "report.html").read_text()
    assert all(name in page for name in CATEGORIES)
