"""Runs `deepseg predict` as a user does, in a process of its own, and says what it took."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import process
from benchmarks.process import CommandFailedError


@dataclass(frozen=True)
class Predicted:
    """What one prediction took.

    Attributes:
        seconds: from when the command began its work to its result; starting Python and loading torch are left out,
            as they are with the peers.
        wall_s: of the whole process.
        peak_mb: of the process tree, in millions of bytes; 0 where memory was not watched.
        n_tiles: tiles that the network ran over, or passed by because they hold nothing.
        result: the values of the engine's result.
        warnings: what the engine said beside it.
    """

    seconds: float
    wall_s: float
    peak_mb: float
    n_tiles: int
    result: dict[str, Any]
    warnings: tuple[str, ...]


def predict(
    model: Path,
    rasters: Path | Sequence[Path],
    output: Path,
    *options: object,
    sample_s: float | None = None,
    cores: set[int] | None = None,
) -> Predicted:
    """Predict and return what it took.

    Raises:
        CommandFailedError: the engine did not end well.
    """
    files = [rasters] if isinstance(rasters, Path) else list(rasters)
    words = [word for file in files for word in ("--raster", file)]
    command = [sys.executable, "-m", "benchmarks.launch", "predict", "--model", model, *words, "--output", output]
    ran = process.run([*command, *options, "--events"], sample_s=sample_s, cores=cores)
    events = [(seconds, json.loads(line)) for seconds, line in ran.lines]
    began = next(seconds for seconds, event in events if event["event"] == "stage")
    ended, result = next(
        (seconds, event["values"]) for seconds, event in reversed(events) if event["event"] == "result"
    )
    tiles = [event["total"] for _, event in events if event["event"] == "progress" and event.get("unit") == "tile"]
    said = [event["message"] for _, event in events if event["event"] == "warning"]
    return Predicted(ended - began, ran.seconds, ran.peak_mb, tiles[-1] if tiles else 0, result, tuple(said))


__all__ = ["CommandFailedError", "Predicted", "predict"]
