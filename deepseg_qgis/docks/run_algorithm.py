"""Runs a Processing algorithm in the background and tells, on the main thread, what it says and how it ended."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, pyqtSignal

from ..errors import DeepSegPluginError, EngineStoppedError
from ..i18n import tr

DONE = "done"
STOPPED = "stopped"
FAILED = "failed"
_MOST_LINES = 5000  # a library that complains about every tile must not fill the memory
_POLL_S = 0.02


@dataclass(frozen=True)
class RunResult:
    """How a run ended: `done`, `stopped` or `failed`; outputs by name, the error, the log, the layers it made."""

    outcome: str
    values: dict[str, Any] = field(default_factory=dict)
    error: DeepSegPluginError | None = None
    log: str = ""
    context: QgsProcessingContext | None = None

    @property
    def is_done(self) -> bool:
        """Return whether it came to its end."""
        return self.outcome == DONE

    def take_layer(self, name: str) -> QgsMapLayer | None:
        """Return the layer behind an output and hand it over to the caller; None where there is none."""
        value = self.values.get(name)
        if not value or self.context is None:
            return None
        if QgsProcessingUtils.mapLayerFromString(value, self.context) is None:
            return None
        return self.context.takeResultLayer(value) or QgsProcessingUtils.mapLayerFromString(value, self.context)


class RunFeedback(QgsProcessingFeedback):
    """What the algorithm speaks to, from whichever thread; signals bring it to the main one."""

    happened = pyqtSignal(object)  # every Event of the engine
    said = pyqtSignal(str)  # every line of the log

    def __init__(self) -> None:
        super().__init__(False)  # QGIS's own log panel gets the errors from us, once
        self.error: DeepSegPluginError | None = None
        self.reported = ""
        self._lines: deque[str] = deque(maxlen=_MOST_LINES)

    def engine_event(self, event: Any) -> None:
        """Pass on what the engine told."""
        self.happened.emit(event)

    def plugin_error(self, error: DeepSegPluginError) -> None:
        """Keep why it fails: the exception that QGIS passes on is text only."""
        self.error = error

    def log(self) -> str:
        """Return what was said, the newest line last."""
        return "\n".join(self._lines)

    def pushInfo(self, info: str) -> None:  # noqa: N802  (QGIS calls these by these names)
        """Keep a line."""
        self._say(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        """Keep a line that a person should read."""
        self._say(tr("Note: {text}").format(text=warning))

    def pushCommandInfo(self, info: str) -> None:  # noqa: N802
        """Keep the command, which anybody may paste into a terminal."""
        self._say(info)

    def pushConsoleInfo(self, info: str) -> None:  # noqa: N802
        """Keep what the engine writes for people."""
        self._say(info)

    def pushDebugInfo(self, info: str) -> None:  # noqa: N802
        """Keep a line for those who look for a mistake."""
        self._say(info)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        """Keep an error."""
        self.reported = error
        self._say(error)

    def _say(self, line: str) -> None:
        self._lines.append(line)
        self.said.emit(line)


class _Task(QgsProcessingAlgRunnerTask):
    """A task that says what becomes of its work."""

    def describe(self, description: str) -> None:
        """Replace what QGIS calls it; only the task itself may do so."""
        self.setDescription(description)


class AlgorithmRun(QObject):
    """One run of one algorithm as a background task; keeps alive whatever the task needs."""

    happened = pyqtSignal(object)
    said = pyqtSignal(str)
    stopping = pyqtSignal()  # also when it was QGIS that asked it to stop
    ended = pyqtSignal(object)  # RunResult

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        *,
        qgis_project: QgsProject,
        title: str = "",
        description: str = "",
        parent: QObject | None = None,
    ) -> None:
        """`description` is what QGIS shows in its list of tasks, and when it asks whether to cancel them.

        `title` is what it is called when it is over.
        """
        super().__init__(parent)
        self._algorithm = algorithm
        self._parameters = parameters
        self._title = title
        self._description = description
        self._feedback = RunFeedback()
        self._context = QgsProcessingContext()
        self._context.setProject(qgis_project)
        self._context.setFeedback(self._feedback)
        self._task: QgsProcessingAlgRunnerTask | None = None
        self.result: RunResult | None = None
        self._feedback.happened.connect(self.happened)
        self._feedback.said.connect(self.said)
        self._feedback.canceled.connect(self.stopping)

    @property
    def id(self) -> str:
        """Return which algorithm it is."""
        return str(self._algorithm.id())

    def why_not(self) -> str:
        """Return the sentence that says why it cannot start; empty when it can."""
        for can_run, reason in (
            self._algorithm.canExecute(),
            self._algorithm.checkParameterValues(self._parameters, self._context),
        ):
            if not can_run:
                return str(reason)
        return ""

    def start(self) -> None:
        """Let the task manager run it; `ended` comes on the main thread, in any case once."""
        task = _Task(self._algorithm, self._parameters, self._context, self._feedback)
        if self._description:
            task.describe(self._description)
        self._task = task
        if task.isCanceled():
            # What is done beforehand, on the main thread, has failed: such a task would wait in the queue for ever.
            self._end(FAILED, {}, self._failure())
            return
        task.executed.connect(self._on_executed)
        QgsApplication.taskManager().addTask(task)

    def stop(self) -> None:
        """Ask it to stop; the engine finishes what it has in hand and keeps what is worth keeping."""
        if self.result is None and self._task is not None:
            self._task.cancel()

    def wait(self, seconds: float) -> bool:
        """Return whether it is over within this time; the user can click nothing meanwhile."""
        until_s = time.monotonic() + seconds
        while self.result is None and time.monotonic() < until_s:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            time.sleep(_POLL_S)
        return self.result is not None

    def _on_executed(self, is_done: bool, values: dict[str, Any]) -> None:
        error = self._feedback.error
        if self._title and self._task is not None:
            self._task.describe(self._title)  # QGIS tells that it is over, by this name
        if is_done:
            self._end(DONE, values, None)
        elif isinstance(error, EngineStoppedError):
            self._end(STOPPED, {}, error)
        elif self._feedback.isCanceled():  # also from QGIS's own list of tasks
            self._end(STOPPED, {}, EngineStoppedError(tr("Stopped.")))
        else:
            self._end(FAILED, {}, self._failure())

    def _end(self, outcome: str, values: dict[str, Any], error: DeepSegPluginError | None) -> None:
        if self.result is None:
            self.result = RunResult(outcome, dict(values), error, self._feedback.log(), self._context)
            self._task = None  # it belongs to the task manager, which deletes it
            self.ended.emit(self.result)

    def _failure(self) -> DeepSegPluginError:
        """Return why it did not come to its end."""
        return self._feedback.error or DeepSegPluginError(
            self._feedback.reported or tr("It ended without saying why."), hint=tr("The log of the run tells more.")
        )
