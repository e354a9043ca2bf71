"""What the engine counts for `deepseg:statistics`: densities, sizes, and files for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..engine_client import command_line
from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.fields import integer_field, null_value, real_field, text_field
from ..layers.footprint_rows import AREA, RASTER
from ..layers.polygon_source import PolygonSource, polygon_source
from ..layers.style import colors_on_map
from .inputs import raster_crs, raster_paths, work_folder
from .parameters import Add, add_crs, add_polygon_layer, add_rasters, explained, has_value, text_or_none

ENGINE_PARAMETERS = ("AREA", "RASTERS", "SIZES", "FILE", "REPORT")
FORMATS = {".json": "json", ".csv": "csv"}
DENSITIES = ("ground_m2", "n_per_ha", "n_per_km2", "covered")


def add_engine_parameters(add: Add) -> None:
    """Add the ground, and what else is written."""
    area_text = tr("Only what lies in these polygons is counted, and how many there are per hectare of them.")
    add_polygon_layer(add, "AREA", tr("Area"), area_text, is_optional=True)
    add_rasters(add, tr("Their ground is what densities count on; the report shows them as maps."))
    bins = QgsProcessingParameterString("BINS", tr("Bars of the size histogram"), optional=True)
    text = tr("Where they begin and end in m², such as 0,50,100,200. Left empty, they are chosen from the sizes.")
    add(explained(bins, text, is_advanced=True))
    colors = QgsProcessingParameterString("COLORS", tr("Colors of categories in the report"), optional=True)
    text = tr("Such as roof=#e69f00; tree=#009e73. Left empty, those of the layer.")
    add(explained(colors, text, is_advanced=True))
    add_crs(add)
    for parameter, text in (
        (
            QgsProcessingParameterFeatureSink(
                "SIZES", tr("Size histogram"), QgsProcessing.TypeVector, optional=True, createByDefault=False
            ),
            tr("A table with a row per bar: from, to, and how many are as large as that."),
        ),
        (
            QgsProcessingParameterFileDestination(
                "FILE", tr("Counts as a file"), "JSON (*.json);;CSV (*.csv)", optional=True, createByDefault=False
            ),
            tr("The counts for other programs: .json, with sizes, or .csv."),
        ),
        (
            QgsProcessingParameterFileDestination(
                "REPORT", tr("Report"), "HTML (*.html)", optional=True, createByDefault=False
            ),
            tr("One page with charts and maps that needs no network."),
        ),
    ):
        add(explained(parameter, text))


def needs_engine(parameters: Mapping[str, Any]) -> bool:
    """Tell whether something is asked that only the engine does."""
    return any(has_value(dict(parameters), name) for name in ENGINE_PARAMETERS)


def file_problem(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    """Return why a file cannot be written; empty when it can.

    Raises:
        DeepSegPluginError: colors cannot be read.
    """
    category_colors(text_or_none(algorithm, parameters, "COLORS", context))
    if has_value(parameters, "FILE"):
        file = Path(algorithm.parameterAsFileOutput(parameters, "FILE", context))
        if file.suffix.lower() not in FORMATS:
            return tr("{file} must end in {endings}.").format(file=file.name, endings=", ".join(FORMATS))
    return ""


def category_colors(text: str | None) -> dict[str, str]:
    """Return the colors of `roof=#e69f00; tree=#009e73`.

    Raises:
        DeepSegPluginError: a part says no color.
    """
    colors = {}
    for part in filter(None, (part.strip() for part in (text or "").split(";"))):
        name, _, color = part.rpartition("=")
        is_color = len(color) == 7 and color[0] == "#" and set(color[1:].lower()) <= set("0123456789abcdef")
        if not name.strip() or not is_color:
            raise DeepSegPluginError(
                tr("“{part}” gives no category a color").format(part=part),
                hint=tr("Write it like this: roof=#e69f00; tree=#009e73"),
            )
        colors[name.strip()] = color
    return colors


@dataclass
class EngineCount:
    """What is asked of the engine, as it was on the main thread."""

    source: PolygonSource
    category_field: str | None
    by_raster: bool
    area: PolygonSource | None = None
    rasters: Sequence[str] = ()
    crs: str | None = None
    bins: str | None = None
    colors: dict[str, str] = field(default_factory=dict)
    file: Path | None = None
    report: Path | None = None

    @classmethod
    def chosen(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        *,
        category_field: str | None,
        by_raster: bool,
    ) -> EngineCount:
        """Return it; for the main thread."""
        layer = algorithm.parameterAsVectorLayer(parameters, "INPUT", context)
        own = colors_on_map([layer]) if isinstance(layer, QgsVectorLayer) else {}
        has_rasters = has_value(parameters, "RASTERS")
        return cls(
            polygon_source(parameters, "INPUT", algorithm, context),
            category_field,
            by_raster,
            polygon_source(parameters, "AREA", algorithm, context) if has_value(parameters, "AREA") else None,
            raster_paths(algorithm, parameters, "RASTERS", context) if has_rasters else (),
            raster_crs(algorithm, parameters, context),
            text_or_none(algorithm, parameters, "BINS", context),
            {**own, **category_colors(text_or_none(algorithm, parameters, "COLORS", context))},
            *(
                Path(algorithm.parameterAsFileOutput(parameters, name, context))
                if has_value(parameters, name)
                else None
                for name in ("FILE", "REPORT")
            ),
        )

    def run(self, run_engine: Any, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Let the engine count and write the files, and return what it found."""
        values: dict[str, Any] = {}
        with work_folder() as folder:
            fields = [self.category_field or "category", RASTER, AREA]
            polygons = self.source.for_engine(folder / "input", feedback, kept_fields=fields)
            area = self.area.for_engine(folder / "area", feedback) if self.area is not None else None
            wanted = [
                ("html", self.report),
                (FORMATS[self.file.suffix.lower()], self.file) if self.file else ("", None),
            ]
            jobs = [(kind, path) for kind, path in wanted if path is not None] or [("json", folder / "counts.json")]
            for kind, path in jobs:
                arguments = command_line.statistics(
                    footprints=polygons,
                    output=path,
                    by="raster" if self.by_raster else None,
                    format=kind,
                    category_field=self.category_field,
                    area=area,
                    rasters=self.rasters,
                    bins=self.bins,
                    colors=self.colors if kind == "html" else {},
                    crs=self.crs,
                )
                values = dict(run_engine(arguments, feedback).values)
        return values

    @property
    def files(self) -> dict[str, str]:
        """Return the outputs that are files."""
        return {name: str(path) for name, path in (("FILE", self.file), ("REPORT", self.report)) if path is not None}


def write_sizes(
    values: Mapping[str, Any],
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> dict[str, str]:
    """Write the size histogram where it is wanted, and return the output."""
    if not has_value(parameters, "SIZES"):
        return {}
    fields = QgsFields()
    for each in (text_field("category"), text_field("raster"), real_field("from_m2"), real_field("to_m2")):
        fields.append(each)
    fields.append(integer_field("n_footprints"))
    sink, output = algorithm.parameterAsSink(
        parameters, "SIZES", context, fields, QgsWkbTypes.NoGeometry, QgsCoordinateReferenceSystem()
    )
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, "SIZES"))
    for row in _bars(values.get("sizes") or {}):
        feature = QgsFeature(fields)
        feature.setAttributes([null_value() if value is None else value for value in row])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(algorithm.writeFeatureError(sink, parameters, "SIZES"))
    return {"SIZES": str(output)}


def _bars(sizes: Mapping[str, Any]) -> Iterable[list[Any]]:
    edges = list(sizes.get("edges_m2") or [])
    for row in sizes.get("counts") or []:
        for begin, end, n in zip(edges, edges[1:], row["n"]):
            yield [row["category"], row.get("raster", ""), begin, end, n]
