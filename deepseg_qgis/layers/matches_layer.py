"""The layer of an evaluation: what is right, wrong and missed, in the site's group, and a list of the misses."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsLayerTreeGroup, QgsProject, QgsVectorLayer

from ..domain.misses import FALSE, MISSED, Miss, in_order
from ..errors import LayerNotUsableError
from ..i18n import tr
from .style import style_matches

_FIELD = "match"
_PROPERTY = "deepseg/matches"  # marks the layer, so that it is found again in a reopened project


def load_matches(path: Path, name: str, *, qgis_project: QgsProject, group: QgsLayerTreeGroup | None) -> QgsVectorLayer:
    """Return the layer of matches, styled, at the top of the group; one of the same file gives way.

    Raises:
        LayerNotUsableError: the file cannot be opened.
    """
    remove_matches(path, qgis_project)
    layer = QgsVectorLayer(str(path), name, "ogr")
    if not layer.isValid() or layer.fields().indexOf(_FIELD) < 0:
        raise LayerNotUsableError(
            tr("The layer of matches {path} cannot be opened.").format(path=path), hint=tr("Evaluate the model again.")
        )
    layer.setCustomProperty(_PROPERTY, str(path))
    style_matches(layer)
    qgis_project.addMapLayer(layer, False)
    (group if group is not None else qgis_project.layerTreeRoot()).insertLayer(0, layer)
    return layer


def find_matches(path: Path, qgis_project: QgsProject) -> QgsVectorLayer | None:
    """Return the layer of this file if it is in the project."""
    return next((layer for layer in _of_file(path, qgis_project) if layer.isValid()), None)


def matches_layers(qgis_project: QgsProject) -> list[QgsVectorLayer]:
    """Return the layers of all evaluations that are in the project."""
    layers = [layer for layer in qgis_project.mapLayers().values() if isinstance(layer, QgsVectorLayer)]
    return [layer for layer in layers if layer.customProperty(_PROPERTY) and layer.isValid()]


def show_matches(layers: Iterable[QgsVectorLayer], qgis_project: QgsProject, *, is_shown: bool) -> None:
    """Tick layers in the layer tree, with the groups they are in, or untick them."""
    for layer in layers:
        node = qgis_project.layerTreeRoot().findLayer(layer.id())
        if node is not None and is_shown:
            node.setItemVisibilityCheckedParentRecursive(True)
        elif node is not None:
            node.setItemVisibilityChecked(False)


def remove_matches(path: Path, qgis_project: QgsProject) -> None:
    """Take the layers of this file out of the project, so that the file can be replaced."""
    qgis_project.removeMapLayers([layer.id() for layer in _of_file(path, qgis_project)])


def misses_of(layer: QgsVectorLayer) -> list[Miss]:
    """Return what was missed and what is false, in the order in which a person looks at it."""
    fields = layer.fields()
    names = {name: fields.indexOf(name) for name in ("match", "category", "score", "iou")}
    request = QgsFeatureRequest().setFilterExpression(f"\"match\" IN ('{MISSED}', '{FALSE}')")
    misses = []
    for feature in layer.getFeatures(request):
        values = {name: feature.attribute(i) if i >= 0 else None for name, i in names.items()}
        match = str(values["match"])
        misses.append(
            Miss(
                match=match,
                category=str(values["category"] or ""),
                score=_number(values["score"]),
                iou=_number(values["iou"]),
                area=feature.geometry().area(),
                feature_id=feature.id(),
            )
        )
    return in_order(misses)


def open_matches(path: Path) -> QgsVectorLayer | None:
    """Return the layer of a file without showing it; None where there is none."""
    layer = QgsVectorLayer(str(path), path.stem, "ogr") if path.is_file() else None
    return layer if layer is not None and layer.isValid() and layer.fields().indexOf(_FIELD) >= 0 else None


def _of_file(path: Path, qgis_project: QgsProject) -> list[QgsVectorLayer]:
    return [
        layer
        for layer in qgis_project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer) and layer.customProperty(_PROPERTY) == str(path)
    ]


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and value == value else None
