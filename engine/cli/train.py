"""`deepseg train`."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.cli.options import Command, add_device, add_labels, add_rasters, band_numbers, label_source
from engine.domain.settings import TrainSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `deepseg train`."""
    add_rasters(parser)
    add_labels(parser)
    parser.add_argument("--model", required=True, type=Path, metavar="FILE", help="the model to write, .safetensors")
    parser.add_argument("--epochs", type=int, default=20, metavar="N", help="passes over the labels (default: 20)")
    _add_network(parser)
    _add_recipe(parser)
    _add_run(parser)
    add_device(parser)


def settings(options: argparse.Namespace) -> TrainSettings:
    """Return what `deepseg train` was asked."""
    return TrainSettings(
        rasters=tuple(options.raster),
        source=label_source(options),
        model=options.model,
        epochs=options.epochs,
        family=options.family,
        encoder=options.encoder,
        encoder_weights=options.encoder_weights,
        from_model=options.from_model,
        resume=options.resume,
        patience=options.patience,
        val_fraction=options.val_fraction,
        batch_size=options.batch_size,
        chip_size=options.chip_size,
        learning_rate=options.learning_rate,
        steps_per_epoch=options.steps_per_epoch,
        members=options.members,
        time_limit_s=options.time_limit_s,
        run_dir=options.run_dir,
        device=options.device,
        threads=options.threads,
        seed=options.seed,
        bands=options.bands,
        crs=options.crs,
    )


def _add_network(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--family", default="unet", metavar="NAME", help="kind of network (default: unet)")
    parser.add_argument("--encoder", metavar="NAME", help="any encoder of timm (default: tf_efficientnet_lite0)")
    parser.add_argument(
        "--encoder-weights", type=Path, metavar="FILE", help="pretrained weights of the encoder from a file of yours"
    )
    parser.add_argument("--from-model", type=Path, metavar="FILE", help="start from this model, not from ImageNet")
    parser.add_argument(
        "--bands", type=band_numbers, metavar="N,N,...", help="bands to read, in this order, from 1 (default: all)"
    )


def _add_recipe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--patience", type=int, metavar="N", help="end after so many epochs without a better score (default: never)"
    )
    parser.add_argument("--val-fraction", type=float, metavar="F", help="share of the ground kept to validate on")
    parser.add_argument("--batch-size", type=int, metavar="N", help="chips per step")
    parser.add_argument("--chip-size", type=int, metavar="N", help="side of a chip in pixels of the network")
    parser.add_argument("--learning-rate", type=float, metavar="LR", help="highest learning rate, of the decoder")
    parser.add_argument("--steps-per-epoch", type=int, metavar="N", help="steps in one epoch")
    parser.add_argument(
        "--members", type=int, metavar="N", help="networks that vote (default: 2); 1 predicts twice as fast"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="same seed, same model, on a CPU (default: 0)")


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--time-limit-s", type=float, metavar="N", help="end after so many seconds; the best stays")
    parser.add_argument("--run-dir", type=Path, metavar="DIR", help="where settings, history and checkpoints go")
    parser.add_argument("--resume", action="store_true", help="go on with the run in --run-dir where it ended")


COMMAND = Command(
    name="train",
    summary="learn from labels, write a model",
    example="deepseg train --raster city.tif --labels roofs.gpkg --areas areas.gpkg --model roofs.safetensors",
    add_options=add_options,
    settings=settings,
)
