"""What the engine tells of a prediction before it is begun, as far as it makes sense."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from deepseg_qgis.domain.estimate import Estimate, estimate_of

WHOLE = {
    "n_tiles": 16,
    "seconds": 180.5,
    "memory_bytes": 900_000_000,
    "scratch_bytes": 80_000_000,
    "output_bytes": 40_000_000,
    "free_bytes": 50_000_000_000,
}


def test_nothing_is_known_of_nothing() -> None:
    assert estimate_of({}) == Estimate()
    assert estimate_of({}).disk_bytes is None
    assert not estimate_of({}).is_disk_too_full


def test_what_the_engine_tells_is_taken_over() -> None:
    estimate = estimate_of({**WHOLE, "text": "a sentence", "something_else": 3})
    assert estimate == Estimate(16, 180.5, 9e8, 8e7, 4e7, 5e10)
    assert estimate.disk_bytes == 120_000_000
    assert not estimate.is_disk_too_full
    assert estimate_of({**WHOLE, "free_bytes": 100_000_000}).is_disk_too_full


@pytest.mark.parametrize("value", [None, "many", True, -1, math.inf, math.nan, [3]])
def test_what_makes_no_sense_is_left_out(value: object) -> None:
    assert estimate_of(dict.fromkeys(WHOLE, value)) == Estimate()


def test_the_engine_tells_all_that_is_shown() -> None:
    golden = Path(__file__).parents[1] / "contract" / "golden" / "predict_dry_run.jsonl"
    *_, line = golden.read_text(encoding="ascii").splitlines()
    estimate = estimate_of(json.loads(line)["values"])
    assert estimate == Estimate(196, 433.2, 1.9e9, 1.51e9, None, 5.2e10)


def test_one_known_size_is_the_disk_that_it_takes() -> None:
    assert estimate_of({"scratch_bytes": 7}).disk_bytes == 7
