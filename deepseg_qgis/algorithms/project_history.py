"""Runs of the toolbox in the history of the project of DeepSeg that the QGIS project shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..engine_client.toolbox_records import keep_record
from ..i18n import tr
from ..layers.project_layers import runs_folder_of


class ProjectHistory:
    """Knows where runs are kept; nowhere, where no project of DeepSeg is open."""

    def __init__(self, runs_folder: Path | None) -> None:
        self._runs_folder = runs_folder

    @classmethod
    def of(cls, context: QgsProcessingContext) -> ProjectHistory:
        """Return that of the QGIS project; called on the main thread."""
        qgis_project = context.project()
        return cls(None if qgis_project is None else runs_folder_of(qgis_project))

    @contextmanager
    def keeping(self, record: Path, feedback: QgsProcessingFeedback) -> Iterator[dict[str, str]]:
        """Keep a copy of the record at the end, also of a run that failed or was stopped.

        Yields:
            What to say in the copy of where results lie, by kind; to be filled.
        """
        outputs: dict[str, str] = {}
        try:
            yield outputs
        finally:
            self._keep(record, outputs, feedback)

    def _keep(self, record: Path, outputs: dict[str, str], feedback: QgsProcessingFeedback) -> None:
        if self._runs_folder is None:
            return
        try:
            keep_record(record, self._runs_folder, outputs)
        except OSError as err:  # the results are what was asked for
            text = tr("The history of the project lacks this run: {cause}.")
            feedback.pushWarning(text.format(cause=err.strerror or err))
