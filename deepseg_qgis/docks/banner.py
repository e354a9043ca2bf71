"""One sentence and one button on top of every dock, while the engine is not set up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ..domain import work_state
from ..domain.work_state import WorkState
from ..i18n import tr

if TYPE_CHECKING:
    from .setup_dialog import SetupDialog
    from .workbench import Workbench


_NARROWEST_PX = 120


class Banner(QFrame):
    """Says that the engine is not set up and opens the dialog that does it; hidden once it is set up."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._dialog: SetupDialog | None = None  # kept here, where there is no window to hold it
        self.setObjectName("setup_banner")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        # A colored edge is seen on light and dark grounds alike; the ground itself is the theme's.
        self.setStyleSheet("#setup_banner { border-left: 4px solid #e69f00; background: palette(alternate-base); }")
        self.sentence = QLabel("", self)
        self.sentence.setObjectName("setup_banner_sentence")
        self.sentence.setWordWrap(True)
        self.sentence.setMinimumWidth(_NARROWEST_PX)  # wraps below a wish of its own
        self.button = QPushButton("", self)
        self.button.setObjectName("setup_banner_button")
        self.button.clicked.connect(lambda: self.open_dialog())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 6, 4)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        workbench.engine_changed.connect(self.show_engine)
        workbench.state_changed.connect(self.show_state)
        self.show_engine()

    def show_engine(self) -> None:
        """Appear or vanish, as the engine is set up or not."""
        self.setVisible(not self._workbench.is_engine_ready())
        self.show_state(self._workbench.state)

    def show_state(self, state: WorkState) -> None:
        """Say that it is being set up while it is."""
        if state.kind == work_state.SETUP:
            self.sentence.setText(tr("DeepSeg is being set up."))
            self.button.setText(tr("Show"))
        else:
            self.sentence.setText(tr("To train and predict, DeepSeg has to be set up once."))
            self.button.setText(tr("Set up…"))

    def open_dialog(self) -> None:
        """Open the dialog, or bring it to the front."""
        # Here, not above: QGIS starts without it, and most people need it once.
        from .setup_dialog import open_setup_dialog

        self._dialog = open_setup_dialog(self._workbench)
