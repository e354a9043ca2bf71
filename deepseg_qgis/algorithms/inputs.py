"""From the values of parameters to what the engine is given; called on the main thread, where layers may be touched."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsRasterLayer,
)

from ..errors import DeepSegPluginError, LayerNotUsableError
from ..i18n import tr
from ..layers.polygon_source import PolygonSource, source_of_geometry
from ..layers.raster_source import crs_given_in_qgis, plain_path, raster_path
from .parameters import crs_or_none, has_value

_OTHER_THAN_A_FILE = re.compile(r"[A-Za-z]\w+:")  # ogr:, postgis:, memory:; a drive has one letter

Parameters = "dict[str, Any]"


def raster_paths(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, name: str, context: QgsProcessingContext
) -> list[str]:
    """Return the files of a parameter with rasters, in their order.

    Raises:
        LayerNotUsableError: there is none, or one is not a file on this computer.
    """
    values = _layers_or_sources(algorithm, parameters, name, context)
    paths = [raster_path(value) if isinstance(value, QgsMapLayer) else plain_path(value) for value in values]
    if not paths:
        raise LayerNotUsableError(tr("No raster was chosen"), hint=tr("Choose at least one raster layer or file."))
    return paths


def raster_crs(algorithm: QgsProcessingAlgorithm, parameters: Parameters, context: QgsProcessingContext) -> str | None:
    """Return the coordinate system of rasters that name none: what the user says here, or has told QGIS before."""
    stated = crs_or_none(algorithm, parameters, "CRS", context)
    if stated is not None:
        return stated
    layers = _layers_or_sources(algorithm, parameters, "RASTERS", context)
    return next(filter(None, (crs_given_in_qgis(layer) for layer in layers if isinstance(layer, QgsMapLayer))), None)


def extent_source(
    algorithm: QgsProcessingAlgorithm,
    parameters: Parameters,
    name: str,
    context: QgsProcessingContext,
    *,
    first_raster: str,
    has_crs_option: bool,
) -> PolygonSource:
    """Return the rectangle of an extent; of a raster without georeference it is in that raster's coordinates."""
    crs = algorithm.parameterAsExtentCrs(parameters, name, context)
    raster = QgsRasterLayer(first_raster, "raster")
    if not has_crs_option and raster.isValid() and not raster.dataProvider().crs().isValid():
        crs = QgsCoordinateReferenceSystem()
    geometry = algorithm.parameterAsExtentGeometry(parameters, name, context, crs)
    if geometry.isEmpty() or geometry.area() <= 0:
        raise DeepSegPluginError(tr("The extent is empty"), hint=tr("Draw a rectangle, or leave it out."))
    return source_of_geometry(tr("extent"), geometry, crs)


def destination_path(value: Any, context: QgsProcessingContext) -> str:
    """Return the file that a destination names, as far as it names one: not for memory, databases, tables."""
    sink = getattr(value, "sink", None)  # QgsProcessingOutputLayerDefinition
    if sink is not None:
        value, _ = sink.valueAsString(context.expressionContext())
    text = str(value or "")
    is_file = bool(Path(text).suffix) and "|" not in text and not _OTHER_THAN_A_FILE.match(text)
    return str(Path(text).absolute()) if is_file else ""


def destination_problem(value: Any, context: QgsProcessingContext) -> str:
    """Return why a layer cannot be written to its file: said before hours of work, not after; empty when it can."""
    path = destination_path(value, context)
    folder = Path(path).parent
    if not path or (folder.is_dir() and os.access(folder, os.W_OK)):
        return ""
    if folder.is_dir():
        return tr("The folder {folder} cannot be written to. Choose another.").format(folder=folder)
    return tr("The folder {folder} does not exist. Make it, or choose another.").format(folder=folder)


@contextmanager
def work_folder() -> Iterator[Path]:
    """Give a folder for files in between; it goes away at the end, or with QGIS where a file is still held open."""
    folder = Path(tempfile.mkdtemp(prefix="deepseg-", dir=QgsProcessingUtils.tempFolder()))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _layers_or_sources(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, name: str, context: QgsProcessingContext
) -> list[Any]:
    """Return layers of the project, and texts for what is none: files are not opened just to learn their path."""
    if not has_value(parameters, name):
        return []
    value = parameters[name]
    if isinstance(value, str):
        value = [value] if _is_one_source(value, context) else [part for part in value.split(";") if part.strip()]
    elif isinstance(value, QgsMapLayer):
        value = [value]
    if not isinstance(value, (list, tuple)) or not all(isinstance(each, (str, QgsMapLayer)) for each in value):
        return list(algorithm.parameterAsLayerList({name: value}, name, context))
    return [(_known_layer(each, context) or each) if isinstance(each, str) else each for each in value]


def _is_one_source(text: str, context: QgsProcessingContext) -> bool:
    return ";" not in text or Path(text).exists() or _known_layer(text, context) is not None


def _known_layer(text: str, context: QgsProcessingContext) -> QgsMapLayer | None:
    return QgsProcessingUtils.mapLayerFromString(text, context, False)  # False: nothing new is opened
