"""The check of the labels: its findings, the way to each, and the repairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ..i18n import tr
from .findings_table import FindingsTable

if TYPE_CHECKING:
    from .workbench import Workbench


class CheckSection(QWidget):
    """The button, and the table that comes of it."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._layer: QgsVectorLayer | None = None  # of the findings; also says in which coordinates they are
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
