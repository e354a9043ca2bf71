"""The comparison of what the docks and the command line came to finds every kind of difference."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.desktop import same_numbers
from tests.desktop.same_numbers import (
    FOOTPRINTS,
    N_LABELS,
    RUN,
    numbers_of_all,
    numbers_of_rasters,
    numbers_of_table,
    sums_of_rasters,
)

Change = Callable[[Path], None]
EPOCHS = "epoch,seconds,loss,f1\n1,{seconds},2.5,0.125\n"
TABLE = "category,raster,n,total_area_m2\npool,a.jpg,1,45.06\npool,b.jpg,2,{area}\n"


def write_side(folder: Path, *, is_docks: bool) -> None:
    """Write what one side leaves; what may differ does: times, ids, the order of rows, the card of the model."""
    run, footprints = (folder, folder / "footprints.gpkg") if is_docks else (folder / RUN, folder / FOOTPRINTS)
    history, model = ("history.csv", "model") if is_docks else ("run/history.csv", "sportsfields-1")
    for path in (run / history, footprints):
        path.parent.mkdir(parents=True, exist_ok=True)
    (run / history).write_text(EPOCHS.format(seconds=3 if is_docks else 4), encoding="utf-8")
    card = b"docks" if is_docks else b"line!!"
    (run / f"{model}.safetensors").write_bytes(len(card).to_bytes(8, "little") + card + b"weights")
    write_table(folder / "labels.gpkg", "labels", ["pool"] * N_LABELS)
    write_table(footprints, "footprints", ["pool", "court"] if is_docks else ["court", "pool"])
    (folder / "statistics.csv").write_text(TABLE.format(area=90.0), encoding="utf-8")
    numbers = {"all": {"pool": [3, 135.06]}, "a.jpg": {"pool": [1, 45.06]}, "b.jpg": {"pool": [2, 90.0]}}
    (folder / "numbers.json").write_text(json.dumps(numbers), encoding="utf-8")
    first = 1 if is_docks else 7
    annotation = {"id": first, "image_id": first, "category_id": 1, "bbox": [0, 0, 9, 5], "area": 45, "iscrowd": 0}
    coco = {
        "images": [{"id": first, "file_name": "a.jpg", "width": 640, "height": 640}],
        "categories": [{"id": 1, "name": "pool"}],
        "annotations": [{**annotation, "segmentation": [[0, 0, 9, 0, 9, 5]], "score": 0.5}],
    }
    (folder / "footprints.json").write_text(json.dumps(coco), encoding="utf-8")


def write_table(path: Path, name: str, categories: list[str]) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(f"CREATE TABLE {name} (fid INTEGER PRIMARY KEY, raster, category, score, area_m2, geom)")
        rows = [("a.jpg", category, 0.5, 45.06, category.encode()) for category in categories]
        file.executemany(f"INSERT INTO {name} (raster, category, score, area_m2, geom) VALUES (?, ?, ?, ?, ?)", rows)


def in_file(name: str, before: str, after: str) -> Change:
    def change(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert before in text
        (folder / name).write_text(text.replace(before, after), encoding="utf-8")

    return change


def in_table(name: str, statement: str) -> Change:
    def change(folder: Path) -> None:
        with closing(sqlite3.connect(folder / name)) as file, file:
            file.execute(statement)

    return change


def with_other_weights(folder: Path) -> None:
    path = folder / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-1] + b"S")


def compare(monkeypatch: pytest.MonkeyPatch, folder: Path, change: Change = lambda _: None) -> int:
    for side in ("docks", "line"):
        (folder / side).mkdir()
        write_side(folder / side, is_docks=side == "docks")
    change(folder / "docks")
    monkeypatch.setattr(sys, "argv", ["same_numbers", str(folder / "docks"), str(folder / "line")])
    return same_numbers.main()


def test_the_same_work_gives_the_same_numbers(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(monkeypatch, tmp_path) == 0
    assert "DIFFERENT" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "change, named",
    [
        (in_table("labels.gpkg", "UPDATE labels SET category = 'court' WHERE fid = 138"), "labels (138)"),
        (in_table("labels.gpkg", "DELETE FROM labels WHERE fid = 138"), "number of labels (137)"),
        (in_file("history.csv", "0.125", "0.126"), "losses and scores of each epoch"),
        (with_other_weights, "weights of the model"),
        (in_table("footprints.gpkg", "UPDATE footprints SET score = 0.51 WHERE fid = 1"), "footprints (2)"),
        (in_table("footprints.gpkg", "UPDATE footprints SET geom = X'00' WHERE fid = 1"), "footprints (2)"),
        (in_file("statistics.csv", "90.0", "91.0"), "statistics, saved as a table"),
        (in_file("numbers.json", "[2, 90.0]", "[3, 90.0]"), "statistics, as the docks show them"),
        (in_file("numbers.json", "[3, 135.06]", "[3, 135.05]"), "statistics of all rasters"),
        (in_file("footprints.json", '"height": 640', '"height": 641'), "COCO: images"),
        (in_file("footprints.json", '"name": "pool"', '"name": "court"'), "COCO: categories"),
        (in_file("footprints.json", "[0, 0, 9, 5]", "[0, 0, 9, 6]"), "COCO: annotations"),
    ],
)
def test_a_difference_of_any_kind_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Change, named: str
) -> None:
    assert compare(monkeypatch, tmp_path, change) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith(named) and line.endswith("DIFFERENT") for line in lines), lines


def test_a_table_gives_the_numbers_of_each_raster() -> None:
    rows = [
        {"category": "pool", "raster": "a.jpg", "n": "1", "total_area_m2": "45.06"},
        {"category": "pool", "raster": "b.jpg", "n": "2", "total_area_m2": "90.0"},
    ]
    assert numbers_of_table(rows) == {"a.jpg": {"pool": (1, 45.06)}, "b.jpg": {"pool": (2, 90.0)}}


def test_sums_are_not_spoiled_by_what_tables_round() -> None:
    shown = {"all": {"field": [2, 5.008]}, "a.jpg": {"field": [1, 2.504]}, "b.jpg": {"field": [1, 2.504]}}
    assert numbers_of_all(shown) == sums_of_rasters(shown) == {"field": (2, 5.008)}
    assert numbers_of_rasters(shown) == {"a.jpg": {"field": (1, 2.5)}, "b.jpg": {"field": (1, 2.5)}}
