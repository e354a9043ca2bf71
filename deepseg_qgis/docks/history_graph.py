"""The graph of a training: validation scores above, training loss below, epoch by epoch, the best one marked."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QWidget

from ..domain.history import EpochRow, best, history_csv, shown_scores
from ..domain.ticks import ceiling, epoch_ticks, nice_ticks
from ..i18n import tr
from .chart import Chart, ChartColors, Panel, draw_axes, draw_empty, draw_legend, draw_note, draw_title

# Okabe-Ito, on light and on dark paper; dashes tell them apart where colors do not.
_SCORES = {
    "f1": ("F1", "#009e73", "#2bc79a", Qt.PenStyle.SolidLine),
    "map50": ("mAP50", "#b87800", "#e69f00", Qt.PenStyle.DashLine),
}
_LOSS = ("#0072b2", "#56b4e9")
_LEFT_PX = 34


class HistoryGraph(Chart):
    """Draws the rows of a history as they come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("training", parent)
        self.setObjectName("history_graph")
        self._rows: list[EpochRow] = []
        self._n_epochs = 0
        self._describe()

    @property
    def rows(self) -> list[EpochRow]:
        """Return what is drawn."""
        return list(self._rows)

    def set_rows(self, rows: Sequence[EpochRow], n_epochs: int | None = None) -> None:
        """Draw these epochs, with room for `n_epochs`."""
        self._rows = list(rows)
        self._n_epochs = max(n_epochs or 0, rows[-1].epoch if rows else 0)
        self.hovered = None
        self._describe()
        self.update()

    def table_csv(self) -> str:
        """Return the rows as CSV."""
        return history_csv(self._rows)

    def point_positions(self, rect: QRectF) -> list[float]:
        """Return where each epoch stands."""
        panel = self._panels(rect, 14)[-1]
        return [panel.x_at(row.epoch) for row in self._rows]

    def draw(self, painter: QPainter, rect: QRectF, colors: ChartColors) -> None:
        """Draw both panels, the best epoch, and the values of the epoch pointed at."""
        if not self._rows:
            draw_empty(painter, rect, colors, tr("Score and loss appear here after the first epoch."))
            return
        line_height = QFontMetricsF(painter.font()).height()
        panels = self._panels(rect, line_height)
        names = shown_scores(self._rows)
        if names:
            self._draw_scores(painter, panels[0], colors, names)
        self._draw_loss(painter, panels[-1], colors)
        self._draw_best(painter, panels, colors)
        if self.hovered is not None and self.hovered < len(self._rows):
            self._draw_hovered(painter, panels, rect, colors)

    def _panels(self, rect: QRectF, line_height: float) -> list[Panel]:
        """Return one panel for the scores, if there are any, and one for the loss."""
        x = (0.5, self._n_epochs + 0.5)
        losses = [row.train_loss for row in self._rows if row.train_loss is not None]
        top, left = rect.top() + line_height * 1.8, rect.left() + _LEFT_PX
        width = rect.right() - left - 8
        bottom = rect.bottom() - line_height * 1.2 - 2
        loss_high = ceiling(max(losses, default=1.0))
        if not shown_scores(self._rows):
            return [Panel(QRectF(left, top, width, bottom - top), *x, 0.0, loss_high)]
        gap = line_height * 2.0
        score_height = (bottom - top - gap) * 0.58
        score = Panel(QRectF(left, top, width, score_height), *x, 0.0, self._score_high())
        loss_top = top + score_height + gap
        return [score, Panel(QRectF(left, loss_top, width, bottom - loss_top), *x, 0.0, loss_high)]

    def _score_high(self) -> float:
        """Return where the axis of scores ends; a first model with F1 0.08 is not a flat line at the bottom."""
        names = shown_scores(self._rows)
        return min(1.0, ceiling(max((row.scores.get(name, 0.0) for row in self._rows for name in names), default=1.0)))

    def _draw_scores(self, painter: QPainter, panel: Panel, colors: ChartColors, names: Sequence[str]) -> None:
        ticks = [(value, f"{value:.2g}") for value in nice_ticks(0.0, panel.y_high, 4)]
        draw_axes(painter, panel, colors, x_ticks=[], y_ticks=ticks)
        draw_title(painter, panel, colors, tr("Validation score"))
        legend = []
        for name in reversed(names):  # F1 is drawn last, on top
            text, light, dark, style = _SCORES[name]
            pen = QPen(colors.line(light, dark), 2, style)
            points = [(row.epoch, row.scores[name]) for row in self._rows if name in row.scores]
            _draw_line(painter, panel, pen, points)
            legend.insert(0, (text, pen))
        height = QFontMetricsF(painter.font()).height()
        # Left of the export button, which stands in the corner.
        corner = QPointF(panel.rect.right() - 20, panel.rect.top() - height * 1.65)
        draw_legend(painter, corner, colors, legend)

    def _draw_loss(self, painter: QPainter, panel: Panel, colors: ChartColors) -> None:
        y_ticks = [(value, f"{value:.3g}") for value in nice_ticks(0.0, panel.y_high, 3)]
        n_fitting = max(2, int(panel.rect.width() / 34))
        x_ticks = [(float(epoch), str(epoch)) for epoch in epoch_ticks(self._n_epochs, n_fitting)]
        draw_axes(painter, panel, colors, x_ticks=x_ticks, y_ticks=y_ticks)
        draw_title(painter, panel, colors, tr("Training loss per epoch"))
        points = [(row.epoch, row.train_loss) for row in self._rows if row.train_loss is not None]
        _draw_line(painter, panel, QPen(colors.line(*_LOSS), 2), points)

    def _draw_best(self, painter: QPainter, panels: Sequence[Panel], colors: ChartColors) -> None:
        row = best(self._rows)
        if row is None:
            return
        x = panels[0].x_at(row.epoch)
        painter.setPen(QPen(colors.text, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, panels[0].rect.top()), QPointF(x, panels[-1].rect.bottom()))
        name = next((name for name in shown_scores(self._rows) if name in row.scores), None)
        top = panels[0].rect.top()
        at = panels[0].at(row.epoch, row.scores[name]) if name else QPointF(x, top + 8)
        if name:
            painter.setPen(QPen(colors.text, 1.5))
            painter.setBrush(colors.line(*_SCORES[name][1:3]))
            painter.drawEllipse(at, 4.5, 4.5)
        text = tr("best")
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance(text)
        left = x + 7 if x + 7 + width <= panels[0].rect.right() else x - 7 - width
        is_low = at.y() - top > panels[0].rect.height() / 2
        baseline = at.y() - 8 if is_low else min(at.y() + metrics.ascent() + 7, panels[0].rect.bottom() - 3)
        painter.setPen(colors.text)
        painter.drawText(QPointF(left, baseline), text)

    def _draw_hovered(self, painter: QPainter, panels: Sequence[Panel], rect: QRectF, colors: ChartColors) -> None:
        row = self._rows[self.hovered or 0]
        x = panels[0].x_at(row.epoch)
        painter.setPen(QPen(colors.faint_text, 1))
        painter.drawLine(QPointF(x, panels[0].rect.top()), QPointF(x, panels[-1].rect.bottom()))
        draw_note(painter, QPointF(x, panels[0].rect.top() + 2), rect, colors, row_lines(row))

    def _describe(self) -> None:
        """Tell screen readers what the eyes see."""
        row = best(self._rows)
        if row is None:
            self.setAccessibleName(tr("Graph of the training, empty"))
            return
        text = tr("Graph of {n} epochs, the best is epoch {epoch}", len(self._rows))
        self.setAccessibleName(text.format(n=len(self._rows), epoch=row.epoch))


def row_lines(row: EpochRow) -> list[str]:
    """Return what an epoch brought, one value a line."""
    lines = [tr("Epoch {epoch}").format(epoch=row.epoch)]
    lines += [f"{_SCORES[name][0]} {row.scores[name]:.2f}" for name in shown_scores([row])]
    if row.train_loss is not None:
        lines.append(tr("loss {loss}").format(loss=f"{row.train_loss:.2f}"))
    return lines


def _draw_line(painter: QPainter, panel: Panel, pen: QPen, points: Sequence[tuple[float, float]]) -> None:
    if not points:
        return
    places = [panel.at(x, min(y, panel.y_high)) for x, y in points]
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(places))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    radius = 2.5 if len(places) <= 40 else 0.0  # dots only where they do not merge
    for place in places if radius else ():
        painter.drawEllipse(place, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
