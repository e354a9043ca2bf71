"""Single keys that draw: 1-9 and A, only while map or dock have the focus and no text is being written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ..i18n import tr
from .category_list import N_KEYS

AREA_KEY = "A"


class MapKeys(QObject):
    """Keys on some widgets and what is inside them.

    A key goes to a text field first, if one has the focus: Qt asks it before any shortcut.
    """

    def __init__(
        self, widgets: Sequence[QWidget], *, draw_category: Callable[[int], None], draw_area: Callable[[], None]
    ) -> None:
        """`draw_category` is given the row of the category, from 0."""
        super().__init__()
        self._widgets = list(widgets)
        self._menu: QMenu | None = QMenu()  # never shown: a menu makes actions whatever the version of Qt
        for row in range(N_KEYS):
            title = tr("Draw labels of category {n}").format(n=row + 1)
            # The row is bound here; Qt hands over whether the action is checked.
            action = self._menu.addAction(title, lambda *_, row=row: draw_category(row))
            action.setShortcut(str(row + 1))
        self._menu.addAction(tr("Draw an area"), lambda *_: draw_area()).setShortcut(AREA_KEY)
        self._actions = list(self._menu.actions())
        for action in self._actions:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setAutoRepeat(False)
            for widget in self._widgets:
                widget.addAction(action)

    def set_enabled(self, is_enabled: bool) -> None:
        """Without a project the keys are as if they were not there."""
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
