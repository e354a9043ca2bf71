"""The Export menu of the Prediction dock: what is shown, as GeoJSON or COCO JSON, written in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from qgis.core import QgsCoordinateTransformContext, QgsTask
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from ..errors import DeepSegPluginError, EngineStoppedError
from ..i18n import tr
from ..layers.footprint_export import ExportPart, write_coco, write_geojson
from ..layers.raster_frame import RasterFrame
from .save_dialog import ask_where_to_save

GEOJSON, COCO = "geojson", "coco"


class ExportButton(QToolButton):
    """A button with a menu; says which format was chosen and where it goes."""

    wanted = pyqtSignal(str, str)  # format, path
    append_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_button")
        self.setText(tr("Export"))
        self.setToolTip(tr("Write the footprints that are shown into a file for other programs."))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._name: Callable[[], str] = lambda: "footprints"
        self._folder: Callable[[], str] = lambda: ""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        action = menu.addAction(tr("GeoJSON…"), lambda *_: self._ask(GEOJSON, ".geojson"))
        action.setToolTip(tr("Longitude and latitude, for maps and GIS."))
        action = menu.addAction(tr("COCO JSON…"), lambda *_: self._ask(COCO, ".json"))
        action.setToolTip(tr("Pixels of each raster, for programs of machine learning."))
        menu.addSeparator()
        action = menu.addAction(tr("Append to a layer…"), lambda *_: self.append_wanted.emit())
        action.setObjectName("append_action")
        action.setToolTip(tr("Add them to a layer of yours, which you can undo there until you save it."))
        self.setMenu(menu)

    def set_proposal(self, name: Callable[[], str], folder: Callable[[], str]) -> None:
        """Say what the file is called, without ending, and where the dialog opens."""
        self._name, self._folder = name, folder

    def _ask(self, kind: str, ending: str) -> None:
        proposal = str(Path(self._folder()) / f"{self._name()}{ending}")
        names = {GEOJSON: tr("GeoJSON"), COCO: tr("COCO JSON")}
        path = ask_where_to_save(self, tr("Export footprints"), proposal, names[kind], ending)
        if path is not None:
            self.wanted.emit(kind, str(path))


class ExportTask(QgsTask):
    """Writes the file; `written` comes on the main thread. QGIS shows its progress and can stop it."""

    written = pyqtSignal(int, str, object)  # how many, the file, a DeepSegPluginError or None

    def __init__(
        self,
        kind: str,
        parts: Sequence[ExportPart],
        path: Path,
        *,
        frames: Mapping[str, RasterFrame],
        context: QgsCoordinateTransformContext,
        known: Sequence[str] = (),
    ) -> None:
        """`frames` and `known`, the categories of the model, are what COCO JSON needs."""
        super().__init__(tr("Exporting footprints"))
        self._kind = kind
        self._parts = list(parts)
        self._path = path
        self._frames = dict(frames)
        self._context = context
        self._known = tuple(known)
        self._n = 0
        self._n_expected = max(sum(part.n for part in parts), 1)
        self._error: DeepSegPluginError | None = None

    def run(self) -> bool:
        """Write, in a thread of the task manager."""
        try:
            if self._kind == COCO:
                given = {"frames": self._frames, "context": self._context, "known": self._known}
                self._n = write_coco(self._parts, self._path, step=self._step, **given)
            else:
                self._n = write_geojson(self._parts, self._path, context=self._context, step=self._step)
        except DeepSegPluginError as err:
            self._error = err
        return True

    def finished(self, is_done: bool) -> None:
        """Tell, on the main thread; one that was stopped before its turn came never ran."""
        if not is_done and self._error is None:
            self._error = EngineStoppedError(tr("The export was stopped; no file was written."))
        self.written.emit(self._n, str(self._path), self._error)

    def _step(self, n: int) -> bool:
        if n % 200 == 0:
            self.setProgress(100.0 * n / self._n_expected)
        return bool(self.isCanceled())
