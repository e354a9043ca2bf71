"""A folder, or a list in a text file, given in place of a raster stands for the rasters in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.errors import RasterOpenError

# What people keep rasters in; GDAL opens many more, which can be given one by one.
RASTER_ENDINGS = (".tif", ".tiff", ".jp2", ".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".vrt", ".img")


def with_folders_opened(settings: Any) -> Any:
    """Return the settings of a command, each folder or list among its `rasters` replaced by the rasters in it.

    Raises:
        RasterOpenError: a folder or list holds none, or a list cannot be read.
    """
    if not any(path.is_dir() or _is_list(path) for path in getattr(settings, "rasters", ())):
        return settings
    return replace(settings, rasters=tuple(rasters_in(settings.rasters)))


def rasters_in(paths: Iterable[Path]) -> list[Path]:
    """Return the paths, each folder replaced by the rasters that lie directly in it, by name, each list by its lines.

    Raises:
        RasterOpenError: a folder or list holds none, or a list cannot be read.
    """
    rasters: list[Path] = []
    for path in paths:
        if path.is_dir():
            rasters += _in_folder(path)
        elif _is_list(path):
            rasters += _in_list(path)
        else:
            rasters.append(path)
    return rasters


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
