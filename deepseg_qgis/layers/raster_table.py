"""The table of rasters: which files the project works on, and what for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from qgis.core import QgsFeature, QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer

from ..domain.roles import RASTER_ROLES, TRAIN
from ..errors import LayerNotUsableError
from ..i18n import tr
from .editing import edited, must
from .label_counts import text_of

_ADDED_PROPERTY = "deepseg/raster"  # marks the layers that we have added, and that we may take away again


@dataclass(frozen=True)
class RasterEntry:
    """A raster of the project: absolute `path` or GDAL's name of it, `role`, and its layer if the map shows it."""

    path: str
    role: str
    layer: QgsRasterLayer | None


def read_rasters(table: QgsVectorLayer, folder: Path, qgis_project: QgsProject) -> list[RasterEntry]:
    """Return the rasters in the order in which they were added."""
    entries: dict[object, RasterEntry] = {}
    layers = _layers_by_file(qgis_project)
    for row in sorted(table.getFeatures(), key=lambda row: (row.id() <= 0, abs(row.id()))):
        path, role = whole_path(text_of(row.attribute("path")), folder), text_of(row.attribute("role"))
        file = _file_of(path)
        if path and file not in entries:
            entries[file] = RasterEntry(path, role if role in RASTER_ROLES else TRAIN, layers.get(file))
    return list(entries.values())


def add_rasters(table: QgsVectorLayer, folder: Path, paths: Sequence[str], role: str) -> None:
    """Add rasters in one step, or give those that are there another role.

    Raises:
        ProjectFileError: it could not be saved.
    """
    if role not in RASTER_ROLES:
        raise ValueError(f"a raster's role is one of {', '.join(RASTER_ROLES)}, not {role!r}")
    names = ", ".join(PurePath(path).name for path in paths[:3])
    there: dict[object, list[int]] = {}
    for row in table.getFeatures():
        there.setdefault(_file_of(whole_path(text_of(row.attribute("path")), folder)), []).append(row.id())
    with edited(table, tr("Add the raster {name}").format(name=names)):
        for path in paths:
            ids = there.get(_file_of(path), [])
            for feature_id in ids:
                must(table.changeAttributeValue(feature_id, table.fields().indexOf("role"), role), table)
            if not ids:
                row = QgsFeature(table.fields())
                row.setAttribute("path", kept_path(path, folder))
                row.setAttribute("role", role)
                must(table.addFeature(row), table)


def remove_raster(table: QgsVectorLayer, folder: Path, path: str) -> None:
    """Take a raster out of the table."""
    with edited(table, tr("Remove the raster {name}").format(name=PurePath(path).name)):
        must(table.deleteFeatures(_rows_of(table, folder, path)), table)


def kept_path(path: str, folder: Path) -> str:
    """Return how a path is written into the table: relative where the raster moves along with the project.

    That is inside the project's folder, or beside it: in the folder that holds the project's folder.
    """
    if is_remote(path):
        return path
    try:
        relative = PurePath(os.path.relpath(path, folder))
    except ValueError:  # another drive
        return path
    return relative.as_posix() if relative.parts[:2] != ("..", "..") else path


def whole_path(text: str, folder: Path) -> str:
    """Return the absolute path that stands in the table as `text`; nothing for nothing."""
    if not text or is_remote(text) or Path(text).is_absolute():
        return text
    return str(Path(os.path.normpath(folder / text)))


def is_remote(path: str) -> bool:
    """Tell whether GDAL reads it from elsewhere than a file, such as from the web or out of a zip."""
    return path.startswith("/vsi") or "://" in path or path.upper().startswith(("GPKG:", "NETCDF:", "HDF5:"))


def find_raster_layer(path: str, qgis_project: QgsProject) -> QgsRasterLayer | None:
    """Return the layer that shows this raster."""
    return _layers_by_file(qgis_project).get(_file_of(path))


def show_raster(path: str, qgis_project: QgsProject, group: QgsLayerTreeGroup) -> QgsRasterLayer:
    """Return the layer of a raster, added at the bottom of the group unless the map shows it already.

    Raises:
        LayerNotUsableError: QGIS cannot open it.
    """
    layer = find_raster_layer(path, qgis_project)
    if layer is not None:
        return layer
    layer = QgsRasterLayer(path, PurePath(path).stem, "gdal")
    if not layer.isValid():
        raise LayerNotUsableError(
            tr("{name} cannot be opened as a raster.").format(name=PurePath(path).name),
            hint=tr("Check that the file is there and whole, and that QGIS can show it."),
        )
    layer.setCustomProperty(_ADDED_PROPERTY, "yes")
    qgis_project.addMapLayer(layer, False)
    group.addLayer(layer).setExpanded(False)  # a legend of bands for each of many would fill the layer tree
    return layer


def hide_raster(path: str, qgis_project: QgsProject) -> None:
    """Take the layer of a raster off the map if we have put it there; the user's own layers stay."""
    layer = find_raster_layer(path, qgis_project)
    if layer is not None and was_added_by_us(layer):
        qgis_project.removeMapLayer(layer.id())


def was_added_by_us(layer: QgsMapLayer) -> bool:
    """Tell whether DeepSeg has put this raster on the map."""
    return bool(layer.customProperty(_ADDED_PROPERTY))


def _rows_of(table: QgsVectorLayer, folder: Path, path: str) -> list[int]:
    rows, file = table.getFeatures(), _file_of(path)
    return [row.id() for row in rows if _file_of(whole_path(text_of(row.attribute("path")), folder)) == file]


def _layers_by_file(qgis_project: QgsProject) -> dict[object, QgsRasterLayer]:
    """Return the first layer of each raster file."""
    layers: dict[object, QgsRasterLayer] = {}
    for layer in qgis_project.mapLayers().values():
        if isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal":
            layers.setdefault(_file_of(layer.source()), layer)
    return layers


def _file_of(path: str) -> object:
    """Return what two paths to the same file have in common, so that a thousand of them are compared at once."""
    if is_remote(path):
        return path
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return os.path.normcase(os.path.normpath(path))
    return found.st_dev, found.st_ino
