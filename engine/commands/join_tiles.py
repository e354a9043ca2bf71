"""`deepseg join-tiles`: the raster that was divided, put together again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.domain.tiling_settings import JoinTilesSettings
from engine.errors import OutputError, TilesError
from engine.events import Reporter
from engine.geo.raster import open_raster
from engine.geo.raster_file import RasterFile, read_stored
from engine.geo.raster_form import RasterForm, read_form
from engine.geo.raster_writer import RasterWriter, whole_raster
from engine.geo.tile_index import TileIndex, read_tile_index
from engine.geo.window import Window
from engine.stop import StopFlag
from engine.whole_file import check_no_input, whole_file

_BLOCK_PX = 512
_PIECE_BYTES = 1 << 26  # what is put together in memory at once


def join_tiles(settings: JoinTilesSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Write one GeoTIFF of all tiles; where they share pixels, those of the later one count.

    Raises:
        TilesError: the folder holds no tiles, one is missing or does not fit, or they leave a hole.
        RasterOpenError: a tile cannot be read.
        OutputError: the place cannot be written.
        Stopped: when `stop` was requested.
    """
    if settings.output.suffix.lower() not in (".tif", ".tiff"):
        raise OutputError(f"{settings.output} is no name of a GeoTIFF", hint="Let it end in .tif.")
    index = read_tile_index(settings.tiles)
    check_no_input(settings.output, *(settings.tiles / name for name, _ in index.tiles))
    form = _form(settings.tiles, index)
    reporter.stage("join", f"{index.raster}: {index.cols} x {index.rows} px from {len(index.tiles)} tiles")
    with (
        whole_file(settings.output) as beside,
        whole_raster(beside, form, index.rows, index.cols) as writer,
    ):
        _join(settings.tiles, index, form, writer, reporter, stop)
    reporter.artifact("raster", settings.output)
    reporter.result(
        {
            "rows": index.rows,
            "cols": index.cols,
            "n_tiles": len(index.tiles),
            "text": f"{index.cols} x {index.rows} px put together in {settings.output}",
        }
    )


def _form(folder: Path, index: TileIndex) -> RasterForm:
    """Return the form of the first tile, placed where the whole raster was."""
    with open_raster(_path(folder, index.tiles[0][0])) as first:
        form = read_form(first.file)
    crs = index.crs_wkt if index.transform is not None else None
    return replace(form, transform=index.transform, crs=crs)


def _path(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.is_file():
        raise TilesError(f"the tile {path} is missing", hint="Copy it back, or divide the raster again.")
    return path


def _join(
    folder: Path, index: TileIndex, form: RasterForm, writer: RasterWriter, reporter: Reporter, stop: StopFlag
) -> None:
    places = [window for _, window in index.tiles]
    tree = shapely.STRtree([shapely.box(at.col, at.row, at.col_stop, at.row_stop) for at in places])
    done_px, all_px = 0, index.rows * index.cols
    for piece in _pieces(index, form):
        stop.check()
        around = shapely.box(piece.col, piece.row, piece.col_stop, piece.row_stop)
        numbers = np.sort(tree.query(around)).tolist()
        values, mask = _put_together(folder, [index.tiles[i] for i in numbers], piece, form)
        writer.write(piece, values, mask)
        done_px += piece.rows * piece.cols
        reporter.progress("join", round(done_px / 1e6, 1), round(all_px / 1e6, 1), "MP")


def _pieces(index: TileIndex, form: RasterForm) -> Iterator[Window]:
    """Yield parts of the raster that fill whole blocks of the file, so that each is compressed once."""
    bytes_per_px = form.n_bands * np.dtype(form.dtype).itemsize + 2
    n_blocks = max(1, int((_PIECE_BYTES / bytes_per_px) ** 0.5) // _BLOCK_PX)
    side = n_blocks * _BLOCK_PX
    for row in range(0, index.rows, side):
        for col in range(0, index.cols, side):
            yield Window(row, col, min(side, index.rows - row), min(side, index.cols - col))


def _put_together(
    folder: Path, parts: list[tuple[str, Window]], piece: Window, form: RasterForm
) -> tuple[NDArray[np.generic], NDArray[np.uint8] | None]:
    """Return (bands, rows, cols) and the mask of a piece.

    Raises:
        TilesError: no tile has some of its pixels, or one does not fit.
    """
    values = np.zeros((form.n_bands, piece.rows, piece.cols), form.dtype)
    mask = np.zeros((piece.rows, piece.cols), np.uint8) if form.has_mask else None
    is_there = np.zeros((piece.rows, piece.cols), bool)
    for name, at in parts:
        shared = at.intersection(piece)
        if shared.is_empty:
            continue
        place = shared.slices_in(piece)
        with open_raster(_path(folder, name)) as part:
            _check_fits(part.file, at, form, folder / name)
            inside = Window(shared.row - at.row, shared.col - at.col, shared.rows, shared.cols)
            values[(slice(None), *place)], part_mask = read_stored(part.file, inside, range(1, form.n_bands + 1))
        if mask is not None and part_mask is not None:
            mask[place] = part_mask
        is_there[place] = True
    if not is_there.all():
        row, col = np.argwhere(~is_there)[0].tolist()
        raise TilesError(
            f"no tile in {folder} has the pixel in row {piece.row + row}, column {piece.col + col}",
            hint="Copy the missing tiles back, or divide the raster again.",
        )
    return values, mask


def _check_fits(file: RasterFile, at: Window, form: RasterForm, path: Path) -> None:
    rows, cols = file.grid.rows, file.grid.cols
    dtype = str(np.result_type(*file.dtypes))
    if (rows, cols) != (at.rows, at.cols):
        raise TilesError(
            f"{path} has {cols} x {rows} px and must have {at.cols} x {at.rows}", hint="Tiles must keep their size."
        )
    if (len(file.dtypes), dtype, file.has_mask) != (form.n_bands, form.dtype, form.has_mask):
        raise TilesError(
            f"{path} has {len(file.dtypes)} bands of type {dtype}{' and a mask' if file.has_mask else ''}, "
            f"unlike the first tile with {form.n_bands} of type {form.dtype}{' and a mask' if form.has_mask else ''}",
            hint="Change all tiles in the same way, or none.",
        )
