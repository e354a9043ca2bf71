"""From a window of a raster to fields: tiles through the network, their cores laid side by side."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from engine.domain.model_card import ModelCard
from engine.geo.raster import Raster
from engine.geo.tiling import Tiling
from engine.geo.window import Window
from engine.inference.block import Batch, batches, read_block
from engine.inference.walk import TileWalk
from engine.models.prepared import Drawer, prepared
from engine.stop import StopFlag

N_FIELD_KINDS = 3  # body, boundary, distance
_BATCH_PX = {"cpu": 1 << 20, "cuda": 1 << 23}  # pixels of a batch; small batches keep caches warm, GPUs want large ones


def predict_window(
    network: nn.Module | Drawer,
    raster: Raster,
    window: Window,
    *,
    card: ModelCard,
    tiling: Tiling | TileWalk,
    device: torch.device,
    batch_size: int | None = None,
    stop: StopFlag | None = None,
    on_tile: Callable[[], None] | None = None,
) -> NDArray[np.uint8]:
    """Return the fields of a window, uint8 (3C, rows, cols): body, boundary and distance of each category, 255 for 1.

    Every tile is a function of its place in the raster alone, so a pixel's fields are the same in whatever
    window they are asked for. Where nothing was measured, fields are 0.

    Args:
        network: float32 (tiles, bands, rows, cols) to logits (tiles, 3C, rows, cols); or what was prepared from
            one for the walk's halo, which saves time where there are many windows.
        raster: at the network's scale.
        window: inside the raster; all of its pixels are read at once.
        card: for bands, scaling and the number of categories.
        tiling: how to walk; a `Tiling` is fitted to the raster by `TileWalk.over`.
        device: where the network is.
        batch_size: tiles per step; chosen by their size when None.
        stop: asked between batches.
        on_tile: called once per finished tile.

    Raises:
        Stopped: when `stop` was requested.
    """
    grid = raster.grid
    walk = tiling if isinstance(tiling, TileWalk) else TileWalk.over(grid.rows, grid.cols, tiling)
    fields = np.zeros((N_FIELD_KINDS * len(card.categories), window.rows, window.cols), np.uint8)
    if window.is_empty:
        return fields
    draw = prepared(network, device, halo_px=walk.halo_px) if isinstance(network, nn.Module) else network
    block = read_block(raster, window, walk, card)
    for batch in batches(block, window, walk, card, batch_size=batch_size or choose_batch_size(walk, device)):
        if stop is not None:
            stop.check()
        paint(draw, batch, fields, window)
        if on_tile is not None:
            for _ in range(batch.n_tiles):
                on_tile()
    return fields


def choose_batch_size(walk: TileWalk, device: torch.device) -> int:
    """Return how many tiles go through the network together."""
    rows, cols = walk.tile_shape
    return max(1, _BATCH_PX.get(device.type, _BATCH_PX["cpu"]) // (rows * cols))


def paint(draw: Drawer, batch: Batch, fields: NDArray[np.uint8], window: Window) -> None:
    """Draw the tiles of a batch and put the parts of their cores that lie in the window into place.

    Args:
        draw: the network.
        batch: its tiles.
        fields: uint8 (3C, rows, cols) of the window, changed here.
        window: what `fields` fills.
    """
    if not batch.cores:
        return
    drawn = draw(batch.pixels)
    for core, valid, of_core in zip(batch.cores, batch.valid, drawn, strict=True):
        shared = core.intersection(window)
        rows, cols = shared.slices_in(core)
        there = shared.slices_in(window)
        fields[:, there[0], there[1]] = of_core[:, rows, cols]
        if valid is not None:
            fields[:, there[0], there[1]] *= valid[rows, cols]
