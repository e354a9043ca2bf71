"""Tiny rasters, masks and files of polygons, built where a test needs them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
import shapely
from affine import Affine
from rasterio.enums import ColorInterp
from scipy import ndimage

from engine.geo.raster import Raster, open_raster

UTM = "EPSG:32632"  # metres, somewhere in Germany
NORTH_UP = Affine(1.0, 0.0, 500_000.0, 0.0, -1.0, 5_600_000.0)  # 1 m pixels


def numbered_pixels(rows: int, cols: int, n_bands: int = 1, dtype: str = "uint8") -> np.ndarray:
    """Return (bands, rows, cols) in which almost every pixel has another value."""
    values = np.arange(rows * cols).reshape(rows, cols)
    top = 250 if np.dtype(dtype).itemsize == 1 else 30_000
    return np.stack([(values * (7 + band) + band) % top for band in range(n_bands)]).astype(dtype)


def write_raster(
    path: Path,
    values: np.ndarray,
    *,
    crs: str | None = UTM,
    transform: Affine | None = NORTH_UP,
    driver: str = "GTiff",
    alpha: bool = False,
    mask: np.ndarray | None = None,
    **options: Any,
) -> Path:
    """Write (bands, rows, cols) and return the path; `alpha` marks the last band, `mask` is bool (rows, cols)."""
    n_bands, rows, cols = values.shape
    profile = {"driver": driver, "count": n_bands, "height": rows, "width": cols, "dtype": values.dtype, "crs": crs}
    if driver == "GTiff" and n_bands == 4 and not alpha:
        options = {"photometric": "MINISBLACK", **options}  # else GDAL takes the fourth band for alpha
    if transform is not None:
        profile["transform"] = transform
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "w", **profile, **options) as file:
        if alpha:
            colors = [ColorInterp.red, ColorInterp.green, ColorInterp.blue]
            file.colorinterp = (colors if n_bands == 4 else [ColorInterp.gray] * (n_bands - 1)) + [ColorInterp.alpha]
        file.write(values)
        if mask is not None:
            file.write_mask(mask)
    return path


def damage(path: Path, row: int, col: int) -> None:
    """Spoil what a compressed GeoTIFF stores for one of its pieces, and leave its time as it was."""
    with rasterio.open(path) as file:
        offset = int(file.get_tag_item(f"BLOCK_OFFSET_{col}_{row}", "TIFF", bidx=1))
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(b"\xff" * 40)
    os.utime(path, ns=times)


def make_raster(path: Path, values: np.ndarray, **options: Any) -> Raster:
    """Write a raster and return it open."""
    return open_raster(write_raster(path, values, **options))


def write_polygons(
    path: Path,
    polygons: Sequence[Any],
    *,
    crs: str | None = UTM,
    layer: str | None = None,
    append: bool = False,
    geometry_type: str = "Unknown",
    **fields: Sequence[Any],
) -> Path:
    """Write geometries, None among them, with their fields, and return the path."""
    geometries = np.array([None if each is None else shapely.to_wkb(each) for each in polygons], dtype=object)
    columns = [_column(values) for values in fields.values()]
    pyogrio.raw.write(
        path,
        geometries,
        [values for values, _ in columns],
        list(fields),
        field_mask=[missing for _, missing in columns],
        layer=layer,
        crs=crs,
        geometry_type=geometry_type,
        append=append,
        driver="KML" if path.suffix == ".kml" else None,
    )
    return path


def _column(values: Sequence[Any]) -> tuple[np.ndarray, np.ndarray | None]:
    """Return one field's values, and where they are NULL if anywhere."""
    missing = np.array([value is None for value in values])
    if not missing.any():
        column = np.asarray(values)
        return (column.astype(object) if column.dtype.kind in "US" else column), None
    example = next((value for value in values if value is not None), "")
    filled = [type(example)() if value is None else value for value in values]
    column = np.asarray(filled)
    return (column.astype(object) if column.dtype.kind in "US" else column), missing


def map_box(row: float, col: float, rows: float, cols: float, transform: Affine = NORTH_UP) -> shapely.Polygon:
    """Return the rectangle of pixels as a polygon in map coordinates."""
    corners = [(col, row), (col + cols, row), (col + cols, row + rows), (col, row + rows)]
    return shapely.Polygon([transform * corner for corner in corners])


def noise(seed: int) -> np.ndarray:
    """Return a mask of any shape, from almost empty to almost full."""
    chance = np.random.default_rng(seed)
    smooth = ndimage.gaussian_filter(chance.random(chance.integers(1, 60, 2)), chance.uniform(0.3, 2))
    return np.asarray(smooth >= np.quantile(smooth, chance.uniform(0, 1)))
