"""deepseg:cutouts, classifytrain, classify and maskraster hand layers to the engine and bring back what it made."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

from deepseg_qgis.layers.kind_style import style_classes, style_kinds
from tests.plugin.fake_engine.use import use_fake_engine
from tests.qgis.label_world import polygon_layer, square
from tests.qgis.processing_world import World, make_world, run, why_not

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    world = make_world(tmp_path)
    use_fake_engine(monkeypatch, arguments=world.notes)
    world.model.write_bytes(b"a classifier")
    return world


def test_pictures_are_cut_out_of_a_file(world: World, tmp_path: Path) -> None:
    parameters = {
        "INPUT": world.labels,
        "RASTERS": [str(world.raster)],
        "CATEGORY_FIELD": "category",
        "CATEGORIES": "roof; tree",
        "SIZE": 64,
        "PADDING": 0.2,
        "SQUARE": True,
        "UPRIGHT": True,
        "MASKED": True,
        "FORMAT": "png",
        "BANDS": "3,2,1",
        "CRS": "EPSG:32636",
        "OUTPUT": str(tmp_path / "cut"),
    }
    done = run("deepseg:cutouts", parameters)
    assert done.is_done, done.feedback.errors
    assert done.values == {"OUTPUT": str(tmp_path / "cut"), "N_CUTOUTS": 3}
    asked = world.asked()
    assert asked["raster"] == [str(world.raster)] and asked["category"] == ["roof", "tree"]
    assert (asked["size"], asked["padding"], asked["bands"]) == (["64"], ["0.2"], ["3,2,1"])
    assert {"square", "upright", "masked"} <= set(asked) and asked["format"] == ["png"]
    assert asked["crs"] == ["EPSG:32636"] and asked["category-field"] == ["category"]


def test_what_is_left_out_is_the_engines_choice(world: World, tmp_path: Path) -> None:
    run("deepseg:cutouts", {"INPUT": world.labels, "RASTERS": [str(world.raster)], "OUTPUT": str(tmp_path / "cut")})
    unasked = {"size", "square", "upright", "masked", "bands", "category", "category-field", "crs"}
    assert not unasked & set(world.asked())


def test_a_folder_that_holds_something_is_refused_before(world: World, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").write_text("mine")
    parameters = {"INPUT": world.labels, "RASTERS": [str(world.raster)], "OUTPUT": str(tmp_path / "full")}
    assert "is not empty" in why_not("deepseg:cutouts", parameters)


def test_a_classifier_learns_from_polygons(world: World, tmp_path: Path) -> None:
    model = str(tmp_path / "kinds.safetensors")
    parameters = {
        "INPUT": world.labels,
        "RASTERS": [str(world.raster)],
        "CATEGORY_FIELD": "category",
        "EPOCHS": 5,
        "TIME_LIMIT_S": 60,
        "MODEL": model,
    }
    done = run("deepseg:classifytrain", parameters)
    assert done.is_done, done.feedback.errors
    assert done.values == {"MODEL": model, "ACCURACY": 0.75, "RECALL": 0.5}
    asked = world.asked()
    assert (asked["category-field"], asked["epochs"], asked["time-limit-s"]) == (["category"], ["5"], ["60"])
    assert "cutouts" not in asked
    assert any("Epoch 1 of 1" in line for line in done.feedback.lines)


def test_a_classifier_learns_from_a_folder(world: World, tmp_path: Path) -> None:
    parameters = {"CUTOUTS": str(tmp_path), "MODEL": str(tmp_path / "kinds.safetensors")}
    assert run("deepseg:classifytrain", parameters).is_done
    asked = world.asked()
    assert asked["cutouts"] == [str(tmp_path)] and "footprints" not in asked and "raster" not in asked


def test_footprints_come_back_with_their_kind_and_all_their_fields(world: World, tmp_path: Path) -> None:
    output = str(tmp_path / "sorted.gpkg")
    parameters = {
        "INPUT": world.labels,
        "RASTERS": [str(world.raster)],
        "MODEL": str(world.model),
        "CATEGORIES": "roof",
        "TRUTH_FIELD": "category",
        "VIEWS": 4,
        "OUTPUT": output,
    }
    done = run("deepseg:classify", parameters)
    assert done.is_done, done.feedback.errors
    assert done.values == {"OUTPUT": output, "N_SORTED": 3, "ACCURACY": 0.5}
    layer = QgsVectorLayer(output, "sorted", "ogr")
    names = [field.name() for field in layer.fields()]
    assert names[-3:] == ["category", "subcategory", "subcategory_score"]
    assert [feature["category"] for feature in layer.getFeatures()] == ["roof", "roof", "tree"]
    asked = world.asked()
    assert (asked["category"], asked["views"], asked["truth-field"]) == (["roof"], ["4"], ["category"])


def test_a_layer_in_memory_is_sorted(world: World) -> None:
    layer = polygon_layer([(square(450_000, 40_000, 3), "roof", 5)], fields="category:string,nr:integer")
    QgsProject.instance().addMapLayer(layer)
    parameters = {"INPUT": layer.id(), "RASTERS": [str(world.raster)], "MODEL": str(world.model), "OUTPUT": "memory:"}
    done = run("deepseg:classify", parameters)
    assert done.is_done, done.feedback.errors
    sorted_layer = done.context.takeResultLayer(done.values["OUTPUT"])
    (row,) = sorted_layer.getFeatures()
    assert (row["category"], row["nr"], row["subcategory"]) == ("roof", 5, "flat")
    style_kinds(sorted_layer)
    assert [each.label() for each in sorted_layer.renderer().categories()] == ["flat", "not sorted"]


def test_a_raster_is_masked(world: World, tmp_path: Path) -> None:
    output = str(tmp_path / "masked.tif")
    parameters = {
        "RASTER": str(world.raster),
        "INPUT": world.labels,
        "KEEP": "outside",
        "FILL": "transparent",
        "CATEGORIES": "roof",
        "ALL_TOUCHED": True,
        "OUTPUT": output,
    }
    done = run("deepseg:maskraster", parameters)
    assert done.is_done, done.feedback.errors
    assert done.values == {"OUTPUT": output, "N_POLYGONS": 3}
    asked = world.asked()
    assert (asked["raster"], asked["keep"], asked["fill"]) == ([str(world.raster)], ["outside"], ["transparent"])
    assert asked["category"] == ["roof"] and "all-touched" in asked and asked["kind"] == ["pixels"]


def test_a_raster_of_categories_takes_colors_and_no_fill(world: World, tmp_path: Path) -> None:
    parameters = {
        "RASTER": str(world.raster),
        "INPUT": world.labels,
        "KIND": "class",
        "COLORS": "roof=#E69F00; tree=#009e73",
        "OUTPUT": str(tmp_path / "classes.tif"),
    }
    done = run("deepseg:maskraster", parameters)
    assert done.is_done, done.feedback.errors
    asked = world.asked()
    assert asked["color"] == ["roof=#e69f00", "tree=#009e73"] and "fill" not in asked and "keep" not in asked


def test_a_raster_of_categories_shows_their_names(world: World) -> None:
    layer = QgsRasterLayer(str(world.raster), "classes")
    style_classes(layer, [{"value": 1, "name": "roof", "color": "#e69f00"}, {"value": 2, "name": "x", "color": None}])
    assert [(each.value, each.label, each.color.name()) for each in layer.renderer().classes()] == [
        (1, "roof", "#e69f00")
    ]


@pytest.mark.parametrize(
    "algorithm, parameters, words",
    [
        ("classifytrain", {"MODEL": "a.safetensors"}, "either polygons on rasters or a folder"),
        ("classifytrain", {"INPUT": "labels", "CUTOUTS": "/", "MODEL": "a.safetensors"}, "either polygons on rasters"),
        ("classifytrain", {"INPUT": "labels", "MODEL": "a.safetensors"}, "No raster was chosen"),
        ("classifytrain", {"CUTOUTS": "/", "MODEL": "a.pt"}, "must end in .safetensors"),
        ("classifytrain", {"CUTOUTS": "/", "MODEL": "a.safetensors", "BANDS": "red"}, "names no bands"),
        ("maskraster", {"INPUT": "labels", "RASTER": "raster", "FILL": "red", "OUTPUT": "o.tif"}, "neither nodata nor"),
        (
            "maskraster",
            {"INPUT": "labels", "RASTER": "raster", "KIND": "class", "COLORS": "roof=red", "OUTPUT": "o.tif"},
            "gives no category a color",
        ),
    ],
)
def test_what_cannot_be_is_told_before(
    world: World, tmp_path: Path, algorithm: str, parameters: dict[str, object], words: str
) -> None:
    there = {"labels": world.labels, "raster": str(world.raster), "o.tif": str(tmp_path / "o.tif")}
    given = {name: there.get(str(value), value) for name, value in parameters.items()}
    assert words in why_not(f"deepseg:{algorithm}", given)


def test_a_classifier_that_is_not_there_is_told_before(world: World) -> None:
    parameters = {
        "INPUT": world.labels,
        "RASTERS": [str(world.raster)],
        "MODEL": "/no.safetensors",
        "OUTPUT": "memory:",
    }
    assert "does not exist" in why_not("deepseg:classify", parameters)
