"""Footprints on a picture of the ground, in the colors of their categories: a small one, however many there are."""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Mapping

import numpy as np
import pyproj
import shapely
from affine import Affine
from numpy.typing import NDArray
from PIL import Image

from engine.geo.burn import burn_over
from engine.geo.grid import moved
from engine.geo.polygons import transform_polygons
from engine.geo.raster import Raster
from engine.geo.raster_file import read_overview

_MOST_PX = 1400
_JPEG_QUALITY = 86
_BLANK, _NO_DATA = 246, 236  # gray
_FILL = 0.35  # of the color, the rest is ground
_LEAST_PX = 0.05  # footprints that are smaller in the picture are drawn as dots


class FootprintMap:
    """A picture that footprints are painted on batch by batch, and its caption."""

    def __init__(
        self, ground: NDArray[np.uint8], to_picture: Affine, crs: pyproj.CRS | None, caption: str, name: str = ""
    ) -> None:
        """`ground` is (rows, cols, 3), `to_picture` turns coordinates in `crs` into its columns and rows."""
        self._ground, self._to_picture, self._crs = ground, to_picture, crs
        self.caption, self.name = caption, name
        self._fill = np.zeros(ground.shape[:2], np.int32)
        self._edge = np.zeros(ground.shape[:2], np.int32)

    @property
    def width_px(self) -> int:
        """Return how wide the picture is."""
        return int(self._ground.shape[1])

    @property
    def height_px(self) -> int:
        """Return how high it is."""
        return int(self._ground.shape[0])

    def paint(self, polygons: NDArray[np.object_], codes: NDArray[np.int64], crs: pyproj.CRS | None) -> None:
        """Paint polygons (n,) in `crs`, each with the code of its category from 1."""
        if crs is not None and self._crs is not None:
            polygons = transform_polygons(polygons, crs, self._crs)
        there = moved(polygons, self._to_picture)
        largest_first = np.argsort(-shapely.area(there), kind="stable")  # small ones on top of large ones stay seen
        there, codes = there[largest_first], codes[largest_first]
        is_small = shapely.area(there) < _LEAST_PX
        there[is_small] = shapely.centroid(there[is_small])
        burn_over(self._fill, there, codes)
        burn_over(self._edge, shapely.boundary(there[~is_small]), codes[~is_small])
        burn_over(self._edge, there[is_small], codes[is_small])

    def jpeg(self, colors: Mapping[int, str]) -> str:
        """Return the picture in base64; `colors` are #rrggbb by code."""
        table = np.zeros((max(colors, default=0) + 1, 3), np.float32)
        for code, color in colors.items():
            table[code] = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
        picture = self._ground.astype(np.float32)
        edge = _thick(self._edge)
        filled, edged = self._fill > 0, edge > 0
        picture[filled] = (1 - _FILL) * picture[filled] + _FILL * table[self._fill[filled]]
        picture[edged] = table[edge[edged]]
        buffer = io.BytesIO()
        rgb = Image.fromarray(np.clip(np.rint(picture), 0, 255).astype(np.uint8))
        rgb.save(buffer, format="JPEG", quality=_JPEG_QUALITY, optimize=True)
        return base64.b64encode(buffer.getvalue()).decode("ascii")


def raster_map(raster: Raster) -> FootprintMap:
    """Return a map on a raster: its first three bands, or its first as gray."""
    grid = raster.native_grid
    scale = min(1.0, _MOST_PX / max(grid.rows, grid.cols))
    rows, cols = max(1, round(grid.rows * scale)), max(1, round(grid.cols * scale))
    bands = raster.default_bands[:3] if raster.n_bands >= 3 else raster.default_bands[:1]
    pixels = read_overview(raster.file, (rows, cols), bands)
    to_picture = Affine.scale(cols / grid.cols, rows / grid.rows) * ~grid.transform
    side_m = grid.metres_per_pixel
    size = f"{grid.cols} × {grid.rows} pixels"
    if side_m is not None:
        size = f"{_metres(grid.cols * side_m)} × {_metres(grid.rows * side_m)}"
    return FootprintMap(
        _looks(pixels.values, pixels.valid), to_picture, grid.crs, f"{raster.name}, {size}", str(raster.path)
    )


def blank_map(bounds: tuple[float, float, float, float], crs: pyproj.CRS | None) -> FootprintMap:
    """Return a map without ground, around bounds (x_min, y_min, x_max, y_max) in `crs`, north up."""
    x_min, y_min, x_max, y_max = bounds
    wide = math.cos(math.radians((y_min + y_max) / 2)) if crs is not None and crs.is_geographic else 1.0
    width, height = max((x_max - x_min) * wide, 1e-9), max(y_max - y_min, 1e-9)
    margin = 0.03 * max(width, height)
    scale = _MOST_PX / (max(width, height) + 2 * margin)
    rows, cols = math.ceil((height + 2 * margin) * scale), math.ceil((width + 2 * margin) * scale)
    to_picture = (
        Affine.scale(scale, -scale) * Affine.translation(margin, -height - margin) * Affine.scale(wide, 1)
    ) * Affine.translation(-x_min, -y_min)
    return FootprintMap(np.full((rows, cols, 3), _BLANK, np.uint8), to_picture, crs, "All of them; no raster was given")


def _looks(values: NDArray[np.generic], valid: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return (rows, cols, 3) as people look at it: bytes as they are, others from the 2nd to the 98th percentile."""
    shown = np.zeros(values.shape, np.uint8)
    for band, stored in enumerate(values):
        there = stored[valid]
        if stored.dtype == np.uint8 or not len(there):
            shown[band] = stored if stored.dtype == np.uint8 else 0
            continue
        low, high = np.percentile(there.astype(np.float64), (2, 98)).tolist()
        with np.errstate(invalid="ignore"):
            shares = (np.nan_to_num(stored.astype(np.float64)) - low) / max(high - low, 1e-12)
        shown[band] = np.clip(shares * 255, 0, 255).astype(np.uint8)
    shown[:, ~valid] = _NO_DATA
    picture = np.moveaxis(shown, 0, -1)
    return np.ascontiguousarray(np.broadcast_to(picture, (*valid.shape, 3)))


def _thick(edge: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return lines of one pixel as lines of two."""
    thick = edge.copy()
    for here, there in ((np.s_[1:], np.s_[:-1]), (np.s_[:, 1:], np.s_[:, :-1])):
        free = thick[here] == 0
        thick[here][free] = thick[there][free]
    return thick


def _metres(length_m: float) -> str:
    return f"{length_m / 1000:.1f} km" if length_m >= 1000 else f"{length_m:.0f} m"
