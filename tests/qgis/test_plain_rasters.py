"""Pictures without georeference in one project: one is shown at a time, and labels and areas know theirs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, gdal_array, ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import Qt

from deepseg_qgis.docks import raster_section
from deepseg_qgis.docks.findings_table import FindingRow
from deepseg_qgis.docks.labels_dock import LabelsDock
from deepseg_qgis.docks.questions import CANCEL, DELETE, KEEP
from deepseg_qgis.docks.raster_adding import show_one_of, show_raster_of
from deepseg_qgis.docks.review import ReviewTab
from deepseg_qgis.domain.label_finding import KINDS, OVERLAP
from deepseg_qgis.layers import label_check
from deepseg_qgis.layers.footprint_layer import load_footprints
from deepseg_qgis.layers.kept_ground import survey
from deepseg_qgis.layers.label_counts import text_of
from deepseg_qgis.layers.label_import import import_labels
from deepseg_qgis.layers.matches_layer import load_matches
from deepseg_qgis.layers.plain_rasters import is_plain, owner_of, owners, shown_raster
from deepseg_qgis.layers.project import SiteProject, open_project
from deepseg_qgis.layers.training_data import label_counts
from tests.qgis.interface import Interface, forget_deleted
from tests.qgis.site_world import LEFT, TOP, bar_texts, make_raster, new_workbench

ROWS, COLS = 40, 60
FOOTPRINT_FIELDS = {
    "category": ogr.OFTString,
    "raster": ogr.OFTString,
    "score": ogr.OFTReal,
    "area_m2": ogr.OFTReal,
    "match": ogr.OFTString,
}


def make_picture(path: Path) -> str:
    pixels = np.full((3, ROWS, COLS), 90, np.uint8)
    memory = gdal_array.OpenArray(pixels)
    gdal.GetDriverByName("PNG").CreateCopy(str(path), memory)
    return str(path)


@pytest.fixture
def dock(iface: Interface, tmp_path: Path) -> Iterator[LabelsDock]:
    workbench = new_workbench(iface, [])
    dock = LabelsDock(workbench)
    iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    assert workbench.new_site(tmp_path / "site.gpkg", "Pictures", QgsCoordinateReferenceSystem())
    workbench.site.add_category("roof", "#e69f00")
    yield dock
    dock.tear_down()
    iface.mainWindow().removeDockWidget(dock)
    dock.deleteLater()
    workbench.shut_down()
    forget_deleted()


@pytest.fixture
def pictures(dock: LabelsDock, tmp_path: Path) -> list[str]:
    paths = [make_picture(tmp_path / f"{name}.png") for name in "abc"]
    dock.rasters.add_files(paths)
    return paths


def site_of(dock: LabelsDock) -> SiteProject:
    return dock.workbench.site


def draw(layer: QgsVectorLayer, *, at: tuple[float, float] = (5, -15), **values: str) -> None:
    """Add a square as QGIS's own tool does: with the default values of the layer; `at` is its lower left corner."""
    was_editable = layer.isEditable()
    layer.startEditing()
    geometry = QgsGeometry.fromRect(QgsRectangle(*at, at[0] + 10, at[1] + 10))
    context = layer.createExpressionContext()
    given = {layer.fields().indexOf(name): value for name, value in values.items()}
    assert layer.addFeature(QgsVectorLayerUtils.createFeature(layer, geometry, given, context))
    if not was_editable:
        assert layer.commitChanges(), layer.commitErrors()


def rasters_of(layer: QgsVectorLayer) -> list[str]:
    return [str(feature["raster"]) for feature in sorted(layer.getFeatures(), key=QgsFeature.id)]


def visible(dock: LabelsDock) -> list[str]:
    root = QgsProject.instance().layerTreeRoot()
    nodes = {Path(entry.path).name: root.findLayer(entry.layer.id()) for entry in site_of(dock).rasters()}
    return [name for name, node in nodes.items() if node.isVisible()]


def opacity(layer: QgsVectorLayer, feature: QgsFeature) -> float:
    """Return how much of a label is seen, in percent, as its symbol says."""
    context = layer.createExpressionContext()
    context.setFeature(feature)
    rows = layer.renderer().categories()  # named: a symbol lives no longer than its row
    symbol = rows[0].symbol().clone()
    value, _ = symbol.dataDefinedProperties().property(symbol.PropertyOpacity).valueAsDouble(context, 100.0)
    return value


def test_only_the_picked_picture_is_shown(dock: LabelsDock, pictures: list[str]) -> None:
    assert visible(dock) == ["a.png"] and shown_raster(site_of(dock)) == "a.png"
    assert not dock.rasters.alone_label.isHidden()
    tree = dock.rasters.list.tree
    tree.setCurrentItem(tree.topLevelItem(2))
    assert visible(dock) == ["c.png"] and shown_raster(site_of(dock)) == "c.png"


def test_what_is_drawn_belongs_to_the_picture_that_is_shown(dock: LabelsDock, pictures: list[str]) -> None:
    site = site_of(dock)
    for number, path in enumerate(pictures):
        dock.rasters.show_alone(path)
        draw(site.layer("labels"), category="roof")
        if number < 2:
            draw(site.layer("areas"), role="train")
    assert rasters_of(site.layer("labels")) == ["a.png", "b.png", "c.png"]
    assert rasters_of(site.layer("areas")) == ["a.png", "b.png"]


def test_picking_another_picture_while_drawing_counts_from_then_on(dock: LabelsDock, pictures: list[str]) -> None:
    labels = site_of(dock).layer("labels")
    labels.startEditing()
    draw(labels, category="roof")
    dock.rasters.show_alone(pictures[1])
    draw(labels, category="roof")
    assert labels.commitChanges()
    assert rasters_of(labels) == ["a.png", "b.png"]


def test_labels_of_other_pictures_are_not_seen(dock: LabelsDock, pictures: list[str]) -> None:
    labels = site_of(dock).layer("labels")
    draw(labels, category="roof")
    dock.rasters.show_alone(pictures[1])
    draw(labels, category="roof")
    on_a, on_b = sorted(labels.getFeatures(), key=QgsFeature.id)
    assert (opacity(labels, on_a), opacity(labels, on_b)) == (0, 100)
    dock.rasters.show_alone(pictures[0])
    assert (opacity(labels, on_a), opacity(labels, on_b)) == (100, 0)


def test_labels_of_the_first_picture_note_it_when_a_second_comes(dock: LabelsDock, tmp_path: Path) -> None:
    dock.rasters.add_files([make_picture(tmp_path / "a.png")])
    labels = site_of(dock).layer("labels")
    labels.startEditing()
    feature = QgsFeature(labels.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(5, -15, 15, -5)))
    labels.addFeature(feature)  # as a script does, without default values
    assert labels.commitChanges()
    dock.rasters.add_files([make_picture(tmp_path / "b.png")])
    assert rasters_of(labels) == ["a.png"]
    assert shown_raster(site_of(dock)) == "b.png"


def test_pictures_of_one_name_are_told_apart_by_their_folders(
    dock: LabelsDock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        dock.rasters.add_files([make_picture(tmp_path / folder / "a.png")])
        draw(site_of(dock).layer("labels"), category="roof")
    labels = site_of(dock).layer("labels")
    assert rasters_of(labels) == ["one/a.png", "two/a.png"]
    assert shown_raster(site_of(dock)) == "two/a.png"
    monkeypatch.setattr(raster_section, "ask_to_remove_rasters", lambda *_, **__: DELETE)
    dock.rasters.remove(str(tmp_path / "one" / "a.png"))
    assert rasters_of(labels) == ["a.png"] and shown_raster(site_of(dock)) == "a.png"


def test_imported_polygons_lie_on_the_picture_they_name_or_the_one_shown(
    dock: LabelsDock, pictures: list[str], tmp_path: Path
) -> None:
    source = QgsVectorLayer("Polygon?field=kind:string&field=raster:string", "drawn", "memory")
    for raster in ("b.png", None):
        feature = QgsFeature(source.fields())
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(5, -15, 15, -5)))
        feature["kind"], feature["raster"] = "roof", raster
        source.dataProvider().addFeatures([feature])
    assert import_labels(site_of(dock), source, "kind").n_added == 2
    assert sorted(rasters_of(site_of(dock).layer("labels"))) == ["a.png", "b.png"]
    assert import_labels(site_of(dock), source, "kind").n_added == 0


def test_labels_of_two_pictures_do_not_overlap(dock: LabelsDock, pictures: list[str]) -> None:
    labels = site_of(dock).layer("labels")
    draw(labels, category="roof")
    dock.rasters.show_alone(pictures[1])
    draw(labels, category="roof")
    pairs = [label_check._Label(i, "roof", QgsGeometry(f.geometry()), 100.0, str(f["raster"]))
             for i, f in enumerate(labels.getFeatures())]  # fmt: skip
    rules = label_check.CheckRules()
    told = lambda done: True  # noqa: E731
    assert label_check._check_pairs(pairs, rules, told, is_apart=True) == []
    assert len(label_check._check_pairs(pairs, rules, told, is_apart=False)) == 1
    assert OVERLAP in KINDS


def test_what_is_counted_for_training_and_test_lies_on_their_pictures(dock: LabelsDock, pictures: list[str]) -> None:
    site = site_of(dock)
    site.add_raster(pictures[1], "evaluate")
    for n_labels, path in enumerate(pictures, start=1):
        dock.rasters.show_alone(path)
        for _ in range(n_labels):
            draw(site.layer("labels"), category="roof")
    assert label_counts(site) == {"roof": 4}  # on a and c
    assert survey(site).n_labels == 2  # on b
    for path, role in zip(pictures, ("train", "evaluate", "train"), strict=True):
        dock.rasters.show_alone(path)
        draw(site.layer("areas"), role=role)
    assert label_counts(site) == {"roof": 4}
    ground = survey(site)
    assert (ground.n_labels, ground.n_areas, ground.n_overlapping) == (2, 1, 0)


# Removing


@pytest.mark.parametrize(
    "answer, n_rasters, left", [(CANCEL, 3, ["a.png", "b.png"]), (KEEP, 2, ["a.png", "b.png"]), (DELETE, 2, ["b.png"])]
)
def test_removing_a_picture_asks_with_the_numbers(
    dock: LabelsDock,
    pictures: list[str],
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    n_rasters: int,
    left: list[str],
) -> None:
    site = site_of(dock)
    draw(site.layer("labels"), category="roof")
    draw(site.layer("areas"), role="train")
    dock.rasters.show_alone(pictures[1])
    draw(site.layer("labels"), category="roof")
    asked = []
    monkeypatch.setattr(
        raster_section, "ask_to_remove_rasters", lambda _, names, **n: asked.append((names, n)) or answer
    )
    dock.rasters.remove(pictures[0])
    assert asked == [(["a.png"], {"n_labels": 1, "n_areas": 1, "n_footprints": 0})]
    assert len(site.rasters()) == n_rasters
    assert rasters_of(site.layer("labels")) == left
    assert site.layer("areas").featureCount() == (0 if answer == DELETE else 1)


def test_a_picture_with_nothing_on_it_goes_without_a_question(
    dock: LabelsDock, pictures: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    draw(site_of(dock).layer("labels"), category="roof")
    monkeypatch.setattr(raster_section, "ask_to_remove_rasters", lambda *_, **__: pytest.fail("asked"))
    dock.rasters.remove(pictures[2])
    assert [Path(entry.path).name for entry in site_of(dock).rasters()] == ["a.png", "b.png"]


def test_when_the_shown_picture_goes_another_one_is_shown(dock: LabelsDock, pictures: list[str]) -> None:
    dock.rasters.remove(pictures[0])
    assert visible(dock) == ["b.png"] and shown_raster(site_of(dock)) == "b.png"
    dock.rasters.remove(pictures[1])
    dock.rasters.remove(pictures[2])
    assert shown_raster(site_of(dock)) == ""


def test_several_pictures_go_with_one_question_and_what_lies_on_them(
    dock: LabelsDock, pictures: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site, asked = site_of(dock), []
    for path in pictures:
        dock.rasters.show_alone(path)
        draw(site.layer("labels"), category="roof")
    monkeypatch.setattr(
        raster_section, "ask_to_remove_rasters", lambda _, names, **n: asked.append((names, n["n_labels"])) or DELETE
    )
    tree = dock.rasters.list.tree
    tree.setCurrentItem(tree.topLevelItem(0))
    tree.topLevelItem(1).setSelected(True)
    dock.rasters.list.remove_button.click()
    assert asked == [(["a.png", "b.png"], 2)]
    assert rasters_of(site.layer("labels")) == ["c.png"]
    assert visible(dock) == ["c.png"] and dock.rasters.list.current() == pictures[2]


def test_after_a_removal_the_next_one_is_picked_not_the_first(dock: LabelsDock, pictures: list[str]) -> None:
    tree = dock.rasters.list.tree
    tree.setCurrentItem(tree.topLevelItem(1))
    dock.rasters.list.remove_button.click()
    assert dock.rasters.list.current() == pictures[2] and visible(dock) == ["c.png"]
    dock.rasters.list.remove_button.click()
    assert dock.rasters.list.current() == pictures[0] and visible(dock) == ["a.png"]


def test_when_the_project_is_opened_again_the_picture_that_is_shown_is_picked(
    dock: LabelsDock, pictures: list[str]
) -> None:
    dock.rasters.show_alone(pictures[2])
    dock.rasters.list.pick(pictures[0])  # as a list that was just filled
    dock.rasters._seen_site = None
    dock.rasters.refresh()
    assert dock.rasters.list.current() == pictures[2] and visible(dock) == ["c.png"]


# Beside rasters with georeference


def test_picking_a_raster_with_georeference_hides_the_pictures_and_what_is_drawn_belongs_to_none(
    dock: LabelsDock, pictures: list[str], tmp_path: Path, iface: Interface
) -> None:
    site, labels = site_of(dock), site_of(dock).layer("labels")
    dock.rasters.add_files([make_raster(tmp_path / "ortho.tif")])
    tree, canvas = dock.rasters.list.tree, iface.mapCanvas()
    tree.setCurrentItem(tree.topLevelItem(0))
    tree.setCurrentItem(tree.topLevelItem(3))
    assert visible(dock) == ["ortho.tif"] and shown_raster(site) == ""
    assert canvas.extent().intersects(site.rasters()[3].layer.extent())
    draw(labels, category="roof")
    assert [text_of(feature["raster"]) for feature in labels.getFeatures()] == [""]
    dock.rasters._seen_site = None  # as after the project was opened again
    dock.rasters.refresh()
    assert visible(dock) == ["ortho.tif"]
    tree.setCurrentItem(tree.topLevelItem(1))
    assert visible(dock) == ["b.png", "ortho.tif"] and shown_raster(site) == "b.png"


def test_labels_on_a_raster_with_georeference_stay_when_the_only_picture_goes(
    dock: LabelsDock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, labels, asked = site_of(dock), site_of(dock).layer("labels"), []
    picture, ortho = make_picture(tmp_path / "a.png"), make_raster(tmp_path / "ortho.tif")
    dock.rasters.add_files([ortho])
    draw(labels, category="roof", at=(LEFT + 10, TOP - 20))
    dock.rasters.add_files([picture])
    draw(labels, category="roof", at=(LEFT + 30, TOP - 20))  # while the picture is the one that is shown
    draw(labels, category="roof")
    monkeypatch.setattr(
        raster_section, "ask_to_remove_rasters", lambda _, __, **n: asked.append(n["n_labels"]) or DELETE
    )
    dock.rasters.add_files([make_picture(tmp_path / "b.png")])
    assert rasters_of(labels) == ["NULL", "a.png", "a.png"]  # the first lies on no picture
    dock.rasters.remove(picture)
    assert asked == [1]
    assert sorted(feature.geometry().boundingBox().xMinimum() for feature in labels.getFeatures()) == [
        LEFT + 10,
        LEFT + 30,
    ]
    assert len(site.rasters()) == 2


def test_pictures_beside_labels_with_coordinates_are_warned_about(
    dock: LabelsDock, tmp_path: Path, iface: Interface
) -> None:
    crs = QgsCoordinateReferenceSystem("EPSG:32636")
    assert dock.workbench.new_site(tmp_path / "placed.gpkg", "Placed", crs)
    dock.rasters.add_files([make_raster(tmp_path / "ortho.tif")])
    assert not any("without coordinates" in text for text in bar_texts(iface))
    dock.rasters.add_files([make_picture(tmp_path / f"{name}.png") for name in "abcde"])
    assert any(text.startswith("a.png, b.png, c.png (+ 2): without coordinates") for text in bar_texts(iface))


# What was found on them


def test_of_what_was_found_only_what_lies_on_the_shown_picture_is_seen(
    dock: LabelsDock, pictures: list[str], tmp_path: Path
) -> None:
    project, root = QgsProject.instance(), QgsProject.instance().layerTreeRoot()
    layers = load_footprints(footprints_on("abc", tmp_path), qgis_project=project, group=None, colors={})
    dock.rasters.show_alone(pictures[1])
    assert [layer.name() for layer in layers if root.findLayer(layer.id()).isVisible()] == ["b"]
    show_one_of(dock.workbench, ["a.png", "b.png"])
    assert visible(dock) == ["b.png"]  # it shows something already
    show_one_of(dock.workbench, ["a.png", "c.png"])
    assert visible(dock) == ["a.png"]
    assert [layer.name() for layer in layers if root.findLayer(layer.id()).isVisible()] == ["a"]


def test_what_is_looked_at_brings_its_picture(dock: LabelsDock, pictures: list[str], tmp_path: Path) -> None:
    layers = load_footprints(footprints_on("abc", tmp_path), qgis_project=QgsProject.instance(), group=None, colors={})
    review = ReviewTab(dock.workbench)
    review.show_layers(layers, {})
    seen = []
    for _ in "abc":
        review.next()
        seen.append((review._queue.current.raster, visible(dock)))
    assert sorted(seen) == [("a.png", ["a.png"]), ("b.png", ["b.png"]), ("c.png", ["c.png"])]
    assert dock.rasters.list.current().endswith(seen[-1][0])
    review.tear_down()


def test_a_finding_shows_the_picture_on_which_it_lies(dock: LabelsDock, pictures: list[str]) -> None:
    labels = site_of(dock).layer("labels")
    dock.rasters.show_alone(pictures[2])
    draw(labels, category="roof")
    draw(labels, category="roof")
    dock.rasters.show_alone(pictures[0])
    first = next(labels.getFeatures())
    finding = label_check.Finding(OVERLAP, "twice", "roof", first.id(), first.geometry())
    dock.check.zoom(FindingRow(OVERLAP, "twice", "twice", "", finding))
    assert visible(dock) == ["c.png"]


def test_matches_on_other_pictures_are_not_seen(dock: LabelsDock, pictures: list[str], tmp_path: Path) -> None:
    path = footprints_on("ab", tmp_path)
    layer = load_matches(path, "Matches", qgis_project=QgsProject.instance(), group=None)
    show_one_of(dock.workbench, owners(layer))
    on_a, on_b = layer.getFeatures()
    assert owner_of(layer, on_b.id()) == "b.png"
    assert (opacity(layer, on_a), opacity(layer, on_b)) == (100, 0)
    show_raster_of(dock.workbench, "b.png")
    assert (opacity(layer, on_a), opacity(layer, on_b)) == (0, 100)


def footprints_on(names: str, folder: Path) -> Path:
    """Write one footprint on each of these pictures, as the engine does, with what it is to an evaluation as well."""
    path = folder / "footprints.gpkg"
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))  # named: a table lives no longer than its file
    table = file.CreateLayer("footprints", None, ogr.wkbPolygon)
    for field, kind in FOOTPRINT_FIELDS.items():
        table.CreateField(ogr.FieldDefn(field, kind))
    for name in names:
        row = ogr.Feature(table.GetLayerDefn())
        values = {"category": "roof", "raster": f"{name}.png", "score": 0.9, "area_m2": 100.0, "match": "TP"}
        for field, value in values.items():
            row.SetField(field, value)
        row.SetGeometry(ogr.CreateGeometryFromWkt("POLYGON ((5 -15, 15 -15, 15 -5, 5 -5, 5 -15))"))
        assert table.CreateFeature(row) == ogr.OGRERR_NONE
    return path


# Files


def test_a_project_from_before_lets_areas_name_their_raster(tmp_path: Path, dock: LabelsDock) -> None:
    path = tmp_path / "site.gpkg"
    dock.workbench.close_site()
    QgsProject.instance().clear()
    source = ogr.Open(str(path), 1)
    areas = source.GetLayerByName("areas")
    areas.DeleteField(areas.GetLayerDefn().GetFieldIndex("raster"))
    del areas, source
    site = open_project(path, QgsProject.instance())
    assert site.layer("areas").fields().names() == ["fid", "role", "raster"]
    site.close()


def test_what_is_a_picture_without_georeference(tmp_path: Path, dock: LabelsDock, pictures: list[str]) -> None:
    assert all(is_plain(entry.layer) for entry in site_of(dock).rasters())
    assert not is_plain(None) and not is_plain(site_of(dock).layer("labels"))
