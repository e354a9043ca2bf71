"""How much of each pixel polygons cover, exactly: areas between outlines and pixels, not points in polygons."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.geo.ragged import ranges, starts_of
from engine.geo.window import Window

_LEAST_COVER = 1e-7  # of a pixel; less is the noise of rounding


@dataclass(frozen=True, eq=False)
class Cover:
    """Pixels of a window that polygons cover, polygon by polygon, in reading order.

    Attributes:
        owners: int64 (k,), the polygon's number, ascending.
        rows, cols: int64 (k,), the pixel in the window.
        shares: float (k,), how much of the pixel is covered, above 0 up to 1.
        n: how many polygons there are, also those that cover nothing.
    """

    owners: NDArray[np.int64]
    rows: NDArray[np.int64]
    cols: NDArray[np.int64]
    shares: NDArray[np.float64]
    n: int

    def __len__(self) -> int:
        return len(self.owners)

    def take(self, chosen: NDArray[np.bool_]) -> Cover:
        """Return some of the pixels."""
        return Cover(self.owners[chosen], self.rows[chosen], self.cols[chosen], self.shares[chosen], self.n)

    @property
    def starts(self) -> NDArray[np.int64]:
        """Return where each polygon's pixels begin, and where the last one's end, int64 (n + 1,)."""
        return np.searchsorted(self.owners, np.arange(self.n + 1)).astype(np.int64)


def cover(polygons: NDArray[np.object_], window: Window) -> Cover:
    """Return what (multi)polygons (n,), valid and in pixel coordinates, cover of the pixels of a window."""
    inside = _cut(polygons, window)
    rings, owners, signs = _rings(inside)
    boxes = _Boxes.around(inside, window)
    heights = np.zeros(boxes.starts[-1] + 1)
    if len(rings):
        edges, of_ring = _edges(rings)
        if len(edges):
            _sweep(edges, owners[of_ring], signs[of_ring], boxes, heights)
    # What an edge sweeps over counts from its pixel on to the right. Rings are closed, so every row ends at 0.
    shares = np.cumsum(heights)[:-1]
    at = np.flatnonzero(shares > _LEAST_COVER)
    owner = np.searchsorted(boxes.starts, at, side="right") - 1
    rows, cols = np.divmod(at - boxes.starts[owner], boxes.cols[owner] + 1)
    return Cover(
        owner.astype(np.int64),
        rows + boxes.tops[owner] - window.row,
        cols + boxes.lefts[owner] - window.col,
        np.minimum(shares[at], 1.0),
        len(polygons),
    )


@dataclass(frozen=True, eq=False)
class _Boxes:
    """The pixels around each polygon; each row has one more, into which outlines at its right edge spill.

    Attributes:
        tops, lefts, rows, cols: int64 (n,), first row, first column, and how many of each.
        starts: int64 (n + 1,), where the pixels of each begin in one long row of them all.
    """

    tops: NDArray[np.int64]
    lefts: NDArray[np.int64]
    rows: NDArray[np.int64]
    cols: NDArray[np.int64]
    starts: NDArray[np.int64]

    @classmethod
    def around(cls, polygons: NDArray[np.object_], window: Window) -> _Boxes:
        """Return those of polygons inside a window."""
        bounds = shapely.bounds(polygons).reshape(-1, 4)
        bounds[np.isnan(bounds[:, 0])] = (window.col, window.row, window.col, window.row)
        lefts, tops = np.floor(bounds[:, :2]).astype(np.int64).T
        rights, bottoms = np.ceil(bounds[:, 2:]).astype(np.int64).T
        cols, rows = rights - lefts, bottoms - tops
        return cls(tops, lefts, rows, cols, starts_of((cols + 1) * rows))


def _cut(polygons: NDArray[np.object_], window: Window) -> NDArray[np.object_]:
    """Return the parts of the polygons inside the window."""
    x0, y0, x1, y1 = shapely.bounds(polygons).reshape(-1, 4).T
    is_inside = (x0 >= window.col) & (y0 >= window.row) & (x1 <= window.col_stop) & (y1 <= window.row_stop)
    outer = np.flatnonzero(~is_inside & ~shapely.is_empty(polygons))
    if not len(outer):
        return polygons
    answer = polygons.copy()
    frame = shapely.box(window.col, window.row, window.col_stop, window.row_stop)
    answer[outer] = shapely.intersection(polygons[outer], frame)
    return answer


def _rings(
    polygons: NDArray[np.object_],
) -> tuple[NDArray[np.object_], NDArray[np.int64], NDArray[np.float64]]:
    """Return all rings, whose they are, and 1 or -1 so that shells add ground and holes take it away."""
    parts, numbers = shapely.get_parts(polygons, return_index=True)
    is_areal = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    parts, numbers = parts[is_areal], numbers[is_areal]
    rings, of_part = shapely.get_rings(parts, return_index=True)
    is_shell = np.diff(of_part, prepend=-1) > 0
    # An edge along which y grows adds the ground right of it, so shells have to go clockwise as GEOS has it.
    signs = np.where(shapely.is_ccw(rings) == is_shell, -1.0, 1.0)
    return rings, numbers[of_part], signs


def _edges(rings: NDArray[np.object_]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return the edges that are not level, (k, 4) as x0, y0, x1, y1, and the ring of each."""
    points, of_ring = shapely.get_coordinates(rings, return_index=True)
    edges = np.hstack([points[:-1], points[1:]])
    kept = (of_ring[:-1] == of_ring[1:]) & (edges[:, 1] != edges[:, 3])
    return edges[kept], of_ring[:-1][kept]


def _sweep(
    edges: NDArray[np.float64],
    owners: NDArray[np.int64],
    signs: NDArray[np.float64],
    boxes: _Boxes,
    heights: NDArray[np.float64],
) -> None:
    """Add to each pixel the ground right of the pieces of edges in it, and to the next one what is left of them."""
    pieces, number = _cut_at_pixels(edges)
    x0, y0, x1, y1 = pieces.T
    rise = (y1 - y0) * signs[number]
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    owner = owners[number]
    col = np.clip(np.floor(middle_x).astype(np.int64) - boxes.lefts[owner], 0, boxes.cols[owner])
    row = np.clip(np.floor(middle_y).astype(np.int64) - boxes.tops[owner], 0, boxes.rows[owner] - 1)
    at = boxes.starts[owner] + row * (boxes.cols[owner] + 1) + col
    left_share = middle_x - boxes.lefts[owner] - col
    heights += np.bincount(at, rise * (1 - left_share), len(heights))
    heights += np.bincount(at + 1, rise * left_share, len(heights))


def _cut_at_pixels(edges: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return edges (k, 4) cut wherever they leave a pixel, and the number of the edge that each piece is of."""
    begin, step = edges[:, :2], edges[:, 2:] - edges[:, :2]
    low = np.floor(np.minimum(edges[:, :2], edges[:, 2:])).astype(np.int64) + 1
    n_lines = np.maximum(np.ceil(np.maximum(edges[:, :2], edges[:, 2:])).astype(np.int64) - low, 0)  # (k, 2)
    cut_edges, cut_places = [np.arange(len(edges))], [np.zeros(len(edges))]
    for axis in (0, 1):
        number = np.repeat(np.arange(len(edges)), n_lines[:, axis])
        lines = ranges(low[:, axis], n_lines[:, axis])
        cut_edges.append(number)
        cut_places.append((lines - begin[number, axis]) / step[number, axis])
    number, place = np.concatenate(cut_edges), np.clip(np.concatenate(cut_places), 0, 1)
    order = np.lexsort((place, number))
    number, place = number[order], place[order]
    is_last = np.diff(number, append=-1) != 0
    until = np.where(is_last, 1.0, np.roll(place, -1))
    first, last = begin[number] + step[number] * place[:, None], begin[number] + step[number] * until[:, None]
    return np.hstack([first, last]), number
