"""What is wrong with a file of weights that cannot be read, in words."""

from __future__ import annotations

from pathlib import Path

_LENGTH_BYTES = 8  # before the header: how long it is


def why_not_read(path: Path, err: Exception) -> str:
    """Return why a file is no file of weights: it is empty, or ends too early, or what the library says."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_LENGTH_BYTES + 1)
    except OSError:
        return str(err)
    if not size:
        return "it is empty"
    is_begun = head[_LENGTH_BYTES:] == b"{"
    if is_begun and ("incomplete" in str(err) or int.from_bytes(head[:_LENGTH_BYTES], "little") > size):
        return "it ends too early, as if it was not copied to its end"
    return str(err)
