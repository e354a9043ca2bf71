"""Footprints as they are shown, for other programs: GeoJSON in longitude and latitude, or COCO JSON in pixels."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ..domain.coco import annotation
from ..errors import DeepSegPluginError, EngineStoppedError, LayerNotUsableError
from ..i18n import tr
from .fields import real_field, text_field
from .footprint_counts import n_shown
from .footprint_layer import raster_of
from .label_counts import text_of
from .label_geometry import is_known
from .raster_frame import RasterFrame

Step = Callable[[int], bool]  # told how many are done; returns whether to stop
_LEFT_OUT = ("fid", "review")
_DEGREES = "EPSG:4326"


@dataclass(frozen=True)
class ExportPart:
    """What a layer shows at this moment, edits included; it can be read in any thread."""

    source: QgsVectorLayerFeatureSource
    fields: QgsFields
    crs: QgsCoordinateReferenceSystem
    raster: str
    n: int


def export_parts(layers: Sequence[QgsVectorLayer]) -> list[ExportPart]:
    """Return what is to be exported; to be called on the main thread.

    Raises:
        LayerNotUsableError: nothing is shown.
    """
    parts = [
        ExportPart(
            QgsVectorLayerFeatureSource(layer),
            QgsFields(layer.fields()),
            QgsCoordinateReferenceSystem(layer.crs()),
            raster_of(layer),
            n_shown([layer]),
        )
        for layer in layers
    ]
    if not sum(part.n for part in parts):
        raise LayerNotUsableError(
            tr("No footprint is shown that could be exported."), hint=tr("Lower the score threshold, or predict first.")
        )
    return parts


def write_geojson(
    parts: Sequence[ExportPart], path: Path, *, context: QgsCoordinateTransformContext, step: Step
) -> int:
    """Write footprints as GeoJSON (RFC 7946) and return how many; pixel coordinates where there is no place on Earth.

    Raises:
        DeepSegPluginError: the file cannot be written.
        EngineStoppedError: the user stopped.
    """
    beside = path.with_name(f"{path.stem}.part{path.suffix}")
    has_place = _have_place(parts)
    fields = _all_fields(parts)
    writer = _geojson_writer(fields, beside, has_place=has_place, context=context)
    n = 0
    try:
        for part, feature in _features(parts, step):
            copy = QgsFeature(fields)
            copy.setAttributes([_value(feature, name) for name in fields.names()])
            copy.setGeometry(_moved(feature.geometry(), _way(part.crs, _DEGREES, context) if has_place else None))
            if not writer.addFeature(copy):
                raise _cannot_write(path, writer.errorMessage())
            n += 1
    except DeepSegPluginError:
        del writer
        _discard(beside)
        raise
    del writer  # only now is the end of the file written
    _put_in_place(beside, path)
    return n


def write_coco(
    parts: Sequence[ExportPart],
    path: Path,
    *,
    frames: Mapping[str, RasterFrame],
    context: QgsCoordinateTransformContext,
    step: Step,
    known: Sequence[str] = (),
) -> int:
    """Write footprints as COCO JSON, in the pixels of their rasters, and return how many.

    Args:
        parts: what is shown.
        path: where it goes.
        frames: each raster's place and size, by the name that footprints carry.
        context: how to get from one coordinate system to another.
        step: is told how far it is.
        known: the categories of the model, in its order: each has its number in every file, found or not.

    Raises:
        DeepSegPluginError: the file cannot be written.
        EngineStoppedError: the user stopped.
    """
    images = {name: number for number, name in enumerate(frames, start=1)}
    categories = {name: number for number, name in enumerate(known, start=1)}
    beside = path.with_name(f"{path.name}.part")
    n = 0
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write('{"info": {"description": "DeepSeg footprints"},\n"annotations": [')
            for part, feature in _features(parts, step):
                name = _frame_name(feature, part, frames)
                number = categories.setdefault(text_of(_value(feature, "category")), len(categories) + 1)
                values = _annotation(feature, part, frames[name], n + 1, images[name], number, context)
                if values is not None:
                    file.write((",\n" if n else "\n") + json.dumps(values))
                    n += 1
            head = {"images": _images(images, frames), "categories": _categories(categories)}
            file.write("\n],\n" + json.dumps(head, ensure_ascii=False)[1:] + "\n")
    except OSError as err:
        _discard(beside)
        raise _cannot_write(path, err.strerror or str(err)) from err
    except DeepSegPluginError:
        _discard(beside)
        raise
    _put_in_place(beside, path)
    return n


def unknown_place(name: str) -> LayerNotUsableError:
    """Return the error of a raster without which footprints cannot be told in pixels."""
    return LayerNotUsableError(
        tr("COCO counts in pixels, and it is not known where the raster {name} is.").format(name=name),
        hint=tr("Add the raster to the QGIS project, or export as GeoJSON."),
    )


def _have_place(parts: Sequence[ExportPart]) -> bool:
    """Tell whether footprints lie on Earth; pixels of some and places of others make no map in one file."""
    have = {is_known(part.crs) for part in parts}
    if len(have) > 1:
        raise LayerNotUsableError(
            tr("Some of the rasters have a place on Earth and others do not, so one GeoJSON cannot hold both."),
            hint=tr("Choose one image above the tabs, or export as COCO JSON."),
        )
    return have == {True}


def _frame_name(feature: QgsFeature, part: ExportPart, frames: Mapping[str, RasterFrame]) -> str:
    """Return the raster of a footprint; of one that was pasted or typed otherwise, that of the layer it is in."""
    names = [name for name in (text_of(_value(feature, "raster")), part.raster) if name]
    found = next((name for name in names if name in frames), None)
    if found is None:
        raise unknown_place(names[0] if names else "")
    return found


def _images(images: Mapping[str, int], frames: Mapping[str, RasterFrame]) -> list[dict[str, Any]]:
    return [
        {"id": number, "file_name": name, "width": frames[name].width_px, "height": frames[name].height_px}
        for name, number in images.items()
    ]


def _categories(categories: Mapping[str, int]) -> list[dict[str, Any]]:
    return [{"id": number, "name": name, "supercategory": ""} for name, number in categories.items()]


def _annotation(
    feature: QgsFeature,
    part: ExportPart,
    frame: RasterFrame,
    number: int,
    image: int,
    category: int,
    context: QgsCoordinateTransformContext,
) -> dict[str, Any] | None:
    geometry = frame.to_pixels(_moved(feature.geometry(), _way(part.crs, frame.crs, context)))
    polygons = [
        [[(point.x(), point.y()) for point in ring] for ring in polygon]
        for polygon in (geometry.asMultiPolygon() if geometry.isMultipart() else [geometry.asPolygon()])
        if polygon
    ]
    if not polygons:
        return None
    score = _value(feature, "score")
    return annotation(
        number,
        image=image,
        category=category,
        parts=polygons,
        size=(frame.height_px, frame.width_px),
        score=float(score) if isinstance(score, (int, float)) else None,
    )


def _features(parts: Sequence[ExportPart], step: Step) -> Iterator[tuple[ExportPart, QgsFeature]]:
    n = 0
    for part in parts:
        for feature in part.source.getFeatures(QgsFeatureRequest()):
            if step(n):
                raise EngineStoppedError(tr("The export was stopped; no file was written."))
            n += 1
            if feature.hasGeometry():
                yield part, feature


def _all_fields(parts: Sequence[ExportPart]) -> QgsFields:
    """Return the columns of all layers, each once; one that is text in one layer and a number in another is text."""
    fields: dict[str, QgsField] = {}
    for part in parts:
        for field in part.fields:
            key = field.name().lower()
            known = fields.setdefault(key, QgsField(field))
            if known.type() != field.type():
                is_number = known.isNumeric() and field.isNumeric()
                fields[key] = real_field(known.name()) if is_number else text_field(known.name())
    found = QgsFields()
    for key, field in fields.items():
        if key not in _LEFT_OUT:
            found.append(field)
    return found


def _geojson_writer(
    fields: QgsFields, path: Path, *, has_place: bool, context: QgsCoordinateTransformContext
) -> QgsVectorFileWriter:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GeoJSON"
    options.fileEncoding = "UTF-8"
    options.layerName = "footprints"
    options.layerOptions = ["RFC7946=YES", "COORDINATE_PRECISION=8"] if has_place else ["COORDINATE_PRECISION=3"]
    crs = QgsCoordinateReferenceSystem(_DEGREES) if has_place else QgsCoordinateReferenceSystem()
    writer = QgsVectorFileWriter.create(str(path), fields, QgsWkbTypes.Polygon, crs, context, options)
    if writer.hasError() != QgsVectorFileWriter.NoError:
        raise _cannot_write(path, writer.errorMessage())
    return writer


def _way(
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem | str,
    context: QgsCoordinateTransformContext,
) -> QgsCoordinateTransform | None:
    end = QgsCoordinateReferenceSystem(target)
    if not is_known(source) or not is_known(end) or source == end:
        return None
    return QgsCoordinateTransform(source, end, context)


def _moved(geometry: QgsGeometry, way: QgsCoordinateTransform | None) -> QgsGeometry:
    moved = QgsGeometry(geometry)
    if way is not None:
        try:
            moved.transform(way)
        except QgsCsException as err:
            raise LayerNotUsableError(
                tr("A footprint lies where the other coordinate system has no coordinates."),
                hint=tr("Check the coordinate system of the raster."),
            ) from err
    return moved


def _value(feature: QgsFeature, name: str) -> Any:
    position = feature.fields().lookupField(name)  # whatever its case
    return feature.attribute(position) if position >= 0 else None


def _put_in_place(beside: Path, path: Path) -> None:
    try:
        os.replace(beside, path)
    except OSError as err:
        _discard(beside)
        raise _cannot_write(path, err.strerror or str(err)) from err


def _discard(beside: Path) -> None:
    with suppress(OSError):
        beside.unlink()


def _cannot_write(path: Path, cause: str) -> DeepSegPluginError:
    return DeepSegPluginError(
        tr("{path} could not be written: {cause}.").format(path=path, cause=cause.rstrip(".")),
        hint=tr("Choose a folder that you may write to and that has room."),
    )
