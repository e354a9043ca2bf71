"""Rasters whose pixels are numbers of labels: traced to polygons, and burned from them, of any size."""

from __future__ import annotations

import csv
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import rasterio.shutil
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio import features
from rasterio.enums import ColorInterp, MergeAlg
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.windows import Window as RasterioWindow

from engine.errors import OutputError, RasterOpenError
from engine.geo.gdal_settings import reading
from engine.geo.grid import Grid
from engine.geo.raster import open_raster
from engine.geo.window import Window

_SIDE_PX = 2048
_TILED = {"driver": "GTiff", "tiled": True, "blockxsize": 512, "blockysize": 512, "compress": "deflate"}
Numbers = Callable[[NDArray[Any]], NDArray[Any]]  # pixels (bands, rows, cols) -> numbers (rows, cols), 0 for none


@dataclass(frozen=True)
class LabelRaster:
    """What a raster of labels says of itself; `palette` #rrggbb by number, empty where it has none."""

    path: Path
    grid: Grid
    n_bands: int
    dtype: str
    nodata: float | None
    palette: dict[int, str]

    def windows(self) -> Iterator[Window]:
        """Yield windows that cover it, row by row."""
        return _windows(self.grid.rows, self.grid.cols)


def open_label_raster(path: Path) -> LabelRaster:
    """Return what the raster says of itself.

    Raises:
        RasterOpenError: it is none.
    """
    with open_raster(path) as raster:
        grid = raster.grid
    with _opened(path) as file:
        palette: dict[int, str] = {}
        if file.count == 1 and file.colorinterp[0] == ColorInterp.palette:
            palette = {n: "#{:02x}{:02x}{:02x}".format(*color[:3]) for n, color in file.colormap(1).items()}
        return LabelRaster(path, grid, file.count, str(file.dtypes[0]), file.nodatavals[0], palette)


def read_stored_window(raster: LabelRaster, window: Window) -> NDArray[Any]:
    """Return the numbers in a window as the file stores them, (bands, rows, cols).

    Raises:
        RasterOpenError: the file breaks.
    """
    with _opened(raster.path) as file:
        return _read(file, window)


def traced(raster: LabelRaster, numbers: Numbers) -> Iterator[tuple[int, Any]]:
    """Yield number and polygon, in pixels of the raster, of all pixels with one number that touch along their edges.

    Only a few rows of the raster are in memory at a time, and the outlines.

    Raises:
        RasterOpenError: the file breaks.
    """
    with tempfile.TemporaryDirectory(prefix="deepseg-") as folder:
        values, mask = Path(folder, "values.tif"), Path(folder, "mask.tif")
        _write_numbers(raster, numbers, values, mask)
        with _opened(values) as value_file, _opened(mask) as mask_file:
            found = features.shapes(
                rasterio.band(value_file, 1),
                mask=rasterio.band(mask_file, 1),
                connectivity=4,
                transform=Affine.identity(),
            )
            for geometry, value in found:
                rings = geometry["coordinates"]
                yield int(value), shapely.Polygon(rings[0], rings[1:])


def _write_numbers(raster: LabelRaster, numbers: Numbers, values: Path, mask: Path) -> None:
    profile = {**_TILED, "height": raster.grid.rows, "width": raster.grid.cols, "count": 1}
    with (
        warnings.catch_warnings(),
        _opened(raster.path) as file,
        rasterio.open(values, "w", dtype="int32", **profile) as value_file,
        rasterio.open(mask, "w", dtype="uint8", **profile) as mask_file,
    ):
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        for window in raster.windows():
            found = numbers(_read(file, window))
            value_file.write(found.astype(np.int32), 1, window=_rasterio_window(window))
            mask_file.write((found != 0).astype(np.uint8), 1, window=_rasterio_window(window))


@dataclass(frozen=True)
class BurnReport:
    """What became of polygons that were burned: numbers without a pixel, and pixels under more than one."""

    n_lost: int
    n_shared_px: int


def write_label_raster(
    path: Path,
    grid: Grid,
    shapes: NDArray[np.object_],
    numbers: NDArray[np.int64],
    *,
    dtype: str,
    colors: dict[int, tuple[int, int, int]] | None = None,
    watch: Callable[[], None] = lambda: None,
) -> BurnReport:
    """Write a GeoTIFF or PNG whose pixels are the number of the label over their center, 0 for none.

    The smaller of two labels over one pixel has it.

    Args:
        path: ends in .tif or .png; written as it is, the caller sees to whole files.
        grid: of the raster.
        shapes: polygons (n,) in its pixels.
        numbers: int (n,) from 1.
        dtype: uint8, uint16 or int32.
        colors: of the numbers, for a palette; uint8 only.
        watch: called for every window; an exception of it ends the writing.

    Raises:
        OutputError: the place cannot be written.
    """
    is_png = path.suffix.lower() == ".png"
    target = path.with_name(f"{path.stem}.burn.tif") if is_png else path
    try:
        with warnings.catch_warnings(), reading():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            report = _burn_file(target, grid, shapes, numbers, dtype, colors, watch)
            if is_png:
                rasterio.shutil.copy(target, path, driver="PNG")
                path.with_name(path.name + ".aux.xml").unlink(missing_ok=True)
                target.unlink()
    except RasterioError as err:
        raise OutputError(
            f"cannot write {path}: {' '.join(str(err).split())}", hint="Check that the disk has room."
        ) from err
    return report


def _burn_file(
    path: Path,
    grid: Grid,
    shapes: NDArray[np.object_],
    numbers: NDArray[np.int64],
    dtype: str,
    colors: dict[int, tuple[int, int, int]] | None,
    watch: Callable[[], None],
) -> BurnReport:
    profile: dict[str, Any] = {**_TILED, "height": grid.rows, "width": grid.cols, "count": 1, "dtype": dtype}
    if not grid.has_pixel_coordinates:
        profile |= {"transform": grid.transform, "crs": grid.crs_wkt}
    largest_first = np.argsort(-shapely.area(shapes), kind="stable")
    shapes, numbers = shapes[largest_first], numbers[largest_first]
    tree = shapely.STRtree(shapes)
    there: set[int] = set()
    n_shared_px = 0
    with rasterio.open(path, "w", **profile) as file:
        if colors:
            file.write_colormap(1, {number: (*color, 255) for number, color in colors.items()})
        for window in _windows(grid.rows, grid.cols):
            watch()
            picked = np.sort(tree.query(shapely.box(window.col, window.row, window.col_stop, window.row_stop)))
            burned, shared_px = _burned(shapes[picked], numbers[picked], window)
            n_shared_px += shared_px
            there.update(np.unique(burned).tolist())
            file.write(burned.astype(dtype), 1, window=_rasterio_window(window))
    return BurnReport(len(set(numbers.tolist()) - there), n_shared_px)


def _burned(shapes: NDArray[np.object_], numbers: NDArray[np.int64], window: Window) -> tuple[NDArray[np.int32], int]:
    """Return the numbers over a window, int32 (rows, cols), and how many pixels lie under more than one shape."""
    shape, place = (window.rows, window.cols), Affine.translation(window.col, window.row)
    burned = np.zeros(shape, np.int32)
    if not len(shapes):
        return burned, 0
    pairs = list(zip(shapes, numbers.tolist(), strict=True))
    features.rasterize(pairs, out=burned, transform=place)
    times = np.zeros(shape, np.uint8)
    features.rasterize([(each, 1) for each in shapes], out=times, transform=place, merge_alg=MergeAlg.add)
    return burned, int((times > 1).sum())


def write_table(path: Path, rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    """Write what the numbers in a raster of labels mean, as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def _windows(rows: int, cols: int) -> Iterator[Window]:
    for row in range(0, rows, _SIDE_PX):
        for col in range(0, cols, _SIDE_PX):
            yield Window(row, col, min(_SIDE_PX, rows - row), min(_SIDE_PX, cols - col))


def _rasterio_window(window: Window) -> RasterioWindow:
    return RasterioWindow(window.col, window.row, window.cols, window.rows)


def _read(file: Any, window: Window) -> NDArray[Any]:
    try:
        values: NDArray[Any] = file.read(window=_rasterio_window(window))
    except RasterioError as err:
        raise RasterOpenError(
            f"{file.name} breaks while it is read: {' '.join(str(err.__cause__ or err).split())}",
            hint="The file is damaged or was not copied to its end; copy or export it again.",
        ) from err
    return values


def _opened(path: Path) -> Any:
    with warnings.catch_warnings(), reading():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        try:
            return rasterio.open(path, sharing=False)
        except RasterioError as err:
            raise RasterOpenError(
                f"{path} cannot be opened as a raster: {' '.join(str(err).split())}",
                hint="Open it in QGIS to see whether it is whole, or save it there as a GeoTIFF.",
            ) from err
