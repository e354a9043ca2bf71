"""How much ground rasters show, so that it can be said how many things there are on a hectare."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCsException, QgsDistanceArea, QgsGeometry, QgsProject, QgsUnitTypes

from .label_geometry import is_known, way_between
from .predicted_ground import RasterPlace, look_at

_PIECES_PER_SIDE = 32  # straight lines of one coordinate system are curved in another


def ground_m2(paths: Sequence[str], qgis_project: QgsProject) -> float | None:
    """Return the ground of the rasters' rectangles, where two overlap once; None where one has no place on Earth."""
    places = [look_at(path, qgis_project) for path in paths]
    known = [place for place in places if place is not None and is_known(place.crs)]
    if not known or len(known) < len(places):
        return None
    crs = known[0].crs
    try:
        shapes = [_outline(place, known[0], qgis_project) for place in known]
    except QgsCsException:
        return None
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, qgis_project.transformContext())
    measure.setEllipsoid(crs.ellipsoidAcronym() or "EPSG:7030")
    area = measure.measureArea(QgsGeometry.unaryUnion(shapes))
    area_m2 = float(measure.convertAreaMeasurement(area, QgsUnitTypes.AreaSquareMeters))
    return area_m2 if area_m2 > 0 else None


def _outline(place: RasterPlace, first: RasterPlace, qgis_project: QgsProject) -> QgsGeometry:
    outline = QgsGeometry.fromRect(place.extent)
    longest = max(place.extent.width(), place.extent.height())
    outline = outline.densifyByDistance(longest / _PIECES_PER_SIDE)
    way = way_between(place.crs, first.crs, qgis_project)
    if way is not None:
        outline.transform(way)
    return outline
