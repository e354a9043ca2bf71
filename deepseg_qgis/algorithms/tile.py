"""`deepseg:tile`: draws the tiles into which a raster is divided."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsFeatureSink,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterRasterLayer,
    QgsWkbTypes,
)

from ..domain.tile_grid import TARGET_PX
from ..errors import EngineStoppedError
from ..i18n import tr
from ..layers.grid_layer import chosen_grid, grid_features, grid_fields
from ..layers.raster_frame import RasterFrame, read_frame
from ..layers.style import style_grid
from .base import DeepSegAlgorithm, is_canceled
from .parameters import explained, number, whole_or_none
from .placeless import keep_without_crs
from .result_layer import style_when_loaded

_ASK_EVERY = 100  # tiles


class TileAlgorithm(DeepSegAlgorithm):
    """Writes one polygon per tile."""

    NAME = "tile"
    GROUP = "data"

    def __init__(self) -> None:
        super().__init__()
        self._frame: RasterFrame | None = None

    def title(self) -> str:
        """Return the name that people see."""
        return tr("Divide a raster into tiles")

    def help_text(self) -> str:
        """Return what it does."""
        return tr(
            "Draws the tiles into which a raster is divided, as polygons on the map. The raster itself is not changed. "
            "Tiles help to work through a large raster piece by piece.\n\n"
            "Give rows and columns, or a tile size. Given neither, tiles of about {size} × {size} pixels are drawn: "
            "8 × 8 tiles for a raster of 8000 × 8000 pixels."
        ).format(size=TARGET_PX)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  (QGIS's name)
        """Add parameters and outputs."""
        self.addParameter(
            explained(
                QgsProcessingParameterRasterLayer("RASTER", tr("Raster")),
                tr("The raster to divide; it may be turned, or have no place on the map."),
            )
        )
        for name, title, text, least in (
            ("ROWS", tr("Rows"), tr("Rows of tiles. Give the columns as well."), 1),
            ("COLUMNS", tr("Columns"), tr("Columns of tiles. Give the rows as well."), 1),
            ("TILE_SIZE", tr("Tile size (px)"), tr("Instead of rows and columns: the side of a square tile."), 1),
        ):
            self.addParameter(number(name, title, text, least=least, is_whole=True, is_advanced=False))
        text = tr("Pixels that neighboring tiles share.")
        self.addParameter(
            number("OVERLAP", tr("Overlap (px)"), text, default=0, least=0, is_whole=True, is_advanced=False)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Tiles"), QgsProcessing.TypeVectorPolygon),
        )
        self.addOutput(QgsProcessingOutputNumber("N_TILES", tr("Number of tiles")))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Look at the raster."""
        layer = self.parameterAsRasterLayer(parameters, "RASTER", context)
        if layer is None:
            raise QgsProcessingException(self.invalidRasterError(parameters, "RASTER"))
        self._frame = read_frame(layer)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write the tiles."""
        frame = self._frame
        assert frame is not None, "prepare comes first"
        grid = chosen_grid(
            frame,
            rows=whole_or_none(self, parameters, "ROWS", context),
            columns=whole_or_none(self, parameters, "COLUMNS", context),
            tile_size_px=whole_or_none(self, parameters, "TILE_SIZE", context),
            overlap_px=self.parameterAsInt(parameters, "OVERLAP", context),
        )
        sink, output = self.parameterAsSink(
            parameters, "OUTPUT", context, grid_fields(), QgsWkbTypes.Polygon, frame.crs
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        keep_without_crs(output, frame.crs, context)
        for done, feature in enumerate(grid_features(frame, grid), start=1):
            if not sink.addFeature(feature, QgsFeatureSink.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
            if done % _ASK_EVERY == 0 or done == grid.n_tiles:
                feedback.setProgress(100 * done / grid.n_tiles)
                if is_canceled(feedback):
                    raise EngineStoppedError(tr("Stopped after {n} tiles", done).format(n=done))
        feedback.pushInfo(
            tr("{n} tiles of {width} × {height} px.", grid.n_tiles).format(
                n=grid.n_tiles, width=grid.tile_width_px, height=grid.tile_height_px
            )
        )
        style_when_loaded(output, context, style_grid)
        return {"OUTPUT": output, "N_TILES": grid.n_tiles}
