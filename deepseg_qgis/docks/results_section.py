"""What was predicted: filtered at once, counted, reviewed, exported, cleared, and found again another day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from ..domain.prediction import PastPrediction
from ..engine_client.prediction_files import delete_prediction, past_predictions
from ..engine_client.run_files import size_of
from ..errors import DeepSegPluginError, NotAnsweredError
from ..i18n import tr
from ..layers.counted_ground import ground_m2
from ..layers.footprint_counts import count_footprints, n_shown
from ..layers.footprint_export import export_parts
from ..layers.footprint_layer import (
    footprint_layers,
    footprint_rasters,
    load_footprints,
    raster_of,
    set_score_filter,
)
from ..layers.footprint_measure import measure_edited
from ..layers.footprint_sizes import size_bars
from ..layers.map_place import is_in_view, zoom_to
from ..layers.matches_layer import matches_layers, show_matches
from ..layers.predicted_rasters import frames_for, model_categories, model_colors, paths_of
from ..layers.project_layers import file_of
from ..layers.style import colors_on_map
from .append_dialog import append_to_layer
from .clear_control import ClearControl
from .export import COCO, ExportButton, ExportTask
from .prediction_list import PredictionList
from .prediction_words import ask_to_clear, ask_to_delete, refused_text
from .questions import ask_which
from .raster_adding import show_one_of, show_raster_of
from .result_tools import result_tools
from .review import ReviewTab
from .statistics_save import StatisticsSaver
from .statistics_tab import StatisticsTab
from .tool_menu import ToolMenu
from .wording import number

if TYPE_CHECKING:
    from .workbench import Workbench

STATISTICS, REVIEW, HISTORY = range(3)
_FILTER_MS = 60  # while the slider moves; a database of a million footprints answers within this
_COUNT_MS = 150


class ResultsSection(QWidget):
    """The lower half of the Prediction dock. `changed` comes when footprints come onto the map or leave it."""

    changed = pyqtSignal()

    def __init__(self, workbench: Workbench, score_filter: Callable[[], str], parent: QWidget | None = None) -> None:
        """`score_filter` returns the condition for footprints to be shown."""
        super().__init__(parent)
        self._workbench = workbench
        self._score_filter = score_filter
        self._folder: Path | None = None
        self.running = ""  # the folder of the prediction that is going on: it is no history yet
        self._watched: list[QgsVectorLayer] = []
        self._task: ExportTask | None = None
        self._grounds: dict[tuple[str, ...], float | None] = {}
        self._filter_soon = self._timer(_FILTER_MS, self.apply_filter)
        self._count_soon = self._timer(_COUNT_MS, self._count)
        self._refresh_soon = self._timer(0, self.refresh)
        self._build()

    def _build(self) -> None:
        self.refused_label = QLabel()
        self.refused_label.setObjectName("refused_label")
        self.refused_label.setWordWrap(True)
        self.scope_box = QComboBox()
        self.scope_box.setObjectName("scope_box")
        self.scope_box.setAccessibleName(tr("Which images"))
        self.scope_box.setToolTip(tr("Which images are counted, reviewed, exported and cleared."))
        self.scope_box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.scope_box.activated.connect(lambda *_: self._on_scope())
        self.export_button = ExportButton()
        self.export_button.set_proposal(self._file_name, self._start_folder)
        self.export_button.wanted.connect(self.export)
        self.export_button.append_wanted.connect(lambda: append_to_layer(self._workbench, self.layers(), self))
        self.scope = QWidget()
        row = QHBoxLayout(self.scope)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.scope_box, 1)
        row.addWidget(self.export_button)
        self.tools = ToolMenu(self._workbench, result_tools(self))
        row.addWidget(self.tools)
        self.clearing = ClearControl(self._workbench, self)
        self.clearing.restored.connect(self.refresh)
        self.clearing.add_to(self.tools.menu())
        self.statistics = StatisticsTab()
        for chart in (self.statistics.chart, self.statistics.size_chart):
            chart.failed.connect(self._workbench.say_error)
        self.statistics.set_sources(self._ground_m2, lambda: size_bars(self.layers(), self.qgis_project))
        self.statistics.save_button.set_proposal(lambda: f"{self._file_name()}-statistics", self._start_folder)
        self.saver = StatisticsSaver(self._workbench, self.statistics.save_button, self)
        self.statistics.save_button.wanted.connect(lambda path: self.saver.save(self.layers(), path))
        self.review = ReviewTab(self._workbench)
        self.review.reviewed.connect(self._on_reviewed)
        self.history = PredictionList()
        self.history.show_wanted.connect(self.show_prediction)
        self.history.delete_wanted.connect(self.delete)
        self.history.open_folder_wanted.connect(_open_folder)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("prediction_tabs")
        self.tabs.setDocumentMode(True)  # a frame would cost width
        for tab, title in ((self.statistics, tr("Statistics")), (self.review, tr("Review"))):
            self.tabs.addTab(tab, title)
        self.tabs.addTab(self.history, tr("History"))
        self.tabs.currentChanged.connect(lambda *_: self._count())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.refused_label, self.scope, self.tabs):
            layout.addWidget(widget)

    # What is shown

    @property
    def qgis_project(self) -> QgsProject:
        """Return the project whose layers are shown."""
        return self._workbench.qgis_project

    def layers(self, *, is_all: bool = False) -> list[QgsVectorLayer]:
        """Return the layers of footprints that are meant: those of the raster chosen, or all."""
        raster = None if is_all else self.scope_box.currentData()
        return footprint_layers(self._workbench.qgis_project, raster or None)

    def one_layer(self) -> QgsVectorLayer | None:
        """Return the layer that a tool works on; None where nothing is shown. Where several are, the user is asked.

        Raises:
            NotAnsweredError: the user did not say which.
        """
        layers = self.layers()
        if len(layers) < 2:
            return layers[0] if layers else None
        view = self._workbench.layer_tree_view
        current = view.currentLayer() if view is not None else None
        first = layers.index(current) if current in layers else 0
        question = tr("Which image is meant?")
        if self.scope_box.currentData():
            question = tr("Which layer of footprints is meant?")
        chosen = ask_which(self, tr("Tools"), question, [layer.name() for layer in layers], first)
        if chosen is None:
            raise NotAnsweredError(tr("Nothing was chosen."))
        return layers[chosen]

    def where(self) -> str:
        """Return what is meant in words."""
        if self.scope_box.currentData():
            return str(self.scope_box.currentText())
        n = len(self.layers())
        return tr("{n} images", n).format(n=number(n))

    def refresh(self) -> None:
        """Show what is on the map now."""
        self._watch(self.layers(is_all=True))
        chosen = self.scope_box.currentData()
        rasters = footprint_rasters(self._workbench.qgis_project)
        self.scope_box.clear()
        self.scope_box.addItem(tr("All images"), "")
        for raster in rasters:
            self.scope_box.addItem(PurePath(raster).name, raster)
        self.scope_box.setCurrentIndex(max(self.scope_box.findData(chosen), 0))
        self.scope.setVisible(bool(self._watched))
        self.show_history(self._folder)
        self.apply_filter()
        self.changed.emit()

    def refresh_soon(self) -> None:
        """Show it as soon as QGIS has time: layers come and go one by one."""
        self._refresh_soon.start()

    def filter_soon(self) -> None:
        """Follow the threshold, at most some times a second."""
        self._filter_soon.start()

    def apply_filter(self) -> None:
        """Show the footprints that reach the threshold; layers in edit mode keep what they show, and this says so."""
        refused = set_score_filter(self.layers(is_all=True), self._score_filter())
        text = refused_text(refused)
        self.refused_label.setText(text)
        self.refused_label.setVisible(bool(text))
        self._count_soon.start()

    def show_history(self, folder: Path | None, *, pick: str = "") -> None:
        """Show the predictions in a folder."""
        self._folder = folder
        shown = {str(file_of(layer)) for layer in self.layers(is_all=True)}
        predictions = past_predictions(folder) if folder is not None else []
        predictions = [prediction for prediction in predictions if prediction.folder != self.running]
        self.history.set_predictions(predictions, shown, pick=pick)

    def load(self, path: Path, colors: dict[str, str]) -> list[QgsVectorLayer]:
        """Show the footprints of a file on the map.

        Raises:
            DeepSegPluginError: it cannot be shown.
        """
        site, project = self._workbench.site, self._workbench.qgis_project
        group = site.group() if site is not None else None
        all_colors = {**colors, **(site.colors() if site is not None else {})}
        layers = load_footprints(path, qgis_project=project, group=group, colors=all_colors)
        show_matches(matches_layers(project), project, is_shown=False)  # they would lie on top of what was found
        show_one_of(self._workbench, [raster_of(layer) for layer in layers])
        self.refresh()
        return layers

    def remove_file(self, path: str | Path) -> None:
        """Take the layers of a file off the map."""
        ids = [layer.id() for layer in self.layers(is_all=True) if str(file_of(layer)) == str(path)]
        self._workbench.qgis_project.removeMapLayers(ids)

    # What a person does

    def clear(self) -> None:
        """Take footprints off the map, after asking; they can be brought back."""
        layers = self.layers()
        if not layers or not ask_to_clear(self, layers, n_shown(layers), self.where()):
            return
        self.clearing.clear(layers, n_shown(layers))
        self.refresh()

    def show_prediction(self, prediction: PastPrediction) -> None:
        """Show a past prediction, or zoom to it if it is shown already."""
        layers = [layer for layer in self.layers(is_all=True) if str(file_of(layer)) == prediction.footprints]
        try:
            if prediction.is_done and not layers:
                layers = self.load(Path(prediction.footprints), model_colors(prediction.model))
        except DeepSegPluginError as err:
            self._workbench.say_error(err)
        self.zoom(layers)

    def zoom(self, layers: Sequence[QgsVectorLayer]) -> None:
        """Show all of the layers' footprints on the map."""
        if self._workbench.canvas is None or not layers:
            return
        show_one_of(self._workbench, [raster_of(layer) for layer in layers])
        extent = QgsRectangle(layers[0].extent())
        for layer in layers[1:]:
            if layer.crs() == layers[0].crs():
                extent.combineExtentWith(layer.extent())
        zoom_to(self._workbench.canvas, extent, layers[0].crs())

    def _zoom_if_elsewhere(self, layers: Sequence[QgsVectorLayer]) -> None:
        """Show the layers' footprints where the map shows nothing of them; else it stays as it is."""
        canvas = self._workbench.canvas
        if canvas is not None and not any(is_in_view(canvas, layer.extent(), layer.crs()) for layer in layers):
            self.zoom(layers)

    def delete(self, prediction: PastPrediction) -> None:
        """Delete a past prediction, after asking."""
        if self._workbench.is_busy or not ask_to_delete(self, prediction, *size_of(Path(prediction.folder))):
            return
        self.remove_file(prediction.footprints)
        try:
            delete_prediction(prediction)
        except DeepSegPluginError as err:
            self._workbench.say_error(err)
        self.refresh()

    def export(self, kind: str, path: str) -> None:
        """Write what is shown into a file, in the background."""
        layers, project = self.layers(), self._workbench.qgis_project
        try:
            parts = export_parts(layers)
            frames = frames_for(layers, project) if kind == COCO else {}
            known = model_categories(layers) if kind == COCO else []
        except DeepSegPluginError as err:
            self._workbench.say_error(err)
            return
        context = project.transformContext()
        self._task = ExportTask(kind, parts, Path(path), frames=frames, context=context, known=known)
        self._task.written.connect(self._on_written)
        self.export_button.setEnabled(False)
        QgsApplication.taskManager().addTask(self._task)

    def tear_down(self) -> None:
        """Let go of layers and timers, and end an export."""
        for timer in (self._filter_soon, self._count_soon, self._refresh_soon):
            timer.stop()
        self._watch([])
        self.review.tear_down()
        self.saver.tear_down()
        self.clearing.tear_down()
        if self._task is not None and not sip.isdeleted(self._task):
            self._task.written.disconnect(self._on_written)
            self._task.cancel()
        self._task = None

    def _on_written(self, n: int, path: str, error: DeepSegPluginError | None) -> None:
        self._task = None
        self.export_button.setEnabled(True)
        if error is not None:
            self._workbench.say_error(error)
            return
        text = tr("{n} footprints are in {path}.", n).format(n=number(n), path=path)
        link = (tr("Open its folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent))))
        self._workbench.say(text, Qgis.MessageLevel.Success, link=link)

    def _on_scope(self) -> None:
        if self.scope_box.currentData():
            show_raster_of(self._workbench, str(self.scope_box.currentData()))
            self._zoom_if_elsewhere(self.layers())
        self._count()
        self.changed.emit()

    def _on_reviewed(self) -> None:
        self._count_soon.start()

    def _count(self) -> None:
        """Show what can be said about what is seen; only the tab in front, counting takes its time."""
        layers = self.layers()
        colors = colors_on_map(layers)
        if self.tabs.currentIndex() == STATISTICS:
            counts = count_footprints(layers, self._workbench.qgis_project)
            self.statistics.show_counts(counts, colors, self.where() if layers else "")
        elif self.tabs.currentIndex() == REVIEW:
            self.review.show_layers(layers, colors)
            self.review.show_counts()

    def _watch(self, layers: Sequence[QgsVectorLayer]) -> None:
        """Follow the end of edit mode: then the filter can be set, and counts may be others."""
        for layer in self._watched:
            if not sip.isdeleted(layer) and layer not in layers:
                layer.editingStopped.disconnect(self.filter_soon)
                layer.beforeCommitChanges.disconnect(self._measure)
        for layer in layers:
            if layer not in self._watched:
                layer.editingStopped.connect(self.filter_soon)
                layer.beforeCommitChanges.connect(self._measure)
        self._watched = list(layers)

    def _measure(self, *_: object) -> None:
        """Measure what was edited, with whatever tool, before it is saved."""
        layer = self.sender()
        if isinstance(layer, QgsVectorLayer):
            measure_edited(layer, self._workbench.qgis_project)

    def _ground_m2(self) -> float | None:
        paths = tuple(paths_of(self.layers(), self.qgis_project))
        if paths not in self._grounds:  # to look at a raster it has to be opened
            self._grounds[paths] = ground_m2(paths, self.qgis_project)
        return self._grounds[paths]

    def _file_name(self) -> str:
        raster = str(self.scope_box.currentData() or "")
        return f"{PurePath(raster).stem}-footprints" if raster else "footprints"

    def _start_folder(self) -> str:
        return str(self._folder.parent.parent if self._folder is not None else "")

    def _timer(self, milliseconds: int, slot: Callable[[], Any]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer


def _open_folder(prediction: PastPrediction) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(prediction.folder))
