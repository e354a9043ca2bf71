"""`deepseg:history`: the trainings, evaluations and predictions in a folder, as a table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsWkbTypes,
)

from ..domain.run_record import KeptRun
from ..engine_client.launch import command_text
from ..engine_client.record_files import kept_runs
from ..errors import EngineStoppedError
from ..i18n import tr
from ..layers.fields import integer_field, real_field, text_field
from .base import DeepSegAlgorithm, is_canceled
from .parameters import explained

_SCORES = ("f1", "map50", "map", "precision", "recall")


class HistoryAlgorithm(DeepSegAlgorithm):
    """Writes one row per run."""

    NAME = "history"
    GROUP = "result"

    def title(self) -> str:
        """Return the name that people see."""
        return tr("List runs")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Lists the trainings, evaluations and predictions in a folder and the folders below it, with their scores, "
            "counts, areas and times, into a table. The settings are there as JSON, and the command line that does "
            "the run again.\n\n"
            "The docks keep their runs in the folder runs beside the project, and so does the toolbox while the "
            "project is open. Otherwise predictions of the toolbox are kept in their run folder, if they were given "
            "one."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("runs,compare,log,records").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  (QGIS's name)
        """Add parameters and outputs."""
        folder = QgsProcessingParameterFile("FOLDER", tr("Folder"), QgsProcessingParameterFile.Folder)
        self.addParameter(
            explained(folder, tr("The folder that holds the runs, such as the folder runs of a project."))
        )
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Runs"), QgsProcessing.TypeVector))
        self.addOutput(QgsProcessingOutputNumber("N_RUNS", tr("Number of runs")))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        folder = self.parameterAsString(parameters, "FOLDER", context)
        return "" if Path(folder).is_dir() else tr("There is no folder {path}.").format(path=folder)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the records, and write the table."""
        runs = kept_runs(Path(self.parameterAsString(parameters, "FOLDER", context)))
        if is_canceled(feedback):
            raise EngineStoppedError(tr("Stopped; no table was written"))
        if not runs:
            feedback.pushWarning(tr("No training, evaluation or prediction is kept there."))
        return {"OUTPUT": self._write(runs, parameters, context), "N_RUNS": len(runs)}

    def _write(self, runs: Sequence[KeptRun], parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        fields = _fields()
        sink, output = self.parameterAsSink(
            parameters, "OUTPUT", context, fields, QgsWkbTypes.NoGeometry, QgsCoordinateReferenceSystem()
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        for run in runs:
            feature = QgsFeature(fields)
            feature.setAttributes(_values(run))
            if not sink.addFeature(feature, QgsFeatureSink.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
        return str(output)


def _fields() -> QgsFields:
    fields = QgsFields()
    for name in ("run", "command", "state", "started"):
        fields.append(text_field(name))
    for name in ("seconds", *_SCORES):
        fields.append(real_field(name))
    fields.append(integer_field("n_footprints"))
    fields.append(real_field("area_m2"))
    for name in ("settings", "message", "command_line"):
        fields.append(text_field(name))
    return fields


def _values(run: KeptRun) -> list[Any]:
    return [
        *(run.name, run.command, run.state, run.started, run.seconds),
        *(run.scores.get(name) for name in _SCORES),
        *(run.n_all, run.area_all_m2),
        *(json.dumps(dict(run.settings), ensure_ascii=False), run.message, typed_line(run)),
    ]


def typed_line(run: KeptRun) -> str:
    """Return the command that does the run again, as a person types it where `deepseg` is installed."""
    return command_text(["deepseg", *(word for word in run.words if word != "--events")])
