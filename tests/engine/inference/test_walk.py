"""Tiles lie on one grid over the raster, and beyond its edges it is mirrored."""

from __future__ import annotations

import pytest

from engine.geo.tiling import Tiling
from engine.geo.window import Window
from engine.inference.walk import BlockGrid, TileWalk, reflected, usual_block_px


@pytest.mark.parametrize(
    "length_px, expected",
    [
        (1, [0, 0, 0, 0, 0, 0, 0]),
        (2, [1, 0, 1, 0, 1, 0, 1]),
        (3, [1, 2, 1, 0, 1, 2, 1]),
        (4, [3, 2, 1, 0, 1, 2, 3]),
    ],
)
def test_a_side_is_mirrored_again_and_again(length_px: int, expected: list[int]) -> None:
    assert reflected(-3, 4, length_px).tolist() == expected


@pytest.mark.parametrize(
    "size_px, overlap_px, rows, cols, walk",
    [
        (1024, 128, 8960, 897, TileWalk(896, 480, 64)),
        (1024, 128, 300, 896, TileWalk(320, 896, 64)),
        (1024, 128, 1, 1, TileWalk(32, 32, 64)),
        (100, 0, 5120, 5120, TileWalk(128, 128, 0)),
        (256, 65, 5120, 5120, TileWalk(128, 128, 64)),
        (65, 64, 5000, 5000, TileWalk(32, 32, 32)),
    ],
)
def test_tiles_are_rounded_to_the_stride_and_shrink_with_the_raster(
    size_px: int, overlap_px: int, rows: int, cols: int, walk: TileWalk
) -> None:
    assert TileWalk.over(rows, cols, Tiling(size_px, overlap_px)) == walk


def test_rows_and_columns_divide_the_raster() -> None:
    walk = TileWalk.dividing(8192, 4096, n_rows=8, n_columns=4, halo_px=64)
    assert (walk.core_rows, walk.core_cols) == (1024, 1024)
    assert walk.n_tiles(Window(0, 0, 8192, 4096)) == 32


def test_cores_reach_into_the_window_and_are_whole() -> None:
    walk = TileWalk(32, 64, 32)
    assert list(walk.cores(Window(31, 70, 2, 2))) == [Window(0, 64, 32, 64), Window(32, 64, 32, 64)]
    assert walk.n_tiles(Window(31, 70, 2, 2)) == 2
    assert list(walk.cores(Window(5, 5, 0, 3))) == [] and walk.n_tiles(Window(5, 5, 0, 3)) == 0


def test_one_tile_lies_around_a_small_window() -> None:
    walk = TileWalk.around(Window(100, 40, 30, 20), halo_px=64)
    assert list(walk.cores(Window(100, 40, 30, 20))) == [Window(96, 32, 64, 32)]
    assert walk.tile_shape == (192, 160)
    assert list(walk.cores(Window(95, 40, 1, 1))) == [Window(32, 32, 64, 32)]


@pytest.mark.parametrize("walk", [(33, 32, 32), (32, 32, 16), (0, 32, 32), (32, 32, 0, 5)])
def test_tiles_off_the_stride_are_refused(walk: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"multiple of 32|needs a core"):
        TileWalk(*walk)


@pytest.mark.parametrize(
    "core_px, block_px", [(896, 1792), (1376, 1376), (640, 1920), (32, 2048), (2048, 2048), (4096, 4096)]
)
def test_blocks_are_whole_tiles_of_about_2048_pixels(core_px: int, block_px: int) -> None:
    blocks = TileWalk(core_px, core_px, 64).blocks(5000, 5000)
    assert (blocks.block_rows, blocks.block_cols) == (block_px, block_px)


@pytest.mark.parametrize("n_fields, block_px", [(1, 2048), (3, 2048), (21, 1787), (300, 472)])
def test_blocks_are_smaller_where_there_are_many_fields(n_fields: int, block_px: int) -> None:
    assert usual_block_px(n_fields) == block_px


def test_blocks_fill_the_raster_and_know_their_places() -> None:
    blocks = BlockGrid(rows=5, cols=7, block_rows=4, block_cols=4)
    windows = [blocks.window_of(place) for place in blocks.places()]
    assert windows == [Window(0, 0, 4, 4), Window(0, 4, 4, 3), Window(4, 0, 1, 4), Window(4, 4, 1, 3)]
    assert blocks.place_of((4, 3)) == (1, 0)
    assert (1, 1) in blocks and (2, 0) not in blocks and (0, -1) not in blocks
    assert list(blocks.places_in(Window(3, 1, 2, 2))) == [(0, 0), (1, 0)]
    assert list(blocks.places_in(Window(3, 1, 0, 2))) == []
