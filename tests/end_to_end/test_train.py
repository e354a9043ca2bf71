"""Training as users start it: a child process that can be watched, stopped, killed and resumed."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess

import pytest
from safetensors import safe_open

from tests.end_to_end.conftest import QUICK, ROOT, command, deepseg, events_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def uninterrupted(world, tmp_path_factory):
    folder = tmp_path_factory.mktemp("uninterrupted")
    ended = deepseg("train", *world.inputs, "--model", folder / "m.safetensors", *QUICK, "--events")
    assert ended.returncode == 0, ended.stderr
    return folder, ended


def test_every_epoch_is_told_and_the_run_folder_is_complete(uninterrupted):
    folder, ended = uninterrupted
    epochs = events_of(ended, "epoch")
    assert [line["epoch"] for line in epochs] == [1, 2, 3]
    assert {"f1", "map50"} <= set(epochs[0]["scores"])
    assert {"body", "boundary", "distance"} <= set(epochs[0]["losses"])
    assert {path.name for path in (folder / "m.run").iterdir()} == {
        "settings.json", "run.json", "checkpoint.pt", "history.csv", "curves.png", "log.txt",
    }  # fmt: skip
    assert events_of(ended, "result")[0]["values"]["model"].endswith("m.safetensors")


def test_the_model_says_what_it_is(uninterrupted):
    with safe_open(uninterrupted[0] / "m.safetensors", framework="pt") as file:
        card = json.loads(file.metadata()["deepseg"])
    assert [category["name"] for category in card["categories"]]
    assert card["bands"] == [1, 2, 3]
    assert card["raster_resolution_m"] == pytest.approx(0.5, rel=0.01)
    assert card["scores"]


def test_the_same_seed_gives_the_same_weights(world, uninterrupted, tmp_path):
    assert deepseg("train", *world.inputs, "--model", tmp_path / "m.safetensors", *QUICK).returncode == 0
    assert (tmp_path / "m.safetensors").read_bytes() == (uninterrupted[0] / "m.safetensors").read_bytes()


@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGTERM], ids=["killed", "stopped"])
def test_a_run_cut_short_and_resumed_gives_the_same_weights(world, uninterrupted, tmp_path, kill):
    arguments = ["train", *world.inputs, "--model", tmp_path / "m.safetensors", *QUICK, "--events"]
    child = subprocess.Popen(
        command(*arguments), cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    for line in child.stdout:
        if json.loads(line)["event"] == "epoch":
            child.send_signal(kill)
            break
    child.communicate(timeout=120)
    assert child.returncode == (-signal.SIGKILL if kill == signal.SIGKILL else 3)
    assert (tmp_path / "m.safetensors").exists() == (kill == signal.SIGTERM)  # asked politely, it keeps the best

    resumed = deepseg(*arguments, "--resume")
    assert resumed.returncode == 0, resumed.stderr
    assert events_of(resumed, "epoch")[0]["epoch"] > 1
    assert (tmp_path / "m.safetensors").read_bytes() == (uninterrupted[0] / "m.safetensors").read_bytes()


def test_closing_stdin_stops_before_the_first_epoch_and_says_that_nothing_was_saved(world, tmp_path):
    arguments = ["train", *world.inputs, "--model", tmp_path / "m.safetensors", "--events", "--epochs", "50"]
    child = subprocess.Popen(
        command(*arguments), cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    for line in child.stdout:
        if json.loads(line)["event"] == "progress":
            child.stdin.close()
            break
    last = [json.loads(line) for line in child.stdout][-1]
    assert child.wait(timeout=120) == 3
    assert last["event"] == "stopped"
    assert "nothing was saved" in last["message"]
    assert not (tmp_path / "m.safetensors").exists()


def test_resuming_with_other_settings_is_refused(world, uninterrupted, tmp_path):
    shutil.copytree(uninterrupted[0] / "m.run", tmp_path / "m.run")
    ended = deepseg("train", *world.inputs, "--model", tmp_path / "m.safetensors", *QUICK, "--seed", 5, "--resume")
    assert ended.returncode == 2
    assert "seed was 0, is 5" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_training_goes_on_from_a_model(world, uninterrupted, tmp_path):
    start = ["--from-model", uninterrupted[0] / "m.safetensors"]
    ended = deepseg("train", *world.inputs, "--model", tmp_path / "m2.safetensors", *QUICK, *start, "--epochs", "1")
    assert ended.returncode == 0, ended.stderr


def test_without_areas_the_user_is_told_what_is_learned_from(world, tmp_path):
    inputs = ["--raster", world.raster, "--labels", world.labels, "--model", tmp_path / "m.safetensors"]
    ended = deepseg("train", *inputs, *QUICK, "--epochs", "1", "--events")
    assert ended.returncode == 0, ended.stderr
    assert "sparse_labels" in [line["code"] for line in events_of(ended, "warning")]
