"""Event lines out, requests to stop in."""

from __future__ import annotations

import json
import os
import sys
import threading
import time

import engine


class Stopped(Exception):  # noqa: N818
    """The caller asked for a stop."""


class Failed(Exception):  # noqa: N818
    """The run ends with an error event."""

    def __init__(self, code: str, message: str, hint: str = "", status: int = 2) -> None:
        super().__init__(message)
        self.event = {"event": "error", "code": code, "message": message, "hint": hint}
        self.status = status


asked_to_stop = threading.Event()


def watch_stdin() -> None:
    def watch() -> None:
        while os.read(0, 4096):
            pass
        asked_to_stop.set()

    threading.Thread(target=watch, daemon=True).start()


def tell(event: str, **values) -> None:
    sys.stdout.write(json.dumps({"event": event, **values}) + "\n")
    sys.stdout.flush()


def raw(line: bytes) -> None:
    sys.stdout.flush()
    os.write(1, line)


def start(command: str, **more) -> None:
    tell("start", **{"protocol": 1, "engine": engine.__version__, "command": command, **more})


def step_s() -> float:
    is_slow = os.environ.get("DEEPSEG_FAKE") == "slow"
    return float(os.environ.get("DEEPSEG_FAKE_STEP_S", 0.05 if is_slow else 0.0))


def steps(stage: str, total: int, unit: str, saved: str = "Stopped.", first: int = 1):
    """Tell progress, one step after the other; stop between them when asked."""
    for done in range(first, total + 1):
        if asked_to_stop.wait(step_s()):
            raise Stopped(saved)
        eta_s = 0.0 if done == total else round((total - done) * max(step_s(), 0.1), 1)
        tell("progress", stage=stage, done=done, total=total, unit=unit, eta_s=eta_s if done > 1 else None)
        yield done


def wait_for_stop(saved: str) -> None:
    asked_to_stop.wait()
    raise Stopped(saved)


def note_pid(pid: int) -> None:
    path = os.environ.get("DEEPSEG_FAKE_PIDS")
    if path:
        with open(path, "a", encoding="utf-8") as file:
            file.write(f"{pid}\n")


def note_arguments(words: list[str]) -> None:
    path = os.environ.get("DEEPSEG_FAKE_ARGUMENTS")
    if path:
        with open(path, "a", encoding="utf-8") as file:
            file.write(json.dumps(words) + "\n")


def ignore_stop() -> None:
    while True:
        time.sleep(60)
