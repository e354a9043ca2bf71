"""Things that lie far apart, moved close together: work on all of them then costs as if there were no ground."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.geo.pieces import Canvas, Runs, runs_of
from engine.geo.ragged import ranges, starts_of


@dataclass(frozen=True, eq=False)
class Packing:
    """Pixels on a smaller canvas. Within a thing nothing changes, and ground stays around each.

    Attributes:
        canvas: the smaller canvas.
        order: int64 (n,), which of the pixels come first, second, ... in its reading order.
        places: int64 (n,), where they are on it, in this order.
        origins: int64 (m, 2), what has to be added to the row and the column of each thing's pixels.
    """

    canvas: Canvas
    order: NDArray[np.int64]
    places: NDArray[np.int64]
    origins: NDArray[np.int64]


def packed(canvas: Canvas, places: NDArray[np.int64], owners: NDArray[np.int32], n_owners: int) -> Packing:
    """Return where pixels (n,) are when the things that own them, `n_owners` of them, stand close together.

    They stand side by side on shelves, the tallest first. Things never touch each other.
    """
    origins = np.zeros((n_owners, 2), np.int64)
    if not len(places):
        return Packing(Canvas(0, 0), np.zeros(0, np.int64), places, origins)
    runs = runs_of(places, owners)
    rows, cols = canvas.rows_cols(runs.firsts)
    numbers, tops, lefts, heights, widths = _boxes(runs, rows, cols)
    shelf_rows, shelf_cols, smaller = _shelves(heights, widths)
    origins[numbers] = np.column_stack([tops - shelf_rows, lefts - shelf_cols])
    firsts = smaller.places_at(rows - origins[runs.values, 0], cols - origins[runs.values, 1])
    in_order = np.argsort(firsts, kind="stable")
    counts = runs.counts[in_order]
    order = ranges(starts_of(runs.counts)[in_order], counts)
    return Packing(smaller, order, ranges(firsts[in_order], counts), origins)


def _boxes(runs: Runs, rows: NDArray[np.int64], cols: NDArray[np.int64]) -> tuple[NDArray[np.int64], ...]:
    """Return the things that have runs, and their first rows and columns, heights and widths."""
    by_owner = np.argsort(runs.values, kind="stable")
    begins = np.flatnonzero(np.diff(runs.values[by_owner], prepend=-1))
    lasts = by_owner[np.append(begins[1:], len(by_owner)) - 1]
    tops = rows[by_owner[begins]]
    lefts = np.minimum.reduceat(cols[by_owner], begins)
    widths = np.maximum.reduceat((cols + runs.counts)[by_owner], begins) - lefts
    return runs.values[by_owner[begins]].astype(np.int64), tops, lefts, rows[lasts] + 1 - tops, widths


def _shelves(
    heights: NDArray[np.int64], widths: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], Canvas]:
    """Return where boxes begin, rows and columns, and the canvas on which they stand; a pixel of ground between."""
    cols = max(int(widths.max()), math.isqrt(int(((heights + 1) * (widths + 1)).sum())))
    tops, lefts = np.zeros(len(heights), np.int64), np.zeros(len(heights), np.int64)
    tall, wide = heights.tolist(), widths.tolist()
    top = left = shelf = 0
    for box in np.argsort(-heights, kind="stable").tolist():
        if left + wide[box] > cols:
            top, left, shelf = top + shelf + 1, 0, 0
        shelf = shelf or tall[box]  # the first on a shelf is its tallest
        tops[box], lefts[box] = top, left
        left += wide[box] + 1
    return tops, lefts, Canvas(top + shelf, cols)
