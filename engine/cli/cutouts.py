"""`deepseg cutouts`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command, add_rasters, band_numbers
from engine.domain.cutout_settings import CUTOUT_FORMATS, CutoutsSettings, Framing


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg cutouts`."""
    parser.add_argument("footprints", metavar="FOOTPRINTS[|LAYER]", help="footprints, labels or any other polygons")
    add_rasters(parser)
    parser.add_argument("--output", required=True, type=Path, metavar="DIR", help="a new folder for the pictures")
    add_framing(parser)
    parser.add_argument("--masked", action="store_true", help="hide what lies outside the polygon")
    parser.add_argument(
        "--format",
        choices=CUTOUT_FORMATS,
        default="tif",
        metavar="NAME",
        help=f"{', '.join(CUTOUT_FORMATS)} (default: tif, which keeps all bands and values)",
    )
    parser.add_argument("--bands", type=band_numbers, metavar="N,N,...", help="bands to cut out, from 1 (default: all)")
    parser.add_argument(
        "--category-field", default="category", metavar="FIELD", help="field that names the folder (default: category)"
    )
    parser.add_argument(
        "--category",
        action="append",
        default=[],
        metavar="NAME",
        help="cut out only polygons of this category; may be given again",
    )


def add_framing(parser: argparse.ArgumentParser) -> None:
    """Add how much is cut out around a polygon, and how it is turned."""
    parser.add_argument("--size", type=int, metavar="N", help="longer side in pixels (default: those of the raster)")
    parser.add_argument(
        "--padding",
        type=padding,
        default=(0.1, 0),
        metavar="SHARE",
        help="ground around the polygon: a share of its longer side such as 0.1, or pixels such as 8px (default: 0.1)",
    )
    parser.add_argument("--upright", action="store_true", help="turn the polygon so that its longer side stands")
    parser.add_argument("--square", action="store_true", help="add ground to the shorter sides")


def framing(options: argparse.Namespace) -> Framing:
    """Return how polygons are framed."""
    return Framing(
        size_px=options.size,
        padding=options.padding[0],
        padding_px=options.padding[1],
        is_upright=options.upright,
        is_square=options.square,
    )


def padding(text: str) -> tuple[float, int]:
    """Return the share and the pixels of `0.1` or `8px`."""
    number = text.strip().lower()
    try:
        return (0.0, int(number[:-2])) if number.endswith("px") else (float(number), 0)
    except ValueError:
        raise argparse.ArgumentTypeError(f"takes a share such as 0.1 or pixels such as 8px, got {text!r}") from None


def settings(options: argparse.Namespace) -> CutoutsSettings:
    """Return what `deepseg cutouts` was asked."""
    return CutoutsSettings(
        footprints=options.footprints,
        rasters=tuple(options.raster),
        output=options.output,
        framing=framing(options),
        is_masked=options.masked,
        category_field=options.category_field,
        categories=tuple(options.category),
        format=options.format,
        bands=options.bands,
        crs=options.crs,
    )


COMMAND = Command(
    name="cutouts",
    summary="cut one picture per footprint out of rasters, in a folder per category",
    example="deepseg cutouts footprints.gpkg --raster city.tif --output cutouts --size 128 --square",
    add_options=add_options,
    settings=settings,
)
