"""Files that appear under their final name only when they are whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.errors import OutputError


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
        os.replace(beside, path)
    except OSError as err:
        raise OutputError(
            f"cannot write {path}: {err.strerror or err}",
            hint="Choose a folder that you may write to and that has room.",
        ) from err
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
