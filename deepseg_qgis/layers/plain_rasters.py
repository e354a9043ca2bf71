"""Rasters without georeference: QGIS shows all of them at one corner, so one is looked at at a time.

Labels and areas name their raster in the field `raster`. The name of the one that is shown is a variable of their
layers: what is drawn gets it, and what names another is not seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from qgis.core import (
    QgsDefaultValue,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapLayer,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from ..domain.prediction import distinct_names
from ..i18n import tr
from .editing import edited, must
from .footprint_layer import footprint_layers, raster_of
from .label_counts import text_of
from .matches_layer import matches_layers
from .polygon_source import OWNER_FIELD
from .project_file import AREAS, FOOTPRINTS, LABELS
from .style import RASTER_VARIABLE, hide_elsewhere
from .suggestion_layer import suggestion_layers

if TYPE_CHECKING:
    from .project import SiteProject
    from .raster_table import RasterEntry

_DRAWN = (LABELS, AREAS)


def is_plain(layer: QgsMapLayer | None) -> bool:
    """Tell whether a raster has no place on the map, so that its coordinates are pixels, y negative downward."""
    if not isinstance(layer, QgsRasterLayer) or not layer.isValid() or layer.dataProvider().crs().isValid():
        return False
    return layer.extent() == QgsRectangle(0, -layer.height(), layer.width(), 0)


def plain_entries(site: SiteProject) -> list[RasterEntry]:
    """Return the rasters of the project that have no georeference and can be read."""
    return [entry for entry in site.rasters() if is_plain(entry.layer)]


def has_others(site: SiteProject) -> bool:
    """Tell whether the project has rasters with georeference as well: what names no picture may lie on them."""
    return any(
        entry.layer is not None and entry.layer.isValid() and not is_plain(entry.layer) for entry in site.rasters()
    )


def ids_on(picture: QgsRasterLayer, layer: QgsVectorLayer, ids: Sequence[int]) -> list[int]:
    """Return those rows that share pixels with a picture."""
    frame = QgsGeometry.fromRect(picture.extent())
    request = QgsFeatureRequest().setFilterFids(list(ids)).setNoAttributes()
    return [feature.id() for feature in layer.getFeatures(request) if feature.geometry().intersects(frame)]


def owner_names(entries: Sequence[RasterEntry]) -> dict[str, str]:
    """Return the name, by path, under which labels know each raster."""
    paths = [str(entry.path) for entry in entries]
    names = distinct_names(paths) if paths else []
    return {path: names[i] for i, path in enumerate(paths)}


def raster_named(site: SiteProject, name: str) -> str:
    """Return the path of the raster without georeference that labels, footprints or matches name; empty for others."""
    names = owner_names(plain_entries(site))
    exact = [path for path, owner in names.items() if owner == name]
    return next(iter(exact or [path for path in names if _is_named(path, name)]), "")


def owner_of(layer: QgsVectorLayer, feature_id: int) -> str:
    """Return the raster that a label, an area or a match names; empty where it names none."""
    index = layer.fields().indexOf(OWNER_FIELD)
    feature = layer.getFeature(feature_id) if index >= 0 else QgsFeature()
    return text_of(feature.attribute(index)) if feature.isValid() else ""


def owners(layer: QgsVectorLayer) -> list[str]:
    """Return the rasters that rows of a layer name, in order."""
    index = layer.fields().indexOf(OWNER_FIELD)
    return sorted(filter(None, map(text_of, layer.uniqueValues(index)))) if index >= 0 else []


def shown_raster(site: SiteProject) -> str:
    """Return the name of the raster that is shown; empty while none is."""
    value = QgsExpressionContextUtils.layerScope(site.layer(LABELS)).variable(RASTER_VARIABLE)
    return str(value or "")


def show_raster_alone(site: SiteProject, path: str) -> bool:
    """Show a raster without georeference, and hide the others of its kind with what lies on them.

    What is drawn from now on belongs to it. Returns whether it is such a raster; if it is not, nothing changes.
    """
    entries = plain_entries(site)
    names = owner_names(entries)
    if path not in names:
        return False
    for table in (*_DRAWN, FOOTPRINTS):
        _point_to(site.layer(table), names[path])
    root = site.qgis_project.layerTreeRoot()
    for entry in entries:
        node = root.findLayer(entry.layer.id()) if entry.layer is not None else None
        if node is not None and entry.path == path:
            node.setItemVisibilityCheckedParentRecursive(True)
        elif node is not None:
            node.setItemVisibilityChecked(False)
    show_what_was_found_on(site, path)
    return True


def show_what_was_found_on(site: SiteProject, path: str) -> None:
    """Of what was found on rasters without georeference, show only what lies on this one."""
    names = owner_names(plain_entries(site))
    root = site.qgis_project.layerTreeRoot()
    for layer in footprint_layers(site.qgis_project):
        node, name = root.findLayer(layer.id()), raster_of(layer)
        if node is not None and name and any(_is_named(each, name) for each in names):
            node.setItemVisibilityChecked(_is_named(path, name))
    for layer in (*matches_layers(site.qgis_project), *suggestion_layers(site.qgis_project)):
        known = [owner for owner in owners(layer) if any(_is_named(each, owner) for each in names)]
        if known:  # else all of it lies on rasters with georeference
            here = next((owner for owner in known if _is_named(path, owner)), names.get(path, ""))
            QgsExpressionContextUtils.setLayerVariable(layer, RASTER_VARIABLE, here)
            layer.triggerRepaint()


def show_no_plain_raster(site: SiteProject) -> bool:
    """Hide all rasters without georeference: one with georeference is looked at, and what is drawn belongs to none.

    Returns whether one was shown.
    """
    if not shown_raster(site):
        return False
    for table in (*_DRAWN, FOOTPRINTS):
        _point_to(site.layer(table), "")
    root = site.qgis_project.layerTreeRoot()
    for entry in plain_entries(site):
        node = root.findLayer(entry.layer.id())
        if node is not None:
            node.setItemVisibilityChecked(False)
    show_what_was_found_on(site, "")
    return True


def show_some_raster(site: SiteProject) -> None:
    """Let one raster without georeference be the shown one, where there are some and none is; else none."""
    entries, shown = plain_entries(site), shown_raster(site)
    names = owner_names(entries)
    if names and shown not in names.values() and (shown or _is_one_visible(site, entries)):
        show_raster_alone(site, next(iter(names)))
    elif not names and shown:
        for table in (*_DRAWN, FOOTPRINTS):
            _point_to(site.layer(table), "")


def _is_one_visible(site: SiteProject, entries: Sequence[RasterEntry]) -> bool:
    """Tell whether any of the rasters is: none is while a raster with georeference is looked at."""
    nodes = [site.qgis_project.layerTreeRoot().findLayer(entry.layer.id()) for entry in entries]
    return any(node is not None and node.itemVisibilityChecked() for node in nodes)


def name_the_only_raster(site: SiteProject) -> int:
    """Let labels and areas that name no raster name the only one without georeference; return how many there were.

    Called before another such raster comes: until then there was nothing to tell apart.
    """
    entries = plain_entries(site)
    names = list(owner_names(entries).values())
    if len(names) != 1:
        return 0
    picture = entries[0].layer if has_others(site) else None
    n_named = 0
    for table in _DRAWN:
        layer = site.layer(table)
        index = layer.fields().indexOf(OWNER_FIELD)
        ids = [feature.id() for feature in layer.getFeatures() if index >= 0 and not text_of(feature.attribute(index))]
        ids = ids_on(picture, layer, ids) if picture is not None else ids
        if ids:
            with edited(layer, tr("Note that they lie on {name}").format(name=names[0])):
                for feature_id in ids:
                    must(layer.changeAttributeValue(feature_id, index, names[0]), layer)
        n_named += len(ids)
    return n_named


def rename_owners(site: SiteProject, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Let labels, areas and kept footprints follow where rasters are called otherwise now.

    A second file of the same name makes both be told apart by their folders; without it the file's name is enough.

    Raises:
        ProjectFileError: it could not be saved.
    """
    changes = {name: after[path] for path, name in before.items() if after.get(path, name) != name}
    for table in (*_DRAWN, FOOTPRINTS) if changes else ():
        layer = site.layer(table)
        index = layer.fields().indexOf(OWNER_FIELD)
        owners = {each.id(): text_of(each.attribute(index)) for each in layer.getFeatures() if index >= 0}
        wrong = {feature_id: changes[owner] for feature_id, owner in owners.items() if owner in changes}
        if wrong:
            with edited(layer, tr("Follow the names of rasters")):
                for feature_id, owner in wrong.items():
                    must(layer.changeAttributeValue(feature_id, index, owner), layer)
    shown = shown_raster(site)
    for table in (*_DRAWN, FOOTPRINTS) if shown in changes else ():
        _point_to(site.layer(table), changes[shown])


def _is_named(path: str, name: str) -> bool:
    """Tell whether a name, with as many folders as it has, can be that of a file."""
    parts = PurePath(name).parts
    return bool(parts) and PurePath(path).parts[-len(parts) :] == parts


def _point_to(layer: QgsVectorLayer, name: str) -> None:
    index = layer.fields().indexOf(OWNER_FIELD)
    if index < 0:
        return
    QgsExpressionContextUtils.setLayerVariable(layer, RASTER_VARIABLE, name)
    layer.setDefaultValueDefinition(index, QgsDefaultValue(f"nullif(@{RASTER_VARIABLE}, '')"))
    hide_elsewhere(layer)
    layer.triggerRepaint()
