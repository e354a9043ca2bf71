"""Footprints are counted per category, and per raster where that is asked."""

from __future__ import annotations

from deepseg_qgis.domain.statistics import CategoryCount, FootprintRow, count_by_category, total_area_m2

ROWS = [
    FootprintRow("roof", "b.tif", 10.0),
    FootprintRow("roof", "a.tif", 20.0),
    FootprintRow("pond", "b.tif", 5.0),
    FootprintRow("roof", "a.tif", 30.0),
]


def test_nothing_makes_no_lines() -> None:
    assert count_by_category([]) == []
    assert total_area_m2([]) == 0.0


def test_categories_come_in_order_with_sums_and_means() -> None:
    assert count_by_category(iter(ROWS)) == [
        CategoryCount("pond", "", 1, 5.0, 5.0),
        CategoryCount("roof", "", 3, 60.0, 20.0),
    ]


def test_rasters_are_told_apart_where_asked() -> None:
    assert count_by_category(ROWS, by_raster=True) == [
        CategoryCount("pond", "b.tif", 1, 5.0, 5.0),
        CategoryCount("roof", "a.tif", 2, 50.0, 25.0),
        CategoryCount("roof", "b.tif", 1, 10.0, 10.0),
    ]


def test_one_unknown_area_makes_the_sum_unknown_but_not_the_count() -> None:
    counts = count_by_category([*ROWS, FootprintRow("roof", "c.tif", None)])
    assert counts[1] == CategoryCount("roof", "", 4, None, None)
    assert total_area_m2(counts) is None
    assert total_area_m2(counts[:1]) == 5.0
