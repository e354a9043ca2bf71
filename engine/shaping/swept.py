"""How much ground lines pass over on their way to other lines: at least as much as the polygons between them differ."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.shaping.network import Lines


def swept_areas(old: Lines, new: Lines) -> NDArray[np.float64]:
    """Return the area (a,) that each line passes over when its points move straight to where they are in the other one.

    Both are gone along at an even pace, so that every point of one has its place on the other. A polygon differs from
    what other lines make of it by no more than what all of its lines pass over.

    Args:
        old: lines of two points at least.
        new: as many.
    """
    olds, news = _paces(old), _paces(new)
    owner = np.concatenate([_owners(old), _owners(new)])
    order = np.lexsort((np.concatenate([olds, news]), owner))
    at, owner = np.concatenate([olds, news])[order], owner[order]
    is_new = order >= len(old.xy)
    here = _points_at(old, olds, owner, at, np.cumsum(~is_new))
    there = _points_at(new, news, owner, at, np.cumsum(is_new))
    first, second, third, fourth = here[:-1], here[1:], there[1:], there[:-1]
    between = _triangles(first, second, third) + _triangles(first, third, fourth)
    between[owner[1:] != owner[:-1]] = 0.0
    return np.asarray(np.bincount(owner[:-1], between, len(old.starts) - 1), np.float64)


def _owners(lines: Lines) -> NDArray[np.int64]:
    return np.repeat(np.arange(len(lines.starts) - 1), lines.counts)


def _paces(lines: Lines) -> NDArray[np.float64]:
    """Return how far along its line each point lies, from 0 to 1."""
    steps = np.hypot(*np.diff(lines.xy, axis=0, prepend=lines.xy[:1]).T)
    steps[lines.starts[:-1]] = 0.0
    far = np.cumsum(steps)
    far -= np.repeat(far[lines.starts[:-1]], lines.counts)
    whole = np.repeat(far[lines.starts[1:] - 1], lines.counts)
    paces = np.divide(far, whole, out=np.zeros_like(far), where=whole > 0)
    paces[lines.starts[1:] - 1] = 1.0
    return np.minimum(paces, 1.0)


def _points_at(
    lines: Lines,
    paces: NDArray[np.float64],
    owner: NDArray[np.int64],
    at: NDArray[np.float64],
    n_before: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Return where lines are (n, 2) at some paces; `n_before` counts their points up to each."""
    begin = np.clip(n_before - 1, lines.starts[owner], lines.starts[owner + 1] - 2)
    length = paces[begin + 1] - paces[begin]
    share = np.divide(at - paces[begin], length, out=np.zeros_like(at), where=length > 0)
    share = np.clip(share, 0.0, 1.0)[:, None]
    return lines.xy[begin] * (1 - share) + lines.xy[begin + 1] * share


def _triangles(one: NDArray[np.float64], other: NDArray[np.float64], third: NDArray[np.float64]) -> NDArray[np.float64]:
    a, b = other - one, third - one
    return np.abs(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]) / 2
