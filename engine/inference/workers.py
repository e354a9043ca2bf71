"""Processes that draw footprints beside the network, and the one that asks them."""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

import numpy as np
from numpy.typing import NDArray

from engine import errors
from engine.errors import DeepSegError, WorkerError
from engine.inference.drawing import Drawn, FootprintDrawer, Task
from engine.inference.fields import FieldStore
from engine.inference.manifest import Manifest, PredictionFolder
from engine.inference.rules import ShapeRules
from engine.inference.walk import Place
from engine.inference.worker_process import Failure, serve

_MOST_WORKERS = 4
_FEW_BLOCKS = 8  # are drawn sooner than a process has started
_END_S = 5.0  # how long a process may take to end before it is killed


def n_workers(wanted: int | None, manifest: Manifest) -> int:
    """Return how many processes draw: as many as wanted, else up to half of the cores, and none for a few blocks.

    More than there are cores only take memory, 230 MB each and more.
    """
    if wanted is not None:
        return min(wanted, max(os.cpu_count() or 1, 2))
    n_blocks = sum(1 for plan in manifest.plans for _ in plan.blocks.places())
    return 0 if n_blocks < _FEW_BLOCKS else max(1, min((os.cpu_count() or 1) // 2, _MOST_WORKERS))


class Workers:
    """Draws tasks in processes of its own, or at once in this one where there are none."""

    def __init__(self, manifest: Manifest, folder: PredictionFolder, rules: ShapeRules, n: int) -> None:
        """Start `n` processes."""
        self.most_waiting = 2 * n  # tasks on their way, so that every process has the next one at hand
        stores = [folder.store(manifest, number) for number in range(len(manifest.plans))]
        self._drawer = FootprintDrawer(manifest, stores, rules)
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._workers: list[_Worker] = []
        self._threads = ThreadPoolExecutor(max(n, 1), thread_name_prefix="worker")
        try:
            for _ in range(n):
                worker = _Worker()
                self._workers.append(worker)
                worker.begin(manifest, stores, rules)
                self._idle.put(worker)
        except BaseException:
            self.close()
            raise

    def hold(self, number: int, place: Place, fields: NDArray[np.uint8]) -> None:
        """Take the fields of a block, which are kept already; other processes read them from there all the same."""
        if not self._workers:
            self._drawer.hold(number, place, fields)

    def draw(self, task: Task) -> Future[Drawn]:
        """Return what will be drawn."""
        if self._workers:
            return self._threads.submit(self._draw, task)
        drawn: Future[Drawn] = Future()
        drawn.set_result(self._drawer.draw(task))
        return drawn

    def close(self) -> None:
        """End all processes, whatever they are doing."""
        for worker in self._workers:
            worker.end()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _draw(self, task: Task) -> Drawn:
        worker = self._idle.get()
        try:
            return worker.draw(task)
        finally:
            self._idle.put(worker)


class _Worker:
    """One process, and the line to it; used by one thread at a time."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")  # forked processes inherit locks that nobody will release
        ours, theirs = context.Pipe()
        self._connection: Connection = ours
        self._process: BaseProcess = context.Process(target=serve, args=(theirs,), name="footprints", daemon=True)
        with _deaf_to_ctrl_c():
            self._process.start()
        theirs.close()  # so that the line breaks when the process dies

    def begin(self, manifest: Manifest, stores: Sequence[FieldStore], rules: ShapeRules) -> None:
        """Say what is predicted."""
        self._connection.send((manifest, stores, rules))

    def draw(self, task: Task) -> Drawn:
        """Return what the process draws.

        Raises:
            WorkerError: the process has died.
            DeepSegError: as the process raised it.
        """
        try:
            self._connection.send(task)
            values, failure = self._connection.recv()
        except (EOFError, OSError) as err:
            raise self._died() from err
        if failure is not None:
            raise _raised(failure)
        return Drawn.unpacked(values)

    def end(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.join(_END_S)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._connection.close()

    def _died(self) -> WorkerError:
        self._process.join(_END_S)
        status = self._process.exitcode
        was_killed = status == -getattr(signal, "SIGKILL", 9)
        how = "was killed, perhaps because memory ran out" if was_killed else f"ended with status {status}"
        return WorkerError(
            f"a process that draws footprints {how}",
            hint="The fields are kept: give the same command again, with --workers 0 if memory is short.",
        )


def _raised(failure: Failure) -> Exception:
    """Return what was raised in another process, with its traceback as the cause."""
    name, message, hint, trace = failure
    kind = getattr(errors, name, None)
    error: Exception
    if isinstance(kind, type) and issubclass(kind, DeepSegError):
        error = kind(message, hint=hint)
    else:
        error = MemoryError(message) if name == "MemoryError" else RuntimeError(f"{name}: {message}")
    error.__cause__ = RuntimeError(f"in a process that draws footprints:\n{trace}")
    return error


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Let a process that is started here be born deaf to Ctrl-C; it heeds its parent from its first moment on."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # it opens our ears again when it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
