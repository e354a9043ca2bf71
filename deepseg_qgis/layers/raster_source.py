"""From a raster layer of QGIS to what the engine opens: a file on this computer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsMapLayer, QgsRaster, QgsRasterLayer

from ..errors import LayerNotUsableError
from ..i18n import tr

_OPTIONS = re.compile(r"\|(option|credential|layername|layerid|uniqueGeometryType):?=?.*$", re.IGNORECASE | re.DOTALL)
_SUBDATASET = re.compile(r'^[A-Za-z][A-Za-z0-9_]+:"?(?P<path>(?:[A-Za-z]:[\\/])?[^":]+)"?(?::.*)?$')


@dataclass(frozen=True)
class RasterFacts:
    """What a raster layer says of itself; `metres_per_pixel` is None where it has no place on the globe."""

    width: int
    height: int
    n_bands: int
    crs_text: str
    metres_per_pixel: float | None


def raster_path(layer: QgsMapLayer) -> str:
    """Return the path, or GDAL's name of a subdataset, under which the engine opens the layer.

    Raises:
        LayerNotUsableError: it is no raster, or not a file on this computer.
    """
    if not isinstance(layer, QgsRasterLayer):
        raise LayerNotUsableError(
            tr("{layer} is not a raster").format(layer=layer.name()), hint=tr("Choose a raster layer or a file.")
        )
    if layer.providerType() != "gdal":
        raise LayerNotUsableError(
            tr("{layer} comes from {source}, which DeepSeg cannot read").format(
                layer=layer.name(), source=_told_source(layer.providerType())
            ),
            hint=tr("Save the part you need as a GeoTIFF (Export > Save As, raw data) and use that."),
        )
    return plain_path(layer.source())


def plain_path(source: str) -> str:
    """Return what GDAL opens, without the options that QGIS writes behind it.

    Raises:
        LayerNotUsableError: there is no such file.
    """
    path = _OPTIONS.sub("", source)
    if path.startswith("/vsi") or (path and Path(path).exists()):
        return path
    subdataset = _SUBDATASET.match(path)
    if subdataset and Path(subdataset["path"]).exists():
        return path
    raise LayerNotUsableError(
        tr("The raster {path} does not exist").format(path=path),
        hint=tr("Check that the file was not moved or renamed."),
    )


def crs_given_in_qgis(layer: QgsMapLayer) -> str | None:
    """Return the coordinate system that the user gave a layer whose file has a place on the map but names none."""
    if not isinstance(layer, QgsRasterLayer) or layer.dataProvider() is None or not layer.crs().isValid():
        return None
    if layer.dataProvider().crs().isValid() or layer.extent().yMinimum() == -layer.height():
        return None
    authid = layer.crs().authid()
    return authid if authid.upper().startswith("EPSG:") else layer.crs().toWkt()


def names_no_crs(layer: QgsMapLayer) -> bool:
    """Tell whether a raster has a place on the map, and neither its file nor the user says in which system."""
    if not isinstance(layer, QgsRasterLayer) or not layer.isValid() or layer.crs().isValid():
        return False
    return bool(layer.extent().yMinimum() != -layer.height())


def raster_facts(layer: QgsRasterLayer) -> RasterFacts:
    """Return size, bands, coordinate system and resolution, without starting the engine."""
    return RasterFacts(
        width=layer.width(),
        height=layer.height(),
        n_bands=_n_data_bands(layer),
        crs_text=layer.crs().authid() or layer.crs().description() if layer.crs().isValid() else "",
        metres_per_pixel=_metres_per_pixel(layer),
    )


def _n_data_bands(layer: QgsRasterLayer) -> int:
    """Return how many bands the engine sees: those that are no alpha, and three where numbers of colors are stored."""
    provider = layer.dataProvider()
    kinds = [provider.colorInterpretation(band) for band in range(1, layer.bandCount() + 1)] if provider else []
    if kinds == [QgsRaster.PaletteIndex]:
        return 3
    return layer.bandCount() - kinds.count(QgsRaster.AlphaBand) or layer.bandCount()


def _metres_per_pixel(layer: QgsRasterLayer) -> float | None:
    """Return the side of a pixel in the middle of the raster, measured on the ellipsoid."""
    from qgis.core import QgsCoordinateTransformContext, QgsDistanceArea, QgsPointXY, QgsUnitTypes

    if not layer.crs().isValid() or not layer.width() or not layer.height():
        return None
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), QgsCoordinateTransformContext())
    measure.setEllipsoid(layer.crs().ellipsoidAcronym() or "EPSG:7030")
    middle = layer.extent().center()
    right = QgsPointXY(middle.x() + layer.rasterUnitsPerPixelX(), middle.y())
    above = QgsPointXY(middle.x(), middle.y() + layer.rasterUnitsPerPixelY())
    metres = QgsUnitTypes.DistanceMeters
    across, up = (measure.convertLengthMeasurement(measure.measureLine(middle, end), metres) for end in (right, above))
    return (across * up) ** 0.5


def _told_source(provider: str) -> str:
    services = {"wms": tr("a web service"), "wcs": tr("a web service"), "arcgismapserver": tr("a web service")}
    databases = {"postgresraster": tr("a database"), "virtualraster": tr("a calculation of QGIS")}
    return services.get(provider) or databases.get(provider) or provider
