"""The Training dock: from labels to a model, one button, and a graph that shows how it is getting on."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from qgis.core import Qgis
from qgis.PyQt.QtCore import QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..domain import work_state
from ..domain.history import EpochRow, row_of_event, with_row
from ..domain.roles import TRAIN
from ..domain.runs import PastRun, next_run_name
from ..domain.work_state import WorkState
from ..engine_client.events import Event
from ..engine_client.run_files import (
    RunPlace,
    delete_run,
    discard_unborn,
    make_folder,
    past_runs,
    read_history,
    read_run,
    size_of,
    taken_names,
    write_request,
)
from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.matches_layer import remove_matches
from ..layers.project_memory import recall, remember
from ..layers.training_data import label_counts, n_outside_areas, rasters_for, training_data
from ..layers.unsaved import count_unsaved
from .dock import Dock
from .fold import Fold
from .history_graph import HistoryGraph
from .info_mark import InfoMark
from .run_algorithm import RunResult
from .run_list import RunList
from .run_log import RunLog
from .training_form import TrainingForm
from .training_words import (
    data_reason,
    delete_question,
    done_text,
    epoch_text,
    failed_text,
    notes_text,
    score_explanation,
    stopped_text,
    time_text,
    used_text,
)
from .wording import size_text, time_left
from .workbench import Workbench

ALGORITHM = "deepseg:train"
_EPOCHS = 20
_REFRESH_MS = 150  # labels change one by one while a person draws; counting them all each time is felt


class TrainingDock(Dock):
    """Trains on the labels of the site, shows every epoch, and keeps the list of what was trained."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench, "training", tr("Training"))
        self._place: RunPlace | None = None  # of the run that is going
        self._rows: list[EpochRow] = []
        self._n_epochs: int | None = None
        self._runs: list[PastRun] = []
        self._refresh_soon = QTimer(self)
        self._refresh_soon.setSingleShot(True)
        self._refresh_soon.setInterval(_REFRESH_MS)
        self._refresh_soon.timeout.connect(self._show_data)
        self._build()
        self.listen(workbench.site_changed, self._on_site_changed)
        self.listen(workbench.data_changed, self._refresh_soon.start)
        self.listen(workbench.engine_changed, self._show_data)
        self.listen(workbench.state_changed, self._on_state)
        self.listen(workbench.engine_event, self._on_event)
        self.listen(workbench.engine_text, self._on_text)
        self.listen(workbench.model_changed, self._show_runs)
        self.listen(workbench.train_again, self.start_from)
        self._on_site_changed()

    def tear_down(self) -> None:
        """Let go of everything outside."""
        self._refresh_soon.stop()
        super().tear_down()

    # What is seen

    def _build(self) -> None:
        self._build_data()
        self._build_start()
        self.more = Fold(tr("More"), "more")
        self.form = TrainingForm()
        inside = QVBoxLayout(self.more.inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.form)
        self.content.addWidget(self.more)
        self.graph = HistoryGraph()
        self.graph.failed.connect(self.workbench.say_error)
        self.content.addWidget(self.graph)
        self.progress_label = QLabel()
        self.progress_label.setObjectName("epoch_label")
        self.progress_label.setWordWrap(True)
        self.progress_row = QWidget()
        row = QHBoxLayout(self.progress_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.progress_label, 1)
        row.addWidget(InfoMark(score_explanation()))
        self.content.addWidget(self.progress_row)
        self.log = RunLog("training")
        self.content.addWidget(self.log)
        self.run_list = RunList()
        for signal, slot in (
            (self.run_list.picked, self._show_run),
            (self.run_list.use_wanted, self._use),
            (self.run_list.start_from_wanted, lambda run: self.start_from(run.model)),
            (self.run_list.resume_wanted, self.resume),
            (self.run_list.delete_wanted, self._delete),
            (self.run_list.open_folder_wanted, _open_folder),
        ):
            signal.connect(slot)
        self.content.addWidget(self.run_list)
        self.content.addStretch()

    def _build_data(self) -> None:
        self.used_label = QLabel()
        self.used_label.setObjectName("used_label")
        self.used_label.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.used_label, 1)
        row.addWidget(
            InfoMark(
                tr(
                    "Rasters and labels of your project that are for training. Inside a training area everything is "
                    "labeled, so the rest of it is background to learn from."
                )
            )
        )
        self.notes_label = QLabel()
        self.notes_label.setObjectName("training_notes")
        self.notes_label.setWordWrap(True)
        self.content.addLayout(row)
        self.content.addWidget(self.notes_label)

    def _build_start(self) -> None:
        self.epochs_box = QSpinBox()
        self.epochs_box.setObjectName("epochs_box")
        self.epochs_box.setRange(1, 1000)
        self.epochs_box.setValue(_EPOCHS)
        self.epochs_box.setAccessibleName(tr("Epochs"))
        self.epochs_box.valueChanged.connect(lambda *_: self._show_time())
        label = QLabel(tr("&Epochs"))
        label.setBuddy(self.epochs_box)
        self.train_button = QPushButton(tr("▶ TRAIN"))
        self.train_button.setObjectName("train_button")
        self.train_button.setToolTip(tr("Learn from the labels and write a model."))
        font = self.train_button.font()
        font.setBold(True)
        self.train_button.setFont(font)
        self.train_button.clicked.connect(self.train)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.epochs_box)
        row.addWidget(
            InfoMark(
                tr("In one epoch the model looks once at all that was labeled. More epochs take longer and learn more.")
            )
        )
        row.addStretch()
        row.addWidget(self.train_button)
        self.time_label = QLabel()
        self.time_label.setObjectName("time_label")
        self.time_label.setWordWrap(True)
        self.content.addLayout(row)
        self.content.addWidget(self.reason_line(self.train_button))
        self.content.addWidget(self.time_label)

    def _on_site_changed(self) -> None:
        self._place = None  # another QGIS project was opened: its folder is not ours to show any more
        self._rows, self._n_epochs = [], None
        values = recall(self.workbench.qgis_project, "training", {})
        values = values if isinstance(values, dict) else {}
        self.epochs_box.setValue(int(values.get("EPOCHS", _EPOCHS)))
        self.form.restore(values)
        self.log.clear()
        self.graph.set_rows([])
        self._read_runs()
        self._show_data()

    def _show_data(self) -> None:
        """Show what will be used, and whether that is enough to start."""
        site = self.workbench.site
        if site is None:
            self.used_label.setText(tr("Train on what you label in a DeepSeg project."))
            self.notes_label.setVisible(False)
            self._show_start(tr("Make or open a project first, in the dock Labels."))
            return
        try:
            counts, areas, n_rasters = label_counts(site), site.areas_counts(), len(rasters_for(site, TRAIN))
            n_unsaved = count_unsaved(site.layer("labels")) + count_unsaved(site.layer("areas"))
        except DeepSegPluginError as err:  # its file is gone
            self.notes_label.setVisible(False)
            self._show_start(f"{err.message} {err.hint}")
            return
        self.used_label.setText(f"{tr('Train on')} <b>{used_text(n_rasters, counts, areas)}</b>")
        notes = notes_text(counts, areas, n_unsaved, n_outside=n_outside_areas(site))
        self.notes_label.setText(notes)
        self.notes_label.setVisible(bool(notes))
        self._show_start(data_reason(n_rasters, counts))

    def _show_start(self, reason: str) -> None:
        if not reason and not self.workbench.is_engine_ready():
            reason = tr("Set up DeepSeg first, with the button above.")
        if self.workbench.is_busy:
            reason = tr("DeepSeg is at work; STOP is above.")
        self.set_primary(self.train_button, reason)
        self._show_time()

    def _show_time(self) -> None:
        text = f"{time_text(self.epochs_box.value(), self._runs)} {self.workbench.device_text()}."
        self.time_label.setText(text)
        self.time_label.setVisible(self.train_button.isEnabled())

    # Past runs

    def _read_runs(self, pick: str | None = None) -> None:
        site = self.workbench.site
        self._runs = past_runs(Path(site.runs_folder)) if site is not None else []
        self.form.set_runs(self._runs)
        self._show_runs(pick=pick)

    def _show_runs(self, _model: str = "", *, pick: str | None = None) -> None:
        self.run_list.set_runs(self._runs, self.workbench.model_path, pick=pick)

    def _show_run(self, run: PastRun | None) -> None:
        if self._place is not None:
            return  # what is going on is more interesting
        self.graph.set_rows(run.rows if run is not None else [], run.n_epochs if run is not None else None)
        self.graph.set_file_name(run.name if run is not None else "training")
        best = run.best if run is not None else None
        text = f"<b>{run.name}</b> · {tr('best:')} {epoch_text(best, run.n_epochs, '')}" if best is not None else ""
        self.progress_label.setText(text)
        self.progress_row.setVisible(bool(text))

    def _use(self, run: PastRun) -> None:
        self.workbench.use_model(run.model)
        self.workbench.say(tr("Evaluation and Prediction use {run} now.").format(run=run.name))

    def start_from(self, model: str) -> None:
        """Come to the front with a model to go on from."""
        self.show()
        self.raise_()
        self.form.start_from(model)
        self.more.set_open(True)
        self.scroll_area.ensureWidgetVisible(self.train_button)
        self.train_button.setFocus()

    def _delete(self, run: PastRun) -> None:
        site = self.workbench.site
        if site is None or self.workbench.is_busy:
            return
        is_used = run.model == self.workbench.model_path
        n_files, n_bytes = size_of(Path(run.folder))
        question = delete_question(run, n_files, size_text(n_bytes), is_used=is_used)
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        answer = QMessageBox.question(self, tr("Delete run"), question, buttons, QMessageBox.StandardButton.No)
        if answer != QMessageBox.StandardButton.Yes:
            return
        try:
            remove_matches(RunPlace(Path(site.runs_folder), run.name).matches, self.workbench.qgis_project)
            delete_run(run, Path(site.runs_folder))
        except DeepSegPluginError as err:
            self.workbench.say_error(err)
        if is_used and not Path(run.model).exists():
            self.workbench.use_model("")
        self._read_runs()

    # Training

    def train(self) -> None:
        """Keep what is seen now, and learn from it."""
        site = self.workbench.site
        if site is None or self.workbench.is_busy:
            return
        runs_folder = Path(site.runs_folder)
        place = RunPlace(runs_folder, next_run_name(site.name, taken_names(runs_folder)))
        values = {**self.form.values(), "EPOCHS": self.epochs_box.value()}
        remember(self.workbench.qgis_project, "training", values)
        try:
            make_folder(place)
            parameters = {**self.form.parameters(), "EPOCHS": self.epochs_box.value(), **training_data(site, place)}
            write_request(place, parameters)
        except DeepSegPluginError as err:
            self.workbench.say_error(err)
            discard_unborn(place)
            return
        self._start(place, parameters, rows=[])

    def resume(self, run: PastRun) -> None:
        """Go on with a run that was stopped or crashed, with the labels it began with."""
        site = self.workbench.site
        if site is None or self.workbench.is_busy:
            return
        place = RunPlace(Path(site.runs_folder), run.name)
        self._start(place, {**run.parameters, "RESUME": True}, rows=list(run.rows))

    def _start(self, place: RunPlace, parameters: dict[str, Any], *, rows: list[EpochRow]) -> None:
        self._place, self._rows, self._n_epochs = place, rows, int(parameters["EPOCHS"])
        self.log.clear()
        self.graph.set_rows(rows, self._n_epochs)
        self.graph.set_file_name(place.name)
        self._show_progress()
        if not self.workbench.run(ALGORITHM, parameters, kind=work_state.TRAINING, then=self._on_ended):
            self._place = None
            discard_unborn(place)
            self._read_runs()
            self._show_data()

    def _on_state(self, state: WorkState) -> None:
        self.run_list.set_busy(state.is_busy)
        if self._place is not None:
            self._show_progress()
        is_changed = self.train_button.isEnabled() == state.is_busy
        if is_changed or not state.is_busy:
            self._refresh_soon.start()
        if state.is_busy and self.train_button.isEnabled():
            self._show_start("")

    def _on_event(self, event: Event) -> None:
        if self._place is None or event.kind != "epoch":
            return
        row = row_of_event(event.values)
        if row is None:
            return
        n_epochs = event.values.get("n_epochs")
        self._n_epochs = int(n_epochs) if isinstance(n_epochs, (int, float)) else self._n_epochs
        self._rows = with_row(self._rows, row)
        self.graph.set_rows(self._rows, self._n_epochs)
        self._show_progress()

    def _on_text(self, line: str) -> None:
        if self._place is not None:
            self.log.add(line)

    def _show_progress(self) -> None:
        state = self.workbench.state
        row = self._rows[-1] if self._rows else None
        text = epoch_text(row, self._n_epochs, time_left(state))
        if state.kind == work_state.STOPPING:
            text = tr("Stopping; the best model so far is kept…")
        name = self._place.name if self._place is not None else ""
        self.progress_label.setText(f"<b>{name}</b> · {text}")
        self.progress_row.setVisible(True)

    def _on_ended(self, result: RunResult) -> None:
        place, self._place = self._place, None
        if place is None:
            return
        discard_unborn(place)
        if read_history(place.history):
            self._rows = read_history(place.history)
        run = read_run(place)
        if run is not None and run.has_model and result.outcome != "failed":
            self.workbench.use_model(run.model)
        self._read_runs(pick=place.name)
        self._show_data()
        if result.is_done and run is not None:
            self.workbench.say(done_text(run), Qgis.MessageLevel.Success)
            return
        why = result.error.sentence() if result.error is not None else ""
        text = stopped_text(run) if result.outcome == "stopped" else failed_text(run, why)
        self.progress_label.setText(f"<span>{escape(text)}</span>")
        self.progress_row.setVisible(True)
        if result.outcome == "failed":
            self.log.set_open(True)


def _open_folder(run: PastRun) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(run.folder))
