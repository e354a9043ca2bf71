"""From the file that the engine wrote to the layer that QGIS shows: features poured into the sink, then styled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..engine_client.model_card import read_model_card
from ..errors import DeepSegPluginError, EngineStoppedError
from ..i18n import tr
from ..layers.style import style_footprints

Style = Callable[[QgsVectorLayer], Any]


def pour(
    file: Path,
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> str:
    """Copy the features of a file into a sink, with their fields and coordinate system, and return its id.

    Raises:
        DeepSegPluginError: the sink cannot be written.
        EngineStoppedError: the user stopped.
    """
    layer = QgsVectorLayer(str(file), "result", "ogr")
    if not layer.isValid():
        raise DeepSegPluginError(tr("The engine's result cannot be opened: {path}").format(path=file))
    kept = [number for number, field in enumerate(layer.fields()) if field.name().lower() != "fid"]
    fields = QgsFields()
    for number in kept:
        fields.append(layer.fields()[number])
    sink, destination = algorithm.parameterAsSink(parameters, name, context, fields, layer.wkbType(), layer.crs())
    if sink is None:
        raise DeepSegPluginError(
            tr("{place} cannot be written").format(place=parameters.get(name)),
            hint=tr("Choose another place or format."),
        )
    for feature in layer.getFeatures():
        if feedback.isCanceled():
            raise EngineStoppedError(tr("Stopped while the result was copied; the layer is not complete."))
        copy = QgsFeature(fields)
        copy.setGeometry(feature.geometry())
        copy.setAttributes([feature.attribute(number) for number in kept])
        if not sink.addFeature(copy, QgsFeatureSink.Flag.FastInsert):
            raise DeepSegPluginError(
                tr("{place} cannot be written: {reason}").format(place=destination, reason=sink.lastError()),
                hint=tr("Choose another place or format."),
            )
    sink.finalize() if hasattr(sink, "finalize") else sink.flushBuffer()
    return str(destination)


def style_when_loaded(destination: str, context: QgsProcessingContext, style: Style) -> None:
    """Style the layer when QGIS adds it to the project, if it does."""
    if context.willLoadLayerOnCompletion(destination):
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(_Styler.kept(style))


def style_raster_when_loaded(
    destination: str, context: QgsProcessingContext, style: Callable[[QgsRasterLayer], Any]
) -> None:
    """Style the raster when QGIS adds it to the project, if it does."""
    if context.willLoadLayerOnCompletion(destination):
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(_Styler.kept(style, QgsRasterLayer))


def footprint_style(categories: tuple[tuple[str, str], ...]) -> Style:
    """Return what gives footprints the colors of their categories."""
    return lambda layer: style_footprints(layer, dict(categories))


def model_categories(model: Path) -> tuple[tuple[str, str], ...]:
    """Return name and color of a model's categories; nothing where its card cannot be read, which the engine tells."""
    try:
        return read_model_card(model).categories
    except DeepSegPluginError:
        return ()


class _Styler(QgsProcessingLayerPostProcessorInterface):
    """Styles a layer on the main thread, after it was added."""

    _alive: list[_Styler] = []  # noqa: RUF012  (QGIS holds no reference to what Python made)

    def __init__(self, style: Callable[[Any], Any], kind: type[QgsMapLayer]) -> None:
        super().__init__()
        self._style, self._kind = style, kind

    @classmethod
    def kept(cls, style: Callable[[Any], Any], kind: type[QgsMapLayer] = QgsVectorLayer) -> _Styler:
        """Return a styler that lives until it was used; of those that never are, the newest few are kept."""
        styler = cls(style, kind)
        cls._alive = [*cls._alive[-20:], styler]
        return styler

    def postProcessLayer(  # noqa: N802  (QGIS calls it by this name)
        self, layer: QgsMapLayer, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> None:
        """Style the layer."""
        if isinstance(layer, self._kind):
            self._style(layer)
            layer.triggerRepaint()
