"""What the four docks have in common: status line, banner, a page that scrolls, and taking themselves down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

from qgis.core import Qgis
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtWidgets import QDockWidget, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ..about import NAME
from ..domain.roles import TRAIN
from ..i18n import tr
from .banner import Banner
from .drops import has_something, what_was_dropped
from .raster_adding import add_rasters
from .raster_choice import rasters_below
from .status_line import StatusLine
from .wording import number
from .workbench import Workbench

MIN_WIDTH_PX = 320


class Dock(QDockWidget):
    """A dock of DeepSeg. A subclass fills `self.content`, and connects with `listen` so that all ends with it."""

    RASTER_ROLE: ClassVar[str] = TRAIN  # of rasters that are dropped on it

    def __init__(self, workbench: Workbench, name: str, title: str, *, long_title: str = "") -> None:
        super().__init__(title, workbench.window)
        self.setObjectName(f"deepseg_{name}_dock")
        # Four tabs must fit side by side, so titles are short; among QGIS's panels it must say whose it is.
        self.toggleViewAction().setText(f"{NAME} · {long_title or title}".replace("&", "&&"))
        self.workbench = workbench
        self._connections: list[tuple[Any, Callable[..., Any]]] = []
        self._reason_lines: dict[QPushButton, QLabel] = {}
        self._own_tips: dict[QPushButton, str] = {}
        self.status_line = StatusLine(self)
        self.scroll_area = QScrollArea(self)
        self.content = QVBoxLayout()
        self._lay_out()
        self.setAcceptDrops(True)
        self.listen(workbench.state_changed, self.status_line.show_state)
        self.listen(workbench.device_changed, self.status_line.show_device)
        self.listen(self.status_line.stop_clicked, workbench.stop)
        self.status_line.show_state(workbench.state)
        self.status_line.show_device(workbench.device_text())

    def listen(self, signal: Any, slot: Callable[..., Any]) -> None:
        """Connect a signal to a slot until `tear_down`."""
        signal.connect(slot)
        self._connections.append((signal, slot))

    def reason_line(self, button: QPushButton) -> QLabel:
        """Return the small line that says why a primary button is disabled, to be placed under it."""
        if button not in self._reason_lines:
            line = QLabel("", self)
            line.setObjectName(f"{button.objectName()}_reason")
            line.setWordWrap(True)
            line.setVisible(False)
            font = line.font()
            font.setItalic(True)
            line.setFont(font)
            self._reason_lines[button] = line
        return self._reason_lines[button]

    def set_primary(self, button: QPushButton, reason: str) -> None:
        """Enable a primary button, or disable it for a reason that its tool tip and the line under it say."""
        own_tip = self._own_tips.setdefault(button, button.toolTip())
        button.setEnabled(not reason)
        button.setToolTip(reason or own_tip)
        line = self.reason_line(button)
        line.setText(reason)
        # A line that nobody has placed would float over the corner of the dock.
        line.setVisible(bool(reason) and line.parentWidget() is not self)

    def tear_down(self) -> None:
        """Let go of everything outside: signals, and in subclasses what they put on the map."""
        for signal, slot in reversed(self._connections):
            with suppress(TypeError, RuntimeError):  # the other side may have gone before us
                signal.disconnect(slot)
        self._connections = []

    # What is dropped on it

    def take_rasters(self, paths: Sequence[str]) -> None:
        """Add rasters that were dropped to the project, for what this dock does."""
        if self.workbench.site is None:
            self.workbench.say(tr("Make or open a project first, in the dock Labels; then drop the rasters again."))
        else:
            add_rasters(self.workbench, paths, self.RASTER_ROLE)

    def take_labels(self, path: str) -> None:
        """Say where labels are taken."""
        self.workbench.say(tr("Drop {name} on the dock Labels.").format(name=Path(path).name))

    def take_video(self, path: str) -> None:
        """Say where videos are taken."""
        self.workbench.say(tr("Drop {name} on the dock Prediction: it takes frames.").format(name=Path(path).name))

    def dragEnterEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt calls it by this name)
        """Take what some dock can use; the others say which."""
        if has_something(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QEvent) -> None:  # noqa: N802
        """Do what the dock does with it."""
        dropped = what_was_dropped(event.mimeData().urls())
        event.acceptProposedAction()
        for path in dropped.projects[:1]:
            self.workbench.open_site(path)
        if dropped.rasters:
            self.take_rasters(dropped.rasters)
        for path in dropped.labels[:1]:
            self.take_labels(path)
        if len(dropped.labels) > 1:
            text = tr("One file of labels is taken at a time; a folder full of them by “Import labels…” > “Folder…”.")
            self.workbench.say(text)
        for path in dropped.videos[:1]:
            self.take_video(path)
        n_below = rasters_below(event.mimeData().urls())
        if n_below:
            text = tr("Folders inside it hold more rasters ({n}): drop those folders as well.")
            self.workbench.say(text.format(n=number(n_below)), Qgis.MessageLevel.Warning)
        elif not dropped:
            self.workbench.say(tr("There is nothing in it that DeepSeg reads."))

    def _lay_out(self) -> None:
        self.banner = Banner(self.workbench, self)
        body = QWidget()
        body.setObjectName("dock_body")
        body.setLayout(self.content)
        self.content.setContentsMargins(6, 2, 6, 6)
        self.scroll_area.setWidget(body)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.status_line)
        layout.addWidget(self.banner)
        layout.addWidget(self.scroll_area, 1)
        page.setMinimumWidth(MIN_WIDTH_PX)
        self.setWidget(page)
