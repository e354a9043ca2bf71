"""Prediction, what comes of it, and the next day."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel, QSlider, QTabWidget, QTreeWidget, QWidget

from tests.desktop.hands import wait_for
from tests.desktop.steps import Desk
from tests.desktop.steps_model import SHORT_RUN_S

STATISTICS, REVIEW = 0, 1


def predict(desk: Desk) -> None:
    """Look for buildings in the whole raster."""
    hide_other_layers(desk)
    dock = desk.hands.dock("prediction")
    desk.iface.mapCanvas().zoomToFullExtent()
    desk.hands.drawn()
    wait_for("the estimate", lambda: desk.hands.find("estimate_label", QLabel, dock).text())
    desk.camera.take("12-before-predicting")
    desk.hands.click("predict_button", dock)
    wait_for("the prediction to begin", lambda: dock.workbench.is_busy, 10)
    wait_for("the end of the prediction", lambda: not dock.workbench.is_busy, SHORT_RUN_S)
    layers = wait_for("footprints on the map", footprint_layers)
    desk.note(f"footprints: {n_footprints()} in {len(layers)} layer")
    show_tab(desk, dock, STATISTICS)
    desk.hands.show(desk.hands.find("predict_button", within=dock))
    desk.hands.drawn()
    desk.hands.read_message(desk.iface.messageBar())
    desk.camera.take("13-footprints")


def move_threshold(desk: Desk) -> None:
    """Move the slider: fewer footprints at once, without the engine."""
    dock = desk.hands.dock("prediction")
    desk.iface.messageBar().clearWidgets()
    slider = desk.hands.find("score_threshold_slider", QSlider, dock)
    before = n_footprints()
    slider.setFocus()
    for _ in range(4):
        QTest.keyClick(slider, Qt.Key.Key_PageUp)
    wait_for("fewer footprints", lambda: n_footprints() < before)
    assert not dock.workbench.is_busy
    desk.note(f"footprints at {slider.value()} %: {n_footprints()} of {before}")
    desk.hands.show(slider)
    desk.hands.drawn()
    desk.camera.take("14-threshold")
    for _ in range(4):
        QTest.keyClick(slider, Qt.Key.Key_PageDown)
    wait_for("all footprints again", lambda: n_footprints() == before)


def count(desk: Desk) -> None:
    """Read the statistics."""
    dock = desk.hands.dock("prediction")
    show_tab(desk, dock, STATISTICS)
    table = desk.hands.find("statistics_table", QTreeWidget, dock)
    wait_for("a row per category", lambda: table.topLevelItemCount() > 0)
    desk.hands.show(desk.hands.find("export_button", within=dock))
    desk.hands.drawn()
    desk.camera.take("15-statistics")


def review(desk: Desk) -> None:
    """Accept one footprint and reject one, with the keys."""
    dock = desk.hands.dock("prediction")
    show_tab(desk, dock, REVIEW)
    labels = desk.layer("labels")
    before = labels.featureCount()
    desk.hands.click("next_button", dock)
    desk.hands.drawn()
    desk.hands.show(desk.hands.find("train_again_button", within=dock))
    desk.camera.take("16-review")
    desk.hands.map_key("y")
    wait_for("the accepted footprint among the labels", lambda: labels.featureCount() == before + 1)
    desk.hands.map_key("x")
    wait_for("a rejected footprint", lambda: "rejected" in reviews())
    desk.note(f"reviewed: {reviews()}")
    desk.hands.dock("labels")
    desk.hands.click("save_labels_button")


def open_again(desk: Desk) -> None:
    """Save the QGIS project, begin another, and open it again: all of it is there."""
    project, path = QgsProject.instance(), str(desk.folder / "kampala.qgz")
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.isEditable():
            layer.commitChanges()
    assert project.write(path)
    n_labels = desk.layer("labels").featureCount()
    desk.iface.newProject(False)
    labels = desk.iface.mainWindow().findChild(QWidget, "deepseg_labels_dock")
    wait_for("the docks to be without a project", lambda: labels.workbench.site is None)
    desk.iface.addProject(path)
    wait_for("the project in the docks", lambda: labels.workbench.site is not None)
    assert desk.layer("labels").featureCount() == n_labels
    dock = desk.hands.dock("prediction")
    assert dock.workbench.model_path, "the model in use was forgotten"
    wait_for("the footprints", footprint_layers)
    desk.iface.mapCanvas().zoomToFullExtent()
    desk.hands.dock("training")
    desk.hands.drawn()
    desk.camera.take("17-opened-again")


def look_at_night(desk: Desk) -> None:
    """See the docks on QGIS's dark theme."""
    before = QgsApplication.themeName()
    QgsApplication.setUITheme("Night Mapping")
    desk.hands.dock("evaluation")
    desk.hands.drawn()
    desk.camera.take("18-dark")
    QgsApplication.setUITheme(before)


def hide_other_layers(desk: Desk) -> None:
    """Leave the raster alone on the map: labels and matches would lie over the footprints."""
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        if isinstance(node.layer(), QgsVectorLayer):
            node.setItemVisibilityChecked(False)


def show_tab(desk: Desk, dock: QWidget, index: int) -> None:
    """Click a tab of the results."""
    tabs = desk.hands.find("prediction_tabs", QTabWidget, dock)
    desk.hands.show(tabs)
    bar = tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar.tabRect(index).center())
    wait_for(f"the tab {tabs.tabText(index)}", lambda: tabs.currentIndex() == index)


def footprint_layers() -> list[QgsVectorLayer]:
    """Return the layers of what was predicted."""
    layers = QgsProject.instance().mapLayers().values()
    vectors = [layer for layer in layers if isinstance(layer, QgsVectorLayer)]
    return [layer for layer in vectors if "predictions" in layer.source() and layer.fields().indexOf("score") >= 0]


def n_footprints() -> int:
    """Return how many footprints are shown."""
    return sum(len(list(layer.getFeatures())) for layer in footprint_layers())  # QGIS's own count may be a guess


def reviews() -> list[str]:
    """Return what was said of footprints, those without a word left out."""
    features = (feature for layer in footprint_layers() for feature in layer.getFeatures())
    words = [feature["review"] for feature in features if feature.fields().indexOf("review") >= 0]
    return [word for word in words if isinstance(word, str) and word]


STEPS = (predict, move_threshold, count, review, open_again, look_at_night)
