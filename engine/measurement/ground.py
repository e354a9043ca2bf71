"""The ground that polygons are counted on: areas, rasters, or both where they meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from engine.geo.grid import Grid
from engine.geo.measure import measures
from engine.geo.polygons import polygon_parts, transform_polygons
from engine.geo.raster_names import is_named

_PIECES_PER_SIDE = 32  # straight lines of one coordinate system are curved in another


@dataclass(frozen=True)
class GroundRaster:
    """A raster that ground is asked of: where it lies, and its own grid."""

    path: Path
    grid: Grid


@dataclass(frozen=True, eq=False)
class Ground:
    """Where polygons are counted.

    Attributes:
        shape: all ground as one (multi)polygon in `crs`; None where only rasters without a place are known.
        crs: None where nothing has one.
        total_m2: None where it is not known.
        rasters: outlines in `crs` and the ground on each in m², by path.
        is_on_pixels: whether there are rasters and none of them has a coordinate system.
    """

    shape: Any | None
    crs: pyproj.CRS | None
    total_m2: float | None
    rasters: dict[Path, tuple[Any, float]]
    is_on_pixels: bool = False

    def contains(self, polygons: NDArray[np.object_], crs: pyproj.CRS | None) -> NDArray[np.bool_]:
        """Tell which polygons count: those with a point in their middle on the ground, all where none is known."""
        if self.shape is None:
            return np.ones(len(polygons), bool)
        return _contains(self.shape, self._points(polygons, crs))

    def raster_of(self, polygons: NDArray[np.object_], crs: pyproj.CRS | None) -> NDArray[np.object_]:
        """Return the name of the first raster below a point in the middle of each polygon, "" where there is none."""
        points = self._points(polygons, crs)
        names = np.full(len(polygons), "", object)
        for path, (outline, _) in reversed(self.rasters.items()):
            names[_contains(outline, points)] = path.name
        return names

    def on_raster_m2(self, name: str) -> float | None:
        """Return the ground on the raster that footprints call by this name; None where it is not known."""
        found = [m2 for path, (_, m2) in self.rasters.items() if is_named(path, name)]
        return found[0] if found else None

    def _points(self, polygons: NDArray[np.object_], crs: pyproj.CRS | None) -> NDArray[np.object_]:
        points = shapely.point_on_surface(polygons)
        return points if crs is None or self.crs is None else transform_polygons(points, crs, self.crs)


def ground_of(
    rasters: Sequence[GroundRaster], areas: NDArray[np.object_] | None, areas_crs: pyproj.CRS | None
) -> Ground:
    """Return the ground of areas, of rasters, or of areas as far as they lie on rasters; overlaps count once."""
    placed = [raster for raster in rasters if raster.grid.crs is not None]
    crs = areas_crs if areas is not None else placed[0].grid.crs if placed else None
    area = None if areas is None else shapely.union_all(areas)
    outlines = {}
    for raster in placed:
        outline = _outline_in(raster.grid, crs)
        outlines[raster.path] = outline if area is None else shapely.intersection(area, outline)
    shape = area
    if outlines:
        shape = shapely.union_all(list(outlines.values()))
    has_unplaced = len(placed) < len(rasters)
    total = None if shape is None or has_unplaced else ground_m2(shape, crs)
    on_rasters = {path: (outline, ground_m2(outline, crs) or 0.0) for path, outline in outlines.items()}
    return Ground(shape, crs, total, on_rasters, is_on_pixels=has_unplaced and not placed)


def ground_m2(shape: Any, crs: pyproj.CRS | None) -> float | None:
    """Return the size of a geometry on the ellipsoid; None where that is not known."""
    parts, _ = polygon_parts([shape])
    if crs is None:
        return None
    return float(measures(parts, crs)[:, 0].sum())


def _outline_in(grid: Grid, crs: pyproj.CRS | None) -> Any:
    outline = grid.outline
    longest = max(np.ptp(outline.bounds[::2]), np.ptp(outline.bounds[1::2]))
    fine = shapely.segmentize(outline, longest / _PIECES_PER_SIDE)
    if grid.crs is None or crs is None:
        return outline
    return shapely.make_valid(transform_polygons(np.array([fine], object), grid.crs, crs)[0])


def _contains(shape: Any, points: NDArray[np.object_]) -> NDArray[np.bool_]:
    shapely.prepare(shape)
    found: NDArray[np.bool_] = shapely.intersects(shape, points)
    return found
