"""What the engine says while it works, folded away until somebody wants to know."""

from __future__ import annotations

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ..i18n import tr
from .fold import Fold

_MOST_LINES = 2000
_HEIGHT_PX = 130


class RunLog(Fold):
    """Lines of text, the newest below."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Log"), f"{name}_log", parent)
        self.view = QPlainTextEdit()
        self.view.setObjectName(f"{name}_log")
        self.view.setAccessibleName(tr("Log"))
        self.view.setReadOnly(True)
        self.view.setMaximumBlockCount(_MOST_LINES)
        self.view.setFixedHeight(_HEIGHT_PX)
        self.view.setTabChangesFocus(True)
        layout = QVBoxLayout(self.inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.toggled.connect(self._on_opened)

    def clear(self) -> None:
        """Begin anew."""
        self.view.clear()

    def add(self, line: str) -> None:
        """Add a line."""
        self.view.appendPlainText(line)

    def _on_opened(self, is_open: bool) -> None:
        if is_open:
            QTimer.singleShot(0, self._show_end)  # when it has its size

    def _show_end(self) -> None:
        """Show what was said last: text that was added while nobody saw it has not moved the view."""
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.maximum())
