"""Who draws the fields of blocks: one part reads ahead, in a thread of its own, the other runs the network."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from engine.errors import RasterOpenError
from engine.geo.raster import Raster
from engine.geo.window import Window
from engine.inference.block import Batch, TileMemory, batches, read_block, source_of
from engine.inference.fields import Hole
from engine.inference.manifest import Manifest, RasterPlan, file_stamp
from engine.inference.predict import paint
from engine.inference.walk import TileWalk
from engine.models.prepared import Drawer

OnTile = Callable[[], None]
_MOST_BAD_IN_A_ROW = 8  # blocks of a raster that is no file on disk: a server that is gone is no damaged block
_RESAMPLING_PX = 2  # of the network around a window, from which its pixels may be interpolated


@runtime_checkable
class Painter(Protocol):
    """Draws blocks part by part."""

    def parts(self, number: int, window: Window) -> Iterator[Any]:
        """Yield what is read for a window of the raster at `number`, part by part; called in the reading thread.

        A part says how many tiles it deals with (`n_tiles`), in how many of them nothing was measured (`n_empty`)
        and, in `hole`, what could not be read.
        """

    def paint(self, number: int, window: Window, part: Any, fields: NDArray[np.uint8], *, on_tile: OnTile) -> None:
        """Draw a part into the fields of the window, uint8 (3C, rows, cols), and tell of every tile."""


@dataclass(frozen=True)
class _AllAtOnce:
    n_tiles: int
    n_empty: int = 0
    hole: Hole | None = None


class PlainPainter:
    """Draws a block by one call of a function, in the main thread, and reads nothing ahead."""

    def __init__(self, draw: Callable[..., NDArray[np.uint8]], manifest: Manifest) -> None:
        """Take `draw(number, window, *, on_tile)`, which returns fields, uint8 (3C, rows, cols)."""
        self._draw = draw
        self._manifest = manifest

    def parts(self, number: int, window: Window) -> Iterator[_AllAtOnce]:
        """Yield one part that says nothing."""
        yield _AllAtOnce(self._manifest.plans[number].walk.n_tiles(window))

    def paint(
        self, number: int, window: Window, part: _AllAtOnce, fields: NDArray[np.uint8], *, on_tile: OnTile
    ) -> None:
        """Let the function draw."""
        fields[:] = self._draw(number, window, on_tile=on_tile)


class NetworkPainter:
    """Reads blocks and cuts them into tiles in one thread, and draws them with a network in another."""

    def __init__(
        self,
        rasters: Sequence[Raster],
        manifest: Manifest,
        load: Callable[[RasterPlan], Drawer],
        *,
        batch_size: Callable[[RasterPlan], int],
        memory: TileMemory | None = None,
        copies: Sequence[Raster] | None = None,
        skips_bad: bool = False,
        bad_hint: str = "",
    ) -> None:
        """Take what is needed.

        Args:
            rasters: at their own scale, in the order of the manifest.
            manifest: how each is walked.
            load: returns the network for the tiles of a raster; called when the first block needs it, and not at
                all when all are there.
            batch_size: tiles per step.
            memory: where the tiles lie; None for any.
            copies: what the `read_part` of each raster is read from, where that is not the raster itself.
            skips_bad: leave tiles empty that cannot be read.
            bad_hint: what a person may do about a block that cannot be read.
        """
        self._rasters = rasters
        self._manifest = manifest
        self._load = load
        self._batch_size = batch_size
        self._copies = rasters if copies is None else copies
        self._skips_bad = skips_bad
        self._bad_hint = bad_hint
        self._n_bad_in_a_row = 0
        self._drawers: dict[TileWalk, Drawer] = {}
        self._memory = memory or TileMemory()

    def parts(self, number: int, window: Window) -> Iterator[Batch]:
        """Yield the batches of a window.

        Raises:
            RasterOpenError: it cannot be read, or the whole raster is gone.
        """
        try:
            yield from self._batches(number, window)
            self._n_bad_in_a_row = 0
        except RasterOpenError as err:
            self._check_is_there(self._manifest.plans[number], err)
            if not self._skips_bad:
                raise RasterOpenError(err.message, hint=self._bad_hint or err.hint) from err
            yield from self._readable_tiles(number, window)

    def paint(self, number: int, window: Window, part: Batch, fields: NDArray[np.uint8], *, on_tile: OnTile) -> None:
        """Run a batch through the network."""
        if part.cores:
            paint(self._drawer(self._manifest.plans[number]), part, fields, window)
            self._memory.give_back(part)
        for _ in range(part.n_tiles):
            on_tile()

    def _drawer(self, plan: RasterPlan) -> Drawer:
        """Return the network for the tiles of a raster; rasters of one shape share it."""
        if plan.walk not in self._drawers:
            self._drawers = {plan.walk: self._load(plan)}
        return self._drawers[plan.walk]

    def _batches(self, number: int, window: Window) -> Iterator[Batch]:
        plan, card = self._manifest.plans[number], self._manifest.card
        # All is read before the first batch, so a block that breaks gives none.
        block = read_block(self._raster_with(number, window).at_scale(plan.scale), window, plan.walk, card)
        size = self._batch_size(plan)
        yield from batches(block, window, plan.walk, card, batch_size=size, memory=self._memory)

    def _raster_with(self, number: int, window: Window) -> Raster:
        """Return the copy where it holds all that the window's tiles read, else the raster itself."""
        plan = self._manifest.plans[number]
        source = source_of(window, plan.walk, plan.network_grid.window)
        part = plan.own_pixels(source.grown(_RESAMPLING_PX)).intersection(plan.grid.window)
        return (self._copies if part.intersection(plan.read_part) == part else self._rasters)[number]

    def _readable_tiles(self, number: int, window: Window) -> Iterator[Batch]:
        """Yield the tiles of a bad block one by one, those that cannot be read as holes."""
        plan = self._manifest.plans[number]
        self._n_bad_in_a_row += 1
        for core in plan.walk.cores(window):
            yield from self._tile_or_hole(number, core.intersection(window))

    def _tile_or_hole(self, number: int, window: Window) -> Iterator[Batch]:
        try:
            yield from self._batches(number, window)
            self._n_bad_in_a_row = 0
        except RasterOpenError as err:
            if not self._manifest.plans[number].stamp and self._n_bad_in_a_row > _MOST_BAD_IN_A_ROW:
                raise
            yield Batch.unread(Hole(window, err.message), len(self._manifest.card.bands))

    def _check_is_there(self, plan: RasterPlan, err: RasterOpenError) -> None:
        """Accept that a block breaks while the file is still the one that the run began with."""
        if not plan.stamp or (stamp := file_stamp(Path(plan.path))) == plan.stamp:
            return
        what = "is gone" if not stamp else "was changed by somebody"
        raise RasterOpenError(
            f"{plan.path} {what} while it was read",
            hint="Bring the raster back to where it was and run the same command again.",
        ) from err
