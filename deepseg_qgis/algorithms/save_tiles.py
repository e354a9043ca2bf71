"""`deepseg:savetiles`: divides rasters into files; `deepseg:jointiles` puts them together again."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterRasterDestination,
)

from ..domain.tile_grid import TARGET_PX
from ..engine_client import command_line
from ..i18n import tr
from .engine_algorithm import EngineAlgorithm, Spans
from .inputs import destination_problem, raster_crs, raster_paths
from .parameters import add_crs, add_rasters, explained, number, text_or_none, whole_or_none

FORMATS = ("tif", "png", "jpg")
INDEX_NAME = "tiles.json"


class SaveTilesAlgorithm(EngineAlgorithm):
    """Writes one file per tile."""

    NAME = "savetiles"
    GROUP = "data"
    SPANS: ClassVar[Spans] = {"copy": (0.0, 30.0), "tile": (0.0, 100.0)}

    def __init__(self) -> None:
        super().__init__()
        self._rasters: list[str] = []
        self._crs: str | None = None

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Save tiles as files")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Divides rasters into tiles and saves each as a file that lies where its pixels lay. “Put tiles together” "
            "makes the raster of them again, bit for bit.\n\n"
            "Give rows and columns, or a tile size. Given neither, tiles of about {size} × {size} pixels are saved."
        ).format(size=TARGET_PX)

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("tile,split,cut,divide,retile,export").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        add_rasters(self.addParameter)
        for name, title, text in (
            ("ROWS", tr("Rows"), tr("Rows of tiles. Give the columns as well.")),
            ("COLUMNS", tr("Columns"), tr("Columns of tiles. Give the rows as well.")),
            ("TILE_SIZE", tr("Tile size (px)"), tr("Instead of rows and columns: the side of a square tile.")),
        ):
            self.addParameter(number(name, title, text, least=1, is_whole=True, is_advanced=False))
        text = tr("Pixels that neighboring tiles share.")
        self.addParameter(
            number("OVERLAP", tr("Overlap (px)"), text, default=0, least=0, is_whole=True, is_advanced=False)
        )
        formats = QgsProcessingParameterEnum(
            "FORMAT", tr("Format"), list(FORMATS), defaultValue=FORMATS[0], usesStaticStrings=True
        )
        text = tr("tif keeps everything that the raster has. png holds up to four bands, jpg changes pixels a little.")
        self.addParameter(explained(formats, text))
        add_crs(self.addParameter)
        folder = QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder for the tiles"))
        text = tr("A new or empty folder. Several rasters get a folder each in it.")
        self.addParameter(explained(folder, text))
        self.addOutput(QgsProcessingOutputNumber("N_TILES", tr("Number of tiles")))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        raster_paths(self, parameters, "RASTERS", context)
        rows, columns, size = (self._whole(parameters, name, context) for name in ("ROWS", "COLUMNS", "TILE_SIZE"))
        if (rows is None) != (columns is None):
            return tr("Rows and columns belong together, and only one of them was given")
        if rows is not None and size is not None:
            return tr("Rows and columns and a tile size were given, and only one can hold")
        return full_folder_problem(self.parameterAsString(parameters, "OUTPUT", context))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the layers."""
        self._rasters = raster_paths(self, parameters, "RASTERS", context)
        self._crs = raster_crs(self, parameters, context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Save them."""
        folder = self.parameterAsString(parameters, "OUTPUT", context)
        arguments = command_line.tile(
            rasters=self._rasters,
            output=folder,
            rows=self._whole(parameters, "ROWS", context),
            columns=self._whole(parameters, "COLUMNS", context),
            tile_size=self._whole(parameters, "TILE_SIZE", context),
            overlap=self._whole(parameters, "OVERLAP", context),
            format=text_or_none(self, parameters, "FORMAT", context),
            crs=self._crs,
        )
        outcome = self.run_engine(arguments, feedback)
        return {"OUTPUT": folder, "N_TILES": outcome.values.get("n_tiles")}

    def _whole(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> int | None:
        return whole_or_none(self, parameters, name, context)


class JoinTilesAlgorithm(EngineAlgorithm):
    """Writes one raster of the tiles in a folder."""

    NAME = "jointiles"
    GROUP = "data"
    SPANS: ClassVar[Spans] = {"join": (0.0, 100.0)}

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Put tiles together")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Makes one raster again of the tiles that “Save tiles as files” wrote. Tiles may have been changed "
            "meanwhile by other programs, all in the same way, as long as they keep their size and name."
        )

    def tags(self) -> list[str]:
        """Return words that find it in the toolbox."""
        return tr("tile,merge,mosaic,join").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Add parameters and outputs."""
        folder = QgsProcessingParameterFile(
            "TILES", tr("Folder of tiles"), behavior=QgsProcessingParameterFile.Behavior.Folder
        )
        self.addParameter(explained(folder, tr("The folder with the tiles of one raster and their list, tiles.json.")))
        self.addParameter(QgsProcessingParameterRasterDestination("OUTPUT", tr("Raster")))

    def problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return why it cannot run; empty when it can."""
        folder = Path(self.parameterAsString(parameters, "TILES", context))
        if not (folder / INDEX_NAME).is_file():
            return tr("{folder} holds no tiles. Choose a folder that “Save tiles as files” wrote.").format(
                folder=folder
            )
        return destination_problem(parameters.get("OUTPUT"), context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Put them together."""
        output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        arguments = command_line.join_tiles(tiles=self.parameterAsString(parameters, "TILES", context), output=output)
        self.run_engine(arguments, feedback)
        return {"OUTPUT": output}


def full_folder_problem(text: str) -> str:
    """Return why a folder cannot take results: it holds something already; empty when it can."""
    folder = Path(text)
    if text and folder.is_dir() and any(folder.iterdir()):
        return tr("The folder {folder} is not empty. Choose a new one, so that nothing in it is mixed up.").format(
            folder=folder
        )
    return ""
