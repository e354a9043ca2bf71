"""`deepseg suggest-areas`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command, add_device, add_rasters
from engine.domain.suggest_areas_settings import SuggestAreasSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg suggest-areas`."""
    parser.add_argument("--model", required=True, type=Path, metavar="FILE", help="a model that `deepseg train` wrote")
    add_rasters(parser)
    parser.add_argument("--labels", metavar="FILE[|LAYER]", help="what is labeled already")
    parser.add_argument(
        "--areas", metavar="FILE[|LAYER]", help="where all is labeled; those with the role predict do not count"
    )
    parser.add_argument(
        "--output", required=True, type=Path, metavar="FILE", help="the areas, .gpkg or .geojson, with their rank"
    )
    parser.add_argument("--count", type=int, default=10, metavar="N", help="how many areas (default: 10)")
    parser.add_argument(
        "--size-m", type=float, metavar="S", help="about how long the side of an area is (default: that of a chip)"
    )
    parser.add_argument(
        "--sample", type=int, metavar="N", help="how many places to look at (default: 200, or --count if that is more)"
    )
    parser.add_argument(
        "--run-dir", type=Path, metavar="DIR", help="a prediction with --keep-fields: then all places are compared"
    )
    add_device(parser)


def settings(options: argparse.Namespace) -> SuggestAreasSettings:
    """Return what `deepseg suggest-areas` was asked."""
    return SuggestAreasSettings(
        model=options.model,
        rasters=tuple(options.raster),
        output=options.output,
        labels=options.labels,
        areas=options.areas,
        count=options.count,
        size_m=options.size_m,
        sample=options.sample,
        run_dir=options.run_dir,
        device=options.device,
        threads=options.threads,
        crs=options.crs,
    )


COMMAND = Command(
    name="suggest-areas",
    summary="rank ground that is not labeled by how much a model would learn from it",
    example="deepseg suggest-areas --model roofs.safetensors --raster city.tif --labels roofs.gpkg --areas areas.gpkg "
    "--output next.gpkg",
    add_options=add_options,
    settings=settings,
)
