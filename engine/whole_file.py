"""Files and folders that appear under their final name only when they are whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.errors import OutputError

_LEAST_FREE_BYTES = 1 << 16  # a disk that was full has less: what did not fit as a whole was written as far as it did
_FIRST_SIGN = ord(" ")  # what comes before is no letter: GDAL writes such names otherwise than they are


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield a path beside `path` to write to; it gets the final name when the block ends without an error.

    Folders that are missing are made. Whatever stood there before stays until then.

    Raises:
        OutputError: the place cannot be written.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield beside
        check_not_full(path)
        os.replace(beside, path)
    except OSError as err:
        raise _cannot_write(path, err.strerror or str(err)) from err
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Yield a folder beside `path` to fill; it gets the final name when the block ends without an error.

    Folders above it that are missing are made. A folder that holds something is left alone.

    Raises:
        OutputError: the folder is not empty, or the place cannot be written.
    """
    path = path.absolute()
    check_free_folder(path)
    beside = path.with_name(f".{path.name}.part")
    try:
        shutil.rmtree(beside, ignore_errors=True)  # of a run that was killed
        beside.mkdir(parents=True)
        yield beside
        check_not_full(path)
        if path.is_dir():
            path.rmdir()
        os.replace(beside, path)
    except OSError as err:
        raise _cannot_write(path, err.strerror or str(err)) from err
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def check_not_full(path: Path) -> None:
    """Accept what was written beside `path` if the disk has room left.

    GDAL and its libraries do not always say that a disk was full: then a file would end somewhere in its middle.

    Raises:
        OutputError: it has none.
    """
    if shutil.disk_usage(path.parent).free < _LEAST_FREE_BYTES:
        raise OutputError(
            f"cannot write {path}: the disk is full", hint="Free some space, or choose a disk that has room."
        )


def check_file_place(path: Path) -> None:
    """Accept a file to write: no folder has its name, and the folder that it goes to can be written, or made.

    Raises:
        OutputError: it cannot be written there.
    """
    if any(ord(letter) < _FIRST_SIGN for letter in path.name):
        reason = "its name holds a line break or another control character"
        raise OutputError(f"cannot write {str(path)!r}: {reason}", hint="Give another name.")
    try:
        path.with_name(f".{path.name}.part{path.suffix}-journal").exists()  # names in between are longer than the last
        if path.is_dir():
            raise OutputError(f"{path} is a folder", hint="Give the name of a file.")
    except OSError as err:
        raise _cannot_write(path, err.strerror or str(err)) from err
    check_folder_place(path.parent, for_what=path)


def check_folder_place(folder: Path, *, for_what: Path | None = None) -> None:
    """Accept a folder that can be written to; one that is missing, if it can be made.

    Raises:
        OutputError: it can be neither written nor made; the message names `for_what` that is about.
    """
    path = folder if for_what is None else for_what
    absolute = folder.absolute()
    try:
        there = next(each for each in (absolute, *absolute.parents) if each.exists())
        is_folder = there.is_dir()
    except OSError as err:
        raise _cannot_write(path, err.strerror or str(err)) from err
    if not is_folder:
        raise _cannot_write(path, f"{there} is a file, and a folder is needed")
    if not os.access(there, os.W_OK | os.X_OK):
        raise _cannot_write(path, f"the folder {there} is write-protected")


def _cannot_write(path: Path, reason: str) -> OutputError:
    return OutputError(
        f"cannot write {path}: {reason}", hint="Choose a folder that you may write to and that has room."
    )


def check_no_input(path: Path, *inputs: Path) -> None:
    """Accept a file to write that is none of those that are read.

    Raises:
        OutputError: it is one of them.
    """
    if path.exists() and any(each.exists() and path.samefile(each) for each in inputs):
        raise OutputError(
            f"{path} is also what is read, and would be lost",
            hint="Give another name or another folder for what is written.",
        )


def check_free_folder(path: Path) -> None:
    """Accept a folder that is not there yet or holds nothing.

    Raises:
        OutputError: it holds something, or is a file.
    """
    if path.is_dir():
        if any(path.iterdir()):
            raise OutputError(
                f"the folder {path} is not empty", hint="Choose a new folder, so that nothing in it is mixed up."
            )
    elif path.exists():
        raise OutputError(f"{path} is a file, and a folder is needed", hint="Choose a new folder.")
