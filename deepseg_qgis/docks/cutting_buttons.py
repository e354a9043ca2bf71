"""Tiles of a raster as files, and back from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ..i18n import tr
from ..layers.project import SiteProject
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
        self.join_tiles_button = self._button("join_tiles_button", tr("Put tiles together…"), self._join())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.save_tiles_button)
        row.addWidget(self.join_tiles_button)

    def set_rasters(self, n_rasters: int) -> None:
        """Offer what there are rasters for; tiles that another program has changed may come from anywhere."""
        self.save_tiles_button.setEnabled(n_rasters > 0)

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

    def _button(self, name: str, text: str, tool: Tool) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setToolTip(tool.tip())
        button.clicked.connect(lambda *_: open_tool(self._workbench, tool))
        return button

    def _tile_parameters(self) -> dict[str, Any]:
        """Return the raster as it would be divided, and a folder beside the project."""
        name, parameters = self._division()
        return {**parameters, **output_beside(self._workbench.site, f"{Path(name).stem}_tiles")}

    def _join_parameters(self) -> dict[str, Any]:
        """Return the folder that was proposed for the chosen raster's tiles, if they lie there."""
        name, _ = self._division()
        site = self._workbench.site
        folder = site.path.parent / f"{Path(name).stem}_tiles" if site is not None and name else None
        return {"TILES": str(folder)} if folder is not None and folder.is_dir() else {}


def output_beside(site: SiteProject | None, name: str) -> dict[str, str]:
    """Return a folder beside the project that is not there yet; nothing without a project."""
    if site is None:
        return {}
    folder, number = site.path.parent / name, 2
    while folder.exists():
        folder, number = site.path.parent / f"{name}-{number}", number + 1
    return {"OUTPUT": str(folder)}
