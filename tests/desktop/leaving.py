"""What QGIS runs with --code: trains, then leaves while the engine works, as DEEPSEG_DRIVE_LEAVE says.

close    QGIS is closed; whatever it asks is answered with yes, and changes are thrown away
reload   the plugin is loaded again, as its author's tools and an update do
project  a new QGIS project is begun; the work goes on, and its end is told
"""

import os
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, os.environ["DEEPSEG_DRIVE_SOURCE"])

import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QMessageBox
from qgis.utils import iface

from tests.desktop.hands import Hands, wait_for

SOURCE = Path(os.environ["DEEPSEG_DRIVE_SOURCE"])
FOLDER = Path(os.environ["DEEPSEG_DRIVE_FOLDER"])
LOG = Path(os.environ["DEEPSEG_DRIVE_LOG"])
PIDS = Path(os.environ["DEEPSEG_FAKE_PIDS"])
HOW = os.environ["DEEPSEG_DRIVE_LEAVE"]
YES = QMessageBox.StandardButton


def note(text: str) -> None:
    with LOG.open("a", encoding="utf-8") as file:
        file.write(f"{text}\n")


def answer() -> None:
    """Answer what QGIS asks, and write down what that was."""
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        text = f"{box.text()} {box.informativeText()}".replace("\n", " ")
        note(f"asked: {text}")
        if "running in the background" in text:
            assert "when it is stopped, the best model so far is kept" in text
        buttons = (box.button(kind) for kind in (YES.Yes, YES.Discard, YES.Ok))
        QTest.mouseClick(next(button for button in buttons if button is not None), 1)


def docks() -> list[QDockWidget]:
    return [dock for dock in iface.mainWindow().findChildren(QDockWidget) if dock.objectName().startswith("deepseg_")]


def plugin() -> object:
    return qgis.utils.plugins["deepseg_qgis"]


def begin() -> None:
    """Make a project, import the labels, and train for long."""
    hands = Hands(iface.mainWindow(), iface.mapCanvas())
    raster = iface.addRasterLayer(str(FOLDER / "kampala.tif"), "kampala")
    plugin().show_docks("labels")
    labels = hands.dock("labels")
    labels.make_project(FOLDER / "site" / "site.gpkg", "site", raster.crs(), raster)
    labels.categories.take_over(str(SOURCE / "examples/kampala/buildings.geojson"), None)
    training = hands.dock("training")
    training.epochs_box.setValue(60)
    hands.click("train_button", training)
    wait_for("an epoch", lambda: training._rows, 60)
    note(f"trains: {training.workbench.state}")


def is_alive() -> bool:
    for pid in PIDS.read_text().split():
        try:
            os.kill(int(pid), 0)
        except ProcessLookupError:
            continue
        return True
    return False


def said() -> list[str]:
    return [item.text() for item in iface.messageBar().items()]


def reload() -> None:
    start = time.monotonic()
    qgis.utils.reloadPlugin("deepseg_qgis")
    note(f"reloaded in {time.monotonic() - start:.1f} s, said {said()}")
    assert any("ends its work (TRAINING): the best model so far is kept" in text for text in said()), said()
    iface.mainWindow().grab().save(str(LOG.with_name("reloaded.png")))
    wait_for("the engine to end", lambda: not is_alive(), 20)
    plugin().show_docks("training")
    assert len(docks()) == 4, docks()
    training = next(dock for dock in docks() if dock.objectName() == "deepseg_training_dock")
    wait_for("the stopped run, which can be gone on with", training.run_list.resume_button.isVisible, 10)
    assert training.workbench.site is not None


def other_project() -> None:
    iface.actionNewProject().trigger()
    wait_for("an empty project", lambda: not QgsProject.instance().mapLayers(), 20)
    bench = plugin()._workbench
    note(f"with the new project: site {bench.site}, busy {bench.is_busy}, alive {is_alive()}, said {said()}")
    assert bench.site is None
    if bench.is_busy:
        bench.stop()
        wait_for("the run to end", lambda: not bench.is_busy, 60)
    wait_for("the engine to end", lambda: not is_alive(), 20)
    note(f"at the end: said {said()}")
    assert not QgsProject.instance().mapLayers(), "something of the other project's run was added"


def run() -> None:
    try:
        iface.mainWindow().setGeometry(0, 0, 1366, 768)
        begin()
        if HOW == "reload":
            reload()
        elif HOW == "project":
            other_project()
    except BaseException:  # noqa: BLE001  (all of it belongs into the log)
        note(traceback.format_exc())
    note("done")
    if HOW != "close":
        QgsProject.instance().clear()
        QgsProject.instance().setDirty(False)
    leaving.timeout.connect(iface.actionExit().trigger)
    leaving.start(3000)


def report(kind: type, value: BaseException, trace: object) -> None:
    note("".join(traceback.format_exception(kind, value, trace)))


sys.excepthook = report
# Again and again: QGIS cancels its tasks when it is to be closed, and then stays open.
leaving = QTimer(iface.mainWindow())
answering = QTimer(iface.mainWindow())
answering.timeout.connect(answer)
answering.start(400)
QTimer.singleShot(300, run)
