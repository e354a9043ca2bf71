"""`deepseg statistics`: how many polygons of each category there are, how large, and on how much ground."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.commands.category_choice import counted_categories
from engine.commands.statistics_text import as_csv, as_json, sizes_csv, table, values_of
from engine.domain.settings import StatisticsSettings
from engine.errors import AreaError, UsageError
from engine.events import Reporter
from engine.geo.footprint_reader import FootprintBatch, read_footprint_batches
from engine.geo.raster import Raster, open_raster
from engine.geo.vector import read_polygons, split_source
from engine.measurement.counting import Counting, Counts
from engine.measurement.ground import Ground, GroundRaster, ground_of
from engine.stop import StopFlag
from engine.whole_file import check_no_input, whole_file

_STAGE = "count"
_TEXTS = {"table": table, "json": as_json, "csv": as_csv}


def statistics(settings: StatisticsSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Tell the numbers, or write them to `settings.output`.

    Raises:
        VectorOpenError, CategoryFieldError: the file cannot be read as polygons, or lacks the field asked for.
        UsageError: rasters are to be told apart and nothing says which polygon is on which.
        AreaError, RasterOpenError: areas or rasters cannot be read.
        OutputError: the output cannot be written.
        Stopped: when `stop` was requested.
    """
    _check_outputs(settings)
    reporter.stage(_STAGE, settings.footprints)
    with ExitStack() as stack:
        rasters = [stack.enter_context(open_raster(path, crs=settings.crs)) for path in settings.rasters]
        ground = _ground(settings, rasters, reporter)
        counts = _counted(settings, ground, reporter, stop)
        has_ground = settings.area is not None or bool(rasters)
        values = values_of(counts, by_raster=settings.by_raster, has_ground=has_ground)
        if has_ground:
            values["ground"] = {"m2": ground.total_m2, "rule": _rule(settings)}
        if settings.format == "html":
            from engine.commands.statistics_page import statistics_page

            text = statistics_page(
                settings, counts, ground, rasters, rule=_rule(settings), reporter=reporter, stop=stop
            )
        else:
            text = _TEXTS[settings.format](values)
    _write(settings, values, text, reporter)
    shown = f"{_polygons(counts.total.n)} counted in {settings.output}" if settings.output else text.rstrip("\n")
    reporter.result({**values, "text": shown})


def _check_outputs(settings: StatisticsSettings) -> None:
    read = [split_source(source)[0] for source in (settings.footprints, settings.area) if source is not None]
    written = [path for path in (settings.output, settings.sizes) if path is not None]
    for path in written:
        check_no_input(path, *read, *settings.rasters)
    if len({path.absolute() for path in written}) < len(written):
        raise UsageError(f"--output and --sizes are both {written[0]}", hint="Give one of them another name.")


def _write(settings: StatisticsSettings, values: dict[str, Any], text: str, reporter: Reporter) -> None:
    files = [(settings.output, text), (settings.sizes, sizes_csv(values))]
    for path, content in files:
        if path is not None:
            with whole_file(path) as beside:
                beside.write_text(content, encoding="utf-8", newline="")
            reporter.artifact("statistics", path)


def _ground(settings: StatisticsSettings, rasters: Sequence[Raster], reporter: Reporter) -> Ground:
    areas, crs = None, None
    if settings.area is not None:
        layer = read_polygons(settings.area, crs=settings.crs)
        if not len(layer.polygons):
            raise AreaError(f"{layer.name} holds no polygon", hint="Draw the areas, or leave --area out.")
        areas, crs = layer.polygons, layer.crs
    places = [GroundRaster(raster.path, raster.native_grid) for raster in rasters]
    ground = ground_of(places, areas, crs)
    if (places or areas is not None) and ground.total_m2 is None:
        reporter.warning(
            "ground_unknown",
            "nothing says how large the ground is, so there are no densities",
            hint="Areas and rasters need a coordinate system for that; give that of rasters with --crs.",
        )
    return ground


def _counted(settings: StatisticsSettings, ground: Ground, reporter: Reporter, stop: StopFlag) -> Counts:
    counting = Counting()
    n_read = n_skipped = n_outside = 0
    for batch in read_footprint_batches(settings.footprints, category_field=settings.category_field):
        stop.check()
        counted = ground.contains(batch.polygons, batch.crs)
        categories, rasters = names_in(batch, settings, ground)
        # GeoJSON without a coordinate system passes for degrees: on pixels alone no area is known.
        areas_m2 = np.full(len(batch), np.nan) if ground.is_on_pixels else batch.areas_m2
        counting.add(categories[counted], rasters[counted], areas_m2[counted])
        n_outside += int((~counted).sum())
        n_read, n_skipped = n_read + len(batch), n_skipped + batch.n_skipped
        reporter.progress(_STAGE, n_read, n_read, "polygon")
    if n_skipped:
        reporter.warning("no_polygon", f"{n_skipped} rows of {settings.footprints} hold no polygon and are left out")
    if n_outside:
        reporter.warning(
            "outside_ground",
            f"{n_outside} of {n_read} polygons do not lie on {settings.area or 'the rasters'} and are not counted",
        )

    return counting.counts(ground.total_m2, ground.on_raster_m2 if settings.by_raster else None, settings.bins)


def names_in(
    batch: FootprintBatch, settings: StatisticsSettings, ground: Ground
) -> tuple[NDArray[np.object_], NDArray[np.object_]]:
    """Return category and raster of each polygon; rasters are empty where they are not told apart.

    Raises:
        UsageError: rasters are to be told apart and nothing says which is which.
    """
    categories = counted_categories(batch.categories, len(batch))
    if not settings.by_raster:
        return categories, np.full(len(batch), "", object)
    if batch.rasters is not None:
        return categories, _named(batch.rasters)
    if not ground.rasters:
        raise UsageError(
            f'{settings.footprints} has no column "raster"',
            hint="Leave --by raster out, count footprints of DeepSeg, or name the rasters with --raster.",
        )
    return categories, ground.raster_of(batch.polygons, batch.crs)


def _named(values: NDArray[np.object_]) -> NDArray[np.object_]:
    return np.array(["" if value is None else str(value) for value in values], object)


def _rule(settings: StatisticsSettings) -> str:
    """Return which ground densities count on, in words."""
    count = "a polygon counts where a point in its middle lies on it"
    if settings.area is not None and settings.rasters:
        return f"the areas as far as rasters lie below them; {count}"
    if settings.area is not None:
        return f"the areas; {count}"
    return f"the rectangles of the rasters, also where they hold no data, and where two overlap once; {count}"


def _polygons(n: int) -> str:
    return "1 polygon" if n == 1 else f"{n} polygons"
