"""From the coordinates of a vector file to the pixels of each raster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from engine.data.owners import Owned
from engine.errors import CrsError
from engine.events import Reporter
from engine.geo.grid import Grid, crs_name
from engine.geo.polygons import clean_polygons, transform_polygons
from engine.geo.raster import Raster


@dataclass(frozen=True, eq=False)
class Placed:
    """What lies on one raster: `polygons` Polygon (n,) in pixel coordinates, `numbers` int (n,) in the input."""

    polygons: NDArray[np.object_]
    numbers: NDArray[np.intp]


def place_on_rasters(
    polygons: NDArray[np.object_],
    crs: pyproj.CRS | None,
    rasters: Sequence[Raster],
    *,
    owned: Owned,
    file: str,
    reporter: Reporter,
) -> list[Placed]:
    """Return, for each raster, the polygons with ground in common with it, in pixel coordinates of its own grid.

    Args:
        polygons: Polygon (n,) in `crs`.
        crs: None where the file does not say; then it is taken to be the raster's.
        rasters: where the polygons may lie; one may lie on several.
        owned: which may lie on which.
        file: how messages call the file.
        reporter: is told what is assumed.

    Raises:
        CrsError: when the file has a CRS and a raster with a place on the map has none.
    """
    some_have_crs = any(raster.native_grid.crs_wkt for raster in rasters)
    by_crs: dict[str | None, tuple[NDArray[np.object_], shapely.STRtree]] = {}
    placed, assumed = [], []
    for raster, may_lie in zip(rasters, owned.on, strict=True):
        grid = raster.native_grid
        if grid.crs is None and crs is not None:
            if some_have_crs and grid.has_pixel_coordinates:
                reporter.warning(
                    "raster_without_georeference",
                    f"{raster.name} has no place on the map, so nothing of {file} lies on it",
                    hint="Label it in a file of its own, in its pixel coordinates.",
                )
                placed.append(Placed(polygons[:0], np.zeros(0, np.intp)))
                continue
            _check_has_crs(raster, crs, file)
        if grid.crs is not None and crs is None:
            assumed.append(raster.name)
        if grid.crs_wkt not in by_crs:
            same = grid.crs is None or crs is None
            in_crs = polygons if same else transform_polygons(polygons, crs, grid.crs)  # type: ignore[arg-type]
            by_crs[grid.crs_wkt] = in_crs, shapely.STRtree(in_crs)
        placed.append(_on_grid(*by_crs[grid.crs_wkt], grid, may_lie))
    if assumed:
        reporter.warning(
            "crs_assumed",
            f"{file} does not state its coordinate system; that of {assumed[0]} is assumed",
            hint="Set the layer's coordinate system in QGIS and save it, or give --crs.",
        )
    return placed


def _check_has_crs(raster: Raster, crs: pyproj.CRS, file: str) -> None:
    if not raster.native_grid.has_pixel_coordinates:
        raise CrsError(
            f"{raster.name} has a place on the map but does not say in which coordinate system, "
            f"while {file} is in {crs_name(crs)}",
            hint="Name the raster's coordinate system, such as --crs EPSG:31370.",
        )


def _on_grid(polygons: NDArray[np.object_], tree: shapely.STRtree, grid: Grid, may_lie: NDArray[np.bool_]) -> Placed:
    outline = grid.outline
    numbers = np.sort(tree.query(outline, predicate="intersects"))
    numbers = numbers[may_lie[numbers]]
    shapely.prepare(outline)
    numbers = numbers[~shapely.touches(outline, polygons[numbers])]
    # A millionth of a pixel is the noise of projections; without it, straight edges stay on whole pixels.
    return _valid(shapely.transform(grid.to_pixels(polygons[numbers]), lambda xy: np.round(xy, 6) + 0.0), numbers)


def _valid(polygons: NDArray[np.object_], numbers: NDArray[np.intp]) -> Placed:
    """Return the polygons, those that another projection broke repaired, and of several pieces the largest."""
    if shapely.is_valid(polygons).all():
        return Placed(polygons, numbers)
    clean = clean_polygons(polygons)
    largest_first = np.argsort(-shapely.area(clean.polygons), kind="stable")
    _, first = np.unique(clean.sources[largest_first], return_index=True)
    kept = largest_first[first]
    return Placed(clean.polygons[kept], numbers[clean.sources[kept]])


def extents(polygons: Any, crs: pyproj.CRS | None, rasters: Sequence[Raster], *, word: str) -> str:
    """Return where the polygons and the rasters lie, as one half sentence, in the first raster's CRS if possible."""
    grid = rasters[0].native_grid
    together = [raster.native_grid for raster in rasters if raster.native_grid.crs_wkt == grid.crs_wkt]
    raster_bounds = shapely.total_bounds([each.outline for each in together])
    own = shapely.total_bounds(polygons)
    where = f"the {word} reach from {_corners(own)}" + (f" in {crs_name(crs)}" if crs else "")
    if crs is not None and grid.crs is not None and not crs.equals(grid.crs, ignore_axis_order=True):
        there = shapely.total_bounds(transform_polygons(np.asarray([shapely.box(*own)]), crs, grid.crs))
        where += f", that is from {_corners(there)} in {crs_name(grid.crs)}"
    noun = "the raster reaches" if len(together) == 1 else "the rasters reach"
    place = f" in {crs_name(grid.crs)}" if grid.crs else " in pixel coordinates" if grid.has_pixel_coordinates else ""
    return f"{where}; {noun} from {_corners(raster_bounds)}{place}"


def raster_names(rasters: Sequence[Raster]) -> str:
    """Return the names of the rasters, the first three and how many more."""
    names = ", ".join(raster.name for raster in rasters[:3])
    return names if len(rasters) <= 3 else f"{names} and {len(rasters) - 3} more"


def _corners(bounds: NDArray[np.float64]) -> str:
    x_min, y_min, x_max, y_max = (f"{value:.7g}" if abs(value) < 1000 else f"{value:.1f}" for value in bounds)
    return f"({x_min}, {y_min}) to ({x_max}, {y_max})"
