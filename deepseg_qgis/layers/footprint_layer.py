"""Footprints that the engine wrote, as layers on the map: one per raster, in the categories' colors, by score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

from osgeo import gdal
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsLayerTreeGroup,
    QgsProject,
    QgsVectorLayer,
)

from ..errors import LayerNotUsableError
from ..i18n import tr
from .fields import text_field
from .forms import set_up_footprint_form
from .holes_layer import load_holes, remove_holes
from .label_counts import text_of
from .project_layers import file_of, forget_undefined_crs, is_same_file
from .style import colors_for, is_styled_as, style_footprints

_MARK = "deepseg/footprints"  # marks the layers, so that they are found again in a reopened project
_RASTER_PROPERTY = "deepseg/footprints_raster"
_FILTER_PROPERTY = "deepseg/footprints_filter"  # what belongs to the layer whatever the score


def load_footprints(
    path: Path,
    *,
    qgis_project: QgsProject,
    group: QgsLayerTreeGroup | None,
    colors: Mapping[str, str],
    by_raster: bool = True,
) -> list[QgsVectorLayer]:
    """Return the layers of a file of footprints, styled, in a group "Footprints"; those of the same file give way.

    Args:
        path: what `deepseg predict` wrote.
        qgis_project: gets the layers.
        group: where the group goes, at the top; None: the top of the layer tree.
        colors: a color per category; categories that are missing get the next ones.
        by_raster: one layer per raster; else one for all.

    Raises:
        LayerNotUsableError: the file cannot be opened, or holds no footprints.
    """
    shown = footprint_layers(qgis_project)
    _remove([layer for layer in shown if is_same_file(file_of(layer), path)], qgis_project)
    whole = _open(path)
    _add_review(whole, path)
    all_colors = colors_for(sorted(_values(whole, "category")), colors)
    rasters = sorted(_values(whole, "raster")) if by_raster else []
    layers = []
    for raster in rasters or [""]:
        layer = _open(path)
        own_filter = QgsExpression.createFieldEqualityExpression("raster", raster) if raster else ""
        layer.setName(PurePath(raster).stem or path.stem)
        layer.setCustomProperty(_MARK, "yes")
        layer.setCustomProperty(_RASTER_PROPERTY, raster)
        layer.setCustomProperty(_FILTER_PROPERTY, own_filter)
        layer.setSubsetString(own_filter)
        names = _values(layer, "category")
        style_footprints(layer, {name: color for name, color in all_colors.items() if name in names})
        set_up_footprint_form(layer)
        layers.append(layer)
    own_group = _put_into_tree(layers, qgis_project, group)
    load_holes(path, own_group, qgis_project)
    return layers


def footprint_layers(qgis_project: QgsProject, raster: str | None = None) -> list[QgsVectorLayer]:
    """Return the layers of footprints on the map, in the order of their names; of one raster if one is named."""
    layers = [
        layer
        for layer in qgis_project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer) and layer.customProperty(_MARK) and layer.isValid()
    ]
    return sorted((layer for layer in layers if raster in (None, raster_of(layer))), key=QgsVectorLayer.name)


def raster_of(layer: QgsVectorLayer) -> str:
    """Return the name of the raster whose footprints a layer shows; "" for those of several."""
    return str(layer.customProperty(_RASTER_PROPERTY) or "")


def footprint_rasters(qgis_project: QgsProject) -> list[str]:
    """Return the names of the rasters that have footprints on the map."""
    return sorted({raster_of(layer) for layer in footprint_layers(qgis_project)} - {""})


def set_score_filter(layers: Iterable[QgsVectorLayer], score_filter: str) -> list[QgsVectorLayer]:
    """Show only footprints for which the filter holds; return the layers that could not be filtered.

    The file's own index does the work, so this takes no longer with many footprints. A layer in edit mode keeps its
    filter: QGIS would lose what is being edited.

    Args:
        layers: what `load_footprints` returned.
        score_filter: a condition on the fields; empty: all footprints.
    """
    refused = []
    for layer in layers:
        own_filter = str(layer.customProperty(_FILTER_PROPERTY) or "")
        parts = [f"({part})" for part in (own_filter, score_filter) if part]
        wanted = " AND ".join(parts)
        if layer.subsetString() == wanted:
            continue
        if layer.isEditable() or not layer.setSubsetString(wanted):
            refused.append(layer)
        else:
            layer.triggerRepaint()
    return refused


def recolor_footprints(layers: Iterable[QgsVectorLayer], colors: Mapping[str, str]) -> None:
    """Give footprints the colors that their categories have now; a style of the user's own is left alone."""
    for layer in layers:
        renderer = layer.renderer()
        if not isinstance(renderer, QgsCategorizedSymbolRenderer) or renderer.classAttribute() != "category":
            continue
        shown = {
            str(row.value()): row.symbol().symbolLayer(0).strokeColor().name() for row in renderer.categories()[:-1]
        }
        wanted = {name: colors.get(name, color) for name, color in shown.items()}
        if not is_styled_as(layer, wanted):
            style_footprints(layer, wanted)


def clear_footprints(qgis_project: QgsProject, raster: str | None = None) -> int:
    """Take footprints off the map, all or those of one raster; return how many layers. The files stay.

    Whoever calls has asked the user.
    """
    layers = footprint_layers(qgis_project, raster)
    _remove(layers, qgis_project)
    return len(layers)


def _open(path: Path) -> QgsVectorLayer:
    layer = QgsVectorLayer(_source(path), path.stem, "ogr")
    # A GeoJSON file without footprints has no fields either.
    if layer.isValid() and (layer.fields().indexOf("category") >= 0 or layer.featureCount() == 0):
        forget_undefined_crs(layer)
        return layer
    raise LayerNotUsableError(
        tr("The footprints in {name} cannot be shown.").format(name=path.name),
        hint=tr("Choose a file that a prediction wrote: GeoPackage, GeoJSON or GeoParquet."),
    )


def _source(path: Path) -> str:
    return f"{path}|layername=footprints" if path.suffix.lower() == ".gpkg" else str(path)


def _add_review(layer: QgsVectorLayer, path: Path) -> None:
    """Add the field that keeps what a person said; a file that cannot be written to does without."""
    if path.suffix.lower() != ".gpkg" or layer.fields().indexOf("review") >= 0:
        return
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # a read-only file is no failure
    try:
        layer.dataProvider().addAttributes([text_field("review")])
    finally:
        gdal.PopErrorHandler()
    layer.updateFields()


def _values(layer: QgsVectorLayer, field: str) -> set[str]:
    index = layer.fields().indexOf(field)
    return {text_of(value) for value in layer.uniqueValues(index)} - {""} if index >= 0 else set()


def _put_into_tree(
    layers: list[QgsVectorLayer], qgis_project: QgsProject, group: QgsLayerTreeGroup | None
) -> QgsLayerTreeGroup:
    parent = group if group is not None else qgis_project.layerTreeRoot()
    title = tr("Footprints")
    own = parent.findGroup(title) or parent.insertGroup(_below_drawings(parent), title)
    for layer in layers:
        qgis_project.addMapLayer(layer, False)
        own.addLayer(layer)
    return own


def _below_drawings(parent: QgsLayerTreeGroup) -> int:
    """Return where the group goes: below areas and labels, so that these can be seen, and above the rasters."""
    children = parent.children()
    drawn = [
        i
        for i, node in enumerate(children)
        if hasattr(node, "layer") and node.layer() is not None and node.layer().customProperty("deepseg/table")
    ]
    return drawn[-1] + 1 if drawn else 0


def _remove(layers: list[QgsVectorLayer], qgis_project: QgsProject) -> None:
    """Take layers out, what could not be read when nothing else of their file is shown, and groups that are empty."""
    root = qgis_project.layerTreeRoot()
    nodes = [root.findLayer(layer.id()) for layer in layers]
    parents = {id(node.parent()): node.parent() for node in nodes if node is not None}
    files = {file_of(layer) for layer in layers}
    qgis_project.removeMapLayers([layer.id() for layer in layers])
    remove_holes(files - {file_of(layer) for layer in footprint_layers(qgis_project)}, qgis_project)
    for parent in parents.values():
        if parent is not root and not parent.children() and parent.name() == tr("Footprints"):
            parent.parent().removeChildNode(parent)
