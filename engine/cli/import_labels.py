"""`deepseg import-labels`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command, add_crs
from engine.domain.label_interchange_settings import LABEL_FORMATS, PIXEL_MEANINGS, ImportLabelsSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg import-labels`."""
    parser.add_argument("source", metavar="SOURCE", help="file or folder with labels of another program")
    parser.add_argument(
        "--format", choices=["auto", *LABEL_FORMATS], default="auto", help="format of the labels (default: auto)"
    )
    parser.add_argument(
        "--raster",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="a raster that the labels were drawn on, a folder of rasters or a .txt list of them; may be given again",
    )
    add_crs(parser)
    parser.add_argument("--output", required=True, type=Path, metavar="FILE", help="labels, .gpkg, .geojson or .shp")
    parser.add_argument(
        "--category-field", metavar="FIELD", help="field or attribute that holds the category (default: a likely one)"
    )
    parser.add_argument("--category", metavar="NAME", help="category of labels that have none")
    parser.add_argument(
        "--pixels",
        choices=PIXEL_MEANINGS,
        default="auto",
        help="what the numbers in a raster of labels count (default: auto)",
    )


def settings(options: argparse.Namespace) -> ImportLabelsSettings:
    """Return what `deepseg import-labels` was asked."""
    return ImportLabelsSettings(
        source=options.source,
        output=options.output,
        format=options.format,
        images=tuple(options.raster),
        category_field=options.category_field,
        category=options.category,
        pixels=options.pixels,
        crs=options.crs,
    )


COMMAND = Command(
    name="import-labels",
    summary="take labels of another program over as polygons on the map",
    example="deepseg import-labels instances.json --raster images --output labels.gpkg",
    add_options=add_options,
    settings=settings,
)
