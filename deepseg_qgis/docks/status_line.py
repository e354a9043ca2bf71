"""The line on top of every dock: what is going on, on which device, how long it will take, and STOP."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ..domain import work_state
from ..domain.work_state import WorkState
from ..i18n import tr
from .elided_label import ElidedLabel
from .wording import state_text, time_left

# Seen on light and dark grounds and told apart without color sense; the word beside it says the same.
_DOTS = {work_state.IDLE: "#7f7f7f", work_state.STOPPING: "#e69f00"}
_DOT_AT_WORK = "#009e73"
_BAR_HEIGHT_PX = 4


class StatusLine(QWidget):
    """Shows a `WorkState` and the device; `stop_clicked` comes when the user wants it to end."""

    stop_clicked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self._state = WorkState()
        self._device = ""
        self._dot = QLabel("●", self)
        self.state_label = ElidedLabel("", self)
        self.state_label.setObjectName("state_label")
        self.detail_label = ElidedLabel("", self)
        self.detail_label.setObjectName("state_detail_label")
        self.stop_button = QPushButton(tr("STOP"), self)
        self.stop_button.setObjectName("stop_button")
        self.stop_button.setToolTip(tr("Stops the work; what is worth keeping is kept."))
        self.stop_button.clicked.connect(lambda: self.stop_clicked.emit())
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(_BAR_HEIGHT_PX)
        self._bar.setRange(0, 1000)
        self._lay_out()
        self._show()

    def show_state(self, state: WorkState) -> None:
        """Show what is going on now."""
        self._state = state
        self._show()

    def show_device(self, device: str) -> None:
        """Show what the work runs on."""
        self._device = device
        self._show()

    def text(self) -> str:
        """Return all that the line says."""
        return " · ".join(part for part in (self.state_label.text(), self.detail_label.text()) if part)

    def _lay_out(self) -> None:
        font = self.state_label.font()
        font.setBold(True)
        self.state_label.setFont(font)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.state_label)
        words.addWidget(self.detail_label)
        row = QHBoxLayout()
        row.addWidget(self._dot)
        row.addLayout(words, 1)
        row.addWidget(self.stop_button)
        everything = QVBoxLayout(self)
        everything.setContentsMargins(6, 4, 6, 2)
        everything.setSpacing(2)
        everything.addLayout(row)
        everything.addWidget(self._bar)

    def _show(self) -> None:
        state = self._state
        self._dot.setStyleSheet(f"color: {_DOTS.get(state.kind, _DOT_AT_WORK)};")
        self.state_label.setText(state_text(state))
        self.detail_label.setText(" · ".join(part for part in (self._device, time_left(state)) if part))
        self.stop_button.setVisible(state.is_busy)
        self.stop_button.setEnabled(state.kind != work_state.STOPPING)
        self._bar.setVisible(state.is_busy)
        # Without a share the bar runs to and fro, which says "at work" as well.
        self._bar.setRange(0, 0 if state.share is None else 1000)
        if state.share is not None:
            self._bar.setValue(round(1000 * state.share))
