"""`deepseg:evaluate`: compares what a model finds with labels."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
)

from ..engine_client import command_line
from ..engine_client.record_files import RECORD
from ..i18n import tr
from ..layers.style import style_matches
from .engine_algorithm import EngineAlgorithm, Spans
from .inputs import destination_path, destination_problem, work_folder
from .labeled_rasters import LabeledRasters
from .parameters import (
    add_crs,
    add_device,
    add_labels,
    add_model,
    add_rasters,
    existing_model,
    explained,
    has_value,
    number,
    number_or_none,
    text_or_none,
)
from .project_history import ProjectHistory
from .result_layer import pour, style_when_loaded

SCORES = ("MAP", "MAP50", "PRECISION", "RECALL", "F1")


class EvaluateAlgorithm(EngineAlgorithm):
    """Compares what a model finds with labels."""

    NAME = "evaluate"
    GROUP = "model"
    SPANS: ClassVar[Spans] = {"predict": (0.0, 90.0), "vectorize": (90.0, 100.0)}

    def __init__(self) -> None:
        super().__init__()
        self._given: LabeledRasters | None = None
        self._history = ProjectHistory(None)

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Evaluate a model")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Predicts inside the areas with the role evaluate and compares the footprints with the labels: mAP, "
            "mAP50, precision, recall and F1, overall and per category. Without areas, everything is compared.\n\n"
            "The layer of matches shows each footprint and each missed label: right (TP), wrong (FP) or missed (FN). "
            "The page shows the curves and the worst misses as pictures."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("accuracy,score,precision,recall,compare,test").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        add_model(self.addParameter)
        add_rasters(self.addParameter)
        add_labels(self.addParameter)
        score_text = tr("The score from which a footprint counts, from 0 to 1. Left empty, the model's own is taken.")
        self.addParameter(
            number("SCORE_THRESHOLD", tr("Score threshold"), score_text, least=0.0, most=1.0, is_advanced=False)
        )
        add_device(self.addParameter)
        add_crs(self.addParameter)
        report = QgsProcessingParameterFileDestination("REPORT", tr("Report"), tr("JSON file (*.json)"))
        self.addParameter(explained(report, tr("The scores, for programs.")))
        page = QgsProcessingParameterFileDestination(
            "HTML", tr("Page with pictures"), tr("HTML file (*.html)"), optional=True, createByDefault=False
        )
        self.addParameter(explained(page, tr("The scores, for people. Left empty, it lies beside the report.")))
        matches = QgsProcessingParameterFeatureSink(
            "MATCHES", tr("Matches"), QgsProcessing.TypeVectorPolygon, optional=True
        )
        self.addParameter(explained(matches, tr("Footprints and missed labels with match = TP, FP or FN.")))
        for name in SCORES:
            self.addOutput(QgsProcessingOutputNumber(name, _score_title(name)))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        existing_model(self.parameterAsString(parameters, "MODEL", context))
        LabeledRasters.read(self, parameters, context)
        return destination_problem(parameters.get("MATCHES"), context)

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers."""
        self._given = LabeledRasters.read(self, parameters, context)
        self._history = ProjectHistory.of(context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Evaluate."""
        assert self._given is not None, "prepare comes first"
        report = Path(self.parameterAsFileOutput(parameters, "REPORT", context))
        page = text_or_none(self, parameters, "HTML", context)
        page = self.parameterAsFileOutput(parameters, "HTML", context) if page else str(report.with_suffix(".html"))
        has_layer = has_value(parameters, "MATCHES")
        record = report.with_suffix(f".{RECORD}")
        with self._history.keeping(record, feedback) as kept, work_folder() as folder:
            outcome = self.run_engine(
                command_line.evaluate(
                    model=self.parameterAsString(parameters, "MODEL", context),
                    **self._given.arguments(folder, feedback),
                    report=report,
                    html=page,
                    matches=folder / "matches.gpkg" if has_layer else None,
                    score_threshold=number_or_none(self, parameters, "SCORE_THRESHOLD", context),
                    device=text_or_none(self, parameters, "DEVICE", context),
                ),
                feedback,
            )
            outputs: dict[str, Any] = {"REPORT": str(report), "HTML": page}
            if has_layer:
                matches = pour(folder / "matches.gpkg", self, parameters, "MATCHES", context, feedback)
                style_when_loaded(matches, context, style_matches)
                outputs["MATCHES"] = matches
                kept["matches"] = destination_path(parameters.get("MATCHES"), context)
        overall = outcome.values.get("overall") or {}
        return {**outputs, **{name: overall.get(name.lower()) for name in SCORES}}


def _score_title(name: str) -> str:
    titles = {"MAP": tr("mAP"), "MAP50": tr("mAP50"), "PRECISION": tr("Precision"), "RECALL": tr("Recall")}
    return titles.get(name, tr("F1"))
