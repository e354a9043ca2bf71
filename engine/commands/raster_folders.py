"""A folder, or a list in a text file, given in place of a raster stands for the rasters in it.

Nobody named the files of a folder one by one: those that are broken are told and left out, as long as others remain. A
file that was named, on the command line or in a list, is an error for the command that opens it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.errors import RasterOpenError
from engine.events import Reporter
from engine.geo.file_kind import may_be_cut_short
from engine.geo.raster import Raster, open_raster
from engine.geo.window import Window
from engine.stop import StopFlag

_MOST_END_PX = 1 << 27
# What people keep rasters in; GDAL opens many more, which can be given one by one.
RASTER_ENDINGS = (".tif", ".tiff", ".jp2", ".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".vrt", ".img")


def with_folders_opened(settings: Any, reporter: Reporter, stop: StopFlag) -> Any:
    """Return the settings of a command, each folder or list among its `rasters` replaced by the rasters in it.

    Raises:
        RasterOpenError: a folder or list holds none, all in a folder are broken, or a list cannot be read.
        Stopped: when `stop` was requested.
    """
    if not any(path.is_dir() or _is_list(path) for path in getattr(settings, "rasters", ())):
        return settings
    # Who asked to go on over damaged places wants what can still be read of a file.
    reads_ends = not getattr(settings, "skip_bad_blocks", False)
    found = rasters_in(settings.rasters, reporter=reporter, stop=stop, reads_ends=reads_ends)
    return replace(settings, rasters=tuple(found))


def rasters_in(paths: Iterable[Path], *, reporter: Reporter, stop: StopFlag, reads_ends: bool = True) -> list[Path]:
    """Return the paths, each folder replaced by the rasters that lie directly in it, by name, each list by its lines.

    Args:
        paths: files, folders and lists.
        reporter: hears of each file in a folder that is broken.
        stop: asked before each of them.
        reads_ends: whether files that end too early are broken as well.

    Raises:
        RasterOpenError: a folder or list holds none, all in a folder are broken, or a list cannot be read.
        Stopped: when `stop` was requested.
    """
    rasters: list[Path] = []
    for path in paths:
        if path.is_dir():
            rasters += without_broken(_in_folder(path), path, reporter=reporter, stop=stop, reads_ends=reads_ends)
        elif _is_list(path):
            rasters += _in_list(path)
        else:
            rasters.append(path)
    return rasters


def without_broken(
    files: Sequence[Path], folder: Path, *, reporter: Reporter, stop: StopFlag, reads_ends: bool
) -> list[Path]:
    """Return the files of a folder that can be opened, and tell of each that cannot.

    Raises:
        RasterOpenError: none can.
        Stopped: when `stop` was requested.
    """
    whole, broken = [], []
    for file in files:
        stop.check()
        try:
            with open_raster(file) as raster:
                if reads_ends and may_be_cut_short(file):
                    _read_ends(raster)
            whole.append(file)
        except RasterOpenError as err:
            broken.append(err)
    if not whole:
        first = broken[0]
        raise RasterOpenError(
            f"none of the {len(files)} rasters in the folder {folder} can be read: {first.message}"
            if len(files) > 1
            else first.message,
            hint=first.hint,
        )
    for each in broken:
        reporter.warning("raster_left_out", f"left out: {each.message}", hint=each.hint)
    return whole


def _read_ends(raster: Raster) -> None:
    """Read the last pixel, and the first, with which a BMP ends; not where a block is more than a camera's picture."""
    rows, cols = raster.block_shape
    if rows * cols <= _MOST_END_PX:
        grid = raster.native_grid
        for row, col in ((grid.rows - 1, grid.cols - 1), (0, 0)):
            raster.read(Window(row, col, 1, 1), raster.default_bands[-1:])


def _in_folder(folder: Path) -> list[Path]:
    try:
        found = sorted(file for file in folder.iterdir() if _is_raster(file))
    except OSError as err:
        raise RasterOpenError(
            f"the folder {folder} cannot be read: {err.strerror or err}", hint="Choose a folder that you may read."
        ) from err
    if not found:
        raise RasterOpenError(
            f"there is no raster in the folder {folder}",
            hint=f"Give a folder with files that end in one of {', '.join(RASTER_ENDINGS)}, or the file itself.",
        )
    return found


def _in_list(file: Path) -> list[Path]:
    """Return the paths that a text file lists, one a line; they count from the folder it lies in."""
    try:
        lines = [line.strip() for line in file.read_text(encoding="utf-8-sig").splitlines()]
    except FileNotFoundError as err:
        raise RasterOpenError(
            f"the list of rasters {file} does not exist", hint="Check its path; it is a text with one path a line."
        ) from err
    except (OSError, UnicodeDecodeError) as err:
        raise RasterOpenError(
            f"the list of rasters {file} cannot be read: {err}", hint="Save it as text in UTF-8, one path a line."
        ) from err
    named = [line for line in lines if line and not line.startswith("#")]
    if not named:
        raise RasterOpenError(f"the list {file} names no raster", hint="Write the path of one raster a line into it.")
    return [file.parent / line for line in named]  # whole paths stay as they are


def _is_list(path: Path) -> bool:
    return path.suffix.lower() == ".txt"


def _is_raster(file: Path) -> bool:
    is_hidden = file.name.startswith(".")  # such as those that macOS leaves beside files on foreign disks
    return file.is_file() and not is_hidden and file.suffix.lower() in RASTER_ENDINGS
