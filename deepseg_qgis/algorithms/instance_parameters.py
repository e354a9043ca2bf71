"""Parameters of the algorithms that cut out, sort and mask by polygons."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
    QgsProcessingUtils,
)

from ..i18n import tr
from ..layers.polygon_source import PolygonSource
from ..layers.raster_source import crs_given_in_qgis
from .parameters import Add, add_category_field, add_polygon_layer, crs_or_none, explained, has_value, text_or_none

DEFAULT_FIELD = "category"


def add_polygons(add: Add) -> None:
    """Add the polygons."""
    text = tr("Footprints, labels or any other polygons, in any coordinate system.")
    add_polygon_layer(add, "INPUT", tr("Polygons"), text)


def add_field(add: Add, name: str, title: str, text: str, *, is_advanced: bool = False) -> None:
    """Add a field of the polygons that may be left empty."""
    field = QgsProcessingParameterField(name, title, parentLayerParameterName="INPUT", optional=True)
    add(explained(field, text, is_advanced=is_advanced))


def add_categories(add: Add, text: str, *, is_advanced: bool = False) -> None:
    """Add the field of the category, and which of them are meant."""
    field_text = tr("The field that names the category. Left empty, the field category where there is one.")
    add_category_field(add, field_text, layer="INPUT")
    categories = QgsProcessingParameterString("CATEGORIES", tr("Only these categories"), optional=True)
    add(explained(categories, text, is_advanced=is_advanced))


def add_flag(add: Add, name: str, title: str, text: str, *, is_advanced: bool = False) -> None:
    """Add a box to tick."""
    add(explained(QgsProcessingParameterBoolean(name, title, False), text, is_advanced=is_advanced))


def add_choice(add: Add, name: str, title: str, choices: tuple[str, ...], text: str) -> None:
    """Add a choice of words, the first of which is the default; scripts write the words."""
    parameter = QgsProcessingParameterEnum(name, title, list(choices), defaultValue=choices[0], usesStaticStrings=True)
    add(explained(parameter, text))


def named_categories(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[str]:
    """Return the categories of `roof; tree`."""
    text = text_or_none(algorithm, parameters, "CATEGORIES", context) or ""
    return [part.strip() for part in text.split(";") if part.strip()]


def crs_of_one_raster(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> str | None:
    """Return the coordinate system of a raster that names none: what the user says, or has told QGIS before."""
    stated = crs_or_none(algorithm, parameters, "CRS", context)
    if stated is not None or not has_value(parameters, "RASTER"):
        return stated
    value = parameters["RASTER"]
    layer = value if isinstance(value, QgsMapLayer) else None
    if isinstance(value, str):
        layer = QgsProcessingUtils.mapLayerFromString(value, context, False)  # False: nothing new is opened
    return None if layer is None else crs_given_in_qgis(layer)


def is_placeless(source: PolygonSource) -> bool:
    """Tell whether a layer has no coordinate system, as of rasters without georeference."""
    return source.features is not None and not source.crs.isValid()
