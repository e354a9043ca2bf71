"""deepseg:cleanshapes hands layers to the engine and brings back the polygons with all their fields."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from tests.qgis.label_world import polygon_layer, square
from tests.qgis.processing_world import World, run, why_not

pytestmark = pytest.mark.usefixtures("provider")

CHANGES = {"right-angles", "smooth-m", "fill-holes-m2", "wall-shift-m", "simplify-m", "min-area-m2", "inside"}


def test_a_file_is_cleaned_with_all_that_was_asked(world: World, tmp_path: Path) -> None:
    output = str(tmp_path / "clean.gpkg")
    parameters = {
        "INPUT": world.labels,
        "RIGHT_ANGLES": True,
        "WALL_SHIFT_M": 0.5,
        "LEAST_IOU": 0.9,
        "SMOOTH_M": 0.3,
        "SIMPLIFY_M": 0.2,
        "FILL_HOLES_M2": 2,
        "MIN_AREA_M2": 4,
        "INSIDE": world.areas,
        "OUTPUT": output,
    }
    done = run("deepseg:cleanshapes", parameters)
    assert done.is_done, done.feedback.errors
    assert done.values == {"OUTPUT": output, "N_POLYGONS": 3, "N_CHANGED": 2, "N_DROPPED": 1}
    layer = QgsVectorLayer(output, "clean", "ogr")
    assert [feature["category"] for feature in layer.getFeatures()] == ["roof", "roof", "tree"]
    asked = world.asked()
    assert (asked["command"], asked["right-angles"]) == (["clean-shapes"], [""])
    assert asked["inside"] == [f"{world.site}|areas"]
    numbers = ("wall-shift-m", "least-iou", "smooth-m", "simplify-m", "fill-holes-m2", "min-area-m2")
    assert [asked[name] for name in numbers] == [["0.5"], ["0.9"], ["0.3"], ["0.2"], ["2"], ["4"]]


def test_what_is_left_empty_is_not_asked(world: World) -> None:
    done = run("deepseg:cleanshapes", {"INPUT": world.labels, "RIGHT_ANGLES": True, "OUTPUT": "memory:"})
    assert done.is_done, done.feedback.errors
    assert CHANGES & set(world.asked()) == {"right-angles"}


def test_a_layer_in_memory_is_cleaned_with_its_fields(world: World) -> None:
    layer = polygon_layer([(square(450_000, 40_000, 3), "roof", 5)], fields="category:string,nr:integer")
    QgsProject.instance().addMapLayer(layer)
    done = run("deepseg:cleanshapes", {"INPUT": layer.id(), "SIMPLIFY_M": 0.5, "OUTPUT": "memory:"})
    assert done.is_done, done.feedback.errors
    (row,) = done.context.takeResultLayer(done.values["OUTPUT"]).getFeatures()
    assert (row["category"], row["nr"]) == ("roof", 5)


@pytest.mark.parametrize("more", [{}, {"WALL_SHIFT_M": 0.5}, {"LEAST_IOU": 0.5, "SIMPLIFY_M": 0}])
def test_a_run_that_would_change_nothing_is_refused(world: World, more: dict[str, float]) -> None:
    assert "Nothing would change" in why_not(
        "deepseg:cleanshapes", {"INPUT": world.labels, "OUTPUT": "memory:", **more}
    )


def test_a_prediction_passes_on_how_outlines_shall_be(world: World, tmp_path: Path) -> None:
    trained = {"RASTERS": [str(world.raster)], "LABELS": world.labels, "EPOCHS": 1, "MODEL": str(world.model)}
    assert run("deepseg:train", trained).is_done
    parameters = {"MODEL": str(world.model), "RASTERS": [str(world.raster)], "OUTPUT": "memory:"}
    shape = {"RIGHT_ANGLES": True, "SMOOTH_M": 0.5, "FILL_HOLES_M2": 3, "WALL_SHIFT_M": 0.8}
    done = run("deepseg:predict", {**parameters, **shape})
    assert done.is_done, done.feedback.errors
    asked = world.asked()
    assert [asked[name] for name in ("right-angles", "smooth-m", "fill-holes-m2", "wall-shift-m")] == [
        *([""], ["0.5"], ["3"], ["0.8"])
    ]
    run("deepseg:predict", parameters)
    assert not CHANGES & set(world.asked())
