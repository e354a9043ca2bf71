"""Footprints as they are shown, added to a layer of the user's: fields by name, reprojected, in its edit buffer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProject,
    QgsVectorDataProvider,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..errors import LayerNotUsableError
from ..i18n import tr
from .editing import edited, must, start_editing
from .fields import real_field, text_field
from .footprint_export import ExportPart
from .label_geometry import is_known, way_between

KEPT_FIELDS = ("category", "score")  # what a footprint is, and how sure; added where the layer lacks them
_LEFT_OUT = ("fid", "review")
_SHAPEFILE_NAME = 10  # longer names are cut in shapefiles


@dataclass(frozen=True)
class Appended:
    """How many footprints became features, how many had no place there, and which fields were added."""

    n: int
    n_left_out: int
    new_fields: tuple[str, ...]


def can_take_footprints(layer: QgsVectorLayer) -> bool:
    """Tell whether QGIS can add polygons to a layer."""
    provider = layer.dataProvider()
    if not layer.isValid() or provider is None or layer.readOnly():
        return False
    can_add = bool(provider.capabilities() & QgsVectorDataProvider.AddFeatures)
    return can_add and layer.geometryType() == QgsWkbTypes.PolygonGeometry


def append_footprints(
    parts: Sequence[ExportPart], target: QgsVectorLayer, qgis_project: QgsProject, *, adds_fields: bool = True
) -> Appended:
    """Add footprints to a layer: one step that QGIS can undo there, and nothing is saved yet.

    Args:
        parts: what is shown, as `export_parts` gives it.
        target: a layer of polygons, left in edit mode.
        qgis_project: for the way from one coordinate system to another.
        adds_fields: add `category` and `score` where the layer has no such fields.

    Raises:
        LayerNotUsableError: it cannot be edited, holds no polygons, or one of both has no place on Earth.
        ProjectFileError: the features could not be added; nothing of them is left then.
    """
    if not can_take_footprints(target):
        raise LayerNotUsableError(
            tr('No polygons can be added to "{name}".').format(name=target.name()),
            hint=tr("Choose a layer of polygons that may be edited, such as a GeoPackage or a Shapefile."),
        )
    for part in parts:
        if is_known(part.crs) != is_known(target.crs()):
            raise LayerNotUsableError(
                tr('"{name}" and the footprints do not lie on the same map: one has a coordinate system.').format(
                    name=target.name()
                ),
                hint=tr("Choose a layer in the same coordinates, or give the layer its coordinate system."),
            )
    start_editing(target)
    n_left_out = 0
    with edited(target, tr("Append footprints")):
        new_fields = _add_fields(target, parts) if adds_fields else ()
        made: list[QgsFeature] = []
        for part in parts:
            way = way_between(part.crs, target.crs(), qgis_project)
            columns = _columns(part.fields, target.fields())
            for footprint in part.source.getFeatures():
                shapes = _shapes(footprint.geometry(), way, target)
                n_left_out += not shapes
                made += [_feature(footprint, shape, columns, target) for shape in shapes]
        must(target.addFeatures(made), target)
    return Appended(len(made), n_left_out, new_fields)


def _add_fields(target: QgsVectorLayer, parts: Iterable[ExportPart]) -> tuple[str, ...]:
    """Add what a footprint is and how sure the model was, where the layer cannot keep it."""
    there = {name for part in parts for name in part.fields.names()}
    missing = [name for name in KEPT_FIELDS if name in there and _number_of(target.fields(), name) < 0]
    new: list[QgsField] = [real_field(name) if name == "score" else text_field(name) for name in missing]
    for field in new:
        if field.name() == "category":
            field.setLength(80)  # a shapefile takes no text without end
        if not target.addAttribute(field):
            raise LayerNotUsableError(
                tr('"{name}" takes no field {field}.').format(name=target.name(), field=field.name()),
                hint=tr("Untick the fields, or choose another layer."),
            )
    return tuple(missing)


def _columns(source: QgsFields, target: QgsFields) -> Mapping[int, int]:
    """Return which field of the footprints goes into which of the layer, by their numbers."""
    columns = {}
    for name in source.names():
        number = _number_of(target, name) if name.lower() not in _LEFT_OUT else -1
        if number >= 0:
            columns[source.indexOf(name)] = number
    return columns


def _number_of(fields: QgsFields, name: str) -> int:
    """Return the number of the field of a name, in any case or cut as in shapefiles; -1 where there is none."""
    number = fields.lookupField(name)
    return int(number if number >= 0 else fields.lookupField(name[:_SHAPEFILE_NAME]))


def _shapes(geometry: QgsGeometry, way: QgsCoordinateTransform | None, target: QgsVectorLayer) -> list[QgsGeometry]:
    """Return a footprint as the layer takes it: several shapes where it takes no parts; none where it has no place."""
    if geometry.isNull() or geometry.isEmpty():
        return []
    moved = QgsGeometry(geometry)
    if way is not None:
        try:
            if moved.transform(way) != 0:
                return []
        except QgsCsException:
            return []
    return list(moved.coerceToType(target.wkbType()))


def _feature(
    footprint: QgsFeature, shape: QgsGeometry, columns: Mapping[int, int], target: QgsVectorLayer
) -> QgsFeature:
    feature = QgsFeature(target.fields())
    feature.setGeometry(shape)
    for source, number in columns.items():
        feature.setAttribute(number, _fitting(target.fields().at(number), footprint.attribute(source)))
    return feature


def _fitting(field: QgsField, value: Any) -> Any:
    """Return a value as the field holds it: text cut to its length, nothing where it cannot be held."""
    if isinstance(value, str) and 0 < field.length() < len(value):
        value = value[: field.length()]
    try:
        return field.convertCompatible(value)
    except ValueError:
        return None
