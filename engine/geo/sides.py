"""Rings of points turned into straight sides, all rings of a batch at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.geo.ragged import ranges, starts_of

LEAST_SIDES = 3
_SHIFT_PX = 2.0  # lines that meet farther than this from the corner midpoint cut a rounded corner off
_LEAST_SINE = 0.1  # lines that meet at a flatter angle do not say where
_NEVER = np.inf


class Points:
    """The midpoints of rings, laid out twice in a row for each ring, so that every run along it is in one piece.

    Coordinates are whole half pixels from the first point of each ring: sums of them are exact, and a ring gives the
    same sides wherever it lies.
    """

    def __init__(self, middles: NDArray[np.int64], starts: NDArray[np.int64]) -> None:
        """Take the points (n, 2) ring by ring, and where each ring begins and the last one ends."""
        self.counts = np.diff(starts)
        self.origins = middles[starts[:-1]]
        self.bases = 2 * starts[:-1]  # where each ring begins here
        once = middles - np.repeat(self.origins, self.counts, axis=0)
        twice = np.repeat(starts[:-1], 2), np.repeat(self.counts, 2)
        at = ranges(*twice)
        self.x, self.y = once[at, 0], once[at, 1]
        self._sums = [starts_of(each) for each in (self.x, self.y, self.x**2, self.x * self.y, self.y**2)]

    def counts_at(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how many points the rings have in which places lie."""
        return self.counts[np.searchsorted(self.bases, places, side="right") - 1]

    def in_pixels(
        self, vertices: NDArray[np.int64] | NDArray[np.float64], counts: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """Return vertices (n, 2), so many of each ring, in the pixels that the rings came in."""
        return np.asarray((np.repeat(self.origins, counts, axis=0) + vertices) / 2)

    def fitted(self, first: NDArray[np.int64], last: NDArray[np.int64]) -> Sides:
        """Return the best lines through runs of points, from `first` to `last` in the layout.

        The two ends of a run are corners, which belong to two sides: they count only where points are few.
        """
        is_short = last - first < 3
        begin, end = np.where(is_short, first, first + 1), np.where(is_short, last + 1, last)
        n = (end - begin).astype(np.float64)
        x0, y0 = self.x[begin], self.y[begin]
        sx, sy, sxx, sxy, syy = (each[end] - each[begin] for each in self._sums)
        # From the first point of the run, so that nothing large is taken from something large.
        m = end - begin
        xx = (sxx - 2 * x0 * sx + m * x0**2).astype(np.float64)
        yy = (syy - 2 * y0 * sy + m * y0**2).astype(np.float64)
        xy = (sxy - x0 * sy - y0 * sx + m * x0 * y0).astype(np.float64)
        dx, dy = (sx - m * x0) / n, (sy - m * y0) / n
        angle = 0.5 * np.arctan2(2 * (xy - n * dx * dy), (xx - n * dx**2) - (yy - n * dy**2))
        middle, direction = np.column_stack([x0 + dx, y0 + dy]), np.column_stack([np.cos(angle), np.sin(angle)])
        return Sides(first, last, middle, direction, self._errors(begin, m, middle, direction))

    def _errors(
        self,
        begin: NDArray[np.int64],
        counts: NDArray[np.int64],
        middle: NDArray[np.float64],
        direction: NDArray[np.float64],
    ) -> NDArray[np.float64]:
        """Return how far the worst point of each run lies from its line."""
        if not len(begin):
            return np.zeros(0)
        at = ranges(begin, counts)
        # Along the normal, less where the line itself lies on it.
        line = middle[:, 0] * direction[:, 1] - middle[:, 1] * direction[:, 0]
        off = self.x[at] * np.repeat(direction[:, 1], counts)
        off -= self.y[at] * np.repeat(direction[:, 0], counts)
        off -= np.repeat(line, counts)
        return np.maximum.reduceat(np.abs(off, out=off), np.cumsum(counts) - counts)


@dataclass(eq=False)
class Sides:
    """Runs of points from one corner to the next and the best line through each.

    Attributes:
        first, last: int64 (n,), places in the layout of `Points`.
        middle, direction: float (n, 2), of the line; half pixels from the ring's first point.
        error: float (n,), how far the worst point lies from the line, in half pixels.
    """

    first: NDArray[np.int64]
    last: NDArray[np.int64]
    middle: NDArray[np.float64]
    direction: NDArray[np.float64]
    error: NDArray[np.float64]

    def take(self, numbers: NDArray[np.int64] | NDArray[np.bool_]) -> Sides:
        """Return some of the sides."""
        return Sides(*(each[numbers] for each in vars(self).values()))

    def put(self, numbers: NDArray[np.int64], others: Sides) -> None:
        """Put other sides in the place of some."""
        for mine, theirs in zip(vars(self).values(), vars(others).values(), strict=True):
            mine[numbers] = theirs


def joined_sides(
    points: Points, corners: NDArray[np.int64], n_corners: NDArray[np.int64], tolerance: float
) -> tuple[Sides, NDArray[np.int64]]:
    """Return as few sides as the tolerance allows, ring by ring, and how many each ring has.

    In every ring the two neighbors that fit one line best are joined first, of equals the earlier ones; three sides
    stay in any case. Each round joins one pair in every ring that has one.

    Args:
        points: the rings.
        corners: int64 (k,), ring by ring: places of corners in the layout, in the first of the two rounds.
        n_corners: int64 (m,), how many corners each ring has, at least three.
        tolerance: in half pixels.
    """
    begins = np.cumsum(n_corners) - n_corners
    everyone = np.arange(len(corners))
    after, before = everyone + 1, everyone - 1
    after[begins + n_corners - 1], before[begins] = begins, begins + n_corners - 1
    stops = corners[after]
    stops[begins + n_corners - 1] += points.counts_at(corners[begins])
    sides = points.fitted(corners, stops)
    joints = points.fitted(corners, _joined_last(sides, everyone, after))
    n_left = n_corners.copy()
    is_alive = np.ones(len(corners), bool)
    active = np.flatnonzero(n_left > LEAST_SIDES)
    while True:
        best = _best(joints.error, begins[active], n_corners[active])
        fits = joints.error[best] <= tolerance
        active, this = active[fits], best[fits]
        if not len(active):
            break
        gone = after[this]
        sides.put(this, joints.take(this))
        is_alive[gone], joints.error[gone] = False, _NEVER
        after[this] = after[gone]
        before[after[this]] = this
        n_left[active] -= 1
        changed = np.concatenate([before[this], this])
        joints.put(changed, points.fitted(sides.first[changed], _joined_last(sides, changed, after[changed])))
        active = active[n_left[active] > LEAST_SIDES]
    return sides.take(is_alive), n_left


def _joined_last(sides: Sides, this: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return where the side in place of two neighbors ends."""
    return sides.last[this] + sides.last[other] - sides.first[other]


def _best(errors: NDArray[np.float64], begins: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return which error is the smallest in each list, of equals the first."""
    if not len(begins):
        return begins
    at = ranges(begins, counts)
    inside = np.cumsum(counts) - counts
    smallest = np.minimum.reduceat(errors[at], inside)
    hits = np.flatnonzero(errors[at] == np.repeat(smallest, counts))
    return at[hits[np.searchsorted(hits, inside)]]


def meetings(
    points: Points, sides: Sides, n_sides: NDArray[np.int64], tolerance_px: float
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return the vertices (n, 2) between sides, in half pixels as `points`, and how many each ring has.

    There is one where two lines meet near the corner, else a bevel of two.
    """
    if not len(n_sides):
        return np.zeros((0, 2)), n_sides
    begins = np.cumsum(n_sides) - n_sides
    before = np.arange(len(sides.first)) - 1
    before[begins] = begins + n_sides - 1
    corners = np.column_stack([points.x[sides.first], points.y[sides.first]]).astype(np.float64)
    middle, direction = sides.middle, sides.direction
    before_middle, before_direction = middle[before], direction[before]
    sine = _cross(before_direction, direction)
    along = _cross(middle - before_middle, direction) / np.where(sine == 0, 1, sine)
    meeting = before_middle + before_direction * along[:, None]
    shift_px = np.hypot(*(meeting - corners).T) / 2
    is_clear = (np.abs(sine) >= _LEAST_SINE) & (shift_px <= max(_SHIFT_PX, 2 * tolerance_px))
    end, start = _foot(corners, before_middle, before_direction), _foot(corners, middle, direction)
    # Two vertices per corner; where the lines meet they are the same one, and the second is left out.
    both = np.stack([np.where(is_clear[:, None], meeting, end), start], axis=1)
    vertices = both.reshape(-1, 2)[np.column_stack([np.ones_like(is_clear), ~is_clear]).ravel()]
    return vertices, np.add.reduceat(2 - is_clear.astype(np.int64), begins)


def _cross(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0])


def _foot(
    points: NDArray[np.float64], middle: NDArray[np.float64], direction: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the place on each line that is nearest to each point."""
    along = ((points - middle) * direction).sum(axis=1)
    return np.asarray(middle + direction * along[:, None])
