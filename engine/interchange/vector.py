"""GeoJSON, GeoPackage, shapefile and whatever else GDAL reads as polygons: labels in map coordinates."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from engine.geo.label_reader import LabelBatch, label_batches, open_label_layer, read_categories
from engine.geo.vector import split_source
from engine.interchange.coco import color_of
from engine.interchange.label import Kind, Label, OpenedLabels, Progress

_LIKELY_IDS = 1 << 53


class VectorLabels(OpenedLabels):
    """The labels of a layer, `FILE` or `FILE|layer`."""

    def __init__(self, source: str, category_field: str | None = None, progress: Progress | None = None) -> None:
        super().__init__(progress=progress or Progress())
        self.layer = open_label_layer(source, category_field=category_field)
        self.is_placed = True
        self.crs = self.layer.crs
        self.progress.total, self.progress.unit = self.layer.n_rows, "label"
        self._named = {kind.name: kind for kind in _kinds(source)}
        self.kinds = list(self._named.values())

    def labels(self) -> Iterator[Label]:
        """Yield the labels."""
        known: dict[tuple[Any, ...], Kind] = {}
        for batch in label_batches(self.layer):
            if batch.n_without_polygon:
                self.dropped.add("without a polygon", number=batch.n_without_polygon)
            for row, shape in enumerate(batch.shapes):
                yield self._label(batch, row, shape, known)
            self.progress.at(self.progress.done + len(batch) + batch.n_without_polygon)

    def _label(self, batch: LabelBatch, row: int, shape: Any, known: dict[tuple[Any, ...], Kind]) -> Label:
        def value(name: str) -> Any:
            column = batch.columns.get(name)
            held = None if column is None else column[row]
            return str(list(held)) if isinstance(held, np.ndarray | list) else held  # fields of GeoJSON may be lists

        key = (value("category"), whole(value("category_id")), value("color"))
        kind = known.get(key)
        if kind is None:
            name = text(key[0])
            table = self._named.get(name, Kind(name))
            number = table.number if key[1] is None else key[1]
            kind = known[key] = Kind(name, number, color_of(key[2]) or table.color)
        score = value("score")
        return Label(
            image=text(value("raster")),
            shape=shape,
            kind=kind,
            number=whole(value("label_id")),
            score=float(score) if isinstance(score, int | float) and math.isfinite(score) else None,
            is_crowd=whole(value("crowd")) == 1,
        )


def text(value: Any) -> str:
    """Return what a field says as text; whole numbers without a point, nothing for NULL."""
    if value is None or value != value:  # NaN
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def whole(value: Any) -> int | None:
    """Return a field's whole number, None where it has none."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return int(number) if math.isfinite(number) and number.is_integer() and 0 <= number < _LIKELY_IDS else None


def _kinds(source: str) -> list[Kind]:
    rows = read_categories(split_source(source)[0])
    return [
        Kind(name, whole(row.get("category_id")), color_of(row.get("color")))
        for row in rows
        if (name := text(row.get("name")))
    ]
