"""The walk over whole rasters that fills a folder with fields, block by block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import OutputError, RasterOpenError, Stopped
from engine.events import Reporter
from engine.geo.window import Window
from engine.inference.fields import FieldStore, Hole
from engine.inference.inside_mask import clear_outside_masks
from engine.inference.manifest import Manifest, PredictionFolder, RasterPlan
from engine.inference.painter import Painter, PlainPainter
from engine.inference.stages import Ahead, Behind
from engine.inference.walk import Place
from engine.inference.wanted import first_places, missing_places
from engine.models.allocator import give_back_freed_memory
from engine.stop import StopFlag

OnBlock = Callable[[int, Place, "NDArray[np.uint8] | None"], None]
Missing = Callable[[int], "set[Place]"]
_N_AHEAD = 3  # batches that are ready before the network asks for them
_N_WAITING = 1  # blocks that wait to be kept while one is being kept
_MOST_TOLD = 10  # holes that are told one by one
_BLOCKS_PER_CLEARING = 32  # memory is fetched anew after that: seldom enough to cost nothing


@dataclass(frozen=True)
class Swept:
    """How many tiles were drawn in this run, and how many of them held nothing that was measured."""

    n_tiles: int
    n_empty: int


def sweep_fields(
    manifest: Manifest,
    folder: PredictionFolder,
    draw: Painter | Callable[..., NDArray[np.uint8]],
    *,
    on_block: OnBlock | None = None,
    missing: Missing | None = None,
    resumes: bool = True,
    reporter: Reporter,
    stop: StopFlag,
) -> Swept:
    """Fill the folder with the fields of every block that is wanted and not there yet.

    Blocks that an area touches are wanted, and those that components reaching into the area go on into, so that
    footprints in an area are the same as in the whole raster. Reading runs ahead of the network, which runs in this
    thread; keeping follows it.

    Args:
        manifest: what is wanted.
        folder: where fields are kept.
        draw: a painter, or a function `draw(number, window, *, on_tile)` that returns a window's fields.
        on_block: called in the keeping thread for each wanted block, raster by raster and row by row, when its
            fields are kept; they are None where they had been there before. It may block.
        missing: returns, when all wanted blocks of a raster with an area are kept, those that are wanted as well.
        resumes: whether messages shall say that the same command goes on from what is kept.
        reporter: is told of every tile.
        stop: asked between batches.

    Raises:
        RasterOpenError: a block cannot be read.
        OutputError: a block cannot be kept.
        Stopped: when `stop` was requested; finished blocks stay.
    """
    painter = draw if isinstance(draw, Painter) else PlainPainter(draw, manifest)
    sweep = _FieldSweep(manifest, folder, painter, on_block, missing, reporter, stop)
    try:
        sweep.run()
    except Stopped as err:
        if not resumes:
            raise Stopped("Stopped; nothing was kept.") from err
        raise Stopped(
            f"Stopped after {sweep.progress.kept} of {sweep.progress.total} tiles; they are kept in {folder.path}. "
            "The same command goes on from there."
        ) from err
    except RasterOpenError as err:
        if not resumes:
            raise
        raise RasterOpenError(f"{err.message}; {sweep.kept}", hint=err.hint) from err
    return Swept(sweep.n_tiles, sweep.n_empty)


@dataclass
class _Drawing:
    """A block in the works: its fields, uint8 (3C, rows, cols), once a part of it is drawn."""

    number: int
    place: Place
    window: Window
    fields: NDArray[np.uint8] | None = None
    holes: list[Hole] = field(default_factory=list)


class _FieldSweep:
    """The first pass: parts of blocks are read ahead, painted here, and kept behind."""

    def __init__(
        self,
        manifest: Manifest,
        folder: PredictionFolder,
        painter: Painter,
        on_block: OnBlock | None,
        missing: Missing | None,
        reporter: Reporter,
        stop: StopFlag,
    ) -> None:
        self._manifest = manifest
        self._folder = folder
        self._painter = painter
        self._on_block = on_block
        self._missing = missing or self._missing_in_store
        self._reporter = reporter
        self._stop = stop
        self._stores = [folder.store(manifest, number) for number in range(len(manifest.plans))]
        self._wanted = [set(first_places(plan)) for plan in manifest.plans]
        self._is_leaving = False
        self._n_holes = self._n_blocks = 0
        self.progress = _TileProgress(reporter)
        self.n_tiles = 0
        self.n_empty = 0

    @property
    def kept(self) -> str:
        """Return in words what a run that failed leaves behind."""
        if not self.progress.kept:
            return "nothing is kept yet"
        return f"{self.progress.kept} of {self.progress.total} tiles are kept in {self._folder.path}"

    def run(self) -> None:
        """Fill all blocks that are wanted."""
        plans = self._manifest.plans
        for number, places in enumerate(self._wanted):
            self.progress.expect(plans[number], self._stores[number], places)
        with Behind(self._keep, n_waiting=_N_WAITING, check=self._stop.check) as keeper:
            try:
                for has_area, numbers in groupby(range(len(plans)), lambda number: plans[number].area is not None):
                    if has_area:
                        for number in numbers:
                            self._fill_area(number, keeper)
                    else:
                        self._fill((self._job(n, place) for n in numbers for place in sorted(self._wanted[n])), keeper)
                keeper.drain()
            except BaseException:
                self._is_leaving = True
                raise

    def _fill_area(self, number: int, keeper: Behind[_Drawing]) -> None:
        """Fill the blocks that an area touches, and those that turn out to be wanted as well."""
        wanted = self._wanted[number]
        while wanted:
            self._fill((self._job(number, place) for place in sorted(wanted)), keeper)
            keeper.drain()
            wanted = self._missing(number) - self._wanted[number]
            self._wanted[number] |= wanted
            self.progress.expect(self._manifest.plans[number], self._stores[number], wanted)

    def _job(self, number: int, place: Place) -> _Drawing:
        return _Drawing(number, place, self._stores[number].grid.window_of(place))

    def _fill(self, jobs: Iterable[_Drawing], keeper: Behind[_Drawing]) -> None:
        with Ahead(self._read(jobs), n_ahead=_N_AHEAD, check=self._stop.check) as read:
            for job, part in read:
                self._stop.check()
                if part is None:
                    keeper.put(job)
                    self._n_blocks += 1
                    if self._n_blocks % _BLOCKS_PER_CLEARING == 0:
                        give_back_freed_memory()
                else:
                    self._paint(job, part)

    def _read(self, jobs: Iterable[_Drawing]) -> Iterator[tuple[_Drawing, Any]]:
        """Yield the parts of each block that is to be drawn, and None when all of its parts are read."""
        for job in jobs:
            if not self._stores[job.number].is_whole(job.place):
                for part in self._painter.parts(job.number, job.window):
                    yield job, part
            yield job, None

    def _paint(self, job: _Drawing, part: Any) -> None:
        if job.fields is None:
            n_fields = 3 * len(self._manifest.card.categories)
            job.fields = np.zeros((n_fields, job.window.rows, job.window.cols), np.uint8)
        if part.hole is not None:
            job.holes.append(part.hole)
            self._tell_hole(part.hole)
        self._painter.paint(job.number, job.window, part, job.fields, on_tile=self.progress.add)
        self.n_tiles += part.n_tiles
        self.n_empty += part.n_empty

    def _tell_hole(self, hole: Hole) -> None:
        self._n_holes += 1
        if self._n_holes <= _MOST_TOLD:
            more = "; more of them are not told one by one" if self._n_holes == _MOST_TOLD else ""
            self._reporter.warning("bad_block", f"{hole.reason}; this place is left empty{more}")

    def _keep(self, job: _Drawing) -> None:
        """Write a block, and tell of it; in the keeping thread."""
        if job.fields is not None:
            clear_outside_masks(job.fields, self._manifest.card.thresholds)
            try:
                self._stores[job.number].write(job.place, job.fields, job.holes)
            except OutputError as err:
                place = self._manifest.plans[job.number].told(job.window)
                raise OutputError(
                    f"{err.message} (the fields of {place}); {self.kept}",
                    hint="Free some space or give the folder back, and run the same command again: it goes on.",
                ) from err
            self.progress.keep(self._manifest.plans[job.number], job.window)
        if self._on_block is not None and not self._is_leaving:
            self._on_block(job.number, job.place, job.fields)

    def _missing_in_store(self, number: int) -> set[Place]:
        return missing_places(
            self._manifest.plans[number], self._stores[number], self._wanted[number], self._manifest, self._stop
        )


class _TileProgress:
    """Counts tiles, those of blocks that were done before included."""

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter
        self.total = 0
        self.done = 0
        self.kept = 0

    def expect(self, plan: RasterPlan, store: FieldStore, places: set[Place]) -> None:
        """Count blocks that are wanted, and those among them that are done."""
        n_tiles = {place: plan.walk.n_tiles(plan.blocks.window_of(place)) for place in places}
        n_done = sum(n for place, n in n_tiles.items() if store.is_whole(place))
        self.total += sum(n_tiles.values())
        self.done += n_done
        self.kept += n_done
        self._reporter.progress("predict", self.done, self.total, "tile")

    def add(self) -> None:
        """Count one more tile and tell."""
        self.done += 1
        self._reporter.progress("predict", self.done, self.total, "tile")

    def keep(self, plan: RasterPlan, window: Window) -> None:
        """Count the tiles of a block that is kept now."""
        self.kept += plan.walk.n_tiles(window)
