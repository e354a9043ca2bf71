"""The one door through which footprints leave: a file of the format that its ending names, whole or not there."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol

import pyarrow as pa
from pyogrio.errors import DataLayerError, DataSourceError

from engine.domain.category import Category
from engine.domain.footprint import Footprint
from engine.errors import OutputError
from engine.geo.footprint_coco import CocoFile
from engine.geo.footprint_geojson import GeoJsonFile
from engine.geo.footprint_gpkg import LAYER, GeoPackageFile
from engine.geo.footprint_layout import FootprintLayout, PredictedRaster
from engine.geo.footprint_parquet import GeoParquetFile
from engine.geo.polygon_file import check_no_other_layers
from engine.whole_file import check_not_full

__all__ = ["FootprintFile", "PredictedRaster", "check_footprint_path", "open_footprint_file"]

_WRITE_ERRORS = (OSError, DataSourceError, DataLayerError, pa.ArrowException)
_SQLITE_COMPANIONS = ("-wal", "-shm", "-journal")


class _Format(Protocol):
    def write(self, footprints: Sequence[Footprint]) -> None: ...

    def finish(self) -> None: ...

    def drop(self) -> None: ...


FORMATS: dict[str, Callable[[Path, FootprintLayout], _Format]] = {
    ".geojson": GeoJsonFile,
    ".gpkg": GeoPackageFile,
    ".parquet": GeoParquetFile,
    ".json": CocoFile,
}


class FootprintFile:
    """A file that is being written beside its final place and gets its name when it is whole.

    As a context manager it is finished at the end of the block, and left away when the block fails.
    """

    def __init__(self, path: Path, layout: FootprintLayout) -> None:
        self._path = path
        self._part = path.with_name(f".{path.stem}.part{path.suffix}")
        self.n_footprints = 0
        try:
            self._remove_part()
            self._format: _Format = FORMATS[path.suffix.lower()](self._part, layout)
        except _WRITE_ERRORS as err:
            raise _output_error(path, err) from err

    def __enter__(self) -> FootprintFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.abandon()

    def write(self, footprints: Sequence[Footprint]) -> None:
        """Add footprints.

        Raises:
            OutputError: the disk is full, or the place went away.
        """
        try:
            self._format.write(footprints)
        except _WRITE_ERRORS as err:
            raise _output_error(self._path, err) from err
        self.n_footprints += len(footprints)

    def close(self) -> None:
        """Finish the file and give it its name; a file of that name is replaced.

        Raises:
            OutputError: the disk is full, or another program holds the old file.
        """
        try:
            self._format.finish()
            check_not_full(self._path)
            # What SQLite keeps beside a file belongs to the old one and would spoil the new one.
            for companion in _SQLITE_COMPANIONS if self._path.suffix.lower() == ".gpkg" else ():
                self._path.with_name(self._path.name + companion).unlink(missing_ok=True)
            os.replace(self._part, self._path)
        except _WRITE_ERRORS as err:
            self.abandon()
            raise _output_error(self._path, err) from err
        except OutputError:
            self.abandon()
            raise

    def abandon(self) -> None:
        """Take away what was written; a file of that name from before stays."""
        with contextlib.suppress(*_WRITE_ERRORS):  # a full disk refuses the last bytes as well
            self._format.drop()
        self._remove_part()

    def _remove_part(self) -> None:
        self._part.unlink(missing_ok=True)
        for companion in _SQLITE_COMPANIONS:
            self._part.with_name(self._part.name + companion).unlink(missing_ok=True)


def open_footprint_file(
    path: Path, *, rasters: Sequence[PredictedRaster], categories: Sequence[Category]
) -> FootprintFile:
    """Return a writer for .geojson, .gpkg, .parquet or .json (COCO).

    Raises:
        OutputError: as `check_footprint_path`.
        CrsError: rasters with and without a CRS are mixed.
    """
    check_footprint_path(path)
    return FootprintFile(path, FootprintLayout(tuple(rasters), tuple(categories)))


def check_footprint_path(path: Path) -> None:
    """Refuse a place where footprints cannot be written, before hours of work.

    Raises:
        OutputError: the ending names no format, the folder is missing or closed, a folder has that name, or the file
            is a GeoPackage with other layers, such as a project.
    """
    if path.suffix.lower() not in FORMATS:
        raise OutputError(
            f"{path} does not say what to write: the ending {path.suffix!r} is unknown",
            hint=f"End the name in one of {', '.join(FORMATS)}.",
        )
    if path.is_dir():
        raise OutputError(f"{path} is a folder", hint="Give the name of a file.")
    if not path.parent.is_dir():
        raise OutputError(f"the folder {path.parent} does not exist", hint="Make it, or choose another one.")
    if not os.access(path.parent, os.W_OK):
        raise OutputError(f"the folder {path.parent} cannot be written to", hint="Choose a folder of your own.")
    check_no_other_layers(path, LAYER)


def _output_error(path: Path, err: BaseException) -> OutputError:
    return OutputError(
        f"cannot write {path}: {err}",
        hint="Check that the disk has room and that no other program, such as QGIS, holds the file.",
    )
