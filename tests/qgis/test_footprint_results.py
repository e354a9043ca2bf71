"""What becomes of footprints on the map: cleared and brought back, added to other layers, saved by QGIS itself."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest
from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsLayerTreeModel,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsLayerTreeView
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QInputDialog, QPushButton

from deepseg_qgis.docks import results_section
from deepseg_qgis.docks.append_dialog import AppendDialog, append, open_target, target_layers
from deepseg_qgis.docks.export import GEOJSON, ExportTask
from deepseg_qgis.docks.prediction_dock import PredictionDock
from deepseg_qgis.docks.results_section import HISTORY
from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.errors import LayerNotUsableError
from deepseg_qgis.layers.footprint_append import append_footprints
from deepseg_qgis.layers.footprint_export import export_parts, write_coco, write_geojson
from deepseg_qgis.layers.footprint_layer import footprint_layers
from deepseg_qgis.layers.footprint_review import reject_footprints, review_counts
from deepseg_qgis.layers.predicted_rasters import frames_for
from deepseg_qgis.layers.project import SiteProject
from deepseg_qgis.layers.project_layers import file_of
from tests.qgis.interface import Interface
from tests.qgis.prediction_world import predict, shown, shown_dock, write_model
from tests.qgis.site_world import bar_texts, make_raster, make_site, wait_until

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def dock(workbench: Workbench, iface: Interface) -> Iterator[PredictionDock]:
    with shown_dock(workbench, iface) as dock:
        yield dock


@pytest.fixture
def site(dock: PredictionDock, workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteProject:
    """A site whose two rasters have been predicted in: fourteen footprints are shown; every question is agreed to."""
    monkeypatch.setattr(results_section, "ask_to_clear", lambda *_: True)
    site = make_site(workbench, tmp_path)
    workbench.use_model(write_model(tmp_path / "roofs.safetensors"))
    dock.images.add_files([make_raster(tmp_path / "north.tif")])
    predict(dock)
    return site


def layers_now() -> list[QgsVectorLayer]:
    return footprint_layers(QgsProject.instance())


def tree(site: SiteProject) -> list[tuple[str, bool, bool]]:
    """Return the nodes of the group of footprints: name, ticked, open."""
    group = site.group().findGroup("Footprints")
    children = group.children() if group is not None else []
    return [(node.name(), node.itemVisibilityChecked(), node.isExpanded()) for node in children]


# Clear, with undo until saved


def test_undo_brings_back_the_very_layers_as_they_were(
    dock: PredictionDock, site: SiteProject, iface: Interface
) -> None:
    first, second = layers_now()
    reject_footprints(first, [min(first.allFeatureIds())])
    first.renderer().updateCategoryLabel(0, "my own words")
    second.setOpacity(0.4)
    node = QgsProject.instance().layerTreeRoot().findLayer(second.id())
    node.setItemVisibilityChecked(False)
    node.setExpanded(False)
    before, filters = tree(site), [layer.subsetString() for layer in (first, second)]
    place = site.group().children().index(site.group().findGroup("Footprints"))
    dock.clear_button.click()
    assert layers_now() == [] and site.group().findGroup("Footprints") is None
    assert dock.results.clearing.undo_button.isVisible() and any(
        "14 footprints were" in text for text in bar_texts(iface)
    )
    (link,) = iface.messageBar().currentItem().findChildren(QPushButton, "deepseg_message_button")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert layers_now() == [first, second]
    assert tree(site) == before
    assert site.group().children().index(site.group().findGroup("Footprints")) == place
    assert [layer.subsetString() for layer in layers_now()] == filters and shown(dock) == 14
    assert first.renderer().categories()[0].label() == "my own words" and second.opacity() == pytest.approx(0.4)
    assert review_counts(first)["rejected"] == 1
    assert not dock.results.clearing.undo_button.isVisible() and dock.clear_button.isEnabled()


def test_one_raster_is_cleared_and_comes_back_to_its_place(dock: PredictionDock, site: SiteProject) -> None:
    before = tree(site)
    dock.results.scope_box.setCurrentIndex(1)
    dock.clear_button.click()
    assert len(layers_now()) == 1 and len(tree(site)) == 1
    dock.results.clearing.undo_button.click()
    assert tree(site) == before


def test_the_message_that_offers_the_undo_goes_with_it(
    dock: PredictionDock, site: SiteProject, tmp_path: Path, iface: Interface
) -> None:
    for end in (
        dock.results.clearing.undo_button.click,
        lambda: QgsProject.instance().write(str(tmp_path / "map.qgz")),
    ):
        dock.clear_button.click()
        assert any("taken off the map" in text for text in bar_texts(iface))
        end()
        assert not any("taken off the map" in text for text in bar_texts(iface))


def test_edits_that_are_not_saved_come_back_as_well(dock: PredictionDock, site: SiteProject) -> None:
    layer = layers_now()[0]
    layer.startEditing()
    layer.deleteFeature(min(layer.allFeatureIds()))
    n = layer.featureCount()
    dock.clear_button.click()
    dock.results.clearing.undo()
    assert layers_now()[0] is layer and layer.isEditable() and layer.featureCount() == n
    layer.undoStack().undo()
    assert layer.featureCount() == n + 1
    layer.rollBack()


def test_steps_are_undone_one_by_one(dock: PredictionDock, site: SiteProject) -> None:
    dock.results.scope_box.setCurrentIndex(1)
    dock.clear_button.click()
    wait_until(lambda: not dock.results._refresh_soon.isActive())
    dock.clear_button.click()
    assert layers_now() == []
    dock.results.clearing.undo()
    assert len(layers_now()) == 1
    dock.results.clearing.undo()
    assert len(layers_now()) == 2


def test_what_was_shown_again_from_the_history_gives_way(dock: PredictionDock, site: SiteProject) -> None:
    first = layers_now()
    dock.clear_button.click()
    dock.results.tabs.setCurrentIndex(HISTORY)
    QTest.mouseClick(dock.results.history.show_button, Qt.MouseButton.LeftButton)
    assert len(layers_now()) == 2 and layers_now() != first
    dock.results.clearing.undo()
    assert layers_now() == first


def test_after_the_project_is_saved_there_is_nothing_to_undo(
    dock: PredictionDock, site: SiteProject, tmp_path: Path, iface: Interface
) -> None:
    dock.clear_button.click()
    assert QgsProject.instance().write(str(tmp_path / "map.qgz"))
    assert not dock.results.clearing.undo_button.isVisible()
    dock.results.clearing.undo()
    assert layers_now() == [] and any("nothing to bring" in text for text in bar_texts(iface))


# Append to a layer of the user's


def polygon_layer(definition: str, *, name: str = "mine") -> QgsVectorLayer:
    layer = QgsVectorLayer(definition, name, "memory")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_footprints_are_added_in_edit_mode_and_undo_takes_them_back(
    dock: PredictionDock, workbench: Workbench, site: SiteProject, iface: Interface
) -> None:
    target = polygon_layer(
        "MultiPolygon?crs=EPSG:4326&field=CATEGORY:string(20)&field=area_m2:double&field=note:string"
    )
    done = append(workbench, dock.results.layers(), target)
    assert (done.n, done.n_left_out, done.new_fields) == (14, 0, ("score",))
    assert target.isEditable() and target.featureCount() == 14 and target.dataProvider().featureCount() == 0
    feature = next(target.getFeatures())
    assert feature["CATEGORY"] in ("roof", "pool") and 0.5 <= feature["score"] <= 1 and feature["area_m2"] > 0
    assert not feature["note"]
    assert feature.geometry().centroid().asPoint().x() == pytest.approx(32.55, abs=0.01)  # degrees, in Kampala
    assert any("edit mode" in text for text in bar_texts(iface))
    target.undoStack().undo()
    assert target.featureCount() == 0 and target.fields().names() == ["CATEGORY", "area_m2", "note"]
    target.rollBack()


def test_only_what_is_shown_is_added_and_fields_only_where_they_are_wanted(
    dock: PredictionDock, workbench: Workbench, site: SiteProject
) -> None:
    target = polygon_layer("Polygon?crs=EPSG:32636&field=id:int")
    dock.results.scope_box.setCurrentIndex(1)
    done = append(workbench, dock.results.layers(), target, adds_fields=False)
    assert done.n == 7 and target.fields().names() == ["id"]
    target.rollBack()


def test_text_that_is_too_long_is_cut_and_a_field_of_another_kind_stays_empty(
    dock: PredictionDock, workbench: Workbench, site: SiteProject
) -> None:
    target = polygon_layer("Polygon?crs=EPSG:32636&field=category:string(2)&field=model:int&field=score:double")
    assert append(workbench, dock.results.layers(), target).n == 14
    assert {feature["category"] for feature in target.getFeatures()} == {"ro", "po"}
    assert not any(feature["model"] for feature in target.getFeatures())
    target.rollBack()


def test_a_shapefile_takes_them_under_its_short_names(
    dock: PredictionDock, workbench: Workbench, site: SiteProject, tmp_path: Path
) -> None:
    path = tmp_path / "mine.shp"
    data = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
    table = data.CreateLayer("mine", None, ogr.wkbPolygon)
    for name, kind in (("orientatio", ogr.OFTReal), ("category", ogr.OFTString)):
        table.CreateField(ogr.FieldDefn(name, kind))
    del table, data
    dialog = AppendDialog(workbench, 14, dock)
    assert dialog.take_file(path) and dialog.layer().name() == "mine"
    target = dialog.layer()
    target.setCrs(QgsCoordinateReferenceSystem("EPSG:32636"))
    assert append(workbench, dock.results.layers(), target).n == 14
    assert target.commitChanges(), target.commitErrors()
    again = QgsVectorLayer(str(path), "again", "ogr")
    assert again.featureCount() == 14 and "score" in again.fields().names()
    assert all(feature["orientatio"] is not None and feature["category"] for feature in again.getFeatures())


def test_what_cannot_take_footprints_is_refused(
    dock: PredictionDock, workbench: Workbench, site: SiteProject, tmp_path: Path
) -> None:
    parts = export_parts(dock.results.layers())
    nowhere = polygon_layer("Polygon?field=a:int", name="nowhere")
    nowhere.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(LayerNotUsableError, match="same map"):
        append_footprints(parts, nowhere, QgsProject.instance())
    points = polygon_layer("Point?crs=EPSG:4326", name="points")
    with pytest.raises(LayerNotUsableError, match="No polygons"):
        append_footprints(parts, points, QgsProject.instance())
    with pytest.raises(LayerNotUsableError, match="No polygons"):
        open_target(tmp_path / "none.gpkg")
    assert [layer.name() for layer in target_layers(QgsProject.instance())] == ["nowhere"]
    with pytest.raises(LayerNotUsableError, match="several layers"):
        open_target(Path(site.path))


def test_parts_become_features_where_a_layer_takes_no_parts(site: SiteProject, dock: PredictionDock) -> None:
    layer = polygon_layer("MultiPolygon?crs=EPSG:32636&field=category:string", name="two parts")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("MultiPolygon(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))"))
    layer.dataProvider().addFeatures([feature])
    target = polygon_layer("Polygon?crs=EPSG:32636&field=category:string")
    assert append_footprints(export_parts([layer]), target, QgsProject.instance()).n == 2
    target.rollBack()


def test_footprints_are_not_added_to_the_file_they_come_from(
    dock: PredictionDock, workbench: Workbench, site: SiteProject, iface: Interface
) -> None:
    source = file_of(layers_now()[0])
    dialog = AppendDialog(workbench, 14, dock)
    assert not dialog.take_file(source)
    assert any("footprints on the map come from" in text for text in bar_texts(iface))
    again = QgsVectorLayer(layers_now()[0].source().split("|subset")[0], "the same once more", "ogr")
    QgsProject.instance().addMapLayer(again)
    assert target_layers(QgsProject.instance()) == []


# Files for other programs


def never(_n: int) -> bool:
    return False


def pixel_layer(raster: str) -> QgsVectorLayer:
    layer = polygon_layer("Polygon?field=raster:string&field=category:string&field=score:double", name=raster)
    layer.setCrs(QgsCoordinateReferenceSystem())
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("Polygon((1 -1,3 -1,3 -2,1 -1))"))
    feature.setAttributes([raster, "roof", 0.9])
    layer.dataProvider().addFeatures([feature])
    return layer


def test_pixels_and_places_on_earth_are_not_mixed_in_one_geojson(
    dock: PredictionDock, site: SiteProject, tmp_path: Path
) -> None:
    parts, path = export_parts([*dock.results.layers(), pixel_layer("a.png")]), tmp_path / "all.geojson"
    context = QgsCoordinateTransformContext()
    with pytest.raises(LayerNotUsableError, match="cannot hold both"):
        write_geojson(parts, path, context=context, step=never)
    assert not list(tmp_path.glob("all*"))
    assert write_geojson(parts[-1:], path, context=context, step=never) == 1


def layer_of_one(fields: str, *values: object) -> QgsVectorLayer:
    layer = polygon_layer(f"Polygon?{fields}", name="one")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("Polygon((1 -1,3 -1,3 -2,1 -1))"))
    feature.setAttributes(list(values))
    layer.dataProvider().addFeatures([feature])
    return layer


def test_one_geojson_of_several_layers_has_the_columns_of_all(tmp_path: Path) -> None:
    layers = [
        layer_of_one("field=fid:int&field=category:string&field=height:int&field=review:string", 5, "roof", 3, "x"),
        layer_of_one("field=Category:string&field=height:double&field=note:string", "tree", 2.5, "old"),
        layer_of_one("field=category:string&field=note:int", "pool", 7),
    ]
    path = tmp_path / "all.geojson"
    assert write_geojson(export_parts(layers), path, context=QgsCoordinateTransformContext(), step=never) == 3
    assert [each["properties"] for each in json.loads(path.read_text(encoding="utf-8"))["features"]] == [
        {"category": "roof", "height": 3, "note": None},
        {"category": "tree", "height": 2.5, "note": "old"},
        {"category": "pool", "height": None, "note": "7"},
    ]


def test_a_footprint_that_names_an_unknown_raster_counts_where_its_layer_lies(
    dock: PredictionDock, site: SiteProject, tmp_path: Path
) -> None:
    layer, path = layers_now()[0], tmp_path / "한글 a.json"
    feature_id = min(layer.allFeatureIds())
    layer.startEditing()
    layer.changeAttributeValue(feature_id, layer.fields().indexOf("raster"), "pasted from elsewhere.tif")
    frames = frames_for([layer], QgsProject.instance())
    parts, context = export_parts([layer]), QgsCoordinateTransformContext()
    assert write_coco(parts, path, frames=frames, context=context, step=never) == 7
    layer.rollBack()
    assert {each["image_id"] for each in json.loads(path.read_text(encoding="utf-8"))["annotations"]} == {1}
    with pytest.raises(LayerNotUsableError, match=r"not known where the raster b\.png is"):
        write_coco(export_parts([pixel_layer("b.png")]), path, frames=frames, context=context, step=never)
    assert not list(tmp_path.glob("*.part"))


def test_an_export_that_was_stopped_before_it_began_is_no_success(
    dock: PredictionDock, site: SiteProject, tmp_path: Path
) -> None:
    path, told = tmp_path / "a.geojson", []
    parts, context = export_parts(dock.results.layers()), QgsCoordinateTransformContext()
    task = ExportTask(GEOJSON, parts, path, frames={}, context=context)
    task.written.connect(lambda *values: told.append(values))
    task.finished(False)
    (((n, _, error),), is_there) = told, path.exists()
    assert (n, str(error), is_there) == (0, "The export was stopped; no file was written.", False)


# QGIS's own export


@pytest.mark.parametrize("driver, ending", [("KML", ".kml"), ("ESRI Shapefile", ".shp")])
def test_qgis_itself_saves_footprints(
    dock: PredictionDock, site: SiteProject, tmp_path: Path, driver: str, ending: str
) -> None:
    layer, path = layers_now()[0], tmp_path / f"out{ending}"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    options.fileEncoding = "UTF-8"
    error = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    assert error[0] == QgsVectorFileWriter.NoError, error[1]
    saved = ogr.Open(str(path))
    table = saved.GetLayer(0)
    assert table.GetFeatureCount() == 7
    names = [table.GetLayerDefn().GetFieldDefn(i).GetName() for i in range(table.GetLayerDefn().GetFieldCount())]
    feature = table.GetNextFeature()
    # Some builds of GDAL write fields into KML and do not read them.
    values = kml_values(path) if driver == "KML" else {name: feature[name] for name in names}
    assert values["category"] in ("roof", "pool") and 0.5 <= float(values["score"]) <= 1
    assert values["raster"] and float(values["area_m2"]) > 0
    if driver == "KML":
        assert table.GetSpatialRef().GetAuthorityCode(None) == "4326"
        assert feature.GetGeometryRef().Centroid().GetX() == pytest.approx(32.55, abs=0.01)
    else:
        assert table.GetSpatialRef().IsProjected() and max(map(len, names)) <= 10
        assert {"perimeter_", "orientatio"} <= set(names) and len(set(names)) == len(names)


def kml_values(path: Path) -> dict[str, str]:
    """Return the fields of the first placemark."""
    placemark = next(ElementTree.parse(path).iter("{http://www.opengis.net/kml/2.2}Placemark"))
    return {
        each.get("name", ""): each.text or "" for each in placemark.iter("{http://www.opengis.net/kml/2.2}SimpleData")
    }


# Tools


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any]]]:
    """The dialogs that were opened: algorithm and parameters."""
    opened: list[tuple[str, dict[str, Any]]] = []
    processing = ModuleType("processing")
    processing.createAlgorithmDialog = lambda *asked: opened.append(asked)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "processing", processing)
    return opened


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], int]]:
    """What was to choose from, and what was proposed; the second is chosen."""
    asked: list[tuple[list[str], int]] = []

    def choose_second(_parent: Any, _title: str, _question: str, names: list[str], first: int, _free: bool) -> Any:
        asked.append((names, first))
        return names[1], True

    monkeypatch.setattr(QInputDialog, "getItem", choose_second)
    return asked


TOOLS = ("measure", "cleanshapes", "cutouts", "classifytrain", "classify", "maskraster")


@pytest.mark.parametrize("tool", TOOLS)
def test_where_several_images_are_shown_a_tool_asks_which(
    dock: PredictionDock, site: SiteProject, asked: list[Any], opened: list[Any], tool: str
) -> None:
    action = dock.results.tools.menu().findChild(QAction, f"{tool}_action")
    action.trigger()
    ((algorithm, parameters),) = opened
    assert asked == [([layer.name() for layer in layers_now()], 0)]
    assert algorithm == f"deepseg:{tool}" and parameters["INPUT"] is layers_now()[1]
    dock.results.scope_box.setCurrentIndex(1)
    action.trigger()
    assert len(asked) == 1 and opened[1][1]["INPUT"] is layers_now()[0]


def test_a_tool_does_not_open_where_nobody_says_which_image(
    dock: PredictionDock, site: SiteProject, iface: Interface, opened: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_: ("", False))
    before = bar_texts(iface)
    dock.results.tools.menu().findChild(QAction, "measure_action").trigger()
    assert opened == [] and bar_texts(iface) == before


def test_a_tool_without_footprints_opens_empty(dock: PredictionDock, site: SiteProject, opened: list[Any]) -> None:
    dock.clear_button.click()
    dock.results.tools.menu().findChild(QAction, "measure_action").trigger()
    assert opened == [("deepseg:measure", {})]


def test_of_two_layers_of_one_image_a_tool_proposes_the_one_that_was_clicked(
    dock: PredictionDock, site: SiteProject, asked: list[Any], opened: list[Any]
) -> None:
    QgsProject.instance().addMapLayer(layers_now()[0].clone())
    dock.results.scope_box.setCurrentIndex(1)
    layers = dock.results.layers()
    view = QgsLayerTreeView()
    model = QgsLayerTreeModel(QgsProject.instance().layerTreeRoot())
    view.setModel(model)
    dock.results._workbench.layer_tree_view = view
    view.setCurrentLayer(layers[1])
    dock.results.tools.menu().findChild(QAction, "measure_action").trigger()
    dock.results._workbench.layer_tree_view = None
    name = layers[0].name()
    assert asked == [([name, f"{name} (2)"], 1)] and opened[0][1]["INPUT"] is layers[1]
