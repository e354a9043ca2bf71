"""Which bands a network reads, and how their values become numbers near 0 to 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from affine import Affine
from numpy.random import Generator
from numpy.typing import NDArray

from engine.domain.scaling import Scaling
from engine.errors import RasterOpenError
from engine.geo.burn import burn_mask
from engine.geo.compiled import compiled
from engine.geo.pixels import Pixels
from engine.geo.raster import Raster
from engine.geo.window import Window

_LOW_PERCENT, _HIGH_PERCENT = 2.0, 98.0
_WINDOW_PX = 128
_N_WINDOWS = 96
_PIXELS_PER_WINDOW = 4096
_FEW_PIXELS = 2048  # below this, the windows missed the picture inside a raster of mostly nodata
_N_SEARCH_WINDOWS = 1024
_MAX_CELLS_PER_SIDE = 64
_OUTSIDE = 0.5  # how far beyond 0 and 1 bright roofs and deep shadows stay apart
INVALID = 0.5  # what a network reads where nothing was measured
_N_BYTES = 256


def choose_bands(raster: Raster, bands: Sequence[int] | None) -> tuple[int, ...]:
    """Return the bands to read: those asked for, else every band with data.

    Raises:
        BandCountError: when the raster lacks one of them.
    """
    chosen = tuple(raster.default_bands if bands is None else bands)
    raster.check_bands(chosen)
    return chosen


def measure_scaling(
    rasters: Sequence[Raster],
    bands: Sequence[int],
    *,
    generator: Generator,
    areas: Sequence[Any | None] | None = None,
) -> Scaling:
    """Return the 2nd and 98th percentile of each band over a sample of valid pixels of all rasters.

    Args:
        rasters: where to look.
        bands: which bands, from 1.
        generator: draws the sample.
        areas: one (multi)polygon per raster in its pixel coordinates, to sample inside; None samples everywhere.

    Raises:
        RasterOpenError: when not one valid pixel is found.
    """
    where = list(areas) if areas is not None else [None] * len(rasters)
    sample = _sample(rasters, bands, where, generator, _N_WINDOWS)
    if sample.shape[1] < _FEW_PIXELS:
        sample = _sample(rasters, bands, where, generator, _N_SEARCH_WINDOWS)
    if not sample.shape[1]:
        names = ", ".join(raster.name for raster in rasters)
        raise RasterOpenError(
            f"no valid pixel was found in {names}" + (" inside the areas" if areas is not None else ""),
            hint="Check its nodata value and its alpha band in the layer properties of QGIS.",
        )
    return _robust_limits(sample)


def normalize(pixels: Pixels, scaling: Scaling) -> NDArray[np.float32]:
    """Return float32 (bands, rows, cols): `low` becomes 0, `high` 1, clipped to -0.5..1.5; invalid pixels are 0.5."""
    answer = np.empty(pixels.values.shape, np.float32)
    normalize_into(answer, pixels, scaling)
    return answer


def normalize_into(answer: NDArray[np.float32], pixels: Pixels, scaling: Scaling) -> None:
    """Put what `normalize` returns into an array (bands, rows, cols), in whatever order its memory is."""
    low, high = np.asarray(scaling.low, np.float64), np.asarray(scaling.high, np.float64)
    values: NDArray[Any] = pixels.values
    if len(low) != len(values):
        raise ValueError(f"{len(low)} scaling limits do not fit {len(values)} bands")
    # Single precision is enough after the subtraction, but not before: heights and dates are large numbers.
    real = np.float64 if values.dtype.itemsize > 2 else np.float32
    limits = low.astype(real), (1.0 / (high - low)).astype(real)
    if values.dtype != np.uint8:
        _normalize(answer, values, pixels.valid, *limits)
        return
    every = np.tile(np.arange(_N_BYTES, dtype=np.uint8), (len(low), 1, 1))  # so few that each is worked out once
    table = np.empty(every.shape, np.float32)
    _normalize(table, every, np.ones((1, _N_BYTES), bool), *limits)
    _look_up(answer, values, pixels.valid, table[:, 0])


@compiled
def _normalize(
    answer: NDArray[np.float32],
    values: NDArray[Any],
    valid: NDArray[np.bool_],
    low: NDArray[Any],
    factor: NDArray[Any],
) -> None:
    for row in range(values.shape[1]):
        for band in range(len(values)):
            least, times = low[band], factor[band]
            for col in range(values.shape[2]):
                share = (low.dtype.type(values[band, row, col]) - least) * times
                share = -_OUTSIDE if share < -_OUTSIDE else share  # what is not a number stays so
                share = 1.0 + _OUTSIDE if share > 1.0 + _OUTSIDE else share
                answer[band, row, col] = share if valid[row, col] else INVALID


@compiled
def _look_up(
    answer: NDArray[np.float32], values: NDArray[np.uint8], valid: NDArray[np.bool_], table: NDArray[np.float32]
) -> None:
    for row in range(values.shape[1]):
        for band in range(len(values)):
            for col in range(values.shape[2]):
                answer[band, row, col] = table[band, values[band, row, col]] if valid[row, col] else INVALID


def _sample(
    rasters: Sequence[Raster],
    bands: Sequence[int],
    areas: Sequence[Any | None],
    generator: Generator,
    n_windows: int,
) -> NDArray[np.float64]:
    """Return valid values, float (bands, n), from windows spread over the rasters by the size of their ground."""
    grounds = [
        shapely.box(0, 0, raster.grid.cols, raster.grid.rows) if area is None else area
        for raster, area in zip(rasters, areas, strict=True)
    ]
    sizes = np.array([shapely.area(ground) for ground in grounds])
    samples = [np.zeros((len(bands), 0))]
    for raster, ground, size in zip(rasters, grounds, sizes, strict=True):
        if size > 0:
            share = max(1, round(n_windows * size / sizes.sum()))
            for window, parts in _windows(raster, ground, share):
                samples.append(_window_sample(raster, bands, window, parts, generator))
    return np.concatenate(samples, axis=1)


def _windows(raster: Raster, ground: Any, n_windows: int) -> list[tuple[Window, NDArray[np.object_]]]:
    """Return about `n_windows` windows spread evenly over the ground, each with the parts of the ground near it."""
    whole = shapely.box(0, 0, raster.grid.cols, raster.grid.rows)
    parts = shapely.get_parts(ground)
    col_min, row_min, col_max, row_max = shapely.intersection(shapely.box(*ground.bounds), whole).bounds
    # Cells no smaller than a window, and no more of them than a glance can walk, however large the raster is.
    step = max(_WINDOW_PX, max(col_max - col_min, row_max - row_min) / _MAX_CELLS_PER_SIDE)
    row, col = np.meshgrid(np.arange(row_min, row_max, step), np.arange(col_min, col_max, step), indexing="ij")
    cells = shapely.box(col, row, np.minimum(col + step, col_max), np.minimum(row + step, row_max)).ravel()
    cell_numbers, part_numbers = shapely.STRtree(parts).query(cells, predicate="intersects")
    touched = np.unique(cell_numbers)
    # Every n-th along the walk: spread out, and a small raster is read whole.
    chosen = touched[:: max(1, len(touched) // n_windows)]
    near = [parts[part_numbers[cell_numbers == cell]] for cell in chosen]
    return [(_window_on(cells[cell], near[i], raster), near[i]) for i, cell in enumerate(chosen)]


def _window_on(cell: Any, parts: NDArray[np.object_], raster: Raster) -> Window:
    """Return a window around a point of the parts inside the cell; the cell itself where it is no larger."""
    inside = shapely.intersection(shapely.union_all(parts), cell)
    point = shapely.point_on_surface(inside if not inside.is_empty else cell)
    col_min, row_min, col_max, row_max = cell.bounds
    if max(col_max - col_min, row_max - row_min) <= _WINDOW_PX:
        center = ((col_min + col_max) / 2, (row_min + row_max) / 2)
    else:
        center = (point.x, point.y)
    col, row = (int(np.floor(side - _WINDOW_PX / 2)) for side in center)
    return Window(row, col, _WINDOW_PX, _WINDOW_PX).intersection(raster.grid.window)


def _window_sample(
    raster: Raster, bands: Sequence[int], window: Window, parts: NDArray[np.object_], generator: Generator
) -> NDArray[np.float64]:
    pixels = raster.read(window, bands)
    inside = burn_mask(parts, (window.rows, window.cols), transform=Affine.translation(window.col, window.row))
    values = pixels.values[:, pixels.valid & inside].astype(np.float64)
    if values.shape[1] > _PIXELS_PER_WINDOW:
        values = values[:, generator.choice(values.shape[1], _PIXELS_PER_WINDOW, replace=False)]
    return values


def _robust_limits(sample: NDArray[np.float64]) -> Scaling:
    low, high = np.percentile(sample, [_LOW_PERCENT, _HIGH_PERCENT], axis=1)
    # Percentiles of an almost constant band fall together: then its range, and if it has none, one step.
    flat = low >= high
    low[flat], high[flat] = sample.min(axis=1)[flat], sample.max(axis=1)[flat]
    constant = low >= high
    high[constant] = low[constant] + np.maximum(1.0, np.abs(low[constant]) * 1e-6)
    return Scaling(low=tuple(low.tolist()), high=tuple(high.tolist()))
