"""A folder given in place of a raster stands for the rasters in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.errors import RasterOpenError

# What people keep rasters in; GDAL opens many more, which can be given one by one.
RASTER_ENDINGS = (".tif", ".tiff", ".jp2", ".png", ".jpg", ".jpeg", ".webp", ".bmp", ".vrt", ".img")


def with_folders_opened(settings: Any) -> Any:
    """Return the settings of a command, each folder among its `rasters` replaced by the rasters in it.

    Raises:
        RasterOpenError: a folder holds none.
    """
    if not any(path.is_dir() for path in getattr(settings, "rasters", ())):
        return settings
    return replace(settings, rasters=tuple(rasters_in(settings.rasters)))


def rasters_in(paths: Iterable[Path]) -> list[Path]:
    """Return the paths, each folder replaced by the rasters that lie directly in it, by name.

    Raises:
        RasterOpenError: a folder holds none.
    """
    rasters: list[Path] = []
    for path in paths:
        found = sorted(file for file in path.iterdir() if _is_raster(file)) if path.is_dir() else [path]
        if not found:
            raise RasterOpenError(
                f"there is no raster in the folder {path}",
                hint=f"Give a folder with files that end in one of {', '.join(RASTER_ENDINGS)}, or the file itself.",
            )
        rasters += found
    return rasters


def _is_raster(file: Path) -> bool:
    is_hidden = file.name.startswith(".")  # such as those that macOS leaves beside files on foreign disks
    return file.is_file() and not is_hidden and file.suffix.lower() in RASTER_ENDINGS
