"""Seven nested categories with the docks: import, train, predict, count, export, and the history of it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QSpinBox, QTreeWidget

from tests.desktop.hands import wait_for
from tests.desktop.steps import WINDOW, Desk, check_docks, clear_the_table
from tests.desktop.steps_footprints import STATISTICS, footprint_layers, hide_other_layers, show_tab

CRS = "EPSG:31370"
CATEGORIES = {
    "tennis_court",
    "padel_court",
    "tennis_area",
    "football_field",
    "hockey_field",
    "swimming_pool",
    "padel_area",
}
LEAST_PERCENT = 10  # as low as the slider goes: what the command line is asked for as well
TRAINING_S, PREDICTION_S = 3600.0, 900.0


class Field(Desk):
    """The desk with the photographs on it."""

    @property
    def images(self) -> list[Path]:
        """The four photographs, by name, as a folder is read."""
        return sorted(self.folder.glob("*.jpg"))

    @property
    def results(self) -> Path:
        """Where what was found out is kept."""
        return Path(os.environ["DEEPSEG_DRIVE_RESULTS"])


def walk(iface: object, log: Path) -> None:
    """Go through all steps."""
    desk = Field(iface, log)
    iface.mainWindow().setGeometry(*WINDOW)
    clear_the_table(iface)
    steps: list[Callable[[Field], None]] = [
        *(open_qgis, new_project, add_images, import_labels, train, predict, count, export_coco, look_back)
    ]
    for step in steps:
        desk.note(f"step {step.__name__}")
        step(desk)
        check_docks(iface.mainWindow())


def open_qgis(desk: Field) -> None:
    """Add a photograph, say its coordinate system as a person does in QGIS, and click DeepSeg."""
    raster = desk.iface.addRasterLayer(str(desk.images[0]), desk.images[0].stem)
    assert not raster.crs().isValid(), "the files are said not to name their coordinate system"
    raster.setCrs(QgsCoordinateReferenceSystem(CRS))
    QgsProject.instance().setCrs(raster.crs())
    desk.iface.setActiveLayer(raster)
    bar = desk.hands.find("deepseg_toolbar")
    action = next(each for each in bar.actions() if each.objectName() == "deepseg_deepseg_action")
    desk.hands.click(bar.widgetForAction(action))
    wait_for("the first dock", lambda: desk.hands.find("deepseg_labels_dock").isVisible())


def new_project(desk: Field) -> None:
    """Make a project; the dialog proposes the coordinate system of the photograph."""

    def fill(dialog: QDialog) -> None:
        assert dialog.crs().authid() == CRS, dialog.crs().authid()
        desk.hands.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))

    desk.hands.in_dialog("new_project_dialog", fill)
    desk.hands.click("new_project_button")
    dock = desk.hands.dock("labels")
    wait_for("the project", lambda: dock.workbench.site is not None)


def add_images(desk: Field) -> None:
    """Add the other three, which the project then knows the place of as well."""
    dock = desk.hands.dock("labels")
    dock.rasters.add_files([str(path) for path in desk.images[1:]])  # the file dialog of the system cannot be clicked
    wait_for("four rasters", lambda: len(dock.workbench.site.rasters()) == 4)
    desk.hands.drawn()
    desk.camera.take("01-images")
    if any(not entry.layer.crs().isValid() for entry in dock.workbench.site.rasters()):
        desk.hands.read_message(desk.iface.messageBar())
        desk.hands.click("deepseg_message_button")
    layers = [entry.layer for entry in dock.workbench.site.rasters()]
    assert {layer.crs().authid() for layer in layers} == {CRS}, [layer.crs().authid() for layer in layers]
    extent = layers[0].extent()
    for layer in layers[1:]:
        extent.combineExtentWith(layer.extent())
    desk.iface.mapCanvas().setExtent(extent)


def import_labels(desk: Field) -> None:
    """Take the labels over with their categories."""

    def fill(dialog: QDialog) -> None:
        dialog.findChild(QgsFileWidget, "import_file").setFilePath(str(desk.folder / "sportsfields.gpkg"))
        wait_for("the file's polygons", lambda: dialog.source() is not None and dialog.source().n_polygons == 137)
        desk.hands.choose(dialog.findChild(QComboBox, "import_field_box"), "classname")
        desk.hands.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))

    desk.hands.in_dialog("import_dialog", fill)
    desk.hands.click("import_labels_button")
    wait_for("the imported labels", lambda: desk.layer("labels").featureCount() == 137)
    found = {str(feature["category"]) for feature in desk.layer("labels").getFeatures()}
    assert found == CATEGORIES, found
    desk.hands.drawn()
    desk.camera.take("02-labels")


def train(desk: Field) -> None:
    """Train on all of them, on the processor, with the seed of the command line."""
    dock = desk.hands.dock("training")
    desk.hands.write(desk.hands.find("epochs_box", QSpinBox, dock), str(desk.n_epochs))
    desk.hands.open_fold("more", dock)
    dock.form.device_box.setCurrentText("cpu")
    desk.hands.click("train_button", dock)
    wait_for("the end of the training", lambda: not dock.workbench.is_busy, TRAINING_S)
    assert dock.workbench.model_path, "there is no new model"
    desk.note(f"trained: {desk.hands.find('epoch_label', QLabel, dock).text()}")
    desk.camera.take("03-trained")
    shutil.copy(dock.workbench.model_path, desk.results / "model.safetensors")


def predict(desk: Field) -> None:
    """Find them on the same photographs."""
    hide_other_layers(desk)
    dock = desk.hands.dock("prediction")
    wait_for("four ticked images", lambda: len(dock.images.paths()) == 4)
    desk.hands.click("predict_button", dock)
    wait_for("the prediction to begin", lambda: dock.workbench.is_busy, 10)
    wait_for("the end of the prediction", lambda: not dock.workbench.is_busy, PREDICTION_S)
    wait_for("footprints on the map", footprint_layers)
    dock.threshold.slider.setValue(LEAST_PERCENT)
    desk.hands.drawn()


def count(desk: Field) -> None:
    """Read the statistics, of all images and of each."""
    dock = desk.hands.dock("prediction")
    show_tab(desk, dock, STATISTICS)
    table = desk.hands.find("statistics_table", QTreeWidget, dock)
    wait_for("a row per category", lambda: table.topLevelItemCount() > 0)  # two epochs may find one category only
    QTest.qWait(500)
    numbers = {"all": _counts(desk)}
    box = desk.hands.find("scope_box", QComboBox, dock)
    for index in range(1, box.count()):
        numbers[box.itemText(index)] = _counts(desk, str(box.itemData(index)))
    (desk.results / "numbers.json").write_text(json.dumps(numbers, indent=2), encoding="utf-8")
    desk.note(f"counted: {numbers['all']}")
    rows = [table.topLevelItem(i) for i in range(table.topLevelItemCount())]
    shown = {row.text(0): row.text(1) for row in rows}
    for category, (n, _) in numbers["all"].items():
        assert shown[category].replace("\u202f", "") == str(n), shown
    desk.hands.show(desk.hands.find("export_button", within=dock))
    desk.hands.drawn()
    desk.camera.take("04-statistics")


def export_coco(desk: Field) -> None:
    """Write COCO JSON from the Export button."""
    dock = desk.hands.dock("prediction")
    path = desk.results / "footprints.json"
    dock.results.export_button.wanted.emit("coco", str(path))  # the file dialog of the system cannot be clicked
    wait_for("the COCO file", path.is_file, 60)
    place = Path(dock.results.history.current.footprints)
    shutil.copy(place, desk.results / "footprints.gpkg")


def look_back(desk: Field) -> None:
    """See in the History what was run."""
    dock = desk.hands.dock("prediction")
    dock.results.tabs.setCurrentIndex(2)
    desk.hands.click("compare_predictions_button", dock)
    dialog = wait_for("the History", lambda: desk.iface.mainWindow().findChild(QDialog, "deepseg_history_dialog"))
    desk.hands.choose(dialog.kind_box, "")
    runs = [dialog.tree.topLevelItem(i).text(0) for i in range(dialog.tree.topLevelItemCount())]
    assert len(runs) == 2, runs
    dialog.tree.selectAll()
    QTest.qWait(300)
    desk.camera.take("05-history", dialog)
    dialog.close()


def _counts(desk: Field, raster: str = "") -> dict[str, tuple[int, float]]:
    from deepseg_qgis.layers.footprint_counts import count_footprints
    from deepseg_qgis.layers.footprint_layer import footprint_layers as layers_of

    counts = count_footprints(layers_of(QgsProject.instance(), raster or None), QgsProject.instance())
    return {each.category: (each.n_footprints, round(each.total_area_m2 or 0.0, 2)) for each in counts}
