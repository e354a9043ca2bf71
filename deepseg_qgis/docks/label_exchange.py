"""Labels from other programs and to them: the algorithms run in the background; people are asked, and told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ..domain import work_state
from ..domain.label_formats import FORMATS
from ..engine_client.events import Event
from ..i18n import tr
from ..layers.label_counts import text_of
from .export_labels_dialog import ExportLabelsDialog
from .run_algorithm import RunResult
from .wording import number

if TYPE_CHECKING:
    from .workbench import Workbench

IMPORT, EXPORT = "deepseg:importlabels", "deepseg:exportlabels"
_MOST_SHOWN = 6  # categories, and warnings
TakeOver = Callable[[object, "str | None", "Mapping[str, str]"], None]


class LabelExchange(QObject):
    """Runs imports and exports of labels for the Labels dock."""

    def __init__(self, workbench: Workbench, take_over: TakeOver, parent: QWidget) -> None:
        """`take_over` makes labels of a layer, by a field of it, with the colors that it has for categories."""
        super().__init__(parent)
        self._workbench = workbench
        self._take_over = take_over
        self._parent = parent
        self._warnings: list[str] = []
        self._is_ours = False  # what goes on in the workbench
        workbench.engine_event.connect(self._on_event)

    def import_from(self, path: str) -> bool:
        """Let the engine read a file or folder of another program; return whether it has begun."""
        site = self._workbench.site
        if site is None:
            return False
        parameters: dict[str, Any] = {"SOURCE": path, "OUTPUT": "memory:"}
        rasters = [entry.path for entry in site.rasters()]
        if rasters:
            parameters["RASTERS"] = rasters
        return self._run(IMPORT, parameters, work_state.IMPORTING, self._on_imported)

    def export(self) -> None:
        """Ask for a format and a place, and write the project's labels there."""
        site = self._workbench.site
        if site is None:
            return
        dialog = ExportLabelsDialog(str(site.path.parent), site.name, self._parent)
        if dialog.exec():
            self.export_to(dialog.format(), dialog.path(), copies_rasters=dialog.copies_rasters())

    def export_to(self, name: str, path: str, *, copies_rasters: bool = False) -> bool:
        """Write the project's labels; return whether it has begun."""
        site = self._workbench.site
        if site is None:
            return False
        parameters = {
            "LABELS": site.layer("labels").id(),
            "CATEGORY_FIELD": "category",
            "RASTERS": [entry.path for entry in site.rasters()],
            "FORMAT": name,
            "OUTPUT" if Path(path).suffix.lower() in FORMATS[name].endings else "OUTPUT_FOLDER": path,
            "COPY_RASTERS": copies_rasters,
        }
        return self._run(EXPORT, parameters, work_state.EXPORTING, self._on_exported)

    def _run(self, algorithm: str, parameters: dict[str, Any], kind: str, then: Callable[[RunResult], None]) -> bool:
        self._warnings = []
        self._is_ours = self._workbench.run(algorithm, parameters, kind=kind, then=then)
        return self._is_ours

    def _on_event(self, event: Event) -> None:
        if self._is_ours and event.kind == "warning":
            self._warnings.append(event.text("message"))

    def _on_imported(self, result: RunResult) -> None:
        self._is_ours = False
        layer = result.take_layer("OUTPUT") if result.is_done else None
        if not isinstance(layer, QgsVectorLayer) or self._workbench.site is None:
            return
        counts, colors = counted(layer)
        if ask_to_add(self._parent, counts, self._warnings):
            self._take_over(layer, "category", colors)

    def _on_exported(self, result: RunResult) -> None:
        self._is_ours = False
        if not result.is_done:
            return
        path, n_labels = str(result.values.get("PATH") or ""), int(result.values.get("N_LABELS") or 0)
        text = tr("1 label was written to {path}.") if n_labels == 1 else tr("{n} labels were written to {path}.")
        text = text.format(n=number(n_labels), path=path)
        if self._warnings:
            text += " " + " ".join(_sentences(self._warnings))
        folder = path if Path(path).is_dir() else str(Path(path).parent)
        link = (tr("Open folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)))
        level = Qgis.MessageLevel.Warning if self._warnings else Qgis.MessageLevel.Success
        self._workbench.say(text, level, link=link)


def counted(layer: QgsVectorLayer) -> tuple[dict[str, int], dict[str, str]]:
    """Return how many labels each category has, and the colors that some have; without a category under ""."""
    counts: dict[str, int] = {}
    colors: dict[str, str] = {}
    for feature in layer.getFeatures():
        name, color = text_of(feature.attribute("category")), text_of(feature.attribute("color"))
        counts[name] = counts.get(name, 0) + 1
        if name and color:
            colors.setdefault(name, color)
    return counts, colors


def _sentences(warnings: list[str]) -> list[str]:
    return [f"{warning[:1].upper()}{warning[1:].rstrip('.')}." for warning in warnings[:_MOST_SHOWN]]


def ask_to_add(parent: QWidget, counts: Mapping[str, int], warnings: list[str]) -> bool:
    """Return whether labels that were read shall become labels of the project."""
    box = QMessageBox(parent)
    box.setObjectName("ask_add_labels")
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Import labels"))
    n_labels = sum(counts.values())
    text = tr("1 label was read. Add it to the project?")
    if n_labels != 1:
        text = tr("{n} labels were read. Add them to the project?").format(n=number(n_labels))
    box.setText(text)
    names = sorted(counts, key=lambda name: -counts[name])
    lines = [f"{name or tr('without a category')}: {number(counts[name])}" for name in names[:_MOST_SHOWN]]
    if len(names) > _MOST_SHOWN:
        lines.append(tr("and {n} more categories").format(n=number(len(names) - _MOST_SHOWN)))
    told = _sentences(warnings)
    box.setInformativeText("\n".join([*lines, *(["", *told] if told else [])]))
    add = box.addButton(tr("Add"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(add)
    box.exec()
    return box.clickedButton() is add
