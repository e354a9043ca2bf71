"""Dividing a raster into tiles, wired to the project: DIVIDE draws the grid as a layer, buttons save files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..domain import work_state
from ..i18n import tr
from ..layers.project_memory import recall, remember
from ..layers.style import style_grid
from .cutting_buttons import CuttingButtons
from .tiling_form import TiledRaster, TilingForm
from .wording import number

if TYPE_CHECKING:
    from .run_algorithm import RunResult
    from .workbench import Workbench

_MEMORY = "tiling"  # the numbers that were used last, by raster
_OF_RASTER = "deepseg/tiles_of"  # custom property of a grid's layer


class TilingSection(QWidget):
    """The form, and the layer that comes of it."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.form = TilingForm()
        self.form.divide_wanted.connect(self.divide)
        self.form.raster_box.currentIndexChanged.connect(self._recall)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        self.buttons = CuttingButtons(workbench, self._division)
        layout.addWidget(self.buttons)

    def refresh(self, rasters: Sequence[TiledRaster]) -> None:
        """Offer these rasters."""
        self.buttons.set_rasters(len(rasters))
        before = self.form.raster()
        self.form.set_rasters(rasters)
        after = self.form.raster()
        if after is not None and (before is None or before.path != after.path):
            self._recall()

    def divide(self, path: str, values: dict[str, int]) -> None:
        """Draw the tiles of a raster as a layer; the former ones of the same raster give way to them."""
        project = self._workbench.qgis_project
        remember(project, _MEMORY, {**recall(project, _MEMORY, {}), path: values})
        parameters = {"RASTER": self._source(path), **values, "OUTPUT": "TEMPORARY_OUTPUT"}
        self._workbench.run(
            "deepseg:tile", parameters, kind=work_state.DIVIDING, then=lambda result: self._show_tiles(path, result)
        )

    def _source(self, path: str) -> str:
        """Return the raster's layer, which may know a CRS that the file does not; else the file."""
        site = self._workbench.site
        entries = site.rasters() if site is not None else []
        layers = [entry.layer for entry in entries if str(entry.path) == path and entry.layer is not None]
        return layers[0].id() if layers else path

    def _division(self) -> tuple[str, dict[str, Any]]:
        """Return the raster's name, and the raster and its numbers as deepseg:savetiles takes them."""
        raster = self.form.raster()
        if raster is None:
            return "", {}
        return raster.name, {"RASTERS": [self._source(raster.path)], **self.form.values()}

    def _recall(self, *_: object) -> None:
        raster = self.form.raster()
        values = recall(self._workbench.qgis_project, _MEMORY, {}).get(raster.path) if raster is not None else None
        if values:
            self.form.set_values(values)

    def _show_tiles(self, path: str, result: RunResult) -> None:
        layer = result.take_layer("OUTPUT") if result.is_done else None
        if layer is None:
            return
        project = self._workbench.qgis_project
        former = [each.id() for each in project.mapLayers().values() if each.customProperty(_OF_RASTER) == path]
        project.removeMapLayers(former)
        layer.setName(tr("Tiles of {raster}").format(raster=Path(path).stem))
        layer.setCustomProperty(_OF_RASTER, path)
        layer.setCustomProperty("skipMemoryLayersCheck", 1)  # DIVIDE makes it again; QGIS need not ask when it closes
        style_grid(layer)
        project.addMapLayer(layer, False)
        group = self._workbench.site.group() if self._workbench.site is not None else project.layerTreeRoot()
        group.insertLayer(0, layer)
        self._workbench.say(
            tr("{n} tiles were drawn as the layer {layer}.", layer.featureCount()).format(
                n=number(layer.featureCount()), layer=layer.name()
            ),
            Qgis.MessageLevel.Success,
        )
