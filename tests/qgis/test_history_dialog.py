"""The History window: runs side by side, one of them once more, its command line for a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QItemSelectionModel, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from deepseg_qgis.docks.dock_row import DockRow
from deepseg_qgis.docks.history_dialog import HistoryDialog
from deepseg_qgis.docks.workbench import Workbench
from deepseg_qgis.layers.project import SiteProject
from tests.qgis.interface import Interface, forget_deleted
from tests.qgis.prediction_world import predict, write_model
from tests.qgis.site_world import make_site, wait_until

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def site(workbench: Workbench, tmp_path: Path) -> SiteProject:
    return make_site(workbench, tmp_path)


@pytest.fixture
def row(workbench: Workbench, iface: Interface) -> Iterator[DockRow]:
    row = DockRow(workbench, add=iface.addDockWidget, remove=iface.removeDockWidget)
    row.show()
    yield row
    row.tear_down()
    forget_deleted()


def keep(path: Path, command: str, day: int, request: dict[str, Any] | None = None, **values: Any) -> None:
    own = path.parent.parent if path.parent.name == "run" else path.parent
    record = {
        "format": 1,
        "command": command,
        "state": "done",
        "started": f"2026-03-{day:02}T10:00:00Z",
        "seconds": 125,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**record, **values}), encoding="utf-8")
    if request is not None:
        (own / "request.json").write_text(json.dumps(request), encoding="utf-8")


def keep_three(site: SiteProject) -> None:
    """Two trainings and an evaluation of the first."""
    runs = Path(site.runs_folder)
    for number, (epochs, f1) in enumerate([(10, 0.5), (20, 0.625)], 1):
        keep(
            runs / f"süd-{number}" / "run" / "run.json",
            "train",
            number,
            {"EPOCHS": epochs, "SEED": number, "BATCH_SIZE": 4},
            words=["train", "--events", f"--epochs={epochs}"],
            settings={"epochs": epochs, "seed": number, "batch_size": 4, "run_dir": str(number), "choices": "/x.json"},
            result={"scores": {"f1": f1, "map50": 0.25}},
        )
    overall = {"f1": 0.75, "precision": None}
    keep(runs / "süd-1" / "evaluation" / "report.run.json", "evaluate", 3, {}, result={"overall": overall})


def names(dialog: HistoryDialog) -> list[str]:
    return [dialog.tree.topLevelItem(i).text(0) for i in range(dialog.tree.topLevelItemCount())]


def pick(dialog: HistoryDialog, *chosen: str) -> None:
    dialog.tree.clearSelection()
    for name in chosen:
        index = dialog.tree.model().index(names(dialog).index(name), 0)
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        dialog.tree.selectionModel().select(index, flags)


def lines(dialog: HistoryDialog) -> list[list[str]]:
    table = dialog.table
    items = [table.topLevelItem(i) for i in range(table.topLevelItemCount())]
    return [[item.text(column).strip() for column in range(table.columnCount())] for item in items]


def test_before_the_first_run_the_window_says_so(row: DockRow, site: SiteProject) -> None:
    dialog = row.history.open()
    assert names(dialog) == []
    assert "Nothing has been run yet" in dialog.hint.text()
    buttons = (dialog.again_button, dialog.copy_button, dialog.folder_button, dialog.save_button)
    assert not any(button.isEnabled() for button in buttons)


def test_runs_are_listed_from_the_latest_and_by_kind(row: DockRow, site: SiteProject) -> None:
    keep_three(site)
    dialog = row.history.open()
    assert names(dialog) == ["süd-1/evaluation", "süd-2", "süd-1"]
    second = dialog.tree.topLevelItem(1)
    assert [second.text(column) for column in (1, 3, 4, 5, 6)] == ["Training", "2 min 5 s", "0.62", "0.25", "–"]
    assert names(row.history.open("train")) == ["süd-2", "süd-1"]


def test_one_run_shows_all_of_its_settings(row: DockRow, site: SiteProject) -> None:
    keep_three(site)
    dialog = row.history.open("train")
    assert lines(dialog)[:4] == [["Settings", ""], ["Epochs", "20"], ["Seed", "2"], ["Batch", "4"]]
    assert not any(line[0] == "Choices" for line in lines(dialog))  # a file of the computer, not of the run


def test_two_runs_show_what_differs_and_the_better_score_in_bold(row: DockRow, site: SiteProject) -> None:
    keep_three(site)
    dialog = row.history.open("train")
    pick(dialog, "süd-1", "süd-2")
    assert [dialog.table.headerItem().text(column) for column in (1, 2)] == ["süd-1", "süd-2"]
    assert lines(dialog) == [
        ["Settings that differ", "", ""],
        ["Epochs", "10", "20"],
        ["Seed", "1", "2"],
        ["Scores", "", ""],
        ["F1", "0.500", "0.625"],
        ["mAP50", "0.250", "0.250"],
    ]
    f1, map50 = dialog.table.topLevelItem(4), dialog.table.topLevelItem(5)
    assert [f1.font(column).bold() for column in (1, 2)] == [False, True]
    assert not map50.font(1).bold() and not map50.font(2).bold()
    assert not dialog.again_button.isEnabled()


def test_the_comparison_is_saved_as_a_table(row: DockRow, site: SiteProject, tmp_path: Path) -> None:
    keep_three(site)
    dialog = row.history.open("train")
    pick(dialog, "süd-1", "süd-2")
    dialog.save_table(tmp_path / "compared.csv")
    saved = (tmp_path / "compared.csv").read_text(encoding="utf-8").splitlines()
    assert saved[0] == "group,name,süd-1,süd-2"
    assert saved[4:6] == ["run,seconds,125.0,125.0", "setting,epochs,10,20"]
    assert dialog.hint.text() == f"The table is in {tmp_path / 'compared.csv'}."
    dialog.save_table(tmp_path)
    assert "cannot be written: Is a directory." in dialog.hint.text()


def test_command_lines_are_copied_for_a_terminal(row: DockRow, site: SiteProject) -> None:
    keep_three(site)
    dialog = row.history.open("train")
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    text = QApplication.clipboard().text()
    assert text.endswith("train --epochs=20")
    assert "--events" not in text
    assert "1 command line" in dialog.hint.text()
    pick(dialog, "süd-1")
    assert "Pick a run" in dialog.hint.text()


def test_a_training_is_put_into_its_form_and_can_be_changed(row: DockRow, site: SiteProject) -> None:
    keep_three(site)
    dialog = row.history.open("train")
    pick(dialog, "süd-1")
    QTest.mouseClick(dialog.again_button, Qt.MouseButton.LeftButton)
    dock = row.docks["training"]
    assert (dock.epochs_box.value(), dock.form.seed_box.value(), dock.form.batch_box.value()) == (10, 1, 4)
    assert dock.more.is_open
    assert row.history.dialog is None  # it would lie over the dock


def test_predictions_count_what_the_dock_shows_and_go_back_into_its_form(
    row: DockRow, site: SiteProject, workbench: Workbench, tmp_path: Path
) -> None:
    model = write_model(tmp_path / "roofs.safetensors")
    workbench.use_model(model)
    dock = row.docks["prediction"]
    dock.shape.simplify_box.setValue(0.5)
    predict(dock)
    place = Path(site.runs_folder) / "predictions" / "prediction-1"
    result = {"per_category": {"roof": 6, "pool": 6}, "area_m2_per_category": {"roof": 1.0, "pool": 2.0}}
    keep(place / "run" / "run.json", "predict", 4, result=result, settings={"model": model})
    dialog = row.history.open("predict")
    assert dialog.tree.topLevelItem(0).text(6) == "7"  # at 50 %, as the dock shows them
    counts = [line for line in lines(dialog) if line[0] in ("roof", "pool", "all")][:3]
    assert counts == [["pool", "3"], ["roof", "4"], ["all", "7"]]
    dock.shape.simplify_box.setValue(2.0)
    dock.images._remove(dock.images.paths())
    QTest.mouseClick(dialog.again_button, Qt.MouseButton.LeftButton)
    assert [Path(path).name for path in dock.images.paths()] == ["ortho süd.tif"]
    assert dock.shape.simplify_m == 0.5


def test_the_buttons_of_the_docks_open_the_window(row: DockRow, site: SiteProject) -> None:
    keep_three(site)
    QTest.mouseClick(row.docks["evaluation"].history_button, Qt.MouseButton.LeftButton)
    assert row.history.dialog.kind_box.currentData() == ""
    row.docks["training"].run_list.compare_button.click()
    assert row.history.dialog.kind_box.currentData() == "train"
    row.docks["prediction"].results.history.compare_button.click()
    assert row.history.dialog.kind_box.currentData() == "predict"


def test_another_project_closes_the_window(row: DockRow, site: SiteProject) -> None:
    dialog = row.history.open()
    QgsProject.instance().clear()
    wait_until(lambda: row.history.dialog is None or not dialog.isVisible())


def test_an_older_evaluation_is_kept_beside_the_new_one(row: DockRow, site: SiteProject, workbench: Workbench) -> None:
    training, dock = row.docks["training"], row.docks["evaluation"]
    wait_until(training.train_button.isEnabled)
    training.train()
    wait_until(lambda: not workbench.is_busy)
    for _ in range(3):
        wait_until(dock.evaluate_button.isEnabled)
        dock.evaluate()
        wait_until(lambda: not workbench.is_busy)
    folder = Path(workbench.model_path).parent
    kept = sorted(path.name for path in folder.iterdir() if path.name.startswith("evaluation"))
    assert kept == ["evaluation", "evaluation-1", "evaluation-2"]
    request = json.loads((folder / "evaluation" / "request.json").read_text(encoding="utf-8"))
    assert request["MODEL"] == workbench.model_path
