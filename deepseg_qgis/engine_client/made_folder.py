"""The folder of an environment that is being made: marked as ours at once, deleted only with a mark in it."""

from __future__ import annotations

import json
import os
import shutil
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ..errors import SetupError
from ..i18n import tr
from .places import complete_mark, in_progress_mark

_TRIES_TO_DELETE = 5


def claim(folder: Path) -> None:
    """Make the folder and put our mark into it before anything else: what has none is never deleted."""
    folder.mkdir(parents=True, exist_ok=True)
    in_progress_mark(folder).write_text(json.dumps({"process": os.getpid(), "began": time.time()}), encoding="utf-8")


def mark_complete(folder: Path, facts: Mapping[str, str]) -> None:
    """Say that the environment is installed and was seen to work."""
    unfinished = complete_mark(folder).with_suffix(".part")
    unfinished.write_text(json.dumps(facts, indent=1), encoding="utf-8")
    os.replace(unfinished, complete_mark(folder))
    in_progress_mark(folder).unlink()


def is_ours(folder: Path) -> bool:
    """Tell whether we made this folder."""
    return not folder.is_symlink() and (in_progress_mark(folder).is_file() or complete_mark(folder).is_file())


def clear(folder: Path) -> None:
    """Remove an environment that we made, if it is there; leave alone what we did not make.

    Raises:
        SetupError: the folder is somebody else's, or a file in it is in use.
    """
    if not folder.exists() and not folder.is_symlink():
        return
    if not is_ours(folder):
        if folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir()):
            return
        raise SetupError(
            tr("{folder} is in the way, and DeepSeg did not make it.").format(folder=folder),
            hint=tr("Move it away, then try again."),
        )
    for attempt in range(_TRIES_TO_DELETE):
        if _delete(folder):
            return
        # An antivirus program on Windows holds new files for a moment.
        time.sleep(0.2 * (attempt + 1))
    raise _in_use(folder)


def device_of(folder: Path) -> str:
    """Return what a complete environment was made for: "cpu", "cuda", or empty where its mark does not say."""
    try:
        return str(json.loads(complete_mark(folder).read_text(encoding="utf-8"))["device"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


@contextmanager
def set_aside(folder: Path) -> Iterator[None]:
    """Keep an environment that works while another is made in its place; put it back if that fails.

    Raises:
        SetupError: a file in it is in use.
    """
    aside = _aside(folder)
    clear(aside)
    try:
        os.replace(folder, aside)
    except OSError as err:
        raise _in_use(folder) from err
    try:
        yield
    except BaseException:
        put_back(folder)
        raise
    clear(aside)


def put_back(folder: Path) -> None:
    """Put back what was set aside, if what should have come in its place is not complete."""
    aside = _aside(folder)
    if is_ours(aside) and not complete_mark(folder).is_file():
        clear(folder)
        if folder.is_dir():
            folder.rmdir()  # empty: `clear` has raised otherwise
        os.replace(aside, folder)


def _aside(folder: Path) -> Path:
    return folder.with_name(folder.name + ".before")


def _in_use(folder: Path) -> SetupError:
    return SetupError(
        tr("The folder {folder} could not be removed.").format(folder=folder),
        hint=tr("Close other QGIS windows that use DeepSeg, then try again."),
    )


def _delete(folder: Path) -> bool:
    """Delete what is in the folder, the marks last: half deleted it is still known as ours. Tell whether it is gone."""
    marks = (in_progress_mark(folder), complete_mark(folder))
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, onerror=_make_writable)
        elif entry not in marks:
            _unlink(entry)
    if any(entry not in marks for entry in folder.iterdir()):
        return False
    shutil.rmtree(folder, onerror=_make_writable)
    return not folder.exists()


def _unlink(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        _make_writable(os.unlink, str(path), None)


def _make_writable(function: Callable[[str], object], path: str, error: object) -> None:
    """Try once more with a file that was read-only; what still fails is left to the next round."""
    try:
        Path(path).chmod(stat.S_IRWXU)
        function(path)
    except OSError:
        return
