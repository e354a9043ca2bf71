"""Tries an environment: the engine is really run in it, and loads every package."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..errors import DeepSegPluginError, EngineStoppedError, SetupError
from ..i18n import tr
from . import command_line
from .events import Event
from .runner import run_engine


@dataclass(frozen=True)
class Onlooker:
    """Who is told how a set-up goes, and who can end it.

    `on_progress` is given the fraction done and what is being done, `on_text` every line, `on_event` what the engine
    says when it is tried; `is_canceled` is asked ten times a second.
    """

    on_progress: Callable[[float, str], None] = lambda fraction, doing: None
    on_text: Callable[[str], None] = lambda line: None
    on_event: Callable[[Event], None] = lambda event: None
    is_canceled: Callable[[], bool] = lambda: False


def try_engine(python: Path, onlooker: Onlooker, *, wants_gpu: bool = False) -> None:
    """Run `deepseg check` with this Python.

    Raises:
        SetupError: a package is missing or does not load, or nothing runs at all.
        EngineStoppedError: the user stopped it.
    """
    try:
        outcome = run_engine(
            command_line.check(),
            python=python,
            on_event=onlooker.on_event,
            on_text=onlooker.on_text,
            is_canceled=onlooker.is_canceled,
        )
    except EngineStoppedError:
        raise
    except DeepSegPluginError as err:
        raise SetupError(
            tr("The engine does not run with {python}: {reason}").format(python=python, reason=err.message),
            hint=err.hint,
        ) from err
    onlooker.on_text(str(outcome.values.get("text", "")))
    if wants_gpu and not str(outcome.values.get("device", "")).startswith("cuda"):
        onlooker.on_text(tr("PyTorch does not see the GPU, so the processor will be used. Is the driver new enough?"))


def still_works(python: Path, onlooker: Onlooker) -> bool:
    """Tell whether an environment that was made earlier can be used."""
    onlooker.on_text(tr("There is an environment already; trying it."))
    try:
        try_engine(python, onlooker)
    except SetupError as err:
        onlooker.on_text(err.message)
        onlooker.on_text(tr("It does not work any more, so it is made again."))
        return False
    return True
