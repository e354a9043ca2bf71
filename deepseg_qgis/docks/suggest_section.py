"""Where to label next: areas that a model would learn most from, one after the other on the map."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from ..domain import work_state
from ..domain.prediction import PastPrediction, distinct_names
from ..domain.roles import EVALUATE
from ..engine_client.prediction_files import PredictionPlace, past_predictions
from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.map_outline import MapOutline
from ..layers.map_place import zoom_to
from ..layers.plain_rasters import owner_names, plain_entries
from ..layers.raster_table import RasterEntry
from ..layers.suggestion_layer import (
    MADE,
    SKIPPED,
    SuggestedArea,
    load_suggestions,
    make_training_area,
    set_state,
    suggested_areas,
    suggestion_layer,
)
from .info_mark import InfoMark
from .wording import percent

if TYPE_CHECKING:
    from ..layers.project import SiteProject
    from .run_algorithm import RunResult
    from .workbench import Workbench

_N_AREAS = 10
_FOLDER = "suggestions"


class SuggestSection(QWidget):
    """The button that finds areas, and the queue of what was found."""

    raster_wanted = pyqtSignal(str)  # path of the raster on which the area lies that is shown

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._current: SuggestedArea | None = None
        self._outline = MapOutline(workbench.canvas)
        self._is_in_front = True  # of the docks that lie on one another
        self._build()
        self._heard = [workbench.state_changed, workbench.model_changed, workbench.engine_changed]
        for signal in self._heard:
            signal.connect(self._offer)
        self.refresh()

    def suggest(self) -> None:
        """Let the model say where it would learn most."""
        site = self._workbench.site
        if site is None or self._reason():
            return
        parameters = suggest_parameters(site, self._workbench.model_path, self.count_box.value())
        try:
            Path(str(parameters["OUTPUT"])).parent.mkdir(parents=True, exist_ok=True)
        except OSError as err:
            text = tr("The folder {folder} cannot be made.").format(folder=err.filename)
            self._workbench.say_error(DeepSegPluginError(text, hint=tr("Check that the disk has room.")))
            return
        self._workbench.run("deepseg:suggestareas", parameters, kind=work_state.SUGGESTING, then=self._on_found)

    def next(self) -> None:
        """Show the next area on the map; after the last one the first again, as long as any is open."""
        rank = self._current.rank if self._current is not None else 0
        open_ones = [area for area in self._areas() if not area.state]
        later = [area for area in open_ones if area.rank > rank]
        self._go_to(next(iter(later or open_ones), None))

    def make_area(self) -> None:
        """Make a training area of the one that is shown; what is inside is to be labeled then."""
        layer, site, area = self._layer(), self._workbench.site, self._current
        if layer is None or site is None or area is None or not self.make_button.isEnabled():
            return
        try:
            owner = owner_names(plain_entries(site)).get(_path_of(area, site), "")
            make_training_area(layer, area, site.layer("areas"), self._workbench.qgis_project, owner=owner)
        except DeepSegPluginError as error:
            self._workbench.say_error(error)
            return
        self._workbench.say(
            tr("Now label everything inside this area, then go to the next one. Undo takes the area back."),
            Qgis.MessageLevel.Success,
        )
        self._workbench.data_changed.emit()
        self.refresh()

    def skip(self) -> None:
        """Leave this area out from now on, and go to the next one."""
        layer, area = self._layer(), self._current
        if layer is not None and area is not None:
            set_state(layer, area.feature_id, SKIPPED)
            self.next()

    def refresh(self) -> None:
        """Show what the layer holds now."""
        areas = {area.feature_id: area for area in self._areas()}
        self._current = areas.get(self._current.feature_id) if self._current is not None else None
        self._show()

    def set_in_front(self, is_in_front: bool) -> None:
        """Draw around the area only while the dock is in front: to Qt a dock behind others is visible as well."""
        self._is_in_front = is_in_front
        self._draw_outline()

    def tear_down(self) -> None:
        """Leave nothing on the map."""
        self._outline.hide()
        for signal in self._heard:
            signal.disconnect(self._offer)
        self._heard = []

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt calls it by this name)
        """Draw around the area that is shown."""
        super().showEvent(event)
        self._draw_outline()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Take the outline off the map while something else is in front."""
        super().hideEvent(event)
        self._outline.hide()

    # How it is built

    def _build(self) -> None:
        self.count_box = QSpinBox()
        self.count_box.setObjectName("suggest_count_box")
        self.count_box.setRange(1, 100)
        self.count_box.setValue(_N_AREAS)
        self.count_box.setSuffix(" " + tr("areas"))
        self.count_box.setAccessibleName(tr("How many areas"))
        self.suggest_button = QPushButton(tr("Find areas"))
        self.suggest_button.setObjectName("suggest_button")
        self.suggest_button.clicked.connect(lambda: self.suggest())
        self.item_label = QLabel()
        self.item_label.setObjectName("suggestion_label")
        self.item_label.setWordWrap(True)
        self.next_button = _button(tr("Next ▶"), "suggestion_next_button", tr("Show the next area on the map."))
        text = tr("Add it to the areas with the role train; then label everything inside.")
        self.make_button = _button(tr("Make it a training area"), "suggestion_make_button", text)
        self.skip_button = _button(tr("Skip"), "suggestion_skip_button", tr("Leave it out and go to the next one."))
        for button, act in ((self.next_button, self.next), (self.make_button, self.make_area)):
            button.clicked.connect(lambda *_, act=act: act())
        self.skip_button.clicked.connect(lambda *_: self.skip())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.count_box)
        row.addWidget(self.suggest_button, 1)
        row.addWidget(
            InfoMark(
                tr(
                    "Areas in which the model in use is unsure, or which look otherwise than what you have labeled: "
                    "labels there teach it most. Each area is of another kind than those before it."
                )
            )
        )
        layout.addLayout(row)
        layout.addWidget(self.item_label)
        row = QHBoxLayout()
        row.setSpacing(3)
        row.addWidget(self.make_button, 1)
        row.addWidget(self.skip_button)
        row.addWidget(self.next_button)
        layout.addLayout(row)

    # What is shown

    def _layer(self) -> QgsVectorLayer | None:
        site = self._workbench.site
        return None if site is None else suggestion_layer(self._workbench.qgis_project, site.runs_folder)

    def _areas(self) -> list[SuggestedArea]:
        layer = self._layer()
        return suggested_areas(layer) if layer is not None else []

    def _on_found(self, result: RunResult) -> None:
        site = self._workbench.site
        path = result.values.get("OUTPUT") if result.is_done else None
        if site is None or not path:
            return
        try:
            load_suggestions(Path(str(path)), self._workbench.qgis_project, site.group())
        except DeepSegPluginError as error:
            self._workbench.say_error(error)
            return
        self._current = None
        self.next()

    def _go_to(self, area: SuggestedArea | None) -> None:
        self._current = area
        layer, canvas, site = self._layer(), self._workbench.canvas, self._workbench.site
        if area is not None and site is not None:
            self.raster_wanted.emit(_path_of(area, site))
        if area is not None and layer is not None and canvas is not None:
            zoom_to(canvas, layer.getFeature(area.feature_id).geometry().boundingBox(), layer.crs())
        self._show()

    def _show(self) -> None:
        areas = self._areas()
        self.item_label.setText(self._text(areas))
        has_areas = bool(areas)
        for widget in (self.make_button, self.skip_button, self.next_button):
            widget.setVisible(has_areas)
        self._offer()
        self._draw_outline()

    def _text(self, areas: list[SuggestedArea]) -> str:
        if not areas and self._workbench.model_path:
            return tr("Nothing was suggested yet. “Find areas” asks the model in use where it would learn most.")
        if not areas:
            return tr("Nothing was suggested yet. Train a model first; then it can say where it would learn most.")
        n_open = sum(not area.state for area in areas)
        area = self._current
        if area is None and not n_open:
            return tr("All suggested areas have been looked at. Train again, then let areas be found anew.")
        if area is None:
            return tr("{n} areas are left. Next shows the first one.", n_open).format(n=n_open)
        text = "<b>" + tr("Area {rank} of {n}").format(rank=area.rank, n=len(areas)) + "</b>"
        if area.uncertainty is not None and area.difference is not None:
            values = {"unsure": percent(area.uncertainty), "other": percent(area.difference)}
            text += " · " + tr("unsure {unsure} · looks otherwise {other}").format(**values)
        text += f" · {area.raster}" if area.raster else ""
        state = {MADE: tr("It is a training area: label everything inside."), SKIPPED: tr("skipped")}
        return text + (f"<br/><i>{state[area.state]}</i>" if area.state in state else "")

    def _offer(self, *_: object) -> None:
        reason = self._reason()
        self.suggest_button.setEnabled(not reason)
        self.suggest_button.setToolTip(reason or tr("Let the model in use say where it would learn most."))
        is_open = self._current is not None and not self._current.state
        self.make_button.setEnabled(is_open)
        self.skip_button.setEnabled(is_open)
        areas = self._areas()
        self.next_button.setEnabled(any(not area.state for area in areas))
        if not areas:
            self.item_label.setText(self._text(areas))  # a model may have come meanwhile

    def _reason(self) -> str:
        """Return why no areas can be found now; empty when they can."""
        site = self._workbench.site
        if self._workbench.is_busy:
            return tr("DeepSeg is at work; STOP is above.")
        if not self._workbench.is_engine_ready():
            return tr("Set up DeepSeg first, with the button above.")
        if not self._workbench.model_path:
            return tr("Choose a model, or train one first.")
        if site is None or not _rasters(site):
            return tr("Add a raster first.")
        return ""

    def _draw_outline(self) -> None:
        layer, area = self._layer(), self._current
        if layer is None or area is None or sip.isdeleted(layer) or not (self._is_in_front and self.isVisible()):
            self._outline.hide()
        else:
            self._outline.show(layer.getFeature(area.feature_id).geometry(), layer.crs())


def suggest_parameters(site: SiteProject, model: str, count: int) -> dict[str, object]:
    """Return what deepseg:suggestareas is given of a project."""
    parameters: dict[str, object] = {
        "MODEL": model,
        "RASTERS": _rasters(site),
        "COUNT": count,
        "OUTPUT": str(_free_path(Path(site.runs_folder) / _FOLDER)),
    }
    run_dir = _kept_fields(site, model)
    if run_dir is not None:
        parameters["RUN_DIR"] = run_dir
    for table, name in (("labels", "LABELS"), ("areas", "AREAS")):
        if site.layer(table).featureCount():
            parameters[name] = site.layer(table).id()
    return parameters


def _kept_fields(site: SiteProject, model: str) -> str | None:
    """Return the run folder of the latest prediction that tells of all ground how unsure this model is of it."""
    used = [model, *(entry.path for entry in _entries(site))]
    predictions = past_predictions(Path(site.runs_folder) / "predictions")
    found = next((each for each in predictions if _tells_of_all(each, used)), None)
    return None if found is None else str(PredictionPlace(Path(found.folder)).engine_folder)


def _tells_of_all(prediction: PastPrediction, used: Sequence[str]) -> bool:
    """Tell whether a prediction kept what this model drew of whole rasters, and nothing of it was changed since."""
    asked = prediction.parameters
    is_whole = prediction.is_done and prediction.has_fields and not asked.get("AREA") and not asked.get("EXTENT")
    if not is_whole or not set(used) <= {prediction.model, *prediction.rasters}:
        return False
    try:
        return all(Path(path).stat().st_mtime <= prediction.when for path in used)
    except OSError:
        return False


def _entries(site: SiteProject) -> list[RasterEntry]:
    """Return the rasters but those that are kept for the test."""
    return [entry for entry in site.rasters() if entry.role != EVALUATE]


def _path_of(area: SuggestedArea, site: SiteProject) -> str:
    """Return the raster on which an area lies; empty where it is none of the project any more."""
    paths = [entry.path for entry in _entries(site)]
    return dict(zip(distinct_names(paths), paths)).get(area.raster, "") if paths else ""


def _rasters(site: SiteProject) -> list[str]:
    entries = _entries(site)
    return [entry.layer.id() if entry.layer is not None else str(entry.path) for entry in entries]


def _free_path(folder: Path) -> Path:
    number = 1
    while (folder / f"areas-{number}.gpkg").exists():
        number += 1
    return folder / f"areas-{number}.gpkg"


def _button(text: str, name: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    return button
