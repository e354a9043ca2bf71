"""Runs side by side: settings that differ, scores, footprints and areas, one column a run."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from itertools import groupby

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ..domain.run_record import ComparedRow, KeptRun, compared
from ..i18n import tr
from .history_words import group_title, row_title, value_text

_NAME = 0


class ComparisonTable(QTreeWidget):
    """A line per setting, score and category; the best score of each line is bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison_table")
        self.setAccessibleName(tr("Runs side by side"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._runs: list[KeptRun] = []
        self._rows: list[ComparedRow] = []
        self.show_runs([], "")

    def show_runs(self, runs: Sequence[KeptRun], threshold: str) -> None:
        """Show these; `threshold` says in words which footprints are counted."""
        self._runs, self._rows = list(runs), compared(runs)
        self.clear()
        self.setColumnCount(max(len(runs) + 1, 1))
        self.setHeaderLabels(["", *(run.name for run in runs)])
        header = self.header()
        header.setStretchLastSection(len(runs) < 2)
        for column in range(self.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            self.headerItem().setTextAlignment(column, _beside(column))
        for group, rows in groupby(self._rows, key=lambda row: row.group):
            self._add_title(group_title(group, is_one=len(runs) == 1, threshold=threshold))
            for row in rows:
                self.addTopLevelItem(_item(row))

    def as_csv(self) -> str:
        """Return what is shown as a table for spreadsheets, numbers as they are."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["group", "name", *(run.name for run in self._runs)])
        for name in ("command", "state", "started", "seconds"):
            writer.writerow(["run", name, *(getattr(run, name) for run in self._runs)])
        for row in self._rows:
            writer.writerow([row.group, row.name, *("" if value is None else value for value in row.values)])
        return text.getvalue()

    def _add_title(self, text: str) -> None:
        item = QTreeWidgetItem([text])
        font = item.font(_NAME)
        font.setBold(True)
        item.setFont(_NAME, font)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.addTopLevelItem(item)
        item.setFirstColumnSpanned(True)


def _item(row: ComparedRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem([f"    {row_title(row)}", *(value_text(row, value) for value in row.values)])
    for column, value in enumerate(row.values, start=1):
        item.setTextAlignment(column, _beside(column) | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(column, "" if value is None else str(value))
    if row.best is not None:
        font = item.font(row.best + 1)
        font.setBold(True)
        item.setFont(row.best + 1, font)
    return item


def _beside(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if column == _NAME else Qt.AlignmentFlag.AlignRight
