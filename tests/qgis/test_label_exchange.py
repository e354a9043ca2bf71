"""Labels of other programs come into the project after a question, and go out to a file or folder."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QMessageBox

from deepseg_qgis.algorithms.export_labels import ExportLabelsAlgorithm
from deepseg_qgis.algorithms.provider import DeepSegProvider
from deepseg_qgis.docks import category_section, label_exchange
from deepseg_qgis.docks.export_labels_dialog import ExportLabelsDialog
from deepseg_qgis.docks.import_dialog import ImportDialog
from deepseg_qgis.docks.labels_dock import LabelsDock
from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.engine_client.outcome import Outcome
from deepseg_qgis.i18n import forget_language, use_language
from tests.qgis.interface import Interface, forget_deleted
from tests.qgis.processing_world import World


@pytest.fixture
def dock(world: World, iface: Interface, tmp_path: Path) -> Iterator[LabelsDock]:
    use_language("en")
    provider = DeepSegProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    raster = QgsRasterLayer(str(world.raster), "city")
    QgsProject.instance().addMapLayer(raster)
    workbench = Workbench(
        window=iface.mainWindow(),
        canvas=iface.mapCanvas(),
        message_bar=iface.messageBar(),
        qgis_project=QgsProject.instance(),
        digitize=lambda _layer: None,
    )
    dock = LabelsDock(workbench)
    iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    dock.make_project(tmp_path / "site" / "site.gpkg", "Site", QgsCoordinateReferenceSystem("EPSG:32636"), raster)
    QApplication.processEvents()
    yield dock
    dock.tear_down()
    dock.deleteLater()
    workbench.shut_down()
    forget_deleted()
    QgsApplication.processingRegistry().removeProvider(provider)
    forget_language()


def wait_until(is_so: Callable[[], bool], seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while not is_so() and time.monotonic() < until:
        QTest.qWait(20)
    assert is_so()


def said(dock: LabelsDock) -> str:
    item = dock.workbench.message_bar.currentItem()
    return item.text() if item is not None else ""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[QMessageBox]:
    """Click "Add" in the question, and keep it."""
    boxes: list[QMessageBox] = []

    def click(box: QMessageBox) -> int:
        boxes.append(box)
        add = next(each for each in box.buttons() if box.buttonRole(each) == QMessageBox.ButtonRole.AcceptRole)
        monkeypatch.setattr(box, "clickedButton", lambda: add, raising=False)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", click)
    return boxes


def test_labels_of_another_program_are_added_after_a_question(
    dock: LabelsDock, world: World, asked: list[QMessageBox], tmp_path: Path
) -> None:
    (tmp_path / "c.json").write_text("{}")
    assert dock.categories.exchange.import_from(str(tmp_path / "c.json"))
    assert dock.workbench.state.kind == "importing"
    site = dock.workbench.site
    wait_until(lambda: site.label_counts() == {"roof": 2, "pool": 1})
    (box,) = asked
    assert box.text() == "3 labels were read. Add them to the project?"
    assert box.informativeText() == "roof: 2\npool: 1\n\n1 image with 2 labels left out: gone.png."
    assert world.asked()["raster"] == [str(world.raster)]
    assert {each.name: each.color for each in site.categories()}["pool"] == "#123456"
    assert {feature["raster"] for feature in site.layer("labels").getFeatures()} == {world.raster.name}
    assert said(dock).startswith("3 labels were imported.")


def test_what_is_declined_is_not_added(dock: LabelsDock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text("{}")
    questions = []
    monkeypatch.setattr(label_exchange, "ask_to_add", lambda *arguments: bool(questions.append(arguments)))
    dock.categories.exchange.import_from(str(tmp_path / "c.json"))
    wait_until(lambda: bool(questions))
    assert sum(dock.workbench.site.label_counts().values()) == 0


def test_the_dialog_offers_what_only_the_engine_reads(
    dock: LabelsDock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "yolo"
    folder.mkdir()
    dialog = ImportDialog(QgsProject.instance(), "roof", [])
    dialog.file_widget.setFilePath(str(folder))
    source = dialog.source()
    assert source is not None and source.is_foreign and source.uri == str(folder)
    assert not dialog.field_box.isEnabled() and dialog.category_field() is None
    assert dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    assert "matched with the project's rasters by file name" in dialog.result_label.text()
    begun: list[str] = []
    monkeypatch.setattr(category_section.ImportDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(dock.categories.exchange, "import_from", begun.append)
    dock.categories.import_labels(str(folder))
    assert begun == [str(folder)]


def test_a_file_of_polygons_is_still_read_by_qgis(dock: LabelsDock, world: World) -> None:
    dialog = ImportDialog(QgsProject.instance(), "roof", [])
    dialog.file_widget.setFilePath(str(world.site))
    assert dialog.source() is not None and not dialog.source().is_foreign and dialog.field_box.isEnabled()
    dialog.file_widget.setFilePath("/gone.json")
    assert dialog.result_label.text() == "/gone.json does not exist."


def test_labels_are_exported_with_all_rasters(
    dock: LabelsDock, world: World, asked: list[QMessageBox], tmp_path: Path
) -> None:
    assert not dock.categories.export_button.isEnabled()  # nothing to write yet
    (tmp_path / "c.json").write_text("{}")
    dock.categories.exchange.import_from(str(tmp_path / "c.json"))
    wait_until(lambda: dock.categories.export_button.isEnabled() and not dock.workbench.is_busy)
    output = tmp_path / "out"
    assert dock.categories.exchange.export_to("yolo", str(output), copies_rasters=True)
    wait_until(lambda: (output / "data.yaml").is_file() and not dock.workbench.is_busy)
    text = said(dock)
    assert text == f"3 labels were written to {output}. Labels with holes are written as one ring (1)."
    assert world.asked()["raster"] == [str(world.raster)]


def exported_categories(
    dock: LabelsDock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> list[tuple[str, str]] | None:
    """Export, and return the categories that the engine would find beside the labels; None without a table."""
    found: list[list[tuple[str, str]] | None] = []

    def look(_algorithm: object, arguments: list[str], _feedback: object) -> Outcome:
        path = arguments[-1].split("|")[0]
        table = QgsVectorLayer(f"{path}|layername=categories", "categories", "ogr")
        found.append([(row["name"], row["color"]) for row in table.getFeatures()] if table.isValid() else None)
        return Outcome(values={"n_labels": 1})

    monkeypatch.setattr(ExportLabelsAlgorithm, "run_engine", look)
    assert dock.categories.exchange.export_to("vector", str(tmp_path / "out.gpkg"))
    wait_until(lambda: bool(found) and not dock.workbench.is_busy)
    return found[0]


@pytest.mark.parametrize("unsaved", ["labels", "categories", "nothing"])
def test_colors_go_along_whatever_is_saved(
    dock: LabelsDock, asked: list[QMessageBox], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unsaved: str
) -> None:
    (tmp_path / "c.json").write_text("{}")
    dock.categories.exchange.import_from(str(tmp_path / "c.json"))
    wait_until(lambda: dock.categories.export_button.isEnabled() and not dock.workbench.is_busy)
    site = dock.workbench.site
    for name in ("labels", "categories"):
        site.layer(name).commitChanges()
    if unsaved == "labels":
        layer = site.layer("labels")
        layer.startEditing()
        layer.deleteFeature(next(layer.getFeatures()).id())
    elif unsaved == "categories":
        site.layer("categories").startEditing()
        site.recolor_category("pool", "#abcdef")
        assert site.layer("categories").isModified()

    found = exported_categories(dock, monkeypatch, tmp_path)

    assert dict(found or []) == {each.name: each.color for each in site.categories()}
    for name in ("labels", "categories"):
        site.layer(name).rollBack()


@pytest.mark.parametrize(
    "name, place, parameter",
    [
        ("yolo", "강남 v1.2 yolo", "OUTPUT_FOLDER"),
        ("raster", "site.v2", "OUTPUT_FOLDER"),
        ("coco", "강남 v1.2 labels.json", "OUTPUT"),
    ],
)
def test_a_folder_may_have_a_point_in_its_name(
    dock: LabelsDock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, place: str, parameter: str
) -> None:
    ran: list[dict[str, object]] = []
    monkeypatch.setattr(dock.workbench, "run", lambda _algorithm, parameters, **_rest: bool(ran.append(parameters)))

    dock.categories.exchange.export_to(name, str(tmp_path / place))

    assert ran[0][parameter] == str(tmp_path / place)
    assert len({"OUTPUT", "OUTPUT_FOLDER"} & set(ran[0])) == 1


@pytest.mark.parametrize(
    "name, place, has_copies",
    [
        ("coco", "Site labels.json", False),
        ("yolo", "Site yolo", True),
        ("voc", "Site voc", True),
        ("labelme", "Site labelme", True),
        ("via", "Site labels.json", False),
        ("vector", "Site labels.gpkg", False),
        ("raster", "Site raster", False),
    ],
)
def test_each_format_proposes_its_place(tmp_path: Path, name: str, place: str, has_copies: bool) -> None:
    dialog = ExportLabelsDialog(str(tmp_path), "Site")
    dialog.show()
    dialog.format_box.setCurrentIndex(dialog.format_box.findData(name))
    assert (dialog.format(), dialog.path()) == (name, str(tmp_path / place))
    assert dialog.copies_box.isVisible() == has_copies and dialog.hint_label.text()
    dialog.close()


def test_a_full_folder_and_a_missing_ending_are_seen_to(tmp_path: Path) -> None:
    dialog = ExportLabelsDialog(str(tmp_path), "Site")
    dialog.place_widget.setFilePath(str(tmp_path / "labels"))
    assert dialog.path() == str(tmp_path / "labels.json")
    dialog.format_box.setCurrentIndex(dialog.format_box.findData("yolo"))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("")
    dialog.place_widget.setFilePath(str(tmp_path / "full"))
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not button.isEnabled() and button.toolTip() == "This folder is not empty. Choose a new one, or empty it."
