"""Started by path with the engine's Python: runs the package `engine` from the folder that is its first argument.

Never imported by the plugin, and imports nothing of it: it runs in another Python.
"""

from __future__ import annotations

import contextlib
import os
import runpy
import signal
import stat
import sys
import threading
import time

# Longer than QGIS waits after it asked for a stop: this is for the time when there is no QGIS any more.
ORPHAN_GRACE_S = 120.0
_STATUS = 3  # what the engine leaves with when it was stopped


def main() -> None:
    """Put the engine's source before everything else on the path and run it as `python -m engine` does."""
    source = sys.argv.pop(1)
    if not os.path.isfile(os.path.join(source, "engine", "__main__.py")):  # noqa: PTH113, PTH118
        sys.exit(f"There is no engine in {source}")  # else one that is installed would run, of whatever version
    sys.path.insert(0, source)
    if _is_held_by_a_caller():
        threading.Thread(target=_end_when_orphaned, daemon=True).start()
    runpy.run_module("engine", run_name="__main__", alter_sys=True)


def _is_held_by_a_caller() -> bool:
    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


def _end_when_orphaned() -> None:
    """End this process and what it started if it still runs a while after the other end of stdin was closed.

    The engine heeds the same sign and stops by itself, unless it hangs; then nobody would be there to end it.
    """
    with contextlib.suppress(OSError):
        while os.read(0, 4096):
            pass
    time.sleep(float(os.environ.get("DEEPSEG_ORPHAN_GRACE_S", ORPHAN_GRACE_S)))
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(_STATUS)


if __name__ == "__main__":
    main()
