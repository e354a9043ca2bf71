"""Components too large to be read as one piece: cut along the ridges of the fields, step by step, block by block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy import ndimage
from shapely import Polygon

from engine.domain.thresholds import Thresholds
from engine.geo.labels import Labels
from engine.geo.trace import smooth_outline, trace
from engine.geo.window import Window
from engine.inference.components import Component, Giant, border_labels, mask_of, numbered_components
from engine.inference.fields import FieldStore
from engine.inference.footprints import Cut, Outline
from engine.inference.instances import FIELD_MAX, coreness, level, trust
from engine.inference.walk import Place

LAST_STEP = 4  # on the ladder from the mask threshold to the core threshold
_GROWTH_PX = 3  # how far pieces grow back into what was cut away: about as wide as boundaries are drawn
_MARGIN_PX = 2 * _GROWTH_PX + 1  # around a piece, for what grows from the other side
_SCORE_RIM_PX = 2  # as for every instance, the rim does not count for the score
_MOST_SMOOTHED = 200_000  # vertices; an outline with more of them keeps the edges of its pixels


def mask_at(
    step: int, body: NDArray[np.uint8], boundary: NDArray[np.uint8], thresholds: Thresholds
) -> NDArray[np.bool_]:
    """Return what belongs to components at a step of the ladder, bool (rows, cols); each step lies within the last.

    At step 0 it is the mask of all components, at the last step what the seeds of instances are made of.
    """
    low, high = thresholds.mask_threshold, thresholds.core_threshold
    mask: NDArray[np.bool_] = body >= level(low)
    if step:
        mask &= coreness(body, boundary) >= level(low + max(high - low, 0.0) * step / LAST_STEP)
    return mask


def parts_of(giants: Iterable[Giant]) -> dict[Place, list[int]]:
    """Return the labels that giants are made of, by block, blocks row by row."""
    together: dict[Place, list[int]] = {}
    for giant in giants:
        for place, labels in giant.parts.items():
            together.setdefault(place, []).extend(labels)
    return {place: sorted(together[place]) for place in sorted(together)}


@dataclass(frozen=True)
class Ladder:
    """The fields of one category of one raster, and where they are cut."""

    store: FieldStore
    numbers: Sequence[int]  # of body, boundary and distance among all fields
    thresholds: Thresholds

    def pieces(self, place: Place, step: int, inside: Sequence[int]) -> Labels:
        """Return the pieces of a block at a step from 1 on that lie in the labels `inside` of the step before.

        They keep their numbers among all pieces of the block at this step.
        """
        body, boundary = self.store.read(self.store.grid.window_of(place), self.numbers[:2])
        return self._pieces(body, boundary, step, inside)

    def _pieces(self, body: NDArray[np.uint8], boundary: NDArray[np.uint8], step: int, inside: Sequence[int]) -> Labels:
        before = Labels.of_mask(mask_at(step - 1, body, boundary, self.thresholds))
        labels = Labels.of_mask(mask_at(step, body, boundary, self.thresholds))
        # Each mask lies within the one before, so a run lies in one piece of it.
        return labels.only(np.isin(before.at(labels.runs.firsts), list(inside)))

    def cuts(self, place: Place, step: int, inside: Sequence[int]) -> Iterator[tuple[Component, Cut]]:
        """Yield those of `pieces` that lie in the block as a whole and in which an instance begins.

        Each comes with what it grows back into. They may be giants still.
        """
        grid = self.store.grid
        window = grid.window_of(place)
        around = self._around(window, _MARGIN_PX)
        fields = self.store.read(around, self.numbers)
        body, boundary = fields[(slice(2), *window.slices_in(around))]
        labels = self._pieces(body, boundary, step, inside)
        begins = labels.at(np.flatnonzero(mask_at(LAST_STEP, body, boundary, self.thresholds)))
        labels = labels.among(np.setdiff1d(begins, border_labels(labels, place, grid)))
        raster = labels.raster()
        for label, component in numbered_components(labels, window):
            own = raster[component.window.slices_in(window)] == label
            yield component, self._cut(component, step, own, fields, around)

    def cut(self, component: Component, step: int) -> Cut | None:
        """Return a piece that lies in several blocks with what it grows back into; None where no instance begins in it.

        Args:
            component: the piece.
            step: at which it came off.
        """
        around = self._around(component.window, _MARGIN_PX)
        fields = self.store.read(around, self.numbers)
        body, boundary = fields[(slice(2), *component.window.slices_in(around))]
        own = mask_of(component, Labels.of_mask(mask_at(step, body, boundary, self.thresholds)))
        if not (own & mask_at(LAST_STEP, body, boundary, self.thresholds)).any():
            return None
        return self._cut(component, step, own, fields, around)

    def _cut(
        self, component: Component, step: int, own: NDArray[np.bool_], fields: NDArray[np.uint8], around: Window
    ) -> Cut:
        """Return a piece, `own` in its window, with what it grows back into; `fields` fill `around`."""
        near = self._around(component.window, _MARGIN_PX)
        fields = fields[(slice(None), *near.slices_in(around))]
        piece = np.zeros(fields.shape[1:], bool)
        piece[component.window.slices_in(near)] = own
        others = mask_at(step, fields[0], fields[1], self.thresholds) & ~piece
        grown = _grown(piece, others, mask_at(0, fields[0], fields[1], self.thresholds))
        window = self._around(component.window, _GROWTH_PX)
        there = window.slices_in(near)
        return Cut(fields[(slice(None), *there)], grown[there], window)

    def _around(self, window: Window, margin_px: int) -> Window:
        """Return a window with a margin, inside the raster."""
        return window.grown(margin_px).intersection(Window(0, 0, self.store.grid.rows, self.store.grid.cols))

    def whole(self, giant: Giant, *, least_score: float, tolerance_px: float) -> list[Outline]:
        """Return a giant that is still one at the last step as one instance, without ever holding its window."""
        streamed = _Streamed(self, giant)
        polygons: list[Polygon] = []
        n_px = n_inside = total = total_inside = 0
        for place in giant.parts:
            mask, inside = streamed.mask(place), streamed.inside(place)
            window = self.store.grid.window_of(place)
            body = self.store.read(window, self.numbers[:1])[0]
            n_px, total = n_px + int(mask.sum()), total + int(body[mask].sum())
            n_inside, total_inside = n_inside + int(inside.sum()), total_inside + int(body[inside].sum())
            polygons.extend(polygon for _, polygon in trace(Labels.of_mask(mask).raster(), window))
        # Of 256 steps, as for every instance.
        mean = (total_inside / n_inside if n_inside else total / n_px) / (FIELD_MAX + 1)
        score = float(trust(np.array([mean]))[0])
        if score < least_score or n_px < self.thresholds.min_area_px:
            return []
        polygon = joined(polygons)
        if shapely.get_num_coordinates(polygon) <= _MOST_SMOOTHED:
            polygon = smooth_outline(polygon, tolerance_px)
        return [Outline(polygon, score)]


class _Streamed:
    """The pixels of a giant at the last step, block by block."""

    def __init__(self, ladder: Ladder, giant: Giant) -> None:
        self._ladder = ladder
        self._giant = giant
        self.mask = lru_cache(maxsize=9)(self._mask)

    def _mask(self, place: Place) -> NDArray[np.bool_]:
        """Return the giant's pixels in a block, bool (rows, cols)."""
        ladder, window = self._ladder, self._ladder.store.grid.window_of(place)
        if place not in self._giant.parts:
            return np.zeros((window.rows, window.cols), bool)
        body, boundary = ladder.store.read(window, ladder.numbers[:2])
        labels = Labels.of_mask(mask_at(LAST_STEP, body, boundary, ladder.thresholds))
        return labels.only(np.isin(labels.runs.values, self._giant.parts[place])).raster() > 0

    def inside(self, place: Place) -> NDArray[np.bool_]:
        """Return those of a block's pixels that are not on the giant's rim, bool (rows, cols)."""
        grid = self._ladder.store.grid
        window = grid.window_of(place)
        around = window.grown(_SCORE_RIM_PX)
        mask = np.zeros((around.rows, around.cols), bool)  # beyond the raster there is nothing
        for other in grid.places_in(around.intersection(Window(0, 0, grid.rows, grid.cols))):
            block = grid.window_of(other)
            shared = block.intersection(around)
            mask[shared.slices_in(around)] = self.mask(other)[shared.slices_in(block)]
        size = 2 * _SCORE_RIM_PX + 1
        inside: NDArray[np.bool_] = ndimage.minimum_filter(mask, size, mode="constant")[window.slices_in(around)]
        return inside


def joined(polygons: Sequence[Polygon]) -> Polygon:
    """Return the polygon that pieces on whole coordinates fill together, without vertices along straight edges."""
    whole = shapely.union_all(shapely.make_valid(np.array(polygons, object)))
    largest = max(shapely.get_parts(whole).tolist(), key=lambda part: part.area)
    shell, *holes = (_corners(ring) for ring in (largest.exterior, *largest.interiors))
    polygon: Polygon = shapely.normalize(Polygon(shell, holes))
    return polygon


def _corners(ring: shapely.LinearRing) -> NDArray[np.float64]:
    """Return the vertices (n, 2) of a ring of pixel edges at which it turns."""
    points = shapely.get_coordinates(ring)[:-1]
    before, after = points - np.roll(points, 1, axis=0), np.roll(points, -1, axis=0) - points
    turns = (before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]) != 0
    return points[turns]


def _grown(own: NDArray[np.bool_], others: NDArray[np.bool_], ground: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return `own` grown by a few pixels into the ground, as the others grow too; where they meet, neither gets it."""
    for _ in range(_GROWTH_PX):
        is_free = ground & ~own & ~others
        mine, theirs = ndimage.binary_dilation(own) & is_free, ndimage.binary_dilation(others) & is_free
        own, others = own | (mine & ~theirs), others | (theirs & ~mine)
    return own
