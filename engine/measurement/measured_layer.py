"""Batches of polygons with their measures: what was known of them stays, what is measured is added."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyproj
import shapely
from numpy.typing import NDArray

from engine.geo.geometry_kinds import GeometryKinds, are_polygons
from engine.geo.polygon_stream import PolygonBatch, with_column
from engine.geo.raster_names import distinct_names, named_rasters
from engine.measurement.measured_bands import MeasuredBands
from engine.measurement.measured_raster import MeasuredRaster
from engine.measurement.shape_values import COUNTS, shape_columns, shape_values

PIXELS, COVERAGE, MEASURED_RASTER = "raster_pixels", "raster_coverage", "measured_raster"
RASTER_FIELD = "raster"
_ENOUGH = 1 - 1e-6  # of a polygon: no other raster covers more
_DECIMALS = 6


@dataclass
class Tallied:
    """What happened to the rows."""

    kinds: GeometryKinds = field(default_factory=GeometryKinds)
    n_repaired: int = 0
    n_outside: int = 0

    @property
    def n(self) -> int:
        """Return how many polygons were measured."""
        return self.kinds.n_rows - self.kinds.n_no_polygon


class MeasuredLayer:
    """Adds the measures to batches of one layer.

    Args:
        crs: of the polygons; None where they are in pixel coordinates.
        rasters: whose pixels are measured; may be none.
        bands: which of them, None without rasters.
        step: hears how many polygons were done on a raster each time.
    """

    def __init__(
        self,
        crs: pyproj.CRS | None,
        rasters: Sequence[MeasuredRaster],
        bands: MeasuredBands | None,
        step: Callable[[int], None],
    ) -> None:
        self._crs, self._rasters, self._bands, self._step = crs, list(rasters), bands, step
        paths = [raster.path for raster in rasters]
        self._names = dict(zip(paths, distinct_names(paths), strict=True))
        self.tallied = Tallied()
        self.columns = (*shape_columns(crs), *self._pixel_columns())

    def measured(self, batch: PolygonBatch) -> pa.RecordBatch:
        """Return the rows with their measures; a column that has the name of a measure is measured anew."""
        polygons = self._clean(batch.polygons)
        found: dict[str, NDArray[np.generic]] = dict(shape_values(polygons, self._crs))
        if self._bands is not None:
            found |= self._on_rasters(polygons, _raster_names(batch))
        table = batch.table
        there = {name.lower(): name for name in table.schema.names}
        for name in self.columns:
            kind = pa.string() if name == MEASURED_RASTER else pa.int32() if name in COUNTS else pa.float64()
            column = pa.field(there.get(name.lower(), name), kind)  # databases know no case
            table = with_column(table, column, _column(found[name], kind))
        return table

    def _clean(self, geometries: NDArray[np.object_]) -> NDArray[np.object_]:
        """Return what is measured of each: a valid (multi)polygon, empty where there is none."""
        polygons = np.full(len(geometries), shapely.Polygon(), object)
        is_polygon = are_polygons(geometries)
        polygons[is_polygon] = shapely.force_2d(geometries[is_polygon])
        is_broken = ~shapely.is_valid(polygons)
        if is_broken.any():
            polygons[is_broken] = shapely.make_valid(polygons[is_broken], method="structure", keep_collapsed=False)
        self.tallied.kinds.add(geometries)
        self.tallied.n_repaired += int(is_broken.sum())
        return polygons

    def _on_rasters(
        self, polygons: NDArray[np.object_], names: NDArray[np.object_] | None
    ) -> dict[str, NDArray[np.generic]]:
        """Return the columns from pixels: of the raster that a polygon names, else of the one that covers it most."""
        assert self._bands is not None
        best = self._bands.unknown(len(polygons))
        coverage = np.zeros(len(polygons))
        chosen = np.full(len(polygons), None, object)
        for raster, may in self._allowed(names, len(polygons)):
            numbers = np.flatnonzero(may & (coverage < _ENOUGH))
            numbers = numbers[raster.near(polygons[numbers])]
            if not len(numbers):
                continue
            there = raster.in_pixels(polygons[numbers])
            with raster.opened() as opened:
                values = opened.measure(there, self._step)
            with np.errstate(divide="ignore", invalid="ignore"):
                share = np.nan_to_num(values.bands.pixels / shapely.area(there))
            better = np.flatnonzero(share > coverage[numbers])
            best.put(numbers[better], values.take(better))
            coverage[numbers[better]] = share[better]
            chosen[numbers[better]] = self._names[raster.path]
        is_polygon = ~shapely.is_empty(polygons)
        self.tallied.n_outside += int((is_polygon & (coverage == 0)).sum())
        pixels = np.where(is_polygon, np.round(best.bands.pixels, _DECIMALS), np.nan)
        shares = np.where(is_polygon, np.round(np.minimum(coverage, 1), _DECIMALS), np.nan)
        return {MEASURED_RASTER: chosen, PIXELS: pixels, COVERAGE: shares, **dict(self._bands.columns(best))}

    def _allowed(self, names: NDArray[np.object_] | None, n: int) -> Iterator[tuple[MeasuredRaster, NDArray[np.bool_]]]:
        """Yield each raster, and which polygons may be measured on it."""
        if names is None:
            yield from ((raster, np.ones(n, bool)) for raster in self._rasters)
            return
        means = named_rasters([each.path for each in self._rasters], names)
        is_free = ~np.any(means, axis=0)
        for raster, named in zip(self._rasters, means, strict=True):
            yield raster, named | is_free

    def _pixel_columns(self) -> list[str]:
        if self._bands is None:
            return []
        own = [name for name, _ in self._bands.columns(self._bands.unknown(0))]
        return [*([MEASURED_RASTER] if len(self._rasters) > 1 else []), PIXELS, COVERAGE, *own]


def _raster_names(batch: PolygonBatch) -> NDArray[np.object_] | None:
    if RASTER_FIELD not in batch.table.schema.names:
        return None
    return np.array([str(name or "") for name in batch.column(RASTER_FIELD)], object)


def _column(values: NDArray[np.generic], kind: pa.DataType) -> pa.Array:
    if pa.types.is_string(kind):
        return pa.array(values.tolist(), kind)
    unknown = np.isnan(values.astype(np.float64))
    numbers = np.where(unknown, 0, values).astype(np.int32) if pa.types.is_integer(kind) else values
    return pa.array(numbers, kind, mask=unknown)
