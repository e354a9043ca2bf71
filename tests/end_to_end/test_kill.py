"""Killed without warning at any moment, the same command goes on and ends with the same bytes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pyogrio
import pytest

from tests.end_to_end.conftest import ROOT
from tests.engine.inference.tiny_model import picture, write_tiny_model
from tests.factories import write_raster

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL and no process groups"),
]

N_KILLS = 3
THINGS = [(row, col, 20, 30) for row in range(10, 260, 50) for col in range(10, 250, 48)]  # across most block borders


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("tiny")
    model = write_tiny_model(folder / "m.safetensors")
    raster = write_raster(folder / "r.tif", picture(290, 280, *THINGS))
    return ["--model", str(model), "--raster", str(raster), "--tile-size", "96", "--overlap", "64", "--workers", "1"]


def start(inputs: list[str], output: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.end_to_end.tiny_engine", "predict", *inputs, "--output", str(output)]
    return subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip


def finish(inputs: list[str], output: Path) -> None:
    process = start(inputs, output)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 0, err.decode()


def kill_after(inputs: list[str], output: Path, delay_s: float) -> bool:
    """Start the command, kill it and its processes so long after its work began, and tell whether it still ran."""
    begun = output.with_suffix(".run") / "prediction.json"
    before = begun.stat().st_mtime_ns if begun.exists() else 0
    process = start(inputs, output)
    while process.poll() is None and not (begun.exists() and begun.stat().st_mtime_ns != before):
        time.sleep(0.01)
    try:
        process.wait(delay_s)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    return process.returncode == -signal.SIGKILL


def content(path: Path) -> bytes | list[bytes]:
    """Return the bytes of a GeoJSON; of a GeoPackage, in which SQLite leaves traces of time, what is in its rows."""
    if path.suffix == ".geojson":
        return path.read_bytes()
    _, numbers, polygons, fields = pyogrio.raw.read(path, return_fids=True)
    return [numbers.tobytes(), *polygons, *(np.array(column).astype(str).tobytes() for column in fields)]


@pytest.mark.parametrize("ending", ["geojson", "gpkg"])
def test_kills_at_any_moment_leave_no_trace(tmp_path: Path, inputs: list[str], ending: str) -> None:
    whole, output = tmp_path / f"whole.{ending}", tmp_path / f"killed.{ending}"
    began_s = time.monotonic()
    finish(inputs, whole)
    longest_s = time.monotonic() - began_s
    moments = random.Random(4)
    n_killed = 0
    for _ in range(N_KILLS):
        if kill_after(inputs, output, moments.uniform(0.0, longest_s / 2)):
            n_killed += 1
            assert not output.exists()
        else:  # it had ended: once more from the start
            output.unlink()
    finish(inputs, output)
    assert n_killed > 0
    assert content(output) == content(whole)
    assert len(pyogrio.read_info(whole)["fields"]) > 5 and pyogrio.read_info(whole)["features"] == len(THINGS)
    left = sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("whole"))
    assert left == [f"killed.{ending}"]
