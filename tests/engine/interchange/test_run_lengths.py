"""Run lengths of COCO become the polygons around the same pixels."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import shapely
from pycocotools import mask as coco_mask

from engine.geo.burn import burn_mask
from engine.interchange.outlines import ShapeError
from engine.interchange.run_lengths import polygon_of_runs, unpacked


def test_one_pixel_is_a_square() -> None:
    shape = polygon_of_runs([4, 1, 1], 2, 3)  # down the columns: the fifth pixel is row 0 of column 2
    assert shape.equals(shapely.box(2, 0, 3, 1))


def test_a_ring_of_pixels_has_a_hole() -> None:
    mask = np.ones((3, 3), np.uint8)
    mask[1, 1] = 0
    shape = polygon_of_runs(coco_mask.encode(np.asfortranarray(mask))["counts"], 3, 3)
    assert shape.area == 8 and len(shape.interiors) == 1


def test_pixels_that_touch_at_a_corner_are_two_parts() -> None:
    shape = polygon_of_runs([0, 1, 2, 1], 2, 2)
    assert shape.geom_type == "MultiPolygon" and shape.is_valid and shape.area == 2


@pytest.mark.parametrize("seed", range(20))
def test_masks_that_pycocotools_packed_come_back_pixel_by_pixel(seed: int) -> None:
    generator = np.random.default_rng(seed)
    rows, cols = generator.integers(1, 70, 2)
    mask = (generator.random((rows, cols)) < generator.choice([0.02, 0.5, 0.98])).astype(np.uint8)
    mask[0, 0] = 1
    packed = coco_mask.encode(np.asfortranarray(mask))
    shape = polygon_of_runs(packed["counts"].decode(), int(rows), int(cols))
    assert (burn_mask([shape], (rows, cols)) == mask.astype(bool)).all()
    assert shape.area == mask.sum()


def test_packed_and_plain_runs_are_the_same() -> None:
    plain = {"size": [1000, 1000], "counts": [7, 3, 1000 * 1000 - 10]}
    packed = coco_mask.frPyObjects(plain, 1000, 1000)["counts"]
    assert unpacked(packed).tolist() == plain["counts"]


def test_a_small_thing_in_a_huge_image_needs_no_huge_mask() -> None:
    rows = cols = 1_000_000
    shape = polygon_of_runs([rows * 5 + 3, 2, rows * cols - rows * 5 - 5], rows, cols)
    assert shape.equals(shapely.box(5, 3, 6, 5))


@pytest.mark.parametrize(
    "counts, rows, cols, reason",
    [
        ([], 2, 2, "empty"),
        ([4], 2, 2, "empty"),
        ([1, 1], 2, 2, "does not fill"),
        ([1, -1, 4], 2, 2, "negative runs"),
        ([2**62, 2**62, 2**62, 2**62, 4], 2, 2, "does not fill"),
        ([2**70, 1], 2, 2, "no numbers"),
        (["x"], 2, 2, "no numbers"),
        (None, 2, 2, "no numbers"),
        ([0, 4], -2, -2, "impossible size"),
        ([0, 1], 0, 1, "impossible size"),
        ([0, 10**12], 10**6, 10**6, "more than 268 million"),
        ([0, 10**20], 10**10, 10**10, "impossible size"),
        ("", 2, 2, "cannot be unpacked"),
        ("\x00", 2, 2, "cannot be unpacked"),
        ("é", 2, 2, "cannot be unpacked"),
        ("ooooooooooooooooo0", 2, 2, "cannot be unpacked"),
        ("o", 2, 2, "cannot be unpacked"),
    ],
)
def test_what_is_no_mask_says_why(counts: Any, rows: int, cols: int, reason: str) -> None:
    with pytest.raises(ShapeError, match=reason):
        polygon_of_runs(counts, rows, cols)
