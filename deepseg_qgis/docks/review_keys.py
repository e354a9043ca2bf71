"""Single keys for the review: N next, Y accept, X reject, E edit, B back; only while the review is in front."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QMenu, QWidget


class ReviewKeys(QObject):
    """Keys on some widgets and what is inside them; a text field that has the focus gets the letter instead."""

    def __init__(self, widgets: Sequence[QWidget], acts: Mapping[str, tuple[str, Callable[[], None]]]) -> None:
        """`acts` says for each key its title and what happens."""
        super().__init__()
        self._widgets = list(widgets)
        self._menu: QMenu | None = QMenu()  # never shown: a menu makes actions whatever the version of Qt
        for key, (title, act) in acts.items():
            action = self._menu.addAction(title, lambda *_, act=act: act())
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setAutoRepeat(False)
            for widget in self._widgets:
                widget.addAction(action)
        self._actions = list(self._menu.actions())
        self.set_enabled(False)

    def set_enabled(self, is_enabled: bool) -> None:
        """Listen to the keys or leave them to others."""
        for action in self._actions:
            action.setEnabled(is_enabled)

    def tear_down(self) -> None:
        """Take the keys off the widgets; a second time there is nothing left to take."""
        for action in self._actions:
            for widget in self._widgets:
                widget.removeAction(action)
        self._actions, self._widgets = [], []
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None
