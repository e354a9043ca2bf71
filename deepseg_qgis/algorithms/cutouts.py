"""`deepseg:cutouts`: one picture per footprint, in a folder per category."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..engine_client import instance_commands
from ..i18n import tr
from ..layers.polygon_source import PolygonSource, polygon_source
from .engine_algorithm import EngineAlgorithm, Spans
from .inputs import raster_crs, raster_paths, work_folder
from .instance_parameters import add_categories, add_choice, add_flag, add_polygons, named_categories
from .parameters import (
    add_crs,
    add_rasters,
    band_numbers,
    explained,
    number,
    number_or_none,
    text_or_none,
    whole_or_none,
)
from .save_tiles import full_folder_problem

FORMATS = ("tif", "png", "jpg")


class CutoutsAlgorithm(EngineAlgorithm):
    """Writes a folder of pictures with an index."""

    NAME = "cutouts"
    GROUP = "result"
    SPANS: ClassVar[Spans] = {"cut": (0.0, 100.0)}

    def __init__(self) -> None:
        super().__init__()
        self._source: PolygonSource | None = None
        self._rasters: list[str] = []
        self._crs: str | None = None

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Cut out instances")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Cuts one picture per polygon out of rasters, into a folder per category, with an index as CSV and JSON. "
            "Every picture knows its place on the map.\n\n"
            "Look at what was found, sort pictures into folders of kinds and train a classifier from them, or hand "
            "them to other programs: most read a folder per category."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("cut-outs,crops,thumbnails,classification,dataset,images").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        add_polygons(self.addParameter)
        add_rasters(self.addParameter)
        add_categories(self.addParameter, tr("Names parted by semicolons. Left empty, all."), is_advanced=True)
        size_text = tr("The longer side of a picture. Left empty, the raster's own pixels are kept.")
        self.addParameter(
            number("SIZE", tr("Size (px)"), size_text, least=8, most=4096, is_whole=True, is_advanced=False)
        )
        padding_text = tr("Ground around the polygon, as a share of its longer side.")
        self.addParameter(number("PADDING", tr("Padding"), padding_text, default=0.1, least=0.0, most=10.0))
        add_flag(self.addParameter, "SQUARE", tr("Square"), tr("Adds ground to the shorter sides."))
        upright_text = tr("Turns polygons so that their longer side stands.")
        add_flag(self.addParameter, "UPRIGHT", tr("Upright"), upright_text, is_advanced=True)
        add_flag(self.addParameter, "MASKED", tr("Hide what lies outside the polygon"), tr("As nodata or transparent."))
        format_text = tr("tif keeps all bands and values; png and jpg have 8 bits.")
        add_choice(self.addParameter, "FORMAT", tr("Format"), FORMATS, format_text)
        bands = QgsProcessingParameterString("BANDS", tr("Bands"), optional=True)
        text = tr("Such as 4,3,2. Left empty, all in tif, else the first three.")
        self.addParameter(explained(bands, text, is_advanced=True))
        add_crs(self.addParameter)
        folder = QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder for the pictures"))
        self.addParameter(explained(folder, tr("A new or empty folder; it appears when all pictures are written.")))
        self.addOutput(QgsProcessingOutputNumber("N_CUTOUTS", tr("Number of pictures")))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        raster_paths(self, parameters, "RASTERS", context)
        polygon_source(parameters, "INPUT", self, context)
        band_numbers(text_or_none(self, parameters, "BANDS", context))
        return full_folder_problem(self.parameterAsString(parameters, "OUTPUT", context))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers."""
        self._source = polygon_source(parameters, "INPUT", self, context)
        self._rasters = raster_paths(self, parameters, "RASTERS", context)
        self._crs = raster_crs(self, parameters, context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Cut them out."""
        assert self._source is not None, "prepare comes first"
        output = self.parameterAsString(parameters, "OUTPUT", context)
        with work_folder() as folder:
            outcome = self.run_engine(
                instance_commands.cutouts(
                    footprints=self._source.for_engine(folder, feedback),
                    rasters=self._rasters,
                    output=output,
                    size=whole_or_none(self, parameters, "SIZE", context),
                    padding=number_or_none(self, parameters, "PADDING", context),
                    upright=self.parameterAsBool(parameters, "UPRIGHT", context),
                    square=self.parameterAsBool(parameters, "SQUARE", context),
                    masked=self.parameterAsBool(parameters, "MASKED", context),
                    format=text_or_none(self, parameters, "FORMAT", context),
                    bands=band_numbers(text_or_none(self, parameters, "BANDS", context)),
                    category_field=text_or_none(self, parameters, "CATEGORY_FIELD", context),
                    categories=named_categories(self, parameters, context),
                    crs=self._crs,
                ),
                feedback,
            )
        return {"OUTPUT": output, "N_CUTOUTS": outcome.values.get("n_cutouts")}
