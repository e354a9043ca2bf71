"""The check of the labels: its findings, the way to each, and the repairs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsCoordinateReferenceSystem
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..domain import work_state
from ..domain.label_finding import NONE
from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.finding_layer import read_findings
from ..layers.label_repair import repair_labels
from ..layers.label_words import kind_text, repair_text
from ..layers.map_place import zoom_and_flash
from ..layers.plain_rasters import owner_of
from .findings_table import FindingRow, FindingsTable
from .info_mark import InfoMark
from .raster_adding import show_raster_of
from .wording import number

if TYPE_CHECKING:
    from ..layers.label_check import Finding
    from ..layers.project import SiteProject
    from .run_algorithm import RunResult
    from .workbench import Workbench


class CheckSection(QWidget):
    """The button, and the table that comes of it."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._crs = QgsCoordinateReferenceSystem()  # in which the findings' places are
        self.check_button = QPushButton(tr("Check labels"))
        self.check_button.setObjectName("check_labels_button")
        self.check_button.clicked.connect(lambda: self.check())
        self.table = FindingsTable()
        self.table.zoom_wanted.connect(self.zoom)
        self.table.repair_wanted.connect(self.repair)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._make_button_row())
        layout.addWidget(self.table)
        self.refresh()

    def refresh(self) -> None:
        """Offer the check if there is something to check."""
        site = self._workbench.site
        has_labels = site is not None and site.layer("labels").featureCount() > 0
        self.check_button.setEnabled(has_labels)
        self.check_button.setToolTip(
            tr("Look for labels that would teach the model something wrong. It needs no engine and changes nothing.")
            if has_labels
            else tr("Draw or import labels first.")
        )

    def forget(self) -> None:
        """Show no findings: they were of another project."""
        self.table.forget(tr("Not checked yet."))

    def check(self) -> None:
        """Look for what is wrong with the labels."""
        site = self._workbench.site
        if site is not None:
            self._workbench.run(
                "deepseg:checklabels", check_parameters(site), kind=work_state.CHECKING, then=self._show
            )

    def zoom(self, row: FindingRow) -> None:
        """Show the place of a finding on the map."""
        site, label = self._workbench.site, None
        if site is not None:
            labels = site.layer("labels")
            show_raster_of(self._workbench, owner_of(labels, row.finding.label_id))
            if labels.crs() == self._crs:  # what reaches over an edge is a sliver: it is seen with its label
                label = labels.getFeature(row.finding.label_id).geometry()
        if self._workbench.canvas is not None:
            zoom_and_flash(self._workbench.canvas, row.finding.geometry, self._crs, part_of=label)

    def repair(self, rows: Sequence[FindingRow]) -> None:
        """Repair findings; each is a step that QGIS can undo, and nothing is saved yet."""
        site = self._workbench.site
        if site is None:
            return
        try:
            repaired = repair_labels(site.layer("labels"), [row.finding for row in rows])
        except DeepSegPluginError as error:
            self._workbench.say_error(error)
            return
        # Those that were not repaired have been settled by an earlier repair, or their labels have changed.
        self.table.remove(rows)
        self._say(len(repaired))
        self._workbench.data_changed.emit()

    def _say(self, n_repaired: int) -> None:
        if not n_repaired:
            text = tr("There was nothing left to repair: the labels have changed since the check. Check them again.")
            self._workbench.say(text, Qgis.MessageLevel.Info)
            return
        text = tr("1 label was repaired.") if n_repaired == 1 else tr("{n} labels were repaired.")
        text = text.format(n=number(n_repaired)) + " " + tr("Undo takes it back; save the labels to keep it.")
        self._workbench.say(text, Qgis.MessageLevel.Success)

    def _show(self, result: RunResult) -> None:
        layer = result.take_layer("OUTPUT") if result.is_done else None
        if layer is None:
            return
        self._crs = layer.crs()
        self.table.set_rows([_row(finding) for finding in read_findings(layer)])

    def _make_button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.check_button, 1)
        row.addWidget(
            InfoMark(
                tr(
                    "The check finds labels that are invalid, drawn twice, overlapping, off the rasters, outside all "
                    "areas or too small, and categories with too few labels. It also sees what is not saved yet."
                )
            )
        )
        return row


def check_parameters(site: SiteProject) -> dict[str, object]:
    """Return what deepseg:checklabels is given of a project."""
    rasters = [entry.layer.id() if entry.layer is not None else str(entry.path) for entry in site.rasters()]
    parameters: dict[str, object] = {
        "LABELS": site.layer("labels").id(),
        "CATEGORY_FIELD": "category",
        "OUTPUT": "TEMPORARY_OUTPUT",
    }
    if rasters:
        parameters["RASTERS"] = rasters
    if site.layer("areas").featureCount():
        parameters["AREAS"] = site.layer("areas").id()
    return parameters


def _row(finding: Finding) -> FindingRow:
    repair = repair_text(finding.repair, finding.kind) if finding.repair != NONE else ""
    return FindingRow(finding.kind, kind_text(finding.kind), finding.message, repair, finding)
