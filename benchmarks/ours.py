"""Runs `deepseg predict` as a user does, in a process of its own, and says what it took."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks import process
from engine.inference.manifest import PredictionFolder, RasterPlan


@dataclass(frozen=True)
class Predicted:
    """What one prediction took.

    Attributes:
        seconds: from when the command began its work to its result; starting Python and loading torch are left out,
            as they are with the peers.
        wall_s: of the whole process.
        peak_mb: of the process tree, in millions of bytes; 0 where memory was not watched.
        plan: how the raster was walked.
        result: the values of the engine's result.
        warnings: what the engine said beside it.
        copy_s: of `seconds`, what went into a copy of a raster that is slow to read.
    """

    seconds: float
    wall_s: float
    peak_mb: float
    plan: RasterPlan
    result: dict[str, Any]
    warnings: tuple[str, ...]
    copy_s: float = 0.0

    @property
    def megapixels(self) -> float:
        """Return the size of the raster in millions of its own pixels."""
        return self.plan.grid.rows * self.plan.grid.cols / 1e6

    @property
    def n_footprints(self) -> int:
        """Return how many things were found."""
        return int(self.result["text"].split()[0].replace(",", ""))


def predict(
    model: Path,
    raster: Path,
    output: Path,
    *options: object,
    sample_s: float | None = None,
    cores: set[int] | None = None,
    environment: Mapping[str, str] | None = None,
    pause_at: Callable[[str], Callable[[], object] | None] | None = None,
) -> Predicted:
    """Predict afresh and return what it took; arguments as for `process.run`.

    Raises:
        CommandFailedError: the engine did not end well.
    """
    folder = output.with_suffix(".run")
    shutil.rmtree(folder, ignore_errors=True)
    command = [*_command(model, raster, output), "--run-dir", folder, *options]
    ran = process.run(command, sample_s=sample_s, cores=cores, environment=environment, pause_at=pause_at)
    events = [(seconds, json.loads(line)) for seconds, line in ran.lines]
    stages = [(seconds, event["name"]) for seconds, event in events if event["event"] == "stage"]
    began = stages[0][0]
    copy_s = sum(after - seconds for (seconds, name), (after, _) in pairwise(stages) if name == "copy")
    ended, result = next(
        (seconds, event["values"]) for seconds, event in reversed(events) if event["event"] == "result"
    )
    said = tuple(event["message"] for _, event in events if event["event"] == "warning")
    plan = PredictionFolder(folder).read().plans[0]
    shutil.rmtree(folder)
    return Predicted(ended - began, ran.seconds, ran.peak_mb, plan, result, said, copy_s)


def estimated_seconds(
    model: Path, raster: Path, output: Path, *, environment: Mapping[str, str] | None = None
) -> float | None:
    """Return the time that `--dry-run` tells; None where it knows none.

    Raises:
        CommandFailedError: the engine did not end well.
    """
    ran = process.run([*_command(model, raster, output), "--dry-run"], sample_s=None, environment=environment)
    values = next(event["values"] for _, line in ran.lines if (event := json.loads(line))["event"] == "result")
    seconds: float | None = values["seconds"]
    return seconds


def _command(model: Path, raster: Path, output: Path) -> list[object]:
    """Return the words of a prediction that tells its events."""
    # By torch unless asked otherwise: what else is installed must not decide what is measured.
    words = ["--model", model, "--raster", raster, "--output", output, "--backend", "torch", "--events"]
    return [sys.executable, "-m", "benchmarks.launch", "predict", *words]
