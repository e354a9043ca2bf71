"""How much of what was drawn is not on disk yet."""

from __future__ import annotations

from qgis.core import QgsVectorLayer


def count_unsaved(layer: QgsVectorLayer | None) -> int:
    """Return how many features of a layer were added, changed or deleted since it was saved."""
    buffer = layer.editBuffer() if layer is not None and layer.isEditable() else None
    if buffer is None:
        return 0
    changed = set(buffer.changedGeometries()) | set(buffer.changedAttributeValues())
    return len(buffer.addedFeatures()) + len(buffer.deletedFeatureIds()) + len(changed - set(buffer.addedFeatures()))
