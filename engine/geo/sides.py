"""Rings of points turned into straight sides."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.geo.compiled import compiled

LEAST_SIDES = 3
_SHIFT_PX = 2.0  # lines that meet farther than this from the corner midpoint cut a rounded corner off
_LEAST_SINE = 0.1  # lines that meet at a flatter angle do not say where
_MIDDLE_X, _MIDDLE_Y, _ALONG_X, _ALONG_Y, _ERROR = range(5)  # what is known of the line through a run of points


def straight_sides(
    points: NDArray[np.int64],
    starts: NDArray[np.int64],
    corners: NDArray[np.int64],
    n_corners: NDArray[np.int64],
    tolerance_px: float,
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return the vertices between as few straight sides as the tolerance allows, and how many each ring has.

    Sides run from one corner to the next, along the best line through the points between them. In every ring the two
    neighbors that fit one line best are joined first, of equals the earlier ones; three sides stay in any case. There
    is a vertex where the lines of two neighbors meet near the corner, else a bevel of two.

    Args:
        points: int64 (n, 2), midpoints of the edges of pixels in half pixels, ring by ring.
        starts: int64 (m + 1,), where each ring begins, and where the last ends.
        corners: int64 (k,), numbers of points, ring by ring in order.
        n_corners: int64 (m,), how many corners each ring has; with fewer than three it has no sides.
        tolerance_px: how far a point may lie from its side.

    Returns:
        Vertices, float (v, 2), in pixels; counts, int64 (m,).
    """
    most_shift_px = max(_SHIFT_PX, 2 * tolerance_px)
    twice = np.empty((2 * int(np.diff(starts).max(initial=0)), 2), np.int64)
    vertices, counts = _straight_sides(points, starts, twice, corners, n_corners, 2 * tolerance_px, most_shift_px)
    return vertices[: counts.sum()], counts


@compiled
def _straight_sides(
    points: NDArray[np.int64],
    starts: NDArray[np.int64],
    twice: NDArray[np.int64],
    corners: NDArray[np.int64],
    n_corners: NDArray[np.int64],
    tolerance: float,
    most_shift_px: float,
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    vertices, counts = np.empty((2 * len(corners), 2)), np.zeros(len(n_corners), np.int64)
    n_vertices = begin = 0
    for ring in range(len(n_corners)):
        k = n_corners[ring]
        if k >= LEAST_SIDES:
            base, n = starts[ring], starts[ring + 1] - starts[ring]
            from_x, from_y = points[base]
            # From the first point of the ring, and twice in a row, so that every run along it is in one piece.
            for point in range(n):
                twice[point, 0] = twice[point + n, 0] = points[base + point, 0] - from_x
                twice[point, 1] = twice[point + n, 1] = points[base + point, 1] - from_y
            first, last = np.empty(k, np.int64), np.empty(k, np.int64)
            for side in range(k):
                first[side] = corners[begin + side] - base
                last[side - 1] = first[side] if side else first[side] + n
            lines, is_gone = _joined(twice, first, last, tolerance)
            counts[ring] = _meet(twice, first, lines, is_gone, most_shift_px, vertices[n_vertices:])
            for vertex in range(n_vertices, n_vertices + counts[ring]):
                vertices[vertex, 0] = (from_x + vertices[vertex, 0]) / 2
                vertices[vertex, 1] = (from_y + vertices[vertex, 1]) / 2
            n_vertices += counts[ring]
        begin += k
    return vertices, counts


@compiled
def _joined(
    points: NDArray[np.int64], first: NDArray[np.int64], last: NDArray[np.int64], tolerance: float
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return the lines of the sides of one ring, float (k, 5), and which of them are gone into others.

    Args:
        points: of the ring, twice in a row.
        first, last: int64 (k,), the ends of runs; those of joined runs are changed.
        tolerance: in the units of the points.
    """
    k = len(first)
    after, before = np.empty(k, np.int64), np.empty(k, np.int64)
    lines, joints, is_gone = np.empty((k, 5)), np.empty((k, 5)), np.zeros(k, np.bool_)
    for side in range(k):
        after[side], before[side] = (side + 1) % k, (side + k - 1) % k
        _fit(points, first[side], last[side], lines[side])
        _fit(points, first[side], _joined_last(first, last, side, after[side]), joints[side])
    n_sides = k
    while n_sides > LEAST_SIDES:
        this = 0
        for side in range(1, k):
            if joints[side, _ERROR] < joints[this, _ERROR]:
                this = side
        if joints[this, _ERROR] > tolerance:
            break
        gone = after[this]
        for value in range(5):
            lines[this, value] = joints[this, value]
        last[this] = _joined_last(first, last, this, gone)
        is_gone[gone], joints[gone, _ERROR] = True, np.inf
        after[this] = after[gone]
        before[after[this]] = this
        n_sides -= 1
        for side in (int(before[this]), this):
            _fit(points, first[side], _joined_last(first, last, side, after[side]), joints[side])
    return lines, is_gone


@compiled
def _joined_last(first: NDArray[np.int64], last: NDArray[np.int64], this: int, other: int) -> int:
    """Return where the side in place of two neighbors ends."""
    return last[this] + last[other] - first[other]


@compiled
def _fit(points: NDArray[np.int64], first: int, last: int, line: NDArray[np.float64]) -> None:
    """Find the best line through a run of points: a place on it, its direction, and how far off the worst point is.

    The two ends of a run are corners, which belong to two sides: they count only where points are few.
    """
    begin, end = (first, last + 1) if last - first < 3 else (first + 1, last)
    x0, y0 = points[begin]
    sx = sy = sxx = sxy = syy = 0
    for point in range(begin, end):
        x, y = points[point, 0] - x0, points[point, 1] - y0
        sx += x
        sy += y
        sxx += x * x
        sxy += x * y
        syy += y * y
    n = np.float64(end - begin)
    dx, dy = sx / n, sy / n
    angle = 0.5 * math.atan2(2 * (sxy - n * dx * dy), (sxx - n * dx**2) - (syy - n * dy**2))
    line[_MIDDLE_X], line[_MIDDLE_Y] = x0 + dx, y0 + dy
    line[_ALONG_X], line[_ALONG_Y] = math.cos(angle), math.sin(angle)
    # Along the normal, less where the line itself lies on it.
    on_normal = line[_MIDDLE_X] * line[_ALONG_Y] - line[_MIDDLE_Y] * line[_ALONG_X]
    error = 0.0
    for point in range(begin, end):
        error = max(error, abs(points[point, 0] * line[_ALONG_Y] - points[point, 1] * line[_ALONG_X] - on_normal))
    line[_ERROR] = error


@compiled
def _meet(
    points: NDArray[np.int64],
    first: NDArray[np.int64],
    lines: NDArray[np.float64],
    is_gone: NDArray[np.bool_],
    most_shift_px: float,
    vertices: NDArray[np.float64],
) -> int:
    """Write the vertices between the sides of a ring, and return how many they are."""
    n_vertices = 0
    last = len(lines) - 1
    while is_gone[last]:
        last -= 1
    before = lines[last]
    for side in range(last + 1):
        if is_gone[side]:
            continue
        line = lines[side]
        x, y = points[first[side]]
        sine = before[_ALONG_X] * line[_ALONG_Y] - before[_ALONG_Y] * line[_ALONG_X]
        away_x, away_y = line[_MIDDLE_X] - before[_MIDDLE_X], line[_MIDDLE_Y] - before[_MIDDLE_Y]
        along = (away_x * line[_ALONG_Y] - away_y * line[_ALONG_X]) / (sine if sine != 0 else 1.0)
        meeting_x = before[_MIDDLE_X] + before[_ALONG_X] * along
        meeting_y = before[_MIDDLE_Y] + before[_ALONG_Y] * along
        if abs(sine) >= _LEAST_SINE and math.hypot(meeting_x - x, meeting_y - y) / 2 <= most_shift_px:
            vertices[n_vertices, 0], vertices[n_vertices, 1] = meeting_x, meeting_y
            n_vertices += 1
        else:
            _foot(x, y, before, vertices[n_vertices])
            _foot(x, y, line, vertices[n_vertices + 1])
            n_vertices += 2
        before = line
    return n_vertices


@compiled
def _foot(x: int, y: int, line: NDArray[np.float64], foot: NDArray[np.float64]) -> None:
    """Write the place on a line that is nearest to a point."""
    along = (x - line[_MIDDLE_X]) * line[_ALONG_X] + (y - line[_MIDDLE_Y]) * line[_ALONG_Y]
    foot[0], foot[1] = line[_MIDDLE_X] + line[_ALONG_X] * along, line[_MIDDLE_Y] + line[_ALONG_Y] * along
