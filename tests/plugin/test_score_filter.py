"""The condition that shows footprints: asked of a real database, which must understand it."""

from __future__ import annotations

import sqlite3

import pytest

from deepseg_qgis.domain.score_filter import score_filter

ROWS = [
    ("roof", 0.5, 10.0, "a.tif"),
    ("roof", 0.49, 100.0, "a.tif"),
    ("tree", 0.3, 5.0, "b.tif"),
    ("l'arbre", 0.9, None, "b.tif"),
    (None, 0.7, 2.0, "b.tif"),
]


def shown(condition: str) -> list[int]:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE footprints (category TEXT, score REAL, area_m2 REAL, raster TEXT)")
    base.executemany("INSERT INTO footprints VALUES (?, ?, ?, ?)", ROWS)
    rows = base.execute(f"SELECT rowid - 1 FROM footprints WHERE {condition} ORDER BY rowid")
    return [row[0] for row in rows]


@pytest.mark.parametrize(
    "values, rows",
    [
        ({"score_threshold": 0.0}, [0, 1, 2, 3, 4]),
        ({"score_threshold": 0.5}, [0, 3, 4]),
        ({"score_threshold": 0.5, "category_thresholds": {"tree": 0.3}}, [0, 2, 3, 4]),
        ({"score_threshold": 0.3, "category_thresholds": {"l'arbre": 0.95, "roof": 0.5}}, [0, 2, 4]),
        ({"score_threshold": 0.0, "min_area_m2": 5.0}, [0, 1, 2, 3]),
        ({"raster": "b.tif", "score_threshold": 0.5}, [3, 4]),
        ({"raster": "x' OR 1=1 --", "score_threshold": 0.0}, []),
    ],
)
def test_footprints_that_reach_threshold_and_area_are_shown(values: dict, rows: list[int]) -> None:
    assert shown(score_filter(**values)) == rows


def test_numbers_are_written_as_databases_read_them() -> None:
    assert score_filter(score_threshold=0.1) == '"score" >= 0.1'
    assert "0.00001" not in score_filter(score_threshold=0.3, min_area_m2=0.00001)
    assert "e-" not in score_filter(score_threshold=0.00001)


def test_a_category_with_the_threshold_of_all_needs_no_part_of_its_own() -> None:
    assert score_filter(score_threshold=0.5, category_thresholds={"roof": 0.5}) == '"score" >= 0.5'
