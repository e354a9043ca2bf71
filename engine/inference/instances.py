"""From the fields of one category to its instances: a seeded watershed that no tile border can change."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.domain.thresholds import Thresholds
from engine.geo.labels import Labels
from engine.geo.pixel_lists import PixelLists
from engine.geo.ragged import starts_of
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
    def of(
        cls,
        places: NDArray[np.int64],
        counts: NDArray[np.int64],
        stride: int,
        fields: Sequence[NDArray[np.uint8]],
        thresholds: Thresholds,
        least_score: float = 0.0,
    ) -> Pixels:
        """Return the pixels of those components in which there may be instances.

        Args:
            places: int64 (n,), by component and within each in reading order, as in `PixelLists`.
            counts: int64 (m,), how many pixels each component has, one at least.
            stride: of the places.
            fields: body, boundary and distance of the pixels, uint8 (n,) each.
            thresholds: components smaller than an instance have none.
            least_score: nor have those that cannot reach this score anywhere.
        """
        is_kept = (counts >= thresholds.min_area_px) & _can_score(fields[0], counts, least_score)
        stays = np.repeat(is_kept, counts)
        components = PixelLists.of(places[stays], starts_of(counts[is_kept]), stride)
        body, boundary, distance = (field[stays] for field in fields)
        return cls(components, np.flatnonzero(is_kept), body, boundary, distance)


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
        number = np.append(np.where(is_kept, np.cumsum(is_kept) - 1, -1), -1).astype(np.int32)  # the last for none
        numbers = number[self.numbers]
        return Instances(self.components, numbers, self.edges, self.owners[is_kept], self.scores[is_kept])


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
    flat, places, counts = labels.pixels_of(np.unique(labels.runs.values))
    fields = [field.reshape(-1)[flat] for field in (body, boundary, distance)]
    found = instances(Pixels.of(places, counts, body.shape[1] + 1, fields, thresholds), thresholds)
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
        components, basin, int(n_basins.sum()), pixels.body, thresholds.extent_share, thresholds.min_area_px
    )
    owners = np.repeat(pixels.owners, n_basins)[basin_of]
    edges = components.edges(numbers)
    return Instances(components, numbers, edges, owners, scores(components, numbers, edges, len(owners), pixels.body))


def level(threshold: float) -> int:
    """Return the smallest uint8 field value that reaches `threshold`."""
    return int(np.ceil(threshold * FIELD_MAX))


def coreness(body: NDArray[np.uint8], boundary: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return how surely a pixel is the inside of one instance, uint8 (rows, cols)."""
    return ((body.astype(np.uint16) * (FIELD_MAX - boundary)) // FIELD_MAX).astype(np.uint8)


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


def _can_score(body: NDArray[np.uint8], counts: NDArray[np.int64], least_score: float) -> NDArray[np.bool_]:
    """Return in which components, of so many pixels (m,), instances may have the score: no mean is above its parts."""
    level_scores = (np.arange(FIELD_MAX + 1) / (FIELD_MAX + 1)) ** _SHARPNESS
    # One level to spare: whatever rounding does, nothing is lost.
    least_body = np.searchsorted(level_scores, least_score) - 1
    return np.asarray(np.maximum.reduceat(body, starts_of(counts)[:-1]) >= least_body)
