"""`deepseg:checklabels`: the label doctor, which finds what would teach a model something wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ..domain.label_finding import CheckRules
from ..errors import EngineStoppedError, LayerNotUsableError
from ..i18n import tr
from ..layers.finding_layer import finding_feature, finding_fields
from ..layers.ground import RasterGround, area_ground
from ..layers.label_check import CheckStopped, Finding, LabelSheet, check_labels
from ..layers.label_words import kind_text
from ..layers.raster_frame import RasterFrame, read_frame
from .base import DeepSegAlgorithm, is_canceled
from .inputs import raster_crs, raster_paths
from .parameters import add_category_field, add_polygon_layer, add_rasters, has_value, number, text_or_none
from .placeless import keep_without_crs


class CheckLabelsAlgorithm(DeepSegAlgorithm):
    """Writes one row per finding."""

    NAME = "checklabels"
    GROUP = "data"

    def __init__(self) -> None:
        super().__init__()
        self._frames: list[RasterFrame] = []

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Check labels")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Finds labels that would teach a model something wrong: invalid or empty polygons, labels drawn twice, "
            "overlaps within a category, labels off the rasters or outside the areas, labels that are too small at the "
            "rasters' resolution, labels without a category and categories with too few labels.\n\n"
            "The result has one row per finding, with its kind, a message, the label and the repair that fits: "
            "make_valid, delete, clip, merge or none. The labels themselves are not changed; the dock Categories & "
            "labels does the repairs."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  (QGIS's name)
        """Add parameters and outputs."""
        add = self.addParameter
        text = tr("Polygons around what is to be found, in any coordinate system.")
        add_polygon_layer(add, "LABELS", tr("Labels"), text)
        add_category_field(add, tr("Left empty, all labels are of one category."))
        add_rasters(add, tr("Left empty, places and sizes are not checked."))
        text = tr("Polygons inside which everything is labeled. Left empty, labels may lie anywhere.")
        add_polygon_layer(add, "AREAS", tr("Areas"), text, is_optional=True)
        text = tr("Labels whose shorter side has fewer pixels than this are too small.")
        self.addParameter(number("MIN_SIDE_PX", tr("Shortest side (px)"), text, default=4.0, least=0.0))
        text = tr("Categories with fewer labels than this cannot be learned.")
        self.addParameter(
            number("MIN_PER_CATEGORY", tr("Fewest labels per category"), text, default=2, least=0, is_whole=True)
        )
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Findings"), QgsProcessing.TypeVectorPolygon))
        self.addOutput(QgsProcessingOutputNumber("N_FINDINGS", tr("Number of findings")))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the rasters."""
        self._frames = []
        if not has_value(parameters, "RASTERS") or parameters["RASTERS"] == []:
            return
        said = raster_crs(self, parameters, context)
        crs = QgsCoordinateReferenceSystem(said) if said else None
        self._frames = [read_frame(path, crs=crs) for path in raster_paths(self, parameters, "RASTERS", context)]

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Check, and write what was found."""
        labels = self._unchecked_source(parameters, "LABELS", context)
        if labels is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "LABELS"))
        areas = self._unchecked_source(parameters, "AREAS", context) if has_value(parameters, "AREAS") else None
        crs, transforms = labels.sourceCrs(), context.transformContext()

        def progress(done: float) -> bool:
            feedback.setProgress(100 * done)
            return not is_canceled(feedback)

        try:
            findings = check_labels(
                self._sheet(labels, parameters, context),
                rasters=RasterGround(self._frames, crs, transforms) if self._frames else None,
                areas=area_ground(areas, crs, transforms) if areas is not None else None,
                rules=CheckRules(
                    min_side_px=self.parameterAsDouble(parameters, "MIN_SIDE_PX", context),
                    min_per_category=self.parameterAsInt(parameters, "MIN_PER_CATEGORY", context),
                ),
                progress=progress,
            )
        except CheckStopped as err:
            raise EngineStoppedError(tr("Stopped before all labels were checked; nothing was written")) from err
        _tell(findings, labels.featureCount(), feedback)
        output = self._write(findings, crs, parameters, context)
        return {"OUTPUT": output, "N_FINDINGS": len(findings)}

    def _unchecked_source(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> QgsProcessingFeatureSource | None:
        """Return a source that lets broken polygons through: they are what is looked for."""
        source = self.parameterAsSource(parameters, name, context)
        if source is not None:
            source.setInvalidGeometryCheck(QgsFeatureRequest.GeometryNoCheck)
        return source

    def _sheet(
        self, labels: QgsProcessingFeatureSource, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> LabelSheet:
        field = text_or_none(self, parameters, "CATEGORY_FIELD", context)
        index = labels.fields().lookupField(field) if field else -1
        if field and index < 0:
            raise LayerNotUsableError(
                tr("{layer} has no field “{field}”").format(layer=labels.sourceName(), field=field),
                hint=tr("Choose the field that holds the category, or none."),
            )
        return LabelSheet(labels.getFeatures(), labels.featureCount(), labels.sourceCrs(), index)

    def _write(
        self,
        findings: Iterable[Finding],
        crs: QgsCoordinateReferenceSystem,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> str:
        sink, output = self.parameterAsSink(
            parameters, "OUTPUT", context, finding_fields(), QgsWkbTypes.MultiPolygon, crs
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        keep_without_crs(output, crs, context)
        for finding in findings:
            if not sink.addFeature(finding_feature(finding), QgsFeatureSink.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
        return str(output)


def _tell(findings: list[Finding], n_labels: int, feedback: QgsProcessingFeedback) -> None:
    """Say in the log how many findings there are of each kind."""
    if not findings:
        feedback.pushInfo(tr("{n} labels checked: everything is in order.", n_labels).format(n=n_labels))
        return
    feedback.pushInfo(tr("{n} labels checked.", n_labels).format(n=n_labels))
    for kind in dict.fromkeys(finding.kind for finding in findings):  # already in their order
        alike = [finding for finding in findings if finding.kind == kind]
        feedback.pushInfo(
            tr("{kind}: {n}. {example}").format(kind=kind_text(kind), n=len(alike), example=alike[0].message)
        )
