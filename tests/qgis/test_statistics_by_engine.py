"""deepseg:statistics lets the engine count where densities, sizes or files are asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from deepseg_qgis.layers.style import style_footprints
from tests.qgis.processing_world import World, run, why_not

pytestmark = pytest.mark.usefixtures("provider")


def test_plain_counts_need_no_engine(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEEPSEG_PYTHON")
    done = run("deepseg:statistics", {"INPUT": world.labels, "OUTPUT": "memory:"})
    assert done.is_done, done.feedback.errors
    assert done.values["N_FOOTPRINTS"] == 3 and not world.notes.exists()


def test_an_area_gives_densities(world: World) -> None:
    parameters = {"INPUT": world.labels, "AREA": world.areas, "RASTERS": [str(world.raster)], "OUTPUT": "memory:"}
    done = run("deepseg:statistics", {**parameters, "SIZES": "memory:", "BINS": "0,50,100"})
    assert done.is_done, done.feedback.errors
    assert (done.values["N_FOOTPRINTS"], done.values["TOTAL_AREA_M2"]) == (3, 75.0)
    layer = done.context.takeResultLayer(done.values["OUTPUT"])
    rows = {row["category"]: row for row in layer.getFeatures()}
    assert (rows["roof"]["n_footprints"], rows["roof"]["n_per_ha"], rows["roof"]["ground_m2"]) == (2, 20.0, 1000.0)
    sizes = list(done.context.takeResultLayer(done.values["SIZES"]).getFeatures())
    assert [(row["category"], row["from_m2"], row["n_footprints"]) for row in sizes][:2] == [
        ("roof", 0.0, 2),
        ("roof", 50.0, 0),
    ]
    assert not isinstance(sizes[1]["to_m2"], float), "the last bar has no end"
    asked = world.asked()
    assert asked["area"] == [world.areas.replace("layername=", "")] and asked["bins"] == ["0,50,100"]


def test_a_report_has_the_colors_of_the_layer(world: World, tmp_path: Path) -> None:
    layer = QgsVectorLayer(world.labels, "labels", "ogr")
    style_footprints(layer, {"roof": "#112233", "tree": "#445566"})
    QgsProject.instance().addMapLayer(layer)
    report, file = tmp_path / "r.html", tmp_path / "c.json"
    parameters = {"INPUT": layer.id(), "REPORT": str(report), "FILE": str(file), "COLORS": "tree=#009e73"}
    done = run("deepseg:statistics", {**parameters, "OUTPUT": "memory:"})
    assert done.is_done, done.feedback.errors
    assert done.values["REPORT"] == str(report) and report.read_text().startswith("<!DOCTYPE html>")
    assert json.loads(file.read_text())["total"]["n"] == 3
    assert world.asked(0)["color"] == ["roof=#112233", "tree=#009e73"]
    assert (world.asked(0)["format"], world.asked(1)["format"]) == (["html"], ["json"])


def test_rasters_are_told_apart_by_place_where_no_field_does(world: World) -> None:
    parameters = {"INPUT": world.labels, "BY_RASTER": True, "RASTERS": [str(world.raster)], "OUTPUT": "memory:"}
    assert run("deepseg:statistics", parameters).is_done
    assert world.asked()["by"] == ["raster"]


@pytest.mark.parametrize(
    "more, words",
    [({"COLORS": "roof=red"}, "no category a color"), ({"FILE": "/tmp/x.docx"}, "must end in .json, .csv")],
)
def test_what_cannot_be_is_told_before(world: World, more: dict[str, object], words: str) -> None:
    assert words in why_not("deepseg:statistics", {"INPUT": world.labels, "OUTPUT": "memory:", **more})
