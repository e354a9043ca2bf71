"""Training chips, cut live from a raster wherever its ground is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from affine import Affine
from numpy.random import Generator
from numpy.typing import NDArray
from scipy import ndimage

from engine.data.augment import AugmentStrength, draw_placement, photometric
from engine.data.bands import normalize
from engine.data.labels import LabelSheet
from engine.domain.scaling import Scaling
from engine.geo.burn import burn_instances, burn_mask
from engine.geo.raster import Raster
from engine.geo.window import Window

_INVALID = 0.5  # what `normalize` writes where nothing was measured
_AROUND_PX = 2  # bilinear sampling looks one pixel further than the chip reaches
_SPREAD = 0.3  # of a chip's side: how far an object may lie from the middle of its chip


@dataclass(frozen=True)
class Chip:
    """What the network learns from at once.

    `pixels` float32 (bands, rows, cols), `instances` int32 (C, rows, cols) with 0 for background, `known`
    bool (rows, cols), False where nothing is known about the ground.
    """

    pixels: NDArray[np.float32]
    instances: NDArray[np.int32]
    known: NDArray[np.bool_]


class Ground:
    """One raster with its labels, and the part of it that may be learned from; all in network pixels."""

    def __init__(
        self,
        raster: Raster,
        sheet: LabelSheet,
        known: Any,
        *,
        bands: Sequence[int],
        scaling: Scaling,
        n_categories: int,
    ) -> None:
        """Take a raster at network scale, its labels, and the `known` ground: one (multi)polygon."""
        self.raster = raster
        self._sheet = sheet
        self._bands = tuple(bands)
        self._scaling = scaling
        self._n_categories = n_categories
        self._known = shapely.get_parts(known)
        shapely.prepare(self._known)
        self._label_tree = shapely.STRtree(sheet.polygons)
        self._known_tree = shapely.STRtree(self._known)
        centers = shapely.point_on_surface(sheet.polygons)
        is_inside = np.zeros(len(centers), bool)
        is_inside[self._known_tree.query(centers, predicate="intersects")[0]] = True
        self._centers = shapely.get_coordinates(centers)[is_inside]
        self._center_categories = sheet.category_ids[is_inside]

    @property
    def known_area_px2(self) -> float:
        """Return how much ground may be learned from, in square pixels."""
        return float(shapely.area(self._known).sum())

    def n_objects(self, category_id: int) -> int:
        """Return how many labels of the category lie on known ground."""
        return int((self._center_categories == category_id).sum())

    def object_center(self, category_id: int, generator: Generator) -> tuple[float, float]:
        """Return a point (col, row) inside a random object of the category."""
        centers = self._centers[self._center_categories == category_id]
        col, row = centers[generator.integers(len(centers))]
        return float(col), float(row)

    def ground_center(self, generator: Generator) -> tuple[float, float]:
        """Return a random point (col, row) of the known ground."""
        areas = shapely.area(self._known)
        part = self._known[generator.choice(len(areas), p=areas / areas.sum())]
        col_min, row_min, col_max, row_max = part.bounds
        for _ in range(100):
            col, row = generator.uniform(col_min, col_max), generator.uniform(row_min, row_max)
            if shapely.contains_xy(part, col, row):
                return float(col), float(row)
        point = part.representative_point()  # a sliver that a hundred throws miss
        return float(point.x), float(point.y)

    def chip(self, chip_to_raster: Affine, size_px: int) -> Chip:
        """Return the chip whose (col, row) the transform lays on the raster."""
        corners = [chip_to_raster * corner for corner in ((0, 0), (size_px, 0), (0, size_px), (size_px, size_px))]
        footprint = shapely.convex_hull(shapely.MultiPoint(corners))
        pixels, valid = self._sample(footprint.bounds, chip_to_raster, size_px)
        known_parts = self._known[self._known_tree.query(footprint)]
        known = burn_mask(known_parts, (size_px, size_px), transform=chip_to_raster)
        return Chip(pixels, self._instances(footprint, chip_to_raster, size_px), known & valid)

    def _instances(self, footprint: Any, chip_to_raster: Affine, size_px: int) -> NDArray[np.int32]:
        touched = np.sort(self._label_tree.query(footprint))
        instances = np.zeros((self._n_categories, size_px, size_px), np.int32)
        for index in range(self._n_categories):
            mine = touched[self._sheet.category_ids[touched] == index + 1]
            if len(mine):
                ids = np.arange(1, len(mine) + 1)  # small numbers keep the search for objects short
                instances[index] = burn_instances(
                    self._sheet.polygons[mine], ids, (size_px, size_px), transform=chip_to_raster
                )
        return instances

    def _sample(
        self, bounds: tuple[float, float, float, float], chip_to_raster: Affine, size_px: int
    ) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """Return pixels under the chip, float32 (bands, rows, cols), mirrored at the raster's edge; and validity."""
        window = _window_around(bounds).intersection(self.raster.grid.window)
        if window.is_empty:  # a chip's center lies on the raster, so only a chip's corner can be outside
            raise ValueError(f"a chip at {bounds} does not touch the raster")
        read = self.raster.read(window, self._bands)
        source = normalize(read, self._scaling)
        # From pixel corners (Affine) to pixel centers (scipy), and from (col, row) to (row, col).
        to_source = (
            Affine.translation(-window.col - 0.5, -window.row - 0.5) * chip_to_raster * Affine.translation(0.5, 0.5)
        )
        matrix = np.array([[to_source.e, to_source.d], [to_source.b, to_source.a]])
        offset = np.array([to_source.f, to_source.c])
        shape = (size_px, size_px)
        pixels = np.stack(
            [
                ndimage.affine_transform(band, matrix, offset, output_shape=shape, order=1, mode="reflect")
                for band in source
            ]
        )
        valid = ndimage.affine_transform(
            read.valid.astype(np.uint8), matrix, offset, output_shape=shape, order=0, mode="constant"
        )
        return pixels.astype(np.float32), valid > 0


def _window_around(bounds: tuple[float, float, float, float]) -> Window:
    col_min, row_min, col_max, row_max = bounds
    row, col = int(np.floor(row_min)), int(np.floor(col_min))
    window = Window(row, col, int(np.ceil(row_max)) - row, int(np.ceil(col_max)) - col)
    return window.grown(_AROUND_PX)


@dataclass(frozen=True)
class ChipPlan:
    """Which chips are cut: their side, the share that is centered on an object, and how they are changed."""

    size_px: int
    object_share: float
    augment: AugmentStrength


def draw_chip(grounds: Sequence[Ground], plan: ChipPlan, n_categories: int, generator: Generator) -> Chip:
    """Return a random chip: every category as often as every other, and some of plain ground."""
    ground, center = _draw_center(grounds, plan, n_categories, generator)
    placement = draw_placement(generator, plan.augment)
    if placement.is_sharp:
        center = float(round(center[0])), float(round(center[1]))
    chip = ground.chip(placement.chip_to_raster(center, plan.size_px), plan.size_px)
    pixels = photometric(chip.pixels, chip.instances, generator, plan.augment)
    return Chip(pixels, chip.instances, chip.known)


def _draw_center(
    grounds: Sequence[Ground], plan: ChipPlan, n_categories: int, generator: Generator
) -> tuple[Ground, tuple[float, float]]:
    counts = np.array([[ground.n_objects(i + 1) for ground in grounds] for i in range(n_categories)])
    present = np.flatnonzero(counts.sum(axis=1))
    if generator.random() >= plan.object_share or not len(present):
        sizes = np.array([ground.known_area_px2 for ground in grounds])
        ground = grounds[generator.choice(len(grounds), p=sizes / sizes.sum())]
        return ground, ground.ground_center(generator)
    index = int(generator.choice(present))
    ground = grounds[generator.choice(len(grounds), p=counts[index] / counts[index].sum())]
    col, row = ground.object_center(index + 1, generator)
    reach = _SPREAD * plan.size_px
    col, row = col + generator.uniform(-reach, reach), row + generator.uniform(-reach, reach)
    grid = ground.raster.grid
    return ground, (min(max(col, 0.0), grid.cols - 1.0), min(max(row, 0.0), grid.rows - 1.0))
