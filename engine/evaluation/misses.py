"""The worst misses: the largest labels not found, the surest footprints that are wrong."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from engine.domain.category import Category
from engine.evaluation.matches import FN, FP, Outcomes
from engine.evaluation.matching import IOU_THRESHOLDS, Matches


@dataclass(frozen=True)
class Miss:
    """A label not found or a footprint that is wrong: on which raster, where, and what to say of it.

    `surface` is in square metres where `has_metres`, else in pixels.
    """

    raster: int
    polygon: shapely.Geometry
    category: Category
    surface: float
    has_metres: bool
    remark: str


def largest_missed(
    matches: Sequence[Matches],
    became: Sequence[Outcomes],
    categories: Sequence[Category],
    metres_per_pixel: Sequence[float | None],
    limit: int,
) -> list[Miss]:
    """Return the labels not found, the largest first, at most `limit`."""
    misses: list[Miss] = []
    for i, (one, fate, side_m) in enumerate(zip(matches, became, metres_per_pixel, strict=True)):
        shapes = one.labels.shapes
        misses += [
            _miss(
                i, shapes.polygons[row], _category(shapes.category_ids[row], categories), side_m, _why_missed(one, row)
            )
            for row in np.flatnonzero(fate.labels == FN).tolist()
        ]
    return sorted(misses, key=lambda miss: -miss.surface)[:limit]


def surest_false(
    matches: Sequence[Matches],
    became: Sequence[Outcomes],
    categories: Sequence[Category],
    metres_per_pixel: Sequence[float | None],
    limit: int,
) -> list[Miss]:
    """Return the footprints that are wrong, the highest score first, at most `limit`."""
    scored = []
    for i, (one, fate, side_m) in enumerate(zip(matches, became, metres_per_pixel, strict=True)):
        shapes = one.footprints.shapes
        for row in np.flatnonzero(fate.footprints == FP)[:limit].tolist():  # they stand by falling score
            category = _category(shapes.category_ids[row], categories)
            miss = _miss(i, shapes.polygons[row], category, side_m, _why_false(one, row))
            scored.append((float(shapes.scores[row]), miss))
    return [miss for _, miss in sorted(scored, key=lambda pair: -pair[0])[:limit]]


def _miss(raster: int, polygon: shapely.Geometry, category: Category, side_m: float | None, remark: str) -> Miss:
    surface = float(polygon.area) * (side_m**2 if side_m else 1.0)
    return Miss(raster, polygon, category, surface, side_m is not None, remark)


def _why_missed(matches: Matches, row: int) -> str:
    weak = int(matches.finder(0.0)[row])
    if weak >= 0:
        return f"found, but only with a score of {matches.footprints.shapes.scores[weak]:.2f}"
    best = matches.labels.best_iou[row]
    return _near_miss(best) or "nothing found here"


def _why_false(matches: Matches, row: int) -> str:
    score, best = matches.footprints.shapes.scores[row], matches.footprints.best_iou[row]
    if best >= IOU_THRESHOLDS[0]:
        return f"score {score:.2f}; its label was found already"
    return f"score {score:.2f}; {_near_miss(best) or 'no label here'}"


def _near_miss(iou: float) -> str:
    # Rounded down: 0.499 must not read as the 0.50 that would have been enough.
    return f"best IoU {math.floor(iou * 100) / 100:.2f}, too far off" if iou >= 0.01 else ""


def _category(category_id: int, categories: Sequence[Category]) -> Category:
    return next(each for each in categories if each.id == category_id)
