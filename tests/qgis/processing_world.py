"""A tiny world for the algorithms: a raster, labels, areas, and the fake engine in place of the real one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, gdal_array, ogr, osr
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject

ALGORITHMS = frozenset(
    f"deepseg:{name}"
    for name in (
        *("setup", "train", "evaluate", "estimate", "predict", "vectorize"),
        *("savetiles", "jointiles", "chips", "importlabels", "exportlabels"),
        *("suggestareas", "tile", "statistics", "checklabels", "capture", "history", "measure", "cleanshapes"),
        *("cutouts", "classifytrain", "classify", "maskraster"),
    )
)
FAKE_ENGINE = Path(__file__).parents[1] / "plugin" / "fake_engine"
EPSG, LEFT, TOP, SIDE_PX, PIXEL_M = 32636, 450_000.0, 40_000.0, 64, 0.5


@dataclass(frozen=True)
class World:
    """Paths of what there is, and of where the fake engine notes what it was asked."""

    folder: Path
    raster: Path
    site: Path
    model: Path
    notes: Path

    @property
    def labels(self) -> str:
        return f"{self.site}|layername=labels"

    @property
    def areas(self) -> str:
        return f"{self.site}|layername=areas"

    def asked(self, number: int = -1) -> dict[str, list[str]]:
        """Return the options of a command line that the engine was started with, and the command itself."""
        command, *words = json.loads(self.notes.read_text().splitlines()[number])
        options: dict[str, list[str]] = {"command": [command]}
        for word in words:
            name, _, value = word.partition("=")
            options.setdefault(name[2:], []).append(value)
        return options


class Feedback(QgsProcessingFeedback):
    """Keeps what was said."""

    def __init__(self) -> None:
        super().__init__(False)
        self.lines: list[str] = []
        self.warnings: list[str] = []
        self.commands: list[str] = []
        self.errors: list[str] = []
        self.progress: list[float] = []
        self.progressChanged.connect(self.progress.append)

    def pushInfo(self, info: str) -> None:
        self.lines.append(info)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)

    def pushCommandInfo(self, info: str) -> None:
        self.commands.append(info)

    def pushDebugInfo(self, info: str) -> None:
        self.lines.append(info)

    def pushConsoleInfo(self, info: str) -> None:
        self.lines.append(info)

    def reportError(self, error: str, is_fatal: bool = False) -> None:
        self.errors.append(error)


def make_world(folder: Path) -> World:
    """Write the raster and the labels into a folder whose name has a space and letters beyond ASCII."""
    folder = folder / "Dächer 지붕"
    folder.mkdir()
    raster = write_raster(folder / "city.tif")
    site = folder / "site.gpkg"
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(site))
    add_squares(data, "labels", {"category": ["roof", "roof", "tree"]})
    add_squares(data, "areas", {"role": ["train", "validate", "evaluate"]})
    del data
    return World(folder, raster, site, folder / "roofs.safetensors", folder / "asked.jsonl")


def write_raster(path: Path) -> Path:
    """Write 64 x 64 pixels of half a metre, three bands."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    pixels = np.arange(3 * SIDE_PX * SIDE_PX, dtype=np.uint8).reshape(3, SIDE_PX, SIDE_PX)
    data = gdal_array.OpenArray(pixels)
    data.SetProjection(reference.ExportToWkt())
    data.SetGeoTransform((LEFT, PIXEL_M, 0, TOP, 0, -PIXEL_M))
    gdal.GetDriverByName("GTiff").CreateCopy(str(path), data)
    return path


def add_squares(data: ogr.DataSource, table: str, values: dict[str, list[str]]) -> None:
    """Add a layer with one square per value."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    layer = data.CreateLayer(table, reference, ogr.wkbPolygon)
    ((field, texts),) = values.items()
    layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    for number, text in enumerate(texts):
        x, y = LEFT + 10 * number, TOP - 10
        feature = ogr.Feature(layer.GetLayerDefn())
        feature[field] = text
        wkt = f"POLYGON(({x} {y}, {x + 5} {y}, {x + 5} {y + 5}, {x} {y + 5}, {x} {y}))"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)


@dataclass(frozen=True)
class Run:
    """What became of an algorithm."""

    values: dict[str, Any]
    is_done: bool
    feedback: Feedback
    context: QgsProcessingContext


def run(algorithm_id: str, parameters: dict[str, Any], feedback: Feedback | None = None) -> Run:
    """Run an algorithm of the registry on this thread, as QGIS does."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
    assert algorithm is not None, algorithm_id
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = feedback or Feedback()
    context.setFeedback(feedback)
    values, is_done = algorithm.run(parameters, context, feedback)
    return Run(values, is_done, feedback, context)


def why_not(algorithm_id: str, parameters: dict[str, Any]) -> str:
    """Return the sentence with which the parameters are refused; empty when they are not."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    can_run, reason = algorithm.checkParameterValues(parameters, context)
    assert can_run == (not reason)
    return str(reason)
