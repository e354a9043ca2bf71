"""What all algorithms share: their place in the toolbox, their help, and how a failure is told."""

from __future__ import annotations

import html
import traceback
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QCoreApplication, QThread
from qgis.PyQt.QtGui import QIcon

from ..errors import DeepSegPluginError
from ..i18n import tr

DOCUMENTATION = "https://example.org/deepseg/docs/processing.html"


class DeepSegAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of DeepSeg; the one place where whatever goes wrong becomes a sentence.

    A subclass names itself in `NAME` and `GROUP`, says its `title` and `help_text`, adds its parameters in
    `initAlgorithm`, and does its work in `work`. `prepare` runs before it on the main thread: layers are looked at
    there.
    """

    NAME = ""
    GROUP = ""  # data, model, result or setup

    def title(self) -> str:
        """Return the name that people see."""
        raise NotImplementedError

    def help_text(self) -> str:
        """Return what it does, in plain sentences; an empty line parts paragraphs."""
        raise NotImplementedError

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers, on the main thread."""

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return the sentence that says why it cannot run with these parameters; empty when it can."""
        return ""

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do it and return the outputs, in any thread."""
        raise NotImplementedError

    def name(self) -> str:
        """Return the part of the id after `deepseg:`; a promise."""
        return self.NAME

    def displayName(self) -> str:  # noqa: N802  (QGIS calls it by this name)
        """Return the name in the toolbox."""
        return self.title()

    def groupId(self) -> str:  # noqa: N802
        """Return the group's name, which never changes."""
        return self.GROUP

    def group(self) -> str:
        """Return the group's name in the toolbox."""
        names = {"data": tr("Data"), "model": tr("Model"), "result": tr("Results"), "setup": tr("Set-up")}
        return names.get(self.GROUP, "")

    def icon(self) -> QIcon:
        """Return the provider's icon."""
        provider = self.provider()
        return QIcon() if provider is None else provider.icon()

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help that the dialog shows: what it does, then its parameters."""
        parts = [f"<p>{html.escape(part.strip())}</p>" for part in self.help_text().split("\n\n") if part.strip()]
        rows = [row for row in map(_help_row, self.parameterDefinitions()) if row]
        if rows:
            parts.append(f"<h3>{html.escape(tr('Parameters'))}</h3><p>{'<br>'.join(rows)}</p>")
        return "".join(parts)

    def shortDescription(self) -> str:  # noqa: N802
        """Return the first sentence of the help, for tool tips and lists."""
        return self.help_text().split("\n\n")[0].split(". ")[0].rstrip(".") + "."

    def helpUrl(self) -> str:  # noqa: N802
        """Return the page that tells more."""
        return f"{DOCUMENTATION}#deepseg{self.NAME}"

    def createInstance(self) -> QgsProcessingAlgorithm:  # noqa: N802
        """Return a new one of the same kind; QGIS makes one for every run."""
        return type(self)()

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Return whether it can run, and the reason why not."""
        can_run, reason = super().checkParameterValues(parameters, context)
        if not can_run and any(_is_missing(each, parameters) for each in self.parameterDefinitions()):
            return can_run, reason
        try:  # ours first: QGIS only says that the value is incorrect
            reason = self.problem(parameters, context) or reason
        except DeepSegPluginError as err:
            reason = err.sentence()
        return can_run and not reason, reason

    def prepareAlgorithm(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Look at the layers, on the main thread."""
        try:
            self.prepare(parameters, context, feedback)
            return True
        except Exception as err:  # noqa: BLE001  (the one place that answers for everything)
            failure = told(err, feedback)
        del self, parameters, context, feedback  # see `_let_go`
        raise failure

    def processAlgorithm(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do it and return the outputs; a failure, and a stop, is a `QgsProcessingException` with its sentence."""
        try:
            return self.work(parameters, context, feedback)
        except Exception as err:  # noqa: BLE001  (the one place that answers for everything)
            failure = told(err, feedback)
        del self, parameters, context, feedback  # see `_let_go`
        raise failure


def told(error: Exception, feedback: QgsProcessingFeedback) -> QgsProcessingException:
    """Return the exception that QGIS shows; a listening dock gets the error itself, a mistake of ours its details."""
    sentence = _sentence_of(error, feedback)
    _let_go(error)
    return QgsProcessingException(sentence)


def _sentence_of(error: Exception, feedback: QgsProcessingFeedback) -> str:
    if isinstance(error, QgsProcessingException):
        return str(error)
    if not isinstance(error, DeepSegPluginError):
        # Not to the person: to the log, which "copy log" puts into a report.
        feedback.pushDebugInfo("".join(traceback.format_exception(type(error), error, error.__traceback__)))
        error = DeepSegPluginError(
            tr("DeepSeg made a mistake: {error}").format(error=f"{type(error).__name__}: {error}"),
            hint=tr("Please report it with the log of this run."),
        )
    listener = getattr(feedback, "plugin_error", None)
    if callable(listener):
        listener(error)
    return error.sentence()


def _let_go(error: BaseException | None) -> None:
    """Empty the frames that a failure came through.

    QGIS never frees an exception that Python gives it, nor the frames behind it: layers and open files among their
    variables would stay until QGIS ends, and take it down then.
    """
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


def is_canceled(feedback: QgsProcessingFeedback) -> bool:
    """Tell whether the user wants to stop.

    In `qgis_process` the work is done on the main thread, where Ctrl-C is only heard when Qt may look at its events.
    In the desktop nothing is let through: a click could take away what we stand on.
    """
    application = QCoreApplication.instance()
    is_main_thread = application is not None and QThread.currentThread() == application.thread()
    if is_main_thread and QgsApplication.platform() != "desktop":
        QCoreApplication.processEvents()
    return bool(feedback.isCanceled())


def _is_missing(parameter: QgsProcessingParameterDefinition, parameters: dict[str, Any]) -> bool:
    is_optional = bool(parameter.flags() & QgsProcessingParameterDefinition.FlagOptional)
    return not is_optional and parameter.defaultValue() is None and parameters.get(parameter.name()) in (None, "")


def _help_row(parameter: QgsProcessingParameterDefinition) -> str:
    if not parameter.help():
        return ""
    return f"<b>{html.escape(parameter.description())}</b>: {html.escape(parameter.help())}"
