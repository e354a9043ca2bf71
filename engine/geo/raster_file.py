"""An open raster file: what its header says, and its own pixels. It is opened in `raster`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.errors import RasterioError
from rasterio.windows import Window as RasterioWindow

from engine.errors import RasterOpenError
from engine.geo.grid import PIXEL_COORDINATES, Grid, stated_crs
from engine.geo.pixels import Pixels, measured
from engine.geo.window import Window


@dataclass(frozen=True)
class RasterFile:
    """An open raster file and what its header says."""

    path: Path
    handle: Any
    lock: RLock
    grid: Grid
    data_bands: tuple[int, ...]
    alpha_band: int | None
    has_mask: bool
    palette: NDArray[np.uint8] | None  # (256 or more, 4) red, green, blue, alpha
    notes: tuple[str, ...]


def describe_file(path: Path, handle: Any, fallback_wkt: str | None) -> RasterFile:
    """Return the open file with everything that its header says.

    Args:
        path: what was opened.
        handle: the open rasterio dataset.
        fallback_wkt: the CRS of a file that has a place on the map but does not say in which.

    Raises:
        RasterOpenError: when it holds no picture.
        CrsError: when it states a CRS that PROJ does not understand.
    """
    if handle.count == 0:
        raise RasterOpenError(f"{path} holds no bands", hint=_subdatasets_hint(handle))
    complex_band = next((dtype for dtype in handle.dtypes if "complex" in dtype or dtype == "complex_int16"), None)
    if complex_band:
        raise RasterOpenError(
            f"{path} holds complex numbers ({complex_band}), which are no picture",
            hint="Save its amplitude or its real part as a raster of its own.",
        )
    grid, notes = _grid(path, handle, fallback_wkt)
    palette = _palette(handle)
    alpha = next((i for i, kind in enumerate(handle.colorinterp, start=1) if kind == ColorInterp.alpha), None)
    if palette is not None:
        data_bands: tuple[int, ...] = (1, 2, 3)
    else:
        data_bands = tuple(band for band in handle.indexes if band != alpha) or (alpha or 1,)
    flags = handle.mask_flag_enums[0]
    has_mask = MaskFlags.per_dataset in flags and MaskFlags.alpha not in flags
    return RasterFile(path, handle, RLock(), grid, data_bands, alpha, has_mask, palette, notes)


def _grid(path: Path, handle: Any, fallback_wkt: str | None) -> tuple[Grid, tuple[str, ...]]:
    transform: Affine = handle.transform
    if transform == Affine.identity():
        grid = Grid(None, PIXEL_COORDINATES, handle.height, handle.width)
        if handle.gcps[0] or handle.rpcs:
            return grid, ("It is placed by control points only, so it counts as not georeferenced: warp it first.",)
        return grid, ()
    crs = stated_crs(handle.crs.to_wkt() if handle.crs else None, file=path.name)
    return Grid(crs.to_wkt() if crs else fallback_wkt, transform, handle.height, handle.width), ()


def _palette(handle: Any) -> NDArray[np.uint8] | None:
    """Return the colors of a raster that stores their numbers, uint8 (n, 4); None where it stores values."""
    if handle.count != 1 or handle.colorinterp[0] != ColorInterp.palette or handle.dtypes[0] not in ("uint8", "uint16"):
        return None
    colors = handle.colormap(1)
    palette = np.zeros((1 << (8 * np.dtype(handle.dtypes[0]).itemsize), 4), np.uint8)
    for number, color in colors.items():
        palette[number] = color
    return palette


def read_window(file: RasterFile, window: Window, bands: Sequence[int]) -> Pixels:
    """Return the file's own pixels, at the scale in which they are stored.

    Raises:
        RasterOpenError: when the file breaks while it is read.
    """
    area = RasterioWindow(window.col, window.row, window.cols, window.rows)
    try:
        with file.lock, rasterio.Env():
            values, valid = _read_bands(file, area, bands)
            if file.alpha_band is not None and file.alpha_band not in bands:
                valid &= file.handle.read(file.alpha_band, window=area) > 0
            if file.has_mask:
                valid &= file.handle.read_masks(1, window=area) > 0
    except RasterioError as err:
        raise RasterOpenError(
            f"{file.path} breaks at rows {window.row} to {window.row_stop}, "
            f"columns {window.col} to {window.col_stop}: {one_line(err)}",
            hint="The file is damaged or was not copied to its end; copy or export it again.",
        ) from err
    return Pixels(values, valid)


def _read_bands(
    file: RasterFile, area: RasterioWindow, bands: Sequence[int]
) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
    handle = file.handle
    if file.palette is not None:
        numbers = handle.read(1, window=area)
        colors = np.moveaxis(file.palette[numbers], -1, 0)  # (4, rows, cols)
        valid = measured(numbers[None], handle.nodatavals) & (colors[3] > 0)
        return colors[[band - 1 for band in bands]], valid
    if len({handle.dtypes[band - 1] for band in bands}) == 1:
        values = np.concatenate([handle.read(list(bands), window=part) for part in _strips(handle, area)], axis=1)
    else:
        values = np.stack([handle.read(band, window=area) for band in bands])
    return values, measured(values, [handle.nodatavals[band - 1] for band in bands])


def _strips(handle: Any, area: RasterioWindow) -> list[RasterioWindow]:
    """Return the window, but a whole PNG in two parts: reading it at once hides where the file breaks off."""
    if handle.driver != "PNG" or area.height != handle.height or area.width != handle.width or area.height == 1:
        return [area]
    return [RasterioWindow(0, 0, area.width, 1), RasterioWindow(0, 1, area.width, area.height - 1)]


def _subdatasets_hint(handle: Any) -> str:
    names = list(handle.subdatasets)
    return f"Choose one of its rasters: {', '.join(names)}." if names else "Choose a file with a picture in it."


def one_line(error: BaseException) -> str:
    """Return what GDAL says of the cause of an error, without its line breaks."""
    return " ".join(str(error.__cause__ or error).split()) or type(error).__name__
