"""Runs the engine as a child process, in any thread: hears it, stops it, and never lets it outlive the caller."""

from __future__ import annotations

import contextlib
import queue
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from ..errors import DeepSegPluginError
from ..i18n import tr
from .environment import engine_environment
from .events import Event, LineBuffer, parse_line, reworded, shown
from .launch import command_text, launch_arguments
from .outcome import Artifact, Ending, Outcome, Warning_, check_ending, check_protocol, not_started
from .process_tree import end_tree, start_options

__all__ = ["Artifact", "Outcome", "Warning_", "end_running", "run_engine"]

# To finish the batch in hand and save: on a busy laptop a step of training has been seen to take 18 s, and the model is
# written only after it.
GRACE_S = 60.0
_POLL_S = 0.1
_PIPES_S = 2.0  # for the pipes to end after the child did, before we end those who hold them
_CHUNK_BYTES = 65_536
_KEPT_LINES = 200  # of text, for the details of an error
_STDOUT, _STDERR = "stdout", "stderr"

_running: set[subprocess.Popen[bytes]] = set()  # of this QGIS, whichever thread follows them


def run_engine(
    arguments: Sequence[str],
    *,
    python: Path,
    on_event: Callable[[Event], None] | None = None,
    on_text: Callable[[str], None] | None = None,
    is_canceled: Callable[[], bool] = lambda: False,
    wording: Callable[[str], str] | None = None,
    grace_s: float = GRACE_S,
    poll_s: float = _POLL_S,
) -> Outcome:
    """Return what the engine found out and wrote; `on_event`, `on_text` and `is_canceled` run in the caller's thread.

    Args:
        arguments: from `command_line`.
        python: of the engine's environment.
        on_event: is given every event, also of kinds that nobody knows yet.
        on_text: is given every other line, of stdout and stderr.
        is_canceled: asked every `poll_s`; once it says True the engine is asked to stop.
        wording: puts what the engine says to people into the words of those who asked; it names options of its own.
        grace_s: the engine's time to stop; then it is ended with all that it started.
        poll_s: how long to wait for the engine to say something before asking again.

    Raises:
        EngineNotStartedError, EngineFailedError, EngineCrashedError, EngineKilledError, EngineStoppedError,
        EngineVersionError: how it ended, if not well.
    """
    run = _Run(launch_arguments(python, arguments), python, on_event, on_text, wording)
    try:
        run.follow(is_canceled, grace_s=grace_s, poll_s=poll_s)
    except DeepSegPluginError as err:
        run.close()
        err.details = err.details or run.ending().details
        raise
    finally:  # whatever a callback raises, nothing goes on behind our back
        run.close()
    check_ending(run.ending())
    return run.outcome()


def end_running() -> int:
    """End every engine that still runs, with all that it started, at once; return how many there were.

    For the time when nobody can wait any longer: QGIS closes, or the plugin is unloaded.
    """
    children = [child for child in tuple(_running) if child.poll() is None]
    for child in children:
        end_tree(child)
    return len(children)


class _Run:
    """One child process and what it has said so far."""

    def __init__(
        self,
        argv: list[str],
        python: Path,
        on_event: Callable[[Event], None] | None,
        on_text: Callable[[str], None] | None,
        wording: Callable[[str], str] | None,
    ) -> None:
        self._command = command_text(argv)
        self._on_event = on_event
        self._on_text = on_text
        self._wording = wording
        self._child = _start(argv, python, self._command)
        _running.add(self._child)
        self._chunks: queue.SimpleQueue[tuple[str, bytes]] = queue.SimpleQueue()
        self._lines = {_STDOUT: LineBuffer(), _STDERR: LineBuffer()}
        self._open = {_STDOUT, _STDERR}
        for name, pipe in ((_STDOUT, self._child.stdout), (_STDERR, self._child.stderr)):
            threading.Thread(target=_read, args=(name, pipe, self._chunks), daemon=True).start()
        self._text: deque[str] = deque(maxlen=_KEPT_LINES)
        self._values: dict[str, object] = {}
        self._artifacts: dict[Artifact, None] = {}  # each once, in order: a preview is written again and again
        self._warnings: list[Warning_] = []
        self._last: Event | None = None
        self._has_started = False
        self._asked_at_s: float | None = None
        self._was_ended_after_s: float | None = None

    def follow(self, is_canceled: Callable[[], bool], *, grace_s: float, poll_s: float) -> None:
        """Hear the child until it has ended and nothing of what it said is left."""
        asked_next_s = time.monotonic()
        gone_since_s: float | None = None
        while self._open:
            now_s = time.monotonic()
            if now_s >= asked_next_s:
                asked_next_s = now_s + poll_s
                if self._asked_at_s is None and is_canceled():
                    self._ask_to_stop()
                self._end_if_overdue(grace_s)
            self._hear(poll_s)
            if self._child.poll() is None:
                continue
            gone_since_s = gone_since_s or time.monotonic()
            if time.monotonic() - gone_since_s > _PIPES_S:
                break  # somebody whom it started holds the pipes open; `close` ends them
        while self._child.poll() is None:  # it closed its pipes and works on
            if self._asked_at_s is None and is_canceled():
                self._ask_to_stop()
            self._end_if_overdue(grace_s)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._child.wait(poll_s)

    def close(self) -> None:
        """Leave nothing behind: no process, no open pipe."""
        self._close_stdin()
        if self._child.poll() is None or self._open:
            end_tree(self._child)
        _running.discard(self._child)

    def ending(self) -> Ending:
        """Return how the process ended."""
        return Ending(
            status=self._child.returncode if self._child.returncode is not None else -9,
            last=self._last,
            has_started=self._has_started,
            text=tuple(self._text),
            was_asked_to_stop=self._asked_at_s is not None,
            was_ended_after_s=self._was_ended_after_s,
            command=self._command,
        )

    def outcome(self) -> Outcome:
        """Return what was found out and written."""
        return Outcome(dict(self._values), tuple(self._artifacts), tuple(self._warnings))

    def _ask_to_stop(self) -> None:
        self._asked_at_s = time.monotonic()
        self._close_stdin()

    def _close_stdin(self) -> None:
        assert self._child.stdin is not None
        with contextlib.suppress(OSError):
            self._child.stdin.close()

    def _end_if_overdue(self, grace_s: float) -> None:
        if self._asked_at_s is None or self._was_ended_after_s is not None or self._child.poll() is not None:
            return
        waited_s = time.monotonic() - self._asked_at_s
        if waited_s >= grace_s:
            self._was_ended_after_s = waited_s
            end_tree(self._child)

    def _hear(self, wait_s: float) -> None:
        """Take what has come, waiting a moment for something to come."""
        try:
            name, chunk = self._chunks.get(timeout=wait_s)
        except queue.Empty:
            return
        lines = self._lines[name]
        n_cut = lines.n_cut
        if name == _STDERR:  # where progress bars go back to the start of their line
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        whole = lines.add(chunk)
        if not chunk:
            self._open.discard(name)
            rest = lines.rest()
            whole = [rest] if rest is not None else []
        if lines.n_cut > n_cut:
            self._tell(tr("DeepSeg's engine wrote a line too long to be read; the rest of it was left out."))
        for line in whole:
            self._take(line, is_event=name == _STDOUT)

    def _take(self, line: bytes, *, is_event: bool) -> None:
        event = parse_line(line) if is_event else None
        if event is None:
            text = shown(line) if is_event else line.decode("utf-8", "replace").rstrip()
            if text:
                self._tell(text)
            return
        if self._wording is not None:
            event = reworded(event, self._wording)
        self._keep(event)
        if self._on_event is not None:
            self._on_event(event)

    def _keep(self, event: Event) -> None:
        self._last = event
        if event.kind == "start":
            self._has_started = True
            check_protocol(event)
        elif event.kind == "artifact":
            artifact = Artifact(event.text("kind"), Path(event.text("path")))
            self._artifacts[artifact] = None
        elif event.kind == "warning":
            self._warnings.append(Warning_(event.text("code"), event.text("message"), event.text("hint")))
        elif event.kind == "result":
            values = event.values.get("values")
            self._values.update(values if isinstance(values, dict) else {})

    def _tell(self, text: str) -> None:
        self._text.append(text)
        if self._on_text is not None:
            self._on_text(text)


def _start(argv: list[str], python: Path, command: str) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603
            argv,
            stdin=subprocess.PIPE,  # held open: its end asks the engine to stop, also when we die
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            env=engine_environment(),
            **start_options(),
        )
    except (OSError, ValueError) as err:  # a ValueError is a zero byte in a path
        raise not_started(python, getattr(err, "strerror", None) or str(err), command) from err


def _read(name: str, pipe: IO[bytes], chunks: queue.SimpleQueue[tuple[str, bytes]]) -> None:
    """Hand over what comes from a pipe, and an empty chunk at its end."""
    with pipe:
        while True:
            try:
                chunk = pipe.read(_CHUNK_BYTES)
            except OSError:
                chunk = b""
            chunks.put((name, chunk or b""))
            if not chunk:
                return
