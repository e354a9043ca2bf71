"""The window "Camera": what a camera, video or stream shows, live; frames of it become images of the project."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsProcessingUtils
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QEvent, QStandardPaths, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..domain import work_state
from ..i18n import tr
from ..layers.project_memory import recall, remember
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
_SIZE_PX = (460, 520)


class CameraDialog(QDialog):
    """Runs `deepseg:capture` as the docks do, and shows what it sees; QGIS stays usable beside it."""

    frames_taken = pyqtSignal(list)  # paths, when it is done or was stopped

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._is_running = False
        self._frames: list[str] = []
        self._said_reason = ""
        self._preview = str(Path(QgsProcessingUtils.tempFolder()) / f"deepseg-camera-{os.getpid()}.jpg")
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

    def open(self, source: str = "") -> None:
        """Show it with what was chosen last in this project; a source that is given counts instead."""
        values = recall(self._workbench.qgis_project, _MEMORY, {})
        values = values if isinstance(values, dict) else {}
        if not self._is_running:
            self.source_edit.setText(source or str(values.get("source", self.source_edit.text())))
            self.every_box.setValue(float(values.get("every_s", self.every_box.value())))
            self.count_box.setValue(int(values.get("count", self.count_box.value())))
            self.folder_widget.setFilePath(str(values.get("folder") or self._default_folder()))
        self.show()
        self.raise_()
        self.activateWindow()

    def start(self) -> None:
        """Take frames."""
        if self._reason():
            return
        self._remember()
        self._frames = []
        self._said_reason = ""  # what stands there from now on is how it goes
        self.picture.clear()
        self.status_label.setText(tr("Opening…"))
        self._is_running = True  # before: the first events come at once
        if not self._workbench.run(ALGORITHM, self.parameters(), kind=work_state.CAPTURING, then=self._on_ended):
            self._is_running = False
            self.status_label.setText("")
        self._show_start()

    def stop(self) -> None:
        """End it; the frames are kept."""
        if self._is_running:
            self._workbench.stop()

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of `deepseg:capture` that are seen here."""
        values: dict[str, Any] = {
            "SOURCE": self.source_edit.text().strip(),
            "EVERY_S": self.every_box.value(),
            "OUTPUT": self.folder_widget.filePath(),
            "PREVIEW": self._preview,
        }
        if self.count_box.value():
            values["COUNT"] = self.count_box.value()
        return values

    def tear_down(self) -> None:
        """Let go of the workbench."""
        for signal, slot in (
            (self._workbench.engine_event, self._on_event),
            (self._workbench.state_changed, self._show_start),
            (self._workbench.engine_changed, self._show_start),
        ):
            signal.disconnect(slot)
        self.close()
        Path(self._preview).unlink(missing_ok=True)

    def closeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt calls it by this name)
        """A window that is gone takes no more frames."""
        self.stop()
        super().closeEvent(event)

    def reject(self) -> None:
        """Do the same for the key Escape, which Qt takes for something else than closing."""
        self.stop()
        super().reject()

    # What is seen

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.addLayout(self._make_form())
        self.picture = LivePicture(tr("What the camera sees is shown here."))
        layout.addWidget(self.picture, 1)
        self.status_label = QLabel()
        self.status_label.setObjectName("camera_status")
        self.status_label.setWordWrap(True)
        layout.addWidget(self.status_label)
        self.start_button = QPushButton(tr("● Take frames"))
        self.start_button.setObjectName("capture_button")
        self.start_button.clicked.connect(self._on_clicked)
        self.start_button.setDefault(True)
        close_button = QPushButton(tr("Close"))
        close_button.setObjectName("close_camera_button")
        close_button.setAutoDefault(False)
        close_button.clicked.connect(lambda: self.close())
        row = QHBoxLayout()
        row.addWidget(self.start_button, 1)
        row.addWidget(close_button)
        layout.addLayout(row)

    def _make_form(self) -> QFormLayout:
        self.source_edit = QLineEdit("0")
        self.source_edit.setObjectName("camera_source")
        self.source_edit.textChanged.connect(self._show_start)
        video_button = QPushButton(tr("Video…"))
        video_button.setObjectName("choose_video_button")
        video_button.setAutoDefault(False)
        video_button.clicked.connect(lambda: self._choose_video())
        row = QHBoxLayout()
        row.addWidget(self.source_edit, 1)
        row.addWidget(video_button)
        row.addWidget(
            InfoMark(
                tr(
                    "0 is the first camera of this computer, 1 the second. A video file or the address of a stream, "
                    "such as rtsp://192.168.1.20/live, works as well."
                )
            )
        )
        self.every_box = QDoubleSpinBox()
        self.every_box.setObjectName("every_box")
        self.every_box.setRange(0.0, 86_400.0)
        self.every_box.setDecimals(1)
        self.every_box.setValue(1.0)
        self.every_box.setSuffix(" s")
        self.every_box.setSpecialValueText(tr("every picture"))
        self.count_box = QSpinBox()
        self.count_box.setObjectName("count_box")
        self.count_box.setRange(0, 1_000_000)
        self.count_box.setSpecialValueText(tr("until I stop"))
        self.folder_widget = QgsFileWidget()
        self.folder_widget.setObjectName("frames_folder")
        self.folder_widget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder_widget.fileChanged.connect(self._show_start)
        form = QFormLayout()
        form.addRow(tr("Camera, video or address"), row)
        form.addRow(tr("A frame every"), self.every_box)
        form.addRow(tr("Number of frames"), self.count_box)
        form.addRow(tr("Folder"), self.folder_widget)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        return form

    def _show_start(self, *_: object) -> None:
        if self._is_running:
            self.start_button.setText(tr("■ Stop"))
            self.start_button.setEnabled(self._workbench.state.kind != work_state.STOPPING)
            self.start_button.setToolTip(tr("Ends it; the frames are kept."))
            return
        reason = self._reason()
        self.start_button.setText(tr("● Take frames"))
        self.start_button.setEnabled(not reason)
        self.start_button.setToolTip(reason or tr("Shows what the camera sees, and keeps frames of it."))
        if reason or self._said_reason:
            self.status_label.setText(reason)
        self._said_reason = reason

    def _reason(self) -> str:
        if self._workbench.is_busy:
            return tr("DeepSeg is at work; STOP is above.")
        if not self._workbench.is_engine_ready():
            return tr("Set up DeepSeg first, with the button above.")
        if not self.source_edit.text().strip():
            return tr("Say which camera, video or address.")
        return "" if self.folder_widget.filePath() else tr("Choose a folder for the frames.")

    # What happens

    def _on_clicked(self) -> None:
        if self._is_running:
            self.stop()
        else:
            self.start()

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

    def _choose_video(self) -> None:
        endings = " ".join(f"*.{ending}" for ending in VIDEO_ENDINGS)
        kinds = f"{tr('Videos')} ({endings});;{tr('All files')} (*)"
        start = str(Path(self.source_edit.text()).parent) if self.source_edit.text().strip() else ""
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose a video"), start, kinds)
        if path:
            self.source_edit.setText(path)

    def _remember(self) -> None:
        source = self.source_edit.text().strip()
        values = {
            "every_s": self.every_box.value(),
            "count": self.count_box.value(),
            "folder": self.folder_widget.filePath(),
        }
        if "@" not in source and "?" not in source:  # a password has no place in a project file
            values["source"] = source
        remember(self._workbench.qgis_project, _MEMORY, values)

    def _default_folder(self) -> str:
        site = self._workbench.site
        if site is not None:
            return str(site.path.parent / "frames")
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        return str(Path(pictures or Path.home()) / "DeepSeg")


def frames_text(n: int) -> str:
    """Return how many frames there are."""
    return tr("1 frame was taken.") if n == 1 else tr("{n} frames were taken.").format(n=number(n))
