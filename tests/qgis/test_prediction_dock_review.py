"""The Review tab and the Export menu of the Prediction dock, on footprints that the fake engine found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from deepseg_qgis.docks.export import COCO, GEOJSON
from deepseg_qgis.docks.prediction_dock import PredictionDock
from deepseg_qgis.docks.results_section import REVIEW, STATISTICS
from deepseg_qgis.docks.training_dock import TrainingDock
from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.layers.footprint_layer import footprint_layers
from deepseg_qgis.layers.footprint_queue import SUREST, shape_of
from deepseg_qgis.layers.footprint_review import review_counts
from deepseg_qgis.layers.project import SiteProject
from tests.qgis.interface import Interface
from tests.qgis.prediction_world import move_threshold, predict, shown_dock, table, write_model
from tests.qgis.site_world import bar_texts, make_raster, make_site, wait_until

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def dock(workbench: Workbench, iface: Interface) -> Iterator[PredictionDock]:
    with shown_dock(workbench, iface) as dock:
        yield dock


@pytest.fixture
def site(dock: PredictionDock, workbench: Workbench, tmp_path: Path) -> SiteProject:
    """A site whose two rasters have been predicted in: fourteen footprints are shown."""
    site = make_site(workbench, tmp_path)
    workbench.use_model(write_model(tmp_path / "roofs.safetensors"))
    dock.images.add_files([make_raster(tmp_path / "north.tif")])
    predict(dock)
    dock.results.tabs.setCurrentIndex(REVIEW)
    wait_until(lambda: "0 of 14 looked at" in dock.results.review.count_label.text())
    return site


def item(dock: PredictionDock) -> str:
    return dock.results.review.item_label.text().replace("\u202f", " ")


def test_the_least_sure_footprints_are_looked_at_first(dock: PredictionDock, site: SiteProject) -> None:
    review = dock.results.review
    assert "Press N" in item(dock)
    review.next()
    review.next()
    assert "roof" in item(dock)
    assert "53 %" in item(dock)
    review.next()
    assert "60 %" in item(dock)
    review.back()
    assert "53 %" in item(dock)
    box = review.order_box
    box.setCurrentIndex(box.findData(SUREST))
    box.activated.emit(box.currentIndex())
    review.next()
    assert "95 %" in item(dock)


def test_accepted_footprints_become_labels_and_rejected_ones_are_marked(
    dock: PredictionDock, site: SiteProject
) -> None:
    review = dock.results.review
    review.next()
    QTest.mouseClick(review.accept_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(review.reject_button, Qt.MouseButton.LeftButton)
    assert site.layer("labels").featureCount() == 7
    assert "2 of 14 looked at · 1 accepted · 1 rejected" in review.count_label.text()
    assert "60 %" in item(dock)
    review.back()
    assert "rejected" in item(dock)
    assert review.accept_button.isEnabled()
    review.back()
    assert "accepted" in item(dock)
    assert not review.accept_button.isEnabled()
    site.layer("labels").undoStack().undo()
    review.show_counts()
    assert "1 of 14 looked at" in review.count_label.text()
    site.layer("labels").rollBack()


def test_keys_work_while_the_review_is_in_front(dock: PredictionDock, site: SiteProject, iface: Interface) -> None:
    iface.mainWindow().activateWindow()
    iface.mapCanvas().setFocus()
    QTest.qWait(50)
    dock._set_keys()
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_N)
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_X)
    assert sum(review_counts(layer)["rejected"] for layer in footprint_layers(QgsProject.instance())) == 1
    dock.results.tabs.setCurrentIndex(STATISTICS)
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_X)
    assert sum(review_counts(layer)["rejected"] for layer in footprint_layers(QgsProject.instance())) == 1


def test_all_have_been_looked_at_in_the_end(dock: PredictionDock, site: SiteProject) -> None:
    review = dock.results.review
    for _ in range(15):
        review.next()
    assert "All footprints shown have been looked at" in item(dock)
    assert not review.next_button.isEnabled()
    review.back()
    assert "95 %" in item(dock)


def test_what_a_person_corrects_is_what_becomes_a_label(dock: PredictionDock, site: SiteProject) -> None:
    review = dock.results.review
    review.next()
    review.edit()
    layer = next(layer for layer in footprint_layers(QgsProject.instance()) if layer.isEditable())
    feature = layer.selectedFeatures()[0]
    moved = feature.geometry()
    moved.translate(1.0, 0.0)
    moved = moved.buffer(1.0, 1, QgsGeometry.CapSquare, QgsGeometry.JoinStyleMiter, 5.0)
    area_m2 = feature["area_m2"]
    layer.changeGeometry(feature.id(), moved)
    move_threshold(dock, 40)
    assert "being edited" in dock.results.refused_label.text()
    review.accept()
    assert not layer.isEditable()
    measured = layer.getFeature(feature.id())
    assert area_m2 + 10 < measured["area_m2"] == pytest.approx(moved.area(), rel=0.01)
    box = moved.boundingBox()
    assert box.height() > box.width()
    assert measured["length_m"] == pytest.approx(box.height(), rel=0.01)
    assert measured["width_m"] == pytest.approx(box.width(), rel=0.01)
    assert measured["orientation_deg"] == pytest.approx(0.0, abs=0.1)
    labels = site.layer("labels")
    newest = max(labels.getFeatures(), key=lambda each: each.geometry().boundingBox().width())
    assert newest.geometry().boundingBox().xMinimum() == pytest.approx(moved.boundingBox().xMinimum())
    wait_until(lambda: not dock.results.refused_label.isVisible())
    labels.rollBack()


def outline(iface: Interface) -> QgsGeometry | None:
    """Return what is outlined on the map; None where nothing is."""
    bands = [each for each in iface.mapCanvas().scene().items() if isinstance(each, QgsRubberBand)]
    return bands[0].asGeometry() if bands else None


def test_the_footprint_that_is_looked_at_stays_outlined(
    dock: PredictionDock, site: SiteProject, iface: Interface
) -> None:
    review = dock.results.review
    assert outline(iface) is None
    review.next()
    first = outline(iface).boundingBox()
    assert first == shape_of(review._queue.current).boundingBox()
    iface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    assert outline(iface).boundingBox().xMaximum() < 180, "it goes along when the map is turned into degrees"
    iface.mapCanvas().setDestinationCrs(site.layer("labels").crs())
    review.reject()
    review.next()  # the one before it lies at the same place of the other raster
    assert outline(iface).boundingBox() != first
    review.edit()
    assert outline(iface) is None, "QGIS shows the corners"
    review.next()
    assert outline(iface) is not None
    dock.results.tabs.setCurrentIndex(STATISTICS)
    assert outline(iface) is None
    dock.results.tabs.setCurrentIndex(REVIEW)
    assert outline(iface) is not None
    dock.hide()
    assert outline(iface) is None


def test_training_goes_on_from_the_model_that_predicted(
    dock: PredictionDock, site: SiteProject, workbench: Workbench, tmp_path: Path
) -> None:
    training = TrainingDock(workbench)
    workbench.use_model(write_model(tmp_path / "other.safetensors"))
    QTest.mouseClick(dock.results.review.train_button, Qt.MouseButton.LeftButton)
    assert training.form.parameters()["FROM_MODEL"] == str(tmp_path / "roofs.safetensors")
    training.tear_down()
    training.deleteLater()


def test_statistics_follow_the_image_that_is_chosen(dock: PredictionDock, site: SiteProject) -> None:
    dock.results.tabs.setCurrentIndex(STATISTICS)
    assert table(dock) == [["pool", "6"], ["roof", "8"], ["all", "14"]]
    box = dock.results.scope_box
    assert [box.itemText(i) for i in range(box.count())] == ["All images", "north.tif", "ortho süd.tif"]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert table(dock) == [["pool", "3"], ["roof", "4"], ["all", "7"]]
    assert "north.tif" in dock.results.statistics.sentence.text()
    assert dock.results.statistics.chart.table_csv().splitlines()[1].startswith("roof,4,")


def export(dock: PredictionDock, kind: str, path: Path, iface: Interface) -> None:
    dock.results.export(kind, str(path))
    wait_until(dock.results.export_button.isEnabled)


def test_what_is_shown_is_exported_as_geojson(
    dock: PredictionDock, site: SiteProject, tmp_path: Path, iface: Interface
) -> None:
    export(dock, GEOJSON, tmp_path / "süd.geojson", iface)
    assert any("14 footprints are in" in text for text in bar_texts(iface))
    collection = json.loads((tmp_path / "süd.geojson").read_text())
    assert len(collection["features"]) == 14
    assert "crs" not in collection
    longitude, latitude = collection["features"][0]["geometry"]["coordinates"][0][0]
    assert (longitude, latitude) == pytest.approx((32.55, 0.36), abs=0.01)
    assert collection["features"][0]["properties"]["score"] >= 0.5
    assert "fid" not in collection["features"][0]["properties"]
    assert QgsVectorLayer(str(tmp_path / "süd.geojson"), "again", "ogr").featureCount() == 14
    assert [path.name for path in tmp_path.glob("*.part*")] == []


def test_one_image_is_exported_as_coco_in_its_own_pixels(
    dock: PredictionDock, site: SiteProject, tmp_path: Path, iface: Interface
) -> None:
    box = dock.results.scope_box
    box.setCurrentIndex(box.findData("north.tif"))
    box.activated.emit(box.currentIndex())
    export(dock, COCO, tmp_path / "north.json", iface)
    values = json.loads((tmp_path / "north.json").read_text())
    assert values["images"] == [{"id": 1, "file_name": "north.tif", "width": 200, "height": 200}]
    assert {each["name"] for each in values["categories"]} == {"roof", "pool"}
    first = max(values["annotations"], key=lambda each: each["score"])
    assert first["score"] == 0.95
    assert first["bbox"] == pytest.approx([15.0, 20.0, 15.0, 20.0], abs=0.01)
    assert first["area"] == pytest.approx(300.0, abs=0.1)
    assert len(values["annotations"]) == 7


def test_categories_have_the_numbers_of_the_model_in_every_coco_file_found_or_not(
    dock: PredictionDock, site: SiteProject, tmp_path: Path, iface: Interface
) -> None:
    dock.threshold.set_category_thresholds({"roof": 0.99})
    wait_until(lambda: not dock.results._filter_soon.isActive())
    dock.results.apply_filter()
    export(dock, COCO, tmp_path / "pools.json", iface)
    values = json.loads((tmp_path / "pools.json").read_text())
    assert [(each["id"], each["name"]) for each in values["categories"]] == [(1, "roof"), (2, "pool")]
    assert {each["category_id"] for each in values["annotations"]} == {2}


def test_coco_of_a_raster_that_is_gone_says_which(
    dock: PredictionDock, site: SiteProject, tmp_path: Path, iface: Interface
) -> None:
    QgsProject.instance().removeMapLayers([layer.id() for layer in QgsProject.instance().mapLayersByName("north")])
    dock.results.load(site.runs_folder / "predictions" / "prediction-1" / "footprints.gpkg", {})
    (tmp_path / "north.tif").unlink()
    dock.results.export(COCO, str(tmp_path / "all.json"))
    assert any("north.tif does not exist" in text for text in bar_texts(iface))
    assert not (tmp_path / "all.json").exists()


def test_nothing_shown_is_nothing_to_export(
    dock: PredictionDock, site: SiteProject, tmp_path: Path, iface: Interface
) -> None:
    dock.shape.area_box.setValue(1e6)
    dock.results.apply_filter()
    dock.results.export(GEOJSON, str(tmp_path / "none.geojson"))
    assert any("No footprint is shown" in text for text in bar_texts(iface))


def test_a_place_that_cannot_be_written_is_told(
    dock: PredictionDock, site: SiteProject, tmp_path: Path, iface: Interface
) -> None:
    for kind in (GEOJSON, COCO):
        export(dock, kind, tmp_path / "missing" / f"a.{kind}", iface)
    assert sum("could not be written" in text for text in bar_texts(iface)) == 2
