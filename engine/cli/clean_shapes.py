"""`deepseg clean-shapes`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command
from engine.cli.shape_options import add_changes, shape_changes
from engine.domain.clean_shapes_settings import CleanShapesSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg clean-shapes`."""
    parser.add_argument("polygons", metavar="POLYGONS", help="any layer of polygons: FILE or FILE|LAYER")
    parser.add_argument(
        "--output",
        required=True,
        type=Path,
        metavar="FILE",
        help="the polygons with all that was known of them: .gpkg, .geojson or .parquet",
    )
    add_changes(parser)
    parser.add_argument(
        "--simplify-m", type=float, default=0.0, metavar="T", help="leave out points that lie within T of the outline"
    )
    parser.add_argument(
        "--min-area-m2", type=float, default=0.0, metavar="A", help="drop polygons, and parts of them, below this"
    )
    parser.add_argument("--inside", metavar="FILE[|LAYER]", help="cut off what lies outside these polygons")
    parser.add_argument("--crs", metavar="EPSG:N", help="coordinate system of polygons that do not say theirs")


def settings(options: argparse.Namespace) -> CleanShapesSettings:
    """Return what `deepseg clean-shapes` was asked."""
    return CleanShapesSettings(
        polygons=options.polygons,
        output=options.output,
        changes=shape_changes(options, simplify_m=options.simplify_m, min_area_m2=options.min_area_m2),
        inside=options.inside,
        crs=options.crs,
    )


COMMAND = Command(
    name="clean-shapes",
    summary="simplify, smooth and square outlines, fill holes and drop specks; neighbors keep their common walls",
    example="deepseg clean-shapes roofs.gpkg --right-angles --fill-holes-m2 2 --min-area-m2 8 --output clean.gpkg",
    add_options=add_options,
    settings=settings,
)
