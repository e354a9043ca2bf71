"""Questions asked before something is deleted, or where it is not clear which of several is meant."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QInputDialog, QMessageBox, QWidget

from ..i18n import tr
from .wording import number

DELETE, KEEP, CANCEL = "delete", "keep", ""


def ask_what_happens_to_labels(parent: QWidget, category: str, n_labels: int) -> str:
    """Return DELETE or KEEP for the labels of a category that is to be deleted, CANCEL to let it be."""
    box = _box(parent, tr("Delete category"), "ask_delete_category")
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    if not n_labels:
        box.setText(tr("Delete the category {category}? It has no labels.").format(category=category))
        delete, keep = box.addButton(tr("Delete"), QMessageBox.ButtonRole.DestructiveRole), None
    else:
        text = tr("The category {category} has 1 label. What is to happen to it?")
        if n_labels > 1:
            text = tr("The category {category} has {n} labels. What is to happen to them?")
        box.setText(text.format(category=category, n=number(n_labels)))
        box.setInformativeText(tr("Labels without category stay in the table, but nothing is learned from them."))
        text = tr("Delete the label") if n_labels == 1 else tr("Delete {n} labels")
        delete = box.addButton(text.format(n=number(n_labels)), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(tr("Keep without category"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    return DELETE if clicked is delete else KEEP if keep is not None and clicked is keep else CANCEL


def ask_to_remove_rasters(
    parent: QWidget, names: Sequence[str], *, n_labels: int, n_areas: int, n_footprints: int
) -> str:
    """Return DELETE to remove what belongs to rasters with them, KEEP to remove them alone, CANCEL to let it be."""
    box = _box(parent, tr("Remove raster"), "ask_remove_raster")
    there = [
        tr("1 label") if n_labels == 1 else tr("{n} labels").format(n=number(n_labels)) if n_labels else "",
        tr("1 area") if n_areas == 1 else tr("{n} areas").format(n=number(n_areas)) if n_areas else "",
        tr("1 footprint") if n_footprints == 1 else tr("{n} footprints").format(n=number(n_footprints)),
    ]
    parts = ", ".join(part for part in (*there[:2], there[2] if n_footprints else "") if part)
    if len(names) == 1:
        box.setText(tr("Remove {name} from the project? Only on it: {parts}.").format(name=names[0], parts=parts))
    else:
        text = tr("Remove {n} rasters from the project? Only on them: {parts}.")
        box.setText(text.format(n=number(len(names)), parts=parts))
    box.setInformativeText(
        tr(
            "Kept, labels and areas stay in the project, but nothing can be learned from them without a raster. "
            "Files on disk stay in any case, those of predictions too."
        )
    )
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    delete = box.addButton(tr("Remove them too"), QMessageBox.ButtonRole.DestructiveRole)
    text = tr("Remove the raster only") if len(names) == 1 else tr("Remove the rasters only")
    keep = box.addButton(text, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    return DELETE if clicked is delete else KEEP if clicked is keep else CANCEL


def ask_which(parent: QWidget, title: str, question: str, names: Sequence[str], first: int = 0) -> int | None:
    """Return the number of the name that is chosen, counted from 0; None where the question was not answered."""
    shown: list[str] = []
    for name in names:  # the dialog tells by the text alone
        text, n = name, 2
        while text in shown:
            text, n = f"{name} ({n})", n + 1
        shown.append(text)
    chosen, is_answered = QInputDialog.getItem(parent, title, question, shown, first, False)
    return shown.index(chosen) if is_answered else None


def _box(parent: QWidget, title: str, name: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setObjectName(name)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    return box
