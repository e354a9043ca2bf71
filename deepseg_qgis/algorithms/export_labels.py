"""`deepseg:exportlabels`: labels are written in the format of another program."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
)

from ..domain.category import Category
from ..domain.label_formats import FORMATS
from ..engine_client import label_arguments
from ..i18n import tr
from ..layers.category_copy import add_categories, categories_to_copy
from ..layers.polygon_source import PolygonSource, polygon_layer, polygon_source, source_of_layer
from .engine_algorithm import EngineAlgorithm, Spans
from .inputs import raster_crs, work_folder
from .label_formats import add_format, add_images, add_pixels, image_paths
from .parameters import add_category_field, add_crs, add_polygon_layer, explained, has_value, text_or_none
from .save_tiles import full_folder_problem


class ExportLabelsAlgorithm(EngineAlgorithm):
    """Writes labels for other programs."""

    NAME = "exportlabels"
    GROUP = "data"
    SPANS: ClassVar[Spans] = {"export": (5.0, 100.0)}

    def __init__(self) -> None:
        super().__init__()
        self._labels: PolygonSource | None = None
        self._categories: list[Category] = []
        self._images: list[str] = []
        self._crs: str | None = None

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Export labels")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Writes labels, or any polygons, in the format of another program: COCO, YOLO, Pascal VOC, LabelMe, VGG "
            "Image Annotator, vector files and rasters of labels.\n\n"
            "What a format cannot hold, such as labels that lie on one another in Pascal VOC, is told. Labels that "
            "reach over the edge of their raster are cut there."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("COCO,YOLO,VOC,LabelMe,VIA,annotation,mask,convert").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        labels_text = tr("Labels, footprints or any other polygons.")
        add_polygon_layer(self.addParameter, "LABELS", tr("Labels"), labels_text)
        add_category_field(self.addParameter, tr("Left empty, the first whose name is likely."))
        add_images(self.addParameter)
        add_format(self.addParameter, has_auto=False)
        file = QgsProcessingParameterFileDestination(
            "OUTPUT", tr("File"), tr("All files (*.*)"), optional=True, createByDefault=False
        )
        self.addParameter(
            explained(
                file, tr("For coco (.json), via (.json, .csv), vector (.gpkg, .geojson, .shp), raster (.tif, .png).")
            )
        )
        folder = QgsProcessingParameterFolderDestination(
            "OUTPUT_FOLDER", tr("Or folder"), optional=True, createByDefault=False
        )
        text = tr("For yolo, voc and labelme; for coco and raster, one file per image. A new or empty one.")
        self.addParameter(explained(folder, text))
        copies = QgsProcessingParameterBoolean("COPY_RASTERS", tr("Put the rasters into the folder as well"), False)
        self.addParameter(explained(copies, tr("Other programs look for the images there."), is_advanced=True))
        add_pixels(self.addParameter)
        add_crs(self.addParameter)
        self.addOutput(QgsProcessingOutputNumber("N_LABELS", tr("Number of labels")))
        self.addOutput(QgsProcessingOutputString("PATH", tr("Where they are")))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        polygon_source(parameters, "LABELS", self, context)
        images = image_paths(self, parameters, context)
        form = FORMATS.get(self.parameterAsString(parameters, "FORMAT", context))
        if form is None:
            return tr("Choose one of the formats: {names}.").format(names=", ".join(FORMATS))
        if form.needs_rasters and not images:
            return tr("{format} keeps labels in the pixels of images: choose the rasters.").format(format=form.title)
        if has_value(parameters, "OUTPUT") == has_value(parameters, "OUTPUT_FOLDER"):
            return tr("Choose either a file or a folder to write to.")
        return full_folder_problem(self.parameterAsString(parameters, "OUTPUT_FOLDER", context))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers."""
        self._labels = polygon_source(parameters, "LABELS", self, context)
        layer = polygon_layer(parameters, "LABELS", self, context)
        self._categories = categories_to_copy(layer, context.project(), is_copied=not self._labels.file)
        if self._categories and self._labels.file:  # the labels are saved, the categories are not
            self._labels = source_of_layer(layer, QgsFeatureRequest())
        self._images = image_paths(self, parameters, context)
        self._crs = raster_crs(self, parameters, context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Export them."""
        assert self._labels is not None, "prepare comes first"
        place = self._place(parameters, context)
        with work_folder() as folder:
            labels = self._labels.for_engine(folder / "labels", feedback)
            if self._categories:
                add_categories(Path(labels.split("|")[0]), self._categories)
            arguments = label_arguments.export_labels(
                labels=labels,
                output=place,
                format=self.parameterAsString(parameters, "FORMAT", context),
                rasters=self._images,
                category_field=text_or_none(self, parameters, "CATEGORY_FIELD", context),
                pixels=self.parameterAsString(parameters, "PIXELS", context),
                copy_rasters=self.parameterAsBool(parameters, "COPY_RASTERS", context),
                crs=self._crs,
            )
            outcome = self.run_engine(arguments, feedback)
        name = "OUTPUT" if has_value(parameters, "OUTPUT") else "OUTPUT_FOLDER"
        return {name: place, "PATH": place, "N_LABELS": outcome.values.get("n_labels")}

    def _place(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        name = "OUTPUT" if has_value(parameters, "OUTPUT") else "OUTPUT_FOLDER"
        if name == "OUTPUT":
            return str(self.parameterAsFileOutput(parameters, name, context))
        return str(self.parameterAsString(parameters, name, context))
