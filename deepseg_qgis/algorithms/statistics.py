"""`deepseg:statistics`: how many footprints of each category there are, and how much ground they cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ..domain.category import NO_CATEGORY
from ..domain.statistics import CategoryCount, FootprintRow, count_by_category, total_area_m2
from ..errors import EngineStoppedError
from ..i18n import tr
from ..layers.fields import integer_field, null_value, real_field, text_field
from ..layers.footprint_rows import CATEGORY, check_countable, footprint_rows
from .engine_algorithm import EngineAlgorithm, is_canceled
from .parameters import add_category_field, add_polygon_layer, explained, has_value, text_or_none
from .statistics_by_engine import (
    DENSITIES,
    EngineCount,
    add_engine_parameters,
    file_problem,
    needs_engine,
    write_sizes,
)

_ASK_EVERY = 500  # footprints


class StatisticsAlgorithm(EngineAlgorithm):
    """Writes one row per category, or per category and raster; plain counts need no engine."""

    NAME = "statistics"
    GROUP = "result"

    def __init__(self) -> None:
        super().__init__()
        self._asked: EngineCount | None = None

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Count footprints")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Counts the footprints of each category and adds up the ground that they cover, into a table. It works "
            "for labels and other layers of polygons as well.\n\n"
            "Areas come from the field area_m2 where the layer has it; else they are measured on the ellipsoid.\n\n"
            "With an area or rasters the engine tells densities as well; it also writes the size histogram, a file for "
            "other programs, and a report with charts and maps."
        )

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802  (QGIS calls it by this name)
        """Return that it can: QGIS itself counts, unless more is asked."""
        return True, ""

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  (QGIS's name)
        """Add parameters and outputs."""
        text = tr("Footprints that DeepSeg predicted, or any polygons with a field that holds their category.")
        add_polygon_layer(self.addParameter, "INPUT", tr("Footprints"), text)
        field_text = tr("Left empty, it is the field category.")
        add_category_field(self.addParameter, field_text, layer="INPUT", is_advanced=True)
        self.addParameter(
            explained(
                QgsProcessingParameterBoolean("BY_RASTER", tr("Tell rasters apart"), False),
                tr("Count each raster for itself, by the field raster."),
            )
        )
        add_engine_parameters(self.addParameter)
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Counts"), QgsProcessing.TypeVector))
        self.addOutput(QgsProcessingOutputNumber("N_FOOTPRINTS", tr("Number of footprints")))
        self.addOutput(QgsProcessingOutputNumber("TOTAL_AREA_M2", tr("Ground that they cover (m²)")))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        return file_problem(self, parameters, context)

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers, where the engine is to count."""
        if needs_engine(parameters):
            self._asked = EngineCount.chosen(
                self,
                parameters,
                context,
                category_field=text_or_none(self, parameters, "CATEGORY_FIELD", context),
                by_raster=self.parameterAsBool(parameters, "BY_RASTER", context),
            )

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Count, and write the table."""
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        category_field = text_or_none(self, parameters, "CATEGORY_FIELD", context) or CATEGORY
        by_raster = self.parameterAsBool(parameters, "BY_RASTER", context)
        is_placed = by_raster and has_value(parameters, "RASTERS")  # then rasters are told apart by place
        check_countable(
            source.fields(),
            name=source.sourceName(),
            category_field=category_field,
            by_raster=by_raster and not is_placed,
        )
        if self._asked is not None:
            return self._by_engine(self._asked, parameters, context, feedback)
        # A broken outline is still one thing to be counted.
        source.setInvalidGeometryCheck(QgsFeatureRequest.GeometryNoCheck)
        rows = footprint_rows(source, context.transformContext(), category_field=category_field)
        counts = count_by_category(_watched(rows, source, feedback), by_raster=by_raster)
        output = self._write(counts, by_raster, parameters, context)
        total = total_area_m2(counts)
        if total is None:
            feedback.pushWarning(
                tr("The layer has no coordinate system that says how large its polygons are, so areas are left empty.")
            )
        return {
            "OUTPUT": output,
            "N_FOOTPRINTS": sum(count.n_footprints for count in counts),
            "TOTAL_AREA_M2": total,
        }

    def _by_engine(
        self,
        asked: EngineCount,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        values = asked.run(self.run_engine, feedback)
        names = ["category", *(["raster"] if asked.by_raster else []), "n", "total_area_m2", "mean_area_m2", *DENSITIES]
        rows = [[count.get(name) for name in names] for count in values.get("counts") or []]
        output = self._write_rows(rows, _fields(asked.by_raster, DENSITIES), parameters, context)
        total = values.get("total") or {}
        return {
            "OUTPUT": output,
            **write_sizes(values, self, parameters, context),
            **asked.files,
            "N_FOOTPRINTS": total.get("n"),
            "TOTAL_AREA_M2": total.get("total_area_m2"),
        }

    def _write(
        self,
        counts: Iterable[CategoryCount],
        by_raster: bool,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> str:
        rows = [
            [
                count.category or NO_CATEGORY,
                *([count.raster] if by_raster else []),
                count.n_footprints,
                count.total_area_m2,
                count.mean_area_m2,
            ]
            for count in counts
        ]
        return self._write_rows(rows, _fields(by_raster), parameters, context)

    def _write_rows(
        self,
        rows: Iterable[list[Any]],
        fields: QgsFields,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> str:
        sink, output = self.parameterAsSink(
            parameters, "OUTPUT", context, fields, QgsWkbTypes.NoGeometry, QgsCoordinateReferenceSystem()
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        for row in rows:
            feature = QgsFeature(fields)
            feature.setAttributes([null_value() if value is None else value for value in row])
            if not sink.addFeature(feature, QgsFeatureSink.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
        return str(output)


def _fields(by_raster: bool, more: Iterable[str] = ()) -> QgsFields:
    fields = QgsFields()
    fields.append(text_field("category"))
    if by_raster:
        fields.append(text_field("raster"))
    fields.append(integer_field("n_footprints"))
    fields.append(real_field("total_area_m2"))
    fields.append(real_field("mean_area_m2"))
    for name in more:
        fields.append(real_field(name))
    return fields


def _watched(
    rows: Iterable[FootprintRow], source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback
) -> Iterator[FootprintRow]:
    """Pass the rows on, telling how far it is and asking whether to go on."""
    n_rows = source.featureCount()
    for done, row in enumerate(rows):
        if done % _ASK_EVERY == 0:
            if n_rows > 0:
                feedback.setProgress(100 * done / n_rows)
            if is_canceled(feedback):
                raise EngineStoppedError(tr("Stopped before everything was counted; no table was written"))
        yield row
