"""Which points of rings are corners, all rings of a batch at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.geo.ragged import ranges
from engine.geo.sides import Points


def corners_of(points: Points, tolerance: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the points that stay when rings are simplified (Douglas and Peucker, 1973), and how many per ring.

    It begins at the point farthest from the middle, which is a corner in most shapes, so that the answer
    depends on the shape and not on where the ring happened to begin.

    Args:
        points: the rings.
        tolerance: in half pixels.

    Returns:
        Places in the layout of `points`, in its first round, ring by ring in order; counts (m,).
    """
    first, second = _farthest_two(points)
    is_corner = np.zeros(len(points.x), bool)
    is_corner[first] = is_corner[second] = True
    stops = np.stack([second, first + points.counts])
    begin, end = np.concatenate([first, second]), stops.reshape(-1)
    base = np.tile(points.bases, 2)
    while True:
        is_long = end - begin > 1
        begin, end, base = begin[is_long], end[is_long], base[is_long]
        if not len(begin):
            break
        worst, off = _worst(points, begin, end)
        splits = off > tolerance**2
        begin, end, base, worst = begin[splits], end[splits], base[splits], worst[splits]
        is_corner[worst] = True
        begin, end, base = np.concatenate([begin, worst]), np.concatenate([worst, end]), np.tile(base, 2)
    return _in_first_round(points, is_corner)


def _in_first_round(points: Points, is_corner: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the corners of both rounds as places in the first, and how many each ring has."""
    once = ranges(points.bases, points.counts)
    again = once + np.repeat(points.counts, points.counts)
    stays = is_corner[once] | is_corner[again]
    return once[stays], np.add.reduceat(stays.astype(np.int64), np.cumsum(points.counts) - points.counts)


def _farthest_two(points: Points) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for each ring the point farthest from its middle, and the one farthest from that, which comes after."""
    counts = points.counts
    once = ranges(points.bases, counts)
    inside = np.cumsum(counts) - counts
    x, y = points.x[once], points.y[once]
    # As many times as far as there are points: so the middle is a whole number as well.
    n = np.repeat(counts, counts)
    far = [(each * n - np.repeat(np.add.reduceat(each, inside), counts)).astype(np.float64) for each in (x, y)]
    first = points.bases + _largest(far[0] ** 2 + far[1] ** 2, x, y, inside, counts)
    near = [each - np.repeat(at, counts) for each, at in ((x, points.x[first]), (y, points.y[first]))]
    second = points.bases + _largest((near[0] ** 2 + near[1] ** 2).astype(np.float64), x, y, inside, counts)
    return first, np.where(second < first, second + counts, second)


def _largest(
    distance: NDArray[np.float64],
    x: NDArray[np.int64],
    y: NDArray[np.int64],
    inside: NDArray[np.int64],
    counts: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Return the largest of each list, by its number in the list; of equals the one lowest in y, then x."""
    ties = np.flatnonzero(distance == np.repeat(np.maximum.reduceat(distance, inside), counts))
    ring = np.searchsorted(inside, ties, side="right") - 1
    order = np.lexsort((x[ties], y[ties], ring))
    best = order[np.searchsorted(ring, np.arange(len(inside)))]
    return ties[best] - inside


def _worst(
    points: Points, begin: NDArray[np.int64], end: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the point farthest from each chord, of equals the first, and the square of how far that is.

    Points beyond the ends of a chord are as far from it as from that end.
    """
    counts = end - begin - 1
    at = ranges(begin + 1, counts)
    inside = np.cumsum(counts) - counts
    ax, ay = points.x[begin], points.y[begin]
    bx, by = points.x[end] - ax, points.y[end] - ay
    square = bx**2 + by**2
    px, py = points.x[at] - np.repeat(ax, counts), points.y[at] - np.repeat(ay, counts)
    chord_x, chord_y, length = np.repeat(bx, counts), np.repeat(by, counts), np.repeat(square, counts)
    along = px * chord_x + py * chord_y
    off = ((px * chord_y - py * chord_x).astype(np.float64) ** 2) / np.maximum(length, 1)
    is_beyond = (along <= 0) | (along >= length)
    if is_beyond.any():
        beyond = np.flatnonzero(is_beyond)
        is_past = along[beyond] > 0
        from_end = [
            each[beyond] - np.where(is_past, chord[beyond], 0) for each, chord in ((px, chord_x), (py, chord_y))
        ]
        off[beyond] = from_end[0] ** 2 + from_end[1] ** 2
    largest = np.maximum.reduceat(off, inside)
    hits = np.flatnonzero(off == np.repeat(largest, counts))
    return at[hits[np.searchsorted(hits, inside)]], largest
