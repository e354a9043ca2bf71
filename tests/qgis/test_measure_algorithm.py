"""deepseg:measure hands layers to the engine and brings back all fields and the new ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from tests.qgis.label_world import polygon_layer, square
from tests.qgis.processing_world import World, run, why_not

pytestmark = pytest.mark.usefixtures("provider")


def test_a_file_is_measured_where_it_lies(world: World, tmp_path: Path) -> None:
    output = str(tmp_path / "measured.gpkg")
    parameters = {
        "INPUT": world.labels,
        "RASTERS": [str(world.raster)],
        "BANDS": "red=1,nir=3",
        "PERCENTILES": "5;95",
        "TEXTURE": True,
        "OUTPUT": output,
    }
    done = run("deepseg:measure", parameters)
    assert done.is_done, done.feedback.errors
    assert done.values == {"OUTPUT": output, "N_POLYGONS": 3}
    layer = QgsVectorLayer(output, "measured", "ogr")
    assert [field.name() for field in layer.fields()][-2:] == ["category", "area_m2"]
    assert [feature["category"] for feature in layer.getFeatures()] == ["roof", "roof", "tree"]
    asked = world.asked()
    assert asked["raster"] == [str(world.raster)]
    assert (asked["bands"], asked["percentiles"], asked["texture"]) == (["red=1,nir=3"], ["5,95"], [""])


def test_without_a_raster_shapes_are_measured(world: World) -> None:
    for percentiles in ({"PERCENTILES": ""}, {}):
        done = run("deepseg:measure", {"INPUT": world.labels, **percentiles, "OUTPUT": "memory:"})
        assert done.is_done, done.feedback.errors
        asked = world.asked()
        assert "raster" not in asked and asked["percentiles"] == ["none"]


def test_a_layer_in_memory_is_measured_with_its_fields(world: World) -> None:
    layer = polygon_layer([(square(450_000, 40_000, 3), "roof", 5)], fields="category:string,nr:integer")
    QgsProject.instance().addMapLayer(layer)
    done = run("deepseg:measure", {"INPUT": layer.id(), "OUTPUT": "memory:"})
    assert done.is_done, done.feedback.errors
    (row,) = done.context.takeResultLayer(done.values["OUTPUT"]).getFeatures()
    assert (row["category"], row["nr"], row["area_m2"]) == ("roof", 5, 7.5)


@pytest.mark.parametrize(
    "more, words",
    [
        ({"TEXTURE": True}, "measured on a raster"),
        ({"BANDS": "red=1"}, "measured on a raster"),
        ({"BANDS": "red", "RASTERS": "{raster}"}, "names no bands"),
        ({"PERCENTILES": "5,95"}, "Percentiles are measured on a raster"),
        ({"PERCENTILES": "half"}, "no percentiles"),
        ({"PERCENTILES": "10,110"}, "no percentiles"),
    ],
)
def test_what_cannot_be_is_told_before(world: World, more: dict[str, object], words: str) -> None:
    more = {name: str(world.raster) if value == "{raster}" else value for name, value in more.items()}
    assert words in why_not("deepseg:measure", {"INPUT": world.labels, "OUTPUT": "memory:", **more})
