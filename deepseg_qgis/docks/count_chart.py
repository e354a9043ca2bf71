"""Bars that compare the categories: how many footprints, how much ground, how many on it; in the categories' colors."""

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
from .wording import area_text, density_text, number

NUMBER, GROUND, DENSITY = "number", "ground", "density"
_M2_PER_HA = 1e4
_MOST_BARS = 10
_NAME_SHARE = 0.34  # of the width, at most


class CountChart(Chart):
    """One bar per category, the longest first; the rest is in the table above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("footprints", parent)
        self.setObjectName("count_chart")
        self.setAccessibleName(tr("Footprints per category"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._all: list[CategoryCount] = []
        self._counts: list[CategoryCount] = []  # those that are drawn
        self._values: list[float] = []
        self._colors: dict[str, str] = {}
        self._kind = NUMBER
        self._ground_m2: float | None = None

    def set_counts(self, counts: Sequence[CategoryCount], colors: Mapping[str, str]) -> None:
        """Show these."""
        self._all, self._colors = list(counts), dict(colors)
        self._arrange()

    def set_kind(self, kind: str, ground_m2: float | None = None) -> None:
        """Say what is compared: the number, the ground that they cover, or how many there are on a hectare."""
        self._kind, self._ground_m2 = kind, ground_m2
        self._arrange()

    def _arrange(self) -> None:
        found = [(count, self._value(count)) for count in self._all]
        shown = sorted([(count, value) for count, value in found if value is not None], key=lambda each: -each[1])
        self._counts, self._values = [count for count, _ in shown], [value for _, value in shown]
        self.updateGeometry()
        self.update()

    def _value(self, count: CategoryCount) -> float | None:
        if self._kind == GROUND:
            return count.total_area_m2
        if self._kind == DENSITY:
            return count.n_footprints / self._ground_m2 * _M2_PER_HA if self._ground_m2 else None
        return float(count.n_footprints)

    def _text(self, value: float) -> str:
        return {NUMBER: number, GROUND: area_text, DENSITY: density_text}[self._kind](value)

    def _why_empty(self) -> str:
        if not self._all:
            return tr("No footprint is shown.")
        if self._kind == DENSITY:
            return tr("It is not known how large the ground of these images is.")
        return tr("It is not known how much ground they cover.")

    def draw(self, painter: QPainter, rect: QRectF, colors: ChartColors) -> None:
        """Draw name, bar and number of each."""
        if not self._counts:
            draw_empty(painter, rect, colors, self._why_empty())
            return
        shown = self._counts[:_MOST_BARS]
        metrics = QFontMetricsF(painter.font())
        names = [count.category or tr("(none)") for count in shown]
        name_width = min(max(map(metrics.horizontalAdvance, names)) + 8, rect.width() * _NAME_SHARE)
        texts = [self._text(value) for value in self._values[:_MOST_BARS]]
        number_width = max(map(metrics.horizontalAdvance, texts)) + 8
        room = max(rect.width() - name_width - number_width - 22, 10)  # the export button has the corner
        height = rect.height() / len(shown)
        most = max(self._values) or 1
        for i, (name, count) in enumerate(zip(names, shown)):
            top = rect.top() + i * height
            painter.setPen(colors.text)
            place = QRectF(rect.left(), top, name_width - 8, height)
            short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, short)
            length = max(room * self._values[i] / most, 2)
            bar = QRectF(rect.left() + name_width, top + 0.15 * height, length, 0.7 * height)
            painter.fillRect(bar, QColor(self._colors.get(count.category, "#999999")))
            place = QRectF(bar.right() + 5, top, number_width, height)
            alignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, alignment, texts[i])

    def point_positions(self, rect: QRectF) -> Sequence[float]:
        """Return nothing: every bar has its number beside it."""
        return []

    def table_csv(self) -> str:
        """Return the counts and areas."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        has_ground = [self._ground_m2] if self._kind == DENSITY and self._ground_m2 else []
        writer.writerow(
            ["category", "n_footprints", "total_area_m2", "mean_area_m2", *(["n_per_ha"] if has_ground else [])]
        )
        for count in self._counts:
            areas = (count.total_area_m2, count.mean_area_m2)
            densities = [f"{count.n_footprints / ground * _M2_PER_HA:.6g}" for ground in has_ground]
            values = ["" if a is None else f"{a:.3f}" for a in areas]
            writer.writerow([count.category, count.n_footprints, *values, *densities])
        return text.getvalue()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Return a height that grows with the bars."""
        n = min(max(len(self._counts), 2), _MOST_BARS)
        return QSize(340, n * (self.fontMetrics().height() + 8) + 14)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Return the least width."""
        return QSize(220, self.sizeHint().height())
