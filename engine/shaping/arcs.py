"""What is done to arcs one by one, so that neighbors who share one share what becomes of it."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.geo.ragged import ranges, starts_of
from engine.shaping.network import Lines

_SHARE = 0.25  # of a side that is cut off at either end when a corner is rounded
_ROUNDS = 3
_FIRST = 4 / 7  # of the way from a corner is cut off first, then half of that, then a quarter: all of it in the end
_UNSEEN = 0.04  # of how far from a corner it is rounded: points that nobody would miss on the screen


def corners_of(lines: Lines, tolerances: NDArray[np.float64] | float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return which points stay when lines are simplified (Douglas and Peucker, 1973), and where each line begins.

    Args:
        lines: the lines.
        tolerances: how far each may move, one number or float (m,).

    Returns:
        Places in `lines.xy`, int (k,), line by line, both ends included; starts, int (m + 1,).
    """
    if len(lines.starts) < 2:
        return np.zeros(0, np.int64), np.zeros(1, np.int64)
    numbered = np.column_stack([lines.xy, np.arange(len(lines.xy))])  # z tells which point it was
    whole = shapely.linestrings(numbered, indices=np.repeat(np.arange(len(lines.counts)), lines.counts))
    simple = shapely.simplify(whole, tolerances, preserve_topology=False)
    xyz, owners = shapely.get_coordinates(simple, include_z=True, return_index=True)
    return xyz[:, 2].astype(np.int64), starts_of(np.bincount(owners, minlength=len(lines.counts)))


def simplified(lines: Lines, tolerance: float) -> Lines:
    """Return lines with fewer points, none of which has moved; ends stay."""
    at, starts = corners_of(lines, tolerance)
    return Lines(lines.xy[at], starts)


def smoothed(lines: Lines, is_closed: NDArray[np.bool_], reach: float) -> Lines:
    """Return lines whose corners are cut off three times over (Chaikin, 1974), up to `reach` from them.

    The ends of lines stay, those of closed ones are corners like the others.
    """
    for number in range(_ROUNDS):
        lines = _cut_off(lines, is_closed, reach * _FIRST / 2**number)
    return simplified(lines, _UNSEEN * reach)


def _cut_off(lines: Lines, is_closed: NDArray[np.bool_], reach: float) -> Lines:
    n_edges = lines.counts - 1
    at = ranges(lines.starts[:-1], n_edges)
    begin, end = lines.xy[at], lines.xy[at + 1]
    length = np.hypot(*(end - begin).T)
    share = np.minimum(_SHARE, reach / np.where(length == 0, 1, length))[:, None]
    both = np.stack([begin + share * (end - begin), end - share * (end - begin)], axis=1).reshape(-1, 2)
    starts = starts_of(2 * n_edges)
    is_open = ~is_closed & (n_edges > 0)
    both[starts[:-1][is_open]] = lines.xy[lines.starts[:-1][is_open]]
    both[starts[1:][is_open] - 1] = lines.xy[lines.starts[1:][is_open] - 1]
    # Closed ones end where they begin.
    counts = 2 * n_edges + is_closed
    places = ranges(starts[:-1], counts)
    ends = starts_of(counts)
    places[ends[1:][is_closed] - 1] = starts[:-1][is_closed]
    return Lines(both[places], ends)
