"""`deepseg statistics`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command, add_crs
from engine.domain.settings import STATISTICS_FORMATS, StatisticsSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg statistics`."""
    parser.add_argument(
        "footprints", metavar="FOOTPRINTS", help="footprints that `deepseg predict` wrote, or any polygons"
    )
    parser.add_argument("--by", choices=["raster"], help="count per raster as well")
    parser.add_argument(
        "--format",
        choices=STATISTICS_FORMATS,
        default="table",
        help="html is a page with charts and maps; default: table",
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="write to a file instead of the terminal")
    parser.add_argument("--category-field", metavar="FIELD", help="field that holds the category (default: category)")
    parser.add_argument(
        "--area",
        metavar="FILE[|LAYER]",
        help="count only what lies in these polygons, and tell how many there are per hectare of them",
    )
    parser.add_argument(
        "--raster",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="a raster, folder or .txt list: the ground for densities, and maps on the page; may be given again",
    )
    add_crs(parser)
    parser.add_argument(
        "--bins",
        type=areas,
        default=(),
        metavar="A,...",
        help="where the bars of the size histogram begin and end, in m² (default: chosen from the sizes)",
    )
    parser.add_argument("--sizes", type=Path, metavar="FILE", help="write the size histogram to a .csv file as well")
    parser.add_argument(
        "--color",
        action="append",
        default=[],
        type=color,
        metavar="NAME=#RRGGBB",
        help="color of a category on the page; may be given again",
    )


def settings(options: argparse.Namespace) -> StatisticsSettings:
    """Return what `deepseg statistics` was asked."""
    return StatisticsSettings(
        footprints=options.footprints,
        by_raster=options.by == "raster",
        format=options.format,
        output=options.output,
        category_field=options.category_field,
        area=options.area,
        rasters=tuple(options.raster),
        bins=options.bins,
        sizes=options.sizes,
        colors=tuple(options.color),
        crs=options.crs,
    )


def areas(text: str) -> tuple[float, ...]:
    """Return the numbers of `0,50,100`."""
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"takes areas in m², such as 0,50,100,200, got {text!r}") from None


def color(text: str) -> tuple[str, str]:
    """Return the category and color of `roof=#e69f00`; a name may itself hold an equals sign."""
    name, equals, value = text.rpartition("=")
    if (
        not name
        or not equals
        or len(value) != 7
        or value[0] != "#"
        or not set(value[1:]) <= set("0123456789abcdefABCDEF")
    ):
        raise argparse.ArgumentTypeError(f"takes a category and a color, such as roof=#e69f00, got {text!r}")
    return name, value


COMMAND = Command(
    name="statistics",
    summary="count footprints and add up their areas, per category, with sizes and densities",
    example="deepseg statistics footprints.gpkg --by raster --raster city.tif --format html --output report.html",
    add_options=add_options,
    settings=settings,
)
