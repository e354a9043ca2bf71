"""Where the tiles of a prediction lie: one grid over the whole raster, the same for whoever asks for a piece of it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.geo.tiling import Tiling
from engine.geo.window import Window

STRIDE_PX = 32  # networks halve the picture five times; tiles begin and end on multiples of this
_BLOCK_PX = 2048  # about the side of a macro block
_MOST_FIELDS_BYTES = 1 << 26  # of a macro block: several of them are in memory at once

Place = tuple[int, int]  # row and column of a block among blocks


def usual_block_px(n_fields: int = 1) -> int:
    """Return about which side a macro block has: with many fields a shorter one, so that memory stays bounded."""
    return min(_BLOCK_PX, math.isqrt(_MOST_FIELDS_BYTES // n_fields))


@dataclass(frozen=True)
class TileWalk:
    """Tiles whose cores of `core_rows` x `core_cols` fill the plane, one beginning at (`row_start`, `col_start`).

    Each is read with a halo around it. All of them are multiples of the stride, so every network pixel is
    computed at the same phase whatever the tile.
    """

    core_rows: int
    core_cols: int
    halo_px: int
    row_start: int = 0
    col_start: int = 0

    def __post_init__(self) -> None:
        for name in ("core_rows", "core_cols", "halo_px", "row_start", "col_start"):
            value = getattr(self, name)
            if value % STRIDE_PX or value < 0:
                raise ValueError(f"{name} must be a multiple of {STRIDE_PX}, got {value}")
        if not self.core_rows or not self.core_cols:
            raise ValueError("a tile needs a core")

    @classmethod
    def over(cls, rows: int, cols: int, tiling: Tiling) -> TileWalk:
        """Return the walk of a raster of `rows` x `cols` with tiles of at most the tiling's size.

        They are made as small as their number allows, so that few pixels beyond the raster are computed. The
        overlap is rounded up to a multiple of twice the stride, the size to one of the stride.
        """
        halo_px = _rounded_up(tiling.overlap_px, 2 * STRIDE_PX) // 2
        core_px = max(_rounded_up(tiling.size_px, STRIDE_PX) - 2 * halo_px, STRIDE_PX)
        return cls(_even_core(rows, core_px), _even_core(cols, core_px), halo_px)

    @classmethod
    def around(cls, window: Window, *, halo_px: int) -> TileWalk:
        """Return the walk with one tile over a small window, for those who want that window and nothing else."""
        row, col = window.row // STRIDE_PX * STRIDE_PX, window.col // STRIDE_PX * STRIDE_PX
        rows, cols = _rounded_up(window.row_stop - row, STRIDE_PX), _rounded_up(window.col_stop - col, STRIDE_PX)
        return cls(rows, cols, halo_px, row, col)

    @classmethod
    def dividing(cls, rows: int, cols: int, *, n_rows: int, n_columns: int, halo_px: int) -> TileWalk:
        """Return the walk that divides a raster of `rows` x `cols` into `n_rows` x `n_columns` tiles.

        Cores are rounded up to the stride, so a small raster may need fewer.
        """
        return cls(
            _rounded_up(math.ceil(rows / n_rows), STRIDE_PX),
            _rounded_up(math.ceil(cols / n_columns), STRIDE_PX),
            halo_px,
        )

    @property
    def tile_shape(self) -> tuple[int, int]:
        """Return the (rows, cols) that the network reads at once."""
        return self.core_rows + 2 * self.halo_px, self.core_cols + 2 * self.halo_px

    def blocks(self, rows: int, cols: int, block_px: int | None = None) -> BlockGrid:
        """Return the macro blocks of a raster of `rows` x `cols`: whole tiles, so that none is computed twice.

        Their sides are as near to `block_px` as that allows.
        """
        assert self.row_start == self.col_start == 0, "blocks begin where the raster does"
        about_px = block_px or usual_block_px()
        return BlockGrid(rows, cols, _about(about_px, self.core_rows), _about(about_px, self.core_cols))

    def cores(self, window: Window) -> Iterator[Window]:
        """Yield the cores that reach into the window, row by row, whole and not cut to it."""
        if window.is_empty:
            return
        for row in range(self._first(window).row, window.row_stop, self.core_rows):
            for col in range(self._first(window).col, window.col_stop, self.core_cols):
                yield Window(row, col, self.core_rows, self.core_cols)

    def covering(self, window: Window) -> Window:
        """Return the window that the cores which reach into a window fill."""
        first = self._first(window)
        n_rows = -(-(window.row_stop - first.row) // self.core_rows)
        n_cols = -(-(window.col_stop - first.col) // self.core_cols)
        return Window(first.row, first.col, n_rows * self.core_rows, n_cols * self.core_cols)

    def n_tiles(self, window: Window) -> int:
        """Return how many cores reach into the window."""
        if window.is_empty:
            return 0
        covered = self.covering(window)
        return covered.rows // self.core_rows * (covered.cols // self.core_cols)

    def _first(self, window: Window) -> Window:
        """Return the core that holds the window's first pixel."""
        row = (window.row - self.row_start) // self.core_rows * self.core_rows + self.row_start
        col = (window.col - self.col_start) // self.core_cols * self.core_cols + self.col_start
        return Window(row, col, self.core_rows, self.core_cols)


@dataclass(frozen=True)
class BlockGrid:
    """A raster of `rows` x `cols` cut into blocks, the last ones of each side smaller; a place counts blocks from 0."""

    rows: int
    cols: int
    block_rows: int
    block_cols: int

    def __contains__(self, place: Place) -> bool:
        row, col = place
        return 0 <= row * self.block_rows < self.rows and 0 <= col * self.block_cols < self.cols

    def places(self) -> Iterator[Place]:
        """Yield the places of all blocks, row by row."""
        for row in range(-(-self.rows // self.block_rows)):
            for col in range(-(-self.cols // self.block_cols)):
                yield row, col

    def window_of(self, place: Place) -> Window:
        """Return the pixels of the block at a place."""
        whole = Window(place[0] * self.block_rows, place[1] * self.block_cols, self.block_rows, self.block_cols)
        return whole.intersection(Window(0, 0, self.rows, self.cols))

    def place_of(self, pixel: tuple[int, int]) -> Place:
        """Return the place of the block that holds a pixel, given by row and column."""
        return pixel[0] // self.block_rows, pixel[1] // self.block_cols

    def places_in(self, window: Window) -> Iterator[Place]:
        """Yield the places of the blocks that reach into a window inside the raster, row by row."""
        if window.is_empty:
            return
        first, last = self.place_of((window.row, window.col)), self.place_of((window.row_stop - 1, window.col_stop - 1))
        for row in range(first[0], last[0] + 1):
            for col in range(first[1], last[1] + 1):
                yield row, col


def reflected(start: int, stop: int, length_px: int) -> NDArray[np.intp]:
    """Return which pixel of a side of `length_px` stands at each place from `start` to `stop`.

    Beyond the ends the side is mirrored, the end pixels not repeated, again and again where it is short; a
    side of one pixel is that pixel everywhere.
    """
    period = max(2 * length_px - 2, 1)
    places = np.arange(start, stop) % period
    return np.where(places < length_px, places, period - places)


def _rounded_up(length_px: int, step_px: int) -> int:
    return -(-length_px // step_px) * step_px


def _even_core(length_px: int, core_px: int) -> int:
    """Return the smallest core that covers a side with as many tiles as cores of `core_px` need."""
    n_tiles = max(1, math.ceil(length_px / core_px))
    return _rounded_up(math.ceil(length_px / n_tiles), STRIDE_PX)


def _about(length_px: int, core_px: int) -> int:
    return core_px * max(1, round(length_px / core_px))
