"""The fake engine is held to what the real one promises: its options, its event lines, its files."""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from deepseg_qgis.engine_client import command_line
from deepseg_qgis.engine_client.launch import launch_arguments
from deepseg_qgis.engine_client.model_card import read_model_card
from deepseg_qgis.engine_client.runner import run_engine
from deepseg_qgis.errors import EngineFailedError
from engine.cli.main import make_parser
from engine.domain.model_card import ModelCard
from engine.evaluation.report import Scores
from tests.plugin.fake_engine.use import use_fake_engine

REPOSITORY = Path(__file__).parents[2]
KAMPALA = REPOSITORY / "examples" / "kampala"
RASTER, LABELS = KAMPALA / "kampala_30cm.tif", str(KAMPALA / "buildings.geojson")
FOOTPRINT_FIELDS = [
    *("category", "score", "area_m2", "perimeter_m", "length_m", "width_m", "orientation_deg"),
    *("raster", "model", "run_id"),
]


@pytest.fixture
def python(monkeypatch: pytest.MonkeyPatch) -> Path:
    return use_fake_engine(monkeypatch)


@pytest.fixture
def model(python: Path, tmp_path: Path) -> Path:
    path = tmp_path / "m.safetensors"
    run_engine(command_line.train(rasters=[RASTER], labels=LABELS, model=path, epochs=3), python=python)
    return path


def options_of(command: str) -> set[str]:
    actions = make_parser()._actions
    parsers = next(action.choices for action in actions if isinstance(action, argparse._SubParsersAction))
    return {word for action in parsers[command]._actions for word in action.option_strings}


@pytest.mark.parametrize("command", ["train", "evaluate", "predict", "vectorize", "info", "check", "suggest-areas"])
def test_it_has_every_option_of_the_real_one(python, command):
    ended = subprocess.run(launch_arguments(python, [command, "--help"]), capture_output=True, text=True, timeout=30)
    assert options_of(command) - set(re.findall(r"--?[a-z][a-z0-9-]*", ended.stdout)) == set()


def test_its_lines_have_the_keys_of_the_contract(python, model, tmp_path):
    page = (REPOSITORY / "docs" / "events.md").read_text(encoding="utf-8")
    rows = {match[1]: match[2] for match in re.finditer(r"^\| `(\w+)` \| (.+?) \|", page, re.MULTILINE)}
    events = []
    words = command_line.train(rasters=[RASTER], labels=LABELS, model=tmp_path / "n.safetensors", epochs=1)
    run_engine(words, python=python, on_event=events.append)
    words = command_line.predict(model=model, rasters=[RASTER], output=tmp_path / "f.gpkg")
    run_engine(words, python=python, on_event=events.append)
    assert {event.kind for event in events} == {"start", "stage", "progress", "epoch", "artifact", "result"}
    for event in events:
        assert set(event.values) == set(re.findall(r"`(\w+)`", rows[event.kind])), event


def test_the_real_card_reader_reads_its_model(model):
    header = json.loads(model.read_bytes()[8:].split(b'"weights"')[0].rstrip(b", ") + b"}")
    card = ModelCard.from_json(header["__metadata__"]["deepseg"])
    assert [category.name for category in card.categories] == ["object"]
    assert read_model_card(model).n_bands == 3


def test_training_writes_a_history_and_goes_on_with_it(python, model):
    def history() -> list[dict[str, str]]:
        with (model.parent / "m.run" / "history.csv").open(newline="") as file:
            return list(csv.DictReader(file))

    assert [row["epoch"] for row in history()] == ["1", "2", "3"]
    assert {"loss", "loss_body", "f1", "map50", "is_best"} <= set(history()[0])
    events = []
    words = command_line.train(rasters=[RASTER], labels=LABELS, model=model, epochs=5, resume=True)
    run_engine(words, python=python, on_event=events.append)
    assert [event.values["epoch"] for event in events if event.kind == "epoch"] == [4, 5]
    assert len(history()) == 5


def test_its_report_has_the_shape_of_the_real_one(python, model, tmp_path):
    words = command_line.evaluate(
        model=model, rasters=[RASTER], labels=LABELS, report=tmp_path / "r.json", matches=tmp_path / "m.geojson"
    )
    outcome = run_engine(words, python=python)
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert set(report["overall"]) == {*Scores.__dataclass_fields__, "recall_margin"}
    assert set(report["categories"]["object"]) == set(Scores.__dataclass_fields__)
    curve = report["pr_curves"]["overall"]
    assert len(curve["precision_at_recall"]) == len(report["pr_curves"]["recall_points"]) == 101
    assert len({len(curve[name]) for name in ("scores", "precision", "recall", "f1")}) == 1
    assert outcome.path("page").is_file()
    matches = json.loads((tmp_path / "m.geojson").read_text(encoding="utf-8"))["features"]
    assert {each["properties"]["match"] for each in matches} == {"TP", "FP", "FN"}
    assert sum(each["properties"]["match"] == "TP" for each in matches) == report["overall"]["tp"]


def test_thresholds_and_fields_of_footprints_are_heeded(python, model, tmp_path):
    words = command_line.predict(
        model=model, rasters=[RASTER], output=tmp_path / "f.gpkg", run_dir=tmp_path / "run", keep_fields=True,
        score_threshold=0.9,
    )  # fmt: skip
    assert run_engine(words, python=python).values["n_footprints"] == 1
    words = command_line.vectorize(run_dir=tmp_path / "run", output=tmp_path / "v.geojson", score_threshold=0.8)
    assert run_engine(words, python=python).values["n_footprints"] == 3
    features = json.loads((tmp_path / "v.geojson").read_text(encoding="utf-8"))["features"]
    assert list(features[0]["properties"]) == FOOTPRINT_FIELDS
    (longitude, latitude), *_ = features[0]["geometry"]["coordinates"][0]
    assert (round(longitude, 2), round(latitude, 2)) == (32.59, 0.35)


@pytest.mark.parametrize("ending", [".gpkg", ".geojson"])
def test_it_reads_labels_that_it_wrote(python, model, tmp_path, ending):
    footprints = tmp_path / f"f{ending}"
    run_engine(command_line.predict(model=model, rasters=[RASTER], output=footprints), python=python)
    words = command_line.train(
        rasters=[RASTER], labels=str(footprints), category_field="raster", model=tmp_path / "n.safetensors", epochs=1
    )
    run_engine(words, python=python)
    assert read_model_card(tmp_path / "n.safetensors").categories[0][0] == "kampala_30cm.tif"


@pytest.mark.parametrize(
    "words, code",
    [
        (command_line.info(["nothing.tif"]), "RasterOpenError"),
        (command_line.predict(model="no.safetensors", rasters=[RASTER], output="f.gpkg"), "ModelFileError"),
        (command_line.train(rasters=[RASTER], labels="no.gpkg", model="m.safetensors"), "VectorOpenError"),
        (command_line.vectorize(run_dir="nowhere", output="f.gpkg"), "RunFolderError"),
        (command_line.check(device="cuda"), "DeviceError"),
        (["predict", "--events"], "UsageError"),
    ],
)
def test_it_refuses_what_the_real_one_refuses(python, monkeypatch, tmp_path, words, code):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(EngineFailedError) as caught:
        run_engine(words, python=python)
    assert caught.value.code == code


def test_what_it_was_asked_can_be_read_afterwards(monkeypatch, tmp_path):
    python = use_fake_engine(monkeypatch, arguments=tmp_path / "asked")
    run_engine(command_line.check("cpu"), python=python)
    assert [json.loads(line) for line in (tmp_path / "asked").read_text().splitlines()] == [
        ["check", "--events", "--device=cpu"]
    ]


def test_it_runs_where_there_is_nothing_but_python():
    # Only the standard library is imported: whatever is not in it is its own.
    text = "".join(
        path.read_text(encoding="utf-8") for path in (Path(__file__).parent / "fake_engine").rglob("engine/*.py")
    )
    names = set(re.findall(r"^\s*(?:import|from) (\w+)", text, re.MULTILINE))
    assert names <= {*sys.stdlib_module_names, "engine"}
