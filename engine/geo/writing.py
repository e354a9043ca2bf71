"""What writers of rasters say when they cannot write."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rasterio.errors import NotGeoreferencedWarning

from engine.errors import OutputError
from engine.geo.raster_file import FAILURES, one_line


def cannot_write(path: Path, reason: str) -> OutputError:
    """Return the error for a place that cannot be written."""
    return OutputError(
        f"cannot write {path}: {reason}", hint="Choose a folder that you may write to and that has room."
    )


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Write a raster, with or without a place on the map.

    Raises:
        OutputError: GDAL could not.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            yield
    except FAILURES as err:
        raise cannot_write(path, one_line(err)) from err
