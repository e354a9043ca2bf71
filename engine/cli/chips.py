"""`deepseg chips`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command, add_labels, add_rasters, band_numbers, label_source
from engine.domain.chips_settings import CHIP_FORMATS, CHIP_LAYOUTS, MASK_KINDS, ChipsSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg chips`."""
    add_rasters(parser)
    add_labels(parser)
    parser.add_argument("--output", required=True, type=Path, metavar="DIR", help="new folder for the chips")
    parser.add_argument(
        "--format",
        required=True,
        choices=CHIP_LAYOUTS,
        help="coco: images and COCO JSON; yolo: YOLO segmentation; mask: images and label rasters of the same names; "
        "arcgis: Classified Tiles of ArcGIS, or its RCNN Masks with --mask instance",
    )
    parser.add_argument("--size", type=int, default=512, metavar="PX", help="side of a chip (default: 512)")
    parser.add_argument(
        "--stride", type=int, metavar="PX", help="from the beginning of a chip to the next (default: the size)"
    )
    parser.add_argument(
        "--rotation",
        type=angles,
        default=(0.0,),
        metavar="DEG[,DEG]",
        help="each chip is cut once for each of these angles, counterclockwise (default: 0)",
    )
    parser.add_argument(
        "--min-overlap",
        type=float,
        default=0.0,
        metavar="S",
        help="share of a label that must lie in a chip to count there, 0 to 1 (default: 0, any piece)",
    )
    parser.add_argument(
        "--empty-share",
        type=float,
        metavar="S",
        help="share of chips without a label, 0 to 1 (default: 0.1 with --areas, else 0)",
    )
    parser.add_argument(
        "--val-share",
        type=float,
        default=0.2,
        metavar="S",
        help="share of chips that validate, where no area has that role; whole blocks of ground (default: 0.2)",
    )
    parser.add_argument(
        "--chip-format",
        choices=CHIP_FORMATS,
        help="tif keeps values and georeference, png and jpg have 8 bits (default: png; tif with mask and arcgis)",
    )
    parser.add_argument(
        "--mask", choices=MASK_KINDS, default="class", help="what the pixels of a mask count (default: class)"
    )
    parser.add_argument(
        "--bands",
        type=band_numbers,
        metavar="N,N,...",
        help="bands of the chips (default: all in tif, else the first three, or one)",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="for all that is left to chance (default: 0)")
    parser.add_argument("--threads", type=int, metavar="N", help="processor threads (default: one per core)")


def angles(text: str) -> tuple[float, ...]:
    """Return the angles of `0,90,45`."""
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"takes angles in degrees, such as 0,90,180,270, got {text!r}") from None


def settings(options: argparse.Namespace) -> ChipsSettings:
    """Return what `deepseg chips` was asked."""
    return ChipsSettings(
        rasters=tuple(options.raster),
        source=label_source(options),
        output=options.output,
        layout=options.format,
        size=options.size,
        stride=options.stride,
        rotations=options.rotation,
        min_overlap=options.min_overlap,
        empty_share=options.empty_share,
        val_share=options.val_share,
        chip_format=options.chip_format,
        mask=options.mask,
        bands=options.bands,
        seed=options.seed,
        threads=options.threads,
        crs=options.crs,
    )


COMMAND = Command(
    name="chips",
    summary="cut rasters and labels into chips that other programs train from",
    example="deepseg chips --raster city.tif --labels site.gpkg|labels --category-field category "
    "--areas site.gpkg|areas --output city_chips --format yolo",
    add_options=add_options,
    settings=settings,
)
