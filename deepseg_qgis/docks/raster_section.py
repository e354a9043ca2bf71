"""The rasters of the project: add, remove, say what each is for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsMapLayer, QgsRasterLayer
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ..domain.roles import TRAIN
from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.map_place import is_in_view
from ..layers.plain_rasters import (
    is_plain,
    owner_names,
    plain_entries,
    rename_owners,
    show_no_plain_raster,
    show_some_raster,
    shown_raster,
)
from ..layers.raster_belongings import Belongings, belongings_of, remove_belongings
from ..layers.raster_source import RasterFacts, raster_facts, raster_path
from .questions import DELETE, KEEP, ask_to_remove_rasters
from .raster_adding import add_rasters, show_alone, zoom_to_raster
from .raster_list import RasterList, RasterRow, raster_row
from .tiling_form import TiledRaster
from .wording import number

if TYPE_CHECKING:
    from ..layers.project import RasterEntry, SiteProject
    from .workbench import Workbench


class RasterSection(QWidget):
    """The list of rasters, wired to the project."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._seen_site: SiteProject | None = None
        self.list = RasterList(self._other_rasters)
        self.list.files_chosen.connect(self.add_files)
        self.list.layer_chosen.connect(self._add_layer_by_id)
        self.list.role_wanted.connect(self._set_role)
        self.list.remove_wanted.connect(lambda paths: self.remove(*paths))
        self.list.zoom_wanted.connect(self._zoom)
        self.list.picked.connect(self.look_at)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.alone_label = QLabel(tr("Rasters without coordinates lie on one another. The picked one is shown."))
        self.alone_label.setObjectName("alone_label")
        self.alone_label.setWordWrap(True)
        layout.addWidget(self.alone_label)

    def refresh(self) -> None:
        """Show what the project holds."""
        site = self._workbench.site
        is_new = site is not None and site is not self._seen_site
        if is_new:
            show_some_raster(site)
        self._seen_site = site
        entries = site.rasters() if site is not None else []
        self.list.set_rows([_row(entry) for entry in entries])
        self.alone_label.setVisible(sum(is_plain(entry.layer) for entry in entries) > 1)
        if is_new:
            self._pick_shown()

    def tiled_rasters(self) -> list[TiledRaster]:
        """The rasters that can be divided: those that can be read."""
        site = self._workbench.site
        tiled = []
        for entry in site.rasters() if site is not None else []:
            facts = _facts(entry)
            if facts is not None:
                name = Path(entry.path).name
                tiled.append(TiledRaster(str(entry.path), name, facts.width, facts.height, facts.metres_per_pixel))
        return tiled

    def add_files(self, paths: Sequence[str]) -> None:
        """Add rasters; those that are there already or cannot be read are told."""
        if not paths:
            self._say(tr("There is no raster in this folder."))
            return
        add_rasters(self._workbench, paths, TRAIN)
        self._pick_shown()

    def add_layer(self, layer: QgsMapLayer) -> None:
        """Add a layer of the QGIS project."""
        try:
            path = raster_path(layer)
        except DeepSegPluginError as error:
            self._workbench.say_error(error)
            return
        self.add_files([path])

    def remove(self, *paths: str) -> None:
        """Take rasters out of the project; asks once what is to happen to what belongs to them."""
        site = self._workbench.site
        if site is None or not paths:
            return
        shown = shown_raster(site)
        try:
            all_its = [belongings_of(site, path, without=paths[:i]) for i, path in enumerate(paths)]
            answer = KEEP if not any(all_its) else self._ask(paths, all_its)
            for its in all_its if answer == DELETE else ():
                remove_belongings(site, its)
            if answer in (DELETE, KEEP):
                before = owner_names(plain_entries(site))
                for path in paths:
                    site.remove_raster(path)
                rename_owners(site, before, owner_names(plain_entries(site)))
                show_some_raster(site)
        except DeepSegPluginError as error:
            self._workbench.say_error(error)
        self._workbench.data_changed.emit()
        if shown and shown_raster(site) != shown:
            self.look_at(self.list.current())  # which is the next one in the list

    def show_alone(self, path: str) -> None:
        """Show a raster without georeference, its labels and its areas, and none of the other ones."""
        if show_alone(self._workbench, path):
            self.list.pick(path)

    def look_at(self, path: str) -> None:
        """Show the raster that a person picks; the map moves where nothing of it was to be seen."""
        site, canvas = self._workbench.site, self._workbench.canvas
        if site is None or show_alone(self._workbench, path):
            return
        show_no_plain_raster(site)
        layers = [entry.layer for entry in site.rasters() if str(entry.path) == path and entry.layer is not None]
        if canvas is not None and not any(is_in_view(canvas, layer.extent(), layer.crs()) for layer in layers):
            zoom_to_raster(self._workbench, path)

    def _ask(self, paths: Sequence[str], all_its: Sequence[Belongings]) -> str:
        counts = {
            "n_labels": sum(its.n_labels for its in all_its),
            "n_areas": sum(its.n_areas for its in all_its),
            "n_footprints": sum(its.n_footprints for its in all_its),
        }
        return ask_to_remove_rasters(self, [Path(path).name for path in paths], **counts)

    def _pick_shown(self) -> None:
        """Pick the raster without georeference that is shown."""
        site = self._workbench.site
        names = owner_names(plain_entries(site)) if site is not None else {}
        for path, name in names.items():
            if name == shown_raster(site):
                self.list.pick(path)

    def _add_layer_by_id(self, layer_id: str) -> None:
        layer = self._workbench.qgis_project.mapLayer(layer_id)
        if layer is not None:
            self.add_layer(layer)

    def _other_rasters(self) -> list[tuple[str, str]]:
        site = self._workbench.site
        own = [entry.layer.id() for entry in site.rasters() if entry.layer is not None] if site is not None else []
        layers = self._workbench.qgis_project.mapLayers().values()
        rasters = [layer for layer in layers if isinstance(layer, QgsRasterLayer) and layer.id() not in own]
        return sorted(((layer.id(), layer.name()) for layer in rasters), key=lambda pair: pair[1].lower())

    def _set_role(self, path: str, role: str) -> None:
        site = self._workbench.site
        if site is None:
            return
        try:
            site.add_raster(path, role)  # one that is there gets the new role
        except DeepSegPluginError as error:
            self._workbench.say_error(error)
        self._workbench.data_changed.emit()

    def _zoom(self, path: str) -> None:
        if not show_alone(self._workbench, path):
            zoom_to_raster(self._workbench, path)

    def _say(self, sentence: str) -> None:
        self._workbench.say(sentence, Qgis.MessageLevel.Info)


def rasters_text(n: int) -> str:
    """Return how many rasters there are."""
    return tr("1 raster") if n == 1 else tr("{n} rasters").format(n=number(n))


def _row(entry: RasterEntry) -> RasterRow:
    return raster_row(str(entry.path), entry.role, _facts(entry))


def _facts(entry: RasterEntry) -> RasterFacts | None:
    is_there = entry.layer is not None and entry.layer.isValid()
    return raster_facts(entry.layer) if is_there else None
