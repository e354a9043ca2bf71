"""How much of a raster lies in the place that is to be predicted in."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsCsException, QgsGeometry, QgsProject, QgsRasterLayer

from .label_geometry import way_between


def share_inside(
    raster: QgsRasterLayer, shapes: Sequence[QgsGeometry], crs: QgsCoordinateReferenceSystem, qgis_project: QgsProject
) -> float:
    """Return the share of the raster's rectangle that the shapes cover, from 0 to 1."""
    rectangle = QgsGeometry.fromRect(raster.extent())
    way = way_between(crs, raster.crs(), qgis_project)
    covered = []
    for shape in shapes:
        there = QgsGeometry(shape)
        try:
            if way is not None:
                there.transform(way)
        except QgsCsException:  # outside of where the raster's system has coordinates: not on the raster either
            continue
        part = there.intersection(rectangle)
        if not part.isEmpty():
            covered.append(part)
    if not covered or rectangle.area() <= 0:
        return 0.0
    return min(QgsGeometry.unaryUnion(covered).area() / rectangle.area(), 1.0)
