"""`deepseg:importlabels`: labels of another program become a layer of polygons."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsVectorLayer,
)

from ..engine_client import label_arguments
from ..i18n import tr
from ..layers.style import style_footprints
from .engine_algorithm import EngineAlgorithm, Spans
from .inputs import destination_problem, raster_crs, work_folder
from .label_formats import add_format, add_images, add_pixels, image_paths
from .parameters import add_crs, explained, text_or_none
from .placeless import keep_without_crs
from .result_layer import pour, style_when_loaded


class ImportLabelsAlgorithm(EngineAlgorithm):
    """Brings labels of other programs onto the map."""

    NAME = "importlabels"
    GROUP = "data"
    SPANS: ClassVar[Spans] = {"import": (0.0, 90.0)}

    def __init__(self) -> None:
        super().__init__()
        self._images: list[str] = []
        self._crs: str | None = None

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Import labels")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Brings labels of other programs onto the map: COCO, YOLO, Pascal VOC, LabelMe, VGG Image Annotator, "
            "vector files and rasters of labels.\n\n"
            "Labels of images need the rasters that they were drawn on, which are found by their file names; what does "
            "not match is told. Without rasters, labels keep the pixel coordinates of their images, and the field "
            "raster names them.\n\n"
            "In the Labels dock, Import labels puts them into the project."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("COCO,YOLO,VOC,LabelMe,VIA,annotation,mask,convert").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        source = QgsProcessingParameterFile("SOURCE", tr("File with labels"), optional=True)
        self.addParameter(explained(source, tr("Of a folder for YOLO, its data.yaml. A path of a folder works too.")))
        folder = QgsProcessingParameterFile(
            "FOLDER", tr("Or folder with labels"), behavior=QgsProcessingParameterFile.Folder, optional=True
        )
        self.addParameter(explained(folder, tr("For formats of many files: YOLO, Pascal VOC, LabelMe, masks.")))
        add_format(self.addParameter, has_auto=True)
        add_images(self.addParameter)
        field = QgsProcessingParameterString("CATEGORY_FIELD", tr("Field with the category"), optional=True)
        text = tr("Of vector files and VGG Image Annotator. Left empty, the first whose name is likely.")
        self.addParameter(explained(field, text, is_advanced=True))
        category = QgsProcessingParameterString("CATEGORY", tr("Category of labels that have none"), optional=True)
        self.addParameter(explained(category, tr("Such as roof. Left empty, they stay without."), is_advanced=True))
        add_pixels(self.addParameter)
        add_crs(self.addParameter)
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Labels"), QgsProcessing.TypeVectorPolygon))
        self.addOutput(QgsProcessingOutputNumber("N_LABELS", tr("Number of labels")))
        self.addOutput(QgsProcessingOutputNumber("N_DROPPED", tr("Labels left out")))
        self.addOutput(QgsProcessingOutputNumber("N_IMAGES_UNMATCHED", tr("Images without their raster")))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        given = self._sources(parameters, context)
        if len(given) != 1:
            return tr("Choose either a file or a folder with labels.")
        if not Path(given[0].split("|")[0]).exists():
            return tr("{path} does not exist.").format(path=given[0])
        image_paths(self, parameters, context)
        return destination_problem(parameters.get("OUTPUT"), context)

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers."""
        self._images = image_paths(self, parameters, context)
        self._crs = raster_crs(self, parameters, context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Import them."""
        with work_folder() as folder:
            file = folder / "labels.gpkg"
            arguments = label_arguments.import_labels(
                source=self._sources(parameters, context)[0],
                output=file,
                format=self.parameterAsString(parameters, "FORMAT", context),
                rasters=self._images,
                category_field=text_or_none(self, parameters, "CATEGORY_FIELD", context),
                category=text_or_none(self, parameters, "CATEGORY", context),
                pixels=self.parameterAsString(parameters, "PIXELS", context),
                crs=self._crs,
            )
            outcome = self.run_engine(arguments, feedback)
            layer = QgsVectorLayer(f"{file}|layername=labels", "labels", "ogr")
            crs = layer.crs()
            del layer  # closes the file
            output = pour(file, self, parameters, "OUTPUT", context, feedback)
        keep_without_crs(output, crs, context)
        values = outcome.values
        colors = {str(each["name"]): str(each["color"]) for each in values.get("categories") or ()}
        style_when_loaded(output, context, lambda layer: style_footprints(layer, colors))
        return {
            "OUTPUT": output,
            "N_LABELS": values.get("n_labels"),
            "N_DROPPED": values.get("n_dropped"),
            "N_IMAGES_UNMATCHED": values.get("n_images_unmatched"),
        }

    def _sources(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        given = (text_or_none(self, parameters, name, context) for name in ("SOURCE", "FOLDER"))
        return [path for path in given if path]
