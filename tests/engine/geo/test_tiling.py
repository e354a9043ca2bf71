"""The regular walk over a raster, at every size around the tile."""

from __future__ import annotations

import numpy as np
import pytest

from engine.geo.grid import PIXEL_COORDINATES, Grid
from engine.geo.tiling import Tiling, blocks, suggested_tiling, tile_starts, tiles
from engine.geo.window import Window


@pytest.mark.parametrize("length_px, starts", [(1, [0]), (30, [0]), (40, [0]), (41, [0, 1]), (70, [0, 30]),
                                               (100, [0, 30, 60]), (105, [0, 30, 60, 65])])  # fmt: skip
def test_last_tile_ends_at_the_edge(length_px, starts):
    assert tile_starts(length_px, Tiling(size_px=40, overlap_px=10)) == starts


@pytest.mark.parametrize("rows, cols", [(rows, cols) for rows in (1, 15, 16, 17, 31, 32, 33) for cols in (1, 16, 40)])
def test_tiles_cover_every_pixel_and_none_outside(rows, cols):
    seen = np.zeros((rows, cols), int)
    for tile in tiles(rows, cols, Tiling(size_px=16, overlap_px=4)):
        assert tile.intersection(Window(0, 0, rows, cols)) == tile and not tile.is_empty
        seen[tile.slices_in(Window(0, 0, rows, cols))] += 1
    assert seen.min() >= 1


@pytest.mark.parametrize(
    "window", [Window(0, 0, 1, 1), Window(0, 0, 30, 30), Window(7, 3, 25, 41), Window(9, 10, 1, 1)]
)
def test_blocks_cover_a_window_once_on_one_global_grid(window):
    seen = np.zeros((60, 60), int)
    for block in blocks(window, 10):
        assert block.row // 10 == (block.row_stop - 1) // 10 and block.col // 10 == (block.col_stop - 1) // 10
        seen[block.slices_in(Window(0, 0, 60, 60))] += 1
    inside = np.zeros((60, 60), int)
    inside[window.slices_in(Window(0, 0, 60, 60))] = 1
    assert (seen == inside).all()


@pytest.mark.parametrize(
    "rows, cols, grid", [(1, 1, (1, 1)), (1000, 1400, (1, 1)), (1024, 1536, (1, 2)), (8192, 8192, (8, 8))]
)
def test_tiles_of_about_a_thousand_pixels_are_suggested(rows, cols, grid):
    assert suggested_tiling(Grid(None, PIXEL_COORDINATES, rows, cols)) == grid


@pytest.mark.parametrize("size_px, overlap_px", [(0, 0), (10, 10), (10, -1)])
def test_a_walk_must_move_on(size_px, overlap_px):
    with pytest.raises(ValueError, match="px must be"):
        Tiling(size_px=size_px, overlap_px=overlap_px)
