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
from ..i18n import tr
from ..layers.polygon_source import OWNER_FIELD, ROLE_FIELD, PolygonSource, polygon_source
from ..layers.style import style_matches
from .engine_algorithm import EngineAlgorithm, Spans
from .inputs import destination_problem, raster_crs, raster_paths, work_folder
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
from .result_layer import pour, style_when_loaded

SCORES = ("MAP", "MAP50", "PRECISION", "RECALL", "F1")


class EvaluateAlgorithm(EngineAlgorithm):
    """Compares what a model finds with labels."""

    NAME = "evaluate"
    GROUP = "model"
    SPANS: ClassVar[Spans] = {"predict": (0.0, 90.0), "vectorize": (90.0, 100.0)}

    def __init__(self) -> None:
        super().__init__()
        self._rasters: list[str] = []
        self._crs: str | None = None
        self._labels: PolygonSource | None = None
        self._areas: PolygonSource | None = None

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
        raster_paths(self, parameters, "RASTERS", context)
        polygon_source(parameters, "LABELS", self, context)
        if has_value(parameters, "AREAS"):
            polygon_source(parameters, "AREAS", self, context)
        return destination_problem(parameters.get("MATCHES"), context)

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers."""
        self._rasters = raster_paths(self, parameters, "RASTERS", context)
        self._crs = raster_crs(self, parameters, context)
        self._labels = polygon_source(parameters, "LABELS", self, context)
        self._areas = polygon_source(parameters, "AREAS", self, context) if has_value(parameters, "AREAS") else None

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Evaluate."""
        report = Path(self.parameterAsFileOutput(parameters, "REPORT", context))
        page = text_or_none(self, parameters, "HTML", context)
        page = self.parameterAsFileOutput(parameters, "HTML", context) if page else str(report.with_suffix(".html"))
        field = text_or_none(self, parameters, "CATEGORY_FIELD", context)
        has_layer = has_value(parameters, "MATCHES")
        with work_folder() as folder:
            areas = self._areas
            outcome = self.run_engine(
                command_line.evaluate(
                    model=self.parameterAsString(parameters, "MODEL", context),
                    rasters=self._rasters,
                    labels=self._labels.for_engine(folder / "labels", feedback, kept_fields=[field, OWNER_FIELD]),
                    category_field=field,
                    areas=areas and areas.for_engine(folder / "areas", feedback, kept_fields=[ROLE_FIELD, OWNER_FIELD]),
                    report=report,
                    html=page,
                    matches=folder / "matches.gpkg" if has_layer else None,
                    score_threshold=number_or_none(self, parameters, "SCORE_THRESHOLD", context),
                    device=text_or_none(self, parameters, "DEVICE", context),
                    crs=self._crs,
                ),
                feedback,
            )
            outputs: dict[str, Any] = {"REPORT": str(report), "HTML": page}
            if has_layer:
                matches = pour(folder / "matches.gpkg", self, parameters, "MATCHES", context, feedback)
                style_when_loaded(matches, context, style_matches)
                outputs["MATCHES"] = matches
        overall = outcome.values.get("overall") or {}
        return {**outputs, **{name: overall.get(name.lower()) for name in SCORES}}


def _score_title(name: str) -> str:
    titles = {"MAP": tr("mAP"), "MAP50": tr("mAP50"), "PRECISION": tr("Precision"), "RECALL": tr("Recall")}
    return titles.get(name, tr("F1"))
