"""`deepseg measure`: the shape of polygons and the pixels below them, as columns beside all that was known of them."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyproj
import shapely
from numpy.typing import NDArray

from engine.commands.ready_rasters import folder_of_copies, grounds_of, has_slow, ready_rasters
from engine.domain.measure_settings import MeasureSettings
from engine.errors import CrsError
from engine.events import Reporter
from engine.geo.geometry_kinds import are_polygons
from engine.geo.grid import crs_name
from engine.geo.polygon_stream import (
    PolygonBatch,
    PolygonStream,
    check_stream_output,
    open_polygon_stream,
    write_polygon_stream,
)
from engine.geo.raster import Raster, open_raster
from engine.measurement.measured_bands import MeasuredBands
from engine.measurement.measured_layer import MeasuredLayer, Tallied
from engine.measurement.measured_raster import MeasuredRaster
from engine.stop import StopFlag

_STAGE = "measure"
_BATCH = 50_000  # polygons; neighbors among them are looked at together
_AROUND_PX = 2  # texture looks one pixel further


def measure(settings: MeasureSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Write the polygons with their measures to `settings.output`.

    Raises:
        VectorOpenError: the polygons cannot be read, or there is none among the rows.
        RasterOpenError, BandCountError: a raster cannot be read, or lacks a band.
        CrsError: polygons and rasters cannot be brought together.
        OutputError: the output cannot be written.
        Stopped: when `stop` was requested; no file is left behind.
    """
    check_stream_output(settings.output)
    reporter.stage(_STAGE, settings.polygons)
    with ExitStack() as stack:
        rasters = [stack.enter_context(open_raster(path, crs=settings.crs)) for path in settings.rasters]
        layer = open_polygon_stream(settings.polygons)
        crs = _common_crs(layer, rasters, settings.crs, reporter)
        bands = None
        if rasters:
            bands = MeasuredBands.chosen(rasters[0], settings.bands, settings.percents, has_texture=settings.texture)
        places = [MeasuredRaster(raster, bands, crs, settings.crs) for raster in rasters] if bands else []
        if bands is not None and has_slow(rasters, bands.numbers):
            _make_ready(rasters, places, layer, bands, folder_of_copies(settings.output, stack), stack, reporter, stop)
        progress = _Progress(layer.n_rows, reporter, stop)
        measured = MeasuredLayer(crs, places, bands, progress.step)
        tables = _measured(layer, measured, progress)
        with closing(tables):
            write_polygon_stream(settings.output, replace(layer, crs=crs), tables)
    _tell(settings, measured.tallied, reporter)
    reporter.artifact("measured", settings.output)
    n, n_skipped = measured.tallied.n, measured.tallied.kinds.n_no_polygon
    values = {"n": n, "n_skipped": n_skipped, "columns": list(measured.columns)}
    values["n_outside"] = measured.tallied.n_outside
    shown = f"{n} polygon{'' if n == 1 else 's'} measured in {settings.output}, {len(measured.columns)} columns"
    shown += f"; {n_skipped} without a polygon skipped" if n_skipped else ""
    reporter.result({**values, "output": settings.output, "text": shown})


def _make_ready(
    rasters: Sequence[Raster],
    places: Sequence[MeasuredRaster],
    layer: PolygonStream,
    bands: MeasuredBands,
    folder: Path,
    stack: ExitStack,
    reporter: Reporter,
    stop: StopFlag,
) -> None:
    """Let rasters that are slow to read in windows be read from copies of the ground below the polygons."""

    def boxes() -> Iterator[tuple[int, NDArray[np.float64]]]:
        for batch in layer.batches(_BATCH):
            stop.check()
            polygons = shapely.force_2d(batch.polygons[are_polygons(batch.polygons)])
            for number, place in enumerate(places):
                there = place.in_pixels(polygons[place.near(polygons)])
                yield number, shapely.bounds(there[~shapely.is_empty(there)])

    grounds = grounds_of(len(rasters), boxes())
    ready = ready_rasters(
        rasters,
        grounds,
        folder,
        bands=bands.numbers,
        margin_px=_AROUND_PX,
        in_order=False,
        samples=bands.gray is not None and any(raster.dtype != "uint8" for raster in rasters),
        stack=stack,
        reporter=reporter,
        stop=stop,
    )
    for raster, copy, place in zip(rasters, ready, places, strict=True):
        if copy is not raster:
            place.read_from(copy)


def _measured(
    layer: PolygonStream, measured: MeasuredLayer, progress: _Progress
) -> Generator[pa.RecordBatch, None, None]:
    for batch in layer.batches(_BATCH):
        progress.step(0)
        yield measured.measured(batch)
        progress.done(len(batch))
    measured.tallied.kinds.check(layer.source)
    if not layer.n_rows:  # no polygon, but the columns
        names = [*layer.columns, layer.geometry_name]
        kinds = [pa.string()] * len(layer.columns) + [pa.binary()]
        table = pa.RecordBatch.from_arrays([pa.array([], kind) for kind in kinds], names=names)
        yield measured.measured(PolygonBatch(np.zeros(0, np.int64), np.zeros(0, object), table))


class _Progress:
    """Counts polygons that are done; within a batch by those that were looked at on a raster."""

    def __init__(self, n_rows: int, reporter: Reporter, stop: StopFlag) -> None:
        self._n_rows, self._reporter, self._stop = n_rows, reporter, stop
        self._before = self._looked_at = 0

    def step(self, n: int) -> None:
        """Count polygons on a raster, and leave here if somebody asked to stop."""
        self._stop.check()
        self._looked_at += n
        seen = min(self._before + self._looked_at, self._n_rows)  # several rasters may look at the same one
        self._reporter.progress(_STAGE, seen, self._n_rows, "polygon")

    def done(self, n: int) -> None:
        """Count a batch that is whole."""
        self._before, self._looked_at = self._before + n, 0
        self.step(0)


def _common_crs(
    layer: PolygonStream, rasters: list[Raster], stated: str | None, reporter: Reporter
) -> pyproj.CRS | None:
    """Return the CRS that the polygons are in: None for pixel coordinates of rasters without georeference."""
    unplaced = [raster for raster in rasters if raster.native_grid.crs is None]
    placed = [raster for raster in rasters if raster.native_grid.crs is not None]
    if unplaced and placed:
        raise CrsError(
            f"{unplaced[0].name} has no coordinate system and {placed[0].name} has one, so polygons fit one of them",
            hint="Measure on them one by one, or give the missing one with --crs.",
        )
    if unplaced:
        has_place = not all(raster.native_grid.has_pixel_coordinates for raster in unplaced)
        if has_place and layer.crs is not None:
            raise CrsError(
                f"{unplaced[0].name} has a place on the map but does not say in which coordinate system, "
                f"while {layer.name} is in {crs_name(layer.crs)}",
                hint="Name the raster's coordinate system, such as --crs EPSG:31370.",
            )
        return None
    if layer.crs is None and placed:
        reporter.warning(
            "crs_assumed",
            f"{layer.name} does not state its coordinate system; that of {placed[0].name} is assumed",
            hint="Set the layer's coordinate system in QGIS and save it.",
        )
        return placed[0].native_grid.crs
    if layer.crs is None and stated:
        return pyproj.CRS.from_user_input(stated)
    return layer.crs


def _tell(settings: MeasureSettings, tallied: Tallied, reporter: Reporter) -> None:
    n, kinds = tallied.n, tallied.kinds
    if kinds.n_no_polygon:
        reporter.warning(
            "no_polygon",
            f"{kinds.n_no_polygon} of {kinds.n_rows} rows of {settings.polygons} hold no polygon but {kinds}; "
            "they stay, with empty measures",
        )
    if tallied.n_repaired:
        reporter.warning(
            "polygons_repaired",
            f"{tallied.n_repaired} of {n} outlines cross themselves: measured as if repaired, written as they were",
        )
    if settings.rasters and tallied.n_outside:
        reporter.warning(
            "polygons_outside",
            f"{tallied.n_outside} of {n} polygons lie on no valid pixel; what would come from pixels is empty there",
            hint="" if tallied.n_outside < n else "Check that layer and raster have the right coordinate systems.",
        )
