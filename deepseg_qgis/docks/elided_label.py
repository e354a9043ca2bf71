"""A line of text that is never wider than its place."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """Shows as much of its text as fits, then "…"; the tool tip has all of it unless it has been set."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(text, parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def shown_text(self) -> str:
        """Return the text as it is seen now."""
        return str(self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt calls it by this name)
        """Return that hardly any width is needed."""
        return QSize(self.fontMetrics().averageCharWidth() * 3, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the part of the text that fits."""
        shown = self.shown_text()
        if self.isEnabled() and shown != self.text() and not self.toolTip():
            self.setToolTip(self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), shown)
        painter.end()

    def setText(self, text: str) -> None:  # noqa: N802
        """Take another text; a tool tip that repeated the old one goes."""
        if self.toolTip() == self.text():
            self.setToolTip("")
        super().setText(text)
