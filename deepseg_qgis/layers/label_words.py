"""How findings about labels are told, and what their repairs do."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

from ..domain import label_finding as finding
from ..i18n import tr


def kind_text(kind: str) -> str:
    """Return what a kind of finding is called in a table."""
    words = {
        finding.WRONG_CRS: tr("Wrong place"),
        finding.EMPTY: tr("No polygon"),
        finding.INVALID: tr("Invalid"),
        finding.NO_CATEGORY: tr("No category"),
        finding.DUPLICATE: tr("Drawn twice"),
        finding.OVERLAP: tr("Overlap"),
        finding.OUTSIDE_RASTERS: tr("Off the rasters"),
        finding.CROSSES_EDGE: tr("Over the edge"),
        finding.OUTSIDE_AREAS: tr("Outside areas"),
        finding.TOO_SMALL: tr("Too small"),
        finding.TOO_FEW: tr("Too few"),
    }
    return words.get(kind, kind)


def repair_text(repair: str, kind: str = "") -> str:
    """Return what a repair does; empty where only a person can decide."""
    words = {
        finding.MAKE_VALID: tr("redraw its outline so that it no longer crosses itself"),
        finding.DELETE: tr("delete this label"),
        finding.CLIP: tr("cut the shared part out of the larger label"),
        finding.MERGE: tr("join the two labels into one"),
    }
    if repair == finding.CLIP and kind == finding.CROSSES_EDGE:
        return tr("cut off what lies beyond the raster")
    return words.get(repair, "")


def label_text(label_id: int, category: str) -> str:
    """Return how a label is named in a sentence."""
    if not category:
        return tr("Label {id}").format(id=label_id)
    return tr("Label {id} ({category})").format(id=label_id, category=category)


def extents_text(labels: QgsRectangle, labels_crs: QgsCoordinateReferenceSystem, where: list[str]) -> str:
    """Return the sentence that says where the labels lie and where the rasters do."""
    return tr("The labels reach from {labels}; {rasters}.").format(
        labels=corners_text(labels, labels_crs), rasters="; ".join(where)
    )


def raster_extent_text(name: str, bounds: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> str:
    """Return the half sentence that says where a raster lies."""
    return tr("{raster} reaches from {corners}").format(raster=name, corners=corners_text(bounds, crs))


def corners_text(bounds: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> str:
    """Return the two corners of a rectangle with the coordinate system that they are in."""
    # Of degrees the sixth decimal is a decimetre, of metres the first.
    n_decimals = 6 if crs.isValid() and crs.isGeographic() else 1
    low, high = (
        f"{x:.{n_decimals}f}, {y:.{n_decimals}f}"
        for x, y in ((bounds.xMinimum(), bounds.yMinimum()), (bounds.xMaximum(), bounds.yMaximum()))
    )
    name = (crs.authid() or crs.description()) if crs.isValid() else tr("coordinates without a system")
    return tr("{low} to {high} ({crs})").format(low=low, high=high, crs=name)
