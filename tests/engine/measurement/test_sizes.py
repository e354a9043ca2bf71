"""Bars of a size histogram begin and end at round numbers and hold everything."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.measurement.sizes import size_counts, size_edges


def test_no_sizes_have_no_bars() -> None:
    assert size_edges(np.zeros(0)) == ()
    assert len(size_counts(np.zeros(0), ())) == 0


@pytest.mark.parametrize("areas", [[5.0], [0.0], [7.0, 7.0, 7.0], [0.0, 0.0, 3.0]])
def test_a_few_sizes_have_bars(areas: list[float]) -> None:
    edges = size_edges(np.array(areas))
    assert size_counts(np.array(areas), edges).sum() == len(areas)


def test_sizes_that_are_alike_have_bars_of_one_width() -> None:
    edges = size_edges(np.linspace(40, 160, 500))
    assert np.diff(edges) == pytest.approx(10)
    assert edges[0] == 40 and edges[-1] >= 160


def test_sizes_far_apart_have_bars_that_double() -> None:
    edges = size_edges(np.geomspace(1.5, 4000, 500))
    assert edges == (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def test_a_giant_makes_a_bar_without_end_and_not_a_thousand_bars() -> None:
    areas = np.append(np.linspace(40, 160, 500), 90_000)
    edges = size_edges(areas)
    assert math.isinf(edges[-1]) and len(edges) < 20
    assert size_counts(areas, edges)[-1] == 1 + (areas[:-1] >= edges[-2]).sum()


@pytest.mark.parametrize("seed", range(5))
def test_every_size_lies_in_a_bar(seed: int) -> None:
    generator = np.random.default_rng(seed)
    areas = generator.lognormal(generator.uniform(-3, 8), generator.uniform(0.01, 3), 1000)
    edges = size_edges(areas)
    assert (np.diff(edges) > 0).all() and len(edges) < 60
    assert size_counts(areas, edges).sum() == 1000


def test_a_bar_holds_its_beginning_but_not_its_end() -> None:
    assert size_counts(np.array([0, 10, 10, 19, 20]), (0, 10, 20)).tolist() == [1, 4]
