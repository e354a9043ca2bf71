"""Seven nested categories with the docks: import, draw, train, predict, count, export, and the history of it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QSpinBox,
    QToolButton,
    QTreeWidget,
)

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
# A pool in a garden that the file of labels leaves out: column and row of its corners on the last photograph.
POOL, POOL_CORNERS_PX = "swimming_pool", ((540.5, 159.7), (550.0, 157.0), (555.3, 175.0), (547.0, 178.3))
LEAST_PERCENT = 10  # as low as the slider goes: what the command line is asked for as well
TRAINING_S, PREDICTION_S = 7200.0, 1800.0


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
        *(open_qgis, new_project, add_images, import_labels, draw_label, export_labels, train, predict, count),
        *(save_statistics, export_coco, look_back),
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
    desk.hands.answer_with_files(*desk.images[1:])
    desk.hands.in_menu(desk.hands.find("add_raster_button", QToolButton, dock), "Files…")
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
        place = dialog.findChild(QgsFileWidget, "import_file")
        desk.hands.write(place.findChild(QLineEdit), str(desk.folder / "sportsfields.gpkg"))
        wait_for("the file's polygons", lambda: dialog.source() is not None and dialog.source().n_polygons == 137)
        desk.hands.choose(dialog.findChild(QComboBox, "import_field_box"), "classname")
        desk.hands.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))

    desk.hands.in_dialog("import_dialog", fill)
    desk.hands.click("import_labels_button")
    wait_for("the imported labels", lambda: desk.layer("labels").featureCount() == 137)
    found = {str(feature["category"]) for feature in desk.layer("labels").getFeatures()}
    assert found == CATEGORIES, found
    desk.hands.drawn()


def draw_label(desk: Field) -> None:
    """Draw what the file leaves out, with the mouse, and save it."""
    dock = desk.hands.dock("labels")
    raster = next(each.layer for each in dock.workbench.site.rasters() if Path(each.path) == desk.images[-1])
    ground, metres = raster.extent(), raster.rasterUnitsPerPixelX()
    corners = [
        QgsPointXY(ground.xMinimum() + column * metres, ground.yMaximum() - row * metres)
        for column, row in POOL_CORNERS_PX
    ]
    desk.hands.look_at(QgsGeometry.fromPolygonXY([[*corners, corners[0]]]), raster.crs(), factor=4.0)
    tree = desk.hands.find("category_list", QTreeWidget, dock)
    rows = [tree.topLevelItem(i).text(1) for i in range(tree.topLevelItemCount())]
    before = tree.topLevelItem(rows.index(POOL)).text(2)
    desk.hands.click_row(tree, rows.index(POOL), 1)
    desk.hands.click("draw_button", dock)
    desk.hands.draw([desk.hands.pixel(corner, raster.crs()) for corner in corners])
    labels = desk.layer("labels")
    wait_for("the drawn label", lambda: labels.featureCount() == 138, 5)
    shown = tree.topLevelItem(rows.index(POOL))
    wait_for("the count beside the category", lambda: shown.text(2) == str(int(before) + 1))
    desk.hands.drawn()
    desk.camera.take("02-drawn")
    desk.hands.click("save_labels_button")
    assert not labels.isModified()
    newest = max(labels.getFeatures(), key=lambda feature: feature.id())
    assert newest["category"] == POOL, newest["category"]
    desk.note(f"drawn: a {POOL} of {newest.geometry().area():.1f} m²")


def export_labels(desk: Field) -> None:
    """Write all labels into a file: the command line cannot draw, so it is given this one."""
    path = desk.results / "labels.gpkg"

    def fill(dialog: QDialog) -> None:
        desk.hands.choose(dialog.findChild(QComboBox, "export_format_box"), "vector")
        desk.hands.write(dialog.findChild(QgsFileWidget, "export_place").findChild(QLineEdit), str(path))
        desk.hands.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))

    dock = desk.hands.dock("labels")
    desk.hands.in_dialog("export_labels_dialog", fill)
    desk.hands.in_menu(desk.hands.find("export_labels_button", QPushButton, dock), "Labels…")
    wait_for("the file of labels", lambda: path.is_file() and not dock.workbench.is_busy, 120)


def train(desk: Field) -> None:
    """Train on all of them, on the processor, with the seed of the command line."""
    dock = desk.hands.dock("training")
    desk.hands.write(desk.hands.find("epochs_box", QSpinBox, dock), str(desk.n_epochs))
    desk.hands.open_fold("more", dock)
    desk.hands.write(desk.hands.find("device_box", QComboBox, dock).lineEdit(), "cpu")
    desk.hands.click("train_button", dock)
    wait_for("the training to begin", lambda: dock.workbench.is_busy, 30)
    wait_for("the end of the training", lambda: not dock.workbench.is_busy, TRAINING_S)
    assert dock.workbench.model_path, "there is no new model"
    desk.note(f"trained: {desk.hands.find('epoch_label', QLabel, dock).text()}")
    desk.camera.take("03-trained")
    model = Path(dock.workbench.model_path)
    shutil.copy(model, desk.results / "model.safetensors")
    shutil.copy(next(model.parent.rglob("history.csv")), desk.results / "history.csv")


def predict(desk: Field) -> None:
    """Find them on the same photographs, down to the lowest score."""
    hide_other_layers(desk)
    dock = desk.hands.dock("prediction")
    wait_for("four ticked images", lambda: len(dock.images.paths()) == 4)
    desk.hands.click("predict_button", dock)
    wait_for("the prediction to begin", lambda: dock.workbench.is_busy, 10)
    wait_for("the end of the prediction", lambda: not dock.workbench.is_busy, PREDICTION_S)
    wait_for("footprints on the map", footprint_layers)
    slider = desk.hands.find("score_threshold_slider", QSlider, dock)
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert slider.value() == LEAST_PERCENT, slider.value()
    shutil.copy(dock.results.history.current.footprints, desk.results / "footprints.gpkg")
    desk.hands.drawn()


def count(desk: Field) -> None:
    """Read the statistics, of all images and of each: what the table says, and what it was rounded from."""
    dock = desk.hands.dock("prediction")
    show_tab(desk, dock, STATISTICS)
    table = desk.hands.find("statistics_table", QTreeWidget, dock)
    wait_for("a row per category", lambda: table.topLevelItemCount() > 0)  # two epochs may find one category only
    box = desk.hands.find("scope_box", QComboBox, dock)
    numbers = {}
    for index in range(box.count()):
        raster = str(box.itemData(index) or "")
        desk.hands.choose(box, box.itemData(index))
        wait_for("the counts", lambda: not dock.results._count_soon.isActive())
        QTest.qWait(300)
        numbers[raster or "all"] = counts = _counts(raster)
        assert _rows(table) == _expected_rows(counts), (_rows(table), counts)
    desk.hands.choose(box, "")
    (desk.results / "numbers.json").write_text(json.dumps(numbers, indent=2), encoding="utf-8")
    desk.note(f"counted: {numbers['all']}")
    desk.hands.show(desk.hands.find("export_button", within=dock))
    desk.hands.drawn()
    desk.camera.take("04-statistics")


def save_statistics(desk: Field) -> None:
    """Save the table, for a spreadsheet."""
    dock, path = desk.hands.dock("prediction"), desk.results / "statistics.csv"
    desk.hands.answer_with_files(path)
    desk.hands.in_menu(desk.hands.find("save_statistics_button", QToolButton, dock), "CSV…")
    button = desk.hands.find("save_statistics_button", QToolButton, dock)
    wait_for("the table of statistics", lambda: path.is_file() and button.isEnabled(), 120)


def export_coco(desk: Field) -> None:
    """Write COCO JSON, with the Export button."""
    dock, path = desk.hands.dock("prediction"), desk.results / "footprints.json"
    button = desk.hands.find("export_button", QToolButton, dock)
    desk.hands.answer_with_files(path)
    desk.hands.in_menu(button, "COCO JSON…")
    wait_for("the COCO file", lambda: path.is_file() and button.isEnabled(), 120)


def look_back(desk: Field) -> None:
    """See in the History what was run."""
    dock = desk.hands.dock("prediction")
    show_tab(desk, dock, 2)
    desk.hands.click("compare_predictions_button", dock)
    dialog = wait_for("the History", lambda: desk.iface.mainWindow().findChild(QDialog, "deepseg_history_dialog"))
    desk.hands.choose(dialog.kind_box, "")
    runs = [dialog.tree.topLevelItem(i).text(0) for i in range(dialog.tree.topLevelItemCount())]
    assert len(runs) == 2, runs
    dialog.tree.selectAll()
    QTest.qWait(300)
    desk.camera.take("05-history", dialog)
    dialog.close()


def _counts(raster: str) -> dict[str, tuple[int, float]]:
    """Return number and square metres by category, of a raster or of all."""
    from deepseg_qgis.layers.footprint_counts import count_footprints
    from deepseg_qgis.layers.footprint_layer import footprint_layers as layers_of

    counts = count_footprints(layers_of(QgsProject.instance(), raster or None), QgsProject.instance())
    return {each.category: (each.n_footprints, each.total_area_m2 or 0.0) for each in counts}


def _rows(table: QTreeWidget) -> dict[str, tuple[str, str]]:
    """Return what the table says by category, without the row for all of them."""
    rows = [table.topLevelItem(i) for i in range(table.topLevelItemCount())]
    return {row.text(0): (row.text(1), row.text(2)) for row in rows if row.text(0) != "all"}


def _expected_rows(counts: dict[str, tuple[int, float]]) -> dict[str, tuple[str, str]]:
    from deepseg_qgis.docks.wording import area_text, number

    return {category: (number(n), area_text(area_m2)) for category, (n, area_m2) in counts.items()}
