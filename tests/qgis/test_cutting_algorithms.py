"""deepseg:savetiles, deepseg:jointiles and deepseg:chips: what they ask of the engine, and what they give back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from qgis.core import QgsRasterLayer, QgsVectorLayer

from deepseg_qgis.algorithms.chips import LAYOUTS
from tests.qgis.processing_world import World, run, why_not

pytestmark = pytest.mark.usefixtures("provider")


def test_tiles_are_saved_and_put_together(world: World) -> None:
    folder = world.folder / "tiles"
    done = run("deepseg:savetiles", {"RASTERS": [str(world.raster)], "ROWS": 2, "COLUMNS": 3, "OUTPUT": str(folder)})

    assert done.is_done, done.feedback.errors
    assert done.values["N_TILES"] == 1
    asked = world.asked()
    assert asked["command"] == ["tile"]
    assert (asked["rows"], asked["columns"]) == (["2"], ["3"])
    assert not {"tile-size", "format"} & set(asked)

    output = world.folder / "whole.tif"
    done = run("deepseg:jointiles", {"TILES": str(folder), "OUTPUT": str(output)})

    assert done.is_done, done.feedback.errors
    assert QgsRasterLayer(done.values["OUTPUT"]).isValid()
    asked = world.asked()
    assert (asked["command"], asked["output"]) == (["join-tiles"], [str(output)])
    assert str(folder)[2:] in asked  # what has no option's name


def test_a_layer_of_the_project_is_divided(world: World) -> None:
    layer = QgsRasterLayer(str(world.raster), "city")

    done = run(
        "deepseg:savetiles", {"RASTERS": [layer], "TILE_SIZE": 32, "FORMAT": "png", "OUTPUT": str(world.folder / "t")}
    )

    assert done.is_done, done.feedback.errors
    assert (world.asked()["tile-size"], world.asked()["format"]) == (["32"], ["png"])


@pytest.mark.parametrize(
    "parameters, why",
    [
        ({"ROWS": 2}, "Rows and columns belong together"),
        ({"ROWS": 2, "COLUMNS": 2, "TILE_SIZE": 9}, "only one can hold"),
    ],
)
def test_a_division_that_cannot_be_is_told_before_it_starts(world: World, parameters: dict, why: str) -> None:
    asked = {"RASTERS": [str(world.raster)], "OUTPUT": str(world.folder / "t"), **parameters}

    assert why in why_not("deepseg:savetiles", asked)


@pytest.mark.parametrize("name", ["savetiles", "chips"])
def test_a_folder_with_something_in_it_is_told_before_it_starts(world: World, name: str) -> None:
    asked = {"RASTERS": [str(world.raster)], "LABELS": world.labels, "OUTPUT": str(world.folder)}

    assert "is not empty" in why_not(f"deepseg:{name}", asked)


def test_a_folder_without_tiles_is_told_before_it_starts(world: World) -> None:
    assert "holds no tiles" in why_not("deepseg:jointiles", {"TILES": str(world.folder), "OUTPUT": "a.tif"})


def test_chips_are_cut_as_asked(world: World) -> None:
    folder = world.folder / "chips"
    parameters = {
        "RASTERS": [str(world.raster)],
        "LABELS": world.labels,
        "CATEGORY_FIELD": "category",
        "AREAS": world.areas,
        "FORMAT": "coco",
        "SIZE": 64,
        "STRIDE": 32,
        "ROTATION": "0; 90, -30.5",
        "MIN_OVERLAP": 0.25,
        "EMPTY_SHARE": 0.1,
        "CHIP_FORMAT": "jpg",
        "BANDS": "3,2,1",
        "SEED": 4,
        "OUTPUT": str(folder),
    }

    done = run("deepseg:chips", parameters)

    assert done.is_done, done.feedback.errors
    assert {name: done.values[name] for name in ("N_CHIPS", "N_TRAIN", "N_VAL", "N_EMPTY", "N_LABELS")} == {
        "N_CHIPS": 3, "N_TRAIN": 2, "N_VAL": 1, "N_EMPTY": 0, "N_LABELS": 5
    }  # fmt: skip
    asked = world.asked()
    assert asked["command"] == ["chips"]
    wanted = {
        "format": "coco",
        "category-field": "category",
        "size": "64",
        "stride": "32",
        "rotation": "0,90,-30.5",
        "min-overlap": "0.25",
        "empty-share": "0.1",
        "chip-format": "jpg",
        "bands": "3,2,1",
        "seed": "4",
        "output": str(folder),
    }
    assert {name: asked[name] for name in wanted} == {name: [value] for name, value in wanted.items()}
    assert asked["labels"][0].startswith(str(world.site)) and asked["areas"][0].startswith(str(world.site))


def test_chips_need_labels_and_rasters_only(world: World) -> None:
    layer = QgsVectorLayer(world.labels, "labels", "ogr")
    parameters = {"RASTERS": [str(world.raster)], "LABELS": layer, "OUTPUT": "TEMPORARY_OUTPUT"}

    done = run("deepseg:chips", parameters)

    assert done.is_done, done.feedback.errors
    assert Path(done.values["OUTPUT"]).is_dir()
    assert not {"stride", "empty-share", "chip-format", "bands", "areas", "category-field"} & set(world.asked())
    assert world.asked()["format"] == ["yolo"]


def test_every_layout_of_the_engine_is_offered() -> None:
    source = (Path(__file__).parents[2] / "engine" / "domain" / "chips_settings.py").read_text(encoding="utf-8")
    layouts = re.search(r"^CHIP_LAYOUTS = \((.*)\)$", source, re.MULTILINE)
    assert layouts is not None

    assert sorted(LAYOUTS) == sorted(re.findall(r'"(\w+)"', layouts[1]))


@pytest.mark.parametrize(
    "parameters, why", [({"ROTATION": "north"}, "“north” are no angles"), ({"BANDS": "red"}, "“red” names no bands")]
)
def test_chips_that_cannot_be_are_told_before_they_start(world: World, parameters: dict, why: str) -> None:
    asked = {"RASTERS": [str(world.raster)], "LABELS": world.labels, "OUTPUT": str(world.folder / "c"), **parameters}

    assert why in why_not("deepseg:chips", asked)
