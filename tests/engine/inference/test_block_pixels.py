"""The pixels of a tile beyond the raster are those inside, mirrored."""

from __future__ import annotations

import numpy as np

from engine.geo.pixels import Pixels
from engine.geo.window import Window
from engine.inference.block import Batch, BlockPixels, TileMemory
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


def batch_of(pixels: np.ndarray) -> Batch:
    return Batch(np.moveaxis(pixels, -1, 1), (Window(0, 0, 1, 1),), (None,), 1)


def test_a_tile_that_is_drawn_leaves_its_memory_to_the_next() -> None:
    memory = TileMemory()
    first, second = memory.take((1, 4, 5, 3)), memory.take((1, 4, 5, 3))
    assert not np.shares_memory(first, second)
    memory.give_back(batch_of(first))
    assert np.shares_memory(memory.take((1, 4, 5, 3)), first)


def test_memory_of_another_shape_is_let_go() -> None:
    memory = TileMemory()
    first = memory.take((2, 4, 5, 3))
    memory.give_back(batch_of(first))
    assert memory.take((1, 4, 5, 3)).shape == (1, 4, 5, 3)
    assert not np.shares_memory(memory.take((2, 4, 5, 3)), first)


def test_memory_is_made_where_it_is_told_to_be() -> None:
    made = np.zeros((1, 4, 5, 3), np.float32)
    memory = TileMemory(lambda shape: made.reshape(shape))
    assert memory.take((1, 4, 5, 3)).base is made
