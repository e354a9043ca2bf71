"""`deepseg vectorize`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command, add_shape, add_workers, shape_settings
from engine.domain.settings import VectorizeSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg vectorize`."""
    parser.add_argument(
        "--run-dir",
        required=True,
        type=Path,
        metavar="DIR",
        help="the run folder of a `deepseg predict` that had --keep-fields",
    )
    parser.add_argument(
        "--output",
        required=True,
        type=Path,
        metavar="FILE",
        help="the footprints: .geojson, .gpkg, .parquet or .json (COCO)",
    )
    add_shape(parser)
    add_workers(parser)


def settings(options: argparse.Namespace) -> VectorizeSettings:
    """Return what `deepseg vectorize` was asked."""
    return VectorizeSettings(
        run_dir=options.run_dir, output=options.output, shape=shape_settings(options), workers=options.workers
    )


COMMAND = Command(
    name="vectorize",
    summary="draw footprints again with other thresholds, without running the model",
    example="deepseg vectorize --run-dir run --score-threshold 0.3 --output more.gpkg",
    add_options=add_options,
    settings=settings,
)
