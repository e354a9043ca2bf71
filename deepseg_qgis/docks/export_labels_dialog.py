"""The dialog that asks in which format labels are exported, and where to."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ..domain.label_formats import FORMATS
from ..i18n import tr

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class ExportLabelsDialog(QDialog):
    """Which format, and which file or folder."""

    def __init__(self, folder: str, name: str, parent: QWidget | None = None) -> None:
        """`folder` and `name` make the proposal."""
        super().__init__(parent)
        self.setObjectName("export_labels_dialog")
        self.setWindowTitle(tr("Export labels"))
        self._folder = folder
        self._name = _UNFIT.sub("_", name).strip(" .") or "labels"
        layout = QVBoxLayout(self)
        text = QLabel(tr("The project's labels, on all of its rasters, for another program."))
        text.setWordWrap(True)
        layout.addWidget(text)
        layout.addLayout(self._make_form())
        self.hint_label = QLabel()
        self.hint_label.setObjectName("export_hint")
        self.hint_label.setWordWrap(True)
        layout.addWidget(self.hint_label)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Export"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(420)
        self._on_format()

    def format(self) -> str:
        """Return the name of the format."""
        return str(self.format_box.currentData())

    def path(self) -> str:
        """Return where to; a file gets the format's ending where it has none of them."""
        path, endings = self.place_widget.filePath().strip(), FORMATS[self.format()].endings
        if endings and path and Path(path).suffix.lower() not in endings:
            return f"{path}{endings[0]}"
        return path

    def copies_rasters(self) -> bool:
        """Tell whether the rasters go into the folder as well."""
        return self.copies_box.isChecked() and FORMATS[self.format()].has_copies

    def _make_form(self) -> QFormLayout:
        self.format_box = QComboBox()
        self.format_box.setObjectName("export_format_box")
        for name, form in FORMATS.items():
            self.format_box.addItem(tr("Label rasters (GeoTIFF)") if name == "raster" else form.title, name)
        self.format_box.currentIndexChanged.connect(self._on_format)
        self.place_widget = QgsFileWidget()
        self.place_widget.setObjectName("export_place")
        self.place_widget.fileChanged.connect(self._show)
        self.copies_box = QCheckBox(tr("Put the rasters into the folder as well"))
        self.copies_box.setObjectName("export_copies_box")
        self.copies_box.setToolTip(tr("Other programs look for the images there."))
        form = QFormLayout()
        form.addRow(tr("Format"), self.format_box)
        form.addRow(tr("Write to"), self.place_widget)
        form.addRow("", self.copies_box)
        return form

    def _on_format(self, *_: object) -> None:
        form = FORMATS[self.format()]
        is_file = bool(form.endings)
        mode = QgsFileWidget.StorageMode.SaveFile if is_file else QgsFileWidget.StorageMode.GetDirectory
        self.place_widget.setStorageMode(mode)
        self.place_widget.setFilter(" ".join([f"{form.title} ({' '.join(f'*{each}' for each in form.endings)})"]))
        name = f"{self._name} {tr('labels')}{form.endings[0]}" if is_file else f"{self._name} {self.format()}"
        self.place_widget.setFilePath(str(Path(self._folder) / name))
        self.copies_box.setVisible(form.has_copies)
        self._show()

    def _show(self, *_: object) -> None:
        path = self.path()
        is_folder = not FORMATS[self.format()].endings
        is_full = bool(path) and is_folder and Path(path).is_dir() and any(Path(path).iterdir())
        hint = _hint(self.format())
        if is_full:
            hint = tr("This folder is not empty. Choose a new one, or empty it.")
        self.hint_label.setText(hint)
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setEnabled(bool(path) and not is_full)
        button.setToolTip("" if button.isEnabled() else hint)


def _hint(name: str) -> str:
    """Return what a person should know of a format."""
    return {
        "coco": tr("Labels with holes become masks of pixels; colors are kept."),
        "yolo": tr("A folder with data.yaml and a text file per raster, as Ultralytics reads it."),
        "voc": tr("Masks with a palette. Where labels lie on one another, the smaller one has the pixels."),
        "labelme": tr("A JSON file per raster. Labels with holes become masks of pixels."),
        "via": tr("A project for VIA 2, or with the ending .csv its annotations alone."),
        "vector": tr("In map coordinates. A GeoPackage keeps the categories and their colors as a table."),
        "raster": tr("A GeoTIFF per raster whose pixels number the labels, and a table of what they mean."),
    }[name]
