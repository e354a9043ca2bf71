"""The dialog that asks where a file is to be saved: nothing is written over unasked, the ending is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget

from deepseg_qgis.docks.save_dialog import ask_where_to_save


@pytest.fixture(autouse=True)
def own_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt's own dialog, which a test can type into."""
    show = QFileDialog.setAcceptMode

    def without_native(dialog: QFileDialog, mode: object) -> None:
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, True)
        show(dialog, mode)

    monkeypatch.setattr(QFileDialog, "setAcceptMode", without_native)


def saved_as(name: str, folder: Path, *, overwrites: bool = True) -> tuple[Path | None, list[str]]:
    """Type a name into the dialog; return what came of it, and what was asked."""
    asked: list[str] = []

    def type_it() -> None:
        dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog))
        QTimer.singleShot(50, answer)
        dialog.findChild(QLineEdit).setText(name)
        dialog.accept()
        if dialog.isVisible():
            dialog.reject()

    def answer() -> None:
        for box in [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)]:
            asked.append(box.text())
            kind = QMessageBox.StandardButton.Yes if overwrites else QMessageBox.StandardButton.No
            box.button(kind).click()

    QTimer.singleShot(50, type_it)
    parent = QWidget()
    path = ask_where_to_save(parent, "Save", str(folder / "proposal.geojson"), "GeoJSON", ".geojson")
    return path, asked


def test_the_ending_is_added_where_it_is_left_out(tmp_path: Path) -> None:
    assert saved_as("지붕 v1.2", tmp_path) == (tmp_path / "지붕 v1.2.geojson", [])
    assert saved_as("roofs.GEOJSON", tmp_path) == (tmp_path / "roofs.GEOJSON", [])


def test_a_file_that_is_there_is_asked_about_also_without_its_ending(tmp_path: Path) -> None:
    (tmp_path / "roofs.geojson").touch()
    path, asked = saved_as("roofs", tmp_path)
    assert path == tmp_path / "roofs.geojson" and len(asked) == 1 and "roofs.geojson" in asked[0]
    path, asked = saved_as("roofs", tmp_path, overwrites=False)
    assert path is None and len(asked) == 1
