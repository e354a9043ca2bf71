"""New outlines are taken where they are sound; elsewhere the old ones stay, for both neighbors of a wall."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.shaping.network import Lines, Network
from engine.shaping.pairs import groups_of, newly_overlapping
from engine.shaping.swept import swept_areas

_ROUNDS = 6  # in which single polygons are taken back; then all that hang together with a bad one


@dataclass(frozen=True, eq=False)
class Before:
    """What was there: the arcs, and their polygons (n,)."""

    network: Network
    polygons: NDArray[np.object_]


def accepted(before: Before, lines: Lines, *, least_iou: float = 0.0, apart: bool = False) -> NDArray[np.object_]:
    """Return the polygons (n,) that lines in the place of arcs make, as far as these are sound.

    A polygon is sound if it is valid, has `least_iou` with what it was and lies in no neighbor in which it did not lie
    before. Of one that is not, all arcs stay as they were, and so does what its neighbors share with it.

    Args:
        before: what was there.
        lines: one for each arc.
        least_iou: from 0 to 1.
        apart: polygons have nothing to do with each other, and may overlap.
    """
    network = before.network
    old = network.lines
    is_old = _are_equal(old, lines)
    polygons = before.polygons.copy()
    doubtful = _changed(network, is_old)
    unseen = doubtful if not apart else doubtful[:0]  # of these nobody knows yet in whom they lie
    for number in count():
        polygons[doubtful] = network.outlines(lines).polygons()[doubtful] if len(doubtful) else None
        bad = _unsound(before, lines, polygons, doubtful, least_iou)
        if not len(bad):  # overlaps take longest, so they are looked for when all else is well
            bad, unseen = newly_overlapping(before.polygons, polygons, unseen), doubtful[:0]
        if not len(bad):
            break
        chosen = np.zeros(len(polygons), bool)
        chosen[bad] = True
        if number >= _ROUNDS:
            groups = _groups(network)
            chosen = np.isin(groups, groups[chosen])
        back = network.arcs_of(chosen) & ~is_old
        is_old |= back
        lines, pinned = _pinned(network, lines.mixed(old, is_old), is_old)
        doubtful = np.unique(network.users[(back | pinned)[network.uses]])
        # What goes back may come to lie in what has moved there meanwhile.
        unseen = unseen if apart else np.union1d(unseen, doubtful)
        polygons[chosen] = before.polygons[chosen]  # so no round finds them again, and there is a last one
        doubtful = doubtful[~chosen[doubtful]]
    is_changed = np.zeros(len(polygons), bool)
    is_changed[_changed(network, _are_equal(old, lines))] = True
    return np.where(is_changed, polygons, before.polygons)


def _are_equal(old: Lines, new: Lines) -> NDArray[np.bool_]:
    is_same = old.counts == new.counts
    rows = np.flatnonzero(is_same)
    differs = (old.take(rows).xy != new.take(rows).xy).any(axis=1)
    is_same[rows[np.unique(np.repeat(np.arange(len(rows)), old.counts[rows])[differs])]] = False
    return np.asarray(is_same)


def _changed(network: Network, is_old: NDArray[np.bool_]) -> NDArray[np.int64]:
    return np.unique(network.users[~is_old[network.uses]])


def _unsound(
    before: Before,
    lines: Lines,
    after: NDArray[np.object_],
    doubtful: NDArray[np.int64],
    least_iou: float,
) -> NDArray[np.int64]:
    """Return which of the doubtful polygons cannot stay, by number, whatever lies around them."""
    new, old = after[doubtful], before.polygons[doubtful]
    is_bad = shapely.is_empty(new) | ~shapely.is_valid(new)
    if least_iou > 0:
        # Most have moved so little that cutting them, which takes longest of all, would say nothing new.
        both = shapely.area(new) + shapely.area(old)
        most_apart = _most_apart(before.network, lines, doubtful)
        rows = np.flatnonzero(~is_bad & (both - most_apart < least_iou * (both + most_apart)))
        common = shapely.area(shapely.intersection(new[rows], old[rows]))
        is_bad[rows] = common < least_iou * (shapely.area(new[rows]) + shapely.area(old[rows]) - common)
    return doubtful[is_bad]


def _most_apart(network: Network, lines: Lines, numbers: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return at most how much ground some polygons have that they had not before, and the other way round."""
    is_asked = np.zeros(network.n_polygons, bool)
    is_asked[numbers] = True
    arcs = np.flatnonzero(network.arcs_of(is_asked))
    swept = np.zeros(len(network))
    swept[arcs] = swept_areas(network.lines.take(arcs), lines.take(arcs))
    return np.asarray(np.bincount(network.users, swept[network.uses], network.n_polygons)[numbers], np.float64)


def _pinned(network: Network, lines: Lines, is_old: NDArray[np.bool_]) -> tuple[Lines, NDArray[np.bool_]]:
    """Return lines whose ends lie where those of old arcs are, and which of them this has changed."""
    is_fixed = np.zeros(len(network.points), bool)
    is_fixed[network.vertices[np.repeat(is_old, np.diff(network.starts))]] = True
    xy = lines.xy.copy()
    pinned = np.zeros(len(network), bool)
    for vertex, place in (
        (network.vertices[network.starts[:-1]], lines.starts[:-1]),
        (network.vertices[network.starts[1:] - 1], lines.starts[1:] - 1),
    ):
        wrong = is_fixed[vertex] & (xy[place] != network.points[vertex]).any(axis=1)
        xy[place[wrong]] = network.points[vertex[wrong]]
        pinned |= wrong
    return Lines(xy, lines.starts), pinned


def _groups(network: Network) -> NDArray[np.int64]:
    """Return the group (n,) of polygons that each hangs together with at any point."""
    n = network.n_polygons
    first, last = network.vertices[network.starts[:-1]], network.vertices[network.starts[1:] - 1]
    ends = np.concatenate([first[network.uses], last[network.uses]])
    pairs = np.column_stack([np.tile(network.users, 2), n + ends])
    return groups_of(pairs, n + len(network.points))[:n]
