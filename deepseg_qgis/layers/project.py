"""A site's project: categories, rasters, areas, labels and footprints in one file, shown as a group of layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..domain.category import Category, next_color
from ..domain.roles import AREA_ROLES, TRAIN
from ..errors import DeepSegPluginError, LayerNotUsableError, ProjectFileError
from ..i18n import tr
from . import category_table, raster_table
from .footprint_layer import footprint_layers, recolor_footprints
from .label_counts import ValueCounts
from .project_file import AREAS, CATEGORIES, FOOTPRINTS, LABELS, RASTERS, check_project_file, create_project_file
from .project_layers import RUNS, ensure_layers, file_of, group_of, layers_of, remembered_layers
from .project_place import place_warning
from .raster_table import RasterEntry
from .style import is_styled_as, style_footprints, style_labels

__all__ = ["RasterEntry", "SiteProject", "find_project", "new_project", "open_project"]

_CATEGORY_SIGNALS = ("featureAdded", "featureDeleted", "attributeValueChanged", "afterRollBack", "dataChanged")


class SiteProject(QObject):
    """The project that is open, in the QGIS project that shows it.

    Changes are steps of the layers' undo history where a layer is in edit mode; otherwise they are saved at once.

    Attributes:
        changed: something was added, changed or removed, by us or by the user's own editing; also undone. Told once
            per round of the event loop.
        path: the project file.
        name: what people call it.
    """

    changed = pyqtSignal()

    def __init__(self, path: Path, name: str, layers: Mapping[str, QgsVectorLayer], qgis_project: QgsProject) -> None:
        super().__init__()
        self.path = path
        self.name = name
        self._qgis_project = qgis_project
        self._ids = {table: layer.id() for table, layer in layers.items()}
        self._is_open = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._tell)
        self._counts: dict[str, ValueCounts] = {}
        qgis_project.cleared.connect(self.close)
        self._watch()
        self.refresh_style()

    # Where things are

    @property
    def runs_folder(self) -> Path:
        """Return the folder for trainings, predictions and evaluations, beside the file; it may not be there yet."""
        return self.path.parent / RUNS

    @property
    def warning(self) -> str:
        """Return a sentence about where the project lies, if that will give trouble; else nothing."""
        return place_warning(self.path)

    @property
    def qgis_project(self) -> QgsProject:
        """Return the QGIS project that shows it."""
        return self._qgis_project

    @property
    def is_open(self) -> bool:
        """Tell whether the QGIS project that shows it is still there."""
        return self._is_open

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """Return the CRS of labels and areas; invalid for a project in pixel coordinates."""
        return self.layer(LABELS).crs()

    def layer(self, table: str) -> QgsVectorLayer:
        """Return the layer of a table; one that the user has removed from the map is added again.

        Raises:
            ProjectFileError: the file is gone, or the QGIS project was closed.
        """
        layer = self._qgis_project.mapLayer(self._ids[table]) if self._is_open else None
        if isinstance(layer, QgsVectorLayer):
            return layer
        if not self._is_open:
            raise ProjectFileError(
                tr("The project {name} is closed.").format(name=self.name), hint=tr("Open it again.")
            )
        there = {each: kept for each, layer_id in self._ids.items() if (kept := self._qgis_project.mapLayer(layer_id))}
        layers = ensure_layers(self.path, self.name, there, self._qgis_project)
        self._ids = {each: kept.id() for each, kept in layers.items()}
        self._watch()
        self.refresh_style()
        return layers[table]

    def group(self) -> QgsLayerTreeGroup:
        """Return the group of the layer tree that holds the labels."""
        return group_of({LABELS: self.layer(LABELS)}, self.name, self._qgis_project)

    def close(self) -> None:
        """Let go of the layers; they stay where they are."""
        if not self._is_open:
            return
        self._is_open = False
        self._timer.stop()
        self._qgis_project.cleared.disconnect(self.close)
        for table, layer_id in self._ids.items():
            layer = self._qgis_project.mapLayer(layer_id)
            if layer is not None and table in (CATEGORIES, RASTERS):
                for name in _CATEGORY_SIGNALS:
                    if hasattr(layer, name):
                        getattr(layer, name).disconnect(self._schedule)
        for counts in self._counts.values():
            counts.deleteLater()
        self._counts = {}

    # Categories and labels

    def categories(self) -> list[Category]:
        """Return the categories in the order in which they were added."""
        return category_table.read_categories(self.layer(CATEGORIES))

    def add_category(self, name: str, color: str | None = None) -> Category:
        """Add a category, with the next free color unless one is given, and return it.

        Raises:
            ProjectFileError: the name is taken or empty, or it could not be saved.
        """
        color = color or next_color(category.color for category in self.categories())
        if not name.strip():
            raise ProjectFileError(tr("A category needs a name."), hint=tr("Type one, such as roof or tree."))
        category = Category(name.strip(), color)
        category_table.add_category(self.layer(CATEGORIES), category)
        self._changed()
        return category

    def rename_category(self, old: str, new: str) -> None:
        """Rename a category and its labels, in one step of the labels' undo history.

        Raises:
            ProjectFileError: the name is taken or empty, or it could not be saved.
        """
        category_table.rename_category(self.layer(CATEGORIES), self.layer(LABELS), old, new.strip())
        self._changed()

    def recolor_category(self, name: str, color: str) -> None:
        """Give a category another color, #rrggbb, on the map too."""
        category_table.recolor_category(self.layer(CATEGORIES), name, color)
        self._changed()

    def delete_category(self, name: str, labels: str) -> int:
        """Delete a category; its labels are deleted ("delete") or kept without one ("keep"); return how many.

        One step of the labels' undo history. Whoever calls has asked the user.
        """
        n_labels = category_table.delete_category(self.layer(CATEGORIES), self.layer(LABELS), name, labels)
        self._changed()
        return n_labels

    def label_counts(self) -> dict[str, int]:
        """Return the number of labels per category, with what is being drawn.

        Categories without labels have 0; "" counts labels without category; a name that is no category is one that the
        labels carry all the same.
        """
        self.layer(LABELS)
        return {**{category.name: 0 for category in self.categories()}, **self._counts[LABELS].counts()}

    def areas_counts(self) -> dict[str, int]:
        """Return the number of areas per role, 0 included, with what is being drawn; "" counts those without."""
        self.layer(AREAS)
        return {**dict.fromkeys(AREA_ROLES, 0), **self._counts[AREAS].counts()}

    # Rasters

    def rasters(self) -> list[RasterEntry]:
        """Return the rasters in the order in which they were added."""
        return raster_table.read_rasters(self.layer(RASTERS), self.path.parent, self._qgis_project)

    def add_raster(self, path: str | Path, role: str = TRAIN) -> RasterEntry:
        """Add a raster and show it, or give one that is there another role; return its entry.

        Raises:
            LayerNotUsableError: QGIS cannot open it.
            ProjectFileError: it could not be saved.
        """
        path = str(path)
        layer = raster_table.show_raster(path, self._qgis_project, self.group())
        raster_table.add_rasters(self.layer(RASTERS), self.path.parent, [path], role)
        self._changed()
        return RasterEntry(path, role, layer)

    def add_rasters(self, paths: Sequence[str], role: str = TRAIN) -> list[DeepSegPluginError]:
        """Add many rasters at once; return why some were not.

        Raises:
            ProjectFileError: they could not be saved.
        """
        errors: list[DeepSegPluginError] = []
        shown = [path for path in map(str, paths) if self._shows(path, errors)]
        if shown:
            raster_table.add_rasters(self.layer(RASTERS), self.path.parent, shown, role)
            self._changed()
        return errors

    def _shows(self, path: str, errors: list[DeepSegPluginError]) -> bool:
        try:
            raster_table.show_raster(path, self._qgis_project, self.group())
        except LayerNotUsableError as err:
            errors.append(err)
            return False
        return True

    def remove_raster(self, path: str | Path) -> None:
        """Take a raster out of the project, and off the map if we have put it there; the file stays."""
        raster_table.remove_raster(self.layer(RASTERS), self.path.parent, str(path))
        raster_table.hide_raster(str(path), self._qgis_project)
        self._changed()

    # Keeping what is shown in step

    def colors(self) -> dict[str, str]:
        """Return the color of each category."""
        return {category.name: category.color for category in self.categories()}

    def refresh_style(self) -> None:
        """Draw labels and footprints in the colors of the categories; a style of the user's own is left alone."""
        categories = self.categories()
        colors = {category.name: category.color for category in categories}
        labels, kept = self.layer(LABELS), self.layer(FOOTPRINTS)
        if not _is_ours(labels) or not is_styled_as(labels, colors):
            style_labels(labels, categories)
        if not _is_ours(kept) or not is_styled_as(kept, colors):
            style_footprints(kept, colors)
        recolor_footprints(footprint_layers(self._qgis_project), colors)

    def _watch(self) -> None:
        for table in (CATEGORIES, RASTERS):
            layer = self._qgis_project.mapLayer(self._ids[table])
            for name in _CATEGORY_SIGNALS:
                if hasattr(layer, name):  # older QGIS lacks some of them
                    signal = getattr(layer, name)
                    _disconnect(signal, self._schedule)
                    signal.connect(self._schedule)
        for table, field in ((LABELS, "category"), (AREAS, "role")):
            layer = self._qgis_project.mapLayer(self._ids[table])
            old = self._counts.get(table)
            if old is None or old.layer_id != layer.id():
                if old is not None:
                    old.deleteLater()
                self._counts[table] = ValueCounts(layer, field, self)
                self._counts[table].changed.connect(self._schedule)

    def _schedule(self, *_: object) -> None:
        if self._is_open and not self._timer.isActive():
            self._timer.start()

    def _changed(self) -> None:
        self.refresh_style()
        self._schedule()

    def _tell(self) -> None:
        if not self._is_open or any(self._qgis_project.mapLayer(layer_id) is None for layer_id in self._ids.values()):
            return
        self.refresh_style()
        self.changed.emit()


def new_project(path: Path, *, name: str, crs: QgsCoordinateReferenceSystem, qgis_project: QgsProject) -> SiteProject:
    """Make a project file and add its layers to the QGIS project.

    Args:
        path: ends in .gpkg; its folder is made if need be.
        name: what people call it.
        crs: the raster's, or the QGIS project's; invalid for rasters without georeference.
        qgis_project: gets the layers.

    Raises:
        ProjectFileError: a file is there already, or it cannot be written.
        ProjectReadOnlyError: the folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        raise ProjectFileError(
            tr("The folder {folder} cannot be made.").format(folder=path.parent),
            hint=tr("Choose a folder of your own."),
        ) from err
    wkt = crs.toWkt(QgsCoordinateReferenceSystem.WKT_PREFERRED) if crs.isValid() else None
    create_project_file(path, crs_wkt=wkt, name=name.strip() or path.stem)
    return open_project(path, qgis_project)


def open_project(path: Path, qgis_project: QgsProject) -> SiteProject:
    """Add a project's layers to the QGIS project; those that are there already are used.

    Raises:
        ProjectFileError: it is missing, damaged, none of ours, of a newer version, or held by another program.
        ProjectReadOnlyError: it, or its folder, cannot be written to.
    """
    name = check_project_file(path)
    layers = ensure_layers(path, name, layers_of(path, qgis_project), qgis_project)
    return SiteProject(path, name, layers, qgis_project)


def find_project(qgis_project: QgsProject) -> SiteProject | None:
    """Return the project whose layers a QGIS project holds that was just opened; None where there is none.

    Raises:
        ProjectFileError: the QGIS project remembers one whose file is not there, or cannot be used.
    """
    layers = remembered_layers(qgis_project)
    if LABELS not in layers:
        return None
    path = file_of(layers[LABELS])
    name = check_project_file(path)
    if not all(layer.isValid() for layer in layers.values()):
        raise ProjectFileError(
            tr("The layers of the project {name} cannot be opened.").format(name=name),
            hint=tr("Open the project again from {path}.").format(path=path),
        )
    return SiteProject(path, name, ensure_layers(path, name, layers, qgis_project), qgis_project)


def _is_ours(layer: QgsMapLayer) -> bool:
    """Tell whether the layer has been styled before; a new one has QGIS's random color."""
    if layer.customProperty("deepseg/styled"):
        return True
    layer.setCustomProperty("deepseg/styled", "yes")
    return False


def _disconnect(signal: object, slot: object) -> None:
    with suppress(TypeError):  # it was not connected
        signal.disconnect(slot)  # type: ignore[attr-defined]
