"""A menu of all that DeepSeg can do, in the groups of the toolbox, for those who look there first."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingAlgorithm
from qgis.PyQt.QtWidgets import QMenu

from .tool_menu import Tool, open_tool
from .workbench import Workbench

_GROUPS = ("data", "model", "result")  # in the order of the work; the set-up has a dialog of its own in the same menu


def fill_with_tools(menu: QMenu, workbench: Workbench) -> None:
    """Fill an empty menu with the algorithms of DeepSeg; each opens its dialog."""
    menu.setToolTipsVisible(True)
    provider = QgsApplication.processingRegistry().providerById("deepseg")
    algorithms = provider.algorithms() if provider is not None and menu.isEmpty() else []
    for group in _GROUPS:
        tools = sorted((each for each in algorithms if each.groupId() == group), key=_title)
        if tools:
            menu.addSection(tools[0].group())
        for tool in map(_tool_of, tools):
            action = menu.addAction(f"{tool.title()}…", lambda *_, tool=tool: open_tool(workbench, tool))
            action.setObjectName(tool.name)
            action.setToolTip(tool.tip())


def _title(algorithm: QgsProcessingAlgorithm) -> str:
    return str(algorithm.displayName()).casefold()


def _tool_of(algorithm: QgsProcessingAlgorithm) -> Tool:
    title, tip = algorithm.displayName(), algorithm.shortDescription()
    return Tool(algorithm.id(), lambda: title, lambda: tip, dict)
