"""The rasters that footprints were found in: where their files are, by the names that footprints carry."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer

from ..domain.prediction import PastPrediction, distinct_names
from ..engine_client.model_card import read_model_card
from ..engine_client.prediction_files import PredictionPlace, read_prediction
from ..errors import DeepSegPluginError
from .footprint_export import unknown_place
from .footprint_layer import raster_of
from .project_layers import file_of
from .raster_frame import RasterFrame, read_frame
from .raster_source import raster_path


def prediction_of(layer: QgsVectorLayer) -> PastPrediction | None:
    """Return what is known of the prediction that a layer of footprints shows; None where nothing is."""
    return read_prediction(PredictionPlace(file_of(layer).parent))


def frames_for(layers: Sequence[QgsVectorLayer], qgis_project: QgsProject) -> dict[str, RasterFrame]:
    """Return the place and size of each raster of these footprints.

    Raises:
        LayerNotUsableError: a raster is not where it was, or nothing says where it is.
    """
    frames = {}
    for layer in layers:
        prediction = prediction_of(layer)
        paths = dict(zip(distinct_names(prediction.rasters), prediction.rasters)) if prediction else {}
        names = [raster_of(layer)] if raster_of(layer) else sorted(paths) or _rasters_in(layer)
        for name in names:
            path = paths.get(name) or _path_on_map(name, qgis_project)
            if not path:
                raise unknown_place(name)
            frames[name] = read_frame(layer_of(path, qgis_project) or path)
    return frames


def paths_of(layers: Sequence[QgsVectorLayer], qgis_project: QgsProject) -> list[str]:
    """Return the files of the rasters of these footprints, each once; those that nobody knows are left out."""
    found: dict[str, None] = {}
    for layer in layers:
        prediction = prediction_of(layer)
        paths = dict(zip(distinct_names(prediction.rasters), prediction.rasters)) if prediction else {}
        for name in [raster_of(layer)] if raster_of(layer) else sorted(paths) or _rasters_in(layer):
            path = paths.get(name) or _path_on_map(name, qgis_project)
            if path:
                found[path] = None
    return list(found)


def layer_of(path: str, qgis_project: QgsProject) -> QgsRasterLayer | None:
    """Return the raster layer of the QGIS project that shows a file; None where there is none."""
    return next((layer for layer, source in raster_layers(qgis_project) if source == path), None)


def raster_layers(qgis_project: QgsProject) -> list[tuple[QgsRasterLayer, str]]:
    """Return the raster layers of the QGIS project that are files, each with what GDAL opens."""
    found = []
    for layer in qgis_project.mapLayers().values():
        path = _path_or_none(layer)
        if path:
            found.append((layer, path))
    return found


def _path_on_map(name: str, qgis_project: QgsProject) -> str:
    return next((source for _, source in raster_layers(qgis_project) if Path(source).name == Path(name).name), "")


def _path_or_none(layer: QgsMapLayer) -> str:
    try:
        return raster_path(layer) if isinstance(layer, QgsRasterLayer) else ""
    except DeepSegPluginError:  # its file is gone, or it comes from a service
        return ""


def _rasters_in(layer: QgsVectorLayer) -> list[str]:
    index = layer.fields().indexOf("raster")
    return sorted(str(value) for value in layer.uniqueValues(index) if value) if index >= 0 else []


def model_categories(layers: Sequence[QgsVectorLayer]) -> list[str]:
    """Return the categories of the models that found these footprints, in the models' order, each once."""
    models = dict.fromkeys(prediction.model for layer in layers if (prediction := prediction_of(layer)) is not None)
    return list(dict.fromkeys(name for model in models for name in model_colors(model)))


def model_colors(model: str) -> dict[str, str]:
    """Return the colors of a model's categories; none where its file is gone."""
    try:
        return dict(read_model_card(Path(model)).categories) if model else {}
    except DeepSegPluginError:
        return {}
