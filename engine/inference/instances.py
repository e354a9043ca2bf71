"""From the fields of one category to its instances: a seeded watershed that no tile border can change."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.domain.thresholds import Thresholds
from engine.geo.compiled import compiled
from engine.geo.labels import Labels
from engine.geo.pixel_lists import PixelLists
from engine.geo.run_lists import RunLists
from engine.inference.basins import basins
from engine.inference.extents import body_sums, extents

FIELD_MAX = 255
CONTEXT_PX = 0  # pixels around a component that its instances depend on
_EVEN_BODY = 0.80  # set by eye on the evaluated third of Kampala (docs/accuracy.md)
_SHARPNESS = math.log(0.5) / math.log(_EVEN_BODY)  # so that their score is one half
_MASK_THRESHOLD = 0.2
_CORE_THRESHOLDS = (0.6, 0.5, 0.7, 0.4)  # the likeliest first: where validation cannot tell, the first stays
_EXTENT_SHARES = (0.5, 0.4, 0.6)


def tuning_grid(min_area_px: int = 30) -> Iterator[Thresholds]:
    """Yield the thresholds worth trying on validation blocks, the likeliest first, few enough for every epoch."""
    for core_threshold in _CORE_THRESHOLDS:
        for extent_share in _EXTENT_SHARES:
            yield Thresholds(_MASK_THRESHOLD, core_threshold, extent_share, min_area_px)


@dataclass(frozen=True, eq=False)
class Pixels:
    """The pixels of whole components of a mask, with what the fields say there.

    Attributes:
        components: whose pixels they are, and where.
        owners: int64 (m,), what number each component has for the caller.
        body, boundary, distance: uint8 (n,), 255 for 1.
    """

    components: PixelLists
    owners: NDArray[np.int64]
    body: NDArray[np.uint8]
    boundary: NDArray[np.uint8]
    distance: NDArray[np.uint8]

    @classmethod
    def of_runs(
        cls, runs: RunLists, fields: NDArray[np.uint8], thresholds: Thresholds, least_score: float = 0.0
    ) -> Pixels:
        """Return the pixels of those components in which there may be instances, as `may_hold` says.

        Args:
            runs: of the components.
            fields: body, boundary and distance, uint8 (3, rows, cols).
            thresholds, least_score: as for `may_hold`.
        """
        is_kept = may_hold(runs.areas_px, runs.highest(fields[0]), thresholds, least_score)
        kept = runs.only(is_kept)
        return cls(kept.pixels(), np.flatnonzero(is_kept), *kept.values(fields))


@dataclass(frozen=True, eq=False)
class Instances:
    """The instances of some components, by component and then by the first pixel of their seeds.

    Attributes:
        components: their pixels.
        numbers: int32 (n,), the number of each pixel's instance, from 0; -1 for none.
        edges: uint8 (n,), on which sides each pixel has none of its instance, as from `PixelLists.edges`.
        owners: int64 (m,), the number of each instance's component for the caller.
        scores: float32 (m,), how far each can be trusted, in 0..1.
    """

    components: PixelLists
    numbers: NDArray[np.int32]
    edges: NDArray[np.uint8]
    owners: NDArray[np.int64]
    scores: NDArray[np.float32]

    def at_least(self, score: float) -> Instances:
        """Return those with a score as high."""
        is_kept = self.scores >= score
        number = np.where(is_kept, np.cumsum(is_kept) - 1, -1).astype(np.int32)
        numbers = _renumbered(self.numbers, number)
        return Instances(self.components, numbers, self.edges, self.owners[is_kept], self.scores[is_kept])


@compiled
def _renumbered(numbers: NDArray[np.int32], number: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the new number of each number, -1 for -1."""
    renumbered = np.empty(len(numbers), np.int32)
    for pixel in range(len(numbers)):
        renumbered[pixel] = number[numbers[pixel]] if numbers[pixel] >= 0 else -1
    return renumbered


def separate(
    body: NDArray[np.uint8],
    boundary: NDArray[np.uint8],
    distance: NDArray[np.uint8],
    *,
    thresholds: Thresholds,
) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Return instances and their scores, those of all components in a window.

    Args:
        body, boundary, distance: uint8 (rows, cols), 255 for 1.
        thresholds: where to cut.

    Returns:
        Labels, int32 (rows, cols), 0 for background and 1 to n without holes; scores, float32 (n,) in 0..1.
    """
    labels = Labels.of_mask(body >= level(thresholds.mask_threshold))
    runs = labels.runs_of(np.unique(labels.runs.values))
    found = instances(Pixels.of_runs(runs, np.stack([body, boundary, distance]), thresholds), thresholds)
    raster = np.zeros(body.shape, np.int32)
    raster[found.components.rows_cols()] = found.numbers + 1
    return raster, found.scores


def instances(pixels: Pixels, thresholds: Thresholds) -> Instances:
    """Return the instances of components.

    A connected component of `body >= mask_threshold` is cut by what the fields say inside it and by nothing
    else, so the same component among others and in another window gives the same instances.
    """
    components = pixels.components
    core = coreness(pixels.body, pixels.boundary)
    basin, n_basins = basins(components, core, pixels.distance, level(thresholds.core_threshold))
    numbers, basin_of = extents(
        components, basin, n_basins, pixels.body, thresholds.extent_share, thresholds.min_area_px
    )
    owners = np.repeat(pixels.owners, n_basins)[basin_of]
    edges = components.edges(numbers)
    return Instances(components, numbers, edges, owners, scores(components, numbers, edges, len(owners), pixels.body))


def level(threshold: float) -> int:
    """Return the smallest uint8 field value that reaches `threshold`."""
    return int(np.ceil(threshold * FIELD_MAX))


def coreness(body: NDArray[np.uint8], boundary: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return how surely a pixel is the inside of one instance, uint8 (rows, cols)."""
    return _coreness(body.reshape(-1), boundary.reshape(-1)).reshape(body.shape)


@compiled
def _coreness(body: NDArray[np.uint8], boundary: NDArray[np.uint8]) -> NDArray[np.uint8]:
    core = np.empty(len(body), np.uint8)
    for pixel in range(len(body)):
        core[pixel] = np.uint16(np.uint16(body[pixel]) * np.uint16(FIELD_MAX - boundary[pixel])) // np.uint16(FIELD_MAX)
    return core


def scores(
    components: PixelLists,
    numbers: NDArray[np.int32],
    edges: NDArray[np.uint8],
    n_instances: int,
    body: NDArray[np.uint8],
) -> NDArray[np.float32]:
    """Return how far each instance can be trusted, float32 (m,) in 0..1.

    The mean body of its inside decides: on its rim every instance is in doubt. What is cut out at a threshold has a
    high mean, right or wrong, so the mean is raised to a power that puts even chances at one half.

    Args:
        components, numbers, edges, n_instances, body: as for `body_sums`.
    """
    counts, sums, inner_counts, inner_sums = body_sums(components, numbers, edges, n_instances, body).T
    has_inside = inner_counts > 0  # what is all rim has none
    # Of 256 steps, not 255: no instance is beyond doubt.
    mean_body = np.where(has_inside, inner_sums, sums) / (np.where(has_inside, inner_counts, counts) * (FIELD_MAX + 1))
    return trust(mean_body)


def trust(mean_body: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return the scores (n,) of instances whose insides have a mean body (n,), from 0 to below 1."""
    return (mean_body**_SHARPNESS).astype(np.float32)


def may_hold(
    areas_px: NDArray[np.int64], highest_body: NDArray[np.uint8], thresholds: Thresholds, least_score: float
) -> NDArray[np.bool_]:
    """Return in which components there may be instances, bool (m,).

    There are none in those that are smaller than an instance, and none with the score where no body is high enough: no
    mean is above its parts.

    Args:
        areas_px: int64 (m,).
        highest_body: uint8 (m,), the highest in each component.
        thresholds: where to cut.
        least_score: that counts.
    """
    level_scores = (np.arange(FIELD_MAX + 1) / (FIELD_MAX + 1)) ** _SHARPNESS
    # One level to spare: whatever rounding does, nothing is lost.
    least_body = np.searchsorted(level_scores, least_score) - 1
    return np.asarray((areas_px >= thresholds.min_area_px) & (highest_body >= least_body))
