"""What a network reads for a block: its window with a halo, read at once and cut into tiles in memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.data.bands import normalize_into
from engine.domain.model_card import ModelCard
from engine.geo.pixels import Pixels
from engine.geo.raster import Raster
from engine.geo.window import Window
from engine.inference.fields import Hole
from engine.inference.walk import TileWalk, reflected

T = TypeVar("T", bound=np.generic)


@dataclass(frozen=True)
class Batch:
    """Tiles that go through the network together, and how many tiles of the walk are dealt with by them.

    `pixels` is float32 (tiles, bands, rows, cols), bands innermost in memory; `cores` says what each tile is for,
    and `valid` which of its pixels, bool (rows, cols), were measured; None where all were. Tiles without a valid
    pixel count for `n_tiles` but are not among `cores`; a batch may be nothing but such tiles. `hole` is what
    could not be read: such a batch is nothing but one tile.
    """

    pixels: NDArray[np.float32]
    cores: tuple[Window, ...]
    valid: tuple[NDArray[np.bool_] | None, ...]
    n_tiles: int
    hole: Hole | None = None

    @classmethod
    def unread(cls, hole: Hole, n_bands: int) -> Batch:
        """Return what stands for a tile that could not be read."""
        return cls(np.zeros((0, n_bands, 0, 0), np.float32), (), (), 1, hole)

    @property
    def n_empty(self) -> int:
        """Return how many tiles hold nothing that was measured."""
        return 0 if self.hole else self.n_tiles - len(self.cores)


class TileMemory:
    """The memory of tiles that are drawn, for tiles that come later.

    They are the largest things that go from one thread to another: fetched anew each time, they would come to lie
    between what the network works with, and leave holes there.
    """

    def __init__(self, new: Callable[[tuple[int, ...]], NDArray[np.float32]] | None = None) -> None:
        """Take what makes float32 arrays of a shape; None for NumPy."""
        self._new = new or (lambda shape: np.empty(shape, np.float32))
        self._free: deque[NDArray[np.float32]] = deque()

    def take(self, shape: tuple[int, ...]) -> NDArray[np.float32]:
        """Return an array of a shape, with anything in it."""
        while self._free:
            free = self._free.pop()
            if free.shape == shape:
                return free
        return self._new(shape)

    def give_back(self, batch: Batch) -> None:
        """Take the pixels of a batch, which nobody may look at any more."""
        self._free.append(_bands_last(batch.pixels))


@dataclass(frozen=True)
class BlockPixels:
    """The pixels of a window of the raster, as it stores them."""

    pixels: Pixels
    window: Window
    bounds: Window  # of the whole raster: what lies beyond is mirrored

    def tile(self, window: Window) -> Pixels:
        """Return the pixels of a window that may reach beyond the raster."""
        rows = reflected(window.row, window.row_stop, self.bounds.rows)
        cols = reflected(window.col, window.col_stop, self.bounds.cols)
        used = _around(rows, cols)
        there = used.slices_in(self.window)
        values, valid = self.pixels.values[:, there[0], there[1]], self.pixels.valid[there]
        # Whole rows move fast, so only sides that are mirrored are put together anew, and rows first.
        if rows[0] != used.row or len(rows) > used.rows:
            values, valid = values[:, rows - used.row], valid[rows - used.row]
        if cols[0] != used.col or len(cols) > used.cols:
            values, valid = _with_columns(values, cols - used.col), _with_columns(valid, cols - used.col)
        return Pixels(values, valid)

    def is_measured(self, window: Window) -> NDArray[np.bool_]:
        """Return which pixels of a window inside the raster are valid, bool (rows, cols)."""
        return self.pixels.valid[window.slices_in(self.window)]


def read_block(raster: Raster, window: Window, walk: TileWalk, card: ModelCard) -> BlockPixels:
    """Return all that the tiles of a window read, in one piece.

    Raises:
        RasterOpenError: the raster breaks there.
    """
    source = source_of(window, walk, raster.grid.window)
    return BlockPixels(raster.read(source, card.bands), source, raster.grid.window)


def source_of(window: Window, walk: TileWalk, bounds: Window) -> Window:
    """Return which pixels of a raster within `bounds` the tiles of a window read."""
    around = walk.covering(window).grown(walk.halo_px)
    rows = reflected(around.row, around.row_stop, bounds.rows)
    cols = reflected(around.col, around.col_stop, bounds.cols)
    return _around(rows, cols)


def _with_columns(values: NDArray[T], numbers: NDArray[np.intp]) -> NDArray[T]:
    """Return the columns (..., numbers) in an order that turns now and then, as from `reflected`.

    From one turn to the next they are copied in one go, which takes a sixth of the time of one by one.
    """
    steps = np.diff(numbers)
    if not steps.all():  # a raster of one column
        return values[..., numbers]
    straight = np.split(numbers, np.flatnonzero(np.diff(steps)) + 1)
    return np.concatenate([values[..., part.min() : part.max() + 1][..., :: _way(part)] for part in straight], axis=-1)


def _way(numbers: NDArray[np.intp]) -> int:
    return -1 if numbers[-1] < numbers[0] else 1


def _around(rows: NDArray[np.intp], cols: NDArray[np.intp]) -> Window:
    """Return the smallest window that holds all of some rows and columns."""
    return Window(int(rows.min()), int(cols.min()), int(np.ptp(rows)) + 1, int(np.ptp(cols)) + 1)


def batches(
    block: BlockPixels,
    window: Window,
    walk: TileWalk,
    card: ModelCard,
    *,
    batch_size: int,
    memory: TileMemory | None = None,
) -> Iterator[Batch]:
    """Yield the tiles of a window, ready for the network.

    Args:
        block: what `read_block` returned for the window.
        window: what is to be drawn.
        walk: where the tiles lie.
        card: for scaling.
        batch_size: tiles per batch; the last one may have fewer.
        memory: for the pixels of the batches, to be given back when they are drawn.
    """
    memory = memory or TileMemory()
    cores: list[Window] = []
    n_tiles = 0
    for core in walk.cores(window):
        n_tiles += 1
        if block.is_measured(core.intersection(block.bounds)).any():
            cores.append(core)
        if len(cores) == batch_size:
            yield _batch(block, cores, n_tiles, walk, card, memory)
            cores, n_tiles = [], 0
    if n_tiles:
        yield _batch(block, cores, n_tiles, walk, card, memory)


def _batch(
    block: BlockPixels, cores: list[Window], n_tiles: int, walk: TileWalk, card: ModelCard, memory: TileMemory
) -> Batch:
    # Bands innermost: networks are fastest that way, and so nothing has to be moved again.
    pixels = memory.take((len(cores), *walk.tile_shape, len(card.bands)))
    for place, core in zip(pixels, cores, strict=True):
        normalize_into(np.moveaxis(place, -1, 0), block.tile(core.grown(walk.halo_px)), card.scaling)
    measured = [block.is_measured(core.intersection(block.bounds)) for core in cores]
    valid = tuple(None if each.all() else each for each in measured)
    return Batch(np.moveaxis(pixels, -1, 1), tuple(cores), valid, n_tiles)


def _bands_last(pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the pixels of a batch as they lie in memory, float32 (tiles, rows, cols, bands)."""
    return np.moveaxis(pixels, 1, -1)
