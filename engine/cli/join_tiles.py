"""`deepseg join-tiles`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command
from engine.domain.tiling_settings import JoinTilesSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg join-tiles`."""
    parser.add_argument("tiles", type=Path, metavar="DIR", help="folder of tiles that `deepseg tile` wrote")
    parser.add_argument("--output", required=True, type=Path, metavar="FILE", help="the GeoTIFF to write")


def settings(options: argparse.Namespace) -> JoinTilesSettings:
    """Return what `deepseg join-tiles` was asked."""
    return JoinTilesSettings(tiles=options.tiles, output=options.output)


COMMAND = Command(
    name="join-tiles",
    summary="put the tiles of a raster together again",
    example="deepseg join-tiles city_tiles --output city.tif",
    add_options=add_options,
    settings=settings,
)
