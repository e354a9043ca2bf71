"""Geometries put by on disk, so that they can be asked for in any order, however many there are."""

from __future__ import annotations

import tempfile
from pathlib import Path
from types import TracebackType

import numpy as np
import shapely
from numpy.typing import NDArray


class GeometryStore:
    """A file without a name, which goes away with the process: geometries by row, the newest of a row."""

    def __init__(self, folder: Path | None = None, n_rows: int = 0) -> None:
        """Make one in a folder, or wherever temporary files go, for rows from 0; more than `n_rows` fit as well."""
        self._file = tempfile.TemporaryFile(dir=folder, prefix=".deepseg-")  # noqa: SIM115  (closed by `__exit__`)
        self._begins = np.zeros(n_rows, np.int64)
        self._sizes = np.zeros(n_rows, np.int64)  # 0: no geometry
        self._end = 0

    def __enter__(self) -> GeometryStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def put(self, rows: NDArray[np.int64], geometries: NDArray[np.object_]) -> None:
        """Keep geometries (n,), None among them, for rows (n,)."""
        self._make_room(int(rows.max(initial=-1)) + 1)
        wkb = [each or b"" for each in shapely.to_wkb(geometries).tolist()]
        sizes = np.array([len(each) for each in wkb], np.int64)
        self._begins[rows] = self._end + np.cumsum(sizes) - sizes
        self._sizes[rows] = sizes
        self._file.seek(self._end)
        self._file.write(b"".join(wkb))
        self._end += int(sizes.sum())

    def _make_room(self, n_rows: int) -> None:
        missing = n_rows - len(self._begins)
        if missing > 0:
            more = np.zeros(max(missing, len(self._begins) // 2), np.int64)  # in steps that grow: few copies
            self._begins, self._sizes = np.concatenate([self._begins, more]), np.concatenate([self._sizes, more])

    def get(self, rows: NDArray[np.int64]) -> NDArray[np.object_]:
        """Return the geometries of rows (n,), None where there is none."""
        found = np.full(len(rows), None, object)
        order = rows[np.argsort(self._begins[rows], kind="stable")]
        by_row = {}
        for row, begin, size in zip(
            order.tolist(), self._begins[order].tolist(), self._sizes[order].tolist(), strict=True
        ):
            if size:
                self._file.seek(begin)
                by_row[row] = self._file.read(size)
        found[:] = [by_row.get(row) for row in rows.tolist()]
        return np.asarray(shapely.from_wkb(found), object)
