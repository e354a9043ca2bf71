"""Footprints are split, merged and measured again; those that become labels say where they come from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction

from deepseg_qgis.docks.prediction_dock import PredictionDock
from deepseg_qgis.docks.results_section import REVIEW
from deepseg_qgis.docks.training_dock import TrainingDock
from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.errors import LayerNotUsableError
from deepseg_qgis.layers.footprint_layer import footprint_layers
from deepseg_qgis.layers.footprint_merge import merge_footprints
from deepseg_qgis.layers.footprint_review import accept_footprints
from deepseg_qgis.layers.project import SiteProject, open_project
from tests.qgis.interface import Interface
from tests.qgis.prediction_world import predict, shown_dock, write_model
from tests.qgis.site_world import bar_texts, make_site, wait_until

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def dock(workbench: Workbench, iface: Interface) -> Iterator[PredictionDock]:
    with shown_dock(workbench, iface) as dock:
        yield dock


@pytest.fixture
def site(dock: PredictionDock, workbench: Workbench, tmp_path: Path) -> SiteProject:
    """A site whose raster has been predicted in: seven footprints are shown, the first is looked at."""
    site = make_site(workbench, tmp_path)
    workbench.use_model(write_model(tmp_path / "roofs.safetensors"))
    predict(dock)
    dock.results.tabs.setCurrentIndex(REVIEW)
    wait_until(lambda: "0 of 7 looked at" in dock.results.review.count_label.text())
    dock.results.review.next()
    return site


@pytest.fixture
def triggered(iface: Interface) -> Iterator[list[str]]:
    """Stand-ins for QGIS's own tools in the window; the names of those that were taken."""
    taken: list[str] = []
    actions = []
    for name in ("mActionVertexToolActiveLayer", "mActionSplitFeatures", "mActionSelectFeatures"):
        action = QAction(name, iface.mainWindow())
        action.setObjectName(name)
        action.triggered.connect(lambda *_, name=name: taken.append(name))
        actions.append(action)
    yield taken
    for action in actions:
        action.setParent(None)
        action.deleteLater()


def layer_now() -> QgsVectorLayer:
    return footprint_layers(QgsProject.instance())[0]


def count(layer: QgsVectorLayer) -> int:
    return sum(1 for _ in layer.getFeatures())


def current(dock: PredictionDock) -> QgsFeature:
    item = dock.results.review._queue.current
    return item.layer.getFeature(item.feature_id)


def click(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_footprint_is_split_with_the_tool_of_qgis_and_both_parts_are_measured(
    dock: PredictionDock, site: SiteProject, triggered: list[str]
) -> None:
    before, review = current(dock), dock.results.review
    click(review.split_button)
    layer = layer_now()
    assert triggered == ["mActionSplitFeatures"] and layer.isEditable()
    assert layer.selectedFeatureIds() == [before.id()] and "draw a line across" in review.item_label.text()
    box = before.geometry().boundingBox()
    x = box.xMinimum() + box.width() / 4
    line = [QgsPointXY(x, box.yMinimum() - 1), QgsPointXY(x, box.yMaximum() + 1)]
    assert int(layer.splitFeatures(line)) == 0  # what the tool does when the line is ended
    click(review.next_button)
    assert not layer.isEditable() and count(layer) == 8
    parts = [each for each in layer.getFeatures() if before.geometry().contains(each.geometry().pointOnSurface())]
    assert len(parts) == 2
    assert sum(each["area_m2"] for each in parts) == pytest.approx(before.geometry().area(), rel=2e-3)
    assert min(each["area_m2"] for each in parts) == pytest.approx(before.geometry().area() / 4, rel=2e-3)
    for part in parts:
        assert [part[name] for name in ("category", "score", "model", "run_id", "raster")] == [
            before[name] for name in ("category", "score", "model", "run_id", "raster")
        ]


def grown(layer: QgsVectorLayer, feature_id: int) -> int:
    """Return a neighbor that is made to overlap the footprint."""
    neighbor = min(set(layer.allFeatureIds()) - {feature_id})
    box = layer.getFeature(feature_id).geometry().boundingBox()
    box.setXMaximum(box.xMaximum() + 4)
    layer.dataProvider().changeGeometryValues({neighbor: QgsGeometry.fromRect(box)})
    return neighbor


def test_footprints_that_are_selected_become_one(dock: PredictionDock, site: SiteProject, triggered: list[str]) -> None:
    before, review, layer = current(dock), dock.results.review, layer_now()
    neighbor = grown(layer, before.id())
    click(review.merge_button)  # nothing else is selected yet
    assert triggered == ["mActionSelectFeatures"] and "Shift-click" in review.item_label.text()
    layer.select(neighbor)
    click(review.merge_button)
    assert "merged" in review.item_label.text() and count(layer) == 6
    click(review.next_button)
    assert not layer.isEditable()
    merged = layer.getFeature(before.id())
    box = before.geometry().boundingBox()
    assert merged["area_m2"] == pytest.approx((box.width() + 4) * box.height(), rel=2e-3)
    assert (merged["category"], merged["score"], merged["run_id"]) == tuple(
        before[name] for name in ("category", "score", "run_id")
    )


def test_a_merge_is_one_step_back(site: SiteProject, dock: PredictionDock) -> None:
    layer, kept = layer_now(), current(dock).id()
    neighbor = grown(layer, kept)
    layer.startEditing()
    assert merge_footprints(layer, kept, [neighbor]) == 1
    layer.undoStack().undo()
    assert count(layer) == 7
    layer.rollBack()


def test_what_does_not_touch_is_not_merged(site: SiteProject, dock: PredictionDock) -> None:
    layer, kept = layer_now(), current(dock).id()
    others = sorted(set(layer.allFeatureIds()) - {kept})
    layer.startEditing()
    assert merge_footprints(layer, kept, []) == 0
    with pytest.raises(LayerNotUsableError, match="do not touch"):
        merge_footprints(layer, kept, others[:1])
    assert count(layer) == 7
    layer.rollBack()


def test_an_accepted_footprint_is_not_changed_behind_its_label(
    dock: PredictionDock, site: SiteProject, triggered: list[str]
) -> None:
    layer, first, review = layer_now(), current(dock).id(), dock.results.review
    neighbor = grown(layer, first)
    click(review.accept_button)
    click(review.back_button)
    assert current(dock).id() == first
    for button in (review.edit_button, review.split_button, review.merge_button):
        assert not button.isEnabled() and "label already" in button.toolTip()
    review.edit()  # its key
    assert triggered == [] and not layer.isEditable()
    layer.startEditing()
    with pytest.raises(LayerNotUsableError, match="label already"):
        merge_footprints(layer, neighbor, [first])
    layer.rollBack()
    site.layer("labels").undoStack().undo()
    review.next()
    review.back()
    assert review.edit_button.isEnabled() and "vertex tool" in review.edit_button.toolTip()


def test_outlines_that_cross_themselves_are_not_merged_into_nothing(
    site: SiteProject, dock: PredictionDock, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer, kept = layer_now(), current(dock).id()
    neighbor = grown(layer, kept)
    monkeypatch.setattr(QgsGeometry, "unaryUnion", lambda _shapes: QgsGeometry())  # what GEOS makes of some of them
    layer.startEditing()
    with pytest.raises(LayerNotUsableError, match="crosses itself"):
        merge_footprints(layer, kept, [neighbor])
    assert count(layer) == 7
    layer.rollBack()


def test_a_footprint_without_a_place_on_the_projects_map_is_told(
    dock: PredictionDock, site: SiteProject, iface: Interface, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deepseg_qgis.layers.footprint_review.as_label", lambda *_: None)
    review, first = dock.results.review, current(dock).id()
    click(review.accept_button)
    assert current(dock).id() == first and "0 of 7" in review.count_label.text()
    assert any("has no coordinates" in text for text in bar_texts(iface))


def test_keys_split_and_merge(dock: PredictionDock, site: SiteProject) -> None:
    assert {"S", "M", "E"} <= set(dock.results.review.acts())


def test_what_is_edited_with_any_tool_is_measured_when_it_is_saved(dock: PredictionDock, site: SiteProject) -> None:
    layer = layer_now()
    feature = next(layer.getFeatures())
    box = feature.geometry().boundingBox()
    box.setXMaximum(box.xMaximum() + box.width())
    layer.startEditing()
    layer.changeGeometry(feature.id(), QgsGeometry.fromRect(box))
    assert layer.commitChanges(), layer.commitErrors()
    assert layer.getFeature(feature.id())["area_m2"] == pytest.approx(box.width() * box.height(), rel=2e-3)


# Labels with provenance


def test_a_label_says_of_which_footprint_it_was_made(dock: PredictionDock, site: SiteProject) -> None:
    footprint = current(dock)
    click(dock.results.review.accept_button)
    label = next(feature for feature in site.layer("labels").getFeatures() if feature["model"])
    assert [label[name] for name in ("category", "raster", "model", "run_id", "score")] == [
        footprint[name] for name in ("category", "raster", "model", "run_id", "score")
    ]
    drawn = [feature for feature in site.layer("labels").getFeatures() if not feature["model"]]
    assert len(drawn) == 6
    site.layer("labels").undoStack().undo()
    assert site.layer("labels").featureCount() == 6
    site.layer("labels").rollBack()


def test_a_project_of_an_older_version_gets_the_columns(
    site: SiteProject, dock: PredictionDock, tmp_path: Path
) -> None:
    path = Path(site.path)
    dock.workbench.close_site()
    QgsProject.instance().clear()
    with closing(sqlite3.connect(path)) as base:
        base.create_function("ST_IsEmpty", 1, lambda _: 0)
        for name in ("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
            base.create_function(name, 1, lambda _: 0.0)
        for column in ("model", "run_id", "score"):
            base.execute(f"ALTER TABLE labels DROP COLUMN {column}")
        base.commit()
    again = open_project(path, QgsProject.instance())
    assert again.layer("labels").fields().names() == ["fid", "category", "raster", "model", "run_id", "score"]
    assert again.layer("labels").featureCount() == 6
    again.close()


def test_train_again_begins_with_the_model_of_the_footprints(
    dock: PredictionDock, site: SiteProject, workbench: Workbench, tmp_path: Path, iface: Interface
) -> None:
    training = TrainingDock(workbench)
    iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, training)
    accept_footprints(layer_now(), [current(dock).id()], site)
    dock.results.review.show_counts()
    dock.results.review._show()
    click(dock.results.review.train_button)
    assert training.form.parameters()["FROM_MODEL"] == str(tmp_path / "roofs.safetensors")
    training.tear_down()
    iface.mainWindow().removeDockWidget(training)
    training.deleteLater()
    site.layer("labels").rollBack()
