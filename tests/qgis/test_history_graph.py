"""The graphs draw what they are given, answer to mouse and keyboard, and are saved as pictures and tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from deepseg_qgis.docks.curve_graph import CurveGraph
from deepseg_qgis.docks.history_graph import HistoryGraph, row_lines
from deepseg_qgis.domain.history import EpochRow
from deepseg_qgis.domain.report import Curve, Report, Scores
from deepseg_qgis.errors import DeepSegPluginError

ROWS = [
    EpochRow(1, 2.0, {"f1": 0.1, "map50": 0.05}, is_best=True),
    EpochRow(2, 1.0, {"f1": 0.5, "map50": 0.4}, is_best=True),
    EpochRow(3, 0.8, {"f1": 0.4, "map50": 0.3}),
]
CURVE = Curve((0.9, 0.6, 0.3), (1.0, 0.8, 0.6), (0.2, 0.5, 0.7), (0.33, 0.62, 0.65))
REPORT = Report(Scores(n_labels=10), {"roof": Scores(n_labels=10)}, CURVE, {"roof": CURVE}, colors={"roof": "#e69f00"})


def colors_in(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.fixture
def graph() -> HistoryGraph:
    graph = HistoryGraph()
    graph.resize(340, 230)
    graph.show()
    return graph


def test_an_empty_graph_says_what_will_be_here(graph: HistoryGraph) -> None:
    assert "#009e73" not in colors_in(graph.grab().toImage())
    assert "empty" in graph.accessibleName()


def test_score_and_loss_are_drawn_in_their_colors(graph: HistoryGraph) -> None:
    graph.set_rows(ROWS, 20)
    seen = colors_in(graph.grab().toImage())
    assert {"#009e73", "#0072b2"} <= seen


def test_on_dark_paper_the_lines_are_lighter(graph: HistoryGraph) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#202020"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#eeeeee"))
    graph.setPalette(palette)
    graph.set_rows(ROWS, 20)
    seen = colors_in(graph.grab().toImage())
    assert {"#2bc79a", "#56b4e9"} <= seen
    assert "#0072b2" not in seen


def test_it_is_drawn_without_scores_and_with_one_epoch(graph: HistoryGraph) -> None:
    graph.set_rows([EpochRow(1, 2.0)], 1)
    assert "#0072b2" in colors_in(graph.grab().toImage())
    graph.set_rows([EpochRow(1, None)], 5)
    graph.grab()


def test_the_mouse_shows_the_epoch_that_is_nearest(graph: HistoryGraph) -> None:
    graph.set_rows(ROWS, 3)
    x = graph.point_positions(graph._inside())[1]
    QTest.mouseMove(graph, QPoint(round(x) + 3, 100))
    QApplication.processEvents()
    assert graph.hovered == 1
    QApplication.sendEvent(graph, QEvent(QEvent.Type.Leave))
    assert graph.hovered is None


def test_the_arrow_keys_step_from_epoch_to_epoch(graph: HistoryGraph) -> None:
    graph.set_rows(ROWS, 3)
    for key, hovered in [(Qt.Key.Key_Right, 0), (Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, 0), (Qt.Key.Key_Left, 0)]:
        QTest.keyClick(graph, key)
        assert graph.hovered == hovered


def test_the_values_of_an_epoch_are_told_in_words() -> None:
    assert row_lines(ROWS[1]) == ["Epoch 2", "F1 0.50", "mAP50 0.40", "loss 1.00"]


def test_screen_readers_are_told_which_epoch_is_the_best(graph: HistoryGraph) -> None:
    graph.set_rows(ROWS, 3)
    assert graph.accessibleName() == "Graph of 3 epochs, the best is epoch 2"


def test_the_picture_is_dark_on_white_whatever_the_theme(graph: HistoryGraph, tmp_path: Path) -> None:
    graph.set_rows(ROWS, 3)
    path = tmp_path / "Bild Ä.png"
    graph.save_picture(path)
    image = QImage(str(path))
    assert image.width() == 1800
    assert image.pixelColor(1, 1).name() == "#ffffff"


def test_the_table_has_a_row_per_epoch(graph: HistoryGraph, tmp_path: Path) -> None:
    graph.set_rows(ROWS, 3)
    path = tmp_path / "history.csv"
    graph.save_table(path)
    assert path.read_text(encoding="utf-8").splitlines()[1] == "1,2.000000,0.100000,0.050000,1"


def test_a_place_that_cannot_be_written_is_told(graph: HistoryGraph, tmp_path: Path) -> None:
    for save in (graph.save_picture, graph.save_table):
        with pytest.raises(DeepSegPluginError, match="could not be written"):
            save(tmp_path / "missing" / "x")


def test_an_export_that_fails_is_a_signal_and_no_traceback(graph: HistoryGraph, tmp_path: Path) -> None:
    told: list[DeepSegPluginError] = []
    graph.failed.connect(told.append)
    graph._export(graph.save_table, tmp_path / "missing" / "x.csv")
    assert len(told) == 1


def test_the_curve_is_drawn_in_the_color_of_its_category() -> None:
    graph = CurveGraph()
    graph.resize(340, 220)
    graph.set_report(REPORT)
    assert "#0072b2" in colors_in(graph.grab().toImage())
    graph.set_category("roof")
    assert "#e69f00" in colors_in(graph.grab().toImage())


def test_the_curve_can_be_empty() -> None:
    graph = CurveGraph()
    graph.grab()
    graph.set_report(Report(Scores(), {}))
    graph.grab()
    assert graph.table_csv() == "category,score_threshold,precision,recall,f1\n"


def test_the_table_of_the_curve_has_all_categories() -> None:
    graph = CurveGraph()
    graph.set_report(REPORT)
    lines = graph.table_csv().splitlines()
    assert len(lines) == 1 + 3 + 3
    assert lines[4] == "roof,0.900000,1.000000,0.200000,0.330000"
