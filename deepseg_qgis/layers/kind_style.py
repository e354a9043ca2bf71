"""How sorted footprints and rasters of categories are drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..i18n import tr
from .style import NO_CATEGORY_COLOR, colors_for

KIND_FIELD = "subcategory"
_FILL_ALPHA = 70  # of 255: the raster stays visible below


def style_kinds(layer: QgsVectorLayer) -> None:
    """Draw footprints in a color per kind; those without one are gray."""
    number = layer.fields().indexOf(KIND_FIELD)
    if number < 0:
        return
    names = sorted(str(value) for value in layer.uniqueValues(number, 100) if isinstance(value, str) and value)
    rows = [QgsRendererCategory(name, _fill(color), name) for name, color in colors_for(names, {}).items()]
    rows.append(QgsRendererCategory("", _fill(NO_CATEGORY_COLOR), tr("not sorted")))
    layer.setRenderer(QgsCategorizedSymbolRenderer(KIND_FIELD, rows))
    layer.triggerRepaint()


def style_classes(layer: QgsRasterLayer, classes: Sequence[Mapping[str, Any]]) -> None:
    """Draw a raster of categories in their colors, with their names in the legend."""
    rows = [
        QgsPalettedRasterRenderer.Class(int(each["value"]), QColor(str(each["color"])), str(each["name"]))
        for each in classes
        if each.get("color")
    ]
    if rows:
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, rows))
        layer.triggerRepaint()


def _fill(color: str) -> QgsFillSymbol:
    inside = QColor(color)
    inside.setAlpha(_FILL_ALPHA)
    symbol = QgsFillSymbol.createSimple({"outline_width": "0.4"})
    symbol.symbolLayer(0).setFillColor(inside)
    symbol.symbolLayer(0).setStrokeColor(QColor(color))
    return symbol
