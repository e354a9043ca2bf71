"""DeepSeg for QGIS: draw, train, evaluate, predict, in docks that run the engine as a child process."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin import Plugin


def classFactory(iface: QgisInterface | None) -> Plugin:  # noqa: N802  (QGIS calls it by this name)
    """Return the plugin; `iface` is None in `qgis_process`, which has no windows."""
    from .plugin import Plugin

    return Plugin(iface)
