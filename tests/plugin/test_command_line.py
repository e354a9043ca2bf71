"""What the plugin asks for is what the engine understands: every list is parsed by the engine's own parser."""

from __future__ import annotations

import argparse
import inspect
from pathlib import Path

import pytest

from deepseg_qgis.engine_client import command_line
from engine.cli.main import make_parser

TRAIN = {
    "rasters": [Path("a b/시.tif"), "-c.tif"],
    "labels": "site.gpkg|labels",
    "model": Path("m.safetensors"),
    "category_field": "-kind",
    "areas": "site.gpkg|areas",
    "epochs": 3,
    "family": "unet",
    "encoder": "resnet18",
    "encoder_weights": Path("w.pth"),
    "from_model": Path("old.safetensors"),
    "bands": [4, 3, 2],
    "patience": 2,
    "val_fraction": 0.25,
    "batch_size": 2,
    "chip_size": 64,
    "learning_rate": 1e-5,
    "steps_per_epoch": 7,
    "members": 1,
    "seed": 0,
    "time_limit_s": 12.5,
    "run_dir": Path("run dir"),
    "resume": True,
    "device": "cpu",
    "threads": 1,
    "crs": "EPSG:3857",
}
EVALUATE = {
    "model": Path("m.safetensors"),
    "rasters": ["a.tif"],
    "labels": "l.gpkg",
    "report": Path("r.json"),
    "category_field": "kind",
    "areas": "a.gpkg",
    "html": Path("r.html"),
    "matches": Path("m.gpkg"),
    "score_threshold": 0.0,
    "device": "cpu",
    "threads": 2,
    "crs": "EPSG:3857",
}
PREDICT = {
    "model": Path("m.safetensors"),
    "rasters": ["a.tif", "b.tif"],
    "output": Path("f.gpkg"),
    "area": "a.gpkg|areas",
    "score_threshold": 0.4,
    "category_thresholds": {"roof=flat": 0.3, "나무": 0.0},
    "min_area_m2": 0.5,
    "simplify_m": 0.0,
    "fill_holes_m2": 2.0,
    "right_angles": True,
    "wall_shift_m": 0.8,
    "smooth_m": 0.5,
    "tile_size": 512,
    "overlap": 64,
    "rows": 2,
    "columns": 3,
    "run_dir": Path("run"),
    "keep_fields": True,
    "skip_bad_blocks": True,
    "dry_run": True,
    "batch_size": 4,
    "workers": 3,
    "device": "cpu",
    "threads": 2,
    "crs": "EPSG:3857",
}
VECTORIZE = {key: PREDICT[key] for key in ("run_dir", "output", "score_threshold", "category_thresholds")}
VECTORIZE = {**VECTORIZE, "min_area_m2": 1.0, "simplify_m": 0.1, "workers": 2}
VECTORIZE |= {key: PREDICT[key] for key in ("fill_holes_m2", "right_angles", "wall_shift_m", "smooth_m")}
CLEAN_SHAPES = {key: VECTORIZE[key] for key in ("fill_holes_m2", "right_angles", "wall_shift_m", "smooth_m")}
CLEAN_SHAPES |= {"polygons": "-roofs.gpkg|roofs", "output": Path("c.gpkg"), "simplify_m": 0.1, "min_area_m2": 1.0}
CLEAN_SHAPES |= {"least_iou": 0.9, "inside": "a.gpkg|areas", "crs": "EPSG:3857"}
SUGGEST_AREAS = {
    "model": Path("m.safetensors"),
    "rasters": ["a.tif"],
    "output": Path("n.gpkg"),
    "labels": "l.gpkg",
    "areas": "a.gpkg|areas",
    "count": 5,
    "size_m": 25.5,
    "sample": 50,
    "run_dir": Path("run"),
    "device": "cpu",
    "threads": 2,
    "crs": "EPSG:3857",
}
MEASURE = {
    "polygons": "-roofs.gpkg|roofs",
    "output": Path("m.gpkg"),
    "rasters": ["a.tif"],
    "bands": "red=1,nir=4",
    "percentiles": "5,95",
    "texture": True,
    "crs": "EPSG:3857",
}
STATISTICS = {
    "footprints": "-roofs.gpkg|roofs",
    "output": Path("s.html"),
    "by": "raster",
    "format": "html",
    "category_field": "kind",
    "area": "a.gpkg|areas",
    "rasters": ["a.tif"],
    "bins": "0,50,100",
    "sizes": Path("s.csv"),
    "colors": {"roof=flat": "#e69f00"},
    "crs": "EPSG:3857",
}
NAMES = {
    "colors": "color",
    "rasters": "raster",
    "category_thresholds": "category_threshold",
}  # given again in the engine, many here


def parsed(words: list[str]) -> argparse.Namespace:
    return make_parser().parse_args(words)


@pytest.mark.parametrize(
    "command, options",
    [
        ("train", TRAIN),
        ("evaluate", EVALUATE),
        ("predict", PREDICT),
        ("vectorize", VECTORIZE),
        ("suggest_areas", SUGGEST_AREAS),
        ("measure", MEASURE),
        ("clean_shapes", CLEAN_SHAPES),
        ("statistics", STATISTICS),
    ],
)
def test_every_option_arrives(command, options):
    found = vars(parsed(getattr(command_line, command)(**options)))
    assert found["command"] == command.replace("_", "-")
    assert found["events"] is True
    for name, value in options.items():
        came = found[NAMES.get(name, name)]
        if name in ("category_thresholds", "colors"):
            came = dict(came)
        elif name == "rasters":
            came, value = [str(each) for each in came], [str(each) for each in value]
        elif name == "bands" and command == "measure":
            came = ",".join(f"{band}={number}" for band, number in came)
        elif name in ("percentiles", "bins"):
            came = ",".join(f"{each:g}" for each in came)
        elif name == "bands":
            came = list(came)
        elif isinstance(value, Path):
            came, value = str(came), str(value)
        assert came == value, name


@pytest.mark.parametrize(
    "command, options",
    [
        ("train", TRAIN),
        ("evaluate", EVALUATE),
        ("predict", PREDICT),
        ("vectorize", VECTORIZE),
        ("suggest_areas", SUGGEST_AREAS),
        ("measure", MEASURE),
        ("clean_shapes", CLEAN_SHAPES),
        ("statistics", STATISTICS),
    ],
)
def test_no_parameter_is_left_untested(command, options):
    assert set(inspect.signature(getattr(command_line, command)).parameters) == set(options)


def test_none_leaves_an_option_out():
    words = command_line.predict(model="m", rasters=["a.tif"], output="o.gpkg", area="")
    assert words == ["predict", "--events", "--model=m", "--raster=a.tif", "--output=o.gpkg"]


def test_info_takes_rasters_that_begin_with_a_dash():
    found = parsed(command_line.info([Path("-a.tif"), "b c.tif"], crs="EPSG:3857"))
    assert [str(path) for path in found.raster] == ["-a.tif", "b c.tif"]
    assert found.crs == "EPSG:3857"
    assert found.events


def test_check_asks_for_a_device():
    assert command_line.check() == ["check", "--events"]
    assert parsed(command_line.check(device="cpu")).device == "cpu"


@pytest.mark.parametrize(
    "value, text", [(1e-05, "1e-05"), (0.1, "0.1"), (1234567.5, "1234567.5"), (0.30000000000000004, "0.3")]
)
def test_numbers_are_written_as_people_do(value, text):
    assert f"--min-area-m2={text}" in command_line.vectorize(run_dir="r", output="o.gpkg", min_area_m2=value)
