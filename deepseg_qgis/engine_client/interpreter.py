"""Which Python runs the engine: one that is named, one that was picked, one that was made. Starts nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from .. import settings
from ..about import VERSION
from ..errors import EngineNotSetUpError, SetupError
from ..i18n import tr
from .places import complete_mark, environment_folder, python_in
from .requirements import engine_requirements, requirements_hash

PYTHON_VARIABLE = "DEEPSEG_PYTHON"


@dataclass(frozen=True)
class Interpreter:
    """A Python that the engine runs in, and why it is this one: "variable", "picked" or "made"."""

    path: Path
    origin: str


def find_engine_python() -> Interpreter | None:
    """Return the Python that runs the engine, or None if DeepSeg is not set up. Only looks at files."""
    for origin, path in _in_order():
        if path is not None and path.is_file():
            return Interpreter(path, origin)
    return None


def engine_python() -> Path:
    """Return the Python that runs the engine.

    Raises:
        EngineNotSetUpError: there is none yet, or it is not there any more.
    """
    found = find_engine_python()
    if found is not None:
        return found.path
    missing = named_python() or picked_python()
    if missing is not None:
        raise EngineNotSetUpError(
            tr("The Python of DeepSeg's engine is not there any more: {path}").format(path=missing),
            hint=tr("Open “Set up DeepSeg” and choose another, or let it make one."),
        )
    raise EngineNotSetUpError(
        tr("DeepSeg's engine is not set up yet."),
        hint=tr("Open “Set up DeepSeg” from the DeepSeg menu, or run the algorithm deepseg:setup once."),
    )


def named_python() -> Path | None:
    """Return what the variable DEEPSEG_PYTHON names, there or not."""
    text = os.environ.get(PYTHON_VARIABLE, "").strip()
    return Path(text).expanduser() if text else None


def picked_python() -> Path | None:
    """Return what the user picked in the settings, there or not."""
    text = str(settings.picked_python() or "").strip()
    return Path(text) if text else None


def made_environment() -> Path | None:
    """Return the folder of the environment for this engine, made or not; None if the engine's source is damaged."""
    try:
        return environment_folder(VERSION, requirements_hash(engine_requirements()))
    except SetupError:
        return None


def made_python() -> Path | None:
    """Return the Python of the environment that was made for this engine version and seen to work."""
    folder = made_environment()
    return python_in(folder) if folder is not None and complete_mark(folder).is_file() else None


def _in_order() -> tuple[tuple[str, Path | None], ...]:
    return (("variable", named_python()), ("picked", picked_python()), ("made", made_python()))
