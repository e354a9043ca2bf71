"""The engine and the plugin write the same COCO masks of the same outlines, whatever became of their last digits."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely import Point, Polygon

from deepseg_qgis.domain import coco
from engine.geo import footprint_coco

ROWS, COLS = 30, 34


def with_hole(chance: np.random.Generator) -> Polygon:
    """Return a polygon with many corners and walls that lie on the middles of pixels, some of it beyond the image."""
    outline = Point(*chance.uniform(4, 30, 2)).buffer(chance.uniform(6, 9), quad_segs=int(chance.integers(1, 5)))
    return shapely.set_precision(outline.difference(outline.centroid.buffer(3.0, quad_segs=1)), 0.25)


def rings_of(polygon: Polygon) -> list[list[tuple[float, float]]]:
    return [[(x, y) for x, y in ring.coords] for ring in (polygon.exterior, *polygon.interiors)]


@pytest.mark.parametrize("seed", range(30))
def test_masks_of_an_outline_that_was_on_the_map_and_back_are_the_same(seed: int) -> None:
    chance = np.random.default_rng(seed)
    polygon = with_hole(chance)
    far = 5_000_000.0  # where metres have nine digits left
    back = shapely.transform(shapely.transform(polygon, lambda xy: xy * 0.15 + far), lambda xy: (xy - far) / 0.15)
    back = back.reverse()
    by_engine = footprint_coco.run_lengths(polygon, ROWS, COLS)
    assert not shapely.equals_exact(polygon, back.reverse(), 0.0)
    assert by_engine == coco.run_lengths([rings_of(back)], ROWS, COLS)
    assert by_engine == footprint_coco.run_lengths(back, ROWS, COLS)


def test_nothing_of_an_outline_beyond_the_image_is_written() -> None:
    polygon = Point(100, 100).buffer(5)
    empty = {"size": [ROWS, COLS], "counts": [ROWS * COLS]}
    assert footprint_coco.run_lengths(polygon, ROWS, COLS) == empty
    assert coco.run_lengths([rings_of(polygon)], ROWS, COLS) == empty
