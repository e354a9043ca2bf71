"""What was missed and what is false, one by one; picking a row shows it on the map."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPixmap
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ..domain.misses import MISSED, Miss
from ..i18n import tr
from .wording import percent

MOST_ROWS = 500  # nobody steps through more, and each costs time
_COLORS = {"FN": "#e69f00", "FP": "#d62f2f"}  # as in the layer
_N_ROWS_SHOWN = 7


class MissesTable(QTreeWidget):
    """Missed labels first, then false footprints by their score."""

    zoom_wanted = pyqtSignal(object)  # Miss

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("misses_table")
        self.setAccessibleName(tr("Misses"))
        self.setHeaderLabels([tr("What"), tr("Category"), tr("Score"), "IoU"])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in (0, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.headerItem().setToolTip(2, f"<p>{tr('How sure the model is.')}</p>")
        self.headerItem().setToolTip(
            3, f"<p>{tr('How much of both outlines is shared with the best counterpart; 50 % makes a match.')}</p>"
        )
        self._misses: list[Miss] = []
        self.currentItemChanged.connect(lambda *_: self._zoom())
        self.itemClicked.connect(lambda *_: self._zoom())  # again, to come back to the place

    def set_misses(self, misses: Sequence[Miss]) -> None:
        """Show these, at most `MOST_ROWS`; none is picked, so that the map stays."""
        self._misses = list(misses)[:MOST_ROWS]
        self.blockSignals(True)
        self.clear()
        self.addTopLevelItems([_row(miss) for miss in self._misses])
        self.setCurrentItem(None)
        self.blockSignals(False)
        row = max(self.sizeHintForRow(0), 16)
        n = min(max(len(self._misses), 1), _N_ROWS_SHOWN)
        self.setFixedHeight(self.header().sizeHint().height() + n * row + 2 * self.frameWidth() + 2)

    @property
    def current(self) -> Miss | None:
        """Return the miss that is picked."""
        index = self.indexOfTopLevelItem(self.currentItem()) if self.currentItem() is not None else -1
        return self._misses[index] if 0 <= index < len(self._misses) else None

    def _zoom(self) -> None:
        if self.current is not None:
            self.zoom_wanted.emit(self.current)


def _meaning(miss: Miss) -> str:
    if miss.match != MISSED:
        return tr("A footprint where there is no label.")
    if miss.score is None:
        return tr("A label that the model did not find.")
    return tr("A label that the model found, but with a lower score than the score threshold.")


def _row(miss: Miss) -> QTreeWidgetItem:
    is_missed = miss.match == MISSED
    item = QTreeWidgetItem(
        [
            tr("missed") if is_missed else tr("false"),
            miss.category,
            "" if miss.score is None else percent(miss.score),
            "" if miss.iou is None else percent(miss.iou),
        ]
    )
    swatch = QPixmap(10, 10)
    swatch.fill(QColor(_COLORS[miss.match]))
    item.setData(0, Qt.ItemDataRole.DecorationRole, swatch)
    for column in (2, 3):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    tip = _meaning(miss)
    for column in range(4):
        item.setToolTip(column, tip)
    return item
