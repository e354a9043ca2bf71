"""One process at a time makes an environment, whichever QGIS and profile it runs in."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ..errors import SetupError
from ..i18n import tr

# Windows locks bytes, also some that are not there: the process number stays readable.
_LOCKED_BYTE = 4096


@contextmanager
def environment_lock(path: Path) -> Iterator[int]:
    """Hold the lock and give its file descriptor, which a child may inherit so that it is held while the child lives.

    The system lets go of the lock when its holders end, however they end: it cannot become stale.

    Raises:
        SetupError: another process holds it, or the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b")
    except OSError as err:
        raise SetupError(
            tr("Nothing can be written into {folder}.").format(folder=path.parent),
            hint=tr("Name another folder in the environment variable DEEPSEG_HOME."),
        ) from err
    with file:
        if not _take(file):
            raise _is_taken(file)
        try:
            _write_owner(file)
            yield file.fileno()
        finally:
            _let_go(file)


def _write_owner(file: IO[bytes]) -> None:
    file.seek(0)
    file.truncate()
    file.write(str(os.getpid()).encode("ascii"))
    file.flush()


def _is_taken(file: IO[bytes]) -> SetupError:
    file.seek(0)
    owner = file.read(20).decode("ascii", "replace").strip()
    return SetupError(
        tr("DeepSeg is being set up already, by process {number}.").format(number=owner or "?"),
        hint=tr("Wait until that is done, then try again."),
    )


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> bool:
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _let_go(file: IO[bytes]) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # A network folder without locks: two at once are less likely than that nobody can set up.
            return True
        return True

    def _let_go(file: IO[bytes]) -> None:
        # Closing would leave it held by a child that inherited it; by now every child has ended.
        fcntl.flock(file, fcntl.LOCK_UN)
