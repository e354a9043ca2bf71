"""Bars that show how many footprints are how large, the categories one on the other."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import QPointF, QRectF, QSize
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter
from qgis.PyQt.QtWidgets import QWidget

from ..domain.size_bars import SizeBars
from ..domain.ticks import nice_ticks
from ..i18n import tr
from ..layers.style import NO_CATEGORY_COLOR
from .chart import Chart, ChartColors, Panel, draw_axes, draw_empty, draw_note, draw_title
from .wording import number

_MOST_TICKS = 6


class SizeChart(Chart):
    """A bar per step of size; the one under the mouse tells its numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("footprint-sizes", parent)
        self.setObjectName("size_chart")
        self.setAccessibleName(tr("How many footprints are how large"))
        self._bars = SizeBars()
        self._colors: dict[str, str] = {}

    def set_bars(self, bars: SizeBars, colors: Mapping[str, str]) -> None:
        """Show these."""
        self._bars, self._colors = bars, dict(colors)
        self.hovered = None
        self.update()

    @property
    def bars(self) -> SizeBars:
        """Return what is shown."""
        return self._bars

    def draw(self, painter: QPainter, rect: QRectF, colors: ChartColors) -> None:
        """Draw axes and bars."""
        totals = self._bars.totals
        if not totals:
            draw_empty(painter, rect, colors, tr("The size of no footprint that is shown is known."))
            return
        panel = self._panel(rect, painter)
        step = max(1, -(-len(self._bars.edges_m2) // _MOST_TICKS))
        x_ticks = [(i, _edge_text(edge)) for i, edge in enumerate(self._bars.edges_m2) if i % step == 0]
        y_ticks = [(tick, number(tick)) for tick in nice_ticks(0, max(totals), 4) if tick == int(tick)]
        draw_axes(painter, panel, colors, x_ticks=x_ticks, y_ticks=y_ticks)
        draw_title(painter, panel, colors, tr("Number by size in m²"))
        for i in range(len(totals)):
            self._draw_bar(painter, panel, i)
        if self.hovered is not None and self.hovered < len(totals):
            self._draw_note(painter, panel, colors, self.hovered)

    def point_positions(self, rect: QRectF) -> Sequence[float]:
        """Return the middle of each bar."""
        panel = self._panel(rect, None)
        return [panel.x_at(i + 0.5) for i in range(len(self._bars.totals))]

    def table_csv(self) -> str:
        """Return a row per category and bar."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["category", "from_m2", "to_m2", "n_footprints"])
        edges = self._bars.edges_m2
        for category, counts in self._bars.counts.items():
            for begin, end, n in zip(edges, edges[1:], counts):
                writer.writerow([category, f"{begin:g}", f"{end:g}", n])
        return text.getvalue()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Return the size it likes."""
        return QSize(340, 190)

    def _panel(self, rect: QRectF, painter: QPainter | None) -> Panel:
        metrics = QFontMetricsF(painter.font() if painter is not None else self._small_font())
        most = max(self._bars.totals, default=1)
        left = max(metrics.horizontalAdvance(number(most)) + 12, 30)
        place = rect.adjusted(left, 1.9 * metrics.height(), -16, -1.5 * metrics.height())
        return Panel(place, 0, max(len(self._bars.totals), 1), 0, most)

    def _draw_bar(self, painter: QPainter, panel: Panel, place: int) -> None:
        below = 0
        for category, counts in self._bars.counts.items():
            top, bottom = panel.at(place, below + counts[place]), panel.at(place + 1, below)
            bar = QRectF(QPointF(top.x() + 1, top.y()), QPointF(bottom.x() - 1, bottom.y()))
            painter.fillRect(bar, QColor(self._colors.get(category, NO_CATEGORY_COLOR)))
            below += counts[place]

    def _draw_note(self, painter: QPainter, panel: Panel, colors: ChartColors, place: int) -> None:
        edges = self._bars.edges_m2
        lines = [tr("{begin} to {end} m²").format(begin=_edge_text(edges[place]), end=_edge_text(edges[place + 1]))]
        shown = [(name, counts[place]) for name, counts in self._bars.counts.items() if counts[place]]
        lines += [f"{name or tr('(none)')}: {number(n)}" for name, n in shown[:6]]
        draw_note(painter, panel.at(place + 0.5, self._bars.totals[place]), panel.rect, colors, lines)


def _edge_text(edge: float) -> str:
    return number(edge, 0 if edge == int(edge) else 1 if edge >= 1 else 2)
