"""The edges of pixels, linked into rings."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import csgraph, csr_array
from shapely import Polygon

from engine.geo.pieces import Canvas
from engine.geo.ragged import ranges, starts_of

# The four edges of a pixel in the order in which its outline runs, the pixel on the left hand: left, below, right,
# above. For each the middle and the beginning, as column and row past those of the pixel, in half pixels.
_MIDDLES = np.array([(0, 1), (1, 2), (2, 1), (1, 0)])
_BEGINS = np.array([(0, 0), (0, 2), (2, 2), (2, 0)])
_LEFT, _RIGHT = 0, 2


@dataclass(frozen=True, eq=False)
class Rings:
    """Closed rings along the edges of pixels, edge by edge, those of one thing together and its shell first.

    A shell begins left of its first pixel in reading order and runs counterclockwise on the screen; a hole runs the
    other way.
    All coordinates are whole half pixels, x to the right and y down.

    Attributes:
        middles: int64 (n, 2), the middle of every unit edge.
        begins: int64 (n, 2), where every edge begins: a corner of pixels.
        starts: int64 (m + 1,), where each ring begins in the list, and where the last ends.
        owners: int64 (m,), the number of the thing each ring belongs to, ascending.
        areas_px: float (m,), of the shell with all that is in it; below 0 for holes.
    """

    middles: NDArray[np.int64]
    begins: NDArray[np.int64]
    starts: NDArray[np.int64]
    owners: NDArray[np.int64]
    areas_px: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.owners)

    @property
    def counts(self) -> NDArray[np.int64]:
        """Return how many edges each ring has."""
        return np.diff(self.starts)

    def take(self, numbers: NDArray[np.int64]) -> Rings:
        """Return some of the rings."""
        counts = self.counts[numbers]
        edges = ranges(self.starts[numbers], counts)
        return Rings(
            self.middles[edges], self.begins[edges], starts_of(counts), self.owners[numbers], self.areas_px[numbers]
        )


def rings_of(
    canvas: Canvas, places: NDArray[np.int64], numbers: NDArray[np.int32], origins: NDArray[np.int64]
) -> Rings:
    """Return the rings around pixels of one number each.

    Args:
        canvas: where the pixels have their places.
        places: int64 (n,), in reading order.
        numbers: int32 (n,), from 0; pixels of one number hang together along their edges.
        origins: int64 (m, 2), for each number what to add to rows and columns of the canvas for the coordinates that
            its rings shall have.
    """
    edges = _Edges(canvas, places, numbers)
    order, starts = _rounds(edges.links())
    pixel, side = edges.rim[edges.pixel[order]], edges.side[order]
    rows, cols = canvas.rows_cols(places[pixel])
    of_thing = origins[numbers[pixel]]
    corners = 2 * np.column_stack([cols + of_thing[:, 1], rows + of_thing[:, 0]])
    middles, begins = corners + _MIDDLES[side], corners + _BEGINS[side]
    # Only upright edges sweep over an area: the right ones add what is left of them, the left ones take it away.
    swept = np.where(side == _RIGHT, cols + 1.0, np.where(side == _LEFT, -cols, 0.0))
    areas_px = np.add.reduceat(swept, starts[:-1]) if len(order) else np.zeros(0)
    owners = numbers[pixel[starts[:-1]]].astype(np.int64)
    found = Rings(middles, begins, starts, owners, areas_px)
    # Rings come in the order of their first left edges, and that of a thing's first pixel is its shell's.
    return found.take(np.argsort(owners, kind="stable"))


class _Edges:
    """The edges between pixels of different numbers: whose they are, and which follows which."""

    def __init__(self, canvas: Canvas, places: NDArray[np.int64], numbers: NDArray[np.int32]) -> None:
        self._at = canvas.filled(places, numbers + 1)
        has_edge = self._sides(places, numbers, canvas.stride)
        self.rim = np.flatnonzero(has_edge.any(axis=0))
        self._places, self._numbers, self._stride = places[self.rim], numbers[self.rim], canvas.stride
        # From here on rim pixels are known by their number among themselves, below 0; others are never asked for.
        self._at[self._places] = -np.arange(1, len(self.rim) + 1, dtype=np.int32)
        has_edge = has_edge[:, self.rim]
        self.side, self.pixel = np.nonzero(has_edge)
        self._edge_of = np.cumsum(has_edge, dtype=np.int32).reshape(has_edge.shape) - 1

    def _sides(self, places: NDArray[np.int64], numbers: NDArray[np.int32], stride: int) -> NDArray[np.bool_]:
        """Return on which sides pixels have another number beside them or none, bool (4, n)."""
        has_edge = np.ones((4, len(places)), bool)
        np.logical_or(places[1:] - places[:-1] != 1, numbers[1:] != numbers[:-1], out=has_edge[0, 1:])
        np.not_equal(self._at[places + stride], numbers + 1, out=has_edge[1])
        has_edge[2, :-1] = has_edge[0, 1:]
        np.not_equal(self._at[places - stride], numbers + 1, out=has_edge[3])
        return has_edge

    def links(self) -> NDArray[np.int64]:
        """Return the edge that follows each.

        Where pixels of one number touch at a corner the outline goes on to the one across the corner. So a shell
        never touches itself, and holes stay apart.
        """
        steps = np.array([self._stride, 1, -self._stride, -1])  # along the four edges
        bounds = np.searchsorted(self.side, np.arange(5))
        links = np.empty(len(self.pixel), np.int64)
        for side, (begin, end) in enumerate(itertools.pairwise(bounds)):
            pixel = self.pixel[begin:end]
            ahead = self._places[pixel] + steps[side]
            on = self._edge_of[(side + 1) % 4, pixel]
            for follower, place in ((side, ahead), (side - 1, ahead + steps[side - 1])):
                there = -self._at[place] - 1
                is_same = (there >= 0) & (self._numbers[there] == self._numbers[pixel])
                on = np.where(is_same, self._edge_of[follower, there], on)
            links[begin:end] = on
        return links


def _rounds(links: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return all edges in the order of their rings, each from its smallest number on, and where rings begin."""
    n = len(links)
    if not n:
        return np.zeros(0, np.int64), np.zeros(1, np.int64)
    everyone = np.arange(n)
    graph = csr_array((np.ones(n), links, np.arange(n + 1)), shape=(n, n))
    n_rings, ring = csgraph.connected_components(graph, directed=False)
    leader = np.empty(n_rings, np.int64)
    leader[ring[::-1]] = everyone[::-1]
    # All rings cut open before their leaders and hung one behind the other are one line, which one walk follows.
    last = np.empty(n, np.int64)
    last[links] = everyone
    last = last[leader]
    line = links.copy()
    line[last[:-1]] = leader[1:]
    line[last[-1]] = last[-1]  # to itself: the end
    chain = csr_array((np.ones(n), line, np.arange(n + 1)), shape=(n, n))
    order = csgraph.depth_first_order(chain, leader[0], return_predecessors=False).astype(np.int64)
    return order, starts_of(np.bincount(ring, minlength=n_rings))


def rings_of_polygon(polygon: Polygon) -> Rings:
    """Return the rings of a polygon that follows the edges of pixels."""
    lines = [polygon.exterior, *polygon.interiors]
    areas_px = np.array([Polygon(line).area for line in lines]) * np.append(1, np.full(len(lines) - 1, -1))
    rings = [
        _pixel_corners(shapely.get_coordinates(line), area_px) for line, area_px in zip(lines, areas_px, strict=True)
    ]
    begins = 2 * np.concatenate(rings)
    ends = 2 * np.concatenate([np.roll(ring, -1, axis=0) for ring in rings])
    starts = starts_of(np.array([len(ring) for ring in rings]))
    return Rings((begins + ends) // 2, begins, starts, np.zeros(len(rings), np.int64), areas_px)


def _pixel_corners(closed: NDArray[np.float64], area_px: float) -> NDArray[np.int64]:
    """Return the corners of pixels along a ring, int64 (n, 2): the way that rings run, from where they begin."""
    ring = np.rint(closed).astype(np.int64)
    x, y = ring.T
    if (np.sum(x[1:] * np.diff(y)) > 0) == (area_px > 0):
        ring = ring[::-1]
    steps = np.diff(ring, axis=0)
    n_edges = np.abs(steps).sum(axis=1)
    along = ranges(np.zeros_like(n_edges), n_edges)
    corners = np.repeat(ring[:-1], n_edges, axis=0) + np.repeat(np.sign(steps), n_edges, axis=0) * along[:, None]
    is_left = np.repeat(steps[:, 1] > 0, n_edges)
    first = np.lexsort((corners[:, 0], corners[:, 1], ~is_left))[0]
    return np.roll(corners, -first, axis=0)


def pixel_polygons(rings: Rings) -> NDArray[np.object_]:
    """Return one polygon per thing that has a ring, with its holes, along the edges of pixels and valid."""
    if not len(rings):
        return np.zeros(0, object)
    before = np.arange(len(rings.middles)) - 1
    before[rings.starts[:-1]] = rings.starts[1:] - 1
    # A vertex is where an edge does not go on in the direction of the one before.
    turn = (rings.middles - rings.begins) != (rings.middles[before] - rings.begins[before])
    is_vertex = turn.any(axis=1)
    n_vertices = np.add.reduceat(is_vertex.astype(np.int64), rings.starts[:-1])
    return polygons_of(rings.begins[is_vertex] / 2, n_vertices, rings.owners)


def polygons_of(
    vertices: NDArray[np.float64], counts: NDArray[np.int64], owners: NDArray[np.int64]
) -> NDArray[np.object_]:
    """Return the polygons of rings: shells first, then holes; empty where a shell has fewer than three vertices.

    Args:
        vertices: float (n, 2), ring by ring, none closed.
        counts: int64 (m,), the vertices of each ring.
        owners: int64 (m,), ascending: the polygon of each ring.
    """
    is_shell = np.diff(owners, prepend=-1) > 0
    number = np.cumsum(is_shell) - 1
    is_sound = counts >= 3
    has_shell = is_sound[is_shell]
    used = is_sound & has_shell[number]
    polygons = np.full(int(is_shell.sum()), Polygon(), object)
    if used.any():
        kept = np.repeat(used, counts)
        lines = shapely.linearrings(vertices[kept], indices=np.repeat(np.arange(int(used.sum())), counts[used]))
        shapely.polygons(lines, indices=number[used], out=polygons)
    return polygons
