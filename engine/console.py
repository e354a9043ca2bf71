"""Shows events to a person: a bar with the time left on a terminal, a few plain lines everywhere else."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from engine.events import Clock, Event, EventReporter

if TYPE_CHECKING:
    from rich.progress import Progress

# What scores are called in the interface and the report; a score without an entry keeps its own name.
_SCORE_NAMES = {"f1": "F1", "map": "mAP", "map50": "mAP50", "precision": "precision", "recall": "recall"}
# Without a terminal, a log should show that the work goes on, and stay readable.
_LINE_LEAST_S, _LINE_EVERY_S = 5.0, 30.0
_LINE_EVERY_SHARE = 0.1
_RED, _YELLOW, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[0m"


class ConsoleReporter(EventReporter):
    """Tells people on stderr how it is getting on, and puts the text of the result on stdout."""

    def __init__(
        self, *, people: TextIO | None = None, out: TextIO | None = None, clock: Clock = time.monotonic
    ) -> None:
        super().__init__(clock=clock)
        self._people = people or sys.stderr
        self._out = out or sys.stdout
        self._stages_shown: set[str] = set()
        self._bar: Progress | None = None
        self._has_bar = _is_terminal(self._people)
        self._line_s = self._clock()
        self._line_share = 0.0
        self._line_stage = ""

    def close(self) -> None:
        """Take the bar away, so that the prompt finds a clean line."""
        with self._lock:
            if self._bar is not None:
                self._bar.stop()
                self._bar = None

    def _show(self, event: Event) -> None:
        show = {
            "stage": self._show_stage,
            "progress": self._show_progress,
            "epoch": self._show_epoch,
            "warning": self._show_warning,
            "artifact": self._show_artifact,
            "result": self._show_result,
            "error": self._show_error,
            "stopped": self._show_stopped,
        }.get(event["event"])
        if show is not None:
            show(event)

    def _show_stage(self, event: Event) -> None:
        if event["name"] in self._stages_shown:
            return  # every epoch validates; that is said once
        self._stages_shown.add(event["name"])
        self._say(_sentence(event["message"] or event["name"]))

    def _show_progress(self, event: Event) -> None:
        if self._has_bar:
            self._has_bar = self._move_bar(event)
        if not self._has_bar:
            self._maybe_say_progress(event)

    def _move_bar(self, event: Event) -> bool:
        """Move the bar; return False where the package that draws it is missing, as when `deepseg check` says so."""
        if self._bar is None:
            try:
                self._bar = _make_bar(self._people)
            except ImportError:
                return False
            self._bar.start()
        self._bar.update(
            self._bar.task_ids[0],
            description=_sentence(event["stage"]),
            completed=event["done"],
            total=event["total"],
            count=_count(event),
            left=time_left(event["eta_s"]),
        )
        return True

    def _maybe_say_progress(self, event: Event) -> None:
        if event["stage"] != self._line_stage:
            self._line_stage, self._line_share, self._line_s = event["stage"], 0.0, self._clock()
        share = event["done"] / event["total"] if event["total"] else 1.0
        silent_s, moved = self._clock() - self._line_s, share - self._line_share
        is_step = share >= 1.0 or moved >= _LINE_EVERY_SHARE
        if not (moved and (silent_s >= _LINE_EVERY_S or (is_step and silent_s >= _LINE_LEAST_S))):
            return
        self._line_share, self._line_s = share, self._clock()
        left = time_left(event["eta_s"])
        self._say(f"{_sentence(event['stage'])}: {share:.0%} ({_count(event)}){', ' + left if left else ''}")

    def _show_epoch(self, event: Event) -> None:
        losses = event["losses"]
        total_loss = losses.get("loss") if "loss" in losses else _total(losses.values())
        parts = [f"Epoch {event['epoch']:>{len(str(event['n_epochs']))}}/{event['n_epochs']}"]
        parts += [f"loss {_number(total_loss)}"]
        parts += [f"{_SCORE_NAMES.get(name, name)} {_number(score)}" for name, score in event["scores"].items()]
        parts += ["best so far"] if event["is_best"] else []
        parts += [left] if (left := time_left(event["eta_s"])) else []
        self._say("  ".join(parts))

    def _show_warning(self, event: Event) -> None:
        self._say(_with_hint("Warning: " + event["message"], event["hint"]), color=_YELLOW)

    def _show_artifact(self, event: Event) -> None:
        if event["kind"] == "preview":
            return  # written anew several times a second
        self._say(f"Wrote {_short(Path(event['path']))}")

    def _show_result(self, event: Event) -> None:
        text = event["values"].get("text")
        if not text:
            return
        self.close()
        try:
            self._out.write(text.rstrip("\n") + "\n")
            self._out.flush()
        except UnicodeEncodeError:  # a console of few letters; the words matter more than the signs
            self._out.write(text.encode("ascii", "backslashreplace").decode("ascii").rstrip("\n") + "\n")
        except BrokenPipeError:  # `| head` has seen enough; Python must not complain when it flushes at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._out.fileno())

    def _show_error(self, event: Event) -> None:
        self.close()
        self._say(_with_hint("Error: " + event["message"], event["hint"]), color=_RED)

    def _show_stopped(self, event: Event) -> None:
        self.close()
        self._say(event["message"])

    def _say(self, text: str, *, color: str = "") -> None:
        if self._bar is not None:
            self._bar.stop()  # the bar draws itself again below the line with the next progress
            self._bar = None
        if color and _is_terminal(self._people) and not os.environ.get("NO_COLOR"):
            text = f"{color}{text}{_PLAIN}"
        try:
            self._people.write(text + "\n")
            self._people.flush()
        except OSError:
            return  # nobody reads it any more; a training of hours must not end with its terminal


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _make_bar(stream: TextIO) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    class QuietConsole(Console):
        def on_broken_pipe(self) -> None:  # rich would end the process
            self.quiet = True

    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[count]}", markup=False),
        TextColumn("{task.fields[left]}", markup=False),
        console=QuietConsole(file=stream),
        transient=True,
        refresh_per_second=4,
    )
    bar.add_task("", count="", left="")
    return bar


def time_left(seconds: float | None) -> str:
    """Return a time as people say it, such as `4 min left`; empty while it is unknown and when it is over."""
    if not seconds:
        return ""
    if seconds < 59.5:
        return f"{round(seconds)} s left"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min left"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02d} min left"


def _count(event: Event) -> str:
    plural = "" if event["total"] == 1 else "s"
    return f"{event['done']:,.10g} of {event['total']:,.10g} {event['unit']}{plural}"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _total(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _sentence(text: str) -> str:
    """Return the text with a capital, unless it begins with a file name."""
    return text[:1].upper() + text[1:] if text.split(" ", 1)[0].isalpha() else text


def _with_hint(message: str, hint: str) -> str:
    return f"{message.rstrip('.')}.\n  {hint}" if hint else message


def _short(path: Path) -> str:
    """Return the path as seen from here where that is shorter to read."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)
