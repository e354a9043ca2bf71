"""The sentences of the Evaluation dock."""

from __future__ import annotations

from ..domain.kept_ground import KeptGround
from ..domain.report import Report
from ..i18n import tr
from .score_table import score_text
from .wording import number


def ground_text(ground: KeptGround) -> str:
    """Return what the model is tested on, in one line."""
    rasters = tr("{n} raster") if ground.n_rasters == 1 else tr("{n} rasters")
    labels = tr("{n} label") if ground.n_labels == 1 else tr("{n} labels")
    areas = tr("{n} test area") if ground.n_areas == 1 else tr("{n} test areas")
    parts = [rasters.format(n=number(ground.n_rasters)), labels.format(n=number(ground.n_labels))]
    if not ground.is_whole_rasters:
        parts.append(areas.format(n=number(ground.n_areas)))
    return " · ".join(part.replace(" ", "\u00a0") for part in parts)  # a number stays with its word


def warning_text(ground: KeptGround) -> str:
    """Return what makes the scores doubtful; empty when nothing does."""
    if ground.n_overlapping:
        text = tr(
            "{n} of the test areas lies on ground that is learned from: the scores would be too good.",
            ground.n_overlapping,
        )
        if ground.n_overlapping > 1:
            text = tr("{n} of the test areas lie on ground that is learned from: the scores would be too good.")
        return text.format(n=number(ground.n_overlapping))
    if ground.is_whole_rasters:
        return tr("There is no test area, so the whole of the evaluation rasters counts as labeled.")
    return ""


def ground_reason(ground: KeptGround) -> str:
    """Return why a model cannot be tested yet; empty when it can."""
    if not ground.is_there:
        return tr("Nothing is set aside for the test yet.")
    if not ground.n_rasters:
        return tr("Add a raster to test on, in the dock Labels.")
    if not ground.n_labels:
        return tr("There is no label in the test area: label everything inside it first.")
    return ""


def offer_text() -> str:
    """Return why a part of the ground is kept for the test."""
    return tr(
        "A model is tested on ground it has never seen. Draw one area, apart from the training areas, and label "
        "everything inside."
    )


def result_text(name: str, report: Report) -> str:
    """Return what an evaluation brought, in one sentence."""
    scores = report.overall
    text = tr("{model}: {found} of {n} labels were found, F1 {f1}, mAP {map}.", scores.n_labels)
    return text.format(
        model=name,
        found=number(scores.tp),
        n=number(scores.n_labels),
        f1=score_text(scores.f1),
        map=score_text(scores.map),
    )


def head_text(name: str, report: Report) -> str:
    """Return what is written over a result."""
    if not report.date:
        return f"<b>{name}</b>"
    return tr("<b>{model}</b>, evaluated {date}").format(model=name, date=report.date)
