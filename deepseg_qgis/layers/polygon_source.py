"""From polygons in QGIS to what the engine opens: the file itself where it says the same, else a copy of what is seen.

A layer may show other than its file holds: a filter, selected features, edits that are not saved, another coordinate
system, or no file at all. What the user sees is what is used. Layers are touched on the main thread only; from there a
`PolygonSource` is taken along, which any thread may write.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ..errors import EngineStoppedError, LayerNotUsableError
from ..i18n import tr
from .fields import null_value

ROLE_FIELD = "role"
OWNER_FIELD = "raster"  # which raster without georeference a polygon lies on
_UNFIT_FOR_A_FILE_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


@dataclass
class PolygonSource:
    """Polygons on their way to the engine: a file, or a picture of a layer as it was on the main thread."""

    name: str
    file: str = ""  # FILE or FILE|LAYER; empty where the layer must be copied
    features: QgsVectorLayerFeatureSource | None = None
    request: QgsFeatureRequest = field(default_factory=QgsFeatureRequest)
    fields: QgsFields = field(default_factory=QgsFields)
    wkb_type: Any = QgsWkbTypes.MultiPolygon
    crs: QgsCoordinateReferenceSystem = field(default_factory=QgsCoordinateReferenceSystem)

    def for_engine(
        self, folder: Path, feedback: QgsProcessingFeedback, *, kept_fields: Sequence[str] | None = None
    ) -> str:
        """Return what the engine opens; a copy, with the fields that are needed, goes into `folder`, over an older one.

        Raises:
            LayerNotUsableError: the copy cannot be written.
            EngineStoppedError: the user stopped.
        """
        if self.file:
            return self.file
        return self._copy(_path_in(folder, self.name), feedback, kept_fields)

    def _copy(self, path: Path, feedback: QgsProcessingFeedback, kept_fields: Sequence[str] | None) -> str:
        kept = [each for each in self.fields if kept_fields is None or each.name() in kept_fields]
        numbers = [self.fields.indexOf(each.name()) for each in kept]
        fields = QgsFields()
        for each in kept:
            fields.append(each)
        writer = _writer(path, fields, self.wkb_type, self.crs)
        n_written = 0
        for feature in self.features.getFeatures(self.request):
            if feedback.isCanceled():
                raise EngineStoppedError(tr("Stopped; nothing was written."))
            copy = QgsFeature(fields)
            copy.setGeometry(feature.geometry())
            copy.setAttributes([_stored(feature.attribute(number), self.fields.at(number)) for number in numbers])
            if not writer.addFeature(copy, QgsFeatureSink.Flag.FastInsert):
                break
            n_written += 1
        if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
            raise LayerNotUsableError(
                tr("{layer} cannot be copied for the engine: {reason}").format(
                    layer=self.name, reason=writer.errorMessage()
                ),
                hint=tr("Save the layer as a GeoPackage and use that."),
            )
        del writer  # closes the file
        feedback.pushDebugInfo(
            tr("{layer}: {n} polygons, as seen in QGIS, were copied for the engine", n_written).format(
                layer=self.name, n=n_written
            )
        )
        return f"{path}|{path.stem}"


def _stored(value: Any, field: QgsField) -> Any:
    """Return a value that can be written: a row that was drawn and not saved has words in place of its number."""
    is_promise = type(value).__name__ == "QgsUnsetAttributeValue" or (isinstance(value, str) and field.isNumeric())
    return null_value() if is_promise else value


def engine_source_of(
    parameters: dict[str, Any],
    name: str,
    algorithm: QgsProcessingAlgorithm,
    context: QgsProcessingContext,
    folder: Path,
    feedback: QgsProcessingFeedback,
) -> str:
    """Return what the engine opens for a parameter with polygons; for the main thread.

    Raises:
        LayerNotUsableError: there is no such layer, or it cannot be copied.
    """
    return polygon_source(parameters, name, algorithm, context).for_engine(folder / name.lower(), feedback)


def polygon_source(
    parameters: dict[str, Any], name: str, algorithm: QgsProcessingAlgorithm, context: QgsProcessingContext
) -> PolygonSource:
    """Return the polygons of a parameter; for the main thread.

    Raises:
        LayerNotUsableError: there is no such layer.
    """
    value = parameters.get(name)
    request = QgsFeatureRequest()
    selected_only = False
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        selected_only = value.selectedFeaturesOnly
        if getattr(value, "featureLimit", -1) > 0:
            request.setLimit(value.featureLimit)
        if getattr(value, "filterExpression", ""):
            request.setFilterExpression(value.filterExpression)
    layer = polygon_layer(parameters, name, algorithm, context)
    if selected_only:
        if not layer.selectedFeatureCount():
            raise LayerNotUsableError(
                tr("Nothing is selected in {layer}").format(layer=layer.name()),
                hint=tr("Select polygons there, or untick “Selected features only”."),
            )
        request.setFilterFids(layer.selectedFeatureIds())
    elif layer.featureCount() == 0:
        raise LayerNotUsableError(
            tr("{layer} holds no polygon").format(layer=layer.name()), hint=tr("Draw some first.")
        )
    is_part = selected_only or request.limit() > 0 or request.filterExpression() is not None
    return source_of_layer(layer, request if is_part else None)


def source_of_layer(layer: QgsVectorLayer, request: QgsFeatureRequest | None = None) -> PolygonSource:
    """Return a layer's polygons, all or those of the request; for the main thread."""
    file = "" if request is not None else plain_file(layer)
    if file:
        return PolygonSource(layer.name(), file=file)
    return PolygonSource(
        layer.name(),
        features=QgsVectorLayerFeatureSource(layer),  # a copy, with the edits that are not saved
        request=request or QgsFeatureRequest(),
        fields=layer.fields(),
        wkb_type=layer.wkbType(),
        crs=layer.crs(),
    )


def source_of_geometry(name: str, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> PolygonSource:
    """Return one polygon; a `crs` that is not valid means the coordinates of a raster without georeference."""
    layer = QgsVectorLayer("Polygon", name, "memory")
    layer.setCrs(crs)
    feature = QgsFeature()
    feature.setGeometry(geometry)
    layer.dataProvider().addFeatures([feature])
    return source_of_layer(layer)


def plain_file(layer: QgsVectorLayer) -> str:
    """Return FILE or FILE|LAYER where that holds just what the layer shows, else nothing."""
    provider = layer.dataProvider()
    if provider is None or layer.providerType() != "ogr" or layer.subsetString() or layer.isModified():
        return ""
    if layer.vectorJoins() or layer.fields().count() != provider.fields().count() or layer.crs() != provider.crs():
        return ""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path, table = str(parts.get("path") or ""), str(parts.get("layerName") or "")
    unusual = {"layerId", "subset", "geometryType", "openOptions", "vsiPrefix", "authcfg", "uniqueGeometryType"}
    if any(parts.get(key) for key in unusual) or "|" in path + table or not Path(path).is_file():
        return ""
    if table:
        return f"{path}|{table}"
    return path if len(provider.subLayers()) <= 1 else ""


def polygon_layer(
    parameters: dict[str, Any], name: str, algorithm: QgsProcessingAlgorithm, context: QgsProcessingContext
) -> QgsVectorLayer:
    """Return the layer of a parameter with polygons; for the main thread.

    Raises:
        LayerNotUsableError: there is no such layer.
    """
    value = parameters.get(name)
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        text, is_right = value.source.valueAsString(context.expressionContext())
        layer: QgsMapLayer | None = QgsProcessingUtils.mapLayerFromString(text, context) if is_right else None
    else:
        layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    if isinstance(layer, QgsVectorLayer) and layer.isValid():
        return layer
    raise LayerNotUsableError(
        tr("{source} cannot be opened as a layer of polygons").format(source=value),
        hint=tr("Choose a layer of the project or a vector file."),
    )


def _writer(path: Path, fields: QgsFields, wkb_type: Any, crs: QgsCoordinateReferenceSystem) -> QgsVectorFileWriter:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.fileEncoding = "UTF-8"
    options.layerName = path.stem
    options.layerOptions = ["FID=deepseg_fid", "GEOMETRY_NAME=deepseg_geometry"]  # names that no field of theirs has
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = QgsVectorFileWriter.create(str(path), fields, wkb_type, crs, QgsCoordinateTransformContext(), options)
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise LayerNotUsableError(
            tr("{path} cannot be written: {reason}").format(path=path, reason=writer.errorMessage()),
            hint=tr("Check that there is room left on the disk."),
        )
    return writer


def _path_in(folder: Path, name: str) -> Path:
    """Return a path that shows the layer's name, which the engine's sentences will carry."""
    stem = _UNFIT_FOR_A_FILE_NAME.sub("_", name).strip(" .")[:60] or "layer"
    return folder / f"{stem}.gpkg"
