"""The Statistics tab of the Prediction dock: how many of each category, and how much ground they cover."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QPixmap
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..domain.statistics import CategoryCount, total_area_m2
from ..i18n import tr
from .count_chart import CountChart
from .wording import THIN_SPACE, area_text, number

_CATEGORY, _N, _TOTAL, _MEAN = range(4)
_MOST_ROWS = 8
_NO_AREA = "–"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StatisticsTab(QWidget):
    """A table with a row per category and one for all, and bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = QLabel()
        self.sentence.setObjectName("statistics_sentence")
        self.sentence.setWordWrap(True)
        self.tree = self._make_tree()
        self.chart = CountChart()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 6, 2, 2)
        for widget in (self.sentence, self.tree, self.chart):
            layout.addWidget(widget)
        layout.addStretch()
        self.show_counts([], {}, "")

    def show_counts(self, counts: Sequence[CategoryCount], colors: Mapping[str, str], where: str) -> None:
        """Show the counts of what is seen on the map; `where` names the raster or all of them."""
        n = sum(count.n_footprints for count in counts)
        area = total_area_m2(counts)
        if n:
            text = tr("<b>{n} footprints</b> shown in {where}", n).format(n=_unbroken(number(n)), where=escape(where))
            self.sentence.setText(text if area is None else f"{text} · <b>{_unbroken(area_text(area))}</b>")
        else:
            text = tr("No footprint in {where} reaches the score threshold.").format(where=where)
            self.sentence.setText(text if where else tr("What a prediction finds is counted here."))
        self.tree.clear()
        for count in counts:
            self.tree.addTopLevelItem(_row(count, colors))
        if len(counts) > 1:
            mean = area / n if area is not None and n else None
            self.tree.addTopLevelItem(_row(CategoryCount(tr("all"), "", n, area, mean), {}))
        for widget in (self.tree, self.chart):
            widget.setVisible(bool(counts))
        self._fit_height()
        self.chart.set_counts(counts, colors)

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("statistics_table")
        tree.setAccessibleName(tr("Footprints per category"))
        tree.setHeaderLabels([tr("Category"), tr("Number"), tr("Total"), tr("Mean")])
        tree.headerItem().setToolTip(_TOTAL, tr("The ground that all of them cover."))
        tree.headerItem().setToolTip(_MEAN, tr("The ground that one of them covers, on average."))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(_CATEGORY, QHeaderView.ResizeMode.Stretch)
        for column in (_N, _TOTAL, _MEAN):
            tree.headerItem().setTextAlignment(column, _RIGHT)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return tree

    def _fit_height(self) -> None:
        n = min(max(self.tree.topLevelItemCount(), 1), _MOST_ROWS)
        row = max(self.tree.sizeHintForRow(0), 16)
        self.tree.setFixedHeight(self.tree.header().sizeHint().height() + n * row + 2 * self.tree.frameWidth() + 2)


def _row(count: CategoryCount, colors: Mapping[str, str]) -> QTreeWidgetItem:
    areas = (count.total_area_m2, count.mean_area_m2)
    texts = [_NO_AREA if area is None else area_text(area) for area in areas]
    item = QTreeWidgetItem([count.category or tr("(none)"), number(count.n_footprints), *texts])
    for column in (_N, _TOTAL, _MEAN):
        item.setTextAlignment(column, _RIGHT)
    if count.category in colors:
        swatch = QPixmap(12, 12)
        swatch.fill(QColor(colors[count.category]))
        item.setData(_CATEGORY, Qt.ItemDataRole.DecorationRole, swatch)
    item.setToolTip(_CATEGORY, count.category)
    return item


def _unbroken(text: str) -> str:
    """Return a text that rich text does not break; it breaks at the thin space."""
    return text.replace(THIN_SPACE, "&nbsp;").replace(" ", "&nbsp;")
