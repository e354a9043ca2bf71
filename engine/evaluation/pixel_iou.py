"""How well the covered ground agrees, whatever object it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import shapely

from engine.evaluation.matching import Matches, Pair
from engine.evaluation.runs import PixelSet, burn, gathered, intersection, pixels_of, union
from engine.geo.tiling import blocks
from engine.geo.window import Window

_BLOCK_PX = 2048


def known_pixels(pair: Pair) -> PixelSet:
    """Return the pixels of one raster whose truth is known: inside the area, and holding data."""
    rows, cols = pair.shape
    area = shapely.box(0, 0, cols, rows) if pair.area is None else pair.area
    held = np.empty(1, object)
    held[0] = area
    inside = burn(held, pair.shape).union(np.array([0]))
    if pair.valid is None or not inside.n_pixels:
        return inside
    valid = gathered([pixels_of(pair.valid(w), w.row, w.col, cols) for w in _windows_over(area, pair.shape)])
    return intersection(inside, valid)


def pixel_counts(
    matches: Sequence[Matches], known: Sequence[PixelSet], category_id: int, score_threshold: float
) -> tuple[int, int]:
    """Return how many known pixels labels and footprints of a category both cover, and how many either covers."""
    n_shared = n_covered = 0
    for one, truth_known in zip(matches, known, strict=True):
        labels, footprints = one.labels.shapes, one.footprints.shapes
        is_chosen = (footprints.category_ids == category_id) & (footprints.scores >= score_threshold)
        labeled = intersection(one.labels.masks.union(np.flatnonzero(labels.category_ids == category_id)), truth_known)
        found = intersection(one.footprints.masks.union(np.flatnonzero(is_chosen)), truth_known)
        n_shared += intersection(labeled, found).n_pixels
        n_covered += union(labeled, found).n_pixels
    return n_shared, n_covered


def _windows_over(area: shapely.Geometry, shape: tuple[int, int]) -> Iterator[Window]:
    """Yield the windows of one regular grid over the raster that the area reaches into."""
    shapely.prepare(area)
    for window in blocks(Window(0, 0, *shape), _BLOCK_PX):
        if shapely.intersects(area, shapely.box(window.col, window.row, window.col_stop, window.row_stop)):
            yield window
