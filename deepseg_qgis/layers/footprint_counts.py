"""How many footprints are shown, and how much ground they cover; counted by the file itself, however many there are."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from qgis.core import QgsProject, QgsVectorLayer

from ..domain.review import ACCEPTED, REJECTED
from ..domain.statistics import CategoryCount, count_by_category
from .footprint_base import TABLE, asked
from .footprint_review import review_counts
from .footprint_rows import footprint_rows

_COUNTS = f'SELECT "category", COUNT(*), SUM("area_m2"), COUNT("area_m2") FROM {TABLE}{{where}} GROUP BY "category"'  # noqa: S608
_NUMBER = f"SELECT COUNT(*) FROM {TABLE}{{where}}"  # noqa: S608
_REVIEWS = f'SELECT "review", COUNT(*) FROM {TABLE}{{where}} GROUP BY "review"'  # noqa: S608


def count_footprints(layers: Sequence[QgsVectorLayer], qgis_project: QgsProject) -> list[CategoryCount]:
    """Return one count per category over all layers, of what their filters let through."""
    counts = [count for layer in layers for count in _counts_of(layer, qgis_project)]
    return _added_up(counts)


def n_shown(layers: Iterable[QgsVectorLayer]) -> int:
    """Return how many footprints are shown; QGIS itself only guesses where a file has no list of its contents."""
    return sum(_n_shown(layer) for layer in layers)


def count_reviews(layers: Iterable[QgsVectorLayer]) -> dict[str, int]:
    """Return how many of the footprints shown are accepted, rejected, and ("") not looked at."""
    total = {ACCEPTED: 0, REJECTED: 0, "": 0}
    for layer in layers:
        if layer.fields().indexOf("review") < 0:
            total[""] += _n_shown(layer)
            continue
        rows = asked(layer, _REVIEWS)
        counts = review_counts(layer) if rows is None else {str(review or ""): int(n) for review, n in rows}
        for review, n in counts.items():
            total[review if review in total else ""] += n
    return total


def _n_shown(layer: QgsVectorLayer) -> int:
    rows = asked(layer, _NUMBER, is_edited_too=True)
    if rows is None:
        return max(int(layer.featureCount()), 0)
    buffer = layer.editBuffer()
    drawn = 0 if buffer is None else len(buffer.addedFeatures()) - len(buffer.deletedFeatureIds())
    return int(rows[0][0]) + drawn


def _counts_of(layer: QgsVectorLayer, qgis_project: QgsProject) -> list[CategoryCount]:
    rows = asked(layer, _COUNTS)
    if rows is None:
        return count_by_category(footprint_rows(layer, qgis_project.transformContext()))
    return [_count(*row) for row in rows]


def _count(category: str | None, n: int, area_m2: float | None, n_known: int) -> CategoryCount:
    total = float(area_m2 or 0.0) if n == n_known else None
    return CategoryCount(str(category or ""), "", int(n), total, total / n if total is not None and n else None)


def _added_up(counts: Iterable[CategoryCount]) -> list[CategoryCount]:
    sums: dict[str, tuple[int, float]] = {}
    for count in counts:
        n, area_m2 = sums.get(count.category, (0, 0.0))
        more_m2 = math.nan if count.total_area_m2 is None else count.total_area_m2
        sums[count.category] = (n + count.n_footprints, area_m2 + more_m2)
    added = []
    for category, (n, area_m2) in sorted(sums.items()):
        total = area_m2 if math.isfinite(area_m2) else None
        added.append(CategoryCount(category, "", n, total, total / n if total is not None and n else None))
    return added
