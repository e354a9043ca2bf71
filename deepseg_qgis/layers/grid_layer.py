"""The tiles of a raster as polygons on the map."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsFeature, QgsFields

from ..domain.tile_grid import TileGrid, recommended_counts
from ..errors import DeepSegPluginError
from ..i18n import tr
from .fields import integer_field
from .raster_frame import RasterFrame

MOST_TILES = 1_000_000  # more are a slip of the keyboard, and would fill the disk


def chosen_grid(
    frame: RasterFrame,
    *,
    rows: int | None = None,
    columns: int | None = None,
    tile_size_px: int | None = None,
    overlap_px: int = 0,
) -> TileGrid:
    """Return the tiles that were asked for; about 1000 x 1000 px where neither counts nor a size are given.

    Raises:
        DeepSegPluginError: what was asked for does not fit together.
    """
    width_px, height_px = frame.width_px, frame.height_px
    if (rows is None) != (columns is None):
        raise DeepSegPluginError(
            tr("Rows and columns belong together, and only one of them was given"),
            hint=tr("Give both, or neither."),
        )
    if rows is not None and tile_size_px is not None:
        raise DeepSegPluginError(
            tr("Rows and columns and a tile size were given, and only one can hold"),
            hint=tr("Leave the rows and columns empty, or the tile size."),
        )
    if tile_size_px is not None:
        if not 0 <= overlap_px < tile_size_px:
            raise DeepSegPluginError(
                tr("Tiles of {size} px cannot share {overlap} px with their neighbors").format(
                    size=tile_size_px, overlap=overlap_px
                ),
                hint=tr("Give a larger tile size or a smaller overlap."),
            )
        step_px = tile_size_px - overlap_px
        _check_number(-(-width_px // step_px) * -(-height_px // step_px))
        return TileGrid.by_size(width_px, height_px, tile_size_px, overlap_px)
    if rows is None or columns is None:
        rows, columns = recommended_counts(width_px, height_px)
    rows, columns = min(rows, height_px), min(columns, width_px)  # no tile is smaller than a pixel
    _check_number(rows * columns)
    return TileGrid.by_count(width_px, height_px, rows, columns, overlap_px)


def grid_fields() -> QgsFields:
    """Return the fields of a tile."""
    fields = QgsFields()
    for name in ("row", "column", "width_px", "height_px"):
        fields.append(integer_field(name))
    return fields


def grid_features(frame: RasterFrame, grid: TileGrid) -> Iterator[QgsFeature]:
    """Yield the tiles in map coordinates of the raster, row by row from its first row of pixels on."""
    fields = grid_fields()
    for row, column, x, y, width, height in grid.windows():
        feature = QgsFeature(fields)
        feature.setAttributes([row, column, width, height])
        feature.setGeometry(frame.to_map(x, y, width, height))
        yield feature


def _check_number(n_tiles: int) -> None:
    if n_tiles > MOST_TILES:
        raise DeepSegPluginError(
            tr("That would be {n} tiles").format(n=n_tiles), hint=tr("Give a larger tile size, or fewer rows.")
        )
