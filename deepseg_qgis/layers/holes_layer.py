"""The places that a prediction could not read, as a red layer beside its footprints."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsLayerTreeGroup, QgsProject, QgsVectorLayer

from ..engine_client.prediction_files import holes_file
from ..i18n import tr
from .project_layers import file_of, forget_undefined_crs, is_same_file
from .style import style_holes

_MARK = "deepseg/holes"


def load_holes(footprints: Path, group: QgsLayerTreeGroup, qgis_project: QgsProject) -> QgsVectorLayer | None:
    """Show where the rasters behind a file of footprints could not be read; None where all could be, as mostly."""
    path = holes_file(footprints)
    remove_holes([footprints], qgis_project)
    if not path.is_file():
        return None
    layer = QgsVectorLayer(str(path), tr("Not read"), "ogr")
    if not layer.isValid():
        return None
    forget_undefined_crs(layer)
    layer.setCustomProperty(_MARK, "yes")
    style_holes(layer)
    qgis_project.addMapLayer(layer, False)
    group.addLayer(layer)
    return layer


def holes_of(footprints: Iterable[Path], qgis_project: QgsProject) -> list[QgsVectorLayer]:
    """Return the layers that show the holes of these files of footprints."""
    paths = [holes_file(path) for path in footprints]
    return [
        layer
        for layer in qgis_project.mapLayers().values()
        if layer.customProperty(_MARK) and any(is_same_file(file_of(layer), path) for path in paths)
    ]


def remove_holes(footprints: Iterable[Path], qgis_project: QgsProject) -> None:
    """Take the holes of these files of footprints off the map."""
    ids = [layer.id() for layer in holes_of(footprints, qgis_project)]
    if ids:
        qgis_project.removeMapLayers(ids)
