"""Which labels lie on a raster, and the ground that rasters show."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)


def ids_only_on(
    raster: QgsRasterLayer, others: Sequence[QgsRasterLayer], labels: QgsVectorLayer, qgis_project: QgsProject
) -> list[int]:
    """Return the ids of the polygons that lie on `raster` and on none of the others."""
    ground = _outline(raster, labels, qgis_project)
    if ground is None:
        return []
    request = QgsFeatureRequest().setFilterRect(ground.boundingBox()).setNoAttributes()
    own = [feature for feature in labels.getFeatures(request) if feature.geometry().intersects(ground)]
    grounds = [each for each in (_outline(other, labels, qgis_project) for other in others) if each is not None]
    return [each.id() for each in own if not any(each.geometry().intersects(other) for other in grounds)]


def shown_ground(
    rasters: Sequence[QgsRasterLayer], labels: QgsVectorLayer, qgis_project: QgsProject
) -> QgsGeometry | None:
    """Return what rasters show, in the coordinates of the labels; None where nobody knows."""
    outlines = [_outline(raster, labels, qgis_project) for raster in rasters]
    if not outlines or None in outlines:
        return None
    return QgsGeometry.unaryUnion(outlines)


def _outline(raster: QgsRasterLayer, labels: QgsVectorLayer, qgis_project: QgsProject) -> QgsGeometry | None:
    """Return the outline of a raster in the coordinates of the labels; None where it has none."""
    outline = QgsGeometry.fromRect(raster.extent())
    if not raster.crs().isValid() or not labels.crs().isValid():
        return outline
    try:
        outline.transform(QgsCoordinateTransform(raster.crs(), labels.crs(), qgis_project))
    except QgsCsException:
        return None
    return outline
