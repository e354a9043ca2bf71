"""The sentences of the Training dock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..domain.history import EpochRow, seconds_per_epoch
from ..domain.roles import TRAIN, VALIDATE
from ..domain.runs import PastRun
from ..i18n import tr
from .wording import about_time, number

FEWEST_LABELS = 2  # of a category; the engine learns from no fewer


def used_text(n_rasters: int, label_counts: Mapping[str, int], area_counts: Mapping[str, int]) -> str:
    """Return what will be learned from, in one line."""
    n_labels = sum(label_counts.values())
    n_areas = area_counts.get(TRAIN, 0) + area_counts.get(VALIDATE, 0)
    n_categories = sum(1 for n in label_counts.values() if n)
    parts = (
        _counted(n_rasters, tr("{n} raster"), tr("{n} rasters")),
        _counted(n_labels, tr("{n} label"), tr("{n} labels")),
        _counted(n_areas, tr("{n} area"), tr("{n} areas")),
        _counted(n_categories, tr("{n} category"), tr("{n} categories")),
    )
    return " · ".join(parts)


def data_reason(n_rasters: int, label_counts: Mapping[str, int]) -> str:
    """Return why there is nothing to learn from; empty when there is."""
    if not n_rasters:
        return tr("Add a raster to learn from, in the dock Labels.")
    if not any(n >= FEWEST_LABELS for n in label_counts.values()):
        return tr("Draw at least 2 labels of a category; 10 or more give a useful model.")
    return ""


def notes_text(
    label_counts: Mapping[str, int], area_counts: Mapping[str, int], n_unsaved: int, *, n_outside: int = 0
) -> str:
    """Return what a person should know before the start; empty when there is nothing.

    `n_outside` labels lie in no area at all, where there are areas for training.
    """
    notes = []
    if n_outside:
        labels = _counted(n_outside, tr("{n} label"), tr("{n} labels"))
        notes.append(tr("Outside all areas and not used: {labels}.").format(labels=labels))
    few = [name for name, n in label_counts.items() if 0 < n < FEWEST_LABELS]
    if few and any(n >= FEWEST_LABELS for n in label_counts.values()):
        notes.append(tr("Too few labels to learn from: {names}.").format(names=", ".join(few)))
    if not area_counts.get(TRAIN, 0) and any(label_counts.values()):
        notes.append(
            tr("Without a training area the model sees little of what is not labeled, and will find too much.")
        )
    if n_unsaved:
        notes.append(tr("Changes that are not saved yet are used as you see them."))
    return " ".join(notes)


def time_text(n_epochs: int, runs: Sequence[PastRun]) -> str:
    """Return about how long it will take, by the last run that says how long its epochs took."""
    for run in runs:
        pace_s = seconds_per_epoch(run.rows)
        if pace_s:
            text = tr("{time} in all, if epochs take as long as those of {run}.")
            return _capitalized(text.format(time=about_time(pace_s * n_epochs), run=run.name))
    return tr("The first epoch will tell how long it takes.")


def epoch_text(row: EpochRow | None, n_epochs: int | None, eta_text: str) -> str:
    """Return `Epoch 7 of 20 · loss 0.41 · F1 0.63 · about 3 min left`."""
    if row is None:
        return tr("The first epoch is at work…")
    text = tr("Epoch {epoch} of {n_epochs}") if n_epochs else tr("Epoch {epoch}")
    parts = [text.format(epoch=row.epoch, n_epochs=n_epochs)]
    if row.train_loss is not None:
        parts.append(tr("loss {loss}").format(loss=f"{row.train_loss:.2f}"))
    if "f1" in row.scores:
        parts.append(f"F1 {row.scores['f1']:.2f}")
    return " · ".join([*parts, eta_text] if eta_text else parts)


def score_explanation() -> str:
    """Return what the numbers of an epoch mean."""
    return tr(
        "Loss: how far off the model still is on what it learns from; it should fall. F1: how well it does on ground "
        "kept aside, 1 is perfect; high only if little is missed and little is false. mAP50: the same over all score "
        "thresholds."
    )


def done_text(run: PastRun) -> str:
    """Return what a training that is over brought, in one sentence."""
    row = run.best
    if row is None or "f1" not in row.scores:
        return tr("{run} is trained. Evaluation and Prediction use it now.").format(run=run.name)
    text = tr("{run} is trained: F1 {f1} on ground it did not learn from. Evaluation and Prediction use it now.")
    return text.format(run=run.name, f1=f"{row.scores['f1']:.2f}")


def stopped_text(run: PastRun | None) -> str:
    """Return what is left of a training that was stopped."""
    if run is None or run.best is None or not run.has_model:
        return tr("Training was stopped before its first epoch was done, so there is no model.")
    text = tr("Training was stopped. The best model so far is kept as {run} (epoch {epoch}); RESUME goes on.")
    return text.format(run=run.name, epoch=run.best.epoch)


def failed_text(run: PastRun | None, why: str) -> str:
    """Return why a training failed, and what can be done; the message bar that said so may be gone."""
    if run is not None and run.rows and run.can_resume:
        text = tr("Training failed after epoch {epoch}: {why} What was learned is kept; RESUME goes on.")
        return text.format(epoch=run.rows[-1].epoch, why=why)
    return tr("Training failed before its first epoch was done: {why}").format(why=why)


def delete_question(run: PastRun, n_files: int, size: str, *, is_used: bool) -> str:
    """Return what is asked before a run is deleted."""
    text = tr("Delete {run} with its model, history and evaluation? These are {n} files, {size}.")
    question = text.format(run=run.name, n=number(n_files), size=size)
    return f"{question} {tr('Evaluation and Prediction use this model now.')}" if is_used else question


def _counted(n: int, one: str, many: str) -> str:
    # The number stays with its word where the line breaks.
    return (one if n == 1 else many).format(n=number(n)).replace(" ", "\u00a0")


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]
