"""How many polygons are how large: a histogram whose bars are chosen from the sizes."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_WANTED_BARS = 12
_FAR_APART = 40.0  # the 98th percentile so many times the 2nd: bars that double show more than bars of one width
_STEPS = (1.0, 2.0, 5.0)


def size_edges(areas_m2: NDArray[np.float64]) -> tuple[float, ...]:
    """Return where bars begin and end, in m²: round numbers, the same width or 1, 2, 5, 10, 20, 50...

    The last bar has no end where a few are far larger than all others: it is infinite then. No areas give no edges.
    """
    if not len(areas_m2):
        return ()
    low, high, most = (float(value) for value in np.quantile(areas_m2, (0.02, 0.98, 1.0)))
    if low > 0 and high / low > _FAR_APART:
        return _doubling(float(areas_m2[areas_m2 > 0].min()), most)
    step = _round_step((high - min(low, high / 2)) / _WANTED_BARS)
    begin = math.floor(min(float(areas_m2.min()), low) / step) * step
    n = max(math.ceil((high - begin) / step), 1)
    edges = [_rounded(begin + step * i) for i in range(n + 1)]
    if most > edges[-1] + step:
        return (*edges, math.inf)
    while edges[-1] <= most:
        edges.append(_rounded(edges[-1] + step))
    return tuple(edges)


def size_counts(areas_m2: NDArray[np.float64], edges: Sequence[float]) -> NDArray[np.int64]:
    """Return how many areas lie in each bar: from its beginning up to, but without, its end; the last has its end."""
    if len(edges) < 2:
        return np.zeros(0, np.int64)
    finite = np.minimum(np.asarray(edges), np.finfo(np.float64).max)
    return np.histogram(areas_m2, finite)[0].astype(np.int64)


def _doubling(least: float, most: float) -> tuple[float, ...]:
    power = math.floor(math.log10(max(least, 1e-6)))
    edges = [10.0**exponent * step for exponent in range(power, 40) for step in _STEPS]
    first = max(i for i, edge in enumerate(edges) if edge <= least or i == 0)
    last = next(i for i, edge in enumerate(edges) if edge > most)
    return tuple(_rounded(edge) for edge in edges[first : last + 1])


def _round_step(wanted: float) -> float:
    if wanted <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(wanted))
    return next(step * power for step in (*_STEPS, 10.0) if step * power >= wanted * 0.999)


def _rounded(edge: float) -> float:
    return float(f"{edge:.10g}")
