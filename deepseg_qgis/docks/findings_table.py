"""The findings of the label check: each leads to its place and offers its repair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from .wording import number

KIND, FINDING = range(2)
_FEWEST_ROWS, _MOST_ROWS = 2, 8


@dataclass(frozen=True)
class FindingRow:
    """One finding as it is shown; `finding` is what it came from."""

    kind: str
    kind_text: str
    message: str
    repair_text: str = ""  # empty: only a person can decide what to do
    finding: Any = None

    @property
    def can_be_repaired(self) -> bool:
        """Whether DeepSeg knows a repair."""
        return bool(self.repair_text)


class FindingsTable(QWidget):
    """A table of findings with "Repair" and "Repair all of this kind"."""

    zoom_wanted = pyqtSignal(object)  # FindingRow
    repair_wanted = pyqtSignal(list)  # FindingRows

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FindingRow] = []
        self.summary = QLabel()
        self.summary.setObjectName("findings_summary")
        self.summary.setWordWrap(True)
        self.tree = self._make_tree()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.summary)
        layout.addWidget(self.tree)
        self.message = QLabel()
        self.message.setObjectName("finding_message")
        self.message.setWordWrap(True)
        layout.addWidget(self.message)
        layout.addLayout(self._make_buttons())
        self.forget(tr("Not checked yet."))

    def forget(self, sentence: str) -> None:
        """Show no findings but a sentence that says why."""
        self._rows = []
        self.tree.clear()
        self.summary.setText(sentence)
        self._show_current()

    def set_rows(self, rows: Sequence[FindingRow]) -> None:
        """Show the findings of a check."""
        self.forget("")
        self._rows = list(rows)
        for row in self._rows:
            item = QTreeWidgetItem([row.kind_text, row.message])
            item.setToolTip(KIND, row.message)
            item.setToolTip(FINDING, row.message)
            self.tree.addTopLevelItem(item)
        self.summary.setText(_summary(self._rows))
        self._fit_height()
        self._show_current()

    def remove(self, rows: Sequence[FindingRow]) -> None:
        """Take repaired findings out of the table."""
        left = [row for row in self._rows if row not in rows]
        self.set_rows(left)
        if left:
            self.tree.setCurrentItem(self.tree.topLevelItem(0))

    def rows(self) -> list[FindingRow]:
        """The findings that are shown."""
        return list(self._rows)

    def current(self) -> FindingRow | None:
        """The picked finding."""
        index = self.tree.indexOfTopLevelItem(self.tree.currentItem()) if self.tree.currentItem() else -1
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def same_kind(self) -> list[FindingRow]:
        """All findings of the picked one's kind that can be repaired."""
        picked = self.current()
        return [row for row in self._rows if picked and row.kind == picked.kind and row.can_be_repaired]

    # How it is built

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("findings_table")
        tree.setAccessibleName(tr("Findings"))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAlternatingRowColors(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setHeaderLabels([tr("Kind"), tr("Finding")])
        tree.header().setSectionResizeMode(KIND, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setStretchLastSection(True)
        tree.currentItemChanged.connect(self._on_current)
        tree.itemActivated.connect(self._zoom)
        tree.itemClicked.connect(self._zoom)
        return tree

    def _make_buttons(self) -> QHBoxLayout:
        self.repair_button = QPushButton(tr("Repair"))
        self.repair_button.setObjectName("repair_button")
        self.repair_button.clicked.connect(self._repair)
        self.repair_all_button = QPushButton()
        self.repair_all_button.setObjectName("repair_all_button")
        self.repair_all_button.clicked.connect(self._repair_all)
        row = QHBoxLayout()
        for button in (self.repair_button, self.repair_all_button):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        return row

    def _fit_height(self) -> None:
        rows = min(max(len(self._rows), _FEWEST_ROWS), _MOST_ROWS)
        row_px = max(self.tree.sizeHintForRow(0), self.fontMetrics().height() + 4)
        header_px = self.tree.header().sizeHint().height()
        self.tree.setFixedHeight(header_px + rows * row_px + 2 * self.tree.frameWidth() + 2)

    # What a person does

    def _on_current(self, *_: Any) -> None:
        self._show_current()
        self._zoom()

    def _show_current(self) -> None:
        picked, alike = self.current(), self.same_kind()
        has_rows = bool(self._rows)
        for widget in (self.tree, self.repair_button, self.repair_all_button):
            widget.setVisible(has_rows)
        self.message.setVisible(has_rows)
        self.repair_button.setEnabled(picked is not None and picked.can_be_repaired)
        self.repair_all_button.setEnabled(len(alike) > 1)
        n_alike = number(len(alike)) if len(alike) > 1 else ""
        self.repair_all_button.setText(tr("Repair all {n} alike").format(n=n_alike).replace("  ", " "))
        self.message.setText(_what_to_do(picked))
        tip = _sentence(picked.repair_text) if picked is not None and picked.can_be_repaired else self.message.text()
        self.repair_button.setToolTip(tip)
        self.repair_all_button.setToolTip(tr("Repair all findings of this kind. {tip}").format(tip=tip))

    def _zoom(self, *_: Any) -> None:
        picked = self.current()
        if picked is not None:
            self.zoom_wanted.emit(picked)

    def _repair(self) -> None:
        picked = self.current()
        if picked is not None:
            self.repair_wanted.emit([picked])

    def _repair_all(self) -> None:
        self.repair_wanted.emit(self.same_kind())


def _summary(rows: Sequence[FindingRow]) -> str:
    if not rows:
        return tr("Everything is in order: nothing was found.")
    n = sum(1 for row in rows if row.can_be_repaired)
    found = tr("1 finding.") if len(rows) == 1 else tr("{n} findings.").format(n=number(len(rows)))
    if n == len(rows):
        return found + " " + tr("DeepSeg can repair it all; every repair can be undone.")
    if not n:
        return found + " " + tr("You decide what to do: pick one to see its place.")
    return found + " " + tr("DeepSeg can repair {n} of them; every repair can be undone.").format(n=number(n))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


def _what_to_do(picked: FindingRow | None) -> str:
    if picked is None:
        return tr("Pick a finding to see its place on the map.")
    if picked.can_be_repaired:
        return tr("{message} Repair: {repair}.").format(message=picked.message, repair=picked.repair_text)
    return picked.message
