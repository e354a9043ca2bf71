"""Saves what the Statistics tab counts: as CSV, as JSON, or as a report with charts and maps."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.footprint_export import export_parts
from ..layers.footprint_sizes import size_bars
from ..layers.predicted_rasters import paths_of
from ..layers.style import colors_on_map
from .export import GEOJSON, ExportTask
from .run_algorithm import AlgorithmRun, RunResult
from .save_dialog import ask_where_to_save

if TYPE_CHECKING:
    from .workbench import Workbench

CSV, JSON, HTML = ".csv", ".json", ".html"


class SaveButton(QToolButton):
    """A button with a menu; says which format was chosen, by its ending, and where it goes."""

    wanted = pyqtSignal(str)  # path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("save_statistics_button")
        self.setText(tr("Save"))
        self.setToolTip(tr("Write these numbers into a file, or a report with charts and maps."))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._name: Callable[[], str] = lambda: "statistics"
        self._folder: Callable[[], str] = lambda: ""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for title, tip, ending, name in (
            (tr("Report…"), tr("One page with charts and maps, to look at or to send."), HTML, "save_report_action"),
            (tr("CSV…"), tr("A table for spreadsheets: a row per category and image."), CSV, "save_csv_action"),
            (tr("JSON…"), tr("All numbers with the sizes, for programs."), JSON, "save_json_action"),
        ):
            action = menu.addAction(title, lambda *_, ending=ending: self._ask(ending))
            action.setObjectName(name)
            action.setToolTip(tip)
        self.setMenu(menu)

    def set_proposal(self, name: Callable[[], str], folder: Callable[[], str]) -> None:
        """Say what the file is called, without ending, and where the dialog opens."""
        self._name, self._folder = name, folder

    def _ask(self, ending: str) -> None:
        kinds = {HTML: tr("Report"), CSV: tr("CSV"), JSON: tr("JSON")}
        proposal = str(Path(self._folder()) / f"{self._name()}{ending}")
        path = ask_where_to_save(self, tr("Save statistics"), proposal, kinds[ending], ending)
        if path is not None:
            self.wanted.emit(str(path))


class StatisticsSaver(QObject):
    """Runs `deepseg:statistics` on what is shown, in the background; several layers are put into one file first."""

    def __init__(self, workbench: Workbench, button: SaveButton, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._button = workbench, button
        self._task: ExportTask | None = None
        self._run: AlgorithmRun | None = None
        self._folder: Path | None = None
        self._path = Path()
        self._parameters: dict[str, Any] = {}

    def save(self, layers: Sequence[QgsVectorLayer], path: str) -> None:
        """Write the numbers of what the layers show into a file; its ending says how."""
        project = self._workbench.qgis_project
        self._path = Path(path)
        edges = size_bars(layers, project).edges_m2
        colors = "; ".join(f"{name}={color}" for name, color in colors_on_map(layers).items())
        self._parameters = {
            "REPORT" if self._path.suffix.lower() == HTML else "FILE": path,
            "RASTERS": paths_of(layers, project),
            "BY_RASTER": any(layer.fields().indexOf("raster") >= 0 for layer in layers),
            "BINS": ",".join(f"{edge:.10g}" for edge in edges),
            "COLORS": colors,
            "OUTPUT": "memory:",
        }
        self._button.setEnabled(False)
        try:
            if len(layers) == 1:
                self._count(layers[0].id())
            else:
                self._put_together(layers)
        except DeepSegPluginError as err:
            self._end(err)

    def tear_down(self) -> None:
        """End what is going on."""
        if self._task is not None and not sip.isdeleted(self._task):
            self._task.written.disconnect(self._on_together)
            self._task.cancel()
        if self._run is not None:
            self._run.ended.disconnect(self._on_ended)
            self._run.stop()
        self._task = self._run = None
        self._clean()

    def _put_together(self, layers: Sequence[QgsVectorLayer]) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="deepseg-"))
        context = self._workbench.qgis_project.transformContext()
        file = self._folder / "footprints.geojson"
        self._task = ExportTask(GEOJSON, export_parts(layers), file, frames={}, context=context)
        self._task.written.connect(self._on_together)
        QgsApplication.taskManager().addTask(self._task)

    def _on_together(self, _n: int, path: str, error: DeepSegPluginError | None) -> None:
        self._task = None
        if error is not None:
            self._end(error)
            return
        try:
            self._count(path)
        except DeepSegPluginError as err:
            self._end(err)

    def _count(self, source: str) -> None:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("deepseg:statistics")
        if algorithm is None:
            raise DeepSegPluginError(
                tr("The algorithm {id} is not there.").format(id="deepseg:statistics"),
                hint=tr("Check in the plugin manager that DeepSeg and Processing are switched on."),
            )
        parameters = {**self._parameters, "INPUT": source}
        run = AlgorithmRun(
            algorithm,
            parameters,
            qgis_project=self._workbench.qgis_project,
            description=tr("DeepSeg: saving statistics"),
            parent=self,
        )
        reason = run.why_not()
        if reason:
            raise DeepSegPluginError(reason)
        self._run = run
        run.ended.connect(self._on_ended)
        run.start()

    def _on_ended(self, result: RunResult) -> None:
        self._run = None
        self._end(result.error, result.log)

    def _end(self, error: DeepSegPluginError | None, log: str = "") -> None:
        self._button.setEnabled(True)
        self._clean()
        if error is not None:
            self._workbench.say_error(error, log)
            return
        path = self._path
        link = (tr("Open"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        self._workbench.say(tr("The statistics are in {path}.").format(path=path), Qgis.MessageLevel.Success, link=link)

    def _clean(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
