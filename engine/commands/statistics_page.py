"""The page of `deepseg statistics`: reads the footprints once more to paint them on maps, then puts all together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from engine.commands.category_choice import counted_categories
from engine.domain.category import OKABE_ITO
from engine.domain.settings import StatisticsSettings
from engine.errors import RasterOpenError
from engine.evaluation.footprint_map import FootprintMap, blank_map, raster_map
from engine.evaluation.statistics_html import StatisticsPage, page_html
from engine.events import Reporter
from engine.geo.footprint_reader import FootprintBatch, read_footprint_batches
from engine.geo.raster import Raster
from engine.geo.raster_names import is_named
from engine.geo.vector import split_source
from engine.measurement.counting import Counts
from engine.measurement.ground import Ground
from engine.stop import StopFlag

_MOST_MAPS = 6


def statistics_page(
    settings: StatisticsSettings,
    counts: Counts,
    ground: Ground,
    rasters: Sequence[Raster],
    *,
    rule: str,
    reporter: Reporter,
    stop: StopFlag,
) -> str:
    """Return the page with charts and maps."""
    names = sorted({line.category for line in counts.lines})
    given = dict(settings.colors)
    colors = {name: given.get(name, OKABE_ITO[i % len(OKABE_ITO)]) for i, name in enumerate(names)}
    codes = {name: i for i, name in enumerate(names, start=1)}
    maps, n_left_out = _maps(settings, counts, rasters, reporter, stop)
    _paint(settings, maps, codes, ground, reporter, stop)
    path, _ = split_source(settings.footprints)
    by_code = {code: colors[name] for name, code in codes.items()}
    return page_html(
        StatisticsPage(
            title=path.stem,
            counts=counts,
            by_raster=settings.by_raster,
            colors=colors,
            ground_m2=ground.total_m2,
            rule=rule,
            maps=[(each.caption, each.jpeg(by_code), each.width_px, each.height_px) for each in maps],
            n_maps_left_out=n_left_out,
        )
    )


def _maps(
    settings: StatisticsSettings, counts: Counts, rasters: Sequence[Raster], reporter: Reporter, stop: StopFlag
) -> tuple[list[FootprintMap], int]:
    """Return a map of each raster, of many those with the most footprints; without rasters one of all."""
    if not counts.total.n and not rasters:
        return [], 0
    if not rasters:
        bounds, crs = None, None
        for batch in read_footprint_batches(settings.footprints, category_field=settings.category_field):
            stop.check()
            bounds, crs = _joined(bounds, batch), batch.crs
        return ([blank_map(bounds, crs)] if bounds is not None else []), 0
    n_on = Counter[str]()
    for line in counts.lines:
        n_on[line.raster] += line.n

    def n_footprints(raster: Raster) -> int:
        return sum(n for name, n in n_on.items() if is_named(raster.path, name))

    chosen = sorted(rasters, key=n_footprints, reverse=True)[:_MOST_MAPS]
    maps = []
    for raster in (raster for raster in rasters if raster in chosen):
        stop.check()
        reporter.stage("maps", raster.name)
        try:
            maps.append(raster_map(raster))
        except RasterOpenError as err:
            reporter.warning("map_left_out", f"there is no map of {raster.name}: {err.message}", err.hint)
    return maps, len(rasters) - len(chosen)


def _joined(
    bounds: tuple[float, float, float, float] | None, batch: FootprintBatch
) -> tuple[float, float, float, float] | None:
    if not len(batch):
        return bounds
    boxes = [shapely.box(*shapely.total_bounds(batch.polygons))] + ([shapely.box(*bounds)] if bounds else [])
    x_min, y_min, x_max, y_max = shapely.total_bounds(boxes).tolist()
    return x_min, y_min, x_max, y_max


def _paint(
    settings: StatisticsSettings,
    maps: Sequence[FootprintMap],
    codes: dict[str, int],
    ground: Ground,
    reporter: Reporter,
    stop: StopFlag,
) -> None:
    if not maps:
        return
    n_done = 0
    for batch in read_footprint_batches(settings.footprints, category_field=settings.category_field):
        stop.check()
        n = len(batch)
        names = counted_categories(batch.categories, n)
        code = np.array([codes.get(name, 0) for name in names], np.int64)
        counted = ground.contains(batch.polygons, batch.crs) & (code > 0)
        of_raster = [str(name or "") for name in batch.rasters] if batch.rasters is not None else [""] * n
        raster_names = np.array(of_raster, object)
        is_free = ~_mean(settings.rasters, raster_names)
        for each in maps:
            chosen = counted & (is_free | _mean([Path(each.name)], raster_names))
            each.paint(batch.polygons[chosen], code[chosen], batch.crs)
        n_done += n
        reporter.progress("maps", n_done, n_done, "polygon")


def _mean(paths: Sequence[Path], names: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Tell which names that footprints carry mean one of the rasters."""
    known = {name: any(is_named(path, name) for path in paths) for name in set(names.tolist())}
    return np.array([known[name] for name in names.tolist()], bool)
