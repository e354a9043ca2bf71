"""The History tab of the Prediction dock: predictions of the past, and what can be done with each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..domain.prediction import PastPrediction
from ..i18n import tr
from .prediction_words import prediction_lines
from .run_list import when_text

_NAME, _IMAGES, _MODEL, _WHEN = range(4)
_N_ROWS_SHOWN = 6


class PredictionList(QWidget):
    """A table, the latest first, with the actions of the one that is picked."""

    show_wanted = pyqtSignal(object)  # PastPrediction
    go_on_wanted = pyqtSignal(object)
    open_folder_wanted = pyqtSignal(object)
    delete_wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._predictions: list[PastPrediction] = []
        self._shown: set[str] = set()
        self._is_busy = False
        self.empty = QLabel(tr("No prediction yet."))
        self.empty.setWordWrap(True)
        self.tree = self._make_tree()
        self.buttons = QWidget()
        self._make_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 6, 2, 2)
        for widget in (self.empty, self.tree, self.buttons):
            layout.addWidget(widget)
        layout.addStretch()
        self.set_predictions([], set())

    @property
    def current(self) -> PastPrediction | None:
        """Return the prediction that is picked."""
        item = self.tree.currentItem()
        index = self.tree.indexOfTopLevelItem(item) if item is not None else -1
        return self._predictions[index] if 0 <= index < len(self._predictions) else None

    def set_predictions(self, predictions: Sequence[PastPrediction], shown: set[str], *, pick: str = "") -> None:
        """Show these; `shown` are the files that are on the map."""
        name = pick or (self.current.name if self.current is not None else "")
        self._predictions, self._shown = list(predictions), shown
        self.tree.blockSignals(True)
        self.tree.clear()
        for prediction in self._predictions:
            self.tree.addTopLevelItem(self._row(prediction))
        names = [prediction.name for prediction in self._predictions]
        if names:
            self.tree.setCurrentItem(self.tree.topLevelItem(names.index(name) if name in names else 0))
        self.tree.blockSignals(False)
        n = min(max(len(names), 1), _N_ROWS_SHOWN)
        row = max(self.tree.sizeHintForRow(0), 16)
        self.tree.setFixedHeight(self.tree.header().sizeHint().height() + n * row + 2 * self.tree.frameWidth())
        for widget in (self.tree, self.buttons):
            widget.setVisible(bool(names))
        self.empty.setVisible(not names)
        self._offer()

    def set_busy(self, is_busy: bool) -> None:
        """Offer nothing that would disturb a run that is going."""
        self._is_busy = is_busy
        self._offer()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("prediction_list")
        tree.setAccessibleName(tr("Past predictions"))
        tree.setHeaderLabels([tr("Prediction"), tr("Images"), tr("Model"), tr("When")])
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(40)
        for column in (_NAME, _IMAGES, _WHEN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_MODEL, QHeaderView.ResizeMode.Stretch)
        tree.currentItemChanged.connect(lambda *_: self._offer())
        tree.itemDoubleClicked.connect(lambda *_: self._tell(self.show_wanted))
        return tree

    def _make_buttons(self) -> None:
        self.show_button = QPushButton(tr("Show on the map"))
        self.show_button.setObjectName("show_prediction_button")
        self.go_on_button = QPushButton(tr("GO ON"))
        self.go_on_button.setObjectName("go_on_button")
        self.go_on_button.setToolTip(tr("Go on where it was stopped."))
        self.compare_button = QPushButton(tr("Compare…"))
        self.compare_button.setObjectName("compare_predictions_button")
        self.compare_button.setToolTip(tr("All runs side by side: settings, scores and times."))
        more = QToolButton()
        more.setObjectName("prediction_menu_button")
        more.setText("⋮")
        more.setToolTip(tr("More to do with this prediction"))
        more.setAccessibleName(more.toolTip())
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(self)
        menu.addAction(tr("Open its folder"), lambda *_: self._tell(self.open_folder_wanted))
        self.delete_action = menu.addAction(tr("Delete…"), lambda *_: self._tell(self.delete_wanted))
        more.setMenu(menu)
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.show_button)
        row.addWidget(self.go_on_button)
        row.addStretch()
        row.addWidget(self.compare_button)
        row.addWidget(more)
        self.show_button.clicked.connect(lambda *_: self._tell(self.show_wanted))
        self.go_on_button.clicked.connect(lambda *_: self._tell(self.go_on_wanted))

    def _tell(self, signal: pyqtSignal) -> None:
        if self.current is not None:
            signal.emit(self.current)

    def _row(self, prediction: PastPrediction) -> QTreeWidgetItem:
        mark = "✓ " if prediction.footprints in self._shown else ""
        name = f"{mark}{prediction.name}" if prediction.is_done else tr("{name} (stopped)").format(name=prediction.name)
        n = str(len(prediction.rasters))
        item = QTreeWidgetItem([name, n, Path(prediction.model).stem, when_text(prediction.when)])
        item.setTextAlignment(_IMAGES, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column in range(self.tree.columnCount()):
            item.setToolTip(column, "\n".join(prediction_lines(prediction)))
        return item

    def _offer(self) -> None:
        prediction = self.current
        is_done = prediction is not None and prediction.is_done
        is_shown = is_done and prediction.footprints in self._shown
        self.show_button.setVisible(is_done)
        self.show_button.setText(tr("Zoom to it") if is_shown else tr("Show on the map"))
        self.go_on_button.setVisible(prediction is not None and not is_done)
        self.go_on_button.setEnabled(not self._is_busy)
        self.delete_action.setEnabled(not self._is_busy)
