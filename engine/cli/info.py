"""`deepseg info`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command, add_crs
from engine.domain.settings import InfoSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg info`."""
    parser.add_argument(
        "raster", nargs="+", type=Path, metavar="RASTER", help="rasters, folders of rasters or .txt lists of them"
    )
    add_crs(parser)


def settings(options: argparse.Namespace) -> InfoSettings:
    """Return what `deepseg info` was asked."""
    return InfoSettings(rasters=tuple(options.raster), crs=options.crs)


COMMAND = Command(
    name="info",
    summary="tell a raster's size, bands, coordinate system, metres per pixel and a good tile grid",
    example="deepseg info city.tif",
    add_options=add_options,
    settings=settings,
)
