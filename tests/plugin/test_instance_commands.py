"""What the plugin asks of cutouts, classify-train, classify and mask is what the engine understands."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest

from deepseg_qgis.engine_client import instance_commands
from engine.cli.main import COMMANDS, make_parser
from engine.domain.classify_settings import ClassifySettings, ClassifyTrainSettings
from engine.domain.cutout_settings import CutoutsSettings, Framing
from engine.domain.mask_settings import MaskSettings

ASKED: dict[str, tuple[dict[str, Any], Any]] = {
    "cutouts": (
        {
            "footprints": "-a.gpkg|x",
            "rasters": ["a b/시.tif", "-c.tif"],
            "output": Path("out"),
            "size": 64,
            "padding": 0.2,
            "upright": True,
            "square": True,
            "masked": True,
            "format": "png",
            "bands": [3, 2],
            "category_field": "-kind",
            "categories": ["a=b", "-x"],
            "crs": "EPSG:3857",
        },
        CutoutsSettings(
            footprints="-a.gpkg|x",
            rasters=(Path("a b/시.tif"), Path("-c.tif")),
            output=Path("out"),
            framing=Framing(size_px=64, padding=0.2, is_upright=True, is_square=True),
            is_masked=True,
            category_field="-kind",
            categories=("a=b", "-x"),
            format="png",
            bands=(3, 2),
            crs="EPSG:3857",
        ),
    ),
    "classify_train": (
        {
            "model": "m.safetensors",
            "footprints": "a.gpkg",
            "rasters": ["a.tif"],
            "category_field": "kind",
            "epochs": 3,
            "size": 64,
            "padding": 0.0,
            "upright": True,
            "masked": True,
            "bands": [1],
            "encoder": "resnet18",
            "encoder_weights": Path("w.pth"),
            "seed": 0,
            "time_limit_s": 12.5,
            "device": "cpu",
            "threads": 1,
            "crs": "EPSG:3857",
        },
        ClassifyTrainSettings(
            model=Path("m.safetensors"),
            footprints="a.gpkg",
            rasters=(Path("a.tif"),),
            category_field="kind",
            epochs=3,
            size_px=64,
            framing=Framing(padding=0.0, is_upright=True, is_square=True),
            is_masked=True,
            bands=(1,),
            encoder="resnet18",
            encoder_weights=Path("w.pth"),
            seed=0,
            time_limit_s=12.5,
            device="cpu",
            threads=1,
            crs="EPSG:3857",
        ),
    ),
    "classify": (
        {
            "footprints": "a.gpkg",
            "rasters": ["a.tif"],
            "model": "m.safetensors",
            "output": "o.gpkg",
            "categories": ["roof"],
            "category_field": "kind",
            "truth_field": "t",
            "views": 2,
            "batch_size": 4,
            "device": "cpu",
            "threads": 1,
            "crs": "EPSG:3857",
        },
        ClassifySettings(
            footprints="a.gpkg",
            rasters=(Path("a.tif"),),
            model=Path("m.safetensors"),
            output=Path("o.gpkg"),
            categories=("roof",),
            category_field="kind",
            truth_field="t",
            views=2,
            batch_size=4,
            device="cpu",
            threads=1,
            crs="EPSG:3857",
        ),
    ),
    "mask": (
        {
            "raster": "-a.tif",
            "polygons": "b.gpkg",
            "output": "o.tif",
            "kind": "pixels",
            "keep": "outside",
            "fill": "-1",
            "categories": ["roof"],
            "category_field": "kind",
            "score_field": "s",
            "all_touched": True,
            "colors": {"a=b": "#e69f00"},
            "crs": "EPSG:3857",
        },
        MaskSettings(
            raster=Path("-a.tif"),
            polygons="b.gpkg",
            output=Path("o.tif"),
            keeps_inside=False,
            fill=-1.0,
            categories=("roof",),
            category_field="kind",
            score_field="s",
            all_touched=True,
            colors=(("a=b", "#e69f00"),),
            crs="EPSG:3857",
        ),
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_every_value_arrives_in_the_engines_settings(name: str) -> None:
    values, settings = ASKED[name]
    function = getattr(instance_commands, name)
    assert set(inspect.signature(function).parameters) - {"cutouts"} == set(values)
    options = make_parser().parse_args(function(**values))
    command = next(command for command in COMMANDS if command.name == options.command)
    assert options.events and command.settings(options) == settings


def test_a_folder_of_pictures_takes_the_place_of_footprints() -> None:
    words = instance_commands.classify_train(model="m.safetensors", cutouts="cut outs")
    assert words == ["classify-train", "--events", "--cutouts=cut outs", "--model=m.safetensors"]
