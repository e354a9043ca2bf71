"""The rasters that labels may belong to: files, lists, and folders with those below them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from engine.commands.raster_folders import RASTER_ENDINGS, rasters_in
from engine.errors import LabelFileError, RasterOpenError
from engine.interchange.folders import files_below


def rasters_below(paths: Iterable[Path]) -> list[Path]:
    """Return the paths, each folder replaced by the rasters in it and in those below it.

    Raises:
        RasterOpenError: a folder or list holds none.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found += rasters_in([path])
            continue
        try:
            found += files_below(path, RASTER_ENDINGS)
        except LabelFileError as err:
            raise RasterOpenError(
                f"there is no raster in the folder {path}",
                hint=f"Give a folder with files that end in one of {', '.join(RASTER_ENDINGS)}, or the file itself.",
            ) from err
    return list(dict.fromkeys(found))
