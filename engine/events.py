"""What the engine says while it works: event lines, one JSON object each; `docs/events.md` is the contract."""

from __future__ import annotations

import dataclasses
import json
import math
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol, TextIO

import engine
from engine.errors import DeepSegError

PROTOCOL = 1  # raised when a reader of the older lines would misunderstand the new ones
TOLD_EVERY_S = 0.25  # a reader redraws no faster; a million tiles must not become a million lines
MOST_WARNINGS = 20  # of one kind: what is said of each of a thousand pictures hides all else

Clock = Callable[[], float]
Event = dict[str, Any]


class Reporter(Protocol):
    """Where a command says how it is getting on."""

    def start(self, command: str) -> None:
        """Tell which command begins; the first event of every run."""

    def stage(self, name: str, message: str = "") -> None:
        """Tell that a named part of the work begins."""

    def progress(self, stage: str, done: float, total: float, unit: str) -> None:
        """Tell how far a stage is; may be called as often as one likes."""

    def epoch(
        self, *, epoch: int, n_epochs: int, losses: Mapping[str, float], scores: Mapping[str, float], is_best: bool
    ) -> None:
        """Tell what an epoch brought; `epoch` counts from 1."""

    def warning(self, code: str, message: str, hint: str = "") -> None:
        """Tell a person something that does not end the run."""

    def artifact(self, kind: str, path: Path) -> None:
        """Tell that a file is complete under its final name."""

    def result(self, values: Mapping[str, Any]) -> None:
        """Tell what the command found out; `text` among the values is what a person sees."""

    def error(self, error: DeepSegError) -> None:
        """Tell why the run failed."""

    def stopped(self, message: str) -> None:
        """Tell that the run ended because the user asked for it, and what was saved."""


class EventReporter:
    """Turns what commands say into events; what becomes of an event is up to the classes below."""

    def __init__(self, *, clock: Clock = time.monotonic, told_every_s: float = TOLD_EVERY_S) -> None:
        self._clock = clock
        self._told_every_s = told_every_s
        self._lock = threading.RLock()  # reading and inference report from their own threads
        self._paces: dict[str, _Pace] = {}
        self._work_began_s = clock()
        self._epoch_pace: _Pace | None = None
        self._n_warnings: Counter[str] = Counter()

    def start(self, command: str) -> None:
        """Tell which command begins; the first event of every run."""
        self._tell({"event": "start", "protocol": PROTOCOL, "engine": engine.__version__, "command": command})

    def stage(self, name: str, message: str = "") -> None:
        """Tell that a named part of the work begins."""
        self._tell({"event": "stage", "name": name, "message": message})

    def progress(self, stage: str, done: float, total: float, unit: str) -> None:
        """Tell how far a stage is; calls that come too fast are dropped, the first and the last never."""
        with self._lock:
            now_s = self._clock()
            pace = self._paces.get(stage)
            if pace is None or done < pace.done:
                pace = self._paces[stage] = _Pace(began_s=now_s, first=done)
                self._work_began_s = now_s
            pace.done = done
            is_due = pace.told_s is None or now_s - pace.told_s >= self._told_every_s
            if not is_due and done < total:
                return
            pace.told_s = now_s
            eta_s = pace.eta_s(now_s, total)
        values = {"stage": stage, "done": done, "total": total, "unit": unit, "eta_s": eta_s}
        self._tell({"event": "progress", **values})

    def epoch(
        self, *, epoch: int, n_epochs: int, losses: Mapping[str, float], scores: Mapping[str, float], is_best: bool
    ) -> None:
        """Tell what an epoch brought; `epoch` counts from 1."""
        now_s = self._clock()
        if self._epoch_pace is None or epoch <= self._epoch_pace.done:
            # Since the steps of this epoch began to be told; the stage of its validation is much younger.
            self._epoch_pace = _Pace(began_s=self._work_began_s, first=epoch - 1)
        self._epoch_pace.done = epoch
        eta_s = self._epoch_pace.eta_s(now_s, n_epochs)
        values = {"epoch": epoch, "n_epochs": n_epochs, "losses": losses, "scores": scores, "is_best": is_best}
        self._tell({"event": "epoch", **values, "eta_s": eta_s})

    def warning(self, code: str, message: str, hint: str = "") -> None:
        """Tell a person something that does not end the run; of hundreds of one kind the first ones say enough."""
        with self._lock:
            self._n_warnings[code] += 1
            is_enough = self._n_warnings[code] > MOST_WARNINGS
        if not is_enough:
            self._tell({"event": "warning", "code": code, "message": message, "hint": hint})

    def artifact(self, kind: str, path: Path) -> None:
        """Tell that a file is complete under its final name; readers may stand in another folder."""
        self._tell({"event": "artifact", "kind": kind, "path": path.absolute()})

    def result(self, values: Mapping[str, Any]) -> None:
        """Tell what the command found out; `text` among the values is what a person sees."""
        self._tell_left_out()
        self._tell({"event": "result", "values": values})

    def error(self, error: DeepSegError) -> None:
        """Tell why the run failed."""
        self._tell_left_out()
        self._tell({"event": "error", "code": error.code, "message": error.message, "hint": error.hint})

    def stopped(self, message: str) -> None:
        """Tell that the run ended because the user asked for it, and what was saved."""
        self._tell_left_out()
        self._tell({"event": "stopped", "message": message})

    def close(self) -> None:
        """Put away what was opened to show events; nothing is told after this."""

    def _tell_left_out(self) -> None:
        """Tell how many warnings were not told."""
        with self._lock:
            left_out = {code: n - MOST_WARNINGS for code, n in self._n_warnings.items() if n > MOST_WARNINGS}
            self._n_warnings.clear()
        for code, n in left_out.items():
            message = f"{n} more {'warning' if n == 1 else 'warnings'} like this were left out: {code}"
            self._tell({"event": "warning", "code": code, "message": message, "hint": ""})

    def _tell(self, event: Event) -> None:
        with self._lock:
            self._show({key: plain(value) for key, value in event.items()})

    def _show(self, event: Event) -> None:
        raise NotImplementedError


class SilentReporter(EventReporter):
    """Keeps every event in `events`, as a reader of the lines would see it; nothing is dropped or shown."""

    def __init__(self, *, clock: Clock = time.monotonic) -> None:
        super().__init__(clock=clock, told_every_s=0.0)
        self.events: list[Event] = []

    def named(self, kind: str) -> list[Event]:
        """Return the events of one kind, in order."""
        return [event for event in self.events if event["event"] == kind]

    def _show(self, event: Event) -> None:
        self.events.append(event)


class JsonReporter(EventReporter):
    """Writes one JSON object per line; `on_reader_gone` is called once when nobody reads them any more."""

    def __init__(
        self,
        stream: TextIO,
        *,
        on_reader_gone: Callable[[], None] | None = None,
        clock: Clock = time.monotonic,
        told_every_s: float = TOLD_EVERY_S,
    ) -> None:
        super().__init__(clock=clock, told_every_s=told_every_s)
        self._stream = stream
        self._on_reader_gone = on_reader_gone
        self._is_read = True

    def _show(self, event: Event) -> None:
        if not self._is_read:
            return
        try:
            # ASCII, so that no code page of Windows can come between; one write, so that lines stay whole.
            self._stream.write(json.dumps(event, allow_nan=False) + "\n")
            self._stream.flush()
        except OSError:  # a broken pipe; Windows says EINVAL instead
            self._is_read = False
            if self._on_reader_gone is not None:
                self._on_reader_gone()


@dataclasses.dataclass
class _Pace:
    """How fast one stage goes: when it began, with how much done, and how much is done by now."""

    began_s: float
    first: float
    done: float = 0.0
    told_s: float | None = None

    def eta_s(self, now_s: float, total: float) -> float | None:
        """Return the seconds left at the mean pace so far; None while there is no pace yet."""
        if self.done >= total:
            return 0.0
        if self.done <= self.first:
            return None
        return round((now_s - self.began_s) / (self.done - self.first) * (total - self.done), 1)


def plain(value: Any) -> Any:
    """Return the value as JSON can carry it: numbers that are not finite become None, paths and keys text."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return plain({field.name: getattr(value, field.name) for field in dataclasses.fields(value)})
    if hasattr(value, "tolist"):  # NumPy and torch values, without importing either
        return plain(value.tolist())
    return str(value)
