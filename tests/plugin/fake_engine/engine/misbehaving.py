"""The ways in which a child process goes wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

from engine.telling import (
    Failed,
    ignore_stop,
    note_pid,
    raw,
    start,
    tell,
    wait_for_stop,
)

BEFORE = {"warn", "garbage", "huge_line", "stderr"}  # something odd, then the command as usual
AFTER = {"garbage", "half_utf8", "leaves_grandchild"}  # the command as usual, then something odd
HALF = "끝".encode()[:2]


def misbehave(kind: str, command: str) -> int | None:
    """Go wrong; return the exit status, or None where the command is to be run as usual."""
    if kind in BEFORE | AFTER:
        return None
    if kind == "silent_start":
        wait_for_stop("Stopped.")
    if kind == "no_start":
        print("Traceback (most recent call last):\nModuleNotFoundError: No module named 'torch'", file=sys.stderr)
        return 1
    if kind == "only_garbage":
        raw(b"hello\nworld\n")
        return 0
    if kind in ("wrong_version", "no_version"):
        start(command, protocol=99 if kind == "wrong_version" else None)
        wait_for_stop("Stopped.")
    start(command)
    tell("stage", name=command, message="working")
    return _after_start(kind)


def _after_start(kind: str) -> int:
    if kind == "error":
        raise Failed("BandCountError", "city.tif has 3 bands; the model reads 4", "Choose the raster with 4 bands.")
    if kind == "option":
        tell("warning", code="slow", message="--tile-size is large", hint="")
        raise Failed("CrsError", "city.tif does not name its coordinate system", "If you know it, say it with --crs.")
    if kind == "our_fault":
        raise Failed("InternalError", "there was not enough memory to train", "Close other programs.", status=1)
    if kind == "silent":
        wait_for_stop("Nothing was begun.")
    if kind == "ignores_stop":
        grandchild()
        ignore_stop()
    if kind == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if kind == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if kind == "exit_70":
        print("something broke", file=sys.stderr)
        return 70
    if kind == "huge_last_line":
        tell("result", values={"text": "x" * 9_000_000})
    if kind == "half_utf8_only":
        raw(b'{"event": "result", "values": {"text": "' + HALF)
    return 0


def before(kind: str) -> None:
    if kind == "warn":
        tell("warning", code="LabelsOutside", message="3 of 65 labels lie outside every raster", hint="Look at them.")
    if kind == "garbage":
        raw(b'Warning: something from a C library\n\n\x00\xff\xfe\n[1, 2]\n{"no": "event"}\n{"event": 7}\n{broken\n')
    if kind == "huge_line":
        raw(b"x" * 9_000_000 + b"\n")
    if kind == "stderr":
        print("a library says something", file=sys.stderr)
        print("50 %\r100 %\r", file=sys.stderr, end="")
        sys.stderr.flush()


def after(kind: str) -> None:
    if kind == "garbage":
        raw(b"good bye\n")
    if kind == "half_utf8":
        raw(HALF)
    if kind == "leaves_grandchild":
        grandchild()


def grandchild() -> None:
    """Start a process that holds our pipes and lives for a minute."""
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], stdin=subprocess.DEVNULL)
    note_pid(child.pid)
