"""`deepseg export-labels`: labels on the map are written in the format of another program."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from engine.commands.label_export_table import ExportTable, read_export_table
from engine.commands.label_rasters import rasters_below
from engine.commands.vector_export import export_vector
from engine.domain.label_interchange_settings import ExportLabelsSettings
from engine.errors import LabelsOutsideError, OutputError, TooFewLabelsError
from engine.events import Reporter
from engine.interchange.label import Dropped
from engine.interchange.raster_book import RasterBook
from engine.interchange.registry import FORMATS, Format
from engine.interchange.writing import Export, LabelWriter, OutImage, OutKind, OutLabel, out_kinds
from engine.stop import StopFlag
from engine.whole_file import check_free_folder, check_no_input, check_not_full, whole_file, whole_folder

_BATCH = 2000
_PIXEL_DECIMALS = 6  # a millionth of a pixel is the noise of projections


def export_labels(settings: ExportLabelsSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Write the labels to `settings.output`.

    Raises:
        VectorOpenError, CategoryFieldError, RasterOpenError: the labels or a raster are not what they should be.
        TooFewLabelsError: there is no label.
        LabelsOutsideError: none lies on a raster.
        OutputError: the output cannot be written, or its ending is not one of the format's.
        Stopped: when `stop` was requested.
    """
    chosen = FORMATS[settings.format]
    _check_ending(settings.output, chosen)
    if chosen.place(settings.output) == "folder":
        check_free_folder(settings.output)
    images = rasters_below(settings.images, reporter=reporter, stop=stop)
    check_no_input(settings.output, Path(settings.labels.split("|")[0]), *images)
    reporter.stage("export", f"reading labels from {settings.labels}")
    book = RasterBook(images, settings.crs)
    table = read_export_table(settings, book, stop)
    if not len(table):
        raise TooFewLabelsError(f"{settings.labels} holds no label with a category", hint="Draw some labels first.")
    if table.n_without_category:
        reporter.warning(
            "labels_without_category", f"{table.n_without_category} labels have no category and are left out"
        )
    if chosen.writer is None:
        n_written, lost = export_vector(settings, table, stop), Dropped()
    else:
        n_written, lost = _export_pixels(settings, chosen, table, book, reporter, stop)
    if lost:
        reporter.warning("format_lost", f"{chosen.title} cannot hold everything as it is: {lost.listed()}")
    reporter.artifact("labels", settings.output)
    text = f"{n_written:,} labels in {settings.output} ({chosen.title})"
    reporter.result(
        {
            "format": settings.format,
            "n_labels": n_written,
            "n_images": len(book.paths),
            "lost": dict(lost.counts),
            "text": text,
        }
    )


def _export_pixels(
    settings: ExportLabelsSettings,
    chosen: Format,
    table: ExportTable,
    book: RasterBook,
    reporter: Reporter,
    stop: StopFlag,
) -> tuple[int, Dropped]:
    """Write labels image by image, and return how many and what the format lost."""
    kinds = out_kinds(table.kinds)
    images = tuple(OutImage(path, book.grid(path)) for path in book.paths)
    if chosen.writer is None:
        raise ValueError(f"{chosen.title} is not written image by image")
    placed = _Placed(table, kinds)
    is_folder = chosen.place(settings.output) == "folder"
    with _whole(settings.output, is_folder=is_folder) as beside:
        export = Export(
            beside, settings.output, is_folder, kinds, images, settings.copy_rasters, settings.pixels, stop.check
        )
        writer: LabelWriter = chosen.writer(export)
        for image in images:
            writer.write(image, placed.on(image, reporter, stop))
        writer.finish()
        if not placed.n_written:
            raise LabelsOutsideError(
                f"none of the {len(table)} labels in {settings.labels} lies on the rasters",
                hint=_why_outside(images),
            )
    placed.warn(reporter)
    return placed.n_written, writer.lost


def _why_outside(images: tuple[OutImage, ...]) -> str:
    """Return what to look at where no label lies on a raster."""
    if len(images) > 1 and all(image.grid.has_pixel_coordinates for image in images):
        return "Rasters without georeference lie on one another: name each label's in a field raster."
    return "Check that the labels belong to these rasters, and that both have the right coordinate system."


class _Placed:
    """Brings labels onto the pixels of one image after the other."""

    def __init__(self, table: ExportTable, kinds: tuple[OutKind, ...]) -> None:
        by_name = {kind.name: kind for kind in kinds}
        self._table = table
        self._kinds = [by_name[kind.name] for kind in table.kinds]
        self._is_placed = np.zeros(len(table), bool)
        self._used: set[int] = set()
        self._next = 1
        self.n_written = self.n_cut = 0

    def on(self, image: OutImage, reporter: Reporter, stop: StopFlag) -> Iterator[OutLabel]:
        """Yield the labels on an image, cut at its edge."""
        edge = shapely.box(0, 0, image.grid.cols, image.grid.rows)
        rows = self._table.rows_near(image.path, image.grid)
        for start in range(0, len(rows), _BATCH):
            stop.check()
            reporter.progress("export", int(self._is_placed.sum()), len(self._table), "label")
            some = rows[start : start + _BATCH]
            shapes = self._table.shapes_on(some, image.grid)
            shapes = shapely.transform(shapes, lambda xy: np.round(xy, _PIXEL_DECIMALS) + 0.0)
            inside, n_cut = cut_to(shapes, edge)
            self.n_cut += n_cut
            for row, shape in zip(some.tolist(), inside, strict=True):
                if shape is not None:
                    self._is_placed[row] = True
                    self.n_written += 1
                    yield self._label(row, shape)

    def warn(self, reporter: Reporter) -> None:
        """Tell what lies outside."""
        n_outside = int((~self._is_placed).sum())
        if n_outside:
            reporter.warning("labels_outside", f"{n_outside} of {len(self._table)} labels lie on none of the rasters")
        if self.n_cut:
            reporter.warning(
                "labels_cut", f"{self.n_cut} labels reach over the edge of their raster and were cut there"
            )

    def _label(self, row: int, shape: Any) -> OutLabel:
        number = self._table.number(row)
        if number is None or number < 1 or number in self._used:
            while self._next in self._used:
                self._next += 1
            number = self._next
        self._used.add(number)
        kind = self._kinds[int(self._table.kind_codes[row])]
        return OutLabel(shape, kind, number, self._table.score(row), bool(self._table.crowds[row]))


def cut_to(shapes: Any, edge: Any) -> tuple[list[Any], int]:
    """Return each shape inside of a rectangle as valid polygons, None where nothing is left, and how many were cut."""
    shapely.prepare(edge)
    fits = shapely.covers(edge, shapes) & shapely.is_valid(shapes)
    answer: list[Any] = list(shapes)
    n_cut = 0
    for i in np.flatnonzero(~fits).tolist():
        whole = shapes[i] if shapely.is_valid(shapes[i]) else shapely.make_valid(shapes[i])
        inside = shapely.intersection(whole, edge)
        parts = [part for part in shapely.get_parts(inside) if part.geom_type == "Polygon" and part.area > 0]
        n_cut += bool(parts) and not edge.covers(whole)
        answer[i] = None if not parts else parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)
    return answer, n_cut


@contextmanager
def _whole(output: Path, *, is_folder: bool) -> Iterator[Path]:
    """Yield where to write; a file, or a new folder, that appears as `output` when it is whole."""
    if is_folder:
        with whole_folder(output) as folder:
            yield folder
    elif output.suffix.lower() in (".tif", ".png"):
        with _raster_and_table(output) as folder:
            yield folder
    else:
        with whole_file(output) as beside:
            yield beside


@contextmanager
def _raster_and_table(output: Path) -> Iterator[Path]:
    """Yield a folder for both; they appear beside each other, the raster last."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{output.name}.", dir=output.parent))
    except OSError as err:
        raise OutputError(f"cannot write {output}: {err.strerror or err}", hint="Choose a folder of your own.") from err
    try:
        yield folder
        check_not_full(output)
        for part in sorted(folder.iterdir(), key=lambda part: part.name == output.name):
            os.replace(part, output.parent / part.name)
    except OSError as err:
        raise OutputError(
            f"cannot write {output}: {err.strerror or err}", hint="Check that the disk has room."
        ) from err
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _check_ending(output: Path, chosen: Format) -> None:
    if chosen.place(output):
        return
    endings = [ending for ending in chosen.endings if ending]
    places = ([f"a file that ends in {' or '.join(endings)}"] if endings else []) + (
        ["a folder"] if "" in chosen.endings else []
    )
    raise OutputError(
        f"{output} is no place for {chosen.title} labels", hint=f"Give {' or '.join(places)} as --output."
    )
