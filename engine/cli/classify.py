"""`deepseg classify`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command, add_device, add_rasters
from engine.domain.classify_settings import ClassifySettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg classify`."""
    parser.add_argument("footprints", metavar="FOOTPRINTS[|LAYER]", help="footprints, labels or any other polygons")
    add_rasters(parser)
    parser.add_argument(
        "--model", required=True, type=Path, metavar="FILE", help="a model that `deepseg classify-train` wrote"
    )
    parser.add_argument(
        "--output", required=True, type=Path, metavar="FILE", help="the sorted footprints: .gpkg, .geojson or .parquet"
    )
    parser.add_argument(
        "--category",
        action="append",
        default=[],
        metavar="NAME",
        help="sort only footprints of this category, the others stay as they are; may be given again",
    )
    parser.add_argument(
        "--category-field", default="category", metavar="FIELD", help="field of --category (default: category)"
    )
    parser.add_argument(
        "--truth-field", metavar="FIELD", help="field that says what footprints really are, to tell how many were right"
    )
    parser.add_argument(
        "--views",
        type=int,
        default=1,
        metavar="N",
        help="1 to 8 ways to turn the picture, of which the mean is taken; each takes its time (default: 1)",
    )
    parser.add_argument("--batch-size", type=int, default=32, metavar="N", help="pictures per step (default: 32)")
    add_device(parser)


def settings(options: argparse.Namespace) -> ClassifySettings:
    """Return what `deepseg classify` was asked."""
    return ClassifySettings(
        footprints=options.footprints,
        rasters=tuple(options.raster),
        model=options.model,
        output=options.output,
        categories=tuple(options.category),
        category_field=options.category_field,
        truth_field=options.truth_field,
        views=options.views,
        batch_size=options.batch_size,
        crs=options.crs,
        device=options.device,
        threads=options.threads,
    )


COMMAND = Command(
    name="classify",
    summary="sort footprints into kinds",
    example="deepseg classify footprints.gpkg --raster city.tif --model kinds.safetensors --output sorted.gpkg",
    add_options=add_options,
    settings=settings,
)
