"""Buildings with straight walls at right angles, all of a batch at once, walls between neighbors shared."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.geo.ragged import ranges, starts_of
from engine.shaping.network import Lines, Network, Outlines
from engine.shaping.pairs import groups_of
from engine.shaping.walls import Walls, common_directions, directions, is_round, walls_of

_EIGHTH = math.pi / 4
_MOST_TURN = (math.radians(20), math.radians(10))  # of walls along or across the building, and of those in between
_DIAGONAL = 6.0  # times the tolerance: shorter ones in between are a corner cut off
_SHORT = 2.5  # times the tolerance: shorter walls may give way
_WIDE = 6.0  # times the tolerance: from end to end of what may give way
_FAR_CORNER = 3.0  # times the tolerance: from the middle of what gives way to the corner that takes its place
_CLOSE = 0.85  # times the tolerance: how closely walls follow an outline before they are turned and moved
_FAR = 1.5  # times the tolerance: how far a wall may move off its middle line
_FARTHEST = 6.0  # times the tolerance: corners that would go farther stay
_ONE_ROW = math.radians(6)  # neighbors whose directions differ by less are one building
_SHARE_OF_SIDE = 0.1  # of a square as large as the building: how far its walls may move, if nobody says
_MOST_SHIFT = 1.0  # metres, if nobody says
_STRAIGHT = 1e-6  # sine of the angle at which walls go straight on
_PULL = 1e-6  # toward where a corner was, where walls do not say where it is


@dataclass(frozen=True, eq=False)
class Straightened:
    """The arcs of a network with right angles, and which polygons (n,) took part."""

    lines: Lines
    takes_part: NDArray[np.bool_]


def wall_shifts(areas: NDArray[np.float64], asked: float | None) -> NDArray[np.float64]:
    """Return how far the walls of buildings of some areas (n,) may move."""
    if asked is not None:
        return np.full(len(areas), asked)
    return np.minimum(_SHARE_OF_SIDE * np.sqrt(areas), _MOST_SHIFT)


def with_right_angles(
    network: Network,
    outlines: Outlines,
    *,
    areas: NDArray[np.float64],
    shifts: NDArray[np.float64],
    may_change: NDArray[np.bool_],
    held: NDArray[np.bool_] | None = None,
) -> Straightened:
    """Return the arcs with walls along and across the direction of their building, or diagonal to it.

    A polygon does not take part where it is round or where its walls have no direction in common.

    Args:
        network: the arcs.
        outlines: what they are of.
        areas: float (n,), of the polygons; the larger of two neighbors says how their wall runs.
        shifts: float (n,), how far walls may move.
        may_change: bool (n,), which polygons may.
        held: bool (a,), arcs that stay as they are though their polygons change; they tell how these run.
    """
    takes_part = may_change & ~is_round(outlines)
    is_open = ~network.arcs_of(~takes_part)
    walls = walls_of(network, is_open, _CLOSE * network.least_of_arcs(shifts))
    owners, users = _uses(network, walls)
    found, has_direction = directions(walls, owners, users, network.n_polygons)
    takes_part &= has_direction
    closed = network.arcs_of(~takes_part) if held is None else network.arcs_of(~takes_part) | held
    walls = _kept(walls, ~closed[walls.arcs])
    tolerance = network.least_of_arcs(shifts)[walls.arcs]
    frames, angles = _frames(network, found, areas, takes_part)
    wall_frames = frames[_leading(network, areas)[walls.arcs]]
    kinds, normals = _kinds(walls, angles[wall_frames], tolerance)
    corners = _Corners(network, walls, closed)
    is_good = (kinds >= 0) & (walls.length >= _SHORT * tolerance)
    runs = _giving_way(_runs(network, walls, is_good), walls, kinds, normals, tolerance, corners)
    corners.join(runs)
    kinds[runs.walls] = -1
    places = _meeting(walls, kinds, normals, wall_frames, tolerance, corners)
    return Straightened(_redrawn(network, walls, corners, places), takes_part)


def _kept(walls: Walls, stays: NDArray[np.bool_]) -> Walls:
    return Walls(*(each[stays] for each in vars(walls).values()))


def _uses(network: Network, walls: Walls) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return buildings and their walls, a wall between two of them twice."""
    starts = np.searchsorted(walls.arcs, np.arange(len(network) + 1))
    counts = np.diff(starts)[network.uses]
    return np.repeat(network.users, counts), ranges(starts[:-1][network.uses], counts)


def _leading(network: Network, areas: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return for each arc the polygon that says how it runs: the largest, of equals the last."""
    order = np.lexsort((network.users, areas[network.users]))
    leading = np.zeros(len(network), np.int64)
    leading[network.uses[order]] = network.users[order]  # the last one written stays
    return leading


def _frames(
    network: Network, found: NDArray[np.float64], areas: NDArray[np.float64], takes_part: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the frame of each polygon, and the angle of each frame: neighbors that run about alike share one."""
    n = network.n_polygons
    order = np.argsort(network.uses, kind="stable")
    uses, users = network.uses[order], network.users[order]
    is_shared = (uses[1:] == uses[:-1]) & takes_part[users[1:]] & takes_part[users[:-1]]
    groups = groups_of(np.column_stack([users[:-1][is_shared], users[1:][is_shared]]), n)
    angles, is_common = common_directions(found, areas * takes_part, groups, most=_ONE_ROW)
    frames = np.where(is_common, groups, np.arange(n) + n)
    by_frame = np.zeros(2 * n)
    by_frame[frames] = angles
    return frames, by_frame


def _kinds(
    walls: Walls, angles: NDArray[np.float64], tolerance: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return how walls shall run: 0 along, 2 across, 1 and 3 in between, -1 as they do; and their normals (n, 2)."""
    steps = np.rint((walls.angle - angles) / _EIGHTH)
    turn = np.abs(walls.angle - angles - steps * _EIGHTH)
    kinds = steps.astype(np.int64) % 4
    is_diagonal = kinds % 2 == 1
    most = np.where(is_diagonal, *_MOST_TURN[::-1])
    shift = np.where(is_diagonal, 1.0, _FAR) * tolerance
    fits = (turn <= most) & (walls.length / 2 * np.sin(turn) <= shift)
    fits &= ~is_diagonal | (walls.length >= _DIAGONAL * tolerance)
    normal = angles + kinds * _EIGHTH + math.pi / 2
    return np.where(fits, kinds, -1), np.column_stack([np.cos(normal), np.sin(normal)])


class _Corners:
    """The ends of walls: which are one, and where they were."""

    def __init__(self, network: Network, walls: Walls, closed: NDArray[np.bool_]) -> None:
        self.at_first, self.at_last = network.vertices[walls.first], network.vertices[walls.last]
        self.places = network.points
        self.into = np.arange(len(network.points))  # the corner that each has become
        n_walls = np.bincount(np.concatenate([self.at_first, self.at_last]), minlength=len(network.points))
        self.is_junction = n_walls > 2
        self.is_fixed = np.zeros(len(network.points), bool)
        self.is_fixed[network.vertices[np.repeat(closed, np.diff(network.starts))]] = True

    def join(self, runs: _Runs) -> None:
        """Make one corner of all that are along each run."""
        first, last = self.at_last[runs.one], self.at_first[runs.other]
        self.places = self.places.copy()
        self.places[first] = (self.places[first] + self.places[last]) / 2
        self.into[self.at_last[runs.walls]] = np.repeat(first, runs.counts)

    @property
    def first(self) -> NDArray[np.int64]:
        """Return the corner at which each wall begins now."""
        return self.into[self.at_first]

    @property
    def last(self) -> NDArray[np.int64]:
        """Return the corner at which each wall ends now."""
        return self.into[self.at_last]


@dataclass(frozen=True, eq=False)
class _Runs:
    """Runs of short or crooked walls, each between two good ones: `one` and `other`; the run begins after `one`."""

    one: NDArray[np.int64]
    other: NDArray[np.int64]
    walls: NDArray[np.int64]  # of all runs, one after the other
    counts: NDArray[np.int64]

    def take(self, chosen: NDArray[np.bool_]) -> _Runs:
        """Return some of them."""
        walls = self.walls[np.repeat(chosen, self.counts)]
        return _Runs(self.one[chosen], self.other[chosen], walls, self.counts[chosen])


def _runs(network: Network, walls: Walls, is_good: NDArray[np.bool_]) -> _Runs:
    good = np.flatnonzero(is_good)
    if not len(good):
        nothing = np.zeros(0, np.int64)
        return _Runs(nothing, nothing, nothing, nothing)
    begins = np.searchsorted(walls.arcs, walls.arcs[good])
    n_walls = np.searchsorted(walls.arcs, walls.arcs[good], side="right") - begins
    is_last = np.append(walls.arcs[good][1:] != walls.arcs[good][:-1], True)
    first_of_arc = good[np.searchsorted(walls.arcs[good], walls.arcs[good])]
    other = np.where(is_last, first_of_arc, np.append(good[1:], 0))
    counts = np.where(is_last, first_of_arc + n_walls - good, other - good) - 1
    # Only rings go on where they end.
    counts = np.where(is_last & ~network.is_closed[walls.arcs[good]], 0, counts)
    at = ranges(good + 1 - begins, counts) % np.repeat(n_walls, counts) + np.repeat(begins, counts)
    return _Runs(good, other, at, counts).take(counts > 0)


def _giving_way(
    runs: _Runs,
    walls: Walls,
    kinds: NDArray[np.int64],
    normals: NDArray[np.float64],
    tolerance: NDArray[np.float64],
    corners: _Corners,
) -> _Runs:
    """Return runs that give way to the two walls beside them: a corner cut off or round, a step in what is one wall."""
    one, other = runs.one, runs.other
    begin = corners.places[corners.at_last[one]]
    end = corners.places[corners.at_first[other]]
    middle, limit = (begin + end) / 2, tolerance[one]
    chord = np.hypot(*(end - begin).T)
    # Where the lines of both meet, from the middle of the run.
    here = ((walls.middle[one] - middle) * normals[one]).sum(axis=1)
    there = ((walls.middle[other] - middle) * normals[other]).sum(axis=1)
    is_across = (kinds[one] - kinds[other]) % 4 == 2
    is_corner = is_across & (np.hypot(here, there) <= _FAR_CORNER * limit) & (chord <= _WIDE * limit)
    is_step = (kinds[one] == kinds[other]) & (np.abs(here - there) <= limit) & (chord <= _WIDE * limit) & (one != other)
    is_held = corners.is_junction | corners.is_fixed
    ends = np.concatenate([corners.at_first[runs.walls], corners.at_last[runs.walls]])
    of = np.tile(np.repeat(np.arange(len(one)), runs.counts), 2)
    n_held = np.bincount(of, is_held[ends], len(one))
    return runs.take((is_corner | is_step) & (n_held == 0))


def _meeting(
    walls: Walls,
    kinds: NDArray[np.int64],
    normals: NDArray[np.float64],
    frames: NDArray[np.int64],
    tolerance: NDArray[np.float64],
    corners: _Corners,
) -> NDArray[np.float64]:
    """Return where corners lie, float (v, 2): where the walls that end there meet."""
    lines, offsets, is_snapped = _lines(walls, kinds, normals, frames, tolerance, corners)
    rows = np.flatnonzero(is_snapped)
    corner = np.concatenate([corners.first[rows], corners.last[rows]])
    line, normal = np.tile(lines[rows], 2), np.tile(normals[rows], (2, 1))
    limit = np.tile(tolerance[rows], 2)
    # A wall that goes on in another counts once.
    _, once = np.unique(corner * (len(walls.arcs) + 1) + line, return_index=True)
    corner, line, normal = corner[once], line[once], normal[once]
    touched, at = np.unique(corner, return_inverse=True)
    places = corners.places.copy()
    was = places[touched]
    # From where the corner was, so that nothing large is taken from something large.
    at = at.reshape(-1)
    off = offsets[line] - (normal * was[at]).sum(axis=1)
    shift = _least_squares(at, normal, off, len(touched))
    most = np.zeros(len(places))
    np.maximum.at(most, np.concatenate([corners.first[rows], corners.last[rows]]), limit)
    moves = (np.hypot(*shift.T) <= _FARTHEST * most[touched]) & ~corners.is_fixed[touched]
    places[touched[moves]] += shift[moves]
    return places[corners.into]


def _least_squares(
    at: NDArray[np.int64], normal: NDArray[np.float64], off: NDArray[np.float64], n: int
) -> NDArray[np.float64]:
    """Return the n places (n, 2) nearest to lines, each `off` from where it begins along its normal."""
    x, y = normal.T
    a, b, c, u, v = (np.bincount(at, each, n).astype(np.float64) for each in (x * x, x * y, y * y, x * off, y * off))
    a, c = a + _PULL, c + _PULL
    scale = a * c - b * b
    return np.column_stack([(c * u - b * v) / scale, (a * v - b * u) / scale])


def _lines(
    walls: Walls,
    kinds: NDArray[np.int64],
    normals: NDArray[np.float64],
    frames: NDArray[np.int64],
    tolerance: NDArray[np.float64],
    corners: _Corners,
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.bool_]]:
    """Return the line of each wall, where lines lie along their normals, and which walls lie on theirs.

    Walls of one kind that end at one corner lie on one line; it is the best through all of them, by their lengths.
    """
    n = len(walls.arcs)
    rows = np.flatnonzero(kinds >= 0)
    ends = np.concatenate([corners.first[rows], corners.last[rows]])
    n_frames = int(frames.max()) + 1 if len(frames) else 1
    key = (ends * n_frames + np.tile(frames[rows], 2)) * 4 + np.tile(kinds[rows], 2)
    _, shared = np.unique(key, return_inverse=True)
    pairs = np.column_stack([np.tile(rows, 2), n + shared.reshape(-1)])
    group = groups_of(pairs, n + (int(shared.max()) + 1 if len(shared) else 0))[:n]
    along = (walls.middle * normals).sum(axis=1)
    weight = walls.length * (kinds >= 0)
    size = int(group.max()) + 1 if n else 0
    total = np.bincount(group, weight, size)
    offsets = np.bincount(group, weight * along, size) / np.where(total == 0, 1, total)
    is_near = np.abs(along - offsets[group]) <= _FAR * tolerance
    return group, offsets, (kinds >= 0) & is_near


def _redrawn(network: Network, walls: Walls, corners: _Corners, places: NDArray[np.float64]) -> Lines:
    """Return the arcs with their corners in their new places; those without walls keep all their points."""
    first_of_arc = np.searchsorted(walls.arcs, np.arange(len(network) + 1))
    n_walls = np.diff(first_of_arc)
    has_walls = n_walls > 0
    counts = np.where(has_walls, n_walls + 1, np.diff(network.starts))
    starts = starts_of(counts)
    vertices = np.empty(starts[-1], np.int64)
    kept = np.flatnonzero(~has_walls)
    vertices[ranges(starts[kept], counts[kept])] = network.vertices[ranges(network.starts[kept], counts[kept])]
    drawn = np.flatnonzero(has_walls)
    vertices[ranges(starts[drawn], n_walls[drawn])] = corners.at_first
    vertices[starts[drawn + 1] - 1] = corners.at_last[first_of_arc[drawn + 1] - 1]
    xy = places[vertices]
    return _without_idle(Lines(xy, starts), has_walls, network.is_closed)


def _without_idle(lines: Lines, has_walls: NDArray[np.bool_], is_closed: NDArray[np.bool_]) -> Lines:
    """Return lines without points that are there twice, or lie straight between the two beside them."""
    line = np.repeat(np.arange(len(lines.counts)), lines.counts)
    is_end = np.zeros(len(lines.xy), bool)
    is_end[lines.starts[:-1]] = is_end[lines.starts[1:] - 1] = True
    is_double = np.zeros(len(lines.xy), bool)
    is_double[1:] = (line[1:] == line[:-1]) & (lines.xy[1:] == lines.xy[:-1]).all(axis=1)
    stays = ~(is_double & has_walls[line] & ~is_end)
    lines = Lines(lines.xy[stays], starts_of(np.bincount(line[stays], minlength=len(lines.counts))))
    line = line[stays]
    is_end = is_end[stays]
    one, other = np.zeros_like(lines.xy), np.zeros_like(lines.xy)
    one[1:] = lines.xy[1:] - lines.xy[:-1]
    other[:-1] = lines.xy[1:] - lines.xy[:-1]
    product = np.hypot(*one.T) * np.hypot(*other.T)
    is_straight = np.abs(one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]) <= _STRAIGHT * product
    is_straight &= (one * other).sum(axis=1) > 0
    stays = is_end | ~has_walls[line] | ~is_straight
    lines = Lines(lines.xy[stays], starts_of(np.bincount(line[stays], minlength=len(lines.counts))))
    return _begun_at_corners(lines, np.flatnonzero(has_walls & is_closed & (lines.counts > 4)))


def _begun_at_corners(lines: Lines, closed: NDArray[np.int64]) -> Lines:
    """Return lines, of which the closed ones at some numbers begin at the next corner where they began in a wall."""
    begin, end = lines.starts[closed], lines.starts[closed + 1] - 1
    one, other = lines.xy[end] - lines.xy[end - 1], lines.xy[begin + 1] - lines.xy[begin]
    product = np.hypot(*one.T) * np.hypot(*other.T)
    is_straight = np.abs(one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]) <= _STRAIGHT * product
    begin, end = begin[is_straight], end[is_straight]
    xy = lines.xy.copy()
    xy[end] = xy[begin + 1]
    counts = lines.counts
    counts[closed[is_straight]] -= 1
    return Lines(np.delete(xy, begin, axis=0), starts_of(counts))
