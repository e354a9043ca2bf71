"""What users say about tiles becomes a walk; what is changed is said."""

from __future__ import annotations

import pytest

from engine.domain.settings import TileSettings
from engine.errors import UsageError
from engine.events import SilentReporter
from engine.geo.grid import PIXEL_COORDINATES, Grid
from engine.geo.window import Window
from engine.inference.tile_choice import choose_walk
from engine.inference.walk import TileWalk
from engine.models.registry import UNetFamily

GRID = Grid(None, PIXEL_COORDINATES, 8960, 8960)
DEFAULT_HALO_PX = UNetFamily().halo_px(UNetFamily.default_depth)


def chosen(grid: Grid = GRID, halo_px: int = 64, n_fields: int = 3, **settings: int) -> tuple[TileWalk, list[str]]:
    reporter = SilentReporter()
    walk = choose_walk(TileSettings(**settings), grid, halo_px=halo_px, n_fields=n_fields, reporter=reporter)
    return walk, [event["message"] for event in reporter.events]


def test_nothing_said_gives_tiles_of_at_most_2304_that_share_what_the_network_feels() -> None:
    assert chosen() == (TileWalk(1792, 1792, 64), [])
    assert chosen(Grid(None, PIXEL_COORDINATES, 4096, 4097)) == (TileWalk(2048, 1376, 64), [])
    assert chosen(Grid(None, PIXEL_COORDINATES, 4096, 9000), halo_px=128) == (TileWalk(2048, 1824, 128), [])


@pytest.mark.parametrize("n_fields, core_px", [(3, 1920), (18, 1920), (24, 1664), (30, 1472), (60, 1472)])
def test_many_fields_make_smaller_tiles_but_not_ever_smaller(n_fields: int, core_px: int) -> None:
    grid = Grid(None, PIXEL_COORDINATES, 13_248, 13_248)
    assert chosen(grid, halo_px=32, n_fields=n_fields) == (TileWalk(core_px, core_px, 32), [])


@pytest.mark.parametrize("side_px", [4096, 10_000, 20_000, 40_000, 80_000])
def test_by_default_at_most_35_pixels_are_computed_twice_for_each_hundred(side_px: int) -> None:
    walk, _ = chosen(Grid(None, PIXEL_COORDINATES, side_px, side_px), halo_px=DEFAULT_HALO_PX)
    rows, cols = walk.tile_shape
    n_computed = walk.n_tiles(Window(0, 0, side_px, side_px)) * rows * cols
    assert n_computed <= 1.35 * side_px**2


@pytest.mark.parametrize("side_px, core_px", [(1, 32), (1000, 1024), (2048, 2048), (2049, 1056), (4097, 1376)])
def test_tiles_are_as_small_as_their_number_allows(side_px: int, core_px: int) -> None:
    walk, _ = chosen(Grid(None, PIXEL_COORDINATES, side_px, side_px), halo_px=128)
    assert walk == TileWalk(core_px, core_px, 128)


def test_a_tile_size_and_an_overlap_are_followed() -> None:
    assert chosen(tile_size=512, overlap=192) == (TileWalk(320, 320, 96), [])


def test_a_wide_overlap_makes_wide_tiles() -> None:
    assert chosen(overlap=1024) == (TileWalk(1280, 1280, 512), [])
    assert chosen(overlap=1280) == (TileWalk(1280, 1280, 640), [])


@pytest.mark.parametrize("halo_px, wider_px", [(32, 64), (64, 96), (128, 160)])
def test_tiles_that_somebody_asks_for_share_more_since_they_have_more_seams(halo_px: int, wider_px: int) -> None:
    assert chosen(halo_px=halo_px, tile_size=1024) == (TileWalk(1024 - 2 * wider_px, 1024 - 2 * wider_px, wider_px), [])
    assert chosen(halo_px=halo_px, rows=10, columns=5) == (TileWalk(896, 1792, wider_px), [])


def test_what_the_network_cannot_do_is_rounded_and_said() -> None:
    walk, told = chosen(tile_size=500, overlap=130)
    assert walk == TileWalk(320, 320, 96)
    assert told == [
        "the overlap of 130 pixels is made 192: the network needs multiples of 64",
        "the tile size of 500 pixels is made 512: the network needs multiples of 32",
    ]


def test_too_little_overlap_is_said() -> None:
    walk, told = chosen(tile_size=256, overlap=0)
    assert walk == TileWalk(256, 256, 0)
    assert told == ["with an overlap of 0 pixels the edges of tiles may show in the result"]


def test_a_tile_that_is_too_small_for_what_the_network_feels_is_made_larger_and_said() -> None:
    walk, told = chosen(halo_px=128, tile_size=256)
    assert walk == TileWalk(64, 64, 160)
    assert told[0] == "the tile size of 256 pixels is made 384: the network looks 160 pixels around what it draws"


@pytest.mark.parametrize("settings", [{"tile_size": 512}, {"rows": 80, "columns": 80}])
def test_what_small_tiles_cost_is_said(settings: dict[str, int]) -> None:
    walk, told = chosen(halo_px=128, **settings)
    rows, cols = walk.tile_shape
    assert told == [
        f"tiles of {cols} x {rows} pixels, 160 of them around what is drawn, make the network compute "
        f"{rows * cols / walk.core_rows / walk.core_cols:.1f} pixels for each one of the raster"
    ]


def test_a_tile_that_is_all_overlap_is_refused() -> None:
    with pytest.raises(UsageError, match="tiles of 128 pixels cannot share 128 with their neighbors") as caught:
        chosen(tile_size=128, overlap=128)
    assert "--tile-size 256 or more" in caught.value.hint
