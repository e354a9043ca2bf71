"""The part of `iface` that plugins use, with real widgets behind it; methods are named as QGIS names them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsApplication, QgsVectorLayer
from qgis.gui import QgsLayerTreeView, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow, QMenu, QToolBar

from deepseg_qgis.algorithms.provider import DeepSegProvider


class Interface:
    """What `iface` gives to plugins, with real widgets behind it."""

    def __init__(self) -> None:
        self._window = QMainWindow()
        self._window.resize(1366, 768)
        self._canvas = QgsMapCanvas()
        self._bar = QgsMessageBar()
        self._window.setCentralWidget(self._canvas)
        self._plugins: QMenu = self._window.menuBar().addMenu("Plugins")
        self._layers = QgsLayerTreeView()
        self._add_feature = self._window.menuBar().addAction("Add feature")
        self._active_layer: QgsVectorLayer | None = None
        self._window.show()

    def mainWindow(self) -> QMainWindow:
        return self._window

    def mapCanvas(self) -> QgsMapCanvas:
        return self._canvas

    def messageBar(self) -> QgsMessageBar:
        return self._bar

    def pluginMenu(self) -> QMenu:
        return self._plugins

    def layerTreeView(self) -> QgsLayerTreeView:
        return self._layers

    def addToolBar(self, name: str) -> QToolBar:
        return self._window.addToolBar(name)

    def addDockWidget(self, area: Qt.DockWidgetArea, dock: QDockWidget) -> None:
        self._window.addDockWidget(area, dock)
        dock.show()

    def removeDockWidget(self, dock: QDockWidget) -> None:
        self._window.removeDockWidget(dock)

    def setActiveLayer(self, layer: QgsVectorLayer) -> bool:
        self._active_layer = layer
        return True

    def activeLayer(self) -> QgsVectorLayer | None:
        return self._active_layer

    def actionAddFeature(self):
        return self._add_feature

    def close(self) -> None:
        self._window.close()
        self._window.deleteLater()
        self._layers.deleteLater()
        self._bar.deleteLater()
        forget_deleted()


@contextmanager
def registered_provider() -> Iterator[DeepSegProvider]:
    """Have QGIS know our algorithms meanwhile."""
    provider = DeepSegProvider()
    assert QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


def forget_deleted() -> None:
    """Let Qt delete what was asked to be deleted; normally its event loop does."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
