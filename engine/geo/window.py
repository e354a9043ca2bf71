"""Rectangles in pixel coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Window:
    """A rectangle of pixels: first row and column, and how many of each (half-open)."""

    row: int
    col: int
    rows: int
    cols: int

    def __post_init__(self) -> None:
        if self.rows < 0 or self.cols < 0:
            raise ValueError(f"a window cannot have {self.rows} rows and {self.cols} columns")

    @property
    def row_stop(self) -> int:
        """Return the row below the last one."""
        return self.row + self.rows

    @property
    def col_stop(self) -> int:
        """Return the column right of the last one."""
        return self.col + self.cols

    @property
    def is_empty(self) -> bool:
        """Tell whether the window holds no pixel."""
        return self.rows == 0 or self.cols == 0

    def grown(self, margin_px: int) -> Window:
        """Return the window with `margin_px` more on every side."""
        return Window(self.row - margin_px, self.col - margin_px, self.rows + 2 * margin_px, self.cols + 2 * margin_px)

    def intersection(self, other: Window) -> Window:
        """Return the pixels in both windows; an empty window where there are none."""
        row, col = max(self.row, other.row), max(self.col, other.col)
        rows = min(self.row_stop, other.row_stop) - row
        cols = min(self.col_stop, other.col_stop) - col
        return Window(row, col, max(rows, 0), max(cols, 0))

    def slices_in(self, outer: Window) -> tuple[slice, slice]:
        """Return where this window lies in an array that holds `outer`, which must contain it."""
        row, col = self.row - outer.row, self.col - outer.col
        return slice(row, row + self.rows), slice(col, col + self.cols)


def window_around(windows: Sequence[Window]) -> Window:
    """Return the smallest window that holds all of some, at least one."""
    row, col = min(each.row for each in windows), min(each.col for each in windows)
    row_stop, col_stop = max(each.row_stop for each in windows), max(each.col_stop for each in windows)
    return Window(row, col, row_stop - row, col_stop - col)
