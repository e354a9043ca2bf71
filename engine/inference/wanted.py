"""Which blocks of a raster are wanted."""

from __future__ import annotations

from collections.abc import Iterator

from engine.inference.components import ComponentBook, label_components
from engine.inference.fields import FieldStore
from engine.inference.manifest import Manifest, RasterPlan
from engine.inference.rules import matters
from engine.inference.walk import Place
from engine.stop import StopFlag


def first_places(plan: RasterPlan) -> Iterator[Place]:
    """Yield the places of the blocks that the area touches; all of them without an area."""
    for place in plan.blocks.places():
        if matters(plan, plan.blocks.window_of(place)):
            yield place


def missing_places(
    plan: RasterPlan, store: FieldStore, places: set[Place], manifest: Manifest, stop: StopFlag
) -> set[Place]:
    """Return blocks that are not among the places and that components in the area go on into."""
    if plan.area is None:
        return set()
    books = [ComponentBook(store.grid) for _ in manifest.card.categories]
    for place in sorted(places):
        stop.check()
        bodies = store.read(store.grid.window_of(place), range(len(books)))
        for book, body, thresholds in zip(books, bodies, manifest.card.thresholds, strict=True):
            book.add(place, label_components(body, thresholds))
    return set().union(*(book.missing(lambda window: matters(plan, window)) for book in books))
