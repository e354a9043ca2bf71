"""Asks to which layer footprints are to be added, and adds them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..errors import DeepSegPluginError, LayerNotUsableError
from ..i18n import tr
from ..layers.footprint_append import Appended, append_footprints, can_take_footprints
from ..layers.footprint_export import export_parts
from ..layers.footprint_layer import footprint_layers
from ..layers.project_layers import file_of, is_same_file
from .wording import number

if TYPE_CHECKING:
    from .workbench import Workbench


class AppendDialog(QDialog):
    """A list of the layers that take polygons, and a button for a file that is not in the project yet."""

    def __init__(self, workbench: Workbench, n_footprints: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.setObjectName("deepseg_append_dialog")
        self.setWindowTitle(tr("Append footprints to a layer"))
        self.layer_box = QComboBox()
        self.layer_box.setObjectName("append_layer_box")
        self.layer_box.setMinimumWidth(220)
        self.layer_box.setAccessibleName(tr("Layer"))
        self.file_button = QPushButton(tr("File…"))
        self.file_button.setObjectName("append_file_button")
        self.file_button.setToolTip(tr("A file that is not in the project yet; it is added to it."))
        self.file_button.clicked.connect(lambda: self._ask_for_file())
        self.fields_box = QCheckBox(tr("Add the fields category and score where the layer lacks them"))
        self.fields_box.setObjectName("append_fields_box")
        self.fields_box.setChecked(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Append"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._build(n_footprints)
        self._show_layers()

    def layer(self) -> QgsVectorLayer | None:
        """Return the layer that was chosen."""
        found = self._workbench.qgis_project.mapLayer(str(self.layer_box.currentData() or ""))
        return found if isinstance(found, QgsVectorLayer) else None

    def take_file(self, path: Path) -> bool:
        """Add a file to the project and choose its layer; return whether that worked, an error is told."""
        try:
            layer = open_target(path)
            _check_not_theirs(path, self._workbench.qgis_project)
        except DeepSegPluginError as error:
            self._workbench.say_error(error)
            return False
        self._workbench.qgis_project.addMapLayer(layer)
        self._show_layers(layer.id())
        return True

    def _build(self, n_footprints: int) -> None:
        text = tr("Add the {n} footprints that are shown to this layer:", n_footprints)
        row = QHBoxLayout()
        row.addWidget(self.layer_box, 1)
        row.addWidget(self.file_button)
        note = QLabel(
            tr(
                "Fields are matched by their names, coordinates are transformed. Nothing is saved: the layer stays in "
                "edit mode, where Undo takes all of it back."
            )
        )
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(text.format(n=number(n_footprints))))
        layout.addLayout(row)
        layout.addWidget(self.fields_box)
        layout.addWidget(note)
        layout.addWidget(self.buttons)

    def _show_layers(self, chosen: str = "") -> None:
        self.layer_box.clear()
        for layer in target_layers(self._workbench.qgis_project):
            self.layer_box.addItem(layer.name(), layer.id())
        self.layer_box.setCurrentIndex(max(self.layer_box.findData(chosen), 0))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.layer_box.count() > 0)

    def _ask_for_file(self) -> None:
        kinds = tr("Vector files (*.gpkg *.shp *.geojson *.fgb *.sqlite)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Append to a file"), "", f"{kinds};;{tr('All files (*)')}")
        if path:
            self.take_file(Path(path))


def append_to_layer(workbench: Workbench, layers: Sequence[QgsVectorLayer], parent: QWidget) -> None:
    """Ask for a layer and add the footprints that are shown to it."""
    try:
        n = sum(part.n for part in export_parts(layers))
    except DeepSegPluginError as error:
        workbench.say_error(error)
        return
    dialog = AppendDialog(workbench, n, parent)
    target = dialog.layer() if dialog.exec() else None
    if target is not None:
        append(workbench, layers, target, adds_fields=dialog.fields_box.isChecked())
    dialog.deleteLater()


def append(
    workbench: Workbench, layers: Sequence[QgsVectorLayer], target: QgsVectorLayer, *, adds_fields: bool = True
) -> Appended | None:
    """Add the footprints that layers show to another; say how it went, and return it unless it failed."""
    try:
        done = append_footprints(export_parts(layers), target, workbench.qgis_project, adds_fields=adds_fields)
    except DeepSegPluginError as error:
        workbench.say_error(error)
        return None
    text = tr("{n} footprints were added to {layer}, which is in edit mode now: save its edits, or undo them.", done.n)
    text = text.format(n=number(done.n), layer=target.name())
    if done.n_left_out:
        text += " " + tr("{n} lie where its map has no coordinates.", done.n_left_out).format(n=number(done.n_left_out))
    workbench.say(text, Qgis.MessageLevel.Success)
    return done


def target_layers(qgis_project: QgsProject) -> list[QgsVectorLayer]:
    """Return the layers that footprints can be added to, by name; what DeepSeg itself writes to is left out."""
    own = _own_files(qgis_project)
    found = [
        layer
        for layer in qgis_project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer)
        and not any(is_same_file(file_of(layer), file) for file in own)
        and layer.customProperty("deepseg/table") is None
        and can_take_footprints(layer)
    ]
    return sorted(found, key=lambda layer: layer.name().lower())


def _own_files(qgis_project: QgsProject) -> set[Path]:
    return {file_of(layer) for layer in footprint_layers(qgis_project)}


def _check_not_theirs(path: Path, qgis_project: QgsProject) -> None:
    """Accept a file that none of the footprints on the map comes from: added to themselves, all would be there twice.

    Raises:
        LayerNotUsableError: it is one of those.
    """
    if any(is_same_file(path, file) for file in _own_files(qgis_project)):
        raise LayerNotUsableError(
            tr("{name} is the file that the footprints on the map come from.").format(name=path.name),
            hint=tr("Choose another file."),
        )


def open_target(path: Path) -> QgsVectorLayer:
    """Return the layer of a file.

    Raises:
        LayerNotUsableError: it cannot be opened, holds several layers, or takes no polygons.
    """
    layer = QgsVectorLayer(str(path), path.stem, "ogr")
    if layer.isValid() and len(layer.dataProvider().subLayers()) > 1:
        raise LayerNotUsableError(
            tr("{name} holds several layers.").format(name=path.name),
            hint=tr("Drag the one that you mean into QGIS, then choose it from the list."),
        )
    if not can_take_footprints(layer):
        raise LayerNotUsableError(
            tr("No polygons can be added to {name}.").format(name=path.name),
            hint=tr("Choose a file of polygons that may be written to, such as a GeoPackage or a Shapefile."),
        )
    return layer
