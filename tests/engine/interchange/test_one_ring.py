"""A shape of holes and parts makes the round through one ring."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from engine.interchange.one_ring import in_one_ring, out_of_one_ring

SQUARE = shapely.box(0, 0, 10, 10)
HOLED = shapely.difference(SQUARE, shapely.union_all([shapely.box(1, 1, 3, 3), shapely.box(5, 5, 9, 9)]))
PARTS = shapely.MultiPolygon([HOLED, shapely.box(20, 3, 25, 8), shapely.box(6, 6, 7, 7)])


@pytest.mark.parametrize("shape, n_corners", [(SQUARE, 4), (HOLED, 4 + 2 * 6), (PARTS, 4 + 4 * 6)])
def test_what_goes_in_comes_out(shape: shapely.Geometry, n_corners: int) -> None:
    corners = in_one_ring(shape)
    assert len(corners) == n_corners
    assert out_of_one_ring(shapely.Polygon(corners)).symmetric_difference(shape).area == 0


def test_the_even_and_odd_rule_fills_the_same() -> None:
    x, y = in_one_ring(PARTS).T
    for point in np.random.default_rng(0).uniform(0, 26, (300, 2)):
        crosses = (y > point[1]) != (np.roll(y, -1) > point[1])
        with np.errstate(divide="ignore", invalid="ignore"):
            at = x + (point[1] - y) * (np.roll(x, -1) - x) / (np.roll(y, -1) - y)
        assert bool((crosses & (point[0] < at)).sum() % 2) == PARTS.contains(shapely.Point(point))
