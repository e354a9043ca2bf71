"""The only place that opens rasters."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.windows import Window as RasterioWindow

from engine.errors import BandCountError, RasterOpenError
from engine.geo.grid import PIXEL_COORDINATES, Grid, parse_crs
from engine.geo.pixels import Pixels, measured
from engine.geo.resample import resample, side_taps
from engine.geo.window import Window

_STRIP_BYTES = 1 << 26  # a strip of source pixels that is resampled at once, as float32 or float64

__all__ = ["Pixels", "Raster", "open_raster"]


@dataclass(frozen=True)
class _File:
    """An open raster file and what was found when it was opened."""

    path: Path
    handle: Any
    lock: RLock
    grid: Grid
    data_bands: tuple[int, ...]
    alpha_band: int | None
    has_mask: bool
    palette: NDArray[np.uint8] | None  # (256 or more, 4) red, green, blue, alpha
    notes: tuple[str, ...]


class Raster:
    """A raster of any size, read window by window; a view at another scale shares the same open file.

    `grid` says where its pixels lie. Bands are numbered from 1 as in the file; a palette counts as bands 1, 2, 3.
    """

    def __init__(self, file: _File, grid: Grid) -> None:
        self._file = file
        self.grid = grid

    def __enter__(self) -> Raster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, for every view of it."""
        with self._file.lock:
            self._file.handle.close()

    @property
    def path(self) -> Path:
        """Return the file that was opened."""
        return self._file.path

    @property
    def name(self) -> str:
        """Return the file's name with its ending."""
        return self._file.path.name

    @property
    def native_grid(self) -> Grid:
        """Return the grid of the pixels in the file, whatever the scale of this view."""
        return self._file.grid

    @property
    def default_bands(self) -> tuple[int, ...]:
        """Return all bands that hold data: those that are no alpha."""
        return self._file.data_bands

    @property
    def n_bands(self) -> int:
        """Return how many bands hold data."""
        return len(self._file.data_bands)

    @property
    def dtype(self) -> str:
        """Return the type that holds the values of every band, such as uint8."""
        return "uint8" if self._file.palette is not None else str(np.result_type(*self._file.handle.dtypes))

    @property
    def nodata(self) -> float | None:
        """Return the first data band's nodata value, None where it has none."""
        value = self._file.handle.nodatavals[self._file.data_bands[0] - 1] if self._file.palette is None else None
        return None if value is None else float(value)

    @property
    def has_alpha(self) -> bool:
        """Tell whether a band, or the palette, says which pixels are transparent."""
        palette = self._file.palette
        return self._file.alpha_band is not None or (palette is not None and bool((palette[:, 3] == 0).any()))

    @property
    def has_mask(self) -> bool:
        """Tell whether a mask inside the file or beside it says which pixels are valid."""
        return self._file.has_mask

    @property
    def has_palette(self) -> bool:
        """Tell whether the file stores numbers of colors instead of colors."""
        return self._file.palette is not None

    @property
    def driver(self) -> str:
        """Return GDAL's short name of the format."""
        return str(self._file.handle.driver)

    @property
    def block_shape(self) -> tuple[int, int]:
        """Return the (rows, cols) that the file stores together."""
        rows, cols = self._file.handle.block_shapes[0]
        return int(rows), int(cols)

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what a person should know of how this file was understood."""
        return self._file.notes

    def at_scale(self, scale: float) -> Raster:
        """Return a view of the same file with `scale` times as many pixels along each side of the file's own.

        Scale 1 gives the file's pixels. Fewer pixels average the ground below them, more are interpolated. A pixel's
        value never depends on the window that it is read with.
        """
        return Raster(self._file, self._file.grid.scaled(scale))

    def read(self, window: Window, bands: Sequence[int]) -> Pixels:
        """Return the pixels of a window inside the grid.

        Args:
            window: where to read, in pixels of this view.
            bands: which bands, from 1, in the order wanted.

        Raises:
            BandCountError: when the file lacks one of the bands.
            RasterOpenError: when the file breaks while it is read.
            ValueError: when the window is empty or reaches outside.
        """
        if window.is_empty or window.intersection(self.grid.window) != window:
            raise ValueError(f"{window} does not lie inside {self.grid.rows} rows and {self.grid.cols} columns")
        self.check_bands(bands)
        if (self.grid.rows, self.grid.cols) == (self._file.grid.rows, self._file.grid.cols):
            return _read_file(self._file, window, bands)
        return self._read_scaled(window, bands)

    def check_bands(self, bands: Sequence[int]) -> None:
        """Accept bands that the file has.

        Raises:
            BandCountError: when it lacks one, or none is asked for.
        """
        n_bands = 3 if self._file.palette is not None else self._file.handle.count
        missing = [band for band in bands if not 1 <= band <= n_bands]
        if missing or not bands:
            wanted = f"band {missing[0]} was asked for" if missing else "no band was asked for"
            raise BandCountError(
                f"{self.name} has {_counted(n_bands, 'band')}; {wanted}",
                hint=f"Choose from bands {', '.join(str(band) for band in range(1, n_bands + 1))}.",
            )

    def _read_scaled(self, window: Window, bands: Sequence[int]) -> Pixels:
        """Return the window by strips, so that memory stays bounded however small the scale is."""
        source = self._file.grid
        cols = side_taps(window.col, window.col_stop, length_px=self.grid.cols, source_length_px=source.cols)
        bytes_per_row = (cols.stop - cols.start) * len(bands) * 8 * max(1.0, source.rows / self.grid.rows)
        n_rows = max(1, int(_STRIP_BYTES / bytes_per_row))
        values, valid = [], []
        for row in range(window.row, window.row_stop, n_rows):
            stop = min(row + n_rows, window.row_stop)
            rows = side_taps(row, stop, length_px=self.grid.rows, source_length_px=source.rows)
            around = Window(rows.start, cols.start, rows.stop - rows.start, cols.stop - cols.start)
            pixels = _read_file(self._file, around, bands)
            strip, strip_valid = resample(pixels.values, pixels.valid, rows, cols)
            values.append(strip)
            valid.append(strip_valid)
        return Pixels(np.concatenate(values, axis=1), np.concatenate(valid, axis=0))


def open_raster(path: Path, *, crs: str | None = None) -> Raster:
    """Return the raster, to be closed after use: `with open_raster(path) as raster:`.

    Args:
        path: a file, or whatever else GDAL opens.
        crs: the coordinate system of a raster that does not say its own, such as EPSG:31370.

    Raises:
        RasterOpenError: when it is missing, is no raster, or has no band that can be read.
        CrsError: when `crs` is unknown.
    """
    stated_crs = parse_crs(crs).to_wkt() if crs else None
    path = Path(path)
    if not _is_virtual(path) and not path.exists():
        raise RasterOpenError(f"{path} does not exist", hint="Check the path of the raster.")
    try:
        with rasterio.Env(), warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            handle = rasterio.open(path)
    except RasterioError as err:
        raise RasterOpenError(
            f"{path} cannot be opened as a raster: {_one_line(err)}",
            hint="Open it in QGIS to see whether it is whole, or save it there as a GeoTIFF.",
        ) from err
    try:
        return _described(path, handle, stated_crs)
    except BaseException:
        handle.close()
        raise


def _described(path: Path, handle: Any, stated_crs: str | None) -> Raster:
    """Return the raster with everything that its header says; refuse what holds no picture."""
    if handle.count == 0:
        raise RasterOpenError(f"{path} holds no bands", hint=_subdatasets_hint(handle))
    complex_band = next((dtype for dtype in handle.dtypes if "complex" in dtype or dtype == "complex_int16"), None)
    if complex_band:
        raise RasterOpenError(
            f"{path} holds complex numbers ({complex_band}), which are no picture",
            hint="Save its amplitude or its real part as a raster of its own.",
        )
    grid, notes = _grid(handle, stated_crs)
    palette = _palette(handle)
    alpha = next((i for i, kind in enumerate(handle.colorinterp, start=1) if kind == ColorInterp.alpha), None)
    if palette is not None:
        data_bands: tuple[int, ...] = (1, 2, 3)
    else:
        data_bands = tuple(band for band in handle.indexes if band != alpha) or (alpha or 1,)
    flags = handle.mask_flag_enums[0]
    has_mask = MaskFlags.per_dataset in flags and MaskFlags.alpha not in flags
    file = _File(path, handle, RLock(), grid, data_bands, alpha, has_mask, palette, notes)
    return Raster(file, grid)


def _grid(handle: Any, stated_crs: str | None) -> tuple[Grid, tuple[str, ...]]:
    transform: Affine = handle.transform
    if transform == Affine.identity():
        grid = Grid(None, PIXEL_COORDINATES, handle.height, handle.width)
        if handle.gcps[0] or handle.rpcs:
            return grid, ("It is placed by control points only, so it counts as not georeferenced: warp it first.",)
        return grid, ()
    if handle.crs:
        return Grid(handle.crs.to_wkt(), transform, handle.height, handle.width), ()
    return Grid(stated_crs, transform, handle.height, handle.width), ()


def _palette(handle: Any) -> NDArray[np.uint8] | None:
    """Return the colors of a raster that stores their numbers, uint8 (n, 4); None where it stores values."""
    if handle.count != 1 or handle.colorinterp[0] != ColorInterp.palette or handle.dtypes[0] not in ("uint8", "uint16"):
        return None
    colors = handle.colormap(1)
    palette = np.zeros((1 << (8 * np.dtype(handle.dtypes[0]).itemsize), 4), np.uint8)
    for number, color in colors.items():
        palette[number] = color
    return palette


def _read_file(file: _File, window: Window, bands: Sequence[int]) -> Pixels:
    """Return the file's own pixels."""
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
            f"columns {window.col} to {window.col_stop}: {_one_line(err)}",
            hint="The file is damaged or was not copied to its end; copy or export it again.",
        ) from err
    return Pixels(values, valid)


def _read_bands(
    file: _File, area: RasterioWindow, bands: Sequence[int]
) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
    handle = file.handle
    if file.palette is not None:
        numbers = handle.read(1, window=area)
        colors = np.moveaxis(file.palette[numbers], -1, 0)  # (4, rows, cols)
        valid = measured(numbers[None], handle.nodatavals) & (colors[3] > 0)
        return colors[[band - 1 for band in bands]], valid
    if len({handle.dtypes[band - 1] for band in bands}) == 1:
        values = handle.read(list(bands), window=area)
    else:
        values = np.stack([handle.read(band, window=area) for band in bands])
    return values, measured(values, [handle.nodatavals[band - 1] for band in bands])


def _is_virtual(path: Path) -> bool:
    """Tell whether GDAL finds the path by itself, as /vsizip/ or as a subdataset like GPKG:site.gpkg:ortho."""
    text = str(path)
    return text.startswith("/vsi") or (":" in text[2:])


def _subdatasets_hint(handle: Any) -> str:
    names = list(handle.subdatasets)
    return f"Choose one of its rasters: {', '.join(names)}." if names else "Choose a file with a picture in it."


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
