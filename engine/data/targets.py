"""What the network should draw for a chip: body, boundary and distance of every instance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

BOUNDARY_PX = 1.5  # a rim of one to two pixels: thick enough to be learned, thin enough for things of 10 px


@dataclass(frozen=True)
class Targets:
    """What is true of a chip; every field float32 (C, rows, cols) in 0..1, `known` bool (rows, cols)."""

    body: NDArray[np.float32]
    boundary: NDArray[np.float32]
    distance: NDArray[np.float32]
    known: NDArray[np.bool_]


def make_targets(
    instances: NDArray[np.int32], known: NDArray[np.bool_], *, boundary_px: float = BOUNDARY_PX
) -> Targets:
    """Return the targets of a chip.

    Args:
        instances: int32 (C, rows, cols), 0 for background, else the id of the label.
        known: bool (rows, cols), False where nothing is known about the ground.
        boundary_px: how far the boundary reaches to either side of an instance's edge.
    """
    boundary = np.zeros(instances.shape, np.float32)
    distance = np.zeros(instances.shape, np.float32)
    for category, ids in enumerate(instances):
        inner_px = _inner_distance_px(ids)
        distance[category] = _normalized(ids, inner_px)
        boundary[category] = (ids > 0) & (inner_px <= boundary_px)
        boundary[category] += _gap(ids, boundary_px)
    return Targets((instances > 0).astype(np.float32), boundary, distance, known)


def _inner_distance_px(ids: NDArray[np.int32]) -> NDArray[np.float32]:
    """Return how far each pixel of an instance lies from what is not that instance, float32 (rows, cols).

    The chip's border is no edge: an instance that is cut there goes on outside.
    """
    inner_px = np.zeros(ids.shape, np.float32)
    for number, window in enumerate(ndimage.find_objects(ids), start=1):
        if window is None:
            continue
        around = tuple(slice(max(s.start - 1, 0), s.stop + 1) for s in window)
        inside = ids[around] == number
        # All inside gives no edge to measure from: such a pixel is as deep as the chip is wide.
        depth = ndimage.distance_transform_edt(inside) if not inside.all() else np.full(inside.shape, max(ids.shape))
        inner_px[around][inside] = depth[inside]
    return inner_px


def _normalized(ids: NDArray[np.int32], inner_px: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return each instance's inner distance over its own largest, so that a shed peaks as high as a hall."""
    deepest = np.zeros(int(ids.max(initial=0)) + 1, np.float32)
    np.maximum.at(deepest, ids.ravel(), inner_px.ravel())
    deepest[0] = 1.0
    return (inner_px / np.maximum(deepest[ids], 1.0)).astype(np.float32)


def _gap(ids: NDArray[np.int32], boundary_px: float) -> NDArray[np.bool_]:
    """Return the background squeezed between two instances, bool (rows, cols).

    Such a gap must stay visible even when the bodies bleed over it.
    """
    reach = int(np.ceil(boundary_px))
    size = 2 * reach + 1
    highest = ndimage.maximum_filter(ids, size=size)
    lowest = ndimage.minimum_filter(np.where(ids > 0, ids, np.iinfo(np.int32).max), size=size)
    return (ids == 0) & (highest > 0) & (highest != lowest)
