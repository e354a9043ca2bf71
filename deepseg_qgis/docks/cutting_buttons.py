"""Ways out of the raster as files, its tiles and chips that other programs train from, and back from tiles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.PyQt.QtWidgets import QGridLayout, QPushButton, QWidget

from ..domain.roles import TRAIN
from ..i18n import tr
from ..layers.project import SiteProject
from ..layers.training_data import CATEGORY_FIELD, rasters_for
from .tool_menu import Tool, open_tool
from .workbench import Workbench


class CuttingButtons(QWidget):
    """Each opens the dialog of its algorithm, filled with what the dock shows."""

    def __init__(
        self, workbench: Workbench, division: Callable[[], tuple[str, dict[str, Any]]], parent: QWidget | None = None
    ) -> None:
        """Take where to say things, and what returns the raster's name and the parameters that divide it."""
        super().__init__(parent)
        self._workbench = workbench
        self._division = division
        self.save_tiles_button = self._button("save_tiles_button", tr("Save tiles…"), self._tiles())
        self.chips_button = self._button("export_chips_button", tr("Export chips…"), self._chips())
        self.join_tiles_button = self._button("join_tiles_button", tr("Put tiles together…"), self._join())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.save_tiles_button, 0, 1)
        grid.addWidget(self.join_tiles_button, 0, 2)
        grid.addWidget(self.chips_button, 1, 2)

    def set_rasters(self, n_rasters: int) -> None:
        """Offer what there are rasters for; tiles that another program has changed may come from anywhere."""
        for button in (self.save_tiles_button, self.chips_button):
            button.setEnabled(n_rasters > 0)

    def _tiles(self) -> Tool:
        return Tool(
            "deepseg:savetiles",
            lambda: tr("Save tiles as files"),
            lambda: tr("Save each tile as a file that lies where its pixels lay."),
            self._tile_parameters,
        )

    def _join(self) -> Tool:
        return Tool(
            "deepseg:jointiles",
            lambda: tr("Put tiles together"),
            lambda: tr("Make one raster of the tiles in a folder, also after another program has changed them."),
            self._join_parameters,
        )

    def _chips(self) -> Tool:
        return Tool(
            "deepseg:chips",
            lambda: tr("Export training chips"),
            lambda: tr(
                "Cut rasters and labels into pieces that other programs train from: YOLO, COCO, masks or ArcGIS."
            ),
            self._chip_parameters,
        )

    def _button(self, name: str, text: str, tool: Tool) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setToolTip(tool.tip())
        button.clicked.connect(lambda *_: open_tool(self._workbench, tool))
        return button

    def _tile_parameters(self) -> dict[str, Any]:
        """Return the raster as it would be divided, and a folder beside the project."""
        name, parameters = self._division()
        return {**parameters, **_output(self._workbench.site, f"{Path(name).stem}_tiles")}

    def _join_parameters(self) -> dict[str, Any]:
        """Return the folder that was proposed for the chosen raster's tiles, if they lie there."""
        name, _ = self._division()
        site = self._workbench.site
        folder = site.path.parent / f"{Path(name).stem}_tiles" if site is not None and name else None
        return {"TILES": str(folder)} if folder is not None and folder.is_dir() else {}

    def _chip_parameters(self) -> dict[str, Any]:
        """Return all that is labeled, and a folder beside the project."""
        site = self._workbench.site
        if site is None:
            return {}
        parameters = {
            "RASTERS": rasters_for(site, TRAIN),
            "LABELS": site.layer("labels").id(),
            "CATEGORY_FIELD": CATEGORY_FIELD,
        }
        if site.layer("areas").featureCount():
            parameters["AREAS"] = site.layer("areas").id()
        return {**parameters, **_output(site, "chips")}


def _output(site: SiteProject | None, name: str) -> dict[str, str]:
    """Return a folder beside the project that is not there yet; nothing without a project."""
    if site is None:
        return {}
    folder, number = site.path.parent / name, 2
    while folder.exists():
        folder, number = site.path.parent / f"{name}-{number}", number + 1
    return {"OUTPUT": str(folder)}
