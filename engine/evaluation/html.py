"""The report as one page that needs nothing else: scores, pictures, curves, the worst misses."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import jinja2
import numpy as np
import shapely

from engine import __version__
from engine.evaluation.curves import Line, f1_chart, precision_recall_chart
from engine.evaluation.inside import RULE
from engine.evaluation.matches import Outcomes, outcomes
from engine.evaluation.misses import Miss, largest_missed, surest_false
from engine.evaluation.pictures import Picture, draw, outlines_in, svg_path, window_around
from engine.evaluation.report_file import Evaluation
from engine.evaluation.wording import (
    big_numbers,
    counted,
    ignored_sentence,
    margin_sentence,
    number,
    percent,
    threshold_sentence,
)
from engine.geo.raster import Raster
from engine.geo.window import Window

_MAX_OVERVIEWS = 6
_OVERVIEW_PX = (1600, 1000)  # of a lone picture, of each of several
_MAX_MISSES = 12
_MISS_PX = 280
_LEAST_MISS_SIDE_PX = 40
_MISS_ROOM = 1.9  # sides of the object
_OVERALL_COLOR = "#000000"  # drawn in the color of the text


@dataclass(frozen=True)
class Overview:
    """A picture of one evaluated area."""

    caption: str
    picture: Picture
    border: str  # SVG path of the area, empty where it is the whole raster


@dataclass(frozen=True)
class CutOut:
    """A picture of one miss; `subject` is its outline."""

    caption: str
    remark: str
    picture: Picture
    subject: str
    kind: str


def report_html(of: Evaluation) -> str:
    """Return the page; it holds pictures of the areas and reads the rasters for them."""
    report = of.report
    became = [outcomes(matches, report.score_threshold) for matches in report.matches]
    overviews, n_left_out = _overviews(of, became)
    missed, false = _cut_outs(of, became)
    lines = _lines(of)
    overall = report.overall
    best = None
    if overall.best_f1 and overall.best_f1_threshold is not None:
        best = (overall.best_f1_threshold, overall.best_f1)
    return _template().render(
        title=f"How well {of.model_name} finds {_listed([c.name for c in of.card.categories])}",
        model_name=of.model_name,
        evaluation=of,
        card=of.card,
        report=report,
        big=big_numbers(report),
        facts=_facts(of),
        threshold=threshold_sentence(report),
        details=[each for each in (margin_sentence(report), ignored_sentence(report)) if each],
        rows=_rows(of),
        overviews=overviews,
        n_left_out=n_left_out,
        missed_ones=missed,
        false_ones=false,
        lines=lines,
        pr_chart=precision_recall_chart(lines, report.score_threshold),
        f1_chart=f1_chart(lines, report.score_threshold, best),
        rule=RULE,
        version=__version__,
    )


def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["number"] = number
    environment.filters["percent"] = percent
    environment.filters["counted"] = counted
    text = files("engine.evaluation").joinpath("report.html.j2").read_text(encoding="utf-8")
    return environment.from_string(text)


def _facts(of: Evaluation) -> list[tuple[str, str, str]]:
    """Return the smaller numbers: name, value, what it is."""
    scores = of.report.overall
    return [
        ("Pixel IoU", number(scores.pixel_iou), "covered ground that labels and footprints share"),
        ("Precision", number(scores.precision), "share of the footprints that are right"),
        ("mAP50", number(scores.map50), "mAP for outlines that share at least half"),
        ("Found (TP)", str(scores.tp), "labels that a footprint matches"),
        ("False (FP)", str(scores.fp), "footprints without a label"),
        ("Missed (FN)", str(scores.fn), "labels without a footprint"),
        ("Area error", percent(scores.area_error), "of all found things together"),
        ("Area error, each", percent(scores.mean_area_error).lstrip("+"), "of one found thing, in the mean"),
    ]


def _rows(of: Evaluation) -> list[dict[str, Any]]:
    rows = [
        {"name": each.name, "color": each.color, "scores": of.report.categories[each.name], "is_overall": False}
        for each in of.card.categories
    ]
    if len(rows) > 1:
        rows.append({"name": "All", "color": None, "scores": of.report.overall, "is_overall": True})
    return rows


def _lines(of: Evaluation) -> list[Line]:
    """Return a line per category that has labels, and one for all where there are several."""
    report = of.report
    lines = [
        Line(each.name, each.color, report.curves[each.name])
        for each in of.card.categories
        if report.categories[each.name].n_labels
    ]
    if len(lines) == 1 and len(of.card.categories) == 1:
        return [Line(lines[0].name, lines[0].color, lines[0].curve, is_overall=True)]
    return [*lines, Line("all categories", _OVERALL_COLOR, report.overall_curve, is_overall=True)]


def _overviews(of: Evaluation, became: Sequence[Outcomes]) -> tuple[list[Overview], int]:
    """Return pictures of the largest evaluated areas, and how many areas are not pictured."""
    places: list[tuple[float, int, shapely.Geometry]] = []
    for i, area in enumerate(of.areas):
        grid = of.rasters[i].native_grid
        parts = [shapely.box(0, 0, grid.cols, grid.rows)] if area is None else list(shapely.get_parts(area))
        places += [(part.area * (grid.metres_per_pixel or 1.0) ** 2, i, part) for part in parts if part.area > 0]
    chosen = sorted(places, key=lambda place: -place[0])[:_MAX_OVERVIEWS]
    max_px = _OVERVIEW_PX[0] if len(chosen) == 1 else _OVERVIEW_PX[1]
    overviews = []
    for _, i, part in sorted(chosen, key=lambda place: place[1]):
        raster = of.rasters[i]
        margin = 0.02 * max(part.bounds[2] - part.bounds[0], part.bounds[3] - part.bounds[1])
        window = window_around(part.bounds, margin, raster)
        outlines = outlines_in(window, of.report.matches[i], became[i], with_found_labels=False)
        picture = draw(raster, window, of.card, outlines, max_px)
        tolerance = max(1.0, max(window.rows, window.cols) / max_px)
        border = svg_path(np.array([part], object), tolerance) if of.areas[i] is not None else ""
        overviews.append(Overview(_place(of, i, window), picture, border))
    return overviews, len(places) - len(chosen)


def _place(of: Evaluation, i: int, window: Window) -> str:
    side_m = of.rasters[i].native_grid.metres_per_pixel
    if side_m is None:
        return f"{of.rasters[i].name}, {window.cols} × {window.rows} pixels"
    return f"{of.rasters[i].name}, {_metres(window.cols * side_m)} × {_metres(window.rows * side_m)}"


def _cut_outs(of: Evaluation, became: Sequence[Outcomes]) -> tuple[list[CutOut], list[CutOut]]:
    """Return pictures of the largest labels missed and of the surest footprints that are wrong."""
    sides_m = [raster.native_grid.metres_per_pixel for raster in of.rasters]
    matches, categories = of.report.matches, of.card.categories
    missed = largest_missed(matches, became, categories, sides_m, _MAX_MISSES)
    false = surest_false(matches, became, categories, sides_m, _MAX_MISSES)
    return (
        [_cut_out(of, became, miss, "fn") for miss in missed],
        [_cut_out(of, became, miss, "fp") for miss in false],
    )


def _cut_out(of: Evaluation, became: Sequence[Outcomes], miss: Miss, kind: str) -> CutOut:
    raster, i = of.rasters[miss.raster], miss.raster
    window = _square_around(miss.polygon.bounds, raster)
    outlines = outlines_in(window, of.report.matches[i], became[i], with_found_labels=True)
    picture = draw(raster, window, of.card, outlines, _MISS_PX)
    tolerance = 0.4 * max(1.0, window.cols / _MISS_PX)
    unit = "m²" if miss.has_metres else "pixels"
    return CutOut(
        caption=f"{miss.category.name}, {_rounded(miss.surface)}\N{NO-BREAK SPACE}{unit}",
        remark=miss.remark,
        picture=picture,
        subject=svg_path(np.array([miss.polygon], object), tolerance),
        kind=kind,
    )


def _square_around(bounds: tuple[float, float, float, float], raster: Raster) -> Window:
    """Return a square around a box with room on every side, moved inside the raster where it fits in."""
    x0, y0, x1, y1 = bounds
    side = math.ceil(max(_LEAST_MISS_SIDE_PX, _MISS_ROOM * max(x1 - x0, y1 - y0)))
    grid = raster.native_grid
    row = min(max(round((y0 + y1 - side) / 2), 0), max(grid.rows - side, 0))
    col = min(max(round((x0 + x1 - side) / 2), 0), max(grid.cols - side, 0))
    return Window(row, col, side, side).intersection(grid.window)


def _metres(length_m: float) -> str:
    return f"{length_m / 1000:.1f} km" if length_m >= 1000 else f"{length_m:.0f} m"


def _rounded(surface: float) -> str:
    return f"{surface:.1f}" if surface < 10 else f"{surface:,.0f}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _listed(names: Sequence[str]) -> str:
    if list(names) == ["object"]:  # what a category is called when nobody named it
        return "objects"
    if len(names) > 4:
        return f"{', '.join(names[:3])} and {len(names) - 3} more categories"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
