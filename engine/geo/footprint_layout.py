"""What every file of footprints says, whatever its format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from shapely.geometry.polygon import orient

from engine.domain.category import Category
from engine.domain.footprint import Footprint
from engine.errors import CrsError, OutputError
from engine.geo.grid import Grid

MEASURE_COLUMNS = ("area_m2", "perimeter_m", "length_m", "width_m", "orientation_deg")
COLUMNS = ("category", "score", *MEASURE_COLUMNS, "raster", "model", "run_id")
_SCORE_DECIMALS = 4
_METRE_DECIMALS = 3
_DEGREE_DECIMALS = 1


@dataclass(frozen=True)
class PredictedRaster:
    """A raster that footprints come from: the name they carry, and its own grid."""

    name: str
    grid: Grid


@dataclass(frozen=True)
class FootprintLayout:
    """What is the same for all footprints of a file: their rasters, and the categories they may have.

    Raises:
        CrsError: some of the rasters have a CRS and some have none.
    """

    rasters: tuple[PredictedRaster, ...]
    categories: tuple[Category, ...]

    def __post_init__(self) -> None:
        placed = [raster.name for raster in self.rasters if raster.grid.crs_wkt]
        unplaced = [raster.name for raster in self.rasters if not raster.grid.crs_wkt]
        if placed and unplaced:
            raise CrsError(
                f"{unplaced[0]} has no coordinate system and {placed[0]} has one; they do not fit into one file",
                hint="Give the missing one with --crs, or predict them one by one.",
            )

    @property
    def crs(self) -> pyproj.CRS | None:
        """Return the first raster's CRS, which files with one CRS are written in."""
        return self.rasters[0].grid.crs

    @cached_property
    def grids(self) -> dict[str, Grid]:
        """Return each raster's grid by the name that footprints carry."""
        return {raster.name: raster.grid for raster in self.rasters}

    def polygons_in(self, crs: pyproj.CRS | None, footprints: Sequence[Footprint]) -> NDArray[np.object_]:
        """Return the footprints' polygons (n,) in `crs`, shells counterclockwise; unchanged where there is no CRS.

        Raises:
            OutputError: a polygon lies where `crs` has no coordinates.
        """
        polygons = np.empty(len(footprints), object)
        polygons[:] = [footprint.polygon for footprint in footprints]
        names = np.array([footprint.raster for footprint in footprints], object)
        for name in dict.fromkeys(names.tolist()):
            source = self.grids[name].crs
            if source is not None and crs is not None and source != crs:
                rows = names == name
                polygons[rows] = _turned(polygons[rows], source, crs, name)
        return oriented(polygons)


def _turned(polygons: NDArray[np.object_], source: pyproj.CRS, target: pyproj.CRS, raster: str) -> NDArray[np.object_]:
    turn = _turn(source, target)
    turned: NDArray[np.object_] = shapely.transform(polygons, turn)
    coordinates, owners = shapely.get_coordinates(turned, return_index=True)
    lost = owners[~np.isfinite(coordinates).all(axis=1)]
    if len(lost):
        x, y = polygons[lost[0]].exterior.coords[0]
        raise OutputError(
            f"a footprint of {raster} at {x:.2f}, {y:.2f} has no place in {target.name}",
            hint="Check the raster's CRS, or write a .gpkg of this raster alone.",
        )
    return turned


def oriented(polygons: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return polygons (n,) with shells counterclockwise and holes clockwise."""
    rings, owners = shapely.get_rings(polygons, return_index=True)
    is_shell = np.diff(owners, prepend=-1) > 0
    turns_wrong = shapely.is_ccw(rings) != is_shell
    answer = polygons.copy()
    for row in np.unique(owners[turns_wrong]).tolist():
        answer[row] = orient(polygons[row])
    return answer


def attributes(footprint: Footprint) -> dict[str, Any]:
    """Return the values of `COLUMNS`, in their order, rounded to what they are worth."""
    measures = footprint.measures
    angle = _rounded(measures.orientation_deg, _DEGREE_DECIMALS)
    return {
        "category": footprint.category,
        "score": round(float(footprint.score), _SCORE_DECIMALS),
        "area_m2": _rounded(measures.area_m2, _METRE_DECIMALS),
        "perimeter_m": _rounded(measures.perimeter_m, _METRE_DECIMALS),
        "length_m": _rounded(measures.length_m, _METRE_DECIMALS),
        "width_m": _rounded(measures.width_m, _METRE_DECIMALS),
        "orientation_deg": None if angle is None else angle % 180.0,
        "raster": footprint.raster,
        "model": footprint.model,
        "run_id": footprint.run_id,
    }


def _rounded(value: float | None, decimals: int) -> float | None:
    return None if value is None else round(float(value), decimals)


class _Turn:
    """Turns an array of x, y from one CRS into another; infinite where there is no way."""

    def __init__(self, source: pyproj.CRS, target: pyproj.CRS) -> None:
        try:
            self._transformer: pyproj.Transformer | None = pyproj.Transformer.from_crs(source, target, always_xy=True)
        except pyproj.exceptions.ProjError:  # a CRS of a building site, which lies nowhere on the globe
            self._transformer = None

    def __call__(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        if self._transformer is None:
            return np.full_like(xy, np.inf)
        return np.column_stack(self._transformer.transform(xy[:, 0], xy[:, 1]))


@lru_cache(maxsize=16)
def _turn(source: pyproj.CRS, target: pyproj.CRS) -> _Turn:
    return _Turn(source, target)
