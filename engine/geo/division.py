"""How a raster is divided into tiles that people work with: evenly by rows and columns, or by a size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.errors import UsageError
from engine.geo.grid import Grid
from engine.geo.tiling import Tiling, suggested_tiling, tile_starts
from engine.geo.window import Window

MOST_TILES = 1_000_000  # more are a slip of the keyboard, and would fill the disk

Span = tuple[int, int]  # start and length along one side


@dataclass(frozen=True)
class Division:
    """Tiles that cover a raster: their spans along its height and along its width, all inside it."""

    row_spans: tuple[Span, ...]
    column_spans: tuple[Span, ...]

    @property
    def n_tiles(self) -> int:
        """Return how many tiles there are."""
        return len(self.row_spans) * len(self.column_spans)

    def tiles(self) -> Iterator[tuple[int, int, Window]]:
        """Yield row and column of each tile, counted from 1, and its pixels; row by row."""
        for row, (first_row, rows) in enumerate(self.row_spans, start=1):
            for column, (first_col, cols) in enumerate(self.column_spans, start=1):
                yield row, column, Window(first_row, first_col, rows, cols)


def divide(
    grid: Grid, *, rows: int | None = None, columns: int | None = None, tile_size: int | None = None, overlap: int = 0
) -> Division:
    """Return the tiles of a raster; about 1000 x 1000 px where neither counts nor a size are given.

    Raises:
        UsageError: there would be more tiles than anybody wants.
    """
    if tile_size is not None:
        tiling = Tiling(tile_size, overlap)
        step = tile_size - overlap
        _check_number(-(-grid.rows // step) * -(-grid.cols // step))
        return Division(_regular(grid.rows, tiling), _regular(grid.cols, tiling))
    if rows is None or columns is None:
        rows, columns = suggested_tiling(grid)
    rows, columns = min(rows, grid.rows), min(columns, grid.cols)  # no tile is smaller than a pixel
    _check_number(rows * columns)
    return Division(_even(grid.rows, rows, overlap), _even(grid.cols, columns, overlap))


def _even(length_px: int, n: int, overlap_px: int) -> tuple[Span, ...]:
    """Return spans whose lengths differ by one pixel at most, before they grow to share pixels."""
    before_px, after_px = overlap_px // 2, overlap_px - overlap_px // 2
    spans = []
    for i in range(n):
        start, end = i * length_px // n, (i + 1) * length_px // n
        first = max(0, start - before_px) if start > 0 else 0
        last = min(length_px, end + after_px) if end < length_px else length_px
        spans.append((first, last - first))
    return tuple(spans)


def _regular(length_px: int, tiling: Tiling) -> tuple[Span, ...]:
    return tuple((start, min(tiling.size_px, length_px)) for start in tile_starts(length_px, tiling))


def _check_number(n_tiles: int) -> None:
    if n_tiles > MOST_TILES:
        raise UsageError(f"that would be {n_tiles} tiles", hint="Give a larger --tile-size, or fewer rows and columns.")
