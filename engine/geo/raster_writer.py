"""The writer of rasters that keep the form of another: tiles, chips, and what is put together of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import ColorInterp
from rasterio.windows import Window as RasterioWindow

from engine.errors import OutputError
from engine.geo.raster_form import RasterForm
from engine.geo.window import Window
from engine.geo.writing import writing

_DRIVERS = {".tif": "GTiff", ".tiff": "GTiff", ".png": "PNG", ".jpg": "JPEG"}
_BLOCK_PX = 512
_JPEG_QUALITY = 95


def check_format(form: RasterForm, ending: str, *, name: str) -> None:
    """Accept a form that files with the ending can hold: `.tif`, `.png` or `.jpg`.

    Raises:
        OutputError: they cannot; the message says why.
    """
    if ending == ".tif":
        return
    counts, types = ((1, 3), ("uint8",)) if ending == ".jpg" else ((1, 2, 3, 4), ("uint8", "uint16"))
    why = ""
    if form.n_bands not in counts or form.dtype not in types:
        bits = " or ".join(each.removeprefix("uint") for each in types)
        why = f"holds {_listed(counts)} bands of {bits} bits, and {name} has {form.n_bands} of type {form.dtype}"
    elif form.n_bands in (2, 4) and form.colors[-1] != ColorInterp.alpha:
        why = f"takes the last of {form.n_bands} bands for alpha, and that of {name} is none"
    elif form.has_mask:
        why = f"holds no mask, and {name} has one"
    elif form.palette is not None and ending == ".jpg":
        why = f"holds no color table, and {name} has one"
    if why:
        raise OutputError(f"a file that ends in {ending} {why}", hint="Choose --format tif, which holds everything.")


class RasterWriter:
    """An open raster to write to, window by window; made and used inside `_environment`."""

    def __init__(self, path: Path, form: RasterForm, place: Window, *, driver: str, options: dict[str, Any]) -> None:
        """Create the file for the part `place` of the raster that has the form."""
        self._path = path
        self._form = form
        with writing(path):
            self._file = rasterio.open(path, "w", **_profile(form, place, driver), **options)
            _dress(self._file, form, place)

    def write(self, window: Window, values: NDArray[Any], mask: NDArray[np.uint8] | None) -> None:
        """Write (bands, rows, cols) to a window of the file, and 0 or 255 as its mask."""
        area = RasterioWindow(window.col, window.row, window.cols, window.rows)
        with writing(self._path):
            self._file.write(values.astype(self._form.dtype, copy=False), window=area)
            if mask is not None:
                self._file.write_mask(mask, window=area)

    def close(self) -> None:
        """Write what is left and close the file."""
        with writing(self._path):
            self._file.close()


def write_part(
    path: Path,
    form: RasterForm,
    place: Window,
    values: NDArray[Any],
    mask: NDArray[np.uint8] | None,
    *,
    is_fast: bool = False,
) -> None:
    """Write one part of a raster as a file of its own; its ending names the format.

    Args:
        path: the file.
        form: what the raster is beside its pixels.
        place: where the part lies in the raster.
        values: (bands, rows, cols).
        mask: uint8 (rows, cols), 0 where invalid; None where the raster has no mask.
        is_fast: whether a GeoTIFF is packed quickly by this thread alone, and gets a tenth larger.

    Raises:
        OutputError: the place cannot be written.
    """
    driver = _DRIVERS[path.suffix.lower()]
    options = _options(driver, form)
    if is_fast and driver == "GTiff":
        options |= {"zlevel": 1, "num_threads": 1}
    with _environment():
        writer = RasterWriter(path, form, place, driver=driver, options=options)
        writer.write(Window(0, 0, place.rows, place.cols), values, mask)
        writer.close()


@contextmanager
def whole_raster(path: Path, form: RasterForm, rows: int, cols: int) -> Iterator[RasterWriter]:
    """Yield the writer of a GeoTIFF of any size, in compressed blocks of 512 px; closed at the end."""
    options = {"bigtiff": "IF_SAFER", **_options("GTiff", form)}
    if rows > _BLOCK_PX or cols > _BLOCK_PX:
        options |= {"tiled": True, "blockxsize": _BLOCK_PX, "blockysize": _BLOCK_PX}
    with _environment():
        writer = RasterWriter(path, form, Window(0, 0, rows, cols), driver="GTiff", options=options)
        try:
            yield writer
        finally:
            writer.close()


def _environment() -> rasterio.Env:
    """Return what to write under: one for a file, since rasterio makes one for each call where there is none."""
    return rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True)


def _options(driver: str, form: RasterForm) -> dict[str, Any]:
    if driver == "PNG":
        return {"worldfile": "YES"}
    if driver == "JPEG":
        return {"worldfile": "YES", "quality": _JPEG_QUALITY}
    options: dict[str, Any] = {"compress": "DEFLATE", "num_threads": 2}
    if form.palette is None:
        kind = np.dtype(form.dtype).kind
        options["predictor"] = 3 if kind == "f" else 2
        is_rgb = [color.name for color in form.colors[:3]] == ["red", "green", "blue"]
        options["photometric"] = "RGB" if is_rgb and form.dtype in ("uint8", "uint16") else "MINISBLACK"
    return options


def _profile(form: RasterForm, place: Window, driver: str) -> dict[str, Any]:
    profile = {"driver": driver, "width": place.cols, "height": place.rows, "count": form.n_bands, "dtype": form.dtype}
    transform = form.transform_of(place)
    placed = {} if transform is None else {"transform": transform, "crs": form.crs}
    return {**profile, **placed, **({} if form.nodata is None else {"nodata": form.nodata})}


def _dress(file: Any, form: RasterForm, place: Window) -> None:
    """Give a new file everything but pixels."""
    if form.palette is not None:
        file.write_colormap(1, form.palette)
    else:
        file.colorinterp = form.colors
    if form.tags:
        file.update_tags(**form.tags)
    if form.gcps and form.transform is None:
        file.gcps = (form.gcps_of(place), form.gcps_crs)
    if form.rpcs:
        file.update_tags(ns="RPC", **form.rpcs_of(place))
    for band, (name, tags) in enumerate(zip(form.descriptions, form.band_tags, strict=True), start=1):
        if name:
            file.set_band_description(band, name)
        if tags:
            file.update_tags(band, **tags)
    for band, unit in enumerate(form.units, start=1):
        if unit:
            file.set_band_unit(band, unit)
    if set(form.scales) != {1.0} or set(form.offsets) != {0.0}:
        file.scales, file.offsets = form.scales, form.offsets


def _listed(counts: tuple[int, ...]) -> str:
    return f"{', '.join(str(each) for each in counts[:-1])} or {counts[-1]}"
