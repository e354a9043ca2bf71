"""`deepseg tile`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command, add_crs
from engine.domain.tiling_settings import TILE_FORMATS, DivideSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg tile`."""
    parser.add_argument(
        "rasters", nargs="+", type=Path, metavar="RASTER", help="a raster, a folder of rasters or a .txt list of them"
    )
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="new folder for the tiles; several rasters get a folder each in it"
    )
    parser.add_argument("--grid", type=Path, metavar="FILE", help="layer of the tiles' outlines: .gpkg or .geojson")
    parser.add_argument("--rows", type=int, metavar="N", help="rows of tiles, with --columns")
    parser.add_argument("--columns", type=int, metavar="N", help="columns of tiles, with --rows")
    parser.add_argument(
        "--tile-size", type=int, metavar="PX", help="side of a square tile (default: tiles of about 1000 px)"
    )
    parser.add_argument("--overlap", type=int, default=0, metavar="PX", help="pixels that neighbors share (default: 0)")
    parser.add_argument(
        "--format", choices=TILE_FORMATS, default="tif", help="tif keeps everything, jpg changes pixels (default: tif)"
    )
    add_crs(parser)


def settings(options: argparse.Namespace) -> DivideSettings:
    """Return what `deepseg tile` was asked."""
    return DivideSettings(
        rasters=tuple(options.rasters),
        output=options.output,
        grid=options.grid,
        rows=options.rows,
        columns=options.columns,
        tile_size=options.tile_size,
        overlap=options.overlap,
        format=options.format,
        crs=options.crs,
    )


COMMAND = Command(
    name="tile",
    summary="divide rasters into tiles, as files or as a layer of their outlines",
    example="deepseg tile city.tif --output city_tiles --tile-size 1000 --overlap 100",
    add_options=add_options,
    settings=settings,
)
