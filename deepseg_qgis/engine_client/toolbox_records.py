"""Records of runs that the toolbox started, put beside those of the docks: so the history of a project has them all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..domain.run_record import EVALUATE, PREDICT, TRAIN
from ..domain.runs import next_run_name
from .record_files import RECORD
from .whole_json import write_whole_json

FOLDER = "toolbox"
_ORIGIN = "copied_from"
_STEMS = {TRAIN: "training", EVALUATE: "evaluation", PREDICT: "prediction"}


def keep_record(record: Path, runs_folder: Path, outputs: Mapping[str, str]) -> Path | None:
    """Return the copy of a record in the folder of runs; None where there is none to copy, or it lies there itself.

    Of a run that was gone on with, the older copy is replaced.

    Args:
        record: as the engine wrote it; files in between that it names may be gone.
        runs_folder: that of the project; it is made.
        outputs: where results are now, by kind, for those that the record names elsewhere.

    Raises:
        OSError: the copy cannot be written.
    """
    values = _read(record)
    if values is None or runs_folder.resolve() in record.resolve().parents:
        return None
    known = {**dict(values.get("outputs") or {}), **outputs}
    values[_ORIGIN] = str(record.resolve())
    values["outputs"] = {kind: path for kind, path in known.items() if Path(str(path)).exists()}
    folder = runs_folder / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    taken = sorted(path.name for path in folder.iterdir())
    stem = _STEMS.get(str(values.get("command")), "run")
    name = next((each for each in taken if _is_same(values, _read(folder / each / RECORD))), next_run_name(stem, taken))
    copy = folder / name / RECORD
    copy.parent.mkdir(exist_ok=True)
    write_whole_json(copy, values)
    return copy


def _is_same(one: Mapping[str, Any], other: Mapping[str, Any] | None) -> bool:
    """Tell whether two records are of one run: one that was gone on with keeps its beginning."""
    names = ("command", "started", _ORIGIN)
    return other is not None and all(one.get(name) == other.get(name) for name in names)


def _read(path: Path) -> dict[str, Any] | None:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None
