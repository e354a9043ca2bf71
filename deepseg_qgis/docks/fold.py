"""A part of a dock that folds away under its title."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget


class Fold(QWidget):
    """A title with an arrow; a click or Space shows or hides what is in `inside`."""

    toggled = pyqtSignal(bool)  # whether it is open now

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QToolButton()
        self._title.setObjectName(f"{name}_fold")
        self._title.setText(title)
        self._title.setCheckable(True)
        self._title.setAutoRaise(True)
        self._title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title.toggled.connect(self._on_toggled)
        self.inside = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addWidget(self.inside)
        self._on_toggled(False)

    @property
    def is_open(self) -> bool:
        """Return whether the inside is shown."""
        return self._title.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Show or hide the inside."""
        self._title.setChecked(is_open)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)

    def _on_toggled(self, is_open: bool) -> None:
        self._title.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.inside.setVisible(is_open)
        self.toggled.emit(is_open)
