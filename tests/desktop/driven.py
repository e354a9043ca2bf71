"""Runs a walk through QGIS to its end and leaves QGIS.

Whatever goes wrong is written to the log, which --code would not do.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer
from qgis.utils import iface


def run(walk: Callable[[object, Path], None], log: Path) -> None:
    """Go through the steps."""
    status = "failed"
    try:
        walk(iface, log)
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


def use_own_dialogs() -> None:
    """Let Qt draw file dialogs itself: those of the system cannot be clicked by a script."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def catch() -> None:
    """Write down what goes wrong in a slot of the plugin: QGIS would only show it."""
    sys.excepthook = _report


def _report(kind: type, value: BaseException, trace: object) -> None:
    with Path(os.environ["DEEPSEG_DRIVE_LOG"]).open("a", encoding="utf-8") as file:
        file.write("".join(traceback.format_exception(kind, value, trace)))
