"""`deepseg mask`: a raster without its background, or a raster of what its polygons say."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.commands.category_choice import category_values, check_found
from engine.commands.mask_kinds import paint, subtract
from engine.commands.ready_rasters import folder_of_copies, ready_rasters
from engine.data.category_names import natural_key
from engine.data.raster_choice import RasterChoice
from engine.domain.mask_settings import MaskSettings
from engine.errors import CategoryFieldError, OutputError
from engine.events import Reporter
from engine.geo.polygon_shelf import PolygonShelf
from engine.geo.polygon_stream import PolygonBatch, PolygonStream, open_polygon_stream
from engine.geo.raster import Raster, open_raster
from engine.geo.read_plan import read_plan
from engine.stop import StopFlag
from engine.whole_file import check_no_input

_BATCH = 20_000


def mask(settings: MaskSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Write the raster to `settings.output`.

    Raises:
        DeepSegError: an input does not fit, or the file cannot be written; the message says why.
        Stopped: when `stop` was requested; no file is left behind.
    """
    _check_output(settings)
    with ExitStack() as stack:
        raster = stack.enter_context(open_raster(settings.raster, crs=settings.crs))
        stream = open_polygon_stream(settings.polygons)
        reporter.stage("read", f"reading the polygons of {stream.name}")
        shelf = stack.enter_context(PolygonShelf())
        shelving = _Shelving(settings, raster, stream, shelf, reporter)
        shelving.run(stop)
        if settings.kind == "pixels":
            source = _ready(raster, settings, stack, reporter, stop)
            values = subtract(settings, raster, source, shelf, reporter=reporter, stop=stop)
        else:
            values = paint(settings, raster, shelf, shelving.names, reporter=reporter, stop=stop)
    reporter.artifact("raster", settings.output)
    n = len(shelf)
    text = f"{settings.output}: {n} polygon{'' if n == 1 else 's'} on {raster.name}, {values['text']}"
    reporter.result({"output": settings.output, "n_polygons": n, **values, "text": text})


def _ready(raster: Raster, settings: MaskSettings, stack: ExitStack, reporter: Reporter, stop: StopFlag) -> Raster:
    """Return the raster, or its copy where a walk from edge to edge would decode anything twice."""
    if read_plan(raster).layout in ("strips", "picture"):  # these are read across
        return raster
    folder = folder_of_copies(settings.output, stack)
    (ready,) = ready_rasters(
        [raster], [None], folder, bands=None, margin_px=0, in_order=True, stack=stack, reporter=reporter, stop=stop
    )
    return ready


def _check_output(settings: MaskSettings) -> None:
    if settings.output.suffix.lower() not in (".tif", ".tiff"):
        raise OutputError(f"{settings.output} does not end in .tif", hint=f"Call it {settings.output.stem}.tif.")
    if settings.output.is_dir():
        raise OutputError(f"{settings.output} is a folder", hint="Give the name of a file.")
    check_no_input(settings.output, settings.raster)


@dataclass
class _Shelving:
    """Puts the wanted polygons that lie on the raster on the shelf, with the value that the kind asks for."""

    settings: MaskSettings
    raster: Raster
    stream: PolygonStream
    shelf: PolygonShelf
    reporter: Reporter
    names: list[str] = field(default_factory=list)  # of categories, in the order of their numbers from 1
    _seen: Counter[str] = field(default_factory=Counter)
    _n_rows: int = 0

    def run(self, stop: StopFlag) -> None:
        """Read all polygons.

        Raises:
            CategoryFieldError: a category that was asked for is not there, or scores are no numbers.
            Stopped: when `stop` was requested.
        """
        choice = RasterChoice([self.raster], self.stream, reporter=self.reporter)
        if self.settings.kind == "class":
            self.names = list(self.settings.categories) or self._all_names(stop)
        for batch in self.stream.batches(_BATCH):
            stop.check("nothing was written")
            chosen = choice.place(batch)
            is_kept = (chosen.rasters >= 0) & self._wanted(batch)
            rows = np.flatnonzero(is_kept)
            values, ranks = self._values(batch, rows, chosen.polygons[rows])
            self.shelf.add(chosen.polygons[rows], values, ranks)
            self._n_rows += len(batch)
            self.reporter.progress("read", self._n_rows, max(self.stream.n_rows, self._n_rows), "polygon")
        check_found(self.settings.categories, self._seen, self.stream.name)
        if not len(self.shelf):
            self.reporter.warning(
                "outside_rasters",
                f"no polygon of {self.stream.name} lies on {self.raster.name}",
                hint="Check that both belong together, and their coordinate systems.",
            )

    def _all_names(self, stop: StopFlag) -> list[str]:
        names: set[str] = set()
        for batch in self.stream.batches(_BATCH):
            stop.check("nothing was written")
            names.update(category_values(self.stream, batch, self.settings.category_field))
        if len(names) > np.iinfo(np.uint16).max:
            raise CategoryFieldError(
                f'the field "{self.settings.category_field}" of {self.stream.name} has {len(names)} different values',
                hint="Choose the field that names the kind of thing with --category-field.",
            )
        return sorted(names, key=natural_key)

    def _wanted(self, batch: PolygonBatch) -> NDArray[np.bool_]:
        if not self.settings.categories:
            return np.ones(len(batch), bool)
        categories = category_values(self.stream, batch, self.settings.category_field)
        self._seen.update(categories)
        return np.array([category in self.settings.categories for category in categories], bool)

    def _values(self, batch: PolygonBatch, rows: NDArray[np.intp], polygons: NDArray[np.object_]) -> tuple[Any, Any]:
        """Return what each polygon paints, and its rank: the smaller lies on top, or the one with the higher score."""
        ranks = -shapely.area(polygons)
        if self.settings.kind == "class":
            numbers = {name: i for i, name in enumerate(self.names, start=1)}
            categories = category_values(self.stream, batch, self.settings.category_field)
            return [numbers[categories[row]] for row in rows], ranks
        if self.settings.kind == "instance":
            return self._n_rows + rows + 1, ranks
        if self.settings.kind == "score":
            scores = self._scores(batch)[rows]
            return scores, scores
        return np.ones(len(rows)), ranks

    def _scores(self, batch: PolygonBatch) -> NDArray[np.float64]:
        column = self.stream.field(self.settings.score_field)
        try:
            return np.array([0.0 if value is None else float(value) for value in batch.column(column)])
        except (TypeError, ValueError) as err:
            raise CategoryFieldError(
                f'the field "{self.settings.score_field}" of {self.stream.name} holds no numbers: {err}',
                hint="Choose the field of scores with --score-field.",
            ) from err
