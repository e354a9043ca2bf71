"""`deepseg mask`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command, add_crs
from engine.domain.mask_settings import MASK_KINDS, NODATA, TRANSPARENT, MaskSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg mask`."""
    parser.add_argument("--raster", required=True, type=Path, metavar="FILE", help="the raster")
    add_crs(parser)
    parser.add_argument(
        "--polygons", required=True, metavar="FILE[|LAYER]", help="footprints, labels or any other polygons"
    )
    parser.add_argument("--output", required=True, type=Path, metavar="FILE", help="the raster to write, .tif")
    _add_kind(parser)
    _add_polygons(parser)


def _add_kind(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--kind",
        choices=MASK_KINDS,
        default="pixels",
        metavar="NAME",
        help="pixels: the raster without its background; or class, instance, score: what the polygons say "
        "(default: pixels)",
    )
    parser.add_argument(
        "--keep", choices=["inside", "outside"], default="inside", help="which pixels stay (default: inside)"
    )
    parser.add_argument(
        "--fill",
        type=fill,
        default=NODATA,
        metavar="VALUE",
        help="what the others become: nodata, transparent or a number (default: nodata)",
    )


def _add_polygons(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--category",
        action="append",
        default=[],
        metavar="NAME",
        help="use only polygons of this category; may be given again",
    )
    parser.add_argument(
        "--category-field", default="category", metavar="FIELD", help="field of the category (default: category)"
    )
    parser.add_argument(
        "--score-field", default="score", metavar="FIELD", help="field that --kind score paints (default: score)"
    )
    parser.add_argument(
        "--all-touched",
        action="store_true",
        help="a polygon covers every pixel that it touches, not only those whose center it covers",
    )
    parser.add_argument(
        "--color",
        action="append",
        default=[],
        type=color,
        metavar="NAME=#RRGGBB",
        help="color of a category in the color table; may be given again",
    )


def fill(text: str) -> str | float:
    """Return `nodata`, `transparent` or the number."""
    if text in (NODATA, TRANSPARENT):
        return text
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"takes nodata, transparent or a number, got {text!r}") from None


def color(text: str) -> tuple[str, str]:
    """Return the category and the color of `roof=#e69f00`; a name may itself hold an equals sign."""
    name, equals, value = text.rpartition("=")
    if not (name and equals):
        raise argparse.ArgumentTypeError(f"takes a category and a color, such as roof=#e69f00, got {text!r}")
    return name, value


def settings(options: argparse.Namespace) -> MaskSettings:
    """Return what `deepseg mask` was asked."""
    return MaskSettings(
        raster=options.raster,
        polygons=options.polygons,
        output=options.output,
        kind=options.kind,
        keeps_inside=options.keep == "inside",
        categories=tuple(options.category),
        category_field=options.category_field,
        score_field=options.score_field,
        fill=options.fill,
        all_touched=options.all_touched,
        colors=tuple(options.color),
        crs=options.crs,
    )


COMMAND = Command(
    name="mask",
    summary="hide a raster's background, or paint polygons into a raster of categories, instances or scores",
    example="deepseg mask --raster city.tif --polygons footprints.gpkg --output roofs.tif",
    add_options=add_options,
    settings=settings,
)
