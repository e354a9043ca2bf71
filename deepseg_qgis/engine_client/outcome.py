"""What a run came to: its results, or the error that says in words how it ended."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from ..errors import (
    DeepSegPluginError,
    EngineCrashedError,
    EngineFailedError,
    EngineKilledError,
    EngineNotStartedError,
    EngineStoppedError,
    EngineVersionError,
)
from ..i18n import tr
from .events import PROTOCOL, Event

DONE, STOPPED = 0, 3  # exit statuses, as docs/events.md promises them
_ENDED_BY_SYSTEM = (-9, 128 + 9)  # SIGKILL, also as a shell in between tells it
_NO_MEMORY_ON_WINDOWS = (0xC0000017, 0xC000012D)
_MOST_SHOWN = 300  # characters of a line of somebody else's in a sentence


@dataclass(frozen=True)
class Artifact:
    """A file that the engine completed."""

    kind: str
    path: Path


@dataclass(frozen=True)
class Warning_:  # noqa: N801  (Python has a Warning of its own)
    """Something that a person should know though the run went on."""

    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Outcome:
    """What a run that was done found out and wrote."""

    values: Mapping[str, Any] = field(default_factory=dict)
    artifacts: tuple[Artifact, ...] = ()
    warnings: tuple[Warning_, ...] = ()

    def path(self, kind: str) -> Path | None:
        """Return the newest file of a kind, such as `model`; None if there is none."""
        return next((each.path for each in reversed(self.artifacts) if each.kind == kind), None)


@dataclass(frozen=True)
class Ending:
    """How a process ended: exit status, last event, what it wrote besides, and what was done to it."""

    status: int
    last: Event | None
    has_started: bool
    text: tuple[str, ...] = ()  # the last lines that were no events
    was_asked_to_stop: bool = False
    was_ended_after_s: float | None = None  # seconds that it was given after it was asked
    command: str = ""

    @property
    def details(self) -> dict[str, str]:
        """Return what a bug report needs."""
        return {"command": self.command, "exit status": status_text(self.status), "log": "\n".join(self.text)}


def check_ending(ending: Ending) -> None:
    """Return if the run was done.

    A run that was done before it noticed that it should stop is done.

    Raises:
        EngineStoppedError: the user asked it to stop.
        EngineFailedError: it said why it failed.
        EngineNotStartedError: its Python started, the engine did not.
        EngineKilledError: the system ended it.
        EngineCrashedError: it ended in any other way.
    """
    last = ending.last.kind if ending.last else ""
    if ending.status == DONE and last in ("result", "artifact"):
        return
    if ending.was_ended_after_s is not None:
        _raise_ended_by_us(ending)
    if last == "stopped":
        raise EngineStoppedError(_what_was_kept(_words(ending.last, "message")), details=ending.details)
    if last == "error" and ending.last is not None:
        _raise_failed(ending.last, ending)
    if ending.was_asked_to_stop:
        raise EngineStoppedError(
            tr("Stopped. DeepSeg's engine did not say what was kept."),
            hint=tr("What stands under its final name is whole."),
            details=ending.details,
        )
    if ending.status in _ENDED_BY_SYSTEM or ending.status & 0xFFFFFFFF in _NO_MEMORY_ON_WINDOWS:
        raise EngineKilledError(
            tr("The system ended DeepSeg's engine, most likely because the memory was used up."),
            hint=tr("Close other programs, or choose a smaller batch size or smaller tiles, and run it again."),
            details=ending.details,
        )
    if not ending.has_started and ending.status > DONE:
        raise EngineNotStartedError(
            tr("DeepSeg's engine did not start. {reason}").format(reason=_last_line(ending)).strip(),
            hint=tr("Open “Set up DeepSeg” and let it make the engine's environment again."),
            details=ending.details,
        )
    _raise_crashed(ending)


def not_started(python: Path, reason: str, command: str) -> DeepSegPluginError:
    """Return the error for a Python that the system does not start."""
    return EngineNotStartedError(
        tr("The Python of DeepSeg's engine cannot be started: {path} ({reason})").format(path=python, reason=reason),
        hint=tr("Open “Set up DeepSeg” and let it make the engine's environment again, or choose another Python."),
        details={"command": command},
    )


def check_protocol(start: Event) -> None:
    """Return if we understand what will follow.

    Raises:
        EngineVersionError: the engine speaks a protocol that is newer than ours, or none.
    """
    spoken = start.values.get("protocol")
    if isinstance(spoken, int) and 1 <= spoken <= PROTOCOL:
        return
    raise EngineVersionError(
        tr("The engine (version {engine}) speaks protocol {spoken}, this plugin understands {known}.").format(
            engine=start.text("engine") or "?", spoken=spoken, known=PROTOCOL
        ),
        hint=tr("Update the DeepSeg plugin, then open “Set up DeepSeg”."),
    )


def status_text(status: int) -> str:
    """Return an exit status as people look it up: a number, the name of a signal, or what Windows writes in hex."""
    if status < 0:
        try:
            return signal.Signals(-status).name
        except ValueError:
            return f"signal {-status}"
    if sys.platform == "win32" and status > 0xFFFF:
        return f"0x{status:08X}"
    return str(status)


def _raise_ended_by_us(ending: Ending) -> NoReturn:
    text = tr("DeepSeg's engine did not stop within {seconds} s and was ended.")
    raise EngineStoppedError(
        text.format(seconds=round(ending.was_ended_after_s or 0.0)),
        hint=tr("What had been saved by then is kept."),
        details=ending.details,
    )


def _raise_failed(last: Event, ending: Ending) -> NoReturn:
    raise EngineFailedError(
        _sentence(_words(last, "message")) or tr("DeepSeg's engine failed."),
        hint=_sentence(_words(last, "hint")),
        code=last.text("code"),
        details=ending.details,
    )


def _raise_crashed(ending: Ending) -> NoReturn:
    hint = tr("Run it again; if it happens again, please report it with the details.")
    if ending.status == DONE:
        message = tr("DeepSeg's engine ended without saying what it did.")
    else:
        message = tr("DeepSeg's engine crashed ({status}).").format(status=status_text(ending.status))
    last = _last_line(ending)
    raise EngineCrashedError(f"{message} {last}" if last else message, hint=hint, details=ending.details)


def _last_line(ending: Ending) -> str:
    """Return the last line of its text, which for Python names the cause."""
    line = next((line.strip() for line in reversed(ending.text) if line.strip()), "")
    return line if len(line) <= _MOST_SHOWN else f"{line[:_MOST_SHOWN]} …"


def _words(event: Event | None, key: str) -> str:
    return event.text(key).strip() if event else ""


def _what_was_kept(message: str) -> str:
    """Return what a stopped engine kept; how a terminal would go on with it is of no use in QGIS."""
    kept = re.split(r"[;.] +the same command\b", message, flags=re.IGNORECASE)[0].rstrip(".")
    return tr("Stopped: {what}.").format(what=kept) if kept else tr("Stopped.")


def _sentence(text: str) -> str:
    """Return the engine's words with a capital letter, unless they begin with a name such as `city.tif`."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.isalpha() else text
