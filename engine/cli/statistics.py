"""`deepseg statistics`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command
from engine.domain.settings import StatisticsSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg statistics`."""
    parser.add_argument("footprints", metavar="FOOTPRINTS", help="footprints that `deepseg predict` wrote")
    parser.add_argument("--by", choices=["raster"], help="count per raster as well")
    parser.add_argument("--format", choices=["table", "json", "csv"], default="table", help="default: table")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write to a file instead of the terminal")


def settings(options: argparse.Namespace) -> StatisticsSettings:
    """Return what `deepseg statistics` was asked."""
    return StatisticsSettings(
        footprints=options.footprints,
        by_raster=options.by == "raster",
        format=options.format,
        output=options.output,
    )


COMMAND = Command(
    name="statistics",
    summary="count footprints and add up their areas, per category",
    example="deepseg statistics footprints.gpkg --by raster --format csv --output counts.csv",
    add_options=add_options,
    settings=settings,
)
