"""Which raster shows a polygon: the one that it names, else the one that shows most of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from engine.errors import CrsError
from engine.events import Reporter
from engine.geo.grid import Grid, crs_name
from engine.geo.polygon_stream import PolygonBatch, PolygonStream
from engine.geo.polygons import clean_polygons, transform_polygons
from engine.geo.raster import Raster
from engine.geo.raster_names import named_rasters

NAME_FIELD = "raster"  # where footprints say on which raster they were found


@dataclass(frozen=True, eq=False)
class Chosen:
    """For each row of a batch: `rasters` int (n,), -1 where none shows it, and `polygons` in that raster's pixels."""

    rasters: NDArray[np.int64]
    polygons: NDArray[np.object_]


class RasterChoice:
    """Lays the polygons of one file on one of several rasters each."""

    def __init__(self, rasters: Sequence[Raster], stream: PolygonStream, *, reporter: Reporter) -> None:
        """Take the rasters and the file.

        Raises:
            CrsError: the file has a CRS and a raster with a place on the map does not say in which.
        """
        self._grids = [raster.native_grid for raster in rasters]
        self._paths = [raster.path for raster in rasters]
        self._crs = stream.crs
        self._name_field = NAME_FIELD if NAME_FIELD in stream.columns else None
        self._check(rasters, stream, reporter)

    def place(self, batch: PolygonBatch) -> Chosen:
        """Return where the rows of a batch lie; rows without a polygon lie nowhere."""
        polygons = polygons_only(batch.polygons)
        in_crs: dict[str | None, NDArray[np.object_]] = {}
        laid = np.empty((len(self._grids), len(batch)), object)
        shares = np.zeros((len(self._grids), len(batch)))
        for number, grid in enumerate(self._grids):
            if grid.crs_wkt not in in_crs:
                in_crs[grid.crs_wkt] = self._in_crs(polygons, grid.crs)
            laid[number] = grid.to_pixels(in_crs[grid.crs_wkt])
            shares[number] = _shares(laid[number], grid)
        chosen = self._chosen(shares, batch)
        columns = np.arange(len(batch))
        is_shown = shares[chosen, columns] > 0
        return Chosen(np.where(is_shown, chosen, -1), laid[chosen, columns])

    def _chosen(self, shares: NDArray[np.float64], batch: PolygonBatch) -> NDArray[np.int64]:
        """Return the raster of each row; what lies on another raster without a place loses its share of the others."""
        if self._name_field is None:
            return np.argmax(shares, axis=0)
        names = batch.column(self._name_field)
        is_meant = named_rasters(self._paths, names)
        has_name = np.array([bool(name) for name in names], bool)
        for number, grid in enumerate(self._grids):
            if grid.has_pixel_coordinates:  # all such rasters lie on one another
                shares[number, has_name & ~is_meant[number]] = 0.0
        return np.argmax(shares + np.where(is_meant & (shares > 0), 2.0, 0.0), axis=0)

    def _in_crs(self, polygons: NDArray[np.object_], crs: pyproj.CRS | None) -> NDArray[np.object_]:
        return polygons if crs is None or self._crs is None else transform_polygons(polygons, self._crs, crs)

    def _check(self, rasters: Sequence[Raster], stream: PolygonStream, reporter: Reporter) -> None:
        placeless = [raster for raster in rasters if raster.native_grid.crs is None]
        if self._crs is not None and placeless:
            # GDAL calls every GeoJSON longitude and latitude, that of pixel coordinates as well.
            if not placeless[0].native_grid.has_pixel_coordinates:
                raise CrsError(
                    f"{placeless[0].name} has a place on the map but does not say in which coordinate system, "
                    f"while {stream.name} is in {crs_name(self._crs)}",
                    hint="Name the raster's coordinate system, such as --crs EPSG:31370.",
                )
            if len(placeless) < len(rasters):
                raise CrsError(
                    f"{placeless[0].name} has no place on the map, so nothing of {stream.name} lies on it",
                    hint="Leave it out, or use polygons in its pixel coordinates and no other raster.",
                )
            self._crs = None
        elif self._crs is None and len(placeless) < len(rasters):
            reporter.warning(
                "crs_assumed",
                f"{stream.name} does not state its coordinate system; that of the raster is assumed",
                hint="Set the layer's coordinate system in QGIS and save it.",
            )


def polygons_only(geometries: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return the geometries with what is no polygon replaced by an empty one, and broken outlines repaired."""
    answer = np.empty(len(geometries), object)
    answer[:] = shapely.Polygon()
    is_plain = np.isin(shapely.get_type_id(geometries), (3, 6)) & ~shapely.is_empty(geometries)
    is_good = is_plain & shapely.is_valid(geometries)
    answer[is_good] = geometries[is_good]
    for row in np.flatnonzero(~is_good & ~shapely.is_missing(geometries)).tolist():
        parts = clean_polygons(geometries[row : row + 1]).polygons
        if len(parts):
            answer[row] = parts[0] if len(parts) == 1 else shapely.MultiPolygon(list(parts))
    return answer


def _shares(polygons: NDArray[np.object_], grid: Grid) -> NDArray[np.float64]:
    """Return how much of each polygon lies on the grid, 0 to 1; polygons (n,) are in its pixels."""
    col_min, row_min, col_max, row_max = shapely.bounds(polygons).T
    with np.errstate(invalid="ignore"):  # empty ones have NaN for bounds
        touches = (col_max > 0) & (row_max > 0) & (col_min < grid.cols) & (row_min < grid.rows)
        is_inside = (col_min >= 0) & (row_min >= 0) & (col_max <= grid.cols) & (row_max <= grid.rows)
    shares: NDArray[np.float64] = is_inside.astype(np.float64)
    cut = np.flatnonzero(touches & ~is_inside)
    if len(cut):
        valid = [polygon if polygon.is_valid else polygon.buffer(0) for polygon in polygons[cut]]
        areas = shapely.area(shapely.intersection(valid, shapely.box(0, 0, grid.cols, grid.rows)))
        shares[cut] = areas / np.maximum(shapely.area(valid), 1e-12)
    return shares
