"""`deepseg:cleanshapes`: simpler, smoother outlines with right angles; neighbors keep the walls they share."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRenderer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
)

from ..engine_client import command_line
from ..i18n import tr
from ..layers.polygon_source import PolygonSource, polygon_source
from .engine_algorithm import EngineAlgorithm, Spans
from .inputs import destination_problem, work_folder
from .parameters import explained, has_value, number, number_or_none
from .placeless import keep_without_crs
from .result_layer import pour, style_when_loaded
from .shape_changes import add_changes, change_options


class CleanShapesAlgorithm(EngineAlgorithm):
    """Cleans the outlines of polygons."""

    NAME = "cleanshapes"
    GROUP = "result"
    SPANS: ClassVar[Spans] = {"clean": (0.0, 95.0)}

    def __init__(self) -> None:
        super().__init__()
        self._source: PolygonSource | None = None
        self._inside: PolygonSource | None = None
        self._renderer: QgsFeatureRenderer | None = None  # of the layer that comes in

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Clean shapes")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Makes outlines simpler or smoother, gives buildings straight walls and right angles, fills small holes, "
            "drops specks, and cuts off what lies outside an area. All fields are kept; areas and lengths are "
            "measured anew.\n\n"
            "Polygons that share a wall share it afterwards too, and none comes to lie in another one. Where that "
            "cannot be had, or an outline would change too much, it stays as it was."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("simplify,smooth,regularize,orthogonalize,square,generalize,holes,clip").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        polygons = [QgsProcessing.TypeVectorPolygon]
        source = QgsProcessingParameterFeatureSource("INPUT", tr("Polygons"), polygons)
        self.addParameter(explained(source, tr("Footprints, labels or any other polygons. All of their fields stay.")))
        add_changes(self.addParameter, is_advanced=False)
        for name, title, text in (
            ("SIMPLIFY_M", tr("Simplify outlines by (m)"), tr("Points that lie so near the outline are left out.")),
            ("MIN_AREA_M2", tr("Smallest area (m²)"), tr("Smaller polygons, and smaller parts, are dropped.")),
        ):
            self.addParameter(number(name, title, text, default=0.0, least=0.0, is_advanced=False))
        inside = QgsProcessingParameterFeatureSource("INSIDE", tr("Keep inside"), polygons, optional=True)
        self.addParameter(explained(inside, tr("Polygons; what lies outside of them is cut off.")))
        text = tr("Right angles must leave so much of the outline before, from 0 to 1; else it stays as it was.")
        self.addParameter(number("LEAST_IOU", tr("Least overlap"), text, default=0.8, least=0.0, most=1.0))
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Clean shapes"), polygons[0]))
        self.addOutput(QgsProcessingOutputNumber("N_POLYGONS", tr("Number of polygons")))
        self.addOutput(QgsProcessingOutputNumber("N_CHANGED", tr("Changed")))
        self.addOutput(QgsProcessingOutputNumber("N_DROPPED", tr("Dropped")))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        asked = {name for name, value in self._changes(parameters, context).items() if value}
        if not asked - {"wall_shift_m", "least_iou"} and not has_value(parameters, "INSIDE"):
            return tr("Nothing would change. Choose right angles, or give one of the numbers.")
        return destination_problem(parameters.get("OUTPUT"), context)

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers."""
        self._source = polygon_source(parameters, "INPUT", self, context)
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        if layer is not None and layer.renderer() is not None:
            self._renderer = layer.renderer().clone()
        if has_value(parameters, "INSIDE"):
            self._inside = polygon_source(parameters, "INSIDE", self, context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Clean them."""
        assert self._source is not None, "prepare comes first"
        with work_folder() as folder:
            file = folder / "clean.gpkg"
            arguments = command_line.clean_shapes(
                polygons=self._source.for_engine(folder / "input", feedback),
                output=file,
                inside=self._inside and self._inside.for_engine(folder / "inside", feedback, kept_fields=[]),
                **self._changes(parameters, context),
            )
            outcome = self.run_engine(arguments, feedback)
            output = pour(file, self, parameters, "OUTPUT", context, feedback)
        if self._renderer is not None:
            renderer = self._renderer
            style_when_loaded(output, context, lambda layer: layer.setRenderer(renderer.clone()))
        if self._source.features is not None and not self._source.crs.isValid():
            keep_without_crs(output, QgsCoordinateReferenceSystem(), context)
        told = {"N_POLYGONS": "n", "N_CHANGED": "n_changed", "N_DROPPED": "n_dropped"}
        return {"OUTPUT": output, **{name: outcome.values.get(key) for name, key in told.items()}}

    def _changes(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        return {
            **change_options(self, parameters, context),
            "simplify_m": number_or_none(self, parameters, "SIMPLIFY_M", context) or None,
            "min_area_m2": number_or_none(self, parameters, "MIN_AREA_M2", context) or None,
            "least_iou": number_or_none(self, parameters, "LEAST_IOU", context),
        }
