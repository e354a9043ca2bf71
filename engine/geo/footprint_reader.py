"""Reads what is known of each footprint of a file, batch by batch, however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from engine.geo.measure import measures
from engine.geo.polygon_stream import PolygonBatch, open_polygon_stream

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
    stream = open_polygon_stream(source)
    category = _CATEGORY if category_field is None else stream.field(category_field)
    columns = [name for name in (category, _RASTER, _AREA) if name in stream.columns]
    for batch in stream.batches(_BATCH, columns):
        yield _batch(batch, stream.crs, category)


def _batch(batch: PolygonBatch, crs: pyproj.CRS | None, category: str) -> FootprintBatch:
    polygons = batch.polygons
    is_polygon = np.isin(shapely.get_type_id(polygons), (3, 6)) & ~shapely.is_empty(polygons)
    columns = {
        name: batch.table.column(name).to_numpy(zero_copy_only=False)[is_polygon]
        for name in (category, _RASTER, _AREA)
        if name in batch.table.schema.names
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
