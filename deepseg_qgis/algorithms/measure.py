"""`deepseg:measure`: the shape of polygons and the pixels below them, as fields beside all that they have."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)

from ..engine_client import command_line
from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.polygon_source import PolygonSource, polygon_source
from .engine_algorithm import EngineAlgorithm, Spans
from .inputs import destination_problem, raster_crs, raster_paths, work_folder
from .parameters import add_crs, add_polygon_layer, add_rasters, explained, has_value, text_or_none
from .placeless import keep_without_crs
from .result_layer import pour

PERCENTILES = "10,50,90"


class MeasureAlgorithm(EngineAlgorithm):
    """Adds the measures of polygons to their attributes."""

    NAME = "measure"
    GROUP = "result"
    SPANS: ClassVar[Spans] = {"measure": (0.0, 95.0)}

    def __init__(self) -> None:
        super().__init__()
        self._source: PolygonSource | None = None
        self._rasters: list[str] = []
        self._crs: str | None = None

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Measure polygons")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Adds the shape of every polygon to its attributes: area and perimeter on the ellipsoid, length and width, "
            "orientation, elongation, compactness, convexity, holes.\n\n"
            "With rasters it also adds what the pixels below hold, band by band, with brightness and color indices. A "
            "pixel counts by the share of it that the polygon covers."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("zonal statistics,morphology,area,perimeter,NDVI,texture,GLCM").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        text = tr("Footprints, labels or any other polygons. All of their fields are kept.")
        add_polygon_layer(self.addParameter, "INPUT", tr("Polygons"), text)
        text = tr("Left empty, only shapes are measured. Of several, the one that a polygon's field raster names.")
        add_rasters(self.addParameter, text)
        bands = QgsProcessingParameterString("BANDS", tr("Bands"), optional=True)
        text = tr("Which bands, and what they are called, such as red=1,green=2,blue=3,nir=4. Left empty, all.")
        self.addParameter(explained(bands, text))
        percentiles = QgsProcessingParameterString("PERCENTILES", tr("Percentiles"), PERCENTILES, optional=True)
        self.addParameter(explained(percentiles, tr("From 0 to 100. Left empty, none."), is_advanced=True))
        texture = QgsProcessingParameterBoolean("TEXTURE", tr("Texture"), False)
        text = tr("Contrast, homogeneity and entropy of gray levels that lie side by side.")
        self.addParameter(explained(texture, text))
        add_crs(self.addParameter)
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Measured polygons"), QgsProcessing.TypeVectorPolygon)
        )
        self.addOutput(QgsProcessingOutputNumber("N_POLYGONS", tr("Number of polygons")))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        has_raster = bool(self._raster_paths(parameters, context))
        if not has_raster and (has_value(parameters, "BANDS") or self.parameterAsBool(parameters, "TEXTURE", context)):
            return tr("Bands and texture are measured on a raster. Choose one, or leave them out.")
        _checked_bands(text_or_none(self, parameters, "BANDS", context))
        percentiles = self._percentiles(parameters, context)
        _checked_percentiles(percentiles)
        if not has_raster and percentiles not in ("", PERCENTILES):  # what stands there by itself is no wish
            return tr("Percentiles are measured on a raster. Choose one, or leave them out.")
        return destination_problem(parameters.get("OUTPUT"), context)

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers."""
        self._source = polygon_source(parameters, "INPUT", self, context)
        self._rasters = self._raster_paths(parameters, context)
        self._crs = raster_crs(self, parameters, context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Measure them."""
        assert self._source is not None, "prepare comes first"
        with work_folder() as folder:
            file = folder / "measured.gpkg"
            arguments = command_line.measure(
                polygons=self._source.for_engine(folder / "input", feedback),
                output=file,
                rasters=self._rasters,
                bands=text_or_none(self, parameters, "BANDS", context),
                percentiles=(self._rasters and self._percentiles(parameters, context)) or "none",
                texture=self.parameterAsBool(parameters, "TEXTURE", context),
                crs=self._crs,
            )
            outcome = self.run_engine(arguments, feedback)
            output = pour(file, self, parameters, "OUTPUT", context, feedback)
        if self._source.features is not None and not self._source.crs.isValid():
            keep_without_crs(output, QgsCoordinateReferenceSystem(), context)
        return {"OUTPUT": output, "N_POLYGONS": outcome.values.get("n")}

    def _raster_paths(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        return raster_paths(self, parameters, "RASTERS", context) if has_value(parameters, "RASTERS") else []

    def _percentiles(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        if "PERCENTILES" in parameters and not has_value(parameters, "PERCENTILES"):
            return ""
        return self.parameterAsString(parameters, "PERCENTILES", context).replace(";", ",").strip()


def _checked_bands(text: str | None) -> None:
    """Accept names and numbers of bands.

    Raises:
        DeepSegPluginError: they are something else.
    """
    parts = [part.partition("=") for part in (text or "").split(",") if text]
    if not all(name.strip() and number.strip().isdigit() for name, _, number in parts):
        raise DeepSegPluginError(
            tr("“{text}” names no bands").format(text=text),
            hint=tr("Write names and numbers from 1, such as red=1,green=2,blue=3,nir=4."),
        )


def _checked_percentiles(text: str) -> None:
    """Accept numbers from 0 to 100.

    Raises:
        DeepSegPluginError: they are something else.
    """
    try:
        is_right = all(0 <= float(part) <= 100 for part in text.split(",") if text)
    except ValueError:
        is_right = False
    if not is_right:
        raise DeepSegPluginError(
            tr("“{text}” are no percentiles").format(text=text),
            hint=tr("Write numbers from 0 to 100, such as 10,50,90."),
        )
