"""Where footprints go: a layer of QGIS, a file in a format of the engine, or both."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
)

from ..i18n import tr
from .inputs import destination_path, destination_problem
from .parameters import Add, category_thresholds, explained, has_value, number_or_none, text_or_none
from .result_layer import Style, pour, style_when_loaded
from .shape_changes import change_options

ENDINGS = (".geojson", ".gpkg", ".parquet", ".json")


def add_footprint_outputs(add: Add) -> None:
    """Add the layer and the file."""
    layer = QgsProcessingParameterFeatureSink(
        "OUTPUT", tr("Footprints"), QgsProcessing.TypeVectorPolygon, optional=True, createByDefault=True
    )
    add(explained(layer, tr("A layer of measured polygons, in the coordinate system of the first raster.")))
    formats = tr("GeoJSON (*.geojson);;GeoPackage (*.gpkg);;GeoParquet (*.parquet);;COCO results (*.json)")
    file = QgsProcessingParameterFileDestination(
        "FILE", tr("Footprints as a file"), formats, optional=True, createByDefault=False
    )
    add(explained(file, tr("The same for other programs: .geojson, .gpkg, .parquet, or .json for COCO.")))


def shape_options(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """Return which footprints are kept and how they are drawn.

    Raises:
        DeepSegPluginError: the thresholds of categories cannot be read.
    """
    text = text_or_none(algorithm, parameters, "CATEGORY_THRESHOLDS", context)
    return {
        "score_threshold": number_or_none(algorithm, parameters, "SCORE_THRESHOLD", context),
        "category_thresholds": category_thresholds(text),
        "min_area_m2": number_or_none(algorithm, parameters, "MIN_AREA_M2", context) or None,
        "simplify_m": number_or_none(algorithm, parameters, "SIMPLIFY_M", context),
        **change_options(algorithm, parameters, context),
    }


def destination_of(parameters: dict[str, Any], context: QgsProcessingContext) -> Path | None:
    """Return the file that the footprints go to; None for a layer that lies in no file of the user's."""
    paths = (destination_path(parameters.get(name), context) for name in ("FILE", "OUTPUT"))
    return next((Path(path) for path in paths if path), None)


def file_problem(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    """Return why footprints cannot go where they shall; empty when they can."""
    if not has_value(parameters, "OUTPUT") and not has_value(parameters, "FILE"):
        return tr("The footprints would go nowhere. Choose a layer, a file, or both.")
    if has_value(parameters, "FILE"):
        file = Path(algorithm.parameterAsFileOutput(parameters, "FILE", context))
        if file.suffix.lower() not in ENDINGS:
            return tr("{file} must end in {endings}.").format(file=file.name, endings=", ".join(ENDINGS))
    return destination_problem(parameters.get("OUTPUT"), context)


@dataclass(frozen=True)
class FootprintOutput:
    """What was chosen. `files` are those that the engine writes, in this order; `layer_file` feeds the layer."""

    file: Path | None
    layer_file: Path | None

    @classmethod
    def chosen(
        cls, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, folder: Path
    ) -> FootprintOutput:
        """Return it; a file that only feeds the layer goes into `folder`."""
        has_file = has_value(parameters, "FILE")
        file = Path(algorithm.parameterAsFileOutput(parameters, "FILE", context)) if has_file else None
        if not has_value(parameters, "OUTPUT"):
            return cls(file, None)
        is_fit = file is not None and file.suffix.lower() == ".gpkg"
        return cls(file, file if is_fit else folder / "footprints.gpkg")

    @property
    def files(self) -> tuple[Path, ...]:
        """Return what the engine writes: one file, or two of different formats."""
        return tuple(dict.fromkeys(path for path in (self.layer_file, self.file) if path is not None))

    def pour(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        *,
        style: Style,
    ) -> dict[str, Any]:
        """Fill the layer and return the outputs that exist now."""
        outputs = {} if self.file is None else {"FILE": str(self.file)}
        if self.layer_file is not None:
            outputs["OUTPUT"] = pour(self.layer_file, algorithm, parameters, "OUTPUT", context, feedback)
            style_when_loaded(outputs["OUTPUT"], context, style)
        return outputs
