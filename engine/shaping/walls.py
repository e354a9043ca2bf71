"""Outlines cut into walls: which way each runs, and which way a whole building does."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.geo.ragged import ranges, starts_of
from engine.shaping.arcs import corners_of
from engine.shaping.network import Lines, Network, Outlines

_QUARTER = math.pi / 2
_N_BINS = 45  # of two degrees each
_NEAR = math.radians(8)  # walls that decide about the direction of a building, once it is about known
_ALONG = math.radians(12)  # walls that run along or across it
_LEAST_ALONG = 0.4  # share of all walls, by the squares of their lengths: with less a building has no direction
_END_SHARE = 0.08  # of a wall at either end
_ROUND = 1.015  # an ellipse has 1, a square 1.047, an octagon 1.002, a square with corners as round as can be 1.02


@dataclass(frozen=True, eq=False)
class Walls:
    """Straight pieces from corner to corner of arcs, in their order.

    Attributes:
        first, last: int (n,), their ends as places in `Network.vertices`.
        arcs: int (n,), the arc of each.
        middle: float (n, 2), of all that the outline has between the ends.
        angle: float (n,), in which direction that runs, in radians.
        length: float (n,), from end to end.
    """

    first: NDArray[np.int64]
    last: NDArray[np.int64]
    arcs: NDArray[np.int64]
    middle: NDArray[np.float64]
    angle: NDArray[np.float64]
    length: NDArray[np.float64]


def walls_of(network: Network, is_open: NDArray[np.bool_], tolerances: NDArray[np.float64]) -> Walls:
    """Return the walls of the arcs (a,) that are open to change, each within its tolerance (a,)."""
    numbers = np.flatnonzero(is_open)
    lines = network.lines.take(numbers)
    corners, starts = corners_of(lines, tolerances[numbers])
    is_end = np.zeros(len(corners), bool)
    is_end[starts[1:] - 1] = True
    begins = np.flatnonzero(~is_end)
    here, there = corners[begins], corners[begins + 1]
    line = np.searchsorted(starts, begins, side="right") - 1
    shift = (network.starts[numbers] - lines.starts[:-1])[line]
    middle, angle = _fitted(lines, here, there)
    chord = lines.xy[there] - lines.xy[here]
    length = np.hypot(*chord.T)
    # A short piece runs the way its ends lie: between two points there is nothing to fit.
    is_short = length <= 2 * tolerances[numbers][line]
    angle = np.where(is_short, np.arctan2(chord[:, 1], chord[:, 0]), angle)
    return Walls(here + shift, there + shift, numbers[line], middle, angle, length)


def _fitted(
    lines: Lines, here: NDArray[np.int64], there: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return middle and direction of the best line through the edges between places, by their lengths.

    What lies near an end belongs to a corner, which may be round, and does not count.
    """
    n_edges = there - here
    at = ranges(here, n_edges)
    if not len(at):
        return np.zeros((0, 2)), np.zeros(0)
    begins = starts_of(n_edges)[:-1]
    origin = np.repeat(lines.xy[here], n_edges, axis=0)
    one, other = lines.xy[at] - origin, lines.xy[at + 1] - origin
    step = other - one
    x, y = ((one + other) / 2).T
    weight = np.hypot(*step.T) * _is_amid(np.column_stack([x, y]), lines.xy[there] - lines.xy[here], n_edges)
    dx, dy = step.T
    sums = [
        np.add.reduceat(each, begins)
        for each in (
            weight,
            weight * x,
            weight * y,
            weight * (x * x + dx * dx / 12),
            weight * (x * y + dx * dy / 12),
            weight * (y * y + dy * dy / 12),
        )
    ]
    total = np.where(sums[0] == 0, 1, sums[0])
    mx, my, xx, xy, yy = (each / total for each in sums[1:])
    angle = 0.5 * np.arctan2(2 * (xy - mx * my), (xx - mx * mx) - (yy - my * my))
    return lines.xy[here] + np.column_stack([mx, my]), angle


def _is_amid(
    middles: NDArray[np.float64], chords: NDArray[np.float64], n_edges: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Return which edges, by their middles from where the wall begins, lie away from both of its ends.

    All of them where a wall has none that does.
    """
    square = (chords**2).sum(axis=1)
    along = (middles * np.repeat(chords, n_edges, axis=0)).sum(axis=1)
    share = along / np.repeat(np.where(square == 0, 1, square), n_edges)
    is_amid = (share > _END_SHARE) & (share < 1 - _END_SHARE)
    n_amid = np.add.reduceat(is_amid.astype(np.int64), starts_of(n_edges)[:-1])
    return is_amid | np.repeat(n_amid == 0, n_edges)


def is_round(outlines: Outlines) -> NDArray[np.bool_]:
    """Return which polygons (n,) are circles or ellipses, holes left aside; regular ones of many sides count as such.

    By the second moments of the surface, which a ragged edge hardly changes: of all shapes of one area the product of
    the principal ones is smallest for ellipses, however long they are.
    """
    is_shell = np.diff(outlines.owners, prepend=-1) > 0
    rings = np.flatnonzero(is_shell & (outlines.counts >= 3))
    answer = np.zeros(outlines.n_polygons, bool)
    if not len(rings):
        return answer
    counts = outlines.counts[rings]
    at, inside = ranges(outlines.starts[rings], counts), starts_of(counts)[:-1]
    xy = outlines.xy[at] - np.repeat(outlines.xy[outlines.starts[rings]], counts, axis=0)
    after = np.arange(1, len(xy) + 1)
    after[inside + counts - 1] = inside
    x, y = xy.T
    u, v = xy[after].T
    cross = x * v - u * y

    def summed(values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(np.add.reduceat(values * cross, inside))

    area = summed(np.ones_like(x)) / 2
    known = np.where(area == 0, 1, area)
    mx, my = summed(x + u) / 6 / known, summed(y + v) / 6 / known
    xx = summed(x * x + x * u + u * u) / 12 / known - mx**2
    yy = summed(y * y + y * v + v * v) / 12 / known - my**2
    xy_ = summed(x * v + 2 * x * y + 2 * u * v + u * y) / 24 / known - mx * my
    spread = 4 * math.pi * np.sqrt(np.maximum(xx * yy - xy_**2, 0)) / np.abs(known)
    answer[outlines.owners[rings]] = (spread < _ROUND) & (area != 0)
    return answer


def directions(
    walls: Walls, owners: NDArray[np.int64], users: NDArray[np.int64], n: int
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return the direction of most walls of each of n buildings, from 0 to 90 degrees in radians, and who has one.

    Args:
        walls: the walls.
        owners: int (k,), buildings, a wall between two of them named for both.
        users: int (k,), the walls of these buildings.
        n: how many buildings there are.
    """
    angle, weight = walls.angle[users] % _QUARTER, walls.length[users] ** 2
    bins = np.minimum((angle / _QUARTER * _N_BINS).astype(np.int64), _N_BINS - 1)
    votes = np.bincount(owners * _N_BINS + bins, weight, n * _N_BINS).reshape(n, _N_BINS)
    votes = votes + 0.5 * (np.roll(votes, 1, axis=1) + np.roll(votes, -1, axis=1))
    found = (votes.argmax(axis=1) + 0.5) / _N_BINS * _QUARTER
    for near in (_NEAR, _NEAR / 2):
        off = _apart(angle, found[owners])
        kept = weight * (np.abs(off) <= near)
        total = np.bincount(owners, kept, n)
        found = (found + np.bincount(owners, kept * off, n) / np.where(total == 0, 1, total)) % _QUARTER
    is_along = np.abs(_apart(angle, found[owners])) <= _ALONG
    along, whole = np.bincount(owners, weight * is_along, n), np.bincount(owners, weight, n)
    return found, (along >= _LEAST_ALONG * whole) & (whole > 0)


def common_directions(
    found: NDArray[np.float64], weights: NDArray[np.float64], groups: NDArray[np.int64], *, most: float
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return the direction of the group for members that all run within `most` of it, and which members these are."""
    n = int(groups.max()) + 1 if len(groups) else 0
    turn = [np.bincount(groups, weights * part(4 * found), n) for part in (np.cos, np.sin)]
    mean = (np.arctan2(turn[1], turn[0]) / 4) % _QUARTER
    off = np.where(weights > 0, np.abs(_apart(found, mean[groups])), 0)
    worst = np.zeros(n)
    np.maximum.at(worst, groups, off)
    is_common = (worst <= most)[groups]
    return np.where(is_common, mean[groups], found), is_common


def _apart(angle: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far angles are from others, by quarters of a circle: from -45 to 45 degrees in radians."""
    return (angle - other + _QUARTER / 2) % _QUARTER - _QUARTER / 2
