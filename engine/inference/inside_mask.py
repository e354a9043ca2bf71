"""Boundary and distance are kept where they can decide on an instance, inside the mask, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.domain.thresholds import Thresholds
from engine.geo.compiled import compiled
from engine.inference.footprints import field_numbers
from engine.inference.instances import level


def clear_outside_masks(fields: NDArray[np.uint8], thresholds: Sequence[Thresholds]) -> None:
    """Make boundary and distance 0 where their category's body is below the mask threshold.

    No footprint depends on them there, and what is 0 takes no time to pack and no room. The body stays whole: how
    unsure a model is shows in all of it.

    Args:
        fields: uint8 (3C, rows, cols), each field in one piece of memory; changed here.
        thresholds: of each category.
    """
    for index, each in enumerate(thresholds):
        body, boundary, distance = (fields[number].reshape(-1) for number in field_numbers(index, len(thresholds)))
        _clear(body, boundary, distance, level(each.mask_threshold))


@compiled
def _clear(body: NDArray[np.uint8], boundary: NDArray[np.uint8], distance: NDArray[np.uint8], least: int) -> None:
    for pixel in range(len(body)):
        is_inside = body[pixel] >= least
        boundary[pixel] = boundary[pixel] if is_inside else 0
        distance[pixel] = distance[pixel] if is_inside else 0
