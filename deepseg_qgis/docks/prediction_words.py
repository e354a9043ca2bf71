"""The sentences of the Prediction dock."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ..domain.estimate import Estimate
from ..domain.prediction import PastPrediction
from ..i18n import tr
from .wording import about_time, number, size_text

_TILE_MEGAPIXELS = 0.41  # what a tile of 1024 px adds, as it shares 384 px with its neighbors


def estimate_text(
    n_images: int, megapixels: float, *, seconds: float | None, device: str, disk_bytes: float, free: float | None
) -> str:
    """Return what a prediction will take: pixels and tiles, time, and disk while it works."""
    n_tiles = max(round(megapixels / _TILE_MEGAPIXELS), n_images, 1)
    pixels = tr("{n} million pixels").format(n=number(megapixels, 0 if megapixels >= 10 else 1))
    if megapixels < 0.95:
        pixels = tr("{n} thousand pixels").format(n=number(1000 * megapixels))
    what = tr("{pixels} in about {n} tiles", n_tiles).format(pixels=pixels, n=number(n_tiles))
    time = tr("the first prediction will tell how long it takes") if seconds is None else about_time(seconds)
    disk = tr("at most {size} of disk while it works").format(size=size_text(disk_bytes))
    text = f"{what} · {time} ({device}) · {disk}."
    if free is not None and free < disk_bytes:
        text += " " + tr("⚠ Only {size} are free there.").format(size=size_text(free))
    return text


def measured_text(estimate: Estimate, device: str) -> str:
    """Return what a prediction will take, after a few tiles were tried."""
    parts = [] if estimate.seconds is None else [f"{about_time(estimate.seconds)} ({device})"]
    if estimate.n_tiles is not None:
        parts.append(tr("{n} tiles", estimate.n_tiles).format(n=number(estimate.n_tiles)))
    if estimate.memory_bytes is not None:
        parts.append(tr("{size} of memory").format(size=size_text(estimate.memory_bytes)))
    if estimate.disk_bytes is not None:
        parts.append(tr("{size} on disk").format(size=size_text(estimate.disk_bytes)))
    if not parts:
        return tr("The engine could not tell what this takes.")
    text = tr("Measured: {what}.").format(what=" · ".join(parts))
    if estimate.is_disk_too_full and estimate.free_bytes is not None:
        text += " " + tr("⚠ Only {size} are free there.").format(size=size_text(estimate.free_bytes))
    return text


def holes_text(n_holes: int) -> str:
    """Return what could not be looked at."""
    return tr("{n} places could not be read; they are red on the map.", n_holes).format(n=number(n_holes))


def done_text(n_footprints: int, n_shown: int, n_images: int) -> str:
    """Return how a prediction ended."""
    if not n_footprints:
        return tr("Nothing was found. Is the raster as sharp as those that the model learned from?")
    where = tr("{n} images", n_images).format(n=number(n_images))
    text = tr("{n} footprints shown in {where}.", n_shown).format(n=number(n_shown), where=where)
    if n_shown < n_footprints:
        more = tr("Lower the score threshold to see up to {n}.").format(n=number(n_footprints))
        text = f"{text} {more}"
    return text


def refused_text(layers: Sequence[QgsVectorLayer]) -> str:
    """Return why layers in edit mode do not follow the threshold."""
    if not layers:
        return ""
    names = ", ".join(layer.name() for layer in layers)
    return tr("⚠ {names}: being edited. Save the edits and end editing, then the threshold holds there too.").format(
        names=names
    )


def prediction_lines(prediction: PastPrediction) -> list[str]:
    """Return what there is to know of a past prediction, a line each."""
    lines = [tr("Model: {model}").format(model=Path(prediction.model).stem)]
    lines += [Path(path).name for path in prediction.rasters[:8]]
    if len(prediction.rasters) > 8:
        lines.append(tr("and {n} more").format(n=len(prediction.rasters) - 8))
    if prediction.parameters.get("AREA"):
        lines.append(tr("Only inside areas."))
    if prediction.parameters.get("EXTENT"):
        lines.append(tr("Only in what the map showed."))
    if not prediction.is_done:
        lines.append(tr("Stopped before its end; it can be gone on with."))
    return lines


def ask_to_clear(parent: QWidget, layers: Sequence[QgsVectorLayer], n_shown: int, where: str) -> bool:
    """Return whether footprints are to be taken off the map."""
    text = tr("Take {n} footprints of {where} off the map?", n_shown).format(n=number(n_shown), where=where)
    more = tr(
        "Undo brings them back until the QGIS project is saved. Their files stay on disk; History shows them again."
    )
    if any(layer.isModified() for layer in layers):
        more = f"{more} {tr('Edits that are not saved come back with Undo only.')}"
    return _ask(parent, tr("Clear polygons"), text, more, tr("Clear polygons"), "ask_clear_polygons")


def ask_to_delete(parent: QWidget, prediction: PastPrediction, n_files: int, n_bytes: int) -> bool:
    """Return whether a past prediction is to be deleted."""
    text = tr("Delete {name} with its footprints? {n} files, {size}.", n_files)
    text = text.format(name=prediction.name, n=number(n_files), size=size_text(n_bytes))
    more = tr("This cannot be undone. Labels that were made of its footprints stay.")
    return _ask(parent, tr("Delete prediction"), text, more, tr("Delete"), "ask_delete_prediction")


def ask_to_redraw(parent: QWidget, n_reviewed: int) -> bool:
    """Return whether outlines are to be drawn again although somebody has reviewed some."""
    text = tr("{n} footprints were accepted or rejected; these marks are lost.", n_reviewed)
    more = tr("The labels that were made of them stay.")
    return _ask(
        parent, tr("Redraw outlines"), text.format(n=number(n_reviewed)), more, tr("Redraw"), "ask_redraw_outlines"
    )


def _ask(parent: QWidget, title: str, text: str, more: str, yes: str, name: str) -> bool:
    box = QMessageBox(parent)
    box.setObjectName(name)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(more)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    agree = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(cancel)
    box.exec()
    return box.clickedButton() is agree
