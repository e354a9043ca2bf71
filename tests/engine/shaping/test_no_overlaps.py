"""No polygon comes to lie in another one, whether they touch or have ground between them."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely import Polygon, affinity, box

from engine.domain.clean_shapes_settings import ShapeChanges
from engine.shaping.acceptance import Before, accepted
from engine.shaping.network import Lines, Outlines, network_of
from engine.shaping.reshape import reshaped
from tests.engine.shaping.drawn_shapes import L_SHAPE, array_of, overlap

SIDE_M = 60
GAP_M = 0.02
PLAIN = [box(0, 0, 1, 1), affinity.scale(L_SHAPE, 1 / 20, 1 / 18, origin=(0, 0))]


def neighborhood(seed: int) -> np.ndarray:
    """Return some 35 buildings, turned anyhow, as near to each other as can be without touching; ragged, some badly."""
    generator = np.random.default_rng(seed)
    found: list[Polygon] = []
    for _ in range(300):
        sized = affinity.scale(PLAIN[generator.integers(2)], *generator.uniform(3, 16, 2), origin=(0, 0))
        turned = affinity.rotate(sized, generator.uniform(0, 90), origin=(0, 0))
        placed = affinity.translate(turned, *generator.uniform(0, SIDE_M, 2))
        xy = shapely.get_coordinates(shapely.segmentize(placed, 0.5))[:-1]
        drawn = Polygon(xy + generator.normal(0, generator.choice([0.05, 0.12, 0.2]), xy.shape))
        if drawn.is_valid and all(drawn.distance(other) > GAP_M for other in found):
            found.append(drawn)
    return array_of(found)


@pytest.mark.parametrize("seed", range(14))
@pytest.mark.parametrize(
    "changes",
    [
        ShapeChanges(right_angles=True, wall_shift_m=1.5),
        ShapeChanges(right_angles=True),
        ShapeChanges(simplify_m=0.8),
        ShapeChanges(smooth_m=1.0),
    ],
    ids=["far right angles", "right angles", "simplify", "smooth"],
)
def test_neighbors_with_ground_between_them_stay_apart(changes: ShapeChanges, seed: int) -> None:
    before = neighborhood(seed)
    assert overlap(before) == 0
    after = reshaped(before, changes)
    assert shapely.is_valid(after).all()
    one, other = shapely.STRtree(after).query(after, predicate="intersects")
    one, other = one[one < other], other[one < other]
    common = shapely.area(shapely.intersection(after[one], after[other]))
    assert (common <= 1e-7 * np.minimum(shapely.area(after[one]), shapely.area(after[other]))).all()
    assert not shapely.equals(before, after).all()


def taken(before: list[Polygon], wanted: list[Polygon]) -> np.ndarray:
    """Return what is taken of outlines that are wanted in the place of others; none touches another one."""
    polygons = array_of(before)
    outlines = Outlines.of(polygons)
    network = network_of(outlines)
    owners = [int(network.users[network.uses == arc][0]) for arc in range(len(network))]
    xy = [shapely.get_coordinates(wanted[owner].exterior) for owner in owners]
    starts = np.concatenate([[0], np.cumsum([len(each) for each in xy])])
    return accepted(Before(network, polygons), Lines(np.concatenate(xy), starts), least_iou=0.0)


def test_an_invalid_outline_elsewhere_does_not_hide_an_overlap() -> None:
    before = [box(0, 0, 10, 10), box(10.5, 0, 20, 10), box(100, 0, 110, 10)]
    crossed = Polygon([(100, 0), (110, 10), (110, 0), (100, 10)])
    found = taken(before, [box(0, 0, 10.8, 10), box(10.2, 0, 20, 10), crossed])
    assert shapely.equals(found, before).all()


def test_what_goes_back_sends_back_what_has_come_to_its_place() -> None:
    before = [box(-5, 0, -0.5, 10), box(0, 0, 10, 10), box(10.5, 0, 20, 10)]
    found = taken(before, [before[0], box(-1, 0, 9, 10), box(9.5, 0, 20, 10)])
    assert shapely.equals(found, before).all()


def test_outlines_that_lie_in_no_other_are_taken() -> None:
    wanted = [box(0, 0, 10.1, 10), box(10.2, 0, 20, 10)]
    assert shapely.equals(taken([box(0, 0, 10, 10), box(10.5, 0, 20, 10)], wanted), wanted).all()
