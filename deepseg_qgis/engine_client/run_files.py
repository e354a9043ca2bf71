"""The folders in runs/: what was asked of a training, and what the engine left there."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..domain.history import EpochRow, parse_history
from ..domain.report import Report, parse_report
from ..domain.runs import PastRun
from ..errors import DeepSegPluginError
from ..i18n import tr
from .whole_json import write_whole_json

_REQUEST = "request.json"
_HISTORY = "history.csv"
_CHECKPOINT = "checkpoint.pt"


class RunPlace:
    """Names the files of one training or one evaluated model below the site's folder of runs."""

    def __init__(self, runs_folder: Path, name: str) -> None:
        self.name = name
        self.folder = runs_folder / name
        self.model = self.folder / f"{name}.safetensors"
        self.engine_folder = self.folder / "run"
        self.request = self.folder / _REQUEST
        self.evaluation = self.folder / "evaluation"
        self.report = self.evaluation / "report.json"
        self.page = self.evaluation / "report.html"
        self.matches = self.evaluation / "matches.gpkg"

    @property
    def history(self) -> Path:
        """Return where the engine keeps what every epoch brought."""
        return self.engine_folder / _HISTORY


def place_of_model(runs_folder: Path, model: str) -> RunPlace:
    """Return where what is found out about a model is kept, also of a model from elsewhere."""
    path = Path(model)
    if path.parent.parent == runs_folder:
        return RunPlace(runs_folder, path.parent.name)
    return RunPlace(runs_folder, path.stem)


def taken_names(runs_folder: Path) -> list[str]:
    """Return the names in the folder of runs; none if it is not there."""
    try:
        return [path.name for path in runs_folder.iterdir()]
    except OSError:
        return []


def write_request(place: RunPlace, parameters: Mapping[str, Any]) -> None:
    """Keep what is asked for, so that the run can be resumed another day.

    Raises:
        DeepSegPluginError: the folder cannot be written.
    """
    try:
        write_whole_json(place.request, parameters)
    except OSError as err:
        raise _cannot_write(place.folder, err) from err


def make_folder(place: RunPlace) -> None:
    """Make the folder of a new run.

    Raises:
        DeepSegPluginError: it cannot be made.
    """
    try:
        place.folder.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        raise _cannot_write(place.folder, err) from err


def discard_unborn(place: RunPlace) -> None:
    """Delete the folder of a run that did not bring a model or an epoch to go on from."""
    if place.folder.is_dir() and not place.model.exists() and not (place.engine_folder / _CHECKPOINT).exists():
        shutil.rmtree(place.folder, ignore_errors=True)


def past_runs(runs_folder: Path) -> list[PastRun]:
    """Return the trainings in the folder, the latest first; folders that hold none are left out."""
    runs = [read_run(RunPlace(runs_folder, name)) for name in taken_names(runs_folder)]
    return sorted((run for run in runs if run is not None), key=lambda run: run.when, reverse=True)


def read_run(place: RunPlace) -> PastRun | None:
    """Return one training; None where the folder holds none."""
    request = _read_json(place.request)
    settings = _read_json(place.engine_folder / "settings.json")
    if not request and not settings and not place.model.is_file():
        return None
    n_epochs = request.get("EPOCHS", settings.get("epochs"))
    return PastRun(
        name=place.name,
        folder=str(place.folder),
        model=str(place.model),
        has_model=place.model.is_file(),
        can_resume=bool(request) and (place.engine_folder / _CHECKPOINT).is_file(),
        n_epochs=int(n_epochs) if isinstance(n_epochs, (int, float)) else None,
        when=max(map(_modified, (place.model, place.history, place.request)), default=0.0),
        rows=read_history(place.history),
        parameters=request,
    )


def read_history(path: Path) -> list[EpochRow]:
    """Return what every epoch brought; nothing where the file is not there."""
    try:
        return parse_history(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return []


def read_report(path: Path) -> Report:
    """Return the report of an evaluation.

    Raises:
        DeepSegPluginError: the file is not there, or is no report.
    """
    try:
        return parse_report(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as err:
        raise DeepSegPluginError(
            tr("The report {path} cannot be read: {cause}.").format(path=path, cause=err),
            hint=tr("Evaluate the model again."),
        ) from err


def size_of(folder: Path) -> tuple[int, int]:
    """Return how many files a folder holds, and their size in bytes."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


def delete_run(run: PastRun, runs_folder: Path) -> None:
    """Delete the folder of a run.

    Raises:
        DeepSegPluginError: it does not lie in the folder of runs, or cannot be deleted.
    """
    folder = Path(run.folder)
    if folder.is_symlink() or folder.parent != runs_folder or read_run(RunPlace(runs_folder, folder.name)) is None:
        raise DeepSegPluginError(tr("{path} is no run of this project, so it was left alone.").format(path=folder))
    try:
        shutil.rmtree(folder)
    except OSError as err:
        raise DeepSegPluginError(
            tr("{path} cannot be deleted: {cause}.").format(path=folder, cause=err.strerror or err),
            hint=tr("Remove its layers from the map, or close what else has the folder open, then try again."),
        ) from err


def empty_folder(folder: Path) -> None:
    """Make a folder that is there and empty.

    Raises:
        DeepSegPluginError: it cannot be made.
    """
    try:
        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(parents=True)
    except OSError as err:
        raise _cannot_write(folder, err) from err


def discard_folder(folder: Path) -> None:
    """Delete the folder of a result that did not come about, and the one around it if nothing else is there."""
    shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):
        folder.parent.rmdir()


def write_evaluation_request(folder: Path, parameters: Mapping[str, Any]) -> None:
    """Keep what is asked of an evaluation beside its report; without it, the History only knows less."""
    with contextlib.suppress(OSError):
        write_whole_json(folder / _REQUEST, parameters)


def keep_older_evaluation(place: RunPlace) -> None:
    """Give way to a newer evaluation of the same model: evaluation-1 is the oldest.

    Raises:
        DeepSegPluginError: the older one is held open by somebody.
    """
    if not place.report.is_file():
        return
    numbers = [int(name[11:]) for name in taken_names(place.folder) if re.fullmatch(r"evaluation-\d+", name)]
    older = place.folder / f"evaluation-{max(numbers, default=0) + 1}"
    try:
        os.replace(place.evaluation, older)
    except OSError as err:
        raise DeepSegPluginError(
            tr("{path} cannot be kept beside a newer one: {cause}.").format(
                path=place.evaluation, cause=err.strerror or err
            ),
            hint=tr("Close what else has the folder open, then evaluate again."),
        ) from err


def replace_folder(new: Path, old: Path) -> None:
    """Put a folder in the place of another; what stood there is deleted.

    Raises:
        DeepSegPluginError: the older one is held open by somebody.
    """
    try:
        if old.exists():
            shutil.rmtree(old)
        os.replace(new, old)
    except OSError as err:
        raise DeepSegPluginError(
            tr("{path} cannot be replaced: {cause}.").format(path=old, cause=err.strerror or err),
            hint=tr("The new result is in {path}.").format(path=new),
        ) from err


def _read_json(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _cannot_write(folder: Path, err: OSError) -> DeepSegPluginError:
    return DeepSegPluginError(
        tr("The folder {path} cannot be written: {cause}.").format(path=folder, cause=err.strerror or err),
        hint=tr("Make room, or save the DeepSeg project in a folder of yours."),
    )
