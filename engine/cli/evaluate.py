"""`deepseg evaluate`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command, add_device, add_labels, add_rasters, add_views, label_source
from engine.domain.settings import EvaluateSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg evaluate`."""
    parser.add_argument("--model", required=True, type=Path, metavar="FILE", help="a model that `deepseg train` wrote")
    add_rasters(parser)
    add_labels(parser)
    parser.add_argument("--report", required=True, type=Path, metavar="FILE", help="the scores, as JSON")
    parser.add_argument(
        "--html", type=Path, metavar="FILE", help="the same with pictures (default: beside the report, ending in .html)"
    )
    parser.add_argument(
        "--matches", type=Path, metavar="FILE", help="a layer of labels and footprints with match = TP, FP or FN"
    )
    parser.add_argument("--score-threshold", type=float, metavar="S", help="0 to 1 (default: the one in the model)")
    add_views(parser)
    add_device(parser)


def settings(options: argparse.Namespace) -> EvaluateSettings:
    """Return what `deepseg evaluate` was asked."""
    return EvaluateSettings(
        model=options.model,
        rasters=tuple(options.raster),
        source=label_source(options),
        report=options.report,
        matches=options.matches,
        html=options.html or options.report.with_suffix(".html"),
        score_threshold=options.score_threshold,
        device=options.device,
        threads=options.threads,
        views=options.views,
        crs=options.crs,
    )


COMMAND = Command(
    name="evaluate",
    summary="compare a model's footprints with labels, write a report",
    example="deepseg evaluate --model roofs.safetensors --raster city.tif --labels roofs.gpkg --areas areas.gpkg "
    "--report report.json --matches matches.gpkg",
    add_options=add_options,
    settings=settings,
)
