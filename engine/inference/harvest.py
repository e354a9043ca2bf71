"""From fields to footprints while the fields come in: components are joined, blocks are drawn when they are ready."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, wait
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from engine.domain.footprint import Footprint
from engine.events import Reporter
from engine.inference.components import ComponentBook, label_components
from engine.inference.drawing import BlockTask, Drawn, GiantTask, PieceTask, Task
from engine.inference.footprints import field_numbers
from engine.inference.giants import LAST_STEP, Ladder, parts_of
from engine.inference.manifest import Manifest, PredictionFolder
from engine.inference.rules import ShapeRules, matters
from engine.inference.walk import Place
from engine.inference.workers import Workers, n_workers
from engine.stop import StopFlag

Sink = Callable[[list[Footprint]], None]
_POLL_S = 0.1  # how long to wait before a stop is heard


class Harvest:
    """Takes the blocks of a prediction as they are done, and gives their footprints block by block.

    Each footprint comes once and whole, always in the same order, whatever draws them: raster by raster, blocks row by
    row, in a block by category, then by component in reading order. A footprint belongs to the block that holds the
    first pixel of its component. Last of a raster come those of components too large to be read as one piece.

    What is held grows with the front between blocks that are there and blocks that are not, never with the raster.
    As a context manager it ends its workers.
    """

    def __init__(
        self,
        manifest: Manifest,
        folder: PredictionFolder,
        rules: ShapeRules,
        sink: Sink,
        *,
        workers: int | None = None,
        reporter: Reporter,
        stop: StopFlag,
    ) -> None:
        """Start the workers.

        Args:
            manifest: what is predicted.
            folder: where the fields of blocks are when they are added.
            rules: which footprints are kept.
            sink: is given the footprints, in the thread that calls.
            workers: processes that draw; 0 for this one, None for as many as suit the machine.
            reporter: is told how far it is, from `finish` on.
            stop: asked while blocks are drawn.
        """
        self._manifest = manifest
        self._folder = folder
        self._sink = sink
        self._reporter = reporter
        self._stop = stop
        self._raster = _Raster(manifest, folder, 0)
        self._n_blocks = self._n_done = self._total = 0
        self._drawing: deque[tuple[Task, Future[Drawn]]] = deque()
        self._workers = Workers(manifest, folder, rules, n_workers(workers, manifest))

    def __enter__(self) -> Harvest:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._workers.close()

    def add(self, number: int, place: Place, fields: NDArray[np.uint8] | None) -> None:
        """Take a block whose fields are in the folder; give what is ready, and wait if too much is on its way.

        Args:
            number: of the raster; rasters come one after the other.
            place: of the block; without an area, best row by row.
            fields: uint8 (3C, rows, cols), None to read them.

        Raises:
            Stopped: when `stop` was requested.
            OutputError: the footprints cannot be written.
            WorkerError: a process that draws has died.
        """
        self._come_to(number)
        self._n_blocks += 1
        if fields is not None:
            self._workers.hold(number, place, fields)
        self._raster.add(place, fields)
        self._draw(self._raster.ready())

    def missing(self, number: int) -> set[Place]:
        """Return blocks that were not added and that components in the area of a raster go on into."""
        self._come_to(number)
        return self._raster.missing()

    def add_all(self) -> None:
        """Take all blocks whose fields are in the folder, and tell how far it is.

        Raises:
            Stopped, OutputError, WorkerError: as `add`.
        """
        stores = [self._folder.store(self._manifest, number) for number in range(len(self._manifest.plans))]
        self._total = sum(store.has(place) for store in stores for place in store.grid.places())
        for number, store in enumerate(stores):
            for place in filter(store.has, store.grid.places()):
                self.add(number, place, None)

    def finish(self) -> None:
        """Give all that is left.

        Raises:
            Stopped, OutputError, WorkerError: as `add`.
        """
        self._total = self._n_blocks
        self._come_to(len(self._manifest.plans) - 1)
        self._end_raster()
        while self._drawing:
            self._give()

    def _come_to(self, number: int) -> None:
        """Take all rasters before this one as over."""
        while self._raster.number < number:
            self._end_raster()
            self._raster = _Raster(self._manifest, self._folder, self._raster.number + 1)

    def _end_raster(self) -> None:
        self._raster.close()
        self._draw(self._raster.ready())
        self._draw(self._raster.of_giants())

    def _draw(self, tasks: Iterable[Task]) -> None:
        """Hand tasks to the workers, wait while too many are on their way, and give what is done."""
        for task in tasks:
            self._check()
            self._drawing.append((task, self._workers.draw(task)))
            while len(self._drawing) > self._workers.most_waiting:
                self._give()
        while self._drawing and self._drawing[0][1].done():
            self._give()

    def _give(self) -> None:
        """Give the footprints of the task that was handed over first, as soon as they are there."""
        task, drawn = self._drawing.popleft()
        while not wait([drawn], _POLL_S).done:
            self._check()
        self._sink(drawn.result().footprints(self._manifest))
        self._n_done += isinstance(task, BlockTask)
        if self._total:
            self._reporter.progress("vectorize", self._n_done, self._total, "block")

    def _check(self) -> None:
        self._stop.check(
            f"Stopped while drawing footprints; all fields are kept in {self._folder.path}. "
            "The same command goes on there."
        )


class _Raster:
    """The blocks of one raster: which are there, what goes on beyond them, and which are ready."""

    def __init__(self, manifest: Manifest, folder: PredictionFolder, number: int) -> None:
        self.number = number
        self._plan = manifest.plans[number]
        self._thresholds = manifest.card.thresholds
        self._store = folder.store(manifest, number)
        self._books = [ComponentBook(self._store.grid) for _ in self._thresholds]
        self._there: set[Place] = set()
        self._order = self._store.grid.places()
        self._next = next(self._order, None)
        self._is_over = False

    def add(self, place: Place, fields: NDArray[np.uint8] | None) -> None:
        """Take a block."""
        bodies = fields
        if bodies is None:
            bodies = self._store.read(self._store.grid.window_of(place), range(len(self._books)))
        for book, body, thresholds in zip(self._books, bodies[: len(self._books)], self._thresholds, strict=True):
            book.add(place, label_components(body, thresholds))
        self._there.add(place)

    def missing(self) -> set[Place]:
        """Return the blocks that components in the area go on into; there are none without an area."""
        if self._plan.area is None:
            return set()
        return set().union(*(book.missing(lambda window: matters(self._plan, window)) for book in self._books))

    def close(self) -> None:
        """Take all blocks that will ever come as added."""
        self._is_over = True
        for book in self._books:
            book.finish()

    def ready(self) -> Iterator[Task]:
        """Yield the blocks that are ready, row by row, up to the first that is not."""
        if self._plan.area is not None and not self._is_over:
            return  # blocks may still be found missing before those that are there
        while self._next is not None:
            place = self._next
            if place in self._there:
                if any(book.is_open(place) for book in self._books):
                    return
                self._there.discard(place)
                yield BlockTask(self.number, place, tuple(tuple(book.take(place)) for book in self._books))
            elif not self._is_over:
                return
            self._next = next(self._order, None)

    def of_giants(self) -> Iterator[Task]:
        """Yield what draws the components that are too large for one piece: by category, then step by step."""
        for index, book in enumerate(self._books):
            giants = book.take_giants()
            ladder = Ladder(self._store, field_numbers(index, len(self._books)), self._thresholds[index])
            for step in range(1, LAST_STEP + 1):
                giants = [giant for giant in giants if matters(self._plan, giant.component.window)]
                inside = parts_of(giants)
                if not inside:
                    break
                pieces = ComponentBook(self._store.grid, inside)
                for place, labels in inside.items():
                    pieces.add(place, ladder.pieces(place, step, labels))
                for place, labels in inside.items():
                    joined = tuple(pieces.take(place))
                    yield PieceTask(self.number, place, index, step, tuple(labels), joined)
                giants = pieces.take_giants()
            for giant in giants:
                if matters(self._plan, giant.component.window):
                    yield GiantTask(self.number, index, giant)


def draw_all(
    manifest: Manifest,
    folder: PredictionFolder,
    rules: ShapeRules,
    sink: Sink,
    *,
    workers: int | None = None,
    reporter: Reporter,
    stop: StopFlag,
) -> None:
    """Give the footprints of all blocks whose fields are in the folder, as `Harvest` does.

    Raises:
        Stopped, OutputError, WorkerError: as `Harvest.add`.
    """
    with Harvest(manifest, folder, rules, sink, workers=workers, reporter=reporter, stop=stop) as harvest:
        harvest.add_all()
        harvest.finish()
