"""What runs in a process of its own: it draws the blocks it is asked for, and ends when nobody can ask any more.

Nothing heavy is imported above: how many threads libraries start is said before they are loaded.
"""

from __future__ import annotations

import os
import signal
import threading
import traceback
from multiprocessing.connection import Connection
from multiprocessing.process import parent_process
from typing import Any

from engine.collector import libraries_left_alone
from engine.models.allocator import keep_freed_memory

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
Failure = tuple[str, str, str, str]  # name of the exception, message, hint, traceback


def serve(connection: Connection) -> None:
    """Receive what is predicted, then task after task, and send back what was drawn or how it failed."""
    _listen_to_the_parent_alone()
    keep_freed_memory()  # blocks are large, and one follows the other
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))  # there is a process per core already
    try:
        drawer = _drawer(*connection.recv())
        while True:
            connection.send(_answer(drawer, connection.recv()))
    except (EOFError, OSError):  # the other end is closed
        return


def _drawer(*what: Any) -> Any:
    with libraries_left_alone():
        from engine.inference.drawing import FootprintDrawer

    return FootprintDrawer(*what)


def _answer(drawer: Any, task: Any) -> tuple[Any, Failure | None]:
    try:
        return drawer.draw(task).packed(), None
    except Exception as err:  # noqa: BLE001  (whoever asked is told, whatever it was)
        return None, (type(err).__name__, str(err), getattr(err, "hint", ""), traceback.format_exc())


def _listen_to_the_parent_alone() -> None:
    """Leave Ctrl-C to the parent, and die when it dies, whatever killed it and whatever is being drawn."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_die_with_the_parent, daemon=True).start()


def _die_with_the_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
