"""An algorithm whose work the engine does, in a process of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from qgis.core import QgsProcessingFeedback

from ..engine_client.events import Event
from ..engine_client.interpreter import engine_python, find_engine_python
from ..engine_client.launch import command_text, launch_arguments
from ..engine_client.runner import Outcome, run_engine
from ..i18n import tr
from .base import DeepSegAlgorithm, is_canceled
from .option_labels import in_own_words

__all__ = ["EngineAlgorithm", "is_canceled"]

Spans = Mapping[str, "tuple[float, float]"]  # stage -> the part of the bar that it fills, in percent
WHOLE_BAR = (0.0, 100.0)


class EngineAlgorithm(DeepSegAlgorithm):
    """Runs the engine and passes on what it says; registered also while the engine is not set up."""

    SPANS: ClassVar[Spans] = {}

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802  (QGIS calls it by this name)
        """Return whether the engine is set up, and what to do when it is not."""
        if find_engine_python() is not None:
            return True, ""
        return False, tr("DeepSeg is not set up yet. Run the algorithm “Set up DeepSeg” (deepseg:setup) first.")

    def run_engine(self, arguments: Sequence[str], feedback: QgsProcessingFeedback) -> Outcome:
        """Return how the engine ended; its progress, warnings and log go to `feedback` while it works.

        Raises:
            DeepSegPluginError: it failed, crashed, was stopped or never started, each in its own words.
        """
        python = engine_python()
        feedback.pushCommandInfo(command_text(launch_arguments(python, list(arguments))))
        listener = _Listener(feedback, self.SPANS)
        return run_engine(
            list(arguments),
            python=python,
            on_event=listener.hear,
            on_text=feedback.pushConsoleInfo,
            is_canceled=lambda: is_canceled(feedback),
            wording=lambda text: in_own_words(text, self),
        )


class _Listener:
    """Turns what the engine says into progress and lines of the log."""

    def __init__(self, feedback: QgsProcessingFeedback, spans: Spans) -> None:
        self._feedback = feedback
        self._spans = spans
        self._dock = getattr(feedback, "engine_event", None)
        self._last_stage = ""

    def hear(self, event: Event) -> None:
        """Pass an event on; kinds that nobody knows go to the dock alone."""
        if callable(self._dock):
            self._dock(event)
        tell = getattr(self, f"_on_{event.kind}", None)
        if tell is not None:
            tell(event.values)

    def _on_stage(self, values: Mapping[str, Any]) -> None:
        message = str(values.get("message") or "")
        if message and message != self._last_stage:  # every epoch validates anew; once is enough
            self._feedback.pushInfo(message)
            self._last_stage = message
        self._feedback.setProgressText(message or str(values.get("name") or ""))

    def _on_progress(self, values: Mapping[str, Any]) -> None:
        done, total = values.get("done"), values.get("total")
        stage = str(values.get("stage") or "")
        if not done or not total or (self._spans and stage not in self._spans):
            return
        start, end = self._spans.get(stage, WHOLE_BAR)
        self._feedback.setProgress(start + (end - start) * min(float(done) / float(total), 1.0))

    def _on_epoch(self, values: Mapping[str, Any]) -> None:
        text = tr("Epoch {epoch} of {n_epochs}: {numbers}")
        numbers = {**(values.get("losses") or {}), **(values.get("scores") or {})}
        shown = ", ".join(f"{name} {value:.3g}" for name, value in numbers.items() if isinstance(value, (int, float)))
        text = text.format(epoch=values.get("epoch"), n_epochs=values.get("n_epochs"), numbers=shown)
        self._feedback.pushInfo(f"{text} ({tr('best so far')})" if values.get("is_best") else text)

    def _on_warning(self, values: Mapping[str, Any]) -> None:
        parts = (str(values.get("message") or ""), str(values.get("hint") or ""))
        self._feedback.pushWarning(". ".join(part.rstrip(".") for part in parts if part) + ".")

    def _on_artifact(self, values: Mapping[str, Any]) -> None:
        self._feedback.pushDebugInfo(tr("Written: {path}").format(path=values.get("path")))

    def _on_result(self, values: Mapping[str, Any]) -> None:
        text = (values.get("values") or {}).get("text")
        if text:
            self._feedback.pushInfo(str(text))
