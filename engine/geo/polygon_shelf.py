"""Many polygons of which few are in memory: their boxes are, the rest waits in a file on disk."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio import features

from engine.geo.window import Window


class PolygonShelf:
    """Polygons in the pixel coordinates of one raster, each with a value and a rank; some 70 bytes of memory for each.

    As a context manager it takes its file away at the end.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Open the file, in a folder or wherever temporary files go."""
        self._file = tempfile.TemporaryFile(dir=folder, prefix=".deepseg-")  # noqa: SIM115  (closed by `__exit__`)
        self._parts: list[tuple[NDArray[np.float64], ...]] = []
        self._n_bytes = 0
        self._boxes = np.zeros((0, 4))
        self._columns = np.zeros((0, 4))  # offset, length, value, rank

    def __enter__(self) -> PolygonShelf:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._boxes) + sum(len(boxes) for boxes, _ in self._parts)

    @property
    def highest_value(self) -> float:
        """Return the highest value on the shelf, 0 where it is empty."""
        self._settle()
        return float(self._columns[:, 2].max(initial=0.0))

    def add(self, polygons: NDArray[np.object_], values: Sequence[float], ranks: Sequence[float]) -> None:
        """Put polygons on the shelf; of two over one pixel the one of the higher rank is seen."""
        if not len(polygons):
            return
        texts = shapely.to_wkb(polygons)
        lengths = np.array([len(text) for text in texts], np.float64)
        offsets = self._n_bytes + np.cumsum(lengths) - lengths
        self._file.seek(self._n_bytes)
        self._file.write(b"".join(texts))
        self._n_bytes += int(lengths.sum())
        columns = np.column_stack([offsets, lengths, np.asarray(values, float), np.asarray(ranks, float)])
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
        rows = rows[np.argsort(self._columns[rows, 3], kind="stable")]
        texts = [self._text(int(offset), int(length)) for offset, length in self._columns[rows, :2].tolist()]
        corner = (window.col, window.row)
        polygons = shapely.transform(shapely.from_wkb(np.array(texts, object)), lambda xy: xy - corner)
        return list(zip(polygons, self._columns[rows, 2].tolist(), strict=True))

    def _settle(self) -> None:
        if self._parts:
            self._boxes = np.concatenate([self._boxes, *(boxes for boxes, _ in self._parts)])
            self._columns = np.concatenate([self._columns, *(columns for _, columns in self._parts)])
            self._parts = []

    def _text(self, offset: int, length: int) -> bytes:
        self._file.seek(offset)
        return self._file.read(length)
