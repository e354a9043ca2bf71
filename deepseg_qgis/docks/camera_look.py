"""Looks at a camera, a video or a stream before anything is kept, and tells of it on the main thread."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..algorithms.option_labels import in_own_words
from ..engine_client.live_view import LiveView
from ..errors import DeepSegPluginError

_LEAVE_S = 5.0  # for the engine to end when the window goes for good


class CameraLook(QObject):
    """At most one look at a time; another source waits until the one before has let go of the camera."""

    pictured = pyqtSignal(str)  # the file that holds the newest picture
    ended = pyqtSignal(object)  # why: a DeepSegPluginError, or None where it was stopped or the video is over
    _told = pyqtSignal(str)  # from the thread
    _left = pyqtSignal(object)

    def __init__(self, preview: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self._view: LiveView | None = None
        self._next = ""  # the source to look at once the view has ended
        self._timeout_s = 0.0
        self._is_told = False  # a picture that nobody has looked at yet: one is enough
        self.source = ""
        self._told.connect(self._on_told)
        self._left.connect(self._on_left)

    @property
    def is_running(self) -> bool:
        """Tell whether the camera is held."""
        return self._view is not None

    def start(self, source: str, *, timeout_s: float) -> None:
        """Look at a source, with so much patience while no picture comes.

        Raises:
            EngineNotSetUpError: there is no engine.
        """
        self._timeout_s = timeout_s
        if self._view is not None:
            self._next = source
            self._view.stop()
            return
        view = LiveView(
            source,
            self._preview,
            timeout_s=timeout_s,
            wording=_wording,
            on_picture=self._tell,
            on_end=self._left.emit,
        )
        self._view, self._next, self._is_told, self.source = view, "", False, source
        view.start()

    def stop(self) -> None:
        """Look no more; `ended` tells when the camera is free."""
        self._next = ""
        if self._view is not None:
            self._view.stop()

    def tear_down(self) -> None:
        """End it, and return when its process is gone."""
        view, self._view, self._next = self._view, None, ""
        if view is not None:
            view.stop()
            view.wait(_LEAVE_S)

    def _tell(self, path: str) -> None:
        """Pass on a picture, in the thread."""
        if not self._is_told:
            self._is_told = True
            self._told.emit(path)

    def _on_told(self, path: str) -> None:
        self._is_told = False
        if self._view is not None and not self._next:
            self.pictured.emit(path)

    def _on_left(self, error: DeepSegPluginError | None) -> None:
        if self._view is None:
            return
        self._view = None
        if self._next:
            self.start(self._next, timeout_s=self._timeout_s)
        else:
            self.ended.emit(error)


def _wording(text: str) -> str:
    """Return what the engine says with the labels of `deepseg:capture`, which are those of the window."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("deepseg:capture")
    return text if algorithm is None else in_own_words(text, algorithm)
