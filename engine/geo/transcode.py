"""One copy in tiles of a raster that is slow to read in windows, made when a run begins and removed when it ends."""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import MemoryFile
from rasterio.windows import Window as RasterioWindow

from engine.errors import OutputError, RasterOpenError
from engine.events import Reporter
from engine.geo.free_disk import free_bytes
from engine.geo.gdal_settings import bound_cache, n_decoding_threads, reading
from engine.geo.jp2_cut import open_cuts
from engine.geo.jp2_stream import NotCutError
from engine.geo.memory import memory_bytes
from engine.geo.raster import Raster
from engine.geo.raster_file import FAILURES, RasterFile, one_line, read_stored, source_files, telling_where_it_breaks
from engine.geo.read_plan import ReadPlan, copied_bands, read_plan
from engine.geo.window import Window
from engine.stop import StopFlag
from engine.whole_file import whole_file

_Piece = tuple[Window, NDArray[np.generic], "NDArray[np.uint8] | None"]  # what the file stores, and its mask
_COPY_FORMAT = 1
_TILE_PX = 512
_PIECE_BYTES = 1 << 26  # what is read and written at once
_MARGIN_BYTES = 1 << 28  # free disk that a copy leaves to others
_MOST_MEMORY = 0.6  # share of the machine's memory that decoding may take
_ENDING = ".copy.tif"


def readable(
    raster: Raster,
    folder: Path,
    *,
    bands: Sequence[int] | None = None,
    window: Window | None = None,
    in_order: bool = True,
    reporter: Reporter,
    stop: StopFlag,
) -> Raster:
    """Return the raster itself, or the same raster read from a copy in tiles where that is cheaper.

    A copy that an earlier run left in the folder is used if the raster has not changed since.

    Args:
        raster: what will be read in windows.
        folder: where a copy goes; `remove_copies` removes it.
        bands: those that will be read, from 1; None for all.
        window: the part that will be read, in pixels of the file; None for all. What is read beyond it after all
            comes from the raster itself, slowly.
        in_order: whether windows are read row by row, each once, or anywhere, again and again.
        reporter: told why and how far.
        stop: asked while copying.

    Raises:
        OutputError: the folder cannot be written to, or the disk has no room for the copy.
        RasterOpenError: the raster breaks while it is copied, or decoding a part of it takes more memory than there is.
        Stopped: when `stop` was requested; nothing is left then.
    """
    plan = read_plan(raster, bands=bands, window=window, in_order=in_order)
    check_readable(raster.name, plan)
    if not plan.is_copied:
        return raster
    part = window or raster.native_grid.window
    copy = folder / f"{_key(raster.file, bands, part)}{_ENDING}"
    if not copy.is_file():
        reporter.stage("copy", f"{raster.name}: {plan.sentence}")
        _check_room(raster.name, folder, plan.scratch_bytes)
        with whole_file(copy) as beside:
            pieces = _cut_out if plan.is_cut else _read_out
            stored = pieces(raster.file, part, copied_bands(raster.file, bands), reporter, stop)
            _copy(raster.file, beside, copied_bands(raster.file, bands), part, stored, reporter, stop)
    return raster.read_from(copy, part)


def has_copy(raster: Raster, folder: Path, *, bands: Sequence[int] | None, window: Window) -> bool:
    """Tell whether an earlier run left a copy that `readable` would use."""
    return (folder / f"{_key(raster.file, bands, window)}{_ENDING}").is_file()


def piece_to_try(file: RasterFile, window: Window, *, from_top: bool) -> Window:
    """Return one of the pieces that a copy of a window is made of: in the middle, or the first one."""
    pieces = list(_pieces(file, window))
    return pieces[0 if from_top else len(pieces) // 2]


def remove_copies(folder: Path) -> None:
    """Remove all copies, whole or not, and the folder if nothing else is in it."""
    for copy in (*folder.glob(f"*{_ENDING}"), *folder.glob(f".*{_ENDING}.part")):
        copy.unlink(missing_ok=True)
    with suppress(OSError):  # not there, or something else is in it
        folder.rmdir()


def _key(file: RasterFile, bands: Sequence[int] | None, window: Window) -> str:
    """Return what changes with the file, its parts, or with what is copied of it."""
    stamps = [[str(path), *_stamp(path)] for path in (file.path.absolute(), *source_files(file))]
    decisive = [_COPY_FORMAT, stamps, copied_bands(file, bands), [window.row, window.col, window.rows, window.cols]]
    return hashlib.sha256(json.dumps(decisive).encode()).hexdigest()[:16]


def _stamp(path: Path) -> list[int]:
    try:
        status = path.stat()
    except OSError:  # GDAL opens more than files, such as /vsizip/
        return []
    return [status.st_size, status.st_mtime_ns]


def check_readable(name: str, plan: ReadPlan) -> None:
    """Accept a raster that can be read at all, in the memory that there is.

    Raises:
        RasterOpenError: it cannot, or reading it would make the machine swap.
    """
    if plan.refusal:
        raise RasterOpenError(
            f"{name} is JPEG 2000 in one tile of more than 4 GB, which OpenJPEG does not decode, and no parts can be "
            f"cut out of it: {plan.refusal}",
            hint="Save it as a GeoTIFF in tiles with a program that reads it (docs/rasters.md).",
        )
    there_bytes = memory_bytes()
    if there_bytes is not None and plan.memory_bytes > _MOST_MEMORY * there_bytes:
        raise RasterOpenError(
            f"{name} is JPEG 2000 in so large a tile that decoding a part of it takes about "
            f"{plan.memory_bytes / 1e9:.0f} GB of memory, and this machine has {there_bytes / 1e9:.0f} GB",
            hint="Save it as a GeoTIFF in tiles on a larger machine (docs/rasters.md).",
        )


def _check_room(name: str, folder: Path, n_bytes: int) -> None:
    there_are = free_bytes(folder)
    if there_are < n_bytes + _MARGIN_BYTES:
        raise OutputError(
            f"{name} has to be copied to be read in windows, which takes {n_bytes / 1e9:.1f} GB in {folder}; "
            f"there are {there_are / 1e9:.1f} GB free",
            hint="Write to a disk with room (copies lie in --run-dir, or beside the output), ask for less ground, or "
            "save the raster as a GeoTIFF in tiles (docs/rasters.md).",
        )


def _copy(
    file: RasterFile,
    path: Path,
    bands: list[int],
    window: Window,
    pieces: Iterator[_Piece],
    reporter: Reporter,
    stop: StopFlag,
) -> None:
    """Write the window of some bands to a file as large as the raster, in which all else takes no room."""
    dtype = np.result_type(*file.dtypes)
    profile = {
        "driver": "GTiff",
        "width": file.grid.cols,
        "height": file.grid.rows,
        "count": len(file.dtypes),
        "dtype": dtype,
        "tiled": True,
        "blockxsize": _TILE_PX,
        "blockysize": _TILE_PX,
        "interleave": "band",
        "sparse_ok": True,
        "bigtiff": "YES",
        "photometric": "MINISBLACK",
    }
    bound_cache()
    done_px, all_px = 0, window.rows * window.cols
    settings = rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True)
    with _telling_of_the_disk(path), settings, rasterio.open(path, "w", **profile) as copy:
        for piece, values, mask in pieces:
            stop.check()
            place = RasterioWindow(piece.col, piece.row, piece.cols, piece.rows)
            copy.write(values.astype(dtype, copy=False), bands, window=place)
            if mask is not None:
                copy.write_mask(mask, window=place)
            done_px += piece.rows * piece.cols
            reporter.progress("copy", done_px / 1e6, all_px / 1e6, "MP")


def _read_out(
    file: RasterFile, window: Window, bands: list[int], reporter: Reporter, stop: StopFlag
) -> Iterator[_Piece]:
    """Yield the window piece by piece, as GDAL reads it."""
    for piece in _pieces(file, window):
        yield piece, *read_stored(file, piece, bands)


def _cut_out(
    file: RasterFile, window: Window, bands: list[int], reporter: Reporter, stop: StopFlag
) -> Iterator[_Piece]:
    """Yield the window piece by piece, decoded from parts that are cut out of a JPEG 2000 file in one tile."""
    size_mb = file.path.stat().st_size / 1e6

    def tell(place: int) -> None:
        reporter.progress("look", place / 1e6, size_mb, "MB")
        stop.check()

    try:
        with open_cuts(file.path, on_place=tell) as cuts:
            for part in cuts.parts(window):
                stop.check()
                stream, around = cuts.cut(part)
                yield from _decoded(file, stream, around, part.intersection(window), bands)
    except NotCutError as err:
        hint = "The file is damaged or was not copied to its end; copy or export it again."
        raise RasterOpenError(f"{file.path} cannot be read: {err}", hint=hint) from err


def _decoded(file: RasterFile, stream: bytes, around: Window, part: Window, bands: list[int]) -> Iterator[_Piece]:
    """Yield a part of a code stream that shows `around`, by rows of GDAL's blocks."""
    with telling_where_it_breaks(file, part), warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with reading(n_decoding_threads()), MemoryFile(stream, ext=".j2k") as memory, memory.open() as handle:
            n_rows = handle.block_shapes[0][0]
            for row in range(part.row, part.row_stop, n_rows):
                piece = Window(row, part.col, n_rows, part.cols).intersection(part)
                place = RasterioWindow(piece.col - around.col, piece.row - around.row, piece.cols, piece.rows)
                yield piece, handle.read(bands, window=place), None


def _pieces(file: RasterFile, window: Window) -> Iterator[Window]:
    """Yield parts of the window, each small enough for memory, so that as little as possible is decoded twice."""
    block_rows, block_cols = file.block_shape
    bytes_per_pixel = sum(np.dtype(dtype).itemsize for dtype in file.dtypes)
    if block_cols >= file.grid.cols or file.driver == "VRT":  # strips may lie below the parts of a mosaic, too
        n_rows, n_cols = _PIECE_BYTES // (window.cols * bytes_per_pixel), file.grid.cols
        n_rows = max(1, n_rows // _TILE_PX * _TILE_PX or n_rows)
    else:
        n_rows = block_rows * -(-_TILE_PX // block_rows)
        n_cols = max(1, _PIECE_BYTES // (n_rows * bytes_per_pixel) // block_cols) * block_cols
    for row in range(window.row // n_rows * n_rows, window.row_stop, n_rows):
        for col in range(window.col // n_cols * n_cols, window.col_stop, n_cols):
            yield Window(row, col, n_rows, n_cols).intersection(window)


@contextmanager
def _telling_of_the_disk(path: Path) -> Iterator[None]:
    try:
        yield
    except FAILURES as err:
        raise OutputError(
            f"cannot write {path}: {one_line(err)}",
            hint="Write to a folder of your own, on a disk with room.",
        ) from err
