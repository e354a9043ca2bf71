"""The precision-recall curve, with the point where the score threshold stands."""

from __future__ import annotations

import csv
import io

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QWidget

from ..domain.report import Curve, Report
from ..domain.ticks import nice_ticks
from ..i18n import tr
from .chart import Chart, ChartColors, Panel, draw_axes, draw_empty, draw_note

_OVERALL = ("#0072b2", "#56b4e9")
_LEFT_PX = 34


class CurveGraph(Chart):
    """Draws precision against recall: of all categories together, or of the one that is picked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("precision-recall", parent)
        self.setObjectName("curve_graph")
        self.setAccessibleName(tr("Precision-recall curve"))
        self._report: Report | None = None
        self._category: str | None = None
        self._score_threshold = 0.5

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Return the size it likes."""
        return QSize(340, 220)

    def set_report(self, report: Report | None) -> None:
        """Draw the curves of a report."""
        self._report = report
        self._category = None
        self.hovered = None
        self.update()

    def set_category(self, category: str | None) -> None:
        """Draw the curve of one category; None: of all together."""
        self._category = category
        self.hovered = None
        self.update()

    def set_score_threshold(self, score_threshold: float) -> None:
        """Mark what this threshold gives."""
        self._score_threshold = score_threshold
        self.update()

    def table_csv(self) -> str:
        """Return every point of every curve."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["category", "score_threshold", "precision", "recall", "f1"])
        if self._report is not None:
            for name, curve in (("", self._report.overall_curve), *self._report.curves.items()):
                points = zip(curve.scores, curve.precision, curve.recall, curve.f1)
                writer.writerows([name, *(f"{value:.6f}" for value in point)] for point in points)
        return text.getvalue()

    def point_positions(self, rect: QRectF) -> list[float]:
        """Return where each point of the curve stands."""
        panel = _panel(rect, 14)
        return [panel.x_at(recall) for recall in self._curve().recall]

    def draw(self, painter: QPainter, rect: QRectF, colors: ChartColors) -> None:
        """Draw the curve and the threshold's point on it."""
        curve = self._curve()
        if not curve.scores:
            is_empty = self._report is None
            text = tr("The curve appears here after an evaluation.") if is_empty else tr("Nothing was found at all.")
            draw_empty(painter, rect, colors, text)
            return
        height = QFontMetricsF(painter.font()).height()
        panel = _panel(rect, height)
        ticks = [(value, f"{value:g}") for value in nice_ticks(0.0, 1.0, 6)]
        draw_axes(painter, panel, colors, x_ticks=ticks, y_ticks=ticks)
        self._draw_titles(painter, panel, colors)
        line = self._line_color(colors)
        places = [panel.at(r, p) for r, p in zip(curve.recall, curve.precision)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colors.faint_text, 3.2))  # a rim: yellow on white is seen as well
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(QPen(line, 2))
        painter.drawPolyline(QPolygonF(places))
        self._draw_threshold(painter, panel, colors, line)
        if self.hovered is not None and self.hovered < len(places):
            self._draw_hovered(painter, rect, colors, places[self.hovered])

    def _curve(self) -> Curve:
        if self._report is None:
            return Curve()
        if self._category is None:
            return self._report.overall_curve
        return self._report.curves.get(self._category, Curve())

    def _line_color(self, colors: ChartColors) -> QColor:
        if self._report is not None and self._category in self._report.colors:
            return QColor(self._report.colors[self._category])
        return colors.line(*_OVERALL)

    def _draw_titles(self, painter: QPainter, panel: Panel, colors: ChartColors) -> None:
        metrics = QFontMetricsF(painter.font())
        painter.setPen(colors.text)
        painter.drawText(QPointF(panel.rect.left() - 30, panel.rect.top() - metrics.height() * 0.75), tr("Precision"))
        text = tr("Recall")
        below = panel.rect.bottom() + metrics.height() * 2 + 2
        painter.drawText(QPointF(panel.rect.right() - metrics.horizontalAdvance(text), below), text)
        if self._category is not None:
            painter.drawText(QPointF(panel.rect.left(), below), self._category)

    def _draw_threshold(self, painter: QPainter, panel: Panel, colors: ChartColors, line: QColor) -> None:
        if self._report is None:
            return
        counted = self._report.at(self._score_threshold, self._category)
        if counted.precision is None or counted.recall is None:
            return
        painter.setPen(QPen(colors.text, 1.5))
        painter.setBrush(line)
        painter.drawEllipse(panel.at(counted.recall, counted.precision), 5.5, 5.5)

    def _draw_hovered(self, painter: QPainter, rect: QRectF, colors: ChartColors, at: QPointF) -> None:
        curve, i = self._curve(), self.hovered or 0
        painter.setPen(QPen(colors.text, 1))
        painter.setBrush(colors.paper)
        painter.drawEllipse(at, 3.5, 3.5)
        lines = [
            tr("score at least {percent} %").format(percent=f"{100 * curve.scores[i]:.0f}"),
            tr("precision {value}").format(value=f"{curve.precision[i]:.2f}"),
            tr("recall {value}").format(value=f"{curve.recall[i]:.2f}"),
            f"F1 {curve.f1[i]:.2f}",
        ]
        draw_note(painter, at, rect, colors, lines)


def _panel(rect: QRectF, line_height: float) -> Panel:
    left, top = rect.left() + _LEFT_PX, rect.top() + line_height * 1.8
    bottom = rect.bottom() - line_height * 2.2 - 3
    return Panel(QRectF(left, top, rect.right() - left - 4, bottom - top), 0.0, 1.0, 0.0, 1.0)
