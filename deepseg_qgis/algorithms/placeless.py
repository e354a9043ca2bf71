"""Results in pixel coordinates: QGIS says of a new layer in memory without a place on the map that it is in degrees."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext


def keep_without_crs(output: str, crs: QgsCoordinateReferenceSystem, context: QgsProcessingContext) -> None:
    """Take the coordinate system that QGIS made up away from a sink's layer; nothing to do where there is one."""
    layer = None if crs.isValid() else context.temporaryLayerStore().mapLayer(output)
    if layer is not None:
        layer.setCrs(QgsCoordinateReferenceSystem())
