"""A menu of all that DeepSeg can do, in the groups of the toolbox, for those who look there first."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingAlgorithm
from qgis.PyQt.QtWidgets import QMenu

from .tool_menu import Tool, open_tool
from .workbench import Workbench

_IS_ELSEWHERE = "setup"  # the group that has a dialog of its own in the same menu


def fill_with_tools(menu: QMenu, workbench: Workbench) -> None:
    """Fill an empty menu with the algorithms of DeepSeg; each opens its dialog."""
    menu.setToolTipsVisible(True)
    provider = QgsApplication.processingRegistry().providerById("deepseg")
    for algorithm in provider.algorithms() if provider is not None and menu.isEmpty() else ():
        if algorithm.groupId() == _IS_ELSEWHERE:
            continue
        if menu.actions() and menu.actions()[-1].data() != algorithm.groupId():
            menu.addSeparator()
        tool = _tool_of(algorithm)
        action = menu.addAction(f"{tool.title()}…", lambda *_, tool=tool: open_tool(workbench, tool))
        action.setObjectName(tool.name)
        action.setToolTip(tool.tip())
        action.setData(algorithm.groupId())


def _tool_of(algorithm: QgsProcessingAlgorithm) -> Tool:
    title, tip = algorithm.displayName(), algorithm.shortDescription()
    return Tool(algorithm.id(), lambda: title, lambda: tip, dict)
