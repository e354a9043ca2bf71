"""Charts are well-formed, escaped, and show what is there."""

from xml.etree import ElementTree

import numpy as np
from shapely import box

from engine.domain.category import categories_named
from engine.domain.shapes import Shapes
from engine.evaluation.curves import Line, f1_chart, precision_recall_chart
from engine.evaluation.report import evaluate_shapes

HOUSE = categories_named(["house"])


def curve_of(n_labels, scores):
    squares = [box(20 * i, 10, 20 * i + 10, 20) for i in range(max(n_labels, len(scores)))]
    pair = (
        Shapes.of(squares[:n_labels], [1] * n_labels),
        Shapes.of(squares[: len(scores)], [1] * len(scores), scores),
        None,
        (40, 40 * len(squares) + 40),
    )
    return evaluate_shapes([pair], HOUSE, score_threshold=0.5).overall_curve


def tags(svg, name):
    return [each for each in ElementTree.fromstring(svg).iter() if each.tag == name]


def test_chart_of_nothing_is_an_empty_frame():
    empty = Line("house", "#e69f00", curve_of(1, []))
    for svg in (precision_recall_chart([empty], 0.5), f1_chart([empty], 0.5, None), precision_recall_chart([], 0.5)):
        assert tags(svg, "polyline") == []
        assert tags(svg, "circle") == []


def test_f1_is_drawn_as_steps():
    """One label found at 0.8, one at 0.4: F1 is 0 above 0.8, 2/3 down to 0.4, and 1 below."""
    svg = f1_chart([Line("house", "#e69f00", curve_of(2, [0.8, 0.4]), is_overall=True)], 0.5, (0.4, 1.0))
    (line,) = tags(svg, "polyline")
    points = np.array([point.split(",") for point in line.get("points").split()], float)
    y_of = {0.0: points[0, 1], 1.0: points[-1, 1]}
    assert np.ptp(points[:2, 1]) == 0
    assert points[2, 1] == points[3, 1] == np.round(y_of[0.0] + (y_of[1.0] - y_of[0.0]) * 2 / 3, 1)
    assert (np.diff(points[:, 0]) <= 0).all()
    assert len(tags(svg, "circle")) == 1


def test_trade_off_begins_with_the_first_that_is_right():
    squares = [box(20 * i, 10, 20 * i + 10, 20) for i in range(3)]
    pair = (Shapes.of(squares[1:], [1, 1]), Shapes.of(squares, [1, 1, 1], [0.9, 0.8, 0.7]), None, (40, 100))
    report = evaluate_shapes([pair], HOUSE, score_threshold=0.75)
    svg = precision_recall_chart([Line("house", "#e69f00", report.overall_curve)], 0.75)
    assert len(tags(svg, "polyline")[0].get("points").split()) == 2
    assert len(tags(svg, "circle")) == 1


def test_names_of_categories_are_escaped():
    svg = precision_recall_chart([Line("<b>&", "#e69f00", curve_of(1, [0.9]))], 0.5)
    assert tags(svg, "title")[0].text == "<b>&"


def test_long_curves_are_thinned():
    svg = f1_chart([Line("house", "#e69f00", curve_of(900, np.linspace(0.1, 0.9, 900)))], 0.5, None)
    assert len(tags(svg, "polyline")[0].get("points").split()) <= 400
