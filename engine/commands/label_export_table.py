"""Labels that are to be exported, kept small: shapes as bytes, names as numbers."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from engine.data.category_names import ONLY_CATEGORY, natural_key
from engine.domain.label_interchange_settings import ExportLabelsSettings
from engine.geo.grid import Grid
from engine.geo.polygons import transform_polygons
from engine.interchange.label import Kind
from engine.interchange.raster_book import RasterBook
from engine.interchange.vector import VectorLabels
from engine.stop import StopFlag

_NONE, _OTHER = -1, -2  # no raster is named; one is that was not given
_EDGE = 0.001  # of a raster's size, by which its outline may bend in another coordinate system


class ExportTable:
    """Labels with a category: `kind_codes` int (n,) into `kinds`, `rasters` int (n,) into `paths`, below 0 for none."""

    def __init__(self, source: VectorLabels, book: RasterBook) -> None:
        self.crs: pyproj.CRS | None = source.crs
        self.kinds: list[Kind] = []
        self.paths = list(book.paths)
        self.n_without_category = 0
        self.raster_names: list[str] = []
        self._wkb: list[bytes] = []
        self.kind_codes = np.zeros(0, np.int32)
        self.rasters = np.zeros(0, np.int32)
        self.numbers = np.zeros(0, np.int64)
        self.scores = np.zeros(0, np.float64)
        self.crowds = np.zeros(0, bool)
        self.bounds = np.zeros((0, 4))
        self._name_codes = np.zeros(0, np.int32)

    def __len__(self) -> int:
        return len(self._wkb)

    def shapes(self, rows: NDArray[np.intp]) -> NDArray[np.object_]:
        """Return the shapes (n,) of rows, in the coordinates of the file."""
        answer: NDArray[np.object_] = shapely.from_wkb(np.array([self._wkb[row] for row in rows.tolist()], object))
        return answer

    def shapes_on(self, rows: NDArray[np.intp], grid: Grid) -> NDArray[np.object_]:
        """Return the shapes (n,) of rows in pixels of a grid."""
        shapes = self.shapes(rows)
        if self.crs is not None and grid.crs is not None:
            shapes = transform_polygons(shapes, self.crs, grid.crs)
        moved: NDArray[np.object_] = grid.to_pixels(shapes)
        return moved

    def number(self, row: int) -> int | None:
        """Return the number that a label came with."""
        return int(self.numbers[row]) if self.numbers[row] >= 0 else None

    def score(self, row: int) -> float | None:
        """Return the score that a label came with."""
        return None if math.isnan(self.scores[row]) else float(self.scores[row])

    def raster_name(self, row: int) -> str:
        """Return the raster that a label names."""
        return self.raster_names[int(self._name_codes[row])]

    def rows_near(self, path: Path, grid: Grid) -> NDArray[np.intp]:
        """Return the rows that may lie on a raster: those that name it, and those near it that name none of them."""
        names_it = self.rasters == self.paths.index(path)
        if grid.has_pixel_coordinates:
            # These begin at the same corner on all rasters: without a name, a label can be on the only one alone.
            is_here = names_it | (self.rasters == _NONE) if len(self.paths) == 1 else names_it
            return np.flatnonzero(is_here)
        x_min, y_min, x_max, y_max = self._bounds_of(grid)
        is_near = (
            (self.bounds[:, 0] <= x_max)
            & (self.bounds[:, 2] >= x_min)
            & (self.bounds[:, 1] <= y_max)
            & (self.bounds[:, 3] >= y_min)
        )
        return np.flatnonzero((names_it | (self.rasters < 0)) & is_near)

    def _bounds_of(self, grid: Grid) -> tuple[float, float, float, float]:
        outline = shapely.segmentize(grid.outline, max(grid.outline.length / 100, 1e-12))
        if grid.crs is not None and self.crs is not None:
            outline = transform_polygons(np.array([outline], object), grid.crs, self.crs)[0]
        if shapely.is_empty(outline):
            return -math.inf, -math.inf, math.inf, math.inf
        x_min, y_min, x_max, y_max = shapely.bounds(outline).tolist()
        edge = _EDGE * max(x_max - x_min, y_max - y_min)
        return x_min - edge, y_min - edge, x_max + edge, y_max + edge

    def fill(self, source: VectorLabels, book: RasterBook, stop: StopFlag) -> None:
        """Read all labels that have a category."""
        kinds: dict[str, int] = {kind.name: code for code, kind in enumerate(source.kinds)}
        named = {kind.name: kind for kind in source.kinds}
        rasters: dict[str, int] = {}
        names: dict[str, int] = {}
        columns: list[tuple[Any, ...]] = []
        has_field = source.layer.category_field is not None
        for n, label in enumerate(source.labels()):
            if n % 5000 == 0:
                stop.check()
            name = label.kind.name if has_field else ONLY_CATEGORY
            if not name:
                self.n_without_category += 1
                continue
            self._wkb.append(shapely.to_wkb(label.shape))
            known = named.get(name)
            if known is None or (known.number, known.color) == (None, None):
                named[name] = Kind(name, label.kind.number, label.kind.color)
            if label.image not in rasters:
                path = book.named(label.image)[0] if label.image else None
                missing = _OTHER if label.image else _NONE
                rasters[label.image] = missing if path is None else self.paths.index(path)
            columns.append(
                (
                    kinds.setdefault(name, len(kinds)),
                    rasters[label.image],
                    -1 if label.number is None else label.number,
                    math.nan if label.score is None else label.score,
                    label.is_crowd,
                    names.setdefault(label.image, len(names)),
                    *label.shape.bounds,
                )
            )
        self._keep(columns)
        self.raster_names = list(names)
        self._number_kinds([named[name] for name in kinds], len(source.kinds))

    def _keep(self, columns: list[tuple[Any, ...]]) -> None:
        if not columns:
            return
        table = np.array(columns, np.float64)
        self.kind_codes, self.rasters = table[:, 0].astype(np.int32), table[:, 1].astype(np.int32)
        self.numbers, self.scores = table[:, 2].astype(np.int64), table[:, 3]
        self.crowds, self._name_codes = table[:, 4] > 0, table[:, 5].astype(np.int32)
        self.bounds = table[:, 6:]

    def _number_kinds(self, kinds: list[Kind], n_listed: int) -> None:
        """Order categories: those of the table as they are, the others by their numbers, else by their names."""
        order = sorted(
            range(n_listed, len(kinds)),
            key=lambda i: (kinds[i].number is None, kinds[i].number or 0, natural_key(kinds[i].name)),
        )
        order = [*range(n_listed), *order]
        self.kinds = [kinds[i] for i in order]
        place = np.empty(len(order), np.int32)
        place[order] = np.arange(len(order), dtype=np.int32)
        if len(self):
            self.kind_codes = place[self.kind_codes]


def read_export_table(settings: ExportLabelsSettings, book: RasterBook, stop: StopFlag) -> ExportTable:
    """Return the labels that are to be exported.

    Raises:
        VectorOpenError, CategoryFieldError: the file cannot be read, or lacks the field.
        Stopped: when `stop` was requested.
    """
    source = VectorLabels(settings.labels, settings.category_field)
    table = ExportTable(source, book)
    table.fill(source, book, stop)
    return table
