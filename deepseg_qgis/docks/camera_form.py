"""How often frames are taken, how many, and where they go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QFormLayout, QSpinBox, QWidget

from ..i18n import tr


class CameraForm(QWidget):
    """The fields under the live picture."""

    changed = pyqtSignal()  # the folder

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.every_box = QDoubleSpinBox()
        self.every_box.setObjectName("every_box")
        self.every_box.setRange(0.0, 86_400.0)
        self.every_box.setDecimals(1)
        self.every_box.setValue(1.0)
        self.every_box.setSuffix(" s")
        self.every_box.setSpecialValueText(tr("every picture"))
        self.count_box = QSpinBox()
        self.count_box.setObjectName("count_box")
        self.count_box.setRange(0, 1_000_000)
        self.count_box.setSpecialValueText(tr("until I stop"))
        self.timeout_box = QDoubleSpinBox()
        self.timeout_box.setObjectName("timeout_box")
        self.timeout_box.setRange(0.5, 600.0)
        self.timeout_box.setDecimals(1)
        self.timeout_box.setValue(10.0)
        self.timeout_box.setToolTip(tr("It ends after so long without a picture."))
        self.folder_widget = QgsFileWidget()
        self.folder_widget.setObjectName("frames_folder")
        self.folder_widget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder_widget.fileChanged.connect(lambda *_: self.changed.emit())
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addRow(tr("A frame every"), self.every_box)
        layout.addRow(tr("Number of frames"), self.count_box)
        layout.addRow(tr("Patience (s)"), self.timeout_box)
        layout.addRow(tr("Folder"), self.folder_widget)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)

    def values(self) -> dict[str, Any]:
        """Return what is kept in a project."""
        return {
            "every_s": self.every_box.value(),
            "count": self.count_box.value(),
            "timeout_s": self.timeout_box.value(),
            "folder": self.folder_widget.filePath(),
        }

    def take(self, values: Mapping[str, Any]) -> None:
        """Show what was kept; what is missing stays."""
        now = {**self.values(), **values}
        self.every_box.setValue(float(now["every_s"]))
        self.count_box.setValue(int(now["count"]))
        self.timeout_box.setValue(float(now["timeout_s"]))
        self.folder_widget.setFilePath(str(now["folder"]))
