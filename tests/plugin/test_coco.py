"""Footprints as COCO annotations, read by pycocotools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deepseg_qgis.domain.coco import annotation, area_px, run_lengths

SQUARE = [(1, 1), (5, 1), (5, 4), (1, 4), (1, 1)]
HOLE = [(2, 2), (4, 2), (4, 3), (2, 3), (2, 2)]
FAR = [(7, 0), (10, 0), (10, 10), (7, 10), (7, 0)]


def mask(lengths: dict) -> list[list[int]]:
    rows, columns = lengths["size"]
    flat = [i % 2 for i, n in enumerate(lengths["counts"]) for _ in range(n)]
    assert len(flat) == rows * columns
    return [[flat[column * rows + row] for column in range(columns)] for row in range(rows)]


def test_a_polygon_is_listed_corner_by_corner() -> None:
    found = annotation(1, image=2, category=3, parts=[[SQUARE]], size=(10, 12), score=0.51239)
    assert found["segmentation"] == [[1, 1, 5, 1, 5, 4, 1, 4]]
    assert found["bbox"] == [1, 1, 4, 3]
    assert (found["area"], found["score"], found["iscrowd"]) == (12, 0.5124, 0)
    assert (found["id"], found["image_id"], found["category_id"]) == (1, 2, 3)


def test_a_footprint_without_a_score_has_none() -> None:
    assert "score" not in annotation(1, image=1, category=1, parts=[[SQUARE]], size=(10, 12), score=None)


def test_a_hole_is_taken_off_the_area_and_kept_in_the_mask() -> None:
    assert area_px([SQUARE, HOLE]) == 10
    found = mask(run_lengths([[SQUARE, HOLE]], 6, 7))
    assert [sum(row) for row in found] == [0, 4, 2, 4, 0, 0]
    assert found[2][2:4] == [0, 0]


def test_what_reaches_over_the_edge_is_cut_and_runs_go_on_over_columns() -> None:
    lengths = run_lengths([[FAR]], 6, 9)
    assert lengths == {"size": [6, 9], "counts": [42, 12, 0]}


def test_pycocotools_loads_it_and_agrees_on_the_area(tmp_path: Path) -> None:
    coco = pytest.importorskip("pycocotools.coco")
    parts = [[[SQUARE]], [[SQUARE, HOLE]], [[SQUARE], [FAR]]]
    notes = [
        annotation(i, image=1, category=1, parts=each, size=(10, 12), score=0.9)
        for i, each in enumerate(parts, start=1)
    ]
    values = {
        "images": [{"id": 1, "file_name": "a.tif", "width": 12, "height": 10}],
        "categories": [{"id": 1, "name": "roof"}],
        "annotations": notes,
    }
    (tmp_path / "a.json").write_text(json.dumps(values))
    loaded = coco.COCO(str(tmp_path / "a.json"))
    areas = [int(loaded.annToMask(each).sum()) for each in loaded.loadAnns(loaded.getAnnIds())]
    assert areas == [12, 10, 42]
