"""What a prediction looks at: rasters of any number, and where in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ..domain.prediction import ImageSize
from ..domain.roles import PREDICT
from ..engine_client.model_card import ModelCard
from ..engine_client.prediction_files import PredictionPlace
from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.digitizing import start_drawing
from ..layers.predicted_ground import RasterPlace, look_at, share_inside
from ..layers.predicted_rasters import layer_of, raster_layers
from ..layers.raster_source import RasterFacts, raster_path
from ..layers.training_data import areas_of, keep_copy
from .camera_dialog import CameraDialog
from .image_list import ImageList, ImageRow
from .raster_adding import add_rasters
from .raster_list import raster_row
from .role_words import role_name
from .wording import size_text

if TYPE_CHECKING:
    from .workbench import Workbench

EVERYWHERE, VIEW, AREAS, DRAW = "everywhere", "view", "areas", "draw"


class ImageSection(QWidget):
    """The list of rasters wired to project and map, and the box that says where in them."""

    changed = pyqtSignal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._ticks: dict[str, bool] = {}
        self._seen: dict[str, RasterPlace | None] = {}  # by path; no layer is kept: it would keep the file open
        self._card: ModelCard | None = None
        self._camera: CameraDialog | None = None
        self._is_own_choice = False  # else the list follows the rasters of the project
        self.list = ImageList(self._other_layers)
        self.list.files_chosen.connect(self.add_files)
        self.list.layer_chosen.connect(self._add_layer_by_id)
        self.list.view_wanted.connect(self._add_view)
        self.list.camera_wanted.connect(lambda: self.open_camera())
        self.list.remove_wanted.connect(self._remove)
        self.list.ticked.connect(self._on_ticked)
        self.place_box = QComboBox()
        self.place_box.setObjectName("place_box")
        self.place_box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.place_box.activated.connect(lambda *_: self._on_place())
        label = QLabel(tr("&Where"))
        label.setBuddy(self.place_box)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.place_box, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        layout.addLayout(row)

    # What was chosen

    def paths(self) -> list[str]:
        """Return the rasters that are ticked."""
        return [path for path, is_ticked in self._ticks.items() if is_ticked]

    @property
    def place(self) -> str:
        """Return where in them: EVERYWHERE, VIEW or AREAS."""
        return str(self.place_box.currentData() or EVERYWHERE)

    def values(self) -> dict[str, Any]:
        """Return what is to be remembered."""
        ticks = [[path, is_ticked] for path, is_ticked in self._ticks.items()] if self._is_own_choice else None
        return {"images": ticks, "place": self.place}

    def restore(self, values: Mapping[str, Any]) -> None:
        """Show what was remembered; else the rasters of the project that are for predicting, or all of them."""
        images = values.get("images")
        self._is_own_choice = isinstance(images, list)
        self._ticks = {str(path): bool(is_ticked) for path, is_ticked in images} if self._is_own_choice else {}
        self._fill_places(str(values.get("place") or EVERYWHERE))
        self.refresh()

    def set_card(self, card: ModelCard | None) -> None:
        """Say of each raster whether this model can read it."""
        self._card = card
        self.refresh()

    def reason(self) -> str:
        """Return why there is nothing to predict in; empty where there is."""
        if not self.paths():
            return tr("Add a raster first.") if not self._ticks else tr("Tick at least one raster.")
        for path in self.paths():
            problem = self._problem(path)
            if problem:
                return problem
        if mixed := self._mixed():
            return mixed
        if self.place == AREAS and not self._areas():
            return tr("There is no area with the role {role}. Draw one, or choose another place.").format(
                role=role_name(PREDICT)
            )
        if self.place != EVERYWHERE and not any(self._share(path) for path in self.paths()):
            return tr("None of the ticked rasters lies there.")
        return ""

    def _mixed(self) -> str:
        """Return why the ticked rasters do not go into one file; empty where they do."""
        paths = {path: seen for path in self.paths() if (seen := self._look(path)) is not None}
        placed = [path for path, seen in paths.items() if seen.crs.isValid()]
        others = [path for path in paths if path not in placed]
        if not placed or not others:
            return ""
        text = tr(
            "{placed} has coordinates and {other} has none. Predict in them one after the other: untick one kind."
        )
        return text.format(placed=Path(placed[0]).name, other=Path(others[0]).name)

    def sizes(self) -> list[ImageSize]:
        """Return what has to be looked at, as sizes of rasters or of their parts."""
        found = []
        for path in self.paths():
            facts = self._facts(path)
            if facts is not None:
                n_rows = round(facts.height * self._share(path))
                found.append(ImageSize(facts.width, n_rows, facts.metres_per_pixel))
        return found

    def parameters(self, place: PredictionPlace) -> dict[str, Any]:
        """Return the parameters of `deepseg:predict` that say what and where; areas are copied as they are seen.

        Raises:
            DeepSegPluginError: they cannot be copied.
        """
        values: dict[str, Any] = {"RASTERS": self.paths()}
        if self.place == AREAS and self._workbench.site is not None:
            values["AREA"] = keep_copy(self._workbench.site.layer("areas"), place.folder)
        elif self.place == VIEW and self._workbench.canvas is not None:
            values["EXTENT"] = _extent_text(self._workbench.canvas)
        return values

    # What is shown

    def refresh(self) -> None:
        """Show the rasters with their sizes."""
        site = self._workbench.site
        if not self._is_own_choice and site is not None:
            self._ticks = dict.fromkeys(_rasters_of(site), True)
        self._seen = {path: seen for path, seen in self._seen.items() if path in self._ticks and seen is not None}
        self.list.set_rows([self._row(path) for path in self._ticks])
        self._fill_places(self.place)
        self.changed.emit()

    def _fill_places(self, place: str) -> None:
        n = len(self._areas())
        self.place_box.blockSignals(True)
        self.place_box.clear()
        self.place_box.addItem(tr("Everywhere in them"), EVERYWHERE)
        self.place_box.addItem(tr("In what the map shows"), VIEW)
        if n:
            self.place_box.addItem(tr("In {n} areas for prediction", n).format(n=n), AREAS)
        if self._workbench.site is not None:
            self.place_box.addItem(tr("Draw an area to predict in…"), DRAW)
        self.place_box.setCurrentIndex(max(self.place_box.findData(place), 0))
        self.place_box.blockSignals(False)

    def _row(self, path: str) -> ImageRow:
        facts = self._facts(path)
        details = raster_row(path, "", facts)
        size = _file_size(path) or details.size if facts is not None else ""
        lines = " · ".join(part for part in (details.size, details.details) if part)
        return ImageRow(path, self._ticks[path], size, lines, self._problem(path))

    def _problem(self, path: str) -> str:
        """Return why the model cannot look at a raster; empty where it can."""
        facts, name = self._facts(path), Path(path).name
        if facts is None:
            return tr("{name} cannot be read. Untick it, or look where it is.").format(name=name)
        needed = max(self._card.bands) if self._card is not None and self._card.bands else 0
        if facts.n_bands < needed:
            text = tr("{name} has {n} bands; the model reads band {needed}.", facts.n_bands)
            return text.format(name=name, n=facts.n_bands, needed=needed)
        return ""

    def _facts(self, path: str) -> RasterFacts | None:
        seen = self._look(path)
        return seen.facts if seen is not None else None

    def _look(self, path: str) -> RasterPlace | None:
        """Return what a raster is like; None where it cannot be read."""
        seen = self._seen.get(path)
        layer = layer_of(path, self._workbench.qgis_project) if seen is not None else None
        if path not in self._seen or (layer is not None and layer.crs() != seen.crs):  # it was given one meanwhile
            self._seen[path] = look_at(path, self._workbench.qgis_project)
        return self._seen[path]

    def _share(self, path: str) -> float:
        """Return the share of a raster that is to be looked at."""
        seen, canvas = self._look(path), self._workbench.canvas
        if self.place == EVERYWHERE or seen is None:
            return 1.0
        if self.place == AREAS:
            crs = self._workbench.site.layer("areas").crs()
            return share_inside(seen, self._areas(), crs, self._workbench.qgis_project)
        if canvas is None:
            return 0.0
        view = QgsGeometry.fromRect(canvas.extent())
        return share_inside(seen, [view], canvas.mapSettings().destinationCrs(), self._workbench.qgis_project)

    def _areas(self) -> list[QgsGeometry]:
        site = self._workbench.site
        try:
            return areas_of(site.layer("areas"), PREDICT) if site is not None else []
        except DeepSegPluginError:  # its file is gone, which the other docks tell
            return []

    # What a person does

    def add_files(self, paths: Sequence[str]) -> None:
        """Add rasters, ticked; those that are there already get their tick."""
        if not paths:
            self._workbench.say(tr("There is no raster in this folder."))
            return
        self._choose({**self._ticks, **dict.fromkeys(map(str, paths), True)})

    def open_camera(self, source: str = "") -> CameraDialog:
        """Show the window in which frames are taken, with a source if one is given, and return it."""
        if self._camera is None:
            self._camera = CameraDialog(self._workbench, self._workbench.window)
            self._camera.frames_taken.connect(self._take_frames)
        self._camera.open(source)
        return self._camera

    def tear_down(self) -> None:
        """Let go of the camera."""
        if self._camera is not None:
            self._camera.tear_down()
            self._camera = None

    def _take_frames(self, paths: Sequence[str]) -> None:
        """Make frames images of the project, and tick them; those that were there stay."""
        there = dict(self._ticks)  # the project's rasters for prediction, once it has some, would replace them
        add_rasters(self._workbench, paths, PREDICT)
        self._ticks = there
        self.add_files(paths)

    def _add_layer_by_id(self, layer_id: str) -> None:
        layer = self._workbench.qgis_project.mapLayer(layer_id)
        if layer is None:
            return
        try:
            self.add_files([raster_path(layer)])
        except DeepSegPluginError as err:
            self._workbench.say_error(err)

    def _add_view(self) -> None:
        """Predict in what the map shows: its place, and the rasters seen there in place of the ticked ones."""
        canvas = self._workbench.canvas
        if canvas is None:
            return
        self.place_box.setCurrentIndex(self.place_box.findData(VIEW))
        on_map = {layer.id() for layer in canvas.layers()}
        seen = [path for layer, path in raster_layers(self._workbench.qgis_project) if layer.id() in on_map]
        paths = [path for path in seen if self._share(path) > 0]
        if not paths:
            self._workbench.say(tr("The map shows no raster file here. Add a raster, or move the map."))
            self.changed.emit()
            return
        self._choose({**dict.fromkeys(self._ticks, False), **dict.fromkeys(paths, True)})

    def _remove(self, paths: Sequence[str]) -> None:
        self._choose({path: is_ticked for path, is_ticked in self._ticks.items() if path not in paths})

    def _on_ticked(self, path: str, is_ticked: bool) -> None:
        if path in self._ticks:
            self._is_own_choice = True
            self._ticks[path] = is_ticked
            self.changed.emit()

    def _choose(self, ticks: dict[str, bool]) -> None:
        self._is_own_choice = True
        self._ticks = ticks
        self.refresh()

    def _on_place(self) -> None:
        if self.place != DRAW:
            self.changed.emit()
            return
        site = self._workbench.site
        self.place_box.setCurrentIndex(max(self.place_box.findData(AREAS), 0))
        try:
            layer = site.layer("areas")
            start_drawing(layer, {"role": PREDICT})
            self._workbench.digitize(layer)
        except DeepSegPluginError as err:
            self._workbench.say_error(err)
        self.changed.emit()

    def _other_layers(self) -> list[tuple[str, str]]:
        layers = raster_layers(self._workbench.qgis_project)
        pairs = [(layer.id(), layer.name()) for layer, path in layers if path not in self._ticks]
        return sorted(pairs, key=lambda pair: pair[1].lower())


def _rasters_of(site: Any) -> list[str]:
    """Return the project's rasters that are for predicting, or all of them where none is."""
    try:
        rasters = site.rasters()
    except DeepSegPluginError:  # its file is gone, which the other docks tell
        return []
    chosen = [str(raster.path) for raster in rasters if raster.role == PREDICT]
    return chosen or [str(raster.path) for raster in rasters]


def _extent_text(canvas: Any) -> str:
    """Return what the map shows, as Processing writes extents."""
    extent, crs = canvas.extent(), canvas.mapSettings().destinationCrs()
    numbers = ",".join(f"{value:.10g}" for value in _sides(extent))
    return f"{numbers} [{crs.authid()}]" if crs.isValid() and crs.authid() else numbers


def _sides(extent: Any) -> tuple[float, float, float, float]:
    return extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum()


def _file_size(path: str) -> str:
    try:
        return size_text(Path(path).stat().st_size)
    except OSError:  # a subdataset, or gone
        return ""
