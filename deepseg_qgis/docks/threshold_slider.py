"""The score threshold in percent: for all categories, and for single ones that are to have their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPixmap
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QSpinBox, QVBoxLayout, QWidget

from ..domain.prediction import SCORE_FLOOR
from ..i18n import tr
from .elided_label import ElidedLabel
from .fold import Fold
from .info_mark import InfoMark

LEAST_PERCENT, MOST_PERCENT = round(100 * SCORE_FLOOR), 99
AS_ABOVE = LEAST_PERCENT - 1  # the value of a category's box that stands for "as above"
_SWATCH_PX = 12


class ThresholdSlider(QWidget):
    """A slider with a box, and one box per category under a fold. `changed` comes with every move."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("score_threshold_slider")
        self.slider.setAccessibleName(tr("Score threshold"))
        self.slider.setRange(LEAST_PERCENT, MOST_PERCENT)
        self.slider.setPageStep(5)
        self.box = QSpinBox()
        self.box.setObjectName("score_threshold_box")
        self.box.setRange(LEAST_PERCENT, MOST_PERCENT)
        self.box.setSuffix("\u202f%")
        self.box.setKeyboardTracking(False)
        self.slider.valueChanged.connect(self._on_slider)
        self.box.valueChanged.connect(self.slider.setValue)
        self.fold = Fold(tr("Thresholds of single categories"), "category_thresholds")
        self._grid = QGridLayout(self.fold.inside)
        self._grid.setContentsMargins(12, 0, 0, 4)
        self._grid.setColumnStretch(1, 1)
        self._boxes: dict[str, QSpinBox] = {}
        self._categories: list[tuple[str, str]] = []
        self._lay_out()
        self.set_score_threshold(0.5)

    @property
    def score_threshold(self) -> float:
        """Return the threshold of all categories without their own, from 0 to 1."""
        return self.slider.value() / 100

    @property
    def category_thresholds(self) -> dict[str, float]:
        """Return the thresholds of categories that have their own, from 0 to 1."""
        return {name: box.value() / 100 for name, box in self._boxes.items() if box.value() != AS_ABOVE}

    def set_score_threshold(self, score_threshold: float) -> None:
        """Move the slider."""
        self.slider.setValue(min(max(round(100 * score_threshold), LEAST_PERCENT), MOST_PERCENT))
        self.box.setValue(self.slider.value())

    def set_categories(self, categories: Sequence[tuple[str, str]]) -> None:
        """Offer a threshold for each of these (name, color); those that stay keep theirs."""
        if list(categories) == self._categories:
            return
        own = self.category_thresholds
        self._categories = list(categories)
        self._fill()
        self.set_category_thresholds(own)
        self.fold.setVisible(len(self._categories) > 1)

    def set_category_thresholds(self, thresholds: Mapping[str, float]) -> None:
        """Show these; categories that are not named are as all."""
        for name, box in self._boxes.items():
            value = thresholds.get(name)
            box.setValue(AS_ABOVE if value is None else round(100 * value))
        if self.category_thresholds:
            self.fold.set_open(True)

    def _lay_out(self) -> None:
        label = QLabel(tr("&Score threshold"))
        label.setBuddy(self.box)
        above = QHBoxLayout()
        above.addWidget(label)
        above.addWidget(self.box)
        above.addWidget(self.slider, 1)
        above.addWidget(
            InfoMark(
                tr(
                    "The score says how sure the model is. Footprints with a lower score are hidden; move it after a "
                    "prediction too, nothing has to be computed again."
                )
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(above)
        layout.addWidget(self.fold)
        self.fold.setVisible(False)

    def _fill(self) -> None:
        while self._grid.count():
            self._grid.takeAt(0).widget().deleteLater()
        self._boxes = {}
        for row, (name, color) in enumerate(self._categories):
            swatch, pixels = QLabel(), QPixmap(_SWATCH_PX, _SWATCH_PX)
            pixels.fill(QColor(color))
            swatch.setPixmap(pixels)
            box = QSpinBox()
            box.setObjectName(f"category_threshold_{row}")
            box.setRange(AS_ABOVE, MOST_PERCENT)
            box.setSpecialValueText(tr("as above"))
            box.setSuffix("\u202f%")
            box.setValue(AS_ABOVE)
            box.setAccessibleName(tr("Score threshold of {name}").format(name=name))
            box.valueChanged.connect(lambda *_: self.changed.emit())
            self._boxes[name] = box
            self._grid.addWidget(swatch, row, 0)
            self._grid.addWidget(ElidedLabel(name), row, 1)
            self._grid.addWidget(box, row, 2)

    def _on_slider(self, value: int) -> None:
        self.box.blockSignals(True)
        self.box.setValue(value)
        self.box.blockSignals(False)
        self.changed.emit()
