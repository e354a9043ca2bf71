"""The labels dock on a real project: what a person does in it is in the file, and what is in the file is in it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, gdal_array, osr
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsColorDialog
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QMessageBox

from deepseg_qgis.docks import category_section, cutting_buttons, export_menu, raster_section
from deepseg_qgis.docks.labels_dock import LabelsDock
from deepseg_qgis.docks.questions import CANCEL, DELETE, KEEP, ask_to_remove_rasters, ask_what_happens_to_labels
from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.domain.category import Category
from deepseg_qgis.i18n import forget_language, use_language
from tests.qgis.interface import Interface, forget_deleted

WIDTH_PX, HEIGHT_PX, METRES = 60, 40, 2.0
LEFT, TOP = 500_000.0, 30_000.0  # in UTM 36N


def wait_until(is_so: Callable[[], bool], seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while not is_so() and time.monotonic() < until:
        QTest.qWait(20)
    assert is_so()


def make_raster(path: Path) -> str:
    file = gdal.GetDriverByName("GTiff").CreateCopy(
        str(path), gdal_array.OpenArray(np.zeros((HEIGHT_PX, WIDTH_PX), dtype=np.uint8))
    )
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32636)
    file.SetProjection(crs.ExportToWkt())
    file.SetGeoTransform((LEFT, METRES, 0, TOP, 0, -METRES))
    file.FlushCache()
    return str(path)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """As the plugin does: the source has no singulars."""
    use_language("en")
    yield
    forget_language()


@pytest.fixture
def raster(tmp_path: Path) -> QgsRasterLayer:
    layer = QgsRasterLayer(make_raster(tmp_path / "kampala süd.tif"), "kampala süd")
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def digitized() -> list[QgsVectorLayer]:
    return []


@pytest.fixture
def workbench(iface: Interface, digitized: list[QgsVectorLayer]) -> Iterator[Workbench]:
    workbench = Workbench(
        window=iface.mainWindow(),
        canvas=iface.mapCanvas(),
        message_bar=iface.messageBar(),
        qgis_project=QgsProject.instance(),
        digitize=digitized.append,
    )
    yield workbench
    workbench.shut_down()


@pytest.fixture
def empty_dock(workbench: Workbench, iface: Interface) -> Iterator[LabelsDock]:
    dock = LabelsDock(workbench)
    iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    QApplication.processEvents()
    yield dock
    dock.tear_down()
    dock.deleteLater()
    forget_deleted()


@pytest.fixture
def dock(empty_dock: LabelsDock, raster: QgsRasterLayer, tmp_path: Path) -> LabelsDock:
    """The dock on a new project that was made with the raster."""
    path = tmp_path / "site söuth" / "site.gpkg"
    empty_dock.make_project(path, "Site south", raster.crs(), raster)
    return empty_dock


def draw(layer: QgsVectorLayer, *, x_px: float = 10, y_px: float = 10, side_px: float = 8, **values: str) -> None:
    """Add a square as the digitizing tool does: with the layer's defaults, into its edit buffer."""
    from qgis.core import QgsVectorLayerUtils

    left, top = LEFT + x_px * METRES, TOP - y_px * METRES
    square = QgsGeometry.fromRect(QgsRectangle(left, top - side_px * METRES, left + side_px * METRES, top))
    square.convertToMultiType()
    feature = QgsVectorLayerUtils.createFeature(layer, square)
    for name, value in values.items():
        feature[name] = value
    assert layer.isEditable()
    assert layer.addFeature(feature)


def test_without_a_project_it_says_what_to_do(empty_dock: LabelsDock) -> None:
    assert empty_dock.project_label.text() == "No project is open"
    assert empty_dock.welcome_label.isVisible()
    assert "new project" in empty_dock.categories.advice_label.text()
    assert not empty_dock.categories.isVisible()


def test_a_new_project_holds_the_raster_and_a_starter_category_whose_name_is_open(dock: LabelsDock) -> None:
    site = dock.workbench.site
    assert site.path.exists()
    assert [(Path(str(entry.path)).name, entry.role) for entry in site.rasters()] == [("kampala süd.tif", "train")]
    assert dock.categories.list.names() == ["roof"]
    assert dock.categories.list.tree.findChild(QLineEdit) is not None
    assert dock.rasters.list.details.text() == "1 band · EPSG:32636 · 2 m per pixel"
    assert dock.categories.advice_label.text() == "Draw at least 10 labels of roof."
    assert dock.project_label.text() == "Site south"


def test_a_place_that_cannot_be_made_is_told(empty_dock: LabelsDock, raster: QgsRasterLayer, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    empty_dock.make_project(tmp_path / "file" / "site.gpkg", "Site", raster.crs(), raster)
    assert empty_dock.workbench.site is None
    assert "cannot be made" in empty_dock.workbench.message_bar.currentItem().text()


def test_drawn_labels_carry_the_category_are_counted_and_can_be_undone(
    dock: LabelsDock, digitized: list[QgsVectorLayer]
) -> None:
    dock.categories.add_category()
    dock.categories.rename_category("category 2", "tree")
    dock.categories.panel.draw_button.click()
    labels = dock.workbench.site.layer("labels")
    assert digitized == [labels]
    draw(labels)
    dock.categories.list.pick("roof")  # while drawing: the next one is a roof
    draw(labels)
    draw(labels)
    assert dock.workbench.site.label_counts() == {"roof": 2, "tree": 1}
    wait_until(lambda: dock.categories.list.tree.topLevelItem(0).text(2) == "2")
    assert dock.categories.panel.unsaved_label.text() == "3 unsaved changes"
    assert dock.categories.advice_label.text() == "Draw 8 more labels of roof."
    labels.undoStack().undo()
    wait_until(lambda: dock.categories.list.tree.topLevelItem(0).text(2) == "1")


def test_saving_writes_the_labels_and_the_tool_stays_ready(dock: LabelsDock) -> None:
    dock.draw("roof")
    labels = dock.workbench.site.layer("labels")
    draw(labels)
    dock.categories.refresh()
    dock.categories.panel.save_button.click()
    assert labels.isEditable()
    assert dock.categories.panel.unsaved_label.text() == "All labels are saved."
    on_disk = QgsVectorLayer(f"{dock.workbench.site.path}|layername=labels", "", "ogr")
    assert [feature["category"] for feature in on_disk.getFeatures()] == ["roof"]


def test_a_category_is_added_recolored_and_renamed_with_its_labels(
    dock: LabelsDock, monkeypatch: pytest.MonkeyPatch
) -> None:
    dock.draw("roof")
    draw(dock.workbench.site.layer("labels"))
    dock.categories.list.add_action.trigger()
    assert dock.categories.list.names() == ["roof", "category 2"]
    monkeypatch.setattr(QgsColorDialog, "getColor", lambda *_: QColor("#123456"))
    dock.categories.list.pick("roof")
    dock.categories.list.color_action.trigger()
    dock.categories.rename_category("roof", "shed")
    assert dock.workbench.site.categories()[0] == Category("shed", "#123456")
    assert dock.workbench.site.label_counts() == {"shed": 1, "category 2": 0}
    assert dock.categories.list.current() == "shed"


def test_a_name_that_is_there_in_other_letters_is_refused(dock: LabelsDock) -> None:
    dock.categories.add_category()
    dock.categories.list.tree.topLevelItem(1).setText(1, "ROOF")
    assert dock.categories.list.names() == ["roof", "category 2"]
    assert "already a category" in dock.workbench.message_bar.currentItem().text()


def test_what_was_folded_away_stays_so_in_the_same_project(dock: LabelsDock) -> None:
    dock._folds["rasters"].set_open(False)
    dock._folds["tiling"].set_open(True)
    dock.workbench.site_changed.emit()
    assert [name for name, fold in dock._folds.items() if fold.is_open] == ["categories", "tiling"]


def test_areas_are_drawn_with_their_role(dock: LabelsDock, digitized: list[QgsVectorLayer]) -> None:
    dock.draw_area("evaluate")
    areas = dock.workbench.site.layer("areas")
    assert digitized == [areas]
    draw(areas)
    dock.categories.panel.set_role("train")
    dock.categories.panel.area_button.click()
    draw(areas)
    draw(areas)
    assert dock.workbench.site.areas_counts() == {"train": 2, "validate": 0, "evaluate": 1, "predict": 0}
    wait_until(lambda: dock.categories.panel.areas_label.text() == "Areas: 2 training, 1 evaluation")


def test_keys_on_the_map_draw(dock: LabelsDock, iface: Interface, digitized: list[QgsVectorLayer]) -> None:
    dock.categories.add_category()
    iface.mainWindow().activateWindow()
    iface.mapCanvas().setFocus()
    QApplication.processEvents()
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_2)
    assert dock.categories.list.current() == "category 2"
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_A)
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_7)  # there is no seventh category
    assert [layer.name() for layer in digitized] == [
        dock.workbench.site.layer(table).name() for table in ("labels", "areas")
    ]


@pytest.mark.parametrize("answer, left", [(CANCEL, {"roof": 1}), (DELETE, {}), (KEEP, {"": 1})])
def test_deleting_a_category_asks_about_its_labels(
    dock: LabelsDock, monkeypatch: pytest.MonkeyPatch, answer: str, left: dict[str, int]
) -> None:
    dock.draw("roof")
    draw(dock.workbench.site.layer("labels"))
    asked = []
    monkeypatch.setattr(
        category_section, "ask_what_happens_to_labels", lambda _, name, n: asked.append((name, n)) or answer
    )
    dock.categories.list.delete_action.trigger()
    assert asked == [("roof", 1)]
    assert {name: n for name, n in dock.workbench.site.label_counts().items() if n} == left
    assert dock.categories.list.names() == (["roof"] if answer == CANCEL else [])


@pytest.mark.parametrize(
    "n, text, choices",
    [
        (0, "Delete the category roof? It has no labels.", {"Delete": DELETE, "Cancel": CANCEL}),
        (1, "has 1 label.", {"Delete the label": DELETE, "Keep without category": KEEP}),
        (62, "has 62 labels.", {"Delete 62 labels": DELETE, "Keep without category": KEEP, "Cancel": CANCEL}),
    ],
)
def test_the_question_says_the_number_and_each_answer_does_what_it_says(
    monkeypatch: pytest.MonkeyPatch, n: int, text: str, choices: dict[str, str]
) -> None:
    for choice, answer in choices.items():

        def click(box: QMessageBox, choice: str = choice) -> None:
            assert text in box.text()
            next(button for button in box.buttons() if button.text().replace("&", "") == choice).click()

        monkeypatch.setattr(QMessageBox, "exec", click)
        assert ask_what_happens_to_labels(None, "roof", n) == answer


def test_a_raster_with_labels_is_removed_only_after_asking(dock: LabelsDock, monkeypatch: pytest.MonkeyPatch) -> None:
    dock.draw("roof")
    draw(dock.workbench.site.layer("labels"))
    path = dock.rasters.list.current()
    asked = []
    monkeypatch.setattr(
        raster_section, "ask_to_remove_rasters", lambda _, names, **n: asked.append((names, n["n_labels"])) or CANCEL
    )
    dock.rasters.list.remove_button.click()
    assert asked == [(["kampala süd.tif"], 1)]
    assert len(dock.workbench.site.rasters()) == 1
    labels = dock.workbench.site.layer("labels")
    labels.deleteFeatures([feature.id() for feature in labels.getFeatures()])
    dock.rasters.list.remove_button.click()
    assert len(asked) == 1  # nothing lies on it any more
    assert dock.workbench.site.rasters() == []
    assert Path(path).exists()
    assert dock.categories.advice_label.text() == "Add the raster that you want to draw on."


@pytest.mark.parametrize(
    "names, counts, text",
    [
        (
            ["a.tif"],
            (3, 1, 1200),
            "Remove a.tif from the project? Only on it: 3 labels, 1 area, 1\u202f200 footprints.",
        ),
        (["a.tif"], (1, 0, 0), "Remove a.tif from the project? Only on it: 1 label."),
        (["a.tif", "b.tif"], (0, 2, 1), "Remove 2 rasters from the project? Only on them: 2 areas, 1 footprint."),
    ],
)
@pytest.mark.parametrize(
    "choice, answer", [("Remove them too", DELETE), ("Remove the raster{s} only", KEEP), ("Cancel", CANCEL)]
)
def test_the_question_about_rasters_names_the_numbers(
    monkeypatch: pytest.MonkeyPatch,
    names: list[str],
    counts: tuple[int, int, int],
    text: str,
    choice: str,
    answer: str,
) -> None:
    choice = choice.format(s="s" if len(names) > 1 else "")

    def click(box: QMessageBox) -> None:
        assert box.text() == text
        next(button for button in box.buttons() if button.text().replace("&", "") == choice).click()

    monkeypatch.setattr(QMessageBox, "exec", click)
    n_labels, n_areas, n_footprints = counts
    assert ask_to_remove_rasters(None, names, n_labels=n_labels, n_areas=n_areas, n_footprints=n_footprints) == answer


def test_rasters_are_added_once_with_their_role(dock: LabelsDock, tmp_path: Path) -> None:
    other = make_raster(tmp_path / "north.tif")
    dock.rasters.add_files([other, other])
    assert "already" in dock.workbench.message_bar.currentItem().text()
    dock.rasters.list.role_wanted.emit(other, "evaluate")
    roles = {Path(str(entry.path)).name: entry.role for entry in dock.workbench.site.rasters()}
    assert roles == {"kampala süd.tif": "train", "north.tif": "evaluate"}
    assert dock.rasters.list.tree.topLevelItemCount() == 2


def test_a_layer_of_the_map_is_offered_and_added(dock: LabelsDock, tmp_path: Path) -> None:
    QgsProject.instance().addMapLayer(QgsRasterLayer(make_raster(tmp_path / "west.tif"), "the west"))
    dock.rasters.list.add_menu.aboutToShow.emit()
    offered = dock.rasters.list.layer_menu.actions()
    assert [action.text() for action in offered] == ["the west"]  # the one that is there already is not
    offered[0].trigger()
    assert dock.rasters.list.tree.topLevelItemCount() == 2


def test_a_file_that_is_no_raster_is_told_and_not_added(dock: LabelsDock, tmp_path: Path) -> None:
    (tmp_path / "broken.tif").write_text("not a raster")
    dock.rasters.add_files([str(tmp_path / "broken.tif")])
    assert len(dock.workbench.site.rasters()) == 1
    assert "broken.tif" in dock.workbench.message_bar.currentItem().text()


def test_imported_labels_bring_their_categories(dock: LabelsDock) -> None:
    parcels = QgsVectorLayer("Polygon?crs=EPSG:32636&field=kind:string", "parcels", "memory")
    for kind, x in (("roof", 10), ("pool", 20)):
        feature = QgsFeature(parcels.fields())
        feature.setAttributes([kind])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(LEFT + x, TOP - 20, LEFT + x + 5, TOP - 10)))
        parcels.dataProvider().addFeatures([feature])
    dock.categories.take_over(parcels, "kind")
    assert dock.categories.list.names() == ["roof", "pool"]
    assert dock.workbench.site.label_counts() == {"roof": 1, "pool": 1}
    said = dock.workbench.message_bar.currentItem().text()
    assert said == "2 labels were imported. New categories: roof, pool."


def test_findings_are_shown_lead_to_their_place_and_are_repaired(dock: LabelsDock, provider: None) -> None:
    dock.draw("roof")
    labels = dock.workbench.site.layer("labels")
    draw(labels)
    draw(labels)  # the same once more
    draw(labels, x_px=30)
    dock.check.refresh()
    dock.check.check_button.click()
    wait_until(lambda: dock.check.table.rows() != [])
    twice = next(row for row in dock.check.table.rows() if row.kind == "duplicate")
    before = dock.workbench.canvas.extent()
    dock.check.table.tree.setCurrentItem(dock.check.table.tree.topLevelItem(dock.check.table.rows().index(twice)))
    assert dock.workbench.canvas.extent() != before
    dock.check.table.repair_button.click()
    assert labels.featureCount() == 2
    assert "1 label was repaired" in dock.workbench.message_bar.currentItem().text()
    labels.undoStack().undo()
    assert labels.featureCount() == 3


def test_a_sliver_over_the_edge_is_shown_with_its_label(dock: LabelsDock, provider: None) -> None:
    dock.draw("roof")
    labels = dock.workbench.site.layer("labels")
    draw(labels, x_px=-1, side_px=20)
    dock.check.refresh()
    dock.check.check_button.click()
    wait_until(lambda: dock.check.table.rows() != [])
    beyond = next(row for row in dock.check.table.rows() if row.kind == "crosses_edge")
    label = labels.getFeature(beyond.finding.label_id).geometry().boundingBox()
    assert beyond.finding.geometry.boundingBox().width() < label.width() / 10
    dock.check.zoom(beyond)
    assert dock.workbench.canvas.extent().contains(label)


def test_nothing_to_check_is_said_on_the_button(dock: LabelsDock) -> None:
    assert not dock.check.check_button.isEnabled()
    assert dock.check.check_button.toolTip() == "Draw or import labels first."


def test_divide_draws_the_tiles_as_a_layer_and_again_instead_of_the_first(dock: LabelsDock, provider: None) -> None:
    form = dock.tiling.form

    def tiles() -> list[QgsVectorLayer]:
        return QgsProject.instance().mapLayersByName("Tiles of kampala süd")

    for rows, n_tiles in ((2, 6), (4, 12)):
        form.rows_box.setValue(rows)
        form.columns_box.setValue(3)
        form.divide_button.click()
        wait_until(lambda n_tiles=n_tiles: [layer.featureCount() for layer in tiles()] == [n_tiles])
    assert tiles()[0].extent() == dock.workbench.site.rasters()[0].layer.extent()


def test_the_project_is_found_again_with_all_that_is_in_it(dock: LabelsDock, tmp_path: Path) -> None:
    dock.draw("roof")
    draw(dock.workbench.site.layer("labels"))
    dock.categories.save()
    dock.workbench.site.layer("labels").commitChanges()
    file = str(tmp_path / "afternoon.qgz")
    assert QgsProject.instance().write(file)
    QgsProject.instance().clear()
    assert dock.welcome_label.isVisible()
    assert QgsProject.instance().read(file)
    assert dock.project_label.text() == "Site south"
    assert dock.categories.list.tree.topLevelItem(0).text(2) == "1"
    assert dock.rasters.list.tree.topLevelItemCount() == 1


def test_taking_it_down_leaves_nothing_on_map_and_layers(dock: LabelsDock, digitized: list) -> None:
    canvas = dock.workbench.canvas
    assert canvas.actions()
    dock.draw("roof")
    labels = dock.workbench.site.layer("labels")
    dock.tear_down()
    assert canvas.actions() == []
    draw(labels)
    QTest.qWait(300)
    assert dock.categories.panel.unsaved_label.text() == "All labels are saved."  # it looks no more
    dock.tear_down()  # once more is harmless


def test_it_fits_into_360_px(dock: LabelsDock) -> None:
    for fold in dock._folds.values():
        fold.set_open(True)
    QApplication.processEvents()
    assert dock.minimumSizeHint().width() <= 360
    assert dock.scroll_area.widget().minimumSizeHint().width() <= 345


def test_tiles_open_their_dialog_filled_with_what_the_dock_shows(
    dock: LabelsDock, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr(
        cutting_buttons, "open_tool", lambda _, tool: opened.append((tool.algorithm, tool.parameters()))
    )
    site, buttons = dock.workbench.site, dock.tiling.buttons
    dock.tiling.form.rows_box.setValue(2)
    dock.tiling.form.columns_box.setValue(3)

    buttons.save_tiles_button.click()

    raster = site.rasters()[0]
    assert opened == [
        (
            "deepseg:savetiles",
            {
                "RASTERS": [raster.layer.id()],
                "ROWS": 2,
                "COLUMNS": 3,
                "OUTPUT": str(site.path.parent / "kampala süd_tiles"),
            },
        ),
    ]


def test_training_data_is_offered_where_labels_are_exported(dock: LabelsDock, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr(export_menu, "open_tool", lambda _, tool: opened.append((tool.algorithm, tool.parameters())))
    site, button = dock.workbench.site, dock.categories.export_button
    assert [action.text() for action in button.menu().actions()] == ["Labels…", "Training data for other programs…"]
    assert not button.isEnabled() and button.toolTip() == "There are no labels yet."
    dock.draw("building")
    draw(site.layer("labels"))
    wait_until(button.isEnabled)

    button.data_action.trigger()

    parameters = {
        "RASTERS": [str(site.rasters()[0].path)],
        "LABELS": site.layer("labels").id(),
        "CATEGORY_FIELD": "category",
        "OUTPUT": str(site.path.parent / "chips"),
    }
    assert opened == [("deepseg:chips", parameters)]
    (site.path.parent / "chips").mkdir()
    button.data_action.trigger()
    assert opened[-1][1]["OUTPUT"] == str(site.path.parent / "chips-2")


def test_tiles_are_put_together_from_where_they_were_saved(dock: LabelsDock, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr(
        cutting_buttons, "open_tool", lambda _, tool: opened.append((tool.algorithm, tool.parameters()))
    )
    folder = dock.workbench.site.path.parent / "kampala süd_tiles"

    dock.tiling.buttons.join_tiles_button.click()
    folder.mkdir()
    dock.tiling.buttons.join_tiles_button.click()

    assert opened == [("deepseg:jointiles", {}), ("deepseg:jointiles", {"TILES": str(folder)})]


def test_without_a_raster_nothing_is_cut(dock: LabelsDock) -> None:
    dock.tiling.refresh([])

    assert not dock.tiling.buttons.save_tiles_button.isEnabled()
