"""From a window of a raster to fields: tiles through the network, their cores laid side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.data.bands import normalize
from engine.domain.model_card import ModelCard
from engine.geo.pixels import Pixels
from engine.geo.raster import Raster
from engine.geo.tiling import Tiling
from engine.geo.window import Window
from engine.inference.walk import TileWalk, reflected
from engine.stop import StopFlag

FIELD_MAX = 255
N_FIELD_KINDS = 3  # body, boundary, distance
_BATCH_PX = {"cpu": 1 << 20, "cuda": 1 << 23}  # pixels of a batch; small batches keep caches warm, GPUs want large ones


@dataclass(frozen=True)
class _Tile:
    """What a network reads for one core: float32 (bands, rows, cols), and where the core's own pixels are valid."""

    core: Window  # cut to the raster
    pixels: NDArray[np.float32]
    valid: NDArray[np.bool_]


def predict_window(
    network: nn.Module,
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
        network: float32 (tiles, bands, rows, cols) to logits (tiles, 3C, rows, cols); in eval mode.
        raster: at the network's scale.
        window: inside the raster.
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
    cores = walk.cores(window)
    while batch := list(islice(cores, batch_size or _batch_size(walk, device))):
        if stop is not None:
            stop.check()
        tiles = [tile for tile in (_read(raster, core, walk, card) for core in batch) if tile.valid.any()]
        for tile, drawn in zip(tiles, _drawn(network, tiles, device), strict=True):
            _lay(fields, window, tile, drawn[:, walk.halo_px :, walk.halo_px :])
        if on_tile is not None:
            for _ in batch:
                on_tile()
    return fields


def _batch_size(walk: TileWalk, device: torch.device) -> int:
    rows, cols = walk.tile_shape
    return max(1, _BATCH_PX.get(device.type, _BATCH_PX["cpu"]) // (rows * cols))


def _read(raster: Raster, core: Window, walk: TileWalk, card: ModelCard) -> _Tile:
    """Return a tile; beyond the raster's edges its pixels are mirrored."""
    tile = core.grown(walk.halo_px)
    rows = reflected(tile.row, tile.row_stop, raster.grid.rows)
    cols = reflected(tile.col, tile.col_stop, raster.grid.cols)
    source = Window(int(rows.min()), int(cols.min()), int(np.ptp(rows)) + 1, int(np.ptp(cols)) + 1)
    pixels = raster.read(source, card.bands)
    place = np.ix_(rows - source.row, cols - source.col)
    inside = core.intersection(raster.grid.window)
    valid = pixels.valid[inside.slices_in(source)]
    if not valid.any():
        return _Tile(inside, np.zeros((len(card.bands), 0, 0), np.float32), valid)
    mirrored = Pixels(pixels.values[:, place[0], place[1]], pixels.valid[place])
    return _Tile(inside, normalize(mirrored, card.scaling), valid)


@torch.inference_mode()
def _drawn(network: nn.Module, tiles: Sequence[_Tile], device: torch.device) -> Iterator[NDArray[np.uint8]]:
    """Return the fields of each tile with its halo, uint8 (3C, rows, cols)."""
    if not tiles:
        return iter(())
    pixels = torch.from_numpy(np.stack([tile.pixels for tile in tiles])).to(device)  # (tiles, bands, rows, cols)
    if device.type != "mps":  # where this order is not known to be safe
        pixels = pixels.contiguous(memory_format=torch.channels_last)  # a third faster on a CPU, and less memory
    fields: Tensor = torch.sigmoid(network(pixels).float())
    return iter((fields * FIELD_MAX).round_().to(torch.uint8).cpu().numpy())


def _lay(fields: NDArray[np.uint8], window: Window, tile: _Tile, drawn: NDArray[np.uint8]) -> None:
    """Put the part of a tile's core that lies in the window into place; `drawn` begins at the core's corner."""
    shared = tile.core.intersection(window)
    rows, cols = shared.slices_in(tile.core)
    there = shared.slices_in(window)
    fields[:, there[0], there[1]] = drawn[:, rows, cols] * tile.valid[rows, cols]
