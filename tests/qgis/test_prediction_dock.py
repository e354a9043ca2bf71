"""The Prediction dock on a real workbench: what it needs, the run, the filter, and what is found again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, gdal_array
from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtTest import QTest

from deepseg_qgis.docks import prediction_dock, results_section
from deepseg_qgis.docks.image_section import AREAS, DRAW, VIEW
from deepseg_qgis.docks.prediction_dock import PredictionDock
from deepseg_qgis.docks.results_section import HISTORY
from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.layers.footprint_layer import footprint_layers
from deepseg_qgis.layers.matches_layer import show_matches
from deepseg_qgis.layers.project import SiteProject
from tests.plugin.fake_engine.use import use_fake_engine
from tests.qgis.interface import Interface
from tests.qgis.prediction_world import move_threshold, predict, shown, shown_dock, table, write_model
from tests.qgis.site_world import LEFT, TOP, add, bar_texts, make_raster, make_site, square, wait_until

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def dock(workbench: Workbench, iface: Interface) -> Iterator[PredictionDock]:
    with shown_dock(workbench, iface) as dock:
        yield dock


@pytest.fixture
def site(dock: PredictionDock, workbench: Workbench, tmp_path: Path) -> SiteProject:
    return make_site(workbench, tmp_path)


@pytest.fixture
def model(site: SiteProject, workbench: Workbench, tmp_path: Path) -> str:
    path = write_model(tmp_path / "roofs 지붕.safetensors")
    workbench.use_model(path)
    return path


def reason(dock: PredictionDock) -> str:
    return dock.reason_line(dock.predict_button).text()


def asked(notes: Path) -> list[str]:
    return json.loads(notes.read_text().splitlines()[-1])


def option(words: list[str], name: str) -> str:
    for i, word in enumerate(words):
        if word == f"--{name}":
            return words[i + 1]
        if word.startswith(f"--{name}="):
            return word.partition("=")[2]
    raise AssertionError(f"{name} is not in {words}")


def test_it_says_what_is_missing_one_thing_at_a_time(
    dock: PredictionDock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not dock.predict_button.isEnabled()
    assert "Choose a model" in reason(dock)
    dock.workbench.use_model(write_model(tmp_path / "a.safetensors"))
    wait_until(lambda: "Add a raster" in reason(dock))
    dock.images.add_files([make_raster(tmp_path / "a.tif")])
    wait_until(dock.predict_button.isEnabled)
    monkeypatch.setattr(dock.workbench, "is_engine_ready", lambda: False)
    dock.workbench.engine_changed.emit()
    assert "Set up DeepSeg" in reason(dock)


def test_the_card_of_the_model_is_shown(dock: PredictionDock, model: str) -> None:
    text = dock.card_view.label.text().replace("\u00a0", " ").replace("&nbsp;", " ")
    for part in ("roof", "pool", "3 bands", "0.5 m per pixel", "F1 0.63", "#e69f00"):
        assert part in text
    assert dock.threshold.score_threshold == 0.5


def test_a_file_that_is_no_model_says_so(dock: PredictionDock, site: SiteProject, tmp_path: Path) -> None:
    (tmp_path / "b.safetensors").write_text("no")
    dock.workbench.use_model(str(tmp_path / "b.safetensors"))
    wait_until(lambda: "no DeepSeg model" in reason(dock))
    assert "no DeepSeg model" in dock.card_view.label.text()


def test_the_rasters_of_the_project_are_ticked_with_their_sizes(dock: PredictionDock, model: str) -> None:
    item = dock.images.list.tree.topLevelItem(0)
    assert item.text(0) == "ortho süd.tif"
    assert "kB" in item.text(1)
    assert item.checkState(0) == Qt.CheckState.Checked
    wait_until(dock.predict_button.isEnabled)
    item.setCheckState(0, Qt.CheckState.Unchecked)
    wait_until(lambda: "Tick at least one" in reason(dock))


def test_a_raster_with_too_few_bands_is_named(dock: PredictionDock, site: SiteProject, tmp_path: Path) -> None:
    dock.workbench.use_model(write_model(tmp_path / "four.safetensors", bands=(1, 2, 3, 4)))
    wait_until(lambda: "ortho süd.tif has 3 bands; the model reads band 4" in reason(dock))


def test_rasters_come_from_files_layers_and_drops_and_go(dock: PredictionDock, model: str, tmp_path: Path) -> None:
    other = make_raster(tmp_path / "north.tif")
    layer = QgsRasterLayer(other, "north layer")
    QgsProject.instance().addMapLayer(layer)
    assert dock.images._other_layers() == [(layer.id(), "north layer")]
    dock.images._add_layer_by_id(layer.id())
    assert len(dock.images.paths()) == 2
    folder = tmp_path / "more"
    folder.mkdir()
    make_raster(folder / "east.tif")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder)), QUrl.fromLocalFile(str(tmp_path / "no.txt"))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(5, 5)
    dock.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, mime, buttons, keys))
    assert [Path(path).name for path in dock.images.paths()] == ["ortho süd.tif", "north.tif", "east.tif"]
    dock.images.list.tree.topLevelItem(1).setSelected(True)
    QTest.mouseClick(dock.images.list.remove_button, Qt.MouseButton.LeftButton)
    assert [Path(path).name for path in dock.images.paths()] == ["ortho süd.tif", "east.tif"]


def test_before_it_starts_it_says_what_it_takes_and_learns_from_each_run(dock: PredictionDock, model: str) -> None:
    wait_until(lambda: "40 thousand pixels" in dock.estimate.label.text())
    assert "first prediction will tell" in dock.estimate.label.text()
    assert "of disk while it works" in dock.estimate.label.text()
    predict(dock)
    wait_until(lambda: "a few seconds" in dock.estimate.label.text())


def test_a_prediction_comes_onto_the_map_as_one_layer_per_raster(
    dock: PredictionDock, model: str, site: SiteProject, tmp_path: Path, notes: Path, iface: Interface
) -> None:
    dock.images.add_files([make_raster(tmp_path / "north.tif")])
    predict(dock)
    layers = footprint_layers(QgsProject.instance())
    assert [layer.name() for layer in layers] == ["north", "ortho süd"]
    assert site.group().findGroup("Footprints") is not None
    assert shown(dock) == 14
    words = asked(notes)
    folder = site.runs_folder / "predictions" / "prediction-1"
    assert option(words, "output") == str(folder / "footprints.gpkg")
    assert option(words, "run-dir") == str(folder / "run")
    assert float(option(words, "score-threshold")) == 0.1
    assert "--keep-fields" not in words
    assert any("14 footprints shown in 2 images" in text for text in bar_texts(iface))
    assert not (folder / "run" / "fields").exists()


def test_matches_of_an_evaluation_give_way_to_footprints(dock: PredictionDock, site: SiteProject, model: str) -> None:
    matches = QgsVectorLayer("Polygon?field=match:string", "Matches of an older model", "memory")
    matches.setCustomProperty("deepseg/matches", "matches.gpkg")
    QgsProject.instance().addMapLayer(matches, False)
    node = site.group().insertLayer(0, matches)
    predict(dock)
    assert not node.isVisible()
    assert QgsProject.instance().layerTreeRoot().findLayer(dock.results.layers()[0].id()).isVisible()
    show_matches([matches], QgsProject.instance(), is_shown=True)
    assert node.isVisible()


def test_the_slider_filters_at_once_down_and_up(dock: PredictionDock, model: str, notes: Path) -> None:
    predict(dock)
    n_runs = len(notes.read_text().splitlines())
    assert shown(dock) == 7
    wait_until(lambda: table(dock) == [["pool", "3"], ["roof", "4"], ["all", "7"]])
    move_threshold(dock, 10)
    assert shown(dock) == 12
    move_threshold(dock, 90)
    assert shown(dock) == 1
    dock.threshold.set_category_thresholds({"pool": 0.3})
    wait_until(lambda: shown(dock) == 6)
    dock.shape.area_box.setValue(1e5)
    wait_until(lambda: shown(dock) == 0)
    wait_until(lambda: "reaches the score threshold" in dock.results.statistics.sentence.text())
    assert len(notes.read_text().splitlines()) == n_runs


def test_a_layer_in_edit_mode_keeps_what_it_shows_and_follows_afterwards(dock: PredictionDock, model: str) -> None:
    predict(dock)
    layer = footprint_layers(QgsProject.instance())[0]
    layer.startEditing()
    move_threshold(dock, 90)
    assert shown(dock) == 7
    assert "being edited" in dock.results.refused_label.text()
    layer.rollBack()
    wait_until(lambda: shown(dock) == 1)
    assert not dock.results.refused_label.isVisible()


def test_images_with_and_without_coordinates_are_predicted_in_one_after_the_other(
    dock: PredictionDock, model: str, site: SiteProject, tmp_path: Path
) -> None:
    picture = str(tmp_path / "photo.png")
    gdal.GetDriverByName("PNG").CreateCopy(picture, gdal_array.OpenArray(np.full((3, 20, 30), 90, np.uint8)))
    dock.images.add_files([picture])
    wait_until(lambda: "ortho süd.tif has coordinates and photo.png has none" in reason(dock))
    assert not dock.predict_button.isEnabled()
    dock.images._on_ticked(str(site.rasters()[0].path), False)
    wait_until(lambda: not reason(dock))
    dock.images._on_ticked(str(site.rasters()[0].path), True)
    wait_until(lambda: "photo.png has none" in reason(dock))
    layer = QgsRasterLayer(picture, "photo", "gdal")
    layer.setCrs(site.crs)  # as a person does who knows it
    QgsProject.instance().addMapLayer(layer)
    wait_until(lambda: not reason(dock))


def test_an_area_for_prediction_is_handed_over(
    dock: PredictionDock, model: str, site: SiteProject, notes: Path, drawn: list[QgsVectorLayer]
) -> None:
    box = dock.images.place_box
    box.setCurrentIndex(box.findData(DRAW))
    box.activated.emit(box.currentIndex())
    assert drawn == [site.layer("areas")]
    site.layer("areas").rollBack()
    add(site.layer("areas"), square(0, 0, 50), role="predict")
    wait_until(lambda: box.findData(AREAS) >= 0)
    box.setCurrentIndex(box.findData(AREAS))
    box.activated.emit(box.currentIndex())
    predict(dock)
    assert option(asked(notes), "area").startswith(str(site.runs_folder / "predictions" / "prediction-1"))
    assert 0 < shown(dock) < 7


def test_the_view_is_a_place_too(dock: PredictionDock, model: str, notes: Path, iface: Interface) -> None:
    canvas = iface.mapCanvas()
    layer = QgsProject.instance().mapLayersByName("ortho süd")[0]
    canvas.setDestinationCrs(layer.crs())
    canvas.setLayers([layer])
    canvas.setExtent(QgsRectangle(LEFT, TOP - 40, LEFT + 40, TOP))
    QTest.mouseClick(dock.images.list.view_button, Qt.MouseButton.LeftButton)
    assert dock.images.place == VIEW
    assert len(dock.images.paths()) == 1
    predict(dock)
    assert option(asked(notes), "area")
    assert 0 < shown(dock) < 7
    canvas.setExtent(QgsRectangle(LEFT + 5000, TOP, LEFT + 5040, TOP + 40))
    wait_until(lambda: "None of the ticked rasters lies there" in reason(dock))


def test_a_stopped_prediction_is_gone_on_with_from_the_history(
    dock: PredictionDock, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dock.shape.keep_box.setChecked(True)
    use_fake_engine(monkeypatch, "slow", step_s=0.1)
    wait_until(dock.predict_button.isEnabled)
    dock.predict_button.click()
    wait_until(lambda: (dock.workbench.state.share or 0) > 0)
    assert "STOP is above" in reason(dock)
    dock.workbench.stop()
    wait_until(lambda: not dock.workbench.is_busy)
    assert dock.results.tabs.currentIndex() == HISTORY
    assert "stopped" in dock.results.history.tree.topLevelItem(0).text(0)
    use_fake_engine(monkeypatch)
    QTest.mouseClick(dock.results.history.go_on_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not dock.workbench.is_busy)
    assert shown(dock) == 7


def test_a_prediction_that_fails_leaves_nothing_and_opens_the_log(
    dock: PredictionDock, model: str, site: SiteProject, monkeypatch: pytest.MonkeyPatch, iface: Interface
) -> None:
    use_fake_engine(monkeypatch, "error")
    predict(dock)
    assert dock.log.is_open
    assert bar_texts(iface)
    assert list((site.runs_folder / "predictions").iterdir()) == []


def test_polygons_are_cleared_after_asking_and_come_back_from_the_history(
    dock: PredictionDock, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    predict(dock)
    questions = []
    monkeypatch.setattr(results_section, "ask_to_clear", lambda *args: questions.append(args[2:]) or len(questions) > 1)
    dock.clear_button.click()
    assert questions[0][0] == 7
    assert shown(dock) == 7
    dock.clear_button.click()
    assert footprint_layers(QgsProject.instance()) == []
    assert not dock.clear_button.isEnabled()
    dock.results.tabs.setCurrentIndex(HISTORY)
    QTest.mouseClick(dock.results.history.show_button, Qt.MouseButton.LeftButton)
    assert shown(dock) == 7


def test_predictions_are_found_again_and_can_be_deleted(
    dock: PredictionDock, model: str, workbench: Workbench, site: SiteProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    predict(dock)
    predict(dock)
    assert len(footprint_layers(QgsProject.instance())) == 1  # the newer ones have replaced the older ones
    again = PredictionDock(workbench)
    assert [each.name for each in again.results.history._predictions] == ["prediction-2", "prediction-1"]
    assert again.threshold.score_threshold == 0.5
    again.tear_down()
    again.deleteLater()
    monkeypatch.setattr(results_section, "ask_to_delete", lambda *_: True)
    dock.results.history.delete_action.trigger()
    assert [each.name for each in dock.results.history._predictions] == ["prediction-1"]
    assert footprint_layers(QgsProject.instance()) == []
    assert not (site.runs_folder / "predictions" / "prediction-2").exists()


def test_outlines_are_redrawn_from_what_was_kept(
    dock: PredictionDock, model: str, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dock.shape.keep_box.setChecked(True)
    predict(dock)
    assert dock.shape.redraw_button.isVisibleTo(dock.shape)
    layer = footprint_layers(QgsProject.instance())[0]
    dock.results.review.show_layers([layer], {})
    dock.results.review.next()
    dock.results.review.reject()
    asked_of: list[int] = []
    monkeypatch.setattr(prediction_dock, "ask_to_redraw", lambda _, n: asked_of.append(n) or True)
    dock.shape.simplify_box.setValue(0.4)
    dock.shape.redraw_button.click()
    wait_until(lambda: not dock.workbench.is_busy)
    assert asked_of == [1]
    assert asked(notes)[0] == "vectorize"
    assert float(option(asked(notes), "simplify-m")) == 0.4
    assert shown(dock) == 7


def test_without_a_project_predictions_go_beside_the_raster(dock: PredictionDock, tmp_path: Path) -> None:
    dock.workbench.use_model(write_model(tmp_path / "a.safetensors"))
    dock.images.add_files([make_raster(tmp_path / "a.tif")])
    predict(dock)
    assert (tmp_path / "deepseg-predictions" / "prediction-1" / "footprints.gpkg").is_file()
    assert shown(dock) == 7


def test_it_is_no_wider_than_360_px(dock: PredictionDock, model: str) -> None:
    predict(dock)
    dock.shape_fold.set_open(True)
    dock.threshold.fold.set_open(True)
    dock.log.set_open(True)
    for tab in range(3):
        dock.results.tabs.setCurrentIndex(tab)
        assert dock.minimumSizeHint().width() <= 360
        assert dock.scroll_area.widget().minimumSizeHint().width() <= 340


def test_taking_it_down_leaves_no_connection(dock: PredictionDock, model: str) -> None:
    predict(dock)
    dock.tear_down()
    dock.estimate.label.setText("untouched")
    dock.workbench.site_changed.emit()
    dock.workbench.data_changed.emit()
    QgsProject.instance().clear()
    QTest.qWait(200)
    assert dock.estimate.label.text() == "untouched"
