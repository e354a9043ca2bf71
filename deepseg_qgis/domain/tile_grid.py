"""How a raster is divided into tiles, in pixels; the same walk as the engine's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

TARGET_PX = 1000  # a side that the eye can work through on one screen, and that a network likes

Span = tuple[int, int]  # start and length along one side


@dataclass(frozen=True)
class TileGrid:
    """Tiles that cover a raster: their spans along its height and along its width, all inside it."""

    row_spans: tuple[Span, ...]
    column_spans: tuple[Span, ...]

    @classmethod
    def by_count(cls, width_px: int, height_px: int, rows: int, columns: int, overlap_px: int = 0) -> TileGrid:
        """Divide evenly; sizes differ by one pixel where the division leaves a rest."""
        _check_size(width_px, height_px)
        for name, n, length_px in (("rows", rows, height_px), ("columns", columns, width_px)):
            if not 1 <= n <= length_px:
                raise ValueError(f"{name} must be from 1 to {length_px}, got {n}")
        if overlap_px < 0:
            raise ValueError(f"overlap_px must not be negative, got {overlap_px}")
        return cls(_even(height_px, rows, overlap_px), _even(width_px, columns, overlap_px))

    @classmethod
    def by_size(cls, width_px: int, height_px: int, tile_size_px: int, overlap_px: int = 0) -> TileGrid:
        """Walk with square tiles; the last one of a row or column is pulled back so that it ends at the edge."""
        _check_size(width_px, height_px)
        if tile_size_px < 1:
            raise ValueError(f"tile_size_px must be at least 1, got {tile_size_px}")
        if not 0 <= overlap_px < tile_size_px:
            raise ValueError(f"overlap_px must be from 0 to {tile_size_px - 1}, got {overlap_px}")
        return cls(_regular(height_px, tile_size_px, overlap_px), _regular(width_px, tile_size_px, overlap_px))

    @property
    def n_tiles(self) -> int:
        """How many tiles there are."""
        return len(self.row_spans) * len(self.column_spans)

    @property
    def tile_width_px(self) -> int:
        """The width of the widest tile."""
        return max(length for _, length in self.column_spans)

    @property
    def tile_height_px(self) -> int:
        """The height of the highest tile."""
        return max(length for _, length in self.row_spans)

    def windows(self) -> Iterator[tuple[int, int, int, int, int, int]]:
        """Yield (row, column, x, y, width, height), row by row; rows and columns count from 1, pixels from 0."""
        for row, (y, height) in enumerate(self.row_spans, start=1):
            for column, (x, width) in enumerate(self.column_spans, start=1):
                yield row, column, x, y, width, height


def recommended_counts(width_px: int, height_px: int, target_px: int = TARGET_PX) -> tuple[int, int]:
    """Return the (rows, columns) that give tiles of about `target_px`: 8192 x 8192 is divided into 8 x 8."""
    _check_size(width_px, height_px)
    return max(1, round(height_px / target_px)), max(1, round(width_px / target_px))


def _check_size(width_px: int, height_px: int) -> None:
    if width_px < 1 or height_px < 1:
        raise ValueError(f"a raster has at least one pixel, got {width_px} x {height_px}")


def _even(length_px: int, n: int, overlap_px: int) -> tuple[Span, ...]:
    before_px, after_px = overlap_px // 2, overlap_px - overlap_px // 2
    spans = []
    for i in range(n):
        start, end = i * length_px // n, (i + 1) * length_px // n
        first = max(0, start - before_px) if start > 0 else 0
        last = min(length_px, end + after_px) if end < length_px else length_px
        spans.append((first, last - first))
    return tuple(spans)


def _regular(length_px: int, size_px: int, overlap_px: int) -> tuple[Span, ...]:
    last = max(length_px - size_px, 0)
    return tuple((start, min(size_px, length_px)) for start in [*range(0, last, size_px - overlap_px), last])
