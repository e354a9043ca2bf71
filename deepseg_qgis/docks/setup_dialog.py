"""The dialog "Set up DeepSeg": what will be done, said before it is done; then how it goes."""

from __future__ import annotations

import html
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..domain import work_state
from ..domain.work_state import WorkState
from ..engine_client.diagnostics import diagnostics
from ..engine_client.events import Event
from ..engine_client.interpreter import find_engine_python
from ..engine_client.setup_plan import SetupPlan, describe
from ..errors import EngineStoppedError
from ..i18n import tr
from .plan_task import PlanTask
from .run_algorithm import RunResult
from .setup_form import SetupForm
from .workbench import SETUP_ALGORITHM, Workbench

OBJECT_NAME = "deepseg_setup_dialog"
_SIZE_PX = (560, 560)
_MOST_LINES = 5000
# After the last key of a path that is being typed.
_QUIET_MS = 400
_STEPS = 1000
_COPIED_MS = 2000


def open_setup_dialog(workbench: Workbench) -> SetupDialog:
    """Show the dialog, or bring the one that is open to the front; QGIS stays usable beside it."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, SetupDialog) and widget.workbench is workbench and widget.isVisible():
            break
    else:
        widget = SetupDialog(workbench, workbench.window)
        widget.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    widget.show()
    widget.raise_()
    widget.activateWindow()
    return widget


class SetupDialog(QDialog):
    """Shows the plan for what is chosen, runs `deepseg:setup` as the docks do, and shows how it goes."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workbench = workbench
        self._plan: SetupPlan | None = None
        self._tasks: dict[int, PlanTask] = {}
        self._newest = 0
        self.setObjectName(OBJECT_NAME)
        self.setWindowTitle(tr("Set up DeepSeg"))
        self.resize(*_SIZE_PX)
        self.form = SetupForm(self)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(_COPIED_MS)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.show_state(workbench.state)
        self._show_engine()
        self._look()

    def show_state(self, state: WorkState) -> None:
        """Show how far it is; also a set-up that another dialog or a dock began."""
        is_at_work = state.kind == work_state.SETUP or (state.kind == work_state.STOPPING and self._stop.isEnabled())
        self.form.setEnabled(not state.is_busy)
        self._bar.setVisible(is_at_work)
        self._doing.setVisible(is_at_work)
        self._stop.setEnabled(state.kind == work_state.SETUP)
        if is_at_work:
            self._log.setVisible(True)
        if state.kind == work_state.STOPPING:
            self._doing.setText(tr("Stopping, and removing what was made…"))
        share = state.share
        self._bar.setRange(0, 0 if share is None else _STEPS)
        self._bar.setValue(round((share or 0.0) * _STEPS))
        self._show_button()

    def _show_engine(self) -> None:
        """Say which Python runs the engine, if one does: setting up again is then seldom needed."""
        found = find_engine_python()
        if found is not None:
            text = tr("DeepSeg is set up, with {path}. Set it up again only to change that or to mend it.")
            self._result.setText(html.escape(text.format(path=found.path)))
            self._result.setVisible(True)

    def _make_widgets(self) -> None:
        self._steps = _text_label("plan_label")
        self._steps.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._doing = _text_label("doing_label")
        self._result = _text_label("result_label")
        self._result.setVisible(False)
        self._bar = QProgressBar()
        self._bar.setObjectName("setup_progress")
        self._bar.setTextVisible(False)
        self._log = QPlainTextEdit()
        self._log.setObjectName("setup_log")
        self._log.setReadOnly(True)
        self._log.setMaximumBlockCount(_MOST_LINES)
        self._log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._log.setVisible(False)
        self._set_up = QPushButton(tr("Set up"))
        self._set_up.setObjectName("set_up_button")
        self._set_up.setDefault(True)
        self._stop = QPushButton(tr("Stop"))
        self._stop.setObjectName("setup_stop_button")
        self._stop.setToolTip(tr("Ends it and removes what was made."))
        self._copy = QPushButton(tr("Copy diagnostics"))
        self._copy.setObjectName("copy_diagnostics_button")
        self._copy.setToolTip(
            tr("Copies versions, places and the end of the log for a report; your name and folders are left out.")
        )

    def _lay_out(self) -> None:
        intro = _text_label("intro_label")
        intro.setText(
            tr(
                "DeepSeg computes with PyTorch, in an environment apart from QGIS: nothing of QGIS is changed. "
                "This is needed once for each version of DeepSeg; all profiles share it."
            )
        )
        plan = QGroupBox(tr("What will be done"))
        QVBoxLayout(plan).addWidget(self._steps)
        close = QPushButton(tr("Close"))
        close.clicked.connect(lambda: self.close())
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        for button in (self._stop, self._set_up, close):
            buttons.addWidget(button)
        for button in (self._copy, self._stop, close):
            button.setAutoDefault(False)  # Enter sets up, nothing else
        layout = QVBoxLayout(self)
        for widget in (intro, self.form, plan, self._result, self._doing, self._bar):
            layout.addWidget(widget)
        layout.addWidget(self._log, 1)
        layout.addStretch(0)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.form.changed.connect(self._on_form_changed)
        self._quiet.timeout.connect(self._look)
        self._copied.timeout.connect(lambda: self._copy.setText(tr("Copy diagnostics")))
        self._set_up.clicked.connect(lambda: self._on_set_up_clicked())
        self._stop.clicked.connect(lambda: self.workbench.stop())
        self._copy.clicked.connect(lambda: self._on_copy_clicked())
        self.workbench.state_changed.connect(self.show_state)
        self.workbench.engine_event.connect(self._on_engine_event)
        self.workbench.engine_text.connect(self._on_engine_text)
        # Unloading the plugin takes the workbench away.
        self.workbench.destroyed.connect(self.close)

    def _on_form_changed(self) -> None:
        self._plan = None
        self._result.setVisible(False)
        self._quiet.start()
        self._show_button()

    def _look(self) -> None:
        """Make the plan for what is chosen, in the background."""
        missing = self.form.missing()
        self._plan = None
        self._newest += 1
        self._show_button()
        if missing:
            self._steps.setText(html.escape(missing))
            return
        self._steps.setText(tr("Looking at this computer…"))
        task = PlanTask(self._newest, self.form.parameters())
        self._tasks[self._newest] = task
        task.planned.connect(self._on_planned)
        QgsApplication.taskManager().addTask(task)

    def _on_planned(self, number: int, plan: SetupPlan | None, reason: str) -> None:
        self._tasks.pop(number, None)
        if number != self._newest:
            return  # something else was chosen meanwhile
        self._plan = plan
        if plan is None:
            self._steps.setText(_as_list([], [reason]))
        else:
            self._steps.setText(_as_list(describe(plan), plan.problems))
        self._show_button()

    def _show_button(self) -> None:
        busy = self.workbench.is_busy
        can_start = not busy and self._plan is not None and self._plan.is_possible
        self._set_up.setEnabled(can_start)
        reason = "" if can_start else tr("What stands in the way is told above.")
        self._set_up.setToolTip(tr("DeepSeg is at work; wait until it is done.") if busy else reason)

    def _on_set_up_clicked(self) -> None:
        self._log.clear()
        self._result.setVisible(False)
        parameters: dict[str, Any] = self.form.parameters()
        self.workbench.run(SETUP_ALGORITHM, parameters, kind=work_state.SETUP, then=self._show_result)

    def _show_result(self, result: RunResult) -> None:
        if result.is_done:
            text = f"<b>{html.escape(tr('DeepSeg is set up. You can close this window.'))}</b>"
        elif isinstance(result.error, EngineStoppedError):
            text = html.escape(result.error.sentence())
        else:
            text = _problem(result.error.sentence() if result.error else tr("It ended without saying why."))
        self._result.setText(text)
        self._result.setVisible(True)
        self._look()

    def _on_engine_event(self, event: Event) -> None:
        message = event.text("message")
        if event.kind == "progress" and message and self.workbench.state.kind == work_state.SETUP:
            self._doing.setText(html.escape(message))

    def _on_engine_text(self, line: str) -> None:
        if self.workbench.state.kind in (work_state.SETUP, work_state.STOPPING):
            self._log.appendPlainText(line)

    def _on_copy_clicked(self) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            QApplication.clipboard().setText(diagnostics())
        finally:
            QApplication.restoreOverrideCursor()
        self._copy.setText(tr("Copied"))
        self._copied.start()


def _text_label(name: str) -> QLabel:
    label = QLabel("")
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def _as_list(steps: list[str], problems: tuple[str, ...] | list[str]) -> str:
    rows = "".join(f"<li>{html.escape(step)}</li>" for step in steps)
    # With a problem the steps are no promise any more; what stands in the way is what counts.
    return (
        "".join(f"<p>{_problem(problem)}</p>" for problem in problems) or f"<ol style='margin-left:-20px'>{rows}</ol>"
    )


def _problem(text: str) -> str:
    """Return a sentence with a mark before it: color alone would not tell everybody."""
    return f"<span style='color:#d55e00'><b>⚠</b></span> {html.escape(text)}"
