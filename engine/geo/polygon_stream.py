"""Polygons with all their attributes, batch by batch from a file and into another, however many there are."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator, Sequence
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
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError

from engine.errors import OutputError, VectorOpenError
from engine.geo.column_names import distinct_names, free_name
from engine.geo.footprint_gpkg import LAYER
from engine.geo.vector_layer import cannot_open, check_there, crs_of, field_of, keeps_no_ids, layer_of, split_source
from engine.whole_file import check_no_input, whole_file

DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".parquet": ""}  # GDAL's names; GeoParquet is written without GDAL
_BROKEN = (DataSourceError, DataLayerError, FeatureError, FieldError, GeometryError, pa.ArrowException, OSError)


@dataclass(frozen=True, eq=False)
class PolygonBatch:
    """Some rows of a file.

    Attributes:
        ids: int64 (n,), the file's own feature ids, else rows counted from 1.
        polygons: object (n,), flat geometries as they are in the file; None where there is none.
        table: all attributes, and the geometries as bytes.
    """

    ids: NDArray[np.int64]
    polygons: NDArray[np.object_]
    table: pa.RecordBatch

    def __len__(self) -> int:
        return len(self.ids)

    def column(self, name: str) -> NDArray[np.object_]:
        """Return the values of an attribute, object (n,), None where it is NULL."""
        values = np.empty(len(self), object)
        values[:] = self.table.column(name).to_pylist()
        return values


@dataclass(frozen=True, eq=False)
class PolygonStream:
    """A layer of polygons that is read batch by batch."""

    source: str
    path: Path
    layer: str | None
    columns: tuple[str, ...]
    geometry_name: str
    geometry_type: str
    crs: pyproj.CRS | None
    n_rows: int

    @property
    def name(self) -> str:
        """Return the file's name."""
        return self.path.name

    def field(self, wanted: str) -> str:
        """Return the name of a column as the file writes it, whatever its case.

        Raises:
            CategoryFieldError: there is none.
        """
        return field_of(self.columns, wanted, self.name)

    def batches(self, n_rows: int, columns: Sequence[str] | None = None) -> Iterator[PolygonBatch]:
        """Yield the rows in the order of the file.

        Args:
            n_rows: how many at once.
            columns: the attributes that are wanted, where not all of them are.

        Raises:
            VectorOpenError: the file breaks while it is read.
        """
        try:
            yield from self._parquet(n_rows, columns) if self.layer is None else self._ogr(n_rows, columns)
        except _BROKEN as err:
            raise cannot_open(self.path, err) from err

    def _parquet(self, n_rows: int, columns: Sequence[str] | None) -> Iterator[PolygonBatch]:
        first = 1
        wanted = None if columns is None else [*columns, self.geometry_name]
        with pq.ParquetFile(self.path) as file:
            for table in file.iter_batches(batch_size=n_rows, columns=wanted):
                yield self._batch(np.arange(first, first + len(table)), table)
                first += len(table)

    def _ogr(self, n_rows: int, columns: Sequence[str] | None) -> Iterator[PolygonBatch]:
        is_counted = keeps_no_ids(self.path)
        first = 1
        with pyogrio.raw.open_arrow(
            self.path, layer=self.layer, columns=columns, batch_size=n_rows, use_pyarrow=True, return_fids=True
        ) as (meta, reader):
            id_name = meta.get("fid_column") or "OGC_FID"
            for table in reader:
                ids = np.arange(first, first + len(table))
                if id_name in table.schema.names:
                    position = table.schema.names.index(id_name)  # the first: GeoJSON has an attribute of that name too
                    if not is_counted:
                        ids = table.column(position).to_numpy(zero_copy_only=False).astype(np.int64)
                    table = _without(table, position)
                names = [*table.schema.names[:-1], self.geometry_name]  # GDAL gives the geometry last
                yield self._batch(ids, _renamed(table, names))
                first += len(table)

    def _batch(self, ids: NDArray[Any], table: pa.RecordBatch) -> PolygonBatch:
        column = table.column(table.schema.get_field_index(self.geometry_name))
        polygons = shapely.from_wkb(column.to_numpy(zero_copy_only=False), on_invalid="ignore")
        return PolygonBatch(np.asarray(ids, np.int64), np.asarray(shapely.force_2d(polygons), object), table)


def open_polygon_stream(source: str) -> PolygonStream:
    """Return the layer of `FILE`, `FILE|layer` or `FILE|layername=layer`; nothing but its header is read yet.

    Raises:
        VectorOpenError: the file or its layer is missing, or holds no geometry.
        CrsError: it states a coordinate system that PROJ does not know.
    """
    path, layer = split_source(source)
    check_there(path)
    try:
        return _parquet_stream(source, path) if path.suffix.lower() == ".parquet" else _ogr_stream(source, path, layer)
    except _BROKEN as err:
        raise cannot_open(path, err) from err


def _ogr_stream(source: str, path: Path, wanted: str | None) -> PolygonStream:
    layer = layer_of(path, wanted, own=LAYER)
    info = pyogrio.read_info(path, layer=layer, force_feature_count=True, force_total_bounds=True)
    crs = crs_of(info["crs"], path, info["total_bounds"])
    with pyogrio.raw.open_arrow(path, layer=layer, batch_size=1, use_pyarrow=True) as (meta, reader):
        columns = tuple(reader.schema.names[:-1])  # GDAL gives the geometry last
        geometry = free_name(meta["geometry_name"] or "wkb_geometry", columns)
    return PolygonStream(
        source, path, layer, columns, geometry, str(info["geometry_type"] or "Unknown"), crs, int(info["features"])
    )


def _parquet_stream(source: str, path: Path) -> PolygonStream:
    with pq.ParquetFile(path) as file:
        schema, n_rows = file.schema_arrow, file.metadata.num_rows
    metadata = (schema.metadata or {}).get(b"geo")
    if metadata is None:
        raise VectorOpenError(f"{path} is no GeoParquet file", hint="Save it as GeoParquet or as a GeoPackage.")
    geo = json.loads(metadata)
    geometry = geo["primary_column"]
    crs: Any = geo["columns"][geometry].get("crs", "OGC:CRS84")
    columns = tuple(name for name in schema.names if name != geometry)
    found = pyproj.CRS.from_user_input(crs) if crs else None
    return PolygonStream(source, path, None, columns, geometry, "Unknown", found, n_rows)


def check_stream_output(path: Path) -> None:
    """Refuse a place where polygons with their attributes cannot be written, before the work.

    Raises:
        OutputError: the ending names no such format, or a folder has that name.
    """
    if path.suffix.lower() not in DRIVERS:
        raise OutputError(
            f"{path} has an ending that no layer with attributes has", hint=f"Choose one of: {', '.join(DRIVERS)}."
        )
    if path.is_dir():
        raise OutputError(f"{path} is a folder", hint="Give the name of a file.")


def write_polygon_stream(path: Path, stream: PolygonStream, tables: Iterator[pa.RecordBatch]) -> int:
    """Write batches as `PolygonBatch.table` has them, columns added or taken away alike, and return how many rows.

    The first batch says which columns there are. The file appears under its name only when it is whole.

    Raises:
        OutputError: the place cannot be written, or is the file that is read and would lose its other layers.
        Exception: whatever `tables` raises; no file is left behind.
    """
    check_stream_output(path)
    if stream.layer is not None and len(pyogrio.list_layers(stream.path)) > 1:
        check_no_input(path, stream.path)
    first = next(tables, None)
    if first is None:
        first = _no_rows(stream)
    flow = _Flow(first, tables, is_for_gdal=bool(DRIVERS[path.suffix.lower()]))
    with whole_file(path) as beside:
        part = beside.with_name(f"{beside.name}{path.suffix}")  # GDAL goes by the ending
        try:
            part.unlink(missing_ok=True)
            _write(part, path.stem, stream, flow)
            part.replace(beside)
        except (*_BROKEN, RuntimeError) as err:  # the last is how a writer says that its source broke
            if flow.failure is not None:
                raise flow.failure from None
            raise OutputError(
                f"cannot write {path}: {' '.join(str(err).split())}",
                hint="Choose a folder that you may write to and that has room.",
            ) from err
        finally:
            part.unlink(missing_ok=True)
    return flow.n_rows


class _Flow:
    """Batches on their way to a writer in C, which would swallow what their maker raises; it is kept in `failure`."""

    def __init__(self, first: pa.RecordBatch, rest: Iterator[pa.RecordBatch], *, is_for_gdal: bool) -> None:
        self._names = distinct_names(first.schema.names) if is_for_gdal else first.schema.names
        self.schema = _renamed(first, self._names).schema
        self.failure: BaseException | None = None
        self.n_rows = 0
        self._first, self._rest = first, rest

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        try:
            for table in self._all():
                self.n_rows += len(table)
                yield _renamed(table, self._names)
        except GeneratorExit:
            raise
        except BaseException as err:
            self.failure = err
            raise

    def _all(self) -> Iterator[pa.RecordBatch]:
        yield self._first
        yield from self._rest


def _write(path: Path, layer: str, stream: PolygonStream, flow: _Flow) -> None:
    driver = DRIVERS[path.suffix.lower()]
    if not driver:
        with pq.ParquetWriter(path, _geo_schema(flow.schema, stream), compression="snappy") as writer:
            for table in flow:
                writer.write_batch(pa.RecordBatch.from_arrays(table.columns, schema=writer.schema))
        return
    options = _layer_options(driver, flow.schema.names, stream)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="'crs' was not provided")
        pyogrio.write_arrow(
            pa.RecordBatchReader.from_batches(flow.schema, iter(flow)),
            path,
            driver=driver,
            layer=LAYER if stream.layer == LAYER else layer,
            geometry_name=stream.geometry_name,
            geometry_type=stream.geometry_type,
            crs=stream.crs.to_wkt() if stream.crs is not None else None,
            layer_options=options,
        )
    if flow.failure is not None:
        raise flow.failure


def _layer_options(driver: str, names: list[str], stream: PolygonStream) -> dict[str, str]:
    if driver == "GeoJSON":
        return {"RFC7946": "YES", "COORDINATE_PRECISION": "8"} if stream.crs is not None else {}
    # Attributes called fid and geom are attributes like others: text, or numbers that are there twice.
    attributes = [name for name in names if name != stream.geometry_name]
    return {"FID": free_name("fid", attributes), "GEOMETRY_NAME": free_name("geom", attributes)}


def _geo_schema(schema: pa.Schema, stream: PolygonStream) -> pa.Schema:
    crs = stream.crs.to_json_dict() if stream.crs is not None else None
    column: dict[str, Any] = {"encoding": "WKB", "geometry_types": [], "crs": crs}
    geo = {"version": "1.1.0", "primary_column": stream.geometry_name, "columns": {stream.geometry_name: column}}
    plain = [pa.field(field.name, field.type, field.nullable) for field in schema]
    return pa.schema(plain, metadata={"geo": json.dumps(geo)})


def _no_rows(stream: PolygonStream) -> pa.RecordBatch:
    """Return a batch without rows, for files that have none."""
    names = [*stream.columns, stream.geometry_name]
    types = [pa.string()] * len(stream.columns) + [pa.binary()]
    return pa.RecordBatch.from_arrays([pa.array([], kind) for kind in types], names=names)


def with_column(table: pa.RecordBatch, field: pa.Field, values: Any) -> pa.RecordBatch:
    """Return the batch with a column at its end, in place of one of that name."""
    position = table.schema.get_field_index(field.name)
    if position >= 0:
        table = _without(table, position)
    arrays = [*table.columns, pa.array(values, field.type)]
    return pa.RecordBatch.from_arrays(arrays, schema=table.schema.append(field))


def _renamed(table: pa.RecordBatch, names: list[str]) -> pa.RecordBatch:
    if table.schema.names == names:
        return table
    fields = [field.with_name(name) for field, name in zip(table.schema, names, strict=True)]
    return pa.RecordBatch.from_arrays(table.columns, schema=pa.schema(fields, table.schema.metadata))


def _without(table: pa.RecordBatch, position: int) -> pa.RecordBatch:
    arrays = [column for i, column in enumerate(table.columns) if i != position]
    return pa.RecordBatch.from_arrays(arrays, schema=table.schema.remove(position))
