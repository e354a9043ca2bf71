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
    dialog.form.count_box.setValue(count)
    dialog.form.folder_widget.setFilePath(str(folder))
    return dialog


def click_start(dialog: CameraDialog) -> None:
    wait_until(dialog.start_button.isEnabled)
    QTest.mouseClick(dialog.start_button, Qt.MouseButton.LeftButton)


def workbench_of(dock: PredictionDock) -> Workbench:
    return dock.workbench


def alive(pids: Path) -> list[str]:
    return [pid for pid in pids.read_text().split() if Path(f"/proc/{pid}").exists()] if pids.exists() else []


def test_what_the_camera_sees_is_shown_before_anything_is_kept(dock: PredictionDock, tmp_path: Path) -> None:
    dialog = opened(dock, tmp_path / "frames", count=3)
    wait_until(lambda: not dialog.picture.image.isNull())
    assert (dialog.picture.image.width(), dialog.picture.image.height()) == (32, 24)
    assert dialog.status_label.text() == "Live; nothing is kept yet."
    assert dialog.start_button.isEnabled() and not (tmp_path / "frames").exists()
    assert not workbench_of(dock).is_busy, "other work may begin meanwhile"


def test_the_picture_goes_on_after_frames_were_taken(dock: PredictionDock, tmp_path: Path) -> None:
    dialog = opened(dock, tmp_path / "frames", count=2)
    click_start(dialog)
    wait_until(lambda: len(dialog.frames) == 2 and not workbench_of(dock).is_busy)
    wait_until(lambda: dialog.look.is_running)
    assert dialog.status_label.text() == "2 frames were taken."


@pytest.mark.parametrize("way", ["hide", "close", "escape", "tear down"])
def test_looking_no_more_leaves_no_process(
    dock: PredictionDock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setenv("DEEPSEG_FAKE_PIDS", str(tmp_path / "pids"))
    dialog = opened(dock, tmp_path / "frames", count=1)
    wait_until(lambda: not dialog.picture.image.isNull())
    assert len(alive(tmp_path / "pids")) == 1
    if way == "hide":
        assert dialog.show_button.text().endswith("Hide")
        QTest.mouseClick(dialog.show_button, Qt.MouseButton.LeftButton)
    elif way == "close":
        dialog.close()
    elif way == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dock.images.tear_down()
        assert alive(tmp_path / "pids") == [], "at once: there may be no later"
    wait_until(lambda: not alive(tmp_path / "pids"))


def test_another_source_is_shown_when_the_one_before_has_let_go(
    dock: PredictionDock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEEPSEG_FAKE_PIDS", str(tmp_path / "pids"))
    dialog = opened(dock, tmp_path / "frames", count=1)
    wait_until(lambda: not dialog.picture.image.isNull())
    dialog.source_edit.setText("1")
    QTest.keyClick(dialog.source_edit, Qt.Key.Key_Return)
    assert dialog.picture.sentence == "Opening 1…"
    wait_until(lambda: dialog.look.source == "1" and not dialog.picture.image.isNull())
    assert len(alive(tmp_path / "pids")) == 1
    assert not workbench_of(dock).is_busy, "Enter shows what is there, and takes nothing"


def test_a_camera_that_cannot_be_shown_is_told_in_place_of_the_picture(dock: PredictionDock) -> None:
    dialog = dock.images.open_camera("9")
    wait_until(lambda: not dialog.look.is_running)
    assert "Camera 9 cannot be opened" in dialog.picture.sentence
    assert dialog.show_button.isEnabled() and dialog.show_button.text().endswith("Show")


def test_of_a_video_the_last_picture_stays(dock: PredictionDock, tmp_path: Path) -> None:
    (tmp_path / "walk.mp4").write_bytes(b"frames")
    dialog = dock.images.open_camera(str(tmp_path / "walk.mp4"))
    wait_until(lambda: not dialog.look.is_running)
    assert not dialog.picture.image.isNull()
    assert dialog.show_button.text().endswith("Show"), "again from the beginning"


def test_a_password_is_not_shown_while_an_address_opens(dock: PredictionDock) -> None:
    dialog = dock.images.open_camera("rtsp://me:secret@camera/live?token=abc")
    assert dialog.picture.sentence == "Opening rtsp://camera/live…"


def test_frames_are_shown_live_and_then_ticked(dock: PredictionDock, tmp_path: Path) -> None:
    dialog = opened(dock, tmp_path / "frames", count=3)
    click_start(dialog)
    assert dialog.start_button.text().endswith("Stop")
    wait_until(lambda: not dialog.is_taking)
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
    wait_until(lambda: not dialog.is_taking)
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
    wait_until(lambda: not dialog.is_taking)
    assert dock.images.paths() == [*there, *dialog.frames]


def test_a_reason_goes_when_it_no_longer_holds(dock: PredictionDock, tmp_path: Path) -> None:
    dialog = dock.images.open_camera("0")  # its folder is filled in after it is built
    dialog.show_button.click()
    wait_until(lambda: not dialog.look.is_running)
    assert (dialog.status_label.text(), dialog.start_button.isEnabled()) == ("", True)
    dialog.source_edit.setText(" ")
    dialog.source_edit.setText("1")
    assert dialog.status_label.text() == ""


def test_the_folder_lies_beside_the_project(dock: PredictionDock, tmp_path: Path) -> None:
    make_site(workbench_of(dock), tmp_path)
    dialog = dock.images.open_camera()
    assert Path(dialog.form.folder_widget.filePath()) == workbench_of(dock).site.path.parent / "frames"


@pytest.mark.parametrize("way", ["button", "close"])
def test_stopping_keeps_the_frames(
    dock: PredictionDock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    use_fake_engine(monkeypatch, "slow", step_s=0.1)
    dialog = opened(dock, tmp_path / "frames", count=0)
    dialog.form.count_box.setValue(1000)
    click_start(dialog)
    wait_until(lambda: len(dialog.frames) >= 2)
    if way == "button":
        QTest.mouseClick(dialog.start_button, Qt.MouseButton.LeftButton)
    else:
        dialog.close()
    wait_until(lambda: not dialog.is_taking)
    assert 2 <= len(dialog.frames) < 1000
    assert dock.images.paths() == dialog.frames


def test_a_camera_that_is_not_there_is_told_in_the_window(dock: PredictionDock, tmp_path: Path) -> None:
    dialog = opened(dock, tmp_path / "frames", count=1)
    dialog.source_edit.setText("9")
    click_start(dialog)
    wait_until(lambda: not dialog.is_taking)
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
    wait_until(lambda: not dialog.is_taking)
    QgsProject.instance().write(str(tmp_path / "map.qgs"))
    assert "secret" not in (tmp_path / "map.qgs").read_text(encoding="utf-8")


def test_what_is_too_slow_is_told_by_the_name_in_the_window(
    dock: PredictionDock, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_fake_engine(monkeypatch, "option")
    dialog = dock.images.open_camera("0")
    wait_until(lambda: not dialog.look.is_running)
    assert "say it with “Coordinate system" in dialog.picture.sentence


def test_patience_reaches_the_engine(dock: PredictionDock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened(dock, tmp_path / "frames", count=1)
    dialog.form.timeout_box.setValue(30)
    monkeypatch.setenv("DEEPSEG_FAKE_ARGUMENTS", str(tmp_path / "asked.jsonl"))
    click_start(dialog)
    wait_until(lambda: dialog.frames and not dialog.is_taking and dialog.look.is_running)
    asked = (tmp_path / "asked.jsonl").read_text(encoding="utf-8").splitlines()
    assert all("--timeout-s=30" in line for line in asked) and "--look" not in asked[0]


def test_without_the_engine_nothing_is_opened_and_the_way_is_told(
    dock: PredictionDock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dock.workbench, "is_engine_ready", lambda: False)
    dialog = dock.images.open_camera("0")
    dock.workbench.engine_changed.emit()
    assert not dialog.look.is_running and not dialog.show_button.isEnabled()
    assert dialog.status_label.text() == "Set up DeepSeg first, with the button in its docks."
