"""The Training dock on a real workbench: what it will use, the graph while it works, stop, resume, and old runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox

from deepseg_qgis.docks.training_dock import TrainingDock
from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.layers.project import SiteProject
from tests.plugin.fake_engine.use import use_fake_engine
from tests.qgis.interface import Interface, forget_deleted
from tests.qgis.site_world import add, bar_texts, make_site, new_workbench, square, wait_until

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def workbench(iface: Interface, notes: Path) -> Iterator[Workbench]:
    workbench = new_workbench(iface, [])
    yield workbench
    workbench.shut_down()


@pytest.fixture
def site(workbench: Workbench, tmp_path: Path) -> SiteProject:
    return make_site(workbench, tmp_path)


@pytest.fixture
def dock(workbench: Workbench, iface: Interface) -> Iterator[TrainingDock]:
    dock = TrainingDock(workbench)
    iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    yield dock
    dock.tear_down()
    iface.mainWindow().removeDockWidget(dock)
    dock.deleteLater()
    forget_deleted()


def used(dock: TrainingDock) -> str:
    """Return the line that says what is learned from; its spaces do not break."""
    return dock.used_label.text().replace("\u00a0", " ")


def train(dock: TrainingDock, epochs: int = 5) -> None:
    dock.epochs_box.setValue(epochs)
    wait_until(dock.train_button.isEnabled)
    QTest.mouseClick(dock.train_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not dock.workbench.is_busy)
    wait_until(dock.train_button.isEnabled)


def asked(notes: Path) -> list[str]:
    return json.loads(notes.read_text().splitlines()[-1])


def option(words: list[str], name: str) -> str:
    """Return the value of an option, written with a space or an equals sign."""
    for i, word in enumerate(words):
        if word == f"--{name}":
            return words[i + 1]
        if word.startswith(f"--{name}="):
            return word.partition("=")[2]
    raise AssertionError(f"{name} is not in {words}")


def test_without_a_project_it_says_what_to_do_first(dock: TrainingDock) -> None:
    assert not dock.train_button.isEnabled()
    assert "project" in dock.reason_line(dock.train_button).text()
    assert dock.train_button.toolTip() == dock.reason_line(dock.train_button).text()


def test_it_says_in_one_line_what_will_be_used(dock: TrainingDock, site: SiteProject) -> None:
    wait_until(lambda: "4 labels" in used(dock))  # the other two are in the test area
    assert "1 raster · 4 labels · 1 area · 2 categories" in used(dock)
    assert "first epoch will tell" in dock.time_label.text()


def test_labels_outside_all_areas_are_told_not_passed_over_in_silence(dock: TrainingDock, site: SiteProject) -> None:
    assert "Outside all areas" not in dock.notes_label.text()
    add(site.layer("labels"), square(48, 48, 2), category="roof")
    wait_until(lambda: "Outside all areas and not used: 1" in dock.notes_label.text())
    add(site.layer("labels"), square(45, 20, 10), category="roof")  # its middle is outside, but it reaches into one
    wait_until(lambda: "5 labels" not in used(dock))
    assert "Outside all areas and not used: 1" in dock.notes_label.text()
    assert "4 labels" in used(dock)


def test_what_explains_the_numbers_comes_with_them(dock: TrainingDock, site: SiteProject) -> None:
    wait_until(dock.train_button.isEnabled)
    assert dock.progress_row.isHidden()
    dock.train_button.click()
    wait_until(lambda: not dock.workbench.is_busy)
    assert not dock.progress_row.isHidden()


def test_without_labels_it_says_how_many_are_needed(dock: TrainingDock, site: SiteProject) -> None:
    labels = site.layer("labels")
    labels.startEditing()
    labels.deleteFeatures([feature.id() for feature in labels.getFeatures()])
    labels.commitChanges()
    wait_until(lambda: "at least 2 labels" in dock.reason_line(dock.train_button).text())
    assert not dock.train_button.isEnabled()


def test_without_an_engine_it_points_to_the_set_up(
    dock: TrainingDock, site: SiteProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dock.workbench, "is_engine_ready", lambda: False)
    dock.workbench.engine_changed.emit()
    assert "Set up DeepSeg" in dock.reason_line(dock.train_button).text()


def test_a_training_draws_every_epoch_and_hands_the_model_on(
    dock: TrainingDock, site: SiteProject, iface: Interface
) -> None:
    train(dock, epochs=5)
    run = site.runs_folder / "kampala-süd-1"
    assert (run / "kampala-süd-1.safetensors").is_file()
    assert [row.epoch for row in dock.graph.rows] == [1, 2, 3, 4, 5]
    assert dock.workbench.model_path == str(run / "kampala-süd-1.safetensors")
    assert any("kampala-süd-1 is trained: F1 0.4" in text for text in bar_texts(iface))
    assert dock.run_list.current.name == "kampala-süd-1"
    assert "Epoch 5 of 5 · loss" in dock.progress_label.text()
    assert "in all, if epochs take as long as those of kampala-süd-1" in dock.time_label.text()


def test_the_engine_is_asked_for_what_is_seen(dock: TrainingDock, site: SiteProject, notes: Path) -> None:
    dock.form.batch_box.setValue(4)
    dock.form.limit_box.setValue(10)
    train(dock, epochs=2)
    words = asked(notes)
    assert words[0] == "train"
    assert option(words, "epochs") == "2"
    assert option(words, "batch-size") == "4"
    assert float(option(words, "time-limit-s")) == 600
    assert option(words, "category-field") == "category"
    assert option(words, "raster").endswith("ortho süd.tif")
    assert option(words, "run-dir") == str(site.runs_folder / "kampala-süd-1" / "run")
    assert not any(word.startswith(("--learning-rate", "--patience", "--encoder")) for word in words)


def test_labels_that_are_not_saved_are_used_as_seen(dock: TrainingDock, site: SiteProject, notes: Path) -> None:
    labels = site.layer("labels")
    labels.startEditing()
    feature = QgsFeature(labels.fields())
    feature.setGeometry(square(30, 30, 5))
    feature["category"] = "pool"
    labels.addFeature(feature)
    wait_until(lambda: "5 labels" in used(dock))
    assert "not saved yet" in dock.notes_label.text()
    train(dock, epochs=1)
    path, _, table = option(asked(notes), "labels").partition("|")
    copy = QgsVectorLayer(f"{path}|layername={table}", "copy", "ogr")
    assert copy.featureCount() == 7
    assert Path(path).parent == site.runs_folder / "kampala-süd-1"
    assert labels.isEditable()
    labels.rollBack()


def test_while_it_works_the_button_says_why_it_waits(
    dock: TrainingDock, site: SiteProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_fake_engine(monkeypatch, "slow", step_s=0.05)
    dock.epochs_box.setValue(20)
    wait_until(dock.train_button.isEnabled)
    dock.train_button.click()
    wait_until(lambda: len(dock.graph.rows) >= 2)
    assert not dock.train_button.isEnabled()
    assert "STOP is above" in dock.reason_line(dock.train_button).text()
    assert "kampala-süd-1</b> · Epoch " in dock.progress_label.text()
    assert "of 20 · loss" in dock.progress_label.text()
    assert dock.status_line.stop_button.isVisible()
    QTest.mouseClick(dock.status_line.stop_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not dock.workbench.is_busy)


def stopped_run(dock: TrainingDock, monkeypatch: pytest.MonkeyPatch) -> int:
    """Train until two epochs are done, stop, and return how many there are."""
    use_fake_engine(monkeypatch, "slow", step_s=0.03)
    dock.epochs_box.setValue(6)
    wait_until(dock.train_button.isEnabled)
    dock.train_button.click()
    wait_until(lambda: len(dock.graph.rows) >= 2)
    dock.workbench.stop()
    wait_until(lambda: not dock.workbench.is_busy)
    use_fake_engine(monkeypatch)
    return len(dock.graph.rows)


def test_a_stopped_run_says_what_was_kept_and_can_be_resumed(
    dock: TrainingDock, site: SiteProject, monkeypatch: pytest.MonkeyPatch, notes: Path
) -> None:
    n_done = stopped_run(dock, monkeypatch)
    assert 2 <= n_done < 6
    assert "The best model so far is kept as kampala-süd-1" in dock.progress_label.text()
    assert dock.workbench.model_path.endswith("kampala-süd-1.safetensors")
    assert dock.run_list.resume_button.isVisible()
    add(site.layer("labels"), square(40, 40, 3), category="roof")  # the run began without it
    dock.epochs_box.setValue(50)  # and was for 6 epochs
    dock.run_list.resume_button.click()
    wait_until(lambda: not dock.workbench.is_busy)
    assert [row.epoch for row in dock.graph.rows] == [1, 2, 3, 4, 5, 6]
    words = asked(notes)
    assert "--resume" in words
    assert option(words, "epochs") == "6"
    assert not dock.run_list.resume_button.isVisible()


def test_a_training_stopped_before_its_first_epoch_leaves_nothing(
    dock: TrainingDock, site: SiteProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_fake_engine(monkeypatch, "silent")
    wait_until(dock.train_button.isEnabled)
    assert dock.run_list._empty.isVisibleTo(dock)
    dock.train_button.click()
    assert not dock.run_list._empty.isVisibleTo(dock), "the first one is at work"
    dock.workbench.stop()
    wait_until(lambda: not dock.workbench.is_busy)
    assert dock.run_list._empty.isVisibleTo(dock)
    assert "there is no model" in dock.progress_label.text()
    assert list(site.runs_folder.iterdir()) == []


def test_a_training_that_fails_says_why_and_opens_the_log_at_its_end(
    dock: TrainingDock, site: SiteProject, monkeypatch: pytest.MonkeyPatch, iface: Interface
) -> None:
    use_fake_engine(monkeypatch, "error")
    train(dock)
    assert dock.log.is_open
    assert "failed before its first epoch was done: city.tif has 3 bands" in dock.progress_label.text()
    for number in range(50):
        dock.log.add(f"line {number}")
    dock.log.set_open(False)
    dock.log.add("the last line")
    dock.log.set_open(True)
    bar = dock.log.view.verticalScrollBar()
    wait_until(lambda: bar.value() == bar.maximum() > 0)
    assert bar_texts(iface)
    assert dock.workbench.model_path == ""


def test_runs_are_numbered_and_found_again(dock: TrainingDock, site: SiteProject, workbench: Workbench) -> None:
    train(dock, epochs=2)
    train(dock, epochs=3)
    assert [run.name for run in dock._runs] == ["kampala-süd-2", "kampala-süd-1"]
    again = TrainingDock(workbench)
    assert again.run_list.tree.topLevelItemCount() == 2
    assert again.run_list.tree.topLevelItem(0).text(0) == "✓ kampala-süd-2"
    assert again.epochs_box.value() == 3
    again.tear_down()
    again.deleteLater()


def test_another_model_can_be_used_and_started_from(dock: TrainingDock, site: SiteProject, notes: Path) -> None:
    train(dock, epochs=1)
    train(dock, epochs=1)
    tree = dock.run_list.tree
    tree.setCurrentItem(tree.topLevelItem(1))
    assert [row.epoch for row in dock.graph.rows] == [1]
    dock.run_list.use_button.click()
    assert dock.workbench.model_path.endswith("kampala-süd-1.safetensors")
    assert not dock.run_list.use_button.isEnabled()
    dock.run_list._start_from.trigger()
    assert dock.more.is_open
    assert not dock.form.encoder_box.isEnabled()
    train(dock, epochs=1)
    assert option(asked(notes), "from-model").endswith("kampala-süd-1.safetensors")


@pytest.mark.parametrize("answer, is_left", [("No", True), ("Yes", False)])
def test_a_run_is_deleted_only_after_asking(
    dock: TrainingDock, site: SiteProject, monkeypatch: pytest.MonkeyPatch, answer: str, is_left: bool
) -> None:
    train(dock, epochs=1)
    questions: list[str] = []

    def reply(_parent, _title, text, *_more) -> QMessageBox.StandardButton:
        questions.append(text)
        return getattr(QMessageBox.StandardButton, answer)

    monkeypatch.setattr(QMessageBox, "question", reply)
    dock.run_list._delete.trigger()
    assert "Delete kampala-süd-1 with its model" in questions[0]
    assert "use this model now" in questions[0]
    assert (site.runs_folder / "kampala-süd-1").exists() == is_left
    assert (dock.workbench.model_path != "") == is_left


def test_a_place_that_cannot_be_written_is_told(dock: TrainingDock, site: SiteProject, iface: Interface) -> None:
    site.runs_folder.write_text("a file where a folder should be")
    wait_until(dock.train_button.isEnabled)
    dock.train_button.click()
    assert any("cannot be written" in text for text in bar_texts(iface))
    assert not dock.workbench.is_busy


def test_it_is_no_wider_than_360_px(dock: TrainingDock, site: SiteProject) -> None:
    train(dock, epochs=2)
    dock.more.set_open(True)
    dock.log.set_open(True)
    assert dock.minimumSizeHint().width() <= 360
    assert dock.scroll_area.widget().minimumSizeHint().width() <= 340


def test_taking_it_down_leaves_no_connection(dock: TrainingDock, site: SiteProject) -> None:
    dock.tear_down()
    dock.used_label.setText("untouched")
    dock.workbench.site_changed.emit()
    assert dock.used_label.text() == "untouched"
    QgsProject.instance().clear()
