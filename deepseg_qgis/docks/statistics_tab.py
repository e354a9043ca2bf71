"""The Statistics tab of the Prediction dock: how many of each category, how large, on how much ground."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QPixmap
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..domain.size_bars import SizeBars
from ..domain.statistics import CategoryCount, total_area_m2
from ..i18n import tr
from .count_chart import DENSITY, GROUND, NUMBER, CountChart
from .size_chart import SizeChart
from .statistics_save import SaveButton
from .wording import THIN_SPACE, area_text, density_text, number

_CATEGORY, _N, _TOTAL, _MEAN = range(4)
SIZES = "sizes"
_M2_PER_HA = 1e4
_MOST_ROWS = 8
_NO_AREA = "–"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StatisticsTab(QWidget):
    """A table with a row per category and one for all, one chart of several, and a button to save them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = QLabel()
        self.sentence.setObjectName("statistics_sentence")
        self.sentence.setWordWrap(True)
        self.tree = self._make_tree()
        self.chart = CountChart()
        self.size_chart = SizeChart()
        self.chart_box = self._make_chart_box()
        self.save_button = SaveButton()
        # Asked only when they are looked at: a raster has to be opened, a file of footprints read once more.
        self._ground_m2: Callable[[], float | None] = lambda: None
        self._bars: Callable[[], SizeBars] = SizeBars
        self._colors: dict[str, str] = {}
        self.choice = QWidget()
        row = QHBoxLayout(self.choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chart_box, 1)
        row.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 6, 2, 2)
        for widget in (self.sentence, self.tree, self.choice, self.chart, self.size_chart):
            layout.addWidget(widget)
        layout.addStretch()
        self.show_counts([], {}, "")

    def set_sources(self, ground_m2: Callable[[], float | None], bars: Callable[[], SizeBars]) -> None:
        """Say where the ground of the images, and the sizes of what is shown, come from."""
        self._ground_m2, self._bars = ground_m2, bars

    def show_counts(self, counts: Sequence[CategoryCount], colors: Mapping[str, str], where: str) -> None:
        """Show the counts of what is seen on the map; `where` names the raster or all of them."""
        n = sum(count.n_footprints for count in counts)
        area = total_area_m2(counts)
        ground_m2 = self._ground_m2() if n else None
        if n:
            text = tr("<b>{n} footprints</b> shown in {where}", n).format(n=_unbroken(number(n)), where=escape(where))
            parts = [] if area is None else [area_text(area)]
            parts += [density_text(n / ground_m2 * _M2_PER_HA)] if ground_m2 else []
            self.sentence.setText(" · ".join([text, *(f"<b>{_unbroken(part)}</b>" for part in parts)]))
        else:
            text = tr("No footprint in {where} reaches the score threshold.").format(where=where)
            self.sentence.setText(text if where else tr("What a prediction finds is counted here."))
        self.tree.clear()
        for count in counts:
            self.tree.addTopLevelItem(_row(count, colors))
        if len(counts) > 1:
            mean = area / n if area is not None and n else None
            self.tree.addTopLevelItem(_row(CategoryCount(tr("all"), "", n, area, mean), {}))
        self._colors = dict(colors)
        self._fit_height()
        self.chart.set_counts(counts, colors)
        for widget in (self.tree, self.choice):
            widget.setVisible(bool(counts))
        self._show_chart()

    def _show_chart(self) -> None:
        """Show the chart that is chosen."""
        kind = self.chart_box.currentData()
        has_counts = self.choice.isVisibleTo(self)
        self.chart.setVisible(has_counts and kind != SIZES)
        self.size_chart.setVisible(has_counts and kind == SIZES)
        if not has_counts:
            return
        if kind == SIZES:
            self.size_chart.set_bars(self._bars(), self._colors)
        else:
            self.chart.set_kind(kind, self._ground_m2() if kind == DENSITY else None)

    def _make_chart_box(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("chart_box")
        box.setAccessibleName(tr("What the chart shows"))
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for title, tip, kind in (
            (tr("Number"), tr("How many footprints each category has."), NUMBER),
            (tr("Ground covered"), tr("How much ground the footprints of each category cover."), GROUND),
            (tr("Density"), tr("How many there are per hectare of the images, whole rectangles."), DENSITY),
            (tr("Sizes"), tr("How many footprints are how large."), SIZES),
        ):
            box.addItem(title, kind)
            box.setItemData(box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        box.currentIndexChanged.connect(lambda *_: self._show_chart())
        return box

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
