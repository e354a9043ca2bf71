"""The tiles that QGIS draws are those that the engine saves."""

from __future__ import annotations

import pytest
from affine import Affine

from deepseg_qgis.domain.tile_grid import TileGrid, recommended_counts
from engine.geo.division import divide
from engine.geo.grid import Grid
from engine.geo.tiling import suggested_tiling

SHAPES = [(1, 1), (70, 90), (1000, 1501), (8192, 333)]


def grid(rows: int, cols: int) -> Grid:
    return Grid(None, Affine.identity(), rows, cols)


@pytest.mark.parametrize("rows, cols", SHAPES)
@pytest.mark.parametrize("overlap", [0, 7, 10])
def test_by_counts(rows: int, cols: int, overlap: int) -> None:
    counts = min(3, rows), min(4, cols)

    drawn = TileGrid.by_count(cols, rows, *counts, overlap)
    saved = divide(grid(rows, cols), rows=counts[0], columns=counts[1], overlap=overlap)

    assert (saved.row_spans, saved.column_spans) == (drawn.row_spans, drawn.column_spans)


@pytest.mark.parametrize("rows, cols", SHAPES)
@pytest.mark.parametrize("size, overlap", [(64, 0), (100, 30), (2000, 1)])
def test_by_size(rows: int, cols: int, size: int, overlap: int) -> None:
    drawn = TileGrid.by_size(cols, rows, size, overlap)
    saved = divide(grid(rows, cols), tile_size=size, overlap=overlap)

    assert (saved.row_spans, saved.column_spans) == (drawn.row_spans, drawn.column_spans)


@pytest.mark.parametrize("rows, cols", SHAPES)
def test_where_nothing_is_said(rows: int, cols: int) -> None:
    assert suggested_tiling(grid(rows, cols)) == recommended_counts(cols, rows)
