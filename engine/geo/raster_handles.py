"""Open handles of one raster file: GDAL reads with one of them in one thread at a time, so every reader has its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from rasterio.errors import RasterioError


class Handles:
    """As many handles as threads read at once; they wait here for the next reader, and `close` closes them all."""

    def __init__(self, open_one: Callable[[], Any]) -> None:
        self._open_one = open_one
        self._lock = Lock()
        self._waiting: list[Any] = []
        self._is_closed = False

    @contextmanager
    def borrowed(self) -> Iterator[Any]:
        """Yield a handle that nobody else uses meanwhile; one that failed is not used again.

        Raises:
            RasterioError: the file cannot be opened any more, or whatever reading it raises.
        """
        handle = self._next()
        try:
            yield handle
        except RasterioError:
            handle.close()
            raise
        finally:
            self._take_back(handle)

    def close(self) -> None:
        """Close all handles; those that are in use close when their readers are done."""
        with self._lock:
            self._is_closed = True
            waiting, self._waiting = self._waiting, []
        for handle in waiting:
            handle.close()

    def _next(self) -> Any:
        with self._lock:
            if self._is_closed:
                raise ValueError("the raster is closed")
            # The last one back: its blocks are still in GDAL's cache.
            handle = self._waiting.pop() if self._waiting else None
        return self._open_one() if handle is None else handle

    def _take_back(self, handle: Any) -> None:
        with self._lock:
            if not self._is_closed and not handle.closed:
                self._waiting.append(handle)
                return
        handle.close()
