"""Draws the footprints that begin in one block: a pure function of the fields, the rules and the block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.domain.footprint import Footprint, Measures
from engine.domain.thresholds import Thresholds
from engine.geo.measure import measures
from engine.inference.components import (
    Component,
    Giant,
    border_labels,
    components_of,
    is_giant,
    label_components,
    mask_of,
)
from engine.inference.fields import FieldStore
from engine.inference.footprints import Cut, Outline, block_outlines, component_outlines, field_numbers
from engine.inference.giants import Ladder
from engine.inference.manifest import Manifest, RasterPlan
from engine.inference.outline_changes import changed_outlines
from engine.inference.rules import ShapeRules, matters
from engine.inference.walk import Place

# From the point in a footprint that decides which area has it: no area ends so oddly that it goes through such a point,
# so of areas that lie side by side one has it, and no other.
_ASIDE_PX = (0.000271828, 0.000314159)
_MOST_TOGETHER_PX = 1 << 22  # of the windows of components that are drawn together


@dataclass(frozen=True, eq=False)
class BlockTask:
    """Draw what begins in a block of the raster at `number`; `joined` has by category what goes on beyond it."""

    number: int
    place: Place
    joined: tuple[tuple[Component, ...], ...]


@dataclass(frozen=True, eq=False)
class PieceTask:
    """Draw the pieces of giants that came off at a step and begin in a block.

    `inside` are the labels of the step before that are parts of giants, `joined` the pieces that go on beyond it.
    """

    number: int
    place: Place
    index: int
    step: int
    inside: tuple[int, ...]
    joined: tuple[Component, ...]


@dataclass(frozen=True, eq=False)
class GiantTask:
    """Draw a giant that could not be cut."""

    number: int
    index: int
    giant: Giant


Task = BlockTask | PieceTask | GiantTask


@dataclass(frozen=True, eq=False)
class Drawn:
    """Footprints of one raster as columns.

    Attributes:
        polygons: object (n,), in map coordinates.
        indexes: int (n,), of their categories, from 0.
        scores, areas_px: float (n,).
        measures: float (n, 5) in the order of `Measures`, NaN for None.
    """

    number: int
    polygons: NDArray[np.object_]
    indexes: NDArray[np.int64]
    scores: NDArray[np.float64]
    areas_px: NDArray[np.float64]
    measures: NDArray[np.float64]

    def at(self, rows: NDArray[np.bool_]) -> Drawn:
        """Return some of them."""
        return Drawn(
            self.number,
            self.polygons[rows],
            self.indexes[rows],
            self.scores[rows],
            self.areas_px[rows],
            self.measures[rows],
        )

    def packed(self) -> tuple[Any, ...]:
        """Return the same in few pieces, which go from process to process faster than polygons."""
        wkb = shapely.to_wkb(self.polygons).tolist()
        lengths = np.array([len(each) for each in wkb], np.int64)
        return (self.number, b"".join(wkb), lengths, self.indexes, self.scores, self.areas_px, self.measures)

    @classmethod
    def unpacked(cls, values: tuple[Any, ...]) -> Drawn:
        """Return what was packed."""
        number, joined, lengths, *columns = values
        stops = np.cumsum(lengths).tolist()
        wkb = np.empty(len(stops), object)
        wkb[:] = [joined[start:stop] for start, stop in zip([0, *stops[:-1]], stops, strict=True)] if stops else []
        return cls(number, shapely.from_wkb(wkb), *columns)

    def footprints(self, manifest: Manifest) -> list[Footprint]:
        """Return them one by one."""
        names = [category.name for category in manifest.card.categories]
        raster = manifest.plans[self.number].name
        # NaN is the only number that is not itself.
        measures = [Measures(*(v if v == v else None for v in each)) for each in self.measures.tolist()]
        columns = (self.polygons, self.indexes.tolist(), self.scores.tolist(), self.areas_px.tolist(), measures)
        return [
            Footprint(polygon, names[index], score, area_px, measured, raster, manifest.model, manifest.run_id)
            for polygon, index, score, area_px, measured in zip(*columns, strict=True)
        ]


class FootprintDrawer:
    """Draws the footprints of a prediction, block by block."""

    def __init__(self, manifest: Manifest, stores: Sequence[FieldStore], rules: ShapeRules) -> None:
        """Take what is predicted, the fields of each raster, and which footprints are kept."""
        self._manifest = manifest
        self._stores = stores
        self._rules = rules
        self._number = 0

    def hold(self, number: int, place: Place, fields: NDArray[np.uint8]) -> None:
        """Take the fields of a block of the raster at `number`, which are kept already, to save their reading."""
        self._store(number).hold(place, fields)

    def draw(self, task: Task) -> Drawn:
        """Return the footprints of a block: by category, then by component in reading order.

        Raises:
            RunFolderError: the fields of a block are damaged.
        """
        plan = self._manifest.plans[task.number]
        outlines: list[Outline] = []
        indexes: list[int] = []
        components: list[int] = []
        for index in range(len(self._manifest.card.categories)) if isinstance(task, BlockTask) else [task.index]:
            for together in self._outlines(task, index):
                components.extend([len(outlines)] * len(together))  # any number that no other component has
                outlines.extend(together)
                indexes.extend([index] * len(together))
        outlines = changed_outlines(outlines, plan, self._rules.changes, components)
        return _kept(_drawn(task.number, plan, outlines, indexes), outlines, plan, self._rules)

    def _store(self, number: int) -> FieldStore:
        """Return the fields of a raster; those of another one are not held any more."""
        if number != self._number:
            self._stores[self._number].let_go()
            self._number = number
        return self._stores[number]

    def _ladder(self, number: int, index: int) -> Ladder:
        card = self._manifest.card
        return Ladder(self._store(number), field_numbers(index, len(card.categories)), card.thresholds[index])

    def _outlines(self, task: Task, index: int) -> Iterator[list[Outline]]:
        """Yield the outlines of each component."""
        options = {
            "least_score": self._rules.least_scores[index],
            "tolerance_px": self._rules.tolerance_px(self._manifest.plans[task.number]),
        }
        if isinstance(task, BlockTask):
            return self._of_block(task, index, options)
        if isinstance(task, PieceTask):
            return self._of_pieces(task, options)
        return iter([list(self._ladder(task.number, task.index).whole(task.giant, **options))])

    def _of_block(self, task: BlockTask, index: int, options: dict[str, float]) -> Iterator[list[Outline]]:
        plan, store = self._manifest.plans[task.number], self._store(task.number)
        numbers = field_numbers(index, len(self._manifest.card.categories))
        thresholds = self._manifest.card.thresholds[index]
        window = store.grid.window_of(task.place)
        whole = store.read(window, numbers)
        labels = label_components(whole[0], thresholds)
        at_border = set(border_labels(labels, task.place, store.grid).tolist())
        found = enumerate(components_of(labels, window), start=1)
        inside = self._wanted((each for number, each in found if number not in at_border), plan)
        by_component = dict(
            zip(inside, block_outlines(whole, labels, inside, window, thresholds=thresholds, **options), strict=True)
        )
        # Those that reach into the same blocks one after the other, so that no block is read again and again.
        joined = sorted(self._wanted(task.joined[index], plan), key=lambda each: [*store.grid.places_in(each.window)])
        for together in _in_batches(joined):
            cuts = [_cut(store, component, numbers, thresholds) for component in together]
            found_there = component_outlines(cuts, thresholds=thresholds, **options)
            by_component.update(zip(together, found_there, strict=True))
        for component in sorted(by_component):
            yield by_component[component]

    def _wanted(self, components: Iterable[Component], plan: RasterPlan) -> list[Component]:
        """Return those that matter, without the giants, which are drawn last."""
        return [c for c in components if not is_giant(c.window) and matters(plan, c.window)]

    def _of_pieces(self, task: PieceTask, options: dict[str, float]) -> Iterator[list[Outline]]:
        plan, ladder = self._manifest.plans[task.number], self._ladder(task.number, task.index)
        cuts = {
            component: cut
            for component, cut in ladder.cuts(task.place, task.step, task.inside)
            if self._wanted([component], plan)
        }
        grid = ladder.store.grid
        for component in sorted(self._wanted(task.joined, plan), key=lambda each: [*grid.places_in(each.window)]):
            cut = ladder.cut(component, task.step)
            if cut is not None:
                cuts[component] = cut
        for together in _in_batches(sorted(cuts)):
            yield from component_outlines([cuts[each] for each in together], thresholds=ladder.thresholds, **options)


def _in_batches(components: Sequence[Component]) -> Iterator[list[Component]]:
    """Yield them in lists that are drawn together: many at once take less time, and few enough to bound memory."""
    together: list[Component] = []
    n_px = 0
    for component in components:
        together.append(component)
        n_px += component.window.rows * component.window.cols
        if n_px > _MOST_TOGETHER_PX:
            yield together
            together, n_px = [], 0
    if together:
        yield together


def _cut(store: FieldStore, component: Component, numbers: Sequence[int], thresholds: Thresholds) -> Cut:
    """Read a component that lies in several blocks."""
    fields = store.read(component.window, numbers)
    return Cut(fields, mask_of(component, label_components(fields[0], thresholds)), component.window)


def _drawn(number: int, plan: RasterPlan, outlines: list[Outline], indexes: list[int]) -> Drawn:
    polygons = np.empty(len(outlines), object)
    polygons[:] = [outline.polygon for outline in outlines]
    along_x, along_y = plan.pixels_per_network_pixel
    on_map = plan.network_grid.to_map(polygons)
    return Drawn(
        number,
        on_map,
        np.array(indexes, np.int64),
        np.array([outline.score for outline in outlines], np.float64),
        shapely.area(polygons) * along_x * along_y,
        measures(on_map, plan.grid.crs),
    )


def _kept(drawn: Drawn, outlines: list[Outline], plan: RasterPlan, rules: ShapeRules) -> Drawn:
    """Return those that are large enough and lie in the area."""
    areas_m2 = drawn.measures[:, 0]
    stays = ~(areas_m2 < rules.min_area_m2)  # true where nothing was measured
    if plan.area is not None:
        polygons = np.empty(len(outlines), object)
        polygons[:] = [outline.polygon for outline in outlines]
        x, y = shapely.get_coordinates(shapely.point_on_surface(polygons)).T
        stays &= shapely.contains_xy(plan.area, x + _ASIDE_PX[0], y + _ASIDE_PX[1])
    return drawn if stays.all() else drawn.at(stays)
