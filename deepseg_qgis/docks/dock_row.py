"""The four docks in the order of the work: built when they are first wanted, put back where they were, taken down."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget

from ..settings import Settings
from .dock import Dock
from .workbench import Workbench

if TYPE_CHECKING:
    from .history_desk import HistoryDesk
    from .placeless_offer import PlacelessOffer

FIRST = "labels"
_WERE_OPEN = "docks/were_open"
_WIDTH_PX = 380


class DockRow:
    """Tabs on the right of the window, or wherever the user put them."""

    def __init__(
        self,
        workbench: Workbench,
        *,
        add: Callable[[Qt.DockWidgetArea, QDockWidget], None],
        remove: Callable[[QDockWidget], None],
    ) -> None:
        self._workbench = workbench
        self._add = add
        self._remove = remove
        self.docks: dict[str, Dock] = {}
        self.history: HistoryDesk | None = None
        self._offer: PlacelessOffer | None = None
        self._reopening = QTimer()
        self._reopening.setSingleShot(True)
        self._reopening.timeout.connect(self.show)

    def reopen(self) -> None:
        """Show the docks again if they were open at the end of the last session, as soon as QGIS has time."""
        if Settings.get(_WERE_OPEN, False):
            self._reopening.start(0)

    def show(self, name: str = "") -> None:
        """Show the docks, the named one in front; the one in front stays there when none is named."""
        is_first_time = not self.docks
        if is_first_time:
            self._build()
        for dock in self.docks.values():
            if dock.isHidden():
                dock.show()
        if name or is_first_time:
            self.docks[name or FIRST].raise_()

    def tear_down(self) -> None:
        """Remember whether the docks are open, and remove them."""
        self._reopening.stop()
        if self.docks:
            Settings.set(_WERE_OPEN, any(not dock.isHidden() for dock in self.docks.values()))
        if self.history is not None and self._offer is not None:
            self.history.close()
            self.history.deleteLater()
            self._offer.tear_down()
            self.history = self._offer = None
        for dock in reversed(self.docks.values()):
            dock.tear_down()
            self._remove(dock)
            dock.deleteLater()
            # Now, not when Qt next has time: after a reload there must never be two of the same name.
            QCoreApplication.sendPostedEvents(dock, QEvent.Type.DeferredDelete)
        self.docks = {}

    def _build(self) -> None:
        # Here, not above: until somebody wants the docks, QGIS shall not wait for them to be read.
        from .evaluation_dock import EvaluationDock
        from .history_desk import HistoryDesk
        from .labels_dock import LabelsDock
        from .placeless_offer import PlacelessOffer
        from .prediction_dock import PredictionDock
        from .training_dock import TrainingDock

        window = self._workbench.window
        self.docks = {
            "labels": LabelsDock(self._workbench),
            "training": TrainingDock(self._workbench),
            "evaluation": EvaluationDock(self._workbench),
            "prediction": PredictionDock(self._workbench),
        }
        self.history = HistoryDesk(self._workbench, self.docks)
        self._offer = PlacelessOffer(self._workbench)
        first = self.docks[FIRST]
        for dock in self.docks.values():
            # QGIS restores its windows when it starts, before these are there; their places are kept for them.
            if window.restoreDockWidget(dock):
                continue
            self._add(Qt.DockWidgetArea.RightDockWidgetArea, dock)
            if dock is not first:
                window.tabifyDockWidget(first, dock)
        window.resizeDocks([first], [_WIDTH_PX], Qt.Orientation.Horizontal)
