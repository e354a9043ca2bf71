"""The command line that the plugin, scripts and cluster jobs build on: options are added, never renamed."""

from __future__ import annotations

import argparse

import pytest

from engine.cli.main import make_parser

# Command -> its options, as promised to other people. A line here is never changed or taken away.
PROMISED = {
    "check": "",
    "info": "--crs",
    "train": (
        "--raster --labels --category-field --areas --epochs --model --family --encoder --from-model --resume "
        "--patience --val-fraction --batch-size --chip-size --learning-rate --time-limit-s --run-dir --device --seed "
        "--bands --crs --threads --encoder-weights --steps-per-epoch"
    ),
    "evaluate": (
        "--model --raster --labels --category-field --areas --report --matches --score-threshold --html --device "
        "--threads --crs"
    ),
    "predict": (
        "--model --raster --area --output --score-threshold --category-threshold --min-area-m2 --simplify-m "
        "--tile-size --overlap --rows --columns --run-dir --keep-fields --device --threads --batch-size --crs"
    ),
    "vectorize": "--run-dir --output --score-threshold --category-threshold --min-area-m2 --simplify-m",
    "capture": "--source --output --every-s --count --format --preview --timeout-s --look",
    "statistics": "--by --format --output",
    "suggest-areas": (
        "--model --raster --labels --areas --output --count --size-m --sample --run-dir --device --threads --crs"
    ),
    "clean-shapes": (
        "--output --fill-holes-m2 --right-angles --wall-shift-m --least-iou --smooth-m --simplify-m --min-area-m2 "
        "--inside --crs"
    ),
    "history": "--compare --show --format --output",
    "cutouts": (
        "--raster --output --size --padding --upright --square --masked --format --bands --category-field --category "
        "--crs"
    ),
    "classify-train": (
        "--cutouts --footprints --raster --category-field --model --epochs --size --padding --upright --masked --bands "
        "--encoder --encoder-weights --seed --time-limit-s --device --threads --crs"
    ),
    "classify": (
        "--raster --model --output --category --category-field --truth-field --views --batch-size --device "
        "--threads --crs"
    ),
    "mask": (
        "--raster --polygons --output --kind --keep --fill --category --category-field --score-field --all-touched "
        "--color --crs"
    ),
}
REPEATED = {("train", "raster"), ("evaluate", "raster"), ("predict", "raster"), ("predict", "category_threshold")}


def parsers() -> dict[str, argparse.ArgumentParser]:
    actions = make_parser()._actions
    return dict(next(action.choices for action in actions if isinstance(action, argparse._SubParsersAction)))


@pytest.mark.parametrize("command", PROMISED)
def test_no_promised_option_is_missing(command: str) -> None:
    options = {option for action in parsers()[command]._actions for option in action.option_strings}
    assert set(PROMISED[command].split()) | {"--events", "--help"} <= options


@pytest.mark.parametrize("command, name", sorted(REPEATED))
def test_what_may_be_given_again_is_gathered(command: str, name: str) -> None:
    (action,) = [action for action in parsers()[command]._actions if action.dest == name]
    assert isinstance(action, argparse._AppendAction)


def test_the_commands_are_those_promised() -> None:
    assert set(parsers()) >= set(PROMISED)
