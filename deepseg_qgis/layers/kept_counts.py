"""How many footprints a file holds that reach a threshold, without showing it on the map."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

_COUNTS = 'SELECT "category", COUNT(*), SUM("area_m2") FROM "footprints"{where} GROUP BY "category" ORDER BY "category"'


def counts_in(path: Path, condition: str) -> tuple[dict[str, float], dict[str, float]] | None:
    """Return numbers and square metres by category; None where the file is gone, or is none of ours.

    `condition` is what `score_filter` returns; empty: all of them.
    """
    if not path.is_file():
        return None
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        base = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
        where = f" WHERE {condition}" if condition else ""
        answer = None if base is None else base.ExecuteSQL(_COUNTS.format(where=where))
        if answer is None:
            return None
        rows = [tuple(row.GetField(i) for i in range(3)) for row in answer]
        base.ReleaseResultSet(answer)
    except RuntimeError:  # somebody in this QGIS has switched GDAL's exceptions on
        return None
    finally:
        gdal.PopErrorHandler()
    numbers = {str(category or ""): int(n) for category, n, _ in rows}
    return numbers, {str(category or ""): round(float(area), 2) for category, _, area in rows if area is not None}
