"""Runs a command in a process of its own and says how long it took and how much memory its whole tree needed."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_PROC = Path("/proc")
_SESSION_FIELD = 3  # of /proc/PID/stat, counted after the name in brackets
_TAIL_LINES = 15


class CommandFailedError(Exception):
    """A command that was to be measured did not end well."""


@dataclass(frozen=True)
class Ran:
    """What a command took and said.

    Attributes:
        seconds: from its start to its end, less pauses.
        peak_mb: the most that all its processes held together, in millions of bytes; 0 where it was not watched.
        lines: what it wrote to stdout, each line with the seconds since its start, less those of pauses before it.
    """

    seconds: float
    peak_mb: float
    lines: tuple[tuple[float, str], ...]


def run(
    command: Sequence[object],
    *,
    environment: Mapping[str, str] | None = None,
    sample_s: float | None = 0.2,
    cores: set[int] | None = None,
    pause_at: Callable[[str], Callable[[], object] | None] | None = None,
) -> Ran:
    """Run a command from the repository's folder and return what it took.

    Args:
        command: the program and its arguments.
        environment: variables beyond those of this process.
        sample_s: how often the memory of the tree is looked at; None for never, where only time matters.
        cores: the processor cores that it may use; None for all.
        pause_at: returns for a line of its output what is to be done while all its processes stand still, if anything.

    Raises:
        CommandFailedError: it ended with another status than 0; the end of what it said is told.
    """
    words = [str(word) for word in command]
    lines: list[tuple[float, str]] = []
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors:
        began_s = time.monotonic()
        child = subprocess.Popen(
            words,
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,  # so that all that it starts can be told apart, also when it is orphaned
        )
        if cores is not None:
            os.sched_setaffinity(child.pid, cores)
        watch = MemoryWatch(child.pid, sample_s)
        assert child.stdout is not None
        for line in child.stdout:
            lines.append((time.monotonic() - began_s, line.rstrip("\n")))
            if pause_at is not None and (what := pause_at(line)) is not None:
                began_s += _seconds_still(child.pid, what)
        status = child.wait()
        seconds = time.monotonic() - began_s
        peak_mb = watch.stop() / 1e6
        if status:
            errors.seek(0)
            tail = "\n".join([*(line for _, line in lines[-2:]), *errors.read().splitlines()[-_TAIL_LINES:]])
            raise CommandFailedError(f"{' '.join(words)} ended with status {status}:\n{tail}")
    return Ran(seconds, peak_mb, tuple(lines))


def _seconds_still(group: int, what: Callable[[], object]) -> float:
    """Return how long the processes of a group stood still while something else was done."""
    began_s = time.monotonic()
    os.killpg(group, signal.SIGSTOP)
    try:
        what()
    finally:
        os.killpg(group, signal.SIGCONT)
    return time.monotonic() - began_s


class MemoryWatch:
    """Looks at the memory of all processes of a session again and again, in a thread, and remembers the most."""

    def __init__(self, session: int, sample_s: float | None) -> None:
        self._session = session
        self._sample_s = sample_s
        self._peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        if sample_s is not None:
            self._thread.start()

    def stop(self) -> int:
        """Stop looking and return the most bytes seen."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._ended.is_set():
            self._peak = max(self._peak, sum(memory_of(process) for process in processes_in(self._session)))
            self._ended.wait(self._sample_s)


def processes_in(session: int) -> list[int]:
    """Return the processes of a session, its leader among them."""
    found = []
    for folder in _PROC.glob("[0-9]*"):
        with suppress(OSError, ValueError, IndexError):  # it ended while we looked
            fields = (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(fields[_SESSION_FIELD]) == session:
                found.append(int(folder.name))
    return found


def memory_of(process: int) -> int:
    """Return the bytes that a process holds, its part of what it shares with others; 0 where it has ended.

    The proportional set size adds up to what a tree holds; the resident size, taken where the kernel does not tell
    the former, counts shared memory once for every process.
    """
    with suppress(OSError, ValueError, IndexError):
        for line in (_PROC / str(process) / "smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    with suppress(OSError, ValueError, IndexError):
        pages = int((_PROC / str(process) / "statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    return 0
