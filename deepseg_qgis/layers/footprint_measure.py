"""Measures footprints again whose outline a person has corrected, so that statistics stay right."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsDistanceArea, QgsGeometry, QgsProject, QgsUnitTypes, QgsVectorLayer

from .label_geometry import is_known


def measure_edited(layer: QgsVectorLayer, qgis_project: QgsProject) -> int:
    """Write the measures of the outlines that were changed or added since the layer was saved; return how many.

    The layer is in edit mode. Where it has no place on Earth there are no metres, and nothing is written.
    """
    buffer = layer.editBuffer()
    if buffer is None or not is_known(layer.crs()):
        return 0
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), qgis_project.transformContext())
    measure.setEllipsoid(layer.crs().ellipsoidAcronym() or "EPSG:7030")
    changed = dict(buffer.changedGeometries())
    changed.update({number: feature.geometry() for number, feature in buffer.addedFeatures().items()})
    for feature_id, geometry in changed.items():
        for name, value in _measures(geometry, measure).items():
            index = layer.fields().indexOf(name)
            if index >= 0:
                layer.changeAttributeValue(feature_id, index, value)
    return len(changed)


def _measures(geometry: QgsGeometry, measure: QgsDistanceArea) -> dict[str, Any]:
    area_m2 = measure.convertAreaMeasurement(measure.measureArea(geometry), QgsUnitTypes.AreaSquareMeters)
    perimeter_m = measure.convertLengthMeasurement(measure.measurePerimeter(geometry), QgsUnitTypes.DistanceMeters)
    _, _, angle, width, height = geometry.orientedMinimumBoundingBox()
    metres = (area_m2 / geometry.area()) ** 0.5 if geometry.area() > 0 else 0.0  # per unit of the map, here
    return {
        "area_m2": round(area_m2, 3),
        "perimeter_m": round(perimeter_m, 3),
        "length_m": round(metres * max(width, height), 3),
        "width_m": round(metres * min(width, height), 3),
        "orientation_deg": round((angle if height >= width else angle + 90.0) % 180.0, 1),
    }
