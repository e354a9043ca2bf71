"""How many footprints are shown, and how much ground they cover; counted by the file itself, however many there are."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from osgeo import gdal, ogr
from qgis.core import QgsProject, QgsVectorLayer

from ..domain.statistics import CategoryCount, count_by_category
from .footprint_rows import footprint_rows
from .project_layers import file_of

_TABLE = "footprints"
_COUNTS = 'SELECT "category", COUNT(*), SUM("area_m2"), COUNT("area_m2") FROM "{table}"{where} GROUP BY "category"'


def count_footprints(layers: Sequence[QgsVectorLayer], qgis_project: QgsProject) -> list[CategoryCount]:
    """Return one count per category over all layers, of what their filters let through."""
    counts = [count for layer in layers for count in _counts_of(layer, qgis_project)]
    return _added_up(counts)


def n_shown(layers: Iterable[QgsVectorLayer]) -> int:
    """Return how many footprints are shown."""
    return sum(max(layer.featureCount(), 0) for layer in layers)


def _counts_of(layer: QgsVectorLayer, qgis_project: QgsProject) -> list[CategoryCount]:
    # What is being edited is in no file yet.
    is_in_file = not layer.isEditable() and file_of(layer).suffix.lower() == ".gpkg"
    counts = _asked(layer) if is_in_file else None
    return count_by_category(footprint_rows(layer, qgis_project.transformContext())) if counts is None else counts


def _asked(layer: QgsVectorLayer) -> list[CategoryCount] | None:
    """Return what the file's own database counts; None where it cannot be asked."""
    where = layer.subsetString()
    if where.lstrip().lower().startswith("select"):
        return None
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        base = gdal.OpenEx(str(file_of(layer)), gdal.OF_VECTOR | gdal.OF_READONLY)
        if base is None:
            return None
        rows = base.ExecuteSQL(_COUNTS.format(table=_TABLE, where=f" WHERE {where}" if where else ""))
        if rows is None:
            return None
        counts = [_count(row) for row in rows]
        base.ReleaseResultSet(rows)
        return counts
    except RuntimeError:  # somebody in this QGIS has switched GDAL's exceptions on
        return None
    finally:
        gdal.PopErrorHandler()


def _count(row: ogr.Feature) -> CategoryCount:
    n, n_known = int(row.GetField(1)), int(row.GetField(3))
    is_known = n == n_known
    total = float(row.GetField(2) or 0.0) if is_known else None
    return CategoryCount(str(row.GetField(0) or ""), "", n, total, total / n if total is not None and n else None)


def _added_up(counts: Iterable[CategoryCount]) -> list[CategoryCount]:
    sums: dict[str, tuple[int, float]] = {}
    for count in counts:
        n, area_m2 = sums.get(count.category, (0, 0.0))
        more_m2 = math.nan if count.total_area_m2 is None else count.total_area_m2
        sums[count.category] = (n + count.n_footprints, area_m2 + more_m2)
    added = []
    for category, (n, area_m2) in sorted(sums.items()):
        total = area_m2 if math.isfinite(area_m2) else None
        added.append(CategoryCount(category, "", n, total, total / n if total is not None and n else None))
    return added
