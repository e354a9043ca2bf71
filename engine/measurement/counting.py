"""How many polygons of each category there are, on which raster, and how much ground they cover."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.measurement.sizes import size_counts, size_edges

TOTAL = "total"
_M2_PER_HA, _M2_PER_KM2 = 1e4, 1e6
_Key = tuple[str, str]  # category, raster; the raster is empty where rasters are not told apart


@dataclass(frozen=True)
class Count:
    """One line: polygons of a category, and of a raster where they are told apart; None for what is unknown.

    `covered` is the share of the ground below `ground_m2` that they cover.
    """

    category: str
    raster: str
    n: int
    total_area_m2: float | None
    mean_area_m2: float | None
    ground_m2: float | None = None
    n_per_ha: float | None = None
    n_per_km2: float | None = None
    covered: float | None = None


@dataclass(frozen=True)
class SizeCounts:
    """How many polygons of a category (and raster) are in each bar between `edges_m2`."""

    category: str
    raster: str
    n: tuple[int, ...]


@dataclass(frozen=True)
class Counts:
    """All lines, the total, and the histogram: no edges where sizes are unknown, and the last may be infinite."""

    lines: tuple[Count, ...]
    total: Count
    edges_m2: tuple[float, ...]
    sizes: tuple[SizeCounts, ...]


class Counting:
    """Takes batches of polygons and keeps their areas, eight bytes each."""

    def __init__(self) -> None:
        self._areas: dict[_Key, list[NDArray[np.float64]]] = {}

    def add(self, categories: NDArray[np.object_], rasters: NDArray[np.object_], areas_m2: NDArray[np.float64]) -> None:
        """Take polygons (n,): category and raster as text, and areas that are NaN where unknown."""
        keys = np.array([f"{category}\0{raster}" for category, raster in zip(categories, rasters, strict=True)], object)
        numbers: dict[str, int] = {}
        codes = np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int64)
        order = np.argsort(codes, kind="stable")
        bounds = np.searchsorted(codes[order], np.arange(len(numbers) + 1))
        for key, code in numbers.items():
            category, _, raster = key.partition("\0")
            chosen = areas_m2[order[bounds[code] : bounds[code + 1]]]
            self._areas.setdefault((category, raster), []).append(chosen)

    def counts(
        self,
        ground_m2: float | None,
        on_raster_m2: Callable[[str], float | None] | None = None,
        bins: Sequence[float] = (),
    ) -> Counts:
        """Return what was counted.

        Args:
            ground_m2: all ground; None where it is not known.
            on_raster_m2: returns the ground on a raster by its name; None where rasters are not told apart.
            bins: edges of the histogram; none to have them chosen.
        """
        grounds = on_raster_m2 or (lambda _: ground_m2)
        areas = {key: np.concatenate(parts) for key, parts in sorted(self._areas.items())}
        lines = tuple(_count(*key, values, grounds(key[1])) for key, values in areas.items())
        every = np.concatenate(list(areas.values())) if areas else np.zeros(0)
        edges = tuple(bins) or size_edges(every[np.isfinite(every)])
        sizes = [
            SizeCounts(*key, tuple(size_counts(values[np.isfinite(values)], edges).tolist()))
            for key, values in areas.items()
        ]
        return Counts(lines, _count(TOTAL, "", every, ground_m2), edges, tuple(sizes) if len(edges) > 1 else ())


def _count(category: str, raster: str, areas_m2: NDArray[np.float64], ground_m2: float | None) -> Count:
    n = len(areas_m2)
    area_m2 = math.fsum(areas_m2.tolist())
    is_known = math.isfinite(area_m2)
    has_ground = ground_m2 is not None and ground_m2 > 0
    return Count(
        category=category,
        raster=raster,
        n=n,
        total_area_m2=round(area_m2, 2) if is_known else None,
        mean_area_m2=round(area_m2 / n, 2) if is_known and n else None,
        ground_m2=round(ground_m2, 2) if ground_m2 is not None else None,
        n_per_ha=_significant(n / ground_m2 * _M2_PER_HA) if has_ground and ground_m2 else None,
        n_per_km2=_significant(n / ground_m2 * _M2_PER_KM2) if has_ground and ground_m2 else None,
        covered=_significant(area_m2 / ground_m2) if has_ground and ground_m2 and is_known else None,
    )


def _significant(value: float) -> float:
    return float(f"{value:.6g}")
