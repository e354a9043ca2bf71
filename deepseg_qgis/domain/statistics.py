"""How many footprints of each category there are, and how much ground they cover."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class FootprintRow:
    """What is counted of one footprint; `area_m2` is None where it has no place on the globe."""

    category: str
    raster: str = ""
    area_m2: float | None = None
    score: float | None = None


@dataclass(frozen=True)
class CategoryCount:
    """One line of the table; `raster` is empty where rasters are not told apart, areas are None where unknown."""

    category: str
    raster: str
    n_footprints: int
    total_area_m2: float | None
    mean_area_m2: float | None


def count_by_category(rows: Iterable[FootprintRow], by_raster: bool = False) -> list[CategoryCount]:
    """Return one count per category, or per category and raster, in their order; reads the rows once, one by one."""
    sums: dict[tuple[str, str], tuple[int, float]] = {}
    for row in rows:
        key = (row.category, row.raster if by_raster else "")
        n, area_m2 = sums.get(key, (0, 0.0))
        # One unknown area makes the sum unknown: half a sum would be taken for a whole one.
        sums[key] = (n + 1, area_m2 + (math.nan if row.area_m2 is None else row.area_m2))
    return [_count(category, raster, *sums[category, raster]) for category, raster in sorted(sums)]


def total_area_m2(counts: Iterable[CategoryCount]) -> float | None:
    """Return the ground that all of them cover; None where a part is unknown."""
    areas = [count.total_area_m2 for count in counts]
    known = [area for area in areas if area is not None]
    return math.fsum(known) if len(known) == len(areas) else None


def _count(category: str, raster: str, n: int, area_m2: float) -> CategoryCount:
    is_known = math.isfinite(area_m2)
    return CategoryCount(
        category=category,
        raster=raster,
        n_footprints=n,
        total_area_m2=area_m2 if is_known else None,
        mean_area_m2=area_m2 / n if is_known else None,
    )
