"""The first dock: project, rasters, categories and labels, their check, and the tiles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer, QgsRasterLayer
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.label_watch import LabelWatch
from ..layers.project_memory import recall, remember
from ..layers.raster_source import raster_path
from .category_section import CategorySection
from .check_section import CheckSection
from .dock import Dock
from .elided_label import ElidedLabel
from .fold import Fold
from .map_keys import MapKeys
from .project_dialog import ProjectDialog, propose
from .raster_section import RasterSection
from .suggest_section import SuggestSection
from .tiling_section import TilingSection

if TYPE_CHECKING:
    from .workbench import Workbench

_OPEN_AT_FIRST = ("rasters", "categories")
_MEMORY = "labels_dock_folds"


class LabelsDock(Dock):
    """Categories & labels: everything here works without the engine."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench, "labels", tr("Labels"), long_title=tr("Categories & labels"))
        self.rasters = RasterSection(workbench)
        self.categories = CategorySection(workbench)
        self.check = CheckSection(workbench)
        self.tiling = TilingSection(workbench)
        self.suggest = SuggestSection(workbench)
        self._folds: dict[str, Fold] = {}
        self._watch = LabelWatch(self)
        self._build()
        canvas = [workbench.canvas] if workbench.canvas is not None else []
        self._keys = MapKeys(
            [self, *canvas], draw_category=self.categories.draw_row, draw_area=self.categories.draw_area
        )
        self.listen(self._watch.changed, self.refresh)
        self.listen(workbench.data_changed, self.refresh)
        self.listen(workbench.site_changed, self._on_site)
        self.listen(workbench.raster_shown, self.rasters.list.pick)
        self.listen(self.visibilityChanged, self.suggest.set_in_front)
        self.suggest.raster_wanted.connect(self.rasters.show_alone)
        self._on_site()

    # The project

    def new_project(self, raster: QgsRasterLayer | None = None, *, n_rasters: int = 1) -> bool:
        """Ask for name and place of a new project, and make it; without a raster, for the selected one.

        Returns whether a person wants the raster in it, and the others that it stands for.
        """
        raster = self._selected_raster() if raster is None or not raster.isValid() else raster
        if not _file_of(raster):  # a web service cannot be learned from
            raster = None
        proposal = propose(self.workbench.qgis_project, raster, _file_of(raster), n_rasters=n_rasters)
        dialog = ProjectDialog(proposal, self)
        if not dialog.exec():
            return False
        self.make_project(dialog.path(), dialog.name(), dialog.crs(), dialog.raster())
        return dialog.raster() is not None

    def make_project(
        self, path: Path, name: str, crs: QgsCoordinateReferenceSystem, raster: QgsRasterLayer | None
    ) -> None:
        """Make a project with the raster and a starter category, whose name is open for writing."""
        if not self.workbench.new_site(path, name, crs):
            return
        if raster is not None:
            self.rasters.add_layer(raster)
        if not self.workbench.site.categories():
            self.categories.add_category()

    def open_project(self) -> None:
        """Ask for a project's file, and open it."""
        raster_file = _file_of(self._selected_raster())
        start = str(self.workbench.site.path.parent) if self.workbench.site is not None else raster_file
        path, _ = QFileDialog.getOpenFileName(self, tr("Open a DeepSeg project"), start, tr("DeepSeg project (*.gpkg)"))
        if path:
            self.workbench.open_site(path)

    # Drawing, for menu, toolbar and scripts

    def draw(self, category: str) -> None:
        """Begin to draw labels of a category."""
        self.categories.draw(category)

    def draw_area(self, role: str) -> None:
        """Begin to draw areas of a role."""
        self.categories.draw_area(role)

    # What is dropped on it

    def take_rasters(self, paths: Sequence[str]) -> None:
        """Add rasters that were dropped; without a project, make one for the first of them."""
        is_wanted = True
        if self.workbench.site is None:
            layer = QgsRasterLayer(paths[0], Path(paths[0]).stem, "gdal")
            is_wanted = self.new_project(layer, n_rasters=len(paths))
        if self.workbench.site is not None and is_wanted:
            known = [str(entry.path) for entry in self.workbench.site.rasters()]
            self.rasters.add_files([path for path in paths if path not in known] or list(paths))

    def take_labels(self, path: str) -> None:
        """Offer the polygons of a file that was dropped as labels."""
        if self.workbench.site is None:
            self.workbench.say(tr("Make or open a project first; then drop the labels again."))
        else:
            self.categories.import_labels(path)

    # What it shows

    def refresh(self) -> None:
        """Show what the project holds now."""
        site = self.workbench.site
        # The project adds a layer again that the user has removed; that one is to be watched then.
        self._watch.watch([site.layer("labels"), site.layer("areas")] if site is not None else [])
        self.rasters.refresh()
        self.categories.refresh()
        self.tiling.refresh(self.rasters.tiled_rasters())
        self.check.refresh()
        self.suggest.refresh()

    def tear_down(self) -> None:
        """Let go of layers, canvas and signals."""
        self.suggest.tear_down()
        self._keys.tear_down()
        self._watch.stop()
        super().tear_down()

    def _on_site(self) -> None:
        site = self.workbench.site
        self._keys.set_enabled(site is not None)
        self.project_label.setText(site.name if site is not None else tr("No project is open"))
        self.project_label.setToolTip(str(site.path) if site is not None else "")
        self.welcome_label.setVisible(site is None)
        open_ones = recall(self.workbench.qgis_project, _MEMORY, list(_OPEN_AT_FIRST))
        for fold_name, fold in self._folds.items():
            fold.setVisible(site is not None)
            fold.blockSignals(True)  # only what a person opens and closes is remembered
            fold.set_open(fold_name in open_ones)
            fold.blockSignals(False)
        self.check.forget()
        self.refresh()

    # How it is built

    def _build(self) -> None:
        self.content.addLayout(self._make_project_row())
        self.welcome_label = QLabel(
            tr("A project keeps your categories, labels and areas in one file. Make a new one, or open one.")
        )
        self.welcome_label.setObjectName("welcome_label")
        self.welcome_label.setWordWrap(True)
        self.content.addWidget(self.welcome_label)
        sections: tuple[tuple[str, str, QWidget], ...] = (
            ("rasters", tr("Rasters"), self.rasters),
            ("categories", tr("Categories and labels"), self.categories),
            ("check", tr("Check labels"), self.check),
            ("suggest", tr("Where to label next"), self.suggest),
            ("tiling", tr("Divide into tiles"), self.tiling),
        )
        for name, title, section in sections:
            fold = Fold(title, name)
            inside = QVBoxLayout(fold.inside)
            inside.setContentsMargins(4, 0, 0, 2)
            inside.addWidget(section)
            fold.toggled.connect(self._remember_folds)
            self._folds[name] = fold
            self.content.addWidget(fold)
        self.content.setSpacing(3)
        self.content.addStretch(1)

    def _make_project_row(self) -> QHBoxLayout:
        self.project_label = ElidedLabel("", self)
        self.project_label.setObjectName("project_label")
        font = self.project_label.font()
        font.setBold(True)
        self.project_label.setFont(font)
        self.new_button = QPushButton(tr("New…"))
        self.new_button.setObjectName("new_project_button")
        self.new_button.setToolTip(tr("Make a new project: one file for categories, labels and areas."))
        self.new_button.clicked.connect(lambda: self.new_project())
        self.open_button = QPushButton(tr("Open…"))
        self.open_button.setObjectName("open_project_button")
        self.open_button.setToolTip(tr("Open a project that was made before."))
        self.open_button.clicked.connect(lambda: self.open_project())
        row = QHBoxLayout()
        row.addWidget(self.project_label, 1)
        row.addWidget(self.new_button)
        row.addWidget(self.open_button)
        return row

    def _remember_folds(self, *_: object) -> None:
        open_ones = [name for name, fold in self._folds.items() if fold.is_open]
        remember(self.workbench.qgis_project, _MEMORY, open_ones)

    def _selected_raster(self) -> QgsRasterLayer | None:
        """Return the raster that is selected in the layer tree, else the only one there is."""
        view = self.workbench.layer_tree_view
        current: QgsMapLayer | None = view.currentLayer() if view is not None else None
        if isinstance(current, QgsRasterLayer):
            return current
        layers = self.workbench.qgis_project.mapLayers().values()
        files = [layer for layer in layers if isinstance(layer, QgsRasterLayer) and _file_of(layer)]
        return files[0] if len(files) == 1 else None


def _file_of(layer: QgsMapLayer | None) -> str:
    """Return the raster's file; empty for those that have none, such as web services."""
    try:
        return raster_path(layer) if layer is not None else ""
    except DeepSegPluginError:
        return ""
