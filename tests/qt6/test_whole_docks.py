"""The docks are built, shown at their smallest, and taken down on Qt 6, with no project open."""

from __future__ import annotations

import importlib
from collections.abc import Iterator

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QIcon
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QMainWindow

from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.domain import work_state
from deepseg_qgis.domain.work_state import WorkState


class Anything:
    """Whatever is asked of it, it has and does nothing."""

    def __getattr__(self, name: str) -> Anything:
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()

    def __call__(self, *_: object, **__: object) -> Anything:
        return Anything()

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def __getitem__(self, at: object) -> str:
        return ""

    def __bool__(self) -> bool:
        return False


class Project(Anything):
    """A QGIS project that is empty."""

    def readEntry(self, *_: object) -> tuple[str, bool]:
        return "", False

    def mapLayers(self) -> dict[str, object]:
        return {}

    def fileName(self) -> str:
        return ""

    homePath = absolutePath = baseName = fileName  # noqa: N815


@pytest.fixture
def window() -> Iterator[QMainWindow]:
    window = QMainWindow()
    window.resize(800, 700)
    window.show()
    yield window
    window.close()


@pytest.fixture
def workbench(window: QMainWindow, monkeypatch: pytest.MonkeyPatch) -> Workbench:
    monkeypatch.setattr("deepseg_qgis.docks.workbench.find_project", lambda project: None)
    monkeypatch.setattr("deepseg_qgis.docks.workbench.find_engine_python", lambda: None)
    monkeypatch.setattr("qgis.core.QgsApplication.getThemeIcon", lambda *_: QIcon(), raising=False)
    return Workbench(
        window=window,
        canvas=Anything(),
        message_bar=None,
        qgis_project=Project(),
        digitize=lambda layer: None,
        layer_tree_view=Anything(),
    )


@pytest.mark.parametrize(
    "name, kind", [(name, f"{name.capitalize()}Dock") for name in ("labels", "training", "evaluation", "prediction")]
)
def test_a_dock_is_built_shown_and_taken_down(window: QMainWindow, workbench: Workbench, name: str, kind: str) -> None:
    dock = getattr(importlib.import_module(f"deepseg_qgis.docks.{name}_dock"), kind)(workbench)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    QTest.qWait(10)
    assert dock.minimumSizeHint().width() <= 360
    assert not dock.grab().isNull()
    assert dock.banner.isVisible()
    workbench.state_changed.emit(WorkState(work_state.TRAINING, epoch=7, n_epochs=20))
    assert dock.status_line.state_label.text() == "TRAINING epoch 7 of 20"
    dock.tear_down()
    workbench.state_changed.emit(WorkState())
    assert dock.status_line.state_label.text() == "TRAINING epoch 7 of 20"
