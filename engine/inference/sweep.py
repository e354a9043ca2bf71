"""The walk over whole rasters, in two passes: fields block by block, then footprints block by block."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.domain.footprint import Footprint
from engine.domain.thresholds import Thresholds
from engine.errors import Stopped
from engine.events import Reporter
from engine.geo.measure import measure
from engine.geo.window import Window
from engine.inference.components import Component, ComponentBook, components_of, label_components
from engine.inference.fields import FieldStore
from engine.inference.footprints import Outline, component_outlines, field_numbers
from engine.inference.manifest import Manifest, PredictionFolder, RasterPlan
from engine.inference.rules import ShapeRules
from engine.inference.walk import Place
from engine.stop import StopFlag

OnTile = Callable[[], None]
_LEAST_SHARE_INSIDE = 0.5  # of a footprint's surface, so that neighboring areas share none and lose none


def sweep_fields(
    manifest: Manifest, folder: PredictionFolder, draw: Draw, *, reporter: Reporter, stop: StopFlag
) -> None:
    """Fill the folder with the fields of every block that is wanted and not there yet.

    Blocks that an area touches are wanted, and those that components reaching into the area go on into, so that
    footprints in an area are the same as in the whole raster.

    Raises:
        Stopped: when `stop` was requested; finished blocks stay.
    """
    stores = [folder.store(manifest, number) for number in range(len(manifest.plans))]
    progress = _TileProgress(reporter)
    firsts = [set(_first_places(plan)) for plan in manifest.plans]
    for plan, store, places in zip(manifest.plans, stores, firsts, strict=True):
        progress.expect(plan, store, places)
    try:
        for number, (plan, store, places) in enumerate(zip(manifest.plans, stores, firsts, strict=True)):
            wanted = places
            while wanted:
                for place in sorted(wanted):
                    stop.check()
                    _fill(store, place, partial(draw, number, on_tile=progress.add), progress)
                wanted = _missing(plan, store, places, manifest, stop)
                places |= wanted
                progress.expect(plan, store, wanted)
    except Stopped as err:
        raise Stopped(
            f"Stopped after {progress.done} of {progress.total} tiles; they are kept in {folder.path}. "
            "The same command goes on from there."
        ) from err


def sweep_footprints(
    manifest: Manifest, folder: PredictionFolder, rules: ShapeRules, *, reporter: Reporter, stop: StopFlag
) -> Iterator[list[Footprint]]:
    """Yield the footprints of one block after the other, each once and whole, always in the same order.

    A footprint belongs to the block that holds the first pixel of its component: blocks row by row, then
    categories, then components in reading order.

    Raises:
        Stopped: when `stop` was requested.
    """
    stores = [folder.store(manifest, number) for number in range(len(manifest.plans))]
    done_places = [{place for place in store.grid.places() if store.has(place)} for store in stores]
    total, done = sum(map(len, done_places)), 0
    saved = f"Stopped while drawing footprints; all fields are kept in {folder.path}. The same command goes on there."
    for plan, store, places in zip(manifest.plans, stores, done_places, strict=True):
        books = _component_books(store, places, manifest, lambda: stop.check(saved))
        owned = [book.joined() for book in books]
        for place in sorted(places):
            stop.check(saved)
            found: list[Footprint] = []
            for index, book in enumerate(books):
                units = _Units(plan, store, place, book, owned[index].get(place, []))
                found.extend(_footprints(units, index, manifest, rules))
            done += 1
            reporter.progress("vectorize", done, total, "block")
            yield found


class Draw(Protocol):
    """Runs the network."""

    def __call__(self, number: int, window: Window, *, on_tile: OnTile) -> NDArray[np.uint8]:
        """Return the fields of a window of the raster at `number`, uint8 (3C, rows, cols); tell of every tile."""


class _TileProgress:
    """Counts tiles, those of blocks that were done before included."""

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter
        self.total = 0
        self.done = 0

    def expect(self, plan: RasterPlan, store: FieldStore, places: set[Place]) -> None:
        """Count blocks that are wanted, and those among them that are done."""
        n_tiles = {place: plan.walk.n_tiles(plan.blocks.window_of(place)) for place in places}
        self.total += sum(n_tiles.values())
        self.done += sum(n for place, n in n_tiles.items() if store.has(place))
        self._reporter.progress("predict", self.done, self.total, "tile")

    def add(self) -> None:
        """Count one more tile and tell."""
        self.done += 1
        self._reporter.progress("predict", self.done, self.total, "tile")


def _first_places(plan: RasterPlan) -> Iterator[Place]:
    """Yield the places of the blocks that the area touches; all of them without an area."""
    for place in plan.blocks.places():
        if _matters(plan, plan.blocks.window_of(place)):
            yield place


def _matters(plan: RasterPlan, window: Window) -> bool:
    """Tell whether the window touches the area, as everything does without one."""
    if plan.area is None:
        return True
    return bool(shapely.intersects(plan.area, _box(window)))


def _box(window: Window) -> shapely.Polygon:
    return shapely.box(window.col, window.row, window.col_stop, window.row_stop)


def _fill(
    store: FieldStore, place: Place, draw: Callable[[Window], NDArray[np.uint8]], progress: _TileProgress
) -> None:
    """Predict a block unless it is done; a block that stops halfway counts for nothing."""
    if store.has(place):
        return
    done = progress.done
    try:
        store.write(place, draw(store.grid.window_of(place)))
    except Stopped:
        progress.done = done
        raise


def _missing(plan: RasterPlan, store: FieldStore, places: set[Place], manifest: Manifest, stop: StopFlag) -> set[Place]:
    """Return blocks that are not among the places and that components in the area go on into."""
    if plan.area is None:
        return set()
    books = _component_books(store, places, manifest, stop.check)
    return set().union(*(book.missing(lambda window: _matters(plan, window)) for book in books))


def _component_books(
    store: FieldStore, places: set[Place], manifest: Manifest, check_stop: Callable[[], None]
) -> list[ComponentBook]:
    """Return one book per category with the components of all blocks."""
    books = [ComponentBook(store.grid, places) for _ in manifest.card.categories]
    for place in sorted(places):
        check_stop()
        bodies = store.read(store.grid.window_of(place), range(len(books)))
        for book, body, thresholds in zip(books, bodies, manifest.card.thresholds, strict=True):
            book.add(place, label_components(body, thresholds))
    return books


@dataclass(frozen=True)
class _Unit:
    """A component with what it is cut by: fields uint8 (3, rows, cols) and mask bool (rows, cols) of its window."""

    component: Component
    fields: NDArray[np.uint8]
    mask: NDArray[np.bool_]


@dataclass(frozen=True)
class _Units:
    """The components of one category that a block owns: those inside it, and those that begin in it."""

    plan: RasterPlan
    store: FieldStore
    place: Place
    book: ComponentBook
    joined: list[Component]

    def read(self, index: int, n_categories: int, thresholds: Thresholds) -> Iterator[_Unit]:
        """Yield them in reading order; of those that no area touches, none."""
        numbers = field_numbers(index, n_categories)
        window = self.store.grid.window_of(self.place)
        fields = self.store.read(window, numbers)
        labels = label_components(fields[0], thresholds)
        found = components_of(labels, window)
        at_border = set(self.book.border_labels(self.place).tolist())
        inside = [(each, label) for label, each in enumerate(found, start=1) if label not in at_border]
        for component, label in sorted([*inside, *((each, 0) for each in self.joined)]):
            if not _matters(self.plan, component.window):
                continue
            if label:
                rows, cols = component.window.slices_in(window)
                yield _Unit(component, fields[:, rows, cols], labels[rows, cols] == label)
            else:
                yield self._read_joined(component, numbers, thresholds)

    def _read_joined(self, component: Component, numbers: list[int], thresholds: Thresholds) -> _Unit:
        """Return a component that lies in several blocks, read as if there were none."""
        fields = self.store.read(component.window, numbers)
        labels = label_components(fields[0], thresholds)
        row, col = component.anchor
        number = labels[row - component.window.row, col - component.window.col]
        return _Unit(component, fields, labels == number)


def _footprints(units: _Units, index: int, manifest: Manifest, rules: ShapeRules) -> Iterator[Footprint]:
    plan, thresholds = units.plan, manifest.card.thresholds[index]
    for unit in units.read(index, len(manifest.card.categories), thresholds):
        outlines = component_outlines(
            unit.fields,
            unit.mask,
            unit.component.window,
            thresholds=thresholds,
            least_score=rules.least_scores[index],
            tolerance_px=rules.tolerance_px(plan),
        )
        for outline in outlines:
            footprint = _footprint(outline, index, plan, manifest)
            if _is_kept(footprint, outline, plan, rules):
                yield footprint


def _footprint(outline: Outline, index: int, plan: RasterPlan, manifest: Manifest) -> Footprint:
    polygon = plan.network_grid.to_map(outline.polygon)
    along_x, along_y = plan.pixels_per_network_pixel
    return Footprint(
        polygon=polygon,
        category=manifest.card.categories[index].name,
        score=outline.score,
        area_px=outline.polygon.area * along_x * along_y,
        measures=measure(polygon, plan.grid.crs),
        raster=plan.name,
        model=manifest.model,
        run_id=manifest.run_id,
    )


def _is_kept(footprint: Footprint, outline: Outline, plan: RasterPlan, rules: ShapeRules) -> bool:
    area_m2 = footprint.measures.area_m2
    if area_m2 is not None and area_m2 < rules.min_area_m2:
        return False
    if plan.area is None:
        return True
    inside = shapely.intersection(plan.area, outline.polygon).area
    return bool(inside >= _LEAST_SHARE_INSIDE * outline.polygon.area)
