"""Rasters are divided as asked: nothing is left out, nothing lies outside."""

from __future__ import annotations

import pytest

from deepseg_qgis.domain.tile_grid import TileGrid, recommended_counts
from engine.geo.tiling import Tiling, tiles


@pytest.mark.parametrize(
    "width_px, height_px, rows, columns",
    [(8000, 8000, 8, 8), (8192, 8192, 8, 8), (1, 1, 1, 1), (400, 300, 1, 1), (1499, 2500, 2, 1), (20_000, 900, 1, 20)],
)
def test_about_a_thousand_pixels_are_recommended(width_px: int, height_px: int, rows: int, columns: int) -> None:
    assert recommended_counts(width_px, height_px) == (rows, columns)


def test_one_pixel_is_one_tile() -> None:
    assert list(TileGrid.by_count(1, 1, 1, 1).windows()) == [(1, 1, 0, 0, 1, 1)]
    assert list(TileGrid.by_size(1, 1, 1000).windows()) == [(1, 1, 0, 0, 1, 1)]


def test_an_even_division_shares_the_rest_out() -> None:
    grid = TileGrid.by_count(10, 7, 2, 3)
    assert grid.column_spans == ((0, 3), (3, 3), (6, 4))
    assert grid.row_spans == ((0, 3), (3, 4))
    assert (grid.tile_width_px, grid.tile_height_px, grid.n_tiles) == (4, 4, 6)


def test_windows_come_row_by_row_and_count_from_one() -> None:
    assert list(TileGrid.by_count(10, 6, 2, 2).windows()) == [
        (1, 1, 0, 0, 5, 3),
        (1, 2, 5, 0, 5, 3),
        (2, 1, 0, 3, 5, 3),
        (2, 2, 5, 3, 5, 3),
    ]


def test_overlap_reaches_into_the_neighbors_and_never_over_the_edge() -> None:
    assert TileGrid.by_count(100, 10, 1, 2, overlap_px=11).column_spans == ((0, 56), (45, 55))
    assert TileGrid.by_count(100, 10, 1, 2, overlap_px=500).column_spans == ((0, 100), (0, 100))


def test_the_last_tile_by_size_ends_at_the_edge() -> None:
    assert TileGrid.by_size(105, 30, 40, 10).column_spans == ((0, 40), (30, 40), (60, 40), (65, 40))
    assert TileGrid.by_size(105, 30, 40, 10).row_spans == ((0, 30),)


@pytest.mark.parametrize("width_px, height_px, size_px, overlap_px", [(105, 30, 40, 10), (40, 41, 40, 0), (7, 7, 3, 2)])
def test_it_is_the_walk_of_the_engine(width_px: int, height_px: int, size_px: int, overlap_px: int) -> None:
    ours = [
        (y, x, height, width)
        for _, _, x, y, width, height in TileGrid.by_size(width_px, height_px, size_px, overlap_px).windows()
    ]
    theirs = [(w.row, w.col, w.rows, w.cols) for w in tiles(height_px, width_px, Tiling(size_px, overlap_px))]
    assert ours == theirs


@pytest.mark.parametrize("width_px, height_px, rows, columns, overlap_px", [(13, 29, 4, 5, 3), (50, 50, 7, 7, 0)])
def test_every_pixel_is_in_a_tile(width_px: int, height_px: int, rows: int, columns: int, overlap_px: int) -> None:
    covered = set()
    for _, _, x, y, width, height in TileGrid.by_count(width_px, height_px, rows, columns, overlap_px).windows():
        covered |= {(i, j) for i in range(x, x + width) for j in range(y, y + height)}
    assert covered == {(i, j) for i in range(width_px) for j in range(height_px)}


@pytest.mark.parametrize(
    "make, words",
    [
        (lambda: TileGrid.by_count(0, 5, 1, 1), "at least one pixel"),
        (lambda: TileGrid.by_count(5, 5, 6, 1), "rows must be from 1 to 5, got 6"),
        (lambda: TileGrid.by_count(5, 5, 1, 0), "columns must be from 1 to 5, got 0"),
        (lambda: TileGrid.by_count(5, 5, 1, 1, -1), "overlap_px must not be negative"),
        (lambda: TileGrid.by_size(5, 5, 0), "tile_size_px must be at least 1"),
        (lambda: TileGrid.by_size(5, 5, 4, 4), "overlap_px must be from 0 to 3, got 4"),
    ],
)
def test_a_grid_that_cannot_be_says_so(make: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        make()  # type: ignore[operator]
