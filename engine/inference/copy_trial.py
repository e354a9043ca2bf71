"""Parts of rasters that have to be copied first, copied to see how long that takes and what is in them."""

from __future__ import annotations

import math
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from engine.errors import OutputError
from engine.events import Reporter, SilentReporter
from engine.geo.raster import Raster
from engine.geo.read_plan import ReadPlan
from engine.geo.transcode import has_copy, piece_to_try, readable
from engine.geo.window import Window
from engine.inference.block import source_of
from engine.inference.manifest import Manifest, PredictionFolder, RasterPlan
from engine.inference.trial import Trial, largest, trial_core, trial_places, try_tiles
from engine.inference.walk import Place
from engine.inference.wanted import first_places
from engine.models.prepared import Drawer
from engine.stop import StopFlag

_MOST_TRIES = 3  # parts without a valid pixel, each after a walk through the file
_ENOUGH_S = 8.0
_RIM_PX = 16  # around what a tile reads: beyond its copy a raster is read slowly


@dataclass(frozen=True)
class Copying:
    """What copies will take, None where nobody can tell, and how many megapixels were copied to know it."""

    seconds: float | None
    tried_megapixels: float


NO_COPIES = Copying(0.0, 0.0)


@dataclass(frozen=True)
class _Part:
    """What a part took: `look_s` to go through the file first, `copy_s` for its `megapixels`."""

    look_s: float
    copy_s: float
    megapixels: float


class CopyTrial:
    """Tries the rasters of a prediction of which some have to be copied before tiles can be read.

    Args:
        rasters: at their own scale, in the order of the manifest.
        manifest: what will be done.
        folder: where copies of an earlier run may be.
        reads: how each raster will be read.
        reporter: told how far it is.
        stop: asked meanwhile.
    """

    def __init__(
        self,
        rasters: Sequence[Raster],
        manifest: Manifest,
        folder: PredictionFolder,
        reads: Sequence[ReadPlan],
        reporter: Reporter,
        stop: StopFlag,
    ) -> None:
        self._rasters, self._manifest, self._folder, self._reads = rasters, manifest, folder, reads
        self._reporter, self._stop = reporter, stop
        self._parts: dict[bool, tuple[int, _Part]] = {}  # by kind: of which raster, and what it took

    def try_tiles(self, draw: Drawer) -> Trial | None:
        """Return what a few tiles of the largest raster took; None where none has a valid pixel, or nothing to try it.

        Raises:
            RasterOpenError: the raster breaks there.
            Stopped: when `stop` was requested.
        """
        number = largest(self._manifest)
        if self._reads[number].is_cut:
            try:
                return self._try_cut(number, draw)
            except OutputError:  # no room for a part: the whole is another question
                return None
        return try_tiles(
            self._rasters,
            self._manifest,
            draw,
            counts_reading=not self._reads[number].is_copied,
            reporter=self._reporter,
            stop=self._stop,
        )

    def copying(self) -> Copying:
        """Return what the copies will take that are not there yet: by a part of the largest raster of each kind.

        Raises:
            RasterOpenError, Stopped: as `try_tiles`.
        """
        left = [number for number, read in enumerate(self._reads) if read.is_copied and not self._has_copy(number)]
        seconds = 0.0
        for number in sorted(left, key=lambda each: -self._megapixels(each)):
            is_cut = self._reads[number].is_cut
            if is_cut not in self._parts:
                try:
                    self._try_part(number)
                except OutputError:
                    return Copying(None, 0.0)
            tried, part = self._parts[is_cut]
            look_s = part.look_s * self._file_bytes(number) / max(self._file_bytes(tried), 1)
            seconds += look_s + part.copy_s * self._megapixels(number) / part.megapixels
        return Copying(seconds, sum(part.megapixels for _, part in self._parts.values()) if left else 0.0)

    def _try_cut(self, number: int, draw: Drawer) -> Trial | None:
        """Return what a tile took that was cut out of the raster; the first that has a valid pixel."""
        plan = self._manifest.plans[number]
        began_s = time.perf_counter()
        for place in trial_places(self._manifest)[:_MOST_TRIES]:
            with self._copied(number, _near(plan, self._rasters[number], place)) as copy:
                rasters = [copy if n == number else raster for n, raster in enumerate(self._rasters)]
                trial = try_tiles(
                    rasters, self._manifest, draw, places=[place], reporter=self._reporter, stop=self._stop
                )
            if trial is not None or time.perf_counter() - began_s > _ENOUGH_S:
                return trial
        return None

    def _try_part(self, number: int) -> None:
        """Copy a part of a raster for the time that it takes."""
        plan, read, raster = self._manifest.plans[number], self._reads[number], self._rasters[number]
        if read.is_cut:
            places = list(first_places(plan))
            part = _near(plan, raster, places[len(places) // 2])
        else:
            part = piece_to_try(raster.file, plan.read_part, from_top=read.layout == "picture")
        with self._copied(number, part):
            pass

    @contextmanager
    def _copied(self, number: int, part: Window) -> Iterator[Raster]:
        """Yield a raster that is read from a copy of a part, and remember what that took; the copy is removed."""
        clock, bands = _Clock(self._reporter), self._manifest.card.bands
        with tempfile.TemporaryDirectory(prefix="deepseg-") as folder:
            began_s = time.perf_counter()
            source = readable(
                self._rasters[number], Path(folder), bands=bands, window=part, reporter=clock, stop=self._stop
            )
            copied_s, looked_s = time.perf_counter(), clock.looked_s or began_s
            is_cut = self._reads[number].is_cut
            share = _share_of_decoded(self._rasters[number], part) if is_cut else 1.0
            took = _Part(looked_s - began_s, (copied_s - looked_s) * share, part.rows * part.cols / 1e6)
            self._parts[is_cut] = number, took
            with source:
                yield source

    def _has_copy(self, number: int) -> bool:
        part = self._manifest.plans[number].read_part
        return has_copy(self._rasters[number], self._folder.copies, bands=self._manifest.card.bands, window=part)

    def _megapixels(self, number: int) -> float:
        part = self._manifest.plans[number].read_part
        return part.rows * part.cols / 1e6

    def _file_bytes(self, number: int) -> int:
        path = self._rasters[number].path
        return path.stat().st_size if path.exists() else 0


def _share_of_decoded(raster: Raster, part: Window) -> float:
    """Return how much of what is decoded lies in a part: GDAL decodes whole blocks, those at its edges half in vain."""
    block_rows, block_cols = raster.block_shape
    grid = raster.native_grid
    decoded = min(part.rows + block_rows - 1, grid.rows) * min(part.cols + block_cols - 1, grid.cols)
    return part.rows * part.cols / decoded


def _near(plan: RasterPlan, raster: Raster, place: Place) -> Window:
    """Return what the first tile of a block reads, in the raster's own pixels."""
    core = trial_core(plan, place)
    source = source_of(core, plan.walk, plan.network_grid.window)
    rim_px = _RIM_PX * max(1.0, *plan.pixels_per_network_pixel)
    return plan.own_pixels(source).grown(math.ceil(rim_px)).intersection(raster.native_grid.window)


class _Clock(SilentReporter):
    """Hands on how far it is, and remembers when a file had been looked through."""

    def __init__(self, reporter: Reporter) -> None:
        super().__init__()
        self._reporter = reporter
        self.looked_s = 0.0

    def progress(self, stage: str, done: float, total: float, unit: str) -> None:
        """Tell it; what is copied is a part only and not worth telling."""
        if stage == "look":
            self.looked_s = time.perf_counter()
            self._reporter.progress(stage, done, total, unit)
