"""How a raster will be read: window by window as it is, or from one copy in tiles where that is cheaper, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.errors import DeepSegError
from engine.geo.gdal_settings import CACHE_BYTES
from engine.geo.jp2_cut import memory_of_cuts, why_not_cut
from engine.geo.raster import Raster, open_raster
from engine.geo.raster_file import RasterFile, source_files
from engine.geo.window import Window

WINDOW_PX = 2700  # side of the windows that prediction reads, in pixels of the file
_USABLE_CACHE = 0.75
_LARGE_TILE_PX = 1 << 22  # 2048 x 2048: windows would decode larger tiles several times over
_LARGE_FILE_BYTES = 1 << 28  # OpenJPEG goes through all of a file in one tile for each block of 1024 x 1024 px
_MOST_ONE_TILE_BYTES = 4 << 30  # OpenJPEG fails beyond
_JP2_BYTES_PER_VALUE = 5  # memory of a tile that is decoded as a whole: 4 in the sums, 1 in the answer
_JP2_MEMORY_PER_BYTE = 1.5  # memory of a file in one tile, of which parts are decoded: the file itself
_JP2_MEMORY_PER_VALUE = 0.15  # and what it says of its code blocks
_N_SOURCES = 50  # parts of a mosaic that are looked at; the others are likely of the same kind
_SEQUENTIAL = ("PNG", "JPEG", "WEBP", "GIF", "BIGGIF")  # decoded from the top, without a way to jump


@dataclass(frozen=True)
class ReadPlan:
    """How a raster is read: `layout` for programs, `sentence` for people.

    `scratch_bytes` is what a copy takes on disk, `memory_bytes` what is needed beyond GDAL's cache to decode a part.
    With `is_cut` the copy is made of parts that are cut out of a single tile; `refusal` says why it cannot be read.
    """

    layout: str
    sentence: str
    is_copied: bool = False
    scratch_bytes: int = 0
    memory_bytes: int = 0
    is_cut: bool = False
    refusal: str = ""


def read_plan(
    raster: Raster,
    *,
    bands: Sequence[int] | None = None,
    window: Window | None = None,
    in_order: bool = True,
) -> ReadPlan:
    """Return how a raster is read when it is walked in windows of about `WINDOW_PX`, row by row, or here and there.

    Args:
        raster: at any scale.
        bands: those that are read, from 1; None for all.
        window: the part that is read, in pixels of the file; None for all.
        in_order: row by row, each window once; else small windows anywhere in the part, again and again.
    """
    file = raster.file
    layout, is_slow, why = _layout(file, window or file.grid.window, in_order)
    memory_bytes = _memory_bytes(file)
    if not is_slow:
        return ReadPlan(layout, f"it is read as it is: {why}", memory_bytes=memory_bytes)
    why_whole = "" if not _is_one_jp2_tile(file) else "it has a mask" if file.has_mask else why_not_cut(file.path)
    is_cut = _is_one_jp2_tile(file) and not why_whole
    why = "it is JPEG 2000 in one tile, out of which parts are cut before they are decoded" if is_cut else why
    is_too_large = _is_one_jp2_tile(file) and _file_bytes(file) > _MOST_ONE_TILE_BYTES
    return ReadPlan(
        layout,
        f"it is copied once into tiles, since windows of it are slow to read: {why}",
        is_copied=True,
        scratch_bytes=copy_bytes(file, bands, window or file.grid.window),
        memory_bytes=memory_of_cuts(file.path) if is_cut else memory_bytes,
        is_cut=is_cut,
        refusal=why_whole if is_too_large else "",
    )


def copied_bands(file: RasterFile, bands: Sequence[int] | None) -> list[int]:
    """Return the bands of the file that are needed to read `bands`: these and the alpha band, or the numbers of colors.

    Args:
        file: what is read.
        bands: those that are read, from 1; None for all.
    """
    if file.palette is not None:
        return [1]
    wanted = set(range(1, len(file.dtypes) + 1)) if bands is None else set(bands)
    return sorted(wanted | ({file.alpha_band} if file.alpha_band is not None else set()))


def copy_bytes(file: RasterFile, bands: Sequence[int] | None, window: Window) -> int:
    """Return what a copy of a window takes on disk, without compression."""
    bytes_per_pixel = len(copied_bands(file, bands)) * np.result_type(*file.dtypes).itemsize + file.has_mask
    return window.rows * window.cols * bytes_per_pixel


def _layout(file: RasterFile, window: Window, in_order: bool) -> tuple[str, bool, str]:
    """Return the layout, whether windows are slow to read from it, and the reason."""
    if file.driver == "VRT":
        return _mosaic(file, in_order)
    if file.driver.startswith("JP2"):
        return _jp2(file, window, in_order)
    rows, cols = file.block_shape
    if cols < file.grid.cols:
        return "tiles", False, f"its tiles of {cols} x {rows} px suit windows"
    fits = _bytes_under_windows(file, window, in_order) <= _USABLE_CACHE * CACHE_BYTES
    fitting = f"{'a row of windows' if in_order else 'what is read of it'} fits into memory"
    if file.driver in _SEQUENTIAL:
        why = "it is decoded from its top, and "
        return "picture", not fits, why + (fitting if fits else "each window begins anew")
    why = f"its strips are {file.grid.cols} px wide, and "
    return "strips", not fits, why + (fitting if fits else "each window decodes them anew")


def _jp2(file: RasterFile, window: Window, in_order: bool) -> tuple[str, bool, str]:
    rows, cols = file.tile_shape
    if not in_order and _stored_bytes(file, window) > _USABLE_CACHE * CACHE_BYTES:
        return "one_tile" if _is_one_jp2_tile(file) else "tiles", True, "it is JPEG 2000, which is decoded slowly"
    if _is_one_jp2_tile(file):
        is_large = _file_bytes(file) > _LARGE_FILE_BYTES
        why = "it is JPEG 2000 in one tile, of which parts are decoded"
        return "one_tile", is_large, why + (", each after a walk through the whole file" if is_large else "")
    if rows * cols > _LARGE_TILE_PX:
        return "large_tiles", True, f"it is JPEG 2000 in tiles of {cols} x {rows} px, each decoded as a whole"
    return "tiles", False, f"its tiles of {cols} x {rows} px are decoded one by one"


def _is_one_jp2_tile(file: RasterFile) -> bool:
    return file.driver.startswith("JP2") and file.tile_shape == (file.grid.rows, file.grid.cols) != file.block_shape


def _memory_bytes(file: RasterFile) -> int:
    if not file.driver.startswith("JP2"):
        return 0
    rows, cols = file.tile_shape
    if _is_one_jp2_tile(file):
        n_values = rows * cols * len(file.dtypes)
        return int(_file_bytes(file) * _JP2_MEMORY_PER_BYTE + n_values * _JP2_MEMORY_PER_VALUE)
    return rows * cols * len(file.dtypes) * _JP2_BYTES_PER_VALUE * file.n_threads


def _file_bytes(file: RasterFile) -> int:
    try:
        return file.path.stat().st_size
    except OSError:  # GDAL opens more than files, such as /vsizip/
        return 0


def _bytes_under_windows(file: RasterFile, window: Window, in_order: bool) -> int:
    """Return how much GDAL has to hold so that strips are decoded once: those under a row of windows, or all."""
    block_rows, _ = file.block_shape
    n_rows = min(WINDOW_PX + block_rows, window.rows) if in_order else window.rows
    return _stored_bytes(file, Window(0, 0, n_rows, file.grid.cols))


def _stored_bytes(file: RasterFile, window: Window) -> int:
    return window.rows * window.cols * sum(np.dtype(dtype).itemsize for dtype in file.dtypes)


def _mosaic(file: RasterFile, in_order: bool) -> tuple[str, bool, str]:
    """Return what holds for the parts of a mosaic: one that is slow to read makes it slow."""
    sources = source_files(file)
    for source in sources[:_N_SOURCES]:
        plan = _plan_of_source(source, in_order)
        if plan is not None and plan.is_copied:
            reason = plan.sentence.partition(": ")[2]
            return (
                "mosaic",
                True,
                f"of the {len(sources)} files that it joins, {source.name} is slow to read ({reason})",
            )
    return "mosaic", False, f"the {len(sources)} files that it joins suit windows"


def _plan_of_source(path: Path, in_order: bool) -> ReadPlan | None:
    """Return how a part of a mosaic is read; None for one that is missing, which is told when it is read."""
    try:
        with open_raster(path) as raster:
            return read_plan(raster, in_order=in_order)
    except DeepSegError:
        return None
