"""Files dropped on each of the four docks: rasters, folders, labels, projects, videos."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent

from deepseg_qgis.docks.camera_dialog import CameraDialog
from deepseg_qgis.docks.dock import Dock
from deepseg_qgis.docks.drops import has_something, what_was_dropped
from deepseg_qgis.docks.evaluation_dock import EvaluationDock
from deepseg_qgis.docks.import_dialog import ImportDialog
from deepseg_qgis.docks.labels_dock import LabelsDock
from deepseg_qgis.docks.prediction_dock import PredictionDock
from deepseg_qgis.docks.project_dialog import ProjectDialog
from deepseg_qgis.docks.training_dock import TrainingDock
from deepseg_qgis.docks.workbench import Workbench
from tests.qgis.interface import Interface, forget_deleted
from tests.qgis.site_world import bar_texts, make_raster, make_site, new_workbench


@pytest.fixture
def workbench(iface: Interface) -> Iterator[Workbench]:
    workbench = new_workbench(iface, [])
    yield workbench
    workbench.shut_down()


@pytest.fixture
def make(workbench: Workbench, iface: Interface) -> Iterator[Callable[[type[Dock]], Dock]]:
    docks: list[Dock] = []

    def make(kind: type[Dock]) -> Dock:
        dock = kind(workbench)
        iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        docks.append(dock)
        return dock

    yield make
    for dock in docks:
        dock.tear_down()
        iface.mainWindow().removeDockWidget(dock)
        dock.deleteLater()
    forget_deleted()


def drop(dock: Dock, *paths: object) -> None:
    mime = QMimeData()
    mime.setUrls(urls(*paths))
    place, keys = QPointF(10, 10), Qt.KeyboardModifier.NoModifier
    dock.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, keys))


def urls(*paths: object) -> list[QUrl]:
    return [QUrl.fromLocalFile(str(path)) for path in paths]


def roles(workbench: Workbench) -> dict[str, str]:
    return {Path(entry.path).name: entry.role for entry in workbench.site.rasters()}


def write_labels(path: Path) -> Path:
    driver = "GPKG" if path.suffix == ".gpkg" else "GeoJSON"
    source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = source.CreateLayer("roofs", None, ogr.wkbPolygon)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POLYGON((0 0,1 0,1 1,0 1,0 0))"))
    layer.CreateFeature(feature)
    return path


@pytest.mark.parametrize("kind, role", [(LabelsDock, "train"), (TrainingDock, "train"), (EvaluationDock, "evaluate")])
def test_rasters_are_added_for_what_the_dock_does(
    make: Callable[[type[Dock]], Dock], workbench: Workbench, tmp_path: Path, kind: type[Dock], role: str
) -> None:
    make_site(workbench, tmp_path)
    dock = make(kind)
    folder = tmp_path / "more 지도"
    folder.mkdir()
    make_raster(folder / "north.tif")
    (folder / "notes.txt").write_text("", encoding="utf-8")
    drop(dock, make_raster(tmp_path / "south.tif"), folder)
    assert roles(workbench) == {"ortho süd.tif": "train", "south.tif": role, "north.tif": role}


def test_the_prediction_dock_takes_them_as_images(make: Callable[[type[Dock]], Dock], tmp_path: Path) -> None:
    dock = make(PredictionDock)
    path = make_raster(tmp_path / "south.tif")
    drop(dock, path)
    assert dock.images.paths() == [path]


@pytest.mark.parametrize("kind", [TrainingDock, EvaluationDock])
def test_without_a_project_the_way_is_told(
    make: Callable[[type[Dock]], Dock], iface: Interface, tmp_path: Path, kind: type[Dock]
) -> None:
    drop(make(kind), make_raster(tmp_path / "south.tif"))
    assert any("Make or open a project first" in text for text in bar_texts(iface))


def test_the_labels_dock_makes_a_project_for_a_raster(
    make: Callable[[type[Dock]], Dock], workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dock = make(LabelsDock)
    monkeypatch.setattr(ProjectDialog, "exec", lambda _: True)
    drop(dock, make_raster(tmp_path / "south.tif"), make_raster(tmp_path / "north.tif"))
    assert sorted(roles(workbench)) == ["north.tif", "south.tif"]


def test_the_new_project_says_how_many_rasters_come_into_it_and_whoever_unticks_that_gets_none(
    make: Callable[[type[Dock]], Dock], workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def untick(dialog: ProjectDialog) -> bool:
        said.append(dialog.raster_box.text())
        dialog.raster_box.setChecked(False)
        return True

    monkeypatch.setattr(ProjectDialog, "exec", untick)
    drop(make(LabelsDock), make_raster(tmp_path / "south.tif"), make_raster(tmp_path / "north.tif"))
    assert said == ["Add 2 rasters"]
    assert workbench.site is not None and roles(workbench) == {}


def test_folders_inside_a_folder_are_told_not_passed_over_in_silence(
    make: Callable[[type[Dock]], Dock], workbench: Workbench, tmp_path: Path, iface: Interface
) -> None:
    make_site(workbench, tmp_path)
    dock, folder = make(LabelsDock), tmp_path / "card"
    (folder / "DCIM").mkdir(parents=True)
    assert has_something(urls(folder))
    drop(dock, folder)
    assert any("nothing in it that DeepSeg reads" in text for text in bar_texts(iface))
    make_raster(folder / "DCIM" / "south.tif")
    drop(dock, folder)
    assert any("more rasters (1): drop those folders" in text for text in bar_texts(iface))
    assert "south.tif" not in roles(workbench)


def test_several_files_of_labels_open_the_first_and_say_so(
    make: Callable[[type[Dock]], Dock],
    workbench: Workbench,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    iface: Interface,
) -> None:
    make_site(workbench, tmp_path)
    monkeypatch.setattr(ImportDialog, "exec", lambda _: False)
    drop(make(LabelsDock), write_labels(tmp_path / "a.geojson"), write_labels(tmp_path / "b.geojson"))
    assert any("One file of labels is taken at a time" in text for text in bar_texts(iface))


def test_labels_open_the_import_with_the_file_chosen(
    make: Callable[[type[Dock]], Dock], workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_site(workbench, tmp_path)
    dock, opened = make(LabelsDock), []
    monkeypatch.setattr(ImportDialog, "exec", lambda dialog: opened.append(dialog.source().uri) or False)
    for name in ("roofs.geojson", "roofs.gpkg"):
        drop(dock, write_labels(tmp_path / name))
        assert opened[-1].startswith(str(tmp_path / name))


def test_labels_on_another_dock_say_where_they_go(
    make: Callable[[type[Dock]], Dock], iface: Interface, tmp_path: Path
) -> None:
    drop(make(TrainingDock), write_labels(tmp_path / "roofs.geojson"))
    assert any("Drop roofs.geojson on the dock Labels." in text for text in bar_texts(iface))


@pytest.mark.parametrize("kind", [LabelsDock, PredictionDock])
def test_a_project_is_opened_on_any_dock(
    make: Callable[[type[Dock]], Dock], workbench: Workbench, tmp_path: Path, kind: type[Dock]
) -> None:
    path = make_site(workbench, tmp_path).path
    workbench.close_site()
    drop(make(kind), path)
    assert workbench.site is not None and workbench.site.path == path


def test_a_video_opens_the_camera_with_it(make: Callable[[type[Dock]], Dock], tmp_path: Path) -> None:
    dock = make(PredictionDock)
    video = tmp_path / "site.mp4"
    video.write_bytes(b"")
    drop(dock, video)
    dialog = dock.images.open_camera()
    assert isinstance(dialog, CameraDialog) and dialog.isVisible()
    drop(dock, video)
    assert dialog.source_edit.text() == str(video)


def test_a_folder_with_nothing_in_it_is_told(
    make: Callable[[type[Dock]], Dock], iface: Interface, tmp_path: Path
) -> None:
    drop(make(LabelsDock), tmp_path)
    assert any("There is nothing in it that DeepSeg reads." in text for text in bar_texts(iface))


def test_what_is_dragged_is_judged_by_its_name(tmp_path: Path) -> None:
    assert has_something(urls(tmp_path / "A.TIF")) and has_something(urls(tmp_path / "a.webp"))
    assert has_something(urls(tmp_path / "a.geojson")) and has_something(urls(tmp_path / "a.MP4"))
    assert not has_something(urls(tmp_path / "a.docx")) and not has_something([])
    assert not has_something([QUrl("https://example.org/a.tif")])


def test_a_geopackage_that_cannot_be_read_is_left_to_who_opens_rasters(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    path.write_bytes(b"no geopackage")
    assert what_was_dropped(urls(path)).rasters == (str(path),)
