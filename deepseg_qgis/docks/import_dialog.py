"""The dialog that asks which labels to import: a file or a layer, and the field that names the category."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from osgeo import ogr
from qgis.core import QgsProject, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from .info_mark import InfoMark
from .wording import number

# Field names under which other programs keep what we call the category; the first that is there is proposed.
_LIKELY_FIELDS = ("category", "class", "classname", "class_name", "label", "type", "kind", "name")


@dataclass(frozen=True)
class Source:
    """Polygons that can be imported: a layer of the project, or one layer of a file."""

    name: str
    fields: tuple[str, ...]
    n_polygons: int
    layer: QgsVectorLayer | None = None
    uri: str = ""
    is_foreign: bool = False  # a file or folder of another program, which the engine reads; its number is not known

    @property
    def what(self) -> QgsVectorLayer | str:
        """What the import is given."""
        return self.uri if self.layer is None else self.layer


class ImportDialog(QDialog):
    """Which polygons become labels, and of which category."""

    def __init__(
        self, qgis_project: QgsProject, category: str, hidden: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        """`category` is what labels get without a field; `hidden` are the ids of layers that cannot be a source."""
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setWindowTitle(tr("Import labels"))
        self._category = category
        self._sources = layer_sources(qgis_project, hidden)
        layout = QVBoxLayout(self)
        layout.addWidget(
            _sentence(tr("Polygons of a file or layer, or labels of another program, become labels. They are copied."))
        )
        layout.addLayout(self._make_form())
        self.result_label = _sentence("")
        self.result_label.setObjectName("import_result")
        layout.addWidget(self.result_label)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Import"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(400)
        self._list_sources()

    def source(self) -> Source | None:
        """The chosen polygons."""
        index = self.source_box.currentIndex()
        return self._sources[index] if 0 <= index < len(self._sources) else None

    def category_field(self) -> str | None:
        """The field that holds the category; None: all labels get the same one."""
        return self.field_box.currentData()

    def choose_file(self, path: str) -> None:
        """Offer the layers of a file, the first of them chosen."""
        known = [source.uri for source in self._sources]
        found = [source for source in file_sources(path) if source.uri not in known]
        self._sources = [*self._sources, *found]
        self._list_sources()
        if found:
            self.source_box.setCurrentIndex(self._sources.index(found[0]))
        elif path and not Path(path).exists():
            self.result_label.setText(tr("{path} does not exist.").format(path=path))

    def _make_form(self) -> QFormLayout:
        self.file_widget = QgsFileWidget()
        self.file_widget.setObjectName("import_file")
        self.file_widget.setDialogTitle(tr("File with labels"))
        self.file_widget.setFilter(
            tr(
                "All files (*);;Vector files (*.gpkg *.geojson *.json *.shp *.kml *.gml *.fgb);;"
                "COCO, LabelMe, VIA (*.json *.csv);;YOLO (*.yaml *.yml);;Label rasters (*.tif *.tiff *.png)"
            )
        )
        self.file_widget.fileChanged.connect(self.choose_file)
        self.folder_button = QPushButton(tr("Folder…"))
        self.folder_button.setObjectName("import_folder_button")
        self.folder_button.setToolTip(tr("For labels in many files: YOLO, Pascal VOC, LabelMe, masks."))
        self.folder_button.clicked.connect(self._ask_folder)
        file_row = QHBoxLayout()
        file_row.addWidget(self.file_widget, 1)
        file_row.addWidget(self.folder_button)
        self.source_box = _chooser("import_source_box")
        self.source_box.currentIndexChanged.connect(self._on_source)
        self.field_box = _chooser("import_field_box")
        self.field_box.currentIndexChanged.connect(self._show)
        field_row = QHBoxLayout()
        field_row.addWidget(self.field_box, 1)
        field_row.addWidget(
            InfoMark(
                tr(
                    "The field whose values name what each polygon shows, such as roof or tree. "
                    "Categories that are not in the project yet are added."
                )
            )
        )
        form = QFormLayout()
        form.addRow(tr("File"), file_row)
        form.addRow(tr("Polygons of"), self.source_box)
        form.addRow(tr("Category from"), field_row)
        return form

    def _ask_folder(self, *_: object) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Folder with labels"), self.file_widget.filePath())
        if folder:
            self.file_widget.setFilePath(folder)

    def _list_sources(self) -> None:
        chosen = self.source()
        self.source_box.blockSignals(True)
        self.source_box.clear()
        for source in self._sources:
            self.source_box.addItem(source.name)
        self.source_box.setCurrentIndex(self._sources.index(chosen) if chosen in self._sources else 0)
        self.source_box.blockSignals(False)
        self._on_source()

    def _on_source(self, *_: object) -> None:
        source = self.source()
        self.field_box.clear()
        self.field_box.setEnabled(source is None or not source.is_foreign)
        if source is not None and source.is_foreign:
            self.field_box.addItem(tr("the labels themselves"), None)
            self._show()
            return
        self.field_box.addItem(tr("no field: all become {category}").format(category=self._category), None)
        for field in source.fields if source else ():
            self.field_box.addItem(field, field)
        likely = likely_field(source.fields if source else ())
        self.field_box.setCurrentIndex(max(self.field_box.findData(likely), 0) if likely else 0)
        self._show()

    def _show(self, *_: object) -> None:
        source = self.source()
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        is_foreign = source is not None and source.is_foreign
        button.setEnabled(source is not None and (source.n_polygons > 0 or is_foreign))
        if source is None:
            self.result_label.setText(tr("Choose a file: this QGIS project has no other layer of polygons."))
        elif is_foreign:
            self.result_label.setText(
                tr(
                    "Labels of another program are read first, and matched with the project's rasters by file name. "
                    "You are asked before they are added."
                )
            )
        elif source.n_polygons == 0:
            self.result_label.setText(tr("There are no polygons in it."))
        elif source.n_polygons == 1:
            self.result_label.setText(tr("1 polygon will become a label."))
        else:
            self.result_label.setText(tr("{n} polygons will become labels.").format(n=number(source.n_polygons)))
        button.setToolTip("" if button.isEnabled() else self.result_label.text())


def likely_field(fields: Sequence[str]) -> str:
    """Return the field that most likely holds the category; empty if none looks like it."""
    by_name = {field.lower(): field for field in reversed(fields)}
    return next((by_name[name] for name in _LIKELY_FIELDS if name in by_name), "")


def layer_sources(qgis_project: QgsProject, hidden: Sequence[str]) -> list[Source]:
    """Return the layers of polygons of the QGIS project."""
    sources = []
    for layer in qgis_project.mapLayers().values():
        is_usable = isinstance(layer, QgsVectorLayer) and layer.isValid() and layer.id() not in hidden
        if is_usable and layer.geometryType() == QgsWkbTypes.PolygonGeometry:
            fields = tuple(field.name() for field in layer.fields())
            sources.append(Source(layer.name(), fields, max(layer.featureCount(), 0), layer=layer))
    return sorted(sources, key=lambda source: source.name.lower())


def file_sources(path: str) -> list[Source]:
    """Return the layers of polygons in a file; else the file or folder itself, for the engine to read."""
    if not path or not Path(path).exists():
        return []
    try:
        file = None if Path(path).is_dir() and not path.lower().endswith(".gdb") else ogr.Open(path)
    except RuntimeError:  # where other plugins have switched exceptions on
        file = None
    layers = [file.GetLayerByIndex(index) for index in range(file.GetLayerCount())] if file is not None else []
    found = [_file_source(path, layer, is_alone=len(layers) == 1) for layer in layers if _may_hold_polygons(layer)]
    return found or [Source(Path(path).name, ("category",), 0, uri=path, is_foreign=True)]


def _may_hold_polygons(layer: ogr.Layer) -> bool:
    polygons = (ogr.wkbPolygon, ogr.wkbMultiPolygon, ogr.wkbCurvePolygon, ogr.wkbMultiSurface, ogr.wkbUnknown)
    return ogr.GT_Flatten(layer.GetGeomType()) in polygons


def _file_source(path: str, layer: ogr.Layer, *, is_alone: bool) -> Source:
    definition = layer.GetLayerDefn()
    fields = tuple(definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount()))
    name = layer.GetName()
    shown = Path(path).name if is_alone else f"{name} · {Path(path).name}"
    return Source(shown, fields, layer.GetFeatureCount(), uri=f"{path}|layername={name}")


def _chooser(name: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def _sentence(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
