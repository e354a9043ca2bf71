"""Rasters made ready to be read here and there: those that are slow in windows are copied, around what is needed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from engine.errors import OutputError, RasterOpenError
from engine.events import Reporter
from engine.geo.raster import Raster
from engine.geo.read_plan import read_plan
from engine.geo.transcode import check_readable, readable
from engine.geo.window import Window
from engine.stop import StopFlag


def ready_rasters(
    rasters: Sequence[Raster],
    grounds: Sequence[Any | None],
    folder: Path,
    *,
    bands: Sequence[int],
    margin_px: float,
    in_order: bool,
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
        bands: those that will be read, from 1.
        margin_px: how far around the ground is read as well, in pixels of the raster.
        in_order: whether windows are read row by row, each once, or anywhere, again and again.
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
