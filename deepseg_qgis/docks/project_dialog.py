"""The dialog for a new project: name and place are proposed, so that Enter is enough."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer
from qgis.gui import QgsFileWidget, QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import QStandardPaths
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from ..layers.project_place import place_warning
from .wording import number

_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_ENDING = ".gpkg"


@dataclass(frozen=True)
class Proposal:
    """What the dialog begins with."""

    name: str
    path: Path
    crs: QgsCoordinateReferenceSystem
    raster: QgsRasterLayer | None = None
    n_rasters: int = 1  # that one and others that came with it


class ProjectDialog(QDialog):
    """Name, place and coordinate system of a new project."""

    def __init__(self, proposal: Proposal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_project_dialog")
        self.setWindowTitle(tr("New DeepSeg project"))
        self._proposal = proposal
        self._is_place_chosen = False
        layout = QVBoxLayout(self)
        text = tr("A project keeps your categories, labels and areas in one file. Runs go beside it.")
        layout.addWidget(_sentence(text))
        layout.addLayout(self._make_form())
        self.raster_box = QCheckBox()
        self.raster_box.setObjectName("add_raster_box")
        self.raster_box.setVisible(proposal.raster is not None)
        if proposal.raster is not None:
            self.raster_box.setText(_add_text(proposal.raster.name(), proposal.n_rasters))
            self.raster_box.setChecked(True)
        layout.addWidget(self.raster_box)
        self.reason_label = _sentence("")
        self.reason_label.setObjectName("reason_label")
        layout.addWidget(self.reason_label)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Make project"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(420)
        self.name_edit.selectAll()
        self._check()

    def name(self) -> str:
        """The name as it was written, without space around it."""
        return self.name_edit.text().strip()

    def path(self) -> Path:
        """The file to make."""
        text = self.place.filePath().strip()
        path = Path(text).expanduser()
        return path if path.suffix.lower() == _ENDING or not text else path.with_name(path.name + _ENDING)

    def crs(self) -> QgsCoordinateReferenceSystem:
        """The coordinate system of labels and areas."""
        return self.crs_box.crs()

    def raster(self) -> QgsRasterLayer | None:
        """The raster that is to be added, and the others with it."""
        return self._proposal.raster if self.raster_box.isChecked() else None

    def _make_form(self) -> QFormLayout:
        self.name_edit = QLineEdit(self._proposal.name)
        self.name_edit.setObjectName("project_name_edit")
        self.name_edit.textChanged.connect(self._on_name)
        self.place = QgsFileWidget()
        self.place.setObjectName("project_place")
        self.place.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.place.setFilter(tr("DeepSeg project (*.gpkg)"))
        self.place.setDialogTitle(tr("Where to keep the project"))
        self.place.setConfirmOverwrite(False)  # an existing file is never overwritten, see reason_against
        self.place.setFilePath(str(self._proposal.path))
        self.place.fileChanged.connect(self._on_place)
        self.crs_box = QgsProjectionSelectionWidget()
        self.crs_box.setObjectName("project_crs")
        self.crs_box.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        self.crs_box.setNotSetText(tr("none: pixels of the raster"))
        self.crs_box.setCrs(self._proposal.crs)
        self.crs_box.setToolTip(
            tr("Coordinate system of the labels. That of the raster is nearly always right; others are reprojected.")
        )
        form = QFormLayout()
        form.addRow(tr("Name"), self.name_edit)
        form.addRow(tr("Place"), self.place)
        form.addRow(tr("Coordinates"), self.crs_box)
        return form

    def _on_name(self) -> None:
        if not self._is_place_chosen and self.name():
            self.place.blockSignals(True)
            folder = self._proposal.path.parent.parent
            self.place.setFilePath(str(place_for(self.name(), folder)))
            self.place.blockSignals(False)
        self._check()

    def _on_place(self) -> None:
        self._is_place_chosen = True
        self._check()

    def _check(self) -> None:
        reason = tr("Give the project a name.") if not self.name() else reason_against(self.path())
        text = reason or warning_about(self.path())
        self.reason_label.setText(text)
        self.reason_label.setVisible(bool(text))
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setEnabled(not reason)
        button.setToolTip(reason)


def _add_text(name: str, n_rasters: int) -> str:
    if n_rasters == 1:
        return tr("Add the raster {name}").format(name=name)
    return tr("Add {n} rasters").format(n=number(n_rasters))


def propose(
    qgis_project: QgsProject, raster: QgsRasterLayer | None, raster_file: str, *, n_rasters: int = 1
) -> Proposal:
    """Return name, place and CRS for a new project; `raster_file` is the raster's file, empty if it has none."""
    is_file = bool(raster_file) and Path(raster_file).exists()
    if is_file:
        name = Path(raster_file).stem
    else:
        name = qgis_project.baseName() or (raster.name() if raster is not None else "") or tr("My project")
    # A raster without CRS has pixel coordinates; so have the labels on it.
    crs = raster.crs() if raster is not None else qgis_project.crs()
    if raster is None and not crs.isValid():
        crs = QgsCoordinateReferenceSystem("EPSG:4326")
    path = place_for(name, _folder(qgis_project, raster_file if is_file else ""))
    return Proposal(name, path, crs, raster, n_rasters)


def place_for(name: str, folder: Path) -> Path:
    """Return the file of a project called `name`, in a folder of its own that holds its runs as well."""
    plain = _NOT_IN_FILE_NAMES.sub("_", name).strip(" .") or "site"
    path, n = folder / f"{plain}_deepseg" / f"{plain}{_ENDING}", 1
    while path.exists():  # the proposal is never in the way of another project
        n += 1
        path = folder / f"{plain}_deepseg_{n}" / f"{plain}{_ENDING}"
    return path


def reason_against(path: Path) -> str:
    """Return why no project can be made at this place; empty if it can."""
    if path.name in ("", ".", "..") or not path.is_absolute():
        return tr("Choose a place for the project.")
    if path.exists():
        return tr("There is already a file {name}. Choose another name, or open that project.").format(name=path.name)
    folder = _existing_folder(path)
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        return tr("The folder {folder} may not be written to. Choose another place.").format(folder=folder)
    return ""


def warning_about(path: Path) -> str:
    """Return what is to be known of a place where a project can be made; empty where there is nothing to say."""
    return place_warning(_existing_folder(path) / path.name)


def _existing_folder(path: Path) -> Path:
    """Return the nearest folder above that is there: those below it will be made."""
    return next(parent for parent in path.parents if parent.exists() or parent == parent.parent)


def _folder(qgis_project: QgsProject, raster_file: str) -> Path:
    """Return the first of these that may be written to: beside the raster, beside the QGIS project, Documents, home."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    raster_folder = str(Path(raster_file).absolute().parent) if raster_file else ""
    for folder in (raster_folder, qgis_project.absolutePath(), documents):
        if folder and Path(folder).is_dir() and os.access(folder, os.W_OK):
            return Path(folder)
    return Path.home()


def _sentence(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
