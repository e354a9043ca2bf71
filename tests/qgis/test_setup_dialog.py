"""The dialog that sets up the engine, and the banner that leads to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLabel, QPlainTextEdit, QPushButton, QRadioButton, QWidget

from deepseg_qgis import settings
from deepseg_qgis.about import VERSION
from deepseg_qgis.algorithms.provider import DeepSegProvider
from deepseg_qgis.docks.banner import Banner
from deepseg_qgis.docks.setup_dialog import SetupDialog, open_setup_dialog
from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.domain.work_state import SETUP, WorkState
from deepseg_qgis.engine_client.interpreter import find_engine_python, made_environment
from tests.plugin.setup_world import write_engine, write_wheel
from tests.qgis.interface import Interface, forget_deleted

DEADLINE_MS = 60_000


@pytest.fixture(autouse=True)
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "지수 Kim"
    write_engine(folder / "source", VERSION)
    write_wheel(folder / "wheels")
    monkeypatch.setenv("DEEPSEG_ENGINE_SOURCE", str(folder / "source"))
    monkeypatch.setenv("DEEPSEG_HOME", str(folder / "deepseg"))
    monkeypatch.delenv("DEEPSEG_PYTHON", raising=False)
    return folder


@pytest.fixture
def workbench(iface: Interface) -> Iterator[Workbench]:
    provider = DeepSegProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    made = Workbench(
        window=iface.mainWindow(),
        canvas=iface.mapCanvas(),
        message_bar=iface.messageBar(),
        qgis_project=QgsProject.instance(),
        digitize=lambda layer: None,
    )
    yield made
    made.shut_down()
    made.deleteLater()
    forget_deleted()
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def dialog(workbench: Workbench) -> SetupDialog:
    return open_setup_dialog(workbench)


def wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(DEADLINE_MS // 20):
        if is_so():
            return
        QTest.qWait(20)
    pytest.fail("waited in vain")


def child(dialog: QWidget, kind: type, name: str) -> QWidget:
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def plan_text(dialog: SetupDialog) -> str:
    label = child(dialog, QLabel, "plan_label")
    wait_until(lambda: "Looking" not in label.text())
    return label.text()


def choose_wheels(dialog: SetupDialog, folder: Path, python: Path) -> None:
    child(dialog, QComboBox, "source_box").setCurrentIndex(1)
    child(dialog, QComboBox, "device_box").setCurrentIndex(1)
    child(dialog, QWidget, "base_python_widget").setFilePath(str(python))
    child(dialog, QWidget, "wheels_widget").setFilePath(str(folder))


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_what_will_be_done_before_anything_is(dialog: SetupDialog, world: Path) -> None:
    text = plan_text(dialog)
    for part in ("Use Python 3.", "own environment in", "Download about", "on the disk"):
        assert part in text
    assert child(dialog, QPushButton, "set_up_button").isEnabled()
    assert not (world / "deepseg").exists()


def test_what_stands_in_the_way_is_told_instead(dialog: SetupDialog, world: Path, base_python: Path) -> None:
    choose_wheels(dialog, world, base_python)
    button = child(dialog, QPushButton, "set_up_button")
    assert not button.isEnabled(), "at once, not only after the computer was looked at"
    wait_until(lambda: "has no wheels" in child(dialog, QLabel, "plan_label").text())
    assert not button.isEnabled()


def test_a_python_has_to_be_chosen_first(dialog: SetupDialog) -> None:
    child(dialog, QRadioButton, "use_radio").setChecked(True)
    wait_until(lambda: "Choose the Python" in child(dialog, QLabel, "plan_label").text())
    assert not child(dialog, QPushButton, "set_up_button").isEnabled()
    assert not child(dialog, QComboBox, "source_box").isVisible()


def test_a_click_sets_up_and_the_banner_vanishes(
    dialog: SetupDialog, workbench: Workbench, world: Path, base_python: Path
) -> None:
    banner = Banner(workbench, workbench.window)
    banner.show()
    choose_wheels(dialog, world / "wheels", base_python)
    button = child(dialog, QPushButton, "set_up_button")
    wait_until(button.isEnabled)
    click(button)
    assert workbench.state.kind == SETUP
    assert banner.button.text() == "Show"
    assert child(dialog, QPushButton, "setup_stop_button").isEnabled()
    wait_until(lambda: not workbench.is_busy)
    assert "DeepSeg is set up" in child(dialog, QLabel, "result_label").text()
    assert find_engine_python() is not None
    assert not banner.isVisible()
    assert "Successfully installed tinything" in child(dialog, QPlainTextEdit, "setup_log").toPlainText()


def test_stop_ends_it_and_the_dialog_can_begin_again(
    dialog: SetupDialog, workbench: Workbench, world: Path, base_python: Path
) -> None:
    choose_wheels(dialog, world / "wheels", base_python)
    button = child(dialog, QPushButton, "set_up_button")
    wait_until(button.isEnabled)
    click(button)
    log = child(dialog, QPlainTextEdit, "setup_log")
    wait_until(lambda: "-m venv" in log.toPlainText())
    click(child(dialog, QPushButton, "setup_stop_button"))
    wait_until(lambda: not workbench.is_busy)
    assert "stopped" in child(dialog, QLabel, "result_label").text()
    folder = made_environment()
    assert folder is not None
    assert not folder.exists()
    wait_until(button.isEnabled)


def test_diagnostics_go_to_the_clipboard(dialog: SetupDialog) -> None:
    click(child(dialog, QPushButton, "copy_diagnostics_button"))
    assert f"DeepSeg: {VERSION}" in QApplication.clipboard().text()


def test_there_is_one_dialog_and_it_goes_with_the_workbench(workbench: Workbench) -> None:
    banner = Banner(workbench, workbench.window)
    banner.show()
    click(banner.button)
    first = open_setup_dialog(workbench)
    assert open_setup_dialog(workbench) is first
    plan_text(first)
    first.close()
    forget_deleted()
    second = open_setup_dialog(workbench)
    plan_text(second)
    assert second.isVisible()


def test_the_banner_fits_into_a_narrow_dock(workbench: Workbench) -> None:
    banner = Banner(workbench)
    assert banner.minimumSizeHint().width() <= 320
    banner.show_state(WorkState(SETUP))
    assert banner.sentence.text() == "DeepSeg is being set up."


def test_an_engine_that_is_set_up_has_no_banner_and_is_named_in_the_dialog(
    workbench: Workbench, world: Path, base_python: Path
) -> None:
    settings.set_picked_python(str(base_python))
    banner = Banner(workbench, workbench.window)
    assert banner.isHidden()
    assert str(base_python) in child(open_setup_dialog(workbench), QLabel, "result_label").text()
