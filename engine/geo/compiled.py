"""Loops over pixels as fast as in C: compiled when they are first called, and kept on disk for the next start."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

import numba

Loop = TypeVar("Loop", bound=Callable[..., object])


def compiled(loop: Loop) -> Loop:
    """Make a function of arrays and numbers a compiled one.

    An index beyond an array is not noticed in such a function; it must not happen. Conditions in the innermost loops
    are joined by `&` and `|`: where all of them can be computed, that is several times as fast as `and` and `or`.
    """
    try:
        return cast("Loop", numba.njit(cache=True, nogil=True, error_model="numpy")(loop))
    except RuntimeError:  # no folder can be written in which it would be kept: compiled at every start, then
        return cast("Loop", numba.njit(nogil=True, error_model="numpy")(loop))


@compiled
def _nothing() -> None:
    """Do nothing: the first loop that is called makes Numba load most of itself."""


_nothing()  # among the other libraries that are loaded now, and not in the middle of the work
