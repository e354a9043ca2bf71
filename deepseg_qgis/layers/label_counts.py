"""How many features have which value in a field, kept up to date while the layer is edited."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

_STARTS_AFRESH = ("afterCommitChanges", "afterRollBack", "subsetStringChanged", "dataSourceChanged", "dataChanged")


class ValueCounts(QObject):
    """Counts the values of one text field.

    The layer is read once; each polygon that is drawn, deleted or given another value after that costs nothing, however
    many there are. After saving, features have other ids, so they are counted anew when somebody asks.
    """

    changed = pyqtSignal()

    def __init__(self, layer: QgsVectorLayer, field: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layer = layer
        self._field = field
        self.layer_id = layer.id()
        self._values: dict[int, str] | None = None
        layer.featureAdded.connect(self._on_added)
        layer.featureDeleted.connect(self._on_deleted)
        layer.attributeValueChanged.connect(self._on_value)
        for name in _STARTS_AFRESH:
            if hasattr(layer, name):  # older QGIS lacks some of them
                getattr(layer, name).connect(self._forget)

    def counts(self) -> dict[str, int]:
        """Return how often each value occurs; "" stands for none."""
        if self._values is None:
            self._values = self._read()
        counts: dict[str, int] = {}
        for value in self._values.values():
            counts[value] = counts.get(value, 0) + 1
        return counts

    def _read(self) -> dict[int, str]:
        index = self._layer.fields().indexOf(self._field)
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.NoGeometry).setSubsetOfAttributes([index])
        return {feature.id(): text_of(feature.attribute(index)) for feature in self._layer.getFeatures(request)}

    def _on_added(self, feature_id: int) -> None:
        if self._values is not None:
            feature = self._layer.getFeature(feature_id)  # never all of addedFeatures(): it copies them
            self._values[feature_id] = text_of(feature.attribute(self._layer.fields().indexOf(self._field)))
        self.changed.emit()

    def _on_deleted(self, feature_id: int) -> None:
        if self._values is not None:
            self._values.pop(feature_id, None)
        self.changed.emit()

    def _on_value(self, feature_id: int, index: int, value: Any) -> None:
        if index != self._layer.fields().indexOf(self._field):
            return
        if self._values is not None:
            self._values[feature_id] = text_of(value)
        self.changed.emit()

    def _forget(self, *_: object) -> None:
        self._values = None
        self.changed.emit()


def text_of(value: Any) -> str:
    """Return a field's value as text: "" for NULL, whole numbers without decimals."""
    # NULL is None, or a QVariant that is null, by version of QGIS and of Qt.
    if value is None or (hasattr(value, "isNull") and value.isNull()):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
