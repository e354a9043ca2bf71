"""The example raster many times over: copies side by side, every second one mirrored, so that they meet seamlessly.

One Kampala has too few roofs for shares of half a percent, and only a few seams.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pyproj
import rasterio
import shapely
from numpy.typing import NDArray

from benchmarks.process import ROOT
from benchmarks.scenes import KAMPALA, write_pixels

_LABELS = ROOT / "examples" / "kampala" / "buildings.geojson"


def quilt(folder: Path, n_rows: int, n_cols: int) -> tuple[Path, NDArray[np.object_]]:
    """Return a raster of `n_rows` x `n_cols` copies, and its labels in its pixel coordinates."""
    with rasterio.open(KAMPALA) as file:
        pixels, transform, crs = file.read((1, 2, 3)), file.transform, file.crs
    labels = _labels(transform, crs)
    path = folder / f"kampala-{n_rows}x{n_cols}.tif"
    if not path.is_file():
        rows = [np.concatenate([_turned(pixels, row, col) for col in range(n_cols)], axis=2) for row in range(n_rows)]
        write_pixels(path, np.concatenate(rows, axis=1), transform, crs)
    copies = [_moved(labels, row, col, pixels.shape[1:]) for row in range(n_rows) for col in range(n_cols)]
    return path, np.concatenate(copies)


def _labels(transform: rasterio.Affine, crs: rasterio.crs.CRS) -> NDArray[np.object_]:
    """Return the labels of one Kampala in pixel coordinates."""
    meta, _, geometries, _ = pyogrio.raw.read(_LABELS, columns=[])
    to_map = pyproj.Transformer.from_crs(meta["crs"], crs, always_xy=True)
    inverse = ~transform

    def to_pixels(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        x, y = to_map.transform(xy[:, 0], xy[:, 1])
        return np.stack(inverse * (x, y), axis=1)

    return shapely.transform(shapely.from_wkb(geometries), to_pixels)


def _turned(pixels: NDArray[np.uint8], row: int, col: int) -> NDArray[np.uint8]:
    return pixels[:, :: -1 if row % 2 else 1, :: -1 if col % 2 else 1]


def _moved(polygons: NDArray[np.object_], row: int, col: int, shape: tuple[int, int]) -> NDArray[np.object_]:
    rows, cols = shape

    def to_copy(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        x = cols - xy[:, 0] if col % 2 else xy[:, 0]
        y = rows - xy[:, 1] if row % 2 else xy[:, 1]
        return np.stack([x + col * cols, y + row * rows], axis=1)

    return shapely.transform(polygons, to_copy)
