"""What QGIS runs with --code: the whole loop, from an orthophoto to footprints that are accepted as labels.

Reads from the environment: DEEPSEG_DRIVE_SOURCE (the repository), DEEPSEG_DRIVE_FOLDER (an empty folder that holds
kampala.tif), DEEPSEG_DRIVE_PICTURES, DEEPSEG_DRIVE_EPOCHS, DEEPSEG_DRIVE_START (a model to start from),
DEEPSEG_DRIVE_LOG.
"""

import os
import sys
import traceback
from pathlib import Path

sys.path.insert(0, os.environ["DEEPSEG_DRIVE_SOURCE"])

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface

from tests.desktop import steps


def run() -> None:
    """Go through the steps; whatever goes wrong is written to the log, which --code would not do."""
    log = Path(os.environ["DEEPSEG_DRIVE_LOG"])
    status = "failed"
    try:
        steps.walk(iface, log)
        status = "done"
    except BaseException:  # noqa: BLE001  (all of it belongs into the log)
        with log.open("a", encoding="utf-8") as file:
            file.write(traceback.format_exc())
        iface.mainWindow().grab().save(str(log.with_suffix(".png")))
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{status}\n")
    QgsProject.instance().clear()
    QgsProject.instance().setDirty(False)
    QTimer.singleShot(0, iface.actionExit().trigger)


def report(kind: type, value: BaseException, trace: object) -> None:
    """Write down what went wrong in a slot of the plugin: QGIS would only show it."""
    with Path(os.environ["DEEPSEG_DRIVE_LOG"]).open("a", encoding="utf-8") as file:
        file.write("".join(traceback.format_exception(kind, value, trace)))


sys.excepthook = report
QTimer.singleShot(300, run)
