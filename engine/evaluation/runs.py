"""Masks as runs of pixels along rows: small however large the raster, compared without drawing them.

A pixel belongs to a polygon when its center does, as GDAL burns polygons. A position on the raster is
`row * (cols + 1) + col`; the spare column keeps the end of one row apart from the start of the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class PixelSet:
    """Pixels of one raster as sorted, disjoint, half-open runs of positions."""

    starts: Ints
    stops: Ints

    @property
    def n_pixels(self) -> int:
        """Return how many pixels are in the set."""
        return int((self.stops - self.starts).sum())


@dataclass(frozen=True, eq=False)
class Masks:
    """The masks of n polygons on one raster.

    Attributes:
        shape: rows and columns of the raster.
        starts, stops: runs of all masks one after another, shifted by `mask * span` so that they ascend.
        first_run: int (n + 1,), where the runs of each mask begin.
        areas: int (n,), pixels of each mask.
    """

    shape: tuple[int, int]
    starts: Ints
    stops: Ints
    first_run: Ints
    areas: Ints

    @property
    def span(self) -> int:
        """Return how many positions a raster has."""
        return self.shape[0] * (self.shape[1] + 1)

    def runs_of(self, masks: Ints) -> tuple[Ints, Ints, Ints]:
        """Return the runs of the chosen masks: positions on the raster and which of `masks` each belongs to."""
        n_runs = self.first_run[masks + 1] - self.first_run[masks]
        owner = np.repeat(np.arange(len(masks)), n_runs)
        runs = np.arange(n_runs.sum()) + np.repeat(self.first_run[masks] - (np.cumsum(n_runs) - n_runs), n_runs)
        shift = masks[owner] * self.span
        return self.starts[runs] - shift, self.stops[runs] - shift, owner

    def union(self, masks: Ints) -> PixelSet:
        """Return the pixels in at least one of the chosen masks."""
        starts, stops, _ = self.runs_of(masks)
        return _covered(starts, stops, 1)


def burn(polygons: NDArray[np.object_], shape: tuple[int, int]) -> Masks:
    """Return one mask per polygon (or multipolygon) in pixel coordinates, cut at the raster's edge."""
    rows, cols = shape
    stride, span = cols + 1, rows * (cols + 1)
    owner, row, x = _crossings(polygons, rows)
    col = np.clip(np.floor(x + 0.5), 0, cols).astype(np.int64)
    positions = np.sort(owner * span + row * stride + col)
    starts, stops = positions[0::2], positions[1::2]
    has_pixels = starts < stops
    starts, stops = starts[has_pixels], stops[has_pixels]
    first_run = np.searchsorted(starts, np.arange(len(polygons) + 1) * span)
    covered = np.concatenate([[0], np.cumsum(stops - starts)])
    return Masks(shape, starts, stops, first_run, np.diff(covered[first_run]))


def overlaps(first: Masks, second: Masks, in_first: Ints, in_second: Ints) -> Ints:
    """Return how many pixels the masks of each pair share; the two index arrays name the pairs."""
    starts, stops, pair = first.runs_of(in_first)
    shift = in_second[pair] * second.span
    shared = _pixels_before(second, stops + shift) - _pixels_before(second, starts + shift)
    return np.bincount(pair, weights=shared, minlength=len(in_first)).astype(np.int64)


def union(first: PixelSet, second: PixelSet) -> PixelSet:
    """Return the pixels in either set."""
    return _both(first, second, 1)


def intersection(first: PixelSet, second: PixelSet) -> PixelSet:
    """Return the pixels in both sets."""
    return _both(first, second, 2)


def pixels_of(mask: NDArray[np.bool_], row: int, col: int, cols: int) -> PixelSet:
    """Return the True pixels of a mask whose first pixel is (`row`, `col`) of a raster with `cols` columns."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    start_row, start_col = np.nonzero(edges == 1)
    stop_row, stop_col = np.nonzero(edges == -1)
    starts = (start_row + row) * (cols + 1) + start_col + col
    stops = (stop_row + row) * (cols + 1) + stop_col + col
    return PixelSet(starts.astype(np.int64), stops.astype(np.int64))


def gathered(parts: Sequence[PixelSet]) -> PixelSet:
    """Return the pixels in at least one of the sets."""
    if not parts:
        return PixelSet(np.zeros(0, np.int64), np.zeros(0, np.int64))
    return _covered(np.concatenate([p.starts for p in parts]), np.concatenate([p.stops for p in parts]), 1)


def dense(masks: Masks, mask: int) -> tuple[NDArray[np.bool_], int, int]:
    """Return one mask as bool (rows, cols) within its own box, and the row and column where the box begins."""
    starts, stops, _ = masks.runs_of(np.array([mask], np.int64))
    if not len(starts):
        return np.zeros((0, 0), np.bool_), 0, 0
    stride = masks.shape[1] + 1
    rows, first, last = starts // stride, starts % stride, stops - starts // stride * stride
    row, col = int(rows[0]), int(first.min())
    pixels = np.zeros((int(rows[-1]) - row + 1, int(last.max()) - col), np.bool_)
    for r, a, b in zip(rows - row, first - col, last - col, strict=True):
        pixels[r, a:b] = True
    return pixels, row, col


def _crossings(polygons: NDArray[np.object_], rows: int) -> tuple[Ints, Ints, NDArray[np.float64]]:
    """Return where outlines cross the middle of rows: polygon, row and x of every crossing."""
    owner, low, high = _edges(polygons)
    first = np.clip(np.ceil(low[:, 1] - 0.5), 0, rows).astype(np.int64)
    last = np.clip(np.ceil(high[:, 1] - 0.5), 0, rows).astype(np.int64)
    n_rows = last - first
    edge = np.repeat(np.arange(len(owner)), n_rows)
    row = np.arange(n_rows.sum()) + np.repeat(first - (np.cumsum(n_rows) - n_rows), n_rows)
    # From the lower end always, so that two neighbors cut their common edge at the same x.
    rise = row + 0.5 - low[edge, 1]
    x = rise * (high[edge, 0] - low[edge, 0]) / (high[edge, 1] - low[edge, 1]) + low[edge, 0]
    return owner[edge], row, x


def _edges(polygons: NDArray[np.object_]) -> tuple[Ints, NDArray[Any], NDArray[Any]]:
    """Return the edges that rise, of all rings: polygon, end with the smaller y (n, 2), other end (n, 2)."""
    parts, part_owner = shapely.get_parts(polygons, return_index=True)
    is_surface = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    parts, part_owner = parts[is_surface], part_owner[is_surface]
    rings, ring_owner = shapely.get_rings(parts, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    is_edge = (ring[:-1] == ring[1:]) & (points[:-1, 1] != points[1:, 1])
    a, b = points[:-1][is_edge], points[1:][is_edge]
    is_upward = (a[:, 1] < b[:, 1])[:, None]
    owner = part_owner[ring_owner[ring[:-1][is_edge]]].astype(np.int64)
    return owner, np.where(is_upward, a, b), np.where(is_upward, b, a)


def _pixels_before(masks: Masks, positions: Ints) -> Ints:
    """Return how many pixels of all masks lie before each (shifted) position."""
    covered = np.concatenate([[0], np.cumsum(masks.stops - masks.starts)])
    n_begun = np.searchsorted(masks.starts, positions, side="right")
    stops = np.concatenate([[0], masks.stops])
    return covered[n_begun] - np.where(n_begun > 0, np.maximum(stops[n_begun] - positions, 0), 0)


def _both(first: PixelSet, second: PixelSet, depth: int) -> PixelSet:
    starts = np.concatenate([first.starts, second.starts])
    return _covered(starts, np.concatenate([first.stops, second.stops]), depth)


def _covered(starts: Ints, stops: Ints, depth: int) -> PixelSet:
    """Return the positions that lie in at least `depth` of the runs."""
    positions = np.concatenate([starts, stops])
    steps = np.repeat(np.array([1, -1]), [len(starts), len(stops)])
    order = np.argsort(positions, kind="stable")
    positions, level = positions[order], np.cumsum(steps[order])
    is_last = np.append(positions[1:] != positions[:-1], True)[: len(positions)]
    positions, is_deep = positions[is_last], level[is_last] >= depth
    turns = np.diff(np.concatenate([[0], is_deep.astype(np.int8)]))
    return PixelSet(positions[turns == 1], positions[turns == -1])
