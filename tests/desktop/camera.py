"""Pictures of the window, one a step, with the dialog that is open in front."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPixmap
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMainWindow, QWidget

TITLE_PX = 24


class Camera:
    """Writes pictures into a folder."""

    def __init__(self, window: QMainWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self.taken: list[str] = []

    def take(self, name: str, dialog: QWidget | None = None) -> None:
        """Write the picture of a step; `dialog` is drawn in front, with a title as window managers give it."""
        QTest.qWait(200)
        QApplication.processEvents()
        picture = self._window.grab()
        if dialog is not None:
            _put(picture, dialog)
        path = self._folder / f"{name}.png"
        if not picture.save(str(path)):
            raise OSError(f"{path} could not be written")
        self.taken.append(name)


def _put(picture: QPixmap, dialog: QWidget) -> None:
    """Draw a dialog into the middle of a picture."""
    shot = dialog.grab()
    corner = QPoint((picture.width() - shot.width()) // 2, (picture.height() - shot.height() + TITLE_PX) // 2)
    frame = QRect(corner.x() - 1, corner.y() - TITLE_PX, shot.width() + 1, shot.height() + TITLE_PX)
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 40))
    painter.fillRect(frame, QColor("#4a5568"))
    painter.drawPixmap(corner, shot)
    painter.setPen(QColor("#4a5568"))
    painter.drawRect(frame)
    painter.setPen(QColor("white"))
    title = QRect(frame.x() + 8, frame.y(), frame.width() - 16, TITLE_PX)
    painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, dialog.windowTitle())
    painter.end()
