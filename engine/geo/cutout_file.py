"""Writes one picture of an instance, with its place on the map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.enums import ColorInterp

from engine.geo.writing import writing

DRIVERS = {"tif": "GTiff", "png": "PNG", "jpg": "JPEG"}
_OPTIONS: dict[str, dict[str, Any]] = {
    "tif": {"compress": "deflate"},
    "png": {"WORLDFILE": "YES"},
    "jpg": {"WORLDFILE": "YES", "quality": 92},
}
_RGB = [ColorInterp.red, ColorInterp.green, ColorInterp.blue]


def write_cutout(
    path: Path,
    values: NDArray[np.generic],
    shown: NDArray[np.bool_] | None,
    *,
    transform: Affine | None,
    crs_wkt: str | None,
    nodata: float | None = None,
) -> None:
    """Write pixels (bands, rows, cols) in the format that the path's ending names.

    Args:
        path: `.tif`, `.png` or `.jpg`; the last two get a world file and their CRS beside them.
        values: any number of bands for `.tif`; 1 or 3 of uint8 for the others.
        shown: bool (rows, cols), False for what is hidden; None hides nothing. Hidden pixels take the nodata value,
            NaN in rasters of real numbers, else they are 0 and transparent, black in JPEG.
        transform: from (col, row) to the map; None without a place.
        crs_wkt: of the map.
        nodata: the raster's own value.

    Raises:
        OutputError: the place cannot be written.
    """
    ending = path.suffix[1:]
    if nodata is None and ending == "tif" and shown is not None and values.dtype.kind == "f":
        nodata = float("nan")
    opacity = None
    if shown is not None:
        values = np.where(shown, values, values.dtype.type(0 if nodata is None or ending != "tif" else nodata))
        opacity = None if ending == "jpg" or (nodata is not None and ending == "tif") else shown
    has_alpha = opacity is not None and len(values) in (1, 3) and values.dtype in (np.uint8, np.uint16)
    profile = _profile(values, ending, has_alpha)
    if ending == "tif" and nodata is not None:
        profile["nodata"] = nodata
    if transform is not None:
        profile |= {"transform": transform, "crs": crs_wkt}
    environment = rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True)
    with writing(path), environment, rasterio.open(path, "w", **profile) as file:
        file.write(values, list(range(1, len(values) + 1)))
        if opacity is not None and has_alpha:
            file.colorinterp = [*(_RGB if len(values) == 3 else [ColorInterp.gray]), ColorInterp.alpha]
            file.write(_alpha(opacity, values.dtype), len(values) + 1)
        elif opacity is not None:
            file.write_mask(opacity)


def _alpha(opacity: NDArray[np.bool_], dtype: np.dtype[Any]) -> NDArray[Any]:
    return opacity.astype(dtype) * dtype.type(np.iinfo(dtype).max)


def _profile(values: NDArray[np.generic], ending: str, has_alpha: bool) -> dict[str, Any]:
    n_bands, rows, cols = values.shape
    profile: dict[str, Any] = {
        "driver": DRIVERS[ending],
        "count": n_bands + has_alpha,
        "height": rows,
        "width": cols,
        "dtype": values.dtype,
        **_OPTIONS[ending],
    }
    if ending == "tif":
        is_picture = n_bands == 3 and values.dtype in (np.uint8, np.uint16)
        profile["photometric"] = "RGB" if is_picture else "MINISBLACK"
    return profile
