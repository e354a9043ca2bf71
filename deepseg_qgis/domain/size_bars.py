"""Where the bars of a size histogram begin and end, chosen from a few numbers that any database gives at once."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

_WANTED_BARS = 12
_FAR_APART = 40.0  # the largest so many times the smallest: bars that double show more than bars of one width
_SPREAD = 3.0  # standard deviations around the mean that bars of one width reach; the rest is in the last one
_STEPS = (1.0, 2.0, 5.0)


@dataclass(frozen=True)
class SizeSummary:
    """What is known of the areas in m² of `n` things."""

    n: int = 0
    least: float = 0.0
    most: float = 0.0
    mean: float = 0.0
    mean_square: float = 0.0

    def __add__(self, other: SizeSummary) -> SizeSummary:
        """Return what is known of both together."""
        if not self.n or not other.n:
            return self if self.n else other
        n = self.n + other.n
        return SizeSummary(
            n,
            min(self.least, other.least),
            max(self.most, other.most),
            (self.mean * self.n + other.mean * other.n) / n,
            (self.mean_square * self.n + other.mean_square * other.n) / n,
        )

    @property
    def std(self) -> float:
        """Return the standard deviation."""
        return math.sqrt(max(self.mean_square - self.mean**2, 0.0))


@dataclass(frozen=True)
class SizeBars:
    """How many of each category are in each bar between the edges in m²."""

    edges_m2: tuple[float, ...] = ()
    counts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def totals(self) -> tuple[int, ...]:
        """Return how many are in each bar."""
        return tuple(map(sum, zip(*self.counts.values())))


def size_edges(of: SizeSummary) -> tuple[float, ...]:
    """Return edges in m² that hold everything: round numbers; none where there is nothing."""
    if not of.n:
        return ()
    if of.least > 0 and of.most / of.least > _FAR_APART and of.std > of.mean / 2:
        return _doubling(of.least, of.most)
    low = max(of.least, of.mean - _SPREAD * of.std)
    high = min(of.most, of.mean + _SPREAD * of.std)
    step = _round_step((high - min(low, high / 2)) / _WANTED_BARS)
    begin = math.floor(low / step) * step
    n_bars = max(math.ceil((high - begin) / step), 1)
    edges = [_rounded(begin + step * i) for i in range(n_bars + 1)]
    if of.least < edges[0]:
        edges[0] = _rounded(math.floor(of.least / step) * step)
    if of.most >= edges[-1]:
        edges.append(_rounded((math.floor(of.most / step) + 1) * step))
    return tuple(edges)


def bar_of(area_m2: float, edges_m2: tuple[float, ...]) -> int | None:
    """Return the bar that an area is in; None where it is in none."""
    for number in range(len(edges_m2) - 1):
        if edges_m2[number] <= area_m2 < edges_m2[number + 1]:
            return number
    return None


def _doubling(least: float, most: float) -> tuple[float, ...]:
    power = math.floor(math.log10(max(least, 1e-6)))
    edges = [_rounded(10.0**exponent * step) for exponent in range(power, 40) for step in _STEPS]
    first = max(i for i, edge in enumerate(edges) if edge <= least or i == 0)
    last = next(i for i, edge in enumerate(edges) if edge > most)
    return tuple(edges[first : last + 1])


def _round_step(wanted: float) -> float:
    if wanted <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(wanted))
    return next(step * power for step in (*_STEPS, 10.0) if step * power >= wanted * 0.999)


def _rounded(edge: float) -> float:
    return float(f"{edge:.10g}")
