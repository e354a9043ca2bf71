"""From the fields of one category to its instances: a seeded watershed that no tile border can change."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.domain.thresholds import Thresholds
from engine.geo.packing import packed
from engine.geo.pieces import Canvas, pieces, pieces_of_pixels, runs_of
from engine.inference.basins import basins

FIELD_MAX = 255
CONTEXT_PX = 0  # pixels around a component that its instances depend on
_HEIGHT_SHARE = 0.9  # of an instance's pixels lie below its height: the very top is noise
_RIM_PX = 2
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
    """Pixels of whole components of a mask, in reading order, with what the fields say there.

    Attributes:
        canvas: where the pixels have their places.
        places: int64 (n,).
        owners: int32 (n,), the number of each pixel's component, from 0.
        body, boundary, distance: uint8 (n,), 255 for 1.
    """

    canvas: Canvas
    places: NDArray[np.int64]
    owners: NDArray[np.int32]
    body: NDArray[np.uint8]
    boundary: NDArray[np.uint8]
    distance: NDArray[np.uint8]

    @classmethod
    def listed(
        cls, flat: NDArray[np.int64], owners: NDArray[np.int32] | None, fields: Iterable[NDArray[np.uint8]]
    ) -> Pixels:
        """Return the pixels with what three fields (rows, cols) say there.

        Args:
            flat: int64 (n,), the numbers of the pixels in the flattened fields, in reading order.
            owners: int32 (n,); without them each connected piece is a component.
            fields: body, boundary and distance, uint8 (rows, cols).
        """
        body, boundary, distance = fields
        canvas = Canvas(*body.shape)
        places = canvas.places(flat)
        if owners is None:
            owners = pieces_of_pixels(places, canvas.stride)
        values = (field.reshape(-1)[flat] for field in (body, boundary, distance))
        return cls(canvas, places, owners, *values)

    def at(self, kept: NDArray[np.bool_]) -> Pixels:
        """Return some of the pixels; `kept` bool (n,)."""
        if kept.all():
            return self
        return self._moved(self.canvas, self.places[kept], kept)

    def packed(self, n_owners: int) -> tuple[Pixels, NDArray[np.int64]]:
        """Return them close together, and what to add to rows and columns of each component, int64 (n_owners, 2)."""
        packing = packed(self.canvas, self.places, self.owners, n_owners)
        return self._moved(packing.canvas, packing.places, packing.order), packing.origins

    def _moved(
        self, canvas: Canvas, places: NDArray[np.int64], numbers: NDArray[np.int64] | NDArray[np.bool_]
    ) -> Pixels:
        """Return some of the pixels at other places."""
        body, boundary, distance = self.body[numbers], self.boundary[numbers], self.distance[numbers]
        return Pixels(canvas, places, self.owners[numbers], body, boundary, distance)


@dataclass(frozen=True, eq=False)
class Instances:
    """The instances of some components, by component and then by the first pixel of their seeds.

    Attributes:
        places: int64 (n,), the pixels of instances, in reading order.
        numbers: int32 (n,), the number of each pixel's instance, from 0.
        owners: int32 (m,), the number of each instance's component.
        scores: float32 (m,), how far each can be trusted, in 0..1.
    """

    places: NDArray[np.int64]
    numbers: NDArray[np.int32]
    owners: NDArray[np.int32]
    scores: NDArray[np.float32]

    def at_least(self, score: float) -> Instances:
        """Return those with a score as high."""
        is_kept = self.scores >= score
        if is_kept.all():
            return self
        stays = is_kept[self.numbers]
        number = (np.cumsum(is_kept) - 1).astype(np.int32)
        return Instances(self.places[stays], number[self.numbers[stays]], self.owners[is_kept], self.scores[is_kept])


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
    in_mask = np.flatnonzero(body >= level(thresholds.mask_threshold))
    pixels = Pixels.listed(in_mask, None, (body, boundary, distance))
    found = instances(pixels, thresholds)
    return pixels.canvas.raster(found.places, found.numbers + 1), found.scores


def instances(pixels: Pixels, thresholds: Thresholds) -> Instances:
    """Return the instances of components.

    A connected component of `body >= mask_threshold` is cut by what the fields say inside it and by nothing
    else, so the same component among others and in another window gives the same instances.
    """
    basin, basin_owners = _basins(pixels, level(thresholds.core_threshold))
    reaches = pixels.body >= _least_body(basin, pixels.body, len(basin_owners), thresholds.extent_share)[basin]
    places, basin, body = pixels.places[reaches], basin[reaches], pixels.body[reaches]
    number, kept = _whole_pieces(places, pixels.canvas.stride, basin, thresholds.min_area_px)
    stays = number >= 0
    places, number, body = places[stays], number[stays], body[stays]
    found = scores(pixels.canvas, places, number, body, len(kept))
    return Instances(places, number, basin_owners[kept], found)


def level(threshold: float) -> int:
    """Return the smallest uint8 field value that reaches `threshold`."""
    return int(np.ceil(threshold * FIELD_MAX))


def coreness(body: NDArray[np.uint8], boundary: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return how surely a pixel is the inside of one instance, uint8 (rows, cols)."""
    return ((body.astype(np.uint16) * (FIELD_MAX - boundary)) // FIELD_MAX).astype(np.uint8)


def _basins(pixels: Pixels, core_level: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the basin of every pixel, from 0 by component and then by the first pixel of the seed, and their owners.

    A component in which nothing reaches the level is one basin, as one with a single seed is.
    """
    n_owners = int(pixels.owners.max(initial=-1)) + 1
    core = coreness(pixels.body, pixels.boundary)
    in_seed = np.flatnonzero(core >= core_level)
    seeds = pieces_of_pixels(pixels.places[in_seed], pixels.canvas.stride)
    is_first = np.diff(np.maximum.accumulate(seeds), prepend=-1) > 0  # seeds are numbered as their first pixels come
    seed_owners = pixels.owners[in_seed[is_first]]
    n_seeds = np.bincount(seed_owners, minlength=n_owners)
    n_basins = np.maximum(n_seeds, 1)
    first_basin = (np.cumsum(n_basins) - n_basins).astype(np.int32)
    basin = first_basin[pixels.owners]
    # By component, and within it still as they come.
    by_owner = np.argsort(seed_owners, kind="stable")
    basin_of_seed = np.empty(len(by_owner), np.int32)
    rank = np.arange(len(by_owner)) - np.repeat(np.cumsum(n_seeds) - n_seeds, n_seeds)
    basin_of_seed[by_owner] = first_basin[seed_owners[by_owner]] + rank
    shared = np.flatnonzero(n_seeds[pixels.owners] > 1)
    seed_at = np.zeros(len(basin), np.int32)
    seed_at[in_seed] = basin_of_seed[seeds] + 1
    # Neighbors part where both fields say that they end.
    depth = (core[shared].astype(np.int32) + pixels.distance[shared]) // 2
    basin[shared] = basins(pixels.canvas, pixels.places[shared], seed_at[shared], depth) - 1
    return basin, np.repeat(np.arange(n_owners, dtype=np.int32), n_basins)


def _least_body(
    basin: NDArray[np.int32], body: NDArray[np.uint8], n_basins: int, extent_share: float
) -> NDArray[np.int64]:
    """Return from which body on a pixel belongs to the extent of its basin: a share of the basin's own height."""
    n_levels = FIELD_MAX + 1
    place = basin.astype(np.int64) * n_levels + body
    n_below = np.bincount(place, minlength=n_basins * n_levels).reshape(n_basins, n_levels).cumsum(axis=1)
    heights = (n_below < _HEIGHT_SHARE * n_below[:, -1:]).sum(axis=1)
    return np.ceil(extent_share * heights).astype(np.int64)


def _whole_pieces(
    places: NDArray[np.int64], stride: int, basin: NDArray[np.int32], min_area_px: int
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the number of every pixel's instance, -1 for none, and the basins that the instances lie in.

    An instance is the largest connected piece of a basin, if it has `min_area_px`; of equals the first.
    """
    runs = runs_of(places, basin)
    piece_of_run = pieces(runs, stride)
    area_px = np.bincount(piece_of_run, weights=runs.counts).astype(np.int64)
    basin_of = np.zeros(len(area_px), np.int32)
    basin_of[piece_of_run] = runs.values
    # By basin, then the largest first, then in reading order: the first of each basin is its piece.
    order = np.lexsort((-area_px, basin_of))
    first = order[np.diff(basin_of[order], prepend=-1) > 0]
    kept = first[area_px[first] >= min_area_px]
    number = np.full(len(area_px), -1, np.int32)
    number[kept] = np.arange(len(kept))
    return np.repeat(number[piece_of_run], runs.counts), basin_of[kept]


def scores(
    canvas: Canvas, places: NDArray[np.int64], numbers: NDArray[np.int32], body: NDArray[np.uint8], n_instances: int
) -> NDArray[np.float32]:
    """Return how far each instance can be trusted, float32 (n_instances,) in 0..1.

    The mean body of its inside decides: on its rim every instance is in doubt. What is cut out at a threshold has a
    high mean, right or wrong, so the mean is raised to a power that puts even chances at one half.

    Args:
        canvas: where the pixels have their places.
        places, numbers, body: of each pixel of an instance, in reading order; numbers from 0.
        n_instances: how many there are.
    """
    inside = _is_inside(canvas, places, numbers)
    mean_body = _mean_body(numbers, body, n_instances)
    mean_inside = _mean_body(numbers[inside], body[inside], n_instances)
    trusted = np.where(np.isnan(mean_inside), mean_body, mean_inside)  # what is all rim has no inside
    return trust(trusted)


def trust(mean_body: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return the scores (n,) of instances whose insides have a mean body (n,), from 0 to below 1."""
    return (mean_body**_SHARPNESS).astype(np.float32)


def can_score(body: NDArray[np.uint8], owners: NDArray[np.int32], least_score: float) -> NDArray[np.bool_]:
    """Return which pixels (n,) lie in components whose instances may have the score: no mean is above its parts."""
    level_scores = (np.arange(FIELD_MAX + 1) / (FIELD_MAX + 1)) ** _SHARPNESS
    # One level to spare: whatever rounding does, nothing is lost.
    is_high = body >= np.searchsorted(level_scores, least_score) - 1
    n_high = np.bincount(owners[is_high], minlength=int(owners.max(initial=-1)) + 1)
    return (n_high > 0)[owners]


def _is_inside(canvas: Canvas, places: NDArray[np.int64], numbers: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Return the pixels (n,) that are not within two, aslant as well, of another instance or of the ground."""
    runs = runs_of(places, numbers)
    from_left = np.arange(len(places)) - np.repeat(np.cumsum(runs.counts) - runs.counts, runs.counts)
    from_right = np.repeat(runs.counts, runs.counts) - 1 - from_left
    inside = (from_left >= _RIM_PX) & (from_right >= _RIM_PX)
    middle, number = places[inside], numbers[inside] + 1
    in_row = canvas.filled(middle, number)
    stays = np.ones(len(middle), bool)
    for step in range(1, _RIM_PX + 1):
        stays &= in_row[middle - step * canvas.stride] == number
        stays &= in_row[middle + step * canvas.stride] == number
    inside[inside] = stays
    return inside


def _mean_body(numbers: NDArray[np.int32], body: NDArray[np.uint8], n: int) -> NDArray[np.float64]:
    """Return the mean body of every instance, float (n,) from 0 to below 1, NaN where one has no pixel."""
    area_px = np.bincount(numbers, minlength=n).astype(float)
    total = np.bincount(numbers, weights=body, minlength=n)
    # Of 256 steps, not 255: no instance is beyond doubt.
    return np.divide(total, area_px * (FIELD_MAX + 1), out=np.full(n, np.nan), where=area_px > 0)
