"""Counts and sizes as one page that needs nothing else: table, bars, histogram and maps."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import jinja2
from markupsafe import Markup

from engine import __version__
from engine.measurement.counting import Count, Counts

_THIN = "\N{NARROW NO-BREAK SPACE}"
_WIDTH, _HEIGHT = 760.0, 300.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 56.0, 12.0, 12.0, 46.0
_MOST_LABELS = 8
_MOST_RASTERS = 200  # rows of the table


@dataclass(frozen=True, eq=False)
class StatisticsPage:
    """What is on the page; `maps` are caption, JPEG in base64, width and height."""

    title: str
    counts: Counts
    by_raster: bool
    colors: Mapping[str, str]
    ground_m2: float | None
    rule: str
    maps: Sequence[tuple[str, str, int, int]]
    n_maps_left_out: int


@dataclass(frozen=True)
class Bar:
    """A category, or a raster, in a chart of bars that lie: `share` of the longest, from 0 to 1."""

    name: str
    color: str
    text: str
    share: float


def page_html(page: StatisticsPage) -> str:
    """Return the page."""
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["count"] = count_text
    environment.filters["area"] = area_text
    environment.filters["density"] = density_text
    text = files("engine.evaluation").joinpath("statistics.html.j2").read_text(encoding="utf-8")
    categories = per_category(page.counts, page.ground_m2)
    charts = [
        ("Number", bars(categories, page.colors, lambda each: each.n, lambda value: count_text(round(value)))),
        ("Ground that they cover", bars(categories, page.colors, lambda each: each.total_area_m2, area_text)),
        ("Size of one, on average", bars(categories, page.colors, lambda each: each.mean_area_m2, area_text)),
    ]
    return environment.from_string(text).render(
        title=page.title,
        page=page,
        total=page.counts.total,
        categories=categories,
        charts=[(title, rows) for title, rows in charts if rows],
        histogram=histogram(page.counts, page.colors),
        lines=page.counts.lines[:_MOST_RASTERS] if page.by_raster else (),
        n_lines_left_out=max(len(page.counts.lines) - _MOST_RASTERS, 0) if page.by_raster else 0,
        date=datetime.datetime.now(tz=datetime.timezone.utc).date().isoformat(),
        version=__version__,
    )


def per_category(counts: Counts, ground_m2: float | None) -> list[Count]:
    """Return one line per category, rasters added up, with densities on all ground."""
    names = sorted({line.category for line in counts.lines})
    return [_joined(name, [line for line in counts.lines if line.category == name], ground_m2) for name in names]


def _joined(name: str, lines: Sequence[Count], ground_m2: float | None) -> Count:
    n = sum(line.n for line in lines)
    areas = [line.total_area_m2 for line in lines if line.total_area_m2 is not None]
    area = math.fsum(areas) if len(areas) == len(lines) else None
    per_ha = n / ground_m2 * 1e4 if ground_m2 else None
    return Count(
        category=name,
        raster="",
        n=n,
        total_area_m2=area,
        mean_area_m2=area / n if area is not None and n else None,
        ground_m2=ground_m2,
        n_per_ha=per_ha,
        n_per_km2=per_ha * 100 if per_ha is not None else None,
        covered=area / ground_m2 if area is not None and ground_m2 else None,
    )


def bars(
    categories: Sequence[Count],
    colors: Mapping[str, str],
    value_of: Callable[[Count], float | None],
    text_of: Callable[[float], str],
) -> list[Bar]:
    """Return the bars of a chart, the longest first; none where a value is unknown."""
    values = [value for each in categories if (value := value_of(each)) is not None]
    most = max(values, default=0)
    if len(values) < len(categories) or most <= 0:
        return []
    rows = [
        Bar(each.category, colors.get(each.category, "#999999"), text_of(value), value / most)
        for each, value in zip(categories, values, strict=True)
    ]
    return sorted(rows, key=lambda bar: -bar.share)


def histogram(counts: Counts, colors: Mapping[str, str]) -> Markup:
    """Return the chart of sizes: a bar per step, categories one on the other; empty where sizes are unknown."""
    n_bars = len(counts.edges_m2) - 1
    if n_bars < 1 or not counts.sizes:
        return Markup("")
    stacks: dict[str, list[int]] = {}
    for row in counts.sizes:
        before = stacks.setdefault(row.category, [0] * n_bars)
        stacks[row.category] = [a + b for a, b in zip(before, row.n, strict=True)]
    most = max(sum(stack[i] for stack in stacks.values()) for i in range(n_bars)) or 1
    step = (_WIDTH - _LEFT - _RIGHT) / n_bars
    scale = (_HEIGHT - _TOP - _BOTTOM) / most
    parts = [_lines_across(most, scale)]
    for i in range(n_bars):
        bottom = _HEIGHT - _BOTTOM
        label = _range_text(counts.edges_m2[i], counts.edges_m2[i + 1])
        for name, stack in sorted(stacks.items()):
            height = stack[i] * scale
            bottom -= height
            parts.append(
                Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="{}"><title>{}: {}, {}</title></rect>').format(
                    f"{_LEFT + i * step + 1:.1f}", f"{bottom:.1f}", f"{step - 2:.1f}", f"{height:.1f}",
                    colors.get(name, "#999999"), name, label, count_text(stack[i]),
                )
            )  # fmt: skip
    parts.append(_edge_labels(counts.edges_m2, step))
    return (
        Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="How many are how large">').format(
            f"{_WIDTH:.0f}", f"{_HEIGHT:.0f}"
        )
        + Markup("").join(parts)
        + Markup("</svg>")
    )


def _lines_across(most: int, scale: float) -> Markup:
    power = 10 ** math.floor(math.log10(most))
    step = next(part * power / 10 for part in (1, 2, 5, 10, 20) if most / (part * power / 10) <= 6)
    step = max(step, 1)
    parts = []
    value = 0.0
    while value <= most:
        y = _HEIGHT - _BOTTOM - value * scale
        parts.append(
            Markup(
                '<line class="grid" x1="{}" x2="{}" y1="{y}" y2="{y}"/><text x="{}" y="{}" text-anchor="end">{}</text>'
            ).format(_LEFT, _WIDTH - _RIGHT, _LEFT - 8, f"{y + 4:.1f}", count_text(round(value)), y=f"{y:.1f}")
        )
        value += step
    return Markup("").join(parts)


def _edge_labels(edges: Sequence[float], step: float) -> Markup:
    every = max(1, math.ceil(len(edges) / _MOST_LABELS))
    parts = [
        Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>').format(
            f"{_LEFT + i * step:.1f}",
            _HEIGHT - _BOTTOM + 18,
            "end" if i == len(edges) - 1 else "middle",
            f"{edges[i]:,.10g}".replace(",", _THIN),
        )
        for i in range(0, len(edges), every)
        if math.isfinite(edges[i])
    ]
    title = "Size of one in m²; the last bar has no end" if math.isinf(edges[-1]) else "Size of one in m²"
    parts.append(
        Markup('<text class="axis" x="{}" y="{}" text-anchor="middle">{}</text>').format(
            (_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 6, title
        )
    )
    return Markup("").join(parts)


def _range_text(begin: float, end: float) -> str:
    return f"{begin:g} m² and more" if math.isinf(end) else f"{begin:g} to {end:g} m²"


def count_text(n: int) -> str:
    """Return a number with its thousands apart."""
    return f"{n:,}".replace(",", _THIN)


def area_text(area_m2: float | None) -> str:
    """Return an area in the unit that fits it; a dash where it is unknown."""
    if area_m2 is None:
        return "–"
    for least, unit_m2, unit, digits in (
        (999_500, 1e6, "km²", 2),
        (9999.5, 1e4, "ha", 1),
        (10, 1, "m²", 0),
        (0, 1, "m²", 1),
    ):
        if area_m2 >= least:
            return f"{area_m2 / unit_m2:,.{digits}f}{_THIN}{unit}".replace(",", _THIN)
    return "–"


def density_text(value: float | None) -> str:
    """Return how many there are on a piece of ground; a dash where it is unknown."""
    if value is None:
        return "–"
    return count_text(round(value)) if value >= 100 else f"{value:.3g}"
