"""What was drawn and is not on disk yet: how much it is, and saving it while drawing goes on."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ..errors import ProjectFileError
from ..i18n import tr


def count_unsaved(layer: QgsVectorLayer | None) -> int:
    """Return how many features of a layer were added, changed or deleted since it was saved."""
    buffer = layer.editBuffer() if layer is not None and layer.isEditable() else None
    if buffer is None:
        return 0
    changed = set(buffer.changedGeometries()) | set(buffer.changedAttributeValues())
    return len(buffer.addedFeatures()) + len(buffer.deletedFeatureIds()) + len(changed - set(buffer.addedFeatures()))


def save_and_go_on(layer: QgsVectorLayer) -> None:
    """Save what was edited; the layer stays in edit mode, so that the drawing tool stays ready.

    Raises:
        ProjectFileError: it could not be saved; nothing is lost, it is still there to be saved again.
    """
    if not layer.isEditable() or layer.commitChanges(False):
        return
    raise ProjectFileError(
        tr('"{name}" could not be saved; your changes are still there.').format(name=layer.name()),
        hint=tr(
            "Check that the disk has room and that no other program has the file open, then save again. {cause}"
        ).format(cause=" ".join(line.strip() for line in layer.commitErrors() if line.strip())),
    )
