"""The only place that opens rasters."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any

import numpy as np
import rasterio
from rasterio.enums import ColorInterp
from rasterio.errors import NotGeoreferencedWarning

from engine.errors import BandCountError, RasterOpenError
from engine.geo.file_kind import why_not_opened
from engine.geo.gdal_settings import reading
from engine.geo.grid import Grid, parse_crs
from engine.geo.pixels import Pixels
from engine.geo.raster_file import FAILURES, RasterFile, describe_file, one_line, read_window
from engine.geo.raster_handles import Handles
from engine.geo.resample import resample, side_taps
from engine.geo.window import Window

_STRIP_BYTES = 1 << 26  # a strip of the file's pixels that is resampled at once
_COLOR_NAMES = {kind: kind.name for kind in (ColorInterp.red, ColorInterp.green, ColorInterp.blue)}

_ADDRESS = re.compile(r"(?:/vsicurl\w*/)?(https?|ftp|s3|gs|az)://?(.+)", re.IGNORECASE)

_opening = Lock()  # filters of warnings belong to the whole process

__all__ = ["Pixels", "Raster", "open_raster"]


@dataclass(frozen=True)
class _Beyond:
    """What a copy holds of a raster, and the file that has the rest."""

    part: Window
    file: RasterFile


class Raster:
    """A raster of any size, read window by window; a view at another scale shares the same open file.

    `grid` says where its pixels lie. Bands are numbered from 1 as in the file; a palette counts as bands 1, 2, 3.
    """

    def __init__(self, file: RasterFile, grid: Grid, beyond: _Beyond | None = None) -> None:
        self._file = file
        self._beyond = beyond
        self.grid = grid

    def __enter__(self) -> Raster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, for every view of it and every thread that reads it."""
        self._file.handles.close()

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
    def band_names(self) -> tuple[str, ...]:
        """Return what the file says of each data band, such as red or near infrared; empty where it says nothing."""
        if self._file.palette is not None:
            return "red", "green", "blue"
        colors = [_COLOR_NAMES.get(self._file.colors[band - 1], "") for band in self.default_bands]
        stated = [self._file.descriptions[band - 1] for band in self.default_bands]
        return tuple(name or color for name, color in zip(stated, colors, strict=True))

    @property
    def dtype(self) -> str:
        """Return the type that holds the values of every band, such as uint8."""
        return "uint8" if self._file.palette is not None else str(np.result_type(*self._file.dtypes))

    @property
    def nodata(self) -> float | None:
        """Return the first data band's nodata value, None where it has none."""
        value = self._file.nodata[self._file.data_bands[0] - 1] if self._file.palette is None else None
        return None if value is None else float(value)

    @property
    def has_alpha(self) -> bool:
        """Tell whether a band, or the palette, says which pixels are transparent."""
        return self._file.alpha_band is not None or self._file.has_clear_colors

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
        return self._file.driver

    @property
    def block_shape(self) -> tuple[int, int]:
        """Return the (rows, cols) that the file stores together."""
        return self._file.block_shape

    @property
    def file(self) -> RasterFile:
        """Return what the header says, for those who plan how to read the file."""
        return self._file

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what a person should know of how this file was understood."""
        return self._file.notes

    def at_scale(self, scale: float) -> Raster:
        """Return a view of the same file with `scale` times as many pixels along each side of the file's own.

        Scale 1 gives the file's pixels. Fewer pixels average the ground below them, more are interpolated. A pixel's
        value never depends on the window that it is read with.
        """
        return Raster(self._file, self._file.grid.scaled(scale), self._beyond)

    def read_from(self, copy: Path, part: Window | None = None) -> Raster:
        """Return the same raster, but with its pixels read from a copy in tiles that `transcode` made of it.

        Args:
            copy: the file.
            part: what it holds, in pixels of the file; what reaches beyond is read from this raster. None for all.
        """
        beyond = None if part is None or part == self._file.grid.window else _Beyond(part, self._file)
        return Raster(_with_handles_of(self._file, copy), self.grid, beyond)

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
            return read_window(self._holding(window), window, bands)
        return self._read_scaled(window, bands)

    def check_bands(self, bands: Sequence[int]) -> None:
        """Accept bands that the file has.

        Raises:
            BandCountError: when it lacks one, or none is asked for.
        """
        n_bands = 3 if self._file.palette is not None else len(self._file.dtypes)
        missing = [band for band in bands if not 1 <= band <= n_bands]
        if missing or not bands:
            wanted = f"band {missing[0]} was asked for" if missing else "no band was asked for"
            raise BandCountError(
                f"{self.name} has {_counted(n_bands, 'band')}; {wanted}",
                hint=f"Choose from bands {', '.join(str(band) for band in range(1, n_bands + 1))}.",
            )

    def _holding(self, window: Window) -> RasterFile:
        """Return the file that holds a window of its own pixels: the copy, or the raster where the copy ends."""
        if self._beyond is None or window.intersection(self._beyond.part) == window:
            return self._file
        return self._beyond.file

    def _read_scaled(self, window: Window, bands: Sequence[int]) -> Pixels:
        """Return the window by strips, so that memory stays bounded however small the scale is."""
        source = self._file.grid
        cols = side_taps(window.col, window.col_stop, length_px=self.grid.cols, source_length_px=source.cols)
        values = np.empty((len(bands), window.rows, window.cols), self._file.dtype_of(bands))
        valid = np.empty((window.rows, window.cols), bool)
        bytes_per_row = (cols.stop - cols.start) * len(bands) * values.itemsize * max(1.0, source.rows / self.grid.rows)
        n_rows = max(1, int(_STRIP_BYTES / bytes_per_row))
        for row in range(window.row, window.row_stop, n_rows):
            stop = min(row + n_rows, window.row_stop)
            rows = side_taps(row, stop, length_px=self.grid.rows, source_length_px=source.rows)
            around = Window(rows.start, cols.start, rows.stop - rows.start, cols.stop - cols.start)
            pixels = read_window(self._holding(around), around, bands)
            place = slice(row - window.row, stop - window.row)
            values[:, place], valid[place] = resample(pixels.values, pixels.valid, rows, cols)
        return Pixels(values, valid)


def open_raster(path: Path, *, crs: str | None = None) -> Raster:
    """Return the raster at the scale of its file; it closes itself at the end of a `with`.

    Args:
        path: a file, or whatever else GDAL opens.
        crs: the coordinate system of a raster that does not say its own, such as EPSG:31370.

    Raises:
        RasterOpenError: when it is missing, is no raster, or has no band that can be read.
        CrsError: when `crs`, or what the file states, is unknown.
    """
    fallback_wkt = parse_crs(crs).to_wkt() if crs else None
    path = Path(path)
    _check_no_address(path)
    if not _is_virtual(path) and not path.exists():
        raise RasterOpenError(f"{path} does not exist", hint="Check the path of the raster.")
    try:
        with _open(path) as handle:
            file = describe_file(path, handle, _handles(path), fallback_wkt)
    except (*FAILURES, ValueError) as err:  # the last where a damaged header says what cannot be
        reason = why_not_opened(path)
        cause, hint = reason or (one_line(err), "Open it in QGIS to see whether it is whole, or save it as a GeoTIFF.")
        raise RasterOpenError(f"{path} cannot be opened as a raster: {cause}", hint=hint) from err
    return Raster(replace(file, handles=_handles(path, file.n_threads)), file.grid)


def _with_handles_of(file: RasterFile, copy: Path) -> RasterFile:
    with _open(copy) as handle:
        rows, cols = handle.block_shapes[0]
    return replace(file, handles=_handles(copy), block_shape=(int(rows), int(cols)))


def _handles(path: Path, n_threads: int = 1) -> Handles:
    return Handles(lambda: _open(path, n_threads))


def _open(path: Path, n_threads: int = 1) -> Any:
    """Return a rasterio dataset of its own, even if the file is open elsewhere."""
    with _opening, reading(n_threads), warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        return rasterio.open(path, sharing=False)


def _check_no_address(path: Path) -> None:
    """Refuse what is no path: as one, an address has lost a slash, and is not found."""
    address = _ADDRESS.match(path.as_posix())
    if address is not None and not path.exists():
        scheme, rest = address.groups()
        raise RasterOpenError(
            f"{scheme}://{rest} is an address in the network, and rasters are read from files",
            hint="Download it, or open it in QGIS and save it as a GeoTIFF, and give that file.",
        )


def _is_virtual(path: Path) -> bool:
    """Tell whether GDAL finds the path by itself, as /vsizip/ or as a subdataset like GPKG:site.gpkg:ortho."""
    text = str(path)
    return text.startswith("/vsi") or (":" in text[2:])


def _counted(number: int, word: str) -> str:
    """Return such as 1 band or 3 bands."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
