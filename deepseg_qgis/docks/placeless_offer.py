"""Rasters whose world file says where they lie but not in which coordinate system: the project's is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, QTimer

from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.raster_source import names_no_crs
from .wording import number

if TYPE_CHECKING:
    from .workbench import Workbench

_SOON_MS = 200  # after the last of several that come one by one


class PlacelessOffer(QObject):
    """Says so once for each raster, with a button that gives them the project's coordinate system."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._told: set[str] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.look)
        workbench.data_changed.connect(self._soon.start)
        workbench.site_changed.connect(self._on_site_changed)
        self._soon.start()

    def look(self) -> None:
        """Tell of rasters that have come since the last look."""
        site = self._workbench.site
        if site is None or not site.crs.isValid():
            return  # without a system of its own the project shares their coordinates as they are
        found = [layer for layer in self._layers() if layer.source() not in self._told]
        if not found:
            return
        self._told |= {layer.source() for layer in found}
        text = tr("{n} rasters say where they lie, but not in which coordinate system.", len(found))
        name = site.crs.authid() or site.crs.description()
        link = (tr("It is that of the project, {crs}").format(crs=name), self.take)
        self._workbench.say(text.format(n=number(len(found))), Qgis.MessageLevel.Warning, link=link)

    def take(self) -> None:
        """Give them the project's coordinate system."""
        site = self._workbench.site
        if site is None:
            return
        crs = QgsCoordinateReferenceSystem(site.crs)
        for layer in self._layers():
            layer.setCrs(crs)
            layer.triggerRepaint()
        self._workbench.data_changed.emit()

    def tear_down(self) -> None:
        """Let go of the workbench."""
        self._soon.stop()
        self._workbench.data_changed.disconnect(self._soon.start)
        self._workbench.site_changed.disconnect(self._on_site_changed)
        self.deleteLater()

    def _on_site_changed(self) -> None:
        self._told = set()
        self._soon.start()

    def _layers(self) -> list[QgsRasterLayer]:
        site = self._workbench.site
        try:
            entries = site.rasters() if site is not None else []
        except DeepSegPluginError:  # its file is gone, which the docks tell
            return []
        return [entry.layer for entry in entries if entry.layer is not None and names_no_crs(entry.layer)]
