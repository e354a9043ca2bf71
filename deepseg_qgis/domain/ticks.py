"""Where the ticks of an axis stand, at numbers that people count in."""

from __future__ import annotations

import math

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def nice_ticks(low: float, high: float, n_at_most: int) -> list[float]:
    """Return round numbers from `low` to `high`, `n_at_most` or fewer, at least two where there is a span."""
    if not high > low:
        return [low]
    rough = (high - low) / max(n_at_most - 1, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    for factor in (*_STEPS, *(10 * step for step in _STEPS)):
        step = factor * power
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if last - first + 1 <= n_at_most:
            return [round(k * step, 12) for k in range(first, last + 1)]
    return [low, high]


def epoch_ticks(n_epochs: int, n_at_most: int) -> list[int]:
    """Return whole epochs to be named: the first, then round ones."""
    if n_epochs <= n_at_most:
        return list(range(1, n_epochs + 1))
    step = max(1, math.ceil(n_epochs / max(n_at_most - 1, 1)))
    step = next(each for each in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, step) if each >= step)
    return [1, *range(step, n_epochs + 1, step)] if step > 1 else list(range(1, n_epochs + 1))


def ceiling(value: float) -> float:
    """Return the round number at or above a positive value, where an axis ends; 1 for anything else."""
    if not (value > 0 and math.isfinite(value)):
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(round(step * power, 12) for step in (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
                if step * power >= value * (1 - 1e-9))  # fmt: skip
