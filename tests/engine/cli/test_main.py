"""The command line: options into settings, usage errors in words, nothing heavy before the command runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from engine.cli.cache_folder import choices_file
from engine.cli.main import COMMANDS, main, make_parser
from engine.domain.history_settings import HistorySettings
from engine.domain.measure_settings import MeasureSettings
from engine.domain.settings import (
    CheckSettings,
    EvaluateSettings,
    InfoSettings,
    LabelSource,
    PredictSettings,
    ShapeSettings,
    StatisticsSettings,
    TileSettings,
    TrainSettings,
    VectorizeSettings,
)

REPOSITORY = Path(__file__).parents[3]
CHOICES = choices_file()
COMMAND_NAMES = [command.name for command in COMMANDS]


def settings_of(line: str) -> Any:
    options = make_parser().parse_args(line.split())
    return next(command for command in COMMANDS if command.name == options.command).settings(options)


def python(*words: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, timeout=60, **options)


LEAST = {
    "check": ("check", CheckSettings(choices=CHOICES)),
    "info": ("info a.tif b.tif", InfoSettings(rasters=(Path("a.tif"), Path("b.tif")))),
    "train": (
        "train --raster a.tif --labels b.gpkg --model m",
        TrainSettings(rasters=(Path("a.tif"),), source=LabelSource(labels="b.gpkg"), model=Path("m")),
    ),
    "evaluate": (
        "evaluate --model m --raster a.tif --labels b.gpkg --report out/r.json",
        EvaluateSettings(
            model=Path("m"),
            rasters=(Path("a.tif"),),
            source=LabelSource(labels="b.gpkg"),
            report=Path("out/r.json"),
            html=Path("out/r.html"),
        ),
    ),
    "predict": (
        "predict --model m --raster a.tif --output o.gpkg",
        PredictSettings(model=Path("m"), rasters=(Path("a.tif"),), output=Path("o.gpkg"), choices=CHOICES),
    ),
    "vectorize": (
        "vectorize --run-dir run --output o.gpkg",
        VectorizeSettings(run_dir=Path("run"), output=Path("o.gpkg")),
    ),
    "statistics": ("statistics o.gpkg", StatisticsSettings(footprints="o.gpkg")),
    "measure": (
        "measure p.gpkg --output o.gpkg",
        MeasureSettings(polygons="p.gpkg", output=Path("o.gpkg")),
    ),
    "history": ("history runs", HistorySettings(folder=Path("runs"))),
}

MOST = {
    "train": (
        "train --raster a.tif --raster b.tif --labels c.gpkg|roofs --category-field kind --areas d.geojson --model m "
        "--epochs 3 --family unet --encoder resnet18 --encoder-weights w --from-model f --resume --patience 2 "
        "--val-fraction 0.3 --batch-size 4 --chip-size 128 --learning-rate 0.001 --steps-per-epoch 7 --members 3 "
        "--time-limit-s 60 --run-dir run --device cuda:1 --threads 2 --seed 5 --bands 4,3,2 --crs EPSG:31370",
        TrainSettings(
            rasters=(Path("a.tif"), Path("b.tif")),
            source=LabelSource(labels="c.gpkg|roofs", category_field="kind", areas="d.geojson"),
            model=Path("m"),
            epochs=3,
            family="unet",
            encoder="resnet18",
            encoder_weights=Path("w"),
            from_model=Path("f"),
            resume=True,
            patience=2,
            val_fraction=0.3,
            batch_size=4,
            chip_size=128,
            learning_rate=0.001,
            steps_per_epoch=7,
            members=3,
            time_limit_s=60,
            run_dir=Path("run"),
            device="cuda:1",
            threads=2,
            seed=5,
            bands=(4, 3, 2),
            crs="EPSG:31370",
        ),
    ),
    "evaluate": (
        "evaluate --model m --raster a.tif --labels b.gpkg --category-field kind --areas d.geojson --report r.json "
        "--html h.html --matches x.gpkg --score-threshold 0.4 --views 2 --device cpu --threads 1 --crs EPSG:4326",
        EvaluateSettings(
            model=Path("m"),
            rasters=(Path("a.tif"),),
            source=LabelSource(labels="b.gpkg", category_field="kind", areas="d.geojson"),
            report=Path("r.json"),
            html=Path("h.html"),
            matches=Path("x.gpkg"),
            score_threshold=0.4,
            device="cpu",
            threads=1,
            views=2,
            crs="EPSG:4326",
        ),
    ),
    "predict": (
        "predict --model m --raster a.tif --area d.geojson --output o.gpkg --score-threshold 0.4 "
        "--category-threshold roof=0.3 --category-threshold a=b=0.2 --min-area-m2 4 --simplify-m 0.5 --tile-size 512 "
        "--overlap 64 --run-dir run --keep-fields --batch-size 2 --views 1 --workers 0 --backend torch --dry-run "
        "--skip-bad-blocks --device mps --threads 3 --crs EPSG:4326",
        PredictSettings(
            model=Path("m"),
            rasters=(Path("a.tif"),),
            area="d.geojson",
            output=Path("o.gpkg"),
            shape=ShapeSettings(
                score_threshold=0.4,
                category_thresholds=(("roof", 0.3), ("a=b", 0.2)),
                min_area_m2=4,
                simplify_m=0.5,
            ),
            tiling=TileSettings(tile_size=512, overlap=64),
            run_dir=Path("run"),
            keep_fields=True,
            batch_size=2,
            views=1,
            workers=0,
            backend="torch",
            dry_run=True,
            skip_bad_blocks=True,
            device="mps",
            threads=3,
            crs="EPSG:4326",
            choices=CHOICES,
        ),
    ),
    "vectorize": (
        "vectorize --run-dir run --output o.gpkg --score-threshold 0.3 --category-threshold roof=0.2 --min-area-m2 1 "
        "--simplify-m 0 --workers 2",
        VectorizeSettings(
            run_dir=Path("run"),
            output=Path("o.gpkg"),
            shape=ShapeSettings(score_threshold=0.3, category_thresholds=(("roof", 0.2),), min_area_m2=1, simplify_m=0),
            workers=2,
        ),
    ),
    "statistics": (
        "statistics o.gpkg --by raster --format csv --output c.csv --category-field kind --area d.gpkg|areas "
        "--raster a.tif --bins 0,50,100 --sizes s.csv --color roof=#e69f00 --crs EPSG:31370",
        StatisticsSettings(
            footprints="o.gpkg",
            by_raster=True,
            format="csv",
            output=Path("c.csv"),
            category_field="kind",
            area="d.gpkg|areas",
            rasters=(Path("a.tif"),),
            bins=(0.0, 50.0, 100.0),
            sizes=Path("s.csv"),
            colors=(("roof", "#e69f00"),),
            crs="EPSG:31370",
        ),
    ),
    "measure": (
        "measure p.gpkg --output o.gpkg --raster a.tif --crs EPSG:31370 --bands red=1,NIR=4 --percentiles 95,5 "
        "--texture",
        MeasureSettings(
            polygons="p.gpkg",
            output=Path("o.gpkg"),
            rasters=(Path("a.tif"),),
            bands=(("red", 1), ("nir", 4)),
            percentiles=(5.0, 95.0),
            texture=True,
            crs="EPSG:31370",
        ),
    ),
    "history": (
        "history runs --show a --format json --output h.json",
        HistorySettings(folder=Path("runs"), show="a", format="json", output=Path("h.json")),
    ),
    "info": ("info a.jpg --crs EPSG:31370", InfoSettings(rasters=(Path("a.jpg"),), crs="EPSG:31370")),
    "check": ("check --device cpu", CheckSettings(device="cpu", choices=CHOICES)),
}


@pytest.mark.parametrize("line, settings", LEAST.values(), ids=LEAST)
def test_the_least_one_may_type_takes_the_defaults_of_the_settings(line: str, settings: Any) -> None:
    assert settings_of(line) == settings


@pytest.mark.parametrize("line, settings", MOST.values(), ids=MOST)
def test_every_option_reaches_its_setting(line: str, settings: Any) -> None:
    assert settings_of(line) == settings


def test_rows_and_columns_reach_their_setting() -> None:
    settings = settings_of("predict --model m --raster a --output o --rows 8 --columns 4")
    assert settings.tiling == TileSettings(rows=8, columns=4)


@pytest.mark.parametrize("name", MOST)
def test_no_setting_is_out_of_reach(name: str) -> None:
    least, most = LEAST[name][1], MOST[name][1]
    same = {field.name for field in fields(most) if getattr(least, field.name) == getattr(most, field.name)}
    # Required ones are the same in both tables, there is only one family yet, and choices come from the user's cache.
    required = {"model", "rasters", "report", "output", "run_dir", "footprints", "polygons", "choices"}
    assert same <= required | {"family", "folder", "compare"}


@pytest.mark.parametrize(
    "line, message",
    [
        ("", "missing: COMMAND"),
        ("train", "missing: --raster, --labels, --model"),
        ("trian", "COMMAND cannot be 'trian'; choose from 'check', 'info', "),
        ("info", "missing: RASTER"),
        ("info a --banana", "unrecognized arguments: --banana"),
        ("train --raster a --labels b --model c --epochs x", "--epochs takes a whole number, got 'x'"),
        ("train --raster a --labels b --model c --epochs 0", "--epochs must be at least 1, got 0"),
        ("train --raster a --labels b --model c --val-fraction 0.9", "--val-fraction must be from 0 to 0.8, got 0.9"),
        ("train --raster a --labels b --model c --learning-rate nan", "--learning-rate must lie between 0 and 1"),
        ("train --raster a --labels b --model c --bands 4,0", "--bands takes band numbers from 1, such as 4,3,2"),
        ("train --raster a --labels b --model c --epoch 3", "unrecognized arguments: --epoch 3"),
        ("predict --model m --raster a --output o --score-threshold 50", "--score-threshold must be from 0 to 1"),
        (
            "predict --model m --raster a --output o --score-threshold nan",
            "--score-threshold must be from 0 to 1, got nan",
        ),
        ("predict --model m --raster a --output o --batch-size 0", "--batch-size must be at least 1, got 0"),
        ("predict --model m --raster a --output o --threads -1", "--threads must be at least 1, got -1"),
        ("predict --model m --raster a --output o --simplify-m inf", "--simplify-m must be a finite number, got inf"),
        ("evaluate --model m --raster a --labels b --report r --threads 0", "--threads must be at least 1, got 0"),
        ("clean-shapes a --output b --smooth-m inf", "--smooth-m must be a finite number, got inf"),
        ("predict --model m --raster a --output o --category-threshold roof", "--category-threshold takes a category"),
        ("predict --model m --raster a --output o --category-threshold roof=2", "the threshold of roof must be from 0"),
        ("predict --model m --raster a --output o --rows 3", "give both rows and columns, or neither"),
        ("statistics o.gpkg --format yaml", "--format cannot be 'yaml'; choose from 'table', 'json', 'csv', 'html'"),
    ],
)
def test_a_usage_error_is_one_sentence(line: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"Error: {message}")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "words, option",
    [(["info", ""], "RASTER"), (["predict", "--model", "m", "--raster", " ", "--output", "o"], "--raster")],
)
def test_an_empty_path_is_not_the_folder_one_stands_in(
    words: list[str], option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err.startswith(f"Error: {option} needs a path, got nothing")


def test_a_usage_error_is_an_event_when_events_are_on() -> None:
    done = python("-m", "engine", "train", "--events", "--epochs", "x", cwd=REPOSITORY)
    start, error = (json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 2
    assert start["command"] == "train"
    assert error == {
        "event": "error",
        "code": "UsageError",
        "message": "--epochs takes a whole number, got 'x'",
        "hint": "See `deepseg train --help`.",
    }


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys\nfrom engine.cli.main import main\n"
        "try: main(['--help'])\nexcept SystemExit as left: assert left.code == 0\n"
        "heavy = {'torch', 'numpy', 'rasterio', 'shapely', 'rich', 'pyproj'}\n"
        "print(*sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = python("-c", program, cwd=REPOSITORY)
    assert done.stdout.startswith("usage: deepseg")
    assert done.stderr.strip() == ""


@pytest.mark.parametrize("command", COMMANDS, ids=COMMAND_NAMES)
def test_every_command_has_help_with_an_example_that_parses(command: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        make_parser().parse_args([command.name, "--help"])
    assert left.value.code == 0
    text = capsys.readouterr().out
    assert f"example:\n  {command.example}\n" in text
    assert "exit status: 0 done, 1 our fault, 2 bad input or usage, 3 stopped" in text
    assert "--events" in text
    assert make_parser().parse_args(command.example.split()[1:]).command == command.name


def test_a_module_in_the_users_folder_does_not_become_ours(tmp_path: Path) -> None:
    for name in ("torch", "json", "argparse", "rasterio"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('shadowed')\n")
    done = python("-m", "engine", "--version", cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(REPOSITORY)})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("deepseg 0")


def test_the_engine_starts_from_its_own_folder() -> None:
    assert python("-m", "engine", "--version", cwd=REPOSITORY).returncode == 0
