"""The docks' files import on Qt 6, and their widgets that need no QGIS work there."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QWidget

from deepseg_qgis.docks.curve_graph import CurveGraph
from deepseg_qgis.docks.elided_label import ElidedLabel
from deepseg_qgis.docks.fold import Fold
from deepseg_qgis.docks.history_graph import HistoryGraph
from deepseg_qgis.docks.info_mark import InfoMark
from deepseg_qgis.docks.status_line import StatusLine
from deepseg_qgis.docks.wording import number
from deepseg_qgis.domain import work_state
from deepseg_qgis.domain.history import EpochRow
from deepseg_qgis.domain.work_state import WorkState

DOCKS = Path(__file__).parents[2] / "deepseg_qgis" / "docks"


@pytest.mark.parametrize("name", sorted(path.stem for path in DOCKS.glob("*.py")))
def test_a_file_of_the_docks_imports(name: str) -> None:
    importlib.import_module(f"deepseg_qgis.docks.{name}")


def test_the_status_line_shows_work_and_stops_it() -> None:
    line = StatusLine()
    asked: list[bool] = []
    line.stop_clicked.connect(lambda: asked.append(True))
    line.resize(360, 60)
    line.show()
    line.show_device("CPU, 2 cores")
    assert line.text() == "IDLE · CPU, 2 cores"
    assert not line.stop_button.isVisible()
    line.show_state(WorkState(work_state.TRAINING, epoch=7, n_epochs=20, eta_s=180))
    assert line.text() == "TRAINING epoch 7 of 20 · CPU, 2 cores · about 3 min left"
    line.stop_button.click()
    assert asked == [True]
    assert not line.grab().isNull()
    line.close()


def test_a_long_line_is_cut_and_told_in_full_by_its_tool_tip() -> None:
    label = ElidedLabel("a very long name of a very large raster.tif")
    label.resize(80, 20)
    label.show()
    QTest.qWait(1)
    label.grab()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.text()
    label.close()


def test_thousands_are_parted() -> None:
    assert number(12480) == "12\u202f480"


def paint(widget: QWidget) -> None:
    """Draw a widget as on the screen; a mistake in its paintEvent ends the test."""
    widget.resize(340, 200)
    widget.show()
    assert not widget.grab().isNull()
    widget.close()


def test_the_graph_of_the_epochs_draws_itself() -> None:
    graph = HistoryGraph()
    paint(graph)
    rows = [EpochRow(1, 0.9, {"f1": 0.2}, is_best=False), EpochRow(2, 0.5, {"f1": 0.6}, is_best=True)]
    graph.set_rows(rows, n_epochs=20)
    paint(graph)


def test_the_curve_draws_itself_without_a_report() -> None:
    paint(CurveGraph())


def test_marks_and_folds_open() -> None:
    paint(InfoMark("An epoch is one pass over all labels."))
    fold = Fold("More", "more")
    fold.set_open(True)
    paint(fold)
