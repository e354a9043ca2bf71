"""Reads what is known of each footprint of a file, batch by batch, however many there are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio
import pyproj
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError

from engine.errors import CategoryFieldError, VectorOpenError
from engine.geo.footprint_gpkg import LAYER
from engine.geo.measure import measures
from engine.geo.vector import split_source

_BATCH = 50_000
_CATEGORY, _RASTER, _AREA = "category", "raster", "area_m2"


@dataclass(frozen=True)
class FootprintBatch:
    """Some rows of a file: `categories` and `rasters` text or None (n,), `areas_m2` float (n,), NaN where unknown.

    A file without one of the columns gives None for it. Areas that it does not state are measured on the polygons,
    which are `polygons` object (n,) in `crs`.
    """

    categories: NDArray[np.object_] | None
    rasters: NDArray[np.object_] | None
    areas_m2: NDArray[np.float64]
    n_skipped: int  # rows without a polygon
    polygons: NDArray[np.object_]
    crs: pyproj.CRS | None

    def __len__(self) -> int:
        return len(self.areas_m2)


def read_footprint_batches(source: str, *, category_field: str | None = None) -> Iterator[FootprintBatch]:
    """Yield the footprints, or any polygons, of `FILE`, `FILE|layer` or `FILE|layername=layer`.

    Args:
        source: the file.
        category_field: the column that holds the category, `category` where nobody says.

    Raises:
        VectorOpenError: the file or its layer is missing, or holds no polygons.
        CategoryFieldError: it lacks the column asked for.
    """
    path, layer = split_source(source)
    if not path.exists():
        raise VectorOpenError(f"{path} does not exist", hint="Check the path of the footprints.")
    try:
        is_parquet = path.suffix.lower() == ".parquet"
        yield from _parquet_batches(path, category_field) if is_parquet else _ogr_batches(path, layer, category_field)
    except (DataSourceError, DataLayerError, pa.ArrowException, OSError) as err:
        raise VectorOpenError(
            f"{path} cannot be read as footprints: {' '.join(str(err).split())}",
            hint="Give a .geojson, .gpkg or .parquet file; COCO files (.json) know pixels only.",
        ) from err


def _ogr_batches(path: Path, layer: str | None, category_field: str | None) -> Iterator[FootprintBatch]:
    layer = layer or _layer(path)
    info = pyogrio.read_info(path, layer=layer)
    category = _category_column(category_field, list(info["fields"]), path)
    columns = [name for name in (category, _RASTER, _AREA) if name in info["fields"]]
    crs = pyproj.CRS.from_user_input(info["crs"]) if info["crs"] else None
    with pyogrio.raw.open_arrow(path, layer=layer, columns=columns, batch_size=_BATCH, use_pyarrow=True) as (
        meta,
        reader,
    ):
        for batch in reader:
            yield _batch(batch, meta["geometry_name"] or "wkb_geometry", crs, category)


def _layer(path: Path) -> str:
    layers = [str(name) for name, kind in pyogrio.list_layers(path) if kind is not None]
    if LAYER in layers or len(layers) == 1:
        return LAYER if LAYER in layers else layers[0]
    if not layers:
        raise VectorOpenError(f"{path.name} holds no layer with geometry", hint="Choose a file with polygons.")
    raise VectorOpenError(
        f"{path.name} has the layers {', '.join(layers)}", hint=f"Name the one you mean: {path.name}|{layers[0]}"
    )


def _parquet_batches(path: Path, category_field: str | None) -> Iterator[FootprintBatch]:
    with pq.ParquetFile(path) as file:
        geometry, crs = _geo(file.schema_arrow, path)
        category = _category_column(category_field, file.schema_arrow.names, path)
        columns = [name for name in (category, _RASTER, _AREA) if name in file.schema_arrow.names]
        for batch in file.iter_batches(batch_size=_BATCH, columns=[*columns, geometry]):
            yield _batch(batch, geometry, crs, category)


def _category_column(wanted: str | None, columns: list[str], path: Path) -> str:
    if wanted is None or wanted in columns:
        return wanted or _CATEGORY
    raise CategoryFieldError(
        f'{path.name} has no field "{wanted}"', hint=f"It has {', '.join(columns)}." if columns else "It has no fields."
    )


def _geo(schema: pa.Schema, path: Path) -> tuple[str, pyproj.CRS | None]:
    """Return the geometry column and CRS that a GeoParquet file states."""
    metadata = (schema.metadata or {}).get(b"geo")
    if metadata is None:
        raise VectorOpenError(f"{path} is no GeoParquet file", hint="Save it as GeoParquet or as a GeoPackage.")
    geo = json.loads(metadata)
    name = geo["primary_column"]
    crs: Any = geo["columns"][name].get("crs", "OGC:CRS84")
    return name, pyproj.CRS.from_user_input(crs) if crs else None


def _batch(batch: pa.RecordBatch, geometry: str, crs: pyproj.CRS | None, category: str) -> FootprintBatch:
    polygons = shapely.from_wkb(batch.column(geometry).to_numpy(zero_copy_only=False), on_invalid="ignore")
    is_polygon = np.isin(shapely.get_type_id(polygons), (3, 6)) & ~shapely.is_empty(polygons)
    columns = {
        name: np.array(batch.column(name).to_pylist(), object)[is_polygon]  # NumPy makes fractions of whole numbers
        for name in (category, _RASTER, _AREA)
        if name in batch.schema.names
    }
    kept = polygons[is_polygon]
    stated = columns.get(_AREA, np.full(len(kept), None))
    areas_m2 = np.array([np.nan if area is None else area for area in stated], np.float64)
    is_unstated = np.isnan(areas_m2)
    if is_unstated.any():
        areas_m2[is_unstated] = _areas_m2(kept[is_unstated], crs)
    n_skipped = int((~is_polygon).sum())
    return FootprintBatch(columns.get(category), columns.get(_RASTER), areas_m2, n_skipped, kept, crs)


def _areas_m2(polygons: NDArray[np.object_], crs: pyproj.CRS | None) -> NDArray[np.float64]:
    """Return the ground of each, NaN where a part of it is unknown."""
    is_broken = ~shapely.is_valid(polygons)
    if is_broken.any():  # measured as if repaired, as `deepseg measure` does
        polygons = polygons.copy()
        polygons[is_broken] = shapely.make_valid(polygons[is_broken], method="structure", keep_collapsed=False)
    parts, owners = shapely.get_parts(polygons, return_index=True)
    return np.bincount(owners, measures(parts, crs)[:, 0], len(polygons)).astype(np.float64)
