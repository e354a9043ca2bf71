"""Charts as inline SVG: precision against recall, F1 against the score threshold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from markupsafe import Markup, escape
from numpy.typing import NDArray

from engine.evaluation.scores import Curve

_WIDTH, _HEIGHT = 520.0, 380.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 54.0, 16.0, 14.0, 50.0
_MAX_POINTS = 400

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Line:
    """One curve of a chart: its name, its color, and whether it stands for all categories together."""

    name: str
    color: str
    curve: Curve
    is_overall: bool = False


def precision_recall_chart(lines: Sequence[Line], score_threshold: float) -> Markup:
    """Return the chart of precision against recall, with a dot where the score threshold stands."""
    parts = [_frame("Recall: share of the labels that were found", "Precision: share that is right")]
    drawn = [line for line in lines if len(line.curve.scores)]
    parts += [_polyline(line, _trade_off(line.curve)) for line in drawn]
    for line in lines:
        kept = np.flatnonzero(line.curve.scores >= score_threshold)
        if len(kept):
            parts.append(_dot(line, line.curve.recall[kept[-1]], line.curve.precision[kept[-1]]))
    return _chart(parts, "Precision against recall")


def f1_chart(lines: Sequence[Line], score_threshold: float, best: tuple[float, float] | None) -> Markup:
    """Return the chart of F1 against the score threshold; `best` is (threshold, F1) of the best one overall."""
    parts = [_frame("Score threshold", "F1")]
    x = _x(score_threshold)
    parts.append(
        Markup('<line class="here" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(
            f"{x:.1f}", f"{_TOP:.1f}", f"{_HEIGHT - _BOTTOM:.1f}"
        )
    )
    is_left = score_threshold > 0.75
    parts.append(
        Markup('<text class="note" x="{}" y="{}" text-anchor="{}">used: {}</text>').format(
            f"{x - 6 if is_left else x + 6:.1f}", f"{_TOP + 12:.1f}", "end" if is_left else "start",
            f"{score_threshold:.2f}",
        )
    )  # fmt: skip
    parts += [_polyline(line, _steps(line.curve)) for line in lines if len(line.curve.scores)]
    if best is not None:
        overall = next((line for line in lines if line.is_overall), lines[0])
        parts.append(_dot(overall, *best))
    return _chart(parts, "F1 against the score threshold")


def _trade_off(curve: Curve) -> Points:
    """Return (recall, precision) from the first score on at which anything is right, (n, 2)."""
    is_begun = curve.recall > 0
    return np.stack([curve.recall[is_begun], curve.precision[is_begun]], axis=1)


def _steps(curve: Curve) -> Points:
    """Return F1 as a function of the threshold: constant between scores, 0 above the highest, (n, 2)."""
    upper = curve.scores
    lower = np.append(curve.scores[1:], 0.0)
    x = np.concatenate([[1.0, upper[0]], np.stack([upper, lower], axis=1).ravel()])
    y = np.concatenate([[0.0, 0.0], np.repeat(curve.f1, 2)])
    return np.stack([x, y], axis=1)


def _x(value: float) -> float:
    return _LEFT + value * (_WIDTH - _LEFT - _RIGHT)


def _y(value: float) -> float:
    return _HEIGHT - _BOTTOM - value * (_HEIGHT - _TOP - _BOTTOM)


def _polyline(line: Line, points: Points) -> Markup:
    if len(points) > _MAX_POINTS:
        points = points[np.unique(np.linspace(0, len(points) - 1, _MAX_POINTS).round().astype(int))]
    path = " ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in points)
    kind = "line overall" if line.is_overall else "line"
    return Markup('<polyline class="{}" style="stroke:{}" points="{}"><title>{}</title></polyline>').format(
        kind, _color(line), path, line.name
    )


def _dot(line: Line, x: float, y: float) -> Markup:
    return Markup('<circle class="dot" style="fill:{}" cx="{}" cy="{}" r="5"/>').format(
        _color(line), f"{_x(x):.1f}", f"{_y(y):.1f}"
    )


def _color(line: Line) -> str:
    return "currentColor" if line.is_overall else line.color


def _frame(x_title: str, y_title: str) -> Markup:
    parts = []
    for step in range(6):
        value = step / 5
        x, y = f"{_x(value):.1f}", f"{_y(value):.1f}"
        parts.append(
            Markup(
                '<line class="grid" x1="{l}" x2="{r}" y1="{y}" y2="{y}"/>'
                '<line class="grid" x1="{x}" x2="{x}" y1="{t}" y2="{b}"/>'
                '<text class="tick" x="{tx}" y="{ty}" text-anchor="end">{v}</text>'
                '<text class="tick" x="{x}" y="{by}" text-anchor="middle">{v}</text>'
            ).format(
                l=_LEFT, r=_WIDTH - _RIGHT, t=_TOP, b=_HEIGHT - _BOTTOM, x=x, y=y, v=f"{value:.1f}",
                tx=_LEFT - 8, ty=f"{_y(value) + 4:.1f}", by=_HEIGHT - _BOTTOM + 18,
            )
        )  # fmt: skip
    middle_y = (_TOP + _HEIGHT - _BOTTOM) / 2
    parts.append(
        Markup(
            '<text class="axis" x="{}" y="{}" text-anchor="middle">{}</text>'
            '<text class="axis" x="0" y="0" text-anchor="middle" transform="translate(14 {}) rotate(-90)">{}</text>'
        ).format((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 8, x_title, middle_y, y_title)
    )
    return Markup("").join(parts)


def _chart(parts: Sequence[Markup], title: str) -> Markup:
    opening = Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">').format(
        f"{_WIDTH:.0f}", f"{_HEIGHT:.0f}", escape(title)
    )
    return opening + Markup("").join(parts) + Markup("</svg>")
