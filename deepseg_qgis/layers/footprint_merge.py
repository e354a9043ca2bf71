"""Several footprints that are one thing become one, in one step that QGIS can undo."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsVectorLayer, QgsWkbTypes

from ..domain.review import ACCEPTED
from ..errors import LayerNotUsableError
from ..i18n import tr
from .editing import edited, must
from .footprint_review import review_of


def merge_footprints(layer: QgsVectorLayer, kept_id: int, ids: Iterable[int]) -> int:
    """Join footprints to the one that is kept, which keeps its category, score and origin; return how many went.

    The layer is in edit mode, and nothing is saved yet.

    Raises:
        LayerNotUsableError: they do not touch, and the layer holds footprints of one piece only; one of them is a label
            already, or crosses itself.
        ProjectFileError: the change could not be made.
    """
    wanted = {kept_id, *ids}
    features = {each.id(): each for each in layer.getFeatures(QgsFeatureRequest().setFilterFids(list(wanted)))}
    shapes = [each.geometry() for each in features.values() if each.hasGeometry()]
    if kept_id not in features or len(shapes) < 2:
        return 0
    if any(review_of(each) == ACCEPTED for each in features.values()):
        raise LayerNotUsableError(
            tr("One of these footprints is a label already, which would stay as it is."),
            hint=tr("Undo in the layer of labels takes it back."),
        )
    whole = QgsGeometry.unaryUnion(shapes)
    if whole.isEmpty():
        raise LayerNotUsableError(
            tr("These footprints cannot be joined, because the outline of one crosses itself."),
            hint=tr("Mend it first, with Edit."),
        )
    if whole.isMultipart() and len(whole.asMultiPolygon()) > 1 and not QgsWkbTypes.isMultiType(layer.wkbType()):
        raise LayerNotUsableError(
            tr("These footprints do not touch, so they cannot become one."),
            hint=tr("Move an edge of one over the other first, with Edit."),
        )
    if QgsWkbTypes.isMultiType(layer.wkbType()):
        whole.convertToMultiType()
    elif whole.isMultipart():
        whole.convertToSingleType()
    gone = [number for number in features if number != kept_id]
    with edited(layer, tr("Merge footprints")):
        must(layer.changeGeometry(kept_id, whole), layer)
        must(layer.deleteFeatures(gone), layer)
    return len(gone)
