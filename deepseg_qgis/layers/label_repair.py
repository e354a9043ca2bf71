"""Repairs one finding of the label check, in edit mode, as one step that QGIS can undo."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayer, QgsVectorLayerUtils, QgsWkbTypes

from ..domain import label_finding as find
from ..errors import DeepSegPluginError, NothingToDoError
from ..i18n import tr
from .editing import edited, start_editing
from .ground import valid
from .label_check import Finding, polygons_of

_SMALLEST_SHARE = 1e-9  # of a label; less is the noise of cutting


def repair_label(layer: QgsVectorLayer, finding: Finding) -> None:
    """Repair a finding; the layer stays in edit mode, and nothing is saved before the user does.

    Raises:
        NothingToDoError: only a person can decide, or the label has changed since the check.
        LayerNotUsableError: the layer cannot be edited.
    """
    repair = _REPAIRS.get(finding.repair)
    if repair is None:
        raise NothingToDoError(
            tr("There is no repair for this finding"), hint=tr("Look at its place on the map and decide.")
        )
    label = _label(layer, finding.label_id)
    start_editing(layer)
    with edited(layer, _step_name(finding)):
        repair(layer, label, finding)


def repair_labels(layer: QgsVectorLayer, findings: Iterable[Finding]) -> list[Finding]:
    """Repair several findings, each a step of its own, and return those that were repaired.

    One that an earlier repair has settled as well is left out.

    Raises:
        LayerNotUsableError: the layer cannot be edited.
    """
    return [finding for finding in findings if _is_repaired(layer, finding)]


def _is_repaired(layer: QgsVectorLayer, finding: Finding) -> bool:
    try:
        repair_label(layer, finding)
    except NothingToDoError:
        return False
    return True


def _label(layer: QgsVectorLayer, label_id: int) -> QgsFeature:
    label = next(layer.getFeatures(QgsFeatureRequest(label_id)), None) if label_id != find.NO_LABEL else None
    if label is None or not label.isValid():
        raise NothingToDoError(tr("The label is no longer there"), hint=tr("Check the labels again."))
    return label


def _make_valid(layer: QgsVectorLayer, label: QgsFeature, _: Finding) -> None:
    if label.geometry().isGeosValid():
        raise NothingToDoError(tr("The label is valid by now"), hint=tr("Check the labels again."))
    _redraw(layer, label, polygons_of(label.geometry().makeValid()))


def _delete(layer: QgsVectorLayer, label: QgsFeature, finding: Finding) -> None:
    if finding.other_id != find.NO_LABEL:  # of two copies, never the last one
        _label(layer, finding.other_id)
    _done(layer.deleteFeature(label.id()))


def _clip(layer: QgsVectorLayer, label: QgsFeature, finding: Finding) -> None:
    whole = valid(label.geometry())
    rest = polygons_of(whole.difference(finding.geometry))
    if whole.area() - rest.area() <= _SMALLEST_SHARE * whole.area():
        raise NothingToDoError(tr("The label has changed since the check"), hint=tr("Check the labels again."))
    _redraw(layer, label, rest)


def _merge(layer: QgsVectorLayer, label: QgsFeature, finding: Finding) -> None:
    other = _label(layer, finding.other_id)
    one, two = valid(label.geometry()), valid(other.geometry())
    if not one.intersects(two):
        raise NothingToDoError(tr("The labels no longer overlap"), hint=tr("Check the labels again."))
    _redraw(layer, label, polygons_of(one.combine(two)))
    _done(layer.deleteFeature(other.id()))


def _redraw(layer: QgsVectorLayer, label: QgsFeature, geometry: QgsGeometry) -> None:
    """Give a label another outline; where it falls into pieces that the layer cannot hold in one, each is a label."""
    if geometry.isEmpty():
        _done(layer.deleteFeature(label.id()))
        return
    pieces = _fitting(layer, geometry)
    _done(layer.changeGeometry(label.id(), pieces[0]))
    for piece in pieces[1:]:
        attributes = {
            index: label.attribute(index)
            for index in range(layer.fields().count())
            if index not in layer.primaryKeyAttributes()
        }
        _done(layer.addFeature(QgsVectorLayerUtils.createFeature(layer, piece, attributes)))


def _fitting(layer: QgsVectorLayer, geometry: QgsGeometry) -> list[QgsGeometry]:
    """Return the geometry as the layer stores it, the largest piece first."""
    pieces = geometry.coerceToType(layer.wkbType())
    if not QgsWkbTypes.isMultiType(layer.wkbType()):
        pieces = sorted(pieces, key=lambda piece: -piece.area())
    return pieces


def _done(is_done: bool) -> None:
    if not is_done:
        raise DeepSegPluginError(
            tr("QGIS could not change the label"), hint=tr("Save or close what you are editing, and try again.")
        )


def _step_name(finding: Finding) -> str:
    names = {
        find.MAKE_VALID: tr("Mend a label"),
        find.DELETE: tr("Delete a label"),
        find.CLIP: tr("Cut a label"),
        find.MERGE: tr("Join two labels"),
    }
    return names[finding.repair]


_REPAIRS = {find.MAKE_VALID: _make_valid, find.DELETE: _delete, find.CLIP: _clip, find.MERGE: _merge}
