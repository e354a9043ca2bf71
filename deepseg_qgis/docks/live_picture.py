"""A picture that is shown as large as there is room, and replaced while one looks."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QRect, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

_LEAST = QSize(320, 180)
_AROUND, _WORDS = "#2b2b2b", "#f0f0f0"  # as players of videos have it, on light themes and on dark ones


class LivePicture(QWidget):
    """Shows the newest picture, or a sentence while there is none."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live_picture")
        self.setAccessibleName(sentence)
        self._sentence = sentence
        self._image = QImage()
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def image(self) -> QImage:
        """Return what is shown; null while nothing is."""
        return self._image

    def show_file(self, path: str) -> None:
        """Show a picture; one that cannot be read leaves the one before."""
        try:
            data = Path(path).read_bytes()  # not by name: Qt keeps what it has read under a name
        except OSError:
            return
        image = QImage.fromData(data)
        if not image.isNull():
            self._image = image
            self.update()

    @property
    def sentence(self) -> str:
        """Return what is said while there is no picture."""
        return self._sentence

    def say(self, sentence: str) -> None:
        """Show a sentence in place of a picture."""
        self._sentence = sentence
        self.setAccessibleName(sentence)
        self._image = QImage()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt calls it by this name)
        """Draw it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(_AROUND))
        if self._image.isNull():
            painter.setPen(QColor(_WORDS))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(12, 12, -12, -12), int(flags), self._sentence)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._place(), self._image)
        painter.end()

    def _place(self) -> QRect:
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        return QRect(left, top, size.width(), size.height())
