"""Rasters of labels: each pixel holds the number of its category, or of its label."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.errors import LabelFileError, OutputError
from engine.geo.label_raster import BurnReport, LabelRaster, open_label_raster, traced, write_label_raster, write_table
from engine.interchange.coco import color_of
from engine.interchange.folders import files_below, short_text
from engine.interchange.label import Dropped, Image, Kind, Label, OpenedLabels, Progress
from engine.interchange.outlines import together
from engine.interchange.vector import whole
from engine.interchange.writing import Export, OutImage, OutLabel, check_stems, from_one

RASTER_ENDINGS = (".tif", ".tiff", ".png", ".bmp")
KINDS_OF_PIXELS = ("auto", "category", "label")
TABLE_COLUMNS = ("value", "category", "category_id", "color")
LABEL_COLUMNS = (*TABLE_COLUMNS, "label_id", "score")
_MOST = np.iinfo(np.int32).max


@dataclass(frozen=True)
class Entry:
    """What a number in a raster means."""

    kind: Kind
    number: int | None = None
    score: float | None = None


class PixelLabels(OpenedLabels):
    """The labels of one raster, or of all rasters below a folder; `grids` holds where those with a place lie."""

    def __init__(self, source: Path, pixels: str = "auto", progress: Progress | None = None) -> None:
        super().__init__(progress=progress or Progress())
        paths = files_below(source, RASTER_ENDINGS) if source.is_dir() else [source]
        self._rasters = [open_label_raster(path) for path in paths]
        self._pixels = pixels
        self.images = [Image(each.path.name, each.grid.cols, each.grid.rows) for each in self._rasters]
        self.grids = {each.path.name: each.grid for each in self._rasters if not each.grid.has_pixel_coordinates}
        self.progress.total = len(paths)

    def labels(self) -> Iterator[Label]:
        """Yield the labels of all rasters."""
        known: dict[str, Kind] = {}
        for done, raster in enumerate(self._rasters, start=1):
            _check_numbers(raster)
            entries = _table(raster.path.with_suffix(".csv"))
            is_label = self._is_label(raster, entries)
            for kind in (entry.kind for entry in entries.values()):
                known.setdefault(kind.name, kind)
            yield from self._labels_of(raster, entries, is_label, known)
            self.progress.at(done)
        self.kinds = list(known.values())

    def _is_label(self, raster: LabelRaster, entries: dict[int, Entry]) -> bool:
        """Tell whether numbers are those of labels; where nobody says, small numbers are those of categories."""
        if self._pixels != "auto":
            return self._pixels == "label"
        if entries:
            return any(entry.number is not None for entry in entries.values())
        return not raster.palette and raster.dtype != "uint8"

    def _labels_of(
        self, raster: LabelRaster, entries: dict[int, Entry], is_label: bool, known: dict[str, Kind]
    ) -> Iterator[Label]:
        parts: dict[int, list[bytes]] = {}  # as bytes: a third of the memory
        for number, polygon in traced(raster, lambda pixels: self._numbers(pixels, raster)):
            if is_label:
                parts.setdefault(number, []).append(shapely.to_wkb(polygon))
                continue
            entry = entries.get(number) or Entry(Kind(f"category {number}", number, raster.palette.get(number)))
            yield Label(raster.path.name, polygon, known.setdefault(entry.kind.name, entry.kind))
        for number, shapes in parts.items():
            entry = entries.get(number) or Entry(Kind(""), number)
            shape = together([shapely.from_wkb(each) for each in shapes])
            yield Label(raster.path.name, shape, entry.kind, number=entry.number, score=entry.score)

    def _numbers(self, pixels: NDArray[Any], raster: LabelRaster) -> NDArray[Any]:
        self.progress.at()
        return numbers_in(pixels, raster)


def numbers_in(pixels: NDArray[Any], raster: LabelRaster) -> NDArray[Any]:
    """Return the first band's numbers (rows, cols), 0 where it is nodata or the edge of a palette's things.

    Raises:
        LabelFileError: they are no numbers that labels could have.
    """
    numbers = pixels[0]
    if numbers.dtype.kind == "f":
        numbers = np.where(np.isfinite(numbers), numbers, 0)
        if (numbers != np.rint(numbers)).any():
            raise LabelFileError(
                f"{raster.path} holds numbers with fractions, such as {numbers[numbers != np.rint(numbers)][0]}",
                hint="A raster of labels holds whole numbers; is this the picture itself?",
            )
    if numbers.size and (numbers.min() < 0 or numbers.max() > _MOST) and raster.nodata is None:
        raise LabelFileError(
            f"{raster.path} holds numbers below 0 or above {_MOST:,}", hint="Number the labels from 1."
        )
    is_background = numbers == (raster.nodata if raster.nodata is not None else 0)
    answer: NDArray[Any] = np.where(is_background | (numbers < 0) | (numbers > _MOST), 0, numbers).astype(np.int32)
    return answer


def _check_numbers(raster: LabelRaster) -> None:
    if raster.n_bands != 1:
        raise LabelFileError(
            f"{raster.path} has {raster.n_bands} bands; a raster of labels has one",
            hint="Is this the picture itself? Give the raster whose pixels are numbers of categories or labels.",
        )


def _table(path: Path) -> dict[int, Entry]:
    """Return what the table beside a raster says of its numbers; nothing where there is none."""
    if not path.is_file():
        return {}
    rows = csv.DictReader(short_text(path).splitlines())
    if not {"value", "category"} <= set(rows.fieldnames or ()):
        return {}
    entries = {}
    for row in rows:
        value = whole(row.get("value"))
        if value is None:
            continue
        kind = Kind(
            (row.get("category") or "").strip(), whole(row.get("category_id") or None), color_of(row.get("color"))
        )
        score = row.get("score") or ""
        entries[value] = Entry(kind, whole(row.get("label_id") or None), float(score) if _is_score(score) else None)
    return entries


def _is_score(text: str) -> bool:
    try:
        return 0 <= float(text) <= 1
    except ValueError:
        return False


class PixelWriter:
    """A raster of numbers per image, and a table beside it that says what the numbers mean."""

    def __init__(self, export: Export) -> None:
        self.lost = Dropped()
        self._export = export
        self._is_folder = export.is_folder
        self._by_category = export.pixels == "category"
        if not self._is_folder and len(export.images) > 1:
            raise OutputError(
                f"{export.output.name} holds the labels of one raster; {len(export.images)} were given",
                hint="Give a folder as --output.",
            )
        if self._is_folder:
            check_stems(export.images, "the rasters of labels")
            export.beside.mkdir(parents=True, exist_ok=True)

    def write(self, image: OutImage, labels: Iterable[OutLabel]) -> None:
        """Write the raster of an image."""
        path = self._export.beside / (f"{image.stem}.tif" if self._is_folder else self._export.output.name)
        drawn = list(labels)
        shapes = np.empty(len(drawn), object)
        shapes[:] = [label.shape for label in drawn]
        values = from_one(self._export.kinds, _MOST)
        numbers = [values[label.kind.name] if self._by_category else n for n, label in enumerate(drawn, start=1)]
        most = max([*values.values()] if self._by_category else numbers, default=0)
        dtype = "uint8" if most < 256 else "uint16" if most < 1 << 16 else "int32"
        if dtype == "uint8" and not self._by_category:
            dtype = "uint16"  # so that small numbers of labels are not taken for categories
        _check_png(path, dtype)
        colors = {values[kind.name]: kind.rgb for kind in self._export.kinds} if self._by_category else {}
        report = write_label_raster(
            path,
            image.grid,
            shapes,
            np.array(numbers, np.int64),
            dtype=dtype,
            colors={0: (0, 0, 0), **colors} if colors and dtype == "uint8" else None,
            watch=self._export.watch,
        )
        tell_burned(self.lost, report, image, word="categories" if self._by_category else "labels")
        rows = self._category_rows(values) if self._by_category else _label_rows(drawn)
        write_table(path.with_suffix(".csv"), rows, TABLE_COLUMNS if self._by_category else LABEL_COLUMNS)

    def finish(self) -> None:
        """Every file is written by now."""

    def _category_rows(self, values: dict[str, int]) -> list[dict[str, Any]]:
        return [
            {"value": values[kind.name], "category": kind.name, "category_id": kind.number, "color": kind.color}
            for kind in self._export.kinds
        ]


def _label_rows(labels: list[OutLabel]) -> list[dict[str, Any]]:
    return [
        {
            "value": value,
            "category": label.kind.name,
            "category_id": label.kind.number,
            "color": label.kind.color,
            "label_id": label.number,
            "score": "" if label.score is None else label.score,
        }
        for value, label in enumerate(labels, start=1)
    ]


def tell_burned(lost: Dropped, report: BurnReport, image: OutImage, *, word: str) -> None:
    """Count what pixels cannot hold."""
    if report.n_lost:
        lost.add(f"{word} have no pixel of their own, and are gone", f"on {image.name}", report.n_lost)
    if report.n_shared_px:
        lost.add("pixels lie under more than one label; the smaller has them", f"on {image.name}", report.n_shared_px)


def _check_png(path: Path, dtype: str) -> None:
    if path.suffix.lower() == ".png" and dtype == "int32":
        raise OutputError(
            f"{path.name} cannot hold more than 65535 numbers", hint="End the name of the output in .tif."
        )
