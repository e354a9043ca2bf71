"""Compiled loops read nothing beyond their arrays, and need no folder to be kept in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.geo.compiled import compiled

REPOSITORY = Path(__file__).parents[3]
# Those that draw every loop on fields of all kinds.
TESTS = [
    f"tests/engine/{each}.py"
    for each in (
        "data/test_bands",
        "geo/test_pixel_lists",
        "geo/test_run_lists",
        "geo/test_trace",
        "inference/test_basins",
        "inference/test_block_outlines",
    )
]


@pytest.mark.slow
def test_no_loop_reads_beyond_its_arrays(tmp_path: Path) -> None:
    checked = os.environ | {"NUMBA_BOUNDSCHECK": "1", "NUMBA_CACHE_DIR": str(tmp_path)}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *TESTS]
    run = subprocess.run(command, cwd=REPOSITORY, env=checked, capture_output=True, text=True, timeout=900)
    assert run.returncode == 0, run.stdout[-3000:]
    assert list(tmp_path.rglob("*.nbc"))  # loops were compiled anew, with the checks


def test_a_loop_that_cannot_be_kept_is_compiled_all_the_same() -> None:
    source = "def total(numbers):\n    total = 0\n    for number in numbers:\n        total += number\n    return total"
    names: dict[str, object] = {}
    exec(source, names)  # a function without a file has no folder either
    assert compiled(names["total"])(np.arange(5)) == 10
