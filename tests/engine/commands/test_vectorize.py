"""`vectorize` draws footprints again from kept fields, without the model and without the raster."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engine.commands.predict import predict
from engine.commands.vectorize import vectorize
from engine.domain.settings import PredictSettings, ShapeSettings, VectorizeSettings
from engine.errors import OutputError, RunFolderError, UsageError
from engine.events import SilentReporter
from engine.models.registry import FAMILIES
from engine.stop import StopFlag
from tests.engine.inference.tiny_model import TinyFamily, picture, write_tiny_model
from tests.factories import map_box, write_polygons, write_raster


@pytest.fixture(autouse=True)
def tiny_family(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FAMILIES, "tiny", TinyFamily())


@pytest.fixture
def predicted(tmp_path: Path) -> Path:
    """Return a folder with `first.geojson` and the run folder `run`; the raster and the model are gone."""
    return predict_once(tmp_path)


def predict_once(folder: Path, **options: Any) -> Path:
    values = picture(90, 90, (10, 10, 12, 20))
    values[0, 50:70, 50:70] = 185  # a thing that is less sure
    raster = write_raster(folder / "city.tif", values)
    model = write_tiny_model(folder / "roofs.safetensors")
    options = {"keep_fields": True, "run_dir": folder / "run", **options}
    settings = PredictSettings(model=model, rasters=(raster,), output=folder / "first.geojson", **options)
    predict(settings, reporter=SilentReporter(), stop=StopFlag())
    raster.unlink()
    model.unlink()
    return folder


def drawn(folder: Path, output: str = "again.geojson", **shape: Any) -> list[float]:
    """Return the scores of the footprints in a GeoJSON file."""
    settings = VectorizeSettings(run_dir=folder / "run", output=folder / output, shape=ShapeSettings(**shape))
    reporter = SilentReporter()
    vectorize(settings, reporter=reporter, stop=StopFlag())
    scores = [f["properties"]["score"] for f in json.loads((folder / output).read_text())["features"]]
    (event,) = (event for event in reporter.events if event["event"] == "result")
    assert event["values"]["n_footprints"] == len(scores)
    return scores


def test_the_same_settings_give_the_same_bytes(predicted: Path) -> None:
    drawn(predicted)
    assert (predicted / "again.geojson").read_bytes() == (predicted / "first.geojson").read_bytes()


def test_a_threshold_can_be_moved(predicted: Path) -> None:
    low = drawn(predicted, score_threshold=0.0)
    assert len(low) == 2 and min(low) < max(low)
    between = sum(low) / 2
    assert drawn(predicted, score_threshold=between) == [max(low)]
    assert drawn(predicted, score_threshold=0.0, category_thresholds=(("roof", between),)) == [max(low)]


def test_an_area_is_remembered(tmp_path: Path) -> None:
    area = write_polygons(tmp_path / "area.gpkg", [map_box(0, 0, 40, 40)])
    predict_once(tmp_path, area=str(area))
    area.unlink()
    assert len(drawn(tmp_path, score_threshold=0.0)) == 1


def test_an_unknown_category_is_told(predicted: Path) -> None:
    with pytest.raises(UsageError, match="no category named 'car'"):
        drawn(predicted, category_thresholds=(("car", 0.5),))


def test_a_folder_without_fields_is_told(tmp_path: Path) -> None:
    with pytest.raises(RunFolderError, match="holds no prediction"):
        drawn(tmp_path)
    predict_once(tmp_path, keep_fields=False)
    with pytest.raises(RunFolderError, match="holds no fields any more") as caught:
        drawn(tmp_path)
    assert "--keep-fields" in caught.value.hint


def test_a_bad_place_for_the_output_is_told(predicted: Path) -> None:
    with pytest.raises(OutputError, match="does not exist"):
        drawn(predicted, output="missing/again.geojson")
