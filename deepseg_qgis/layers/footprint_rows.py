"""What is counted of each footprint, read one by one from any layer of polygons that has a category."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsFields,
)

from ..domain.statistics import FootprintRow
from ..errors import LayerNotUsableError
from ..i18n import tr

CATEGORY = "category"
RASTER = "raster"
AREA = "area_m2"
SCORE = "score"


def check_countable(fields: QgsFields, *, name: str, category_field: str = CATEGORY, by_raster: bool = False) -> None:
    """Accept a layer whose fields tell what is to be counted.

    Raises:
        LayerNotUsableError: a field is missing.
    """
    if fields.lookupField(category_field) < 0:
        raise LayerNotUsableError(
            tr("{layer} has no field “{field}”, so there are no categories to count").format(
                layer=name, field=category_field
            ),
            hint=tr("Choose a layer of footprints or labels, or the field that holds their category."),
        )
    if by_raster and fields.lookupField(RASTER) < 0:
        raise LayerNotUsableError(
            tr("{layer} has no field “{field}”, so its rasters cannot be told apart").format(layer=name, field=RASTER),
            hint=tr("Count all rasters together, or choose footprints that DeepSeg predicted."),
        )


def footprint_rows(
    source: QgsFeatureSource,
    transform_context: QgsCoordinateTransformContext,
    *,
    category_field: str = CATEGORY,
) -> Iterator[FootprintRow]:
    """Yield what is counted of each footprint.

    The area is that of the field `area_m2`, which the engine writes; else it is measured on the ellipsoid, and unknown
    where the layer has no coordinate system.
    """
    fields = source.fields()
    category, raster, area, score = (fields.lookupField(name) for name in (category_field, RASTER, AREA, SCORE))
    measure = _measure(source.sourceCrs(), transform_context)
    wanted = [index for index in (category, raster, area, score) if index >= 0]
    request = QgsFeatureRequest().setSubsetOfAttributes(wanted)
    for feature in source.getFeatures(request):
        area_m2 = _number(feature.attribute(area)) if area >= 0 else None
        if area_m2 is None and measure is not None:
            area_m2 = _measured_m2(measure, feature.geometry())
        yield FootprintRow(
            category=_text(feature.attribute(category)),
            raster=_text(feature.attribute(raster)) if raster >= 0 else "",
            area_m2=area_m2,
            score=_number(feature.attribute(score)) if score >= 0 else None,
        )


def _measure(
    crs: QgsCoordinateReferenceSystem, transform_context: QgsCoordinateTransformContext
) -> QgsDistanceArea | None:
    if not crs.isValid():
        return None
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, transform_context)
    measure.setEllipsoid(crs.ellipsoidAcronym() or "EPSG:7030")
    return measure


def _measured_m2(measure: QgsDistanceArea, geometry: Any) -> float | None:
    if not geometry.isGeosValid():  # measured as if repaired, as the engine does
        geometry = geometry.makeValid()
    area_m2 = measure.measureArea(geometry)  # in square metres, as there is an ellipsoid
    return area_m2 if math.isfinite(area_m2) else None


def _text(value: Any) -> str:
    """Return an attribute as text; QGIS has three ways to say that there is none."""
    return str(value) if _is_there(value) else ""


def _number(value: Any) -> float | None:
    try:
        number = float(value) if _is_there(value) else math.nan
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None


def _is_there(value: Any) -> bool:
    is_null = getattr(value, "isNull", None)
    return value is not None and not (callable(is_null) and is_null())
