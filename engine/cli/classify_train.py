"""`deepseg classify-train`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.cutouts import padding
from engine.cli.options import Command, add_crs, add_device, band_numbers
from engine.domain.classify_settings import SUBCATEGORY, ClassifyTrainSettings
from engine.domain.cutout_settings import Framing


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg classify-train`."""
    parser.add_argument(
        "--cutouts", type=Path, metavar="DIR", help="a folder that `deepseg cutouts` wrote: one folder per kind"
    )
    parser.add_argument("--footprints", metavar="FILE[|LAYER]", help="or labeled polygons, cut live out of --raster")
    parser.add_argument(
        "--raster",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="a raster, a folder of rasters or a .txt list of them; may be given again",
    )
    add_crs(parser)
    parser.add_argument(
        "--category-field",
        default=SUBCATEGORY,
        metavar="FIELD",
        help=f"field of the footprints that holds the kind; empty ones are left out (default: {SUBCATEGORY})",
    )
    parser.add_argument("--model", required=True, type=Path, metavar="FILE", help="the model to write, .safetensors")
    parser.add_argument("--epochs", type=int, default=30, metavar="N", help="epochs of 2 moves (default: 30)")
    _add_look(parser)
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="same seed, same model, on a CPU (default: 0)")
    parser.add_argument("--time-limit-s", type=float, metavar="N", help="end after so many seconds; the best stays")
    add_device(parser)


def _add_look(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--size", type=int, default=128, metavar="N", help="side of what the network sees (default: 128)"
    )
    parser.add_argument(
        "--padding",
        type=padding,
        default=(0.05, 0),
        metavar="SHARE",
        help="ground around a footprint: a share of its longer side, or pixels such as 8px (default: 0.05)",
    )
    parser.add_argument("--upright", action="store_true", help="turn footprints so that their longer side stands")
    parser.add_argument("--masked", action="store_true", help="hide what lies outside the footprint")
    parser.add_argument("--bands", type=band_numbers, metavar="N,N,...", help="bands to read, from 1 (default: all)")
    parser.add_argument("--encoder", metavar="NAME", help="any encoder of timm (default: tf_efficientnet_lite0)")
    parser.add_argument(
        "--encoder-weights", type=Path, metavar="FILE", help="pretrained weights of the encoder from a file of yours"
    )


def settings(options: argparse.Namespace) -> ClassifyTrainSettings:
    """Return what `deepseg classify-train` was asked."""
    return ClassifyTrainSettings(
        model=options.model,
        cutouts=options.cutouts,
        footprints=options.footprints,
        rasters=tuple(options.raster),
        category_field=options.category_field,
        framing=Framing(
            padding=options.padding[0],
            padding_px=options.padding[1],
            is_upright=options.upright,
            is_square=True,
        ),
        size_px=options.size,
        is_masked=options.masked,
        epochs=options.epochs,
        encoder=options.encoder,
        encoder_weights=options.encoder_weights,
        seed=options.seed,
        time_limit_s=options.time_limit_s,
        bands=options.bands,
        crs=options.crs,
        device=options.device,
        threads=options.threads,
    )


COMMAND = Command(
    name="classify-train",
    summary="learn to sort footprints into kinds, from labeled cut-outs",
    example="deepseg classify-train --cutouts cutouts --model kinds.safetensors",
    add_options=add_options,
    settings=settings,
)
