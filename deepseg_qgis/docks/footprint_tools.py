"""QGIS's own tools for the footprint that is looked at: corners, splitting, selecting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject

from ..layers.editing import start_editing
from ..layers.footprint_queue import ReviewItem

if TYPE_CHECKING:
    from .workbench import Workbench

# Actions of QGIS's window, by name; the first that is there is taken.
VERTEX_TOOLS = ("mActionVertexToolActiveLayer", "mActionVertexTool")
SPLIT_TOOLS = ("mActionSplitFeatures",)
SELECT_TOOLS = ("mActionSelectFeatures",)


def take_tool(workbench: Workbench, item: ReviewItem, tools: Sequence[str]) -> None:
    """Put the layer of a footprint into edit mode, select the footprint, and take a tool of QGIS.

    Raises:
        LayerNotUsableError: the layer cannot be edited.
    """
    start_editing(item.layer)
    item.layer.selectByIds([item.feature_id])
    if workbench.layer_tree_view is not None:
        workbench.layer_tree_view.setCurrentLayer(item.layer)
    for name in tools:
        tool = workbench.window.findChild(QObject, name) if workbench.window is not None else None
        if tool is not None:
            tool.trigger()
            return


def other_selected(item: ReviewItem | None) -> list[int]:
    """Return the footprints of its layer that are selected beside the one that is looked at."""
    return [] if item is None else sorted(set(item.layer.selectedFeatureIds()) - {item.feature_id})
