"""The edges of pixels, linked into rings."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon

from engine.geo.compiled import compiled
from engine.geo.pixel_lists import BELOW, LEFT, RIGHT, TOUCHES, PixelLists, grouped
from engine.geo.ragged import ranges, starts_of

_ALONG = np.array([(0, 1), (1, 0), (0, -1), (-1, 0)])  # where the edges on the four sides run to, in x and y
_N_EDGES = np.array([bits.bit_count() for bits in range(16)])  # by the bits of a pixel's edges


@dataclass(frozen=True, eq=False)
class Rings:
    """Closed rings along the edges of pixels, edge by edge, those of one thing together and its shell first.

    A shell begins left of its first pixel in reading order and runs counterclockwise on the screen; a hole runs the
    other way.
    All coordinates are whole half pixels, x to the right and y down.

    Attributes:
        middles: int64 (n, 2), the middle of every unit edge; the first edge of a ring runs down.
        starts: int64 (m + 1,), where each ring begins in the list, and where the last ends.
        owners: int64 (m,), the number of the thing each ring belongs to, ascending.
        areas_px: float (m,), of the shell with all that is in it; below 0 for holes.
    """

    middles: NDArray[np.int64]
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
        """Return some of the rings, int64 (k,), ascending."""
        if len(numbers) == len(self):
            return self
        counts = self.counts[numbers]
        edges = ranges(self.starts[numbers], counts)
        return Rings(self.middles[edges], starts_of(counts), self.owners[numbers], self.areas_px[numbers])


def rings_of(
    pixels: PixelLists,
    numbers: NDArray[np.int32],
    edges: NDArray[np.uint8],
    n_things: int,
    origin: tuple[int, int],
) -> Rings:
    """Return the rings around pixels of one number each, those of each thing in the order of their first left edges.

    Where pixels touch at a corner the outline goes on to the one across the corner. So a shell never touches itself,
    and holes stay apart.

    Args:
        pixels: among them those of things.
        numbers: int32 (n,), from 0, -1 for pixels of no thing; those of one number hang together along their edges.
        edges: uint8 (n,), as from `PixelLists.edges`.
        n_things: how many numbers there are.
        origin: what to add to rows and columns for the coordinates that the rings shall have.
    """
    rims, starts = grouped(numbers, n_things, edges)
    n_edges = int(_N_EDGES[edges[rims]].sum())
    links = (pixels.above, pixels.below, pixels.ends)
    n_rings, middles, ring_starts, owners, areas_px = _walks(
        *links, numbers, edges, pixels.places, pixels.stride, rims, starts, n_edges, origin
    )
    return Rings(middles, ring_starts[: n_rings + 1], owners[:n_rings], areas_px[:n_rings])


@compiled
def _walks(
    above: NDArray[np.int32],
    below: NDArray[np.int32],
    ends: NDArray[np.uint8],
    numbers: NDArray[np.int32],
    edges: NDArray[np.uint8],
    places: NDArray[np.int64],
    stride: int,
    rims: NDArray[np.int32],
    starts: NDArray[np.int64],
    n_edges: int,
    origin: tuple[int, int],
) -> tuple[int, NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Return how many rings there are and what `Rings` holds, from the rim pixels of each thing."""
    middles = np.empty((n_edges, 2), np.int64)
    most = n_edges // 4 + 1  # no ring is shorter than that around one pixel
    ring_starts, owners, areas_px = np.zeros(most + 1, np.int64), np.empty(most, np.int64), np.zeros(most)
    is_walked = np.zeros(len(places), np.bool_)  # along the left edge: every ring has one
    steps = (-1, stride, 1, -stride)
    n_rings = edge = 0
    for thing in range(len(starts) - 1):
        rim = rims[starts[thing] : starts[thing + 1]]
        for first in rim:
            if is_walked[first] | ((edges[first] >> LEFT) & 1 == 0):
                continue
            pixel, side = int(first), LEFT
            x, y = 2 * (places[first] % stride + origin[1]), 2 * (places[first] // stride + origin[0])
            swept = 0
            while True:
                middles[edge, 0], middles[edge, 1] = x + _ALONG[side, 0], y + _ALONG[side, 1]
                edge += 1
                # Only upright edges sweep over an area: the right ones add what is left of them, the left ones take it
                # away.
                swept += x * (int(side == RIGHT) - int(side == LEFT))
                if side == LEFT:
                    is_walked[pixel] = True
                x, y = x + 2 * _ALONG[side, 0], y + 2 * _ALONG[side, 1]
                # Outlines run toward the next side, with the pixel on the left.
                ahead, turn = (side + 1) & 3, (side + 3) & 3
                if (edges[pixel] >> ahead) & 1:
                    across = _across(above, below, ends, numbers, pixel, ahead, side)
                    if (across < 0) & ((ends[pixel] >> TOUCHES) & 1 == 1):
                        across = _pixel_at(places, rim, places[pixel] + steps[ahead] + steps[side])
                    pixel, side = (across, turn) if across >= 0 else (pixel, ahead)
                else:
                    pixel = _next(above, below, ends, pixel, ahead)
                    if (edges[pixel] >> side) & 1 == 0:
                        pixel, side = _next(above, below, ends, pixel, side), turn
                if (pixel == first) & (side == LEFT):
                    break
            areas_px[n_rings] = swept / 2
            owners[n_rings] = thing
            n_rings += 1
            ring_starts[n_rings] = edge
    return n_rings, middles, ring_starts, owners, areas_px


@compiled
def _next(above: NDArray[np.int32], below: NDArray[np.int32], ends: NDArray[np.uint8], pixel: int, side: int) -> int:
    """Return the pixel on a side in the list, the same one where none is there."""
    # Without branches: what an outline does next cannot be foreseen.
    beside = (side - 1) * (1 - ((ends[pixel] >> side) & 1))
    along = below[pixel] if side == BELOW else above[pixel]
    return pixel + (along if side & 1 else beside)


@compiled
def _across(
    above: NDArray[np.int32],
    below: NDArray[np.int32],
    ends: NDArray[np.uint8],
    numbers: NDArray[np.int32],
    pixel: int,
    ahead: int,
    side: int,
) -> int:
    """Return the pixel of the same thing across the corner of two sides, by way of one beside it; -1 if there is none.

    One that touches the corner and has no pixel of the list beside it on either side is not found.
    """
    beside = _next(above, below, ends, pixel, ahead)
    if beside == pixel:
        beside, ahead, side = _next(above, below, ends, pixel, side), side, ahead
    across = _next(above, below, ends, beside, side)
    is_there = (beside != pixel) & (across != beside) & (numbers[across] == numbers[pixel])
    return across if is_there else -1


@compiled
def _pixel_at(places: NDArray[np.int64], pixels: NDArray[np.int32], place: int) -> int:
    """Return which of some pixels in reading order is at a place, -1 if none is."""
    low, high = 0, len(pixels)
    while low < high:
        middle = (low + high) // 2
        if places[pixels[middle]] < place:
            low = middle + 1
        else:
            high = middle
    return int(pixels[low]) if low < len(pixels) and places[pixels[low]] == place else -1


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
    return Rings((begins + ends) // 2, starts, np.zeros(len(rings), np.int64), areas_px)


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
    vertices, counts = _vertices(rings.middles, rings.starts)
    return polygons_of(vertices[: counts.sum()], counts, rings.owners)


@compiled
def _vertices(middles: NDArray[np.int64], starts: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return where rings turn, in pixels, and how often each does."""
    vertices, counts = np.empty((len(middles), 2)), np.zeros(len(starts) - 1, np.int64)
    n_vertices = 0
    for ring in range(len(starts) - 1):
        # The first edge runs down, and the last one ends where that begins.
        x, y = middles[starts[ring], 0], middles[starts[ring], 1] - 1
        last_x, last_y = x - middles[starts[ring + 1] - 1, 0], y - middles[starts[ring + 1] - 1, 1]
        for edge in range(starts[ring], starts[ring + 1]):
            along_x, along_y = middles[edge, 0] - x, middles[edge, 1] - y
            if (along_x != last_x) | (along_y != last_y):
                vertices[n_vertices, 0], vertices[n_vertices, 1] = x / 2, y / 2
                n_vertices += 1
                counts[ring] += 1
            x, y, last_x, last_y = x + 2 * along_x, y + 2 * along_y, along_x, along_y
    return vertices, counts


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
