"""What users say about tiles becomes a walk; what is changed is said."""

from __future__ import annotations

import pytest

from engine.domain.settings import TileSettings
from engine.errors import UsageError
from engine.events import SilentReporter
from engine.geo.grid import PIXEL_COORDINATES, Grid
from engine.inference.tile_choice import choose_walk
from engine.inference.walk import TileWalk

GRID = Grid(None, PIXEL_COORDINATES, 8960, 8960)


def chosen(**settings: int) -> tuple[TileWalk, list[str]]:
    reporter = SilentReporter()
    walk = choose_walk(TileSettings(**settings), GRID, halo_px=64, reporter=reporter)
    return walk, [event["message"] for event in reporter.events]


def test_nothing_said_gives_tiles_of_1024_that_share_what_the_network_feels() -> None:
    assert chosen() == (TileWalk(896, 896, 64), [])


def test_a_tile_size_and_an_overlap_are_followed() -> None:
    assert chosen(tile_size=512, overlap=192) == (TileWalk(320, 320, 96), [])


def test_a_wide_overlap_makes_wide_tiles() -> None:
    assert chosen(overlap=1024) == (TileWalk(1024, 1024, 512), [])


def test_rows_and_columns_are_followed() -> None:
    assert chosen(rows=10, columns=5) == (TileWalk(896, 1792, 64), [])


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


def test_a_tile_that_is_all_overlap_is_refused() -> None:
    with pytest.raises(UsageError, match="tiles of 128 pixels cannot share 128 with their neighbors") as caught:
        chosen(tile_size=128)
    assert "--tile-size 256 or more" in caught.value.hint
