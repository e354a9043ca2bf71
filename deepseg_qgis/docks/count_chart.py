"""Bars that compare how many footprints each category has, in the categories' colors."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..domain.statistics import CategoryCount
from ..i18n import tr
from .chart import Chart, ChartColors, draw_empty
from .wording import number

_MOST_BARS = 10
_NAME_SHARE = 0.34  # of the width, at most


class CountChart(Chart):
    """One bar per category, the longest first; the rest is in the table above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("footprints", parent)
        self.setObjectName("count_chart")
        self.setAccessibleName(tr("Footprints per category"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._counts: list[CategoryCount] = []
        self._colors: dict[str, str] = {}

    def set_counts(self, counts: Sequence[CategoryCount], colors: Mapping[str, str]) -> None:
        """Show these."""
        self._counts = sorted(counts, key=lambda count: -count.n_footprints)
        self._colors = dict(colors)
        self.updateGeometry()
        self.update()

    def draw(self, painter: QPainter, rect: QRectF, colors: ChartColors) -> None:
        """Draw name, bar and number of each."""
        if not self._counts:
            draw_empty(painter, rect, colors, tr("No footprint is shown."))
            return
        shown = self._counts[:_MOST_BARS]
        metrics = QFontMetricsF(painter.font())
        names = [count.category or tr("(none)") for count in shown]
        name_width = min(max(map(metrics.horizontalAdvance, names)) + 8, rect.width() * _NAME_SHARE)
        number_width = max(metrics.horizontalAdvance(number(count.n_footprints)) for count in shown) + 8
        room = max(rect.width() - name_width - number_width - 22, 10)  # the export button has the corner
        height = rect.height() / len(shown)
        most = max(count.n_footprints for count in shown) or 1
        for i, (name, count) in enumerate(zip(names, shown)):  # noqa: B905  (made of each other)
            top = rect.top() + i * height
            painter.setPen(colors.text)
            place = QRectF(rect.left(), top, name_width - 8, height)
            short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, short)
            length = max(room * count.n_footprints / most, 2)
            bar = QRectF(rect.left() + name_width, top + 0.15 * height, length, 0.7 * height)
            painter.fillRect(bar, QColor(self._colors.get(count.category, "#999999")))
            place = QRectF(bar.right() + 5, top, number_width, height)
            alignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, alignment, number(count.n_footprints))

    def point_positions(self, rect: QRectF) -> Sequence[float]:
        """Return nothing: every bar has its number beside it."""
        return []

    def table_csv(self) -> str:
        """Return the counts and areas."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["category", "n_footprints", "total_area_m2", "mean_area_m2"])
        for count in self._counts:
            areas = (count.total_area_m2, count.mean_area_m2)
            writer.writerow([count.category, count.n_footprints, *("" if a is None else f"{a:.3f}" for a in areas)])
        return text.getvalue()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Return a height that grows with the bars."""
        n = min(max(len(self._counts), 2), _MOST_BARS)
        return QSize(340, n * (self.fontMetrics().height() + 8) + 14)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Return the least width."""
        return QSize(220, self.sizeHint().height())
