"""Where the plugin writes down what happened: the tab DeepSeg of QGIS's log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .about import NAME

if TYPE_CHECKING:
    from qgis.core import Qgis


def log(message: str, level: Qgis.MessageLevel | None = None) -> None:
    """Write a line into the log; `level` is `Qgis.MessageLevel.Info` unless it is given. Works in any thread."""
    # Here, not above: what only logs when something went wrong can then be tested where there is no QGIS.
    from qgis.core import Qgis, QgsMessageLog

    QgsMessageLog.logMessage(message, NAME, Qgis.MessageLevel.Info if level is None else level)


def log_warning(message: str) -> None:
    """Write a line that somebody should look at into the log, without a bubble in the message bar."""
    from qgis.core import Qgis, QgsMessageLog

    QgsMessageLog.logMessage(message, NAME, Qgis.MessageLevel.Warning, False)
