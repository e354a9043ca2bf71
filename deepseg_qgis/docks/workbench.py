"""What the four docks share: the site's project, the model in use, the work that is going on, and the message bar."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer
from qgis.gui import QgsLayerTreeView, QgsMapCanvas, QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMainWindow

from ..domain import work_state
from ..domain.work_state import WorkState
from ..engine_client.events import Event
from ..engine_client.interpreter import find_engine_python
from ..engine_client.runner import end_running
from ..errors import DeepSegPluginError, NothingToDoError
from ..i18n import tr
from ..layers.project import SiteProject, find_project, new_project, open_project
from .messages import Link, Messages, task_title
from .run_algorithm import AlgorithmRun, RunResult
from .wording import kept_words, state_word

Then = Callable[[RunResult], None]
SETUP_ALGORITHM = "deepseg:setup"
STOP_S = 5.0  # what closing QGIS waits for the engine to save what it has
END_S = 3.0  # and for the system to clear away what had to be killed


class Workbench(QObject):
    """Given to every dock; knows windows and canvas, but not `iface`.

    Attributes:
        site: the site's project that is open, or None.
        state: what is going on.
        model_path: the model that evaluation and prediction use; empty if none was chosen.
    """

    site_changed = pyqtSignal()
    state_changed = pyqtSignal(object)  # WorkState
    device_changed = pyqtSignal(str)
    engine_changed = pyqtSignal()
    model_changed = pyqtSignal(str)
    train_again = pyqtSignal(str)  # a model to start a training from
    data_changed = pyqtSignal()
    raster_shown = pyqtSignal(str)  # path of the raster without georeference that is now the only one shown
    engine_event = pyqtSignal(object)  # Event
    engine_text = pyqtSignal(str)  # a line of the log
    run_ended = pyqtSignal(str, object)  # the algorithm's id, RunResult

    def __init__(
        self,
        *,
        window: QMainWindow | None,
        canvas: QgsMapCanvas | None,
        message_bar: QgsMessageBar | None,
        qgis_project: QgsProject,
        digitize: Callable[[QgsVectorLayer], None],
        layer_tree_view: QgsLayerTreeView | None = None,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.canvas = canvas
        self.message_bar = message_bar
        self.qgis_project = qgis_project
        self.layer_tree_view = layer_tree_view
        self.site: SiteProject | None = None
        self.state = WorkState()
        self.model_path = ""
        self._messages = Messages(message_bar)
        self._digitize = digitize
        self._device_words = ""
        self._run: AlgorithmRun | None = None
        self._then: Then | None = None
        self._kind = work_state.IDLE  # of the last run, also while it is stopping
        self._is_project_of_run = True  # until another QGIS project is opened while the run goes
        qgis_project.readProject.connect(self._on_project_read)
        qgis_project.cleared.connect(self._on_project_cleared)
        self._find_site()

    # The site's project

    def open_site(self, path: str | Path) -> bool:
        """Open a site's project and add its layers; return whether that worked, an error is told."""
        return self._take_site(lambda: open_project(Path(path), self.qgis_project))

    def new_site(self, path: str | Path, name: str, crs: QgsCoordinateReferenceSystem) -> bool:
        """Make a site's project and open it; return whether that worked, an error is told."""
        return self._take_site(lambda: new_project(Path(path), name=name, crs=crs, qgis_project=self.qgis_project))

    def close_site(self) -> None:
        """Let go of the site's project; its layers stay where they are."""
        if self.site is not None:
            self._set_site(None)
            self.site_changed.emit()

    def use_model(self, path: str | Path) -> None:
        """Hand a model to evaluation and prediction."""
        if str(path) != self.model_path:
            self.model_path = str(path)
            self.model_changed.emit(self.model_path)

    # The engine

    def is_engine_ready(self) -> bool:
        """Return whether there is an environment in which the engine can run."""
        return find_engine_python() is not None

    def device_text(self) -> str:
        """Return what the work runs on, in the engine's words as soon as it has said them."""
        return self._device_words or _guessed_device()

    @property
    def is_busy(self) -> bool:
        """Return whether a run is going on."""
        return self._run is not None

    def run(self, algorithm_id: str, parameters: dict[str, Any], *, kind: str, then: Then | None = None) -> bool:
        """Start an algorithm in the background and return whether it has started; if not, the reason is told.

        `then` is called with the result on the main thread, unless another QGIS project has been opened meanwhile.
        """
        try:
            run = self._new_run(algorithm_id, parameters, kind)
        except DeepSegPluginError as error:
            self.say_error(error)
            return False
        self._run, self._then, self._is_project_of_run = run, then, True
        run.happened.connect(self._on_event)
        run.said.connect(self.engine_text)
        run.stopping.connect(self._on_stopping)
        run.ended.connect(self._on_ended)
        self._kind = kind
        self._show(WorkState(kind))
        run.start()
        return True

    def stop(self) -> None:
        """Ask the run to stop; it keeps what is worth keeping."""
        if self._run is not None:
            self._run.stop()

    def shut_down(self) -> None:
        """End the run, by force if it takes too long, and let go of everything outside."""
        if self._run is not None:
            self._then = None
            text = tr("DeepSeg is being closed and ends its work ({state}): {kept}.")
            self._messages.leave(text.format(state=state_word(self._kind), kept=kept_words(self._kind)))
            self.stop()
            if not self._run.wait(STOP_S):
                end_running()
                self._run.wait(END_S)
        self._set_site(None)
        self._messages.tear_down()
        for signal, slot in (
            (self.qgis_project.readProject, self._on_project_read),
            (self.qgis_project.cleared, self._on_project_cleared),
        ):
            signal.disconnect(slot)

    # What people are told, and the map

    def say(
        self, message: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info, *, link: Link | None = None
    ) -> QgsMessageBarItem | None:
        """Show a sentence in the message bar; `link` is the text of a button and what it does."""
        return self._messages.say(message, level, link=link)

    def take_back(self, item: QgsMessageBarItem | None) -> None:
        """Take a sentence away that no longer holds; one that is gone already is no matter."""
        self._messages.take_back(item)

    def say_error(self, error: DeepSegPluginError, log: str = "") -> None:
        """Show what happened, why and what to do next, with a button that copies the details."""
        self._messages.say_error(error, log)

    def digitize(self, layer: QgsVectorLayer) -> None:
        """Let the user draw on a layer that is in edit mode, with QGIS's own tool."""
        self._digitize(layer)

    def _new_run(self, algorithm_id: str, parameters: dict[str, Any], kind: str) -> AlgorithmRun:
        """Return a run that can start.

        Raises:
            DeepSegPluginError: something else is going on, or this cannot start, with the reason.
        """
        if self._run is not None:
            raise NothingToDoError(
                tr("DeepSeg is still at work ({state}).").format(state=state_word(self.state.kind)),
                hint=tr("Wait until it is done, or stop it."),
            )
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
        if algorithm is None:
            raise DeepSegPluginError(
                tr("The algorithm {id} is not there.").format(id=algorithm_id),
                hint=tr("Check in the plugin manager that DeepSeg and Processing are switched on."),
            )
        work = algorithm.displayName()
        description = tr("DeepSeg: {work} (when it is stopped, {kept})").format(work=work, kept=kept_words(kind))
        names = {"title": task_title(work), "description": description}
        run = AlgorithmRun(algorithm, parameters, qgis_project=self.qgis_project, parent=self, **names)
        reason = run.why_not()
        if reason:
            raise DeepSegPluginError(reason)
        return run

    def _take_site(self, make: Callable[[], SiteProject]) -> bool:
        try:
            self._set_site(make())
        except DeepSegPluginError as error:
            self.say_error(error)
            return False
        if self.site is not None and self.site.warning:
            self.say(self.site.warning, Qgis.MessageLevel.Warning)
        self.site_changed.emit()
        return True

    def _find_site(self) -> None:
        try:
            self._set_site(find_project(self.qgis_project))
        except DeepSegPluginError as error:
            self._set_site(None)
            self.say_error(error)

    def _set_site(self, site: SiteProject | None) -> None:
        if self.site is not None:
            self.site.changed.disconnect(self.data_changed)
            self.site.close()
        self.site = site
        if site is not None:
            site.changed.connect(self.data_changed)

    def _show(self, state: WorkState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _on_event(self, event: Event) -> None:
        words = _device_words(event)
        if words and words != self._device_words:
            self._device_words = words
            self.device_changed.emit(words)
        self._show(work_state.after(self.state, event.kind, event.values))
        self.engine_event.emit(event)

    def _on_stopping(self) -> None:
        self._show(WorkState(work_state.STOPPING))

    def _on_ended(self, result: RunResult) -> None:
        run, then = self._run, self._then
        self._run, self._then = None, None
        self._show(WorkState())
        if run is None:
            return
        run.deleteLater()
        if run.id == SETUP_ALGORITHM:
            self.engine_changed.emit()
        if not self._is_project_of_run:
            self._say_result_of_other_project(result)
            return
        if result.error is not None:
            self._say_why_it_ended(result)
        if then is not None:
            then(result)
        self.run_ended.emit(run.id, result)

    def _say_why_it_ended(self, result: RunResult) -> None:
        if result.outcome == "stopped":
            self.say(result.error.sentence())
        else:
            self.say_error(result.error, result.log)

    def _say_result_of_other_project(self, result: RunResult) -> None:
        """Tell how a run ended whose QGIS project is no longer open: nothing of it belongs into the one that is."""
        if result.error is not None:
            self._say_why_it_ended(result)
            return
        where = next((str(result.values[name]) for name in ("RUN_DIR", "MODEL", "FILE") if result.values.get(name)), "")
        text = tr("{state} is done, for the QGIS project that was open before; nothing was added to this one.")
        text = text.format(state=state_word(self._kind).capitalize())
        self.say(f"{text} {tr('Its files: {path}').format(path=where)}" if where else text)

    def _on_project_read(self, *_: object) -> None:
        self._find_site()
        self.site_changed.emit()

    def _on_project_cleared(self) -> None:
        self._is_project_of_run = False
        self.close_site()


def _device_words(event: Event) -> str:
    """Return the device as the engine names it, in the stages that begin the work and in the result of `check`."""
    if event.kind == "stage" and event.values.get("name") in ("train", "predict"):
        _, is_named, words = f" {event.values.get('message') or ''}".rpartition(" on ")
        return words.strip() if is_named else ""
    if event.kind == "result":
        return str((event.values.get("values") or {}).get("will_use") or "")
    return ""


def _guessed_device() -> str:
    """Return what the work will probably run on, without asking the engine: that takes seconds."""
    if shutil.which("nvidia-smi"):
        return tr("NVIDIA GPU")
    n_cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return tr("CPU, {n} cores", n_cores).format(n=n_cores)
