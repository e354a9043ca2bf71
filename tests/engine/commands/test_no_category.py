"""Polygons whose category is empty have one name, whatever command looks at them."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.cli.main import main
from engine.domain.category import NO_CATEGORY
from tests.factories import map_box, write_polygons, write_raster

EMPTY = [
    (["roof", None, "  "], "roof"),
    ([7, None, None], "7"),
]


@pytest.fixture(params=EMPTY, ids=["text", "numbers"])
def named(tmp_path: Path, request: pytest.FixtureRequest) -> tuple[Path, str]:
    """Return a file with one polygon of a category and two without, and the name of that category."""
    values, name = request.param
    boxes = [map_box(0, 0, 5, 5), map_box(0, 10, 5, 5), map_box(10, 0, 5, 5)]
    write_raster(tmp_path / "city.tif", np.zeros((3, 20, 20), np.uint8))
    return write_polygons(tmp_path / "f.gpkg", boxes, category=values), name


def run(*words: Any) -> None:
    assert main([str(word) for word in words]) == 0


def test_statistics(tmp_path: Path, named: tuple[Path, str], capsys: pytest.CaptureFixture[str]) -> None:
    source, name = named
    run("statistics", source, "--format", "json", "--output", tmp_path / "n.json")
    found = {row["category"]: row["n"] for row in json.loads((tmp_path / "n.json").read_text())["counts"]}
    assert found == {NO_CATEGORY: 2, name: 1}
    run("statistics", source, "--format", "csv", "--output", tmp_path / "n.csv", "--sizes", tmp_path / "s.csv")
    for file in ("n.csv", "s.csv"):
        rows = list(csv.DictReader((tmp_path / file).open()))
        assert {row["category"] for row in rows} == {NO_CATEGORY, name}
    run("statistics", source, "--format", "html", "--output", tmp_path / "n.html", "--raster", tmp_path / "city.tif")
    assert NO_CATEGORY in (tmp_path / "n.html").read_text()
    run("statistics", source)
    assert any(line.startswith(f"{NO_CATEGORY} ") for line in "".join(capsys.readouterr()).splitlines())


def test_cutouts(tmp_path: Path, named: tuple[Path, str]) -> None:
    source, name = named
    run("cutouts", source, "--raster", tmp_path / "city.tif", "--output", tmp_path / "all")
    assert {path.name for path in (tmp_path / "all").iterdir() if path.is_dir()} == {NO_CATEGORY, name}
    words = ("--raster", tmp_path / "city.tif", "--output", tmp_path / "some", "--category", NO_CATEGORY)
    run("cutouts", source, *words)
    assert [path.name for path in (tmp_path / "some").iterdir() if path.is_dir()] == [NO_CATEGORY]


def test_masks(tmp_path: Path, named: tuple[Path, str], capfd: pytest.CaptureFixture[str]) -> None:
    source, name = named
    words = ("--raster", tmp_path / "city.tif", "--polygons", source, "--kind", "class", "--output")
    run("mask", *words, tmp_path / "m.tif", "--events")
    result = json.loads(capfd.readouterr().out.splitlines()[-1])
    assert {each["name"] for each in result["values"]["classes"]} == {NO_CATEGORY, name}
