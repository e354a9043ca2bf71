"""Ends a child process with everything that it started."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from typing import Any

_WAIT_S = 5.0  # for a killed process to be gone; only one stuck in the kernel takes longer


def start_options() -> dict[str, Any]:
    """Return how `Popen` starts a child so that it can be ended with all that it starts, and shows no window."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    # A session of its own: Ctrl-C in the terminal reaches us alone, and its group can be ended as a whole.
    return {"start_new_session": True}


def end_tree(child: subprocess.Popen[Any]) -> None:
    """End the child, and what it started, at once; harmless if they have ended already."""
    if sys.platform == "win32":
        _end_tree_on_windows(child)
    else:
        # Also when the child itself is gone: its group lives on while a grandchild does, and its number is not
        # given to another process before.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(_WAIT_S)


def _end_tree_on_windows(child: subprocess.Popen[Any]) -> None:
    if child.poll() is not None:
        return
    root = os.environ.get("SYSTEMROOT", r"C:\Windows")
    command = [os.path.join(root, "System32", "taskkill.exe"), "/PID", str(child.pid), "/T", "/F"]  # noqa: PTH118
    flags = start_options()["creationflags"]
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(  # noqa: S603
            command, creationflags=flags, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, timeout=_WAIT_S,
        )  # fmt: skip
    with contextlib.suppress(OSError):
        child.kill()
