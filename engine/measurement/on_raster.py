"""Polygons on the pixels of one raster: neighbors are looked at together, so that each window is read once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.geo.pixels import Pixels
from engine.geo.raster import Raster
from engine.geo.window import Window
from engine.measurement.band_values import BandValues, band_values
from engine.measurement.coverage import Cover, cover
from engine.measurement.tally import Tally
from engine.measurement.texture import LEVELS, TEXTURES, GrayLevels, co_occurrence, texture, textures

_GROUND_PX = 512  # polygons that begin in the same square of this side are looked at together
_LARGE_PX = 1024  # a polygon that is longer is looked at piece by piece
_MOST_COVER_PX = 1 << 20  # pixels around polygons that are looked at in one go
_SAMPLE_WINDOWS, _SAMPLE_PX = 8, 128


@dataclass(frozen=True, eq=False)
class PixelValues:
    """One row per polygon: `bands`, and `texture` float (n, 3) as in `TEXTURES`, NaN where unknown or not wanted."""

    bands: BandValues
    texture: NDArray[np.float64]

    @classmethod
    def unknown(cls, n: int, n_bands: int, n_percentiles: int) -> PixelValues:
        """Return values of n polygons that lie nowhere."""
        return cls(BandValues.unknown(n, n_bands, n_percentiles), np.full((n, len(TEXTURES)), np.nan))

    def take(self, rows: NDArray[np.int64]) -> PixelValues:
        """Return the values of some."""
        return PixelValues(BandValues(*(each[rows] for each in vars(self.bands).values())), self.texture[rows])

    def put(self, rows: NDArray[np.int64], others: PixelValues) -> None:
        """Put other values in the place of some."""
        self.bands.put(rows, others.bands)
        self.texture[rows] = others.texture


class OnRaster:
    """Measures polygons on a raster.

    Args:
        raster: at the scale of its file.
        bands: which bands, from 1.
        percents: percentiles, from 0 to 100.
        gray_bands: places among `bands` whose mean is brightness; None where texture is not wanted.
        gray: what counts as black and white; None to find out.
    """

    def __init__(
        self,
        raster: Raster,
        bands: Sequence[int],
        percents: Sequence[float],
        gray_bands: Sequence[int] | None,
        *,
        gray: GrayLevels | None = None,
    ) -> None:
        raster.check_bands(bands)
        self.raster = raster
        self._bands, self._percents = list(bands), list(percents)
        self._gray_bands = None if gray_bands is None else list(gray_bands)
        self.gray = gray or GrayLevels(0.0, 1.0)
        if self._gray_bands is not None and gray is None:
            self.gray = gray_levels(raster, [self._bands[place] for place in self._gray_bands])

    def measure(self, polygons: NDArray[np.object_], step: Callable[[int], None]) -> PixelValues:
        """Return the values of (multi)polygons (n,) in pixel coordinates; `step` hears how many were done each time."""
        answer = PixelValues.unknown(len(polygons), len(self._bands), len(self._percents))
        windows = _windows(polygons, self.raster.native_grid.window)
        sizes = windows[:, 2:] - windows[:, :2]
        is_there, is_large = (sizes > 0).all(axis=1), (sizes > _LARGE_PX).any(axis=1)
        for numbers in _neighbors(windows, np.flatnonzero(is_there & ~is_large)):
            answer.put(numbers, self._together(polygons[numbers], windows[numbers]))
            step(len(numbers))
        for number in np.flatnonzero(is_there & is_large).tolist():
            answer.put(np.array([number]), self._alone(polygons[number : number + 1], windows[number], step))
            step(1)
        step(int((~is_there).sum()))
        return answer

    def _together(self, polygons: NDArray[np.object_], windows: NDArray[np.int64]) -> PixelValues:
        top, left = windows[:, :2].min(axis=0).tolist()
        bottom, right = windows[:, 2:].max(axis=0).tolist()
        window = Window(top, left, bottom - top, right - left)
        pixels = self.raster.read(window, self._bands)
        covered = _valid(cover(polygons, window), pixels)
        bands = band_values(covered, pixels.values, self._percents)
        found = np.full((len(polygons), len(TEXTURES)), np.nan)
        if self._gray_bands is not None:
            found = textures(covered, self.gray.of(pixels.values[self._gray_bands]))
        return PixelValues(bands, found)

    def _alone(self, polygon: NDArray[np.object_], box: NDArray[np.int64], step: Callable[[int], None]) -> PixelValues:
        tally = Tally(len(self._bands))
        matrix = np.zeros((1, LEVELS, LEVELS))
        for core, window in _pieces(box, self.raster.native_grid.window, 0 if self._gray_bands is None else 1):
            step(0)
            pixels = self.raster.read(window, self._bands)
            covered = _valid(cover(polygon, window), pixels)
            place = core.slices_in(window)
            if self._gray_bands is not None:
                matrix += co_occurrence(covered, self.gray.of(pixels.values[self._gray_bands]), place)
            tally.look(_within(covered, place), pixels.values)
        if self._percents and not tally.is_empty:
            for core, _ in _pieces(box, self.raster.native_grid.window, 0):
                step(0)
                pixels = self.raster.read(core, self._bands)
                tally.count(_valid(cover(polygon, core), pixels), pixels.values)
        found = texture(matrix) if self._gray_bands is not None else np.full((1, len(TEXTURES)), np.nan)
        return PixelValues(tally.values(self._percents), found)


def gray_levels(raster: Raster, bands: Sequence[int]) -> GrayLevels:
    """Return what brightness counts as black and white: all that 8 bits hold, else the 2nd and 98th percentile.

    Those come from windows spread evenly over the raster.
    """
    if raster.dtype == "uint8":
        return GrayLevels(0.0, 256.0)
    grid = raster.native_grid
    rows, cols = (_spread(length) for length in (grid.rows, grid.cols))
    found = []
    for row in rows:
        for col in cols:
            window = Window(row, col, _SAMPLE_PX, _SAMPLE_PX).intersection(grid.window)
            pixels = raster.read(window, bands)
            found.append(pixels.values.mean(axis=0, dtype=np.float64)[pixels.valid])
    brightness = np.concatenate(found)
    if not len(brightness):
        return GrayLevels(0.0, 1.0)
    low, high = np.percentile(brightness, (2, 98)).tolist()
    return GrayLevels(low, high)


def _spread(length_px: int) -> list[int]:
    last = max(length_px - _SAMPLE_PX, 0)
    return sorted({last * i // max(_SAMPLE_WINDOWS - 1, 1) for i in range(_SAMPLE_WINDOWS)})


def _windows(polygons: NDArray[np.object_], whole: Window) -> NDArray[np.int64]:
    """Return the pixels around each polygon inside the raster, (n, 4): first row and column, those past the last."""
    bounds = shapely.bounds(polygons).reshape(-1, 4)
    bounds[np.isnan(bounds).any(axis=1)] = -1.0  # nowhere
    limits = (whole.cols, whole.rows)
    left, top = (np.clip(np.floor(bounds[:, i]), 0, limits[i]) for i in (0, 1))
    right, bottom = (np.clip(np.ceil(bounds[:, i + 2]), 0, limits[i]) for i in (0, 1))
    return np.column_stack([top, left, bottom, right]).astype(np.int64)


def _neighbors(windows: NDArray[np.int64], numbers: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    """Yield the numbers of polygons that are looked at together, square by square."""
    squares = windows[numbers, :2] // _GROUND_PX
    order = np.lexsort((squares[:, 1], squares[:, 0]))
    numbers, squares = numbers[order], squares[order]
    sizes = np.prod(windows[numbers, 2:] - windows[numbers, :2] + 1, axis=1).tolist()
    is_new = np.concatenate([[True], (np.diff(squares, axis=0) != 0).any(axis=1)]).tolist() if len(numbers) else []
    begin, room = 0, _MOST_COVER_PX
    for place, size in enumerate(sizes):
        if place > begin and (is_new[place] or size > room):
            yield numbers[begin:place]
            begin, room = place, _MOST_COVER_PX
        room -= size
    if len(numbers):
        yield numbers[begin:]


def _pieces(box: NDArray[np.int64], whole: Window, margin_px: int) -> Iterator[tuple[Window, Window]]:
    """Yield squares that fill a box, and the same with a margin inside the raster."""
    top, left, bottom, right = box.tolist()
    for row in range(top, bottom, _LARGE_PX):
        for col in range(left, right, _LARGE_PX):
            core = Window(row, col, min(_LARGE_PX, bottom - row), min(_LARGE_PX, right - col))
            yield core, core.grown(margin_px).intersection(whole)


def _valid(covered: Cover, pixels: Pixels) -> Cover:
    return covered if pixels.valid.all() else covered.take(pixels.valid[covered.rows, covered.cols])


def _within(covered: Cover, place: tuple[slice, slice]) -> Cover:
    rows, cols = place
    is_in = (covered.rows >= rows.start) & (covered.rows < rows.stop)
    return covered.take(is_in & (covered.cols >= cols.start) & (covered.cols < cols.stop))
