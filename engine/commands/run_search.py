"""Finds the records of runs in a folder, and gives each run its name."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.commands.recording import RECORD, read_record
from engine.domain.run_record import RunRecord
from engine.errors import UsageError
from engine.events import Reporter
from engine.stop import StopFlag

_ENGINE_FOLDER, _RUN_ENDING, _REPORT = "run", ".run", "report"
_NO_RUNS = frozenset({"fields", "rasters"})  # what a prediction keeps in thousands of files


@dataclass(frozen=True)
class NamedRun:
    """A run and what it is called: its place below the folder that was searched; `path` is that of its record."""

    name: str
    record: RunRecord
    path: Path

    @property
    def folder(self) -> Path:
        """Return the folder that is the run's own; of runs of the docks, the one around what the engine keeps."""
        return self.path.parent.parent if self.path.parent.name == _ENGINE_FOLDER else self.path.parent


def find_runs(folder: Path, *, reporter: Reporter, stop: StopFlag) -> list[NamedRun]:
    """Return the runs in the folder and those below it, the oldest first.

    Raises:
        UsageError: there is no such folder.
        Stopped: when `stop` was requested.
    """
    if not folder.is_dir():
        raise UsageError(
            f"{folder} is no folder", hint="Give the folder that holds your runs, such as the runs folder of a project."
        )
    found = [(path, record) for path in _records(folder, stop) if (record := _read(path, reporter)) is not None]
    found.sort(key=lambda each: (each[1].started, str(each[0])))
    names = _distinct([(run_name(path, folder), record.command) for path, record in found])
    return [NamedRun(name, record, path) for name, (path, record) in zip(names, found, strict=True)]


def run_name(record: Path, folder: Path) -> str:
    """Return what a run is called: its place below the folder, without the parts that every run has.

    `kampala-1/run/run.json` is kampala-1, `roofs.run/run.json` is roofs, `kampala-1/evaluation/report.run.json` is
    kampala-1/evaluation.
    """
    parts = list(record.parent.relative_to(folder).parts)
    if record.name != RECORD:
        stem = record.name.removesuffix(f".{RECORD}")
        parts += [] if parts and stem == _REPORT else [stem]
    elif parts and parts[-1] == _ENGINE_FOLDER:
        parts.pop()
    elif parts:
        parts[-1] = parts[-1].removesuffix(_RUN_ENDING)
    return "/".join(parts) or folder.absolute().name or _ENGINE_FOLDER


def _read(path: Path, reporter: Reporter) -> RunRecord | None:
    try:
        return read_record(path)
    except ValueError as err:
        reporter.warning("no_record", f"{path} is left out: {err}")
        return None


def _records(folder: Path, stop: StopFlag) -> Iterator[Path]:
    for place, below, names in os.walk(folder):
        stop.check()
        below[:] = sorted(name for name in below if name not in _NO_RUNS and not name.startswith("."))
        for name in sorted(names):
            if (name == RECORD or name.endswith(f".{RECORD}")) and not name.startswith("."):
                yield Path(place) / name


def _distinct(names: list[tuple[str, str]]) -> list[str]:
    """Return the names, those that several runs would have with the command and, if need be, a number after them."""
    n_alike = Counter(name for name, _ in names)
    told = [name if n_alike[name] == 1 else f"{name} ({command})" for name, command in names]
    seen: Counter[str] = Counter()
    distinct = []
    for name in told:
        seen[name] += 1
        distinct.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return distinct
