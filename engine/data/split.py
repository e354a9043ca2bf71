"""Which ground teaches and which tests: whole blocks, with a gap between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely
from numpy.random import Generator
from numpy.typing import NDArray

from engine.data.areas import known_area
from engine.data.label_sheet import LabelSheet
from engine.geo.polygons import polygon_parts

_FEWEST_LABELS = 4  # fewer cannot be shared between learning and testing
_MOST_BLOCKS = 400
_N_DRAWS = 200
_NEIGHBOR_SHARE = 0.6  # how often a choice of blocks grows by a neighbor: compact ground loses less to the buffer
_LEAST_BLOCK_PX = 32.0
_SLIVER_SHARE = 0.1  # ground with less of a block than this and no label is no block of its own


@dataclass(frozen=True, eq=False)
class Split:
    """Ground to learn from and ground to test on, in pixel coordinates.

    `train` is one multipolygon, `val` a tuple of (multi)polygons, one per block or group of blocks. Where `val` is
    empty though some was wanted, `reason` says why as half a sentence.
    """

    train: Any
    val: tuple[Any, ...]
    reason: str = ""


@dataclass(frozen=True, eq=False)
class _Blocks:
    """The ground in blocks: `ground` (n,), its place `cells` int (n, 2), and `counts` int (n, categories) of labels."""

    ground: NDArray[np.object_]
    cells: NDArray[np.int64]
    counts: NDArray[np.int64]
    size_px: float

    @property
    def is_beside(self) -> NDArray[np.bool_]:
        """Return which blocks share a side, bool (n, n)."""
        apart = np.abs(self.cells[:, None] - self.cells[None]).sum(axis=2)
        return np.asarray(apart == 1)


def split_blocks(
    sheet: LabelSheet, *, val_fraction: float, block_px: float, buffer_px: float, generator: Generator
) -> Split:
    """Return the split of one raster's known ground; the same generator state gives the same split.

    Areas with the role `validate` are the test where there are any. Else blocks are chosen so that about
    `val_fraction` of the ground and of every category's labels lies in them.

    Args:
        sheet: labels and areas.
        val_fraction: the share that tests, from 0 to below 1.
        block_px: the side of a block; made smaller where the ground is small.
        buffer_px: how far apart both grounds are kept.
        generator: draws the blocks.
    """
    ground = known_area(sheet)
    stated = sheet.areas.get("validate", ())
    if stated:
        return Split(_apart(ground, stated, buffer_px), tuple(stated))
    if val_fraction <= 0 or ground.is_empty:
        return Split(ground, ())
    inside = _labels_inside(sheet, ground)
    if len(inside) < _FEWEST_LABELS:
        labels = "1 label lies" if len(inside) == 1 else f"{len(inside)} labels lie"
        return Split(ground, (), f"{labels} on the known ground, too few to keep some for testing")
    blocks = _lay_blocks(sheet, ground, inside, val_fraction, block_px)
    if len(blocks.ground) < 2:
        return Split(ground, (), "the known ground is too small to keep some of it for testing")
    chosen = _choose(blocks, val_fraction, buffer_px, generator)
    val = _grouped(blocks, chosen)
    train = _apart(ground, val, buffer_px)
    n_left = len(_labels_inside(sheet, train))
    if not chosen.size or not blocks.counts[chosen].sum() or not n_left:
        return Split(ground, (), "no part of the known ground can test without taking all labels from learning")
    return Split(train, val)


def split_in_turn(
    sheet: LabelSheet, n_splits: int, *, val_fraction: float, block_px: float, buffer_px: float, generator: Generator
) -> list[Split]:
    """Return several splits, as `split_blocks` makes them, none of which tests on ground that an earlier one tests on.

    So together they test on more of the ground than one could spare.
    """
    ground, left, answer = known_area(sheet), sheet, list[Split]()
    for number in range(n_splits):
        share = min(val_fraction / max(1 - number * val_fraction, val_fraction), 0.5)
        split = split_blocks(left, val_fraction=share, block_px=block_px, buffer_px=buffer_px, generator=generator)
        if not split.val:
            answer.append(Split(ground, (), split.reason))
            continue
        answer.append(Split(_apart(ground, split.val, buffer_px), split.val))
        if not sheet.areas.get("validate"):
            untested, _ = polygon_parts([shapely.difference(known_area(left), shapely.union_all(list(split.val)))])
            left = replace(left, areas={"train": tuple(untested)})
    return answer


def _apart(ground: Any, val: Sequence[Any], buffer_px: float) -> Any:
    around = shapely.buffer(shapely.union_all(list(val)), buffer_px, join_style="mitre")
    parts, _ = polygon_parts([shapely.difference(ground, around)])
    return shapely.MultiPolygon(list(parts))


def _labels_inside(sheet: LabelSheet, ground: Any) -> NDArray[np.intp]:
    """Return the numbers of the labels whose middle lies on the ground."""
    parts = shapely.get_parts(ground)
    if not len(sheet.polygons) or not len(parts):
        return np.zeros(0, np.intp)
    middles = shapely.point_on_surface(sheet.polygons)
    return np.unique(shapely.STRtree(parts).query(middles, predicate="intersects")[0])


def _lay_blocks(
    sheet: LabelSheet, ground: Any, inside: NDArray[np.intp], val_fraction: float, block_px: float
) -> _Blocks:
    """Return blocks of the wanted size, or of half and half again where there are too few to choose from."""
    typical_px = float(np.median(np.sqrt(shapely.area(sheet.polygons[inside]))))
    least_px = max(_LEAST_BLOCK_PX, 2 * typical_px)
    col_min, row_min, col_max, row_max = ground.bounds
    size_px = max(block_px, math.sqrt((col_max - col_min) * (row_max - row_min) / _MOST_BLOCKS))
    enough = math.ceil(2 / min(val_fraction, 0.5))
    while True:
        blocks = _cut_blocks(sheet, ground, inside, size_px)
        if len(blocks.ground) >= enough or size_px / 2 < least_px:
            return blocks
        size_px /= 2


def _cut_blocks(sheet: LabelSheet, ground: Any, inside: NDArray[np.intp], size_px: float) -> _Blocks:
    col_min, row_min, col_max, row_max = ground.bounds
    # Blocks share the sides of the ground equally, so that none is a thin rest at the edge.
    n_rows = max(1, round((row_max - row_min) / size_px))
    n_cols = max(1, round((col_max - col_min) / size_px))
    rows = np.linspace(row_min, row_max, n_rows + 1)
    cols = np.linspace(col_min, col_max, n_cols + 1)
    cells = np.array([(row, col) for row in range(n_rows) for col in range(n_cols)])
    squares = shapely.box(cols[cells[:, 1]], rows[cells[:, 0]], cols[cells[:, 1] + 1], rows[cells[:, 0] + 1])
    shapely.prepare(ground)
    parts = shapely.intersection(ground, squares)
    middles = shapely.get_coordinates(shapely.point_on_surface(sheet.polygons[inside]))
    row = np.clip(np.searchsorted(rows, middles[:, 1], side="right") - 1, 0, n_rows - 1)
    col = np.clip(np.searchsorted(cols, middles[:, 0], side="right") - 1, 0, n_cols - 1)
    categories, category = np.unique(sheet.category_ids[inside], return_inverse=True)
    counts = np.zeros((len(cells), len(categories)), np.int64)
    np.add.at(counts, (row * n_cols + col, category), 1)
    is_block = (shapely.area(parts) > _SLIVER_SHARE * shapely.area(squares)) | (counts.sum(axis=1) > 0)
    return _Blocks(parts[is_block], cells[is_block], counts[is_block], size_px)


def _choose(blocks: _Blocks, val_fraction: float, buffer_px: float, generator: Generator) -> NDArray[np.intp]:
    """Return the numbers of the blocks that test: the best of many random draws, sorted."""
    is_beside = blocks.is_beside
    areas = shapely.area(blocks.ground)
    best: tuple[float, NDArray[np.intp]] = (math.inf, np.zeros(0, np.intp))
    for _ in range(_N_DRAWS):
        is_chosen = np.zeros(len(areas), bool)
        is_chosen[generator.integers(len(areas))] = True
        share = 0.0
        while share < 1.5 * val_fraction and not is_chosen.all():
            share = float(areas[is_chosen].sum() / areas.sum())
            if share > val_fraction / 2 or not best[1].size:
                cost = _cost(blocks, is_chosen, is_beside, areas, val_fraction, buffer_px)
                if cost < best[0]:
                    best = cost, np.flatnonzero(is_chosen)
            is_chosen[_next(is_chosen, is_beside, generator)] = True
    return best[1]


def _next(is_chosen: NDArray[np.bool_], is_beside: NDArray[np.bool_], generator: Generator) -> int:
    candidates = np.flatnonzero(is_beside[is_chosen].any(axis=0) & ~is_chosen)
    if not len(candidates) or generator.random() > _NEIGHBOR_SHARE:
        candidates = np.flatnonzero(~is_chosen)
    return int(candidates[generator.integers(len(candidates))])


def _cost(
    blocks: _Blocks,
    is_chosen: NDArray[np.bool_],
    is_beside: NDArray[np.bool_],
    areas: NDArray[np.float64],
    val_fraction: float,
    buffer_px: float,
) -> float:
    """Return how far the choice is from sharing labels and ground as wanted, and what the buffer wastes."""
    totals = blocks.counts.sum(axis=0)
    tests = blocks.counts[is_chosen].sum(axis=0)
    shares = tests / totals
    unbalanced = float(np.abs(shares - val_fraction).mean())
    # Learning comes first: a category must keep at least half its labels; then testing wants one of each.
    takes_too_much = float((shares > 0.5).mean())
    lacks_a_test = float(((tests == 0) & (totals >= _FEWEST_LABELS)).mean())
    n_sides = int(is_beside[is_chosen][:, ~is_chosen].sum())
    wasted = n_sides * blocks.size_px * buffer_px / areas.sum()
    ground = abs(areas[is_chosen].sum() / areas.sum() - val_fraction)
    return unbalanced + 2 * takes_too_much + lacks_a_test + 0.5 * float(ground) + 0.5 * float(wasted)


def _grouped(blocks: _Blocks, chosen: NDArray[np.intp]) -> tuple[Any, ...]:
    """Return the chosen ground, blocks joined where they fill a rectangle, so that fewer things are cut."""
    numbers = {(int(row), int(col)): int(i) for i, (row, col) in zip(chosen, blocks.cells[chosen], strict=True)}
    groups = []
    while numbers:
        row, col = min(numbers)
        cols = 1
        while (row, col + cols) in numbers:
            cols += 1
        rows = 1
        while all((row + rows, col + step) in numbers for step in range(cols)):
            rows += 1
        members = [numbers.pop((row + down, col + right)) for down in range(rows) for right in range(cols)]
        parts, _ = polygon_parts([shapely.union_all(blocks.ground[members])])
        groups.append(parts[0] if len(parts) == 1 else shapely.MultiPolygon(list(parts)))
    return tuple(groups)
