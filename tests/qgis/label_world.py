"""Tiny layers, rasters and runs of algorithms for the tests of labels, tiles and counts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from osgeo import gdal, osr
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

UTM = "EPSG:32636"
NORTH_UP = (500_000.0, 0.5, 0.0, 100_000.0, 0.0, -0.5)  # pixels of half a metre


class Listener(QgsProcessingFeedback):
    """Keeps what an algorithm says; stops it after so many questions, if asked to."""

    def __init__(self, stop_at: float | None = None) -> None:
        super().__init__(False)
        self.errors: list[str] = []
        self.infos: list[str] = []
        self.plugin_errors: list[Any] = []
        self._stop_at = stop_at
        self.progressChanged.connect(self._on_progress)

    def _on_progress(self, percent: float) -> None:
        if self._stop_at is not None and percent >= self._stop_at:
            self.cancel()

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803  (QGIS's name)
        self.errors.append(error)

    def pushInfo(self, info: str) -> None:
        self.infos.append(info)

    def pushWarning(self, warning: str) -> None:
        self.infos.append(warning)

    def plugin_error(self, error: Any) -> None:
        self.plugin_errors.append(error)


class Run:
    """One run of an algorithm: its outputs, and what it said."""

    def __init__(
        self, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], feedback: Listener | None = None
    ) -> None:
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.feedback = feedback or Listener()
        self.algorithm = algorithm.create()
        can_run, self.reason = self.algorithm.checkParameterValues(parameters, self.context)
        assert can_run, self.reason
        self.values, self.is_ok = self.algorithm.run(parameters, self.context, self.feedback)

    def rows(self, name: str = "OUTPUT") -> list[QgsFeature]:
        assert self.is_ok, self.feedback.errors
        return list(self.layer(name).getFeatures())

    def layer(self, name: str = "OUTPUT") -> QgsVectorLayer:
        layer = self.context.getMapLayer(self.values[name])
        return layer if layer is not None else QgsVectorLayer(self.values[name], name, "ogr")


def square(x: float, y: float, side: float, height: float | None = None) -> str:
    """Return the WKT of a square whose lower left corner is at x, y."""
    right, top = x + side, y + (side if height is None else height)
    return f"Polygon(({x} {y}, {right} {y}, {right} {top}, {x} {top}, {x} {y}))"


def polygon_layer(
    rows: Sequence[Sequence[Any]], *, crs: str = UTM, fields: str = "category:string", kind: str = "Polygon"
) -> QgsVectorLayer:
    """Return a memory layer of rows (WKT or None, attributes...)."""
    definition = "&".join(f"field={field}" for field in fields.split(",") if field)
    layer = QgsVectorLayer(f"{kind}?crs={crs}&{definition}", "labels", "memory")
    features = []
    for wkt, *attributes in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(attributes))
        if wkt is not None:
            geometry = QgsGeometry.fromWkt(wkt)
            if kind.startswith("Multi"):
                geometry.convertToMultiType()
            feature.setGeometry(geometry)
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    QgsProject.instance().addMapLayer(layer, False)
    return layer


def make_raster(
    path: Path,
    width: int = 100,
    height: int = 80,
    *,
    transform: Sequence[float] | None = NORTH_UP,
    epsg: int | None = 32636,
) -> Path:
    """Write a black raster and return its path."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), width, height, 1)
    if transform is not None:
        dataset.SetGeoTransform(transform)
    if epsg is not None:
        system = osr.SpatialReference()
        system.ImportFromEPSG(epsg)
        dataset.SetProjection(system.ExportToWkt())
    dataset.FlushCache()
    return path
