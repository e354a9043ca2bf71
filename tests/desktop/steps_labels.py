"""From the orthophoto to checked labels: all in the first dock."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsPointXY, QgsVectorLayer
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QTreeWidget

from tests.desktop.hands import wait_for
from tests.desktop.steps import Desk

ROOFS = (28, 55, 70)  # numbers of features in buildings.geojson: houses that lie side by side
CATEGORY = "building"


def open_qgis(desk: Desk) -> None:
    """Add the orthophoto, click DeepSeg in the toolbar."""
    raster = desk.iface.addRasterLayer(str(desk.folder / "kampala.tif"), "kampala")
    desk.iface.setActiveLayer(raster)
    bar = desk.hands.find("deepseg_toolbar")
    action = next(each for each in bar.actions() if each.objectName() == "deepseg_deepseg_action")
    desk.hands.click(bar.widgetForAction(action))
    wait_for("the first dock", lambda: desk.hands.find("deepseg_labels_dock").isVisible())
    desk.iface.mapCanvas().zoomToFullExtent()
    desk.hands.drawn()
    desk.camera.take("01-open")


def new_project(desk: Desk) -> None:
    """Make a project where the dialog proposes it, and name the category."""

    def fill(dialog: QDialog) -> None:
        assert dialog.path() == desk.project_file, dialog.path()
        desk.camera.take("02-new-project", dialog)
        desk.hands.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))

    desk.hands.in_dialog("new_project_dialog", fill)
    desk.hands.click("new_project_button")
    wait_for("the project's file", desk.project_file.exists)
    tree = desk.hands.find("category_list", QTreeWidget)
    editor = wait_for("the category's name to be open for writing", lambda: tree.findChild(QLineEdit))
    desk.hands.write(editor, CATEGORY)
    wait_for("the new name", lambda: tree.topLevelItem(0).text(1) == CATEGORY)


def draw(desk: Desk) -> None:
    """Draw three buildings with the mouse."""
    source = QgsVectorLayer(str(desk.example / "buildings.geojson"), "buildings")
    roofs = [feature.geometry() for number, feature in enumerate(source.getFeatures()) if number in ROOFS]
    desk.hands.look_at(QgsGeometry.unaryUnion(roofs), source.crs(), factor=2.2)
    desk.hands.map_key("1")
    labels = desk.layer("labels")
    wait_for("the label layer in edit mode", labels.isEditable)
    for n, roof in enumerate(roofs, start=1):
        ring = [QgsPointXY(vertex) for vertex in roof.vertices()][:-1]
        desk.hands.draw([desk.hands.pixel(corner, source.crs()) for corner in ring])
        wait_for(f"label {n} of 3", lambda n=n: labels.featureCount() == n, 5)
    count = desk.hands.find("category_list", QTreeWidget).topLevelItem(0)
    wait_for("the count beside the category", lambda: count.text(2) == "3")
    assert {feature["category"] for feature in labels.getFeatures()} == {CATEGORY}
    desk.hands.drawn()
    desk.camera.take("03-draw")
    desk.hands.click("save_labels_button")


def import_labels(desk: Desk) -> None:
    """Take over the other buildings from a file."""

    def fill(dialog: QDialog) -> None:
        dialog.findChild(QgsFileWidget, "import_file").setFilePath(str(desk.folder / "buildings.geojson"))
        wait_for("the file's polygons", lambda: dialog.source() is not None and dialog.source().n_polygons == 108)
        desk.hands.choose(dialog.findChild(QComboBox, "import_field_box"), None)
        desk.camera.take("04-import", dialog)
        desk.hands.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))

    desk.hands.in_dialog("import_dialog", fill)
    desk.hands.click("import_labels_button")
    wait_for("the imported labels", lambda: desk.layer("labels").featureCount() == 111)


def draw_areas(desk: Desk) -> None:
    """Draw the area to train on and the one kept for the test."""
    source = QgsVectorLayer(str(desk.example / "areas.geojson"), "areas")
    shapes = {feature["role"]: feature.geometry() for feature in source.getFeatures()}
    desk.hands.look_at(QgsGeometry.unaryUnion(list(shapes.values())), source.crs(), factor=1.06)
    for n, role in enumerate(("train", "evaluate"), start=1):
        desk.hands.choose(desk.hands.find("area_role_box", QComboBox), role)
        if n == 1:
            desk.hands.map_key("a")
        else:
            desk.hands.click("draw_area_button")
        bounds = shapes[role].boundingBox()
        corners = [
            QgsPointXY(bounds.xMinimum(), bounds.yMaximum()),
            QgsPointXY(bounds.xMaximum(), bounds.yMaximum()),
            QgsPointXY(bounds.xMaximum(), bounds.yMinimum()),
            QgsPointXY(bounds.xMinimum(), bounds.yMinimum()),
        ]
        # A pixel inside of each other: areas for training and for the test do not overlap.
        inwards = (QPoint(1, 1), QPoint(-1, 1), QPoint(-1, -1), QPoint(1, -1))
        places = zip(corners, inwards, strict=True)
        desk.hands.draw([desk.hands.pixel(corner, source.crs()) + inside for corner, inside in places])
        wait_for(f"area {n} of 2", lambda n=n: desk.layer("areas").featureCount() == n, 5)
    desk.hands.drawn()
    desk.hands.show(desk.hands.find("import_labels_button"))
    desk.camera.take("05-areas")
    desk.hands.click("save_labels_button")
    assert not desk.layer("areas").editBuffer() or not desk.layer("areas").isModified()


def check_labels(desk: Desk) -> None:
    """Let the check find the three buildings that are there twice, and repair that."""
    dock = desk.hands.dock("labels")
    desk.hands.open_fold("rasters", dock, is_open=False)
    desk.hands.open_fold("check", dock)
    desk.hands.click("check_labels_button")
    table = desk.hands.find("findings_table", QTreeWidget)
    wait_for("findings", lambda: table.topLevelItemCount() > 0)
    desk.note(f"findings: {desk.hands.find('findings_summary', QLabel).text()}")
    desk.hands.click_row(table, 0)
    desk.hands.drawn()
    desk.hands.show(desk.hands.find("repair_all_button"))
    desk.camera.take("06-check")
    before = desk.layer("labels").featureCount()
    desk.hands.click("repair_all_button")
    wait_for("the doubled labels to go", lambda: desk.layer("labels").featureCount() < before)
    desk.note(f"labels after the repair: {desk.layer('labels').featureCount()}")
    desk.hands.click("save_labels_button")


def divide(desk: Desk) -> None:
    """Divide the raster into tiles, then take the layer of tiles away from the map again."""
    dock = desk.hands.dock("labels")
    desk.hands.open_fold("check", dock, is_open=False)
    desk.hands.open_fold("tiling", dock)
    desk.hands.click("divide_button")
    tiles = wait_for("the layer of tiles", lambda: _named(desk, "Tiles of"))
    desk.iface.mapCanvas().zoomToFullExtent()
    desk.hands.show(desk.hands.find("divide_button"))
    desk.hands.drawn()
    desk.camera.take("07-tiles")
    node = desk.iface.layerTreeView().layerTreeModel().rootGroup().findLayer(tiles.id())
    node.setItemVisibilityChecked(False)
    desk.hands.open_fold("tiling", dock, is_open=False)
    QTest.qWait(100)


def _named(desk: Desk, beginning: str) -> QgsVectorLayer | None:
    layers = desk.iface.layerTreeView().layerTreeModel().rootGroup().findLayers()
    return next((node.layer() for node in layers if node.name().startswith(beginning)), None)


STEPS = (open_qgis, new_project, draw, import_labels, draw_areas, check_labels, divide)
