"""Polygons are taken apart into arcs, and put together again as they were."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely import Polygon, box

from engine.shaping.junctions import with_junctions
from engine.shaping.network import Outlines, network_of
from tests.engine.shaping.drawn_shapes import array_of, land, town

RING = Polygon(box(0, 0, 10, 10).exterior, [box(3, 3, 6, 6).exterior])


def test_no_polygons_have_no_arcs() -> None:
    network = network_of(Outlines.of(array_of([])))
    assert len(network) == 0 and len(network.outlines(network.lines).polygons()) == 0


def test_a_building_by_itself_is_one_closed_arc() -> None:
    network = network_of(Outlines.of(array_of([box(0, 0, 2, 1)])))
    assert len(network) == 1 and network.is_closed.all()
    assert np.array_equal(network.lines.xy[0], network.lines.xy[-1])


def test_a_wall_between_two_is_there_once() -> None:
    network = network_of(Outlines.of(array_of([box(0, 0, 2, 1), box(2, 0, 4, 1)])))
    assert len(network) == 3 and not network.is_closed.any()
    n_users = np.bincount(network.uses)
    assert sorted(n_users.tolist()) == [1, 1, 2]
    shared = network.lines.take(np.flatnonzero(n_users == 2)).xy
    assert shared[:, 0].tolist() == [2, 2]


def test_an_island_that_fills_a_hole_shares_its_whole_ring() -> None:
    island = Polygon(np.roll(shapely.get_coordinates(RING.interiors[0])[:-1], 1, axis=0)[::-1])
    network = network_of(Outlines.of(array_of([RING, island])))
    assert len(network) == 2 and network.is_closed.all()
    assert len(network_of(Outlines.of(array_of([RING, island])), apart=True)) == 3


def test_the_arc_of_a_building_does_not_depend_on_where_its_ring_begins() -> None:
    polygon = town(1, 3)[0]
    ring = shapely.get_coordinates(polygon.exterior)[:-1]
    wanted = network_of(Outlines.of(array_of([polygon]))).lines.xy
    for shift in (1, 7, 20):
        for step in (1, -1):
            turned = Polygon(np.roll(ring, shift, axis=0)[::step])
            assert np.array_equal(network_of(Outlines.of(array_of([turned]))).lines.xy, wanted)


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_what_is_taken_apart_is_put_together_again(seed: int, apart: bool) -> None:
    polygons = np.concatenate([town(20, seed), land(15, seed), array_of([RING, RING])])
    network = network_of(Outlines.of(polygons), apart=apart)
    again = network.outlines(network.lines).polygons()
    assert shapely.equals_exact(shapely.normalize(again), shapely.normalize(polygons)).all()


def test_a_point_that_is_there_twice_counts_once() -> None:
    doubled = Polygon([(0, 0), (1, 0), (1, 0), (1, 1), (1, 1), (0, 0)])
    assert Outlines.of(array_of([doubled])).counts.tolist() == [3]


def test_a_corner_on_the_wall_of_a_neighbor_becomes_a_point_of_it() -> None:
    long, left, right = box(0, 0, 10, 1), box(0, 1, 4, 3), box(4, 1, 10, 3)
    polygons = array_of([long, left, right])
    assert not shapely.coverage_is_valid(polygons)
    joined = with_junctions(Outlines.of(polygons), np.arange(3)).polygons()
    assert shapely.coverage_is_valid(joined)
    assert [shapely.get_num_coordinates(each) for each in joined] == [6, 5, 5]


def test_those_that_are_not_asked_about_get_no_points() -> None:
    polygons = array_of([box(0, 0, 10, 1), box(4, 1, 10, 3)])
    outlines = Outlines.of(polygons)
    assert with_junctions(outlines, np.zeros(0, int)) is outlines
