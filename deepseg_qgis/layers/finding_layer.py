"""Findings of the label check as rows of a layer, and back."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsFeatureSource, QgsFields, QgsGeometry, QgsWkbTypes

from .fields import integer_field, text_field
from .label_check import Finding


def finding_fields() -> QgsFields:
    """Return the fields of a finding; names are a promise."""
    fields = QgsFields()
    for name in ("kind", "message", "category"):
        fields.append(text_field(name))
    fields.append(integer_field("label_id"))
    fields.append(text_field("repair"))
    fields.append(integer_field("other_id"))
    return fields


def finding_feature(finding: Finding) -> QgsFeature:
    """Return a finding as a row; its place is a multipolygon, or nothing where there is no place."""
    feature = QgsFeature(finding_fields())
    feature.setAttributes(
        [finding.kind, finding.message, finding.category, finding.label_id, finding.repair, finding.other_id]
    )
    if not finding.geometry.isEmpty():
        # A place can be a line where a label has no width: it is shown as the polygon that it cannot be.
        pieces = finding.geometry.coerceToType(QgsWkbTypes.MultiPolygon)
        if pieces:
            feature.setGeometry(pieces[0])
    return feature


def read_findings(source: QgsFeatureSource) -> list[Finding]:
    """Return the findings of a layer that `deepseg:checklabels` wrote."""
    return [
        Finding(
            kind=row["kind"],
            message=row["message"],
            category=row["category"] or "",
            label_id=row["label_id"],
            geometry=row.geometry() if row.hasGeometry() else QgsGeometry(),
            repair=row["repair"],
            other_id=row["other_id"],
        )
        for row in source.getFeatures()
    ]
