"""How large the footprints are that are shown, counted by the file itself, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import QgsProject, QgsVectorLayer

from ..domain.size_bars import SizeBars, SizeSummary, bar_of, size_edges
from .footprint_base import TABLE, asked
from .footprint_rows import footprint_rows

_VALUES = 'COUNT("area_m2"), MIN("area_m2"), MAX("area_m2"), AVG("area_m2"), AVG("area_m2" * "area_m2")'
_SUMMARY = f"SELECT {_VALUES} FROM {TABLE}{{where}}"  # noqa: S608
_BARS = f'SELECT "category", {{bar}} AS "bar", COUNT(*) FROM {TABLE}{{{{where}}}} GROUP BY 1, 2'  # noqa: S608


def size_bars(layers: Sequence[QgsVectorLayer], qgis_project: QgsProject) -> SizeBars:
    """Return the histogram of what the filters of all layers let through; empty where no area is known."""
    summary = SizeSummary()
    for layer in layers:
        summary += _summary_of(layer, qgis_project)
    edges = size_edges(summary)
    counts: dict[str, list[int]] = {}
    for layer in layers if edges else []:
        for category, bar, n in _bars_of(layer, edges, qgis_project):
            counts.setdefault(category, [0] * (len(edges) - 1))[bar] += n
    return SizeBars(edges, {category: tuple(row) for category, row in sorted(counts.items())})


def _summary_of(layer: QgsVectorLayer, qgis_project: QgsProject) -> SizeSummary:
    rows = asked(layer, _SUMMARY)
    if rows is not None:
        n, *values = rows[0]
        return SizeSummary(int(n), *map(float, values)) if n else SizeSummary()
    areas = [row.area_m2 for row in footprint_rows(layer, qgis_project.transformContext()) if row.area_m2 is not None]
    if not areas:
        return SizeSummary()
    n = len(areas)
    return SizeSummary(n, min(areas), max(areas), sum(areas) / n, sum(area * area for area in areas) / n)


def _bars_of(
    layer: QgsVectorLayer, edges: tuple[float, ...], qgis_project: QgsProject
) -> Iterable[tuple[str, int, int]]:
    cases = " ".join(f'WHEN "area_m2" < {edge!r} THEN {number}' for number, edge in enumerate(edges[1:]))
    rows = asked(layer, _BARS.format(bar=f"CASE {cases} END"))
    if rows is not None:
        return [(str(category or ""), int(bar), int(n)) for category, bar, n in rows if bar is not None]
    found = []
    for row in footprint_rows(layer, qgis_project.transformContext()):
        bar = None if row.area_m2 is None else bar_of(row.area_m2, edges)
        if bar is not None:
            found.append((row.category, bar, 1))
    return found
