"""An outline around one thing on the map, which stays until another is looked at."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

# No category has either of them, and one of the two is seen on any ground.
_LINE, _AROUND_LINE = "#ffff00", "#000000"
_WIDTH_PX = 3


class MapOutline:
    """Draws over the map, in no layer; follows the map when it gets another coordinate system."""

    def __init__(self, canvas: QgsMapCanvas | None) -> None:
        self._canvas = canvas
        self._band: QgsRubberBand | None = None
        self._shape: tuple[QgsGeometry, QgsCoordinateReferenceSystem] | None = None

    def show(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> None:
        """Draw around this geometry, and around nothing else."""
        if self._canvas is None or sip.isdeleted(self._canvas):
            return
        if self._band is None:
            self._band = _new_band(self._canvas)
            self._canvas.destinationCrsChanged.connect(self._draw)
        self._shape = (geometry, crs)
        self._draw()

    def hide(self) -> None:
        """Draw around nothing; leave nothing on the map."""
        if self._band is None or self._canvas is None or sip.isdeleted(self._canvas):
            self._band = None
            return
        self._canvas.destinationCrsChanged.disconnect(self._draw)
        self._canvas.scene().removeItem(self._band)
        self._band, self._shape = None, None

    def _draw(self) -> None:
        if self._band is not None and self._shape is not None:
            self._band.setToGeometry(*self._shape)


def _new_band(canvas: QgsMapCanvas) -> QgsRubberBand:
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setFillColor(QColor(Qt.GlobalColor.transparent))
    band.setStrokeColor(QColor(_LINE))
    band.setSecondaryStrokeColor(QColor(_AROUND_LINE))
    band.setWidth(_WIDTH_PX)
    return band
