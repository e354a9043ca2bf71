"""`deepseg export-labels`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command, add_crs
from engine.domain.label_interchange_settings import LABEL_FORMATS, PIXEL_MEANINGS, ExportLabelsSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg export-labels`."""
    parser.add_argument("labels", metavar="LABELS", help="polygons, FILE or FILE|LAYER, in any vector format")
    parser.add_argument("--format", choices=LABEL_FORMATS, required=True, help="format to write")
    parser.add_argument(
        "--raster",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="a raster that the labels lie on, a folder of rasters or a .txt list of them; may be given again",
    )
    add_crs(parser)
    parser.add_argument(
        "--output", required=True, type=Path, metavar="PATH", help="file or new folder, whichever the format has"
    )
    parser.add_argument(
        "--category-field", metavar="FIELD", help="field that holds the category (default: a likely one)"
    )
    parser.add_argument(
        "--pixels",
        choices=PIXEL_MEANINGS,
        default="auto",
        help="what the numbers in a raster of labels count (default: auto, labels)",
    )
    parser.add_argument("--copy-rasters", action="store_true", help="put the rasters into the folder as well")


def settings(options: argparse.Namespace) -> ExportLabelsSettings:
    """Return what `deepseg export-labels` was asked."""
    return ExportLabelsSettings(
        labels=options.labels,
        output=options.output,
        format=options.format,
        images=tuple(options.raster),
        category_field=options.category_field,
        pixels=options.pixels,
        copy_rasters=options.copy_rasters,
        crs=options.crs,
    )


COMMAND = Command(
    name="export-labels",
    summary="write labels in the format of another program",
    example="deepseg export-labels labels.gpkg --raster images --format yolo --output dataset",
    add_options=add_options,
    settings=settings,
)
