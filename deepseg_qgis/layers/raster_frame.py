"""Where the pixels of a raster lie on the map, as the engine sees it: also turned, also without georeference."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsMapLayer, QgsRectangle
from qgis.PyQt.QtGui import QTransform

from ..errors import LayerNotUsableError
from ..i18n import tr
from .raster_source import plain_path, raster_path

# Without georeference QGIS shows pixels with y negative downward.
PIXEL_COORDINATES = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
_IDENTITIES = (None, (0.0, 1.0, 0.0, 0.0, 0.0, 1.0))


@dataclass(frozen=True)
class RasterFrame:
    """Size of a raster in pixels, and GDAL's six numbers that lead from pixels to map coordinates in `crs`."""

    name: str
    width_px: int
    height_px: int
    geo_transform: tuple[float, ...]
    crs: QgsCoordinateReferenceSystem

    def __post_init__(self) -> None:
        if self.width_px < 1 or self.height_px < 1:
            raise ValueError(f"a raster has at least one pixel, got {self.width_px} x {self.height_px}")
        _, a, b, _, c, d = self.geo_transform
        if a * d - b * c == 0.0:
            raise ValueError(f"a raster's pixels need an area, got {self.geo_transform}")

    @property
    def has_pixel_coordinates(self) -> bool:
        """Whether the raster has no place on the map, so that coordinates on it are pixels."""
        return self.geo_transform == PIXEL_COORDINATES and not self.crs.isValid()

    def to_map(self, x_px: float, y_px: float, width_px: float, height_px: float) -> QgsGeometry:
        """Return a rectangle of pixels as a polygon in map coordinates; a parallelogram where the raster is turned."""
        geometry = QgsGeometry.fromRect(QgsRectangle(x_px, y_px, x_px + width_px, y_px + height_px))
        geometry.transform(self._pixels_to_map())
        return geometry

    def outline(self) -> QgsGeometry:
        """Return the raster's edge in map coordinates."""
        return self.to_map(0, 0, self.width_px, self.height_px)

    def to_pixels(self, geometry: QgsGeometry) -> QgsGeometry:
        """Return a geometry of map coordinates in pixels, y downward."""
        pixels = QgsGeometry(geometry)
        pixels.transform(self._pixels_to_map().inverted()[0])
        return pixels

    def _pixels_to_map(self) -> QTransform:
        x, x_right, x_down, y, y_right, y_down = self.geo_transform
        return QTransform(x_right, y_right, x_down, y_down, x, y)


def read_frame(raster: QgsMapLayer | str, *, crs: QgsCoordinateReferenceSystem | None = None) -> RasterFrame:
    """Return where the pixels of a layer or file lie.

    Args:
        raster: a raster layer, or what GDAL opens.
        crs: of a raster that has a place on the map but does not name its coordinate system; None: the layer's.

    Raises:
        LayerNotUsableError: it is not a raster file on this computer, or cannot be opened.
    """
    path = plain_path(raster) if isinstance(raster, str) else raster_path(raster)
    dataset = _open(path)
    transform = dataset.GetGeoTransform(can_return_null=True)
    size = dataset.RasterXSize, dataset.RasterYSize
    if transform in _IDENTITIES:  # also where only control points place it: the engine takes no heed of them
        return RasterFrame(Path(path).name, *size, PIXEL_COORDINATES, QgsCoordinateReferenceSystem())
    own = QgsCoordinateReferenceSystem.fromWkt(dataset.GetProjection())
    if not own.isValid():
        own = crs if crs is not None else QgsCoordinateReferenceSystem() if isinstance(raster, str) else raster.crs()
    return RasterFrame(Path(path).name, *size, tuple(transform), own)


def _open(path: str) -> gdal.Dataset:
    cause = ""
    try:
        dataset = gdal.Open(path)
    except RuntimeError as err:  # somebody in this QGIS has switched GDAL's exceptions on
        dataset, cause = None, str(err)
    if dataset is None:
        raise LayerNotUsableError(
            tr("{path} cannot be opened as a raster").format(path=path),
            hint=cause or tr("Check that the file is whole and of a format that QGIS shows."),
        )
    return dataset
