"""Rasters made ready to be read here and there: those that are slow in windows are copied, around what is needed."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.data.raster_choice import RasterChoice
from engine.errors import OutputError, RasterOpenError
from engine.events import Reporter
from engine.geo.polygon_stream import PolygonStream
from engine.geo.raster import Raster
from engine.geo.read_plan import read_plan
from engine.geo.transcode import check_readable, readable, remove_copies
from engine.geo.window import Window
from engine.stop import StopFlag

_BATCH = 20_000  # polygons
Boxes = NDArray[np.float64]  # (n, 4): what polygons lie in, in pixels of a raster


def folder_of_copies(output: Path, stack: ExitStack) -> Path:
    """Return the folder for copies beside what is written. They are removed at the end; one that is killed finds them.

    Args:
        output: the file or the folder that is written.
        stack: removes them when it is closed.
    """
    folder = output.with_name(f"{output.stem}.rasters")
    stack.callback(remove_copies, folder)
    return folder


def ready_rasters(
    rasters: Sequence[Raster],
    grounds: Sequence[Any | None],
    folder: Path,
    *,
    bands: Sequence[int] | None,
    margin_px: float,
    in_order: bool,
    samples: bool = False,
    stack: ExitStack,
    reporter: Reporter,
    stop: StopFlag,
) -> list[Raster]:
    """Return the rasters, or the same rasters read from copies of the ground that is needed.

    A copy saves time and no more, so where one cannot be made the raster is read as it is, and that is told.

    Args:
        rasters: at their own scale.
        grounds: what will be read of each: a geometry in its own pixels, empty for nothing, None for all.
        folder: where copies go; `remove_copies` removes them.
        bands: those that will be read, from 1; None for all.
        margin_px: how far around the ground is read as well, in pixels of the raster.
        in_order: whether windows are read row by row, each once, or anywhere, again and again.
        samples: whether small windows all over the rasters are read as well. From a single tile of JPEG 2000 that
            takes memory as large as the file, so such rasters are copied as a whole then.
        stack: closes the copies.
        reporter: told what is copied, and why.
        stop: asked while copying.

    Raises:
        RasterOpenError: a raster cannot be read at all, or not in the memory that there is.
        Stopped: when `stop` was requested.
    """
    ready = []
    for raster, ground in zip(rasters, grounds, strict=True):
        part = _part(raster, ground, margin_px)
        if samples and not part.is_empty and read_plan(raster, bands=bands, in_order=in_order).is_cut:
            part = raster.native_grid.window
        if part.is_empty:
            ready.append(raster)
            continue
        check_readable(raster.name, read_plan(raster, bands=bands, window=part, in_order=in_order))
        try:
            source = readable(raster, folder, bands=bands, window=part, in_order=in_order, reporter=reporter, stop=stop)
        except (OutputError, RasterOpenError) as err:
            reporter.warning("not_copied", f"{err.message}; it is read as it is, slowly", hint=err.hint)
            source = raster
        ready.append(source if source is raster else stack.enter_context(source))
    return ready


def ready_below_polygons(
    rasters: Sequence[Raster],
    stream: PolygonStream,
    choice: RasterChoice,
    folder: Path,
    *,
    bands: Sequence[int] | None,
    grown: Callable[[Boxes], Boxes],
    samples: bool = False,
    stack: ExitStack,
    reporter: Reporter,
    stop: StopFlag,
) -> list[Raster]:
    """Return the rasters ready for windows around polygons, in any order.

    The polygons are looked through only if a raster is slow to read.

    Args:
        rasters: at their own scale.
        stream: the polygons.
        choice: says on which raster each lies.
        folder, samples, stack, reporter, stop: as for `ready_rasters`.
        bands: those that will be read; None for all.
        grown: returns what is read for polygons that lie in boxes.

    Raises:
        RasterOpenError, Stopped: as `ready_rasters`.
    """
    if not has_slow(rasters, bands):
        return list(rasters)

    def boxes() -> Iterable[tuple[int, Boxes]]:
        for batch in stream.batches(_BATCH):
            stop.check()
            chosen = choice.place(batch)
            for number in np.unique(chosen.rasters[chosen.rasters >= 0]).tolist():
                yield number, grown(shapely.bounds(chosen.polygons[chosen.rasters == number]))

    return ready_rasters(
        rasters,
        grounds_of(len(rasters), boxes()),
        folder,
        bands=bands,
        margin_px=0,
        in_order=False,
        samples=samples,
        stack=stack,
        reporter=reporter,
        stop=stop,
    )


def has_slow(rasters: Sequence[Raster], bands: Sequence[int] | None) -> bool:
    """Tell whether small windows anywhere are slow to read from one of the rasters."""
    return any(read_plan(raster, bands=bands, in_order=False).is_copied for raster in rasters)


def grounds_of(n: int, boxes: Iterable[tuple[int, Boxes]]) -> list[Any]:
    """Return the rectangle around all boxes of each of n things; empty where it has none."""
    around = np.tile([np.inf, np.inf, -np.inf, -np.inf], (n, 1))
    for number, some in boxes:
        if len(some):
            around[number, :2] = np.fmin(around[number, :2], some[:, :2].min(axis=0))
            around[number, 2:] = np.fmax(around[number, 2:], some[:, 2:].max(axis=0))
    return [shapely.box(*each) if np.isfinite(each).all() else shapely.Polygon() for each in around]


def _part(raster: Raster, ground: Any | None, margin_px: float) -> Window:
    """Return the window around the ground, in the raster's own pixels."""
    whole = raster.native_grid.window
    if ground is None:
        return whole
    if ground.is_empty:
        return Window(0, 0, 0, 0)
    col_min, row_min, col_max, row_max = (math.floor(side) for side in ground.bounds)
    around = Window(row_min, col_min, row_max + 1 - row_min, col_max + 1 - col_min)
    return around.grown(math.ceil(margin_px)).intersection(whole)
