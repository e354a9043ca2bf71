"""The ground that outlines pass over is never less than that by which their polygons differ."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely import Polygon, affinity, box

from engine.shaping.network import Lines
from engine.shaping.swept import swept_areas


def lines_of(*points: list[tuple[float, float]]) -> Lines:
    starts = np.concatenate([[0], np.cumsum([len(each) for each in points])]).astype(np.int64)
    return Lines(np.concatenate([np.array(each, float).reshape(-1, 2) for each in points]), starts)


def ring(polygon: Polygon) -> list[tuple[float, float]]:
    return list(polygon.exterior.coords)


STRAIGHT = [(0.0, 0.0), (10.0, 0.0)]


@pytest.mark.parametrize(
    "new, area",
    [
        (STRAIGHT, 0.0),
        ([(0, 0), (5, 0), (10, 0)], 0.0),  # another point, the same line
        ([(0, 2), (10, 2)], 20.0),  # beside it
        ([(0, 0), (10, 2)], 10.0),  # turned around one end
        ([(0, -1), (10, 1)], 10.0),  # crosses it in the middle: not less than the 5 between them
    ],
)
def test_the_area_between_two_lines(new: list[tuple[float, float]], area: float) -> None:
    assert swept_areas(lines_of(STRAIGHT), lines_of(new)).tolist() == pytest.approx([area])


def test_lines_have_nothing_to_do_with_each_other() -> None:
    old = lines_of(STRAIGHT, [(100, 0), (100, 5), (100, 10)], [(0, 50), (0, 50)])
    new = lines_of([(0, 1), (10, 1)], [(100, 0), (100, 10)], [(0, 50), (0, 51)])
    assert swept_areas(old, new).tolist() == pytest.approx([10, 0, 0])


def test_no_lines_sweep_nothing() -> None:
    assert (
        len(swept_areas(Lines(np.zeros((0, 2)), np.zeros(1, np.int64)), Lines(np.zeros((0, 2)), np.zeros(1, np.int64))))
        == 0
    )


@pytest.mark.parametrize("seed", range(20))
def test_polygons_differ_by_no_more_than_what_their_outlines_pass_over(seed: int) -> None:
    generator = np.random.default_rng(seed)
    before, after = [], []
    for _ in range(20):
        plain = box(0, 0, *generator.uniform(2, 20, 2))
        rough = shapely.segmentize(plain, 0.7)
        xy = shapely.get_coordinates(rough)[:-1]
        drawn = Polygon(xy + generator.normal(0, 0.15, xy.shape))
        moved = affinity.translate(affinity.rotate(plain, generator.normal(0, 20)), *generator.normal(0, 2, 2))
        if drawn.is_valid:
            before.append(drawn)
            after.append(moved)
    swept = swept_areas(lines_of(*map(ring, before)), lines_of(*map(ring, after)))
    apart = shapely.area(shapely.symmetric_difference(before, after))
    assert (apart <= swept * (1 + 1e-9)).all()
    assert (swept < 40 * apart + 1).all()  # and it says something
