"""Footprints that the engine wrote: shown per raster, filtered by score, accepted into labels, rejected, cleared."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from deepseg_qgis.domain.review import ACCEPTED, REJECTED
from deepseg_qgis.errors import LayerNotUsableError
from deepseg_qgis.layers.footprint_layer import (
    clear_footprints,
    footprint_layers,
    footprint_rasters,
    load_footprints,
    raster_of,
    set_score_filter,
)
from deepseg_qgis.layers.footprint_review import (
    accept_footprints,
    keep_footprints,
    reject_footprints,
    review_counts,
    set_review,
)
from deepseg_qgis.layers.project import SiteProject, find_project
from tests.qgis.project_world import UTM, make_project, values_of

REPOSITORY = Path(__file__).parents[2]

# The engine's own writer, in its own Python: squares side by side in two rasters, with scores 0.1, 0.2, ...
WRITER = """
import json, sys
from pathlib import Path
import pyproj
from affine import Affine
from shapely import box
from engine.domain.category import categories_named
from engine.domain.footprint import Footprint, Measures
from engine.geo.footprint_file import PredictedRaster, open_footprint_file
from engine.geo.grid import PIXEL_COORDINATES, Grid
from engine.geo.measure import NO_MEASURES
for file_name, crs, *names in json.loads(sys.argv[2]):
    grid = Grid(None, PIXEL_COORDINATES, 40, 60)
    if crs:
        grid = Grid(pyproj.CRS(crs).to_wkt(), Affine(0.5, 0, 452000, 0, -0.5, 36000), 40, 60)
    rasters = [PredictedRaster("a 1.tif", grid), PredictedRaster("나's.tif", grid)]
    path = Path(sys.argv[1], file_name)
    with open_footprint_file(path, rasters=rasters, categories=categories_named(["roof", "tree"])) as file:
        for i, category in enumerate(names):
            raster = rasters[i % 2]
            polygon = grid.to_map(box(10 * i, 5, 10 * i + 4, 9))
            measures = Measures(4.0, 8.0, 2.0, 2.0, 0.0) if crs else NO_MEASURES
            file.write([Footprint(polygon, category, (i + 1) / 10, 16, measures, raster.name, "m", "r1")])
"""
COLORS = {"roof": "#e69f00"}


@pytest.fixture
def site(tmp_path: Path) -> SiteProject:
    site = make_project(tmp_path)
    site.add_category("roof")
    return site


@pytest.fixture(scope="session")
def written(engine_python: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the engine writes: four footprints, none, and some in pixels."""
    folder = tmp_path_factory.mktemp("written")
    files = [
        ("four.gpkg", UTM, "roof", "tree", "roof", "roof"),
        ("four.geojson", UTM, "roof", "tree", "roof", "roof"),
        ("none.gpkg", UTM),
        ("none.geojson", UTM),
        ("pixels.gpkg", "", "roof", "roof"),
    ]
    done = subprocess.run(
        [engine_python, "-c", WRITER, folder, json.dumps(files)],
        cwd=REPOSITORY,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return folder


def shown(site: SiteProject, written: Path, name: str = "four.gpkg", *, by_raster: bool = True) -> list[QgsVectorLayer]:
    """Show a copy of a file, in the runs folder of the project."""
    site.runs_folder.mkdir(exist_ok=True)
    path = site.runs_folder / name
    path.write_bytes((written / name).read_bytes())
    return load_footprints(
        path, qgis_project=QgsProject.instance(), group=site.group(), colors=site.colors(), by_raster=by_raster
    )


def scores(layer: QgsVectorLayer) -> list[float]:
    return sorted(feature["score"] for feature in layer.getFeatures())


def test_each_raster_gets_a_layer_in_a_group_below_the_labels(site: SiteProject, written: Path) -> None:
    layers = shown(site, written)
    assert [(layer.name(), raster_of(layer)) for layer in layers] == [("a 1", "a 1.tif"), ("나's", "나's.tif")]
    assert [scores(layer) for layer in layers] == [[0.1, 0.3], [0.2, 0.4]]
    group = site.group().findGroup("Footprints")
    assert [node.layer() for node in group.children()] == layers
    names = [node.name() for node in site.group().children()]
    assert names.index("Labels") < names.index("Footprints")
    assert footprint_rasters(QgsProject.instance()) == ["a 1.tif", "나's.tif"]


def test_all_rasters_may_share_one_layer(site: SiteProject, written: Path) -> None:
    (layer,) = shown(site, written, by_raster=False)
    assert (layer.name(), scores(layer)) == ("four", [0.1, 0.2, 0.3, 0.4])


@pytest.mark.parametrize("name", ["none.gpkg", "none.geojson"])
def test_no_footprints_are_one_empty_layer(site: SiteProject, written: Path, name: str) -> None:
    (layer,) = shown(site, written, name)
    assert scores(layer) == []
    assert set_score_filter([layer], "") == []


def test_categories_have_their_colors_and_new_ones_the_next(site: SiteProject, written: Path) -> None:
    _, layer = shown(site, written)
    rows = layer.renderer().categories()
    assert [(row.value(), row.symbol().symbolLayer(0).strokeColor().name()) for row in rows[:-1]] == [
        ("roof", "#56b4e9"),
        ("tree", "#e69f00"),
    ]
    site.recolor_category("roof", "#123456")
    row = layer.renderer().categories()[0]
    assert row.symbol().symbolLayer(0).strokeColor().name() == "#123456"


def test_showing_a_file_again_replaces_its_layers(site: SiteProject, written: Path) -> None:
    shown(site, written)
    layers = shown(site, written)
    assert footprint_layers(QgsProject.instance()) == layers


def test_the_score_filter_keeps_the_rasters_apart(site: SiteProject, written: Path) -> None:
    layers = shown(site, written)
    assert set_score_filter(layers, '"score" >= 0.3 OR "category" = \'tree\'') == []
    assert [scores(layer) for layer in layers] == [[0.3], [0.2, 0.4]]
    assert [layer.featureCount() for layer in layers] == [1, 2]
    set_score_filter(layers, "")
    assert [scores(layer) for layer in layers] == [[0.1, 0.3], [0.2, 0.4]]


def test_a_layer_in_edit_mode_keeps_its_filter_and_is_named(site: SiteProject, written: Path) -> None:
    layers = shown(site, written)
    layers[0].startEditing()
    assert set_score_filter(layers, '"score" > 0.35') == [layers[0]]
    assert [scores(layer) for layer in layers] == [[0.1, 0.3], [0.4]]
    layers[0].rollBack()


def test_accepted_footprints_become_labels_and_are_marked(site: SiteProject, written: Path) -> None:
    _, layer = shown(site, written)
    labels = site.layer("labels")
    assert accept_footprints(layer, layer.allFeatureIds(), site) == 2
    assert site.label_counts() == {"roof": 1, "tree": 1}
    assert values_of(labels, "raster") == ["나's.tif", "나's.tif"]
    assert review_counts(layer) == {ACCEPTED: 2, REJECTED: 0, "": 0}
    assert accept_footprints(layer, layer.allFeatureIds(), site) == 0
    accepted = sorted(feature.geometry().boundingBox().xMinimum() for feature in labels.getFeatures())
    assert accepted == [452005.0, 452015.0]


def test_accepting_is_one_step_that_takes_everything_back(site: SiteProject, written: Path) -> None:
    _, layer = shown(site, written)
    accept_footprints(layer, layer.allFeatureIds(), site)
    stack = site.layer("labels").undoStack()
    assert (stack.count(), stack.undoText()) == (1, "Accept footprints")
    stack.undo()
    assert site.label_counts() == {"roof": 0}
    assert review_counts(layer) == {ACCEPTED: 0, REJECTED: 0, "": 2}
    stack.redo()
    assert site.label_counts() == {"roof": 1, "tree": 1}
    assert review_counts(layer)[ACCEPTED] == 2


def test_it_can_be_taken_back_after_the_footprints_were_cleared(site: SiteProject, written: Path) -> None:
    _, layer = shown(site, written)
    accept_footprints(layer, layer.allFeatureIds(), site)
    clear_footprints(QgsProject.instance())
    QCoreApplication.processEvents()
    site.layer("labels").undoStack().undo()
    assert site.label_counts() == {"roof": 0}
    again = QgsVectorLayer(str(site.runs_folder / "four.gpkg"), "", "ogr")
    assert review_counts(again)[ACCEPTED] == 0


def test_footprints_in_other_coordinates_are_reprojected(tmp_path: Path, written: Path) -> None:
    site = make_project(tmp_path, crs="EPSG:3857")
    _, layer = shown(site, written)
    accept_footprints(layer, layer.allFeatureIds(), site)
    box = next(site.layer("labels").getFeatures()).geometry().boundingBox()
    assert 3_620_000 < box.xMinimum() < 3_640_000
    assert 30_000 < box.yMinimum() < 40_000


def test_in_pixel_coordinates_they_fit_a_project_in_pixels_only(
    site: SiteProject, tmp_path: Path, written: Path
) -> None:
    layer = shown(site, written, "pixels.gpkg")[0]
    with pytest.raises(LayerNotUsableError, match="do not lie on the same map"):
        accept_footprints(layer, layer.allFeatureIds(), site)
    pixels = make_project(tmp_path / "pixels", crs="")
    layer = shown(pixels, written, "pixels.gpkg")[0]
    assert not layer.crs().isValid()
    assert accept_footprints(layer, layer.allFeatureIds(), pixels) == 1
    assert next(pixels.layer("labels").getFeatures()).geometry().boundingBox().yMaximum() == -5


def test_rejected_footprints_stay_and_fade(site: SiteProject, written: Path) -> None:
    layer, other = shown(site, written)
    assert reject_footprints(layer, [min(layer.allFeatureIds())]) == 1
    assert review_counts(layer) == {ACCEPTED: 0, REJECTED: 1, "": 1}
    assert site.label_counts() == {"roof": 0}
    # The file was written to; the filter goes on working on all of its layers.
    assert set_score_filter([layer, other], '"review" IS NULL') == []
    assert [scores(layer), scores(other)] == [[0.3], [0.2, 0.4]]
    set_score_filter([layer, other], "")
    set_review(layer, layer.allFeatureIds(), "")
    assert review_counts(layer) == {ACCEPTED: 0, REJECTED: 0, "": 2}


def test_a_file_that_keeps_no_marks_says_so_when_rejecting(site: SiteProject, written: Path) -> None:
    layer = shown(site, written, "four.geojson")[0]
    assert scores(layer) == [0.1, 0.3]
    with pytest.raises(LayerNotUsableError, match="cannot keep what you decide"):
        reject_footprints(layer, layer.allFeatureIds())
    assert accept_footprints(layer, layer.allFeatureIds(), site) == 2


def test_clearing_takes_one_raster_or_all_and_leaves_the_file(site: SiteProject, written: Path) -> None:
    shown(site, written)
    project = QgsProject.instance()
    assert clear_footprints(project, "a 1.tif") == 1
    assert footprint_rasters(project) == ["나's.tif"]
    assert clear_footprints(project) == 1
    assert site.group().findGroup("Footprints") is None
    assert site.group().findLayer(site.layer("labels").id()) is not None
    assert clear_footprints(project) == 0
    assert (site.runs_folder / "four.gpkg").exists()


def test_kept_footprints_are_in_the_project_file(site: SiteProject, written: Path) -> None:
    layer, _ = shown(site, written)
    set_score_filter([layer], '"score" > 0.2')
    assert keep_footprints(layer, site) == 1
    kept = QgsVectorLayer(f"{site.path}|layername=footprints", "", "ogr")
    feature = next(kept.getFeatures())
    assert (feature["category"], feature["score"], feature["raster"], feature["run_id"]) == (
        "roof",
        0.3,
        "a 1.tif",
        "r1",
    )


def test_they_are_found_again_in_a_reopened_project(site: SiteProject, written: Path) -> None:
    layers = shown(site, written)
    set_score_filter(layers, '"score" > 0.2')
    path = site.path.parent / "map.qgz"
    project = QgsProject.instance()
    project.write(str(path))
    project.clear()
    project.read(str(path))
    assert find_project(project) is not None
    layers = footprint_layers(project)
    assert [(raster_of(layer), scores(layer)) for layer in layers] == [("a 1.tif", [0.3]), ("나's.tif", [0.4])]
    set_score_filter(layers, "")
    assert [scores(layer) for layer in layers] == [[0.1, 0.3], [0.2, 0.4]]


def test_what_holds_no_footprints_is_refused() -> None:
    path = REPOSITORY / "examples" / "kampala" / "buildings.geojson"
    with pytest.raises(LayerNotUsableError, match=r"The footprints in buildings\.geojson cannot be shown"):
        load_footprints(path, qgis_project=QgsProject.instance(), group=None, colors={})
