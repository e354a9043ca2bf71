"""From the fields of one category to its instances: a seeded watershed that no tile border can change."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from skimage.measure import label as connected_pieces
from skimage.segmentation import watershed

from engine.domain.thresholds import Thresholds

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


def separate(
    body: NDArray[np.uint8],
    boundary: NDArray[np.uint8],
    distance: NDArray[np.uint8],
    *,
    thresholds: Thresholds,
) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Return instances and their scores.

    A connected component of `body >= mask_threshold` is cut by what the fields say inside it and by nothing
    else, so the same component in another window gives the same instances.

    Args:
        body, boundary, distance: uint8 (rows, cols), 255 for 1.
        thresholds: where to cut.

    Returns:
        Labels, int32 (rows, cols), 0 for background and 1 to n without holes; scores, float32 (n,) in 0..1.
    """
    mask = body >= level(thresholds.mask_threshold)
    core = coreness(body, boundary)
    seeds = _seeds(mask, core, level(thresholds.core_threshold))
    depth = (core.astype(np.int32) + distance) // 2  # neighbors part where both fields say that they end
    basins = watershed(FIELD_MAX - depth, markers=seeds, mask=mask).astype(np.int32)
    labels = _whole_pieces(_shrunk(basins, body, thresholds.extent_share), thresholds.min_area_px)
    return labels, scores(labels, body)


def level(threshold: float) -> int:
    """Return the smallest uint8 field value that reaches `threshold`."""
    return int(np.ceil(threshold * FIELD_MAX))


def coreness(body: NDArray[np.uint8], boundary: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return how surely a pixel is the inside of one instance, uint8 (rows, cols)."""
    return ((body.astype(np.uint16) * (FIELD_MAX - boundary)) // FIELD_MAX).astype(np.uint8)


def _seeds(mask: NDArray[np.bool_], core: NDArray[np.uint8], core_level: int) -> NDArray[np.int32]:
    """Return numbered seeds; a component in which nothing reaches the level is one seed as a whole."""
    seeds, n_seeds = ndimage.label(mask & (core >= core_level))
    components, n_components = ndimage.label(mask)
    has_seed = np.zeros(n_components + 1, bool)
    has_seed[components[seeds > 0]] = True
    has_seed[0] = True
    number = np.cumsum(~has_seed) + n_seeds
    return np.where(has_seed[components], seeds, number[components]).astype(np.int32)


def _shrunk(basins: NDArray[np.int32], body: NDArray[np.uint8], extent_share: float) -> NDArray[np.int32]:
    """Return the basins without the pixels whose body is below a share of the basin's own height."""
    n = int(basins.max(initial=0)) + 1
    place = basins.ravel().astype(np.int64) * (FIELD_MAX + 1) + body.ravel()
    histogram = np.bincount(place, minlength=n * (FIELD_MAX + 1)).reshape(n, FIELD_MAX + 1)
    n_below = histogram.cumsum(axis=1)
    heights = (n_below < _HEIGHT_SHARE * n_below[:, -1:]).sum(axis=1)
    return np.where(body >= extent_share * heights[basins], basins, 0).astype(np.int32)


def _whole_pieces(labels: NDArray[np.int32], min_area_px: int) -> NDArray[np.int32]:
    """Return the largest connected piece of every label that has `min_area_px`, renumbered from 1 in the same order."""
    pieces = connected_pieces(labels, background=0, connectivity=1)
    area_px = np.bincount(pieces.ravel())
    area_px[0] = 0
    label_of = np.zeros(len(area_px), np.int32)
    label_of[pieces.ravel()] = labels.ravel()
    # By label, then the largest first, then in reading order: the first of each label is its piece.
    order = np.lexsort((np.arange(len(area_px)), -area_px, label_of))
    first = order[np.append(True, label_of[order][1:] != label_of[order][:-1])]
    kept = first[(area_px[first] >= min_area_px) & (label_of[first] > 0)]
    number = np.zeros(len(area_px), np.int32)
    number[kept] = np.arange(1, len(kept) + 1)
    return number[pieces]


def scores(labels: NDArray[np.int32], body: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return how far each instance can be trusted, float32 (n,) in 0..1.

    The mean body of its inside decides: on its rim every instance is in doubt. What is cut out at a threshold has a
    high mean, right or wrong, so the mean is raised to a power that puts even chances at one half.
    """
    n = int(labels.max(initial=0)) + 1
    inside = np.where(_is_rim(labels), 0, labels)
    mean_body = _mean_body(labels, body, n)
    mean_inside = _mean_body(inside, body, n)
    trusted = np.where(np.isnan(mean_inside), mean_body, mean_inside)[1:]  # what is all rim has no inside
    return (trusted**_SHARPNESS).astype(np.float32)


def _is_rim(labels: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Return the pixels within two of another label or of the ground, bool (rows, cols)."""
    size = 2 * _RIM_PX + 1
    return ndimage.grey_erosion(labels, size, mode="constant") != ndimage.grey_dilation(labels, size, mode="constant")


def _mean_body(labels: NDArray[np.int32], body: NDArray[np.uint8], n: int) -> NDArray[np.float64]:
    """Return the mean body under every label, float (n,) from 0 to below 1, NaN where a label has no pixel."""
    area_px = np.bincount(labels.ravel(), minlength=n).astype(float)
    total = np.bincount(labels.ravel(), weights=body.ravel(), minlength=n)
    # Of 256 steps, not 255: no instance is beyond doubt.
    return np.divide(total, area_px * (FIELD_MAX + 1), out=np.full(n, np.nan), where=area_px > 0)
