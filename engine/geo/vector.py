"""The only place that reads files of polygons."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pyproj
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError, FieldError, GeometryError

from engine.errors import CategoryFieldError, VectorOpenError
from engine.geo.grid import parse_crs, stated_crs
from engine.geo.polygons import clean_polygons, transform_polygons

__all__ = ["PolygonTable", "read_polygons", "split_source", "transform_polygons"]

OWNER_FIELD = "raster"
_MAYBE_WITHOUT_CRS = (".geojson", ".json", ".geojsonl")


@dataclass(frozen=True)
class PolygonTable:
    """The polygons of one layer.

    `polygons` Polygon (n,), valid; a multipolygon gives one per part. `values` holds the field's value for each, None
    where it is NULL or no field was asked for. `rows` int (n,) counts source rows from 0. `n_rows` counts all rows,
    `n_repaired` those that were invalid, `n_skipped` those that gave no polygon, by cause in `skipped`. `owners` names
    the raster that each belongs to, None where the file does not say.
    """

    source: str
    polygons: NDArray[np.object_]
    values: tuple[Any, ...]
    rows: NDArray[np.intp]
    crs: pyproj.CRS | None
    columns: tuple[str, ...]
    n_rows: int
    n_repaired: int
    n_skipped: int
    skipped: dict[str, int]
    owners: tuple[str | None, ...]

    @property
    def name(self) -> str:
        """Return the file's name, and the layer where one was chosen."""
        path, layer = split_source(self.source)
        return path.name if layer is None else f"{path.name}|{layer}"

    @property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """Return (x_min, y_min, x_max, y_max) of all polygons, None where there is none."""
        return tuple(shapely.total_bounds(self.polygons).tolist()) if len(self.polygons) else None


def split_source(source: str) -> tuple[Path, str | None]:
    """Return file and layer of `FILE`, `FILE|layer` or, as QGIS writes it, `FILE|layername=layer`."""
    path, *options = source.split("|")
    layer = None
    for option in options:
        key, separator, value = option.partition("=")
        if key.strip().lower() == "layername":
            layer = value
        elif not separator and option:
            layer = option
    return Path(path), layer


def read_polygons(source: str, *, field: str | None = None, crs: str | None = None) -> PolygonTable:
    """Return the polygons of a layer, curves made linear and invalid ones repaired.

    Args:
        source: `FILE`, `FILE|layer` or `FILE|layername=layer`.
        field: the attribute to read with them.
        crs: the coordinate system of a file that does not say its own.

    Raises:
        VectorOpenError: when the file or the layer is missing, or is no vector file.
        CategoryFieldError: when the layer lacks the field.
        CrsError: when a CRS is unknown.
    """
    path, wanted = split_source(source)
    fallback_crs = parse_crs(crs) if crs else None
    layer = _layer(path, wanted)
    columns = _columns(path, layer)
    column = None if field is None else _column(columns, field, path)
    owner = next((name for name in columns if name.lower() == OWNER_FIELD), None)
    wanted_columns = list(dict.fromkeys(name for name in (column, owner) if name is not None))
    try:
        meta, _, wkb, fields = pyogrio.raw.read(path, layer=layer, columns=wanted_columns, force_2d=True)
    except (DataSourceError, DataLayerError, GeometryError, FieldError, ValueError) as err:
        raise _cannot_open(path, err) from err
    geometries = shapely.from_wkb(wkb if wkb is not None else np.zeros(0, object), on_invalid="ignore")
    clean = clean_polygons(geometries)
    skipped = {"empty": clean.n_empty, "no polygon": clean.n_other_kind, "no area": clean.n_without_area}
    skipped = {cause: number for cause, number in skipped.items() if number}
    read = dict(zip((str(name) for name in meta["fields"]), fields, strict=True))
    return PolygonTable(
        source=source,
        polygons=clean.polygons,
        values=_values(read.get(column) if column is not None else None, clean.sources),
        rows=clean.sources,
        crs=_crs(meta["crs"], path, clean.polygons) or fallback_crs,
        columns=columns,
        n_rows=len(geometries),
        n_repaired=clean.n_repaired,
        n_skipped=sum(skipped.values()),
        skipped=skipped,
        owners=tuple(_name(value) for value in _values(read.get(owner) if owner is not None else None, clean.sources)),
    )


def _layer(path: Path, wanted: str | None) -> str:
    """Return the layer asked for, else the only one with geometry."""
    if not path.exists() and not str(path).startswith("/vsi"):
        raise VectorOpenError(f"{path} does not exist", hint="Check the path of the file with polygons.")
    try:
        layers = pyogrio.list_layers(path)
    except DataSourceError as err:
        raise _cannot_open(path, err) from err
    names = [str(name) for name in layers[:, 0]]
    if wanted is not None and wanted not in names:
        raise VectorOpenError(
            f'{path.name} has no layer "{wanted}"',
            hint=f"It has {_listed(names)}." if names else "It has no layer at all.",
        )
    if wanted is not None:
        return wanted
    spatial = [str(name) for name, kind in layers if kind is not None]
    if not spatial:
        raise VectorOpenError(f"{path.name} holds no layer with geometry", hint="Choose a file with polygons.")
    if len(spatial) > 1:
        raise VectorOpenError(
            f"{path.name} has several layers: {_listed(spatial)}",
            hint=f"Name the one you mean: {path.name}|{spatial[0]}",
        )
    return spatial[0]


def _columns(path: Path, layer: str) -> tuple[str, ...]:
    try:
        return tuple(str(name) for name in pyogrio.read_info(path, layer=layer)["fields"])
    except (DataSourceError, DataLayerError) as err:
        raise _cannot_open(path, err) from err


def _column(columns: tuple[str, ...], field: str, path: Path) -> str:
    if field in columns:
        return field
    alike = [name for name in columns if name.lower() == field.lower()]  # databases and shapefiles change the case
    if len(alike) == 1:
        return alike[0]
    raise CategoryFieldError(
        f'{path.name} has no field "{field}"',
        hint=f"It has {_listed(list(columns))}." if columns else "It has no fields.",
    )


def _crs(stated: str | None, path: Path, polygons: NDArray[np.object_]) -> pyproj.CRS | None:
    """Return the file's CRS; GDAL calls a GeoJSON without one EPSG:4326, which far coordinates disprove."""
    crs = stated_crs(stated, file=path.name)
    if crs is not None and crs.is_geographic and path.suffix.lower() in _MAYBE_WITHOUT_CRS and len(polygons):
        x_min, y_min, x_max, y_max = shapely.total_bounds(polygons)
        if x_min < -361 or x_max > 361 or y_min < -91 or y_max > 91:
            return None
    return crs


def _values(column: NDArray[Any] | None, sources: NDArray[np.intp]) -> tuple[Any, ...]:
    if column is None:
        return (None,) * len(sources)
    return tuple(None if _is_null(value) else value for value in column[sources].tolist())


def _name(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _is_null(value: Any) -> bool:
    return value is None or value != value  # NaN, which pyogrio writes for NULL among numbers


def _cannot_open(path: Path, error: BaseException) -> VectorOpenError:
    reason = " ".join(str(error).split()).split("; It might help")[0]
    return VectorOpenError(
        f"{path} cannot be read as a file of polygons: {reason}",
        hint="Open it in QGIS to see whether it is whole, or save it there as a GeoPackage.",
    )


def _listed(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
