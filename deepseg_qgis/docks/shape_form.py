"""The "Shape" part of the Prediction dock: least area, how outlines are drawn, and what is kept to draw them again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QDoubleSpinBox, QFormLayout, QLabel, QPushButton, QWidget

from ..i18n import tr

_AS_USUAL = -0.05  # stands for the engine's own choice


class ShapeForm(QWidget):
    """Moving the least area filters at once; the rest is for the next prediction, or for drawing again."""

    filter_changed = pyqtSignal()
    redraw_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(12, 0, 0, 4)
        self.area_box = QDoubleSpinBox()
        self.area_box.setObjectName("min_area_box")
        self.area_box.setRange(0.0, 1e6)
        self.area_box.setDecimals(1)
        self.area_box.setSuffix(" m²")
        self.area_box.setSpecialValueText(tr("any size"))
        self.area_box.setKeyboardTracking(False)
        self.area_box.valueChanged.connect(lambda *_: self.filter_changed.emit())
        self._add(tr("Least area"), self.area_box, tr("Smaller footprints are hidden; nothing is computed again."))
        self.simplify_box = QDoubleSpinBox()
        self.simplify_box.setObjectName("simplify_box")
        self.simplify_box.setRange(_AS_USUAL, 100.0)
        self.simplify_box.setSingleStep(0.05)
        self.simplify_box.setDecimals(2)
        self.simplify_box.setSuffix(" m")
        self.simplify_box.setSpecialValueText(tr("half a pixel"))
        self.simplify_box.setValue(_AS_USUAL)
        text = tr("How far an outline may move when its sides are straightened; 0 keeps the edges of the pixels.")
        self._add(tr("Simplify by"), self.simplify_box, text)
        self._add_outlines()
        self.keep_box = QCheckBox(tr("Keep what redrawing needs"))
        self.keep_box.setObjectName("keep_fields_box")
        text = tr("Outlines can then be drawn again with another simplification, without the model. It needs disk.")
        self.keep_box.setToolTip(f"<p>{text}</p>")
        self._form.addRow(self.keep_box)
        self.skip_box = QCheckBox(tr("Skip what cannot be read"))
        self.skip_box.setObjectName("skip_bad_blocks_box")
        text = tr("Damaged places are left out and shown in red. Otherwise the prediction stops at the first one.")
        self.skip_box.setToolTip(f"<p>{text}</p>")
        self._form.addRow(self.skip_box)
        self.redraw_button = QPushButton(tr("Redraw outlines"))
        self.redraw_button.setObjectName("redraw_button")
        self.redraw_button.clicked.connect(lambda: self.redraw_wanted.emit())
        self._form.addRow(self.redraw_button)
        self.offer_redraw("")

    @property
    def min_area_m2(self) -> float:
        """Return the least area that is shown; 0 for any."""
        return float(self.area_box.value())

    @property
    def simplify_m(self) -> float | None:
        """Return how far outlines may move; None as the engine likes."""
        value = float(self.simplify_box.value())
        return None if value < 0 else value

    def outline_parameters(self) -> dict[str, Any]:
        """Return how outlines are drawn, as parameters of the algorithms; what is left as usual is not among them."""
        asked = {
            "SIMPLIFY_M": self.simplify_m,
            "RIGHT_ANGLES": self.square_box.isChecked() or None,
            "SMOOTH_M": float(self.smooth_box.value()) or None,
            "FILL_HOLES_M2": float(self.holes_box.value()) or None,
        }
        return {name: value for name, value in asked.items() if value is not None}

    def values(self) -> dict[str, Any]:
        """Return what is to be remembered."""
        kept, skips = self.keep_box.isChecked(), self.skip_box.isChecked()
        shape = {"min_area_m2": self.min_area_m2, "simplify_m": self.simplify_m, "keep": kept, "skip_bad": skips}
        drawn = {
            "right_angles": self.square_box.isChecked(),
            "smooth_m": float(self.smooth_box.value()),
            "fill_holes_m2": float(self.holes_box.value()),
        }
        return {**shape, **drawn}

    def restore(self, values: Mapping[str, Any]) -> None:
        """Show what was remembered; the rest as usual."""
        self.area_box.setValue(float(values.get("min_area_m2") or 0.0))
        simplify = values.get("simplify_m")
        self.simplify_box.setValue(_AS_USUAL if simplify is None else float(simplify))
        self.square_box.setChecked(bool(values.get("right_angles")))
        self.smooth_box.setValue(float(values.get("smooth_m") or 0.0))
        self.holes_box.setValue(float(values.get("fill_holes_m2") or 0.0))
        self.keep_box.setChecked(bool(values.get("keep")))
        self.skip_box.setChecked(bool(values.get("skip_bad")))

    def offer_redraw(self, name: str) -> None:
        """Offer to draw the outlines of a prediction again; with "", none on the map has kept what it takes."""
        self.redraw_button.setVisible(bool(name))
        self.redraw_button.setToolTip(tr("Draw the outlines of {name} again, without the model.").format(name=name))

    def _add_outlines(self) -> None:
        """Add what else is made of outlines: right angles, round corners, holes."""
        self.square_box = QCheckBox(tr("Right angles"))
        self.square_box.setObjectName("right_angles_box")
        text = tr("For buildings: straight walls, along or across each building. Round ones stay.")
        self.square_box.setToolTip(f"<p>{text}</p>")
        self._form.addRow(self.square_box)
        self.smooth_box = _amount("smooth_box", " m", tr("not at all"), most=50.0, decimals=2)
        self._add(tr("Smooth within"), self.smooth_box, tr("Corners are rounded off, at most so far from each."))
        self.holes_box = _amount("fill_holes_box", " m²", tr("none"), most=1e6, decimals=1)
        self._add(tr("Fill holes up to"), self.holes_box, tr("Holes up to this size are filled."))

    def _add(self, title: str, field: QWidget, explanation: str) -> None:
        label = QLabel(title)
        label.setBuddy(field)
        for widget in (label, field):
            widget.setToolTip(f"<p>{explanation}</p>")
        field.setAccessibleName(title)
        self._form.addRow(label, field)


def _amount(name: str, unit: str, nothing: str, *, most: float, decimals: int) -> QDoubleSpinBox:
    """Return a box for an amount from 0, which stands for nothing."""
    box = QDoubleSpinBox()
    box.setObjectName(name)
    box.setRange(0.0, most)
    box.setDecimals(decimals)
    box.setSingleStep(0.5)
    box.setSuffix(unit)
    box.setSpecialValueText(nothing)
    return box
