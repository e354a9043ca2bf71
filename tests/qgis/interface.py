"""The part of `iface` that plugins use, with real widgets behind it; methods are named as QGIS names them."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QMainWindow, QMenu


class Interface:
    """What `iface` gives to plugins, with real widgets behind it."""

    def __init__(self) -> None:
        self._window = QMainWindow()
        self._canvas = QgsMapCanvas()
        self._bar = QgsMessageBar()
        self._window.setCentralWidget(self._canvas)
        self._plugins: QMenu = self._window.menuBar().addMenu("Plugins")
        self._window.show()

    def mainWindow(self) -> QMainWindow:
        return self._window

    def mapCanvas(self) -> QgsMapCanvas:
        return self._canvas

    def messageBar(self) -> QgsMessageBar:
        return self._bar

    def pluginMenu(self) -> QMenu:
        return self._plugins

    def close(self) -> None:
        self._window.close()
        self._window.deleteLater()
        forget_deleted()


def forget_deleted() -> None:
    """Let Qt delete what was asked to be deleted; normally its event loop does."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
