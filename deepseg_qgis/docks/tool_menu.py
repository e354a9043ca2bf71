"""A button with a menu of algorithms; each opens its dialog, filled with what the dock shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from ..errors import DeepSegPluginError, NotAnsweredError
from ..i18n import tr
from .workbench import Workbench


@dataclass(frozen=True)
class Tool:
    """One entry: `title` and `tip` return texts when the menu is made, `parameters` what the dialog begins with."""

    algorithm: str  # such as "deepseg:measure"
    title: Callable[[], str]
    tip: Callable[[], str]
    parameters: Callable[[], dict[str, Any]]

    @property
    def name(self) -> str:
        """Return the name of its action, for scripts."""
        return f"{self.algorithm.partition(':')[2]}_action"


class ToolMenu(QToolButton):
    """The button; each tool's dialog stays open beside the map, and what it writes comes onto the map as usual."""

    def __init__(self, workbench: Workbench, tools: Iterable[Tool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.setObjectName("tool_menu")
        self.setText(tr("Tools"))
        self.setToolTip(tr("What else can be made of what is shown."))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for tool in tools:
            action = menu.addAction(tool.title(), lambda *_, tool=tool: self.open(tool))
            action.setObjectName(tool.name)
            action.setToolTip(tool.tip())
        self.setMenu(menu)

    def open(self, tool: Tool) -> None:
        """Open the dialog of a tool's algorithm."""
        open_tool(self._workbench, tool)


def open_tool(workbench: Workbench, tool: Tool) -> None:
    """Open the dialog of a tool's algorithm."""
    # Here, not above: without its plugin Processing, QGIS has no such dialogs, and everything else works.
    try:
        from processing import createAlgorithmDialog
    except ImportError:
        createAlgorithmDialog = None  # noqa: N806  (QGIS's name)
    if createAlgorithmDialog is None or QgsApplication.processingRegistry().algorithmById(tool.algorithm) is None:
        workbench.say(
            tr("Switch on the plugin “Processing” under Plugins > Manage and Install Plugins, then try again."),
            Qgis.MessageLevel.Warning,
        )
        return
    try:
        dialog = createAlgorithmDialog(tool.algorithm, tool.parameters())
    except NotAnsweredError:
        return
    except DeepSegPluginError as err:
        workbench.say_error(err)
        return
    if dialog is not None:
        dialog.show()
