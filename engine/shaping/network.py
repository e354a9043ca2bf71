"""Polygons taken apart into arcs: runs of edges from one junction to the next, each there once for both neighbors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.geo.ragged import ranges, starts_of
from engine.geo.rings import polygons_of


@dataclass(frozen=True, eq=False)
class Outlines:
    """The rings of polygons, none closed, those of one polygon together and its shell first.

    `xy` float (n, 2), `starts` int (m + 1,) of the rings, `owners` int (m,) the polygon of each, ascending.
    """

    xy: NDArray[np.float64]
    starts: NDArray[np.int64]
    owners: NDArray[np.int64]
    n_polygons: int

    @classmethod
    def of(cls, polygons: NDArray[np.object_]) -> Outlines:
        """Return the rings of polygons (n,), without points that are there twice in a row."""
        rings, owners = shapely.get_rings(polygons, return_index=True)
        xy, ring = shapely.get_coordinates(rings, return_index=True)
        is_new = np.ones(len(xy), bool)
        is_new[1:] = (ring[1:] != ring[:-1]) | (xy[1:] != xy[:-1]).any(axis=1)
        xy, ring = xy[is_new], ring[is_new]
        is_last = np.append(ring[1:] != ring[:-1], True) if len(ring) else np.zeros(0, bool)
        counts = np.bincount(ring[~is_last], minlength=len(rings)).astype(np.int64)
        return cls(xy[~is_last] + 0.0, starts_of(counts), owners.astype(np.int64), len(polygons))

    @property
    def counts(self) -> NDArray[np.int64]:
        """Return how many points each ring has."""
        return np.diff(self.starts)

    def polygons(self) -> NDArray[np.object_]:
        """Return the polygons (n,); empty where a shell has fewer than three points. Holes with fewer are left out."""
        return polygons_of(self.xy, self.counts, self.owners)


@dataclass(frozen=True, eq=False)
class Lines:
    """Lines of points with both ends, `xy` float (n, 2), `starts` int (m + 1,); closed ones end where they begin."""

    xy: NDArray[np.float64]
    starts: NDArray[np.int64]

    @property
    def counts(self) -> NDArray[np.int64]:
        """Return how many points each has."""
        return np.diff(self.starts)

    def take(self, numbers: NDArray[np.int64]) -> Lines:
        """Return some of them."""
        counts = self.counts[numbers]
        return Lines(self.xy[ranges(self.starts[numbers], counts)], starts_of(counts))

    def mixed(self, others: Lines, takes_other: NDArray[np.bool_]) -> Lines:
        """Return as many lines, some of which are those of `others`."""
        counts = np.where(takes_other, others.counts, self.counts)
        firsts = np.where(takes_other, others.starts[:-1] + len(self.xy), self.starts[:-1])
        return Lines(np.concatenate([self.xy, others.xy])[ranges(firsts, counts)], starts_of(counts))


@dataclass(frozen=True, eq=False)
class Network:
    """Arcs, and the rings that are made of them.

    Attributes:
        points: float (v, 2), every place where an outline has a point, once.
        vertices: int (k,), the points along arcs, arc by arc, both ends included.
        starts: int (a + 1,), where arcs begin.
        is_closed: bool (a,), whole rings that meet nothing at any point.
        uses: int (u,), the arcs of all rings, one after the other.
        is_back: bool (u,), whether the ring runs through the arc from its end.
        use_starts: int (m + 1,), where each ring's arcs begin in `uses`.
        owners: int (m,), the polygon of each ring.
        n_polygons: how many there are.
    """

    points: NDArray[np.float64]
    vertices: NDArray[np.int64]
    starts: NDArray[np.int64]
    is_closed: NDArray[np.bool_]
    uses: NDArray[np.int64]
    is_back: NDArray[np.bool_]
    use_starts: NDArray[np.int64]
    owners: NDArray[np.int64]
    n_polygons: int

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def lines(self) -> Lines:
        """Return the arcs as they are."""
        return Lines(self.points[self.vertices], self.starts)

    @property
    def users(self) -> NDArray[np.int64]:
        """Return the polygon of each of `uses`."""
        return np.repeat(self.owners, np.diff(self.use_starts))

    def outlines(self, lines: Lines) -> Outlines:
        """Return the rings, made of lines (a,) in place of the arcs."""
        counts = lines.counts[self.uses] - 1  # the next arc begins where this one ends
        firsts, lasts = lines.starts[self.uses], lines.starts[self.uses + 1] - 1
        along = ranges(np.zeros_like(counts), counts)
        step = np.repeat(np.where(self.is_back, -1, 1), counts)
        at = np.repeat(np.where(self.is_back, lasts, firsts), counts) + step * along
        per_ring = np.diff(starts_of(counts)[self.use_starts])
        return Outlines(lines.xy[at], starts_of(per_ring), self.owners, self.n_polygons)

    def arcs_of(self, is_chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return which arcs (a,) belong to any of the chosen polygons (n,)."""
        found = np.zeros(len(self), bool)
        found[self.uses[is_chosen[self.users]]] = True
        return found

    def arcs_between(self, numbers: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return which arcs (a,) lie between two polygons that have no number in common, of several (n, k) each."""
        found = np.zeros(len(self), bool)
        order = np.argsort(self.uses, kind="stable")
        arcs, users = self.uses[order], self.users[order]
        is_first = np.append(True, arcs[1:] != arcs[:-1]) if len(arcs) else np.zeros(0, bool)
        is_last = np.append(is_first[1:], True) if len(arcs) else is_first
        one, other = users[is_first], users[is_last]
        found[arcs[is_first]] = (numbers[one] != numbers[other]).all(axis=1)
        return found

    def least_of_arcs(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return for each arc the smallest of the values (n,) of its polygons."""
        least = np.full(len(self), np.inf)
        np.minimum.at(least, self.uses, values[self.users])
        return least


def network_of(outlines: Outlines, *, apart: bool = False) -> Network:
    """Return the arcs of outlines; with `apart` no polygon has anything to do with another."""
    points, ids = _distinct(outlines, apart)
    following = _following(outlines)
    is_cut, is_free = _cuts(outlines, points, ids, following)
    begins = np.flatnonzero(is_cut)
    ring = np.searchsorted(outlines.starts, begins, side="right") - 1
    counts = outlines.counts[ring]
    # To the next cut of the same ring, the first one again after the last.
    is_last = np.append(ring[1:] != ring[:-1], True) if len(ring) else np.zeros(0, bool)
    first_of_ring = begins[np.searchsorted(ring, ring)]
    n_edges = np.where(is_last, first_of_ring + counts - begins, np.append(begins[1:], 0) - begins)
    at = ranges(begins, n_edges + 1)
    base, size = outlines.starts[ring], counts
    at = (at - np.repeat(base, n_edges + 1)) % np.repeat(size, n_edges + 1) + np.repeat(base, n_edges + 1)
    along, starts = ids[at], starts_of(n_edges + 1)
    first, second = along[starts[:-1]], along[starts[:-1] + 1]
    last, last_but_one = along[starts[1:] - 1], along[starts[1:] - 2]
    is_back = (last < first) | ((last == first) & (last_but_one < second))
    key = np.where(is_back, last, first) * (len(points) + 1) + np.where(is_back, last_but_one, second)
    _, chosen, uses = np.unique(key, return_index=True, return_inverse=True)
    arcs, arc_counts = _run_forward(along, starts, is_back, chosen)
    per_ring = np.bincount(ring, minlength=len(outlines.owners))
    return Network(
        points,
        arcs,
        starts_of(arc_counts),
        is_free[begins[chosen]],
        uses.reshape(-1).astype(np.int64),
        is_back,
        starts_of(per_ring.astype(np.int64)),
        outlines.owners,
        outlines.n_polygons,
    )


def _distinct(outlines: Outlines, apart: bool) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return every place once, in order of x and y, and the number of each point's place."""
    if not len(outlines.xy):
        return outlines.xy, np.zeros(0, np.int64)
    columns = [outlines.xy[:, 1], outlines.xy[:, 0]]
    if apart:
        columns.insert(0, np.repeat(outlines.owners, outlines.counts).astype(np.float64))
    order = np.lexsort(columns)
    is_new = np.zeros(len(order), bool)
    is_new[0] = True
    for column in columns:
        is_new[1:] |= column[order[1:]] != column[order[:-1]]
    ids = np.empty(len(order), np.int64)
    ids[order] = np.cumsum(is_new) - 1
    return outlines.xy[order[is_new]], ids


def _following(outlines: Outlines) -> NDArray[np.int64]:
    following = np.arange(1, len(outlines.xy) + 1)
    is_full = outlines.counts > 0
    following[outlines.starts[1:][is_full] - 1] = outlines.starts[:-1][is_full]
    return following


def _cuts(
    outlines: Outlines, points: NDArray[np.float64], ids: NDArray[np.int64], following: NDArray[np.int64]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return at which points rings are cut, and which points are on rings that have no junction."""
    n = len(points)
    other = ids[following]
    edges = np.sort(np.minimum(ids, other) * n + np.maximum(ids, other))  # sorted: faster than np.unique
    edges = edges[np.append(True, edges[1:] != edges[:-1])] if len(edges) else edges
    degrees = np.bincount(edges // max(n, 1), minlength=n) + np.bincount(edges % max(n, 1), minlength=n)
    is_cut = degrees[ids] != 2
    ring = np.repeat(np.arange(len(outlines.owners)), outlines.counts)
    has_cut = np.zeros(len(outlines.owners), bool)
    has_cut[ring[is_cut]] = True
    is_free = ~has_cut[ring]
    is_cut[_farthest(outlines, ids, np.flatnonzero(~has_cut & (outlines.counts > 0)))] = True
    return is_cut, is_free


def _farthest(outlines: Outlines, ids: NDArray[np.int64], rings: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the point of each ring that lies farthest from the middle of its bounds: a corner in most shapes.

    It depends on the shape alone, not on where the ring begins or which way it runs.
    """
    if not len(rings):
        return np.zeros(0, np.int64)
    counts = outlines.counts[rings]
    at = ranges(outlines.starts[rings], counts)
    inside = starts_of(counts)[:-1]
    xy = outlines.xy[at]
    middle = (np.minimum.reduceat(xy, inside) + np.maximum.reduceat(xy, inside)) / 2
    off = ((xy - np.repeat(middle, counts, axis=0)) ** 2).sum(axis=1)
    # Of those that are about as far the first in order of x and y, so that rounding decides nothing.
    is_far = off >= np.repeat(np.maximum.reduceat(off, inside), counts) * (1 - 1e-9)
    numbers = np.where(is_far, ids[at], np.iinfo(np.int64).max)
    hits = np.flatnonzero(numbers == np.repeat(np.minimum.reduceat(numbers, inside), counts))
    return at[hits[np.searchsorted(hits, inside)]]


def _run_forward(
    along: NDArray[np.int64], starts: NDArray[np.int64], is_back: NDArray[np.bool_], chosen: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the chosen runs, those that run back turned around, and how long each is."""
    counts = np.diff(starts)[chosen]
    back = is_back[chosen]
    first = np.where(back, starts[chosen + 1] - 1, starts[chosen])
    at = np.repeat(first, counts) + np.repeat(np.where(back, -1, 1), counts) * ranges(np.zeros_like(counts), counts)
    return along[at], counts
