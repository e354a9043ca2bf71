"""Stages of work that overlap in time: one that runs ahead of the main thread, and one that follows it.

Both are bounded: whoever is faster waits. What fails in a thread is raised in the main thread. Both end with
their `with`, and no thread outlives it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import Generic, TypeVar

T = TypeVar("T")
Check = Callable[[], None]
_POLL_S = 0.1  # how long the main thread waits before it hears a stop


class Ahead(Generic[T]):
    """Goes through an iterator in a thread of its own, a few items ahead of whoever asks for them here.

    What the iterator raises is raised here, after all items that came before.
    """

    def __init__(self, items: Iterator[T], *, n_ahead: int, check: Check) -> None:
        """Take the iterator, which nobody else may touch.

        Args:
            items: a generator is closed when nobody wants more.
            n_ahead: how many items may be ready before they are asked for.
            check: asked while waiting for an item; what it raises ends the wait.
        """
        self._items = items
        self._n_ahead = n_ahead
        self._check = check
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ahead")
        self._taken: deque[Future[T | _End]] = deque()

    def __enter__(self) -> Ahead[T]:
        for _ in range(self._n_ahead):
            self._take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown(wait=True, cancel_futures=True)
        close = getattr(self._items, "close", None)
        if close is not None:
            close()

    def __iter__(self) -> Iterator[T]:
        while True:
            self._take()
            item = _result(self._taken.popleft(), self._check)
            if isinstance(item, _End):
                return
            yield item

    def _take(self) -> None:
        self._taken.append(self._thread.submit(self._next))

    def _next(self) -> T | _End:
        return next(self._items, _END)


class Behind(Generic[T]):
    """Works on the items put here in a thread of its own, one after the other, in their order.

    When the work fails, what it raised is raised by the next call here, and the items that wait are dropped. When
    the main thread leaves for another reason, those that wait are still worked on.
    """

    def __init__(self, work: Callable[[T], None], *, n_waiting: int, check: Check) -> None:
        """Take the work.

        Args:
            work: called in the thread.
            n_waiting: how many items may wait while one is worked on.
            check: asked while waiting; what it raises ends the wait.
        """
        self._work = work
        self._n_waiting = n_waiting
        self._check = check
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="behind")
        self._open: deque[Future[None]] = deque()
        self._has_failed = False

    def __enter__(self) -> Behind[T]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown(wait=True)
        if kind is None:
            self.raise_failure()

    def put(self, item: T) -> None:
        """Hand over an item, as soon as there is room."""
        self.raise_failure()
        while len(self._open) > self._n_waiting:
            _result(self._open.popleft(), self._check)
        self._open.append(self._thread.submit(self._run, item))

    def drain(self) -> None:
        """Wait until the work on all items is done."""
        while self._open:
            _result(self._open.popleft(), self._check)

    def raise_failure(self) -> None:
        """Raise what the work raised, if it did."""
        while self._open and self._open[0].done():
            self._open.popleft().result()

    def _run(self, item: T) -> None:
        if self._has_failed:
            return
        self._has_failed = True  # unless it comes to its end
        self._work(item)
        self._has_failed = False


class _End:
    """Stands behind the last item."""


_END = _End()


def _result(future: Future[T], check: Check) -> T:
    """Return the result as soon as it is there."""
    while not wait([future], _POLL_S).done:
        check()
    return future.result()
