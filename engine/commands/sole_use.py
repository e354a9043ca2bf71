"""A run folder that one command uses at a time: two would write the same files and spoil them for each other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.errors import RunFolderError


@contextmanager
def sole_use(folder: Path) -> Iterator[None]:
    """Hold a folder for this command, however it ends; it is made where it is missing.

    The system keeps this beside the folder's files, so nothing is left over. Windows and some network disks cannot:
    there nothing is held.

    Raises:
        RunFolderError: another command holds it.
    """
    with suppress(OSError):  # who writes to it says so
        folder.mkdir(parents=True, exist_ok=True)
    held = _opened(folder)
    try:
        if held is not None and not _is_mine(held):
            raise RunFolderError(
                f"another command is working in {folder}",
                hint="Wait for its end or stop it, or give this one a --run-dir of its own.",
            )
        yield
    finally:
        if held is not None:
            os.close(held)


def _opened(folder: Path) -> int | None:
    try:
        return os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return None


def _is_mine(held: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        return True
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a disk that knows no locks
        return True
    return True
