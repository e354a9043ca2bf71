"""`deepseg cutouts`: one picture per footprint, in a folder per category, with an index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from affine import Affine

from engine.commands.category_choice import category_values, check_found
from engine.commands.ready_rasters import folder_of_copies, ready_below_polygons
from engine.data.bands import choose_bands
from engine.data.cutout import Cutout, boxes_around, cut_out
from engine.data.cutout_index import CutoutIndex, CutoutRow
from engine.data.cutout_pixels import picture_bands, picture_scaling, to_8_bits
from engine.data.raster_choice import Chosen, RasterChoice
from engine.domain.cutout_settings import MOST_SIDE_PX, CutoutsSettings
from engine.domain.file_names import FolderNames
from engine.domain.scaling import Scaling
from engine.events import Reporter
from engine.geo.cutout_file import write_cutout
from engine.geo.grid import crs_name
from engine.geo.polygon_stream import PolygonBatch, PolygonStream, open_polygon_stream
from engine.geo.raster import Raster, open_raster
from engine.geo.raster_names import distinct_names
from engine.stop import StopFlag
from engine.whole_file import check_free_folder, whole_folder

_BATCH = 2000
_N_THREADS = 2  # reading and packing pictures leaves Python's lock to others
_OUTLINE_DECIMALS = 2


@dataclass(frozen=True, eq=False)
class _Source:
    """A raster, and which of its values go into pictures."""

    raster: Raster
    name: str  # tells it apart from others of the same file name
    bands: tuple[int, ...]
    scaling: Scaling | None  # of formats of 8 bits
    crs: str


@dataclass(frozen=True, eq=False)
class _Job:
    """One polygon, in the pixel coordinates of its raster."""

    id: int
    category: str
    file: str
    polygon: Any
    source: _Source


def cutouts(settings: CutoutsSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Write the pictures and their index to the folder `settings.output`.

    Raises:
        DeepSegError: an input cannot be read, or the folder cannot be written; the message says why.
        Stopped: when `stop` was requested; no folder is left behind.
    """
    check_free_folder(settings.output)
    with ExitStack() as stack:
        stream = open_polygon_stream(settings.footprints)
        rasters = [stack.enter_context(open_raster(path, crs=settings.crs)) for path in settings.rasters]
        names = distinct_names([raster.path for raster in rasters])
        choice = RasterChoice(rasters, stream, reporter=reporter)
        ready = ready_below_polygons(
            rasters,
            stream,
            choice,
            folder_of_copies(settings.output, stack),
            bands=settings.bands,
            grown=partial(boxes_around, framing=settings.framing),
            samples=settings.format != "tif" and any(raster.dtype != "uint8" for raster in rasters),
            stack=stack,
            reporter=reporter,
            stop=stop,
        )
        sources = [_source(raster, name, settings) for raster, name in zip(ready, names, strict=True)]
        reporter.stage("cut", f"cutting out the polygons of {stream.name}")
        folder = stack.enter_context(whole_folder(settings.output))
        index = stack.enter_context(CutoutIndex(folder, _about(settings, sources)))
        counts = _Cutting(settings, stream, sources, choice, folder, index).run(reporter, stop)
        stack.close()
    _tell(counts, settings, reporter)


@dataclass
class _Counts:
    per_category: Counter[str]
    n_outside: int = 0
    n_shrunk: int = 0


class _Cutting:
    """The walk over the polygons."""

    def __init__(
        self,
        settings: CutoutsSettings,
        stream: PolygonStream,
        sources: Sequence[_Source],
        choice: RasterChoice,
        folder: Path,
        index: CutoutIndex,
    ) -> None:
        self._settings = settings
        self._stream = stream
        self._sources = sources
        self._choice = choice
        self._folder = folder
        self._index = index
        self._names = FolderNames()
        self._counts = _Counts(Counter())

    def run(self, reporter: Reporter, stop: StopFlag) -> _Counts:
        """Write all pictures and the index, and return what there is to tell."""
        n_done, seen = 0, Counter[str]()
        n_all = self._stream.n_rows
        with ThreadPoolExecutor(_N_THREADS) as pool:
            for batch in self._stream.batches(_BATCH):
                for done, (row, outline, was_shrunk) in enumerate(pool.map(self._write, self._jobs(batch, seen))):
                    stop.check()
                    self._index.add(row, outline)
                    self._counts.per_category[row.category] += 1
                    self._counts.n_shrunk += was_shrunk
                    reporter.progress("cut", n_done + done, n_all, "polygon")
                n_done += len(batch)
                stop.check()
        check_found(self._settings.categories, seen, self._stream.name)
        reporter.progress("cut", n_all, n_all, "polygon")
        self._index.finish(self._names.folders)
        return self._counts

    def _jobs(self, batch: PolygonBatch, seen: Counter[str]) -> Iterator[_Job]:
        """Yield the polygons of a batch in the order in which they lie on the rasters: blocks are decoded once."""
        chosen = self._choice.place(batch)
        categories = category_values(self._stream, batch, self._settings.category_field)
        seen.update(categories)
        wanted = set(self._settings.categories)
        is_wanted = np.array([not wanted or category in wanted for category in categories], bool)
        self._counts.n_outside += int((is_wanted & (chosen.rasters < 0)).sum())
        for row in _in_walk_order(chosen, np.flatnonzero(is_wanted & (chosen.rasters >= 0))):
            number, category = int(batch.ids[row]), categories[row]
            folder = self._names.of(category)
            (self._folder / folder).mkdir(exist_ok=True)
            file = f"{folder}/{folder}_{number}.{self._settings.format}"
            yield _Job(number, category, file, chosen.polygons[row], self._sources[chosen.rasters[row]])

    def _write(self, job: _Job) -> tuple[CutoutRow, list[list[list[float]]], bool]:
        source, raster = job.source, job.source.raster
        cutout = cut_out(raster, job.polygon, self._settings.framing, bands=source.bands)
        values, shown = cutout.values, cutout.valid if not cutout.valid.all() else None
        if self._settings.format != "tif":
            values = to_8_bits(values, source.scaling)
            shown = None  # black, so that pictures of one folder have as many bands each
        if self._settings.is_masked:
            shown = cutout.inside & cutout.valid
        grid = raster.native_grid
        # Of a raster without a place, the picture keeps QGIS's pixel coordinates: it lies on the raster there.
        write_cutout(
            self._folder / job.file,
            values,
            shown,
            transform=grid.transform * cutout.frame.to_raster,
            crs_wkt=grid.crs_wkt,
            nodata=raster.nodata if self._settings.format == "tif" else None,
        )
        return _row(job, cutout), _outline(job.polygon, ~cutout.frame.to_raster), cutout.frame.was_shrunk


def _row(job: _Job, cutout: Cutout) -> CutoutRow:
    frame = cutout.frame
    bounds = job.source.raster.native_grid.to_map(job.polygon).bounds
    x_min, y_min, x_max, y_max = (round(float(value), 9) for value in bounds)
    return CutoutRow(
        id=job.id,
        category=job.category,
        file=job.file,
        raster=job.source.name,
        x_min=x_min,
        y_min=y_min,
        x_max=x_max,
        y_max=y_max,
        crs=job.source.crs,
        width_px=frame.cols,
        height_px=frame.rows,
        angle_deg=frame.angle_deg,
        scale=round(float(abs((~frame.to_raster).determinant) ** 0.5), 6),
    )


def _outline(polygon: Any, to_picture: Affine) -> list[list[list[float]]]:
    """Return the rings of a (multi)polygon in the picture's pixels."""
    a, b, c, d, e, f = tuple(to_picture)[:6]
    rings = []
    for ring in shapely.get_rings(polygon):
        x, y = shapely.get_coordinates(ring).T
        rings.append(np.round(np.column_stack([a * x + b * y + c, d * x + e * y + f]), _OUTLINE_DECIMALS).tolist())
    return rings


def _source(raster: Raster, name: str, settings: CutoutsSettings) -> _Source:
    crs = raster.native_grid.crs
    crs_text = "" if crs is None else crs_name(crs)
    if settings.format == "tif":
        return _Source(raster, name, choose_bands(raster, settings.bands), None, crs_text)
    bands = picture_bands(raster, settings.bands)
    return _Source(raster, name, bands, picture_scaling(raster, bands), crs_text)


def _in_walk_order(chosen: Chosen, rows: Any) -> list[int]:
    if not len(rows):
        return []
    left, top, _, _ = shapely.bounds(chosen.polygons[rows]).T
    order = np.lexsort((left, top // 256, chosen.rasters[rows]))
    return np.asarray(rows)[order].tolist()


def _about(settings: CutoutsSettings, sources: Sequence[_Source]) -> dict[str, Any]:
    return {
        "framing": asdict(settings.framing),
        "is_masked": settings.is_masked,
        "rasters": [
            {
                "name": source.name,
                "crs": source.crs,
                "bands": source.bands,
                "metres_per_pixel": source.raster.native_grid.metres_per_pixel,
                "black": None if source.scaling is None else source.scaling.low,
                "white": None if source.scaling is None else source.scaling.high,
            }
            for source in sources
        ],
    }


def _tell(counts: _Counts, settings: CutoutsSettings, reporter: Reporter) -> None:
    if counts.n_outside:
        reporter.warning(
            "outside_rasters",
            f"polygons that lie on none of the rasters, or are empty, are left out: {counts.n_outside}",
            hint="Give the rasters that show them as well.",
        )
    elif not counts.per_category:
        reporter.warning("no_polygon", f"{settings.footprints} holds no polygon, so there is nothing to cut out")
    if counts.n_shrunk:
        reporter.warning(
            "cutouts_shrunk", f"{counts.n_shrunk} polygons are longer than {MOST_SIDE_PX} px and were made smaller"
        )
    reporter.artifact("cutouts", settings.output)
    n = sum(counts.per_category.values())
    parts = ", ".join(f"{number} {name}" for name, number in sorted(counts.per_category.items()))
    text = f"{n} cut-out{'' if n == 1 else 's'}{f' ({parts})' if n else ''} in {settings.output}"
    per_category = dict(sorted(counts.per_category.items()))
    reporter.result({"n_cutouts": n, "per_category": per_category, "output": settings.output, "text": text})
