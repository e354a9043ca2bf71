"""Before PREDICT: what it will take. After it: what could not be read. In toolbox and dock, with the fake engine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from deepseg_qgis.docks.prediction_dock import PredictionDock
from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.domain import work_state
from deepseg_qgis.layers.footprint_layer import clear_footprints, footprint_layers
from tests.plugin.fake_engine.use import use_fake_engine
from tests.qgis.interface import Interface, forget_deleted
from tests.qgis.prediction_world import predict, write_model
from tests.qgis.processing_world import run, why_not
from tests.qgis.site_world import bar_texts, make_raster, make_site, new_workbench, wait_until

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture(autouse=True)
def notes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the file in which the fake engine notes what it was asked."""
    use_fake_engine(monkeypatch)
    monkeypatch.setenv("DEEPSEG_FAKE_ARGUMENTS", str(tmp_path / "asked.jsonl"))
    return tmp_path / "asked.jsonl"


@pytest.fixture
def model(tmp_path: Path) -> str:
    return write_model(tmp_path / "roofs.safetensors")


# In the toolbox


def test_an_estimate_gives_numbers_and_words_and_writes_nothing(model: str, tmp_path: Path, notes: Path) -> None:
    raster = make_raster(tmp_path / "city.tif")
    before = sorted(tmp_path.rglob("*"))
    done = run("deepseg:estimate", {"MODEL": model, "RASTERS": [raster], "FOLDER": str(tmp_path), "WORKERS": 2})
    assert done.is_done, done.feedback.errors
    text = done.values.pop("TEXT")
    assert done.values == {
        "N_TILES": 4,
        "SECONDS": 180.0,
        "MEMORY_MB": 900.0,
        "SCRATCH_MB": 80.0,
        "OUTPUT_MB": 40.0,
        "FREE_MB": 50_000.0,
    }
    assert "0.9 GB of memory" in text
    assert text in done.feedback.lines
    assert f"--output={tmp_path / 'footprints.gpkg'} --dry-run --workers=2" in done.feedback.commands[0]
    assert sorted(path for path in tmp_path.rglob("*") if path != notes) == before


def test_an_estimate_is_refused_in_the_words_of_a_prediction(model: str, tmp_path: Path) -> None:
    asked = {"MODEL": model, "RASTERS": [make_raster(tmp_path / "city.tif")]}
    assert why_not("deepseg:estimate", asked) == ""
    assert "both rows and columns" in why_not("deepseg:estimate", {**asked, "ROWS": 2})
    assert "does not exist" in why_not("deepseg:estimate", {**asked, "MODEL": str(tmp_path / "no.safetensors")})


def test_damaged_places_stop_a_prediction_or_are_given_as_polygons(model: str, tmp_path: Path) -> None:
    raster = make_raster(tmp_path / "damaged.tif")
    asked = {"MODEL": model, "RASTERS": [raster], "OUTPUT": str(tmp_path / "süd.gpkg")}
    failed = run("deepseg:predict", asked)
    assert not failed.is_done
    assert "rows 0 to 49" in failed.feedback.errors[0]
    done = run("deepseg:predict", {**asked, "SKIP_BAD_BLOCKS": True})
    assert done.is_done, done.feedback.errors
    assert done.values["HOLES"] == str(tmp_path / "süd_holes.geojson")
    assert QgsVectorLayer(done.values["HOLES"], "holes", "ogr").featureCount() == 1
    assert done.context.willLoadLayerOnCompletion(done.values["HOLES"])


def test_without_damage_there_is_no_layer_of_it(model: str, tmp_path: Path) -> None:
    asked = {"MODEL": model, "RASTERS": [make_raster(tmp_path / "city.tif")], "OUTPUT": "TEMPORARY_OUTPUT"}
    done = run("deepseg:predict", {**asked, "SKIP_BAD_BLOCKS": True})
    assert done.is_done, done.feedback.errors
    assert "HOLES" not in done.values


def test_what_is_told_of_a_temporary_layer_outlives_the_run(model: str, tmp_path: Path) -> None:
    asked = {"MODEL": model, "RASTERS": [make_raster(tmp_path / "damaged.tif")], "OUTPUT": "TEMPORARY_OUTPUT"}
    done = run("deepseg:predict", {**asked, "SKIP_BAD_BLOCKS": True})
    assert QgsVectorLayer(done.values["HOLES"], "holes", "ogr").featureCount() == 1


# In the dock


@pytest.fixture
def workbench(iface: Interface) -> Iterator[Workbench]:
    workbench = new_workbench(iface, [])
    yield workbench
    workbench.shut_down()


@pytest.fixture
def dock(workbench: Workbench, iface: Interface, model: str, tmp_path: Path) -> Iterator[PredictionDock]:
    make_site(workbench, tmp_path)
    dock = PredictionDock(workbench)
    iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    workbench.use_model(model)
    wait_until(dock.predict_button.isEnabled)
    wait_until(lambda: "first prediction will tell" in dock.estimate.label.text())
    yield dock
    dock.tear_down()
    iface.mainWindow().removeDockWidget(dock)
    dock.deleteLater()
    forget_deleted()


def measure(dock: PredictionDock) -> str:
    """Click Estimate, wait until it is over, and return what is said then."""
    QTest.mouseClick(dock.estimate.button, Qt.MouseButton.LeftButton)
    assert dock.workbench.state.kind == work_state.ESTIMATING
    wait_until(lambda: not dock.workbench.is_busy)
    wait_until(dock.predict_button.isEnabled)
    return dock.estimate.label.text().replace("\u202f", " ")


def test_what_was_measured_stands_under_the_button_until_something_changes(
    dock: PredictionDock, tmp_path: Path
) -> None:
    text = measure(dock)
    assert text == "Measured: about 3 min (CPU, 2 cores) · 4 tiles · 900 MB of memory · 120 MB on disk."
    assert not (tmp_path / "runs" / "predictions").exists(), "nothing is written"
    dock.images.add_files([make_raster(tmp_path / "north.tif")])
    wait_until(lambda: "Measured" not in dock.estimate.label.text())
    assert "6 min" in measure(dock)


def test_an_estimate_of_what_the_map_shows_is_of_that(dock: PredictionDock, notes: Path, iface: Interface) -> None:
    dock.shape.keep_box.setChecked(True)
    dock.shape.skip_box.setChecked(True)
    raster = QgsRasterLayer(dock.images.paths()[0], "ortho")
    QgsProject.instance().addMapLayer(raster)
    iface.mapCanvas().setDestinationCrs(raster.crs())
    iface.mapCanvas().setLayers([raster])
    iface.mapCanvas().setExtent(raster.extent())
    dock.images._add_view()
    wait_until(dock.predict_button.isEnabled)
    assert "Measured" in measure(dock)
    (words,) = (json.loads(line) for line in notes.read_text().splitlines())
    assert [word for word in words if word.startswith("--area=")]
    assert not {"--keep-fields", "--skip-bad-blocks"} & set(words)


def test_a_failure_of_an_estimate_is_told_and_the_guess_stays(
    dock: PredictionDock, iface: Interface, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEEPSEG_FAKE", "error")
    assert "first prediction will tell" in measure(dock)
    assert bar_texts(iface), "the error is in the message bar"


def test_places_that_could_not_be_read_are_red_on_the_map(
    dock: PredictionDock, iface: Interface, tmp_path: Path
) -> None:
    dock.images.add_files([make_raster(tmp_path / "damaged.tif")])
    dock.shape.skip_box.setChecked(True)
    wait_until(dock.predict_button.isEnabled)
    predict(dock)
    (holes,) = QgsProject.instance().mapLayersByName("Not read")
    assert holes.featureCount() == 1
    assert holes.renderer().symbol().color().name() == "#d62f2f"
    assert holes not in footprint_layers(QgsProject.instance())
    assert any("1 place" in text and "red on the map" in text for text in bar_texts(iface))
    clear_footprints(QgsProject.instance())
    assert QgsProject.instance().mapLayersByName("Not read") == []
