"""`deepseg chips`: pixels and labels cut into pieces that other programs train from."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from engine.commands.chip_choice import ChosenChips, choose_chips
from engine.commands.ready_rasters import folder_of_copies
from engine.data.bands import choose_bands, measure_scaling
from engine.data.chip_arcgis import ArcgisLayout
from engine.data.chip_file import ChipFiles, chip_files
from engine.data.chip_ground import pieces_in
from engine.data.chip_layouts import SPLITS, ChipLayout, CocoLayout, CutChip, MaskLayout, YoloLayout
from engine.data.chip_pixels import Piece, blank_unknown, cut, pieces_of
from engine.data.labels import LabelSet, load_labels
from engine.domain.category import Category
from engine.domain.chips_settings import ChipsSettings
from engine.domain.scaling import Scaling
from engine.events import Reporter
from engine.geo.file_stems import unique_stems
from engine.geo.pixels import Pixels
from engine.geo.raster import Raster, open_raster
from engine.geo.transcode import readable, remove_copies
from engine.stop import StopFlag
from engine.whole_file import check_free_folder, whole_folder

_LIST = "chips.csv"
_LIST_COLUMNS = ("name", "split", "raster", "row", "col", "size", "rotation", "n_labels", "a", "b", "c", "d", "e", "f")
_MOST_THREADS = 8
_COLORS = 3


def chips(settings: ChipsSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Write a folder of chips with their labels; it appears when all are written.

    Raises:
        DeepSegError: a raster, the labels or the areas cannot be used, or no chip would hold a label.
        OutputError: the folder is not empty or cannot be written.
        Stopped: when `stop` was requested; nothing is left then.
    """
    check_free_folder(settings.output)
    with ExitStack() as open_rasters:
        rasters = [open_rasters.enter_context(open_raster(path, crs=settings.crs)) for path in settings.rasters]
        bands = _bands(rasters, settings)
        labels = load_labels(rasters, settings.source, crs=settings.crs, reporter=reporter)
        chosen = choose_chips(labels, settings, reporter=reporter, stop=stop)
        scaling = _scaling(rasters, bands, settings)
        with whole_folder(settings.output) as folder:
            layout = _layout(folder, labels.categories, settings)
            copies = folder_of_copies(settings.output, open_rasters)
            cutter = Cutter(rasters, copies, bands, scaling, chosen, layout, settings)
            tally = cutter.cut_all(folder, reporter, stop)
            layout.finish()
    reporter.artifact("chips", settings.output)
    _tell_result(tally, labels, settings, reporter)


def _bands(rasters: Sequence[Raster], settings: ChipsSettings) -> tuple[int, ...]:
    """Return the bands of the chips: those asked for, else all in a GeoTIFF, and what a picture shows in others.

    Raises:
        BandCountError: a raster lacks one.
        ValueError: a picture cannot hold so many; said on the command line already.
    """
    chosen = settings.bands
    if chosen is None:
        chosen = rasters[0].default_bands
        if settings.file_format != "tif":
            chosen = chosen[:_COLORS] if len(chosen) >= _COLORS else chosen[:1]
    for raster in rasters:
        choose_bands(raster, chosen)
    return chosen


def _scaling(rasters: Sequence[Raster], bands: tuple[int, ...], settings: ChipsSettings) -> Scaling | None:
    """Return how values become 8 bits, the same for all rasters; None where they are 8 bits, or stay as they are."""
    if settings.file_format == "tif" or all(raster.dtype == "uint8" for raster in rasters):
        return None
    return measure_scaling(rasters, bands, generator=np.random.default_rng(settings.seed))


def _layout(folder: Path, categories: Sequence[Category], settings: ChipsSettings) -> ChipLayout:
    shape: dict[str, Any] = {"ending": settings.file_format, "size_px": settings.size}
    if settings.layout == "coco":
        return CocoLayout(folder, categories, **shape)
    if settings.layout == "yolo":
        return YoloLayout(folder, categories, **shape)
    shape["is_instance"] = settings.mask == "instance"
    if settings.layout == "arcgis":
        return ArcgisLayout(folder, categories, **shape)
    return MaskLayout(folder, categories, **shape)


@dataclass
class Tally:
    """What was written so far."""

    n_chips: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SPLITS, 0))
    n_empty: int = 0
    n_blank: int = 0
    n_pieces: dict[int, int] = field(default_factory=dict)  # by category id

    @property
    def n_all(self) -> int:
        """Return how many chips there are."""
        return sum(self.n_chips.values())

    def add(self, split: str, category_ids: NDArray[np.int64]) -> None:
        """Count a chip."""
        self.n_chips[split] += 1
        self.n_empty += len(category_ids) == 0
        for category_id in category_ids.tolist():
            self.n_pieces[category_id] = self.n_pieces.get(category_id, 0) + 1


@dataclass(frozen=True)
class _Written:
    number: int
    lines: list[str]
    category_ids: NDArray[np.int64]
    is_blank: bool = False  # neither a valid pixel nor a label: not written


class Cutter:
    """Reads rasters in large pieces, and cuts, packs and writes chips in several threads meanwhile."""

    def __init__(
        self,
        rasters: Sequence[Raster],
        copies: Path,
        bands: tuple[int, ...],
        scaling: Scaling | None,
        chosen: ChosenChips,
        layout: ChipLayout,
        settings: ChipsSettings,
    ) -> None:
        self._rasters, self._copies, self._bands, self._scaling = rasters, copies, bands, scaling
        self._chosen, self._layout, self._settings = chosen, layout, settings
        self._stems = unique_stems(raster.path for raster in rasters)
        self._names = self._all_names()

    def _all_names(self) -> list[str]:
        """Return one name per chip: raster, row, column and how far it is turned; a number in the way of ArcGIS."""
        if self._settings.layout == "arcgis":  # its list of files knows no names with spaces
            return [f"{number:09d}" for number in range(len(self._chosen.places))]
        names, taken = [], set()
        for place in self._chosen.places:
            stem = self._stems[self._chosen.grounds[place.ground].raster_number]
            name = f"{stem}_{place.row}_{place.col}" + (f"_{place.rotation:g}" if place.rotation else "")
            while name in taken:  # an area to train and one to validate share a square
                name += "-2"
            taken.add(name)
            names.append(name)
        return names

    def cut_all(self, folder: Path, reporter: Reporter, stop: StopFlag) -> Tally:
        """Write all chips and their list."""
        tally, n_all = Tally(), len(self._chosen.places)
        reporter.stage("chips", f"{n_all} chips of {self._settings.size} x {self._settings.size} px")
        n_threads = self._settings.threads or min(os.cpu_count() or 1, _MOST_THREADS)
        with (
            (folder / _LIST).open("w", encoding="utf-8", newline="") as file,
            ThreadPoolExecutor(n_threads, thread_name_prefix="chips") as pool,
        ):
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(_LIST_COLUMNS)
            for written in self._written(pool, reporter, stop):
                if written.is_blank:
                    tally.n_blank += 1
                else:
                    split, name = self._chosen.splits[written.number], self._names[written.number]
                    self._layout.keep(name, split, written.lines)
                    rows.writerow(self._row(written))
                    tally.add(split, written.category_ids)
                reporter.progress("chips", tally.n_all + tally.n_blank, n_all, "chip")
        return tally

    def _written(self, pool: ThreadPoolExecutor, reporter: Reporter, stop: StopFlag) -> Iterator[_Written]:
        """Yield the chips as they are written, in order; while threads write those of a piece, the next is read."""
        waiting: list[Future[_Written]] = []
        try:
            for raster_number, raster in enumerate(self._rasters):
                numbers = self._chosen.on_raster(raster_number)
                if not numbers:
                    continue
                source = readable(raster, self._copies, bands=self._bands, reporter=reporter, stop=stop)
                files = chip_files(raster, self._bands, ending=self._settings.file_format, scaling=self._scaling)
                size_px = self._settings.size
                for piece in pieces_of(self._chosen.places, numbers, source, bands=self._bands, size_px=size_px):
                    stop.check()
                    pixels = source.read(piece.window, self._bands)
                    yield from _done(waiting, stop)
                    waiting = [pool.submit(self._write, number, piece, pixels, files) for number in piece.numbers]
                if source is not raster:
                    source.close()
                    remove_copies(self._copies)  # one at a time
            yield from _done(waiting, stop)
        finally:
            for future in waiting:
                future.cancel()

    def _write(self, number: int, piece: Piece, pixels: Pixels, files: ChipFiles) -> _Written:
        """Write one chip and its labels."""
        place, name, split = self._chosen.places[number], self._names[number], self._chosen.splits[number]
        ground, to_raster = self._chosen.grounds[place.ground], place.to_raster(self._settings.size)
        chip = blank_unknown(cut(pixels, piece.window, to_raster, self._settings.size), ground, to_raster)
        pieces = pieces_in(ground, to_raster, self._settings.size, self._settings.min_overlap)
        if not len(pieces) and not chip.valid.any():
            return _Written(number, [], pieces.category_ids, is_blank=True)
        values = files.write(self._layout.picture(name, split), chip, to_raster)
        lines = self._layout.write_labels(CutChip(name, split, pieces, values, chip.valid, files.form, to_raster))
        return _Written(number, lines, pieces.category_ids)

    def _row(self, written: _Written) -> list[Any]:
        """Return the line of a chip in the list; the last six numbers lead from its pixels to the map."""
        place = self._chosen.places[written.number]
        raster = self._rasters[self._chosen.grounds[place.ground].raster_number]
        transform: Affine = raster.native_grid.transform * place.to_raster(self._settings.size)
        return [
            self._names[written.number],
            self._chosen.splits[written.number],
            raster.name,
            place.row,
            place.col,
            self._settings.size,
            f"{place.rotation:g}",
            len(written.category_ids),
            *(repr(float(value)) for value in tuple(transform)[:6]),
        ]


def _done(waiting: Sequence[Future[_Written]], stop: StopFlag) -> Iterator[_Written]:
    for future in waiting:
        stop.check()
        yield future.result()


def _tell_result(tally: Tally, labels: LabelSet, settings: ChipsSettings, reporter: Reporter) -> None:
    if tally.n_blank:
        reporter.warning("chips_blank", f"chips of nothing but nodata are left out: {tally.n_blank}")
    by_category = {each.name: tally.n_pieces.get(each.id, 0) for each in labels.categories}
    n_labels = sum(by_category.values())
    train, val = tally.n_chips["train"], tally.n_chips["val"]
    text = (
        f"{tally.n_all} chips in {settings.output}: {train} to train, {val} to validate, {tally.n_empty} without labels"
    )
    reporter.result(
        {
            "n_chips": tally.n_all,
            "n_train": train,
            "n_val": val,
            "n_empty": tally.n_empty,
            "n_labels": n_labels,
            "n_per_category": by_category,
            "text": text,
        }
    )
