"""Which points of rings are corners."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.geo.compiled import compiled


def corners_of(
    points: NDArray[np.int64], starts: NDArray[np.int64], tolerance: float
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the points that stay when rings are simplified (Douglas and Peucker, 1973), and how many per ring.

    It begins at the point farthest from the middle, which is a corner in most shapes, so that the answer
    depends on the shape and not on where the ring happened to begin.

    Args:
        points: int64 (n, 2), ring by ring, none closed.
        starts: int64 (m + 1,), where each ring begins, and where the last ends.
        tolerance: in the units of the points.

    Returns:
        Numbers of points, int64 (k,), ring by ring in order; counts, int64 (m,).
    """
    is_corner = _are_corners(points, starts, tolerance**2)
    return np.flatnonzero(is_corner), np.add.reduceat(is_corner, starts[:-1], dtype=np.int64)


@compiled
def _are_corners(points: NDArray[np.int64], starts: NDArray[np.int64], most_square: float) -> NDArray[np.bool_]:
    is_corner = np.zeros(len(points), np.bool_)
    begins, ends = np.empty(len(points) + 2, np.int64), np.empty(len(points) + 2, np.int64)  # chords to be looked at
    for ring in range(len(starts) - 1):
        base, n = starts[ring], starts[ring + 1] - starts[ring]
        sum_x = sum_y = 0
        for point in range(base, base + n):
            sum_x += points[point, 0] - points[base, 0]
            sum_y += points[point, 1] - points[base, 1]
        # As many times as far as there are points: so the middle is a whole number as well.
        first = _farthest(points, base, n, n, n * points[base, 0] + sum_x, n * points[base, 1] + sum_y)
        second = _farthest(points, base, n, 1, points[base + first, 0], points[base + first, 1])
        is_corner[base + first] = is_corner[base + second] = True
        begins[0], ends[0] = first, second if second >= first else second + n
        begins[1], ends[1] = ends[0], first + n
        n_chords = 2
        while n_chords:
            n_chords -= 1
            begin, end = begins[n_chords], ends[n_chords]
            worst, square = _worst(points, base, n, begin, end)
            if square > most_square:
                is_corner[base + worst % n] = True
                ends[n_chords] = worst
                begins[n_chords + 1], ends[n_chords + 1] = worst, end
                n_chords += 2
    return is_corner


@compiled
def _farthest(points: NDArray[np.int64], base: int, n: int, factor: int, x: int, y: int) -> int:
    """Return the point of a ring that is farthest from a place, of equals the one lowest in y, then x.

    The place is `factor` times as far out as the points.
    """
    best, best_square = 0, -1.0
    for point in range(n):
        off_x = np.float64(points[base + point, 0] * factor - x)
        off_y = np.float64(points[base + point, 1] * factor - y)
        square = off_x**2 + off_y**2
        lower = points[base + point, 1] - points[base + best, 1]
        is_first = (lower < 0) | ((lower == 0) & (points[base + point, 0] < points[base + best, 0]))
        if (square > best_square) | ((square == best_square) & is_first):
            best, best_square = point, square
    return best


@compiled
def _worst(points: NDArray[np.int64], base: int, n: int, begin: int, end: int) -> tuple[int, float]:
    """Return the point between the ends of a chord that is farthest from it, and the square of how far that is.

    Of equals it is the first; without any the square is 0. Points beyond the ends of a chord are as far from it as from
    that end. Numbers from `n` on are those of the next round.
    """
    from_x, from_y = points[base + begin % n]
    chord_x, chord_y = points[base + end % n, 0] - from_x, points[base + end % n, 1] - from_y
    length = chord_x**2 + chord_y**2
    worst, worst_square = begin, 0.0
    for point in range(begin + 1, end):
        number = base + (point if point < n else point - n)
        x, y = points[number, 0] - from_x, points[number, 1] - from_y
        along = x * chord_x + y * chord_y
        if along <= 0:
            square = np.float64(x**2 + y**2)
        elif along >= length:
            square = np.float64((x - chord_x) ** 2 + (y - chord_y) ** 2)
        else:
            square = np.float64(x * chord_y - y * chord_x) ** 2 / length
        if square > worst_square:
            worst, worst_square = point, square
    return worst, worst_square
