"""Where chips for other programs lie on their ground, which of them are written, and which of them test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from affine import Affine
from numpy.random import Generator
from numpy.typing import NDArray

from engine.data.chip_ground import ChipGround

_LEAST_KNOWN = 0.25  # share of a chip that must be labeled ground, or half of the area where that is smaller
_BLOCK_CHIPS = (4, 2, 1)  # sides of the blocks that test, in chips: the largest of which there are enough
_ENOUGH_BLOCKS = 10


@dataclass(frozen=True, order=True)
class ChipPlace:
    """A chip: the number of its ground, the first row and column of its square, and how far the square is turned.

    Degrees count counterclockwise, around the middle of the square.
    """

    ground: int
    row: int
    col: int
    rotation: float = 0.0

    def to_raster(self, size_px: int) -> Affine:
        """Return the transform from (col, row) of the chip to those of the raster."""
        corner = Affine.translation(self.col, self.row)
        if self.rotation % 360.0 == 0.0:
            return corner
        half = size_px / 2
        turn = Affine.rotation(-self.rotation, pivot=(half, half))  # rows count downward
        if self.rotation % 90.0 == 0.0:
            turn = Affine(*(round(number, 6) for number in tuple(turn)[:6]))  # whole pixels stay whole
        return corner * turn

    def square(self, size_px: int) -> shapely.Polygon:
        """Return the ground of the chip in pixel coordinates of the raster."""
        transform = self.to_raster(size_px)
        return shapely.Polygon(
            [transform * corner for corner in ((0, 0), (size_px, 0), (size_px, size_px), (0, size_px))]
        )


def walk(
    number: int, ground: ChipGround, *, size_px: int, stride_px: int, rotations: tuple[float, ...]
) -> list[ChipPlace]:
    """Return all places of chips on a ground.

    The last chip of a row or column is pulled back, so that it ends at the edge. A turned chip that would reach beyond
    the raster is left out.
    """
    squares = _squares(ground, size_px, stride_px)
    angles = list(dict.fromkeys(rotations))
    places = [ChipPlace(number, row, col, angle) for row, col in squares for angle in angles]
    return [place for place in places if _is_on_raster(place, ground, size_px)]


def _squares(ground: ChipGround, size_px: int, stride_px: int) -> list[tuple[int, int]]:
    if ground.known is None:
        rows, cols = _starts(0, ground.rows, size_px, stride_px), _starts(0, ground.cols, size_px, stride_px)
        return [(row, col) for row in rows for col in cols]
    found: dict[tuple[int, int], None] = {}
    for part in shapely.get_parts(ground.known):
        for square in _squares_on(part, ground, size_px, stride_px):
            found[square] = None
    return sorted(found)


def _squares_on(part: Any, ground: ChipGround, size_px: int, stride_px: int) -> list[tuple[int, int]]:
    """Return the squares over one area that hold enough of it."""
    col_min, row_min, col_max, row_max = part.bounds
    rows = _starts_on(row_min, row_max, ground.rows, size_px, stride_px)
    cols = _starts_on(col_min, col_max, ground.cols, size_px, stride_px)
    row, col = (each.ravel() for each in np.meshgrid(rows, cols, indexing="ij"))
    squares = shapely.box(col, row, col + size_px, row + size_px)
    shapely.prepare(part)
    shares = shapely.area(shapely.intersection(squares, part))
    enough = shares >= min(_LEAST_KNOWN * size_px**2, 0.5 * part.area)
    return list(zip(row[enough].tolist(), col[enough].tolist(), strict=True))


def _starts(first: int, stop: int, size_px: int, stride_px: int) -> list[int]:
    """Return where chips begin between two pixels, the last one flush with the end."""
    last = max(stop - size_px, first)
    return [*range(first, last, stride_px), last]


def _starts_on(low: float, high: float, length_px: int, size_px: int, stride_px: int) -> list[int]:
    """Return where chips begin over an area along one side, on the raster wherever that is possible."""
    first, stop = int(np.floor(low)), int(np.ceil(high))
    if stop - first <= size_px:
        first = first - (size_px - (stop - first)) // 2  # a small area lies in the middle of its chip
    starts = _starts(first, stop, size_px, stride_px) if stop - first > size_px else [first]
    return sorted({max(0, min(start, length_px - size_px)) for start in starts})


def _is_on_raster(place: ChipPlace, ground: ChipGround, size_px: int) -> bool:
    if place.rotation % 90.0 == 0.0:
        return True
    x_min, y_min, x_max, y_max = place.square(size_px).bounds
    return x_min >= 0 and y_min >= 0 and x_max <= ground.cols and y_max <= ground.rows


def with_few_empty(
    places: list[ChipPlace], is_labeled: NDArray[np.bool_], empty_share: float, generator: Generator
) -> NDArray[np.intp]:
    """Return the numbers of the places to write: all with labels, and of the others a share of what is written."""
    labeled, empty = np.flatnonzero(is_labeled), np.flatnonzero(~is_labeled)
    n_empty = len(empty)
    if empty_share < 1.0:
        n_empty = min(n_empty, int(len(labeled) * empty_share / (1.0 - empty_share) + 1e-9))
    return np.sort(np.concatenate([labeled, generator.choice(empty, n_empty, replace=False)])).astype(np.intp)


def split_places(
    places: list[ChipPlace], is_labeled: NDArray[np.bool_], *, val_share: float, size_px: int, generator: Generator
) -> NDArray[np.int8]:
    """Return 0 for each place that trains, 1 for each that tests, -1 for those left out, int8 (n,).

    Whole blocks of ground test. What shares ground with a chip that tests does not train.
    """
    answer = np.zeros(len(places), np.int8)
    if val_share <= 0.0 or len(places) < 2:
        return answer
    blocks = _block_numbers(places, is_labeled, size_px)
    n_labeled = np.bincount(blocks, weights=is_labeled)
    target, n_val = val_share * max(n_labeled.sum(), 1), 0.0
    for block in generator.permutation(len(n_labeled)):
        if n_val >= target:
            break
        if n_labeled[block] and n_val + n_labeled[block] < n_labeled.sum():
            answer[blocks == block] = 1
            n_val += n_labeled[block]
    answer[(answer == 0) & _shares_ground(places, answer == 1, size_px)] = -1
    # Better no test than nothing to learn from.
    return answer if (answer[is_labeled] == 0).any() else np.zeros(len(places), np.int8)


def _block_numbers(places: list[ChipPlace], is_labeled: NDArray[np.bool_], size_px: int) -> NDArray[np.intp]:
    numbers = np.zeros(len(places), np.intp)
    corners = np.array([(place.ground, place.row, place.col) for place in places])
    for n_chips in _BLOCK_CHIPS:
        keys = corners // np.array([1, n_chips * size_px, n_chips * size_px])
        _, numbers = np.unique(keys, axis=0, return_inverse=True)
        numbers = numbers.reshape(-1)
        if len(np.unique(numbers[is_labeled])) >= _ENOUGH_BLOCKS:
            break
    return numbers


def _shares_ground(places: list[ChipPlace], is_val: NDArray[np.bool_], size_px: int) -> NDArray[np.bool_]:
    """Return which places overlap one that tests, bool (n,)."""
    grounds = np.array([place.ground for place in places])
    squares = np.array([place.square(size_px) for place in places], dtype=object)
    answer = np.zeros(len(places), bool)
    for ground in np.unique(grounds[is_val]):
        mine = np.flatnonzero(grounds == ground)
        tests = squares[mine[is_val[mine]]]
        here, there = shapely.STRtree(tests).query(squares[mine], predicate="intersects")
        overlaps = ~shapely.touches(squares[mine[here]], tests[there])
        answer[mine[here[overlaps]]] = True
    return answer
