"""A raster file: what its header says, and its own pixels. It is opened in `raster`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio._err import CPLE_BaseError
from rasterio.enums import ColorInterp, MaskFlags, Resampling
from rasterio.errors import RasterioError
from rasterio.windows import Window as RasterioWindow

from engine.errors import RasterOpenError
from engine.geo.file_kind import name_note, turn_note
from engine.geo.gdal_settings import n_decoding_threads, reading
from engine.geo.grid import PIXEL_COORDINATES, Grid, stated_crs
from engine.geo.jp2_header import jp2_tile_shape
from engine.geo.pixels import Pixels, measured
from engine.geo.raster_handles import Handles
from engine.geo.window import Window

FAILURES = (RasterioError, CPLE_BaseError)  # GDAL's own errors come through where rasterio does not expect any


@dataclass(frozen=True)
class RasterFile:
    """What the header of a raster file says, and the handles to read it with."""

    path: Path
    handles: Handles
    grid: Grid
    driver: str
    block_shape: tuple[int, int]
    dtypes: tuple[str, ...]  # per band, as all below
    nodata: tuple[float | None, ...]
    colors: tuple[ColorInterp, ...]
    descriptions: tuple[str | None, ...]
    data_bands: tuple[int, ...]
    alpha_band: int | None
    has_mask: bool
    palette: NDArray[np.uint8] | None  # (256 or more, 4) red, green, blue, alpha
    has_clear_colors: bool  # whether a color of the palette is transparent
    notes: tuple[str, ...]

    @cached_property
    def tile_shape(self) -> tuple[int, int]:
        """Return the (rows, cols) that must be decoded together: as `block_shape`, but also in JPEG 2000."""
        return (self.driver.startswith("JP2") and jp2_tile_shape(self.path)) or self.block_shape

    @property
    def n_threads(self) -> int:
        """Return how many threads decode a window: one for strips and whole pictures, in which more get in the way."""
        is_tiled = self.block_shape[1] < self.grid.cols and self.block_shape == self.tile_shape
        return n_decoding_threads() if is_tiled else 1

    def dtype_of(self, bands: Sequence[int]) -> np.dtype[Any]:
        """Return the type that holds the values of these bands."""
        if self.palette is not None:
            return self.palette.dtype
        return np.result_type(*(self.dtypes[band - 1] for band in bands))


def describe_file(path: Path, handle: Any, handles: Handles, fallback_wkt: str | None) -> RasterFile:
    """Return everything that the header says.

    Args:
        path: what was opened.
        handle: the open rasterio dataset.
        handles: what it will be read with.
        fallback_wkt: the CRS of a file that has a place on the map but does not say in which.

    Raises:
        RasterOpenError: when it holds no picture.
        CrsError: when it states a CRS that PROJ does not understand.
    """
    _check_picture(path, handle)
    grid, notes = _grid(path, handle, fallback_wkt)
    notes += tuple(note for note in (name_note(path, str(handle.driver)), turn_note(handle.tags())) if note)
    palette = _palette(handle)
    alpha = next((i for i, kind in enumerate(handle.colorinterp, start=1) if kind == ColorInterp.alpha), None)
    if palette is not None:
        data_bands: tuple[int, ...] = (1, 2, 3)
    else:
        data_bands = tuple(band for band in handle.indexes if band != alpha) or (alpha or 1,)
    flags = handle.mask_flag_enums[0]
    rows, cols = handle.block_shapes[0]
    return RasterFile(
        path=path,
        handles=handles,
        grid=grid,
        driver=str(handle.driver),
        block_shape=(int(rows), int(cols)),
        dtypes=tuple(handle.dtypes),
        nodata=tuple(handle.nodatavals),
        colors=tuple(handle.colorinterp),
        descriptions=tuple(handle.descriptions),
        data_bands=data_bands,
        alpha_band=alpha,
        has_mask=MaskFlags.per_dataset in flags and MaskFlags.alpha not in flags,
        palette=palette,
        has_clear_colors=palette is not None and any(color[3] == 0 for color in handle.colormap(1).values()),
        notes=notes,
    )


def _check_picture(path: Path, handle: Any) -> None:
    if handle.count == 0:
        raise RasterOpenError(f"{path} holds no bands", hint=_subdatasets_hint(handle))
    complex_band = next((dtype for dtype in handle.dtypes if "complex" in dtype or dtype == "complex_int16"), None)
    if complex_band:
        raise RasterOpenError(
            f"{path} holds complex numbers ({complex_band}), which are no picture",
            hint="Save its amplitude or its real part as a raster of its own.",
        )


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
    area = _rasterio_window(window)
    with telling_where_it_breaks(file, window), reading(file.n_threads), file.handles.borrowed() as handle:
        values, valid = _read_bands(file, handle, area, bands)
        if file.alpha_band is not None and file.alpha_band not in bands:
            valid &= handle.read(file.alpha_band, window=area) > 0
        if file.has_mask:
            valid &= handle.read_masks(1, window=area) > 0
    return Pixels(values, valid)


def read_overview(file: RasterFile, shape: tuple[int, int], bands: Sequence[int]) -> Pixels:
    """Return the whole raster in (rows, cols), from the small copies that files hold for zooming out where they do.

    Quick and good enough to look at; what a network reads comes from `Raster.at_scale`.

    Raises:
        RasterOpenError: when the file breaks while it is read.
    """
    numbers = [1] if file.palette is not None else list(bands)
    size = (len(numbers), *shape)
    way = Resampling.nearest if file.palette is not None else Resampling.average
    whole = Window(0, 0, file.grid.rows, file.grid.cols)
    with telling_where_it_breaks(file, whole), reading(file.n_threads), file.handles.borrowed() as handle:
        values = handle.read(numbers, out_shape=size, resampling=way)
        valid = handle.dataset_mask(out_shape=shape) > 0
    if file.palette is not None:
        colors = np.moveaxis(file.palette[values[0]], -1, 0)  # (4, rows, cols)
        return Pixels(colors[[band - 1 for band in bands]], valid & (colors[3] > 0))
    return Pixels(values, valid & measured(values, [file.nodata[band - 1] for band in bands]))


def read_stored(
    file: RasterFile, window: Window, bands: Sequence[int]
) -> tuple[NDArray[np.generic], NDArray[np.uint8] | None]:
    """Return bands as they are in the file, alpha and numbers of colors among them, and its mask where it has one.

    Raises:
        RasterOpenError: when the file breaks while it is read.
    """
    area = _rasterio_window(window)
    with telling_where_it_breaks(file, window), reading(file.n_threads), file.handles.borrowed() as handle:
        values = np.stack([handle.read(band, window=area) for band in bands])
        return values, handle.read_masks(1, window=area) if file.has_mask else None


def source_files(file: RasterFile) -> list[Path]:
    """Return the files that a virtual raster joins; none for any other."""
    if file.driver != "VRT":
        return []
    with reading(), file.handles.borrowed() as handle:
        return [Path(name) for name in handle.files[1:]]


def _rasterio_window(window: Window) -> RasterioWindow:
    return RasterioWindow(window.col, window.row, window.cols, window.rows)


@contextmanager
def telling_where_it_breaks(file: RasterFile, window: Window) -> Iterator[None]:
    """Turn what GDAL says of a window that cannot be decoded into a sentence."""
    try:
        yield
    except FAILURES as err:
        raise RasterOpenError(
            f"{file.path} breaks at rows {window.row} to {window.row_stop}, "
            f"columns {window.col} to {window.col_stop}: {one_line(err)}",
            hint="The file is damaged or was not copied to its end; copy or export it again.",
        ) from err


def _read_bands(
    file: RasterFile, handle: Any, area: RasterioWindow, bands: Sequence[int]
) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
    if file.palette is not None:
        numbers = handle.read(1, window=area)
        colors = np.moveaxis(file.palette[numbers], -1, 0)  # (4, rows, cols)
        valid = measured(numbers[None], file.nodata) & (colors[3] > 0)
        return colors[[band - 1 for band in bands]], valid
    if len({file.dtypes[band - 1] for band in bands}) == 1:
        parts = [handle.read(list(bands), window=part) for part in _strips(handle, area)]
        values = parts[0] if len(parts) == 1 else np.concatenate(parts, axis=1)
    else:
        values = np.stack([handle.read(band, window=area) for band in bands])
    values = values.astype(file.dtype_of(bands), copy=False)  # a scratch copy holds all bands in one type
    return values, measured(values, [file.nodata[band - 1] for band in bands])


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
