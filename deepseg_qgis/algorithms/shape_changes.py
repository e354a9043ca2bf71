"""Parameters for what becomes of outlines, which predictions and `deepseg:cleanshapes` share."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingParameterBoolean

from ..i18n import tr
from .parameters import Add, explained, number, number_or_none


def add_changes(add: Add, *, is_advanced: bool = True) -> None:
    """Add right angles, round corners and holes."""
    square = QgsProcessingParameterBoolean("RIGHT_ANGLES", tr("Right angles"), False)
    square_text = tr("For buildings: walls become straight and run along or across the building. Round ones stay.")
    add(explained(square, square_text, is_advanced=is_advanced))
    for name, title, text in (
        ("SMOOTH_M", tr("Smooth corners within (m)"), tr("Corners are rounded off, at most so far from each.")),
        ("FILL_HOLES_M2", tr("Fill holes up to (m²)"), tr("Holes up to this size are filled.")),
    ):
        add(number(name, title, text, default=0.0, least=0.0, is_advanced=is_advanced))
    shift_text = tr(
        "How far right angles may move a wall. Left empty, a tenth of the building's side, and a metre at most."
    )
    add(number("WALL_SHIFT_M", tr("Move walls by at most (m)"), shift_text, least=0.01))


def change_options(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """Return what shall become of outlines, as the engine is told."""
    return {
        "right_angles": algorithm.parameterAsBool(parameters, "RIGHT_ANGLES", context),
        "smooth_m": number_or_none(algorithm, parameters, "SMOOTH_M", context) or None,
        "fill_holes_m2": number_or_none(algorithm, parameters, "FILL_HOLES_M2", context) or None,
        "wall_shift_m": number_or_none(algorithm, parameters, "WALL_SHIFT_M", context),
    }
