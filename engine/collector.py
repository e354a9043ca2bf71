"""Python's collector of garbage, kept from what the libraries hold for as long as the process lives."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def libraries_left_alone() -> Iterator[None]:
    """Collect nothing while libraries are loaded in this `with`, and never look at what they hold afterwards.

    torch, Numba and the others make most of a million objects that all stay. The collector goes through them several
    times while they are loaded, and again now and then during the work, in which every thread stands still: 0.44 s each
    time, where a prediction of 17 megapixels takes 1.5 s (docs/speed.md).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
