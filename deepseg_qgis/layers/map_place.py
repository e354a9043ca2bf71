"""Shows a place on the map."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsRectangle
from qgis.gui import QgsMapCanvas

_ROOM = 1.5  # how much of its surroundings is seen around a place
_ROOM_AROUND_ONE = 3.0  # around a single thing: what lies beside it tells what it is


def zoom_to(canvas: QgsMapCanvas, bounds: QgsRectangle, crs: QgsCoordinateReferenceSystem, room: float = _ROOM) -> None:
    """Show a rectangle with some room around it; a place that the map cannot show leaves the map as it is."""
    try:
        rectangle = _to_canvas(canvas, bounds, crs)
    except QgsCsException:
        return
    if rectangle.width() <= 0 and rectangle.height() <= 0:
        canvas.setCenter(rectangle.center())
    else:
        rectangle = QgsRectangle(rectangle)
        rectangle.scale(room)
        canvas.setExtent(rectangle)
    canvas.refresh()


def is_in_view(canvas: QgsMapCanvas, bounds: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> bool:
    """Tell whether the map shows any of a rectangle; not where the map cannot show it."""
    try:
        return bool(canvas.extent().intersects(_to_canvas(canvas, bounds, crs)))
    except QgsCsException:
        return False


def zoom_and_flash(
    canvas: QgsMapCanvas,
    geometry: QgsGeometry,
    crs: QgsCoordinateReferenceSystem,
    *,
    part_of: QgsGeometry | None = None,
) -> None:
    """Show a geometry and let it light up for a moment; as a part of something it is shown with the whole of it.

    `part_of` is in the same coordinates.
    """
    if geometry.isNull() or geometry.isEmpty():
        return
    bounds = geometry.boundingBox()
    if part_of is not None and not part_of.isEmpty():
        bounds.combineExtentWith(part_of.boundingBox())
    zoom_to(canvas, bounds, crs, _ROOM_AROUND_ONE)
    canvas.flashGeometries([geometry], crs)


def _to_canvas(canvas: QgsMapCanvas, bounds: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    settings = canvas.mapSettings()
    target = settings.destinationCrs()
    if not crs.isValid() or not target.isValid():
        return bounds
    return QgsCoordinateTransform(crs, target, settings.transformContext()).transformBoundingBox(bounds)
