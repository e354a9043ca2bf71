"""Mouse, keys and patience: finds widgets by their object names, clicks them, waits for what must happen."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QMenu,
    QTreeWidget,
    QWidget,
)

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN = Qt.KeyboardModifier.NoModifier


class NothingHappenedError(AssertionError):
    """What was waited for did not come, or cannot be clicked; the text says what."""


def wait_for(what: str, is_there: Callable[[], object], timeout_s: float = 30) -> object:
    """Return what `is_there` returns as soon as that is true."""
    end = time.monotonic() + timeout_s
    while True:
        found = is_there()
        if found:
            return found
        if time.monotonic() > end:
            raise NothingHappenedError(f"waited {timeout_s:.0f} s for {what}")
        QTest.qWait(50)


class Hands:
    """Everything a person does with the window."""

    def __init__(self, window: QMainWindow, canvas: QgsMapCanvas) -> None:
        self.window = window
        self.canvas = canvas
        self._failures: list[BaseException] = []

    # Widgets

    def find(self, name: str, kind: type = QWidget, within: QWidget | None = None) -> QWidget:
        """Return the widget of this name as soon as it is there; a dock may be the place where to look."""
        place = within if within is not None else self.window
        found = wait_for(
            f"{name} to be there, and not hidden",
            lambda: [widget for widget in place.findChildren(kind, name) if not _is_hidden(widget)],
            timeout_s=20,
        )
        return found[0]

    def dock(self, name: str) -> QWidget:
        """Bring a dock to the front, by clicking its button in the toolbar, and return it."""
        bar = self.window.findChild(QWidget, "deepseg_toolbar")
        action = next(each for each in bar.actions() if each.objectName() == f"deepseg_{name}_action")
        self.click(bar.widgetForAction(action))
        dock = self.window.findChild(QWidget, f"deepseg_{name}_dock")
        wait_for(f"the dock {name} in front", lambda: dock.isVisible() and not dock.visibleRegion().isEmpty())
        return dock

    def click(self, widget: QWidget | str, within: QWidget | None = None, button: Qt.MouseButton = LEFT) -> None:
        """Click a widget that can be clicked, after scrolling to it."""
        widget = self.find(widget, within=within) if isinstance(widget, str) else widget
        wait_for(f"{widget.objectName()} to be enabled ({widget.toolTip()})", widget.isEnabled)
        self.show(widget)
        QTest.mouseClick(widget, button, PLAIN, widget.rect().center())
        self.rest()

    def show(self, widget: QWidget) -> None:
        """Scroll a dock so that a widget is seen."""
        parent = widget.parentWidget()
        while parent is not None:
            if hasattr(parent, "ensureWidgetVisible"):
                parent.ensureWidgetVisible(widget, 10, 10)
            parent = parent.parentWidget()
        QApplication.processEvents()

    def open_fold(self, name: str, within: QWidget, is_open: bool = True) -> None:
        """Open a part of a dock that is folded away, or close it."""
        title = self.find(f"{name}_fold", QAbstractButton, within)
        if title.isChecked() != is_open:
            self.click(title)

    def choose(self, box: QComboBox, value: object) -> None:
        """Choose the entry of a box that holds this value, with the keys."""
        index = box.findData(value)
        if index < 0:
            raise NothingHappenedError(f"{box.objectName()} does not offer {value}")
        self.show(box)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(index):
            QTest.keyClick(box, Qt.Key.Key_Down)
        wait_for(f"{box.objectName()} at {value}", lambda: box.currentData() == value)

    def write(self, widget: QWidget, text: str) -> None:
        """Replace what is written in a field, and press Enter."""
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(widget, text)
        QTest.keyClick(widget, Qt.Key.Key_Return)
        self.rest()

    def click_row(self, tree: QTreeWidget, row: int, column: int = 0, *, twice: bool = False) -> None:
        """Click a row of a list, or click it twice."""
        self.show(tree)
        item = tree.topLevelItem(row)
        tree.scrollToItem(item)
        place = tree.visualItemRect(item)
        point = QPoint(tree.columnViewportPosition(column) + 12, place.center().y())
        QTest.mouseClick(tree.viewport(), LEFT, PLAIN, point)
        if twice:
            QTest.mouseDClick(tree.viewport(), LEFT, PLAIN, point)
        self.rest()

    def rest(self) -> None:
        """Let Qt do what the last deed has begun."""
        QApplication.processEvents()
        QTest.qWait(30)
        if self._failures:
            raise self._failures.pop(0)

    # Dialogs

    def in_dialog(
        self, name: str, deed: Callable[[QDialog], None], timeout_s: float = 20, *, kind: type = QDialog
    ) -> None:
        """Do something in the modal dialog that the next click opens; the click returns when it is closed."""
        end = time.monotonic() + timeout_s

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, kind) or (name and dialog.objectName() != name):
                if time.monotonic() > end:
                    self._failures.append(NothingHappenedError(f"waited {timeout_s:.0f} s for the dialog {name}"))
                    if dialog is not None:
                        dialog.close()
                else:
                    QTimer.singleShot(100, look)
                return
            try:
                deed(dialog)
            except Exception as error:  # noqa: BLE001  (it must not be lost in Qt; `rest` raises it)
                self._failures.append(error)
                dialog.close()

        QTimer.singleShot(100, look)

    def in_menu(self, button: QAbstractButton, text: str, timeout_s: float = 20) -> None:
        """Open the menu of a button and click the entry with this text; returns when what it opens is closed."""
        end = time.monotonic() + timeout_s

        def pick() -> None:
            menu = QApplication.activePopupWidget()
            actions = menu.actions() if isinstance(menu, QMenu) else []
            action = next((each for each in actions if each.text().replace("&", "") == text), None)
            if action is not None and action.isEnabled():
                QTest.mouseClick(menu, LEFT, PLAIN, menu.actionGeometry(action).center())
            elif time.monotonic() > end:
                names = [each.text() for each in actions]
                self._failures.append(NothingHappenedError(f"{button.objectName()} offers {names}, not {text}"))
                if menu is not None:
                    menu.close()
            else:
                QTimer.singleShot(100, pick)

        QTimer.singleShot(100, pick)
        self.click(button)

    def answer_with_files(self, *paths: Path) -> None:
        """Name files in the file dialog that the next click opens: Qt's own, see `driven.use_own_dialogs`."""

        def fill(dialog: QDialog) -> None:
            names = [str(path) for path in paths]
            text = names[0] if len(names) == 1 else " ".join(f'"{name}"' for name in names)
            dialog.findChild(QLineEdit, "fileNameEdit").setText(text)
            box = dialog.findChild(QDialogButtonBox, "buttonBox")
            accepts = [b for b in box.buttons() if box.buttonRole(b) == QDialogButtonBox.ButtonRole.AcceptRole]
            self.click(accepts[0])

        self.in_dialog("", fill, kind=QFileDialog)

    def read_message(self, bar: QgsMessageBar) -> None:
        """Close what QGIS itself has to say until DeepSeg's message is on top."""

        def is_on_top() -> bool:
            item = bar.currentItem()
            if item is not None and item.objectName() != "deepseg_message":
                bar.popWidget(item)
                return False
            return item is not None

        wait_for("a message of DeepSeg", is_on_top, 10)
        QTest.qWait(300)  # that of QGIS glides away

    # The map

    def look_at(self, geometry: QgsGeometry, crs: object, factor: float = 1.0) -> None:
        """Show a place on the map, and wait until it is drawn."""
        bounds = QgsGeometry(geometry)
        bounds.transform(QgsCoordinateTransform(crs, self.canvas.mapSettings().destinationCrs(), QgsProject.instance()))
        rectangle = bounds.boundingBox()
        rectangle.scale(factor)
        self.canvas.setExtent(rectangle)
        self.canvas.refresh()
        self.drawn()

    def drawn(self) -> None:
        """Wait until the map is drawn."""
        QTest.qWait(150)
        wait_for("the map to be drawn", lambda: not self.canvas.isDrawing(), 60)
        with suppress(NothingHappenedError):  # some marks stay
            wait_for("what flashes to be over", lambda: not self._is_flashing(), 3)
        QTest.qWait(100)

    def _is_flashing(self) -> bool:
        bands = [item for item in self.canvas.scene().items() if isinstance(item, QgsRubberBand)]
        return any(band.isVisible() and band.numberOfVertices() for band in bands)

    def pixel(self, point: QgsPointXY, crs: object) -> QPoint:
        """Return where a point of the ground is in the canvas."""
        way = QgsCoordinateTransform(crs, self.canvas.mapSettings().destinationCrs(), QgsProject.instance())
        there = self.canvas.getCoordinateTransform().transform(way.transform(point))
        return QPoint(round(there.x()), round(there.y()))

    def draw(self, corners: Sequence[QPoint]) -> None:
        """Draw a polygon with QGIS's own tool: a click for each corner, a right click to end."""
        ground = self.canvas.viewport()
        for corner in corners:
            if not ground.rect().contains(corner):
                raise NothingHappenedError(f"{corner} is outside the map")
            QTest.mouseMove(ground, corner)
            QTest.mouseClick(ground, LEFT, PLAIN, corner)
            QTest.qWait(30)
        QTest.mouseClick(ground, RIGHT, PLAIN, corners[-1])
        self.rest()

    def map_key(self, key: str) -> None:
        """Press a key while the map has the focus."""
        self.window.activateWindow()
        self.canvas.setFocus()
        wait_for("the map to have the focus", self.canvas.hasFocus, 5)
        QTest.keyClick(self.canvas, key)
        self.rest()


def _is_hidden(widget: QWidget) -> bool:
    """Return whether a widget would not be seen even if its dock were in front."""
    while widget is not None and not widget.isWindow():
        if widget.isHidden() and widget.parentWidget() is not None:
            return not widget.objectName().startswith("deepseg_")
        widget = widget.parentWidget()
    return False
