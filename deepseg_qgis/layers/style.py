"""How layers are drawn: each category in its color, areas by role, matches by what they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..domain.category import OKABE_ITO, Category, next_color
from ..domain.review import ACCEPTED, REJECTED
from ..domain.roles import EVALUATE, PREDICT, TRAIN, VALIDATE
from ..i18n import tr

NO_CATEGORY_COLOR = "#999999"
_LABEL_FILL, _FOOTPRINT_FILL, _MATCH_FILL = 60, 35, 90  # of 255: the raster stays visible below
_SKY, _ORANGE, _GREEN, _YELLOW, _BLUE, _VERMILION, _PURPLE = OKABE_ITO

# Color and dashes both tell the role, for eyes that cannot tell the colors.
_ROLE_LOOKS = {
    TRAIN: (_BLUE, "dash"),
    VALIDATE: (_PURPLE, "dash dot"),
    EVALUATE: (_VERMILION, "dot"),
    PREDICT: (_GREEN, "dash dot dot"),
}
# Rasters without georeference lie on one another: the variable names the one that is shown.
RASTER_VARIABLE = "deepseg_raster"
ONLY_HERE = (
    f"CASE WHEN coalesce(@{RASTER_VARIABLE}, '') = '' OR coalesce(\"raster\", '') IN ('', @{RASTER_VARIABLE}) "
    "THEN 100 ELSE 0 END"
)
_OURS = ("category", "role", "match")  # the fields that our styles go by
_HOLE_COLOR = "#d62f2f"
_MATCH_COLORS = {"TP": "#009e73", "FP": "#d62f2f", "FN": "#e69f00"}


def colors_on_map(layers: Sequence[QgsVectorLayer]) -> dict[str, str]:
    """Return the color of each category as the map shows it."""
    colors: dict[str, str] = {}
    for layer in layers:
        renderer = layer.renderer()
        for row in renderer.categories() if hasattr(renderer, "categories") else []:
            if row.value() and row.symbol() is not None:
                symbol = row.symbol()
                colors[str(row.value())] = symbol.symbolLayer(0).strokeColor().name()
    return colors


def style_labels(layer: QgsVectorLayer, categories: Sequence[Category]) -> None:
    """Draw labels in the colors of their categories: translucent inside, a solid outline."""
    colors = {category.name: category.color for category in categories}
    layer.setRenderer(_by_category(colors, fill_alpha=_LABEL_FILL, width_mm=0.5))
    hide_elsewhere(layer)
    layer.triggerRepaint()


def style_footprints(layer: QgsVectorLayer, colors: Mapping[str, str]) -> None:
    """Draw footprints in the colors of their categories, thinner than labels; what was reviewed fades."""
    renderer = _by_category(colors, fill_alpha=_FOOTPRINT_FILL, width_mm=0.35)
    if layer.fields().indexOf("review") >= 0:
        for i, category in enumerate(renderer.categories()):
            symbol = category.symbol().clone()
            symbol.setDataDefinedProperty(QgsSymbol.PropertyOpacity, QgsProperty.fromExpression(_review_opacity()))
            renderer.updateCategorySymbol(i, symbol)
    layer.setRenderer(renderer)
    layer.triggerRepaint()


def style_areas(layer: QgsVectorLayer) -> None:
    """Draw areas as dashed outlines, nothing inside, each role with its own color and dashes."""
    names = {
        TRAIN: tr("train: all inside is labeled"),
        VALIDATE: tr("validate: picks the epoch"),
        EVALUATE: tr("evaluate: kept for the test"),
        PREDICT: tr("predict: find things here"),
    }
    rows = [QgsRendererCategory(role, _dashed(*_ROLE_LOOKS[role]), names[role]) for role in _ROLE_LOOKS]
    rows.append(QgsRendererCategory("", _dashed(NO_CATEGORY_COLOR, "dash"), tr("without a role")))
    layer.setRenderer(QgsCategorizedSymbolRenderer("role", rows))
    hide_elsewhere(layer)
    layer.triggerRepaint()


def hide_elsewhere(layer: QgsVectorLayer) -> None:
    """Let what names another raster than the one that is shown not be seen; other styles than ours are left alone."""
    renderer = layer.renderer()
    is_ours = isinstance(renderer, QgsCategorizedSymbolRenderer) and renderer.classAttribute() in _OURS
    names = layer.fields().names()
    if not is_ours or "raster" not in names or "review" in names:  # the opacity of a review knows it already
        return
    wanted = QgsProperty.fromExpression(ONLY_HERE)
    for i, row in enumerate(renderer.categories()):
        if row.symbol().dataDefinedProperties().property(QgsSymbol.PropertyOpacity) != wanted:
            symbol = row.symbol().clone()
            symbol.setDataDefinedProperty(QgsSymbol.PropertyOpacity, wanted)
            renderer.updateCategorySymbol(i, symbol)


def style_matches(layer: QgsVectorLayer) -> None:
    """Draw what an evaluation found: right in green, wrong in red, missed in orange."""
    names = {"TP": tr("found (TP)"), "FP": tr("wrong: no label there (FP)"), "FN": tr("missed (FN)")}
    # A missed label is dashed as well: red and orange are close for some eyes.
    lines = {"TP": "solid", "FP": "solid", "FN": "dash"}
    rows = [
        QgsRendererCategory(match, _fill(color, _MATCH_FILL, 0.5, line=lines[match]), names[match])
        for match, color in _MATCH_COLORS.items()
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("match", rows))
    hide_elsewhere(layer)
    layer.triggerRepaint()


def style_holes(layer: QgsVectorLayer) -> None:
    """Draw places that could not be read: red lines across, so that nobody takes them for something found."""
    symbol = _fill(_HOLE_COLOR, 0, 0.5)
    symbol.symbolLayer(0).setBrushStyle(Qt.BrushStyle.BDiagPattern)
    symbol.symbolLayer(0).setFillColor(QColor(_HOLE_COLOR))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.triggerRepaint()


def style_grid(layer: QgsVectorLayer) -> None:
    """Draw tiles as thin outlines, light over dark, so that they show on any raster."""
    symbol = _over(_fill("#000000", 0, 0.6, line_alpha=110), _fill("#ffffff", 0, 0.25))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.triggerRepaint()


def colors_for(names: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Return a color for every name: the known one, else the next that is free."""
    colors = dict(known)
    for name in names:
        if name and name not in colors:
            colors[name] = next_color(colors.values())
    return colors


def is_styled_as(layer: QgsVectorLayer, colors: Mapping[str, str]) -> bool:
    """Tell whether the layer shows these categories already, or a style of the user's own, which is left alone."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer) or renderer.classAttribute() != "category":
        return True
    shown = {row.value(): row.symbol().symbolLayer(0).strokeColor().name() for row in renderer.categories()[:-1]}
    return list(shown.items()) == [(name, color.lower()) for name, color in colors.items()]


def _by_category(colors: Mapping[str, str], *, fill_alpha: int, width_mm: float) -> QgsCategorizedSymbolRenderer:
    rows = [QgsRendererCategory(name, _fill(color, fill_alpha, width_mm), name) for name, color in colors.items()]
    # Black and white dashes, which no category has: what stands out here is what the engine leaves out.
    unnamed = _over(_fill("#ffffff", fill_alpha, width_mm), _fill("#000000", 0, width_mm, line="dash"))
    rows.append(QgsRendererCategory("", unnamed, tr("without a category")))
    return QgsCategorizedSymbolRenderer("category", rows)


def _review_opacity() -> str:
    review = f"CASE WHEN \"review\" = '{REJECTED}' THEN 15 WHEN \"review\" = '{ACCEPTED}' THEN 40 ELSE 100 END"
    return f"min({review}, {ONLY_HERE})"


def _fill(color: str, fill_alpha: int, width_mm: float, *, line: str = "solid", line_alpha: int = 255) -> QgsFillSymbol:
    return QgsFillSymbol.createSimple(
        {
            "color": _rgba(color, fill_alpha),
            "style": "solid" if fill_alpha else "no",
            "outline_color": _rgba(color, line_alpha),
            "outline_style": line,
            "outline_width": str(width_mm),
            "outline_width_unit": "MM",
            "joinstyle": "round",
        }
    )


def _dashed(color: str, line: str) -> QgsFillSymbol:
    # A pale line below keeps the dashes readable on dark roofs and on light ones.
    symbol = _fill("#ffffff", 0, 1.0, line_alpha=170)
    return _over(symbol, _fill(color, 0, 0.7, line=line))


def _over(symbol: QgsFillSymbol, upper: QgsFillSymbol) -> QgsFillSymbol:
    """Return `symbol` with a copy of `upper` drawn over it."""
    symbol.appendSymbolLayer(upper.symbolLayer(0).clone())
    return symbol


def _rgba(color: str, alpha: int) -> str:
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return f"{red},{green},{blue},{alpha}"
