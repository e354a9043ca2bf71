"""Where tiles and blocks end, and how good footprints are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.domain.settings import TileSettings
from engine.domain.shapes import Shapes
from engine.evaluation.matching import Pair, match
from engine.events import SilentReporter
from engine.geo.grid import PIXEL_COORDINATES, Grid
from engine.inference.manifest import RasterPlan
from engine.inference.predict import N_FIELD_KINDS
from engine.inference.tile_choice import choose_walk

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Polygons = NDArray[np.object_]


@dataclass(frozen=True)
class SeamLines:
    """Rows and columns of a raster at which a tile or a block begins, the raster's edges left out."""

    rows: Floats
    cols: Floats

    @classmethod
    def of(cls, plan: RasterPlan) -> SeamLines:
        """Return those of a prediction, in the raster's own pixels."""
        along_x, along_y = plan.pixels_per_network_pixel
        grid, blocks = plan.network_grid, plan.blocks
        rows = _begins(grid.rows, plan.walk.core_rows, blocks.block_rows)
        cols = _begins(grid.cols, plan.walk.core_cols, blocks.block_cols)
        return cls(rows * along_y, cols * along_x)

    def crossed_by(self, polygons: Polygons) -> Bools:
        """Return which polygons lie on at least one of the lines, bool (n,)."""
        x0, y0, x1, y1 = shapely.bounds(polygons).reshape(-1, 4).T
        return _has_between(self.cols, x0, x1) | _has_between(self.rows, y0, y1)


@dataclass(frozen=True)
class Found:
    """Labels and footprints of one prediction, and which found which at IoU 0.5.

    Attributes:
        labels, footprints: polygons in the raster's pixels.
        is_found: bool, which labels were found.
        is_right: bool, which footprints found one.
    """

    labels: Polygons
    footprints: Polygons
    is_found: Bools
    is_right: Bools

    @classmethod
    def of(cls, labels: Polygons, footprints: Polygons, scores: Floats, shape: tuple[int, int]) -> Found:
        """Return what the footprints found."""
        sides = Shapes.of(labels, [1] * len(labels)), Shapes.of(footprints, [1] * len(footprints), scores)
        matches = match(Pair(*sides, None, shape))
        return cls(
            matches.labels.shapes.polygons,
            matches.footprints.shapes.polygons,
            matches.finder(0.0) >= 0,
            matches.is_tp[0],
        )

    def f1(self, of_labels: Bools, of_footprints: Bools) -> float:
        """Return F1 of some labels and some footprints."""
        n_found, n_missed = self.is_found[of_labels].sum(), (~self.is_found[of_labels]).sum()
        n_wrong = (~self.is_right[of_footprints]).sum()
        return float(2 * n_found / max(2 * n_found + n_missed + n_wrong, 1))


def scene_lines(side_px: int, tile_sizes: Sequence[int], halo_px: int) -> list[int]:
    """Return where tiles and blocks begin on a square raster, and every 256 pixels besides.

    Tiles are those of predictions that ask for one of the sizes, or for none, by a network that feels the edge of a
    tile as far as `halo_px`.
    """
    grid, reporter = Grid(None, PIXEL_COORDINATES, side_px, side_px), SilentReporter()
    lines = set(range(256, side_px, 256))
    for size in (*tile_sizes, None):
        walk = choose_walk(
            TileSettings(tile_size=size), grid, halo_px=halo_px, n_fields=N_FIELD_KINDS, reporter=reporter
        )
        lines |= set(_begins(side_px, walk.core_rows, walk.blocks(side_px, side_px).block_rows).astype(int).tolist())
    return sorted(lines)


def _begins(length_px: int, *steps_px: int) -> Floats:
    return np.unique(np.concatenate([np.arange(step, length_px, step) for step in steps_px])).astype(float)


def _has_between(lines: Floats, low: Floats, high: Floats) -> Bools:
    """Return where at least one line lies strictly between low and high, bool (n,)."""
    return np.searchsorted(lines, low, side="right") < np.searchsorted(lines, high, side="left")
