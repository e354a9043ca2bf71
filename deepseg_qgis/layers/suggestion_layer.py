"""The layer of ground to label next: numbered by rank, and what becomes of each area."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLayerTreeGroup,
    QgsPalLayerSettings,
    QgsProject,
    QgsProperty,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..domain.roles import TRAIN
from ..errors import LayerNotUsableError
from ..i18n import tr
from .editing import edited, link_change, must, start_editing
from .fields import text_field
from .label_geometry import as_label, is_known, way_between
from .polygon_source import OWNER_FIELD
from .project_layers import file_of, forget_undefined_crs, is_same_file
from .style import ONLY_HERE

_MARK = "deepseg/suggestions"
STATE, MADE, SKIPPED = "state", "made", "skipped"
_COLOR = "#f0e442"  # no role of an area has it


@dataclass(frozen=True)
class SuggestedArea:
    """One area of the layer; what is from 0 to 1 is None where the layer does not say it."""

    feature_id: int
    rank: int
    uncertainty: float | None
    difference: float | None
    raster: str
    state: str  # MADE, SKIPPED, or nothing while nobody has decided


def style_suggestions(layer: QgsVectorLayer) -> None:
    """Draw the areas as outlines with their rank in them, light over dark, so that they show on any raster."""
    symbol = QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": _COLOR, "outline_width": "0.6", "outline_width_unit": "MM"}
    )
    dark = QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": "0,0,0,150", "outline_width": "1.4", "outline_width_unit": "MM"}
    )
    dark.appendSymbolLayer(symbol.symbolLayer(0).clone())
    here = ONLY_HERE if layer.fields().indexOf(OWNER_FIELD) >= 0 else "100"
    faded = f"CASE WHEN coalesce(\"{STATE}\", '') = '' THEN 100 ELSE 35 END"
    if layer.fields().indexOf(STATE) >= 0:
        dark.setDataDefinedProperty(QgsSymbol.PropertyOpacity, QgsProperty.fromExpression(f"min({faded}, {here})"))
    layer.setRenderer(QgsSingleSymbolRenderer(dark))
    text, halo = QgsTextFormat(), QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setColor(QColor("#000000"))
    halo.setSize(0.8)
    text.setBuffer(halo)
    text.setColor(QColor(_COLOR))
    text.setSize(14)
    settings = QgsPalLayerSettings()
    settings.fieldName = "rank"
    settings.setFormat(text)
    is_shown = QgsProperty.fromExpression(f"({here}) > 0")
    settings.dataDefinedProperties().setProperty(QgsPalLayerSettings.Show, is_shown)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    for name, alias in _aliases().items():
        index = layer.fields().indexOf(name)
        if index >= 0:
            layer.setFieldAlias(index, alias)
    layer.setDisplayExpression('"rank"')
    layer.setCustomProperty(_MARK, "yes")
    layer.triggerRepaint()


def load_suggestions(path: Path, qgis_project: QgsProject, group: QgsLayerTreeGroup) -> QgsVectorLayer:
    """Show a file of suggestions on top of the group; those that were shown before give way to it.

    Raises:
        LayerNotUsableError: it cannot be opened.
    """
    layer = QgsVectorLayer(str(path), tr("Where to label next"), "ogr")
    if not layer.isValid():
        raise LayerNotUsableError(tr("{path} cannot be opened.").format(path=path), hint=tr("Let areas be found anew."))
    forget_undefined_crs(layer)
    if layer.fields().indexOf(STATE) < 0:
        layer.dataProvider().addAttributes([text_field(STATE)])
        layer.updateFields()
    style_suggestions(layer)
    former = [each.id() for each in _shown(qgis_project) if is_same_file(file_of(each).parent, path.parent)]
    qgis_project.removeMapLayers(former)
    qgis_project.addMapLayer(layer, False)
    group.insertLayer(0, layer)
    return layer


def suggestion_layers(qgis_project: QgsProject) -> list[QgsVectorLayer]:
    """Return the layers of suggestions on the map, of whichever project."""
    return [layer for layer in _shown(qgis_project) if layer.isValid()]


def suggestion_layer(qgis_project: QgsProject, runs_folder: str | Path) -> QgsVectorLayer | None:
    """Return the layer of suggestions that belongs to a project; None where none is on the map."""
    own = [layer for layer in _shown(qgis_project) if Path(runs_folder) in file_of(layer).parents]
    return own[0] if own else None


def set_state(layer: QgsVectorLayer, feature_id: int, state: str) -> None:
    """Note what became of an area; it is saved at once, and the layer needs no edit mode."""
    index = layer.fields().indexOf(STATE)
    if index >= 0 and layer.dataProvider().changeAttributeValues({feature_id: {index: state or NULL}}):
        layer.triggerRepaint()


def suggested_areas(layer: QgsVectorLayer) -> list[SuggestedArea]:
    """Return the areas of a layer by rank."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.NoGeometry)
    areas = [
        SuggestedArea(
            feature_id=feature.id(),
            rank=int(_number(feature, "rank") or 0),
            uncertainty=_number(feature, "uncertainty"),
            difference=_number(feature, "difference"),
            raster=str(_value(feature, "raster") or ""),
            state=str(_value(feature, STATE) or ""),
        )
        for feature in layer.getFeatures(request)
    ]
    return sorted(areas, key=lambda area: (area.rank, area.feature_id))


def make_training_area(
    layer: QgsVectorLayer, area: SuggestedArea, areas: QgsVectorLayer, qgis_project: QgsProject, *, owner: str = ""
) -> None:
    """Add an area with the role train: one step that QGIS can undo, and nothing is saved yet.

    Args:
        layer: the suggestions.
        area: one of them.
        areas: the project's areas.
        qgis_project: for the way from one coordinate system to another.
        owner: the raster without georeference that it lies on, as areas name it; empty where coordinates tell.

    Raises:
        LayerNotUsableError: areas cannot be edited, or lie on another map.
        ProjectFileError: the area could not be added.
    """
    if is_known(layer.crs()) != is_known(areas.crs()):
        raise LayerNotUsableError(
            tr("The suggestions and the project do not lie on the same map."),
            hint=tr("Let areas be found anew, for the rasters of this project."),
        )
    way = way_between(layer.crs(), areas.crs(), qgis_project)
    shape = as_label(layer.getFeature(area.feature_id).geometry(), way)
    if shape is None:
        raise LayerNotUsableError(tr("This area lies where the project's map has no coordinates."))
    start_editing(areas)
    with edited(areas, tr("Make a training area")):
        feature = QgsFeature(areas.fields())
        feature.setGeometry(shape)
        feature.setAttribute("role", TRAIN)
        if owner and areas.fields().indexOf(OWNER_FIELD) >= 0:
            feature.setAttribute(OWNER_FIELD, owner)
        must(areas.addFeatures([feature]), areas)
        link_change(
            areas,
            do=lambda: set_state(layer, area.feature_id, MADE),
            undo=lambda: set_state(layer, area.feature_id, ""),
        )


def _shown(qgis_project: QgsProject) -> list[QgsVectorLayer]:
    found = [
        layer
        for layer in qgis_project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer) and layer.customProperty(_MARK) and layer.isValid()
    ]
    return sorted(found, key=QgsVectorLayer.name)


def _aliases() -> dict[str, str]:
    return {
        "rank": tr("rank"),
        "score": tr("score (0 to 1)"),
        "uncertainty": tr("uncertainty (0 to 1)"),
        "disagreement": tr("disagreement (0 to 1)"),
        "difference": tr("difference (0 to 1)"),
        "raster": tr("raster"),
        STATE: tr("what became of it"),
    }


def _value(feature: QgsFeature, name: str) -> Any:
    value = feature.attribute(name) if feature.fields().indexOf(name) >= 0 else None
    return None if value == NULL else value


def _number(feature: QgsFeature, name: str) -> float | None:
    value = _value(feature, name)
    return float(value) if isinstance(value, (int, float)) else None
