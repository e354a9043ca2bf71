"""`deepseg statistics`: how many polygons of each category there are, and how much ground they cover."""

from __future__ import annotations

import csv
import io
import json
import math
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from engine.domain.settings import StatisticsSettings
from engine.errors import UsageError
from engine.events import Reporter
from engine.geo.footprint_reader import FootprintBatch, read_footprint_batches
from engine.stop import StopFlag
from engine.whole_file import whole_file

LONE_CATEGORY = "object"  # of files without a column `category`
TOTAL = "total"
_Key = tuple[str, str]  # category, raster; the raster is empty where it does not matter


@dataclass(frozen=True)
class Count:
    """One line: polygons of a category, and of a raster where they are told apart; areas None where unknown."""

    category: str
    raster: str
    n: int
    total_area_m2: float | None
    mean_area_m2: float | None


def statistics(settings: StatisticsSettings, *, reporter: Reporter, stop: StopFlag) -> None:
    """Tell the numbers, or write them to `settings.output`.

    Raises:
        VectorOpenError: the file cannot be read as polygons.
        UsageError: rasters are to be told apart and the file does not name them.
        OutputError: the output cannot be written.
        Stopped: when `stop` was requested.
    """
    reporter.stage("count", settings.footprints)
    counts, n_skipped = _counted(settings, reporter, stop)
    if n_skipped:
        reporter.warning("no_polygon", f"{n_skipped} rows of {settings.footprints} hold no polygon and are left out")
    text = _TEXTS[settings.format](counts, settings.by_raster)
    if settings.output is not None:
        with whole_file(settings.output) as beside:
            beside.write_text(text, encoding="utf-8", newline="")
        reporter.artifact("statistics", settings.output)
    lines = [_line(count, settings.by_raster) for count in counts]
    shown = f"{_polygons(counts[-1].n)} counted in {settings.output}" if settings.output else text.rstrip("\n")
    reporter.result({"counts": lines[:-1], "total": lines[-1], "text": shown})


def _counted(settings: StatisticsSettings, reporter: Reporter, stop: StopFlag) -> tuple[list[Count], int]:
    """Return one count per category (and raster), the total last, and how many rows held no polygon."""
    areas: dict[_Key, list[float]] = {}  # the number of polygons and the sum of their areas
    n_read = n_skipped = 0
    for batch in read_footprint_batches(settings.footprints):
        stop.check()
        for key, area_m2 in zip(_keys(batch, settings), batch.areas_m2.tolist(), strict=True):
            known = areas.setdefault(key, [0, 0.0])
            known[0] += 1
            known[1] += area_m2
        n_read, n_skipped = n_read + len(batch), n_skipped + batch.n_skipped
        reporter.progress("count", n_read, n_read, "polygon")
    lines = [_count(*key, int(n), area_m2) for key, (n, area_m2) in sorted(areas.items())]
    n_all = sum(count.n for count in lines)
    area_all = math.fsum(area_m2 for _, area_m2 in areas.values())
    return [*lines, _count(TOTAL, "", n_all, area_all)], n_skipped


def _keys(batch: FootprintBatch, settings: StatisticsSettings) -> list[_Key]:
    if settings.by_raster and batch.rasters is None:
        raise UsageError(
            f'{settings.footprints} has no column "raster"',
            hint="Leave --by raster out, or count footprints of DeepSeg.",
        )
    everywhere = np.full(len(batch), "", object)
    categories = np.full(len(batch), LONE_CATEGORY, object) if batch.categories is None else batch.categories
    rasters = batch.rasters if settings.by_raster and batch.rasters is not None else everywhere
    return [(_name(category), _name(raster)) for category, raster in zip(categories, rasters, strict=True)]


def _name(value: Any) -> str:
    return "" if value is None else str(value)


def _count(category: str, raster: str, n: int, area_m2: float) -> Count:
    is_known = math.isfinite(area_m2)
    return Count(
        category=category,
        raster=raster,
        n=n,
        total_area_m2=round(area_m2, 2) if is_known else None,
        mean_area_m2=round(area_m2 / n, 2) if is_known and n else None,
    )


def _line(count: Count, by_raster: bool) -> dict[str, Any]:
    return {name: value for name, value in asdict(count).items() if by_raster or name != "raster"}


def _table(counts: list[Count], by_raster: bool) -> str:
    names = ["category", *(["raster"] if by_raster else []), "n", "total m²", "mean m²"]
    rows = [names, *([_cell(value) for value in _line(count, by_raster).values()] for count in counts)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(names))]
    n_texts = len(names) - 3
    lines = [
        "  ".join(
            cell.ljust(width) if i < n_texts else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join(lines) + "\n"


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _json(counts: list[Count], by_raster: bool) -> str:
    lines = [_line(count, by_raster) for count in counts]
    return json.dumps({"counts": lines[:-1], "total": lines[-1]}, indent=2, ensure_ascii=False) + "\n"


def _csv(counts: list[Count], by_raster: bool) -> str:
    """Return the counts as CSV; without the total, which spreadsheets and scripts would count twice."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(_line(counts[-1], by_raster)), lineterminator="\n")
    writer.writeheader()
    writer.writerows(_line(count, by_raster) for count in counts[:-1])
    return text.getvalue()


def _polygons(n: int) -> str:
    return "1 polygon" if n == 1 else f"{n} polygons"


_TEXTS = {"table": _table, "json": _json, "csv": _csv}
