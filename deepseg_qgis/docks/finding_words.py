"""How kinds of findings are called, and what each repair does."""

from __future__ import annotations

from ..domain import label_finding as finding
from ..i18n import tr


def kind_text(kind: str) -> str:
    """Return a kind of finding in two or three words."""
    texts = {
        finding.WRONG_CRS: tr("Wrong coordinates"),
        finding.EMPTY: tr("No outline"),
        finding.INVALID: tr("Broken outline"),
        finding.NO_CATEGORY: tr("No category"),
        finding.DUPLICATE: tr("Drawn twice"),
        finding.OVERLAP: tr("Overlap"),
        finding.OUTSIDE_RASTERS: tr("Off the raster"),
        finding.CROSSES_EDGE: tr("Crosses the edge"),
        finding.OUTSIDE_AREAS: tr("Outside areas"),
        finding.TOO_SMALL: tr("Very small"),
        finding.TOO_FEW: tr("Too few"),
    }
    return texts.get(kind, kind)


def repair_text(repair: str) -> str:
    """Return what a repair does; empty where there is none."""
    texts = {
        finding.MAKE_VALID: tr("mend the outline."),
        finding.DELETE: tr("delete the label."),
        finding.CLIP: tr("cut the shared part out of the smaller label."),
        finding.MERGE: tr("join both labels into one."),
    }
    return texts.get(repair, "")
