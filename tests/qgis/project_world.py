"""Tiny worlds for tests of the project: a folder with awkward letters, a project, labels, a raster."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from osgeo import gdal, gdal_array, osr
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

from deepseg_qgis.layers.project import SiteProject, new_project

UTM = "EPSG:32636"
LEFT, TOP = 452000.0, 36000.0  # in Kampala
PIXEL_M = 0.5


def make_project(folder: Path, name: str = "부지 1", crs: str = UTM) -> SiteProject:
    """Return a new project in a folder with spaces and Korean letters; `crs` "" for one without."""
    path = folder / "내 폴더" / "site 가.gpkg"
    return new_project(path, name=name, crs=QgsCoordinateReferenceSystem(crs), qgis_project=QgsProject.instance())


def square(i: int, side: float = 5.0) -> QgsGeometry:
    """Return the i-th square of a row, with room between them."""
    x, y = LEFT + 10 + 10 * i, TOP - 20
    return QgsGeometry.fromWkt(f"MultiPolygon((({x} {y},{x} {y + side},{x + side} {y + side},{x + side} {y},{x} {y})))")


def draw(layer: QgsVectorLayer, *values: str, field: str = "category") -> None:
    """Add one square per value to a layer in edit mode, as a drawing tool does."""
    for i, value in enumerate(values):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(square(i))
        feature.setAttribute(field, value)
        assert layer.addFeature(feature)


def values_of(layer: QgsVectorLayer, field: str = "category") -> list[object]:
    """Return a field's values in the order of the features."""
    features = sorted(layer.getFeatures(), key=QgsFeature.id)
    return [feature.attribute(field) for feature in features]


def make_raster(path: Path, *, crs: str = UTM) -> Path:
    """Write a raster of 40 x 60 pixels; `crs` "" for one without georeference."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.zeros((40, 60), dtype=np.uint8)
    source = gdal_array.OpenArray(pixels)
    if crs:
        reference = osr.SpatialReference()
        reference.SetFromUserInput(crs)
        source.SetProjection(reference.ExportToWkt())
        source.SetGeoTransform((LEFT, PIXEL_M, 0, TOP, 0, -PIXEL_M))
    gdal.GetDriverByName("GTiff").CreateCopy(str(path), source)
    return path
