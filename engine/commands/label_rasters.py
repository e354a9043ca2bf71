"""The rasters that labels may belong to: files, lists, and folders with those below them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from engine.commands.raster_folders import RASTER_ENDINGS, rasters_in, without_broken
from engine.errors import LabelFileError, RasterOpenError
from engine.events import Reporter
from engine.interchange.folders import files_below
from engine.stop import StopFlag


def rasters_below(paths: Iterable[Path], *, reporter: Reporter, stop: StopFlag) -> list[Path]:
    """Return the paths, each folder replaced by the rasters in it and in those below it that can be opened.

    Raises:
        RasterOpenError: a folder or list holds none, or all in a folder are broken.
        Stopped: when `stop` was requested.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found += rasters_in([path], reporter=reporter, stop=stop)
            continue
        try:
            files = files_below(path, RASTER_ENDINGS)
        except LabelFileError as err:
            raise RasterOpenError(
                f"there is no raster in the folder {path}",
                hint=f"Give a folder with files that end in one of {', '.join(RASTER_ENDINGS)}, or the file itself.",
            ) from err
        # Of rasters only the place and the size are asked for, which files that end too early say as well.
        found += without_broken(files, path, reporter=reporter, stop=stop, reads_ends=False)
    return list(dict.fromkeys(found))
