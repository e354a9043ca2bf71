"""The formats in which labels come from other programs and go to them, as parameters of algorithms."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
)

from ..domain.label_formats import FORMATS, PIXELS
from ..i18n import tr
from .inputs import raster_paths
from .parameters import Add, add_rasters, explained, has_value, text_or_none


def add_format(add: Add, *, has_auto: bool) -> None:
    """Add which format it is."""
    choices = [*(["auto"] if has_auto else []), *FORMATS]
    text = tr(
        "coco: COCO JSON. yolo: a folder for YOLO segmentation. voc: masks of Pascal VOC. labelme: JSON per image. "
        "via: VGG Image Annotator. vector: GeoPackage, GeoJSON, shapefile. raster: pixels that are numbers of labels."
    )
    parameter = QgsProcessingParameterEnum(
        "FORMAT", tr("Format"), choices, defaultValue=choices[0], usesStaticStrings=True
    )
    add(explained(parameter, text))


def add_images(add: Add) -> None:
    """Add the rasters that labels belong to: layers, and a folder of files."""
    add_rasters(add, tr("The rasters that the labels were drawn on; they are found by their file names."))
    folder = QgsProcessingParameterFile(
        "RASTER_FOLDER", tr("Folder with rasters"), behavior=QgsProcessingParameterFile.Folder, optional=True
    )
    add(explained(folder, tr("All rasters in it and in the folders below it are looked at as well.")))


def add_pixels(add: Add) -> None:
    """Add what the numbers in rasters of labels mean."""
    parameter = QgsProcessingParameterEnum(
        "PIXELS", tr("Numbers in rasters of labels"), list(PIXELS), defaultValue=PIXELS[0], usesStaticStrings=True
    )
    text = tr("category: each number is a category. label: each number is one label. auto: as the raster looks.")
    add(explained(parameter, text, is_advanced=True))


def image_paths(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[str]:
    """Return the files of the rasters and the folder, as far as they are given.

    Raises:
        LayerNotUsableError: a raster is not a file on this computer.
    """
    paths = raster_paths(algorithm, parameters, "RASTERS", context) if has_value(parameters, "RASTERS") else []
    folder = text_or_none(algorithm, parameters, "RASTER_FOLDER", context)
    return [*paths, *([folder] if folder else [])]
