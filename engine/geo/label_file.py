"""Labels as a GeoPackage, a GeoJSON or a shapefile, written batch by batch; the file appears when it is whole."""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import pyogrio
import pyogrio.raw
import pyproj
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError

from engine.errors import OutputError
from engine.geo.label_geojson import LabelGeoJson
from engine.geo.polygon_file import check_no_other_layers
from engine.whole_file import check_not_full

DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".shp": "ESRI Shapefile"}
LAYER = "labels"
_CATEGORIES = "categories"
_TEXTS = ("category", "color", "raster")
_WRITE_ERRORS = (DataSourceError, DataLayerError, FeatureError, FieldError, GeometryError, OSError)


class LabelFile:
    """A layer `labels` of multipolygons with their columns, and in a GeoPackage a table `categories`.

    As a context manager it is finished at the end of the block, and left away when the block fails.

    Raises:
        OutputError: the ending names no format, or the place cannot be written.
    """

    def __init__(self, path: Path, crs: pyproj.CRS | None) -> None:
        check_label_path(path)
        self._path = path
        self._crs = crs
        self._driver = DRIVERS[path.suffix.lower()]
        self._is_first = True
        self.n_labels = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folder = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
        except OSError as err:
            raise self._failure(err) from err
        self._part = self._folder / path.name
        # GDAL reads a whole GeoJSON to add to it; ours only grows.
        self._geojson = LabelGeoJson(self._part, crs) if self._driver == "GeoJSON" else None

    def __enter__(self) -> LabelFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._geojson is not None:
                self._geojson.drop() if kind else self._geojson.finish()
            if kind is None:
                self._finish()
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def write(self, shapes: NDArray[np.object_], columns: Mapping[str, Sequence[Any]]) -> None:
        """Add polygons (n,) with one value each per column, None where there is none; columns are always the same."""
        if not len(shapes) and not self._is_first:
            return
        try:
            self._add(shapes, columns)
        except _WRITE_ERRORS as err:
            raise self._failure(err) from err
        self._is_first = False
        self.n_labels += len(shapes)

    def _add(self, shapes: NDArray[np.object_], columns: Mapping[str, Sequence[Any]]) -> None:
        if self._geojson is not None:
            self._geojson.write(shapes, columns)
            return
        arrays = [_column(name, values) for name, values in columns.items()]
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="'crs' was not provided")  # pixels have no CRS
            warnings.filterwarnings("ignore", message="Normalized/laundered field name")  # shapefiles: ten letters
            pyogrio.raw.write(
                self._part,
                shapely.to_wkb(shapes),
                field_data=[values for values, _ in arrays],
                field_mask=[mask for _, mask in arrays],
                fields=list(columns),
                crs=self._crs.to_wkt() if self._crs is not None else None,
                driver=self._driver,
                layer=LAYER if self._driver == "GPKG" else None,
                geometry_type="MultiPolygon",
                promote_to_multi=True,
                append=not self._is_first,
            )

    def write_categories(self, names: Sequence[str], colors: Sequence[str], numbers: Sequence[int | None]) -> None:
        """Add the table of categories, where the format has tables."""
        if self._driver != "GPKG":
            return
        ids = np.array([0 if number is None else number for number in numbers], np.int64)
        try:
            pyogrio.raw.write(
                self._part,
                None,
                field_data=[np.array(names, object), np.array(colors, object), ids],
                field_mask=[None, None, np.array([number is None for number in numbers], bool)],
                fields=["name", "color", "category_id"],
                driver="GPKG",
                layer=_CATEGORIES,
                geometry_type=None,
                append=True,
            )
        except _WRITE_ERRORS as err:
            raise self._failure(err) from err

    def _finish(self) -> None:
        check_not_full(self._path)
        try:
            for companion in ("-wal", "-shm", "-journal") if self._driver == "GPKG" else ():
                self._path.with_name(self._path.name + companion).unlink(missing_ok=True)
            parts = sorted(self._folder.iterdir(), key=lambda part: part.name == self._path.name)
            for part in parts:  # the file itself comes last
                os.replace(part, self._path.parent / part.name)
        except OSError as err:
            raise self._failure(err) from err

    def _failure(self, err: BaseException) -> OutputError:
        return OutputError(
            f"cannot write {self._path}: {getattr(err, 'strerror', None) or ' '.join(str(err).split())}",
            hint="Check that the folder is yours, that the disk has room, and that no other program holds the file.",
        )


def check_label_path(path: Path) -> None:
    """Refuse a place whose ending names no format of labels.

    Raises:
        OutputError: it does not, or a folder has that name.
    """
    if path.suffix.lower() not in DRIVERS:
        raise OutputError(
            f"{path} does not say what to write: the ending {path.suffix!r} is unknown",
            hint=f"End the name in one of {', '.join(DRIVERS)}.",
        )
    if path.is_dir():
        raise OutputError(f"{path} is a folder", hint="Give the name of a file.")
    check_no_other_layers(path, LAYER, _CATEGORIES)


def _column(name: str, values: Sequence[Any]) -> tuple[NDArray[Any], NDArray[np.bool_] | None]:
    """Return the values of a column and where they are NULL."""
    missing = np.array([value is None for value in values], bool)
    if name in _TEXTS:
        return np.array([value or "" for value in values], object), missing
    kind = np.float64 if name == "score" else np.int64
    return np.array([0 if value is None else value for value in values], kind), missing
