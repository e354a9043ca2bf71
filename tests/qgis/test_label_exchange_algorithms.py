"""deepseg:importlabels and deepseg:exportlabels hand files, folders and layers to the engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from tests.qgis.label_world import polygon_layer, square
from tests.qgis.processing_world import World, run, why_not

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "-instances.json"
    path.write_text("{}")
    return path


def test_labels_of_a_file_become_a_layer(world: World, source: Path, tmp_path: Path) -> None:
    output = str(tmp_path / "labels.gpkg")
    done = run(
        "deepseg:importlabels",
        {
            "SOURCE": str(source),
            "FORMAT": "coco",
            "RASTERS": [str(world.raster)],
            "RASTER_FOLDER": str(world.folder),
            "CATEGORY": "roof",
            "OUTPUT": output,
        },
    )
    assert done.is_done, done.feedback.errors
    assert done.values == {"OUTPUT": output, "N_LABELS": 3, "N_DROPPED": 2, "N_IMAGES_UNMATCHED": 1}
    layer = QgsVectorLayer(output, "labels", "ogr")
    assert [feature["category"] for feature in layer.getFeatures()] == ["roof", "roof", "pool"]
    assert {feature["raster"] for feature in layer.getFeatures()} == {world.raster.name}
    asked = world.asked()
    assert asked["raster"] == [str(world.raster), str(world.folder)]
    assert (asked["format"], asked["category"], asked["pixels"]) == (["coco"], ["roof"], ["auto"])


def test_a_folder_is_looked_through(world: World) -> None:
    done = run("deepseg:importlabels", {"FOLDER": str(world.folder), "OUTPUT": "memory:"})
    assert done.is_done, done.feedback.errors
    asked = world.asked()
    assert asked["format"] == ["auto"] and "raster" not in asked


def test_a_layer_in_memory_is_exported_as_it_is_seen(world: World, tmp_path: Path) -> None:
    layer = polygon_layer([(square(450_000, 40_000, 3), "roof", 5)], fields="category:string,nr:integer")
    QgsProject.instance().addMapLayer(layer)
    output = str(tmp_path / "yolo")
    done = run(
        "deepseg:exportlabels",
        {
            "LABELS": layer.id(),
            "FORMAT": "yolo",
            "RASTERS": [str(world.raster)],
            "OUTPUT_FOLDER": output,
            "COPY_RASTERS": True,
        },
    )
    assert done.is_done, done.feedback.errors
    assert done.values == {"OUTPUT_FOLDER": output, "PATH": output, "N_LABELS": 3}
    assert (tmp_path / "yolo" / "data.yaml").is_file()
    asked = world.asked()
    assert (asked["format"], asked["copy-rasters"], asked["output"]) == (["yolo"], [""], [output])


@pytest.mark.parametrize(
    "algorithm, more, words",
    [
        ("importlabels", {}, "either a file or a folder"),
        ("importlabels", {"SOURCE": "/gone.json"}, "/gone.json does not exist"),
        ("exportlabels", {"OUTPUT": "x.json"}, "COCO JSON keeps labels in the pixels of images: choose the rasters"),
        ("exportlabels", {"RASTERS": "{raster}"}, "either a file or a folder to write to"),
        ("exportlabels", {"RASTERS": "{raster}", "FORMAT": "yolo", "OUTPUT_FOLDER": "{folder}"}, "is not empty"),
        ("exportlabels", {"RASTERS": "{raster}", "FORMAT": "pdf", "OUTPUT": "x.pdf"}, "one of the formats: coco, yolo"),
    ],
)
def test_what_cannot_be_is_told_before(world: World, algorithm: str, more: dict[str, str], words: str) -> None:
    places = {"raster": str(world.raster), "folder": str(world.folder)}
    parameters: dict[str, object] = {name: value.format(**places) for name, value in more.items()}
    parameters |= {"LABELS": world.labels} if algorithm == "exportlabels" else {"OUTPUT": "memory:"}
    assert words in why_not(f"deepseg:{algorithm}", parameters)
