"""Bars of the size histogram in the dock: round edges that hold everything, from a few sums."""

from __future__ import annotations

import pytest

from deepseg_qgis.domain.size_bars import SizeBars, SizeSummary, bar_of, size_edges


def summary(*areas: float) -> SizeSummary:
    n = len(areas)
    if not n:
        return SizeSummary()
    return SizeSummary(n, min(areas), max(areas), sum(areas) / n, sum(area * area for area in areas) / n)


def test_nothing_has_no_bars() -> None:
    assert size_edges(summary()) == ()
    assert SizeBars().totals == ()
    assert bar_of(3, ()) is None


@pytest.mark.parametrize(
    "areas",
    [(5.0,), (0.0,), (7.0, 7.0), (0.0, 0.0, 3.0), (1, 2, 3, 90_000), tuple(range(40, 160)), (0.001, 5, 80, 4000)],
)
def test_every_area_lies_in_a_bar(areas: tuple[float, ...]) -> None:
    edges = size_edges(summary(*areas))
    assert list(edges) == sorted(set(edges)) and len(edges) < 40
    assert None not in [bar_of(area, edges) for area in areas]


def test_what_is_alike_has_bars_of_one_width() -> None:
    assert size_edges(summary(*range(40, 160))) == tuple(range(40, 161, 10))


def test_what_is_far_apart_has_bars_that_double() -> None:
    assert size_edges(summary(1.5, 3, 30, 400, 4000)) == (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def test_summaries_of_two_layers_are_that_of_both() -> None:
    assert summary(1, 2) + SizeSummary() == summary(1, 2)
    both, whole = summary(1, 2, 9) + summary(4, 4), summary(1, 2, 9, 4, 4)
    assert (both.n, both.least, both.most) == (whole.n, whole.least, whole.most)
    assert (both.mean, both.std) == pytest.approx((whole.mean, whole.std))


def test_bars_of_categories_add_up() -> None:
    assert SizeBars((0, 5, 10), {"roof": (1, 2), "tree": (4, 0)}).totals == (5, 2)
