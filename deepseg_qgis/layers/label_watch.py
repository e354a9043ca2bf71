"""Notices when labels or areas change, also while they are being drawn, and tells it once things are quiet."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

_QUIET_MS = 150  # one change of a thousand features tells a thousand times
_SIGNALS = (
    "featureAdded",
    "featureDeleted",
    "geometryChanged",
    "attributeValueChanged",
    "afterRollBack",
    "afterCommitChanges",
    "editingStarted",
    "editingStopped",
    "dataChanged",
)


class LabelWatch(QObject):
    """Watches some layers until it is given others."""

    changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layers: list[QgsVectorLayer] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET_MS)
        self._timer.timeout.connect(self.changed)

    def watch(self, layers: Sequence[QgsVectorLayer]) -> None:
        """Watch these layers and no others."""
        if self._layers == list(layers):
            return
        self.stop()
        self._layers = list(layers)
        for layer in self._layers:
            for name in _SIGNALS:
                if hasattr(layer, name):  # older QGIS lacks some of them
                    getattr(layer, name).connect(self._on_change)
            layer.willBeDeleted.connect(self.stop)

    def stop(self) -> None:
        """Watch nothing."""
        self._timer.stop()
        layers, self._layers = self._layers, []
        for layer in layers:
            if sip.isdeleted(layer):  # it went with its project
                continue
            for name in (*_SIGNALS, "willBeDeleted"):
                signal = getattr(layer, name, None)
                slot = self.stop if name == "willBeDeleted" else self._on_change
                if signal is not None:
                    signal.disconnect(slot)

    def _on_change(self, *_: object) -> None:
        self._timer.start()
