"""The trainings of the past: their scores, and what can be done with each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from qgis.PyQt.QtCore import QLocale, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..domain.runs import EMPTY, STOPPED, PastRun
from ..i18n import tr

_NAME, _F1, _MAP50, _WHEN = range(4)
_N_ROWS_SHOWN = 5


class RunList(QWidget):
    """A table of runs, the latest first, with the actions of the one that is picked."""

    picked = pyqtSignal(object)  # PastRun, or None
    use_wanted = pyqtSignal(object)  # PastRun
    start_from_wanted = pyqtSignal(object)
    resume_wanted = pyqtSignal(object)
    delete_wanted = pyqtSignal(object)
    open_folder_wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: list[PastRun] = []
        self._model_in_use = ""
        self._is_busy = False
        self._empty = QLabel(tr("No training yet."))
        self._empty.setWordWrap(True)
        self.tree = self._make_tree()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty)
        layout.addWidget(self.tree)
        self._buttons = QWidget()
        layout.addWidget(self._buttons)
        self._make_buttons()
        self.set_runs([], "")

    @property
    def current(self) -> PastRun | None:
        """Return the run that is picked."""
        item = self.tree.currentItem()
        index = self.tree.indexOfTopLevelItem(item) if item is not None else -1
        return self._runs[index] if 0 <= index < len(self._runs) else None

    def set_runs(self, runs: Sequence[PastRun], model_in_use: str, *, pick: str | None = None) -> None:
        """Show these runs; the one named stays or becomes picked, else the one that was."""
        was = self.current
        name = pick or (was.name if was is not None else None)
        self._runs, self._model_in_use = list(runs), model_in_use
        self.tree.blockSignals(True)
        self.tree.clear()
        for run in self._runs:
            self.tree.addTopLevelItem(self._row(run))
        names = [run.name for run in self._runs]
        if self._runs:
            self.tree.setCurrentItem(self.tree.topLevelItem(names.index(name) if name in names else 0))
        self.tree.blockSignals(False)
        self._fit_height()
        for widget in (self.tree, self._buttons):
            widget.setVisible(bool(self._runs))
        self._show_empty()
        self._on_picked()

    def set_busy(self, is_busy: bool) -> None:
        """Offer nothing that would disturb a run that is going."""
        self._is_busy = is_busy
        self._show_empty()
        self._offer()

    def _show_empty(self) -> None:
        self._empty.setVisible(not self._runs and not self._is_busy)  # the first one may be at work just now

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("run_list")
        tree.setAccessibleName(tr("Past trainings"))
        tree.setHeaderLabels([tr("Run"), "F1", "mAP50", tr("When")])
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = tree.header()
        for column in (_F1, _MAP50):
            tree.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column in (_F1, _MAP50, _WHEN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(
            lambda place: self._menu.exec(self.tree.viewport().mapToGlobal(place)) if self.current else None
        )
        tree.currentItemChanged.connect(lambda *_: self._on_picked())
        return tree

    def _make_buttons(self) -> None:
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        self.use_button = QPushButton(tr("Use this model"))
        self.use_button.setObjectName("use_model_button")
        self.resume_button = QPushButton(tr("RESUME"))
        self.resume_button.setObjectName("resume_button")
        self.compare_button = QPushButton(tr("Compare…"))
        self.compare_button.setObjectName("compare_runs_button")
        self.compare_button.setToolTip(tr("All runs side by side: settings, scores and times."))
        more = QToolButton()
        more.setObjectName("run_menu_button")
        more.setText("⋮")
        more.setToolTip(tr("More to do with this run"))
        more.setAccessibleName(more.toolTip())
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._menu = QMenu(self)
        self._start_from = self._menu.addAction(tr("Train again from this model"))
        self._open_folder = self._menu.addAction(tr("Open its folder"))
        self._menu.addSeparator()
        self._delete = self._menu.addAction(tr("Delete…"))
        more.setMenu(self._menu)
        row.addWidget(self.use_button)
        row.addWidget(self.resume_button)
        row.addStretch()
        row.addWidget(self.compare_button)
        row.addWidget(more)
        for source, signal in (
            (self.use_button.clicked, self.use_wanted),
            (self.resume_button.clicked, self.resume_wanted),
            (self._start_from.triggered, self.start_from_wanted),
            (self._open_folder.triggered, self.open_folder_wanted),
            (self._delete.triggered, self.delete_wanted),
        ):
            source.connect(lambda *_, signal=signal: self._tell(signal))

    def _tell(self, signal: pyqtSignal) -> None:
        if self.current is not None:
            signal.emit(self.current)

    def _row(self, run: PastRun) -> QTreeWidgetItem:
        scores = run.best.scores if run.best is not None else {}
        is_used = bool(self._model_in_use) and run.model == self._model_in_use
        item = QTreeWidgetItem(
            [
                f"✓ {run.name}" if is_used else run.name,
                _score(scores, "f1"),
                _score(scores, "map50"),
                when_text(run.when),
            ]
        )
        for column in (_F1, _MAP50):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        tip = "\n".join(run_sentences(run, is_used=is_used))
        for column in range(self.tree.columnCount()):
            item.setToolTip(column, tip)
        return item

    def _fit_height(self) -> None:
        n = min(max(len(self._runs), 1), _N_ROWS_SHOWN)
        row = self.tree.sizeHintForRow(0) if self._runs else 20
        self.tree.setFixedHeight(self.tree.header().sizeHint().height() + n * max(row, 16) + 2 * self.tree.frameWidth())

    def _on_picked(self) -> None:
        self._offer()
        self.picked.emit(self.current)

    def _offer(self) -> None:
        run = self.current
        has_model = run is not None and run.has_model
        is_used = has_model and run.model == self._model_in_use
        self.use_button.setEnabled(has_model and not is_used)
        self.use_button.setToolTip(
            tr("Evaluation and Prediction use this model already.")
            if is_used
            else tr("Evaluate and predict with this model.")
            if has_model
            else tr("This run has no model: it ended before its first epoch was done.")
        )
        can_resume = run is not None and run.state == STOPPED
        self.resume_button.setVisible(can_resume)
        self.resume_button.setEnabled(can_resume and not self._is_busy)
        if can_resume:
            text = tr("Go on after epoch {done} of {n}, with the labels as they were when it began.")
            self.resume_button.setToolTip(text.format(done=run.rows[-1].epoch, n=run.n_epochs))
        self._start_from.setEnabled(has_model)
        self._delete.setEnabled(run is not None and not self._is_busy)


def run_sentences(run: PastRun, *, is_used: bool = False) -> list[str]:
    """Return what there is to know of a run, a sentence each."""
    lines = [run.name]
    if run.state == EMPTY:
        lines.append(tr("Ended before its first epoch was done."))
    elif run.state == STOPPED:
        lines.append(tr("Stopped after epoch {done} of {n}.").format(done=run.rows[-1].epoch, n=run.n_epochs))
    elif run.rows:
        n = run.rows[-1].epoch
        lines.append(tr("Epochs: {n}.", n).format(n=n))
    if run.best is not None:
        lines.append(tr("The model is that of epoch {epoch}, the best.").format(epoch=run.best.epoch))
    if is_used:
        lines.append(tr("In use by Evaluation and Prediction."))
    return lines


def when_text(when: float) -> str:
    """Return a point in time as people say it: the hour today, the day this year, else the month."""
    if not when:
        return ""
    moment = datetime.fromtimestamp(when)
    if moment.date() == date.today():
        return moment.strftime("%H:%M")
    is_this_year = moment.year == date.today().year
    return QLocale().toString(moment.date(), tr("d MMM") if is_this_year else tr("MMM yyyy"))


def _score(scores: dict[str, float], name: str) -> str:
    return f"{scores[name]:.2f}" if name in scores else "–"
