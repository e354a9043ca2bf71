"""The pixels of a tile beyond the raster are those inside, mirrored."""

from __future__ import annotations

import numpy as np

from engine.geo.pixels import Pixels
from engine.geo.window import Window
from engine.inference.block import BlockPixels
from engine.inference.walk import reflected


def test_a_tile_anywhere_reads_what_mirrored_rows_and_columns_say() -> None:
    chance = np.random.default_rng(0)
    for _ in range(500):
        rows, cols = (int(side) for side in chance.integers(1, 40, 2))
        values = chance.integers(0, 255, (2, rows, cols), np.uint8)
        valid = chance.random((rows, cols)) > 0.1
        raster = Window(0, 0, rows, cols)
        row, col, n_rows, n_cols = (int(side) for side in chance.integers((-30, -30, 1, 1), (30, 30, 60, 60)))
        tile = BlockPixels(Pixels(values, valid), raster, raster).tile(Window(row, col, n_rows, n_cols))
        there = np.ix_(reflected(row, row + n_rows, rows), reflected(col, col + n_cols, cols))
        assert (tile.values == values[:, there[0], there[1]]).all()
        assert (tile.valid == valid[there]).all()
