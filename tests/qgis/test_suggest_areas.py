"""Where to label next: in the toolbox as a layer by rank, in the dock as a queue that moves the map."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPalLayerSettings, QgsProject, QgsVectorLayer
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget

from deepseg_qgis.docks.labels_dock import LabelsDock
from deepseg_qgis.docks.suggest_section import SuggestSection, suggest_parameters
from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.layers.plain_rasters import shown_raster
from deepseg_qgis.layers.suggestion_layer import suggested_areas, suggestion_layer, suggestion_layers
from tests.plugin.fake_engine.use import use_fake_engine
from tests.qgis.interface import Interface, forget_deleted
from tests.qgis.prediction_world import write_model
from tests.qgis.processing_world import run, why_not
from tests.qgis.site_world import LEFT, TOP, bar_texts, make_raster, make_site, new_workbench, wait_until
from tests.qgis.test_plain_rasters import make_picture

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture(autouse=True)
def fake_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    use_fake_engine(monkeypatch)


@pytest.fixture
def model(tmp_path: Path) -> str:
    return write_model(tmp_path / "roofs.safetensors")


# In the toolbox


def test_the_layer_has_the_areas_by_rank(model: str, tmp_path: Path) -> None:
    output = tmp_path / "next.gpkg"
    raster = make_raster(tmp_path / "city.tif")
    done = run("deepseg:suggestareas", {"MODEL": model, "RASTERS": [raster], "COUNT": 3, "OUTPUT": str(output)})
    assert done.is_done, done.feedback.errors
    assert done.values == {"OUTPUT": str(output), "N_AREAS": 3}
    layer = QgsVectorLayer(str(output), "next", "ogr")
    assert [feature["rank"] for feature in layer.getFeatures()] == [1, 2, 3]
    assert layer.crs().authid() == "EPSG:32636"
    (command,) = done.feedback.commands
    assert "suggest-areas" in command and "--count=3" in command and "--sample=200" in command


def test_more_areas_than_places_are_looked_at_as_well(model: str, tmp_path: Path) -> None:
    parameters = {"MODEL": model, "RASTERS": [make_raster(tmp_path / "c.tif")], "OUTPUT": "TEMPORARY_OUTPUT"}
    done = run("deepseg:suggestareas", {**parameters, "COUNT": 5, "SAMPLE": 2})
    assert "--sample=5" in done.feedback.commands[0]


def test_what_cannot_be_is_said_before_it_runs(model: str, tmp_path: Path) -> None:
    parameters = {"MODEL": model, "RASTERS": [make_raster(tmp_path / "c.tif")], "OUTPUT": "TEMPORARY_OUTPUT"}
    assert why_not("deepseg:suggestareas", parameters) == ""
    assert "no prediction" in why_not("deepseg:suggestareas", {**parameters, "RUN_DIR": str(tmp_path)})
    assert "does not exist" in why_not("deepseg:suggestareas", {**parameters, "MODEL": "none.safetensors"})
    assert "cannot be opened" in why_not("deepseg:suggestareas", {**parameters, "LABELS": "none.gpkg"})


# In the dock


@pytest.fixture
def workbench(iface: Interface, tmp_path: Path) -> Iterator[Workbench]:
    workbench = new_workbench(iface, [])
    make_site(workbench, tmp_path)
    yield workbench
    workbench.shut_down()


@pytest.fixture
def dock(workbench: Workbench, iface: Interface) -> Iterator[LabelsDock]:
    dock = LabelsDock(workbench)
    iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock._folds["suggest"].set_open(True)
    dock.show()
    QTest.qWait(50)
    yield dock
    dock.tear_down()
    iface.removeDockWidget(dock)
    dock.deleteLater()
    forget_deleted()


def find(section: SuggestSection, n: int = 3) -> QgsVectorLayer:
    section.count_box.setValue(n)
    QTest.mouseClick(section.suggest_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not section._workbench.is_busy)
    layer = section._layer()
    assert layer is not None
    return layer


def click(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def is_seen(layer: QgsVectorLayer) -> tuple[float, bool]:
    """Return how much of the first area is seen, in percent, and whether its number is."""
    context = layer.createExpressionContext()
    context.setFeature(next(layer.getFeatures()))
    symbol = layer.renderer().symbol().clone()
    opacity, _ = symbol.dataDefinedProperties().property(symbol.PropertyOpacity).valueAsDouble(context, 100.0)
    settings = layer.labeling().settings()  # named: its properties live no longer than it
    properties = settings.dataDefinedProperties()
    has_number, _ = properties.property(QgsPalLayerSettings.Show).valueAsBool(context, True)
    return opacity, has_number


def states(layer: QgsVectorLayer) -> list[str]:
    return [area.state for area in suggested_areas(layer)]


def test_without_a_model_it_says_what_is_missing(dock: LabelsDock) -> None:
    assert not dock.suggest.suggest_button.isEnabled()
    assert "model" in dock.suggest.suggest_button.toolTip()
    assert not dock.suggest.next_button.isVisible()
    assert "Train a model first" in dock.suggest.item_label.text()


def test_with_a_model_it_says_what_to_press(dock: LabelsDock, workbench: Workbench, model: str) -> None:
    workbench.use_model(model)
    assert "“Find areas” asks the model in use" in dock.suggest.item_label.text()


def test_the_queue_moves_the_map_and_goes_on(dock: LabelsDock, workbench: Workbench, model: str) -> None:
    workbench.use_model(model)
    layer = find(dock.suggest)
    assert layer.renderer().symbol() is not None and layer.labelsEnabled()
    assert QgsProject.instance().layerTreeRoot().findLayer(layer.id()).parent() is workbench.site.group()
    assert "Area 1 of 3" in dock.suggest.item_label.text() and "90" in dock.suggest.item_label.text()
    center = workbench.canvas.extent().center()
    assert (center.x(), center.y()) == (pytest.approx(LEFT + 5, abs=0.1), pytest.approx(TOP - 5, abs=0.1))
    click(dock.suggest.next_button)
    assert "Area 2 of 3" in dock.suggest.item_label.text()
    assert workbench.canvas.extent().center().x() == pytest.approx(LEFT + 15, abs=0.1)
    click(dock.suggest.skip_button)
    assert "Area 3 of 3" in dock.suggest.item_label.text() and states(layer) == ["", "skipped", ""]
    click(dock.suggest.next_button)  # after the last one the first that is open
    assert "Area 1 of 3" in dock.suggest.item_label.text()


def test_a_prediction_that_kept_its_fields_tells_of_all_ground(workbench: Workbench, model: str) -> None:
    rasters = [entry.path for entry in workbench.site.rasters()]
    folder = Path(workbench.site.runs_folder) / "predictions" / "prediction-1"
    (folder / "run" / "fields").mkdir(parents=True)
    (folder / "footprints.gpkg").touch()

    def run_dir_after(used_model: str, used_rasters: list[str], **options: str) -> object:
        request = {"MODEL": used_model, "RASTERS": used_rasters, **options}
        (folder / "request.json").write_text(json.dumps(request), encoding="utf-8")
        return suggest_parameters(workbench.site, model, 3).get("RUN_DIR")

    assert run_dir_after(model, [*rasters, "another.tif"]) == str(folder / "run")
    assert run_dir_after("other.safetensors", rasters) is None
    assert run_dir_after(model, ["another.tif"]) is None
    assert run_dir_after(model, rasters, AREA="areas") is None  # the rest would never be suggested
    assert run_dir_after(model, rasters) is not None
    later_s = time.time() + 60
    os.utime(model, (later_s, later_s))  # trained anew since
    assert suggest_parameters(workbench.site, model, 3).get("RUN_DIR") is None


def test_an_area_becomes_a_training_area_and_undo_takes_it_back(
    dock: LabelsDock, workbench: Workbench, model: str, iface: Interface
) -> None:
    workbench.use_model(model)
    layer, areas = find(dock.suggest), workbench.site.layer("areas")
    before = areas.featureCount()
    click(dock.suggest.make_button)
    assert areas.isEditable() and areas.featureCount() == before + 1
    added = next(feature for feature in areas.getFeatures() if feature.id() < 0)
    assert added["role"] == "train" and added.geometry().area() == pytest.approx(100)
    assert states(layer) == ["made", "", ""] and not dock.suggest.make_button.isEnabled()
    assert any("label everything inside" in text for text in bar_texts(iface))
    areas.undoStack().undo()
    assert areas.featureCount() == before and states(layer) == ["", "", ""]
    areas.rollBack()


def test_an_area_of_a_picture_without_georeference_shows_it_and_belongs_to_it(
    dock: LabelsDock, workbench: Workbench, model: str, tmp_path: Path
) -> None:
    assert workbench.new_site(tmp_path / "pictures.gpkg", "Pictures", QgsCoordinateReferenceSystem())
    pictures = [make_picture(tmp_path / f"{name}.png") for name in "ab"]
    dock.rasters.add_files(pictures)
    dock.rasters.show_alone(pictures[1])
    workbench.use_model(model)
    assert "RUN_DIR" not in suggest_parameters(workbench.site, model, 3)
    find(dock.suggest)  # on the first picture
    assert shown_raster(workbench.site) == "a.png"
    layer = suggestion_layers(QgsProject.instance())[0]
    assert is_seen(layer) == (100, True)
    dock.rasters.show_alone(pictures[1])
    assert is_seen(layer) == (0, False)  # neither the outline nor its number
    dock.rasters.show_alone(pictures[0])
    click(dock.suggest.make_button)
    areas = workbench.site.layer("areas")
    assert [(feature["role"], feature["raster"]) for feature in areas.getFeatures()] == [("train", "a.png")]
    areas.rollBack()


def test_when_all_are_decided_the_queue_says_so(dock: LabelsDock, workbench: Workbench, model: str) -> None:
    workbench.use_model(model)
    find(dock.suggest, 1)
    click(dock.suggest.skip_button)
    assert "have been looked at" in dock.suggest.item_label.text()
    assert not dock.suggest.next_button.isEnabled() and not dock.suggest.skip_button.isEnabled()


def test_what_is_found_anew_takes_the_place_of_what_was(dock: LabelsDock, workbench: Workbench, model: str) -> None:
    workbench.use_model(model)
    first = find(dock.suggest, 2).id()
    second = find(dock.suggest, 1)
    assert QgsProject.instance().mapLayer(first) is None
    assert suggestion_layer(QgsProject.instance(), workbench.site.runs_folder) is second
    assert "Area 1 of 1" in dock.suggest.item_label.text()


def test_the_outline_is_on_the_map_only_while_the_dock_is_in_front(
    dock: LabelsDock, workbench: Workbench, model: str, iface: Interface
) -> None:
    def bands() -> int:
        return sum(isinstance(each, QgsRubberBand) for each in workbench.canvas.scene().items())

    workbench.use_model(model)
    find(dock.suggest)
    assert bands() == 1
    other = QDockWidget("other", iface.mainWindow())
    iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, other)
    iface.mainWindow().tabifyDockWidget(dock, other)
    other.show()
    QTest.qWait(100)
    other.raise_()
    wait_until(lambda: bands() == 0)
    dock.raise_()
    wait_until(lambda: bands() == 1)
    iface.mainWindow().removeDockWidget(other)
    other.deleteLater()
