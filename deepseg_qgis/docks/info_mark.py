"""The ⓘ beside a word: explains it in a sentence to the mouse, the keyboard and the screen reader."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QToolButton, QToolTip, QWidget


class InfoMark(QToolButton):
    """A small ⓘ that shows its explanation when it is pointed at, clicked or pressed with Space."""

    def __init__(self, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText("ⓘ")
        self.setAutoRaise(True)
        self.setToolTip(f"<p>{explanation}</p>")  # as rich text it is broken into lines
        self.setAccessibleName(explanation)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._explain)

    def _explain(self) -> None:
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), self.toolTip(), self)
