"""The widgets of the labels dock by themselves: they show values and tell what a person wants."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from deepseg_qgis.docks.category_list import LABELS, NAME, CategoryList
from deepseg_qgis.docks.draw_panel import DrawPanel
from deepseg_qgis.docks.findings_table import FindingRow, FindingsTable
from deepseg_qgis.docks.import_dialog import ImportDialog, likely_field
from deepseg_qgis.docks.map_keys import MapKeys
from deepseg_qgis.docks.project_dialog import ProjectDialog, Proposal, place_for, propose, reason_against
from deepseg_qgis.docks.raster_choice import rasters_in
from deepseg_qgis.docks.raster_list import RasterList, raster_row
from deepseg_qgis.docks.tiling_form import SIZE, TiledRaster, TilingForm
from deepseg_qgis.docks.wording import number
from deepseg_qgis.domain.category import Category
from deepseg_qgis.layers.raster_source import RasterFacts

ROOF, TREE = Category("roof", "#e69f00"), Category("tree", "#56b4e9")
NARROWEST_PX = 340  # what a dock of 360 px leaves inside


@pytest.fixture
def window() -> Iterator[QMainWindow]:
    window = QMainWindow()
    window.show()
    yield window
    window.close()
    window.deleteLater()


def listen(signal: object) -> list:
    """Return a list that fills with what the signal says."""
    heard: list = []
    signal.connect(lambda *values: heard.append(values if len(values) != 1 else values[0]))
    return heard


@pytest.fixture
def categories() -> CategoryList:
    widget = CategoryList()
    widget.set_categories([ROOF, TREE], {"roof": 12480})
    return widget


def test_an_empty_list_of_categories_offers_only_to_add_one() -> None:
    widget = CategoryList()
    assert (widget.names(), widget.current()) == ([], "")
    assert widget.add_action.isEnabled()
    assert not widget.rename_action.isEnabled()
    assert not widget.delete_action.isEnabled()


def test_counts_have_their_thousands_apart_and_follow(categories: CategoryList) -> None:
    assert categories.tree.topLevelItem(0).text(LABELS) == "12\u202f480"
    categories.set_categories([ROOF, TREE], {"roof": 3, "tree": 1})
    assert [categories.tree.topLevelItem(row).text(LABELS) for row in (0, 1)] == ["3", "1"]


def test_the_picked_category_stays_picked_when_another_is_added(categories: CategoryList) -> None:
    categories.pick("tree")
    categories.set_categories([ROOF, TREE, Category("car", "#009e73")], {})
    assert categories.current() == "tree"


def test_a_name_is_written_into_the_list(categories: CategoryList) -> None:
    wanted = listen(categories.rename_wanted)
    categories.show()
    categories.edit_name("tree")
    editor = categories.tree.findChild(QLineEdit)
    editor.setText("  palm ")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert wanted == [("tree", "palm")]


@pytest.mark.parametrize("name, reason", [("", "needs a name"), ("roof", "already a category called roof")])
def test_a_name_that_cannot_be_is_refused_with_its_reason(categories: CategoryList, name: str, reason: str) -> None:
    wanted, refused = listen(categories.rename_wanted), listen(categories.refused)
    categories.tree.topLevelItem(1).setText(NAME, name)
    assert wanted == []
    assert categories.tree.topLevelItem(1).text(NAME) == "tree"
    assert reason in refused[0]


def test_the_draw_button_says_what_it_draws_and_with_which_key() -> None:
    panel = DrawPanel()
    assert not panel.draw_button.isEnabled()
    assert panel.draw_button.toolTip() == "Add a category first."
    panel.set_category("roof", "1")
    assert panel.draw_button.text() == "Draw roof (1)"
    assert panel.draw_button.isEnabled()


def test_the_chosen_role_goes_with_the_wish_to_draw_an_area() -> None:
    panel = DrawPanel()
    wanted = listen(panel.area_wanted)
    panel.area_button.click()
    panel.set_role("evaluate")
    panel.area_button.click()
    assert wanted == ["train", "evaluate"]
    assert "never seen" in panel.area_button.toolTip()


@pytest.mark.parametrize("n, text", [(0, "All labels are saved."), (1, "1 unsaved change"), (3, "3 unsaved changes")])
def test_unsaved_work_is_said_and_can_be_saved(n: int, text: str) -> None:
    panel = DrawPanel()
    panel.set_unsaved(n)
    assert panel.unsaved_label.text() == text
    assert panel.save_button.isEnabled() is (n > 0)


def test_a_raster_shows_size_and_metres_per_pixel_and_below_all_of_it() -> None:
    widget = RasterList(list)
    facts = RasterFacts(8192, 12480, 3, "EPSG:32636", 0.15)
    widget.set_rows([raster_row("/a/city.tif", "evaluate", facts), raster_row("/a/gone.tif", "train", None)])
    assert widget.tree.topLevelItem(0).text(0) == f"city.tif\n{number(8192)} × {number(12480)} px · 0.15 m"
    assert widget.details.text() == "3 bands · EPSG:32636 · 0.15 m per pixel"
    widget.tree.setCurrentItem(widget.tree.topLevelItem(1))
    assert "/a/gone.tif cannot be read" in widget.details.text()


def test_a_folder_gives_its_rasters_in_order_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b.TIF", "a.jp2", "notes.txt", "site.gpkg", "a.jgw"):
        (tmp_path / name).write_text("")
    assert rasters_in(tmp_path) == [str(tmp_path / "a.jp2"), str(tmp_path / "b.TIF")]
    assert rasters_in(tmp_path / "missing") == []


@pytest.fixture
def tiling() -> TilingForm:
    form = TilingForm()
    form.set_rasters([TiledRaster("/a/city.tif", "city.tif", 8192, 8192, 0.15)])
    return form


def test_without_a_raster_nothing_can_be_divided() -> None:
    form = TilingForm()
    assert not form.divide_button.isEnabled()
    assert form.divide_button.toolTip() == "Add a raster first."


def test_a_raster_of_8k_begins_with_8_x_8_tiles(tiling: TilingForm) -> None:
    assert tiling.values() == {"ROWS": 8, "COLUMNS": 8}
    assert tiling.result_label.text() == f"64 tiles, each {number(1024)} × {number(1024)} px (154 × 154 m)."
    assert tiling.advice_label.isHidden()


def test_tiles_that_are_much_too_large_are_told_with_the_better_numbers(tiling: TilingForm) -> None:
    tiling.rows_box.setValue(2)
    assert "8 × 8 tiles (rows × columns)" in tiling.advice_label.text()
    tiling.recommended_button.click()
    assert tiling.values() == {"ROWS": 8, "COLUMNS": 8}
    assert tiling.advice_label.isHidden()


def test_a_small_raster_is_one_tile_and_needs_no_advice() -> None:
    form = TilingForm()
    form.set_rasters([TiledRaster("/a/s.png", "s.png", 640, 480)])
    assert form.result_label.text() == "1 tile of 640 × 480 px."
    assert form.advice_label.isHidden()


def test_tiles_by_size_and_overlap(tiling: TilingForm) -> None:
    wanted = listen(tiling.divide_wanted)
    tiling.mode_box.setCurrentIndex(SIZE)
    tiling.size_box.setValue(2048)
    tiling.overlap_box.setValue(100)
    tiling.divide_button.click()
    assert wanted == [("/a/city.tif", {"TILE_SIZE": 2048, "OVERLAP": 100})]


def test_more_rows_than_pixels_are_no_error(tiling: TilingForm) -> None:
    tiling.set_rasters([TiledRaster("/a/t.tif", "t.tif", 10, 10)])
    tiling.rows_box.setValue(99)
    assert tiling.result_label.text() == "10 tiles, each 10 × 1 px."


FINDINGS = [
    FindingRow("invalid", "Broken outline", "Label 7 crosses itself.", "mend the outline"),
    FindingRow("invalid", "Broken outline", "Label 9 crosses itself.", "mend the outline"),
    FindingRow("too_few", "Too few", "tree has 1 label."),
]


def test_findings_are_counted_and_the_repairable_ones_named() -> None:
    table = FindingsTable()
    assert table.summary.text() == "Not checked yet."
    table.set_rows(FINDINGS)
    assert table.summary.text() == "3 findings. DeepSeg can repair 2 of them; every repair can be undone."
    table.set_rows([])
    assert table.summary.text() == "Everything is in order: nothing was found."


def test_picking_a_finding_leads_to_its_place_and_offers_its_repair() -> None:
    table = FindingsTable()
    table.set_rows(FINDINGS)
    places, repairs = listen(table.zoom_wanted), listen(table.repair_wanted)
    table.tree.setCurrentItem(table.tree.topLevelItem(0))
    assert places == [FINDINGS[0]]
    assert table.message.text() == "Label 7 crosses itself. Repair: mend the outline."
    table.repair_button.click()
    table.repair_all_button.click()
    assert repairs == [[FINDINGS[0]], FINDINGS[:2]]
    table.tree.setCurrentItem(table.tree.topLevelItem(2))
    assert not table.repair_button.isEnabled()
    assert not table.repair_all_button.isEnabled()


def test_the_new_project_is_named_and_placed_after_the_raster(tmp_path: Path) -> None:
    raster = tmp_path / "kampala.tif"
    raster.write_text("")
    proposal = propose(QgsProject.instance(), None, str(raster))
    assert (proposal.name, proposal.path) == ("kampala", tmp_path / "kampala_deepseg" / "kampala.gpkg")
    dialog = ProjectDialog(proposal)
    dialog.name_edit.setText("Roofs: north/south")
    assert dialog.path() == tmp_path / "Roofs_ north_south_deepseg" / "Roofs_ north_south.gpkg"
    assert dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_a_second_project_of_the_same_name_gets_a_place_of_its_own(tmp_path: Path) -> None:
    first = place_for("a", tmp_path)
    first.parent.mkdir()
    first.write_text("")
    assert place_for("a", tmp_path) == tmp_path / "a_deepseg_2" / "a.gpkg"


def test_a_place_where_something_is_already_is_refused_in_words(tmp_path: Path) -> None:
    there = tmp_path / "there.gpkg"
    there.write_text("")
    assert "already a file there.gpkg" in reason_against(there)
    dialog = ProjectDialog(Proposal("x", there, QgsCoordinateReferenceSystem("EPSG:4326")))
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    assert "already a file" in dialog.reason_label.text()
    dialog.name_edit.setText(" ")
    assert dialog.reason_label.text() == "Give the project a name."


@pytest.fixture
def parcels() -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=id:integer&field=Class:string", "parcels", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 0, 1, 1)))
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_the_field_that_looks_like_a_category_is_proposed(parcels: QgsVectorLayer) -> None:
    dialog = ImportDialog(QgsProject.instance(), "roof")
    assert dialog.source().what is parcels
    assert dialog.category_field() == "Class"
    assert dialog.result_label.text() == "1 polygon will become a label."


def test_polygons_of_a_file_can_be_imported_and_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    file = tmp_path / "wörk file.geojson"
    file.write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"n": 1}, "geometry":'
        ' {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}]}'
    )
    dialog = ImportDialog(QgsProject.instance(), "roof")
    assert dialog.source() is None
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    dialog.choose_file(str(file))
    assert str(dialog.source().what).startswith(f"{file}|layername=")
    assert dialog.category_field() is None
    dialog.choose_file(str(tmp_path / "missing.gpkg"))
    assert "missing.gpkg does not exist" in dialog.result_label.text()


@pytest.mark.parametrize(
    "fields, likely", [((), ""), (("fid", "area"), ""), (("Name", "CLASS"), "CLASS"), (("name",), "name")]
)
def test_likely_fields(fields: tuple[str, ...], likely: str) -> None:
    assert likely_field(fields) == likely


def test_keys_draw_unless_a_text_is_being_written(window: QMainWindow) -> None:
    page, text, button = QWidget(), QLineEdit(), QWidget()
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout = QVBoxLayout(page)
    layout.addWidget(text)
    layout.addWidget(button)
    window.setCentralWidget(page)
    window.activateWindow()
    drawn: list = []
    keys = MapKeys([page], draw_category=drawn.append, draw_area=lambda: drawn.append("area"))
    QApplication.processEvents()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_2)
    QTest.keyClick(button, Qt.Key.Key_A)
    assert drawn == [1, "area"]
    text.setFocus()
    QTest.keyClicks(text, "2a")
    assert (drawn, text.text()) == ([1, "area"], "2a")
    keys.tear_down()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_2)
    assert drawn == [1, "area"]
    assert page.actions() == []


@pytest.mark.parametrize("make", [CategoryList, DrawPanel, TilingForm, FindingsTable, lambda: RasterList(list)])
def test_no_widget_needs_more_room_than_the_narrowest_dock_has(make: object) -> None:
    widget = make()
    widget.show()
    assert widget.minimumSizeHint().width() <= NARROWEST_PX
