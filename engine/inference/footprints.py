"""From fields to outlines, component by component."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon

from engine.domain.shapes import Shapes
from engine.domain.thresholds import Thresholds
from engine.geo.labels import Labels
from engine.geo.pixel_lists import PixelLists
from engine.geo.ragged import starts_of
from engine.geo.rings import rings_of
from engine.geo.trace import TOLERANCE_PX, smooth_outlines
from engine.geo.window import Window, window_around
from engine.inference.components import Component, components_of, label_components
from engine.inference.instances import Pixels, instances, may_hold


@dataclass(frozen=True)
class Outline:
    """One instance: its polygon in the pixel coordinates of the network, and its score from 0 to 1."""

    polygon: Polygon
    score: float


@dataclass(frozen=True, eq=False)
class Cut:
    """One component by itself: body, boundary and distance uint8 (3, rows, cols), and its mask bool (rows, cols).

    Both fill `window`, the smallest around the component.
    """

    fields: NDArray[np.uint8]
    mask: NDArray[np.bool_]
    window: Window


def component_outlines(
    cuts: Sequence[Cut],
    *,
    thresholds: Thresholds,
    least_score: float = 0.0,
    tolerance_px: float = TOLERANCE_PX,
) -> list[list[Outline]]:
    """Return the instances of each of some components of one category, in the order of the first pixels of their seeds.

    Nothing but a component's own pixels decides about its instances, so it does not matter which come together.

    Args:
        cuts: the components.
        thresholds: where to cut.
        least_score: instances with a lower score are left out.
        tolerance_px: how far outlines may run from the pixels, as for `smooth_outlines`.
    """
    areas_px = np.array([np.count_nonzero(cut.mask) for cut in cuts], np.int64)
    highest = np.array([cut.fields[0].max(where=cut.mask, initial=0) for cut in cuts], np.uint8)
    owners = np.flatnonzero(may_hold(areas_px, highest, thresholds, least_score))
    kept = [cuts[owner] for owner in owners.tolist()]
    if not kept:
        return [[] for _ in cuts]
    window = window_around([cut.window for cut in kept])
    stride = window.cols + 1
    places, fields = [], []
    for cut in kept:
        rows, cols = np.nonzero(cut.mask)
        places.append((rows + cut.window.row - window.row) * stride + cols + cut.window.col - window.col)
        fields.append(cut.fields[:, rows, cols])
    components = PixelLists.of(np.concatenate(places), starts_of(areas_px[owners]), stride)
    pixels = Pixels(components, owners, *np.concatenate(fields, axis=1))
    return _outlines(pixels, len(cuts), window, thresholds, least_score, tolerance_px)


def block_outlines(
    fields: NDArray[np.uint8],
    labels: Labels,
    components: Sequence[Component],
    window: Window,
    *,
    thresholds: Thresholds,
    least_score: float = 0.0,
    tolerance_px: float = TOLERANCE_PX,
) -> list[list[Outline]]:
    """Return the instances of each of some components that lie in one block as a whole.

    They are those that `component_outlines` finds in the component alone, to the last bit: whatever lies around it and
    wherever blocks and tiles end, nothing but its own pixels can change a component's instances.

    Args:
        fields: body, boundary and distance of one category, uint8 (3, rows, cols).
        labels: as from `label_components`.
        components: those wanted, in any order.
        window: what fields and labels fill.
        thresholds, least_score, tolerance_px: as for `component_outlines`.
    """
    if not components:
        return []
    rows, cols = np.array([component.anchor for component in components]).T
    numbers = labels.at((rows - window.row) * window.cols + cols - window.col)
    pixels = Pixels.of_runs(labels.runs_of(numbers), fields, thresholds, least_score)
    return _outlines(pixels, len(components), window, thresholds, least_score, tolerance_px)


def _outlines(
    pixels: Pixels, n_owners: int, window: Window, thresholds: Thresholds, least_score: float, tolerance_px: float
) -> list[list[Outline]]:
    """Return the instances of each component."""
    found = instances(pixels, thresholds).at_least(least_score)
    rings = rings_of(found.components, found.numbers, found.edges, len(found.owners), (window.row, window.col))
    polygons = smooth_outlines(rings, tolerance_px)
    outlines: list[list[Outline]] = [[] for _ in range(n_owners)]
    for owner, polygon, score in zip(found.owners.tolist(), polygons, found.scores.tolist(), strict=True):
        outlines[owner].append(Outline(polygon, score))
    return outlines


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
    found = block_outlines(
        fields,
        labels,
        sorted(components_of(labels, window)),
        window,
        thresholds=thresholds,
        least_score=least_score,
        tolerance_px=tolerance_px,
    )
    yield from itertools.chain.from_iterable(found)


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
        tolerance_px: in network pixels, as for `smooth_outlines`.
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
