"""The regular walk over a raster."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.geo.window import Window

if TYPE_CHECKING:
    from engine.geo.grid import Grid

_SUGGESTED_TILE_PX = 1000


@dataclass(frozen=True)
class Tiling:
    """How a raster is walked: square tiles of `size_px` sharing `overlap_px`."""

    size_px: int
    overlap_px: int = 0

    def __post_init__(self) -> None:
        if self.size_px < 1:
            raise ValueError(f"size_px must be at least 1, got {self.size_px}")
        if not 0 <= self.overlap_px < self.size_px:
            raise ValueError(f"overlap_px must be from 0 to {self.size_px - 1}, got {self.overlap_px}")


def tile_starts(length_px: int, tiling: Tiling) -> list[int]:
    """Return where tiles begin along one side, the last one flush with the edge."""
    last = max(length_px - tiling.size_px, 0)
    return [*range(0, last, tiling.size_px - tiling.overlap_px), last]


def tiles(rows: int, cols: int, tiling: Tiling) -> Iterator[Window]:
    """Yield the windows of the walk, row by row, each inside a raster of `rows` x `cols`."""
    for row in tile_starts(rows, tiling):
        for col in tile_starts(cols, tiling):
            yield Window(row, col, min(tiling.size_px, rows), min(tiling.size_px, cols))


def blocks(window: Window, size_px: int) -> Iterator[Window]:
    """Yield the squares of one global grid of `size_px`, cut to `window`, row by row, without overlap."""
    for row in range(window.row // size_px * size_px, window.row_stop, size_px):
        for col in range(window.col // size_px * size_px, window.col_stop, size_px):
            yield Window(row, col, size_px, size_px).intersection(window)


def suggested_tiling(grid: Grid) -> tuple[int, int]:
    """Return how many rows and columns of tiles give tiles of about 1000 px: 8192 x 8192 is walked in 8 x 8."""
    return max(1, round(grid.rows / _SUGGESTED_TILE_PX)), max(1, round(grid.cols / _SUGGESTED_TILE_PX))
