"""Where a raster lies, and how much of it is in the place that is to be predicted in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)

from .label_geometry import way_between
from .predicted_rasters import layer_of
from .raster_source import RasterFacts, raster_facts


@dataclass(frozen=True)
class RasterPlace:
    """What a raster is like, and its rectangle on the map."""

    facts: RasterFacts
    extent: QgsRectangle
    crs: QgsCoordinateReferenceSystem


def look_at(path: str, qgis_project: QgsProject) -> RasterPlace | None:
    """Return what a raster is like; None where it cannot be read."""
    layer = layer_of(path, qgis_project) or QgsRasterLayer(path, Path(path).stem, "gdal")
    if not layer.isValid():
        return None
    return RasterPlace(raster_facts(layer), QgsRectangle(layer.extent()), QgsCoordinateReferenceSystem(layer.crs()))


def share_inside(
    raster: RasterPlace, shapes: Sequence[QgsGeometry], crs: QgsCoordinateReferenceSystem, qgis_project: QgsProject
) -> float:
    """Return the share of the raster's rectangle that the shapes cover, from 0 to 1."""
    rectangle = QgsGeometry.fromRect(raster.extent)
    way = way_between(crs, raster.crs, qgis_project)
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
