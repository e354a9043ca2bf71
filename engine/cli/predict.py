"""`deepseg predict`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.cache_folder import choices_file
from engine.cli.options import Command, add_device, add_rasters, add_shape, add_views, add_workers, shape_settings
from engine.domain.settings import BACKENDS, PredictSettings, TileSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg predict`."""
    parser.add_argument("--model", required=True, type=Path, metavar="FILE", help="a model that `deepseg train` wrote")
    add_rasters(parser)
    parser.add_argument("--area", metavar="FILE[|LAYER]", help="polygons to predict in (default: the whole raster)")
    parser.add_argument(
        "--output",
        required=True,
        type=Path,
        metavar="FILE",
        help="the footprints: .geojson, .gpkg, .parquet or .json (COCO)",
    )
    add_shape(parser)
    _add_tiling(parser)
    parser.add_argument(
        "--run-dir",
        type=Path,
        metavar="DIR",
        help="where the work is kept, to go on after a stop, and the record of the run for `deepseg history`",
    )
    parser.add_argument(
        "--keep-fields", action="store_true", help="keep what `deepseg vectorize` needs to move thresholds afterwards"
    )
    parser.add_argument("--batch-size", type=int, metavar="N", help="tiles per step")
    add_views(parser)
    add_workers(parser)
    parser.add_argument(
        "--backend",
        choices=BACKENDS,
        default="auto",
        metavar="NAME",
        help=f"what runs the network: {', '.join(BACKENDS)} (default: auto, the fastest)",
    )
    parser.add_argument("--dry-run", action="store_true", help="only say how long it would take and what it would need")
    parser.add_argument(
        "--skip-bad-blocks", action="store_true", help="go on where the raster cannot be read, and say where that was"
    )
    add_device(parser)


def settings(options: argparse.Namespace) -> PredictSettings:
    """Return what `deepseg predict` was asked."""
    return PredictSettings(
        model=options.model,
        rasters=tuple(options.raster),
        output=options.output,
        area=options.area,
        shape=shape_settings(options),
        tiling=TileSettings(
            tile_size=options.tile_size, overlap=options.overlap, rows=options.rows, columns=options.columns
        ),
        run_dir=options.run_dir,
        keep_fields=options.keep_fields,
        device=options.device,
        threads=options.threads,
        views=options.views,
        batch_size=options.batch_size,
        workers=options.workers,
        backend=options.backend,
        choices=choices_file(),
        dry_run=options.dry_run,
        skip_bad_blocks=options.skip_bad_blocks,
        crs=options.crs,
    )


def _add_tiling(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tile-size", type=int, metavar="N", help="side of a tile in pixels of the network")
    parser.add_argument("--overlap", type=int, metavar="N", help="pixels that neighboring tiles share")
    parser.add_argument("--rows", type=int, metavar="N", help="instead of a tile size: rows of tiles")
    parser.add_argument("--columns", type=int, metavar="N", help="and columns of tiles")


COMMAND = Command(
    name="predict",
    summary="find things in rasters, write measured footprints",
    example="deepseg predict --model roofs.safetensors --raster city.tif --output footprints.gpkg",
    add_options=add_options,
    settings=settings,
)
