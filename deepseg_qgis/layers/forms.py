"""How the project's layers look in attribute tables and forms: names in words, categories and roles to choose from."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer

from ..domain.review import ACCEPTED, REJECTED
from ..domain.roles import AREA_ROLES, EVALUATE, PREDICT, RASTER_ROLES, TRAIN, VALIDATE
from ..i18n import tr
from .project_file import AREAS, CATEGORIES, FOOTPRINTS, LABELS, RASTERS

_DISPLAY = {
    LABELS: '"category"',
    AREAS: '"role"',
    FOOTPRINTS: "concat(\"category\", ' ', round(\"score\" * 100), ' %')",
    CATEGORIES: '"name"',
    RASTERS: '"path"',
}


def set_up_form(table: str, layer: QgsVectorLayer, categories: QgsVectorLayer) -> None:
    """Give a layer of the project its names, its lists of choices and what stands for a row.

    Categories are looked up in their table, so that forms offer what is there now, also while it is being edited.
    """
    _set_aliases(layer)
    layer.setDisplayExpression(_DISPLAY[table])
    if table in (LABELS, FOOTPRINTS):
        _set_widget(layer, "category", _category_widget(categories))
    if table == AREAS:
        _set_widget(layer, "role", _choice({_role_names()[role]: role for role in AREA_ROLES}))
    if table == RASTERS:
        _set_widget(layer, "role", _choice({_role_names()[role]: role for role in RASTER_ROLES}))
    if table == FOOTPRINTS:
        set_up_review(layer)
    if table == CATEGORIES:
        _set_widget(layer, "color", QgsEditorWidgetSetup("Color", {}))


def set_up_footprint_form(layer: QgsVectorLayer) -> None:
    """Give a layer of footprints its names in words."""
    _set_aliases(layer)
    layer.setDisplayExpression(_DISPLAY[FOOTPRINTS])
    set_up_review(layer)


def set_up_review(layer: QgsVectorLayer) -> None:
    """Offer what a review can say about a footprint."""
    _set_widget(layer, "review", _choice({tr("accepted"): ACCEPTED, tr("rejected"): REJECTED}))


def _set_aliases(layer: QgsVectorLayer) -> None:
    aliases = _aliases()
    for i, field in enumerate(layer.fields()):
        if field.name() in aliases:
            layer.setFieldAlias(i, aliases[field.name()])


def _aliases() -> Mapping[str, str]:
    return {
        "fid": tr("number"),
        "name": tr("name"),
        "color": tr("color"),
        "path": tr("file"),
        "role": tr("role"),
        "category": tr("category"),
        "raster": tr("raster"),
        "score": tr("score (0 to 1)"),
        "area_m2": tr("area (m²)"),
        "perimeter_m": tr("perimeter (m)"),
        "length_m": tr("length (m)"),
        "width_m": tr("width (m)"),
        "orientation_deg": tr("direction (° from north)"),
        "model": tr("model"),
        "run_id": tr("run"),
        "review": tr("review"),
    }


def _role_names() -> dict[str, str]:
    return {TRAIN: tr("train"), VALIDATE: tr("validate"), EVALUATE: tr("evaluate"), PREDICT: tr("predict")}


def _category_widget(categories: QgsVectorLayer) -> QgsEditorWidgetSetup:
    return QgsEditorWidgetSetup(
        "ValueRelation",
        {
            "Layer": categories.id(),
            # Name and source let QGIS find the table when a layer is copied into another QGIS project.
            "LayerName": categories.name(),
            "LayerSource": categories.source(),
            "LayerProviderName": "ogr",
            "Key": "name",
            "Value": "name",
            "AllowNull": True,
            "AllowMulti": False,
            "OrderByValue": False,
            "UseCompleter": False,
            "FilterExpression": "",
        },
    )


def _choice(values: Mapping[str, str]) -> QgsEditorWidgetSetup:
    return QgsEditorWidgetSetup("ValueMap", {"map": [{name: value} for name, value in values.items()]})


def _set_widget(layer: QgsVectorLayer, field: str, widget: QgsEditorWidgetSetup) -> None:
    index = layer.fields().indexOf(field)
    if index >= 0:
        layer.setEditorWidgetSetup(index, widget)
