"""A few tiles of the rasters at hand, drawn to see how long that takes and what comes of it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.domain.model_card import ModelCard
from engine.events import Reporter
from engine.geo.raster import Raster
from engine.geo.window import Window
from engine.inference.block import Batch, batches, read_block
from engine.inference.components import label_components
from engine.inference.inside_mask import clear_outside_masks
from engine.inference.manifest import Manifest, RasterPlan
from engine.inference.packed_field import packed
from engine.inference.predict import paint
from engine.inference.walk import Place
from engine.inference.wanted import first_places
from engine.models.prepared import Drawer
from engine.stop import StopFlag

_SHARES = (0.5, 0.25, 0.75, 0.1, 0.9, 0.4, 0.6)  # where in the walk tiles are tried, as shares of its blocks
_N_TILES = 3
_ENOUGH_S = 8.0  # after so long no further tile is tried


@dataclass(frozen=True)
class Trial:
    """What the tiles that were tried took, per pixel of the network that was drawn.

    Reading runs beside the network, so the slower of the two counts. `bytes_per_pixel` is of compressed fields.
    """

    n_tiles: int
    seconds_per_pixel: float
    bytes_per_pixel: float
    things_per_pixel: float


@dataclass(frozen=True)
class _Tried:
    read_s: float
    draw_s: float
    fields: NDArray[np.uint8]


def try_tiles(
    rasters: Sequence[Raster],
    manifest: Manifest,
    draw: Drawer,
    *,
    places: Sequence[Place] | None = None,
    counts_reading: bool = True,
    reporter: Reporter,
    stop: StopFlag,
) -> Trial | None:
    """Return what drawing a few tiles took; None where no tile with a valid pixel was found.

    Args:
        rasters: at their own scale, in the order of the manifest.
        manifest: how each is walked.
        draw: for the walk of the largest raster.
        places: of the blocks in whose first tiles to look; None to look all over the raster.
        counts_reading: whether the run will read as slowly; not where it reads from a copy.
        reporter: is told of every tile.
        stop: asked between tiles.

    Raises:
        RasterOpenError: the raster breaks there.
        Stopped: when `stop` was requested.
    """
    card = manifest.card
    tried: list[_Tried] = []
    began_s = time.perf_counter()
    for batch, window, read_s in trial_batches(rasters, manifest, places):
        stop.check()
        if not tried:
            _draw(draw, batch, window, card)  # the first takes longer: libraries make up their minds
        draw_s, fields = _draw(draw, batch, window, card)
        tried.append(_Tried(read_s if counts_reading else 0.0, draw_s, fields))
        n_tiles = _N_TILES if places is None else len(places)
        reporter.progress("calibrate", len(tried), n_tiles, "tile")
        if len(tried) == n_tiles or time.perf_counter() - began_s > _ENOUGH_S:
            break
    return _trial(tried, card) if tried else None


def largest(manifest: Manifest) -> int:
    """Return the number of the raster with the most pixels."""
    return max(range(len(manifest.plans)), key=lambda n: manifest.plans[n].blocks.rows * manifest.plans[n].blocks.cols)


def trial_places(manifest: Manifest) -> list[Place]:
    """Return blocks from all over the largest raster, the best one to try first."""
    places = list(first_places(manifest.plans[largest(manifest)]))
    return list(dict.fromkeys(places[int(share * len(places))] for share in _SHARES if places))


def trial_core(plan: RasterPlan, place: Place) -> Window:
    """Return the first tile of a block, in network pixels of the raster."""
    return next(plan.walk.cores(plan.blocks.window_of(place))).intersection(plan.network_grid.window)


def trial_batches(
    rasters: Sequence[Raster], manifest: Manifest, places: Sequence[Place] | None = None
) -> Iterator[tuple[Batch, Window, float]]:
    """Yield single tiles of the largest raster that hold something, their cores, and what reading each took.

    They are the first of some blocks; without these they come from all over it.

    Raises:
        RasterOpenError: the raster breaks there.
    """
    number = largest(manifest)
    plan, card = manifest.plans[number], manifest.card
    raster = rasters[number].at_scale(plan.scale)
    for place in trial_places(manifest) if places is None else places:
        core = trial_core(plan, place)
        began_s = time.perf_counter()
        (batch,) = batches(read_block(raster, core, plan.walk, card), core, plan.walk, card, batch_size=1)
        if batch.cores:
            yield batch, core, time.perf_counter() - began_s


def _draw(draw: Drawer, batch: Batch, window: Window, card: ModelCard) -> tuple[float, NDArray[np.uint8]]:
    """Return how long a tile took, and its fields, uint8 (3C, rows, cols)."""
    fields = np.zeros((3 * len(card.categories), window.rows, window.cols), np.uint8)
    began_s = time.perf_counter()
    paint(draw, batch, fields, window)
    return time.perf_counter() - began_s, fields


def _trial(tried: Sequence[_Tried], card: ModelCard) -> Trial:
    n_pixels = sum(each.fields[0].size for each in tried)
    for each in tried:
        clear_outside_masks(each.fields, card.thresholds)
    kept = sum(len(packed(field)) for each in tried for field in each.fields)
    things = sum(
        int(label_components(body, thresholds).runs.values.max(initial=0))
        for each in tried
        for body, thresholds in zip(each.fields, card.thresholds, strict=False)  # bodies come first
    )
    slower_s = max(sum(each.read_s for each in tried), sum(each.draw_s for each in tried))
    return Trial(len(tried), slower_s / n_pixels, kept / n_pixels, things / n_pixels)
