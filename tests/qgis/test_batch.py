"""QGIS's own batch window runs our algorithms row by row: several models, several rasters, each with its own file.

It runs in a process of its own: in QGIS 3.22 the window, once closed, leaves a task behind that never ends, whatever
the algorithm, and what comes later in the same process may crash or wait for it at the end.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from deepseg_qgis.algorithms.predict import _remove_fields

REPOSITORY = Path(__file__).parents[2]
# Left at once, without waiting for the task that QGIS leaves behind.
RUN = "import os, sys, pytest; status = pytest.main(sys.argv[1:]); sys.stdout.flush(); os._exit(status)"


def test_the_batch_window_runs_every_row() -> None:
    pytest.importorskip("processing.gui.BatchAlgorithmDialog")
    words = [sys.executable, "-c", RUN, "-p", "no:cacheprovider", "-q", "tests/qgis/batch_window.py"]
    ended = subprocess.run(words, cwd=REPOSITORY, capture_output=True, text=True, timeout=300)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "2 passed" in ended.stdout


def test_a_run_folder_that_nobody_named_goes_with_its_record(tmp_path: Path) -> None:
    for name in ("prediction.json", "run.json", "fields/000/0-0.fields"):
        path = tmp_path / "found.run" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")
    _remove_fields(tmp_path / "found.run", with_folder=False)
    assert sorted(path.name for path in (tmp_path / "found.run").iterdir()) == ["prediction.json", "run.json"]
    _remove_fields(tmp_path / "found.run", with_folder=True)
    assert list(tmp_path.iterdir()) == []
