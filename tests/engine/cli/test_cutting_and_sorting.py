"""The options of cutouts, classify-train, classify and mask reach their settings."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import pytest

from engine.cli.cutouts import padding
from engine.cli.main import COMMANDS, main, make_parser
from engine.domain.classify_settings import ClassifySettings, ClassifyTrainSettings
from engine.domain.cutout_settings import CutoutsSettings, Framing
from engine.domain.mask_settings import MaskSettings


def settings_of(line: str) -> Any:
    options = make_parser().parse_args(line.split())
    return next(command for command in COMMANDS if command.name == options.command).settings(options)


LEAST = {
    "cutouts a.gpkg --raster b.tif --output c": CutoutsSettings(
        footprints="a.gpkg", rasters=(Path("b.tif"),), output=Path("c")
    ),
    "classify-train --cutouts a --model m": ClassifyTrainSettings(cutouts=Path("a"), model=Path("m")),
    "classify a.gpkg --raster b.tif --model m --output o": ClassifySettings(
        footprints="a.gpkg", rasters=(Path("b.tif"),), model=Path("m"), output=Path("o")
    ),
    "mask --raster a.tif --polygons b.gpkg --output o.tif": MaskSettings(
        raster=Path("a.tif"), polygons="b.gpkg", output=Path("o.tif")
    ),
}

MOST = {
    "cutouts a.gpkg|x --raster b --raster c --output d --size 64 --padding 8px --upright --square --masked "
    "--format png --bands 3,2,1 --category-field kind --category x --category y --crs EPSG:31370": CutoutsSettings(
        footprints="a.gpkg|x",
        rasters=(Path("b"), Path("c")),
        output=Path("d"),
        framing=Framing(size_px=64, padding=0.0, padding_px=8, is_upright=True, is_square=True),
        is_masked=True,
        category_field="kind",
        categories=("x", "y"),
        format="png",
        bands=(3, 2, 1),
        crs="EPSG:31370",
    ),
    "classify-train --footprints a --raster b --category-field kind --model m --epochs 3 --size 64 --padding 0.2 "
    "--upright --masked --bands 1 --encoder resnet18 --encoder-weights w --seed 4 --time-limit-s 9 --device cpu "
    "--threads 2 --crs EPSG:31370": ClassifyTrainSettings(
        footprints="a",
        rasters=(Path("b"),),
        category_field="kind",
        model=Path("m"),
        epochs=3,
        size_px=64,
        framing=Framing(padding=0.2, is_upright=True, is_square=True),
        is_masked=True,
        bands=(1,),
        encoder="resnet18",
        encoder_weights=Path("w"),
        seed=4,
        time_limit_s=9,
        device="cpu",
        threads=2,
        crs="EPSG:31370",
    ),
    "classify a --raster b --model m --output o --category x --category-field kind --truth-field t --views 4 "
    "--batch-size 2 --device cpu --threads 1 --crs EPSG:31370": ClassifySettings(
        footprints="a",
        rasters=(Path("b"),),
        model=Path("m"),
        output=Path("o"),
        categories=("x",),
        category_field="kind",
        truth_field="t",
        views=4,
        batch_size=2,
        device="cpu",
        threads=1,
        crs="EPSG:31370",
    ),
    "mask --raster a --polygons b --output o --keep outside --fill 255 --category x --category-field kind "
    "--score-field s --all-touched --color a=b=#e69f00 --crs EPSG:31370": MaskSettings(
        raster=Path("a"),
        polygons="b",
        output=Path("o"),
        keeps_inside=False,
        fill=255.0,
        categories=("x",),
        category_field="kind",
        score_field="s",
        all_touched=True,
        colors=(("a=b", "#e69f00"),),
        crs="EPSG:31370",
    ),
}


@pytest.mark.parametrize("line, settings", [*LEAST.items(), *MOST.items()])
def test_options_reach_their_settings(line: str, settings: Any) -> None:
    assert settings_of(line) == settings


@pytest.mark.parametrize(
    "line, message",
    [
        ("cutouts a --raster b", "missing: --output"),
        ("cutouts a --raster b --output c --size 4", "--size must be from 8 to 4096, got 4"),
        ("cutouts a --raster b --output c --padding x", "--padding takes a share such as 0.1 or pixels such as 8px"),
        ("cutouts a --raster b --output c --padding -1", "--padding must be from 0 to 10 times the polygon, got -1.0"),
        ("classify-train --model m", "give either --cutouts or --footprints with --raster"),
        ("classify-train --model m --cutouts a --footprints b", "give either --cutouts or --footprints with --raster"),
        ("classify-train --model m --footprints b", "--footprints and --raster need each other"),
        ("classify-train --model m --cutouts a --epochs 0", "--epochs must be at least 1, got 0"),
        ("classify a --raster b --model m --output o --views 9", "--views must be from 1 to 8, got 9"),
        ("mask --raster a --polygons b --output o --fill red", "--fill takes nodata, transparent or a number"),
        ("mask --raster a --polygons b --output o --color roof", "--color takes a category and a color"),
        ("mask --raster a --polygons b --output o --color roof=red", "a color looks like #e69f00, got 'red'"),
        ("mask --raster a --polygons b --output o --kind class --fill 3", "keep and fill say what becomes of"),
    ],
)
def test_a_usage_error_is_one_sentence(line: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == 2
    assert capsys.readouterr().err.startswith(f"Error: {message}")


@pytest.mark.parametrize("text, values", [("0", (0.0, 0)), ("0.25", (0.25, 0)), ("8px", (0.0, 8)), (" 8PX", (0.0, 8))])
def test_padding_is_a_share_or_pixels(text: str, values: tuple[float, int]) -> None:
    assert padding(text) == values


def test_padding_of_half_pixels_is_refused() -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="takes a share"):
        padding("1.5px")
