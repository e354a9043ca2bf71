"""The edges of pixels, linked into rings."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon

from engine.geo.compiled import compiled
from engine.geo.pixel_lists import LEFT, RIGHT, PixelLists, grouped
from engine.geo.ragged import ranges, starts_of

_ALONG = np.array([(0, 1), (1, 0), (0, -1), (-1, 0)])  # where the edges on the four sides run to, in x and y
_LEFT_ONLY, _WALKED = 1 << LEFT, 1 << 4  # bits of a rim; the second is set when a ring has been along the left edge
_LEFT_OR_WALKED = _LEFT_ONLY | _WALKED


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


def rings_of(pixels: PixelLists, numbers: NDArray[np.int32], n_things: int, origin: tuple[int, int]) -> Rings:
    """Return the rings around pixels of one number each, those of each thing in the order of their first left edges.

    Where pixels touch at a corner the outline goes on to the one across the corner. So a shell never touches itself,
    and holes stay apart.

    Args:
        pixels: among them those of things.
        numbers: int32 (n,), from 0, -1 for pixels of no thing; those of one number hang together along their edges.
        n_things: how many numbers there are.
        origin: what to add to rows and columns for the coordinates that the rings shall have.
    """
    order, starts = grouped(numbers, n_things)
    rims, n_edges = _rims(pixels.neighbors, numbers)
    n_rings, middles, begins, ring_starts, owners, areas_px = _walks(
        pixels.neighbors, rims, pixels.places, pixels.stride, order, starts, n_edges, origin
    )
    return Rings(middles, begins, ring_starts[: n_rings + 1], owners[:n_rings], areas_px[:n_rings])


@compiled
def _rims(neighbors: NDArray[np.int32], numbers: NDArray[np.int32]) -> tuple[NDArray[np.uint8], int]:
    """Return on which sides pixels of things have an edge, a bit for each, and how many edges that is."""
    rims = np.zeros(len(numbers), np.uint8)
    n_edges = 0
    for pixel in range(len(numbers)):
        if numbers[pixel] >= 0:
            for side in range(4):
                step = neighbors[pixel, side]
                is_edge = (step == 0) | (numbers[pixel + step] != numbers[pixel])
                rims[pixel] |= is_edge << side
                n_edges += is_edge
    return rims, n_edges


@compiled
def _walks(
    neighbors: NDArray[np.int32],
    rims: NDArray[np.uint8],
    places: NDArray[np.int64],
    stride: int,
    order: NDArray[np.int32],
    starts: NDArray[np.int64],
    n_edges: int,
    origin: tuple[int, int],
) -> tuple[int, NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Return how many rings there are and what `Rings` holds, from the pixels of each thing in `order`."""
    middles, begins = np.empty((n_edges, 2), np.int64), np.empty((n_edges, 2), np.int64)
    most = n_edges // 4 + 1  # no ring is shorter than that around one pixel
    ring_starts, owners, areas_px = np.zeros(most + 1, np.int64), np.empty(most, np.int64), np.zeros(most)
    n_rings = edge = 0
    for thing in range(len(starts) - 1):
        of_thing = order[starts[thing] : starts[thing + 1]]
        for first in of_thing:
            if (rims[first] & _LEFT_OR_WALKED) != _LEFT_ONLY:  # every ring has a left edge
                continue
            pixel, side = int(first), LEFT
            x, y = 2 * (places[first] % stride + origin[1]), 2 * (places[first] // stride + origin[0])
            swept = 0
            while True:
                begins[edge, 0], begins[edge, 1] = x, y
                middles[edge, 0], middles[edge, 1] = x + _ALONG[side, 0], y + _ALONG[side, 1]
                edge += 1
                # Only upright edges sweep over an area: the right ones add what is left of them, the left ones take it
                # away.
                swept += x * (int(side == RIGHT) - int(side == LEFT))
                if side == LEFT:
                    rims[pixel] |= _WALKED
                x, y = x + 2 * _ALONG[side, 0], y + 2 * _ALONG[side, 1]
                pixel, side = _next_edge(neighbors, rims, places, stride, of_thing, pixel, side)
                if (pixel == first) & (side == LEFT):
                    break
            areas_px[n_rings] = swept / 2
            owners[n_rings] = thing
            n_rings += 1
            ring_starts[n_rings] = edge
    return n_rings, middles, begins, ring_starts, owners, areas_px


@compiled
def _next_edge(
    neighbors: NDArray[np.int32],
    rims: NDArray[np.uint8],
    places: NDArray[np.int64],
    stride: int,
    of_thing: NDArray[np.int32],
    pixel: int,
    side: int,
) -> tuple[int, int]:
    """Return the pixel and the side of the edge that follows another.

    Args:
        neighbors, places, stride: as in `PixelLists`.
        rims: as from `_rims`.
        of_thing: the pixels of the thing.
        pixel, side: of the edge.
    """
    ahead, turn = (side + 1) % 4, (side + 3) % 4  # outlines run toward the next side, with the pixel on the left
    if not (rims[pixel] >> ahead) & 1:
        straight = pixel + neighbors[pixel, ahead]
        if not (rims[straight] >> side) & 1:
            return straight + neighbors[straight, side], turn
        return straight, side
    # No pixel of the thing in between leads to the one aslant.
    steps = (-1, stride, 1, -stride)
    wanted = places[pixel] + steps[ahead] + steps[side]
    low, high = 0, len(of_thing)
    while low < high:
        middle = (low + high) // 2
        if places[of_thing[middle]] < wanted:
            low = middle + 1
        else:
            high = middle
    if low < len(of_thing) and places[of_thing[low]] == wanted:
        return int(of_thing[low]), turn
    return pixel, ahead


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
