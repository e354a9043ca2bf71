"""The loop in the order of the work; each step leaves a picture."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget, QWidget

from tests.desktop.camera import Camera
from tests.desktop.hands import Hands, NothingHappenedError, wait_for

KAMPALA = Path("examples/kampala")
WINDOW = (0, 0, 1366, 768)
WIDEST_DOCK_PX = 360


class Desk:
    """What every step needs: hands, camera, and what lies on the table."""

    def __init__(self, iface: object, log: Path) -> None:
        environment = os.environ
        self.iface = iface
        self.source = Path(environment["DEEPSEG_DRIVE_SOURCE"])
        self.folder = Path(environment["DEEPSEG_DRIVE_FOLDER"])
        self.n_epochs = int(environment.get("DEEPSEG_DRIVE_EPOCHS", "2"))
        self.start_model = environment.get("DEEPSEG_DRIVE_START", "")
        self.hands = Hands(iface.mainWindow(), iface.mapCanvas())
        self.camera = Camera(iface.mainWindow(), Path(environment["DEEPSEG_DRIVE_PICTURES"]))
        self._log = log

    @property
    def project_file(self) -> Path:
        """Where the dialog proposes the project."""
        return self.folder / "kampala_deepseg" / "kampala.gpkg"

    @property
    def example(self) -> Path:
        """The folder of the example."""
        return self.source / KAMPALA

    def layer(self, table: str) -> QgsVectorLayer:
        """Return the layer of a table of the project."""
        for layer in QgsProject.instance().mapLayers().values():
            if isinstance(layer, QgsVectorLayer) and layer.source().endswith(f"|layername={table}"):
                return layer
        raise NothingHappenedError(f"the project has no layer of the table {table}")

    def note(self, text: str) -> None:
        """Write into the log."""
        with self._log.open("a", encoding="utf-8") as file:
            file.write(f"{text}\n")


def walk(iface: object, log: Path) -> None:
    """Go through all steps."""
    from tests.desktop import steps_footprints, steps_labels, steps_model

    desk = Desk(iface, log)
    window = iface.mainWindow()
    window.setGeometry(*WINDOW)
    clear_the_table(iface)
    all_steps: list[Callable[[Desk], None]] = [*steps_labels.STEPS, *steps_model.STEPS, *steps_footprints.STEPS]
    last = os.environ.get("DEEPSEG_DRIVE_UNTIL", "")
    for step in all_steps:
        desk.note(f"step {step.__name__}")
        step(desk)
        check_docks(window)
        if step.__name__ == last:
            break


def clear_the_table(iface: object) -> None:
    """Close what QGIS shows at first and a person with a small screen closes as well."""
    for dock in iface.mainWindow().findChildren(QDockWidget):
        if dock.objectName() in {"Browser", "Browser2", "LayerOrder"}:
            dock.close()
    QTest.qWait(200)


def check_docks(window: QWidget) -> None:
    """See that no dock asks for more width than it may, and that the window still fits the screen."""
    for dock in window.findChildren(QDockWidget):
        if dock.objectName().startswith("deepseg_") and dock.minimumSizeHint().width() > WIDEST_DOCK_PX:
            raise NothingHappenedError(f"{dock.objectName()} is at least {dock.minimumSizeHint().width()} px wide")
    if (window.width(), window.height()) != WINDOW[2:]:
        raise NothingHappenedError(f"the window has grown to {window.width()} x {window.height()} px")


def wgs84() -> QgsCoordinateReferenceSystem:
    """Return longitude and latitude."""
    return QgsCoordinateReferenceSystem("OGC:CRS84")


__all__ = ["Desk", "wait_for", "walk", "wgs84"]
