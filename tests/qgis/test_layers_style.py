"""What is drawn how: every value has its look, and what is missing stands out."""

from __future__ import annotations

import pytest
from qgis.core import NULL, QgsFeature, QgsRenderContext, QgsSymbol, QgsVectorLayer

from deepseg_qgis.domain.category import Category
from deepseg_qgis.layers.style import (
    colors_for,
    is_styled_as,
    style_areas,
    style_footprints,
    style_grid,
    style_labels,
    style_matches,
)
from tests.qgis.project_world import square


def layer_with(field: str) -> QgsVectorLayer:
    return QgsVectorLayer(f"Polygon?field={field}:string&field=review:string", "", "memory")


def look(layer: QgsVectorLayer, value: object) -> tuple[str, str]:
    """Return color and line of the outline that lies on top, for a feature with this value in the first field."""
    feature = QgsFeature(layer.fields())
    feature.setAttribute(0, value)
    feature.setGeometry(square(0))
    context = QgsRenderContext()
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    symbol: QgsSymbol = renderer.symbolForFeature(feature, context)
    top = symbol.symbolLayer(symbol.symbolLayerCount() - 1)
    answer = (top.strokeColor().name(), top.properties()["outline_style"])
    renderer.stopRender(context)
    return answer


@pytest.mark.parametrize(
    "value, expected",
    [
        ("roof", ("#e69f00", "solid")),
        ("pool", ("#000000", "dash")),
        ("", ("#000000", "dash")),
        (NULL, ("#000000", "dash")),
    ],
)
def test_labels_without_a_known_category_stand_out(value: object, expected: tuple[str, str]) -> None:
    layer = layer_with("category")
    style_labels(layer, [Category("roof", "#E69F00")])
    assert look(layer, value) == expected


def test_each_role_has_its_own_color_and_its_own_dashes() -> None:
    layer = layer_with("role")
    style_areas(layer)
    looks = [look(layer, role) for role in ("train", "validate", "evaluate", "predict")]
    assert len({color for color, _ in looks}) == 4
    assert len({line for _, line in looks}) == 4
    assert "solid" not in {line for _, line in looks}


def test_matches_are_green_red_and_orange() -> None:
    layer = layer_with("match")
    style_matches(layer)
    assert [look(layer, match)[0] for match in ("TP", "FP", "FN")] == ["#009e73", "#d62f2f", "#e69f00"]
    assert [row.label() for row in layer.renderer().categories()] == [
        "found (TP)",
        "wrong: no label there (FP)",
        "missed (FN)",
    ]


def test_reviewed_footprints_fade() -> None:
    layer = layer_with("category")
    style_footprints(layer, {"roof": "#e69f00"})
    row = layer.renderer().categories()[0]
    assert "rejected" in row.symbol().dataDefinedProperties().property(QgsSymbol.PropertyOpacity).expressionString()


def test_the_grid_shows_on_dark_and_on_light_ground() -> None:
    layer = layer_with("row")
    style_grid(layer)
    symbol = layer.renderer().symbol()
    assert [part.strokeColor().name() for part in symbol.symbolLayers()] == ["#000000", "#ffffff"]


def test_a_style_is_stale_when_a_color_or_a_name_has_changed() -> None:
    layer = layer_with("category")
    style_labels(layer, [Category("roof", "#E69F00")])
    assert is_styled_as(layer, {"roof": "#e69f00"})
    assert not is_styled_as(layer, {"roof": "#123456"})
    assert not is_styled_as(layer, {"house": "#e69f00"})
    assert not is_styled_as(layer, {})


def test_names_without_a_color_get_the_next() -> None:
    assert colors_for(["", "pool", "roof"], {"roof": "#e69f00"}) == {"roof": "#e69f00", "pool": "#56b4e9"}
