"""From any polygon to one that can be a label: in the right place, valid, with straight sides, multi-part, flat."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsWkbTypes,
)


def way_between(
    source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem, qgis_project: QgsProject
) -> QgsCoordinateTransform | None:
    """Return how to get from one CRS to the other; None where there is no way, or none is needed."""
    if not is_known(source) or not is_known(target) or source == target:
        return None
    return QgsCoordinateTransform(source, target, qgis_project)


def is_known(crs: QgsCoordinateReferenceSystem) -> bool:
    """Tell whether a CRS says where on Earth things are; GeoPackages without one state an "undefined" one."""
    return crs.isValid() and "undefined" not in crs.description().lower()


def as_label(geometry: QgsGeometry, way: QgsCoordinateTransform | None) -> QgsGeometry | None:
    """Return a multi-part polygon for the label layer; None where nothing with a surface is left of it."""
    if geometry.isNull() or geometry.isEmpty() or geometry.type() != QgsWkbTypes.PolygonGeometry:
        return None
    label = QgsGeometry(geometry.constGet().segmentize())  # curves become short straight sides
    label.get().dropZValue()
    label.get().dropMValue()
    if way is not None:
        try:
            if label.transform(way) != 0:
                return None
        except QgsCsException:  # outside of where the CRS has coordinates
            return None
    if not label.isGeosValid():
        label = label.makeValid()
    # What was made valid may be a collection with lines and points in it.
    parts = [part for part in label.asGeometryCollection() if part.type() == QgsWkbTypes.PolygonGeometry]
    label = QgsGeometry.collectGeometry(parts) if parts else QgsGeometry()
    if label.isNull() or label.isEmpty() or label.area() <= 0:
        return None
    label.convertToMultiType()
    return label
