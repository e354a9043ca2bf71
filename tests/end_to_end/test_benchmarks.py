"""The benchmarks run, on small rasters; what they measure is said in docs/performance.md, not here."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "performance.md"

pytestmark = pytest.mark.slow


def bench(folder: Path, *words: str) -> str:
    command = [sys.executable, "-m", "benchmarks.performance", *words, "--short", "--folder", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def table_rows(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]


def test_seams_are_looked_for_and_none_is_found(tmp_path: Path) -> None:
    rows = table_rows(bench(tmp_path, "seams"))
    compared = [row for row in rows if row[0] == "made scene, stub" and len(row) == 8]
    assert {row[1] for row in compared} >= {"tiles of 256", "2 workers", "four areas"}
    assert {row[-1] for row in compared} == {"yes"}


def test_memory_and_speed_are_measured(tmp_path: Path) -> None:
    text = bench(tmp_path, "scale")
    assert {row[0] for row in table_rows(text)} >= {"GeoTIFF", "JPEG 2000"}
    assert re.search(r"alone: [1-9]\d* MB", text)


def test_jpeg_2000_is_measured_in_tiles_and_in_one(tmp_path: Path) -> None:
    rows = {row[0]: row for row in table_rows(bench(tmp_path, "jpeg2000")) if len(row) == 10}
    kinds = {f"{name}, in {tiles}" for name in ("lossy", "lossless") for tiles in ("tiles", "one tile")}
    assert kinds <= set(rows)
    copied = {kind for kind in kinds if rows[kind][5]}
    assert copied == {"lossy, in one tile", "lossless, in one tile"}
    assert rows["lossless, in tiles"][3] == rows["lossless, in one tile"][3]
    assert all(float(rows[kind][6]) > 0 for kind in kinds)  # what was said before


def test_evaluation_is_timed(tmp_path: Path) -> None:
    assert "DeepSeg, from polygons in memory" in bench(tmp_path, "coco")


def test_clean_shapes_are_timed(tmp_path: Path) -> None:
    text = bench(tmp_path, "shaping")
    assert "DeepSeg, right angles, buildings" in text and "DeepSeg, simplified by 1 m, fields" in text


def test_the_page_has_a_place_for_every_part() -> None:
    from benchmarks.performance import COMMANDS

    page = PAGE.read_text(encoding="utf-8")
    for name in COMMANDS:
        assert 0 < page.index(f"<!-- {name}: begin -->") < page.index(f"<!-- {name}: end -->")
