"""From fields to outlines, component by component."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon

from engine.domain.shapes import Shapes
from engine.domain.thresholds import Thresholds
from engine.geo.trace import TOLERANCE_PX, smooth_outline, trace
from engine.geo.window import Window
from engine.inference.components import components_of, label_components
from engine.inference.instances import separate


@dataclass(frozen=True)
class Outline:
    """One instance: its polygon in the pixel coordinates of the network, and its score from 0 to 1."""

    polygon: Polygon
    score: float


def component_outlines(
    fields: NDArray[np.uint8],
    mask: NDArray[np.bool_],
    window: Window,
    *,
    thresholds: Thresholds,
    least_score: float = 0.0,
    tolerance_px: float = TOLERANCE_PX,
) -> list[Outline]:
    """Return the instances of one component, in reading order.

    The component is cut on its own, within its own window, whatever lies around it and wherever blocks and
    tiles end. So nothing but its own pixels can change its instances.

    Args:
        fields: body, boundary and distance of one category, uint8 (3, rows, cols).
        mask: the component, bool (rows, cols).
        window: what both fill: the smallest around the component.
        thresholds: where to cut.
        least_score: instances with a lower score are left out.
        tolerance_px: how far outlines may run from the pixels, as for `smooth_outline`.
    """
    if np.count_nonzero(mask) < thresholds.min_area_px:
        return []
    body, boundary, distance = fields
    labels, scores = separate(np.where(mask, body, 0).astype(np.uint8), boundary, distance, thresholds=thresholds)
    keeps = np.concatenate([[False], scores >= least_score])
    if not keeps.any():
        return []
    traced = trace(np.where(keeps[labels], labels, 0).astype(np.int32), window)
    return [Outline(smooth_outline(polygon, tolerance_px), float(scores[number - 1])) for number, polygon in traced]


def window_outlines(
    fields: NDArray[np.uint8],
    window: Window,
    *,
    thresholds: Thresholds,
    least_score: float = 0.0,
    tolerance_px: float = TOLERANCE_PX,
) -> Iterator[Outline]:
    """Yield the instances of one category, its components in reading order; arguments as `component_outlines`."""
    labels = label_components(fields[0], thresholds)
    found = components_of(labels, window)
    for number in sorted(range(len(found)), key=lambda number: found[number].anchor):
        rows, cols = found[number].window.slices_in(window)
        yield from component_outlines(
            fields[:, rows, cols],
            labels[rows, cols] == number + 1,
            found[number].window,
            thresholds=thresholds,
            least_score=least_score,
            tolerance_px=tolerance_px,
        )


def instance_shapes(
    fields: NDArray[np.uint8],
    window: Window,
    thresholds: Sequence[Thresholds],
    *,
    x_factor: float = 1.0,
    y_factor: float = 1.0,
    tolerance_px: float = TOLERANCE_PX,
) -> Shapes:
    """Return the instances of all categories as polygons in the pixel coordinates of the raster's own grid.

    Args:
        fields: uint8 (3C, rows, cols) as from `predict_window`, of the whole `window`.
        window: in network pixels.
        thresholds: one per category, in order of category ids from 1.
        x_factor: the raster's own pixels per network pixel along x.
        y_factor: the same along y.
        tolerance_px: in network pixels, as for `smooth_outline`.
    """
    found: list[Outline] = []
    category_ids: list[int] = []
    for index, cut in enumerate(thresholds):
        of_category = category_fields(fields, index)
        found.extend(window_outlines(of_category, window, thresholds=cut, tolerance_px=tolerance_px))
        category_ids.extend([index + 1] * (len(found) - len(category_ids)))
    polygons = np.array([outline.polygon for outline in found], object)
    placed = shapely.transform(polygons, lambda xy: xy * (x_factor, y_factor))
    return Shapes(placed, np.array(category_ids, np.int64), np.array([o.score for o in found], np.float64))


def category_fields(fields: NDArray[np.uint8], index: int) -> NDArray[np.uint8]:
    """Return body, boundary and distance (3, rows, cols) of the category at `index` from all fields (3C, ...)."""
    return fields[field_numbers(index, len(fields) // 3)]


def field_numbers(index: int, n_categories: int) -> list[int]:
    """Return where body, boundary and distance of the category at `index` stand among all fields."""
    return [index + kind * n_categories for kind in range(3)]
