"""Runs `deepseg predict` as a user does, in a process of its own, and says what it took."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
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
    """

    seconds: float
    wall_s: float
    peak_mb: float
    plan: RasterPlan
    result: dict[str, Any]
    warnings: tuple[str, ...]

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
) -> Predicted:
    """Predict afresh and return what it took.

    Raises:
        CommandFailedError: the engine did not end well.
    """
    folder = output.with_suffix(".run")
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "benchmarks.launch", "predict", "--model", model, "--raster", raster]
    # By torch unless asked otherwise: what else is installed must not decide what is measured.
    places = ["--output", output, "--run-dir", folder, "--backend", "torch"]
    ran = process.run([*command, *places, *options, "--events"], sample_s=sample_s, cores=cores)
    events = [(seconds, json.loads(line)) for seconds, line in ran.lines]
    began = next(seconds for seconds, event in events if event["event"] == "stage")
    ended, result = next(
        (seconds, event["values"]) for seconds, event in reversed(events) if event["event"] == "result"
    )
    said = tuple(event["message"] for _, event in events if event["event"] == "warning")
    plan = PredictionFolder(folder).read().plans[0]
    shutil.rmtree(folder)
    return Predicted(ended - began, ran.seconds, ran.peak_mb, plan, result, said)
