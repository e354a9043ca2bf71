"""From labeled pixels to polygons, and from the staircase of pixels to the lines behind it."""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio import features
from shapely import Polygon

from engine.geo.window import Window

# The midpoints of a straight edge lie within half a pixel of its line; a little more makes up for a wobbling field.
TOLERANCE_PX = 0.6
_LEAST_AREA_PX = 9.0  # with fewer pixels there are no lines behind the staircase
_MIN_HOLE_PX = 4.0  # smaller holes are noise of the mask, not courtyards
_SHIFT_PX = 2.0  # lines that meet farther than this from the corner midpoint cut a rounded corner off
_AREA_CHANGE = 0.2  # a smooth outline that changes the area by more is no outline of this thing
_LEAST_SIDES = 3
_FIRST_SHARE = 1.5  # of the tolerance: corners this far from a chord are corners; joining sides takes care of the rest
_LEAST_SINE = 0.1  # lines that meet at a flatter angle do not say where


def trace(labels: NDArray[np.int32], origin: Window) -> list[tuple[int, Polygon]]:
    """Return one polygon per id, with its holes, in order of the ids; it follows the edges of pixels.

    An id that lies in several pieces (pixels that touch at a corner only are two pieces) keeps its largest.

    Args:
        labels: int32 (rows, cols), 0 for background.
        origin: the window that the labels fill; the polygons are in the pixel coordinates it is given in.
    """
    largest: dict[int, Polygon] = {}
    for geometry, value in features.shapes(labels, mask=labels > 0, connectivity=4):
        shell, *holes = geometry["coordinates"]
        polygon = Polygon(shell, holes)
        held = largest.get(int(value))
        if held is None or polygon.area > held.area:
            largest[int(value)] = polygon
    ids = sorted(largest)
    moved = shapely.transform(np.array([largest[i] for i in ids], object), lambda xy: xy + (origin.col, origin.row))
    return list(zip(ids, moved, strict=True))


def smooth_outline(polygon: Polygon, tolerance_px: float = TOLERANCE_PX) -> Polygon:
    """Return a valid polygon whose sides are straight lines within about `tolerance_px` of a traced outline.

    The middle of every pixel edge lies closer to the true outline than the corners do. So sides are runs of
    midpoints that lie on one line, and vertices are where the lines of neighboring sides meet; a rectangle
    comes back as a rectangle. A tolerance of 0 returns the pixel edges, made valid.
    """
    if tolerance_px > 0 and polygon.area >= _LEAST_AREA_PX:
        for candidate in _candidates(polygon, tolerance_px):
            if _stands_for(candidate, polygon, tolerance_px):
                return shapely.normalize(candidate)
    return shapely.normalize(_made_valid(polygon))


def _candidates(polygon: Polygon, tolerance_px: float) -> Iterator[Polygon]:
    """Yield outlines, the smoothest first; the later ones follow the pixels more closely."""
    holes = [ring for ring in polygon.interiors if Polygon(ring).area >= _MIN_HOLE_PX]
    rings = [_edge_midpoints(shapely.get_coordinates(ring)) for ring in (polygon.exterior, *holes)]
    for share in (1.0, 0.5):
        yield _polygon([_straightened(ring, share * tolerance_px) for ring in rings])
    for share in (1.0, 0.5):
        yield _polygon([ring[_corners(ring, share * tolerance_px)] for ring in rings])
    yield _polygon(rings)


def _stands_for(candidate: Polygon, polygon: Polygon, tolerance_px: float) -> bool:
    """Tell whether the outline is sound and covers about what the pixels cover."""
    if candidate.is_empty or not candidate.is_valid:
        return False
    bearable_px = _AREA_CHANGE * polygon.area if tolerance_px <= TOLERANCE_PX else 0.5 * polygon.area
    return abs(candidate.area - polygon.area) <= bearable_px


def _polygon(rings: list[NDArray[np.float64]]) -> Polygon:
    """Return the polygon of a shell and its holes, empty where the shell has collapsed."""
    if len(rings[0]) < 3:
        return Polygon()
    return Polygon(rings[0], [ring for ring in rings[1:] if len(ring) >= 3])


def _edge_midpoints(ring: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the middle of every unit edge along a closed ring of pixel corners, (n, 2)."""
    steps = np.diff(ring, axis=0)
    n_edges = np.rint(np.abs(steps).sum(axis=1)).astype(int)
    start = np.repeat(ring[:-1], n_edges, axis=0)
    unit = np.repeat(steps / np.maximum(n_edges, 1)[:, None], n_edges, axis=0)
    first = np.repeat(np.cumsum(n_edges) - n_edges, n_edges)
    return start + unit * (np.arange(len(start)) - first + 0.5)[:, None]


def _straightened(ring: NDArray[np.float64], tolerance_px: float) -> NDArray[np.float64]:
    """Return the vertices (n, 2) between sides that run within the tolerance of the midpoints."""
    corners = _corners(ring, _FIRST_SHARE * tolerance_px)
    if len(corners) < _LEAST_SIDES:
        return ring[corners]
    return _meetings(ring, _sides(ring, corners, tolerance_px), tolerance_px)


def _corners(ring: NDArray[np.float64], tolerance_px: float) -> NDArray[np.intp]:
    """Return which midpoints stay when the ring is simplified (Douglas and Peucker, 1973), by number.

    It begins at the point farthest from the middle, which is a corner in most shapes, so that the answer
    depends on the shape and not on where the ring happened to begin.
    """
    first = _farthest(ring, ring.mean(axis=0))
    turned = np.roll(ring, -first, axis=0)
    second = _farthest(turned, turned[0])
    halves = [turned[: second + 1], np.vstack([turned[second:], turned[:1]])]
    lines = [shapely.LineString(half) for half in halves]
    kept = shapely.get_coordinates(shapely.simplify(lines, tolerance_px, preserve_topology=False))
    # Twice a midpoint is a pair of whole numbers, so points are told apart without rounding.
    return np.flatnonzero(np.isin(_key(ring), _key(kept)))


def _farthest(points: NDArray[np.float64], place: NDArray[np.float64]) -> int:
    """Return the number of the point farthest from a place; of equals the one lowest in y, then x."""
    distance = np.round(((points - place) ** 2).sum(axis=1), 6)
    return int(np.lexsort((points[:, 0], points[:, 1], -distance))[0])


def _key(points: NDArray[np.float64]) -> NDArray[np.complex128]:
    doubled = np.rint(points * 2)
    return doubled[:, 0] + 1j * doubled[:, 1]


@dataclass(frozen=True, eq=False)
class _Side:
    """A run of midpoints from one corner to the next and the best line through them.

    `first` and `last` number midpoints, `last` may run past the end of the ring; `error_px` is how far the worst
    midpoint lies from the line.
    """

    first: int
    last: int
    middle: NDArray[np.float64]
    direction: NDArray[np.float64]
    error_px: float


# How far the worst midpoint would lie from the joined side; the number of the first of the two; a ticket that tells
# equals apart; the two sides and the joined one.
_Joint = tuple[float, int, int, _Side, _Side, _Side]


def _side(ring: NDArray[np.float64], first: int, last: int) -> _Side:
    """Return the side between two corners; corners belong to two sides, so they count only where points are few."""
    run = np.arange(first, last + 1) if last - first < 3 else np.arange(first + 1, last)
    points = ring[run % len(ring)]
    middle = points.mean(axis=0)
    x, y = (points - middle).T
    angle = 0.5 * math.atan2(2 * float(x @ y), float(x @ x - y @ y))
    direction = np.array([math.cos(angle), math.sin(angle)])
    return _Side(first, last, middle, direction, float(np.abs(x * direction[1] - y * direction[0]).max()))


def _sides(ring: NDArray[np.float64], corners: NDArray[np.intp], tolerance_px: float) -> list[_Side]:
    """Return as few sides as the tolerance allows: the neighbors that fit one line best are joined first."""
    stops = np.append(corners[1:], corners[0] + len(ring))
    sides = {i: _side(ring, int(a), int(b)) for i, (a, b) in enumerate(zip(corners, stops, strict=True))}
    after = {i: (i + 1) % len(sides) for i in sides}
    before = {j: i for i, j in after.items()}
    tickets = itertools.count()
    queue = [_joint(ring, sides[i], sides[after[i]], i, next(tickets)) for i in sides]
    heapq.heapify(queue)
    while queue and len(sides) > _LEAST_SIDES:
        error_px, i, _, this, other, joined = heapq.heappop(queue)
        if error_px > tolerance_px:
            break
        if sides.get(i) is not this or sides[after[i]] is not other:
            continue  # one of the two has been joined since
        gone = after[i]
        sides[i], after[i] = joined, after[gone]
        before[after[i]] = i
        del sides[gone], after[gone], before[gone]
        heapq.heappush(queue, _joint(ring, sides[before[i]], joined, before[i], next(tickets)))
        heapq.heappush(queue, _joint(ring, joined, sides[after[i]], i, next(tickets)))
    return [sides[i] for i in sorted(sides)]


def _joint(ring: NDArray[np.float64], this: _Side, other: _Side, number: int, ticket: int) -> _Joint:
    """Return one side in place of two neighbors, of which the first has the number, ready for the queue."""
    joined = _side(ring, this.first, this.last + other.last - other.first)
    return joined.error_px, number, ticket, this, other, joined


def _meetings(ring: NDArray[np.float64], sides: list[_Side], tolerance_px: float) -> NDArray[np.float64]:
    """Return the vertices (n, 2) between sides: one where their lines meet near the corner, else a bevel of two."""
    corners = ring[[side.first % len(ring) for side in sides]]
    middle, direction = np.array([side.middle for side in sides]), np.array([side.direction for side in sides])
    before_middle, before = np.roll(middle, 1, axis=0), np.roll(direction, 1, axis=0)
    sine = _cross(before, direction)
    along = _cross(middle - before_middle, direction) / np.where(sine == 0, 1, sine)
    meeting = before_middle + before * along[:, None]
    shift_px = np.hypot(*(meeting - corners).T)
    is_clear = (np.abs(sine) >= _LEAST_SINE) & (shift_px <= max(_SHIFT_PX, 2 * tolerance_px))
    end, start = _foot(corners, before_middle, before), _foot(corners, middle, direction)
    # Two vertices per corner; where the lines meet they are the same one, and the second is left out.
    both = np.stack([np.where(is_clear[:, None], meeting, end), start], axis=1)
    return both.reshape(-1, 2)[np.column_stack([np.ones_like(is_clear), ~is_clear]).ravel()]


def _cross(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    return a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]


def _foot(
    points: NDArray[np.float64], middle: NDArray[np.float64], direction: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the place on each line that is nearest to each point."""
    along = ((points - middle) * direction).sum(axis=1)
    return middle + direction * along[:, None]


def _made_valid(polygon: Polygon) -> Polygon:
    """Return the polygon, or the largest sound part of one whose outline touches itself."""
    if polygon.is_valid:
        return polygon
    parts = shapely.get_parts(shapely.make_valid(polygon))
    return max((part for part in parts if part.geom_type == "Polygon"), key=lambda part: part.area)
