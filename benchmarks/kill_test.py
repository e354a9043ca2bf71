"""Predictions killed at moments chosen by chance and gone on from: is the result that of one that nobody disturbed?

    python -m benchmarks.kill_test [--short] [--kills 20] [--seed 0]

Each kill ends the whole process tree at once (SIGKILL), the same command is given again, and its file is compared:
a GeoJSON byte by byte, a GeoPackage row by row. Prints a table; about ten minutes for 20 kills of each.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import scenes
from benchmarks.process import ROOT, processes_in
from benchmarks.stub_models import write_model
from benchmarks.tables import table, verdict

_GONE_S = 10.0


@dataclass(frozen=True)
class Ended:
    """How one kill went.

    Attributes:
        stage: what the command said last that it was doing.
        is_resumed: the same command found work that it could go on from.
        is_equal: the result is that of the undisturbed run.
        n_left: processes that were left over.
    """

    stage: str
    is_resumed: bool
    is_equal: bool
    n_left: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="one kill of each, on a small raster")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    n_kills, side_px = (1, 1024) if options.short else (options.kills, 4096)
    chance = random.Random(options.seed)
    rows = []
    with tempfile.TemporaryDirectory(prefix="deepseg-kill-") as name:
        folder = Path(name)
        raster, model = scenes.city(folder, side_px, round(3000 * (side_px / 4096) ** 2)), write_model("stub", folder)
        for ending in ("geojson", "gpkg"):
            ends = list(trials(model, raster, folder / f"killed.{ending}", n_kills, chance))
            stages = ", ".join(f"{stage}: {n}" for stage, n in _counted(end.stage for end in ends))
            n_equal, n_left = sum(end.is_equal for end in ends), sum(end.n_left for end in ends)
            resumed = sum(end.is_resumed for end in ends)
            is_met = n_equal == len(ends) and n_left == 0
            rows.append((ending, len(ends), stages, resumed, f"{n_equal} of {len(ends)}", n_left, verdict(is_met)))
    head = ("file", "kills", "killed during", "went on from kept blocks", "equal", "processes left over", "met")
    print(table(head, rows))


def trials(model: Path, raster: Path, output: Path, n_kills: int, chance: random.Random) -> Iterator[Ended]:
    """Yield how each of the kills went."""
    command = [sys.executable, "-m", "benchmarks.launch", "predict", "--model", model, "--raster", raster]
    command += ["--tile-size", 512, "--workers", 1, "--output", output, "--events"]
    words = [str(word) for word in command]
    work_s = undisturbed(words)
    truth = content(output)
    n_done = 0
    while n_done < n_kills:
        output.unlink(missing_ok=True)
        shutil.rmtree(output.with_suffix(".run"), ignore_errors=True)
        moment_s = chance.uniform(0.0, work_s)
        was_running, stage, n_left = kill(words, moment_s)
        if not was_running:  # it was quicker than the undisturbed one, and had ended by itself
            continue
        n_done += 1
        done = subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
        is_resumed = any(json.loads(line).get("name") == "resume" for line in done.stdout.splitlines())
        is_equal = content(output) == truth
        print(
            f"{output.suffix} {n_done} of {n_kills}: killed after {moment_s:.1f} of {work_s:.1f} s in {stage!r}, "
            f"{'gone on' if is_resumed else 'begun anew'}, {'equal' if is_equal else 'DIFFERENT'}",
            file=sys.stderr,
            flush=True,
        )
        yield Ended(stage, is_resumed, is_equal, n_left)


def undisturbed(words: list[str]) -> float:
    """Run a command to its end and return the seconds from when its work began."""
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        for line in _lines(child):
            if json.loads(line)["event"] == "stage":
                began = time.monotonic()
                break
        last = list(_lines(child))[-1]
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, words, last)
    return time.monotonic() - began


def kill(words: list[str], moment_s: float) -> tuple[bool, str, int]:
    """Start a command and kill its tree so many seconds after its work began.

    Returns:
        Whether it was still running, what it said last that it was doing, and how many of its processes outlived it.
    """
    said: list[dict[str, object]] = []
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True) as child:
        timer = threading.Timer(moment_s, os.killpg, (child.pid, signal.SIGKILL))
        for line in _lines(child):
            if line.endswith("}\n"):  # the last one may be cut off
                said.append(json.loads(line))
            if timer.ident is None and said and said[-1]["event"] == "stage":
                timer.start()
        child.wait()
        timer.cancel()
    until = time.monotonic() + _GONE_S
    while (left := processes_in(child.pid)) and time.monotonic() < until:
        time.sleep(0.05)
    stages = [str(event.get("name") or event.get("stage")) for event in said if event["event"] in ("stage", "progress")]
    return child.returncode == -signal.SIGKILL, stages[-1] if stages else "start", len(left)


def _lines(child: subprocess.Popen[str]) -> Iterator[str]:
    assert child.stdout is not None
    return iter(child.stdout.readline, "")


def content(path: Path) -> object:
    """Return what must be equal: the bytes of a GeoJSON, the rows of a GeoPackage."""
    if path.suffix != ".gpkg":
        return path.read_bytes()
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        columns = base.execute("PRAGMA table_info(footprints)").fetchall()
        systems = base.execute("SELECT * FROM gpkg_geometry_columns").fetchall()
        return columns, systems, base.execute("SELECT * FROM footprints ORDER BY 1").fetchall()
    finally:
        base.close()


def _counted(names: Iterator[str]) -> list[tuple[str, int]]:
    found: dict[str, int] = {}
    for name in names:
        found[name] = found.get(name, 0) + 1
    return sorted(found.items())


if __name__ == "__main__":
    main()
