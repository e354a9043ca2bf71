"""A raster divided into square cells: which of them are labeled already, and in which order to look at the others."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray

from engine.geo.burn import burn_mask
from engine.geo.window import Window
from engine.inference.walk import STRIDE_PX, Place

MOST_LOOK_PX = 384  # of a side that is looked at: more than this is mostly the same ground again, and takes long
MOST_CELLS = 500_000  # of one question: a raster of 360,000 px a side in cells of 512 px
_KNOWN, _UNKNOWN = (
    1 / 16,
    0.1,
)  # shares of a cell that is labeled: from the first it teaches, up to the second it is new
_WHOLE = 0.5  # least share of a cell that lies on the raster


@dataclass(frozen=True, eq=False)
class Cells:
    """Cells of `side_px` over a raster of `rows` x `cols` network pixels; `known` polygons (n,) are labeled ground.

    The polygons are in network pixels and do not overlap. `side_px` is a multiple of the network's stride.
    """

    rows: int
    cols: int
    side_px: int
    known: NDArray[np.object_]

    def __post_init__(self) -> None:
        if self.side_px < STRIDE_PX or self.side_px % STRIDE_PX:
            raise ValueError(f"side_px must be a multiple of {STRIDE_PX}, got {self.side_px}")

    @property
    def shape(self) -> tuple[int, int]:
        """Return how many rows and columns of cells there are."""
        return -(-self.rows // self.side_px), -(-self.cols // self.side_px)

    def window(self, place: Place) -> Window:
        """Return the pixels of a cell that lie on the raster."""
        whole = Window(place[0] * self.side_px, place[1] * self.side_px, self.side_px, self.side_px)
        return whole.intersection(Window(0, 0, self.rows, self.cols))

    def polygon(self, place: Place) -> Any:
        """Return the ground of a cell that nobody has labeled, in network pixels."""
        window = self.window(place)
        cell = shapely.box(window.col, window.row, window.col_stop, window.row_stop)
        near = self.known[self._tree.query(cell, predicate="intersects")]
        return shapely.difference(cell, shapely.union_all(near)) if len(near) else cell

    def new_places(self) -> list[Place]:
        """Return the cells that are worth a look, however many one takes from the start evenly spread."""
        shares = self.known_shares
        return [place for place in spread(*self.shape) if self._is_large(place) and shares[place] <= _UNKNOWN]

    def known_places(self) -> list[Place]:
        """Return the cells of which enough is labeled to say how labeled ground looks, evenly spread."""
        shares = self.known_shares
        least = min(_KNOWN, float(shares.max(initial=0.0)))
        return [place for place in spread(*self.shape) if shares[place] and shares[place] >= least]

    @cached_property
    def known_shares(self) -> NDArray[np.float64]:
        """Return which share of each cell is labeled, float (rows of cells, columns of cells)."""
        shares = np.zeros(self.shape)
        if not len(self.known):
            return shares
        row, col = np.meshgrid(*(np.arange(n) * self.side_px for n in self.shape), indexing="ij")
        boxes = shapely.box(
            col, row, np.minimum(col + self.side_px, self.cols), np.minimum(row + self.side_px, self.rows)
        ).ravel()
        cells, parts = self._tree.query(boxes, predicate="intersects")
        common = shapely.area(shapely.intersection(boxes[cells], self.known[parts]))
        np.add.at(shares.reshape(-1), cells, common / shapely.area(boxes[cells]))
        return shares

    def looked(self, place: Place, *, is_known: bool) -> Window:
        """Return the square that stands for a cell, around its labeled ground where that is meant.

        It may reach beyond the raster; it begins at a multiple of the stride.
        """
        side = min(self.side_px, MOST_LOOK_PX)
        row, col = place[0] * self.side_px, place[1] * self.side_px
        if side == self.side_px:
            return Window(row, col, side, side)
        window = self.window(place)
        center = window.row + window.rows / 2, window.col + window.cols / 2
        if is_known:
            cell = shapely.box(window.col, window.row, window.col_stop, window.row_stop)
            point = shapely.point_on_surface(shapely.intersection(cell, shapely.union_all(self.known)))
            center = point.y, point.x
        starts = [
            int(np.clip(round((middle - side / 2 - start) / STRIDE_PX) * STRIDE_PX, 0, self.side_px - side)) + start
            for middle, start in zip(center, (row, col), strict=True)
        ]
        return Window(starts[0], starts[1], side, side)

    def known_mask(self, window: Window) -> NDArray[np.bool_]:
        """Return which pixels of a window are labeled, bool (rows, cols)."""
        box = shapely.box(window.col, window.row, window.col_stop, window.row_stop)
        near = self.known[self._tree.query(box, predicate="intersects")]
        return burn_mask(near, (window.rows, window.cols), transform=Affine.translation(window.col, window.row))

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self.known)

    def _is_large(self, place: Place) -> bool:
        window = self.window(place)
        is_only_one = self.shape[0] == 1 or self.shape[1] == 1
        return is_only_one or window.rows * window.cols >= _WHOLE * self.side_px**2


def spread(n_rows: int, n_cols: int) -> list[Place]:
    """Return all places of a table so that its first entries, however many, lie evenly over it.

    It is the order in which Bayer's matrices switch dots on: the lowest binary digits of row and column come first.
    """
    n_digits = max(n_rows - 1, n_cols - 1, 1).bit_length()

    def turn(place: Place) -> int:
        row, col = place
        key = 0
        for digit in range(n_digits):
            row_bit, col_bit = row >> digit & 1, col >> digit & 1
            key = key << 2 | (row_bit ^ col_bit) << 1 | row_bit
        return key

    return sorted(((row, col) for row in range(n_rows) for col in range(n_cols)), key=turn)


def interleaved(parts: Sequence[Sequence[Any]]) -> Iterator[tuple[int, Any]]:
    """Yield (number of the part, entry) so that long parts and short ones come to their end together."""
    streams = (
        [((i + 0.5) / len(part), number, entry) for i, entry in enumerate(part)] for number, part in enumerate(parts)
    )
    for _, number, entry in heapq.merge(*streams):
        yield number, entry
