"""The Misses tab of the Evaluation dock: step through what was missed and what is false, and see it on the map."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..domain.misses import MISSED, Miss
from ..i18n import tr
from .misses_table import MOST_ROWS, MissesTable
from .wording import number


class MissesView(QWidget):
    """A sentence, the table, and buttons to step through it."""

    zoom_wanted = pyqtSignal(object)  # Miss
    layer_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = QLabel()
        self.sentence.setObjectName("misses_sentence")
        self.sentence.setWordWrap(True)
        self.legend = QLabel()
        self.legend.setWordWrap(True)
        self.table = MissesTable()
        self.table.zoom_wanted.connect(self.zoom_wanted)
        self.layer_button = QPushButton(tr("Show on the map"))
        self.layer_button.setObjectName("show_misses_button")
        self.layer_button.setToolTip(tr("Show what is right, false and missed as a layer."))
        self.layer_button.clicked.connect(lambda: self.layer_wanted.emit())
        self.back_button = QPushButton(tr("◀ Previous"))
        self.next_button = QPushButton(tr("Next ▶"))
        self.back_button.setObjectName("previous_miss_button")
        self.next_button.setObjectName("next_miss_button")
        self.back_button.clicked.connect(lambda: self._step(-1))
        self.next_button.clicked.connect(lambda: self._step(1))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 6, 2, 2)
        for widget in (self.sentence, self.table, self.legend):
            layout.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        layout.addLayout(row)
        layout.addWidget(self.layer_button)
        layout.addStretch()

    def show_misses(self, misses: Sequence[Miss]) -> None:
        """Show what was missed and what is false."""
        n_missed = sum(miss.match == MISSED for miss in misses)
        n_false = len(misses) - n_missed
        if misses:
            text = tr("{missed} missed, {false} false. Pick one to see it on the map.")
            self.sentence.setText(text.format(missed=number(n_missed), false=number(n_false)))
        else:
            self.sentence.setText(tr("Nothing was missed, and nothing is false."))
        if len(misses) > MOST_ROWS:
            more = tr("The first {n} are listed; the layer holds all.").format(n=number(MOST_ROWS))
            self.sentence.setText(f"{self.sentence.text()} {more}")
        self.legend.setText(
            "<span style='color:#009e73'>■</span> {right} · <span style='color:#d62f2f'>■</span> {false} · "
            "<span style='color:#e69f00'>■</span> {missed}".format(
                right=tr("right"), false=tr("false"), missed=tr("missed")
            )
        )
        self.table.set_misses(misses)
        for widget in (self.table, self.back_button, self.next_button):
            widget.setVisible(bool(misses))

    def _step(self, step: int) -> None:
        n = self.table.topLevelItemCount()
        if not n:
            return
        current = self.table.currentItem()
        index = self.table.indexOfTopLevelItem(current) + step if current is not None else (0 if step > 0 else n - 1)
        self.table.setCurrentItem(self.table.topLevelItem(min(max(index, 0), n - 1)))
