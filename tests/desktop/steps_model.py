"""Training and evaluation."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QLabel, QPushButton, QSpinBox, QTabWidget, QTreeWidget

from tests.desktop.hands import wait_for
from tests.desktop.steps import Desk

TRAINING_S = 3600.0
SHORT_RUN_S = 900.0


def train(desk: Desk) -> None:
    """Train, and look while it works."""
    dock = desk.hands.dock("training")
    epochs = desk.hands.find("epochs_box", QSpinBox, dock)
    desk.hands.write(epochs, str(desk.n_epochs))
    if desk.start_model:
        dock.form.start_from(desk.start_model)  # the file dialog of the system cannot be clicked everywhere
    desk.hands.click("train_button", dock)
    desk.iface.messageBar().clearWidgets()
    middle = max(1, desk.n_epochs // 2)
    wait_for(f"epoch {middle}", lambda: len(dock._rows) >= middle or not dock.workbench.is_busy, TRAINING_S)
    assert dock.workbench.is_busy or desk.n_epochs <= 2, "training ended early"
    desk.camera.take("08-training")
    wait_for("the end of the training", lambda: not dock.workbench.is_busy, TRAINING_S)
    runs = desk.hands.find("run_list", QTreeWidget, dock)
    wait_for("the run in the list", lambda: runs.topLevelItemCount() == 1)
    assert dock.workbench.model_path, "the new model is not in use"
    desk.hands.read_message(desk.iface.messageBar())
    desk.note(f"trained: {desk.hands.find('epoch_label', QLabel, dock).text()}")
    desk.camera.take("09-trained")


def evaluate(desk: Desk) -> None:
    """Evaluate on the area that was kept aside, and look at the misses."""
    dock = desk.hands.dock("evaluation")
    desk.hands.click("evaluate_button", dock)
    wait_for("the evaluation to begin", lambda: dock.workbench.is_busy, 10)
    desk.iface.messageBar().clearWidgets()
    wait_for("the end of the evaluation", lambda: not dock.workbench.is_busy, SHORT_RUN_S)
    tabs = desk.hands.find("evaluation_tabs", QTabWidget, dock)
    wait_for("the scores", tabs.isVisible)
    desk.hands.drawn()
    desk.hands.read_message(desk.iface.messageBar())
    desk.camera.take("10-evaluation")
    desk.hands.click("deepseg_message_button")
    wait_for("the tab of misses", lambda: tabs.currentIndex() == 1)
    desk.iface.messageBar().clearWidgets()
    desk.hands.click(desk.hands.find("show_misses_button", QPushButton, dock))
    misses = desk.hands.find("misses_table", QTreeWidget, dock)
    if misses.topLevelItemCount():
        desk.hands.click_row(misses, 0)
    desk.hands.drawn()
    desk.camera.take("11-misses")


STEPS = (train, evaluate)
