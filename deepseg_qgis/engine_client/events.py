"""What the engine says: bytes become lines, lines become events. `docs/events.md` is the contract."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

PROTOCOL = 1  # the newest that this reader understands
MOST_BYTES = 4 * 1024 * 1024  # of one line; a result with a thousand rasters has far less
_SENTENCES = ("message", "hint")
_SHOWN_BYTES = 300  # of a line that is no event, in a log


@dataclass(frozen=True)
class Event:
    """One line: its kind (`progress`, `epoch`, ...) and all else that it says."""

    kind: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """Return a value as text; empty where it is missing or null."""
        value = self.values.get(key)
        return "" if value is None else str(value)


def reworded(event: Event, wording: Callable[[str], str]) -> Event:
    """Return an event whose sentences for people are in other words."""
    said = {key: wording(event.text(key)) for key in _SENTENCES if event.values.get(key)}
    return Event(event.kind, {**event.values, **said}) if said else event


class LineBuffer:
    """Takes bytes as they come and gives back whole lines, without their ends.

    A line longer than `most_bytes` is cut there and the rest of it thrown away, so that a child gone mad cannot fill
    the memory of QGIS; `n_cut` counts such lines.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._begun = bytearray()
        self._is_cut = False
        self.n_cut = 0

    def add(self, chunk: bytes) -> list[bytes]:
        """Return the lines that are whole now."""
        *ended, rest = chunk.split(b"\n")
        lines = []
        for piece in ended:
            self._gather(piece)
            lines.append(self._take())
        self._gather(rest)
        return lines

    def rest(self) -> bytes | None:
        """Return what came after the last line end when nothing more comes; None if nothing did."""
        return self._take() if self._begun else None

    def _gather(self, piece: bytes) -> None:
        room = self._most_bytes - len(self._begun)
        self._begun += piece[:room]
        if len(piece) > room and not self._is_cut:
            self._is_cut = True
            self.n_cut += 1

    def _take(self) -> bytes:
        line = bytes(self._begun)
        self._begun.clear()
        self._is_cut = False
        return line[:-1] if line.endswith(b"\r") else line


def parse_line(line: bytes) -> Event | None:
    """Return the event of a line, or None if it is none: an object with a text `event`, written in UTF-8."""
    if not line.lstrip().startswith(b"{"):
        return None
    try:
        values = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):  # a UnicodeDecodeError is a ValueError as well
        return None
    kind = values.get("event") if isinstance(values, dict) else None
    if not isinstance(kind, str) or not kind:
        return None
    return Event(kind, {key: value for key, value in values.items() if key != "event"})


def shown(line: bytes) -> str:
    """Return a line that is no event as text for a log: cut short, what is no UTF-8 made visible."""
    text = line[:_SHOWN_BYTES].decode("utf-8", "replace").rstrip()
    return f"{text} … ({len(line)} bytes)" if len(line) > _SHOWN_BYTES else text
