"""Rasters whose pixels are measured, each open only while polygons on it are looked at: there may be thousands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from engine.geo.polygons import transform_polygons
from engine.geo.raster import Raster, open_raster
from engine.measurement.measured_bands import MeasuredBands
from engine.measurement.on_raster import OnRaster
from engine.measurement.texture import GrayLevels

_PIECES_PER_SIDE = 32  # straight lines of one coordinate system are curved in another
_ROOM = 0.02  # of the raster's size, for what they are curved between


class MeasuredRaster:
    """A raster, the bands of it that are measured, and where it lies.

    Args:
        raster: open now; its bands are checked, and it is opened anew whenever it is read.
        bands: which bands.
        layer_crs: of the polygons; None where they are in pixel coordinates.
        stated_crs: of a raster that does not say its own.

    Raises:
        BandCountError: it lacks a band.
    """

    def __init__(
        self, raster: Raster, bands: MeasuredBands, layer_crs: pyproj.CRS | None, stated_crs: str | None
    ) -> None:
        raster.check_bands(bands.numbers)
        self.path: Path = raster.path
        self.name = raster.name
        self.grid = raster.native_grid
        self._bands, self._layer_crs, self._stated_crs = bands, layer_crs, stated_crs
        self._gray: GrayLevels | None = None
        self._copy: Raster | None = None
        self._bounds = self._bounds_in_layer()

    @contextmanager
    def opened(self) -> Iterator[OnRaster]:
        """Give what measures on it, and close the file again."""
        bands = self._bands
        with open_raster(self.path, crs=self._stated_crs) if self._copy is None else nullcontext(self._copy) as raster:
            on_raster = OnRaster(raster, bands.numbers, bands.percents, bands.gray, gray=self._gray)
            self._gray = on_raster.gray
            yield on_raster

    def read_from(self, copy: Raster) -> None:
        """Read the same raster, open for as long as it is measured, instead of opening the file."""
        self._copy = copy

    def near(self, polygons: NDArray[np.object_]) -> NDArray[np.bool_]:
        """Tell which polygons of the layer may lie on it, by rectangles."""
        x0, y0, x1, y1 = shapely.bounds(polygons).reshape(-1, 4).T
        left, low, right, high = self._bounds
        near: NDArray[np.bool_] = (x0 <= right) & (x1 >= left) & (y0 <= high) & (y1 >= low)
        return near

    def in_pixels(self, polygons: NDArray[np.object_]) -> NDArray[np.object_]:
        """Return polygons of the layer in pixel coordinates, those that another projection broke repaired."""
        if self._layer_crs is not None and self.grid.crs is not None:
            polygons = transform_polygons(polygons, self._layer_crs, self.grid.crs)
        placed: NDArray[np.object_] = self.grid.to_pixels(polygons)
        is_broken = ~shapely.is_valid(placed)
        if is_broken.any():
            placed = placed.copy()
            placed[is_broken] = shapely.make_valid(placed[is_broken], method="structure", keep_collapsed=False)
        return placed

    def _bounds_in_layer(self) -> tuple[float, float, float, float]:
        outline = self.grid.outline
        longest = max(np.ptp(outline.bounds[::2]), np.ptp(outline.bounds[1::2]))
        fine = np.array([shapely.segmentize(outline, longest / _PIECES_PER_SIDE)], object)
        if self._layer_crs is not None and self.grid.crs is not None:
            fine = transform_polygons(fine, self.grid.crs, self._layer_crs)
        if fine[0].is_empty:  # it reaches beyond where the layer's system has coordinates: nothing is ruled out
            return -np.inf, -np.inf, np.inf, np.inf
        left, low, right, high = fine[0].bounds
        room = _ROOM * max(right - left, high - low)
        return left - room, low - room, right + room, high + room
