"""The choices of a set-up: make an environment or use a Python, from the network or a folder, CPU or GPU."""

from __future__ import annotations

from typing import Any

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from ..i18n import tr

_INDENT_PX = 22


class SetupForm(QWidget):
    """Collects the parameters of `deepseg:setup`; `changed` comes with every change."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = _radio(tr("Make an environment for DeepSeg (recommended)"), "make_radio")
        self._use = _radio(tr("Use a Python of mine that has the packages already"), "use_radio")
        self._source = QComboBox()
        self._source.setObjectName("source_box")
        self._source.addItems([tr("the internet"), tr("a folder of wheels (offline)")])
        self._device = QComboBox()
        self._device.setObjectName("device_box")
        self._device.addItems(
            [tr("whatever fits this computer"), tr("the processor (CPU)"), tr("an NVIDIA GPU (CUDA)")]
        )
        self._wheels = _file_widget("wheels_widget", tr("Folder of wheels"), is_folder=True)
        self._wheels_label = _label(tr("F&older"), self._wheels)
        self._python = _file_widget("python_widget", tr("Python of the engine"))
        self._base = _file_widget("base_python_widget", tr("Python from 3.10 to 3.13"))
        self._lay_out()
        self._make.setChecked(True)
        self._make.toggled.connect(lambda: self._on_changed())
        for box in (self._source, self._device):
            box.currentIndexChanged.connect(lambda: self._on_changed())
        for widget in (self._wheels, self._python, self._base):
            widget.fileChanged.connect(lambda: self._on_changed())
        self._on_changed()

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of `deepseg:setup`."""
        if self._use.isChecked():
            return {"PYTHON": self._python.filePath().strip()}
        parameters: dict[str, Any] = {"DEVICE": self._device.currentIndex()}
        if self._is_offline():
            parameters["WHEELS"] = self._wheels.filePath().strip()
        if self._base.filePath().strip():
            parameters["BASE_PYTHON"] = self._base.filePath().strip()
        return parameters

    def missing(self) -> str:
        """Return what has to be chosen first; empty when all is."""
        if self._use.isChecked() and not self._python.filePath().strip():
            return tr("Choose the Python that has the engine's packages.")
        if self._make.isChecked() and self._is_offline() and not self._wheels.filePath().strip():
            return tr("Choose the folder of wheels.")
        return ""

    def _is_offline(self) -> bool:
        return self._source.currentIndex() == 1

    def _on_changed(self) -> None:
        is_made = self._make.isChecked()
        self._made_part.setVisible(is_made)
        self._python.setVisible(not is_made)
        for widget in (self._wheels_label, self._wheels):
            widget.setVisible(self._is_offline())
        self.changed.emit()

    def _lay_out(self) -> None:
        self._made_part = QWidget()
        form = QFormLayout(self._made_part)
        form.setContentsMargins(_INDENT_PX, 0, 0, 4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(_label(tr("Packages &from"), self._source), self._source)
        form.addRow(self._wheels_label, self._wheels)
        form.addRow(_label(tr("&Compute on"), self._device), self._device)
        form.addRow(_label(tr("Made &with"), self._base), self._base)
        indented = QHBoxLayout()
        indented.setContentsMargins(_INDENT_PX, 0, 0, 0)
        indented.addWidget(self._python)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._make)
        layout.addWidget(self._made_part)
        layout.addWidget(self._use)
        layout.addLayout(indented)
        self._base.lineEdit().setPlaceholderText(tr("the Python that DeepSeg finds by itself"))


def _radio(text: str, name: str) -> QRadioButton:
    button = QRadioButton(text)
    button.setObjectName(name)
    return button


def _label(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(buddy)
    return label


def _file_widget(name: str, title: str, *, is_folder: bool = False) -> QgsFileWidget:
    widget = QgsFileWidget()
    widget.setObjectName(name)
    widget.setDialogTitle(title)
    mode = QgsFileWidget.StorageMode.GetDirectory if is_folder else QgsFileWidget.StorageMode.GetFile
    widget.setStorageMode(mode)
    widget.lineEdit().setPlaceholderText(title)
    return widget
