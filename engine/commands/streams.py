"""Keeps stdout for event lines alone, whatever the libraries below print."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

_STDOUT, _STDERR = 1, 2


@contextmanager
def event_stream() -> Iterator[TextIO]:
    """Yield a stream to what stdout was; from here on stdout itself, also that of C code, goes to stderr."""
    if sys.stdout is not None:
        sys.stdout.flush()
    private = os.dup(_STDOUT)
    try:
        os.dup2(_STDERR, _STDOUT)
    except OSError:  # started without a stderr: stray text goes nowhere, as it would have
        with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123  (a device, not a path)
            os.dup2(nowhere.fileno(), _STDOUT)
    stream = os.fdopen(os.dup(private), "w", encoding="ascii", newline="\n")
    try:
        yield stream
    finally:
        _close_quietly(stream)
        if sys.stdout is not None:
            sys.stdout.flush()
        os.dup2(private, _STDOUT)
        os.close(private)


def _close_quietly(stream: TextIO) -> None:
    try:
        stream.close()
    except OSError:
        return  # the reader went away; the reporter has noticed it already
