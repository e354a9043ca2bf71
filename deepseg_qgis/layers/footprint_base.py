"""Asks the file of footprints itself: a database counts and sorts millions where QGIS would read them all."""

from __future__ import annotations

from typing import Any

from osgeo import gdal
from qgis.core import QgsVectorLayer

from .project_layers import file_of

TABLE = '"footprints"'


def asked(
    layer: QgsVectorLayer, question: str, *, condition: str = "", is_edited_too: bool = False
) -> list[tuple[Any, ...]] | None:
    """Return the rows that answer a question about what a layer shows; None where its file cannot be asked.

    Args:
        layer: what `load_footprints` returned.
        question: SQL, with {where} where the layer's own filter belongs.
        condition: holds as well.
        is_edited_too: ask the file of a layer in edit mode too, though what is being edited is in no file yet.
    """
    own = layer.subsetString()
    if layer.isEditable() and not is_edited_too:
        return None
    if file_of(layer).suffix.lower() != ".gpkg" or own.lstrip().lower().startswith("select"):
        return None
    where = " AND ".join(f"({part})" for part in (own, condition) if part)
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        base = gdal.OpenEx(str(file_of(layer)), gdal.OF_VECTOR | gdal.OF_READONLY)
        answer = None if base is None else base.ExecuteSQL(question.format(where=f" WHERE {where}" if where else ""))
        if answer is None:
            return None
        rows = [tuple(row.GetField(i) for i in range(row.GetFieldCount())) for row in answer]
        base.ReleaseResultSet(answer)
        return rows
    except RuntimeError:  # somebody in this QGIS has switched GDAL's exceptions on
        return None
    finally:
        gdal.PopErrorHandler()
