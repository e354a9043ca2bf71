"""The window "Camera": what a camera, video or stream shows, live, before frames are taken and while they are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsProcessingUtils
from qgis.PyQt.QtCore import QEvent, QStandardPaths, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..domain import work_state
from ..errors import DeepSegPluginError
from ..i18n import tr
from ..layers.project_memory import recall, remember
from .camera_form import CameraForm
from .camera_look import CameraLook
from .drops import VIDEO_ENDINGS
from .info_mark import InfoMark
from .live_picture import LivePicture
from .wording import number

if TYPE_CHECKING:
    from ..engine_client.events import Event
    from .run_algorithm import RunResult
    from .workbench import Workbench

ALGORITHM = "deepseg:capture"
_MEMORY = "camera"
_SIZE_PX = (460, 560)


class CameraDialog(QDialog):
    """Looks at a source by an engine of its own; taking frames runs `deepseg:capture` as the docks do.

    QGIS stays usable beside it, and DeepSeg may do other work while one looks.
    """

    frames_taken = pyqtSignal(list)  # paths, when it is done or was stopped

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._is_running = False  # frames are taken
        self._is_waiting = False  # until the look has let go of the camera, to take frames then
        self._frames: list[str] = []
        self._said_reason = ""
        self._preview = str(Path(QgsProcessingUtils.tempFolder()) / f"deepseg-camera-{os.getpid()}.jpg")
        self.look = CameraLook(self._preview, self)
        self.look.pictured.connect(self._on_pictured)
        self.look.ended.connect(self._on_look_ended)
        self.setObjectName("camera_dialog")
        self.setWindowTitle(tr("Camera"))
        self.resize(*_SIZE_PX)
        self._build()
        workbench.engine_event.connect(self._on_event)
        workbench.state_changed.connect(self._show_start)
        workbench.engine_changed.connect(self._show_start)
        self._show_start()

    @property
    def frames(self) -> list[str]:
        """Return the files that were taken since the last start."""
        return list(self._frames)

    @property
    def is_taking(self) -> bool:
        """Tell whether frames are taken, or will be as soon as the camera is free."""
        return self._is_running or self._is_waiting

    def open(self, source: str = "") -> None:
        """Show it and what the source sees: the one chosen last in this project, or the one that is given."""
        values = recall(self._workbench.qgis_project, _MEMORY, {})
        values = values if isinstance(values, dict) else {}
        if not self._is_running:
            self.source_edit.setText(source or str(values.get("source", self.source_edit.text())))
            self.form.take({"folder": self._default_folder(), **values})
        self.show()
        self.raise_()
        self.activateWindow()
        self.show_source()

    def show_source(self) -> None:
        """Look at the source, unless frames of it are taken."""
        source = self._source()
        if self.is_taking or not source or not self._workbench.is_engine_ready():
            return
        self.picture.say(tr("Opening {source}…").format(source=_without_password(source)))
        self._begin_look()

    def start(self) -> None:
        """Take frames, as soon as the camera is free of our own look."""
        if self._reason() or self._is_waiting:
            return
        self._said_reason = ""  # what stands there from now on is how it goes
        self.status_label.setText(tr("Opening…"))
        if self.look.is_running:
            self._is_waiting = True
            self.look.stop()
            self._show_start()
        else:
            self._take()

    def stop(self) -> None:
        """End it; the frames are kept."""
        self._is_waiting = False
        self.look.stop()
        if self._is_running:
            self._workbench.stop()

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of `deepseg:capture` that are seen here."""
        values: dict[str, Any] = {
            "SOURCE": self._source(),
            "EVERY_S": self.form.every_box.value(),
            "TIMEOUT_S": self.form.timeout_box.value(),
            "OUTPUT": self.form.folder_widget.filePath(),
            "PREVIEW": self._preview,
        }
        if self.form.count_box.value():
            values["COUNT"] = self.form.count_box.value()
        return values

    def tear_down(self) -> None:
        """Let go of the workbench, and of the camera."""
        for signal, slot in (
            (self._workbench.engine_event, self._on_event),
            (self._workbench.state_changed, self._show_start),
            (self._workbench.engine_changed, self._show_start),
        ):
            signal.disconnect(slot)
        self.close()
        self.look.tear_down()
        Path(self._preview).unlink(missing_ok=True)

    def closeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt calls it by this name)
        """A window that is gone sees nothing and takes no more frames."""
        self.stop()
        super().closeEvent(event)

    def reject(self) -> None:
        """Do the same for the key Escape, which Qt takes for something else than closing."""
        self.stop()
        super().reject()

    # What is seen

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(tr("Camera, video or address")))
        layout.addLayout(self._make_source_row())
        self.picture = LivePicture(tr("What the camera sees is shown here."))
        layout.addWidget(self.picture, 1)
        self.form = CameraForm()
        self.form.changed.connect(self._show_start)
        layout.addWidget(self.form)
        self.status_label = QLabel()
        self.status_label.setObjectName("camera_status")
        self.status_label.setWordWrap(True)
        layout.addWidget(self.status_label)
        self.start_button = QPushButton(tr("● Take frames"))
        self.start_button.setObjectName("capture_button")
        self.start_button.clicked.connect(self._on_clicked)
        self.start_button.setAutoDefault(False)  # Enter in the address shows what is there, and takes nothing
        close_button = QPushButton(tr("Close"))
        close_button.setObjectName("close_camera_button")
        close_button.setAutoDefault(False)
        close_button.clicked.connect(lambda: self.close())
        row = QHBoxLayout()
        row.addWidget(self.start_button, 1)
        row.addWidget(close_button)
        layout.addLayout(row)

    def _make_source_row(self) -> QHBoxLayout:
        self.source_edit = QLineEdit("0")
        self.source_edit.setObjectName("camera_source")
        self.source_edit.setAccessibleName(tr("Camera, video or address"))
        self.source_edit.textChanged.connect(self._show_start)
        self.source_edit.editingFinished.connect(self._on_source_edited)
        video_button = QPushButton(tr("Video…"))
        video_button.setObjectName("choose_video_button")
        video_button.setAutoDefault(False)
        video_button.clicked.connect(lambda: self._choose_video())
        self.show_button = QPushButton()
        self.show_button.setObjectName("show_camera_button")
        self.show_button.setAutoDefault(False)
        self.show_button.clicked.connect(self._on_show_clicked)
        row = QHBoxLayout()
        row.addWidget(self.source_edit, 1)
        row.addWidget(video_button)
        row.addWidget(self.show_button)
        row.addWidget(
            InfoMark(
                tr(
                    "0 is the first camera of this computer, 1 the second. A video file or the address of a stream, "
                    "such as rtsp://192.168.1.20/live, works as well."
                )
            )
        )
        return row

    def _show_start(self, *_: object) -> None:
        if not self._workbench.is_busy:
            self._is_running = False  # also where another QGIS project was opened meanwhile, and nobody tells us
        self._show_look()
        if self.is_taking:
            self.start_button.setText(tr("■ Stop"))
            self.start_button.setEnabled(self._workbench.state.kind != work_state.STOPPING)
            self.start_button.setToolTip(tr("Ends it; the frames are kept."))
            return
        reason = self._reason()
        self.start_button.setText(tr("● Take frames"))
        self.start_button.setEnabled(not reason)
        self.start_button.setToolTip(reason or tr("Keeps frames of what is seen."))
        if reason or self._said_reason:
            self.status_label.setText(reason)
        self._said_reason = reason

    def _show_look(self) -> None:
        is_looking = self.look.is_running and not self.is_taking
        self.show_button.setText(tr("■ Hide") if is_looking else tr("▶ Show"))
        tip = tr("Lets go of the camera.") if is_looking else tr("Shows what is seen; nothing is kept.")
        self.show_button.setToolTip(tip)
        can_show = bool(self._source()) and self._workbench.is_engine_ready() and not self.is_taking
        self.show_button.setEnabled(is_looking or can_show)

    def _reason(self) -> str:
        if self._workbench.is_busy:
            return tr("DeepSeg is at work; STOP is in its docks.")
        if not self._workbench.is_engine_ready():
            return tr("Set up DeepSeg first, with the button in its docks.")
        if not self._source():
            return tr("Say which camera, video or address.")
        return "" if self.form.folder_widget.filePath() else tr("Choose a folder for the frames.")

    # What happens

    def _on_clicked(self) -> None:
        if self.is_taking:
            self.stop()
        else:
            self.start()

    def _on_show_clicked(self) -> None:
        if self.look.is_running:
            self.look.stop()
        else:
            self.show_source()

    def _on_source_edited(self) -> None:
        """Look at what was typed; leaving the field without a change is nothing."""
        if self.isVisible() and self._source() != self.look.source:
            self.show_source()

    def _on_pictured(self, path: str) -> None:
        if self.is_taking:
            return
        if self.picture.image.isNull() and not self._said_reason:
            self.status_label.setText(tr("Live; nothing is kept yet."))
        self.picture.show_file(path)

    def _on_look_ended(self, error: DeepSegPluginError | None) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self._take()
            return
        if error is not None:
            self.picture.say(error.sentence())
        if not self._said_reason:
            self.status_label.setText("")
        self._show_start()

    def _begin_look(self) -> None:
        try:
            self.look.start(self._source(), timeout_s=self.form.timeout_box.value())
        except DeepSegPluginError as err:
            self.picture.say(err.sentence())
        self._show_start()

    def _take(self) -> None:
        """Begin to take frames; the camera is free."""
        self._remember()
        self._frames = []
        self._is_running = True  # before: the first events come at once
        if not self._workbench.run(ALGORITHM, self.parameters(), kind=work_state.CAPTURING, then=self._on_ended):
            self._is_running = False
            self.status_label.setText("")
        self._show_start()

    def _on_event(self, event: Event) -> None:
        if not self._is_running or event.kind != "artifact":
            return
        path = str(event.values.get("path") or "")
        if event.values.get("kind") == "preview":
            self.picture.show_file(path)
        elif event.values.get("kind") == "frame":
            self._frames.append(path)
            self.status_label.setText(f"{frames_text(len(self._frames))} · {Path(path).name}")

    def _on_ended(self, result: RunResult) -> None:
        self._is_running = False
        text = frames_text(len(self._frames))
        if result.error is not None and result.outcome != "stopped":
            text = result.error.sentence() if not self._frames else f"{result.error.sentence()} {text}"
        self.status_label.setText(text)
        self._show_start()
        if self._frames:
            self.frames_taken.emit(self.frames)
            if result.is_done:
                self._workbench.say(text, Qgis.MessageLevel.Success)
        if self.isVisible() and result.outcome != "failed" and not Path(self._source()).is_file():
            self._begin_look()  # a camera goes on; of a video the last picture stays

    def _choose_video(self) -> None:
        endings = " ".join(f"*.{ending}" for ending in VIDEO_ENDINGS)
        kinds = f"{tr('Videos')} ({endings});;{tr('All files')} (*)"
        start = str(Path(self._source()).parent) if self._source() else ""
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose a video"), start, kinds)
        if path:
            self.source_edit.setText(path)
            self.show_source()

    def _source(self) -> str:
        return self.source_edit.text().strip()

    def _remember(self) -> None:
        source = self._source()
        values = self.form.values()
        if "@" not in source and "?" not in source:  # a password has no place in a project file
            values["source"] = source
        remember(self._workbench.qgis_project, _MEMORY, values)

    def _default_folder(self) -> str:
        site = self._workbench.site
        if site is not None:
            return str(site.path.parent / "frames")
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        return str(Path(pictures or Path.home()) / "DeepSeg")


def _without_password(source: str) -> str:
    """Return a source as it may be shown: of an address neither user and password nor what follows a question mark."""
    scheme, mark, rest = source.partition("://")
    return f"{scheme}{mark}{rest.rpartition('@')[2].partition('?')[0]}" if mark else source


def frames_text(n: int) -> str:
    """Return how many frames there are."""
    return tr("1 frame was taken.") if n == 1 else tr("{n} frames were taken.").format(n=number(n))
