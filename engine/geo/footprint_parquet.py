"""Footprints as GeoParquet 1.1: one column per attribute, polygons as WKB, in the CRS of the first raster."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from engine.domain.footprint import Footprint
from engine.geo.footprint_layout import COLUMNS, MEASURE_COLUMNS, FootprintLayout, attributes

_ROW_GROUP = 20_000
_NUMBERS = ("score", *MEASURE_COLUMNS)


class GeoParquetFile:
    """A table written in groups of rows."""

    def __init__(self, path: Path, layout: FootprintLayout) -> None:
        self._layout = layout
        self._waiting: list[Footprint] = []
        fields = [(name, pa.float64() if name in _NUMBERS else pa.string()) for name in COLUMNS]
        self._schema = pa.schema([*fields, ("geometry", pa.binary())], metadata={"geo": json.dumps(self._geo())})
        self._writer = pq.ParquetWriter(path, self._schema, compression="snappy")

    def write(self, footprints: Sequence[Footprint]) -> None:
        """Add footprints."""
        self._waiting.extend(footprints)
        while len(self._waiting) >= _ROW_GROUP:
            self._write_group(self._waiting[:_ROW_GROUP])
            del self._waiting[:_ROW_GROUP]

    def finish(self) -> None:
        """Write what still waits, and the footer."""
        self._write_group(self._waiting)
        self._writer.close()

    def drop(self) -> None:
        """Close the file as it is."""
        self._writer.close()

    def _write_group(self, footprints: Sequence[Footprint]) -> None:
        rows = [attributes(footprint) for footprint in footprints]
        values: dict[str, Any] = {name: [row[name] for row in rows] for name in COLUMNS}
        values["geometry"] = shapely.to_wkb(self._layout.polygons_in(self._layout.crs, footprints))
        self._writer.write_table(pa.table(values, schema=self._schema))

    def _geo(self) -> dict[str, Any]:
        crs = self._layout.crs
        column = {
            "encoding": "WKB",
            "geometry_types": ["Polygon"],
            "crs": crs.to_json_dict() if crs else None,
            "orientation": "counterclockwise",
            "edges": "planar",
        }
        return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
