"""Clears footprints from the map, and brings them back until the QGIS project is saved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsVectorLayer
from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QToolButton

from ..i18n import tr
from ..layers.cleared_footprints import ClearedFootprints
from .wording import number

if TYPE_CHECKING:
    from .workbench import Workbench


class ClearControl(QObject):
    """Offers the undo as a link in the message bar, as a button beside CLEAR POLYGONS and as an entry of a menu."""

    restored = pyqtSignal()

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._cleared = ClearedFootprints(workbench.qgis_project, self)
        self._cleared.changed.connect(self._offer)
        self._action = None
        self._said: QgsMessageBarItem | None = None
        self.undo_button = QToolButton()
        self.undo_button.setObjectName("undo_clear_button")
        self.undo_button.setText("↶")
        self.undo_button.setToolTip(tr("Undo clearing: bring the polygons back as they were."))
        self.undo_button.setAccessibleName(tr("Undo clearing"))
        self.undo_button.clicked.connect(lambda *_: self.undo())
        self._offer()

    def add_to(self, menu: QMenu) -> None:
        """Add the entry to a menu."""
        if menu.actions():
            menu.addSeparator()
        self._action = menu.addAction(tr("Undo clearing"), lambda *_: self.undo())
        self._action.setObjectName("undo_clear_action")
        self._offer()

    def clear(self, layers: Sequence[QgsVectorLayer], n_shown: int) -> None:
        """Take layers off the map and offer to bring them back."""
        if self._cleared.take(layers):
            text = tr("{n} footprints were taken off the map.", n_shown).format(n=number(n_shown))
            self._workbench.take_back(self._said)
            self._said = self._workbench.say(text, Qgis.MessageLevel.Info, link=(tr("Undo"), self.undo))

    def undo(self) -> None:
        """Bring back what was cleared last."""
        if not self._cleared.n_layers:
            self._workbench.say(tr("There is nothing to bring back: the project has been saved or closed since."))
            return
        self._take_back()  # its button would undo another step
        self._cleared.restore()
        self.restored.emit()

    def tear_down(self) -> None:
        """Let go of what was cleared."""
        self._cleared.tear_down()

    def _take_back(self) -> None:
        said, self._said = self._said, None
        self._workbench.take_back(said)

    def _offer(self) -> None:
        can_undo = self._cleared.n_layers > 0
        if not can_undo:
            self._take_back()
        self.undo_button.setVisible(can_undo)
        if self._action is not None:
            self._action.setEnabled(can_undo)
