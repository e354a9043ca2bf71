"""Things that turn out to be one: each knows one of those it is one with that comes no later (Galler, Fischer 1964)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.geo.compiled import compiled


@compiled
def join(earlier: NDArray[np.int32], one: int, two: int) -> None:
    """Make one of two things."""
    first, second = first_of(earlier, one), first_of(earlier, two)
    earlier[max(first, second)] = min(first, second)


@compiled
def first_of(earlier: NDArray[np.int32], one: int) -> int:
    """Return the first of all that are one with it."""
    while earlier[one] != one:
        earlier[one] = earlier[earlier[one]]
        one = earlier[one]
    return one
