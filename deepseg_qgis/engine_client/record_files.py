"""Finds the records that the engine keeps of its runs; they are named as `deepseg history` names them."""

from __future__ import annotations

import dataclasses
import json
import math
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..domain.run_record import PREDICT, KeptRun, parse_record

RECORD = "run.json"
_ENGINE_FOLDER, _RUN_ENDING, _REPORT = "run", ".run", "report"
_REQUEST, _FOOTPRINTS = "request.json", "footprints.gpkg"
_UNREADABLE = (OSError, ValueError, RecursionError)
_NO_RUNS = frozenset({"fields", "rasters"})  # what a prediction keeps in thousands of files


def kept_runs(folder: Path) -> list[KeptRun]:
    """Return the runs in a folder and those below it, the oldest first; what is no record is left out."""
    pairs = [(run, str(path)) for path in _records(folder) if (run := _read(path, folder)) is not None]
    found = [run for run, _ in sorted(pairs, key=lambda pair: (pair[0].started, pair[1]))]
    n_alike = Counter(run.name for run in found)
    seen: Counter[str] = Counter()
    named = []
    for run in found:
        name = run.name if n_alike[run.name] == 1 else f"{run.name} ({run.command})"
        seen[name] += 1
        named.append(dataclasses.replace(run, name=name if seen[name] == 1 else f"{name} {seen[name]}"))
    return named


def run_name(record: Path, folder: Path) -> str:
    """Return what a run is called: its place below the folder, without the parts that every run has."""
    parts = list(record.parent.relative_to(folder).parts)
    if record.name != RECORD:
        stem = record.name[: -len(f".{RECORD}")]
        parts += [] if parts and stem == _REPORT else [stem]
    elif parts and parts[-1] == _ENGINE_FOLDER:
        parts.pop()
    elif parts and parts[-1].endswith(_RUN_ENDING):
        parts[-1] = parts[-1][: -len(_RUN_ENDING)]
    return "/".join(parts) or folder.absolute().name or _ENGINE_FOLDER


def _records(folder: Path) -> Iterator[Path]:
    for place, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if name not in _NO_RUNS and not name.startswith("."))
        for name in sorted(names):
            if (name == RECORD or name.endswith(f".{RECORD}")) and not name.startswith("."):
                yield Path(place) / name


def _read(path: Path, folder: Path) -> KeptRun | None:
    own = path.parent.parent if path.parent.name == _ENGINE_FOLDER and path.parent != folder else path.parent
    try:
        run = parse_record(_json(path), name=run_name(path, folder), folder=str(own))
    except _UNREADABLE:
        return None
    try:
        parameters = _json(own / _REQUEST)
    except _UNREADABLE:
        parameters = {}
    if isinstance(parameters, dict):
        run = dataclasses.replace(run, parameters=parameters)
    if run.command == PREDICT and (own / _FOOTPRINTS).is_file():
        run = dataclasses.replace(run, footprints=str(own / _FOOTPRINTS))  # the project may have been moved
    return run


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"), parse_float=_finite, parse_constant=_finite)


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value
