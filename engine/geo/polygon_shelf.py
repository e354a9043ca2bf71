"""Many polygons of which few are in memory: their boxes are, the rest waits in a file on disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio import features

from engine.geo.geometry_store import GeometryStore
from engine.geo.window import Window


class PolygonShelf:
    """Polygons in the pixel coordinates of one raster, each with a value and a rank; some 70 bytes of memory for each.

    As a context manager it takes its file away at the end.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Open the file, in a folder or wherever temporary files go."""
        self._store = GeometryStore(folder)
        self._parts: list[tuple[NDArray[np.float64], ...]] = []
        self._boxes = np.zeros((0, 4))
        self._columns = np.zeros((0, 2))  # value, rank

    def __enter__(self) -> PolygonShelf:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._store.__exit__(kind, error, trace)

    def __len__(self) -> int:
        return len(self._boxes) + sum(len(boxes) for boxes, _ in self._parts)

    @property
    def highest_value(self) -> float:
        """Return the highest value on the shelf, 0 where it is empty."""
        self._settle()
        return float(self._columns[:, 0].max(initial=0.0))

    def add(self, polygons: NDArray[np.object_], values: Sequence[float], ranks: Sequence[float]) -> None:
        """Put polygons on the shelf; of two over one pixel the one of the higher rank is seen."""
        if not len(polygons):
            return
        self._store.put(np.arange(len(self), len(self) + len(polygons)), polygons)
        columns = np.column_stack([np.asarray(values, float), np.asarray(ranks, float)])
        self._parts.append((shapely.bounds(polygons), columns))

    def burned(
        self, window: Window, *, dtype: str, background: float, all_touched: bool = False
    ) -> NDArray[np.generic]:
        """Return the value of the topmost polygon over each pixel of a window, (rows, cols) of `dtype`."""
        answer = np.full((window.rows, window.cols), background, dtype)
        pairs = self._under(window)
        if pairs:
            features.rasterize(pairs, out=answer, all_touched=all_touched)
        return answer

    def _under(self, window: Window) -> list[tuple[Any, float]]:
        """Return (polygon, value) of those that reach into the window, in its own pixels, the lowest rank first."""
        self._settle()
        left, top, right, bottom = self._boxes.T
        reaches = (right >= window.col) & (bottom >= window.row) & (left <= window.col_stop) & (top <= window.row_stop)
        rows = np.flatnonzero(reaches)
        rows = rows[np.argsort(self._columns[rows, 1], kind="stable")]
        corner = (window.col, window.row)
        polygons = shapely.transform(self._store.get(rows), lambda xy: xy - corner)
        return list(zip(polygons, self._columns[rows, 0].tolist(), strict=True))

    def _settle(self) -> None:
        if self._parts:
            self._boxes = np.concatenate([self._boxes, *(boxes for boxes, _ in self._parts)])
            self._columns = np.concatenate([self._columns, *(columns for _, columns in self._parts)])
            self._parts = []
