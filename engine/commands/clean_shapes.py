"""`deepseg clean-shapes`: simpler, smoother outlines with right angles, and all that was known of the polygons."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute
import pyproj
import shapely
from numpy.typing import NDArray

from engine.domain.clean_shapes_settings import CleanShapesSettings, ShapeChanges
from engine.errors import AreaError, CrsError, OutputError
from engine.events import Reporter
from engine.geo.footprint_layout import MEASURE_COLUMNS
from engine.geo.geometry_kinds import GeometryKinds, are_polygons
from engine.geo.geometry_store import GeometryStore
from engine.geo.grid import parse_crs
from engine.geo.measure import measures
from engine.geo.polygon_stream import (
    PolygonBatch,
    PolygonStream,
    check_stream_output,
    open_polygon_stream,
    write_polygon_stream,
)
from engine.geo.vector import read_polygons, transform_polygons
from engine.shaping.clean import clean_shapes as cleaned
from engine.shaping.neighborhoods import (
    MOST_ALONG_LINES,
    around,
    beside,
    is_heap,
    neighborhoods,
)
from engine.shaping.plane import metres_per_unit
from engine.stop import StopFlag
from engine.whole_file import check_no_input

_STAGE = "clean"
_BATCH = 20_000  # polygons read or written in one go
_DECIMALS = {"orientation_deg": 1}  # others have three
_FAR = 1e12  # map units: no place has such coordinates, and squares of them lose all digits
_MOST_PASSES = 8  # over polygons along lines that divide the layer; a million need three
_TURN = 0.6  # radians, from pass to pass: what a line has divided, the next one may not
_MOST_SHIFT_M = 10.0  # farther than any wall moves that nobody gave a shift for


@dataclass
class _Tally:
    n_read: int = 0
    n_no_polygon: int = 0
    n_repaired: int = 0
    n_heaped: int = 0
    n_held: int = 0
    has_parts: bool = False
    is_changed: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, bool))
    stays: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, bool))  # is there at the end


def clean_shapes(settings: CleanShapesSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Write the polygons with clean outlines to `settings.output`.

    Raises:
        VectorOpenError: the polygons, or those of the area, cannot be read, or there is none among the rows.
        AreaError: the area holds no polygon.
        CrsError: polygons and area cannot be brought together.
        OutputError: the output cannot be written, or is what is read.
        Stopped: when `stop` was requested; no file is left behind.
    """
    check_stream_output(settings.output)
    reporter.stage(_STAGE, settings.polygons)
    layer = open_polygon_stream(settings.polygons)
    check_no_input(settings.output, layer.path)
    crs = layer.crs or (parse_crs(settings.crs) if settings.crs else None)
    layer = replace(layer, crs=crs)
    area = None if settings.inside is None else _area(settings.inside, layer)
    with GeometryStore(_folder_of(settings.output), layer.n_rows) as store:
        work = _Work(settings, layer, store, area, reporter, stop)
        work.read()
        work.clean()
        work.write()
    work.tell()


class _Work:
    """The three ways through a layer: put the polygons by, clean them where they stand, write them with the rest."""

    def __init__(
        self,
        settings: CleanShapesSettings,
        layer: PolygonStream,
        store: GeometryStore,
        area: Any,
        reporter: Reporter,
        stop: StopFlag,
    ) -> None:
        self._settings, self._layer, self._store, self._area = settings, layer, store, area
        self._reporter, self._stop = reporter, stop
        self._bounds = np.full((layer.n_rows, 4), np.nan)
        self._tally = _Tally(is_changed=np.zeros(layer.n_rows, bool), stays=np.zeros(layer.n_rows, bool))

    def read(self) -> None:
        """Put the polygons by.

        Raises:
            VectorOpenError: there are rows, and no polygon among them.
        """
        kinds = GeometryKinds()
        for batch in self._layer.batches(_BATCH):
            rows = np.arange(self._tally.n_read, self._tally.n_read + len(batch))
            kinds.add(batch.polygons)
            is_polygon = are_polygons(batch.polygons)
            xy, owners = shapely.get_coordinates(batch.polygons, return_index=True)
            is_polygon[owners[~(np.abs(xy) < _FAR).all(axis=1)]] = False  # NaN as well
            polygons = batch.polygons.copy()
            polygons[~is_polygon] = None
            self._store.put(rows, polygons)
            self._bounds[rows] = shapely.bounds(polygons)
            self._tally.n_read += len(batch)
            self._tally.n_no_polygon += int((~is_polygon).sum())
            self._stop.check()
        kinds.check(self._layer.source)

    def clean(self) -> None:
        """Clean the polygons, neighborhood by neighborhood; then the walls between these, and what an area cuts off."""
        changes, numbers = self._settings.changes, np.zeros((self._layer.n_rows, 0), np.int64)
        hoods = list(neighborhoods(self._bounds))
        is_divided = len(hoods) > 1
        rows, numbers = self._pass(hoods, numbers, changes, None if is_divided else self._area)
        moves = replace(changes, fill_holes_m2=0.0, min_area_m2=0.0)
        while len(rows) and changes.moves_outlines and numbers.shape[1] < _MOST_PASSES:
            bounds = np.full_like(self._bounds, np.nan)
            bounds[rows] = self._bounds[rows]
            hoods = list(neighborhoods(bounds, MOST_ALONG_LINES, turn=_TURN * numbers.shape[1]))
            rows, numbers = self._pass(hoods, numbers, moves, None)
        self._tally.n_held = len(rows) if changes.moves_outlines else 0
        if is_divided and self._area is not None:
            self._cut_off()

    def _pass(
        self, hoods: list[NDArray[np.int64]], numbers: NDArray[np.int64], changes: ShapeChanges, area: Any
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Clean neighborhoods one by one; return rows with walls between them, and the numbers to know these walls by.

        Args:
            hoods: the rows of each: all polygons the first time, then those along lines that divided them.
            numbers: int (n, k), the neighborhood that each polygon was in, of every pass before.
            changes: what to do.
            area: outside of which nothing is kept.
        """
        is_first, done = not numbers.shape[1], 0
        number_of = np.full(self._layer.n_rows, -1, np.int64)
        for number, rows in enumerate(hoods):
            nearby = around if is_first else beside
            others = nearby(self._bounds, rows, self._margin())
            apart = changes.moves_outlines and is_heap(self._bounds, rows, others)
            if is_first:
                self._clean(rows, others[:0] if apart else others, changes, area, apart, None)
                self._tally.n_heaped += len(rows) if apart else 0
                done += len(rows)
                self._reporter.progress(_STAGE, done, self._layer.n_rows, "polygon")
            elif not apart:
                self._clean(rows, others, changes, area, False, numbers)
            number_of[rows] = -1 if apart else number
            self._stop.check()
        along = [_between(self._bounds, rows, number_of, numbers) for rows in hoods]
        return np.concatenate([np.zeros(0, np.int64), *along]), np.column_stack([numbers, number_of])

    def _clean(
        self,
        rows: NDArray[np.int64],
        others: NDArray[np.int64],
        changes: ShapeChanges,
        area: Any,
        apart: bool,
        between: NDArray[np.int64] | None,
    ) -> None:
        own = self._store.get(rows)
        frame = self._store.get(others)
        found = cleaned(
            np.concatenate([own, frame]),
            changes,
            crs=self._layer.crs,
            fixed=np.repeat([False, True], [len(rows), len(others)]),
            area=area,
            apart=apart,
            between=None if between is None else between[np.concatenate([rows, others])],
        )
        if between is None:
            self._tally.n_repaired += int((~shapely.is_valid(own)).sum())
        self._keep(rows, own, found.shapes[: len(rows)])

    def _keep(self, rows: NDArray[np.int64], before: NDArray[np.object_], shapes: NDArray[np.object_]) -> None:
        self._tally.has_parts |= bool((shapely.get_type_id(shapes) == shapely.GeometryType.MULTIPOLYGON).any())
        self._tally.stays[rows] = ~shapely.is_missing(shapes)
        self._tally.is_changed[rows] |= ~shapely.equals_exact(shapes, before)
        self._store.put(rows, shapes)

    def _cut_off(self) -> None:
        """Cut off what lies outside the area, now that all walls have been changed."""
        changes = ShapeChanges(min_area_m2=self._settings.changes.min_area_m2)
        rows = np.flatnonzero(self._tally.stays)
        for some in np.array_split(rows, len(rows) // _BATCH + 1):
            own = self._store.get(some)
            self._keep(some, own, cleaned(own, changes, crs=self._layer.crs, area=self._area, apart=True).shapes)
            self._stop.check()

    def _margin(self) -> float:
        """Return in map units how far outlines may come to each other."""
        changes = self._settings.changes
        shift = 4 * changes.wall_shift_m if changes.wall_shift_m else _MOST_SHIFT_M
        far = changes.simplify_m + changes.smooth_m + (shift if changes.right_angles else 0.0)
        middle = np.nanmean(self._bounds.reshape(-1, 2), axis=0)[None]
        return float(2 * far / metres_per_unit(self._layer.crs, middle).min())

    def write(self) -> None:
        """Write the polygons, with all their attributes and measured anew where they carry measures."""
        kind = "MultiPolygon" if self._tally.has_parts else "Polygon"
        tables = self._tables()
        with closing(tables):
            write_polygon_stream(self._settings.output, replace(self._layer, geometry_type=kind), tables)

    def _tables(self) -> Generator[pa.RecordBatch, None, None]:
        first = 0
        for batch in self._layer.batches(_BATCH):
            self._stop.check()
            rows = np.arange(first, first + len(batch))
            yield self._table(batch, rows)
            first += len(batch)

    def _table(self, batch: PolygonBatch, rows: NDArray[np.int64]) -> pa.RecordBatch:
        shapes = self._store.get(rows)
        stays = ~shapely.is_missing(shapes)
        table, shapes = batch.table.filter(pa.array(stays)), shapes[stays]
        if self._tally.has_parts:
            single = shapely.get_type_id(shapes) == shapely.GeometryType.POLYGON
            shapes[single] = shapely.multipolygons(shapes[single][:, None])
        table = _with_values(table, self._layer.geometry_name, pa.array(shapely.to_wkb(shapes).tolist(), pa.binary()))
        return _measured_anew(table, shapes, self._tally.is_changed[rows][stays], self._layer.crs)

    def tell(self) -> None:
        """Say what was done."""
        tally, output = self._tally, self._settings.output
        name = self._settings.polygons
        if tally.n_no_polygon:
            self._reporter.warning(
                "no_polygon", f"{tally.n_no_polygon} of {tally.n_read} rows of {name} hold no polygon and are left out"
            )
        if tally.n_repaired:
            self._reporter.warning(
                "polygons_repaired",
                f"{tally.n_repaired} of {tally.n_read} outlines crossed themselves and were repaired",
            )
        if tally.n_heaped:
            self._reporter.warning(
                "heap",
                f"{tally.n_heaped} of {tally.n_read} outlines lie over so many others that each was cleaned by itself",
                hint="Common walls were not looked for there. Are polygons in the layer twice, or of many runs?",
            )
        if tally.n_held:
            self._reporter.warning(
                "walls_held",
                f"some common walls of {tally.n_held} of {tally.n_read} polygons stayed as they were: "
                "too many polygons hang together",
                hint="Divide the layer into parts, if that matters.",
            )
        if self._layer.crs is None:
            self._reporter.warning(
                "pixel_coordinates",
                f"{name} has no coordinate system: what was asked in metres was counted in its own units",
                hint="If you know it, give the coordinate system with --crs.",
            )
        n, n_changed = int(tally.stays.sum()), int((tally.is_changed & tally.stays).sum())
        n_dropped = tally.n_read - tally.n_no_polygon - n
        self._reporter.artifact("clean_shapes", output)
        text = f"{n} polygon{'' if n == 1 else 's'} in {output}: {n_changed} changed, {n_dropped} dropped"
        counts = {"n": n, "n_changed": n_changed, "n_dropped": n_dropped, "n_repaired": tally.n_repaired}
        self._reporter.result({**counts, "output": output, "text": text})


def _between(
    bounds: NDArray[np.float64], rows: NDArray[np.int64], number_of: NDArray[np.int64], numbers: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return those of the rows of a neighborhood that may have a wall in common with one that was never in theirs.

    Args:
        bounds: float (n, 4) of all polygons.
        rows: of the neighborhood.
        number_of: int (n,), the neighborhood of each in this pass, -1 for those that take no part.
        numbers: int (n, k), the same of the passes before.
    """
    there = around(bounds, rows, 0.0)
    there = there[number_of[there] >= 0]
    own = rows[number_of[rows] >= 0]
    if not len(there) or not len(own):
        return own[:0]
    one, other = shapely.STRtree(shapely.box(*bounds[there].T)).query(shapely.box(*bounds[own].T))
    one, other = own[one], there[other]
    is_new = (numbers[one] != numbers[other]).all(axis=1)
    return np.unique(one[is_new])


def _folder_of(path: Path) -> Path:
    """Return the folder of a file to write, which is made."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        raise OutputError(
            f"cannot write {path}: {err.strerror or err}", hint="Choose a folder that you may write to."
        ) from err
    return path.parent


def _area(source: str, layer: PolygonStream) -> Any:
    """Return the area's polygons as one, in the CRS of the layer."""
    table = read_polygons(source)
    if not len(table.polygons):
        raise AreaError(f"{table.name} holds no polygon", hint="Draw the area that polygons shall stay inside of.")
    polygons = table.polygons
    if table.crs is not None and layer.crs is not None:
        polygons = transform_polygons(polygons, table.crs, layer.crs)
    elif (table.crs is None) != (layer.crs is None):
        placed, unplaced = (table.name, layer.name) if layer.crs is None else (layer.name, table.name)
        raise CrsError(
            f"{unplaced} has no coordinate system and {placed} has one",
            hint="Set the layer's coordinate system in QGIS and save it.",
        )
    return shapely.union_all(polygons)


def _with_values(table: pa.RecordBatch, name: str, values: pa.Array) -> pa.RecordBatch:
    """Return the batch with other values in one of its columns, which keeps its place."""
    position = table.schema.get_field_index(name)
    arrays = [values if i == position else column for i, column in enumerate(table.columns)]
    kind = table.schema.field(position).with_type(values.type)
    return pa.RecordBatch.from_arrays(arrays, schema=table.schema.set(position, kind))


def _measured_anew(
    table: pa.RecordBatch, shapes: NDArray[np.object_], is_changed: NDArray[np.bool_], crs: pyproj.CRS | None
) -> pa.RecordBatch:
    """Return the batch with new measures of polygons that have changed, in columns that DeepSeg writes."""
    names = [
        name
        for name in MEASURE_COLUMNS
        if name in table.schema.names and pa.types.is_floating(table.schema.field(name).type)
    ]
    if not names or not is_changed.any():
        return table
    found = _measures(shapes[is_changed], crs)
    for name in names:
        values = table.column(name).to_numpy(zero_copy_only=False).astype(np.float64)
        values[is_changed] = np.round(found[:, MEASURE_COLUMNS.index(name)], _DECIMALS.get(name, 3))
        column = pa.array(values, mask=np.isnan(values)).cast(table.schema.field(name).type)
        table = _with_values(table, name, column)
    return table


def _measures(shapes: NDArray[np.object_], crs: pyproj.CRS | None) -> NDArray[np.float64]:
    """Return the measures of (multi)polygons (n, 5): surface and edge of all parts, the rectangle around them all."""
    parts, rows = shapely.get_parts(shapes, return_index=True)
    of_parts = measures(parts, crs)
    found = np.column_stack([np.bincount(rows, each, len(shapes)) for each in of_parts.T]).astype(np.float64)
    many = np.flatnonzero(np.bincount(rows, minlength=len(shapes)) > 1)
    found[many, 2:] = measures(shapely.convex_hull(shapes[many]), crs)[:, 2:]
    return found
