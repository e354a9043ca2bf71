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

from engine.geo.grid import parse_crs
from engine.geo.polygons import clean_polygons, transform_polygons
from engine.geo.vector_layer import cannot_open, crs_of, field_of, layer_of, split_source

__all__ = ["PolygonTable", "read_polygons", "split_source", "transform_polygons"]

OWNER_FIELD = "raster"


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
        return _bounds(self.polygons)


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
    layer = layer_of(path, wanted)
    columns = _columns(path, layer)
    column = None if field is None else field_of(columns, field, path.name)
    owner = next((name for name in columns if name.lower() == OWNER_FIELD), None)
    wanted_columns = list(dict.fromkeys(name for name in (column, owner) if name is not None))
    try:
        meta, _, wkb, fields = pyogrio.raw.read(path, layer=layer, columns=wanted_columns, force_2d=True)
    except (DataSourceError, DataLayerError, GeometryError, FieldError, ValueError) as err:
        raise cannot_open(path, err) from err
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
        crs=crs_of(meta["crs"], path, _bounds(clean.polygons)) or fallback_crs,
        columns=columns,
        n_rows=len(geometries),
        n_repaired=clean.n_repaired,
        n_skipped=sum(skipped.values()),
        skipped=skipped,
        owners=tuple(_name(value) for value in _values(read.get(owner) if owner is not None else None, clean.sources)),
    )


def _columns(path: Path, layer: str) -> tuple[str, ...]:
    try:
        return tuple(str(name) for name in pyogrio.read_info(path, layer=layer)["fields"])
    except (DataSourceError, DataLayerError) as err:
        raise cannot_open(path, err) from err


def _bounds(polygons: NDArray[np.object_]) -> tuple[float, float, float, float] | None:
    return tuple(shapely.total_bounds(polygons).tolist()) if len(polygons) else None


def _values(column: NDArray[Any] | None, sources: NDArray[np.intp]) -> tuple[Any, ...]:
    if column is None:
        return (None,) * len(sources)
    return tuple(None if _is_null(value) else value for value in column[sources].tolist())


def _name(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _is_null(value: Any) -> bool:
    return value is None or value != value  # NaN, which pyogrio writes for NULL among numbers
