"""The three ways in which a user says stop: Ctrl-C, a signal, and closing stdin."""

from __future__ import annotations

import os
import signal
import stat
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from engine.errors import ExitStatus
from engine.stop import StopFlag

_STDIN, _STDERR = 0, 2
_STOPPING = b"\nStopping when the batch in hand is done; press Ctrl-C again to leave at once.\n"
_SHOW_CURSOR = b"\x1b[?25h"


@contextmanager
def stopping(stop: StopFlag, *, has_events: bool) -> Iterator[None]:
    """Raise the flag on SIGINT and SIGTERM, and with events also when whoever started us closes our stdin."""
    if has_events and _is_pipe(_STDIN):
        threading.Thread(target=_wait_for_end, args=(_STDIN, stop), name="stdin", daemon=True).start()
    if threading.current_thread() is not threading.main_thread():
        yield  # Python hands signals to the main thread only
        return

    n_interrupts = 0

    def on_signal(number: int, _frame: FrameType | None) -> None:
        nonlocal n_interrupts
        n_interrupts += number == signal.SIGINT
        if n_interrupts > 1:  # only people are impatient; schedulers repeat their SIGTERM and mean nothing more by it
            _leave_at_once()
        if not (has_events or stop.is_requested):
            _write_to_person(_STOPPING)
        stop.request()

    before = {number: signal.signal(number, on_signal) for number in _signals()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _signals() -> list[signal.Signals]:
    names = ("SIGINT", "SIGTERM", "SIGBREAK")  # the last is Ctrl-Break, the only one that Windows can send to a child
    return [getattr(signal, name) for name in names if hasattr(signal, name)]


def _leave_at_once() -> None:
    """End the process from inside a signal handler; results have their final names only when whole."""
    if os.isatty(_STDERR):
        _write_to_person(_SHOW_CURSOR)
    os._exit(ExitStatus.STOPPED)


def _write_to_person(text: bytes) -> None:
    # Straight to the file: a signal may arrive while Python's own buffers are half written.
    try:
        os.write(_STDERR, text)
    except OSError:
        return


def _is_pipe(number: int) -> bool:
    """Tell whether somebody holds the other end; a terminal, a file or /dev/null says nothing by ending."""
    try:
        mode = os.fstat(number).st_mode
    except OSError:  # closed before we began
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


def _wait_for_end(number: int, stop: StopFlag) -> None:
    if sys.platform == "win32":
        _wait_for_end_on_windows(number)
    else:
        _wait_for_end_on_posix(number)
    stop.request()


def _wait_for_end_on_posix(number: int) -> None:
    try:
        while os.read(number, 4096):
            pass  # whatever is written to us means nothing
    except OSError:
        return


def _wait_for_end_on_windows(number: int, poll_s: float = 0.2) -> None:
    # Never a blocking read here: while one thread waits in it, loading a DLL (torch has dozens) can wait for ever.
    if sys.platform == "win32":
        import ctypes
        import msvcrt

        kernel = ctypes.WinDLL("kernel32")
        n_waiting = ctypes.c_ulong()
        pipe = ctypes.c_void_p(msvcrt.get_osfhandle(number))
        while kernel.PeekNamedPipe(pipe, None, 0, None, ctypes.byref(n_waiting), None):
            if n_waiting.value:
                os.read(number, n_waiting.value)
            else:
                time.sleep(poll_s)
