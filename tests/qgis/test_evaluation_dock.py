"""The Evaluation dock on a real workbench: where it tests, the scores, the threshold, the misses, old results."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest

from deepseg_qgis.docks.evaluation_dock import EvaluationDock
from deepseg_qgis.docks.misses_table import _COLORS
from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.domain.misses import FALSE, MISSED
from deepseg_qgis.layers.kept_ground import survey
from deepseg_qgis.layers.project import SiteProject
from tests.plugin.fake_engine.use import use_fake_engine
from tests.qgis.interface import Interface, forget_deleted
from tests.qgis.site_world import add, bar_texts, make_site, square, wait_until

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def site(workbench: Workbench, tmp_path: Path) -> SiteProject:
    return make_site(workbench, tmp_path)


@pytest.fixture
def bare_site(workbench: Workbench, tmp_path: Path) -> SiteProject:
    """A site where nothing is kept for the test."""
    return make_site(workbench, tmp_path, with_test_area=False)


@pytest.fixture
def dock(workbench: Workbench, iface: Interface) -> Iterator[EvaluationDock]:
    dock = EvaluationDock(workbench)
    iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    yield dock
    dock.tear_down()
    iface.mainWindow().removeDockWidget(dock)
    dock.deleteLater()
    forget_deleted()


def train_model(workbench: Workbench, site: SiteProject) -> str:
    """Return a model that the fake engine has trained on the site."""
    model = site.runs_folder / "kampala-süd-1" / "kampala-süd-1.safetensors"
    model.parent.mkdir(parents=True)
    parameters = {
        "RASTERS": [raster.path for raster in site.rasters()],
        "LABELS": site.layer("labels").id(),
        "CATEGORY_FIELD": "category",
        "EPOCHS": 3,
        "MODEL": str(model),
        "RUN_DIR": str(model.parent / "run"),
    }
    assert workbench.run("deepseg:train", parameters, kind="training")
    wait_until(lambda: not workbench.is_busy)
    workbench.use_model(str(model))
    return str(model)


def evaluate(dock: EvaluationDock) -> None:
    wait_until(dock.evaluate_button.isEnabled)
    QTest.mouseClick(dock.evaluate_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not dock.workbench.is_busy)


def ground(dock: EvaluationDock) -> str:
    """Return the line that says what is tested on; its spaces do not break."""
    return dock.ground_label.text().replace("\u00a0", " ")


def reason(dock: EvaluationDock) -> str:
    return dock.reason_line(dock.evaluate_button).text()


def asked(notes: Path) -> str:
    return " ".join(json.loads(notes.read_text().splitlines()[-1]))


def matches_layers() -> list[QgsVectorLayer]:
    return [layer for layer in QgsProject.instance().mapLayers().values() if "Matches" in layer.name()]


def test_without_a_project_it_says_what_to_do_first(dock: EvaluationDock) -> None:
    assert not dock.evaluate_button.isEnabled()
    assert "project" in reason(dock)
    assert not dock.offer.isVisible()
    assert not dock.tabs.isVisible()


def test_without_a_model_it_asks_for_one(dock: EvaluationDock, site: SiteProject) -> None:
    assert "Choose a model" in reason(dock)
    assert dock.model_box.box.currentText() == "no model yet"


def test_it_says_what_the_model_is_tested_on(dock: EvaluationDock, site: SiteProject) -> None:
    wait_until(lambda: "1 raster · 2 labels · 1 test area" in ground(dock))
    assert not dock.warning_label.isVisible()


def test_where_nothing_is_kept_aside_it_offers_to_draw_an_area(
    dock: EvaluationDock, bare_site: SiteProject, drawn: list[QgsVectorLayer]
) -> None:
    assert dock.offer.isVisible()
    QTest.mouseClick(dock.keep_button, Qt.MouseButton.LeftButton)
    areas = bare_site.layer("areas")
    assert drawn == [areas]
    assert areas.isEditable()
    index = areas.fields().indexOf("role")
    assert areas.defaultValueDefinition(index).expression() == "'evaluate'"
    areas.rollBack()


def test_the_offer_goes_when_an_area_is_drawn(dock: EvaluationDock, bare_site: SiteProject) -> None:
    add(bare_site.layer("areas"), square(55, 55, 40), role="evaluate")
    wait_until(lambda: not dock.offer.isVisible())
    assert "2 labels" in ground(dock)


def test_a_test_area_on_ground_that_is_learned_from_is_warned_about(dock: EvaluationDock, site: SiteProject) -> None:
    add(site.layer("areas"), square(40, 40, 20), role="evaluate")
    wait_until(dock.warning_label.isVisible)
    assert "learned from" in dock.warning_label.text()


def test_areas_that_only_touch_are_not_warned_about(dock: EvaluationDock, site: SiteProject) -> None:
    add(site.layer("areas"), square(47, 2, 8), role="evaluate")
    wait_until(lambda: "2 test areas" in ground(dock))
    assert not dock.warning_label.isVisible()


def test_a_test_area_without_labels_cannot_test(
    dock: EvaluationDock, bare_site: SiteProject, workbench: Workbench
) -> None:
    train_model(workbench, bare_site)
    add(bare_site.layer("areas"), square(80, 5, 10), role="evaluate")
    wait_until(lambda: "no label in the test area" in reason(dock))


def test_a_raster_that_is_kept_aside_is_tested_as_a_whole(
    dock: EvaluationDock, bare_site: SiteProject, workbench: Workbench, notes: Path
) -> None:
    train_model(workbench, bare_site)
    raster = bare_site.rasters()[0]
    bare_site.add_raster(raster.path, "evaluate")
    wait_until(lambda: "whole of the evaluation rasters" in dock.warning_label.text())
    evaluate(dock)
    assert "--areas" not in asked(notes)
    assert dock.tabs.isVisible()


@pytest.mark.parametrize(
    "left, top, side, counts",
    [
        (94, 60, 30, False),  # of the 6 m that the raster shows 1 m lies in the area
        (90, 60, 20, True),  # of 10 m 5 m: half of what the raster shows
        (50, 60, 11, True),
        (50, 60, 9, False),
    ],
)
def test_a_label_over_an_edge_counts_as_the_evaluation_counts_it(
    site: SiteProject, left: float, top: float, side: float, counts: bool
) -> None:
    before = survey(site).n_labels
    add(site.layer("labels"), square(left, top, side), category="roof")
    assert survey(site).n_labels == before + counts


def test_an_evaluation_shows_scores_misses_and_a_layer(
    dock: EvaluationDock, site: SiteProject, workbench: Workbench, iface: Interface
) -> None:
    train_model(workbench, site)
    evaluate(dock)
    folder = site.runs_folder / "kampala-süd-1" / "evaluation"
    assert {path.name for path in folder.iterdir()} >= {"report.json", "report.html", "matches.gpkg"}
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert dock.score_view.big_scores._numbers[0].text() == f"{report['overall']['map']:.2f}"
    assert dock.score_view.table.topLevelItemCount() == 3  # all, pool, roof
    assert any("labels were found, F1" in text for text in bar_texts(iface))
    (layer,) = matches_layers()
    kinds = {str(feature["match"]) for feature in layer.getFeatures()}
    assert kinds <= {"TP", "FP", "FN", "ignored"}
    assert QgsProject.instance().layerTreeRoot().findLayer(layer.id()).parent() == site.group()
    n_missed = sum(str(feature["match"]) in ("FN", "FP") for feature in layer.getFeatures())
    assert dock.misses_view.table.topLevelItemCount() == n_missed > 0
    assert dock.tabs.tabText(1) == f"Misses ({n_missed})"


def test_the_misses_are_listed_in_the_colors_of_the_layer(
    dock: EvaluationDock, site: SiteProject, workbench: Workbench
) -> None:
    train_model(workbench, site)
    evaluate(dock)
    (layer,) = matches_layers()
    colors = {category.value(): category.symbol().color().name() for category in layer.renderer().categories()}
    assert {MISSED: colors[MISSED], FALSE: colors[FALSE]} == _COLORS


def test_picking_a_miss_shows_it_on_the_map(dock: EvaluationDock, site: SiteProject, workbench: Workbench) -> None:
    train_model(workbench, site)
    evaluate(dock)
    dock.tabs.setCurrentIndex(1)
    dock.misses_view.next_button.click()
    miss = dock.misses_view.table.current
    (layer,) = matches_layers()
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    node.setItemVisibilityChecked(False)
    dock.misses_view.next_button.click()
    assert node.isVisible(), "what a prediction has hidden is shown again"
    dock.misses_view.back_button.click()
    place = layer.getFeature(miss.feature_id).geometry().boundingBox()
    extent = workbench.canvas.extent()
    assert extent.contains(place)
    assert extent.width() < 20 * max(place.width(), place.height())


def test_missed_labels_come_before_false_footprints(
    dock: EvaluationDock, site: SiteProject, workbench: Workbench
) -> None:
    train_model(workbench, site)
    evaluate(dock)
    kinds = [miss.match for miss in dock.misses_view.table._misses]
    assert kinds == sorted(kinds, key=lambda kind: kind != MISSED)


def test_moving_the_threshold_moves_the_numbers_without_the_engine(
    dock: EvaluationDock, site: SiteProject, workbench: Workbench, notes: Path
) -> None:
    train_model(workbench, site)
    evaluate(dock)
    n_asked = len(notes.read_text().splitlines())
    view = dock.score_view
    before = (view.big_scores._numbers[0].text(), view.big_scores._numbers[1].text())
    assert not view.map_button.isVisible()
    view.slider.setValue(95)
    after = (view.big_scores._numbers[0].text(), view.big_scores._numbers[1].text())
    assert after[0] == before[0]  # mAP is over all thresholds
    at = view.report.at(0.95)
    assert after[1] == f"{at.recall:.2f}" != before[1]
    assert view.map_button.isVisible()
    assert len(notes.read_text().splitlines()) == n_asked


def test_another_threshold_can_be_brought_to_the_map(
    dock: EvaluationDock, site: SiteProject, workbench: Workbench, notes: Path
) -> None:
    train_model(workbench, site)
    evaluate(dock)
    dock.score_view.slider.setValue(30)
    dock.score_view.map_button.click()
    wait_until(lambda: not workbench.is_busy)
    assert "score-threshold 0.3" in asked(notes).replace("=", " ")
    assert len(matches_layers()) == 1
    assert not dock.score_view.map_button.isVisible()


def test_an_evaluation_that_fails_keeps_the_older_result(
    dock: EvaluationDock, site: SiteProject, workbench: Workbench, monkeypatch: pytest.MonkeyPatch, iface: Interface
) -> None:
    train_model(workbench, site)
    evaluate(dock)
    before = (site.runs_folder / "kampala-süd-1/evaluation/report.json").read_bytes()
    use_fake_engine(monkeypatch, "error")
    evaluate(dock)
    assert (site.runs_folder / "kampala-süd-1/evaluation/report.json").read_bytes() == before
    assert not (site.runs_folder / "kampala-süd-1/evaluation-new").exists()
    assert dock.tabs.isVisible()
    assert len(matches_layers()) == 1


def test_a_result_is_found_again(dock: EvaluationDock, site: SiteProject, workbench: Workbench) -> None:
    train_model(workbench, site)
    evaluate(dock)
    again = EvaluationDock(workbench)
    again.show()
    assert again.tabs.isVisible()
    assert "kampala-süd-1" in again.head_label.text()
    assert again.misses_view.table.topLevelItemCount() == dock.misses_view.table.topLevelItemCount()
    again.tear_down()
    again.close()
    again.deleteLater()


def test_a_removed_layer_comes_back_with_a_click(dock: EvaluationDock, site: SiteProject, workbench: Workbench) -> None:
    train_model(workbench, site)
    evaluate(dock)
    QgsProject.instance().removeMapLayer(matches_layers()[0].id())
    dock.misses_view.layer_button.click()
    assert len(matches_layers()) == 1


def test_a_model_from_elsewhere_is_evaluated_as_well(
    dock: EvaluationDock, site: SiteProject, workbench: Workbench, tmp_path: Path
) -> None:
    other = tmp_path / "neighbor.safetensors"
    shutil.copy(train_model(workbench, site), other)
    workbench.use_model(str(other))
    assert dock.model_box.box.currentText() == "neighbor"
    evaluate(dock)
    assert (site.runs_folder / "neighbor/evaluation/report.json").is_file()


def test_a_damaged_report_is_told(dock: EvaluationDock, site: SiteProject, workbench: Workbench) -> None:
    model = Path(train_model(workbench, site))
    (model.parent / "evaluation").mkdir()
    (model.parent / "evaluation" / "report.json").write_text("{")
    workbench.use_model("")
    workbench.use_model(str(model))
    assert "cannot be read" in dock.head_label.text()
    assert not dock.tabs.isVisible()


def test_the_page_opens_in_the_browser(
    dock: EvaluationDock, site: SiteProject, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    train_model(workbench, site)
    evaluate(dock)
    dock.score_view.page_button.click()
    assert opened[0].toLocalFile().endswith("kampala-süd-1/evaluation/report.html")


def test_it_is_no_wider_than_360_px(dock: EvaluationDock, site: SiteProject, workbench: Workbench) -> None:
    train_model(workbench, site)
    evaluate(dock)
    dock.score_view.slider.setValue(33)
    assert dock.minimumSizeHint().width() <= 360
    assert dock.scroll_area.widget().minimumSizeHint().width() <= 340
