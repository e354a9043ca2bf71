"""The camera's window: a live picture, frames that become images of the project, and stopping that keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from deepseg_qgis.docks.camera_dialog import CameraDialog
from deepseg_qgis.docks.prediction_dock import PredictionDock
from deepseg_qgis.docks.workbench import Workbench
from tests.plugin.fake_engine.use import use_fake_engine
from tests.qgis.interface import Interface, forget_deleted, registered_provider
from tests.qgis.site_world import make_site, new_workbench, wait_until


@pytest.fixture(autouse=True)
def provider() -> Iterator[None]:
    with registered_provider():
        yield


@pytest.fixture
def dock(iface: Interface, monkeypatch: pytest.MonkeyPatch) -> Iterator[PredictionDock]:
    use_fake_engine(monkeypatch)
    workbench = new_workbench(iface, [])
    dock = PredictionDock(workbench)
    iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    yield dock
    dock.tear_down()
    iface.mainWindow().removeDockWidget(dock)
    dock.deleteLater()
    workbench.shut_down()
    forget_deleted()


def opened(dock: PredictionDock, folder: Path, *, count: int) -> CameraDialog:
    """Click + Camera, and fill in what comes up."""
    QTest.mouseClick(dock.images.list.camera_button, Qt.MouseButton.LeftButton)
    dialog = dock.images.open_camera()
    assert dialog.isVisible()
    dialog.count_box.setValue(count)
    dialog.folder_widget.setFilePath(str(folder))
    return dialog


def click_start(dialog: CameraDialog) -> None:
    wait_until(dialog.start_button.isEnabled)
    QTest.mouseClick(dialog.start_button, Qt.MouseButton.LeftButton)


def workbench_of(dock: PredictionDock) -> Workbench:
    return dock.workbench


def test_frames_are_shown_live_and_then_ticked(dock: PredictionDock, tmp_path: Path) -> None:
    dialog = opened(dock, tmp_path / "frames", count=3)
    click_start(dialog)
    assert dialog.start_button.text().endswith("Stop")
    wait_until(lambda: not workbench_of(dock).is_busy)
    names = sorted(str(path) for path in (tmp_path / "frames").glob("*.png"))  # QGIS adds notes of its own
    assert len(names) == 3 and dialog.frames == names
    assert (dialog.picture.image.width(), dialog.picture.image.height()) == (32, 24)
    assert dock.images.paths() == names
    assert dialog.status_label.text() == "3 frames were taken."
    assert dialog.start_button.text().endswith("Take frames")


def test_frames_become_images_of_the_project(dock: PredictionDock, tmp_path: Path) -> None:
    make_site(workbench_of(dock), tmp_path)
    dialog = opened(dock, tmp_path / "frames", count=2)
    click_start(dialog)
    wait_until(lambda: not workbench_of(dock).is_busy)
    rasters = {Path(entry.path).name: entry.role for entry in workbench_of(dock).site.rasters()}
    assert len(rasters) == 3
    assert [role for name, role in rasters.items() if name.startswith("camera0_")] == ["predict", "predict"]


def test_images_that_were_there_stay_beside_the_frames(dock: PredictionDock, tmp_path: Path) -> None:
    site = make_site(workbench_of(dock), tmp_path)
    workbench_of(dock).data_changed.emit()
    there = [str(entry.path) for entry in site.rasters()]
    assert dock.images.paths() == there
    dialog = opened(dock, tmp_path / "frames", count=2)
    click_start(dialog)
    wait_until(lambda: not workbench_of(dock).is_busy)
    assert dock.images.paths() == [*there, *dialog.frames]


def test_a_reason_goes_when_it_no_longer_holds(dock: PredictionDock, tmp_path: Path) -> None:
    dialog = dock.images.open_camera("0")  # its folder is filled in after it is built
    assert (dialog.status_label.text(), dialog.start_button.isEnabled()) == ("", True)
    dialog.source_edit.setText(" ")
    dialog.source_edit.setText("1")
    assert dialog.status_label.text() == ""


def test_the_folder_lies_beside_the_project(dock: PredictionDock, tmp_path: Path) -> None:
    make_site(workbench_of(dock), tmp_path)
    dialog = dock.images.open_camera()
    assert Path(dialog.folder_widget.filePath()) == workbench_of(dock).site.path.parent / "frames"


@pytest.mark.parametrize("way", ["button", "close"])
def test_stopping_keeps_the_frames(
    dock: PredictionDock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    use_fake_engine(monkeypatch, "slow", step_s=0.1)
    dialog = opened(dock, tmp_path / "frames", count=0)
    dialog.count_box.setValue(1000)
    click_start(dialog)
    wait_until(lambda: len(dialog.frames) >= 2)
    if way == "button":
        QTest.mouseClick(dialog.start_button, Qt.MouseButton.LeftButton)
    else:
        dialog.close()
    wait_until(lambda: not workbench_of(dock).is_busy)
    assert 2 <= len(dialog.frames) < 1000
    assert dock.images.paths() == dialog.frames


def test_a_camera_that_is_not_there_is_told_in_the_window(dock: PredictionDock, tmp_path: Path) -> None:
    dialog = opened(dock, tmp_path / "frames", count=1)
    dialog.source_edit.setText("9")
    click_start(dialog)
    wait_until(lambda: not workbench_of(dock).is_busy)
    assert "Camera 9 cannot be opened" in dialog.status_label.text()
    assert dialog.frames == [] and dock.images.paths() == []


def test_without_a_source_there_is_nothing_to_start(dock: PredictionDock, tmp_path: Path) -> None:
    dialog = opened(dock, tmp_path / "frames", count=1)
    dialog.source_edit.setText("  ")
    assert not dialog.start_button.isEnabled()
    assert dialog.status_label.text() == "Say which camera, video or address."


def test_an_address_with_a_password_is_not_kept_in_the_project(dock: PredictionDock, tmp_path: Path) -> None:
    dialog = opened(dock, tmp_path / "frames", count=1)
    dialog.source_edit.setText("rtsp://me:secret@camera/live")
    click_start(dialog)
    wait_until(lambda: not workbench_of(dock).is_busy)
    QgsProject.instance().write(str(tmp_path / "map.qgs"))
    assert "secret" not in (tmp_path / "map.qgs").read_text(encoding="utf-8")
