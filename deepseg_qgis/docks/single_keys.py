"""Single keys that do something while some widgets have the focus and no text is being written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QMenu, QWidget


class SingleKeys(QObject):
    """Keys on some widgets and what is inside them.

    A key goes to a text field first, if one has the focus: Qt asks it before any shortcut.
    """

    def __init__(self, widgets: Sequence[QWidget], acts: Mapping[str, tuple[str, Callable[[], None]]]) -> None:
        """`acts` says for each key its title and what happens."""
        super().__init__()
        self._widgets = list(widgets)
        self._menu: QMenu | None = QMenu()  # never shown: a menu makes actions whatever the version of Qt
        for key, (title, act) in acts.items():
            # The act is bound here; Qt hands over whether the action is checked.
            action = self._menu.addAction(title, lambda *_, act=act: act())
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setAutoRepeat(False)
            for widget in self._widgets:
                widget.addAction(action)
        self._actions = list(self._menu.actions())

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
