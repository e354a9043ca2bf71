"""A site with a raster, labels and areas, on a real workbench with the fake engine behind it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from osgeo import gdal, gdal_array, osr
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtTest import QTest

from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.layers.project import SiteProject
from tests.qgis.interface import Interface

EPSG, LEFT, TOP, METRES, SIDE_PX = 32636, 450_000.0, 40_000.0, 0.5, 200


def wait_until(is_so: Callable[[], bool], seconds: float = 20.0) -> None:
    until_s = time.monotonic() + seconds
    while not is_so() and time.monotonic() < until_s:
        QTest.qWait(20)
    assert is_so()


def make_raster(path: Path) -> str:
    pixels = np.random.default_rng(0).integers(60, 190, (3, SIDE_PX, SIDE_PX)).astype(np.uint8)
    file = gdal.GetDriverByName("GTiff").CreateCopy(str(path), gdal_array.OpenArray(pixels))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(EPSG)
    file.SetProjection(crs.ExportToWkt())
    file.SetGeoTransform((LEFT, METRES, 0, TOP, 0, -METRES))
    file.FlushCache()
    return str(path)


def square(column: float, row: float, side: float) -> QgsGeometry:
    """Return a square in map coordinates, given in metres from the raster's upper left corner."""
    left, top = LEFT + column, TOP - row
    return QgsGeometry.fromRect(QgsRectangle(left, top - side, left + side, top))


def add(layer: QgsVectorLayer, geometry: QgsGeometry, **values: str) -> None:
    """Save a polygon with these values of its fields."""
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setGeometry(geometry)
    for name, value in values.items():
        feature[name] = value
    assert layer.addFeature(feature)
    assert layer.commitChanges(), layer.commitErrors()


def new_workbench(iface: Interface, digitized: list[QgsVectorLayer]) -> Workbench:
    return Workbench(
        window=iface.mainWindow(),
        canvas=iface.mapCanvas(),
        message_bar=iface.messageBar(),
        qgis_project=QgsProject.instance(),
        digitize=digitized.append,
    )


def make_site(workbench: Workbench, folder: Path, *, with_test_area: bool = True) -> SiteProject:
    """Return the site "kampala süd": one raster, six labels of two categories, a training and a test area."""
    crs = QgsCoordinateReferenceSystem(f"EPSG:{EPSG}")
    assert workbench.new_site(folder / "kampala süd.gpkg", "Kampala Süd", crs)
    site = workbench.site
    site.add_raster(make_raster(folder / "ortho süd.tif"), "train")
    site.add_category("roof", "#e69f00")
    site.add_category("pool", "#56b4e9")
    for i in range(3):
        add(site.layer("labels"), square(5 + 10 * i, 5, 6), category="roof")
    add(site.layer("labels"), square(5, 20, 6), category="pool")
    add(site.layer("labels"), square(62, 62, 6), category="roof")
    add(site.layer("labels"), square(75, 62, 6), category="roof")
    add(site.layer("areas"), square(2, 2, 45), role="train")
    if with_test_area:
        add(site.layer("areas"), square(55, 55, 40), role="evaluate")
    QCoreApplication.processEvents()
    return site


def bar_texts(iface: Interface) -> list[str]:
    """Return what stands in the message bar."""
    return [item.text() for item in iface.messageBar().items()]


def provider_ids() -> list[str]:
    return [provider.id() for provider in QgsApplication.processingRegistry().providers()]
