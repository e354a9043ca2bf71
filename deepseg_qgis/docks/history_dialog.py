"""The History window: every run of the project, several side by side, and one of them once more."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path

from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from ..domain.run_record import EVALUATE, PREDICT, TRAIN, KeptRun
from ..engine_client.interpreter import find_engine_python
from ..engine_client.launch import command_text, launch_arguments
from ..engine_client.record_files import kept_runs
from ..i18n import tr
from ..layers.kept_counts import counts_in
from .comparison_table import ComparisonTable
from .history_words import NOTHING, began_text, kind_word, run_tip, state_word, time_text
from .save_dialog import ask_where_to_save
from .wording import area_text, number
from .workbench import Workbench

OBJECT_NAME = "deepseg_history_dialog"
_SIZE_PX = (860, 620)
_COLUMNS = 8
_NUMBERS = range(3, _COLUMNS)


class HistoryDialog(QDialog):
    """`again_wanted` comes with the run whose settings are to be put into the docks."""

    again_wanted = pyqtSignal(object)  # KeptRun

    def __init__(
        self, workbench: Workbench, folder: Path | None, condition: Callable[[], tuple[str, str]], kind: str = ""
    ) -> None:
        """`condition` returns which footprints are counted, for databases and in words."""
        super().__init__(workbench.window)
        self.workbench = workbench
        self._folder = folder
        self._condition = condition
        self._runs: list[KeptRun] = []
        self.setObjectName(OBJECT_NAME)
        self.setWindowTitle(tr("History"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE_PX)
        self._make_widgets()
        self._lay_out()
        self.kind_box.setCurrentIndex(max(self.kind_box.findData(kind), 0))
        self.refresh()
        self.kind_box.currentIndexChanged.connect(lambda *_: self.refresh())
        self.tree.itemSelectionChanged.connect(self._on_picked)
        workbench.run_ended.connect(self._on_run_ended)
        workbench.site_changed.connect(self.close)

    @property
    def picked(self) -> list[KeptRun]:
        """Return the runs that are picked, the oldest first."""
        rows = sorted((self.tree.indexOfTopLevelItem(item) for item in self.tree.selectedItems()), reverse=True)
        return [self._runs[row] for row in rows if 0 <= row < len(self._runs)]

    def refresh(self) -> None:
        """Read the runs anew; those that are picked stay so."""
        names = {run.name for run in self.picked}
        kind = str(self.kind_box.currentData() or "")
        runs = kept_runs(self._folder) if self._folder is not None else []
        condition, _ = self._condition()
        self._runs = [_counted(run, condition) for run in reversed(runs) if kind in ("", run.command)]
        self.tree.blockSignals(True)
        self.tree.clear()
        for run in self._runs:
            item = _row(run)
            self.tree.addTopLevelItem(item)
            item.setSelected(run.name in names)
        if not self.tree.selectedItems() and self._runs:
            self.tree.topLevelItem(0).setSelected(True)
        self.tree.blockSignals(False)
        self._on_picked()

    def _make_widgets(self) -> None:
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.kind_box = QComboBox()
        self.kind_box.setObjectName("history_kind_box")
        self.kind_box.setAccessibleName(tr("Which runs"))
        self.kind_box.addItem(tr("All runs"), "")
        for command in (TRAIN, EVALUATE, PREDICT):
            self.kind_box.addItem(kind_word(command), command)
        self.tree = self._make_tree()
        self.table = ComparisonTable()
        self.again_button = self._button("run_again_button", tr("Again, with other settings…"), self._again)
        self.again_button.setToolTip(tr("Puts its settings into the dock, where you change them and begin."))
        self.copy_button = self._button("copy_command_button", tr("Copy command line"), self._copy)
        self.copy_button.setToolTip(tr("For a terminal, a script or another computer."))
        self.folder_button = self._button("open_run_button", tr("Open its folder"), self._open_folder)
        self.save_button = self._button("save_comparison_button", tr("Save table…"), self._save)
        self.close_button = self._button("close_history_button", tr("Close"), self.close)

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("history_list")
        tree.setAccessibleName(tr("Runs"))
        titles = [tr("Run"), tr("What"), tr("When"), tr("Time"), "F1", "mAP50", tr("Footprints"), tr("Area")]
        tree.setHeaderLabels(titles)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, _COLUMNS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in _NUMBERS:
            tree.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        return tree

    def _button(self, name: str, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda *_: slot())
        return button

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.hint, 1)
        above.addWidget(self.kind_box)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.tree)
        parts.addWidget(self.table)
        parts.setStretchFactor(0, 2)
        parts.setStretchFactor(1, 3)
        below = QHBoxLayout()
        for button in (self.again_button, self.copy_button, self.folder_button, self.save_button):
            below.addWidget(button)
        below.addStretch()
        below.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addLayout(above)
        layout.addWidget(parts, 1)
        layout.addLayout(below)

    def _on_picked(self) -> None:
        picked = self.picked
        self.hint.setText(
            tr("Pick a run to see all of its settings; pick several, with Ctrl, to see them side by side.")
            if self._runs
            else tr("Nothing has been run yet: trainings, evaluations and predictions come here by themselves.")
        )
        self.table.show_runs(picked, self._condition()[1])
        is_one = len(picked) == 1
        self.again_button.setEnabled(is_one)
        self.folder_button.setEnabled(is_one)
        self.copy_button.setEnabled(bool(picked))
        self.save_button.setEnabled(bool(picked))

    def _on_run_ended(self, *_: object) -> None:
        self.refresh()

    def _again(self) -> None:
        for run in self.picked[:1]:
            self.again_wanted.emit(run)

    def _copy(self) -> None:
        QApplication.clipboard().setText("\n".join(command_line_of(run) for run in self.picked))
        n = len(self.picked)
        self.hint.setText(tr("{n} command lines were copied.", n).format(n=n))  # the message bar may lie behind

    def _open_folder(self) -> None:
        for run in self.picked[:1]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(run.folder))

    def _save(self) -> None:
        proposal = str((self._folder or Path()) / "history.csv")
        path = ask_where_to_save(self, tr("Save table"), proposal, tr("Table"), ".csv")
        if path is not None:
            self.save_table(path)

    def save_table(self, path: Path) -> None:
        """Write what is shown below into a file, and say how that went."""
        try:
            path.write_text(self.table.as_csv(), encoding="utf-8")
            text = tr("The table is in {path}.").format(path=path)
        except OSError as err:
            text = tr("{path} cannot be written: {cause}.").format(path=path, cause=err.strerror or err)
        self.hint.setText(text)


def command_line_of(run: KeptRun) -> str:
    """Return the command that does a run again on this computer, as a terminal takes it."""
    words: Sequence[str] = [word for word in run.words if word != "--events"]
    found = find_engine_python()
    return command_text(["deepseg", *words] if found is None else launch_arguments(found.path, words))


def _counted(run: KeptRun, condition: str) -> KeptRun:
    """Return a prediction with what reaches the threshold now: its file holds more, so that it can be moved."""
    found = counts_in(Path(run.footprints), condition) if run.footprints else None
    return run if found is None else dataclasses.replace(run, n_footprints=found[0], areas_m2=found[1])


def _row(run: KeptRun) -> QTreeWidgetItem:
    state = "" if run.state == "done" else f" ({state_word(run.state)})"
    item = QTreeWidgetItem(
        [
            f"{run.name}{state}",
            kind_word(run.command),
            began_text(run),
            time_text(run.seconds),
            *(f"{run.scores[name]:.2f}" if name in run.scores else NOTHING for name in ("f1", "map50")),
            NOTHING if run.n_all is None else number(run.n_all),
            NOTHING if run.area_all_m2 is None else area_text(run.area_all_m2),
        ]
    )
    for column in range(_COLUMNS):
        item.setToolTip(column, run_tip(run))
    for column in _NUMBERS:
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
